//! Words for findings about a file, its sheets, columns and rows, in Vietnamese.

use rust_decimal::Decimal;

use super::suggestion;
use crate::finding::fact::workbook::OtherFormat;
use crate::finding::fact::workbook::WorkbookFact;
use crate::finding::lang::Words;
use crate::finding::phrase::named;
use crate::finding::phrase::pairs;
use crate::finding::phrase::quoted;
use crate::finding::phrase::said;
use crate::finding::refusal::Refusal;
use crate::finding::vietnamese::refusals;
use crate::text::number;

pub(in crate::finding) fn fact(fact: &WorkbookFact) -> Words {
    match fact {
        WorkbookFact::UnreadableFile(refusal) => self::refusal(refusal),
        WorkbookFact::FolderNotRead => Words::new(
            "thư mục con trong submissions, không đọc các tệp bên trong",
            "tệp nào cần dùng thì chuyển ra ngay trong submissions; bản cũ thì cất ở nơi khác",
        ),
        WorkbookFact::SheetMissing { sheet } => Words::new(
            format!("không tìm thấy trang tính “{sheet}” hay bảng nào có các cột của biểu mẫu"),
            "chép số liệu vào đúng biểu mẫu của kỳ này rồi gửi lại",
        ),
        WorkbookFact::SheetRenamed { expected, found } => Words::new(
            format!("trang tính “{expected}” đã đổi tên thành {}; vẫn đọc được", quoted(found)),
            format!("không phải sửa; lần sau giữ nguyên tên “{expected}”"),
        ),
        WorkbookFact::ColumnMoved { header, expected, found } => Words::new(
            format!(
                "cột {} nằm ở cột {found}, biểu mẫu là cột {expected}; đã đọc theo tiêu đề",
                quoted(header)
            ),
            "xem số liệu có nằm đúng dưới tiêu đề của cột không",
        ),
        WorkbookFact::ColumnMissing { header, measure: _ } => Words::new(
            format!("thiếu cột {}", quoted(header)),
            "thêm lại cột với đúng tiêu đề này, hoặc chép số liệu vào biểu mẫu của kỳ này",
        ),
        WorkbookFact::ColumnTwice { header, first, .. } => Words::new(
            format!(
                "tiêu đề {} có ở hai cột (cột đầu là cột {first}), không biết lấy cột nào",
                quoted(header)
            ),
            "giữ lại một cột, xóa cột kia hoặc đổi tiêu đề của nó",
        ),
        WorkbookFact::OldEncoding { encoding, cells, before, after } => Words::new(
            format!(
                "{} ô ghi bằng bảng mã cũ {}, đã đổi sang Unicode, ví dụ {} thành {}",
                number::plain(Decimal::from(*cells)),
                encoding.name(),
                quoted(before),
                quoted(after)
            ),
            "xem chữ đã đổi có đúng không; lần sau gõ bằng bảng mã Unicode, phông Times New Roman",
        ),
        WorkbookFact::MatchedByLabel { label, indicator } => Words::new(
            format!("dòng {} không có mã, đã hiểu là {}", quoted(label), named(indicator)),
            format!("nếu đúng thì ghi mã {} vào cột Mã", indicator.code),
        ),
        WorkbookFact::ManyMatchedByLabel { matches } => Words::new(
            format!(
                "{} dòng không có mã, đã hiểu theo nội dung: {}",
                matches.len(),
                pairs(matches)
            ),
            "xem từng ô đã hiểu đúng mã chưa; nếu đúng thì ghi mã vào cột Mã",
        ),
        WorkbookFact::UnknownCode { code, label, .. } if code.is_empty() && label.is_empty() => {
            Words::new(
                "ô có số ở dòng không có mã và không có nội dung, không biết là chỉ tiêu nào",
                "ghi mã của chỉ tiêu vào cột Mã, hoặc xóa số ở ô này",
            )
        }
        WorkbookFact::UnknownCode { code, label, nearest } if code.is_empty() => Words::new(
            format!(
                "dòng {} có số liệu nhưng không có mã và không khớp chỉ tiêu nào",
                quoted(label)
            ),
            suggestion(
                nearest.as_deref(),
                "ghi mã của chỉ tiêu vào cột Mã, hoặc xóa số liệu của dòng",
            ),
        ),
        WorkbookFact::UnknownCode { code, label, nearest } => Words::new(
            format!("không có chỉ tiêu nào mang mã {}{}", quoted(code), of_row(label)),
            suggestion(nearest.as_deref(), "ghi đúng mã trong biểu mẫu của kỳ này"),
        ),
        WorkbookFact::DuplicateRow { indicator, first } => Words::new(
            format!("{} có ở hai dòng, dòng đầu tại ô {first}", named(indicator)),
            "giữ lại một dòng, xóa dòng kia",
        ),
        WorkbookFact::LabelContradictsCode { indicator, label, other } => Words::new(
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
        WorkbookFact::HiddenSheet { sheet } => Words::new(
            format!("trang tính ẩn {} có số liệu của biểu mẫu; không đọc trang này", quoted(sheet)),
            "nếu là số cũ thì xóa trang; nếu là số cần nộp thì chép vào trang số liệu, trang đang hiện",
        ),
        WorkbookFact::Macros => Words::new(
            "tệp có macro; chương trình không bao giờ chạy macro",
            "lần sau lưu thành “Excel Workbook (.xlsx)” rồi gửi",
        ),
        WorkbookFact::ExternalLinks => Words::new(
            "tệp lấy số từ tệp khác hoặc nguồn dữ liệu ngoài; số đã đọc là số lưu lần cuối",
            "xem số có còn đúng không; nên thay công thức liên kết bằng số (Paste Values)",
        ),
        WorkbookFact::DatesFrom1904 => Words::new(
            "tệp tính ngày từ năm 1904 (Excel của máy Mac đời cũ); ngày đã đọc theo cách tính đó",
            "xem ngày báo cáo có đúng không; nếu lệch bốn năm thì gõ lại ngày",
        ),
        WorkbookFact::OldFormat { format: OtherFormat::Csv } => Words::new(
            "tệp .csv chỉ có một trang, mọi ô là chữ; đã đọc được các ô",
            "nên gửi tệp .xlsx của biểu mẫu, để có đủ các trang và định dạng số",
        ),
        WorkbookFact::OldFormat { format } => Words::new(
            format!(
                "tệp ở định dạng {}, không phải .xlsx; vẫn đọc được",
                refusals::format(*format)
            ),
            "lần sau lưu thành “Excel Workbook (.xlsx)” rồi gửi",
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
            Words::new(format!("tệp không phải là bảng tính (nội dung là {seems})"), save_as)
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
        Refusal::ReaderEnded(end) => Words::new(refusals::end(*end), save_as),
        Refusal::NotOpened { detail } => Words::new(
            format!("không mở được tệp ({})", said(detail)),
            "đóng tệp nếu đang mở trong Excel, rồi chạy lại",
        ),
    }
}

fn of_row(label: &str) -> String {
    if label.is_empty() { String::new() } else { format!(" (dòng {})", quoted(label)) }
}
