//! Stable ids of records, and where new ones come from. Never random by itself: the seed is given at the edge.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }
        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text)
            }
        }
    )*};
}

ids! {
    OrganisationId,
    MemberId,
    /// A seat: one office as held by one party.
    RoleId,
    ActionId,
    IndicatorId,
    AssessmentId,
    /// A row of the plan-and-evaluation sheet.
    RowId,
    /// The same in the council that raised an issue and in the one it was raised to.
    EscalationId,
    /// `fy2026-3`: fiscal year and number as first given; it stays when the meeting moves.
    MeetingId,
    ItemId,
    LineId,
    TurnId,
    WaitingId,
}

/// Draws ids: eight letters and digits without look-alikes (Crockford's base 32, 40 bits).
///
/// The same seed gives the same ids, which is what makes every screen and save repeatable in a test.
#[derive(Clone, Debug)]
pub struct Mint {
    state: u64,
}

const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

impl Mint {
    pub const fn seeded(seed: u64) -> Self {
        Self { state: seed }
    }

    /// A fresh id of whichever kind is wanted.
    pub fn id<T: From<String>>(&mut self) -> T {
        let mut bits = self.next();
        let text: String = (0..8)
            .map(|_| {
                let letter = LETTERS[(bits & 31) as usize];
                bits >>= 5;
                char::from(letter)
            })
            .collect();
        T::from(text)
    }

    /// SplitMix64 (Steele, Lea and Flood 2014): every seed gives a full-period sequence without repeats.
    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn ids_differ_and_repeat_with_the_seed() {
        let drawn = |seed| {
            let mut mint = Mint::seeded(seed);
            (0..10_000).map(|_| mint.id::<LineId>()).collect::<Vec<_>>()
        };
        assert_eq!(drawn(7), drawn(7));
        assert_eq!(drawn(7).into_iter().collect::<BTreeSet<_>>().len(), 10_000);
    }
}
