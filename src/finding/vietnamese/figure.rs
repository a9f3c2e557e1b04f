//! Words for findings about the figures of one workbook, in Vietnamese.

use rust_decimal::Decimal;

use crate::finding::fact::Named;
use crate::finding::fact::Operand;
use crate::finding::fact::figure::FigureFact;
use crate::finding::lang::Words;
use crate::finding::phrase::addends;
use crate::finding::phrase::beside;
use crate::finding::phrase::few;
use crate::finding::phrase::figures;
use crate::finding::phrase::in_thousands;
use crate::finding::phrase::is_people_for_times;
use crate::finding::phrase::named;
use crate::finding::phrase::quoted;
use crate::finding::phrase::said;
use crate::finding::vietnamese::evidence::evidence;
use crate::model::measure::Measure;
use crate::model::value::Rejection;
use crate::text::number;

pub(in crate::finding) fn fact(fact: &FigureFact) -> Words {
    match fact {
        FigureFact::NumberAsText { text, value } => Words::new(
            format!("ô ghi bằng chữ {}, đã đọc là {}", quoted(text), number::plain(*value)),
            "xem số đã đọc có đúng không; lần sau nhập số, không nhập chữ",
        ),
        FigureFact::Required { indicator, measure } => Words::new(
            format!("{}: chưa có số liệu", row(indicator, *measure)),
            "nhập số; nếu thật sự không có thì nhập 0",
        ),
        FigureFact::FormulasWithoutResult { cells } => Words::new(
            format!("{} ô ({}) có công thức nhưng chưa có kết quả", cells.len(), few(cells)),
            "mở tệp bằng Excel, bấm F9, lưu lại rồi gửi lại",
        ),
        FigureFact::LeftBlank { indicator, before } => Words::new(
            format!(
                "{}: để trống, mà năm trước ghi {}; số toàn Cụm thiếu phần của đơn vị",
                row(indicator, Measure::Actual),
                number::plain(*before)
            ),
            "nhập số, không có thì nhập 0; chưa có số liệu thì ghi lý do ở cột Ghi chú",
        ),
        FigureFact::NotANumber { indicator, measure, text, why, evidence } => {
            let (reason, hint) = rejection(text, why);
            let evidence = self::evidence(evidence);
            Words::new(format!("{}: {reason}{evidence}", row(indicator, *measure)), hint)
        }
        FigureFact::UnitContradiction {
            indicator,
            measure,
            format,
            unit,
            by_row,
            by_format,
            evidence,
        } => Words::new(
            format!(
                "{}: theo đơn vị tính của dòng là {} {unit}, theo cách hiện số của ô ({}) là {} \
                 {unit}{}",
                row(indicator, *measure),
                number::plain(*by_row),
                quoted(format),
                number::plain(*by_format),
                self::evidence(evidence)
            ),
            format!("đổi định dạng ô thành số (Number), rồi nhập lại số tính bằng {unit}"),
        ),
        FigureFact::OutOfRange { indicator, measure, value, min, max } => Words::new(
            format!(
                "{}: {} {}",
                row(indicator, *measure),
                number::plain(*value),
                beyond(*min, *max)
            ),
            "xem lại số đã nhập và đơn vị tính, ví dụ dòng triệu đồng thì không nhập số đồng",
        ),
        FigureFact::DecimalInCount { indicator, measure, value, evidence } => Words::new(
            format!(
                "{}: {} không phải là số nguyên{}",
                row(indicator, *measure),
                number::plain(*value),
                self::evidence(evidence)
            ),
            whole_number(*value),
        ),
        FigureFact::PercentAsFraction { indicator, measure, value, .. } => Words::new(
            format!(
                "{}: ghi {}, không rõ là {}% hay {}%",
                row(indicator, *measure),
                number::plain(*value),
                number::plain(*value),
                number::plain(*value * Decimal::ONE_HUNDRED)
            ),
            "nhập tỷ lệ theo phần trăm, ví dụ 85 chứ không phải 0,85",
        ),
        FigureFact::WrongUnitOfMeasure { indicator, found, expected, converted } => {
            wrong_unit_of_measure(indicator, found, expected, *converted)
        }
        FigureFact::PartsAndTotal { total, measure, value, sum, parts } => Words::new(
            format!(
                "{}: ghi {}, nhưng {} = {}",
                row(total, *measure),
                number::plain(*value),
                addends(parts),
                number::plain(*sum)
            ),
            "sửa số tổng hoặc các số thành phần cho khớp",
        ),
        FigureFact::Subset { part, measure, value, whole, limit } => Words::new(
            format!(
                "{}: {} là một phần của {} nhưng lại lớn hơn ({})",
                row(part, *measure),
                number::plain(*value),
                named(whole),
                number::plain(*limit)
            ),
            format!("xem lại cả hai dòng {} và {}", part.code, whole.code),
        ),
        FigureFact::PercentRecomputed {
            indicator,
            measure,
            typed,
            computed,
            numerator,
            denominator,
        } => Words::new(
            format!(
                "{}: ghi {}, tính lại từ {numerator} và {denominator} là {}",
                row(indicator, *measure),
                number::plain(*typed),
                beside(*computed, *typed)
            ),
            format!(
                "văn bản in số tính lại; xem {numerator} và {denominator} có đúng không, rồi \
                     sửa ô này hoặc để trống"
            ),
        ),
        FigureFact::RuleBroken { rule, message, severity: _, operands, measure: _ } => Words::new(
            format!("chưa khớp quy tắc {rule}: {}{}", said(message), as_reported(operands)),
            "xem lại các số đã nêu; nếu đúng như vậy thì ghi lý do ở cột Ghi chú",
        ),
    }
}

/// What is wrong with a cell, and what to do.
pub(super) fn rejection(text: &str, why: &Rejection) -> (String, &'static str) {
    let text = quoted(text);
    match why {
        Rejection::Words => (
            format!("ô ghi {text}, không phải là số"),
            "nhập số; không có thì nhập 0, chưa có số liệu thì để trống",
        ),
        Rejection::Hedged => (
            format!("ô ghi {text}, là số ước chừng"),
            "nhập đúng con số, không ghi khoảng, gần, trên, hơn",
        ),
        Rejection::Unclear => (
            format!("ô ghi {text}, không rõ là không có hay chưa có số liệu"),
            "không có thì nhập 0, chưa có số liệu thì để trống",
        ),
        Rejection::Several => (
            format!("ô ghi {text}, có nhiều số nên không biết lấy số nào"),
            "nhập một số; phần giải thích ghi ở cột Ghi chú",
        ),
        Rejection::UnitContradiction { format, by_row, by_format } => (
            format!(
                "ô hiện số theo {}, có thể là {} hoặc {}",
                quoted(format),
                number::plain(*by_row),
                number::plain(*by_format)
            ),
            "đổi định dạng ô thành số (Number) rồi nhập lại",
        ),
        Rejection::Ambiguous { larger, smaller } => (
            format!(
                "ô ghi bằng chữ {text}, có thể là {} hoặc {}",
                number::plain(*larger),
                number::plain(*smaller)
            ),
            "xóa ô, đổi định dạng ô thành số (Number) rồi nhập lại",
        ),
        Rejection::ErrorCell(code) => {
            (format!("ô báo {code}, công thức không tính được"), "sửa công thức hoặc nhập số")
        }
        Rejection::NoResult => (
            "ô có công thức nhưng chưa có kết quả".to_owned(),
            "mở tệp bằng Excel, bấm F9, lưu lại rồi gửi lại",
        ),
        Rejection::OtherKind => (
            format!("ô ghi {text}, là ngày tháng hoặc đúng/sai, không phải số"),
            "đổi định dạng ô thành số (Number) rồi nhập số",
        ),
        Rejection::TooPrecise => (
            format!("ô ghi {text}, nhiều chữ số hơn mức Excel giữ được"),
            "nhập lại số, không quá 15 chữ số",
        ),
        Rejection::Merged => (
            "ô nằm trong một vùng ô gộp".to_owned(),
            "bỏ gộp ô (Unmerge Cells), rồi ghi số vào ô của chỉ tiêu",
        ),
        Rejection::ReservedCharacter => (
            "ô có ký tự lạ không in được".to_owned(),
            "xóa nội dung ô rồi gõ lại, không dán từ nơi khác",
        ),
    }
}

fn wrong_unit_of_measure(indicator: &Named, found: &str, expected: &str, converted: bool) -> Words {
    let counts_times = is_people_for_times(found, expected);
    let found = quoted(found);
    let head = format!("{}: đơn vị tính ghi {found}, biểu mẫu là “{expected}”", named(indicator));
    if converted {
        Words::new(
            format!("{head}; đã đổi số liệu sang {expected}"),
            format!("xem số liệu có đúng là tính bằng {found} không; lần sau nhập theo {expected}"),
        )
    } else if counts_times {
        Words::new(
            head,
            format!(
                "một người dự ba lần là 1 người nhưng là 3 lượt; đếm lại theo {expected} và ghi lại \
                 đúng đơn vị tính"
            ),
        )
    } else {
        Words::new(
            head,
            format!("nhập lại số liệu của dòng theo {expected} và ghi lại đúng đơn vị tính"),
        )
    }
}

fn whole_number(value: Decimal) -> String {
    match in_thousands(value) {
        Some(meant) => format!(
            "nhập số nguyên; nếu ý là {} thì gõ liền các chữ số, không gõ dấu chấm hay dấu phẩy",
            number::plain(meant)
        ),
        None => "nhập số nguyên".to_owned(),
    }
}

/// How a number lies outside its bounds.
fn beyond(min: Option<Decimal>, max: Option<Decimal>) -> String {
    match (min.map(number::plain), max.map(number::plain)) {
        (Some(min), Some(max)) => format!("nằm ngoài khoảng từ {min} đến {max}"),
        (Some(min), None) => format!("nhỏ hơn mức thấp nhất là {min}"),
        (None, Some(max)) => format!("lớn hơn mức cao nhất là {max}"),
        (None, None) => "nằm ngoài giới hạn cho phép".to_owned(),
    }
}

fn row(indicator: &Named, measure: Measure) -> String {
    format!("{}, cột {}", named(indicator), measure.title())
}

fn as_reported(operands: &[Operand]) -> String {
    if operands.is_empty() { String::new() } else { format!("; đã ghi {}", figures(operands)) }
}
