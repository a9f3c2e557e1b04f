//! Words for builds divided among machines in Vietnamese.

use crate::finding::failure::PlanDifference;
use crate::finding::lang::Words;
use crate::finding::phrase::quoted;

/// Papers of shards are not there.
pub(super) fn missing(shards: &[(usize, usize)]) -> Words {
    Words::new(
        format!("chưa ghép được vì còn thiếu văn bản của {}", listed(shards)),
        "chạy lại các mảnh đó (thidua build --plan … --shard …) rồi ghép lại; phần đã làm được giữ nguyên",
    )
}

/// A plan has no such shard.
pub(super) fn no_shard(shard: usize, shards: usize) -> Words {
    Words::new(
        format!("kế hoạch có {shards} mảnh, không có mảnh {shard}"),
        format!("ghi một mảnh từ 1 đến {shards}"),
    )
}

/// Shards with how many papers of each are missing.
fn listed(shards: &[(usize, usize)]) -> String {
    let one = |(shard, papers): &(usize, usize)| format!("mảnh {shard} ({papers} văn bản)");
    shards.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// What was planned is not what lies here.
pub(super) fn plan_differs(difference: &PlanDifference) -> Words {
    let what = match difference {
        PlanDifference::Input(file) => format!("{} khác với lúc lập kế hoạch", quoted(file)),
        PlanDifference::NewInput(file) => format!("{} chưa có lúc lập kế hoạch", quoted(file)),
        PlanDifference::Tools => {
            "chương trình, mẫu hoặc phông chữ ở máy này khác với lúc lập kế hoạch".to_owned()
        }
    };
    let way = match difference {
        PlanDifference::Tools => {
            "dùng cùng một bản chương trình ở mọi máy, và lập kế hoạch với --fonts embedded"
        }
        PlanDifference::Input(_) | PlanDifference::NewInput(_) => {
            "chép lại thư mục của kỳ cho giống nhau, hoặc lập lại kế hoạch bằng thidua plan"
        }
    };
    Words::new(what, way)
}
