//! Explanations: figures held against other figures.

use super::Explanation;

pub(super) const STOCK_CONTINUITY: Explanation = Explanation {
    code: "stock-continuity",
    vi: "Nghĩa là: số cuối kỳ không bằng số cuối kỳ trước cộng phần tăng, trừ phần giảm trong kỳ.\n\
         Vì sao: số công đoàn cơ sở, số đoàn viên nối tiếp từ năm này sang năm khác; lệch là có dòng sai.\n\
         Ví dụ: TC01 ghi 590, nhưng 590 + 9 thành lập mới - 10 giải thể - 2 sáp nhập = 587.\n\
         Cách sửa: xem lại số năm trước, số tăng, số giảm, số chuyển đến, chuyển đi; có lý do riêng thì\n\
         ghi ở cột Ghi chú.",
    en: "Meaning: a figure at the cut-off is not last year's plus what came and minus what went.\n\
         Why: unions and members continue from year to year; where they do not, some row is wrong.\n\
         Example: TC01 is 590, but 590 + 9 founded - 10 ended - 2 merged = 587.\n\
         To mend: check last year's figure, what came, what went and transfers; if there is a reason,\n\
         give it in column “Ghi chú”.",
};

pub(super) const PREVIOUS_DIFFERS: Explanation = Explanation {
    code: "previous-differs",
    vi: "Nghĩa là: số ở cột Năm trước khác với số đã chốt trong kỳ tổng kết năm trước.\n\
         Vì sao: mức tăng, giảm in trong báo cáo tính từ số này; hai năm phải nói cùng một con số.\n\
         Ví dụ: cột Năm trước ghi 3.100, nhưng kỳ năm trước đã chốt 3.088,5.\n\
         Cách sửa: ghi đúng số đã chốt; nếu năm trước chốt chưa đúng thì báo Cụm trưởng.\n\
         Kết quả tính theo số đã chốt; khi phát hiện này được chấp nhận kèm lý do thì tính theo số ghi.",
    en: "Meaning: the figure in column “Năm trước” is not the one accepted in last year's campaign.\n\
         Why: rises and falls in the report rest on it; both years must tell one figure.\n\
         Example: column “Năm trước” has 3.100, last year's campaign accepted 3.088,5.\n\
         To mend: type the accepted figure; if that one was wrong, tell the cluster's head.\n\
         The accepted figure counts; once this finding is accepted with a reason, the typed one does.",
};

pub(super) const TARGET_DIFFERS: Explanation = Explanation {
    code: "target-differs",
    vi: "Nghĩa là: kế hoạch năm nay khác với chỉ tiêu đơn vị đã ký trong giao ước năm trước.\n\
         Vì sao: giao ước đã ký là căn cứ chấm điểm; không ai được tự đổi chỉ tiêu của mình.\n\
         Ví dụ: cột Kế hoạch ghi 3.000, nhưng giao ước đã ký là 3.200.\n\
         Cách sửa: ghi đúng chỉ tiêu đã ký; đã được điều chỉnh thì nêu văn bản ở cột Ghi chú.\n\
         Kết quả tính theo chỉ tiêu đã ký; khi phát hiện này được chấp nhận thì tính theo số ghi.",
    en: "Meaning: this year's target is not what the unit signed in last year's pledge.\n\
         Why: points are given by the signed pledge; nobody changes a target alone.\n\
         Example: column “Kế hoạch” has 3.000, the signed pledge 3.200.\n\
         To mend: type the signed target; if it was adjusted, name the paper in column “Ghi chú”.\n\
         The signed target counts; once this finding is accepted, the typed one does.",
};

pub(super) const HALF_ABOVE_YEAR: Explanation = Explanation {
    code: "half-above-year",
    vi: "Nghĩa là: số phát sinh cả năm ít hơn số phát sinh 6 tháng đầu năm đã báo cáo.\n\
         Vì sao: cả năm gồm cả 6 tháng đầu năm; ít hơn thì một trong hai tệp sai.\n\
         Ví dụ: 6 tháng kết nạp 900 đoàn viên, cả năm lại ghi 700 (chỉ là số 6 tháng cuối năm).\n\
         Cách sửa: nhập số của cả năm; nếu số 6 tháng đã báo cáo sai thì ghi rõ ở cột Ghi chú.",
    en: "Meaning: less happened in the year than was reported for its first half.\n\
         Why: the year holds its first half; if it has less, one of the two files is wrong.\n\
         Example: 900 members in six months, but 700 in the year (its second half only).\n\
         To mend: type the figure of the whole year; if the half was wrong, say so in “Ghi chú”.",
};

pub(super) const LAST_YEAR_COPIED: Explanation = Explanation {
    code: "last-year-copied",
    vi: "Nghĩa là: từ 5 dòng trở lên có số năm nay trùng đến từng chữ số với số năm trước.\n\
         Vì sao: vài số nhỏ trùng là thường; nhiều số lớn cùng trùng thường là chép lại biểu cũ.\n\
         Ví dụ: đơn vị mở tệp năm trước, đổi tên kỳ số liệu rồi gửi, quên sửa các dòng.\n\
         Cách sửa: nhập số của năm nay; dòng nào đúng là không đổi thì ghi ở cột Ghi chú. Trùng cả cột\n\
         thì văn bản chính thức không in cho đến khi sửa.",
    en: "Meaning: five rows or more have this year's figure equal to last year's to the digit.\n\
         Why: a few small figures may repeat; many large ones mostly are last year's form again.\n\
         Example: last year's file was opened, its period renamed, and its rows left as they were.\n\
         To mend: type this year's figures; where one truly did not change, say so in “Ghi chú”. If the\n\
         whole column is the same, official papers wait until it is mended.",
};

pub(super) const CUMULATIVE_FLOW: Explanation = Explanation {
    code: "cumulative-flow",
    vi: "Nghĩa là: số phát sinh trong kỳ lớn gấp hơn hai lần năm trước, giống như cộng dồn nhiều năm.\n\
         Vì sao: số trong kỳ chỉ tính từ 01/12 năm trước; số lũy kế làm tổng toàn Cụm lớn lên sai.\n\
         Ví dụ: năm trước giới thiệu 3.000 người, năm nay ghi 6.400; trừ số năm trước còn 3.400.\n\
         Cách sửa: nếu là số lũy kế thì nhập lại số trong kỳ; nếu đúng là tăng thì ghi lý do.",
    en: "Meaning: a figure of the period is more than twice last year's, as if years were added up.\n\
         Why: figures of the period begin on 1 December; a running total swells the cluster's sum.\n\
         Example: 3.000 people last year, 6.400 this year; without last year's it is 3.400.\n\
         To mend: if it is a running total, type the period's figure; if it truly rose, say why.",
};

pub(super) const SUDDEN_CHANGE: Explanation = Explanation {
    code: "sudden-change",
    vi: "Nghĩa là: số năm nay xa số năm trước của chính đơn vị (số trong kỳ từ 3 lần, số cuối kỳ từ 2 lần),\n\
         trong khi các đơn vị khác không đổi như vậy; so với mức giữa của các đơn vị khác.\n\
         Vì sao: nhập sót, nhập thừa hoặc hiểu khác chỉ tiêu làm một đơn vị tăng, giảm một mình.\n\
         Ví dụ: năm trước 3.000, năm nay 500 (bằng 16,7%), còn mức giữa của 5 đơn vị khác là 104,1%.\n\
         Cách sửa: xem lại số của cả hai năm; nếu đúng là thay đổi như vậy thì ghi lý do ở cột Ghi chú.\n\
         Chỉ tiêu thay đổi phạm vi và số năm trước của đơn vị hợp nhất thiếu thành phần không xét.",
    en: "Meaning: a figure is far from the unit's own of last year (3 times within the period, 2 times at\n\
         the cut-off), while the median of the other units' changes is not.\n\
         Why: a row left out, counted twice or understood otherwise makes one unit rise or fall alone.\n\
         Example: 3.000 last year, 500 this year (16,7%), while the median of 5 other units is 104,1%.\n\
         To mend: check the figures of both years; if it changed so much, say why in “Ghi chú”.\n\
         Indicators whose scope changed are not asked.",
};

pub(super) const ACTUAL_EQUALS_TARGET: Explanation = Explanation {
    code: "actual-equals-target",
    vi: "Nghĩa là: cột Thực hiện giống cột Kế hoạch ở mọi dòng có cả hai số (từ 5 dòng trở lên).\n\
         Vì sao: đạt đúng từng chữ số ở mọi chỉ tiêu là điều khó có; thường là chép lại kế hoạch.\n\
         Ví dụ: 19 chỉ tiêu đều đạt đúng 100%.\n\
         Cách sửa: nhập kết quả thật đã đạt.",
    en: "Meaning: “Thực hiện” is the same as “Kế hoạch” in every row that has both, five or more.\n\
         Why: to reach every target to the digit is hardly possible; mostly the plan was copied.\n\
         Example: all 19 targets are reached at exactly 100%.\n\
         To mend: type what was truly achieved.",
};

pub(super) const PLEDGE_BELOW_ACTUAL: Explanation = Explanation {
    code: "pledge-below-actual",
    vi: "Nghĩa là: đơn vị đăng ký năm sau thấp hơn thực hiện năm nay từ 10% trở lên.\n\
         Vì sao: Cụm trưởng cần biết chỉ tiêu nào lùi lại trước khi đưa vào giao ước; không phải là sai.\n\
         Ví dụ: năm nay kết nạp 1.397 đoàn viên, đăng ký năm sau 1.000.\n\
         Cách sửa: xem lại mức đăng ký; nếu có lý do thì nêu để Cụm trưởng biết.",
    en: "Meaning: the unit pledges at least 10% below what it achieved this year.\n\
         Why: the cluster's head wants to know what goes back before the pledge is made; it may be right.\n\
         Example: 1.397 new members this year, a pledge of 1.000 for the next.\n\
         To mend: check the pledge; if there is a reason, tell the cluster's head.",
};

pub(super) const SAME_AMOUNT_TWICE: Explanation = Explanation {
    code: "same-amount-twice",
    vi: "Nghĩa là: hai dòng không liên quan cùng ghi một số tiền lớn, giống đến từng chữ số.\n\
         Vì sao: một khoản ghi vào hai dòng thì toàn Cụm cộng hai lần.\n\
         Ví dụ: trị giá quà Tết và trị giá học bổng cùng là 3.264,6 triệu đồng.\n\
         Cách sửa: sửa dòng ghi nhầm. Tổng, thành phần và “trong đó” của nhau được phép bằng nhau.",
    en: "Meaning: two rows that have nothing to do with each other hold one large amount of money.\n\
         Why: an amount typed into two rows is added twice in the cluster.\n\
         Example: Tết gifts and scholarships are both worth 3.264,6 million đồng.\n\
         To mend: mend the wrong row. Totals, parts and shares of one another may be equal.",
};

pub(super) const TARGET_FAR_OFF: Explanation = Explanation {
    code: "target-far-off",
    vi: "Nghĩa là: kết quả trên 300% hoặc dưới 10% kế hoạch.\n\
         Vì sao: vượt hay hụt xa như vậy thường do nhầm dòng, nhầm đơn vị tính hoặc kế hoạch ghi sai.\n\
         Ví dụ: kế hoạch 1.000 suất quà, thực hiện 5.120 suất, đạt 512%.\n\
         Cách sửa: xem lại cả hai số; nếu đúng thì ghi lý do ở cột Ghi chú.",
    en: "Meaning: more than 300% or less than 10% of the target was achieved.\n\
         Why: mostly a row or a unit of measure was mistaken, or the target is wrong.\n\
         Example: a target of 1.000 gifts, 5.120 given, 512%.\n\
         To mend: check both figures; if they are right, give the reason in column “Ghi chú”.",
};

pub(super) const UNIT_SLIP: Explanation = Explanation {
    code: "unit-slip",
    vi: "Nghĩa là: số lớn hoặc nhỏ khoảng 1.000 hay 1.000.000 lần so với chính đơn vị hoặc các đơn vị khác.\n\
         Vì sao: chênh đúng cỡ đó thường là nhập đồng vào dòng triệu đồng, hoặc ngược lại.\n\
         Ví dụ: quà Tết ghi 3.264.600 triệu đồng, năm trước là 3.088,5; nếu nhầm thì phải là 3.264,6.\n\
         Cách sửa: nhập lại theo đơn vị tính của biểu. Các đơn vị được so với nhau trên 1.000 đoàn viên,\n\
         đơn vị lớn không bị nhắc vì lớn.",
    en: "Meaning: a figure is some 1.000 or 1.000.000 times the unit's own or the others', or such a part.\n\
         Why: just that much apart mostly means đồng typed in a row of triệu đồng, or the reverse.\n\
         Example: Tết gifts of 3.264.600 million đồng, 3.088,5 last year; 3.264,6 if it is a slip.\n\
         To mend: type it in the form's unit. Units are compared for each 1.000 members, so a large one\n\
         is not blamed for being large.",
};

pub(super) const PUBLISHED_TOTAL_DIFFERS: Explanation = Explanation {
    code: "published-total-differs",
    vi: "Nghĩa là: tổng toàn Cụm đã công bố ở nơi khác khác với tổng cộng từ số của các đơn vị.\n\
         Vì sao: báo cáo, tin bài và thông báo phải nói cùng một con số.\n\
         Ví dụ: thông báo ghi 25.394 đoàn viên kết nạp mới, các đơn vị cộng lại là 25.493.\n\
         Cách sửa: tìm số sai; sửa số của đơn vị, đính chính nơi đã công bố, hoặc sửa campaign.toml.",
    en: "Meaning: a total of the cluster published elsewhere is not the sum of its units.\n\
         Why: report, news and notices must tell one figure.\n\
         Example: a notice says 25.394 new members, the units make 25.493.\n\
         To mend: find the wrong one; mend a unit's figure, the publication, or campaign.toml.",
};

pub(super) const SAME_AS_OTHER_UNIT: Explanation = Explanation {
    code: "same-as-other-unit",
    vi: "Nghĩa là: nhiều dòng của hai đơn vị giống nhau đến từng chữ số.\n\
         Vì sao: một hai số trùng là tình cờ; từ 5 số có nghĩa trở lên thường là chép tệp của nhau.\n\
         Ví dụ: đơn vị lấy tệp của tỉnh bạn làm mẫu, quên xóa số ở mục Tài chính.\n\
         Cách sửa: nhập đúng số của đơn vị mình.",
    en: "Meaning: many rows of two units are the same to the digit.\n\
         Why: one or two may be chance; five telling figures mostly mean a copied file.\n\
         Example: a unit took a neighbour's file as its model and left the rows on finance.\n\
         To mend: type the unit's own figures.",
};

pub(super) const REPORT_NOT_NAMED: Explanation = Explanation {
    code: "report-not-named",
    vi: "Nghĩa là: tệp chưa ghi số hoặc ngày của báo cáo mà lãnh đạo đơn vị đã ký.\n\
         Vì sao: số liệu của Cụm phải dẫn được về một văn bản đã ký của từng đơn vị.\n\
         Ví dụ: ô Số báo cáo của đơn vị để trống.\n\
         Cách sửa: điền số, ký hiệu (128/BC-LĐLĐ) và ngày (03/12/2024) ở trang “Thông tin chung”.",
    en: "Meaning: the file does not give number or date of the report that the unit's leader signed.\n\
         Why: each figure of the cluster must lead back to a signed paper of its unit.\n\
         Example: the cell “Số báo cáo của đơn vị” is empty.\n\
         To mend: give number, symbol (128/BC-LĐLĐ) and date (03/12/2024) on “Thông tin chung”.",
};

pub(super) const REPORT_DIFFERS: Explanation = Explanation {
    code: "report-differs",
    vi: "Nghĩa là: số hoặc ngày báo cáo ghi trong tệp khác với báo cáo đã ký mà Cụm nhận được.\n\
         Vì sao: có thể tệp số liệu lập trước khi báo cáo được sửa và ký lại.\n\
         Ví dụ: tệp ghi 187/BC-LĐLĐ, báo cáo nhận được là 178/BC-LĐLĐ.\n\
         Cách sửa: đối chiếu số liệu với báo cáo đã ký, rồi sửa ô này hoặc campaign.toml.",
    en: "Meaning: number or date of the report in the file are not those of the signed report received.\n\
         Why: the figures may have been made before the report was changed and signed again.\n\
         Example: the file says 187/BC-LĐLĐ, the report received is 178/BC-LĐLĐ.\n\
         To mend: hold the figures against the signed report, then mend this cell or campaign.toml.",
};

pub(super) const CLAIM_DIFFERS: Explanation = Explanation {
    code: "claim-differs",
    vi: "Nghĩa là: một con số trong lời văn ở trang Đánh giá không trùng số nào ở trang số liệu.\n\
         Vì sao: lời văn của đơn vị được đưa vào báo cáo, cạnh bảng số; hai nơi phải khớp.\n\
         Ví dụ: lời văn ghi “quà Tết trị giá 3,4 tỷ đồng”, dòng CL09 ghi 3.264,6 triệu đồng.\n\
         Cách sửa: sửa lời văn hoặc số liệu. Năm, ngày, lần thứ, khóa, số hiệu văn bản và tỷ lệ không\n\
         bị xét; có chữ gần, trên, khoảng thì được làm tròn.",
    en: "Meaning: a figure in the unit's words on sheet “Đánh giá” is none of its rows.\n\
         Why: these words are printed in the report beside the table, and both must agree.\n\
         Example: “quà Tết trị giá 3,4 tỷ đồng” in words, 3.264,6 million in row CL09.\n\
         To mend: mend the words or the figures. Years, dates, ordinals, terms, symbols of papers and\n\
         percentages are not looked at; with gần, trên, khoảng a figure may be rounded.",
};

pub(super) const WRONG_DIFFERENCE: Explanation = Explanation {
    code: "wrong-difference",
    vi: "Nghĩa là: mức tăng, giảm nêu trong lời văn không bằng hiệu của số đầu và số cuối.\n\
         Vì sao: người đọc tính lại được ngay; một trong ba số đã gõ sai.\n\
         Ví dụ: “giảm 3.665.175 (từ 12.297.344 xuống còn 8.642.169)”, đúng ra là 3.655.175.\n\
         Cách sửa: tính lại, sửa số sai.",
    en: "Meaning: a rise or fall told in words is not the difference of its two ends.\n\
         Why: any reader can compute it; one of the three figures was mistyped.\n\
         Example: “giảm 3.665.175 (từ 12.297.344 xuống còn 8.642.169)” should be 3.655.175.\n\
         To mend: compute again and mend the wrong figure.",
};
