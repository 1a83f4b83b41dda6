//! The speaker queue (挙手): who asked for the floor in a meeting, and what about. Never decides whose turn it is.

use super::{bounds::bounded, id::WaitingId, is_default, list::Record, who::Who};
use chrono::NaiveDateTime;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Somebody who wants to speak. The list is in the order in which hands went up.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Waiting {
    pub id: WaitingId,
    pub who: Who,
    /// What about; empty where nothing was said.
    #[serde(default, skip_serializing_if = "is_default")]
    pub note: String,
    /// When the hand went up.
    #[serde(deserialize_with = "bounded")]
    pub at: NaiveDateTime,
}

impl Record for Waiting {
    type Id = WaitingId;
    fn id(&self) -> &WaitingId {
        &self.id
    }
}
