//! Explanations: whose workbook it is, and for which period.

use super::Explanation;

pub(super) const UNKNOWN_UNIT: Explanation = Explanation {
    code: "unknown-unit",
    vi: "Nghĩa là: tên hoặc mã đơn vị ghi trong tệp không có trong danh sách của kỳ này.\n\
         Vì sao: không biết số liệu của ai thì không cộng vào đâu được.\n\
         Ví dụ: ô tên đơn vị để trống, hoặc ghi “Bắc Cạn” trong khi danh sách ghi “Bắc Kạn”.\n\
         Cách sửa: đơn vị ghi đúng tên ở trang “Thông tin chung”; nếu cách viết đó vẫn dùng,\n\
         người giữ kỳ này thêm vào aliases của đơn vị trong campaign.toml.",
    en: "Meaning: the name or code of the unit in the file is not in this period's list.\n\
         Why: figures that are nobody's cannot be added anywhere.\n\
         Example: the name is empty, or is “Bắc Cạn” where the list has “Bắc Kạn”.\n\
         To mend: the unit types its name as listed on sheet “Thông tin chung”; for a spelling\n\
         that is in use, add it to the unit's aliases in campaign.toml.",
};

pub(super) const CONTRADICTING_UNIT: Explanation = Explanation {
    code: "contradicting-unit",
    vi: "Nghĩa là: tên đơn vị và mã đơn vị trong tệp là của hai đơn vị khác nhau.\n\
         Vì sao: lấy theo tên hay theo mã đều có thể ghi số của đơn vị này cho đơn vị kia.\n\
         Ví dụ: đơn vị Lạng Sơn điền vào biểu mẫu phát cho Cao Bằng, chỉ sửa tên.\n\
         Cách sửa: sửa tên hoặc mã ở trang “Thông tin chung”, hoặc dùng biểu mẫu của chính mình.",
    en: "Meaning: the name and the code in the file belong to two different units.\n\
         Why: by name or by code, figures of one unit may be booked to another.\n\
         Example: Lạng Sơn filled the form made for Cao Bằng and changed only the name.\n\
         To mend: mend name or code on sheet “Thông tin chung”, or use the unit's own form.",
};

pub(super) const DUPLICATE_UNIT: Explanation = Explanation {
    code: "duplicate-unit",
    vi: "Nghĩa là: trong thư mục submissions có nhiều tệp của cùng một đơn vị.\n\
         Vì sao: mỗi đơn vị chỉ được tính một lần; chương trình không tự chọn tệp nào là mới.\n\
         Ví dụ: cao-bang.xlsx và cao-bang (sửa lần 2).xlsx, khác nhau ở ô F16.\n\
         Cách sửa: hỏi đơn vị tệp nào là bản chính thức; ghi tệp ấy và replaces = [tệp cũ] vào mục\n\
         [[collection.files]] của campaign.toml; tệp cũ cứ để trong thư mục submissions.",
    en: "Meaning: the folder submissions holds several files from the same unit.\n\
         Why: each unit counts once, and the program does not guess which file is the newer.\n\
         Example: cao-bang.xlsx and cao-bang (sửa lần 2).xlsx, which differ in cell F16.\n\
         To mend: ask the unit which file counts; name it and replaces = [the older] in an entry\n\
         [[collection.files]] of campaign.toml; the older file stays in submissions.",
};

pub(super) const MISSING_UNIT: Explanation = Explanation {
    code: "missing-unit",
    vi: "Nghĩa là: một đơn vị trong danh sách chưa có tệp nào dùng được.\n\
         Vì sao: thiếu một đơn vị thì số toàn Cụm chưa đủ, chưa in được văn bản chính thức.\n\
         Ví dụ: Hà Giang chưa gửi, hoặc đã gửi nhưng tệp có mật khẩu.\n\
         Cách sửa: đôn đốc đơn vị; tệp nhận được đặt vào thư mục submissions.",
    en: "Meaning: a unit of the list has no file yet that can be used.\n\
         Why: without it the figures of the cluster are incomplete and no official paper is made.\n\
         Example: Hà Giang has sent nothing, or a file with a password.\n\
         To mend: remind the unit; put the file that comes into the folder submissions.",
};

pub(super) const WRONG_PERIOD: Explanation = Explanation {
    code: "wrong-period",
    vi: "Nghĩa là: kỳ số liệu ghi trong tệp để trống hoặc không phải kỳ đang tổng hợp.\n\
         Vì sao: số của năm trước hoặc 6 tháng mà cộng vào cả năm thì sai toàn bộ.\n\
         Ví dụ: đơn vị gửi lại tệp “6 tháng đầu năm 2024” khi Cụm tổng kết năm 2024.\n\
         Cách sửa: gửi tệp của đúng kỳ; nếu chỉ ghi nhầm thì sửa ô Kỳ số liệu ở trang\n\
         “Thông tin chung”.",
    en: "Meaning: the period in the file is empty or not the one being reported.\n\
         Why: figures of last year, or of six months, make the year's totals wrong.\n\
         Example: a unit sends “6 tháng đầu năm 2024” again when all of 2024 is reported.\n\
         To mend: send the file of the right period; if only the name is wrong, mend\n\
         “Kỳ số liệu” on sheet “Thông tin chung”.",
};

pub(super) const SAME_FILE: Explanation = Explanation {
    code: "same-file",
    vi: "Nghĩa là: tệp này giống hệt một tệp khác, từng byte, nhưng mang tên đơn vị khác hoặc không\n\
         ghi là của đơn vị nào.\n\
         Vì sao: hai đơn vị không thể có cùng một tệp; một trong hai bản đã gửi hoặc lưu nhầm.\n\
         Ví dụ: bac-kan.xlsx có nội dung của tệp cao-bang.xlsx.\n\
         Cách sửa: đề nghị đơn vị gửi nhầm gửi lại tệp của mình; xóa bản thừa.",
    en: "Meaning: this file is the same to the byte as another, but bears another unit's name, or\n\
         says of no unit that it is its own.\n\
         Why: two units cannot have one file; one of the two was sent or saved by mistake.\n\
         Example: bac-kan.xlsx holds what cao-bang.xlsx holds.\n\
         To mend: ask the unit that sent the wrong file for its own; remove the double.",
};

pub(super) const LAST_YEARS_FILE: Explanation = Explanation {
    code: "last-years-file",
    vi: "Nghĩa là: tệp giống hệt tệp đã gửi năm trước, hoặc mọi số thực hiện trùng số năm trước.\n\
         Vì sao: số của năm trước qua được mọi phép đối chiếu, nên chỉ so với năm trước mới thấy.\n\
         Ví dụ: đơn vị mở tệp năm 2023, sửa kỳ số liệu thành năm 2024 rồi gửi.\n\
         Cách sửa: đề nghị đơn vị gửi số liệu của kỳ này.",
    en: "Meaning: the file is the very one of last year, or every number achieved is last year's.\n\
         Why: last year's figures pass every rule; only last year's campaign shows them up.\n\
         Example: a unit opens its file of 2023, changes the period to 2024 and sends it.\n\
         To mend: ask the unit for the figures of this period.",
};

pub(super) const LATE: Explanation = Explanation {
    code: "late",
    vi: "Nghĩa là: tệp đầu tiên của đơn vị đến sau hạn (deadline) ghi trong campaign.toml.\n\
         Vì sao: quy chế của Cụm có thể trừ điểm đơn vị gửi chậm; số liệu vẫn được dùng bình thường.\n\
         Ví dụ: hạn 05/12/2024, received của tệp là 09/12/2024.\n\
         Cách sửa: không phải sửa số liệu; nếu ngày nhận chưa đúng thì sửa trong campaign.toml.",
    en: "Meaning: the unit's first file came after the deadline of campaign.toml.\n\
         Why: the cluster's rules may take points for it; the figures are used as any others.\n\
         Example: the deadline is 05/12/2024, and received of the file is 09/12/2024.\n\
         To mend: no figure need be mended; if the day is wrong, mend it in campaign.toml.",
};

pub(super) const WAIVER_UNUSED: Explanation = Explanation {
    code: "waiver-unused",
    vi: "Nghĩa là: một giải trình trong campaign.toml không ứng với phát hiện nào của đơn vị.\n\
         Vì sao: giải trình cũ nằm lại có thể che một chỗ cần sửa mới ở cùng ô.\n\
         Ví dụ: đơn vị đã sửa ô F45, hoặc dòng được chèn thêm nên ô nay là F46.\n\
         Cách sửa: xóa giải trình, hoặc ghi lại finding, rule, cell như phát hiện đang nêu.",
    en: "Meaning: a waiver of campaign.toml fits no finding of its unit.\n\
         Why: an old waiver left behind may hide a new finding at the same cell.\n\
         Example: the unit has mended cell F45, or a row was inserted and the cell is now F46.\n\
         To mend: delete the waiver, or give finding, rule and cell as the finding shows them.",
};

pub(super) const WAIVER_NOT_ALLOWED: Explanation = Explanation {
    code: "waiver-not-allowed",
    vi: "Nghĩa là: giải trình trong campaign.toml chấp nhận điều không ai chấp nhận được.\n\
         Vì sao: chỉ chấp nhận được một con số có thật: điều cần xem lại, số vượt giới hạn, số chưa\n\
         khớp quy tắc; thiếu tệp, thiếu số, không đọc được thì không có số nào để chấp nhận.\n\
         Ví dụ: chấp nhận not-a-number ở ô ghi “ba nghìn”.\n\
         Cách sửa: xóa giải trình, đề nghị đơn vị gửi lại hoặc sửa ô.",
    en: "Meaning: a waiver of campaign.toml accepts what nobody can accept.\n\
         Why: only a number that is there can be accepted: warnings, limits passed, rules broken;\n\
         where a file or a number is missing or cannot be read, there is nothing to accept.\n\
         Example: accepting not-a-number at a cell that says “ba nghìn”.\n\
         To mend: delete the waiver, ask the unit to send again or to mend the cell.",
};

pub(super) const WRONG_CAMPAIGN: Explanation = Explanation {
    code: "wrong-campaign",
    vi: "Nghĩa là: biểu mẫu trong tệp được phát cho cụm khác hoặc cho kỳ khác.\n\
         Vì sao: số của kỳ khác mà cộng vào kỳ này thì sai toàn bộ.\n\
         Ví dụ: đơn vị mở lại tệp năm trước, sửa ô Kỳ số liệu rồi gửi.\n\
         Cách sửa: điền số liệu vào biểu mẫu phát cho kỳ này; nếu số liệu đã đúng là của kỳ này\n\
         thì chép sang biểu mẫu ấy.",
    en: "Meaning: the form in the file was made for another cluster or another period.\n\
         Why: figures of another period make all totals wrong.\n\
         Example: a unit opens last year's file, changes the period and sends it.\n\
         To mend: fill the form made for this period; figures that are this period's are copied\n\
         there.",
};

pub(super) const TITLE_CONTRADICTS: Explanation = Explanation {
    code: "title-contradicts",
    vi: "Nghĩa là: các dòng tiêu đề phía trên bảng số liệu ghi một năm khác hoặc một đơn vị khác với\n\
         trang “Thông tin chung”.\n\
         Vì sao: bảng có thể được chép từ tệp năm trước hay tệp của đơn vị khác, chỉ sửa một trang.\n\
         Ví dụ: Thông tin chung ghi “Năm 2024”, tiêu đề bảng ghi “SỐ LIỆU NĂM 2023”.\n\
         Cách sửa: xem số liệu là của đơn vị nào, kỳ nào; đúng thì sửa tiêu đề, nhầm thì gửi lại.",
    en: "Meaning: the lines above the table name another year or another unit than sheet\n\
         “Thông tin chung”.\n\
         Why: the table may be copied from last year's or another unit's file, with one sheet mended.\n\
         Example: “Thông tin chung” says “Năm 2024”, the table is titled “SỐ LIỆU NĂM 2023”.\n\
         To mend: see whose figures of which period they are; mend the title or send the right file.",
};

pub(super) const WRONG_FORM_VERSION: Explanation = Explanation {
    code: "wrong-form-version",
    vi: "Nghĩa là: tệp dùng một phiên bản biểu mẫu khác với phiên bản đang dùng.\n\
         Vì sao: dòng, cột của hai phiên bản có thể không còn cùng một nghĩa.\n\
         Ví dụ: biểu mẫu được phát lại giữa kỳ, đơn vị vẫn điền vào bản phát lần đầu.\n\
         Cách sửa: đối chiếu với biểu mẫu đang dùng; khác nhau thì chuyển số liệu sang biểu ấy.",
    en: "Meaning: the file is another version of the form than the one in use.\n\
         Why: rows and columns of two versions may not mean the same.\n\
         Example: the form was sent out anew, and a unit filled the first one.\n\
         To mend: compare it with the form in use, and move the figures there if they differ.",
};
