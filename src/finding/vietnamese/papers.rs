//! Words for findings about finished papers, in Vietnamese.

use crate::finding::fact::paper::Force;
use crate::finding::fact::paper::PaperFact;
use crate::finding::fact::paper::Slip;
use crate::finding::fact::paper::Spot;
use crate::finding::lang::Words;
use crate::finding::phrase::few;
use crate::finding::phrase::named;
use crate::finding::phrase::quoted;
use crate::text::claims::Hedge;
use crate::text::date::Date;

pub(super) fn fact(fact: &PaperFact) -> Words {
    match fact {
        PaperFact::Words { slip, spot } => {
            let message = format!("{}: {}", place(spot), message(slip));
            Words::new(message, format!("{}{}", way(spot), hint(slip)))
        }
        PaperFact::IssuedPaperWouldChange { issued, entry, figures } => Words::new(
            format!("{issued} đã ban hành, nay số liệu hoặc lời văn đã khác{}", changed(figures)),
            format!(
                "bản đã ban hành được giữ nguyên; sai nội dung thì làm văn bản thay thế, chỉ sai sót \
                 khi in thì làm công văn đính chính: ghi một trong hai dòng sau vào mục [[issued]] \
                 thứ {entry}"
            ),
        )
        .with_lines(vec!["remedy = \"replace\"".to_owned(), "remedy = \"correct\"".to_owned()]),
        PaperFact::LookBeyondLaw { key, value, least, most, point, line } => Words::new(
            format!(
                "dòng {line}: {key} = {value}, Nghị định 30/2020/NĐ-CP (Phụ lục I, mục {point}) quy định {}",
                match most {
                    Some(most) if most == least => most.clone(),
                    Some(most) => format!("{least} đến {most}"),
                    None => format!("từ {least} trở lên"),
                }
            ),
            "sửa cho đúng mức, hoặc để nguyên nếu cơ quan có quy định riêng",
        ),
    }
}

/// `mục “II. Kết quả”, “…kết nạp 850 đoàn viên…”`.
fn place(spot: &Spot) -> String {
    let words = quoted(&spot.words);
    if spot.part.is_empty() { words } else { format!("mục {}, {words}", quoted(&spot.part)) }
}

/// `ở campaign.toml, dòng 84: `.
fn way(spot: &Spot) -> String {
    spot.typed.as_ref().map_or_else(String::new, |it| format!("ở {}, dòng {}: ", it.file, it.line))
}

fn changed(figures: &[String]) -> String {
    if figures.is_empty() { String::new() } else { format!(": {}", few(figures)) }
}

fn message(slip: &Slip) -> String {
    match slip {
        Slip::NumberByHand { number } => {
            format!("số {} gõ tay, không bằng số liệu nào của kỳ này", quoted(number))
        }
        Slip::TwoFigures { number, figure, printed } => {
            format!("số {} gõ tay, nhưng {} là {printed}", quoted(number), named(figure))
        }
        Slip::HedgeLies { hedge, number, value } => {
            format!("có {} trước {}, nhưng số đúng là {value}", word(*hedge), quoted(number))
        }
        Slip::DifferenceWrong { difference, from, to, computed } => {
            format!("ghi chênh lệch {difference}, nhưng từ {from} đến {to} là {computed}")
        }
        Slip::OldYear { year, now } => format!("ghi năm {year}, trong khi kỳ này là năm {now}"),
        Slip::OldTheme { year, .. } => format!("đây là chủ đề của năm {year}"),
        Slip::BasisNotInForce { cited, force, dated, .. } => {
            format!("lấy {} làm căn cứ, {}, {}", quoted(cited), since(*force), paper(*dated))
        }
        Slip::RegulationNotInForce { cited, force, dated, .. } => {
            format!("nêu {}, {}, {}", quoted(cited), since(*force), paper(*dated))
        }
        Slip::ProvinceNotInForce { name, on, into } => {
            format!("tỉnh {name} từ ngày {} đã là {into}", on.numeric())
        }
        Slip::MixedSpelling { keep, other } => {
            format!("chỗ này viết {}, chỗ khác viết {}", quoted(other), quoted(keep))
        }
    }
}

fn word(hedge: Hedge) -> &'static str {
    match hedge {
        Hedge::Below => "chữ “gần”",
        Hedge::Above => "chữ “hơn” hoặc “trên”",
        Hedge::Around | Hedge::Exact => "chữ “khoảng”",
    }
}

fn since(force: Force) -> String {
    match force {
        Force::Ended(day) => format!("văn bản này chỉ có hiệu lực đến ngày {}", day.numeric()),
        Force::NotYet(day) => format!("văn bản này từ ngày {} mới có hiệu lực", day.numeric()),
    }
}

fn paper(dated: Date) -> String {
    format!("còn văn bản đang làm lấy ngày {}", dated.numeric())
}

fn hint(slip: &Slip) -> String {
    match slip {
        Slip::NumberByHand { .. } => {
            "kiểm tra lại số; số có trong biểu thì để mẫu in ra, ví dụ {{so th.TC12}}".to_owned()
        }
        Slip::TwoFigures { figure, .. } => {
            format!("sửa cho khớp, hoặc để mẫu in ra bằng {{{{so th.{}}}}}", figure.code)
        }
        Slip::HedgeLies { .. } => {
            "bỏ chữ đó, hoặc để mẫu tự chọn chữ đúng bằng {{lam_tron …}}".to_owned()
        }
        Slip::DifferenceWrong { computed, .. } => {
            format!("sửa thành {computed}, hoặc sửa hai số đầu và cuối")
        }
        Slip::OldYear { .. } => "sửa năm, nếu là chữ còn lại của kỳ trước".to_owned(),
        Slip::OldTheme { .. } => "sửa thành chủ đề của năm nay".to_owned(),
        Slip::BasisNotInForce { instead: Some(text), .. }
        | Slip::RegulationNotInForce { instead: Some(text), .. } => {
            format!("thay bằng “{text}”")
        }
        Slip::BasisNotInForce { .. } | Slip::RegulationNotInForce { .. } => {
            "thay bằng văn bản đang có hiệu lực; hiệu lực khai trong templates/legal/can-cu.toml"
                .to_owned()
        }
        Slip::ProvinceNotInForce { .. } => {
            "ghi tên tỉnh hiện nay; nói về thời gian trước thì ghi rõ năm hoặc chữ “cũ”".to_owned()
        }
        Slip::MixedSpelling { keep, .. } => format!("dùng một cách viết, ví dụ {}", quoted(keep)),
    }
}
