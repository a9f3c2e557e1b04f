//! What holds of a folder of outputs: every file is as it was made, and every printed figure stands in the
//! finished files as `so-lieu.json` tells.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::path::Component;
use std::path::Path;

use serde::Deserialize;

use crate::finding::failure::Failure;
use crate::inspect::beside;
use crate::inspect::held;
use crate::inspect::held::Odd;
use crate::inspect::pdf;
use crate::inspect::story::Node;
use crate::inspect::story::Teller;
use crate::inspect::word;
use crate::inspect::wording::Wording;
use crate::model::ledger::Ledger;
use crate::model::ledger::PrintedAt;
use crate::model::ledger::Spot;
use crate::model::unit_papers::UnitPapers;
use crate::output::MANIFEST;
use crate::output::manifest::Manifest;
use crate::output::manifest::Output;
use crate::output::shelf;
use crate::pipeline::event::Event;
use crate::pipeline::event::Listener;
use crate::pipeline::verify;
use crate::read::workbook::Opener;
use crate::text::digest;

/// Kind of the file of figures in a manifest.
const FIGURES: &str = "so-lieu";

/// A folder of outputs that was looked at.
#[derive(Debug, Default)]
pub struct Folder {
    /// Files that the manifest lists.
    pub files: usize,
    /// Printed figures that were looked for; those of a Word copy count by themselves.
    pub figures: usize,
    /// What does not hold, file by file.
    pub faults: Vec<Fault>,
    /// Papers that were signed or filled in after they were made, as they may be.
    pub signed: Vec<String>,
    /// Files that no manifest lists.
    pub unlisted: Vec<String>,
}

/// Something that does not hold.
#[derive(Debug)]
pub enum Fault {
    /// A file is gone.
    Missing {
        /// Its name.
        file: String,
    },
    /// A file is not as it was made.
    Edited {
        /// Its name.
        file: String,
    },
    /// The figures of a file cannot be read.
    Unreadable {
        /// Its name.
        file: String,
    },
    /// A figure is not printed as the file of figures tells.
    Figure {
        /// The file that prints it.
        file: String,
        /// Where, as what, and what stands there.
        odd: Odd,
        /// What the figure is; `None` on the paper of a unit.
        subject: Option<Box<Node>>,
    },
    /// In the file of figures itself the words and the value do not belong together.
    Value {
        /// The file of figures.
        file: String,
        /// The printed words.
        at: PrintedAt,
        /// The figure with its value.
        subject: Box<Node>,
    },
}

/// Looks at a folder of outputs.
///
/// # Errors
/// [`Failure::Io`] if there is no manifest that can be read, [`Failure::NoReader`] if workbooks cannot be.
pub fn of_folder(
    folder: &Path,
    opener: &dyn Opener,
    listen: &mut Listener<'_>,
) -> Result<Folder, Failure> {
    let manifest = Manifest::of_folder(folder)
        .ok_or_else(|| Failure::io(folder.join(MANIFEST), std::io::ErrorKind::NotFound.into()))?;
    let mut look = Look { folder, opener, told: Told::default(), found: Folder::default() };
    let (figures, papers): (Vec<&Output>, Vec<&Output>) =
        manifest.outputs.iter().partition(|it| it.document == FIGURES);
    for output in figures {
        look.figures(output);
    }
    let total = papers.len();
    for output in papers.iter().filter(|it| !it.binds.is_empty()) {
        look.told.bound(output, &manifest);
    }
    for (done, output) in papers.into_iter().enumerate() {
        listen(Event::Reading { file: output.file.clone(), done, total });
        look.paper(output)?;
    }
    let mut found = look.found;
    found.files = manifest.outputs.len();
    let listed: BTreeSet<&str> = manifest.outputs.iter().map(|it| it.file.as_str()).collect();
    let old = format!("{}/", shelf::OLD);
    found.unlisted = beside::files(folder)?
        .into_iter()
        .filter(|it| !listed.contains(it.as_str()) && it != MANIFEST && !it.starts_with(&old))
        .collect();
    Ok(found)
}

/// What files of figures tell.
#[derive(Default)]
struct Told {
    ledgers: Vec<Ledger>,
    printed: BTreeMap<String, Vec<PrintedAt>>,
}

/// What a file of figures tells beside its ledger.
#[derive(Deserialize)]
struct Beside {
    #[serde(default)]
    unit_papers: Vec<UnitPapers>,
}

impl Told {
    fn add(&mut self, mut ledger: Ledger, unit_papers: &[UnitPapers]) {
        for at in std::mem::take(&mut ledger.printed) {
            self.printed.entry(at.document.clone()).or_default().push(at);
        }
        for kind in unit_papers {
            let files = kind.printed.keys().map(|it| (it.clone(), kind.printed_in(it)));
            self.printed.extend(files);
        }
        self.ledgers.push(ledger);
    }
}

impl Told {
    /// What a volume prints: what its papers print, each from an odd page on.
    fn bound(&mut self, volume: &Output, manifest: &Manifest) {
        let mut printed: Vec<PrintedAt> = Vec::new();
        let mut before = 0;
        for file in &volume.binds {
            for at in self.printed.get(file).into_iter().flatten() {
                let spot = at.spot.clone().map(|spot| match spot {
                    Spot::Page { page } => Spot::Page { page: before + page },
                    spot @ Spot::Cell { .. } => spot,
                });
                let document = volume.file.clone();
                printed.push(PrintedAt { document, n: printed.len(), spot, ..at.clone() });
            }
            let pages = manifest.outputs.iter().find(|it| it.file == *file).and_then(|it| it.pages);
            before += pages.unwrap_or_default().next_multiple_of(2);
        }
        self.printed.insert(volume.file.clone(), printed);
    }
}

struct Look<'a> {
    folder: &'a Path,
    opener: &'a dyn Opener,
    told: Told,
    found: Folder,
}

impl Look<'_> {
    /// Reads a file of figures and holds its words against its values.
    fn figures(&mut self, output: &Output) {
        let file = output.file.clone();
        let Some(figures) = beside::figures(self.folder, &file).filter(|it| it.name == file) else {
            let is_there = self.folder.join(&file).is_file();
            self.found.faults.push(match is_there {
                true => Fault::Unreadable { file },
                false => Fault::Missing { file },
            });
            return;
        };
        if digest::sha256(&figures.bytes) != output.sha256 {
            self.found.faults.push(Fault::Edited { file: file.clone() });
        }
        let teller = Teller::new(&figures.ledger);
        for at in &figures.ledger.printed {
            if teller.shown(at).wording == Wording::Unlike {
                let (at, subject) = (at.clone(), Box::new(teller.head(&at.figure)));
                self.found.faults.push(Fault::Value { file: file.clone(), at, subject });
            }
        }
        let unit_papers = serde_json::from_slice(&figures.bytes)
            .map_or_else(|_| Vec::new(), |it: Beside| it.unit_papers);
        self.told.add(figures.ledger, &unit_papers);
    }

    /// Reads a paper and holds its figures against those that are told.
    fn paper(&mut self, output: &Output) -> Result<(), Failure> {
        let file = output.file.clone();
        // A name of a manifest leads nowhere else.
        let is_inside = Path::new(&file).components().all(|it| matches!(it, Component::Normal(_)));
        let path = self.folder.join(&file);
        if !is_inside || !path.is_file() {
            self.found.faults.push(Fault::Missing { file });
            return Ok(());
        }
        let bytes = beside::paper(&path)?.bytes;
        if digest::sha256(&bytes) != output.sha256 {
            if is_signed_only(&path) {
                self.found.signed.push(file.clone());
            } else {
                self.found.faults.push(Fault::Edited { file: file.clone() });
            }
        }
        let original = output.copy_of.as_deref().unwrap_or(&file);
        let Some(printed) = self.told.printed.get(original) else { return Ok(()) };
        match self.odds(&file, &bytes, printed)? {
            Some(odds) => {
                self.found.figures += printed.len();
                self.found.faults.extend(self.told.faults(&file, odds));
            }
            None => self.found.faults.push(Fault::Unreadable { file }),
        }
        Ok(())
    }

    /// Figures of a file that are not as they are told; `None` if it cannot be read.
    fn odds(
        &self,
        file: &str,
        bytes: &[u8],
        printed: &[PrintedAt],
    ) -> Result<Option<Vec<Odd>>, Failure> {
        let kind = Path::new(file).extension().and_then(|it| it.to_str());
        Ok(match kind {
            Some("pdf") => pdf::read(bytes).ok().map(|pages| held::in_pdf(&pages, printed)),
            Some("docx") => word::figures(bytes).map(|it| held::in_word(&it, printed)),
            Some("xlsx") => {
                self.opener.open(bytes, None)?.ok().map(|book| held::in_workbook(&book, printed))
            }
            _ => Some(Vec::new()),
        })
    }
}

impl Told {
    /// Figures that are not as they are told, each with what it is.
    fn faults(&self, file: &str, odds: Vec<Odd>) -> Vec<Fault> {
        let tellers: Vec<Teller<'_>> = match odds.as_slice() {
            [] => Vec::new(),
            _ => self.ledgers.iter().map(Teller::new).collect(),
        };
        let fault = |odd: Odd| {
            let figure = odd.at.figure.as_str();
            let teller = tellers.iter().find(|it| it.knows(figure));
            let subject = teller.map(|it| Box::new(it.head(figure)));
            Fault::Figure { file: file.to_owned(), odd, subject }
        };
        odds.into_iter().map(fault).collect()
    }
}

/// Whether what came after the paper was made is nothing but signatures and fields filled in.
fn is_signed_only(path: &Path) -> bool {
    let verified = verify::of_file(path, None);
    verified.is_ok_and(|it| matches!(it.content, verify::Content::AsMade { .. }) && it.is_good())
}
