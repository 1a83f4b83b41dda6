//! What a council stands on so that it outlives those who began it: terms of reference, budget, plan, ordinance, and what is its own.
//! Never judges whether that is enough.

use super::{bounds::bounded, council::Council, edit::Edit, is_default};
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The kinds that every council can have, and those only this one knows.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub enum FootingKind {
    /// 要綱
    Terms,
    /// 予算
    Budget,
    /// 計画
    Plan,
    /// 条例
    Ordinance,
    /// The council's own, by its name.
    Own(String),
}

impl FootingKind {
    /// What is asked of every council, in the order of the list.
    pub const USUAL: [Self; 4] = [Self::Terms, Self::Budget, Self::Plan, Self::Ordinance];

    pub const fn is_own(&self) -> bool {
        matches!(self, Self::Own(_))
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub enum FootingState {
    /// ない
    #[default]
    Absent,
    /// 検討中
    Considered,
    /// ある
    InPlace,
}

impl FootingState {
    pub const ALL: [Self; 3] = [Self::Absent, Self::Considered, Self::InPlace];

    pub const fn key(self) -> &'static str {
        match self {
            Self::Absent => "absent",
            Self::Considered => "considered",
            Self::InPlace => "in-place",
        }
    }
}

/// One thing the council stands on, or does not yet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Footing {
    pub kind: FootingKind,
    #[serde(default)]
    pub state: FootingState,
    #[serde(default, skip_serializing_if = "is_default", deserialize_with = "bounded")]
    pub since: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub note: String,
}

impl Footing {
    pub const fn absent(kind: FootingKind) -> Self {
        Self { kind, state: FootingState::Absent, since: None, note: String::new() }
    }
}

impl Council {
    /// The four that every council can have, then its own. What nobody wrote about is absent.
    pub fn footings(&self) -> Vec<Footing> {
        let own = self.head.footings.iter().map(|it| &it.kind).filter(|kind| kind.is_own());
        let kinds = FootingKind::USUAL.iter().chain(own);
        kinds.map(|kind| self.footing(kind).unwrap_or_else(|| Footing::absent(kind.clone()))).collect()
    }

    fn footing(&self, kind: &FootingKind) -> Option<Footing> {
        self.head.footings.iter().find(|it| it.kind == *kind).cloned()
    }

    /// The edit that puts a footing in the place of the one of its kind, or at the end; nothing is kept of one that says nothing.
    pub(super) fn changing_footing(&self, footing: Footing) -> Option<Edit> {
        let says_nothing = !footing.kind.is_own() && footing == Footing::absent(footing.kind.clone());
        self.changing_head(|head| {
            let place = head.footings.iter().position(|it| it.kind == footing.kind);
            match place {
                Some(at) if says_nothing => drop(head.footings.remove(at)),
                Some(at) => head.footings[at] = footing,
                None if says_nothing => {}
                None => head.footings.push(footing),
            }
        })
    }
}
