//! A build divided among machines: the merged set is that of one build, byte for byte; nothing that is missing, cut or
//! made from something else is taken.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::path::PathBuf;

use thidua::finding::failure::Failure;
use thidua::finding::failure::PlanDifference;
use thidua::output::run_plan;
use thidua::output::run_plan::RunPlan;
use thidua::pipeline::build;
use thidua::pipeline::build::Built;
use thidua::pipeline::build::Options;
use thidua::pipeline::divide;
use thidua::pipeline::divide::Sharded;
use thidua::pipeline::divide::Typed;

use crate::case::AN_GIANG;
use crate::case::CUM_5;
use crate::case::Case;
use crate::case::files_of;

/// A campaign whose build is divided.
struct Run {
    case: Case,
    folder: PathBuf,
    plan: RunPlan,
}

impl Run {
    fn of(case: Case, shards: usize) -> Self {
        let folder = case.folder().join("outputs.plan");
        let gathered = case.gather();
        let typed = Typed {
            campaign: case.root.to_string_lossy().into_owned(),
            out: case.out.to_string_lossy().into_owned(),
            fonts: "embedded".to_owned(),
        };
        let plan = divide::divide(&gathered, &options(&case), typed, shards).unwrap();
        plan.write(&folder).unwrap();
        assert_eq!(RunPlan::read(&folder).unwrap(), plan);
        Self { case, folder, plan }
    }

    fn shard(&self, number: usize) -> Result<Sharded, Failure> {
        let run = (&self.plan, number);
        let options = options(&self.case);
        divide::shard(&self.case.gather(), &options, run, &self.folder, &mut |_| {})
    }

    fn all(&self) {
        for number in 1..=self.plan.shards.len() {
            self.shard(number).unwrap();
        }
    }

    fn merge(&self) -> Result<Built, Failure> {
        let stage = run_plan::pieces(&self.folder);
        let run = (&self.plan, &stage);
        build::merge(&self.case.gather(), &options(&self.case), run, &mut |_| {})
    }

    /// Files of pieces that are papers, with those of their notes.
    fn pieces(&self) -> Vec<(PathBuf, PathBuf)> {
        let folder = self.folder.join("pieces");
        let names = files_of(&folder).into_iter().map(|it| folder.join(it));
        let papers = names.filter(|it| it.extension().is_none());
        papers.map(|it| (it.clone(), it.with_extension("json"))).collect()
    }
}

fn options(case: &Case) -> Options {
    Options { out: case.out.clone(), ..Options::default() }
}

fn bytes(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let names = files_of(folder).into_iter();
    names.map(|it| (it.clone(), fs::read(folder.join(it)).unwrap())).collect()
}

/// What one build makes of the same campaign.
fn whole(case: &Case) -> BTreeMap<String, Vec<u8>> {
    case.build();
    let whole = bytes(&case.out);
    fs::remove_dir_all(&case.out).unwrap();
    whole
}

#[track_caller]
fn assert_same(found: &BTreeMap<String, Vec<u8>>, whole: &BTreeMap<String, Vec<u8>>) {
    let names: Vec<&String> = whole.keys().collect();
    assert_eq!(found.keys().collect::<Vec<_>>(), names);
    let differ: Vec<&&String> =
        names.iter().filter(|it| found.get(**it) != whole.get(**it)).collect();
    assert!(differ.is_empty(), "{differ:?}");
}

#[test]
fn merged_shards_are_one_build_byte_for_byte() {
    for (campaign, shards) in [(CUM_5, 3), (AN_GIANG, 5)] {
        let case = Case::of(campaign);
        let whole = whole(&case);
        let run = Run::of(case, shards);
        run.all();
        assert!(!run.case.out.exists(), "shards do not touch the outputs");
        let built = run.merge().unwrap();
        assert!(built.failed.is_empty());
        assert_same(&bytes(&run.case.out), &whole);
        assert_eq!(files_of(&run.folder), ["plan.json"]);
        // Merged once more, everything is taken as it lies.
        run.merge().unwrap();
        assert_same(&bytes(&run.case.out), &whole);
    }
}

#[test]
fn every_paper_is_of_one_shard_and_shards_are_balanced() {
    let run = Run::of(Case::of(AN_GIANG), 8);
    let sizes: Vec<usize> = run.plan.shards.iter().map(Vec::len).collect();
    assert!(sizes.iter().max().unwrap() - sizes.iter().min().unwrap() <= 1, "{sizes:?}");
    let papers: BTreeMap<&str, usize> = run.plan.papers().collect();
    assert_eq!(papers.len(), sizes.iter().sum::<usize>());
    for number in [0, 9] {
        let failed = run.shard(number).unwrap_err();
        assert!(matches!(failed, Failure::NoShard { shards: 8, .. }), "{failed:?}");
    }
}

#[test]
fn a_shard_is_done_again_without_making_anything() {
    let run = Run::of(Case::of(CUM_5), 2);
    let first = run.shard(1).unwrap();
    assert_eq!((first.found, first.refused), (0, 0));
    let pieces = bytes(&run.folder);
    let again = run.shard(1).unwrap();
    assert_eq!((again.found, again.papers), (first.papers, first.papers));
    assert_eq!(bytes(&run.folder), pieces);
}

#[test]
fn missing_and_cut_pieces_are_told_by_their_shards_and_nothing_is_written() {
    let run = Run::of(Case::of(CUM_5), 3);
    run.shard(1).unwrap();
    run.shard(3).unwrap();
    let Err(Failure::PiecesMissing { shards }) = run.merge() else { panic!("shard 2 is missing") };
    assert_eq!(shards, [(2, run.plan.shards[1].len())]);
    run.shard(2).unwrap();
    let (paper, _) = run.pieces().pop().unwrap();
    let cut = fs::read(&paper).unwrap();
    fs::write(&paper, &cut[..cut.len() / 2]).unwrap();
    let Err(Failure::PiecesMissing { shards }) = run.merge() else { panic!("a piece is cut") };
    assert_eq!(shards.iter().map(|it| it.1).sum::<usize>(), 1);
    assert!(!run.case.out.join("manifest.json").exists());
    run.shard(shards[0].0).unwrap();
    run.merge().unwrap();
}

#[test]
fn a_merge_that_was_ended_while_it_put_papers_in_place_goes_on() {
    let case = Case::of(CUM_5).common();
    let whole = whole(&case);
    let run = Run::of(case, 2);
    run.all();
    // Half of the pieces are in their places already, and no manifest says so.
    let sums: BTreeMap<Vec<u8>, &String> =
        whole.iter().map(|(name, it)| (it.clone(), name)).collect();
    let mut moved = 0;
    for (paper, _) in run.pieces().into_iter().step_by(2) {
        let Some(name) = sums.get(&fs::read(&paper).unwrap()) else { continue };
        let place = run.case.out.join(name);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::rename(paper, place).unwrap();
        moved += 1;
    }
    assert!(moved > 5, "{moved}");
    run.merge().unwrap();
    assert_same(&bytes(&run.case.out), &whole);
}

#[test]
fn what_the_plan_does_not_know_is_refused() {
    let run = Run::of(Case::of(CUM_5), 2);
    run.all();
    let path = run.case.root.join("submissions/cao-bang.xlsx");
    let before = fs::read(&path).unwrap();
    run.case.change("cao-bang", |book| {
        book.figures().set("DT02", "Thực hiện", 2_500.0);
    });
    for failed in [run.shard(1).unwrap_err(), run.merge().unwrap_err()] {
        let Failure::PlanDiffers(PlanDifference::Input(file)) = failed else {
            panic!("{failed:?}")
        };
        assert_eq!(file, "submissions/cao-bang.xlsx");
    }
    fs::write(&path, before).unwrap();
    fs::write(run.case.root.join("submissions/them.csv"), "Mã,Nội dung\n").unwrap();
    let failed = run.merge().unwrap_err();
    let Failure::PlanDiffers(PlanDifference::NewInput(file)) = failed else { panic!("{failed:?}") };
    assert_eq!(file, "submissions/them.csv");
    fs::remove_file(run.case.root.join("submissions/them.csv")).unwrap();
    let other = Run { plan: RunPlan { tools: "other".to_owned(), ..run.plan.clone() }, ..run };
    let failed = other.merge().unwrap_err();
    assert!(matches!(failed, Failure::PlanDiffers(PlanDifference::Tools)), "{failed:?}");
}

#[test]
fn a_paper_that_no_shard_can_make_stops_no_other_and_the_merge_tells_of_it() {
    let case = Case::of(CUM_5).common();
    let code = "code = \"lang-son\"\n";
    case.edit(&[(code, &format!("{code}place = \"Lạng Sơn \u{12000}\"\n"))]);
    let whole = whole(&case);
    let run = Run::of(case, 2);
    let failed = [1, 2].map(|number| run.shard(number).unwrap().failed);
    let failed: Vec<&str> = failed.iter().flatten().map(|it| it.file.as_str()).collect();
    assert_eq!(failed, ["phieu-xac-nhan-so-lieu/lang-son.pdf"]);
    let built = run.merge().unwrap();
    assert_eq!(built.failed.len(), 1);
    assert_same(&bytes(&run.case.out), &whole);
}
