//! Words for findings about whose workbook it is, and for which period, in Vietnamese.

use super::suggestion;
use crate::finding::fact::sender::Again;
use crate::finding::fact::sender::Apart;
use crate::finding::fact::sender::Given;
use crate::finding::fact::sender::Rival;
use crate::finding::fact::sender::SenderFact;
use crate::finding::fact::sender::Target;
use crate::finding::lang::Words;
use crate::finding::phrase::file_name;
use crate::finding::phrase::quoted;
use crate::finding::phrase::replaces;
use crate::model::standing::Arrival;
use crate::model::standing::Told;
use crate::text::date::Date;
use crate::text::number;

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
        SenderFact::DuplicateUnit { unit, file, others, described } => {
            duplicate_unit(unit, file, others, *described)
        }
        SenderFact::SameFile { others, named } => same_file(others, named.as_deref()),
        SenderFact::LastYearsFile { period, again } => last_years_file(period, again),
        SenderFact::Late { deadline, arrival } => late(*deadline, *arrival),
        SenderFact::WaiverUnused { number, unit, about, candidates } => {
            waiver_unused(*number, unit, about, candidates)
        }
        SenderFact::WaiverNotAllowed { number, unit, about } => Words::new(
            format!(
                "giải trình thứ {number} trong campaign.toml ({unit}: {}) chấp nhận điều không thể \
                 chấp nhận",
                target(about)
            ),
            "xóa giải trình này và đề nghị đơn vị sửa; chỉ chấp nhận được điều cần xem lại, hoặc số \
             đọc được chắc chắn mà vượt giới hạn hay chưa khớp quy tắc",
        ),
        SenderFact::MissingUnit { unit, code } => Words::new(
            format!("chưa có số liệu của {unit}"),
            format!("đôn đốc đơn vị gửi; đặt tệp vào thư mục submissions, ví dụ {code}.xlsx"),
        ),
        SenderFact::WrongPeriod { found, expected } => wrong_period(found, expected),
        SenderFact::WrongCampaign { cluster, period, expected_cluster, expected_period } => {
            Words::new(
                format!(
                    "tệp dùng biểu mẫu phát cho {}, kỳ {}; kỳ này là {expected_cluster}, kỳ \
                     {expected_period}",
                    quoted(cluster),
                    quoted(period)
                ),
                "điền số liệu của kỳ này vào biểu mẫu phát cho kỳ này rồi gửi lại",
            )
        }
        SenderFact::TitleContradicts { title, expected } => Words::new(
            format!("tiêu đề của biểu ghi {}, mà tệp được nhận là của {expected}", quoted(title)),
            "xem số liệu trong biểu là của đơn vị nào, kỳ nào; đúng thì sửa tiêu đề, nhầm thì gửi \
             lại tệp đúng",
        ),
        SenderFact::WrongFormVersion { found, expected } => Words::new(
            format!("tệp dùng biểu mẫu phiên bản {}, bản đang dùng là “{expected}”", quoted(found)),
            "đối chiếu các dòng, cột với biểu mẫu đang dùng; có dòng, cột khác thì chuyển số liệu \
             sang biểu mẫu đang dùng",
        ),
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

fn duplicate_unit(unit: &str, file: &str, others: &[Rival], described: bool) -> Words {
    let apart: Vec<String> = others.iter().map(rival).collect();
    let message = format!("{unit} gửi nhiều tệp; {}", apart.join("; "));
    if others.iter().all(|it| it.apart == Apart::Nothing) {
        return Words::new(
            message,
            "giữ một bản, chuyển bản giống hệt ra khỏi thư mục submissions",
        );
    }
    let place = if described {
        "thêm dòng sau vào mục của tệp này trong campaign.toml"
    } else {
        "thêm các dòng sau vào cuối campaign.toml"
    };
    let hint = format!("hỏi đơn vị tệp nào là bản chính thức; nếu là tệp này thì {place}");
    Words::new(message, hint).with_lines(replaces(file, others, described))
}

fn rival(rival: &Rival) -> String {
    let file = file_name(&rival.file);
    let (first, more) = match &rival.apart {
        Apart::Nothing => return format!("tệp {file} giống hệt tệp này"),
        Apart::NoFigure => return format!("tệp {file} có mọi số liệu như tệp này"),
        Apart::Cells { first, more } => (first, more),
    };
    let text = |it: &Given| match it {
        Given::Nothing => "không có số".to_owned(),
        Given::Number(number) => number::plain(*number),
        Given::Words(words) => quoted(words),
    };
    let mut cells: Vec<String> = first
        .iter()
        .map(|it| {
            format!("{} ô {} ({}, tệp kia {})", it.code, it.cell, text(&it.here), text(&it.there))
        })
        .collect();
    if *more > 0 {
        cells.push(format!("và {more} ô khác"));
    }
    format!("tệp {file} khác tệp này ở {} ô: {}", first.len() + more, cells.join(", "))
}

fn same_file(others: &[String], named: Option<&str>) -> Words {
    let others: Vec<&str> = others.iter().map(|it| file_name(it)).collect();
    let others = others.join(", ");
    match named {
        Some(named) => Words::new(
            format!("tệp mang tên {named} nhưng giống hệt tệp {others}"),
            format!("đề nghị {named} gửi lại đúng tệp của mình"),
        ),
        None => Words::new(
            format!("tệp giống hệt tệp {others}"),
            "giữ một bản; nếu hai đơn vị cùng gửi thì hỏi lại đơn vị gửi nhầm",
        ),
    }
}

fn last_years_file(period: &str, again: &Again) -> Words {
    let message = match again {
        Again::Bytes { file } => {
            format!("đây chính là tệp {} đã gửi cho kỳ {period}", file_name(file))
        }
        Again::Figures { count } => {
            format!("cả {count} số ở cột Thực hiện đều trùng với số đã báo cáo kỳ {period}")
        }
    };
    Words::new(message, "đề nghị đơn vị gửi số liệu của kỳ này")
}

fn late(deadline: Date, arrival: Arrival) -> Words {
    let (day, deadline) = (arrival.day.numeric(), deadline.numeric());
    match arrival.by {
        Told::Campaign => Words::new(
            format!("tệp đến ngày {day}, sau hạn {deadline}"),
            "không phải sửa số liệu; nếu ngày nhận ghi nhầm thì sửa received trong campaign.toml",
        ),
        Told::Form => Words::new(
            format!("báo cáo kèm theo đề ngày {day}, sau hạn {deadline}"),
            "không phải sửa số liệu; nếu tệp đến sớm hơn thì ghi ngày nhận (received) của tệp vào \
             campaign.toml",
        ),
    }
}

fn waiver_unused(number: usize, unit: &str, about: &Target, candidates: &[Target]) -> Words {
    let message = format!(
        "giải trình thứ {number} trong campaign.toml ({unit}: {}) không ứng với phát hiện nào",
        target(about)
    );
    if candidates.is_empty() {
        return Words::new(message, "nếu số liệu đã được sửa thì xóa giải trình này");
    }
    let candidates: Vec<String> = candidates.iter().map(target).collect();
    let hint = format!(
        "đơn vị này có: {}; ghi ô và quy tắc cho khớp, hoặc xóa giải trình này",
        candidates.join("; ")
    );
    Words::new(message, hint)
}

/// `rule-broken, quy tắc K5-qua-tet, ô F45`.
fn target(it: &Target) -> String {
    let mut parts = vec![it.finding.clone()];
    parts.extend(it.rule.as_ref().map(|rule| format!("quy tắc {rule}")));
    parts.push(it.cell.as_ref().map_or("cả tệp".to_owned(), |cell| format!("ô {cell}")));
    parts.join(", ")
}
