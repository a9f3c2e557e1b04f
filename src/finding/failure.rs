//! Why the program could not do its work.

mod template;
mod toml;

use std::path::PathBuf;

pub use self::template::CallNeeds;
pub use self::template::Closed;
pub use self::template::Markup;
pub use self::template::TemplateError;
pub use self::template::TemplateFault;
pub use self::template::TemplateSpot;
pub use self::toml::CriteriaFault;
pub use self::toml::Needs;
pub use self::toml::SuccessionFault;
pub use self::toml::TomlError;
pub use self::toml::TomlFault;

/// The program could not do its work (exit code 2).
#[derive(Debug)]
pub enum Failure {
    /// The folder of the campaign is not one.
    NoCampaign {
        /// What was given.
        folder: PathBuf,
    },
    /// A file or folder could not be read or written.
    Io {
        /// Which.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// An output is held open by another program.
    Busy {
        /// Which.
        path: PathBuf,
    },
    /// Another run is at work in the folder.
    Locked {
        /// The folder.
        folder: PathBuf,
    },
    /// Papers of a divided run are not there.
    PiecesMissing {
        /// Numbers of the shards that make them, each with how many are missing.
        shards: Vec<(usize, usize)>,
    },
    /// What a run was planned with is not what lies here.
    PlanDiffers(PlanDifference),
    /// A plan has no such shard.
    NoShard {
        /// The number that was asked for.
        shard: usize,
        /// How many there are.
        shards: usize,
    },
    /// A new campaign is to be written where something stands already.
    NotEmpty {
        /// The folder.
        folder: PathBuf,
    },
    /// A half year is to follow a half year.
    HalfAfterHalf {
        /// Name of the campaign of the half.
        campaign: String,
    },
    /// A paper cannot be shown as pages: a workbook, or one of a block where there are no blocks.
    NoPages {
        /// Its kind.
        document: String,
    },
    /// A paper has no such page.
    NoPage {
        /// Its kind.
        document: String,
        /// The page that was asked for.
        page: usize,
        /// How many it has.
        pages: usize,
    },
    /// TOML files are at fault.
    Toml(Vec<TomlError>),
    /// A template file does not exist.
    NoTemplate {
        /// Its path under `templates`.
        path: String,
    },
    /// A template could not be filled.
    Template(Box<TemplateError>),
    /// Typst could not draw a paper.
    Layout {
        /// Name of the document.
        document: String,
        /// What Typst said.
        detail: String,
    },
    /// No font has a character.
    NoGlyph {
        /// The character.
        character: char,
        /// Words around it.
        context: String,
        /// Name of the document.
        document: String,
    },
    /// A workbook could not be written.
    Workbook {
        /// Name of the document.
        document: String,
        /// What the writer said.
        detail: String,
    },
    /// The process that reads workbooks could not be started.
    NoReader {
        /// The program that was to be started.
        program: PathBuf,
        /// What is known of the reason.
        detail: String,
    },
    /// Nothing tells of the figures of a file.
    NoFigures {
        /// The file.
        path: PathBuf,
    },
    /// A PDF cannot be read.
    UnreadablePdf {
        /// The file.
        path: PathBuf,
        /// Why.
        why: PdfFault,
    },
    /// No legal basis of a family is in force on the paper's date.
    NoLegalBasis {
        /// The family.
        family: String,
        /// The date as people write it.
        date: String,
    },
}

/// In what a machine differs from the plan of a divided run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanDifference {
    /// A file of the campaign or of its templates has another content, or is not there.
    Input(String),
    /// A file that the plan does not know.
    NewInput(String),
    /// The program, the layouts, or the fonts.
    Tools,
}

/// Why nothing can be said of a PDF.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PdfFault {
    /// It is no PDF.
    NotPdf,
    /// It is damaged: cut, or its tables are wrong.
    Damaged,
    /// It is locked with a password.
    Encrypted,
    /// It has more signatures than anything real.
    TooMuch,
}

impl Failure {
    /// Whether it says something of one paper, not of the disk or of what all papers rest on.
    #[must_use]
    pub fn is_of_one_paper(&self) -> bool {
        matches!(
            self,
            Self::Template(_) | Self::NoGlyph { .. } | Self::Layout { .. } | Self::Workbook { .. }
        )
    }

    /// A failure to read or write `path`.
    #[must_use]
    pub fn io(path: impl Into<PathBuf>, source: std::io::Error) -> Self {
        Self::Io { path: path.into(), source }
    }
}
