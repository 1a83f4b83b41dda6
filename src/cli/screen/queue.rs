//! What the worker is asked for, in order. Of what waits together, a save that a later one contains and a draft that a later one
//! replaces are passed over; readings come last, a part at a time, so that no save waits for ten years of records. Never does any of it.

use crate::{app::Effect, domain::Unread};
use std::{
    collections::VecDeque,
    sync::mpsc::{Receiver, RecvTimeoutError},
    time::Duration,
};

/// How many meetings are read before anything else that is asked for has its turn.
const PART: usize = 16;

pub struct Queue<'a> {
    asked: &'a Receiver<Effect>,
    /// Taken off the channel, oldest first.
    waiting: VecDeque<Effect>,
}

/// What comes next.
#[derive(Debug)]
pub enum Next {
    Effect(Effect),
    /// Nothing was asked for as long as was waited.
    Idle,
    /// Nobody asks any more.
    Over,
}

impl<'a> Queue<'a> {
    pub fn new(asked: &'a Receiver<Effect>) -> Self {
        Self { asked, waiting: VecDeque::new() }
    }

    /// Waits for the next effect, without an end where there is no `patience`.
    pub fn next(&mut self, patience: Option<Duration>) -> Next {
        if self.waiting.is_empty() {
            let first = match patience {
                Some(patience) => self.asked.recv_timeout(patience),
                None => self.asked.recv().map_err(RecvTimeoutError::from),
            };
            match first {
                Ok(effect) => self.waiting.push_back(effect),
                Err(RecvTimeoutError::Timeout) => return Next::Idle,
                Err(RecvTimeoutError::Disconnected) => return Next::Over,
            }
        }
        self.waiting.extend(self.asked.try_iter());
        while let Some(effect) = self.take() {
            if !self.is_overtaken(&effect) {
                return Next::Effect(effect);
            }
        }
        Next::Over
    }

    /// The first of those that are no readings, else a part of the first reading. Whoever goes to another council reads no more here.
    fn take(&mut self) -> Option<Effect> {
        let Some(at) = self.waiting.iter().position(|it| !matches!(it, Effect::Load(_))) else {
            return self.part();
        };
        let effect = self.waiting.remove(at)?;
        if matches!(effect, Effect::Open { .. } | Effect::Create { .. }) {
            self.waiting.drain(..at);
        }
        Some(effect)
    }

    fn part(&mut self) -> Option<Effect> {
        let effect = self.waiting.pop_front()?;
        let Effect::Load(mut unread) = effect else { return Some(effect) };
        let rest = unread.meetings.split_off(PART.min(unread.meetings.len()));
        if !rest.is_empty() {
            self.waiting.push_front(Effect::Load(Unread { meetings: rest, shelves: Vec::new() }));
        }
        Some(Effect::Load(unread))
    }

    /// Is there a later one of its kind, for the same council?
    fn is_overtaken(&self, effect: &Effect) -> bool {
        let same_council =
            self.waiting.iter().take_while(|it| !matches!(it, Effect::Open { .. } | Effect::Create { .. }));
        match effect {
            Effect::Persist(_) => same_council.into_iter().any(|it| matches!(it, Effect::Persist(_))),
            Effect::Follow => same_council.into_iter().any(|it| matches!(it, Effect::Follow)),
            Effect::Draft(_) => same_council.into_iter().any(|it| matches!(it, Effect::Draft(_))),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc;

    fn open(slug: &str) -> Effect {
        Effect::Open { slug: slug.to_owned() }
    }

    fn persist() -> Effect {
        Effect::Persist(Vec::new())
    }

    /// What is left of effects that wait together, each by its first letter.
    fn left(effects: Vec<Effect>) -> String {
        let (send, asked) = mpsc::channel();
        effects.into_iter().for_each(|effect| send.send(effect).unwrap());
        drop(send);
        let mut queue = Queue::new(&asked);
        let mut left = String::new();
        while let Next::Effect(effect) = queue.next(None) {
            left.push_str(&format!("{effect:?}")[..1]);
        }
        left
    }

    #[test]
    fn saves_that_wait_together_are_one_and_the_others_keep_their_order() {
        let waiting = vec![
            persist(),
            Effect::List,
            Effect::Draft(None),
            persist(),
            Effect::Draft(None),
            Effect::Redraw,
        ];
        assert_eq!(left(waiting), "LPDR");
    }

    fn load(meetings: usize) -> Effect {
        let meetings = (0..meetings).map(|n| n.to_string().into()).collect();
        Effect::Load(Unread { meetings, shelves: Vec::new() })
    }

    #[test]
    fn a_long_reading_comes_last_and_in_parts() {
        assert_eq!(left(vec![load(40), persist(), Effect::List]), "PLLLL", "the list, then three parts");
        let (send, asked) = mpsc::channel();
        send.send(load(40)).unwrap();
        let mut queue = Queue::new(&asked);
        let Next::Effect(Effect::Load(first)) = queue.next(None) else { panic!("a reading") };
        assert_eq!((first.meetings.len(), first.meetings[0].as_str()), (PART, "0"));
        send.send(persist()).unwrap();
        assert!(
            matches!(queue.next(None), Next::Effect(Effect::Persist(_))),
            "it need not wait for the rest"
        );
        let Next::Effect(Effect::Load(second)) = queue.next(None) else { panic!("the reading goes on") };
        assert_eq!(second.meetings[0].as_str(), "16");
    }

    #[test]
    fn whoever_goes_to_another_council_reads_no_more_of_the_last() {
        assert_eq!(left(vec![load(40), open("b"), load(1)]), "OL");
    }

    #[test]
    fn a_save_never_stands_for_that_of_another_council() {
        assert_eq!(left(vec![persist(), persist(), open("b"), persist()]), "POP");
    }

    #[test]
    fn it_is_patient_only_when_told_to_be() {
        let (send, asked) = mpsc::channel();
        let mut queue = Queue::new(&asked);
        assert!(matches!(queue.next(Some(Duration::ZERO)), Next::Idle));
        send.send(Effect::List).unwrap();
        assert!(matches!(queue.next(Some(Duration::ZERO)), Next::Effect(Effect::List)));
        drop(send);
        assert!(matches!(queue.next(None), Next::Over));
    }
}
