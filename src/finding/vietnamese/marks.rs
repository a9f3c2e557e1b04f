//! Words for findings about points and votes that people typed, in Vietnamese.

use rust_decimal::Decimal;

use crate::finding::fact::marks::CountAt;
use crate::finding::fact::marks::Giver;
use crate::finding::fact::marks::MarkAt;
use crate::finding::fact::marks::MarkFact;
use crate::finding::fact::marks::WhatCount;
use crate::finding::lang::Words;
use crate::finding::phrase::named;
use crate::finding::phrase::quoted;
use crate::finding::vietnamese::figure::rejection;
use crate::finding::vietnamese::suggestion;
use crate::text::number;

pub(in crate::finding) fn fact(fact: &MarkFact) -> Words {
    match fact {
        MarkFact::UnknownCriterion { typed, nearest } => Words::new(
            format!(
                "dòng có điểm nhưng {} không phải tiêu chí chấm điểm của kỳ này",
                quoted(typed)
            ),
            suggestion(
                nearest.as_deref(),
                "ghi đúng mã tiêu chí của biểu, hoặc xóa điểm ở dòng này",
            ),
        ),
        MarkFact::UnknownUnit { typed, nearest } => Words::new(
            format!("dòng có điểm nhưng {} không phải đơn vị của kỳ này", quoted(typed)),
            suggestion(nearest.as_deref(), "ghi đúng mã đơn vị, hoặc xóa điểm ở dòng này"),
        ),
        MarkFact::NotPoints { at, text, why } => {
            let (reason, hint) = rejection(text, why);
            Words::new(format!("{}: {reason}", row(at)), hint)
        }
        MarkFact::PointsInWords { at, text, points } => Words::new(
            format!("{}: ghi {}, đã đọc là {} điểm", row(at), quoted(text), number::plain(*points)),
            "xem điểm đã đọc có đúng không; lần sau ghi số điểm",
        ),
        MarkFact::OutOfScale { at, points, max } => {
            let points = number::plain(*points);
            let most = number::plain(*max);
            Words::new(
                format!(
                    "{}: {points} điểm, ngoài khoảng từ 0 đến {most}; chưa lấy điểm này",
                    row(at)
                ),
                format!("ghi điểm từ 0 đến {most}"),
            )
        }
        MarkFact::PenaltyWithSign { at, points } => Words::new(
            format!(
                "{}: điểm trừ ghi số âm, đã đọc là trừ {} điểm",
                row(at),
                number::plain(*points)
            ),
            "không phải sửa; lần sau điểm trừ ghi số dương",
        ),
        MarkFact::TooFine { at, points, decimals } => Words::new(
            format!(
                "{}: {} điểm, lẻ hơn mức {decimals} chữ số sau dấu phẩy của bảng điểm",
                row(at),
                number::plain(*points)
            ),
            "xem lại điểm đã ghi, làm tròn theo quy định chấm điểm",
        ),
        MarkFact::CriterionTwice { at, first, same } => twice(at, first, *same),
        MarkFact::MaxDiffers { criterion, typed, max } => Words::new(
            format!(
                "{}: điểm tối đa ghi {}, theo tiêu chí của kỳ này là {}",
                named(criterion),
                number::plain(*typed),
                number::plain(*max)
            ),
            "xem có dùng nhầm bảng chấm điểm của năm khác không, rồi chấm theo điểm tối đa của kỳ này",
        ),
        MarkFact::SumDiffers { label, typed, sum } => Words::new(
            format!(
                "dòng {} ghi {}, cộng các tiêu chí được {}",
                quoted(label),
                number::plain(*typed),
                number::plain(*sum)
            ),
            "xem lại điểm từng tiêu chí; chương trình lấy điểm tiêu chí và tự cộng",
        ),
        MarkFact::OwnMissing { sheet } => Words::new(
            format!("tệp không có trang {} với điểm đơn vị tự chấm", quoted(sheet)),
            "điền trang tự chấm điểm theo biểu mẫu của kỳ này rồi gửi lại",
        ),
        MarkFact::NotScored { codes } => Words::new(
            format!("chưa tự chấm {} tiêu chí: {}", codes.len(), codes.join(", ")),
            "chấm đủ các tiêu chí; không được điểm nào thì ghi 0",
        ),
        MarkFact::EvidenceMissing { codes } => Words::new(
            format!(
                "{} tiêu chí có điểm mà chưa ghi minh chứng: {}",
                codes.len(),
                codes.join(", ")
            ),
            "ghi tên văn bản hoặc số liệu chứng minh ở cột minh chứng",
        ),
        MarkFact::ReasonMissing { at, from, to } => Words::new(
            format!(
                "{}: cho {} điểm, khác {} điểm trước đó mà chưa ghi lý do",
                row(at),
                number::plain(*to),
                number::plain(*from)
            ),
            reason_column(at.giver),
        ),
        MarkFact::PanelDiffers { at, here, there, other } => Words::new(
            format!(
                "{}: ở đây {} điểm, ở {other} {} điểm",
                row(at),
                number::plain(*here),
                number::plain(*there)
            ),
            "thống nhất điểm rồi sửa một trong hai ô",
        ),
        MarkFact::OwnChanged { at, seen, sent } => own_changed(at, *seen, *sent),
        MarkFact::UnknownBallot { typed, nearest } => Words::new(
            format!(
                "trang kiểm phiếu ghi mã {}, campaign.toml không có cuộc bỏ phiếu này",
                quoted(typed)
            ),
            suggestion(nearest.as_deref(), "ghi đúng mã ở mục [[ballots]] của campaign.toml"),
        ),
        MarkFact::NotVotes { count, text } => Words::new(
            format!("{}: ô ghi {}, không phải số phiếu", counted(count), quoted(text)),
            "ghi một số nguyên từ 0 trở lên; chưa kiểm thì để trống",
        ),
        MarkFact::VotesDiffer { count, here, there, other } => Words::new(
            format!("{}: ở đây ghi {here}, ở {other} ghi {there}", counted(count)),
            "xem lại biên bản kiểm phiếu rồi sửa nơi ghi sai",
        ),
    }
}

fn twice(at: &MarkAt, first: &str, same: bool) -> Words {
    if same {
        Words::new(
            format!(
                "{}: có thêm một dòng với cùng điểm (dòng đầu ở ô {first}), chỉ tính một lần",
                row(at)
            ),
            "không phải sửa; nên xóa dòng thừa",
        )
    } else {
        Words::new(
            format!(
                "{}: có hai dòng với điểm khác nhau (dòng đầu ở ô {first}); chưa lấy điểm",
                row(at)
            ),
            "giữ lại dòng đúng, xóa dòng kia",
        )
    }
}

fn own_changed(at: &MarkAt, seen: Decimal, sent: Option<Decimal>) -> Words {
    let now = match sent {
        Some(points) => format!("tệp của đơn vị nay ghi {}", number::plain(points)),
        None => "tệp của đơn vị nay không có điểm này".to_owned(),
    };
    Words::new(
        format!("{}: biểu thẩm định ghi tự chấm {}, {now}", row(at), number::plain(seen)),
        "xem đơn vị có gửi lại sau khi lập biểu không; thẩm định lại tiêu chí này nếu cần",
    )
}

fn reason_column(giver: Giver) -> &'static str {
    match giver {
        Giver::PanelLater => "ghi ở cột “Ý kiến giải trình”",
        Giver::Unit | Giver::Panel => "ghi ở cột “Lý do”",
    }
}

/// `Cao Bằng, III.2 “Kết nạp đoàn viên”, thẩm định`.
fn row(at: &MarkAt) -> String {
    let unit = at.unit.as_ref().map(|it| format!("{it}, ")).unwrap_or_default();
    let giver = match at.giver {
        Giver::Unit => "tự chấm",
        Giver::Panel => "thẩm định",
        Giver::PanelLater => "sau giải trình",
    };
    format!("{unit}{}, {giver}", named(&at.criterion))
}

fn counted(at: &CountAt) -> String {
    let what = match &at.what {
        WhatCount::Voters => "số thành viên được bỏ phiếu".to_owned(),
        WhatCount::Issued => "số phiếu phát ra".to_owned(),
        WhatCount::Returned => "số phiếu thu về".to_owned(),
        WhatCount::Invalid => "số phiếu không hợp lệ".to_owned(),
        WhatCount::Votes(unit) => format!("số phiếu đồng ý cho {unit}"),
    };
    format!("cuộc bỏ phiếu {}, {what}", quoted(&at.ballot))
}
