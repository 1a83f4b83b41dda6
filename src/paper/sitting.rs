//! One meeting as its papers see it: when and where, what is on its agenda, what came of it, and what people are called. Never decides which
//! paper says what.

mod naming;
mod outcome;
mod people;

pub use naming::Names;

use super::{
    Order, PaperError, Source,
    document::{Block, Document, Fact},
    wording::Phrase,
};
use crate::{
    domain::{Body, Council, Item, Line, Meeting, MeetingState, Openness},
    words::Words,
};
use chrono::{NaiveDate, NaiveTime};

/// What a reader may want of a meeting's papers beyond the usual form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The time before each line of the record.
    pub times: bool,
    /// Every line, also under an item that has a summary (全文筆記).
    pub verbatim: bool,
    pub names: Names,
}

/// What every part of a meeting's paper is made from.
pub(super) struct Sitting<'a> {
    pub source: Source<'a>,
    pub council: &'a Council,
    pub meeting: &'a Meeting,
    pub body: &'a Body,
    pub words: Words,
    pub options: Options,
    lettered: Vec<naming::Lettered<'a>>,
}

impl<'a> Sitting<'a> {
    /// The meeting that was ordered.
    ///
    /// # Errors
    /// [`PaperError::NoMeeting`], [`PaperError::NotLoaded`].
    pub fn of(order: &Order, source: Source<'a>) -> Result<Self, PaperError> {
        Self::new(source, order.meeting(source.council)?, order.minutes())
    }

    /// # Errors
    /// [`PaperError::NotLoaded`] when the meeting's record was not read; [`PaperError::Wording`] when a file of phrases is at fault, also
    /// where the paper would say none of them: an office finds out before its papers go out.
    pub fn new(source: Source<'a>, meeting: &'a Meeting, options: Options) -> Result<Self, PaperError> {
        let Source { council, words, .. } = source;
        if let Some(fault) = source.wording.fault() {
            return Err(fault.clone().into());
        }
        let body = council.body(&meeting.id).ok_or(PaperError::NotLoaded)?;
        let mut sitting = Self { source, council, meeting, body, words, options, lettered: Vec::new() };
        sitting.lettered = sitting.lettered();
        Ok(sitting)
    }

    /// An empty paper about the meeting, with the council and the paper above every page.
    pub fn paper(&self, title: String) -> Document {
        Document { running: title.clone(), ..Document::new(self.words.lang, title) }
    }

    /// A set phrase; `None` where the office wants none.
    ///
    /// # Errors
    /// [`PaperError::Wording`].
    pub fn say(&self, phrase: Phrase, values: &[(&str, &str)]) -> Result<Option<String>, PaperError> {
        let said = self.source.wording.say(phrase, values)?;
        Ok((!said.trim().is_empty()).then_some(said))
    }

    pub fn label(&self) -> String {
        self.words.meeting_label(self.meeting)
    }

    pub fn day(&self, day: NaiveDate) -> String {
        self.words.date(day, self.council.head.dates)
    }

    /// The day and hours it is planned for.
    pub fn planned(&self) -> String {
        self.planned_of(self.meeting)
    }

    fn planned_of(&self, meeting: &Meeting) -> String {
        self.words.on_day(&self.day(meeting.date), &self.hours(meeting.start, Some(meeting.end)))
    }

    /// When the meeting really was, with the plan where that differs.
    pub fn when(&self) -> String {
        let (words, meeting) = (self.words, self.meeting);
        let Some(opened) = meeting.opened else { return self.planned() };
        let planned = self.hours(meeting.start, Some(meeting.end));
        let actual = self.hours(opened.time(), meeting.closed.map(|closed| closed.time()));
        let plan = if actual == planned { String::new() } else { words.time_planned(&planned) };
        words.on_day(&self.day(opened.date()), &(actual + &plan))
    }

    fn hours(&self, from: NaiveTime, to: Option<NaiveTime>) -> String {
        let words = self.words;
        words.time_range(&words.time(from), &to.map(|to| words.time(to)).unwrap_or_default())
    }

    pub fn place(&self) -> Option<String> {
        not_empty(&self.meeting.place)
    }

    /// Whether it was public, as far as that was said.
    pub fn openness(&self) -> Fact {
        let open = self.meeting.openness != Openness::Unsaid;
        fact(self.words.fact_openness(), open.then(|| self.words.openness(&self.meeting.openness)))
    }

    /// Has it begun, or is something written of it?
    pub fn has_record(&self) -> bool {
        self.meeting.state != MeetingState::Planned || !self.body.lines.is_empty()
    }

    /// The items as one line each, with their numbers.
    pub fn agenda(&self) -> Vec<String> {
        let words = self.words;
        let item = |(number, item): (usize, &Item)| {
            let titled = self.titled(item) + &self.put_off(item.deferred);
            let said = match &item.presenter {
                Some(who) => words.item_presented(&titled, &self.answerable(who)),
                None => titled,
            };
            words.item_numbered(number, &said)
        };
        (1..).zip(&self.body.items).map(item).collect()
    }

    /// Every material of the agenda, each once.
    pub fn materials(&self) -> Vec<String> {
        let mut materials: Vec<String> = Vec::new();
        for material in self.body.items.iter().flat_map(|item| &item.materials) {
            if !materials.contains(material) {
                materials.push(material.clone());
            }
        }
        materials
    }

    pub fn titled(&self, item: &Item) -> String {
        self.words.item_titled(self.words.item_kind(item.kind), &item.title)
    }

    /// 「（3回目の持ち越し）」; nothing for an item that was not put off.
    pub fn put_off(&self, times: u32) -> String {
        let words = self.words;
        if times == 0 { String::new() } else { words.in_brackets(&words.agenda_put_off(times)) }
    }

    /// The lines that leave the room, in the order they were written.
    pub fn lines(&self) -> impl Iterator<Item = &'a Line> + use<'a> {
        self.body.lines.iter().filter(|line| !line.private)
    }

    /// Points of a list, or that there are none.
    pub fn list(&self, items: Vec<String>) -> Block {
        if items.is_empty() {
            Block::Paragraph(self.words.nothing_to_list().to_owned())
        } else {
            Block::Bullets(items)
        }
    }
}

pub(super) fn fact(label: &str, values: impl IntoIterator<Item = String>) -> Fact {
    Fact { label: label.to_owned(), values: values.into_iter().collect() }
}

pub(super) fn not_empty(text: &str) -> Option<String> {
    (!text.trim().is_empty()).then(|| text.to_owned())
}

/// The facts that say something.
pub(super) fn said_only(mut facts: Vec<Fact>) -> Option<Block> {
    facts.retain(|fact| !fact.values.is_empty());
    (!facts.is_empty()).then_some(Block::Facts(facts))
}
