//! Words for why a file is refused, in Vietnamese.

use crate::finding::fact::workbook::OtherFormat;
use crate::finding::phrase::quoted;
use crate::finding::phrase::said;
use crate::finding::refusal::Content;
use crate::finding::refusal::Damage;
use crate::finding::refusal::End;
use crate::finding::refusal::Quantity;

/// What a file seems to be.
pub(super) fn content(content: Content) -> &'static str {
    match content {
        Content::Pdf => "tệp PDF",
        Content::Picture => "hình ảnh",
        Content::WebPage => "trang web (HTML)",
        Content::Xml => "tệp XML",
        Content::Text => "văn bản (chữ)",
        Content::OldOffice => "tệp Office đời cũ, không có bảng tính",
        Content::Word => "văn bản Word",
        Content::Archive => "tệp nén",
        Content::LockFile => "tệp khóa mà Excel để lại khi đang mở bảng tính",
        Content::NoFile => "lối tắt, không phải tệp",
        Content::Unknown => "dữ liệu không rõ loại",
    }
}

/// A format other than .xlsx.
pub(super) fn format(format: OtherFormat) -> &'static str {
    match format {
        OtherFormat::Xls => ".xls (Excel 97-2003)",
        OtherFormat::Xlsb => ".xlsb (Excel nhị phân)",
        OtherFormat::Ods => ".ods (LibreOffice)",
        OtherFormat::Csv => ".csv",
    }
}

/// What a limit counts.
pub(super) fn quantity(quantity: Quantity) -> &'static str {
    match quantity {
        Quantity::Entries => "số tệp bên trong",
        Quantity::InflatedBytes => "số byte sau khi giải nén",
        Quantity::Ratio => "tỷ lệ nén",
        Quantity::Sheets => "số trang tính",
        Quantity::Cells => "số ô",
        Quantity::CellCharacters => "số ký tự trong một ô",
        Quantity::TextBytes => "số byte chữ",
        Quantity::Areas => "số vùng gộp ô và vùng ẩn",
        Quantity::MessageBytes => "số byte của một ô hoặc một danh sách",
    }
}

/// What is damaged.
pub(super) fn damage(damage: &Damage) -> String {
    match damage {
        Damage::TwoEntries(name) => format!("hai tệp con cùng tên {}", quoted(name)),
        Damage::Dtd(name) => format!("{} có khai báo DTD", quoted(name)),
        Damage::LyingCount(name) => format!("{} khai số chuỗi không thật", quoted(name)),
        Damage::NotUtf8(name) => format!("{} không viết bằng UTF-8", quoted(name)),
        Damage::EntryTwice => "có hai tệp con trùng tên".to_owned(),
        Damage::Overlap => "các tệp con nằm đè lên nhau".to_owned(),
        Damage::OutsideTheSheet(sheet) => format!("có ô nằm ngoài trang tính {}", quoted(sheet)),
        Damage::CellTwice { cell, sheet } => {
            format!("ô {cell} của trang tính {} ghi hai lần", quoted(sheet))
        }
        Damage::TwoSheets(name) => format!("hai trang tính cùng tên {}", quoted(name)),
        Damage::NotWhole(name) => format!("{} không đọc được hết", quoted(name)),
        Damage::CutShort => "thiếu phần cuối, có thể do tải về hoặc chép chưa xong".to_owned(),
        Damage::ParserStopped => "trình đọc bảng tính dừng giữa chừng".to_owned(),
        Damage::Parser(detail) => quoted(said(detail)),
    }
}

/// How the process that read a file ended.
pub(super) fn end(end: End) -> &'static str {
    match end {
        End::Memory => "tệp làm trình đọc hết bộ nhớ",
        End::Time => "đọc tệp quá lâu nên đã dừng",
        End::Crash => "tệp làm trình đọc dừng giữa chừng",
        End::Nonsense => "trình đọc trả lời sai khi đọc tệp này",
    }
}
