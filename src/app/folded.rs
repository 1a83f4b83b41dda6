//! The texts that lists are searched by, folded once and remembered while nothing changes, with the answer to the last question. Several
//! parts of a screen ask the same at each key. A memory only: without it everything would look the same, later.

use super::model::{ListId, Model};
use crate::{domain::id::MeetingId, text::fold::fold, words::Lang};
use chrono::NaiveDate;
use std::{
    collections::HashMap,
    hash::{DefaultHasher, Hash, Hasher},
    sync::Mutex,
};

#[derive(Debug, Default)]
pub struct Folded(Mutex<Kept>);

/// Another model remembers for itself.
impl Clone for Folded {
    fn clone(&self) -> Self {
        Self::default()
    }
}

#[derive(Clone, Debug, Default)]
struct Kept {
    of: Option<Moment>,
    /// By list and record.
    texts: HashMap<u64, String>,
    /// By list: the question and its answer.
    answers: HashMap<ListId, (u64, Vec<usize>)>,
}

/// All that a text of a list is made from.
#[derive(Clone, Debug, PartialEq)]
struct Moment {
    /// The last change, and how many bodies and shelves were read.
    council: (u64, usize, usize),
    meeting: Option<MeetingId>,
    today: NaiveDate,
    lang: Lang,
    size: (u16, u16),
    revealed: bool,
}

impl Moment {
    fn of(model: &Model) -> Self {
        let council = model.council();
        Self {
            council: (model.history.seq(), council.bodies.len(), council.shelves.values().flatten().count()),
            meeting: model.meeting.clone(),
            today: model.today(),
            lang: model.words.lang,
            size: (model.width, model.height),
            revealed: model.reveals_private(),
        }
    }
}

fn hash(thing: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    thing.hash(&mut hasher);
    hasher.finish()
}

impl Folded {
    /// The places of a list whose record has the folded query in its text, and of the headings (without an id) that still have one under
    /// them.
    pub fn places(
        &self,
        model: &Model,
        list: ListId,
        query: &str,
        ids: &[Option<impl Hash>],
        text: impl Fn(usize) -> String,
    ) -> Vec<usize> {
        // Taken out while texts are made: whoever makes one may search another list.
        let mut kept = self.0.lock().map(|mut kept| std::mem::take(&mut *kept)).unwrap_or_default();
        let moment = Moment::of(model);
        if kept.of.as_ref() != Some(&moment) {
            kept = Kept { of: Some(moment), ..Kept::default() };
        }
        let ids: Vec<Option<u64>> = ids.iter().map(|id| id.as_ref().map(|id| hash(&(list, id)))).collect();
        let question = hash(&(query, &ids));
        let places = match kept.answers.get(&list) {
            Some((answered, places)) if *answered == question => places.clone(),
            _ => {
                let places = kept.find(query, &ids, text);
                kept.answers.insert(list, (question, places.clone()));
                places
            }
        };
        if let Ok(mut remembered) = self.0.lock() {
            *remembered = kept;
        }
        places
    }
}

impl Kept {
    fn find(&mut self, query: &str, ids: &[Option<u64>], text: impl Fn(usize) -> String) -> Vec<usize> {
        let mut found = Vec::new();
        let mut heading = None;
        for (at, id) in ids.iter().enumerate() {
            match id {
                None => heading = Some(at),
                Some(id) => {
                    let text = self.texts.entry(*id).or_insert_with(|| fold(&text(at)));
                    if text.contains(query) {
                        found.extend(heading.take());
                        found.push(at);
                    }
                }
            }
        }
        found
    }
}
