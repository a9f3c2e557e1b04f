//! The cell of one figure: its look, what may be typed, what stands in it.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::ColNum;
use rust_xlsxwriter::Format;
use rust_xlsxwriter::RowNum;
use rust_xlsxwriter::Worksheet;
use rust_xlsxwriter::XlsxError;

use crate::model::catalogue::Indicator;
use crate::model::catalogue::Kind;
use crate::model::id::IndicatorId;
use crate::model::measure::Measure;
use crate::render::form::Book;
use crate::render::form::Entry;
use crate::render::form::Target;
use crate::render::form::formula::Formula;
use crate::render::form::limits;
use crate::render::form::look;
use crate::render::form::look::Purpose;
use crate::render::form::note;
use crate::render::form::plan::Plan;
use crate::render::form::state;
use crate::render::form::state::State;

/// Said in the note of a total that the unit had left blank.
const NOW_COMPUTED: &str =
    "Trong tệp này ô được tự tính từ các ô thành phần; đề nghị đối chiếu lại.";

/// Writes the cell of a figure.
pub(super) fn write(
    sheet: &mut Worksheet,
    book: &Book<'_>,
    plan: &Plan,
    (id, measure): (IndicatorId, Measure),
) -> Result<(), XlsxError> {
    let Some(at) = plan.figure(id, measure) else { return Ok(()) };
    let indicator = &book.catalogue[id];
    let state = state::of(book, plan, id, measure);
    let target = Target::Figure(id, measure);
    let format = look::figure(indicator, purpose(&state, indicator, measure));
    let format = if is_open(&state) { format.set_unlocked() } else { format };
    let format = book.worst(&target).map_or(format.clone(), |it| look::marked(format, it));
    if is_open(&state) {
        let (row, column) = at;
        sheet.add_data_validation(row, column, row, column, &limits::validation(indicator)?)?;
    }
    let and = matches!(&state, State::Computed(_)).then_some(NOW_COMPUTED);
    match state {
        State::Given(number) => kept(sheet, at, indicator, number, &format)?,
        State::Open(Some(Entry::Number(number))) => kept(sheet, at, indicator, number, &format)?,
        State::Open(Some(Entry::Text(text))) => {
            sheet.write_string_with_format(at.0, at.1, text, &format)?;
        }
        State::Open(None) => {
            sheet.write_blank(at.0, at.1, &format)?;
        }
        State::Computed(formula) => computed(sheet, at, &formula, &format)?,
    }
    note::insert(sheet, at, book, &target, and)
}

/// Whether a person may type into the cell.
fn is_open(state: &State) -> bool {
    match state {
        State::Given(_) => false,
        State::Computed(formula) => formula.open,
        State::Open(_) => true,
    }
}

fn purpose(state: &State, indicator: &Indicator, measure: Measure) -> Purpose {
    match state {
        State::Given(_) => Purpose::Given,
        State::Computed(_) => Purpose::Computed,
        State::Open(_) if indicator.required.contains(&measure) => Purpose::Required,
        State::Open(_) => Purpose::Optional,
    }
}

/// A number of the unit kept, or the word that stands for it.
fn kept(
    sheet: &mut Worksheet,
    (row, column): (RowNum, ColNum),
    indicator: &Indicator,
    number: Decimal,
    format: &Format,
) -> Result<(), XlsxError> {
    if indicator.kind == Kind::YesNo {
        let [yes, no] = limits::YES_NO;
        let word = if number.is_zero() { no } else { yes };
        sheet.write_string_with_format(row, column, word, format)?;
        return Ok(());
    }
    let number = state::in_form_unit(indicator, number);
    match number.to_f64() {
        Some(number) => sheet.write_number_with_format(row, column, number, format)?,
        None => sheet.write_string_with_format(row, column, number.to_string(), format)?,
    };
    Ok(())
}

fn computed(
    sheet: &mut Worksheet,
    (row, column): (RowNum, ColNum),
    formula: &Formula,
    format: &Format,
) -> Result<(), XlsxError> {
    let result = formula.result.map(|it| it.to_string()).unwrap_or_default();
    let formula = rust_xlsxwriter::Formula::new(&formula.text).set_result(result);
    sheet.write_formula_with_format(row, column, formula, format)?;
    Ok(())
}
