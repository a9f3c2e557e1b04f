//! Explanations: points, votes and awards.

use super::Explanation;

pub(super) const PANEL_MISSING: Explanation = Explanation {
    code: "panel-missing",
    vi: "Nghĩa là: kỳ này chấm điểm nhưng chưa có điểm thẩm định nào.\n\
         Vì sao: điểm đơn vị tự chấm không phải là kết quả; chưa thẩm định thì chưa xếp hạng, chưa đề nghị.\n\
         Ví dụ: 6 đơn vị đã tự chấm, thư mục panel chưa có tệp.\n\
         Cách sửa: chạy thidua forms <thư mục> --panel, ghi điểm vào tệp đó rồi đặt vào thư mục panel.",
    en: "Meaning: the campaign scores, but the panel has given no points yet.\n\
         Why: what units give themselves is no result; without the panel nobody is ranked or proposed.\n\
         Example: six units scored themselves, and the folder panel is empty.\n\
         To mend: run thidua forms <folder> --panel, fill the workbook and put it into the folder panel.",
};

pub(super) const POINTS_OPEN: Explanation = Explanation {
    code: "points-open",
    vi: "Nghĩa là: một đơn vị còn tiêu chí chưa có điểm thẩm định dùng được.\n\
         Vì sao: thiếu một tiêu chí thì chưa có tổng điểm, và chưa đơn vị nào được xếp hạng.\n\
         Ví dụ: Cao Bằng chưa có điểm thẩm định của I.4 và V.2.\n\
         Cách sửa: ghi điểm các tiêu chí đó; không có điểm thì ghi 0, không để trống.",
    en: "Meaning: some criteria of a unit have no verified points that can be used.\n\
         Why: without one of them there is no total, and no unit is ranked.\n\
         Example: Cao Bằng has no verified points for I.4 and V.2.\n\
         To mend: give the points of these criteria; type 0 where there are none, do not leave a blank.",
};

pub(super) const NOT_COUNTED: Explanation = Explanation {
    code: "not-counted",
    vi: "Nghĩa là: tiêu chí tính từ số liệu, nhưng đơn vị thiếu số liệu để tính.\n\
         Vì sao: thiếu số liệu không phải là 0; chương trình không tính thay.\n\
         Ví dụ: VI.2 cần KT03b và KT03c, đơn vị để trống KT03c.\n\
         Cách sửa: xin đơn vị bổ sung số liệu, hoặc người thẩm định tự cho điểm.",
    en: "Meaning: a criterion is counted from figures, and the unit lacks some of them.\n\
         Why: missing is not zero; the program does not fill it in.\n\
         Example: VI.2 needs KT03b and KT03c, and KT03c is blank.\n\
         To mend: ask the unit for the figures, or let the panel give the points.",
};

pub(super) const BALLOT_COUNTS: Explanation = Explanation {
    code: "ballot-counts",
    vi: "Nghĩa là: các số của một lần bỏ phiếu không thể cùng đúng.\n\
         Vì sao: biên bản kiểm phiếu sai số thì kết quả không có giá trị.\n\
         Ví dụ: phát ra 6 phiếu, thu về 7; một đơn vị có 6 phiếu trong 5 phiếu hợp lệ.\n\
         Cách sửa: đối chiếu với biên bản kiểm phiếu rồi sửa số ở [[ballots]] hoặc tệp của tổ kiểm phiếu.",
    en: "Meaning: the counts of a ballot cannot all be right.\n\
         Why: with wrong counts in the minutes the result is worth nothing.\n\
         Example: 6 papers handed out, 7 came back; a unit has 6 votes of 5 valid papers.\n\
         To mend: hold them against the minutes, and mend [[ballots]] or the tellers' workbook.",
};

pub(super) const BALLOT_NOT_QUORATE: Explanation = Explanation {
    code: "ballot-not-quorate",
    vi: "Nghĩa là: số phiếu thu về chưa đủ tỷ lệ quy định.\n\
         Vì sao: chưa đủ thì kết quả bỏ phiếu không có giá trị; không đơn vị nào được tính là đủ phiếu.\n\
         Ví dụ: 3/6 phiếu thu về, quy định ít nhất hai phần ba (66,67%).\n\
         Cách sửa: bỏ phiếu lại; ghi nhầm thì sửa returned, voters hoặc quorum.",
    en: "Meaning: fewer papers came back than the rules ask for.\n\
         Why: then the vote does not count; no unit is taken to have the votes it needs.\n\
         Example: 3 of 6 papers came back, and two thirds (66,67%) are asked for.\n\
         To mend: vote again; if it is a slip, mend returned, voters or quorum.",
};

pub(super) const VOTES_FOR_BARRED: Explanation = Explanation {
    code: "votes-for-barred",
    vi: "Nghĩa là: có phiếu bầu cho một đơn vị thuộc diện không xét.\n\
         Vì sao: đơn vị không được xét thì không có tên trên phiếu bầu.\n\
         Ví dụ: Hà Giang không ký giao ước của năm nhưng được 2 phiếu.\n\
         Cách sửa: bỏ đơn vị khỏi danh sách bầu, hoặc sửa lý do không xét nếu ghi nhầm.",
    en: "Meaning: there are votes for a unit that is not considered.\n\
         Why: a unit that is not considered does not stand on the ballot.\n\
         Example: Hà Giang did not sign the year's pledge and has 2 votes.\n\
         To mend: take the unit off the ballot, or mend why it is not considered.",
};

pub(super) const ELECTION_DIFFERS: Explanation = Explanation {
    code: "election-differs",
    vi: "Nghĩa là: đơn vị trúng cử khác với đơn vị ghi ở mục [pledge].\n\
         Vì sao: giao ước, tin, báo cáo in tên Cụm trưởng, Cụm phó theo mục này.\n\
         Ví dụ: bầu Cụm trưởng, Thái Nguyên trúng cử; head lại ghi lang-son.\n\
         Cách sửa: sửa head hoặc deputy theo kết quả bầu; số phiếu ghi nhầm thì sửa số phiếu.",
    en: "Meaning: the unit that was elected is not the one that [pledge] names.\n\
         Why: pledge, news and report print the head and the deputy by that table.\n\
         Example: Thái Nguyên is elected head, and head says lang-son.\n\
         To mend: mend head or deputy as elected; mend the votes if they are wrong.",
};

pub(super) const BALLOT_NOT_HELD: Explanation = Explanation {
    code: "ballot-not-held",
    vi: "Nghĩa là: khen thưởng cần kết quả bỏ phiếu, nhưng chưa có số phiếu.\n\
         Vì sao: chưa bỏ phiếu thì chưa biết đơn vị nào đủ điều kiện.\n\
         Ví dụ: Cờ thi đua theo phiếu suy tôn, mục [[ballots]] còn issued = 0.\n\
         Cách sửa: bỏ phiếu xong thì ghi số phiếu.",
    en: "Meaning: an award rests on a vote whose counts are not there.\n\
         Why: before the vote nobody knows who meets the condition.\n\
         Example: the flag goes by votes, and [[ballots]] still has issued = 0.\n\
         To mend: give the counts after the vote.",
};

pub(super) const AWARD_TIE: Explanation = Explanation {
    code: "award-tie",
    vi: "Nghĩa là: số đơn vị cùng thứ hạng nhiều hơn số suất còn lại.\n\
         Vì sao: các cách phân định đã hết, chương trình không chọn thay hội nghị.\n\
         Ví dụ: còn 1 Bằng khen, hai đơn vị cùng xếp thứ ba.\n\
         Cách sửa: hội nghị chọn, rồi ghi mã các đơn vị vào units; hoặc thêm cách phân định vào ties.",
    en: "Meaning: more units share a rank than there is room for.\n\
         Why: the tie-breaks are used up, and the program does not choose for the meeting.\n\
         Example: one award is left, and two units share the third place.\n\
         To mend: the meeting chooses; name the codes in units, or add a tie-break to ties.",
};

pub(super) const AWARD_NOT_FILLED: Explanation = Explanation {
    code: "award-not-filled",
    vi: "Nghĩa là: số đơn vị đủ điều kiện ít hơn số được đề nghị.\n\
         Vì sao: bỏ sót một suất khen là thiệt cho đơn vị; nên xem lại trước khi trình.\n\
         Ví dụ: được đề nghị 2 Bằng khen, chỉ 1 đơn vị đủ phiếu.\n\
         Cách sửa: đúng như vậy thì để nguyên; nếu không, xem lại điểm tối thiểu, số phiếu, diện không xét.",
    en: "Meaning: fewer units meet the conditions than may be proposed.\n\
         Why: an award left over is a loss to some unit; look again before it is submitted.\n\
         Example: 2 may be proposed, and only one has the votes.\n\
         To mend: leave it if it is so; else check least points, votes and who is not considered.",
};

pub(super) const AWARD_OVER_QUOTA: Explanation = Explanation {
    code: "award-over-quota",
    vi: "Nghĩa là: số đơn vị ghi cho một khen thưởng nhiều hơn số được đề nghị.\n\
         Vì sao: cấp trên trả lại tờ trình vượt chỉ tiêu.\n\
         Ví dụ: quota = 1 nhưng units có hai mã.\n\
         Cách sửa: bớt đơn vị, hoặc sửa quota theo chỉ tiêu khen thưởng của năm.",
    en: "Meaning: more units are named for an award than may be proposed.\n\
         Why: the superior body sends back a list above the quota.\n\
         Example: quota = 1, and units holds two codes.\n\
         To mend: name fewer, or mend quota by this year's rules.",
};

pub(super) const AWARD_AGAINST_RULES: Explanation = Explanation {
    code: "award-against-rules",
    vi: "Nghĩa là: đơn vị ghi ở units không đủ điều kiện của chính khen thưởng đó.\n\
         Vì sao: đề nghị khen đơn vị không đủ phiếu, không đủ điểm hoặc không xét là sai quy chế.\n\
         Ví dụ: Cờ thi đua ghi ha-giang, đơn vị này đang bị xem xét kỷ luật.\n\
         Cách sửa: bỏ đơn vị khỏi units, hoặc sửa số phiếu, điểm, lý do không xét nếu ghi nhầm.",
    en: "Meaning: a unit named in units does not meet the conditions of that very award.\n\
         Why: without the votes or the points, or when not considered, a unit cannot be proposed.\n\
         Example: the flag names ha-giang, against which a discipline case is pending.\n\
         To mend: take the unit out of units, or mend votes, points or the bar if they are wrong.",
};

pub(super) const AWARD_PASSES_OVER: Explanation = Explanation {
    code: "award-passes-over",
    vi: "Nghĩa là: units ghi một đơn vị mà bỏ qua đơn vị xếp hạng cao hơn, đủ điều kiện.\n\
         Vì sao: đơn vị bị bỏ qua sẽ hỏi; biên bản phải nêu được lý do.\n\
         Ví dụ: ghi đơn vị xếp thứ tư, không ghi đơn vị xếp thứ ba.\n\
         Cách sửa: xem lại units; hội nghị quyết định như vậy thì nêu lý do trong biên bản.",
    en: "Meaning: units names one and passes over a unit of a better rank that meets the conditions.\n\
         Why: the unit passed over will ask; the minutes must give a reason.\n\
         Example: the fourth is named, the third is not.\n\
         To mend: check units; if the meeting decided so, give the reason in the minutes.",
};
