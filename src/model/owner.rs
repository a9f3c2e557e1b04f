//! Whose a figure or a paper is.

use crate::model::id::GroupId;
use crate::model::id::UnitId;

/// Whose a figure or a paper is. The cluster comes first, then its blocks, then its members.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Owner {
    /// The whole cluster's.
    #[default]
    Cluster,
    /// One block's: a figure over its members, a paper that holds nothing of another block's.
    Group(GroupId),
    /// One unit's; its papers hold nothing of another unit's.
    Unit(UnitId),
}

impl Owner {
    /// The unit, if it is one's.
    #[must_use]
    pub fn unit(self) -> Option<UnitId> {
        match self {
            Self::Cluster | Self::Group(_) => None,
            Self::Unit(unit) => Some(unit),
        }
    }

    /// The block, if it is one's.
    #[must_use]
    pub fn group(self) -> Option<GroupId> {
        match self {
            Self::Cluster | Self::Unit(_) => None,
            Self::Group(group) => Some(group),
        }
    }
}
