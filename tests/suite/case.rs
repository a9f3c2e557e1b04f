//! A campaign of one's own: a copy of a committed one in a temporary folder, to spoil and to build.

use std::fs;
use std::path::Path;
use std::path::PathBuf;

use tempfile::TempDir;
use thidua::compose::Composer;
use thidua::finding::fact::Finding;
use thidua::finding::failure::Failure;
use thidua::pipeline::build;
use thidua::pipeline::build::Built;
use thidua::pipeline::build::Options;
use thidua::pipeline::gather;
use thidua::pipeline::gather::Gathered;
use thidua::pipeline::plan;
use thidua::pipeline::plan::Wanted;
use thidua::read::workbook::InProcess;

use crate::form::Book;
use crate::source::root;

/// Six provinces.
pub(crate) const CUM_5: &str = "cum-so-5-2024";
/// Ten provinces.
pub(crate) const NAM_TRUNG_BO: &str = "nam-trung-bo-tay-nguyen-2020";
/// A province with ten blocks of unions.
pub(crate) const AN_GIANG: &str = "an-giang-2021";
/// A province's own year.
pub(crate) const SOC_TRANG: &str = "soc-trang-2019";
/// The papers of a conference of a province.
pub(crate) const TUYEN_QUANG: &str = "tuyen-quang-2021";
/// Ten provinces before the mergers of 1 July 2025.
pub(crate) const MIEN_TRUNG_2024: &str = "mien-trung-tay-nguyen-2024";
/// Nine provinces after them, with that one as its predecessor.
pub(crate) const MIEN_TRUNG_2025: &str = "mien-trung-tay-nguyen-2025";
/// Every committed campaign of a cluster of provinces.
pub(crate) const CAMPAIGNS: [&str; 4] = [CUM_5, NAM_TRUNG_BO, MIEN_TRUNG_2024, MIEN_TRUNG_2025];

/// Kinds of papers that a campaign makes whether it scores or not.
const COMMON: [&str; 7] = [
    "giao-uoc",
    "bao-cao-tong-ket",
    "tin-hoi-nghi",
    "bang-tong-hop-so-lieu",
    "bang-dang-ky-thi-dua",
    "phieu-xac-nhan-so-lieu",
    "de-nghi-ra-soat",
];

/// A campaign in a temporary folder.
pub(crate) struct Case {
    /// Its folder.
    pub(crate) root: PathBuf,
    /// Where its outputs go.
    pub(crate) out: PathBuf,
    folder: TempDir,
}

/// What was built.
pub(crate) struct Whole {
    pub(crate) gathered: Gathered,
    pub(crate) built: Built,
}

impl Case {
    /// A copy of a committed campaign, and beside it of the one that it names as its predecessor.
    pub(crate) fn of(campaign: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let case =
            Self { root: folder.path().join(campaign), out: folder.path().join("outputs"), folder };
        copy(&root().join("inputs").join(campaign), &case.root);
        let text = fs::read_to_string(case.root.join("campaign.toml")).unwrap();
        let named = text.lines().find_map(|it| it.strip_prefix("predecessor = \"../"));
        if let Some(name) = named.map(|it| it.trim_end_matches('"')) {
            copy(&root().join("inputs").join(name), &case.folder().join(name));
        }
        case
    }

    /// A copy of a campaign in which one workbook was changed.
    pub(crate) fn with(campaign: &str, unit: &str, change: impl FnOnce(&mut Book)) -> Self {
        let case = Self::of(campaign);
        case.change(unit, change);
        case
    }

    /// The same with the papers of every campaign alone: those of scoring have tests of their own.
    pub(crate) fn common(self) -> Self {
        self.edit(&[("stage = ", &format!("papers = {COMMON:?}\nstage = "))]);
        self
    }

    /// The same without points: no criteria, no meeting, no ballots, no awards, no panel.
    pub(crate) fn unscored(self) -> Self {
        let path = self.root.join("campaign.toml");
        let mut file: toml_edit::DocumentMut = fs::read_to_string(&path).unwrap().parse().unwrap();
        for key in ["scoring", "meeting", "ballots", "awards"] {
            file.remove(key);
        }
        fs::write(&path, file.to_string()).unwrap();
        let _ = fs::remove_dir_all(self.root.join("panel"));
        self
    }

    /// The temporary folder in which the campaign lies.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The workbook of a unit.
    pub(crate) fn book(&self, unit: &str) -> Book {
        Book::read(&fs::read(self.root.join(sent(unit))).unwrap())
    }

    /// Changes the workbook of a unit.
    pub(crate) fn change(&self, unit: &str, change: impl FnOnce(&mut Book)) {
        let mut book = self.book(unit);
        change(&mut book);
        self.write(&sent(unit), book.bytes());
    }

    /// Writes a file of the campaign.
    pub(crate) fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// Removes a file of the campaign.
    pub(crate) fn remove(&self, path: &str) {
        fs::remove_file(self.root.join(path)).unwrap();
    }

    /// Changes words of `campaign.toml`, each of which must be there.
    pub(crate) fn edit(&self, changes: &[(&str, &str)]) {
        let path = self.root.join("campaign.toml");
        let mut text = fs::read_to_string(&path).unwrap();
        for (from, to) in changes {
            assert!(text.contains(from), "campaign.toml has no “{from}”");
            text = text.replacen(from, to, 1);
        }
        fs::write(path, text).unwrap();
    }

    /// Adds lines at the end of `campaign.toml`.
    pub(crate) fn append(&self, lines: &str) {
        let path = self.root.join("campaign.toml");
        let text = fs::read_to_string(&path).unwrap();
        fs::write(path, format!("{text}\n{lines}\n")).unwrap();
    }

    /// Reads and checks.
    pub(crate) fn gather(&self) -> Gathered {
        gather::gather(&self.root, &InProcess, &mut |_| {}).unwrap()
    }

    /// Builds everything with the fonts inside the program.
    pub(crate) fn build(&self) -> Whole {
        self.try_build(false, &[]).unwrap()
    }

    /// Builds drafts.
    pub(crate) fn draft(&self) -> Whole {
        self.try_build(true, &[]).unwrap()
    }

    /// Builds the documents of these names; all if there are none.
    pub(crate) fn try_build(&self, draft: bool, only: &[&str]) -> Result<Whole, Failure> {
        let gathered = gather::gather(&self.root, &InProcess, &mut |_| {})?;
        let only = only.iter().map(|it| (*it).to_owned()).collect();
        let options = Options { only, draft, out: self.out.clone(), ..Options::default() };
        let built = build::build(&gathered, &options, &mut |_| {})?;
        Ok(Whole { gathered, built })
    }

    /// An output.
    pub(crate) fn output(&self, name: &str) -> Vec<u8> {
        fs::read(self.out.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Paths of all files among the outputs, sorted; hidden files left out.
    pub(crate) fn files(&self) -> Vec<String> {
        files_of(&self.out)
    }

    /// Names of the outputs, sorted, folders with `/` at the end; hidden files left out.
    pub(crate) fn outputs(&self) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(&self.out)
            .unwrap()
            .map(|entry| {
                let entry = entry.unwrap();
                let folder = if entry.path().is_dir() { "/" } else { "" };
                format!("{}{folder}", entry.file_name().to_str().unwrap())
            })
            .filter(|name| !name.starts_with('.'))
            .collect();
        names.sort();
        names
    }
}

/// Paths of all files of a folder and of the folders in it, sorted; hidden files left out.
pub(crate) fn files_of(folder: &Path) -> Vec<String> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        if name.starts_with('.') {
            continue;
        }
        if entry.path().is_dir() {
            files.extend(files_of(&entry.path()).iter().map(|it| format!("{name}/{it}")));
        } else {
            files.push(name);
        }
    }
    files.sort();
    files
}

/// A committed campaign, read and checked.
pub(crate) fn committed(campaign: &str) -> Gathered {
    gather::gather(&root().join("inputs").join(campaign), &InProcess, &mut |_| {}).unwrap()
}

/// Path of a unit's workbook in its campaign.
pub(crate) fn sent(unit: &str) -> String {
    format!("submissions/{unit}.xlsx")
}

/// Findings as `error required cao-bang submissions/cao-bang.xlsx/Số liệu/F17`.
pub(crate) fn findings(gathered: &Gathered) -> Vec<String> {
    gathered.findings.iter().map(|it| shown(it, gathered)).collect()
}

fn shown(finding: &Finding, gathered: &Gathered) -> String {
    let severity = format!("{:?}", finding.fact.severity()).to_lowercase();
    let unit = finding.unit.map_or("-", |it| &gathered.declared.campaign[it].code);
    let mut place: Vec<String> = Vec::new();
    place.extend(finding.place.file.clone());
    place.extend(finding.place.sheet.clone());
    place.extend(finding.place.cell.map(|it| it.to_string()));
    format!("{severity} {} {unit} {}", finding.fact.code(), place.join("/"))
}

/// Names of the papers of the cluster that are refused, among those of every campaign.
pub(crate) fn refused(gathered: &Gathered) -> Vec<String> {
    refused_of_all(gathered).into_iter().filter(|it| COMMON.contains(&it.as_str())).collect()
}

/// Names of all papers of the cluster that are refused.
pub(crate) fn refused_of_all(gathered: &Gathered) -> Vec<String> {
    let composer = Composer::new(plan::material(gathered, false));
    let plan = plan::plan(gathered, &composer, Wanted::default(), false).unwrap();
    // The papers of units lie in folders.
    let of_cluster = plan.refused.into_iter().filter(|it| !it.file.contains('/'));
    of_cluster.map(|it| it.name).collect()
}

/// Files of the papers of the cluster, each with its kind.
pub(crate) fn kinds(gathered: &Gathered) -> Vec<(String, String)> {
    let composer = Composer::new(plan::material(gathered, false));
    let plan = plan::plan(gathered, &composer, Wanted::default(), false).unwrap();
    plan.jobs.into_iter().map(|it| (it.file, it.name)).collect()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
