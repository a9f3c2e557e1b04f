//! What changed from an earlier build of a campaign to the present state.

/// What changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Files that it rests on.
    pub inputs: Vec<InputChange>,
    /// Figures: those of the cluster first, then of blocks and units.
    pub figures: Vec<Changed>,
    /// Points, ranks and votes.
    pub points: Vec<Changed>,
    /// Papers of the cluster, then kinds of papers of units.
    pub papers: Vec<PaperChange>,
    /// Whether the earlier build left its figures, so that there was something to compare.
    pub knows_figures: bool,
}

/// A file that was added, changed or removed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InputChange {
    /// Its path, relative to the campaign.
    pub file: String,
    /// What became of it.
    pub change: Change,
}

/// What became of a file or a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// It was not there before.
    Added,
    /// It is not as it was.
    Changed,
    /// It is no longer there.
    Removed,
}

/// A number that is not as it was, as papers print it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// Identity, as in `so-lieu.json`.
    pub id: String,
    /// Words for it: `TC12 “Đoàn viên kết nạp mới”, Thực hiện`.
    pub name: String,
    /// Whose: `Toàn cụm`, a block or a unit.
    pub of: String,
    /// Before; `None` if there was no number.
    pub before: Option<String>,
    /// Now; `None` if there is no number.
    pub after: Option<String>,
    /// The cells that it rests on, if they are few: `submissions/cao-bang.xlsx › Số liệu › F16`.
    pub cells: Vec<String>,
}

/// A paper that would not be as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperChange {
    /// Its file.
    pub file: String,
    /// What it is.
    pub title: String,
    /// What became of it.
    pub change: Change,
    /// How other papers name it, if it was issued.
    pub issued: Option<String>,
    /// Figures that it would print otherwise.
    pub figures: Vec<Reprinted>,
    /// Whether its other words differ; `None` if the earlier build does not tell.
    pub words: Option<bool>,
}

/// A figure that a paper printed otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reprinted {
    /// Identity, as in `so-lieu.json`.
    pub id: String,
    /// As it was printed; empty if it was not.
    pub before: String,
    /// As it would be printed; empty if it would not.
    pub after: String,
}

impl Comparison {
    /// Whether nothing changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let Self { inputs, figures, points, papers, .. } = self;
        inputs.is_empty() && figures.is_empty() && points.is_empty() && papers.is_empty()
    }
}
