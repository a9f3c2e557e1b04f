//! What may be typed into a cell, with a message for what may not.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::DataValidation;
use rust_xlsxwriter::DataValidationRule;
use rust_xlsxwriter::XlsxError;

use crate::model::catalogue::Indicator;
use crate::model::catalogue::Kind;
use crate::model::criteria::Criterion;
use crate::text::number;

/// The longest title and message that Excel holds.
const TITLE: usize = 32;
const MESSAGE: usize = 255;

/// Yes and no as they are chosen from the list; the reader knows both.
pub(super) const YES_NO: [&str; 2] = ["Có", "Không"];

/// Largest number that Excel keeps exactly.
const LARGEST: f64 = 1e15;

/// What may be typed for an indicator.
pub(super) fn validation(indicator: &Indicator) -> Result<DataValidation, XlsxError> {
    let rule = DataValidation::new();
    let rule = match (indicator.kind, whole(indicator)) {
        (Kind::YesNo, _) => rule.allow_list_strings(&YES_NO)?,
        (_, Some(bounds)) => rule.allow_whole_number(bounds),
        (_, None) => rule.allow_decimal_number(decimal(indicator)),
    };
    rule.set_error_title(title(indicator))?.set_error_message(message(indicator))
}

/// What may be typed as points of a criterion.
pub(super) fn points(criterion: &Criterion) -> Result<DataValidation, XlsxError> {
    let most = criterion.max.to_f64().unwrap_or(LARGEST);
    let rule = DataValidation::new().allow_decimal_number(DataValidationRule::Between(0.0, most));
    let title = clipped(&format!("{}: đề nghị nhập lại", criterion.code), TITLE);
    let most = number::plain(criterion.max);
    let words = format!("Nhập số điểm từ 0 đến {most}, không gõ chữ; chưa chấm thì để trống.");
    rule.set_error_title(title)?.set_error_message(clipped(&words, MESSAGE))
}

/// Bounds of a whole number, where Excel's rule can hold them.
fn whole(indicator: &Indicator) -> Option<DataValidationRule<i32>> {
    if indicator.decimals > 0 || indicator.kind == Kind::Money {
        return None;
    }
    let small = |it: Decimal| it.to_i32().filter(|back| Decimal::from(*back) == it);
    Some(match (indicator.min, indicator.max) {
        (Some(min), Some(max)) => DataValidationRule::Between(small(min)?, small(max)?),
        (Some(min), None) => DataValidationRule::GreaterThanOrEqualTo(small(min)?),
        (None, Some(max)) => DataValidationRule::LessThanOrEqualTo(small(max)?),
        (None, None) => return None,
    })
}

/// Bounds of a number with decimals.
fn decimal(indicator: &Indicator) -> DataValidationRule<f64> {
    let bound = |it: Option<Decimal>, otherwise| it.and_then(|it| it.to_f64()).unwrap_or(otherwise);
    DataValidationRule::Between(bound(indicator.min, -LARGEST), bound(indicator.max, LARGEST))
}

fn title(indicator: &Indicator) -> String {
    clipped(&format!("{}: đề nghị nhập lại", indicator.code), TITLE)
}

fn message(indicator: &Indicator) -> String {
    if indicator.kind == Kind::YesNo {
        return "Chọn Có hoặc Không; chưa có số liệu thì để trống.".to_owned();
    }
    let what = if indicator.decimals == 0 { "số nguyên" } else { "số" };
    let bounds = match (indicator.min, indicator.max) {
        (Some(min), Some(max)) => format!(" từ {} đến {}", number::plain(min), number::plain(max)),
        (Some(min), None) => format!(" từ {} trở lên", number::plain(min)),
        (None, Some(max)) => format!(" không quá {}", number::plain(max)),
        (None, None) => String::new(),
    };
    let words = format!(
        "Nhập {what}{bounds}, gõ liền các chữ số, không gõ chữ. Không có thì nhập 0; chưa có số \
         liệu thì để trống. Đơn vị tính: {}.",
        indicator.unit
    );
    clipped(&words, MESSAGE)
}

/// The beginning of a text that Excel can hold; a long unit or code is cut, never refused.
fn clipped(text: &str, longest: usize) -> String {
    match text.char_indices().nth(longest) {
        None => text.to_owned(),
        Some(_) => text.chars().take(longest - 1).chain(['…']).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_to_what_excel_holds() {
        assert_eq!(clipped("đồng", 4), "đồng");
        assert_eq!(clipped("đồng Việt Nam", 6), "đồng …");
        assert_eq!(clipped(&"ă".repeat(300), MESSAGE).chars().count(), MESSAGE);
    }
}
