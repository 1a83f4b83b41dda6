//! What is searched for, as it was understood, and what of it was not.

use super::{
    Deadline, Kind, Readings, Someone, Within,
    filters::{self, Filter, Is},
    tokens::{Token, tokens},
};
use crate::{
    domain::{Council, Point},
    text::{dates::DateRefusal, fold::fold},
};
use chrono::NaiveDate;

/// A query: everything in it must hold of what is found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    pub words: Vec<Word>,
    /// One of them, where there are any.
    pub kinds: Vec<Kind>,
    /// Open actions or done ones, where either is named.
    pub open: Vec<bool>,
    pub people: Vec<Someone>,
    pub points: Vec<Point>,
    pub due: Vec<Deadline>,
    pub within: Vec<Within>,
    /// In the order of the query.
    pub doubts: Vec<Doubt>,
}

/// A word in all spellings it may have, folded; any of them is the word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word(pub Vec<String>);

/// What was not understood. An unknown filter is searched for as text, a filter with a value that says nothing narrows nothing.
#[derive(Clone, Debug, PartialEq)]
pub enum Doubt {
    /// No filter has this name.
    UnknownFilter(String),
    /// This filter, `typed` so, has no such value; an empty one is still to be typed.
    UnknownValue {
        filter: Filter,
        typed: String,
        value: String,
    },
    UnknownName(String),
    UnknownPoint(String),
    UnknownMeeting(String),
    UnreadableDue {
        typed: String,
        why: DateRefusal,
    },
}

impl Doubt {
    /// Is the filter left out, so that more is found than was asked for?
    pub const fn widens(&self) -> bool {
        !matches!(self, Self::UnknownFilter(_) | Self::UnknownName(_))
    }
}

impl Word {
    /// Does a folded text have it?
    pub(super) fn stands_in(&self, key: &str) -> bool {
        self.0.iter().any(|spelling| key.contains(spelling))
    }
}

impl Query {
    /// Reads a query on a day. Every word of it becomes a word to search for, a filter, or a doubt.
    pub fn read(typed: &str, council: &Council, today: NaiveDate, readings: &Readings) -> Self {
        let mut query = Self::default();
        for token in tokens(typed) {
            query.take(&token, council, today, readings);
        }
        query
    }

    /// Is nothing searched for?
    pub fn is_empty(&self) -> bool {
        *self == Self { doubts: self.doubts.clone(), ..Self::default() }
    }

    fn take(&mut self, token: &Token<'_>, council: &Council, today: NaiveDate, readings: &Readings) {
        if let Some((filter, value)) = filter(token) {
            return self.narrow(filter, value, token.whole, council, today);
        }
        if let Some(name) = unknown_filter(token.head) {
            self.doubts.push(Doubt::UnknownFilter(name.to_owned()));
        }
        let spelt = match token.quoted {
            Some(quoted) => vec![fold(&[token.head, quoted].concat())],
            None => readings.spelt(&fold(token.head)),
        };
        // A space nobody sees, or half of a letter that was not finished.
        if spelt.first().is_some_and(|word| !word.is_empty()) {
            self.words.push(Word(spelt));
        }
    }

    fn narrow(&mut self, filter: Filter, value: &str, whole: &str, council: &Council, today: NaiveDate) {
        let before = whole.strip_suffix(value).unwrap_or(whole).to_owned();
        let unknown = || Doubt::UnknownValue { filter, typed: before, value: value.to_owned() };
        if fold(value).is_empty() {
            return self.doubts.push(unknown());
        }
        match filter {
            Filter::Is => match filters::is(&fold(value)) {
                Some(Is::Kind(kind)) => self.kinds.push(kind),
                Some(Is::Open(open)) => self.open.push(open),
                None => self.doubts.push(unknown()),
            },
            Filter::Who => {
                let (someone, doubt) = Someone::called(value, council, today);
                self.people.push(someone);
                self.doubts.extend(doubt);
            }
            Filter::Point => match filters::point(value) {
                Some(point) => self.points.push(point),
                None => self.doubts.push(Doubt::UnknownPoint(value.to_owned())),
            },
            Filter::Due => match Deadline::read(value, today) {
                Ok(deadline) => self.due.push(deadline),
                Err(doubt) => self.doubts.push(doubt),
            },
            Filter::In => match Within::read(value, council) {
                Some(within) => self.within.push(within),
                None => self.doubts.push(Doubt::UnknownMeeting(value.to_owned())),
            },
        }
    }
}

/// The filter a word is, with its value.
fn filter<'a>(token: &Token<'a>) -> Option<(Filter, &'a str)> {
    let value = |rest: &str| match (token.quoted, rest) {
        (Some(quoted), "") => quoted,
        _ => &token.whole[token.head.len() - rest.len()..],
    };
    for (signs, name) in [(['@', '＠'], Filter::Who), (['#', '＃'], Filter::Point)] {
        if let Some(rest) = token.head.strip_prefix(signs) {
            return Some((name, value(rest)));
        }
    }
    let (name, rest) = token.head.split_once(is_colon)?;
    Some((filters::named(&fold(name))?, value(rest)))
}

/// What looks like the name of a filter and is none. Not the hour of 14:00, nor the scheme of an address.
fn unknown_filter(head: &str) -> Option<&str> {
    let (name, rest) = head.split_once(is_colon)?;
    let is_name = !name.is_empty() && name.chars().all(char::is_alphabetic);
    (is_name && !rest.starts_with("//")).then_some(name)
}

const fn is_colon(c: char) -> bool {
    matches!(c, ':' | '：')
}
