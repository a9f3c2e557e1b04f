//! Explanations: single figures, and figures held against each other.

use super::Explanation;

pub(super) const REQUIRED: Explanation = Explanation {
    code: "required",
    vi: "Nghĩa là: ô của một chỉ tiêu bắt buộc đang để trống.\n\
         Vì sao: ô trống là chưa có số liệu, không phải là 0; cộng vào thì số toàn Cụm bị thiếu.\n\
         Ví dụ: dòng TC12, cột Thực hiện chưa điền.\n\
         Cách sửa: nhập số; nếu thật sự không có thì nhập 0.",
    en: "Meaning: the cell of a required indicator is empty.\n\
         Why: an empty cell is not a 0; without the figure the cluster's total is too small.\n\
         Example: row TC12, column “Thực hiện” is not filled in.\n\
         To mend: type the number; if there truly is none, type 0.",
};

pub(super) const FORMULAS_WITHOUT_RESULT: Explanation = Explanation {
    code: "formulas-without-result",
    vi: "Nghĩa là: nhiều ô có công thức nhưng trong tệp chưa lưu kết quả của công thức.\n\
         Vì sao: tệp do chương trình không tính toán ghi ra; đọc vào thì các ô ấy như để trống.\n\
         Ví dụ: mở biểu bằng ứng dụng trên điện thoại, hoặc xuất từ phần mềm khác, rồi gửi ngay.\n\
         Cách sửa: mở tệp bằng Excel, bấm F9, lưu lại rồi gửi lại.",
    en: "Meaning: many cells have a formula, but the file holds no result of it.\n\
         Why: a program that does not calculate wrote the file; the cells read as if empty.\n\
         Example: the form was saved by an app on a telephone, or exported by other software.\n\
         To mend: open the file in Excel, press F9, save it and send it again.",
};

pub(super) const LEFT_BLANK: Explanation = Explanation {
    code: "left-blank",
    vi: "Nghĩa là: ô Thực hiện của một chỉ tiêu không bắt buộc để trống, mà năm trước có số.\n\
         Vì sao: ô trống là chưa có số liệu, không phải là 0; số toàn Cụm khi ấy thiếu phần của đơn vị.\n\
         Ví dụ: dòng KN02 năm trước ghi 244, năm nay để trống hoặc chỉ có dấu cách.\n\
         Cách sửa: nhập số; không có thì nhập 0; chưa có số liệu thì ghi lý do ở cột Ghi chú.",
    en: "Meaning: an indicator that not every unit must fill is blank, with a figure the year before.\n\
         Why: a blank cell is not a 0; without the figure the cluster's total is too small.\n\
         Example: row KN02 held 244 last year, and is blank or holds spaces this year.\n\
         To mend: type the number, or 0 if there is none; if it is not known yet, say why in\n\
         column “Ghi chú”.",
};

pub(super) const NOT_A_NUMBER: Explanation = Explanation {
    code: "not-a-number",
    vi: "Nghĩa là: ô có nội dung nhưng không đọc được thành một số duy nhất.\n\
         Vì sao: chương trình không đoán; số đọc nhầm nghìn lần còn hại hơn số chưa có.\n\
         Ví dụ: “khoảng 200”, “10-12”, “-”, #REF!, hoặc chữ “25.493” ở dòng được ghi số lẻ: có\n\
         thể là 25.493 hoặc 25,493.\n\
         Cách sửa: xóa ô, đổi định dạng ô thành số (Number), nhập lại số; lời giải thích ghi ở\n\
         cột Ghi chú.",
    en: "Meaning: the cell holds something that cannot be read as one certain number.\n\
         Why: the program does not guess; a figure misread a thousandfold is worse than none.\n\
         Example: “khoảng 200”, “10-12”, “-”, #REF!, or the text “25.493” in a row that may\n\
         have decimals: it may be 25.493 or 25,493.\n\
         To mend: clear the cell, set its format to Number and type the number; explanations go\n\
         to column “Ghi chú”.",
};

pub(super) const NUMBER_AS_TEXT: Explanation = Explanation {
    code: "number-as-text",
    vi: "Nghĩa là: ô ghi số dưới dạng chữ, nhưng chỉ có một cách hiểu nên đã đọc được.\n\
         Vì sao: Excel không cộng số ghi dạng chữ; cần một người nhìn lại số đã đọc.\n\
         Ví dụ: “1.234 người” được đọc là 1.234.\n\
         Cách sửa: không phải sửa nếu số đã đọc là đúng; lần sau chỉ nhập số.",
    en: "Meaning: the cell holds a number written as text; it has one reading and was read.\n\
         Why: Excel does not add such numbers up; somebody should see that the reading is right.\n\
         Example: “1.234 người” was read as 1.234.\n\
         To mend: nothing, if the number is right; next time type the number only.",
};

pub(super) const OUT_OF_RANGE: Explanation = Explanation {
    code: "out-of-range",
    vi: "Nghĩa là: số nằm ngoài mức thấp nhất hoặc cao nhất mà danh mục cho phép.\n\
         Vì sao: thường là gõ thừa chữ số, nhầm đơn vị tính hoặc nhầm dòng.\n\
         Ví dụ: tỷ lệ 985% thay cho 98,5%; số người là -12.\n\
         Cách sửa: xem lại số và đơn vị tính; nếu số đúng thì báo người giữ danh mục nới giới hạn.",
    en: "Meaning: the number is below the lowest or above the highest that the catalogue allows.\n\
         Why: mostly a digit too many, a wrong unit of measure or a wrong row.\n\
         Example: a rate of 985% for 98,5%; a number of people of -12.\n\
         To mend: check number and unit; if right, ask the catalogue's keeper for wider bounds.",
};

pub(super) const DECIMAL_IN_COUNT: Explanation = Explanation {
    code: "decimal-in-count",
    vi: "Nghĩa là: chỉ tiêu đếm (người, đơn vị, cuộc…) lại có phần lẻ.\n\
         Vì sao: thường do dấu phân cách hàng nghìn bị Excel hiểu là dấu thập phân.\n\
         Ví dụ: gõ 25,493 với ý là 25.493 người, Excel giữ thành hơn 25 người.\n\
         Cách sửa: gõ liền các chữ số: 25493; Excel tự thêm dấu khi hiện số.",
    en: "Meaning: an indicator that counts (people, units, meetings…) has decimals.\n\
         Why: mostly Excel took the mark between thousands for a decimal mark.\n\
         Example: 25,493 was typed for 25.493 people, and Excel keeps some 25 people.\n\
         To mend: type the digits only: 25493; Excel adds the marks when it shows the number.",
};

pub(super) const PERCENT_AS_FRACTION: Explanation = Explanation {
    code: "percent-as-fraction",
    vi: "Nghĩa là: tỷ lệ không lớn hơn 1, mà không có số tử và số mẫu để tính lại.\n\
         Vì sao: 0,85 có thể là 85% viết theo phần; in thành 0,85% là sai hàng trăm lần.\n\
         Ví dụ: đăng ký tỷ lệ công đoàn cơ sở hoàn thành tốt nhiệm vụ là 0,9.\n\
         Cách sửa: nhập theo phần trăm: 90; ô có định dạng % của Excel thì đọc đúng.",
    en: "Meaning: a percentage of at most 1, without the two numbers to compute it from.\n\
         Why: 0.85 may be 85% written as a part; printed as 0.85% it is wrong a hundredfold.\n\
         Example: the share of unions that do well is registered as 0.9.\n\
         To mend: type percent: 90; a cell that Excel formats as % is read rightly.",
};

pub(super) const WRONG_UNIT_OF_MEASURE: Explanation = Explanation {
    code: "wrong-unit-of-measure",
    vi: "Nghĩa là: đơn vị tính ghi ở dòng khác với biểu mẫu.\n\
         Vì sao: nhầm đồng với triệu đồng thì số lệch một triệu lần.\n\
         Ví dụ: dòng CL09 tính bằng triệu đồng nhưng ghi “tỷ đồng”.\n\
         Cách sửa: tiền ghi bằng đơn vị tiền khác thì đã tự đổi, chỉ cần xem lại;\n\
         trường hợp khác thì nhập lại số theo đơn vị tính của biểu mẫu.",
    en: "Meaning: the unit of measure of a row is not that of the form.\n\
         Why: đồng taken for triệu đồng makes a figure wrong by a million.\n\
         Example: row CL09 is in triệu đồng, but “tỷ đồng” was typed.\n\
         To mend: one unit of money was converted to the other, only check it;\n\
         anything else must be typed again in the unit of the form.",
};

pub(super) const PARTS_AND_TOTAL: Explanation = Explanation {
    code: "parts-and-total",
    vi: "Nghĩa là: các số thành phần cộng lại không bằng số tổng.\n\
         Vì sao: cả hai đều in trong báo cáo; người đọc cộng thử sẽ thấy không khớp.\n\
         Ví dụ: TC01 ghi 6.400, nhưng TC02 (937) + TC03 (5.491) = 6.428.\n\
         Cách sửa: tìm số sai trong các dòng đã nêu, sửa số tổng hoặc số thành phần.",
    en: "Meaning: the parts do not add up to the total.\n\
         Why: the report prints both, and readers add up.\n\
         Example: TC01 is 6.400, but TC02 (937) + TC03 (5.491) = 6.428.\n\
         To mend: find the wrong figure among the rows named; mend the total or a part.",
};

pub(super) const SUBSET: Explanation = Explanation {
    code: "subset",
    vi: "Nghĩa là: số của một phần lớn hơn số của toàn thể chứa nó.\n\
         Vì sao: điều này không thể có; một trong hai số phải sửa.\n\
         Ví dụ: đoàn viên nữ (TC11) 5.200 trong khi tổng số đoàn viên (TC10) là 4.900.\n\
         Cách sửa: xem lại cả hai dòng, hay gặp nhất là nhập nhầm dòng.",
    en: "Meaning: a part is larger than the whole that holds it.\n\
         Why: this cannot be; one of the two figures must be mended.\n\
         Example: women members (TC11) are 5.200 where all members (TC10) are 4.900.\n\
         To mend: check both rows; mostly a figure stands in the wrong row.",
};

pub(super) const PERCENT_RECOMPUTED: Explanation = Explanation {
    code: "percent-recomputed",
    vi: "Nghĩa là: tỷ lệ đã nhập khác với tỷ lệ tính từ tử số và mẫu số của nó.\n\
         Vì sao: văn bản luôn in tỷ lệ tính lại, nên số in ra sẽ khác số đơn vị đã nhập.\n\
         Ví dụ: TC15 ghi 92, nhưng 4.500 đoàn viên trên 5.000 lao động là 90%.\n\
         Cách sửa: xem tử số và mẫu số có đúng không; đúng rồi thì sửa tỷ lệ hoặc để trống.",
    en: "Meaning: the rate typed is not the one that its numerator and denominator give.\n\
         Why: papers print the recomputed rate, which differs from what the unit typed.\n\
         Example: TC15 is 92, but 4.500 members among 5.000 workers are 90%.\n\
         To mend: check numerator and denominator; if right, mend the rate or clear it.",
};

pub(super) const RULE_BROKEN: Explanation = Explanation {
    code: "rule-broken",
    vi: "Nghĩa là: các số của đơn vị chưa khớp một quy tắc đối chiếu của danh mục.\n\
         Vì sao: hai số đúng riêng từng số vẫn có thể trái nhau; người nghe báo cáo sẽ hỏi.\n\
         Ví dụ: có suất học bổng (CL11a = 50) mà trị giá học bổng (CL11b) là 0.\n\
         Cách sửa: xem các số đã nêu; số nào sai thì sửa, đúng cả thì ghi lý do ở cột Ghi chú.",
    en: "Meaning: the unit's figures do not meet a rule of the catalogue.\n\
         Why: figures that look right alone may contradict each other, and hearers will ask.\n\
         Example: there are scholarships (CL11a = 50), but their value (CL11b) is 0.\n\
         To mend: check the figures named; mend the wrong one, or give the reason in “Ghi chú”.",
};

pub(super) const UNIT_CONTRADICTION: Explanation = Explanation {
    code: "unit-contradiction",
    vi: "Nghĩa là: ô tiền hiện số theo một đơn vị, dòng lại ghi đơn vị tính khác.\n\
         Vì sao: hai cách hiểu lệch nhau nghìn lần hay triệu lần; chương trình không tự chọn.\n\
         Ví dụ: dòng tính bằng triệu đồng, ô định dạng #,##0 “tỷ đồng” hiện “15 tỷ đồng”.\n\
         Cách sửa: đổi định dạng ô thành số (Number), nhập lại số theo đơn vị tính của dòng.",
    en: "Meaning: a cell shows its amount in one unit, and the row declares another.\n\
         Why: the readings differ by a thousand or a million; the program does not choose.\n\
         Example: the row is in triệu đồng, the cell's format #,##0 “tỷ đồng” shows “15 tỷ đồng”.\n\
         To mend: set the format to Number and type the amount in the unit of the row.",
};
