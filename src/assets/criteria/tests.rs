//! Faults of criteria files, each with its place.

use super::*;
use crate::finding::lang::Lang;
use crate::model::criteria::CriterionKind;
use crate::model::criteria::Curve;
use crate::model::criteria::Way;
use crate::model::measure::Measure;

/// The campaign and the catalogue that the examples are written for.
fn known() -> (Campaign, Catalogue) {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("inputs/cum-so-5-2024");
    let declared = crate::assets::open(&root).unwrap();
    (declared.campaign, declared.catalogue)
}

fn built_in(name: &str) -> String {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/criteria");
    std::fs::read_to_string(root.join(name)).unwrap()
}

fn read_text(text: &str) -> Result<Criteria, Vec<TomlError>> {
    let (campaign, catalogue) = known();
    read("thu", text.to_owned(), &campaign, &catalogue).map(|it| it.criteria)
}

/// Line and message of every fault.
fn faults(text: &str) -> Vec<String> {
    let shown =
        |it: &TomlError| format!("{}: {}", it.position().0, Lang::Vi.toml_fault(&it.fault).message);
    read_text(text).map_or_else(|all| all.iter().map(shown).collect(), |_| Vec::new())
}

#[test]
fn the_examples_are_sound() {
    for (name, scale, groups) in [("cham-diem-100.toml", 100, 8), ("cham-diem-1000.toml", 1000, 4)]
    {
        let criteria = read_text(&built_in(name)).unwrap();
        assert_eq!(criteria.scale, Decimal::from(scale), "{name}");
        let merit = criteria.groups.iter().filter(|it| it.kind == CriterionKind::Merit);
        assert_eq!(merit.count(), groups, "{name}");
        assert!(criteria.ids().all(|id| criteria[id].max > Decimal::ZERO));
    }
}

#[test]
fn codes_become_identities_and_each_way_is_read() {
    let criteria = read_text(&built_in("cham-diem-1000.toml")).unwrap();
    let way = |code: &str| criteria[criteria.find(code).unwrap()].way.clone();
    let Way::Target(steps) = way("I.1") else { panic!() };
    assert!(matches!(&steps.curve, Curve::Steps(all) if all.len() == 4));
    assert_eq!(steps.against, Measure::Target);
    let Way::Target(leader) = way("II.1") else { panic!() };
    assert_eq!(leader.curve, Curve::Leader);
    assert!(matches!(way("I.5"), Way::Count { each, .. } if each == Decimal::from(4)));
    assert_eq!(way("IV.2"), Way::Done { indicator: None });
    assert_eq!(way("IV.3"), Way::Judged);
    assert!(matches!(way("T.2"), Way::Expression { .. }));
    assert!(matches!(way("TR.1"), Way::Late { .. }));
    assert!(matches!(way("TR.2"), Way::Findings { codes, .. } if codes.len() == 5));
    assert_eq!(criteria.find(" tr.2. "), criteria.find("TR.2"));
}

const HEAD: &str = "title = \"Thử\"\nscale = \"10\"\n";

fn one(criterion: &str) -> String {
    format!(
        "{HEAD}[[groups]]\ncode = \"I\"\ntitle = \"Một\"\nmax = \"10\"\n[[groups.criteria]]\n\
         code = \"I.1\"\nname = \"Việc\"\nmax = \"10\"\n{criterion}\n"
    )
}

#[test]
fn what_is_wrong_with_a_criterion_is_told_at_its_line() {
    let cases = [
        ("", ""),
        ("done = \"\"", ""),
        ("done = \"TCH05\"", ""),
        ("done = \"TC12\"", "11: chỉ tiêu TC12 không phải là chỉ tiêu có/không"),
        ("late = \"1\"\ndone = \"\"", "8: một tiêu chí chỉ có một cách tính điểm"),
        ("late = \"-1\"", "11: “-1” viết không đúng dạng"),
        ("late = \"0\"", "11: “0” viết không đúng dạng"),
        ("late = \"1000001\"", "11: “1000001” viết không đúng dạng"),
        (
            "target = { indicator = \"TC21\" }",
            "11: không có “TC21” trong tệp này hay trong danh mục",
        ),
        (
            "findings = { codes = [\"sub-set\"], each = \"1\" }",
            "11: không có “sub-set” trong tệp này hay trong danh mục",
        ),
        (
            "target = { indicator = \"TC12\", curve = \"steps\" }",
            "11: steps đi cùng curve = \"steps\", và phải có ít nhất một bậc",
        ),
        (
            "target = { indicator = \"TC12\", steps = [{ from = \"1\", share = \"1\" }] }",
            "11: steps đi cùng curve = \"steps\", và phải có ít nhất một bậc",
        ),
        (
            "target = { indicator = \"TC12\", curve = \"steps\", steps = [\n\
             { from = \"90\", share = \"50\" },\n{ from = \"80\", share = \"70\" }] }",
            "13: bậc sau phải cao hơn bậc trước, cả mức đạt (from) lẫn phần điểm (share)",
        ),
        (
            "target = { indicator = \"TC12\", curve = \"steps\", steps = [\n\
             { from = \"90\", share = \"101\" }] }",
            "12: phần điểm của một bậc không vượt quá 100 (%)",
        ),
    ];
    for (criterion, expected) in cases {
        let expected: Vec<&str> = Some(expected).filter(|it| !it.is_empty()).into_iter().collect();
        assert_eq!(faults(&one(criterion)), expected, "{criterion}");
    }
}

#[test]
fn what_does_not_add_up_is_told() {
    let text = one("").replace("max = \"10\"\n[[", "max = \"12\"\n[[");
    assert_eq!(
        faults(&text),
        [
            "2: thang điểm là 10, nhưng các nhóm điểm chuẩn cộng lại là 12 điểm",
            "6: nhóm I ghi tối đa 12 điểm, nhưng các tiêu chí của nhóm cộng lại là 10 điểm",
        ]
    );
    // A bonus adds to the scale, and its criteria may promise more than the group gives.
    let bonus = "[[groups]]\ncode = \"T\"\ntitle = \"Thưởng\"\nkind = \"bonus\"\nmax = \"2\"\n\
                 [[groups.criteria]]\ncode = \"T.1\"\nname = \"Một\"\nmax = \"2\"\n\
                 [[groups.criteria]]\ncode = \"T.2\"\nname = \"Hai\"\nmax = \"2\"\n";
    assert_eq!(faults(&format!("{}{bonus}", one(""))), [""; 0]);
}

#[test]
fn codes_stand_once_and_ties_name_what_exists() {
    let second = "[[groups]]\ncode = \"I\"\ntitle = \"Hai\"\nmax = \"1\"\n\
                  [[groups.criteria]]\ncode = \"i.1\"\nname = \"Một\"\nmax = \"1\"\n";
    let found = faults(&format!("{}{second}", one("")));
    assert_eq!(found, ["13: mã “I” có hai lần", "17: mã “i.1” có hai lần"]);
    let ties = "scale = \"10\"\nties = [\"group:I\", \"group:II\", \"less-penalties\"]\n";
    let found = faults(&one("").replace("scale = \"10\"\n", ties));
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found.iter().all(|it| it.starts_with("3: ")), "{found:?}");
}

#[test]
fn points_are_not_taken_by_a_target() {
    let text = one("").replace("code = \"I\"\n", "code = \"I\"\nkind = \"penalty\"\n");
    let text = format!("{text}target = {{ indicator = \"TC12\" }}\n");
    assert!(
        faults(&text).contains(&"13: điểm trừ không tính được theo mức đạt chỉ tiêu".to_owned())
    );
}
