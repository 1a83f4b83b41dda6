//! Seats of the council and who sits on them: chair, vice-chair, secretariat, signatories and the council's own.

use super::{id::RoleId, is_default, list::Record, roster::Term, who::Party};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a seat is, in roster order. The title on the seat says how the council calls it.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
pub enum Office {
    /// 会長・座長
    Chair,
    /// 副会長
    ViceChair,
    /// 部会長, 幹事 and whatever else the council has
    Other,
    /// 議事録署名人
    Signatory,
    /// 委員; members without a seat rank here
    #[default]
    Member,
    /// 事務局
    Secretariat,
    /// オブザーバー
    Observer,
}

impl Office {
    pub const ALL: [Self; 7] = [
        Self::Chair,
        Self::ViceChair,
        Self::Other,
        Self::Signatory,
        Self::Member,
        Self::Secretariat,
        Self::Observer,
    ];
}

/// One seat, vacant when nobody holds it. Two vice-chairs are two seats.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Role {
    pub id: RoleId,
    pub title: String,
    #[serde(default)]
    pub office: Office,
    /// A person or an organisation, never another seat.
    #[serde(default, skip_serializing_if = "is_default")]
    pub holder: Option<Party>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub term: Term,
}

impl Record for Role {
    type Id = RoleId;
    fn id(&self) -> &RoleId {
        &self.id
    }
}
