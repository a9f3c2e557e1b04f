//! `lam_tron`: a true hedge. For news items and speeches only; reports print exact figures.

use rust_decimal::Decimal;

use crate::finding::failure::CallNeeds;
use crate::template::call::Answer;
use crate::template::call::Call;
use crate::template::helpers::Entry;
use crate::text::hedge;
use crate::text::hedge::Above;
use crate::text::money;
use crate::text::money::MoneyUnit;
use crate::text::number;

pub(super) static ENTRY: Entry = Entry {
    name: "lam_tron",
    example: "{{lam_tron th.CL08 buoc=1000}} suất quà, {{lam_tron th.CL09 buoc=1 don_vi=\"tỷ đồng\"}}",
    meaning: "gần 60.000 suất quà, gần 40 tỷ đồng; tu=\"hơn\" thay cho \"trên\"; \
              số đúng, hoặc làm tròn lệch quá sai=5 (%) thì in số chính xác",
    run,
};

/// A hedge further off than so many percent misleads; the exact number is printed instead.
const FURTHEST: Decimal = Decimal::from_parts(5, 0, 0, false, 0);

fn run(call: &Call<'_, '_>) -> Answer {
    let step = call
        .number_option("buoc")?
        .ok_or_else(|| call.needs(CallNeeds::NumberOption("buoc".to_owned())))?;
    let above = match call.word_option("tu")? {
        None | Some("trên") => Above::Tren,
        Some("hơn") => Above::Hon,
        Some(_) => return Err(call.needs(CallNeeds::AboveOption)),
    };
    let unit = match call.word_option("don_vi")? {
        None => None,
        Some(label) => {
            let unit = MoneyUnit::from_label(label);
            Some(unit.ok_or_else(|| call.needs(CallNeeds::MoneyOption))?)
        }
    };
    let furthest = call.number_option("sai")?.unwrap_or(FURTHEST);
    call.words(0, |value| Some(words(value, step, furthest, above, unit)))
}

fn words(
    value: Decimal,
    step: Decimal,
    furthest: Decimal,
    above: Above,
    unit: Option<MoneyUnit>,
) -> String {
    let scaled = unit.map_or(value, |unit| value / unit.factor());
    let hedged = hedge::hedged(scaled, step, above);
    let off = (hedged.shown - scaled).abs() * Decimal::ONE_HUNDRED;
    if off > furthest * scaled.abs() {
        return unit.map_or_else(|| number::plain(value), |_| money::money(value));
    }
    let shown = number::plain(hedged.shown);
    let mut words = hedged.word.map_or(shown.clone(), |word| format!("{word} {shown}"));
    if let Some(unit) = unit {
        words.push(' ');
        words.push_str(unit.label());
    }
    words
}
