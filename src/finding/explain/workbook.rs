//! Explanations: the file, its sheets, columns and rows.

use super::Explanation;

pub(super) const UNREADABLE_FILE: Explanation = Explanation {
    code: "unreadable-file",
    vi: "Nghĩa là: không mở được tệp như một bảng tính.\n\
         Vì sao: chưa mở được tệp thì chưa có số liệu nào của đơn vị.\n\
         Ví dụ: ảnh chụp hoặc tệp Word đổi đuôi thành .xlsx, tệp có mật khẩu,\n\
         tệp tải về chưa xong.\n\
         Cách sửa: mở tệp bằng Excel, bỏ mật khẩu, chọn Lưu thành (Save As),\n\
         loại “Excel Workbook (.xlsx)”, rồi gửi lại.",
    en: "Meaning: the file cannot be opened as a workbook.\n\
         Why: as long as it cannot be opened there are no figures from the unit.\n\
         Example: a photo or a Word file renamed to .xlsx, a file with a\n\
         password, a download that broke off.\n\
         To mend: open it in Excel, remove the password, save it as\n\
         “Excel Workbook (.xlsx)” and send it again.",
};

pub(super) const FOLDER_NOT_READ: Explanation = Explanation {
    code: "folder-not-read",
    vi: "Nghĩa là: trong submissions có một thư mục con; các tệp bên trong không được đọc.\n\
         Vì sao: bản sửa nằm trong thư mục con thì bản cũ ở ngoài vẫn được dùng mà không ai hay.\n\
         Ví dụ: giải nén tệp gửi kèm thư, các bảng tính nằm trong thư mục mang tên tỉnh.\n\
         Cách sửa: chuyển tệp cần dùng ra ngay trong submissions; bản cũ cất ở nơi khác.",
    en: "Meaning: submissions holds a folder; the files in it are not read.\n\
         Why: with a corrected file in that folder the old one beside it is used unnoticed.\n\
         Example: an archive was unpacked, and the workbooks lie in a folder named for the province.\n\
         To mend: move files that count right into submissions; keep old ones elsewhere.",
};

pub(super) const SHEET_MISSING: Explanation = Explanation {
    code: "sheet-missing",
    vi: "Nghĩa là: tệp không có trang tính của biểu mẫu, cũng không có bảng nào mang các cột ấy.\n\
         Vì sao: không biết số liệu nằm ở đâu thì không đọc được số nào.\n\
         Ví dụ: đơn vị gửi bảng tự lập, không có cột Mã và cột Thực hiện.\n\
         Cách sửa: chép số liệu vào biểu mẫu của kỳ này rồi gửi lại.",
    en: "Meaning: the file has no sheet of the form, nor any table with the form's columns.\n\
         Why: if it is unclear where the figures are, none of them can be read.\n\
         Example: a unit sends a table of its own, without the columns “Mã” and “Thực hiện”.\n\
         To mend: copy the figures into this period's form and send it again.",
};

pub(super) const SHEET_RENAMED: Explanation = Explanation {
    code: "sheet-renamed",
    vi: "Nghĩa là: trang tính mang tên khác biểu mẫu, nhưng nhận ra được nhờ các cột.\n\
         Vì sao: số liệu đã đọc đủ; chỉ nhắc để biết số lấy từ trang nào.\n\
         Ví dụ: trang “Số liệu” đã đổi thành “Sheet1”.\n\
         Cách sửa: không phải sửa nếu đúng là trang đó; lần sau giữ nguyên tên trang.",
    en: "Meaning: the sheet has another name than in the form but was known by its columns.\n\
         Why: all figures were read; this only tells which sheet they come from.\n\
         Example: the sheet “Số liệu” was renamed “Sheet1”.\n\
         To mend: nothing, if it is the right sheet; keep its name next time.",
};

pub(super) const COLUMN_MISSING: Explanation = Explanation {
    code: "column-missing",
    vi: "Nghĩa là: không thấy tiêu đề của một cột số liệu.\n\
         Vì sao: mọi số của cột đó coi như chưa có, văn bản in số của cột chưa lập được.\n\
         Ví dụ: đơn vị xóa cột “Năm trước” vì cho là không cần.\n\
         Cách sửa: thêm lại cột với đúng tiêu đề, nhập số, hoặc chép sang biểu mẫu của kỳ này.",
    en: "Meaning: the header of a column of figures is not there.\n\
         Why: every figure of that column is missing; papers that print them must wait.\n\
         Example: a unit deleted the column “Năm trước” as not needed.\n\
         To mend: add the column with its header and type the figures, or use this period's form.",
};

pub(super) const COLUMN_MOVED: Explanation = Explanation {
    code: "column-moved",
    vi: "Nghĩa là: một cột nằm ở chỗ khác biểu mẫu; đã đọc theo tiêu đề, không theo vị trí.\n\
         Vì sao: nếu chỉ tiêu đề bị dời mà số liệu không dời theo thì sẽ đọc nhầm cột.\n\
         Ví dụ: đơn vị chèn thêm một cột, nên “Thực hiện” từ cột F sang cột G.\n\
         Cách sửa: xem số có nằm đúng dưới tiêu đề không; đúng rồi thì không phải sửa.",
    en: "Meaning: a column stands elsewhere than in the form; it was read by its header.\n\
         Why: if only the header was moved and not the figures, the wrong column is read.\n\
         Example: a unit inserted a column, so “Thực hiện” went from F to G.\n\
         To mend: see that the figures stand under the right header; if so, nothing.",
};

pub(super) const COLUMN_TWICE: Explanation = Explanation {
    code: "column-twice",
    vi: "Nghĩa là: hai cột mang cùng một tiêu đề.\n\
         Vì sao: không biết cột nào là số chính thức; chương trình không tự chọn.\n\
         Ví dụ: đơn vị chép cột “Thực hiện” thành hai để so số cũ với số mới.\n\
         Cách sửa: giữ cột đúng, xóa cột kia hoặc đổi tiêu đề, ví dụ “Thực hiện (cũ)”.",
    en: "Meaning: two columns have the same header.\n\
         Why: it is unclear which of them counts, and the program does not choose.\n\
         Example: a unit copied “Thực hiện” to compare old figures with new ones.\n\
         To mend: keep the right one; delete the other or change its header.",
};

pub(super) const UNKNOWN_CODE: Explanation = Explanation {
    code: "unknown-code",
    vi: "Nghĩa là: cột Mã có một mã không thuộc danh mục chỉ tiêu của kỳ này.\n\
         Vì sao: số của dòng đó không được tính vào đâu cả.\n\
         Ví dụ: gõ TC1O (chữ O) thay cho TC10, hoặc dùng mã của biểu mẫu năm trước.\n\
         Cách sửa: ghi đúng mã theo biểu mẫu của kỳ này; dòng thừa thì xóa.",
    en: "Meaning: column “Mã” holds a code that is not in this period's catalogue.\n\
         Why: the figures of that row count nowhere.\n\
         Example: TC1O (the letter O) for TC10, or a code of last year's form.\n\
         To mend: type the code as in this period's form; delete a row that does not belong.",
};

pub(super) const MATCHED_BY_LABEL: Explanation = Explanation {
    code: "matched-by-label",
    vi: "Nghĩa là: dòng không có mã nên được nhận theo tên chỉ tiêu.\n\
         Vì sao: tên có thể gần giống nhau; cần một người nhìn lại xem nhận có đúng không.\n\
         Ví dụ: dòng “Đoàn viên kết nạp mới” bị mất mã, được hiểu là TC12.\n\
         Cách sửa: ghi mã vào cột Mã; nếu nhận sai thì ghi mã đúng.",
    en: "Meaning: a row without a code was matched by the name of its indicator.\n\
         Why: names can be alike; somebody should see whether the match is right.\n\
         Example: the row “Đoàn viên kết nạp mới” lost its code and was taken for TC12.\n\
         To mend: type the code in column “Mã”; the right one, if the match is wrong.",
};

pub(super) const DUPLICATE_ROW: Explanation = Explanation {
    code: "duplicate-row",
    vi: "Nghĩa là: hai dòng cùng nói về một chỉ tiêu.\n\
         Vì sao: không biết lấy số ở dòng nào; cộng cả hai thì có thể tính hai lần.\n\
         Ví dụ: hai ban cùng điền TC12, mỗi ban thêm một dòng.\n\
         Cách sửa: thống nhất một số, giữ một dòng, xóa dòng kia.",
    en: "Meaning: two rows speak of the same indicator.\n\
         Why: it is unclear which row counts, and adding both may count twice.\n\
         Example: two offices both filled TC12, each in a row of its own.\n\
         To mend: agree on one figure, keep one row and delete the other.",
};

pub(super) const LABEL_CONTRADICTS_CODE: Explanation = Explanation {
    code: "label-contradicts-code",
    vi: "Nghĩa là: dòng mang mã của một chỉ tiêu nhưng nội dung lại là của chỉ tiêu khác.\n\
         Vì sao: số liệu có thể vào nhầm dòng, mà cộng lại vẫn không ai biết.\n\
         Ví dụ: chép đè cột Nội dung lệch một dòng, mã TC12 đứng cạnh “Đoàn viên giảm”.\n\
         Cách sửa: xem số liệu là của chỉ tiêu nào, rồi sửa mã hoặc nội dung cho khớp.",
    en: "Meaning: a row has the code of one indicator and the label of another.\n\
         Why: the figures may have gone into the wrong row, and a sum would not show it.\n\
         Example: the labels were pasted one row off, so TC12 stands beside “members who left”.\n\
         To mend: see whose figures they are, then mend the code or the label.",
};

pub(super) const OLD_ENCODING: Explanation = Explanation {
    code: "old-encoding",
    vi: "Nghĩa là: chữ trong tệp gõ bằng bảng mã cũ (TCVN3, VNI), đã tự đổi sang Unicode.\n\
         Vì sao: chữ mã cũ chỉ đúng với phông cũ; in bằng phông khác thì thành ký tự lạ.\n\
         Ví dụ: ô ghi bằng phông .VnTime, “Liªn ®oµn” được đọc là “Liên đoàn”.\n\
         Cách sửa: không phải sửa nếu chữ đã đổi là đúng; lần sau gõ bằng bảng mã Unicode.",
    en: "Meaning: texts of the file are in an old encoding (TCVN3, VNI); they were decoded.\n\
         Why: such text is right in its old font only; in any other it is gibberish.\n\
         Example: in a cell in font .VnTime “Liªn ®oµn” was read as “Liên đoàn”.\n\
         To mend: nothing, if the text is right; next time type Unicode.",
};
