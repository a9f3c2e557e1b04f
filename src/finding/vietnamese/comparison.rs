//! Words for findings that show when figures are held against other figures, in Vietnamese.

use rust_decimal::Decimal;

use crate::finding::fact::Named;
use crate::finding::fact::Operand;
use crate::finding::fact::comparison::ComparisonFact;
use crate::finding::fact::comparison::Pledged;
use crate::finding::fact::comparison::ReportPart;
use crate::finding::fact::comparison::SlipEvidence;
use crate::finding::lang::Words;
use crate::finding::phrase::addends;
use crate::finding::phrase::balance;
use crate::finding::phrase::beside;
use crate::finding::phrase::figures;
use crate::finding::phrase::named;
use crate::finding::phrase::quoted;
use crate::finding::phrase::some_figures;
use crate::model::measure::Measure;
use crate::text::number;

pub(in crate::finding) fn fact(fact: &ComparisonFact) -> Words {
    match fact {
        ComparisonFact::StockContinuity { indicator, value, computed, plus, minus } => Words::new(
            format!(
                "{}: ghi {}, nhưng {} = {}, chênh {}",
                row(indicator, Measure::Actual),
                number::plain(*value),
                balance(plus, minus),
                number::plain(*computed),
                number::plain((*value - *computed).abs())
            ),
            "xem lại các số đã nêu, kể cả số chuyển đến, chuyển đi, sáp nhập; nếu đúng như vậy thì \
             ghi lý do ở cột Ghi chú",
        ),
        ComparisonFact::PreviousDiffers { indicator, typed, accepted, campaign, parts } => {
            Words::new(
                format!(
                    "{}: ghi {}, nhưng số đã chốt ở kỳ “{campaign}” là {}{}",
                    row(indicator, Measure::Previous),
                    number::plain(*typed),
                    beside(*accepted, *typed),
                    made_of(parts)
                ),
                "kỳ này tính theo số đã chốt; ghi đúng số đó, nếu năm trước chốt chưa đúng thì báo Cụm \
             trưởng (được chấp nhận thì tính theo số ghi)",
            )
        }
        ComparisonFact::TargetDiffers { indicator, typed, pledged, campaign, parts } => Words::new(
            format!(
                "{}: ghi {}, nhưng giao ước đã ký ở kỳ “{campaign}” là {}{}",
                row(indicator, Measure::Target),
                number::plain(*typed),
                number::plain(*pledged),
                made_of(parts)
            ),
            "kỳ này tính theo chỉ tiêu đã ký; ghi đúng chỉ tiêu đó, nếu đã được điều chỉnh thì nêu \
             văn bản ở cột Ghi chú (được chấp nhận thì tính theo số ghi)",
        ),
        ComparisonFact::HalfAboveYear { indicator, half, year, file } => Words::new(
            format!(
                "{}: cả năm ghi {}, ít hơn 6 tháng đầu năm là {} (tệp {file})",
                row(indicator, Measure::Actual),
                number::plain(*year),
                number::plain(*half)
            ),
            "nhập số của cả năm, gồm cả 6 tháng đầu năm; nếu số 6 tháng sai thì ghi rõ ở cột Ghi chú",
        ),
        ComparisonFact::LastYearCopied { rows, whole } => copied(rows, *whole),
        ComparisonFact::CumulativeFlow { indicator, value, before } => Words::new(
            format!(
                "{}: {} gấp {} lần năm trước ({}), có thể là số lũy kế; trừ số năm trước còn {}",
                row(indicator, Measure::Actual),
                number::plain(*value),
                times(*value, *before),
                number::plain(*before),
                number::plain(*value - *before)
            ),
            "chỉ nhập số phát sinh trong kỳ; nếu đúng là tăng như vậy thì ghi lý do ở cột Ghi chú",
        ),
        ComparisonFact::SuddenChange { indicator, value, before, percent, others } => Words::new(
            format!(
                "{}: {} bằng {}% năm trước ({}){}",
                row(indicator, Measure::Actual),
                number::plain(*value),
                number::at_most(*percent, 1),
                number::plain(*before),
                others.map_or_else(String::new, |it| format!(
                    ", trong khi mức giữa của {} đơn vị khác là {}%",
                    it.units,
                    number::at_most(it.median, 1)
                ))
            ),
            "xem lại số của cả hai năm và đơn vị tính; nếu đúng là thay đổi như vậy thì ghi lý do ở \
             cột Ghi chú",
        ),
        ComparisonFact::ActualEqualsTarget { rows } => Words::new(
            format!("cột Thực hiện trùng với cột Kế hoạch ở cả {rows} dòng"),
            "nhập kết quả thật đã đạt, không chép lại kế hoạch",
        ),
        ComparisonFact::PledgeBelowActual { rows } => Words::new(
            format!("đăng ký năm sau thấp hơn rõ so với thực hiện năm nay: {}", pledges(rows)),
            "xem lại mức đăng ký; nếu vẫn đăng ký như vậy thì nêu lý do để Cụm trưởng biết",
        ),
        ComparisonFact::SameAmountTwice { one, other, value, unit } => Words::new(
            format!("{} và {} cùng ghi {} {unit}", named(one), named(other), number::plain(*value)),
            "xem có phải một khoản tiền bị ghi vào hai dòng không; sửa dòng ghi nhầm",
        ),
        ComparisonFact::TargetFarOff { indicator, target, actual, percent } => Words::new(
            format!(
                "{}: thực hiện {} trên kế hoạch {}, đạt {}%",
                named(indicator),
                number::plain(*actual),
                number::plain(*target),
                number::at_most(*percent, 1)
            ),
            "xem lại cả hai số và đơn vị tính; nếu đúng như vậy thì ghi lý do ở cột Ghi chú",
        ),
        ComparisonFact::UnitSlip { indicator, measure, value, evidence, meant, unit } => {
            Words::new(
                format!(
                    "{}: {} {unit} có thể nhầm đơn vị tính, {}",
                    row(indicator, *measure),
                    number::plain(*value),
                    evidence.iter().map(speaks).collect::<Vec<_>>().join("; ")
                ),
                format!(
                    "nếu nhầm thì nhập lại {}; nếu đúng thì ghi lý do ở cột Ghi chú",
                    number::plain(*meant)
                ),
            )
        }
        ComparisonFact::PublishedTotalDiffers {
            indicator,
            measure,
            published,
            computed,
            source,
        } => Words::new(
            format!(
                "{}: {} ghi toàn Cụm là {}, cộng từ số của các đơn vị là {}",
                row(indicator, *measure),
                quoted(source),
                number::plain(*published),
                beside(*computed, *published)
            ),
            "tìm số nào sai; sửa số đơn vị hoặc đính chính nơi đã công bố",
        ),
        ComparisonFact::SameAsOtherUnit { other, file, rows } => Words::new(
            format!(
                "{} dòng giống hệt số của {other} (tệp {file}): {}",
                rows.len(),
                some_figures(rows)
            ),
            "xem có chép nhầm số của đơn vị khác không; nhập đúng số của đơn vị mình",
        ),
        ComparisonFact::ReportNotNamed { missing } => Words::new(
            format!(
                "chưa ghi {} của đơn vị",
                missing.iter().map(|it| part(*it)).collect::<Vec<_>>().join(" và ")
            ),
            "điền số và ngày của báo cáo đã ký, nơi lấy các số này, ở trang “Thông tin chung”",
        ),
        ComparisonFact::ReportDiffers { part: of, stated, known } => Words::new(
            format!(
                "{} của đơn vị ghi {}, báo cáo nhận được là {}",
                part(*of),
                quoted(stated),
                quoted(known)
            ),
            "xem số liệu có đúng là của báo cáo đã ký không, rồi sửa ô này",
        ),
        ComparisonFact::ClaimDiffers { text, nearest, unit, same_subject: _ } => Words::new(
            format!(
                "lời văn ghi {}, không trùng số nào ở trang số liệu{}",
                quoted(text),
                near(nearest.as_ref(), unit)
            ),
            "sửa lời văn hoặc số liệu cho khớp nhau",
        ),
        ComparisonFact::WrongDifference { difference, from, to, computed } => Words::new(
            format!(
                "lời văn ghi chênh lệch {}, nhưng từ {} đến {} là {}",
                quoted(difference),
                quoted(from),
                quoted(to),
                number::plain(*computed)
            ),
            "tính lại, sửa một trong ba số",
        ),
    }
}

/// `: Bắc Kạn (590) + Thái Nguyên (1.204)`.
fn made_of(parts: &[Operand]) -> String {
    if parts.is_empty() { String::new() } else { format!(": {}", addends(parts)) }
}

fn copied(rows: &[Operand], whole: bool) -> Words {
    let count = rows.len();
    let message = if whole {
        format!("cả cột Thực hiện trùng với số năm trước ({count} dòng)")
    } else {
        format!("{count} dòng trùng hệt số năm trước: {}", some_figures(rows))
    };
    Words::new(message, "nhập số của năm nay, không chép lại số năm trước")
}

fn pledges(rows: &[Pledged]) -> String {
    let each = |it: &Pledged| {
        format!("{} {} (đạt {})", it.code, number::plain(it.pledged), number::plain(it.actual))
    };
    rows.iter().map(each).collect::<Vec<_>>().join(", ")
}

fn speaks(evidence: &SlipEvidence) -> String {
    match evidence {
        SlipEvidence::OwnHistory { other, measure, times } => format!(
            "chênh khoảng {} lần so với {} của chính đơn vị ({})",
            number::at_most(*times, 0),
            measure.title().to_lowercase(),
            number::plain(*other)
        ),
        SlipEvidence::OtherUnits { own, median, size, times } => format!(
            "tính trên 1.000 {size} là {}, chênh khoảng {} lần so với mức giữa của các đơn vị khác \
             ({})",
            number::at_most(*own, 2),
            number::at_most(*times, 0),
            number::at_most(*median, 2)
        ),
    }
}

fn near(nearest: Option<&Operand>, unit: &str) -> String {
    nearest.map_or_else(String::new, |it| {
        format!("; số gần nhất là {} {unit}", figures(std::slice::from_ref(it)))
    })
}

fn part(part: ReportPart) -> &'static str {
    match part {
        ReportPart::Number => "số báo cáo",
        ReportPart::Date => "ngày báo cáo",
    }
}

fn times(value: Decimal, before: Decimal) -> String {
    value.checked_div(before).map_or_else(String::new, |it| number::at_most(it, 1))
}

fn row(indicator: &Named, measure: Measure) -> String {
    format!("{}, cột {}", named(indicator), measure.title())
}
