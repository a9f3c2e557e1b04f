//! Whether criteria give what their groups promise, and groups what the scale promises.

use rust_decimal::Decimal;

use crate::assets::criteria::Resolver;
use crate::finding::failure::CriteriaFault;
use crate::model::criteria::Criteria;
use crate::model::criteria::CriterionKind;

impl Resolver<'_> {
    /// Groups of bonus and penalty have a cap instead of a sum: their criteria may give more.
    pub(super) fn sums(&mut self, criteria: &Criteria) {
        let merit = |kind| kind == CriterionKind::Merit;
        for (index, group) in criteria.groups.iter().enumerate() {
            let sum: Decimal = criteria.of_group(index).map(|id| criteria[id].max).sum();
            if merit(group.kind) && sum != group.max {
                let fault =
                    CriteriaFault::GroupSum { group: group.code.clone(), max: group.max, sum };
                self.wrong(&format!("/groups/{index}/max"), fault);
            }
        }
        let groups = criteria.groups.iter().filter(|it| merit(it.kind));
        let sum: Decimal = groups.map(|it| it.max).sum();
        if sum != criteria.scale {
            self.wrong("/scale", CriteriaFault::ScaleSum { scale: criteria.scale, sum });
        }
    }
}
