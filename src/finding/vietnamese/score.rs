//! Words for findings about points, votes and awards, in Vietnamese.

use crate::finding::fact::score::CountFault;
use crate::finding::fact::score::NotCounted;
use crate::finding::fact::score::ScoreFact;
use crate::finding::fact::score::VotedOn;
use crate::finding::lang::Words;
use crate::finding::phrase::few;
use crate::finding::phrase::quoted;
use crate::model::meeting::Ground;
use crate::model::scoreboard::Obstacle;
use crate::text::list;
use crate::text::number::plain;

pub(super) fn fact(fact: &ScoreFact) -> Words {
    match fact {
        ScoreFact::PanelMissing { units } => Words::new(
            format!("chưa có điểm thẩm định của {} đơn vị: {}", units.len(), few(units)),
            "làm phiếu thẩm định bằng lệnh thidua forms <thư mục> --panel, ghi điểm rồi đặt vào thư mục panel của kỳ",
        ),
        ScoreFact::PointsOpen { unit, criteria, .. } => Words::new(
            format!(
                "điểm của {unit}: {} tiêu chí chưa có điểm thẩm định dùng được: {}",
                criteria.len(),
                few(criteria)
            ),
            "ghi điểm thẩm định của các tiêu chí này; tiêu chí không có điểm thì ghi 0",
        ),
        ScoreFact::NotCounted { unit, criteria, .. } => Words::new(
            format!("điểm của {unit}: chưa tính được từ số liệu: {}", each(criteria)),
            "thiếu số liệu thì chương trình không tính thay; người thẩm định tự cho điểm",
        ),
        ScoreFact::BallotCounts { ballot, fault } => Words::new(
            format!("{}: {}", about(ballot), counts(fault)),
            "xem lại biên bản kiểm phiếu, sửa số ở mục [[ballots]] hoặc trong tệp của tổ kiểm phiếu",
        ),
        ScoreFact::BallotNotQuorate { ballot, voters, returned, quorum } => Words::new(
            format!(
                "{}: mới có {returned}/{voters} phiếu thu về, chưa đủ {}% số đơn vị có quyền bỏ phiếu",
                about(ballot),
                plain(*quorum)
            ),
            "kết quả chưa có giá trị: bỏ phiếu lại, hoặc sửa số phiếu nếu ghi nhầm",
        ),
        ScoreFact::VotesForBarred { ballot, unit, votes } => Words::new(
            format!("{}: {unit} có {votes} phiếu nhưng thuộc diện không xét", about(ballot)),
            "bỏ đơn vị này khỏi danh sách bầu, hoặc sửa mục [[scoring.barred]] nếu đơn vị được xét",
        ),
        ScoreFact::ElectionDiffers { ballot, elected, named } => Words::new(
            format!("{}: {elected} trúng cử, nhưng mục [pledge] ghi {named}", about(ballot)),
            "sửa head hoặc deputy ở mục [pledge] theo kết quả bầu, hoặc sửa số phiếu",
        ),
        ScoreFact::BallotNotHeld { award, ballot } => Words::new(
            format!("khen thưởng {}: chờ kết quả bỏ phiếu {}", quoted(award), quoted(ballot)),
            "bỏ phiếu xong thì ghi số phiếu ở mục [[ballots]] hoặc trong tệp của tổ kiểm phiếu",
        ),
        ScoreFact::AwardTie { award, units, left } => Words::new(
            format!(
                "khen thưởng {}: {} bằng điểm, cùng thứ hạng, nhưng chỉ còn {left} suất",
                quoted(award),
                list::enumerate(units)
            ),
            "hội nghị chọn rồi ghi mã đơn vị vào units của khen thưởng này; hoặc thêm cách phân định vào ties của bảng tiêu chí",
        ),
        ScoreFact::AwardNotFilled { award, quota, proposed } => Words::new(
            format!(
                "khen thưởng {}: được đề nghị {quota}, mới có {proposed} đơn vị đủ điều kiện",
                quoted(award)
            ),
            "đúng như vậy thì để nguyên; xem lại điểm tối thiểu, số phiếu và các đơn vị không xét",
        ),
        ScoreFact::AwardOverQuota { award, quota, named } => Words::new(
            format!(
                "khen thưởng {}: ghi {named} đơn vị, nhưng chỉ được đề nghị {quota}",
                quoted(award)
            ),
            "bớt đơn vị ở units, hoặc sửa quota nếu chỉ tiêu khen thưởng năm nay khác",
        ),
        ScoreFact::AwardAgainstRules { award, unit, because } => Words::new(
            format!(
                "khen thưởng {}: ghi {unit}, nhưng đơn vị này {}",
                quoted(award),
                obstacle(because)
            ),
            "bỏ đơn vị này khỏi units, hoặc sửa căn cứ nếu ghi nhầm",
        ),
        ScoreFact::AwardPassesOver { award, units } => Words::new(
            format!(
                "khen thưởng {}: không ghi {}, dù xếp hạng cao hơn đơn vị được ghi và đủ điều kiện",
                quoted(award),
                list::enumerate(units)
            ),
            "xem lại units; đúng là hội nghị quyết định như vậy thì nêu lý do trong biên bản",
        ),
    }
}

/// Why a unit is not proposed.
pub(in crate::finding) fn obstacle(because: &Obstacle) -> &'static str {
    match because {
        Obstacle::Barred => "thuộc diện không xét",
        Obstacle::TooFewPoints => "chưa đủ điểm tối thiểu",
        Obstacle::NotCarried => "chưa đủ số phiếu",
        Obstacle::Tie => "bằng điểm với đơn vị khác mà không đủ suất",
    }
}

/// Why a unit is not considered.
pub(in crate::finding) fn ground(ground: Ground) -> &'static str {
    match ground {
        Ground::DisciplinePending => {
            "đang trong thời gian xem xét kỷ luật hoặc thanh tra, điều tra"
        }
        Ground::Dissolved => "đã kết thúc hoạt động do sắp xếp tổ chức",
        Ground::NotRegistered => "không đăng ký thi đua",
        Ground::NoPledge => "không ký giao ước thi đua",
        Ground::Late => "không gửi số liệu, báo cáo đúng thời hạn",
        Ground::Absent => "không tham gia hoạt động chung",
        Ground::Other => "lý do khác",
    }
}

fn each(criteria: &[NotCounted]) -> String {
    let one = |it: &NotCounted| match it.missing.as_slice() {
        [] => format!("{} (phép tính không thực hiện được)", it.criterion),
        missing => format!("{} (thiếu {})", it.criterion, few(missing)),
    };
    criteria.iter().map(one).collect::<Vec<_>>().join(", ")
}

fn about(ballot: &VotedOn) -> String {
    format!("bỏ phiếu {}", quoted(&ballot.title))
}

fn counts(fault: &CountFault) -> String {
    match fault {
        CountFault::VotersAboveUnits { voters, units } => {
            format!("{voters} đơn vị có quyền bỏ phiếu, nhưng kỳ này chỉ có {units} đơn vị")
        }
        CountFault::IssuedAboveVoters { issued, voters } => {
            format!("phát ra {issued} phiếu cho {voters} đơn vị có quyền bỏ phiếu")
        }
        CountFault::ReturnedAboveIssued { returned, issued } => {
            format!("thu về {returned} phiếu, nhiều hơn {issued} phiếu phát ra")
        }
        CountFault::InvalidAboveReturned { invalid, returned } => {
            format!("{invalid} phiếu không hợp lệ, nhiều hơn {returned} phiếu thu về")
        }
        CountFault::VotesAboveValid { unit, votes, valid } => {
            format!("{unit} có {votes} phiếu, nhiều hơn {valid} phiếu hợp lệ")
        }
        CountFault::OwnVote { unit, votes, voters } => format!(
            "{unit} có {votes}/{voters} phiếu, tức là có cả phiếu của chính mình, dù quy định không tự bỏ phiếu cho mình"
        ),
        CountFault::VotesTogether { votes, valid } => {
            format!(
                "bầu một đơn vị mà các ứng viên cộng lại {votes} phiếu, nhiều hơn {valid} phiếu hợp lệ"
            )
        }
    }
}
