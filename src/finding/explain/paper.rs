//! Explanations: finished papers.

use super::Explanation;

pub(super) const NUMBER_BY_HAND: Explanation = Explanation {
    code: "number-by-hand",
    vi: "Nghĩa là: một số gõ tay trong mẫu hoặc campaign.toml không bằng số liệu, chỉ tiêu hay số lượng\n\
         nào của kỳ.\n\
         Vì sao: số gõ tay không đổi theo số liệu; sửa một ô là văn bản nói hai con số khác nhau.\n\
         Ví dụ: ưu điểm ghi “kết nạp 850 đoàn viên” trong khi không dòng nào, tổng nào là 850.\n\
         Cách sửa: kiểm tra lại số; số có trong biểu thì để mẫu in ra, ví dụ {{so th.TC12}}. Năm, ngày,\n\
         số văn bản, điều khoản, số nhỏ hơn 10 và tên trong ngoặc kép không bị hỏi.",
    en: "Meaning: a number that somebody typed is no figure, level or count of the campaign.\n\
         Why: a typed number does not follow the figures; one mended cell makes two numbers.\n\
         Example: the strengths say “kết nạp 850 đoàn viên”, but no row and no total is 850.\n\
         To mend: check the number; what the form holds is better printed by the template, as {{so\n\
         th.TC12}}. Years, dates, numbers of papers, articles, counts below 10 and quoted names are not\n\
         asked about.",
};

pub(super) const TWO_FIGURES: Explanation = Explanation {
    code: "two-figures",
    vi: "Nghĩa là: một số gõ tay nói về một chỉ tiêu, nhưng số liệu toàn Cụm của chỉ tiêu đó là số khác.\n\
         Vì sao: báo cáo không được nói hai con số về cùng một việc.\n\
         Ví dụ: gõ “25.943 đoàn viên kết nạp mới”, trong khi TC12 toàn Cụm là 25.493.\n\
         Cách sửa: sửa số gõ tay, hoặc để mẫu in ra bằng {{so th.TC12}}.",
    en: "Meaning: a typed number speaks of an indicator whose figure for the whole cluster is another.\n\
         Why: a report must not tell two numbers of one thing.\n\
         Example: “25.943 đoàn viên kết nạp mới” was typed, but TC12 of the cluster is 25.493.\n\
         To mend: mend the typed number, or let the template print it by {{so th.TC12}}.",
};

pub(super) const HEDGE_LIES: Explanation = Explanation {
    code: "hedge-lies",
    vi: "Nghĩa là: “gần” đứng trước số không nhỏ hơn, “hơn”, “trên” đứng trước số không lớn hơn, hoặc số\n\
         đã chính xác.\n\
         Vì sao: “gần 9.692” tự mâu thuẫn: đã biết đến hàng đơn vị thì không còn là gần.\n\
         Ví dụ: mẫu viết “gần {{so th.TC12}}”, in ra “gần 25.493 đoàn viên”.\n\
         Cách sửa: bỏ chữ đó, hoặc dùng {{lam_tron th.TC12 buoc=1000}} để chương trình chọn chữ đúng.",
    en: "Meaning: “gần” stands before what is not less, “hơn” or “trên” before what is not more, or\n\
         before an exact number.\n\
         Why: “gần 9.692” contradicts itself: what is known to the last digit is not “nearly”.\n\
         Example: a template says “gần {{so th.TC12}}” and prints “gần 25.493 đoàn viên”.\n\
         To mend: leave the word out, or use {{lam_tron th.TC12 buoc=1000}}, which chooses the true one.",
};

pub(super) const DIFFERENCE_WRONG: Explanation = Explanation {
    code: "difference-wrong",
    vi: "Nghĩa là: mức tăng, giảm ghi trong câu không bằng hiệu của hai số đầu và cuối trong chính câu\n\
         đó.\n\
         Vì sao: ai cũng trừ lại được; một phép trừ sai làm mất lòng tin vào cả báo cáo.\n\
         Ví dụ: “từ 12.297.344 xuống còn 8.642.169, giảm 3.665.175”; đúng là 3.655.175.\n\
         Cách sửa: sửa mức chênh lệch hoặc sửa hai số; văn bản có lỗi này chưa được làm.",
    en: "Meaning: a rise or fall in a sentence is not what the two ends in the same sentence give.\n\
         Why: everybody can subtract; one wrong difference costs the trust in the whole report.\n\
         Example: “từ 12.297.344 xuống còn 8.642.169, giảm 3.665.175”; it is 3.655.175.\n\
         To mend: mend the difference or its ends; a paper with it is not made.",
};

pub(super) const OLD_YEAR: Explanation = Explanation {
    code: "old-year",
    vi: "Nghĩa là: một năm trước năm của kỳ này gõ trong mẫu hoặc campaign.toml mà câu không nói về thời\n\
         gian trước.\n\
         Vì sao: thư mục của kỳ mới thường chép từ kỳ cũ; năm cũ còn sót là lỗi hay gặp nhất.\n\
         Ví dụ: báo cáo năm 2024 có câu “Các đơn vị hoàn thành tốt nhiệm vụ năm 2023”.\n\
         Cách sửa: sửa năm; câu so sánh, giai đoạn, nhiệm kỳ, văn bản, ngày tháng không bị hỏi.",
    en: "Meaning: a year before the campaign's was typed in a template or in campaign.toml, and the\n\
         sentence is not about the past.\n\
         Why: a new campaign is mostly copied from the old one; a year left behind is the commonest slip.\n\
         Example: the report of 2024 says “Các đơn vị hoàn thành tốt nhiệm vụ năm 2023”.\n\
         To mend: mend the year; comparisons, periods, terms, regulations and dates are not asked about.",
};

pub(super) const OLD_THEME: Explanation = Explanation {
    code: "old-theme",
    vi: "Nghĩa là: văn bản của kỳ này in chủ đề thi đua của kỳ trước (predecessor).\n\
         Vì sao: chủ đề đổi mỗi năm; in chủ đề cũ là chép lại mà chưa sửa.\n\
         Ví dụ: report.theme của năm 2025 vẫn là chủ đề năm 2024.\n\
         Cách sửa: ghi chủ đề của năm nay ở campaign.toml, hoặc sửa câu còn sót.",
    en: "Meaning: a paper prints the theme of last year's campaign (predecessor).\n\
         Why: themes change every year; an old one was copied and not mended.\n\
         Example: report.theme of 2025 is still that of 2024.\n\
         To mend: write this year's theme in campaign.toml, or mend the sentence left behind.",
};

pub(super) const BASIS_NOT_IN_FORCE: Explanation = Explanation {
    code: "basis-not-in-force",
    vi: "Nghĩa là: văn bản lấy làm căn cứ một quy định đã hết hoặc chưa có hiệu lực vào ngày của văn bản.\n\
         Vì sao: căn cứ hết hiệu lực làm cả văn bản bị trả lại.\n\
         Ví dụ: báo cáo tháng 12/2024 căn cứ Quyết định số 1689/QĐ-TLĐ, đã được thay từ ngày 29/5/2024.\n\
         Cách sửa: thay bằng văn bản đang có hiệu lực; thời gian hiệu lực khai trong templates/legal/can-\n\
         cu.toml. Văn bản có lỗi này chưa được làm.",
    en: "Meaning: the paper rests on a regulation that was no longer, or not yet, in force on its day.\n\
         Why: a paper with a dead basis is sent back as a whole.\n\
         Example: a report of December 2024 rests on 1689/QĐ-TLĐ, which was replaced on 29/5/2024.\n\
         To mend: cite what is in force; templates/legal/can-cu.toml holds from when to when. A paper\n\
         with it is not made.",
};

pub(super) const REGULATION_NOT_IN_FORCE: Explanation = Explanation {
    code: "regulation-not-in-force",
    vi: "Nghĩa là: văn bản nêu một quy định đã hết hoặc chưa có hiệu lực vào ngày của văn bản, không phải\n\
         làm căn cứ.\n\
         Vì sao: có thể chỉ là nhắc lại việc cũ, nhưng thường là chữ còn sót.\n\
         Ví dụ: “khen thưởng của Quyết định số 1689/QĐ-TLĐ” trong báo cáo năm 2024.\n\
         Cách sửa: thay bằng văn bản đang có hiệu lực, hoặc ghi rõ là văn bản trước đây.",
    en: "Meaning: the paper names, though not as its basis, a regulation that was no longer, or not yet,\n\
         in force on its day.\n\
         Why: it may tell of the past, but mostly it was left behind.\n\
         Example: “khen thưởng của Quyết định số 1689/QĐ-TLĐ” in a report of 2024.\n\
         To mend: cite what is in force, or say that it is one of the past (“trước đây”).",
};

pub(super) const PROVINCE_NOT_IN_FORCE: Explanation = Explanation {
    code: "province-not-in-force",
    vi: "Nghĩa là: văn bản gọi như đang tồn tại một tỉnh đã hợp nhất vào tỉnh khác trước ngày của văn\n\
         bản.\n\
         Vì sao: gọi tên tỉnh cũ trước hội nghị là lỗi ai cũng thấy.\n\
         Ví dụ: báo cáo tháng 01/2026 ghi “Liên đoàn Lao động tỉnh Bắc Kạn”.\n\
         Cách sửa: ghi tên tỉnh hiện nay; câu nói về sáp nhập, có năm trước đó hoặc chữ “cũ” không bị\n\
         hỏi.",
    en: "Meaning: the paper names as a body of today a province that went on in another one before its\n\
         day.\n\
         Why: everybody at the conference sees the name of a province that is no longer.\n\
         Example: a report of January 2026 says “Liên đoàn Lao động tỉnh Bắc Kạn”.\n\
         To mend: name today's province; sentences about the merger, with an earlier year or “cũ”, are\n\
         not asked about.",
};

pub(super) const MIXED_SPELLING: Explanation = Explanation {
    code: "mixed-spelling",
    vi: "Nghĩa là: một từ hoặc một tên tỉnh viết hai cách trong cùng một văn bản.\n\
         Vì sao: cả hai cách có thể đúng, nhưng đứng cạnh nhau thì trông cẩu thả.\n\
         Ví dụ: “tỷ lệ” và “tỉ lệ”, “thỏa ước” và “thoả ước”, “Đắk Lắk” và “Đăk Lăk”.\n\
         Cách sửa: dùng một cách viết trong cả văn bản.",
    en: "Meaning: a word or the name of a province is spelt in two ways in one paper.\n\
         Why: both may be right, but beside each other they look careless.\n\
         Example: “tỷ lệ” and “tỉ lệ”, “thỏa ước” and “thoả ước”, “Đắk Lắk” and “Đăk Lăk”.\n\
         To mend: use one spelling throughout the paper.",
};

pub(super) const ISSUED_PAPER_WOULD_CHANGE: Explanation = Explanation {
    code: "issued-paper-would-change",
    vi: "Nghĩa là: văn bản khai ở [[issued]] đã ban hành, nhưng làm lại bây giờ sẽ in số hoặc lời khác.\n\
         Vì sao: văn bản đã ban hành không được lặng lẽ làm lại (Nghị định 30/2020/NĐ-CP, Điều 18 khoản\n\
         3).\n\
         Ví dụ: sau khi Báo cáo số 05/BC-LĐLĐ ban hành, Cao Bằng gửi lại tệp số liệu.\n\
         Cách sửa: sai nội dung: ghi remedy = \"replace\" để làm văn bản thay thế; chỉ sai sót khi in: ghi\n\
         remedy = \"correct\" để làm công văn đính chính. Tệp đã ban hành không bao giờ bị ghi đè.",
    en: "Meaning: a paper of [[issued]] went out, but made today it would print other figures or words.\n\
         Why: an issued paper is never silently made again (Nghị định 30/2020/NĐ-CP, Điều 18 khoản 3).\n\
         Example: after report 05/BC-LĐLĐ was issued, Cao Bằng sends its workbook again.\n\
         To mend: an error of content: remedy = \"replace\" makes a paper that replaces it; an error of\n\
         print: remedy = \"correct\" makes a letter of correction. The issued file is never overwritten.",
};

pub(super) const LOOK_BEYOND_LAW: Explanation = Explanation {
    code: "look-beyond-law",
    vi: "Nghĩa là: mẫu thể thức (tệp .toml trong templates/layouts) ghi một lề, cỡ chữ hoặc khoảng cách\n\
         ngoài mức mà Nghị định 30/2020/NĐ-CP, Phụ lục I cho phép.\n\
         Vì sao: văn bản sai thể thức có thể bị văn thư trả lại.\n\
         Ví dụ: lề phải right = 25, trong khi Nghị định quy định 15 đến 20 mm.\n\
         Cách sửa: sửa cho đúng mức; cơ quan có quy định riêng thì để nguyên, văn bản vẫn được làm.",
    en: "Meaning: a profile of looks (a .toml file in templates/layouts) holds a margin, size or space\n\
         that Nghị định 30/2020/NĐ-CP, Phụ lục I does not allow.\n\
         Why: a paper that breaks the rules of form may be sent back by the registry.\n\
         Example: the right margin is 25, where the decree says 15 to 20 mm.\n\
         To mend: keep to the law; with a rule of the office's own leave it, papers are made all the same.",
};
