//! What would come of other figures: added up, checked and scored again in memory. Nothing is written.
//!
//! Where the panel had given just what the program counted, it is taken to follow the other figure.

use rust_decimal::Decimal;

use crate::finding::failure::Failure;
use crate::model::catalogue::Aggregation;
use crate::model::dataset::Dataset;
use crate::model::dataset::Origin;
use crate::model::figure::FigureId;
use crate::model::id::CriterionId;
use crate::model::id::IndicatorId;
use crate::model::id::UnitId;
use crate::model::marks::PanelMarks;
use crate::model::measure::Measure;
use crate::model::owner::Owner;
use crate::model::scoreboard::Scoreboard;
use crate::model::submission::Reading;
use crate::model::submission::Submission;
use crate::model::submissions::Submissions;
use crate::model::value::Value;
use crate::pipeline::expressions;
use crate::pipeline::gather::Gathered;
use crate::pipeline::judge;
use crate::pipeline::judge::Evidence;

/// Another figure of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// The unit.
    pub unit: UnitId,
    /// The indicator.
    pub indicator: IndicatorId,
    /// The measure.
    pub measure: Measure,
    /// The figure as it is kept: money in đồng, percentages in percent.
    pub value: Decimal,
}

/// What comes of other figures.
pub struct Outcome {
    /// The figures.
    pub dataset: Dataset,
    /// The points; `None` for a campaign that does not score.
    pub scoreboard: Option<Scoreboard>,
}

/// Why a figure cannot be changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unchangeable {
    /// The unit sent no workbook that is in use, or several.
    NothingSent,
    /// The workbook has no row of the indicator.
    NoRow,
    /// It is computed from these.
    Computed(Vec<IndicatorId>),
    /// It is taken from an earlier campaign.
    FromThePast,
}

impl Change {
    fn figure(self) -> FigureId {
        let Self { unit, indicator, measure, .. } = self;
        FigureId { indicator, measure, owner: Owner::Unit(unit) }
    }
}

/// Judges the campaign with other figures; the first that cannot be changed is told with the reason.
///
/// # Errors
/// [`Failure::Toml`] for a rule or criterion, as when it was gathered.
pub fn outcome(
    gathered: &Gathered,
    changes: &[Change],
) -> Result<Result<Outcome, (Change, Unchangeable)>, Failure> {
    let declared = &gathered.declared;
    let mut submissions = gathered.submissions.to_vec();
    for change in changes {
        if let Err(why) = apply(&mut submissions, *change) {
            return Ok(Err((*change, why)));
        }
    }
    let submissions = Submissions::from(submissions);
    let rules = expressions::rules(declared)?;
    let points = expressions::points(declared)?;
    let pasts = gathered.pasts();
    let files = gathered.files_in_use();
    let earlier = pasts.earlier();
    let judged_with = |panel: &PanelMarks| {
        let evidence = Evidence {
            declared,
            rules: &rules,
            points: &points,
            submissions: &submissions,
            superseded: &gathered.superseded,
            files: &files,
            panel,
            earlier: &earlier,
        };
        judge::judge(evidence, gathered.as_read.clone())
    };
    let mut judged = judged_with(&gathered.panel);
    let boards = gathered.scoreboard.as_ref().zip(judged.scoreboard.as_ref());
    if let Some((before, after)) = boards {
        judged = judged_with(&following(&gathered.panel, before, after));
    }
    let ignored = changes.iter().find(|it| {
        let figure = judged.dataset.figure(it.figure());
        !matches!(figure.origin, Origin::Cell(_)) || figure.value != Some(it.value)
    });
    Ok(match ignored {
        Some(change) => Err((*change, reason(gathered, &judged.dataset, *change))),
        None => Ok(Outcome { dataset: judged.dataset, scoreboard: judged.scoreboard }),
    })
}

/// The panel's marks, moved where it had given just what the program counted: it would have followed
/// the other figure. Where it differed its word stands.
fn following(panel: &PanelMarks, before: &Scoreboard, after: &Scoreboard) -> PanelMarks {
    let counted = |board: &Scoreboard, (unit, criterion): (UnitId, CriterionId)| {
        let score = board.units.get(unit.index())?.scores.get(criterion.index())?;
        score.counted.as_ref().map(|it| it.points)
    };
    let mut panel = panel.clone();
    for marks in [&mut panel.verified, &mut panel.explained] {
        for (key, mark) in marks {
            if let Some((was, is)) = counted(before, *key).zip(counted(after, *key))
                && mark.points == was
            {
                mark.points = is;
            }
        }
    }
    panel
}

/// Puts a figure into the workbook of its unit.
fn apply(submissions: &mut [Submission], change: Change) -> Result<(), Unchangeable> {
    let mut sent = submissions.iter_mut().filter(|it| it.unit == Some(change.unit));
    let (Some(submission), None) = (sent.next(), sent.next()) else {
        return Err(Unchangeable::NothingSent);
    };
    let row = submission.rows.iter_mut().find(|it| it.indicator == Some(change.indicator));
    let row = row.ok_or(Unchangeable::NoRow)?;
    let value = Value::Number(change.value);
    match row.readings.iter_mut().find(|it| it.measure == change.measure) {
        Some(reading) => reading.value = value,
        None => row.readings.push(Reading {
            measure: change.measure,
            cell: row.name_cell,
            text: String::new(),
            value,
            from_text: false,
            format: None,
        }),
    }
    Ok(())
}

/// Why a figure that was put in is not the one in use.
fn reason(gathered: &Gathered, dataset: &Dataset, change: Change) -> Unchangeable {
    match (
        &dataset.figure(change.figure()).origin,
        gathered.declared.catalogue[change.indicator].aggregation,
    ) {
        (Origin::Past(_), _) => Unchangeable::FromThePast,
        (_, Aggregation::Ratio { numerator, denominator }) => {
            Unchangeable::Computed(vec![numerator, denominator])
        }
        _ => Unchangeable::NoRow,
    }
}
