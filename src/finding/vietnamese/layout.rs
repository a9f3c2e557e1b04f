//! Words for findings about the layout of tables, in Vietnamese.

use crate::finding::fact::layout::LayoutFact;
use crate::finding::lang::Words;
use crate::finding::phrase::listed;
use crate::finding::phrase::quoted;

pub(in crate::finding) fn fact(fact: &LayoutFact) -> Words {
    match fact {
        LayoutFact::ColumnUnknown { header, column, rows, slipped } => {
            column_unknown(header, column, rows, *slipped)
        }
        LayoutFact::ColumnYear { header, years, measure, expected } => Words::new(
            format!(
                "tiêu đề {} ghi năm {years}, mà cột {} của kỳ này là năm {expected}; chưa đọc cột",
                quoted(header),
                measure.title()
            ),
            "sửa tiêu đề cho đúng năm của số liệu, theo đúng biểu mẫu của kỳ này",
        ),
        LayoutFact::SheetAlsoRead { first, rows } => Words::new(
            format!(
                "trang tính này cũng có bảng số liệu, đã đọc thêm {rows} dòng ngoài trang {}",
                quoted(first)
            ),
            "nếu là bản nháp hoặc bản cũ thì xóa trang tính này",
        ),
        LayoutFact::SheetOfAnotherYear { year, expected } => Words::new(
            format!("trang tính mang tên năm {year}, kỳ này là năm {expected}; đã bỏ qua"),
            "nếu đây là số liệu của kỳ này thì đổi lại tên trang tính, nếu không thì xóa đi",
        ),
        LayoutFact::SheetsDiffer { first, codes } => Words::new(
            format!(
                "{} chỉ tiêu đã có ở trang {} nhưng số liệu ở đây khác: {}",
                codes.len(),
                quoted(first),
                codes.join(", ")
            ),
            "giữ lại một trang tính, xóa trang kia rồi gửi lại",
        ),
        LayoutFact::SameRow { rows } => Words::new(
            format!(
                "chỉ tiêu có thêm một dòng với cùng số liệu, chỉ tính một lần: {}",
                firsts(rows)
            ),
            "không phải sửa; nên xóa dòng thừa",
        ),
        LayoutFact::RowMissing { codes } => Words::new(
            format!("biểu thiếu {} dòng của biểu mẫu: {}", codes.len(), codes.join(", ")),
            "nếu có số liệu thì thêm lại dòng với đúng mã, nếu không thì không phải sửa",
        ),
        LayoutFact::SubtotalRow { label } => Words::new(
            format!("dòng cộng {} không phải là chỉ tiêu, đã bỏ qua", quoted(label)),
            "không phải sửa; chương trình tự cộng",
        ),
        LayoutFact::HiddenRow { rows, filtered } => hidden_row(rows, *filtered),
        LayoutFact::HiddenColumn { column, measure } => Words::new(
            format!("cột {column} ({}) đang ẩn mà có số liệu; vẫn đọc", measure.title()),
            "bỏ ẩn cột để xem lại số liệu, hoặc xóa nếu là số cũ",
        ),
        LayoutFact::ValueUnderMerge { area, text, measure } => Words::new(
            format!(
                "dưới vùng ô gộp {area} còn một giá trị bị che: {} (cột {}); chưa đọc",
                quoted(text),
                measure.title()
            ),
            "bỏ gộp ô (Unmerge Cells), rồi ghi mỗi số vào đúng một ô",
        ),
        LayoutFact::MergedFigure { area, text } => Words::new(
            format!("vùng ô gộp {area} ghi {} cho nhiều ô số liệu", quoted(text)),
            "bỏ gộp ô (Unmerge Cells), rồi ghi số của từng chỉ tiêu vào ô của nó",
        ),
        LayoutFact::UnitFromHeader { unit, codes } => Words::new(
            format!("đã đọc theo đơn vị “{unit}” ghi ở đây, khác biểu mẫu: {}", codes.join(", ")),
            "xem số liệu của các dòng đó có đúng tính bằng đơn vị này không",
        ),
        LayoutFact::DeclaredUnitsDiffer { here, rows, .. } => Words::new(
            format!("đơn vị ghi ở đây là “{here}”, nhưng đã đọc theo đơn vị khác: {}", used(rows)),
            "xem số liệu tính bằng đơn vị nào, rồi ghi thống nhất một đơn vị",
        ),
    }
}

fn column_unknown(header: &str, column: &str, rows: &str, slipped: bool) -> Words {
    let name = match header {
        "" => "không có tiêu đề".to_owned(),
        header => format!("có tiêu đề {}", quoted(header)),
    };
    let hint = if slipped {
        "nếu là số gõ lệch cột thì chuyển về đúng cột, nếu không thì xóa"
    } else {
        "nếu là số liệu cần gửi thì ghi đúng tiêu đề của biểu mẫu, nếu không thì không phải sửa"
    };
    Words::new(format!("cột {column} {name} mà có số ở dòng {rows}; chưa đọc các số đó"), hint)
}

fn hidden_row(rows: &str, filtered: bool) -> Words {
    let why = if filtered { "đang bị bộ lọc (Filter) ẩn" } else { "đang ẩn" };
    Words::new(
        format!("dòng {rows} {why} mà có số liệu; vẫn đọc"),
        "bỏ ẩn các dòng để xem lại số liệu, hoặc xóa nếu là số cũ",
    )
}

/// `TC12 (A17)`.
fn firsts(rows: &[(String, String)]) -> String {
    listed(rows, |code, first| format!("{code} (ô {first})"))
}

/// `CL09 (tỷ đồng)`.
fn used(rows: &[(String, String)]) -> String {
    listed(rows, |code, unit| format!("{code} ({unit})"))
}
