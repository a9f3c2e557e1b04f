//! Explanations: points and votes that people typed.

use super::Explanation;

pub(super) const UNKNOWN_CRITERION: Explanation = Explanation {
    code: "unknown-criterion",
    vi: "Nghĩa là: một dòng có điểm nhưng mã và nội dung không phải tiêu chí của kỳ này.\n\
         Vì sao: điểm đó không biết tính cho tiêu chí nào nên chưa được tính.\n\
         Ví dụ: dòng “III.22”, mà bảng tiêu chí chỉ có III.1 đến III.6.\n\
         Cách sửa: ghi đúng mã tiêu chí, hoặc xóa điểm ở dòng thừa.",
    en: "Meaning: a row holds points, but its code and label are no criterion of this period.\n\
         Why: nobody knows what the points are for, so they are not counted.\n\
         Example: row “III.22”, where the criteria only have III.1 to III.6.\n\
         To mend: type the criterion's code, or clear the points of the row.",
};

pub(super) const UNKNOWN_UNIT_SCORED: Explanation = Explanation {
    code: "unknown-unit-scored",
    vi: "Nghĩa là: biểu thẩm định có điểm ở dòng của một đơn vị không thuộc kỳ này.\n\
         Vì sao: điểm đó không biết tính cho ai nên chưa được tính.\n\
         Ví dụ: mã đơn vị ghi “cao-bag”.\n\
         Cách sửa: ghi đúng mã đơn vị như trong campaign.toml, hoặc xóa điểm ở dòng đó.",
    en: "Meaning: the panel's workbook holds points in a row of no unit of this campaign.\n\
         Why: nobody knows whose the points are, so they are not counted.\n\
         Example: the code of the unit is “cao-bag”.\n\
         To mend: type the unit's code as in campaign.toml, or clear the points of the row.",
};

pub(super) const POINTS_NOT_A_NUMBER: Explanation = Explanation {
    code: "points-not-a-number",
    vi: "Nghĩa là: ô điểm có chữ, dấu hoặc nhiều số, không đọc được thành một số điểm.\n\
         Vì sao: chương trình không đoán điểm; ô này coi như chưa chấm.\n\
         Ví dụ: “7-8”, “khoảng 9”, “-”, “#REF!”.\n\
         Cách sửa: ghi một số điểm, từ 0 đến điểm tối đa của tiêu chí; chưa chấm thì để trống.",
    en: "Meaning: a cell for points holds words, marks or several numbers.\n\
         Why: points are never guessed; the cell counts as not scored.\n\
         Example: “7-8”, “khoảng 9”, “-”, “#REF!”.\n\
         To mend: type one number from 0 to the most points; leave the cell blank if not scored yet.",
};

pub(super) const POINTS_IN_WORDS: Explanation = Explanation {
    code: "points-in-words",
    vi: "Nghĩa là: ô điểm ghi “đạt”, “x” hoặc “không đạt”; đã đọc là đủ điểm hoặc 0 điểm.\n\
         Vì sao: chỉ tiêu chí đạt hay không đạt mới đọc được như vậy.\n\
         Ví dụ: tiêu chí nộp báo cáo đúng hạn, 2 điểm, ghi “đạt”: 2 điểm.\n\
         Cách sửa: không phải sửa nếu điểm đã đọc là đúng.",
    en: "Meaning: a cell for points says “đạt”, “x” or “không đạt”, read as all points or none.\n\
         Why: only a criterion that is all or nothing can be read so.\n\
         Example: a report in time gives 2 points; “đạt” is 2 points.\n\
         To mend: nothing, if the points are right.",
};

pub(super) const POINTS_OUT_OF_SCALE: Explanation = Explanation {
    code: "points-out-of-scale",
    vi: "Nghĩa là: điểm ghi lớn hơn điểm tối đa của tiêu chí, hoặc nhỏ hơn 0.\n\
         Vì sao: một ô sai làm sai tổng điểm và thứ hạng; điểm này chưa được lấy.\n\
         Ví dụ: tiêu chí tối đa 5 điểm mà chấm 5,5.\n\
         Cách sửa: ghi điểm từ 0 đến điểm tối đa; phần vượt, nếu có, ghi ở điểm thưởng.",
    en: "Meaning: points are more than the criterion gives, or fewer than none.\n\
         Why: one such cell makes total and rank wrong; the points were not taken.\n\
         Example: 5,5 where the criterion gives at most 5.\n\
         To mend: type points from 0 to the most; what goes beyond belongs to the bonus.",
};

pub(super) const PENALTY_WITH_SIGN: Explanation = Explanation {
    code: "penalty-with-sign",
    vi: "Nghĩa là: điểm trừ được ghi bằng số âm; đã đọc là trừ đi chừng ấy điểm.\n\
         Vì sao: bảng điểm ghi điểm trừ bằng số dương; lẫn hai cách ghi thì trừ dễ thành cộng.\n\
         Ví dụ: điểm trừ báo cáo chậm ghi −0,5, đọc là trừ 0,5.\n\
         Cách sửa: không phải sửa; lần sau ghi số dương.",
    en: "Meaning: a penalty was typed as a negative number, and read as points to take.\n\
         Why: penalties are written as positive numbers; mixed, they might be added.\n\
         Example: −0,5 for a late report is read as 0,5 to take.\n\
         To mend: nothing; type a positive number next time.",
};

pub(super) const POINTS_TOO_FINE: Explanation = Explanation {
    code: "points-too-fine",
    vi: "Nghĩa là: điểm có nhiều chữ số sau dấu phẩy hơn mức bảng điểm công bố.\n\
         Vì sao: tổng điểm công bố được làm tròn, thứ hạng tính theo điểm đã làm tròn.\n\
         Ví dụ: 9,125 điểm khi bảng điểm lấy hai chữ số.\n\
         Cách sửa: làm tròn theo quy định chấm điểm của Cụm.",
    en: "Meaning: points have more decimals than the published scores.\n\
         Why: totals are published rounded, and ranks follow the rounded total.\n\
         Example: 9,125 points where scores have two decimals.\n\
         To mend: round as the cluster's rules of scoring say.",
};

pub(super) const CRITERION_TWICE: Explanation = Explanation {
    code: "criterion-twice",
    vi: "Nghĩa là: một tiêu chí có hai dòng điểm trong cùng một trang.\n\
         Vì sao: không biết dòng nào đúng; khác nhau thì chưa lấy, giống nhau thì tính một lần.\n\
         Ví dụ: III.2 ở dòng 14 chấm 5, ở dòng 31 chấm 4,5.\n\
         Cách sửa: giữ lại dòng đúng, xóa dòng kia.",
    en: "Meaning: a criterion has two rows of points on one sheet.\n\
         Why: it is unclear which is right; different points are not taken, equal ones count once.\n\
         Example: III.2 has 5 points in row 14 and 4,5 in row 31.\n\
         To mend: keep the right row, delete the other.",
};

pub(super) const MAXIMUM_DIFFERS: Explanation = Explanation {
    code: "maximum-differs",
    vi: "Nghĩa là: cột điểm tối đa trong tệp ghi khác tiêu chí của kỳ này.\n\
         Vì sao: có thể đơn vị chấm theo bảng điểm của năm khác.\n\
         Ví dụ: tệp ghi tối đa 6, tiêu chí năm nay là 5.\n\
         Cách sửa: dùng biểu của kỳ này và chấm lại theo điểm tối đa của kỳ này.",
    en: "Meaning: the most points in the file are not those of this period's criteria.\n\
         Why: the sheet may be that of another year.\n\
         Example: the file says 6, this year's criterion gives 5.\n\
         To mend: use this period's form and score by its maximum.",
};

pub(super) const POINTS_SUM_DIFFERS: Explanation = Explanation {
    code: "points-sum-differs",
    vi: "Nghĩa là: dòng cộng trong tệp khác tổng điểm các tiêu chí của nó.\n\
         Vì sao: chương trình tự cộng điểm tiêu chí; văn bản của đơn vị có thể ghi số khác.\n\
         Ví dụ: nhóm III ghi cộng 24, các tiêu chí cộng lại 23,5.\n\
         Cách sửa: xem lại điểm từng tiêu chí, rồi sửa dòng cộng hoặc tiêu chí ghi sai.",
    en: "Meaning: a row that adds up differs from the sum of its criteria.\n\
         Why: the program adds up the criteria itself; the unit's own paper may say otherwise.\n\
         Example: group III says 24, its criteria make 23,5.\n\
         To mend: look at each criterion, then mend the sum or the criterion that is wrong.",
};

pub(super) const OWN_SCORES_MISSING: Explanation = Explanation {
    code: "own-scores-missing",
    vi: "Nghĩa là: tệp đơn vị gửi không có trang tự chấm điểm.\n\
         Vì sao: tổ thẩm định cần điểm tự chấm để đối chiếu; bảng điểm sẽ trống cột tự chấm.\n\
         Ví dụ: tệp làm từ biểu năm trước, chưa có trang “Tự chấm điểm”.\n\
         Cách sửa: điền trang tự chấm điểm của biểu mẫu kỳ này rồi gửi lại.",
    en: "Meaning: the file that a unit sent has no sheet of its own points.\n\
         Why: the panel holds its points against them; the column of own points stays empty.\n\
         Example: the file was made from last year's form, without the sheet “Tự chấm điểm”.\n\
         To mend: fill that sheet of this period's form and send the file again.",
};

pub(super) const CRITERIA_NOT_SCORED: Explanation = Explanation {
    code: "criteria-not-scored",
    vi: "Nghĩa là: có tiêu chí mà đơn vị chưa tự chấm, ô để trống hoặc mất dòng.\n\
         Vì sao: để trống không phải là 0 điểm, nên tổng điểm tự chấm chưa tính được.\n\
         Ví dụ: chưa tự chấm I.3, V.2.\n\
         Cách sửa: chấm đủ các tiêu chí; không được điểm nào thì ghi 0.",
    en: "Meaning: a unit gave itself no points for some criteria, or their rows are gone.\n\
         Why: blank is not 0, so there is no total of its own points.\n\
         Example: I.3 and V.2 have no points.\n\
         To mend: score every criterion; type 0 for none.",
};

pub(super) const EVIDENCE_NOT_NAMED: Explanation = Explanation {
    code: "evidence-not-named",
    vi: "Nghĩa là: tiêu chí yêu cầu minh chứng, đơn vị có chấm điểm mà chưa ghi minh chứng.\n\
         Vì sao: tổ thẩm định không có gì để đối chiếu.\n\
         Ví dụ: IV.1 chấm 5 điểm, cột minh chứng để trống.\n\
         Cách sửa: ghi số, ngày của văn bản hoặc số liệu chứng minh.",
    en: "Meaning: a criterion asks for evidence; the unit gave points and named none.\n\
         Why: the panel has nothing to hold them against.\n\
         Example: IV.1 has 5 points and an empty column of evidence.\n\
         To mend: name number and date of the document, or the figure.",
};

pub(super) const REASON_MISSING: Explanation = Explanation {
    code: "reason-missing",
    vi: "Nghĩa là: tổ thẩm định cho điểm khác điểm tự chấm, hoặc đổi điểm sau giải trình, mà không ghi lý do.\n\
         Vì sao: đơn vị có quyền biết vì sao; biên bản bình xét in lý do này.\n\
         Ví dụ: tự chấm 5, thẩm định 4,5, cột lý do để trống.\n\
         Cách sửa: ghi căn cứ ở cột “Lý do” hoặc cột “Ý kiến giải trình”.",
    en: "Meaning: the panel differs from the unit, or from its own earlier word, and gives no reason.\n\
         Why: the unit may ask, and the minutes print the reason.\n\
         Example: own points 5, verified 4,5, no reason.\n\
         To mend: write it in column “Lý do” or “Ý kiến giải trình”.",
};

pub(super) const PANEL_FILES_DIFFER: Explanation = Explanation {
    code: "panel-files-differ",
    vi: "Nghĩa là: cùng một đơn vị, một tiêu chí mà hai ô thẩm định ghi điểm khác nhau.\n\
         Vì sao: mỗi người thẩm định một tệp; chương trình không tự chọn, chưa lấy điểm nào.\n\
         Ví dụ: tệp 1 cho 4,5, tệp 2 cho 5.\n\
         Cách sửa: thống nhất rồi sửa một ô, hoặc xóa điểm ở tệp không phụ trách đơn vị đó.",
    en: "Meaning: two cells of the panel give one unit different points for one criterion.\n\
         Why: several people fill a file each; the program does not choose, and takes neither.\n\
         Example: one file says 4,5, the other 5.\n\
         To mend: agree and mend one of them, or clear the one of who does not judge that unit.",
};

pub(super) const OWN_SCORE_CHANGED: Explanation = Explanation {
    code: "own-score-changed",
    vi: "Nghĩa là: điểm tự chấm trong biểu thẩm định khác tệp đơn vị đang dùng.\n\
         Vì sao: đơn vị gửi lại sau khi lập biểu, nên điểm thẩm định và lý do có thể không còn đúng.\n\
         Ví dụ: biểu thẩm định ghi tự chấm 5, tệp gửi lại ghi 4,5.\n\
         Cách sửa: xem lại tiêu chí đó; sửa cột “Tự chấm” của biểu thẩm định cho khớp.",
    en: "Meaning: the own points in the panel's workbook are not those of the unit's file in use.\n\
         Why: the unit sent again after the workbook was made; the panel's word may no longer hold.\n\
         Example: the panel's workbook has 5, the new file 4,5.\n\
         To mend: judge the criterion again and set column “Tự chấm” of the workbook right.",
};

pub(super) const UNKNOWN_BALLOT: Explanation = Explanation {
    code: "unknown-ballot",
    vi: "Nghĩa là: trang kiểm phiếu ghi mã một cuộc bỏ phiếu mà campaign.toml không có.\n\
         Vì sao: số phiếu đó không biết tính cho cuộc bỏ phiếu nào nên chưa được tính.\n\
         Ví dụ: mã “co-thi-du” thay vì “co-thi-dua”.\n\
         Cách sửa: ghi đúng mã ở mục [[ballots]] của campaign.toml.",
    en: "Meaning: a sheet counts a ballot that campaign.toml does not have.\n\
         Why: nobody knows what the votes are for, so they are not counted.\n\
         Example: code “co-thi-du” instead of “co-thi-dua”.\n\
         To mend: type a code of [[ballots]] in campaign.toml.",
};

pub(super) const VOTES_NOT_A_NUMBER: Explanation = Explanation {
    code: "votes-not-a-number",
    vi: "Nghĩa là: ô số phiếu không phải một số nguyên từ 0 trở lên.\n\
         Vì sao: số phiếu không bao giờ được đoán; ô này coi như chưa kiểm.\n\
         Ví dụ: “năm phiếu”, “5/6”, 4,5.\n\
         Cách sửa: ghi một số nguyên; chưa kiểm thì để trống.",
    en: "Meaning: a count of votes is no whole number from 0 on.\n\
         Why: votes are never guessed; the cell counts as not counted.\n\
         Example: “năm phiếu”, “5/6”, 4,5.\n\
         To mend: type a whole number; leave the cell blank if it is not counted yet.",
};

pub(super) const VOTES_DIFFER: Explanation = Explanation {
    code: "votes-differ",
    vi: "Nghĩa là: số phiếu của một cuộc bỏ phiếu được ghi ở hai nơi và khác nhau.\n\
         Vì sao: biên bản kiểm phiếu chỉ có một; chương trình không tự chọn.\n\
         Ví dụ: campaign.toml ghi 5 phiếu, trang “Kiểm phiếu” ghi 6.\n\
         Cách sửa: xem biên bản kiểm phiếu, sửa nơi ghi sai hoặc chỉ ghi ở một nơi.",
    en: "Meaning: votes of one ballot are counted in two places, and differ.\n\
         Why: there is one record of the count; the program does not choose.\n\
         Example: campaign.toml says 5 votes, sheet “Kiểm phiếu” 6.\n\
         To mend: look at the record, mend the wrong place, or count in one place only.",
};
