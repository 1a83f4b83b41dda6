//! What the room itself says about the signs of the ten points: by show of hands or organisation by organisation, kept with its day.
//! Never says which of the voices is right.

use super::{
    attendance::Attendance,
    bounds::bounded,
    council::Council,
    id::{AssessmentId, MeetingId},
    is_default,
    list::Record,
    meeting::{Meeting, MeetingState},
    roster::Organisation,
    who::Who,
};
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a voice says of a sign.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
pub enum Voice {
    /// できている
    InPlace,
    /// 一部
    Partly,
    /// まだ
    #[default]
    NotYet,
}

impl Voice {
    pub const ALL: [Self; 3] = [Self::InPlace, Self::Partly, Self::NotYet];

    pub const fn key(self) -> &'static str {
        match self {
            Self::InPlace => "in-place",
            Self::Partly => "partly",
            Self::NotYet => "not-yet",
        }
    }
}

/// One party's voice on a sign.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Voiced {
    pub who: Who,
    pub voice: Voice,
}

/// How many said what. With hands nobody is named.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub enum Tally {
    Hands {
        #[serde(default)]
        in_place: u32,
        #[serde(default)]
        partly: u32,
        #[serde(default)]
        not_yet: u32,
    },
    Voices(Vec<Voiced>),
}

/// What the room said of one sign.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// The id of the sign, as the points name it; one of a newer or older version stays as it is.
    pub sign: String,
    pub tally: Tally,
}

/// One asking of the room.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Assessment {
    pub id: AssessmentId,
    #[serde(deserialize_with = "bounded")]
    pub on: NaiveDate,
    /// The meeting it was asked in.
    #[serde(default, skip_serializing_if = "is_default")]
    pub meeting: Option<MeetingId>,
    /// At most one for a sign, in the order they were asked.
    #[serde(default, skip_serializing_if = "is_default")]
    pub answers: Vec<Answer>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub note: String,
}

/// How many said each, whichever way they were heard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub in_place: u32,
    pub partly: u32,
    pub not_yet: u32,
}

/// How the voices on a sign lie to each other. A single voice is enough to be heard: none is outvoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Accord {
    /// Everybody says that it is in place.
    InPlace,
    /// Neither all one nor all the other, and nobody far from the rest.
    Partly,
    /// Some say that it is in place, others that it is not yet.
    Apart,
    /// Everybody says that it is not yet.
    NotYet,
}

impl Accord {
    pub const ALL: [Self; 4] = [Self::InPlace, Self::Partly, Self::Apart, Self::NotYet];

    pub const fn key(self) -> &'static str {
        match self {
            Self::InPlace => "in-place",
            Self::Partly => "partly",
            Self::Apart => "apart",
            Self::NotYet => "not-yet",
        }
    }
}

/// Where the voices on a sign went since it was asked before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drift {
    Up,
    Down,
    /// Some up, some down.
    Both,
    Same,
}

impl Drift {
    pub const fn key(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
            Self::Both => "both",
            Self::Same => "same",
        }
    }

    const fn of(rises: bool, falls: bool) -> Self {
        match (rises, falls) {
            (true, false) => Self::Up,
            (false, true) => Self::Down,
            (true, true) => Self::Both,
            (false, false) => Self::Same,
        }
    }
}

/// How many of some signs lie which way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Overview {
    pub in_place: usize,
    pub partly: usize,
    pub apart: usize,
    pub not_yet: usize,
    pub unasked: usize,
}

impl Count {
    pub const fn of(self, voice: Voice) -> u32 {
        match voice {
            Voice::InPlace => self.in_place,
            Voice::Partly => self.partly,
            Voice::NotYet => self.not_yet,
        }
    }

    /// How many were heard.
    pub fn total(self) -> u64 {
        self.at_least_partly() + u64::from(self.not_yet)
    }

    /// How they lie to each other; `None` where nobody was heard.
    pub fn accord(self) -> Option<Accord> {
        Some(match (self.in_place > 0, self.partly > 0, self.not_yet > 0) {
            (false, false, false) => return None,
            (true, _, true) => Accord::Apart,
            (true, false, false) => Accord::InPlace,
            (false, false, true) => Accord::NotYet,
            (_, true, _) => Accord::Partly,
        })
    }

    fn at_least_partly(self) -> u64 {
        u64::from(self.in_place) + u64::from(self.partly)
    }

    /// Up where in neither step a smaller share got that far, and in one a larger: no average is made of words.
    fn drift_from(self, before: Self) -> Drift {
        let steps = [
            (u64::from(self.in_place), u64::from(before.in_place)),
            (self.at_least_partly(), before.at_least_partly()),
        ];
        // Shares are compared as products, so that nothing is rounded.
        let sides = steps.map(|(now, then)| {
            (u128::from(now) * u128::from(before.total()), u128::from(then) * u128::from(self.total()))
        });
        Drift::of(sides.iter().any(|(now, then)| now > then), sides.iter().any(|(now, then)| now < then))
    }
}

impl From<[u32; 3]> for Count {
    /// In the order of [`Voice::ALL`].
    fn from([in_place, partly, not_yet]: [u32; 3]) -> Self {
        Self { in_place, partly, not_yet }
    }
}

impl From<Count> for Tally {
    fn from(Count { in_place, partly, not_yet }: Count) -> Self {
        Self::Hands { in_place, partly, not_yet }
    }
}

impl Tally {
    pub fn count(&self) -> Count {
        match *self {
            Self::Hands { in_place, partly, not_yet } => Count { in_place, partly, not_yet },
            Self::Voices(ref voices) => {
                let said = |voice| voices.iter().filter(|it| it.voice == voice).count();
                let [in_place, partly, not_yet] =
                    Voice::ALL.map(|voice| u32::try_from(said(voice)).unwrap_or(u32::MAX));
                Count { in_place, partly, not_yet }
            }
        }
    }

    /// The voices by name; none where hands were counted.
    pub fn voices(&self) -> &[Voiced] {
        match self {
            Self::Hands { .. } => &[],
            Self::Voices(voices) => voices,
        }
    }

    /// What this party said.
    pub fn voice_of(&self, who: &Who) -> Option<Voice> {
        self.voices().iter().find(|it| it.who.is_same_party(who)).map(|it| it.voice)
    }

    /// Where the voices went. Who was heard both times is compared with themselves, so that who is missing moves nothing;
    /// else how many got how far.
    pub fn drift_from(&self, before: &Self) -> Drift {
        let both: Vec<(Voice, Voice)> =
            self.voices().iter().filter_map(|now| Some((now.voice, before.voice_of(&now.who)?))).collect();
        if both.is_empty() {
            return self.count().drift_from(before.count());
        }
        // The better voice stands first.
        Drift::of(both.iter().any(|(now, then)| now < then), both.iter().any(|(now, then)| now > then))
    }
}

impl Assessment {
    pub const fn new(id: AssessmentId, on: NaiveDate) -> Self {
        Self { id, on, meeting: None, answers: Vec::new(), note: String::new() }
    }

    /// What the room said of a sign, if it was asked. Of two by hand, the first.
    pub fn answer(&self, sign: &str) -> Option<&Answer> {
        self.answers.iter().find(|it| it.sign == sign)
    }

    /// How the voices on a sign lie to each other, where any was heard.
    pub fn accord(&self, sign: &str) -> Option<Accord> {
        self.answer(sign)?.tally.count().accord()
    }

    /// How many of these signs lie which way.
    pub fn overview<'s>(&self, signs: impl IntoIterator<Item = &'s str>) -> Overview {
        signs.into_iter().fold(Overview::default(), |mut seen, sign| {
            let place = match self.accord(sign) {
                Some(Accord::InPlace) => &mut seen.in_place,
                Some(Accord::Partly) => &mut seen.partly,
                Some(Accord::Apart) => &mut seen.apart,
                Some(Accord::NotYet) => &mut seen.not_yet,
                None => &mut seen.unasked,
            };
            *place += 1;
            seen
        })
    }
}

impl Council {
    /// The assessments by their day, oldest first; of one day, in the order of the list.
    pub fn assessments_in_time(&self) -> Vec<&Assessment> {
        let mut all: Vec<&Assessment> = self.assessments.iter().collect();
        all.sort_by_key(|it| it.on);
        all
    }

    /// What the room said last of a sign, and when.
    pub fn last_answer(&self, sign: &str) -> Option<(&Assessment, &Answer)> {
        let all = self.assessments_in_time();
        all.into_iter().rev().find_map(|it| Some((it, it.answer(sign)?)))
    }

    /// What the room said of a sign when it was asked before this assessment.
    pub fn answer_before(&self, assessment: &AssessmentId, sign: &str) -> Option<(&Assessment, &Answer)> {
        let all = self.assessments_in_time();
        let earlier = all.iter().take_while(|it| it.id != *assessment);
        earlier.filter_map(|it| Some((*it, it.answer(sign)?))).last()
    }

    /// Where the voices on a sign went since it was asked before; `None` where it is asked for the first time.
    pub fn drift(&self, assessment: &Assessment, sign: &str) -> Option<Drift> {
        let (_, before) = self.answer_before(&assessment.id, sign)?;
        Some(assessment.answer(sign)?.tally.drift_from(&before.tally))
    }

    /// Those of the signs that no assessment ever asked.
    pub fn never_asked<'s>(&self, signs: impl IntoIterator<Item = &'s str>) -> Vec<&'s str> {
        let asked = |sign: &str| self.assessments.iter().any(|it| it.answer(sign).is_some());
        signs.into_iter().filter(|sign| !asked(sign)).collect()
    }

    /// The organisations somebody is there for at a meeting, in the order of the roster; none where its body was not read.
    /// Who left early is not there while it runs.
    pub fn organisations_at(&self, meeting: &Meeting) -> Vec<&Organisation> {
        let runs = meeting.state == MeetingState::Running;
        let there = |it: &&Attendance| it.mode.is_attending() && !(runs && it.to.is_some());
        let attending = self.body(&meeting.id).into_iter().flat_map(|body| &body.attendance).filter(there);
        let senders: Vec<_> =
            attending.filter_map(|it| self.members.get(&it.member)?.organisation.as_ref()).collect();
        self.organisations.iter().filter(|it| senders.contains(&&it.id)).collect()
    }
}

impl Record for Assessment {
    type Id = AssessmentId;
    fn id(&self) -> &AssessmentId {
        &self.id
    }
}
