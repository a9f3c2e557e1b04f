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
         Ví dụ: cao-bang.xlsx và cao-bang (sửa lần 2).xlsx.\n\
         Cách sửa: hỏi đơn vị tệp nào là bản chính thức, chuyển tệp còn lại ra khỏi submissions.",
    en: "Meaning: the folder submissions holds several files from the same unit.\n\
         Why: each unit counts once, and the program does not guess which file is the newer.\n\
         Example: cao-bang.xlsx and cao-bang (sửa lần 2).xlsx.\n\
         To mend: ask the unit which file counts; move the rest out of submissions.",
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
