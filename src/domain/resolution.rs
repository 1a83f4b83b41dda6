//! How a decision was taken, and whether the votes given carry it by the council's own rule. Counts what was written down; never guesses
//! a vote nobody noted.

use super::{
    attendance::Headcount, bounds::bounded, council::Council, is_default, meeting::Meeting, who::Who,
};
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The way a decision came about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub enum How {
    /// Nobody noted it.
    #[default]
    Unstated,
    /// 全会一致
    Unanimous,
    /// 異議なし
    NoObjection,
    /// 賛成多数
    Majority,
    /// 採決: the votes were counted.
    Counted,
    /// 持ち回り・書面: in writing, without a meeting of the members.
    Written,
    /// 会長一任
    LeftToChair,
}

impl How {
    pub const ALL: [Self; 7] = [
        Self::Unstated,
        Self::Unanimous,
        Self::NoObjection,
        Self::Majority,
        Self::Counted,
        Self::Written,
        Self::LeftToChair,
    ];
}

/// The votes as they were counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Votes {
    #[serde(default)]
    pub yes: u32,
    #[serde(default)]
    pub no: u32,
    #[serde(default)]
    pub abstained: u32,
}

impl Votes {
    /// Everybody who was counted.
    pub const fn cast(self) -> u32 {
        self.yes.saturating_add(self.no).saturating_add(self.abstained)
    }
}

/// The chair's vote when the others are equal (可否同数).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub enum Casting {
    Yes,
    No,
}

/// What is known of how one decision was taken.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Resolution {
    #[serde(default, skip_serializing_if = "is_default")]
    pub how: How,
    #[serde(default, skip_serializing_if = "is_default")]
    pub votes: Option<Votes>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub casting: Option<Casting>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub dissented: Vec<Who>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub abstained: Vec<Who>,
    /// Left the vote because their own interest was at stake (利益相反・除斥); they count neither as voters nor as present.
    #[serde(default, skip_serializing_if = "is_default")]
    pub withdrew: Vec<Who>,
    /// The day it is to be looked at again.
    #[serde(default, skip_serializing_if = "is_default", deserialize_with = "bounded")]
    pub review: Option<NaiveDate>,
}

impl Resolution {
    /// Everybody it names.
    pub fn named(&self) -> impl Iterator<Item = &Who> {
        self.dissented.iter().chain(&self.abstained).chain(&self.withdrew)
    }
}

/// What a decision needs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum Majority {
    /// 出席者の過半数
    #[default]
    OfPresent,
    /// 委員総数の過半数
    OfMembers,
    /// 出席者の3分の2以上
    TwoThirdsOfPresent,
}

impl Majority {
    pub const ALL: [Self; 3] = [Self::OfPresent, Self::OfMembers, Self::TwoThirdsOfPresent];
}

/// The council's own rule of voting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct VotingRule {
    pub majority: Majority,
    /// Does the chair decide when as many are for as against?
    pub tie_to_chair: bool,
}

impl Default for VotingRule {
    fn default() -> Self {
        Self { majority: Majority::OfPresent, tie_to_chair: true }
    }
}

/// Who could vote on one decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Voters {
    /// Present with a vote, without those who withdrew.
    pub present: u32,
    /// All members with a vote, without those who withdrew.
    pub members: u32,
    pub quorate: bool,
}

/// What the votes come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Carried,
    Lost,
    /// As many for as against, and the chair decided.
    ByChair {
        carried: bool,
    },
    /// As many for as against, and no vote of the chair was noted, or the rule gives the chair none.
    Tie,
    /// More votes than voters: one of the two figures is wrong.
    TooMany {
        cast: u32,
        voters: u32,
    },
    /// The meeting could not decide.
    NoQuorum,
}

impl Outcome {
    pub const fn carries(self) -> bool {
        matches!(self, Self::Carried | Self::ByChair { carried: true })
    }
}

impl VotingRule {
    /// What the votes come to. A tie is not the chair's where no single vote could carry it.
    pub const fn outcome(self, votes: Votes, casting: Option<Casting>, voters: Voters) -> Outcome {
        if votes.cast() > voters.present {
            return Outcome::TooMany { cast: votes.cast(), voters: voters.present };
        }
        if !voters.quorate {
            return Outcome::NoQuorum;
        }
        let (yes, present, members) = (votes.yes as u64, voters.present as u64, voters.members as u64);
        let carried = match self.majority {
            Majority::OfPresent => yes * 2 > present,
            Majority::OfMembers => yes * 2 > members,
            Majority::TwoThirdsOfPresent => yes > 0 && yes * 3 >= present * 2,
        };
        let open = match self.majority {
            Majority::OfPresent => true,
            Majority::OfMembers => (yes + 1) * 2 > members,
            Majority::TwoThirdsOfPresent => false,
        };
        let tied = open && votes.yes > 0 && votes.yes == votes.no;
        match (carried, tied, casting) {
            (true, ..) => Outcome::Carried,
            (false, false, _) => Outcome::Lost,
            (false, true, Some(casting)) if self.tie_to_chair => {
                Outcome::ByChair { carried: matches!(casting, Casting::Yes) }
            }
            (false, true, _) => Outcome::Tie,
        }
    }
}

impl Council {
    /// Who could vote on a decision of this meeting. One taken in writing asks every member, and wants no quorum.
    pub fn voters(&self, meeting: &Meeting, resolution: &Resolution) -> Voters {
        let count = self.headcount(meeting);
        let withdrew = u32::try_from(resolution.withdrew.len()).unwrap_or(u32::MAX);
        let Headcount { present, members, .. } = count;
        let (present, quorate) = match resolution.how {
            How::Written => (members, true),
            _ => (present, count.is_quorate()),
        };
        Voters {
            present: present.saturating_sub(withdrew),
            members: members.saturating_sub(withdrew),
            quorate,
        }
    }

    /// What the votes of a decision come to by the rule of this council; `None` where none were counted.
    pub fn outcome(&self, meeting: &Meeting, resolution: &Resolution) -> Option<Outcome> {
        let voters = self.voters(meeting, resolution);
        resolution.votes.map(|votes| self.head.voting.outcome(votes, resolution.casting, voters))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn votes(yes: u32, no: u32, abstained: u32) -> Votes {
        Votes { yes, no, abstained }
    }

    const fn voters(present: u32, members: u32) -> Voters {
        Voters { present, members, quorate: true }
    }

    const fn rule(majority: Majority) -> VotingRule {
        VotingRule { majority, tie_to_chair: true }
    }

    #[test]
    fn a_majority_is_more_than_half_of_those_it_is_counted_by() {
        use Majority::{OfMembers, OfPresent, TwoThirdsOfPresent};
        use Outcome::{Carried, Lost};
        for (majority, given, outcome) in [
            (OfPresent, votes(5, 4, 0), Carried),
            (OfPresent, votes(5, 0, 4), Carried),
            (OfPresent, votes(4, 3, 2), Lost),
            (OfPresent, votes(4, 5, 0), Lost),
            (OfPresent, votes(0, 0, 9), Lost),
            (OfMembers, votes(6, 3, 0), Lost),
            (OfMembers, votes(7, 2, 0), Carried),
            (TwoThirdsOfPresent, votes(6, 3, 0), Carried),
            (TwoThirdsOfPresent, votes(5, 4, 0), Lost),
            (TwoThirdsOfPresent, votes(4, 4, 1), Lost),
        ] {
            assert_eq!(rule(majority).outcome(given, None, voters(9, 12)), outcome, "{majority:?} {given:?}");
        }
    }

    #[test]
    fn a_tie_goes_to_the_chair_where_the_rule_says_so() {
        let tie = |rule: VotingRule, casting| rule.outcome(votes(4, 4, 0), casting, voters(9, 12));
        let chair = rule(Majority::OfPresent);
        assert_eq!(tie(chair, None), Outcome::Tie);
        assert_eq!(tie(chair, Some(Casting::Yes)), Outcome::ByChair { carried: true });
        assert_eq!(tie(chair, Some(Casting::No)), Outcome::ByChair { carried: false });
        let by_members = rule(Majority::OfMembers);
        assert_eq!(tie(by_members, Some(Casting::Yes)), Outcome::Lost);
        let halves = by_members.outcome(votes(6, 6, 0), Some(Casting::Yes), voters(12, 12));
        assert_eq!(halves, Outcome::ByChair { carried: true });
        let alone = VotingRule { tie_to_chair: false, ..chair };
        assert_eq!(tie(alone, Some(Casting::Yes)), Outcome::Tie);
        assert_eq!(tie(rule(Majority::TwoThirdsOfPresent), Some(Casting::Yes)), Outcome::Lost);
    }

    #[test]
    fn figures_that_cannot_be_right_come_before_the_rule() {
        let of = |present, quorate| {
            let voters = Voters { present, members: 12, quorate };
            rule(Majority::OfPresent).outcome(votes(8, 1, 1), None, voters)
        };
        assert_eq!(of(9, true), Outcome::TooMany { cast: 10, voters: 9 });
        assert_eq!(of(9, false), Outcome::TooMany { cast: 10, voters: 9 });
        assert_eq!(of(10, false), Outcome::NoQuorum);
        assert!(of(10, true).carries());
        let huge = votes(u32::MAX, u32::MAX, u32::MAX);
        assert_eq!(huge.cast(), u32::MAX);
        assert_eq!(
            rule(Majority::OfPresent).outcome(huge, None, voters(u32::MAX, u32::MAX)),
            Outcome::Carried
        );
    }
}
