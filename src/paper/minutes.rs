//! The minutes of a meeting (会議録) in the order Japanese public bodies use: who met when and where, what was on the agenda, what was
//! said under each item, and at the end what was decided, given out and put off.
//!
//! Never rewords a line of the record, and leaves none out but what is off the record and what a summary stands for.

mod naming;
mod people;
mod record;

pub use naming::Names;

use super::{
    Content, Order, PaperError, Source,
    document::{Block, Document, Fact, Table},
};
use crate::{
    domain::{
        Action, Body, Council, How, Item, ItemState, Line, LineKind, Meeting, MeetingState, id::LineId,
    },
    words::Words,
};
use chrono::{NaiveDateTime, NaiveTime};

/// What a reader may want beyond the usual form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The time before each line of the record.
    pub times: bool,
    /// Every line, also under an item that has a summary (全文筆記).
    pub verbatim: bool,
    pub names: Names,
}

pub(super) fn compose(order: &Order, source: Source) -> Result<Content, PaperError> {
    let meeting = order.meeting(source.council)?;
    let paper = minutes(source.council, meeting, source.words, order.minutes());
    paper.map(Content::Document).ok_or(PaperError::NotLoaded)
}

/// The minutes as they stand, also of a meeting that still runs or, without a record, is still to come. `None` when the meeting's record is not loaded.
pub fn minutes(council: &Council, meeting: &Meeting, words: Words, options: Options) -> Option<Document> {
    let body = council.body(&meeting.id)?;
    let mut sheet = Sheet { council, meeting, body, words, options, lettered: Vec::new() };
    sheet.lettered = sheet.lettered();
    let title = words.minutes_title(&council.head.name, &words.meeting_label(meeting));
    let title = if meeting.minutes.in_force().is_some() { title } else { words.draft_of(&title) };
    let mut paper = Document::new(words.lang, title);
    paper.blocks.push(Block::Facts(sheet.facts()));
    sheet.agenda(&mut paper);
    if meeting.state != MeetingState::Planned || !body.lines.is_empty() {
        sheet.record(&mut paper);
        sheet.outcome(&mut paper);
    }
    Some(paper)
}

/// What every part of the minutes is made from.
struct Sheet<'a> {
    council: &'a Council,
    meeting: &'a Meeting,
    body: &'a Body,
    words: Words,
    options: Options,
    lettered: Vec<naming::Lettered<'a>>,
}

impl<'a> Sheet<'a> {
    fn facts(&self) -> Vec<Fact> {
        let words = self.words;
        let observers = (self.meeting.state != MeetingState::Planned || self.meeting.observers > 0)
            .then(|| words.people_count(self.meeting.observers));
        let mut facts = vec![
            fact(words.fact_when(), self.when()),
            fact(words.fact_place(), not_empty(&self.meeting.place)),
        ];
        facts.extend(self.attendance());
        facts.push(fact(words.fact_observers(), observers));
        facts.push(self.quorum());
        facts.push(fact(words.fact_roles(), self.roles()));
        facts.push(fact(words.fact_signatories(), self.signatories()));
        facts.extend(self.version());
        facts.retain(|fact| !fact.values.is_empty());
        facts
    }

    /// When the meeting really was, with the plan where that differs.
    fn when(&self) -> Option<String> {
        let (words, meeting) = (self.words, self.meeting);
        let said = |from: NaiveTime, to: Option<NaiveTime>| {
            words.time_range(&words.time(from), &to.map(|to| words.time(to)).unwrap_or_default())
        };
        let planned = said(meeting.start, Some(meeting.end));
        let (day, range) = match meeting.opened {
            Some(opened) => {
                let actual = said(opened.time(), meeting.closed.map(|closed| closed.time()));
                let plan = if actual == planned { String::new() } else { words.time_planned(&planned) };
                (opened.date(), actual + &plan)
            }
            None => (meeting.date, planned),
        };
        Some(words.on_day(&words.date(day, self.council.head.dates), &range))
    }

    fn agenda(&self, paper: &mut Document) {
        let words = self.words;
        if self.body.items.is_empty() {
            return;
        }
        paper.section(words.section_agenda());
        let items = self.body.items.iter().map(|item| {
            let titled = self.titled(item) + &self.put_off(item.deferred);
            match &item.presenter {
                Some(who) => words.item_presented(&titled, &self.answerable(who)),
                None => titled,
            }
        });
        paper.blocks.push(Block::Numbered(items.collect()));
        let mut materials: Vec<String> = Vec::new();
        for material in self.body.items.iter().flat_map(|item| &item.materials) {
            if !materials.contains(material) {
                materials.push(material.clone());
            }
        }
        if !materials.is_empty() {
            paper.section(words.section_materials());
            paper.blocks.push(Block::Bullets(materials));
        }
    }

    /// 「（3回目の持ち越し）」; nothing for an item that was not put off.
    fn put_off(&self, times: u32) -> String {
        let words = self.words;
        if times == 0 { String::new() } else { words.in_brackets(&words.agenda_put_off(times)) }
    }

    /// The version in force with its hash, and why each before it was reopened.
    fn version(&self) -> Vec<Fact> {
        let (words, minutes) = (self.words, &self.meeting.minutes);
        let day = |at: NaiveDateTime| words.date(at.date(), self.council.head.dates);
        let Some(last) = minutes.in_force() else { return Vec::new() };
        let revised = minutes.finals.iter().filter_map(|it| Some((it, it.reopened.as_ref()?)));
        let revised =
            revised.map(|(it, why)| words.revised_because(it.version, &day(why.at), &why.reason)).collect();
        vec![
            fact(words.fact_version(), Some(words.version_made(last.version, &day(last.at)))),
            Fact { label: words.fact_revised().to_owned(), values: revised },
            fact(words.fact_hash(), Some(last.hash.clone())),
        ]
    }

    /// The lines that leave the room, in the order they were written.
    fn lines(&self) -> impl Iterator<Item = &'a Line> + use<'a> {
        self.body.lines.iter().filter(|line| !line.private)
    }

    /// The text of a decision with how it was taken.
    fn decision(&self, line: &Line, text: &str) -> String {
        let words = self.words;
        let Some(resolution) = &line.resolution else { return text.to_owned() };
        let day = |day| words.date(day, self.council.head.dates);
        let mut parts = words.resolution(resolution, |people| self.all_called(people), day);
        let outcome = self.council.outcome(self.meeting, resolution).map(|outcome| words.outcome(outcome));
        let at = parts.len().min(usize::from(resolution.how != How::Unstated) + 1);
        parts.splice(at..at, outcome);
        text.to_owned() + &words.in_brackets(&parts.join(words.pick("、", ", ")))
    }

    fn titled(&self, item: &Item) -> String {
        self.words.item_titled(self.words.item_kind(item.kind), &item.title)
    }

    /// Decisions, actions, what was put off, and the next meeting: what a reader looks for first.
    fn outcome(&self, paper: &mut Document) {
        let words = self.words;
        paper.section(words.section_decisions());
        let decided = self.lines().filter_map(|line| match line.kind {
            LineKind::Decision(number) => Some(
                words.decided(&words.decision_number(self.meeting, number), &self.decision(line, &line.text)),
            ),
            _ => None,
        });
        self.list(paper, decided.collect());
        paper.section(words.section_actions());
        match self.actions() {
            table if table.rows.is_empty() => paper.paragraph(words.nothing_to_list()),
            table => paper.blocks.push(Block::Table(table)),
        }
        paper.section(words.section_carried());
        self.list(paper, self.carried());
        paper.section(words.section_next());
        paper.paragraph(self.next_meeting());
    }

    fn list(&self, paper: &mut Document, items: Vec<String>) {
        if items.is_empty() {
            paper.paragraph(self.words.nothing_to_list());
        } else {
            paper.blocks.push(Block::Bullets(items));
        }
    }

    /// The actions given out in this meeting.
    fn actions(&self) -> Table {
        let words = self.words;
        let row = |action: &Action| {
            vec![
                action.number.to_string(),
                action.text.clone(),
                self.owners(action),
                words.due(self.council, action),
            ]
        };
        let head = [words.column_number(), words.column_text(), words.column_owners(), words.column_due()];
        Table {
            head: head.map(str::to_owned).to_vec(),
            rows: self.given_here().into_iter().map(row).collect(),
            widths: vec![2, 14, 7, 6],
        }
    }

    /// The actions given out in this meeting, by number, but for what was off the record.
    fn given_here(&self) -> Vec<&'a Action> {
        let is_private = |line: &LineId| self.body.lines.get(line).is_some_and(|line| line.private);
        let given = |action: &&Action| {
            let origin = action.origin.as_ref().filter(|origin| origin.meeting == self.meeting.id);
            origin.is_some_and(|origin| !origin.line.as_ref().is_some_and(is_private))
        };
        let mut actions: Vec<&Action> = self.council.every_action().filter(given).collect();
        actions.sort_by_key(|action| action.number);
        actions
    }

    /// Who does an action, as this paper calls them.
    fn owners(&self, action: &Action) -> String {
        if action.owners.is_empty() {
            return self.words.owners(action);
        }
        let mut owners: Vec<String> = action.owners.iter().map(|who| self.answerable(who)).collect();
        owners.dedup();
        owners.join(self.words.pick("・", ", "))
    }

    /// Items the meeting did not get to, and matters it left open.
    fn carried(&self) -> Vec<String> {
        let words = self.words;
        let held = self.meeting.state == MeetingState::Held;
        let left = |item: &&Item| item.state == ItemState::Deferred || (held && item.state.is_undiscussed());
        let items = self.body.items.iter().filter(left);
        let items = items.map(|item| self.titled(item) + &self.put_off(item.deferred.saturating_add(1)));
        let matters = self.lines().filter(|line| line.kind == LineKind::Deferred);
        items.chain(matters.map(|line| words.marked(words.line_kind(line.kind), &line.text))).collect()
    }

    fn next_meeting(&self) -> String {
        let words = self.words;
        let Some(next) = self.council.meeting_after(self.meeting) else {
            return words.not_fixed_yet().to_owned();
        };
        let range = words.time_range(&words.time(next.start), &words.time(next.end));
        let when = words.on_day(&words.date(next.date, self.council.head.dates), &range);
        let parts = [words.meeting_short(next), when, next.place.clone()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(words.pick("　", ", "))
    }
}

fn fact(label: &str, values: impl IntoIterator<Item = String>) -> Fact {
    Fact { label: label.to_owned(), values: values.into_iter().collect() }
}

fn not_empty(text: &str) -> Option<String> {
    (!text.trim().is_empty()).then(|| text.to_owned())
}
