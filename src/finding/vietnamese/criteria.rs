//! Words for faults of criteria, in Vietnamese.

use crate::finding::failure::CriteriaFault;
use crate::finding::lang::Words;
use crate::text::number::plain;

pub(super) fn fault(fault: &CriteriaFault) -> Words {
    match fault {
        CriteriaFault::SeveralWays => Words::new(
            "một tiêu chí chỉ có một cách tính điểm",
            "giữ một trong: target, done, count, findings, late, expression; xóa cách còn lại",
        ),
        CriteriaFault::GroupSum { group, max, sum } => Words::new(
            format!(
                "nhóm {group} ghi tối đa {} điểm, nhưng các tiêu chí của nhóm cộng lại là {} điểm",
                plain(*max),
                plain(*sum)
            ),
            "sửa max của nhóm hoặc của các tiêu chí cho khớp",
        ),
        CriteriaFault::ScaleSum { scale, sum } => Words::new(
            format!(
                "thang điểm là {}, nhưng các nhóm điểm chuẩn cộng lại là {} điểm",
                plain(*scale),
                plain(*sum)
            ),
            "sửa scale hoặc max của các nhóm cho khớp; điểm thưởng, điểm trừ không tính vào thang điểm",
        ),
        CriteriaFault::Steps => Words::new(
            "steps đi cùng curve = \"steps\", và phải có ít nhất một bậc",
            "thêm các bậc, ví dụ { from = \"80\", share = \"50\" }, hoặc đổi curve",
        ),
        CriteriaFault::StepsFall => Words::new(
            "bậc sau phải cao hơn bậc trước, cả mức đạt (from) lẫn phần điểm (share)",
            "xếp các bậc từ thấp đến cao",
        ),
        CriteriaFault::ShareAboveAll => Words::new(
            "phần điểm của một bậc không vượt quá 100 (%)",
            "ghi share từ 0 đến 100; muốn cho điểm vượt thì lập tiêu chí điểm thưởng",
        ),
        CriteriaFault::NotYesNo { code } => Words::new(
            format!("chỉ tiêu {code} không phải là chỉ tiêu có/không"),
            "dùng mã có kind = \"yes-no\", để done = \"\" cho người chấm, hoặc tính theo target",
        ),
        CriteriaFault::PenaltyByTarget => Words::new(
            "điểm trừ không tính được theo mức đạt chỉ tiêu",
            "dùng expression, ví dụ \"if TC12 < TC12_kh { 2 } else { 0 }\"",
        ),
    }
}
