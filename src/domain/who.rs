//! Whoever can speak, own an action or hold a role: a person, an organisation, or whoever sits on a seat.

use super::id::{MemberId, OrganisationId, RoleId};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A link into the roster or the roles.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
pub enum Party {
    Member(MemberId),
    Organisation(OrganisationId),
    Role(RoleId),
}

/// A party as it was called when it was written down.
///
/// The label stays in the record when people are transferred; the link, where there is one, is what grouping and counting go by.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Who {
    pub label: String,
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub party: Option<Party>,
}

impl Who {
    pub fn new(label: impl Into<String>, party: Option<Party>) -> Self {
        Self { label: label.into(), party }
    }

    /// Do both mean the same: one party, however it was called, or one name that links to none?
    pub fn is_same_party(&self, other: &Self) -> bool {
        match (&self.party, &other.party) {
            (None, None) => self.label == other.label,
            (one, two) => one == two,
        }
    }
}
