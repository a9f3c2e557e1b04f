//! Words for findings about whose workbook it is, and for which period, in Vietnamese.

use super::suggestion;
use crate::finding::fact::sender::SenderFact;
use crate::finding::lang::Words;
use crate::finding::phrase::quoted;

pub(in crate::finding) fn fact(fact: &SenderFact) -> Words {
    match fact {
        SenderFact::UnknownUnit { typed, nearest, candidates } if candidates.is_empty() => {
            unknown_unit(typed, nearest.as_deref())
        }
        SenderFact::UnknownUnit { typed, nearest: _, candidates } => Words::new(
            format!(
                "không rõ {} là đơn vị nào; có thể là {}",
                quoted(typed),
                candidates.join(" hoặc ")
            ),
            "ghi đủ tên đơn vị, có dấu, ở trang “Thông tin chung”, hoặc điền mã đơn vị",
        ),
        SenderFact::ContradictingUnit { name, code } => Words::new(
            format!(
                "tên đơn vị {} và mã đơn vị {} là của hai đơn vị khác nhau",
                quoted(name),
                quoted(code)
            ),
            "sửa tên hoặc mã ở trang “Thông tin chung” cho khớp",
        ),
        SenderFact::DuplicateUnit { unit, others } => Words::new(
            format!("{unit} gửi nhiều tệp; tệp khác: {}", others.join(", ")),
            "hỏi đơn vị tệp nào là bản chính thức, chuyển tệp còn lại ra khỏi thư mục submissions",
        ),
        SenderFact::MissingUnit { unit, code } => Words::new(
            format!("chưa có số liệu của {unit}"),
            format!("đôn đốc đơn vị gửi; đặt tệp vào thư mục submissions, ví dụ {code}.xlsx"),
        ),
        SenderFact::WrongPeriod { found, expected } => wrong_period(found, expected),
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
