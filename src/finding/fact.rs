//! What was found, as facts with a place.

pub mod comparison;
pub mod evidence;
pub mod figure;
pub mod layout;
pub mod marks;
pub mod paper;
pub mod score;
pub mod sender;
pub mod signer;
pub mod workbook;

use rust_decimal::Decimal;

use crate::finding::fact::comparison::ComparisonFact;
use crate::finding::fact::figure::FigureFact;
use crate::finding::fact::layout::LayoutFact;
use crate::finding::fact::marks::MarkFact;
use crate::finding::fact::paper::PaperFact;
use crate::finding::fact::score::ScoreFact;
use crate::finding::fact::sender::SenderFact;
use crate::finding::fact::signer::SignerFact;
use crate::finding::fact::workbook::WorkbookFact;
use crate::model::catalogue::Severity;
use crate::model::id::UnitId;
use crate::model::measure::Measure;
use crate::model::place::Place;

/// One finding: a fact, where it lies, and whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub struct Finding {
    /// What was found.
    pub fact: Fact,
    /// Where.
    pub place: Place,
    /// Whose figures it concerns, if that is known.
    pub unit: Option<UnitId>,
    /// Position of the waiver by which it was accepted, among those of the campaign.
    pub accepted: Option<usize>,
}

/// An indicator as a finding names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
}

/// A figure as a finding names it: the code, and the value in the unit that the form prints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operand {
    /// Code, with the short name of the measure where it is not "thực hiện".
    pub code: String,
    /// Value in the form's unit.
    pub value: Decimal,
}

/// What a finding stands against: the papers that print it are refused for an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Concern {
    /// Every paper: the whole submission.
    Everything,
    /// Figures of a measure.
    Figures(Measure),
    /// Points and ranks, and what follows from them.
    Points,
    /// Votes about awards, and what follows from them.
    Votes,
    /// Votes about who leads the cluster.
    Election,
    /// Counts of votes, whatever they are about.
    Counts,
    /// Proposals.
    Awards,
}

/// What was found: one group of facts per subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    /// Of a file, its sheets, columns and rows.
    Workbook(WorkbookFact),
    /// Of how its tables are laid out.
    Layout(LayoutFact),
    /// Of who sent it, when, and for which period.
    Sender(SenderFact),
    /// Of the figures of one workbook.
    Figure(FigureFact),
    /// Of figures held against other figures.
    Comparison(ComparisonFact),
    /// Of points and votes that people typed.
    Mark(MarkFact),
    /// Of points, votes and awards.
    Score(ScoreFact),
    /// Of who signs.
    Signer(SignerFact),
    /// Of a finished paper.
    Paper(PaperFact),
}

impl From<WorkbookFact> for Fact {
    fn from(fact: WorkbookFact) -> Self {
        Self::Workbook(fact)
    }
}

impl From<LayoutFact> for Fact {
    fn from(fact: LayoutFact) -> Self {
        Self::Layout(fact)
    }
}

impl From<SenderFact> for Fact {
    fn from(fact: SenderFact) -> Self {
        Self::Sender(fact)
    }
}

impl From<FigureFact> for Fact {
    fn from(fact: FigureFact) -> Self {
        Self::Figure(fact)
    }
}

impl From<ComparisonFact> for Fact {
    fn from(fact: ComparisonFact) -> Self {
        Self::Comparison(fact)
    }
}

impl From<MarkFact> for Fact {
    fn from(fact: MarkFact) -> Self {
        Self::Mark(fact)
    }
}

impl From<ScoreFact> for Fact {
    fn from(fact: ScoreFact) -> Self {
        Self::Score(fact)
    }
}

impl From<SignerFact> for Fact {
    fn from(fact: SignerFact) -> Self {
        Self::Signer(fact)
    }
}

impl From<PaperFact> for Fact {
    fn from(fact: PaperFact) -> Self {
        Self::Paper(fact)
    }
}

impl Finding {
    /// A finding.
    pub fn new(fact: impl Into<Fact>, place: Place, unit: Option<UnitId>) -> Self {
        Self { fact: fact.into(), place, unit, accepted: None }
    }

    /// Whether nobody has accepted it: only such a finding refuses papers and counts.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.accepted.is_none()
    }

    /// Whether it is an open finding of this unit.
    #[must_use]
    pub fn is_open_of(&self, unit: UnitId) -> bool {
        self.unit == Some(unit) && self.is_open()
    }

    /// Whether it asks this unit to mend something or to look at it again.
    #[must_use]
    pub fn asks(&self, unit: UnitId) -> bool {
        self.is_open_of(unit) && self.fact.severity() != Severity::Notice
    }

    /// Whether it is open and of this severity.
    #[must_use]
    pub fn is_open_as(&self, severity: Severity) -> bool {
        self.is_open() && self.fact.severity() == severity
    }
}

impl Fact {
    /// Stable name of the kind of finding.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Workbook(fact) => fact.code(),
            Self::Layout(fact) => fact.code(),
            Self::Sender(fact) => fact.code(),
            Self::Figure(fact) => fact.code(),
            Self::Comparison(fact) => fact.code(),
            Self::Mark(fact) => fact.code(),
            Self::Score(fact) => fact.code(),
            Self::Signer(fact) => fact.code(),
            Self::Paper(fact) => fact.code(),
        }
    }

    /// How much it matters.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self {
            Self::Workbook(fact) => fact.severity(),
            Self::Layout(fact) => fact.severity(),
            Self::Sender(fact) => fact.severity(),
            Self::Figure(fact) => fact.severity(),
            Self::Comparison(fact) => fact.severity(),
            Self::Mark(fact) => fact.severity(),
            Self::Score(fact) => fact.severity(),
            Self::Signer(fact) => fact.severity(),
            Self::Paper(fact) => fact.severity(),
        }
    }

    /// Whether a person may accept it with a reason: what is no error, and errors about a number
    /// that stands there, was read for certain and is only unlikely (a limit, a rule). Where there
    /// is no number, no sender or no file, there is nothing to accept.
    #[must_use]
    pub fn can_be_accepted(&self) -> bool {
        match self {
            Self::Figure(fact) if fact.doubts_a_number() => true,
            Self::Score(fact) => fact.can_be_accepted(),
            _ => self.severity() != Severity::Error,
        }
    }

    /// What it stands against: a paper that prints nothing of it is not refused for it.
    #[must_use]
    pub fn concerns(&self) -> Concern {
        match self {
            Self::Score(fact) => fact.concerns(),
            Self::Mark(fact) => fact.concerns(),
            other => other.measure().map_or(Concern::Everything, Concern::Figures),
        }
    }

    /// The unit whose points it speaks of, where it is no finding of that unit.
    #[must_use]
    pub fn judged(&self) -> Option<UnitId> {
        match self {
            Self::Score(fact) => fact.judged(),
            _ => None,
        }
    }

    /// The measure that it concerns; `None` if it concerns no figures or the whole
    /// submission.
    #[must_use]
    pub fn measure(&self) -> Option<Measure> {
        match self {
            Self::Workbook(fact) => fact.measure(),
            Self::Layout(fact) => fact.measure(),
            Self::Sender(_) | Self::Mark(_) | Self::Signer(_) => None,
            Self::Figure(fact) => fact.measure(),
            Self::Comparison(fact) => fact.measure(),
            Self::Score(fact) => fact.measure(),
            Self::Paper(fact) => fact.measure(),
        }
    }
}

/// Sorts findings for people: gravest first, then what concerns no unit in particular, then by unit
/// in the campaign's order, then by place.
pub fn sort(findings: &mut [Finding]) {
    findings.sort_by(|a, b| {
        let severity = a.fact.severity().cmp(&b.fact.severity());
        severity
            .then_with(|| a.unit.cmp(&b.unit))
            .then_with(|| a.place.cmp(&b.place))
            .then_with(|| a.fact.code().cmp(b.fact.code()))
    });
}
