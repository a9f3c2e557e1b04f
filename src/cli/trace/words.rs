//! The words of `trace`, in both languages. Columns keep their Vietnamese names.

use rust_decimal::Decimal;
use thidua::finding::lang::Lang;
use thidua::inspect::story::Node;
use thidua::inspect::story::Origin;
use thidua::inspect::story::PointsOf;
use thidua::inspect::story::Subject;
use thidua::inspect::wording::Wording;
use thidua::model::dataset::PastHow;
use thidua::model::figure::Derivation;
use thidua::model::figure::ScoreStage;
use thidua::model::ledger::Aggregate;
use thidua::model::ledger::Counting;
use thidua::model::ledger::PointsKind;
use thidua::pipeline::trace::Found;
use thidua::pipeline::trace::State;
use thidua::text::money::MoneyUnit;
use thidua::text::number;

/// Digits after the comma with which a quotient is shown.
const SHOWN: u32 = 6;

/// One of two sentences.
pub(in crate::cli) fn of<T>(lang: Lang, vi: T, en: T) -> T {
    match lang {
        Lang::Vi => vi,
        Lang::En => en,
    }
}

/// What a figure is: `TC12 · Đoàn viên kết nạp mới · Thực hiện · Cao Bằng`.
pub(in crate::cli) fn subject(node: &Node, lang: Lang) -> String {
    match &node.subject {
        Subject::Indicator { indicator, measure, unit } => {
            let whose =
                unit.as_ref().map_or(of(lang, "toàn cụm", "whole cluster"), |it| &it.name);
            let parts = [&indicator.code, &indicator.name, measure.title(), whose];
            parts.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" · ")
        }
        Subject::Derived(rule) => derivation(*rule, lang).to_owned(),
        Subject::Points { of: what, unit } => format!("{} · {}", points(what, lang), unit.name),
        Subject::Unknown => {
            let words = of(lang, "không có trong tệp số liệu này", "not in this file of figures");
            format!("{} ({words})", node.id)
        }
    }
}

fn derivation(rule: Derivation, lang: Lang) -> &'static str {
    match rule {
        Derivation::Percent => of(lang, "Tỷ lệ (%) = a : b × 100", "Percentage = a : b × 100"),
        Derivation::ChangePercent => {
            of(lang, "Tăng, giảm (%) = (a − b) : b × 100", "Change (%) = (a − b) : b × 100")
        }
        Derivation::Difference => of(lang, "Chênh lệch = a − b", "Difference = a − b"),
        Derivation::PerOne => of(lang, "Bình quân = a : b", "For each = a : b"),
    }
}

fn points(what: &PointsOf, lang: Lang) -> String {
    let kind = match what.of {
        PointsKind::Criterion => of(lang, "Điểm tiêu chí", "Points of criterion"),
        PointsKind::Group => of(lang, "Điểm nhóm", "Points of group"),
        PointsKind::Merit => of(lang, "Điểm chuẩn", "Merit points"),
        PointsKind::Bonus => of(lang, "Điểm thưởng", "Bonus points"),
        PointsKind::Penalty => of(lang, "Điểm trừ", "Penalty points"),
        PointsKind::Total => of(lang, "Tổng điểm", "Total points"),
        PointsKind::Rank => of(lang, "Xếp thứ", "Rank"),
        PointsKind::Votes => of(lang, "Số phiếu", "Votes"),
    };
    let stage = what.stage.map(|it| match it {
        ScoreStage::Counted => of(lang, "theo số liệu", "counted from figures"),
        ScoreStage::Own => of(lang, "tự chấm", "self-scored"),
        ScoreStage::Verified => of(lang, "thẩm định", "verified"),
        ScoreStage::Explained => of(lang, "sau giải trình", "after explanation"),
        ScoreStage::Settled => of(lang, "chốt", "settled"),
    });
    let named = [what.code.as_deref(), what.name.as_deref()].into_iter().flatten();
    let kind = std::iter::once(kind.to_owned());
    let first = kind.chain(named.map(str::to_owned)).collect::<Vec<_>>().join(" ");
    [Some(first.as_str()), stage].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// A value with its unit; money in the unit of the form and in đồng.
pub(super) fn value(node: &Node, lang: Lang) -> String {
    let Some(value) = node.value else {
        return of(lang, "chưa có số liệu", "no figure").to_owned();
    };
    let Subject::Indicator { indicator, .. } = &node.subject else { return shown(value) };
    let own = |value| format!("{} {}", shown(value), indicator.unit).trim_end().to_owned();
    let scaled = indicator.factor.and_then(|it| value.checked_div(it));
    match scaled {
        Some(scaled) => format!("{} ({} đồng)", own(scaled), shown(value)),
        None => own(value),
    }
}

/// A value alone, in the unit of the form.
pub(super) fn bare_value(node: &Node) -> String {
    let factor = match &node.subject {
        Subject::Indicator { indicator, .. } => indicator.factor.unwrap_or(Decimal::ONE),
        _ => Decimal::ONE,
    };
    node.value.and_then(|it| it.checked_div(factor)).map_or_else(|| "…".to_owned(), shown)
}

/// A number of which a quotient may have no end.
pub(super) fn shown(value: Decimal) -> String {
    let text = number::at_most(value, SHOWN);
    if number::rounded(value, SHOWN) == value { text } else { format!("{text}…") }
}

/// How a figure came about; empty where its place says so.
pub(super) fn origin(node: &Node, lang: Lang) -> String {
    if let Subject::Points { of: what, .. } = &node.subject {
        return what.counted.as_ref().map_or_else(String::new, |it| counting(it, lang));
    }
    match &node.origin {
        Origin::Aggregate { how, reported, expected, .. } => {
            let units = format!("{reported}/{expected}");
            match how {
                Aggregate::Sum => {
                    let vi = format!("cộng số liệu của {units} đơn vị");
                    of(lang, vi, format!("sum of {units} units"))
                }
                Aggregate::Ratio => {
                    let scale = if is_percent(node) { " × 100" } else { "" };
                    let vi = format!("tính lại = a : b{scale}");
                    of(lang, vi, format!("computed again = a : b{scale}"))
                }
                Aggregate::WeightedMean => {
                    let vi = format!("bình quân gia quyền của {units} đơn vị");
                    of(lang, vi, format!("weighted mean of {units} units"))
                }
            }
        }
        Origin::Past { campaign, measure, how, .. } => {
            let title = measure.title();
            let how = past(*how, lang);
            let vi = format!("lấy từ cột {title} của kỳ {campaign}{how}");
            of(lang, vi, format!("from the column {title} of the campaign {campaign}{how}"))
        }
        Origin::Nothing if node.value.is_none() => {
            of(lang, "không đơn vị nào báo cáo", "reported by nobody").to_owned()
        }
        Origin::Cell | Origin::Derived | Origin::Points | Origin::Nothing => String::new(),
    }
}

/// How a figure comes of the bodies of an earlier campaign; nothing to say of one and the same body.
fn past(how: PastHow, lang: Lang) -> &'static str {
    match how {
        PastHow::Same => "",
        PastHow::Sum => of(lang, ", cộng các đơn vị hợp nhất", ", sum of the merged bodies"),
        PastHow::Ratio => {
            of(lang, ", tính lại từ tử số và mẫu số", ", computed again from its parts")
        }
        PastHow::Mean => of(lang, ", bình quân gia quyền", ", weighted mean"),
    }
}

fn is_percent(node: &Node) -> bool {
    matches!(&node.subject, Subject::Indicator { indicator, .. } if indicator.unit == "%")
}

fn counting(counted: &Counting, lang: Lang) -> String {
    match counted {
        Counting::Target => of(lang, "theo mức đạt chỉ tiêu", "from what was reached").to_owned(),
        Counting::Done => of(lang, "có hay không", "a yes or a no").to_owned(),
        Counting::Count => of(lang, "theo số lượng", "from a count").to_owned(),
        Counting::Findings(count) => {
            of(lang, format!("{count} phát hiện"), format!("{count} findings"))
        }
        Counting::Late(count) => {
            of(lang, format!("{count} tệp chậm"), format!("{count} late files"))
        }
        Counting::Expression(source) => {
            of(lang, format!("công thức {source}"), format!("expression {source}"))
        }
    }
}

/// How the words on paper say the value.
pub(super) fn wording(wording: Wording, lang: Lang) -> String {
    let in_unit = |unit: Option<MoneyUnit>| match unit {
        Some(unit) => of(lang, ", tính bằng ", ", in ").to_owned() + unit.label(),
        None => String::new(),
    };
    match wording {
        Wording::Exact { unit } => of(lang, "số đúng", "exact").to_owned() + in_unit(unit).as_str(),
        Wording::Rounded { decimals: 0, unit } => {
            of(lang, "làm tròn đến hàng đơn vị", "rounded to a whole number").to_owned()
                + in_unit(unit).as_str()
        }
        Wording::Rounded { decimals, unit } => {
            let vi = format!("làm tròn đến {decimals} số lẻ");
            of(
                lang,
                vi,
                format!("rounded to {decimals} decimal{}", if decimals == 1 { "" } else { "s" }),
            ) + in_unit(unit).as_str()
        }
        Wording::Hedged => of(lang, "nói tròn", "told roughly").to_owned(),
        Wording::Words => of(lang, "viết bằng chữ", "in words").to_owned(),
        Wording::Missing => of(lang, "chưa có số liệu", "no figure").to_owned(),
        Wording::Unlike => {
            of(lang, "chữ in không khớp giá trị", "does not say the value").to_owned()
        }
    }
}

/// Whether a file is the one that was made, and where its figures were found.
pub(super) fn state(state: State, found: Found, lang: Lang) -> String {
    let state = match state {
        State::AsMade => of(lang, "đúng là tệp đã làm", "the file that was made"),
        State::Signed => of(lang, "đã ký số sau khi làm", "signed since it was made"),
        State::Changed => of(
            lang,
            "KHÔNG phải tệp đã làm: đã sửa hoặc làm lại",
            "NOT the file that was made: edited or made anew",
        ),
        State::Unknown => of(
            lang,
            "chưa đối chiếu được, vì không có manifest.json đi cùng",
            "not verified, since no manifest.json lies with it",
        ),
    };
    let found = match found {
        Found::Beside { name } => {
            of(lang, format!("số liệu lấy từ {name}"), format!("figures from {name}"))
        }
        Found::Attached => {
            of(lang, "số liệu đính kèm trong tệp", "figures attached to the file").to_owned()
        }
        Found::Sheet => {
            of(lang, "số liệu ở trang tính nguồn của tệp", "figures on its sheet of sources")
                .to_owned()
        }
    };
    format!("{state}; {found}")
}
