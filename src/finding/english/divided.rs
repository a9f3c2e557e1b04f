//! Words for builds divided among machines in English.

use crate::finding::failure::PlanDifference;
use crate::finding::lang::Words;
use crate::finding::phrase::quoted;

/// Papers of shards are not there.
pub(super) fn missing(shards: &[(usize, usize)]) -> Words {
    Words::new(
        format!("cannot be merged yet: papers are missing of {}", listed(shards)),
        "run these shards again (thidua build --plan … --shard …), then merge again; what is done is kept",
    )
}

/// A plan has no such shard.
pub(super) fn no_shard(shard: usize, shards: usize) -> Words {
    Words::new(
        format!("the plan has {shards} shards, there is no shard {shard}"),
        format!("name a shard from 1 to {shards}"),
    )
}

/// Shards with how many papers of each are missing.
fn listed(shards: &[(usize, usize)]) -> String {
    let one = |(shard, papers): &(usize, usize)| format!("shard {shard} ({papers} papers)");
    shards.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// What was planned is not what lies here.
pub(super) fn plan_differs(difference: &PlanDifference) -> Words {
    let what = match difference {
        PlanDifference::Input(file) => {
            format!("{} is not what it was when the run was planned", quoted(file))
        }
        PlanDifference::NewInput(file) => {
            format!("{} was not there when the run was planned", quoted(file))
        }
        PlanDifference::Tools => {
            "the program, the layouts or the fonts of this machine are not those of the plan"
                .to_owned()
        }
    };
    let way = match difference {
        PlanDifference::Tools => {
            "use the same program on every machine, and plan with --fonts embedded"
        }
        PlanDifference::Input(_) | PlanDifference::NewInput(_) => {
            "copy the folder of the campaign again, or plan again with thidua plan"
        }
    };
    Words::new(what, way)
}
