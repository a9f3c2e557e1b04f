//! Explanations: how the tables of a workbook are laid out.

use super::Explanation;

pub(super) const COLUMN_UNKNOWN: Explanation = Explanation {
    code: "column-unknown",
    vi: "Nghĩa là: có số trong cột không thuộc biểu mẫu, không có tiêu đề, hoặc cột Ghi chú.\n\
         Vì sao: chương trình không đọc cột đó; nếu là số gõ lệch cột thì số liệu bị thiếu.\n\
         Ví dụ: số của dòng TC12 nằm ở cột J, bên phải cột Ghi chú.\n\
         Cách sửa: chuyển số về đúng cột của biểu mẫu; nếu là cột riêng của đơn vị thì để nguyên.",
    en: "Meaning: numbers stand in a column not of the form, without a header, or in the notes.\n\
         Why: the column is not read; if the numbers slipped aside, figures are missing.\n\
         Example: the figures of row TC12 stand in column J, right of “Ghi chú”.\n\
         To mend: move them into the form's column; a column of the unit's own may stay.",
};

pub(super) const COLUMN_YEAR: Explanation = Explanation {
    code: "column-year",
    vi: "Nghĩa là: tiêu đề cột nói một năm, còn chữ của tiêu đề lại là cột của năm khác.\n\
         Vì sao: số của năm trước đọc nhầm thành năm nay thì cả báo cáo sai mà không ai biết.\n\
         Ví dụ: “Kế hoạch năm 2023” trong kỳ năm 2024, hoặc “Năm trước (2024)”.\n\
         Cách sửa: xem số liệu là của năm nào, rồi ghi tiêu đề theo đúng biểu mẫu của kỳ này.",
    en: "Meaning: a header names a year, but its words are those of a column of another year.\n\
         Why: last year's figures taken for this year's make the whole report wrong, unseen.\n\
         Example: “Kế hoạch năm 2023” in the period 2024, or “Năm trước (2024)”.\n\
         To mend: see of which year the figures are, and give the column the form's header.",
};

pub(super) const SHEET_ALSO_READ: Explanation = Explanation {
    code: "sheet-also-read",
    vi: "Nghĩa là: biểu được chia ra nhiều trang tính; các trang đều đã đọc và ghép lại.\n\
         Vì sao: nếu trang thêm là bản nháp thì số nháp có thể lọt vào số liệu.\n\
         Ví dụ: mỗi ban điền một trang tính của cùng biểu mẫu.\n\
         Cách sửa: không phải sửa nếu các trang đều là số liệu gửi; bản nháp thì xóa.",
    en: "Meaning: the form is spread over several sheets; all were read and put together.\n\
         Why: if the further sheet is a draft, its figures may slip in.\n\
         Example: each office fills a sheet of its own.\n\
         To mend: nothing, if all sheets are meant; delete drafts.",
};

pub(super) const SHEET_OF_ANOTHER_YEAR: Explanation = Explanation {
    code: "sheet-of-another-year",
    vi: "Nghĩa là: tên trang tính ghi một năm khác với kỳ này nên trang đó không được đọc.\n\
         Vì sao: trang số liệu cũ thường còn nằm trong tệp; đọc vào thì lẫn hai năm.\n\
         Ví dụ: tệp của kỳ 2024 còn trang “Số liệu 2023”.\n\
         Cách sửa: xóa trang cũ; nếu đó là số liệu của kỳ này thì sửa lại tên trang.",
    en: "Meaning: a sheet's name says another year than this period's, so it was not read.\n\
         Why: sheets of earlier years often stay in a file; read, they would mix two years.\n\
         Example: a file for 2024 still has the sheet “Số liệu 2023”.\n\
         To mend: delete the old sheet; rename it if its figures are this period's.",
};

pub(super) const SHEETS_DIFFER: Explanation = Explanation {
    code: "sheets-differ",
    vi: "Nghĩa là: hai trang tính cùng có nhiều chỉ tiêu giống nhau nhưng số liệu khác nhau.\n\
         Vì sao: không biết trang nào là bản đúng; chương trình không tự chọn.\n\
         Ví dụ: trang “Số liệu” và trang “Số liệu (2)” là bản trước và bản sau khi sửa.\n\
         Cách sửa: giữ lại trang đúng, xóa trang kia rồi gửi lại.",
    en: "Meaning: two sheets hold many of the same indicators with different figures.\n\
         Why: it is unclear which sheet is right, and the program does not choose.\n\
         Example: “Số liệu” and “Số liệu (2)” are the state before and after a correction.\n\
         To mend: keep the right sheet, delete the other and send the file again.",
};

pub(super) const SAME_ROW: Explanation = Explanation {
    code: "same-row",
    vi: "Nghĩa là: một chỉ tiêu có hai dòng với cùng số liệu; chỉ dòng đầu được tính.\n\
         Vì sao: cộng cả hai dòng thì số bị gấp đôi, nên chương trình chỉ lấy một.\n\
         Ví dụ: TC12 có ở trang của hai ban, cùng ghi 2.214.\n\
         Cách sửa: không phải sửa; nên xóa dòng thừa để lần sau khỏi lệch.",
    en: "Meaning: an indicator has two rows with the same figures; only the first counts.\n\
         Why: adding both would double the figure, so one is taken.\n\
         Example: TC12 stands on the sheets of two offices, 2.214 on both.\n\
         To mend: nothing; delete the needless row, lest the two differ next time.",
};

pub(super) const ROW_MISSING: Explanation = Explanation {
    code: "row-missing",
    vi: "Nghĩa là: trong biểu không còn dòng của một số chỉ tiêu không bắt buộc.\n\
         Vì sao: dòng bị xóa thì số liệu mất theo, cộng toàn Cụm thiếu mà không ai biết.\n\
         Ví dụ: xóa nhầm dòng TC06b khi dọn biểu.\n\
         Cách sửa: có số liệu thì thêm lại dòng với đúng mã; không có thì để nguyên.",
    en: "Meaning: the rows of some indicators that are not required are gone from the form.\n\
         Why: with a row its figures go, and the cluster's total is short, unseen.\n\
         Example: row TC06b was deleted while tidying up.\n\
         To mend: if there are figures, add the row with its code; if not, leave it.",
};

pub(super) const SUBTOTAL_ROW: Explanation = Explanation {
    code: "subtotal-row",
    vi: "Nghĩa là: dòng cộng do đơn vị tự ghi thêm, không có mã, nên được bỏ qua.\n\
         Vì sao: dòng cộng đưa vào số liệu thì bị tính hai lần.\n\
         Ví dụ: “Cộng mục I” ở cuối mục I.\n\
         Cách sửa: không phải sửa.",
    en: "Meaning: a subtotal that the unit typed in, without a code, was left out.\n\
         Why: a subtotal among the figures would be counted twice.\n\
         Example: “Cộng mục I” at the end of part I.\n\
         To mend: nothing.",
};

pub(super) const HIDDEN_ROW: Explanation = Explanation {
    code: "hidden-row",
    vi: "Nghĩa là: có dòng đang ẩn (hoặc bị bộ lọc ẩn) mà vẫn có số liệu; số đó đã được đọc.\n\
         Vì sao: người gửi không nhìn thấy các dòng ấy nên có thể là số cũ.\n\
         Ví dụ: lọc theo một ban rồi lưu, các dòng của ban khác bị ẩn.\n\
         Cách sửa: bỏ lọc, bỏ ẩn các dòng, xem lại số; dòng cũ thì xóa.",
    en: "Meaning: rows that are hidden, by hand or by a filter, hold figures; they were read.\n\
         Why: the sender does not see these rows, so their figures may be old.\n\
         Example: the sheet was saved while filtered by one office.\n\
         To mend: clear the filter, unhide the rows and check them; delete old ones.",
};

pub(super) const HIDDEN_COLUMN: Explanation = Explanation {
    code: "hidden-column",
    vi: "Nghĩa là: một cột số liệu đang ẩn mà vẫn có số; số đó đã được đọc.\n\
         Vì sao: người gửi không nhìn thấy cột ấy nên có thể là số cũ.\n\
         Ví dụ: cột Năm trước bị ẩn khi in rồi lưu lại.\n\
         Cách sửa: bỏ ẩn cột, xem lại số; số cũ thì xóa.",
    en: "Meaning: a hidden column holds figures; they were read.\n\
         Why: the sender does not see this column, so its figures may be old.\n\
         Example: column “Năm trước” was hidden for printing and saved so.\n\
         To mend: unhide the column and check the figures; delete old ones.",
};

pub(super) const VALUE_UNDER_MERGE: Explanation = Explanation {
    code: "value-under-merge",
    vi: "Nghĩa là: một giá trị nằm dưới vùng ô gộp, Excel không hiện nên không ai thấy.\n\
         Vì sao: số không nhìn thấy mà đem cộng thì không ai kiểm tra được; chương trình không đọc.\n\
         Ví dụ: gộp F7:F9 trong khi F8 vẫn còn số 12.\n\
         Cách sửa: bỏ gộp ô (Unmerge Cells), xóa số thừa, ghi mỗi số vào một ô.",
    en: "Meaning: a value lies under a merged area, where Excel does not show it.\n\
         Why: nobody can check a number that nobody sees, so it was not read.\n\
         Example: F7:F9 were merged while F8 still held 12.\n\
         To mend: unmerge the cells, delete what is needless, and type each number into one cell.",
};

pub(super) const MERGED_FIGURE: Explanation = Explanation {
    code: "merged-figure",
    vi: "Nghĩa là: một ô gộp trùm lên ô số liệu của nhiều dòng hoặc nhiều cột.\n\
         Vì sao: không biết số đó là của dòng nào hay là số chung của các dòng.\n\
         Ví dụ: F7:F9 gộp thành một ô ghi 12, ba chỉ tiêu chung một số.\n\
         Cách sửa: bỏ gộp ô (Unmerge Cells), ghi số của từng chỉ tiêu vào ô của nó.",
    en: "Meaning: a merged cell covers the figures of several rows or columns.\n\
         Why: it is unclear whether the number is one row's or that of all together.\n\
         Example: F7:F9 are one cell that says 12, for three indicators.\n\
         To mend: unmerge the cells and type the number of each indicator into its own cell.",
};

pub(super) const UNIT_FROM_HEADER: Explanation = Explanation {
    code: "unit-from-header",
    vi: "Nghĩa là: dòng không ghi đơn vị tính nên số tiền được đọc theo đơn vị ghi ở tiêu đề.\n\
         Vì sao: đơn vị đó khác biểu mẫu; nếu tiêu đề ghi nhầm thì số lệch nghìn lần.\n\
         Ví dụ: trên bảng ghi “ĐVT: đồng”, biểu mẫu tính bằng triệu đồng.\n\
         Cách sửa: xem số liệu có đúng tính bằng đơn vị ở tiêu đề không; sai thì sửa tiêu đề.",
    en: "Meaning: rows declare no unit, so money was read in the unit of the header.\n\
         Why: it is not the form's unit; if the header is wrong, so are figures by thousands.\n\
         Example: “ĐVT: đồng” stands above a table whose form asks for triệu đồng.\n\
         To mend: see that the figures are in the header's unit; else mend the header.",
};

pub(super) const DECLARED_UNITS_DIFFER: Explanation = Explanation {
    code: "declared-units-differ",
    vi: "Nghĩa là: đơn vị tiền ghi ở dòng và ở tiêu đề (hoặc trên bảng) khác nhau.\n\
         Vì sao: chọn nhầm đơn vị thì số lệch nghìn lần; đã đọc theo chỗ ghi gần ô số nhất.\n\
         Ví dụ: dòng CL09 ghi “tỷ đồng”, tiêu đề cột ghi “triệu đồng”.\n\
         Cách sửa: xem số liệu tính bằng đơn vị nào, rồi ghi thống nhất một đơn vị.",
    en: "Meaning: the units of money in a row and in the header, or above the table, differ.\n\
         Why: the wrong one makes a figure wrong by thousands; the nearest to the cell was used.\n\
         Example: row CL09 says “tỷ đồng”, the header of the column “triệu đồng”.\n\
         To mend: see in which unit the figures are, and declare that one only.",
};
