//! So many points for each open finding: what was accepted with a reason costs nothing. Of a unit
//! that sent nothing there is nothing to find.

use rust_decimal::Decimal;

use crate::finding::fact::Finding;
use crate::model::id::UnitId;
use crate::model::scoreboard::HowCounted;
use crate::score::Context;

/// Code of the finding that a file came in late.
pub(in crate::score) const LATE: &str = "late";

pub(super) fn findings(
    context: Context<'_>,
    unit: UnitId,
    codes: &[String],
    each: Decimal,
) -> Option<(Decimal, HowCounted)> {
    let count = open(context, unit, |it| codes.iter().any(|code| code == it.fact.code()))?;
    Some((Decimal::from(count).checked_mul(each)?, HowCounted::Findings { count, each }))
}

pub(super) fn late(
    context: Context<'_>,
    unit: UnitId,
    each: Decimal,
) -> Option<(Decimal, HowCounted)> {
    let count = open(context, unit, |it| it.fact.code() == LATE)?;
    Some((Decimal::from(count).checked_mul(each)?, HowCounted::Late { count, each }))
}

fn open(context: Context<'_>, unit: UnitId, is: impl Fn(&Finding) -> bool) -> Option<u32> {
    if !context.submissions.has(unit) {
        return None;
    }
    let found = context.findings.of(&unit).filter(|it| it.is_open_of(unit) && is(it)).count();
    u32::try_from(found).ok()
}
