//! Explanations: what a file carries that nobody sees on the sheet.

use super::Explanation;

pub(super) const HIDDEN_SHEET: Explanation = Explanation {
    code: "hidden-sheet",
    vi: "Nghĩa là: một trang tính ẩn có bảng hoặc số liệu của biểu mẫu; trang ẩn không được đọc.\n\
         Vì sao: trang ẩn thường là số năm trước hoặc bản cũ; đọc nhầm thì sai mà không ai thấy.\n\
         Ví dụ: đơn vị ẩn trang “Số liệu 2023” rồi chép ra trang mới để điền.\n\
         Cách sửa: số cũ thì xóa trang; số cần nộp thì bỏ ẩn trang, hoặc chép vào trang số liệu.",
    en: "Meaning: a hidden sheet holds the form's table or its figures; hidden sheets are not read.\n\
         Why: it is mostly last year's or an older version; read by mistake, nobody would see it.\n\
         Example: a unit hid the sheet “Số liệu 2023” and copied it to fill this year's.\n\
         To mend: delete the sheet if it is old; show it or copy it if its figures count.",
};

pub(super) const MACROS: Explanation = Explanation {
    code: "macros",
    vi: "Nghĩa là: tệp có macro (.xlsm hoặc .xls có mã VBA); macro không được chạy.\n\
         Vì sao: số do macro tính sẵn vẫn đọc được, nhưng macro có thể chứa mã độc.\n\
         Ví dụ: đơn vị dùng bảng tính có nút bấm tự cộng rồi lưu thành .xlsm.\n\
         Cách sửa: không bắt buộc; lần sau lưu thành .xlsx rồi gửi.",
    en: "Meaning: the file carries macros (.xlsm, or .xls with VBA); they are not run.\n\
         Why: figures that a macro has stored are read, but macros may do harm.\n\
         Example: a unit uses a workbook with a button that adds up, saved as .xlsm.\n\
         To mend: nothing is required; save as .xlsx next time.",
};

pub(super) const EXTERNAL_LINKS: Explanation = Explanation {
    code: "external-links",
    vi: "Nghĩa là: tệp có liên kết tới tệp khác hoặc nguồn dữ liệu ngoài.\n\
         Vì sao: chỉ đọc được số đã lưu lần cuối; tệp kia sửa sau đó thì số ở đây đã cũ.\n\
         Ví dụ: cột Thực hiện lấy số từ tệp của từng ban trên máy khác.\n\
         Cách sửa: mở tệp cùng các tệp nguồn để cập nhật, rồi dán số thay công thức\n\
         (Paste Values) và gửi lại; số vẫn đúng thì không phải sửa.",
    en: "Meaning: the file has links to other files or sources of data.\n\
         Why: only what was last saved can be read; it is stale if the other file changed since.\n\
         Example: column “Thực hiện” takes its figures from the files of each office.\n\
         To mend: open it with its sources, update, paste values over the formulas and send it\n\
         again; if the figures are right, nothing.",
};

pub(super) const DATES_FROM_1904: Explanation = Explanation {
    code: "dates-from-1904",
    vi: "Nghĩa là: tệp đếm ngày từ 01/01/1904 thay vì 1900 như Excel trên Windows.\n\
         Vì sao: chép ngày giữa hai loại tệp thì lệch bốn năm và một ngày.\n\
         Ví dụ: tệp lập trên máy Mac đời cũ, ngày báo cáo chép sang thành năm 2020.\n\
         Cách sửa: xem ngày báo cáo; nếu lệch thì gõ lại ngày, ví dụ 04/12/2024.",
    en: "Meaning: the file counts days from 01/01/1904, not from 1900 as Excel on Windows does.\n\
         Why: a date copied between two such files is four years and a day off.\n\
         Example: a file made on an old Mac, whose report date became one of 2020.\n\
         To mend: look at the date of the report; if it is off, type it again, as 04/12/2024.",
};

pub(super) const OLD_FORMAT: Explanation = Explanation {
    code: "old-format",
    vi: "Nghĩa là: tệp không phải .xlsx mà là .xls, .xlsb, .ods hoặc .csv; vẫn đọc được.\n\
         Vì sao: định dạng khác giữ ít thông tin hơn; .csv chỉ có một trang và mọi ô là chữ.\n\
         Ví dụ: máy của đơn vị dùng Excel 2003 hoặc LibreOffice.\n\
         Cách sửa: không bắt buộc; lần sau lưu thành “Excel Workbook (.xlsx)” rồi gửi.",
    en: "Meaning: the file is no .xlsx but .xls, .xlsb, .ods or .csv; it was read all the same.\n\
         Why: other formats keep less; a .csv has one sheet, and every cell is text.\n\
         Example: a unit works with Excel 2003 or LibreOffice.\n\
         To mend: nothing is required; save as “Excel Workbook (.xlsx)” next time.",
};
