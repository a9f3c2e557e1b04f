//! What an earlier build left: its manifest and its figures. Both may come from an older version, or
//! from anybody: what they do not hold is left out, what they hold too much of is not read.

use std::fs::File;
use std::io;
use std::io::BufReader;
use std::io::Read;
use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::finding::failure::Failure;
use crate::model::issue::Impression;
use crate::model::issue::Imprint;
use crate::model::ledger::PrintedAt;
use crate::model::unit_papers::UnitPapers;
use crate::output::MANIFEST;
use crate::output::manifest::Manifest;
use crate::output::manifest::Output;
use crate::text::digest::Summing;

/// The largest file that is kept whole, in bytes; the figures of ten thousand units fit.
const LARGEST: u64 = 512 << 20;

/// The largest file of which only what papers print is kept, in bytes.
const LARGEST_OF_PAPERS: u64 = 4 << 30;

/// Kind of the file of figures in a manifest.
const FIGURES: &str = "so-lieu";

/// An earlier build.
#[derive(Debug, Clone)]
pub struct Earlier {
    /// What it made from what.
    pub manifest: Manifest,
    /// Its figures; `None` if it left none that can be read.
    pub figures: Option<Figures>,
}

/// What `so-lieu.json` holds, as far as it is asked about.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Figures {
    /// Every figure.
    pub figures: Vec<Entry>,
    /// Points, ranks and votes.
    pub points: Vec<Entry>,
    /// What papers of the cluster print.
    pub printed: Vec<PrintedAt>,
    /// What papers of units print.
    pub unit_papers: Vec<UnitPapers>,
    /// What papers printed when they were issued.
    pub issued: Vec<Impression>,
    /// Whether the file is as that build wrote it.
    #[serde(skip)]
    pub is_whole: bool,
}

/// What papers print, without the figures themselves, which of thousands of units are more than all else.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Places {
    printed: Vec<PrintedAt>,
    unit_papers: Vec<UnitPapers>,
    issued: Vec<Impression>,
}

impl From<Places> for Figures {
    fn from(places: Places) -> Self {
        let Places { printed, unit_papers, issued } = places;
        Self { printed, unit_papers, issued, ..Self::default() }
    }
}

/// A figure.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Entry {
    /// Identity.
    pub id: String,
    /// Its value, in đồng or percent.
    pub value: Option<String>,
    /// The cells that it rests on.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Cell {
    /// Workbook.
    pub file: String,
    /// Sheet.
    pub sheet: String,
    /// Address.
    pub cell: String,
}

impl Earlier {
    /// The build that a folder of outputs, or a manifest, tells of.
    ///
    /// # Errors
    /// [`Failure::Io`] if there is no manifest that can be read, or figures that cannot.
    pub fn open(path: &Path) -> Result<Self, Failure> {
        Self::with::<Figures>(path, LARGEST)
    }

    /// The same without the figures themselves: what a build asks of the one before it.
    pub(super) fn of_papers(folder: &Path) -> Result<Self, Failure> {
        Self::with::<Places>(folder, LARGEST_OF_PAPERS)
    }

    fn with<T: DeserializeOwned + Into<Figures>>(
        path: &Path,
        largest: u64,
    ) -> Result<Self, Failure> {
        let manifest = if path.is_dir() { path.join(MANIFEST) } else { path.to_owned() };
        let folder = manifest.parent().map(Path::to_owned).unwrap_or_default();
        let read: Manifest = parse(&manifest, LARGEST)?;
        let named = read.outputs.iter().find(|it| it.document == FIGURES);
        // A name of a manifest leads nowhere else.
        let plain = named.filter(|it| Path::new(&it.file).components().count() == 1);
        let plain = plain.map(|it| (folder.join(&it.file), it)).filter(|(it, _)| it.is_file());
        let figures = plain.map(|(path, it)| figures_of::<T>(&path, it, largest)).transpose()?;
        Ok(Self { manifest: read, figures })
    }

    /// What an issued paper printed: kept since it was issued, or as the build that made it told.
    #[must_use]
    pub fn impression(&self, sha256: &str) -> Option<Impression> {
        let figures = self.figures.as_ref();
        let kept = figures.and_then(|it| it.issued.iter().find(|it| it.sha256 == sha256));
        kept.cloned().or_else(|| {
            let output = self.manifest.outputs.iter().find(|it| it.sha256 == sha256)?;
            Some(self.told(output))
        })
    }

    fn told(&self, output: &Output) -> Impression {
        let printed = self.figures.iter().flat_map(|it| &it.printed);
        let own = printed.filter(|it| it.document == output.file);
        let imprint = |it: &PrintedAt| Imprint { figure: it.figure.clone(), text: it.text.clone() };
        Impression {
            file: output.file.clone(),
            sha256: output.sha256.clone(),
            content: output.content.clone(),
            printed: own.map(imprint).collect(),
        }
    }
}

/// What `bytes` of a file of figures hold.
///
/// # Errors
/// What the parser said.
pub fn figures(bytes: &[u8]) -> Result<Figures, serde_json::Error> {
    serde_json::from_slice(bytes)
}

fn figures_of<T: DeserializeOwned + Into<Figures>>(
    path: &Path,
    listed: &Output,
    largest: u64,
) -> Result<Figures, Failure> {
    let mut summing = Summing::new(io::sink());
    io::copy(&mut open(path, largest)?, &mut summing)
        .map_err(|source| Failure::io(path, source))?;
    let (_, sha256, _) = summing.finish();
    Ok(Figures { is_whole: sha256 == listed.sha256, ..parse::<T>(path, largest)?.into() })
}

/// Reads a file piece by piece: it may be larger than memory should be.
fn parse<T: DeserializeOwned>(path: &Path, largest: u64) -> Result<T, Failure> {
    serde_json::from_reader(open(path, largest)?).map_err(|error| Failure::io(path, error.into()))
}

fn open(path: &Path, largest: u64) -> Result<impl Read + use<>, Failure> {
    let failed = |source| Failure::io(path, source);
    let file = File::open(path).map_err(failed)?;
    if file.metadata().map_err(failed)?.len() > largest {
        return Err(failed(io::ErrorKind::FileTooLarge.into()));
    }
    Ok(BufReader::with_capacity(1 << 16, file.take(largest)))
}
