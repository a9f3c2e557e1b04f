//! Finished papers: what was found of their words and numbers before anybody signs them.

use crate::finding::fact::Named;
use crate::model::catalogue::Severity;
use crate::model::issue::Reference;
use crate::model::measure::Measure;
use crate::text::claims::Hedge;
use crate::text::date::Date;

/// A finding about finished papers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PaperFact {
    /// Of its words.
    Words {
        /// What is wrong.
        slip: Slip,
        /// Where.
        spot: Spot,
    },
    /// It was issued, and would now say something else; it stands as it is.
    IssuedPaperWouldChange {
        /// The paper that was issued.
        issued: Reference,
        /// Position of its `[[issued]]` in `campaign.toml`, from 1.
        entry: usize,
        /// Figures that it would print otherwise: `25.493 → 25.520`; empty if nobody knows.
        figures: Vec<String>,
    },
    /// A length or size of the look that the law does not allow.
    LookBeyondLaw {
        /// The key in the profile, such as `page.right`.
        key: String,
        /// Its value.
        value: String,
        /// The least that the law allows.
        least: String,
        /// The most, if there is one.
        most: Option<String>,
        /// The point of Phụ lục I of NĐ30.
        point: &'static str,
        /// The line of the profile, from 1.
        line: usize,
    },
}

/// What is wrong with the words of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Slip {
    /// An amount that somebody typed and no figure of the campaign backs.
    NumberByHand {
        /// As it stands there.
        number: String,
    },
    /// An amount that somebody typed, and the figure that its words name is another.
    TwoFigures {
        /// As it stands there.
        number: String,
        /// The indicator that the words name.
        figure: Named,
        /// Its value for the whole cluster, as papers print it.
        printed: String,
    },
    /// A word such as "gần" before a number that is not as it says.
    HedgeLies {
        /// What the word says.
        hedge: Hedge,
        /// The number behind it.
        number: String,
        /// What the number is in truth, as papers print it.
        value: String,
    },
    /// A rise or fall that its two ends do not give.
    DifferenceWrong {
        /// As it stands there.
        difference: String,
        /// Where it began.
        from: String,
        /// Where it ended.
        to: String,
        /// What the two ends give.
        computed: String,
    },
    /// A year before the campaign's, left behind.
    OldYear {
        /// The year that stands there.
        year: i16,
        /// The year of the campaign.
        now: i16,
    },
    /// The theme of last year's campaign.
    OldTheme {
        /// The theme.
        theme: String,
        /// Its year.
        year: i16,
    },
    /// The paper rests on a regulation that was not in force on its day.
    BasisNotInForce {
        /// As it stands there.
        cited: String,
        /// Why not.
        force: Force,
        /// The day of the paper.
        dated: Date,
        /// What was in force that day in its place.
        instead: Option<String>,
    },
    /// The paper names such a regulation in passing.
    RegulationNotInForce {
        /// As it stands there.
        cited: String,
        /// Why not.
        force: Force,
        /// The day of the paper.
        dated: Date,
        /// What was in force that day in its place.
        instead: Option<String>,
    },
    /// A province that had gone on in another one.
    ProvinceNotInForce {
        /// Its name.
        name: String,
        /// First day on which it was no longer.
        on: Date,
        /// The province in which it goes on.
        into: String,
    },
    /// One word in two spellings.
    MixedSpelling {
        /// The spelling to keep.
        keep: String,
        /// The other one.
        other: String,
    },
}

/// Why a regulation is not in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Force {
    /// This was its last day.
    Ended(Date),
    /// This is its first day.
    NotYet(Date),
}

/// A place in the words of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// Under which heading; empty for the title.
    pub part: String,
    /// The words there.
    pub words: String,
    /// Where somebody typed them; `None` for words that the program made.
    pub typed: Option<Typed>,
}

/// A line of a file in which somebody typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typed {
    /// The file: `campaign.toml`, `templates/documents/bao-cao-tong-ket/body.md.hbs`.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
}

impl PaperFact {
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::Words { slip, .. } => slip.code(),
            Self::IssuedPaperWouldChange { .. } => "issued-paper-would-change",
            Self::LookBeyondLaw { .. } => "look-beyond-law",
        }
    }

    /// Only what is certainly wrong is an error, which refuses that paper.
    pub(super) fn severity(&self) -> Severity {
        match self {
            Self::IssuedPaperWouldChange { .. } => Severity::Error,
            Self::LookBeyondLaw { .. } => Severity::Notice,
            Self::Words { slip, .. } => match slip {
                Slip::DifferenceWrong { .. } | Slip::BasisNotInForce { .. } => Severity::Error,
                Slip::MixedSpelling { .. } => Severity::Notice,
                _ => Severity::Warning,
            },
        }
    }

    /// They concern a paper, not a measure.
    pub(super) fn measure(&self) -> Option<Measure> {
        None
    }
}

impl Slip {
    fn code(&self) -> &'static str {
        match self {
            Self::NumberByHand { .. } => "number-by-hand",
            Self::TwoFigures { .. } => "two-figures",
            Self::HedgeLies { .. } => "hedge-lies",
            Self::DifferenceWrong { .. } => "difference-wrong",
            Self::OldYear { .. } => "old-year",
            Self::OldTheme { .. } => "old-theme",
            Self::BasisNotInForce { .. } => "basis-not-in-force",
            Self::RegulationNotInForce { .. } => "regulation-not-in-force",
            Self::ProvinceNotInForce { .. } => "province-not-in-force",
            Self::MixedSpelling { .. } => "mixed-spelling",
        }
    }
}
