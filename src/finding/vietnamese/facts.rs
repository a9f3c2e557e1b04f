//! Words for findings in Vietnamese.

use rust_decimal::Decimal;

use super::suggestion;
use crate::finding::fact::Fact;
use crate::finding::fact::Named;
use crate::finding::fact::Operand;
use crate::finding::lang::Words;
use crate::finding::phrase::addends;
use crate::finding::phrase::beside;
use crate::finding::phrase::figures;
use crate::finding::phrase::in_thousands;
use crate::finding::phrase::named;
use crate::finding::phrase::quoted;
use crate::finding::phrase::said;
use crate::finding::refusal::Refusal;
use crate::finding::vietnamese::refusals;
use crate::model::measure::Measure;
use crate::model::value::Rejection;
use crate::text::number;

pub(in crate::finding) fn fact(fact: &Fact) -> Words {
    match fact {
        Fact::UnreadableFile(refusal) => self::refusal(refusal),
        Fact::SheetMissing { sheet } => Words::new(
            format!("không tìm thấy trang tính “{sheet}” hay bảng nào có các cột của biểu mẫu"),
            "chép số liệu vào đúng biểu mẫu của kỳ này rồi gửi lại",
        ),
        Fact::SheetRenamed { expected, found } => Words::new(
            format!("trang tính “{expected}” đã đổi tên thành {}; vẫn đọc được", quoted(found)),
            format!("không phải sửa; lần sau giữ nguyên tên “{expected}”"),
        ),
        Fact::ColumnMoved { header, expected, found } => Words::new(
            format!(
                "cột {} nằm ở cột {found}, biểu mẫu là cột {expected}; đã đọc theo tiêu đề",
                quoted(header)
            ),
            "xem số liệu có nằm đúng dưới tiêu đề của cột không",
        ),
        Fact::ColumnMissing { header, measure: _ } => Words::new(
            format!("thiếu cột {}", quoted(header)),
            "thêm lại cột với đúng tiêu đề này, hoặc chép số liệu vào biểu mẫu của kỳ này",
        ),
        Fact::ColumnTwice { header, first, .. } => Words::new(
            format!(
                "tiêu đề {} có ở hai cột (cột đầu là cột {first}), không biết lấy cột nào",
                quoted(header)
            ),
            "giữ lại một cột, xóa cột kia hoặc đổi tiêu đề của nó",
        ),
        Fact::MatchedByLabel { label, indicator } => Words::new(
            format!("dòng {} không có mã, đã hiểu là {}", quoted(label), named(indicator)),
            format!("nếu đúng thì ghi mã {} vào cột Mã", indicator.code),
        ),
        Fact::NumberAsText { text, value } => Words::new(
            format!("ô ghi bằng chữ {}, đã đọc là {}", quoted(text), number::plain(*value)),
            "xem số đã đọc có đúng không; lần sau nhập số, không nhập chữ",
        ),
        Fact::Required { indicator, measure } => Words::new(
            format!("{}: chưa có số liệu", row(indicator, *measure)),
            "nhập số; nếu thật sự không có thì nhập 0",
        ),
        Fact::NotANumber { indicator, measure, text, why } => {
            let (reason, hint) = rejection(text, why);
            Words::new(format!("{}: {reason}", row(indicator, *measure)), hint)
        }
        Fact::OutOfRange { indicator, measure, value, min, max } => Words::new(
            format!(
                "{}: {} {}",
                row(indicator, *measure),
                number::plain(*value),
                beyond(*min, *max)
            ),
            "xem lại số đã nhập và đơn vị tính, ví dụ dòng triệu đồng thì không nhập số đồng",
        ),
        Fact::DecimalInCount { indicator, measure, value } => Words::new(
            format!(
                "{}: {} không phải là số nguyên",
                row(indicator, *measure),
                number::plain(*value)
            ),
            whole_number(*value),
        ),
        Fact::PercentAsFraction { indicator, measure, value, .. } => Words::new(
            format!(
                "{}: ghi {}, không rõ là {}% hay {}%",
                row(indicator, *measure),
                number::plain(*value),
                number::plain(*value),
                number::plain(*value * Decimal::ONE_HUNDRED)
            ),
            "nhập tỷ lệ theo phần trăm, ví dụ 85 chứ không phải 0,85",
        ),
        Fact::WrongUnitOfMeasure { indicator, found, expected, converted } => {
            wrong_unit_of_measure(indicator, found, expected, *converted)
        }
        Fact::UnknownCode { code, label, nearest } if code.is_empty() => Words::new(
            format!(
                "dòng {} có số liệu nhưng không có mã và không khớp chỉ tiêu nào",
                quoted(label)
            ),
            suggestion(
                nearest.as_deref(),
                "ghi mã của chỉ tiêu vào cột Mã, hoặc xóa số liệu của dòng",
            ),
        ),
        Fact::UnknownCode { code, label, nearest } => Words::new(
            format!("không có chỉ tiêu nào mang mã {}{}", quoted(code), of_row(label)),
            suggestion(nearest.as_deref(), "ghi đúng mã trong biểu mẫu của kỳ này"),
        ),
        Fact::DuplicateRow { indicator, first } => Words::new(
            format!("{} có ở hai dòng, dòng đầu tại ô {first}", named(indicator)),
            "giữ lại một dòng, xóa dòng kia",
        ),
        Fact::LabelContradictsCode { indicator, label, other } => Words::new(
            format!(
                "dòng mang mã của {}, nhưng nội dung {} là của mã {other}",
                named(indicator),
                quoted(label)
            ),
            format!(
                "xem số liệu của dòng là của {} hay {other}, rồi sửa mã hoặc nội dung",
                indicator.code
            ),
        ),
        Fact::UnknownUnit { typed, nearest } => unknown_unit(typed, nearest.as_deref()),
        Fact::ContradictingUnit { name, code } => Words::new(
            format!(
                "tên đơn vị {} và mã đơn vị {} là của hai đơn vị khác nhau",
                quoted(name),
                quoted(code)
            ),
            "sửa tên hoặc mã ở trang “Thông tin chung” cho khớp",
        ),
        Fact::DuplicateUnit { unit, others } => Words::new(
            format!("{unit} gửi nhiều tệp; tệp khác: {}", others.join(", ")),
            "hỏi đơn vị tệp nào là bản chính thức, chuyển tệp còn lại ra khỏi thư mục submissions",
        ),
        Fact::MissingUnit { unit, code } => Words::new(
            format!("chưa có số liệu của {unit}"),
            format!("đôn đốc đơn vị gửi; đặt tệp vào thư mục submissions, ví dụ {code}.xlsx"),
        ),
        Fact::WrongPeriod { found, expected } => wrong_period(found, expected),
        Fact::PartsAndTotal { total, measure, value, sum, parts } => Words::new(
            format!(
                "{}: ghi {}, nhưng {} = {}",
                row(total, *measure),
                number::plain(*value),
                addends(parts),
                number::plain(*sum)
            ),
            "sửa số tổng hoặc các số thành phần cho khớp",
        ),
        Fact::Subset { part, measure, value, whole, limit } => Words::new(
            format!(
                "{}: {} là một phần của {} nhưng lại lớn hơn ({})",
                row(part, *measure),
                number::plain(*value),
                named(whole),
                number::plain(*limit)
            ),
            format!("xem lại cả hai dòng {} và {}", part.code, whole.code),
        ),
        Fact::PercentRecomputed { indicator, measure, typed, computed, numerator, denominator } => {
            Words::new(
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
            )
        }
        Fact::RuleBroken { rule, message, severity: _, operands, measure: _ } => Words::new(
            format!("chưa khớp quy tắc {rule}: {}{}", said(message), as_reported(operands)),
            "xem lại các số đã nêu; nếu đúng như vậy thì ghi lý do ở cột Ghi chú",
        ),
    }
}

fn refusal(refusal: &Refusal) -> Words {
    let save_as =
        "mở tệp bằng Excel, chọn Lưu thành (Save As), loại “Excel Workbook (.xlsx)”, rồi gửi lại";
    match refusal {
        Refusal::TooLarge { limit } => Words::new(
            format!("tệp lớn hơn {limit} MB"),
            "xóa hình ảnh và trang tính thừa, lưu lại rồi gửi lại",
        ),
        Refusal::Empty => Words::new("tệp rỗng, không có nội dung", "đề nghị đơn vị gửi lại tệp"),
        Refusal::NotAWorkbook { seems } => {
            let seems = refusals::content(*seems);
            Words::new(format!("tệp không phải là bảng tính .xlsx (nội dung là {seems})"), save_as)
        }
        Refusal::Encrypted => {
            Words::new("tệp có mật khẩu nên không mở được", "bỏ mật khẩu trong Excel rồi gửi lại")
        }
        Refusal::Damaged(damage) => {
            Words::new(format!("tệp bị hỏng ({})", refusals::damage(damage)), save_as)
        }
        Refusal::Limit { what, allowed } => Words::new(
            format!(
                "tệp vượt giới hạn: {} (cho phép {})",
                refusals::quantity(*what),
                number::plain(Decimal::from(*allowed))
            ),
            "chép số liệu vào biểu mẫu của kỳ này rồi gửi lại",
        ),
        Refusal::NotOpened { detail } => Words::new(
            format!("không mở được tệp ({})", said(detail)),
            "đóng tệp nếu đang mở trong Excel, rồi chạy lại",
        ),
    }
}

/// What is wrong with a cell, and what to do.
fn rejection(text: &str, why: &Rejection) -> (String, &'static str) {
    let text = quoted(text);
    match why {
        Rejection::Words => (
            format!("ô ghi {text}, không phải là số"),
            "nhập số; không có thì nhập 0, chưa có số liệu thì để trống",
        ),
        Rejection::Ambiguous { thousands, decimal } => (
            format!(
                "ô ghi bằng chữ {text}, có thể là {} hoặc {}",
                number::plain(*thousands),
                number::plain(*decimal)
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
        Rejection::ReservedCharacter => (
            "ô có ký tự lạ không in được".to_owned(),
            "xóa nội dung ô rồi gõ lại, không dán từ nơi khác",
        ),
    }
}

fn wrong_unit_of_measure(indicator: &Named, found: &str, expected: &str, converted: bool) -> Words {
    let found = quoted(found);
    let head = format!("{}: đơn vị tính ghi {found}, biểu mẫu là “{expected}”", named(indicator));
    if converted {
        Words::new(
            format!("{head}; đã đổi số liệu sang {expected}"),
            format!("xem số liệu có đúng là tính bằng {found} không; lần sau nhập theo {expected}"),
        )
    } else {
        Words::new(
            head,
            format!("nhập lại số liệu của dòng theo {expected} và ghi lại đúng đơn vị tính"),
        )
    }
}

fn unknown_unit(typed: &str, nearest: Option<&str>) -> Words {
    if typed.is_empty() {
        return Words::new(
            "tệp không ghi là của đơn vị nào",
            suggestion(nearest, "điền tên đơn vị vào trang “Thông tin chung”"),
        );
    }
    let otherwise = "ghi đúng tên đơn vị ở trang “Thông tin chung”, hoặc thêm cách viết này vào \
                     aliases trong campaign.toml";
    Words::new(
        format!("{} không có trong danh sách đơn vị của kỳ này", quoted(typed)),
        suggestion(nearest, otherwise),
    )
}

fn wrong_period(found: &str, expected: &str) -> Words {
    if found.is_empty() {
        return Words::new(
            format!("tệp không ghi kỳ số liệu, kỳ này là “{expected}”"),
            format!("điền “{expected}” vào ô Kỳ số liệu ở trang “Thông tin chung”"),
        );
    }
    Words::new(
        format!("tệp ghi kỳ số liệu {}, kỳ này là “{expected}”", quoted(found)),
        "gửi tệp của đúng kỳ; nếu chỉ ghi nhầm thì sửa ô Kỳ số liệu ở trang “Thông tin chung”",
    )
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

fn of_row(label: &str) -> String {
    if label.is_empty() { String::new() } else { format!(" (dòng {})", quoted(label)) }
}

fn as_reported(operands: &[Operand]) -> String {
    if operands.is_empty() { String::new() } else { format!("; đã ghi {}", figures(operands)) }
}
