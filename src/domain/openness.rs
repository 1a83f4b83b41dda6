//! Whether the public may listen to a meeting (公開・非公開の別), with the reason where it may not. Never decides it: the body's own rules do.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum Openness {
    /// Nothing was said about it.
    #[default]
    Unsaid,
    Public,
    /// Some items without the public, for this reason; empty where none was given.
    PartlyClosed(String),
    /// Without the public, for this reason; empty where none was given.
    Closed(String),
}

impl Openness {
    /// Every kind, without a reason.
    pub const ALL: [Self; 4] =
        [Self::Unsaid, Self::Public, Self::PartlyClosed(String::new()), Self::Closed(String::new())];

    /// Can nobody have listened?
    pub const fn is_closed(&self) -> bool {
        matches!(self, Self::Closed(_))
    }

    /// Why it is not public, or not wholly.
    pub fn reason(&self) -> &str {
        match self {
            Self::PartlyClosed(reason) | Self::Closed(reason) => reason,
            Self::Unsaid | Self::Public => "",
        }
    }

    /// The same with this reason, where one is asked for.
    #[must_use]
    pub fn because(self, reason: &str) -> Self {
        match self {
            Self::PartlyClosed(_) => Self::PartlyClosed(reason.to_owned()),
            Self::Closed(_) => Self::Closed(reason.to_owned()),
            said => said,
        }
    }

    /// Its place in [`Openness::ALL`].
    pub const fn place(&self) -> usize {
        match self {
            Self::Unsaid => 0,
            Self::Public => 1,
            Self::PartlyClosed(_) => 2,
            Self::Closed(_) => 3,
        }
    }
}
