//! Who is in the room, and whether that is enough: attendance and the quorum by the council's own rule.

use super::{
    council::Council,
    id::MemberId,
    is_default,
    list::Record,
    meeting::{Meeting, MeetingState},
    who::Who,
};
use chrono::NaiveTime;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum Mode {
    #[default]
    Expected,
    Present,
    Online,
    /// Somebody else came for the member.
    Proxy(Who),
    Excused,
    Absent,
}

impl Mode {
    /// In the room or on the line, in person or by proxy.
    pub const fn is_attending(&self) -> bool {
        matches!(self, Self::Present | Self::Online | Self::Proxy(_))
    }
}

/// One member at one meeting. A member without a record is expected.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Attendance {
    pub member: MemberId,
    pub mode: Mode,
    #[serde(default, skip_serializing_if = "is_default")]
    pub from: Option<NaiveTime>,
    /// Left at this time; gone people no longer count.
    #[serde(default, skip_serializing_if = "is_default")]
    pub to: Option<NaiveTime>,
}

impl Record for Attendance {
    type Id = MemberId;
    fn id(&self) -> &MemberId {
        &self.member
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum QuorumMeasure {
    /// The body has no quorum.
    None,
    /// 過半数
    #[default]
    MoreThanHalf,
    /// 半数以上
    AtLeastHalf,
    /// 3分の2以上
    TwoThirds,
    /// A fixed number of members.
    Count(u32),
}

/// The council's own rule of quorum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QuorumRule {
    pub measure: QuorumMeasure,
    /// Do proxies count?
    pub proxies: bool,
    /// Does taking part online count?
    pub online: bool,
}

impl Default for QuorumRule {
    fn default() -> Self {
        Self { measure: QuorumMeasure::MoreThanHalf, proxies: true, online: true }
    }
}

impl QuorumRule {
    /// How many of `members` are needed; `None` when the body has no quorum.
    pub fn needed(self, members: u32) -> Option<u32> {
        match self.measure {
            QuorumMeasure::None => None,
            QuorumMeasure::MoreThanHalf => Some(members / 2 + 1),
            QuorumMeasure::AtLeastHalf => Some(members.div_ceil(2)),
            QuorumMeasure::TwoThirds => Some((members * 2).div_ceil(3)),
            QuorumMeasure::Count(number) => Some(number),
        }
    }

    const fn counts(self, mode: &Mode) -> bool {
        match mode {
            Mode::Present => true,
            Mode::Online => self.online,
            Mode::Proxy(_) => self.proxies,
            Mode::Expected | Mode::Excused | Mode::Absent => false,
        }
    }
}

/// The figures behind 「出席9/12 定足数7 成立」.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Headcount {
    /// Members attending now, as far as the rule counts them.
    pub present: u32,
    /// Members with a vote on the day.
    pub members: u32,
    pub needed: Option<u32>,
    /// Members attending whom the rule does not count: online or by proxy.
    pub uncounted: u32,
}

impl Headcount {
    /// Is the meeting able to decide? Always, where the body has no quorum.
    pub fn is_quorate(self) -> bool {
        self.needed.is_none_or(|needed| self.members > 0 && self.present >= needed)
    }
}

impl Council {
    /// How a member stands at a meeting; expected unless something else was noted.
    pub fn attendance(&self, meeting: &Meeting, member: &MemberId) -> Attendance {
        self.body(&meeting.id).and_then(|body| body.attendance.get(member)).cloned().unwrap_or_else(|| {
            Attendance { member: member.clone(), mode: Mode::Expected, from: None, to: None }
        })
    }

    /// Counts the members with a vote who are there now. Whoever left early counts no more while the meeting runs.
    pub fn headcount(&self, meeting: &Meeting) -> Headcount {
        let mut count = Headcount { present: 0, members: 0, needed: None, uncounted: 0 };
        for member in self.members_on(meeting.date).into_iter().filter(|member| !member.non_voting) {
            count.members += 1;
            let attendance = self.attendance(meeting, &member.id);
            let gone = attendance.to.is_some() && meeting.state == MeetingState::Running;
            if gone || !attendance.mode.is_attending() {
                continue;
            }
            if self.head.quorum.counts(&attendance.mode) {
                count.present += 1;
            } else {
                count.uncounted += 1;
            }
        }
        count.needed = self.head.quorum.needed(count.members);
        count
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_measure_needs_its_number() {
        let needed = |measure, members| QuorumRule { measure, ..QuorumRule::default() }.needed(members);
        assert_eq!(needed(QuorumMeasure::MoreThanHalf, 12), Some(7));
        assert_eq!(needed(QuorumMeasure::MoreThanHalf, 13), Some(7));
        assert_eq!(needed(QuorumMeasure::AtLeastHalf, 12), Some(6));
        assert_eq!(needed(QuorumMeasure::AtLeastHalf, 13), Some(7));
        assert_eq!(needed(QuorumMeasure::TwoThirds, 10), Some(7));
        assert_eq!(needed(QuorumMeasure::Count(3), 10), Some(3));
        assert_eq!(needed(QuorumMeasure::None, 10), None);
    }
}
