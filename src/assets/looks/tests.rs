//! Profiles of looks: what they extend, what is no sense, what the law does not allow.

use std::fs;

use crate::assets::looks;
use crate::assets::looks::Read;
use crate::assets::templates::Templates;
use crate::finding::fact::Fact;
use crate::finding::fact::paper::PaperFact;
use crate::finding::failure::Failure;
use crate::finding::failure::TomlFault;

/// Reads the profile `rieng` of a campaign whose own layouts are `files`.
fn read(files: &[(&str, &str)]) -> Result<Read, Failure> {
    let campaign = tempfile::tempdir().unwrap();
    let folder = campaign.path().join("templates/layouts");
    fs::create_dir_all(&folder).unwrap();
    for (name, text) in files {
        fs::write(folder.join(name), text).unwrap();
    }
    looks::read(&Templates::of(campaign.path()), "rieng")
}

fn own(text: &str) -> Result<Read, Failure> {
    read(&[("rieng.toml", &format!("extends = \"nghi-dinh-30\"\n{text}"))])
}

fn faults(read: Result<Read, Failure>) -> Vec<(String, usize, TomlFault)> {
    let Err(Failure::Toml(errors)) = read else { panic!("{read:?}") };
    let line = |text: &str, at: usize| text[..at].matches('\n').count() + 1;
    let one = |it: crate::finding::failure::TomlError| {
        (it.file.clone(), line(&it.text, it.span.start), it.fault.clone())
    };
    errors.into_iter().map(one).collect()
}

#[test]
fn every_built_in_profile_is_within_the_law() {
    let templates = Templates::default();
    let names = looks::names(&templates).unwrap();
    assert!(names.contains(&"nghi-dinh-30".to_owned()));
    assert!(names.contains(&"quyet-dinh-933".to_owned()));
    for name in names {
        assert_eq!(looks::read(&templates, &name).unwrap().beyond, [], "{name}");
    }
}

#[test]
fn a_profile_changes_what_it_writes_and_keeps_the_rest() {
    let base = looks::read(&Templates::default(), "nghi-dinh-30").unwrap().look;
    let look = own("[page]\nright = 20.0\n[elements.kind]\nsize = 13.0\n").unwrap().look;
    assert!((look.page.right - 20.0).abs() < 1e-9);
    assert!((look.elements.kind.size - 13.0).abs() < 1e-9);
    assert!(look.elements.kind.bold, "what is not written is as in the base");
    assert_eq!(look.body, base.body);
    assert_eq!(look.spaces, base.spaces);
}

#[test]
fn faults_of_a_profile_have_their_line() {
    let file = "templates/layouts/rieng.toml".to_owned();
    let unknown = faults(own("[page]\nrigth = 20.0\n"));
    let nearest = Some("right".to_owned());
    let fault = TomlFault::UnknownKey { key: "rigth".into(), nearest };
    assert_eq!(unknown, [(file.clone(), 3, fault)]);
    let wrong = faults(own("[page]\nright = \"20\"\n"));
    assert!(matches!(&wrong[..], [(_, 3, TomlFault::WrongType { .. })]), "{wrong:?}");
    for nonsense in ["-1.0", "0.0", "nan", "inf"] {
        let found = faults(own(&format!("[body]\nsize = {nonsense}\n")));
        assert_eq!((found.len(), found[0].1), (1, 3), "{nonsense}: {found:?}");
    }
    let narrow = faults(own("[page]\nleft = 110.0\n"));
    assert!(matches!(&narrow[..], [(_, 3, TomlFault::NoRoom { .. })]), "{narrow:?}");
}

#[test]
fn a_base_must_exist_and_no_profile_rests_on_itself() {
    let unknown = faults(read(&[("rieng.toml", "extends = \"nghi-dinh-3\"\n")]));
    let nearest = Some("nghi-dinh-30".to_owned());
    let fault = TomlFault::Dangling { name: "nghi-dinh-3".into(), nearest };
    assert_eq!(unknown, [("templates/layouts/rieng.toml".into(), 1, fault)]);
    let circle = faults(read(&[
        ("rieng.toml", "extends = \"hai\"\n"),
        ("hai.toml", "title = \"Hai\"\nextends = \"rieng\"\n"),
    ]));
    let chain = ["rieng", "hai", "rieng"].map(str::to_owned).to_vec();
    assert_eq!(
        circle,
        [("templates/layouts/hai.toml".into(), 2, TomlFault::ProfilesInCircle(chain))]
    );
}

#[test]
fn what_lies_outside_of_the_law_is_told_with_its_line() {
    let beyond = own("[page]\nright = 25.0\n[body]\nsize = 13.0\n").unwrap().beyond;
    let [finding] = &beyond[..] else { panic!("{beyond:?}") };
    assert_eq!(finding.place.file.as_deref(), Some("templates/layouts/rieng.toml"));
    let Fact::Paper(PaperFact::LookBeyondLaw { key, value, least, most, point, line }) =
        &finding.fact
    else {
        panic!("{finding:?}")
    };
    assert_eq!((key.as_str(), value.as_str(), least.as_str()), ("page.right", "25", "15"));
    assert_eq!((most.as_deref(), *point, *line), (Some("20"), "I.3", 3));
}

#[test]
fn the_last_word_of_a_chain_counts() {
    let hai = "extends = \"nghi-dinh-30\"\n[page]\nright = 25.0\n";
    let mended = "extends = \"hai\"\n[page]\nright = 20.0\n";
    assert_eq!(read(&[("rieng.toml", mended), ("hai.toml", hai)]).unwrap().beyond, []);
    let kept = "extends = \"hai\"\n[page]\ntop = 25.0\n";
    assert_eq!(read(&[("rieng.toml", kept), ("hai.toml", hai)]).unwrap().beyond.len(), 1);
}
