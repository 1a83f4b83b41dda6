//! What the worker is asked for, in order. Of what waits together, a save that a later one contains and a draft that a later one
//! replaces are passed over; nothing else is. Never does any of it.

use crate::app::Effect;
use std::{
    collections::VecDeque,
    sync::mpsc::{Receiver, RecvTimeoutError},
    time::Duration,
};

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
        while let Some(effect) = self.waiting.pop_front() {
            if !self.is_overtaken(&effect) {
                return Next::Effect(effect);
            }
        }
        Next::Over
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
