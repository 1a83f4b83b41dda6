//! What there is to say under one agenda item of a made-up meeting. Says nothing twice while there is something else to say.

use super::phrases::{Topic, phrases};
use crate::domain::decide::record::NewKind;
use fastrand::Rng;

/// What an agenda item is about.
#[derive(Clone, Copy)]
pub enum About {
    /// The actions of last time.
    Checking,
    Topic(&'static Topic),
    /// The next date.
    Closing,
}

/// The phrases of one item, by what they are used for.
pub struct Talk {
    said: Deck,
    remarks: Deck,
    notes: Deck,
    proposals: Deck,
    asked: Deck,
    decided: Deck,
    given: Deck,
    put_off: Deck,
}

impl Talk {
    /// Of a topic every kind of line can be written; of the others, only what was said.
    pub fn about(about: About) -> Self {
        let phrases = phrases();
        let (said, remarks, topic) = match about {
            About::Checking => (&phrases.checked, &phrases.checked, None),
            About::Closing => (&phrases.closing, &phrases.closing, None),
            About::Topic(topic) => (&topic.said, &phrases.remarks, Some(topic)),
        };
        let of_topic = |phrases: fn(&Topic) -> &[&'static str]| Deck::of(topic.map_or(&[], phrases));
        Self {
            said: Deck::of(said),
            remarks: Deck::of(remarks),
            notes: Deck::of(&phrases.notes),
            proposals: Deck::of(&phrases.proposals),
            asked: of_topic(|topic| &topic.asked),
            decided: of_topic(|topic| &topic.decided),
            given: of_topic(|topic| &topic.given),
            put_off: Deck::of(&phrases.put_off),
        }
    }

    /// A phrase for a line of this kind; half of what is said is to the topic.
    pub fn phrase(&mut self, kind: NewKind, rng: &mut Rng) -> &'static str {
        let deck = match kind {
            NewKind::Speech if rng.bool() => &mut self.said,
            NewKind::Speech => &mut self.remarks,
            NewKind::Note | NewKind::Continue => &mut self.notes,
            NewKind::Decision => &mut self.decided,
            NewKind::Action => &mut self.given,
            NewKind::Deferred => &mut self.put_off,
            NewKind::Proposal => &mut self.proposals,
            NewKind::Issue => &mut self.asked,
        };
        deck.deal(rng)
    }
}

/// Phrases dealt like cards: none comes up again before all the others have.
struct Deck {
    phrases: Vec<&'static str>,
    dealt: usize,
}

impl Deck {
    fn of(phrases: &[&'static str]) -> Self {
        Self { phrases: phrases.to_vec(), dealt: 0 }
    }

    /// The next phrase; an empty one when there are none.
    fn deal(&mut self, rng: &mut Rng) -> &'static str {
        let at = self.dealt % self.phrases.len().max(1);
        if at == 0 {
            rng.shuffle(&mut self.phrases);
        }
        self.dealt += 1;
        self.phrases.get(at).copied().unwrap_or_default()
    }
}
