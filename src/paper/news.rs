//! The news sheet (かわら版): one page back to the partners after a meeting. What was talked about, what was found out, what comes next, and
//! one picture.
//!
//! Nobody is named but organisations and offices, nobody is quoted, and where a meeting was rich the rest is counted.

use super::{
    Content, Order, PaperError, Source,
    discreet::{Discreet, is_off_record},
    document::{Block, Document, PAPER, Page},
    figures,
    wording::Phrase,
};
use crate::domain::{
    Action, ActionState, Attendance, Body, Evidence, Indicator, Item, ItemKind, ItemState, Line, LineKind,
    Meeting, Point,
};
use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;
use std::{cmp::Reverse, collections::BTreeSet};

/// So many rows of each fit on the page.
const ITEMS: usize = 5;
const DECISIONS: usize = 5;
const EVIDENCE: usize = 2;
const ACTIONS: usize = 5;
const READINGS: usize = 3;
/// A row of the page, in half-width characters.
const ROW: usize = 86;
/// No text takes more rows.
const ROWS: usize = 2;

pub(super) fn compose(order: &Order, source: Source) -> Result<Content, PaperError> {
    let meeting = order.meeting(source.council)?;
    let body = source.council.body(&meeting.id).ok_or(PaperError::NotLoaded)?;
    let news = News { source, meeting, body, discreet: Discreet::new(source) };
    news.document().map(Content::Document)
}

struct News<'a> {
    source: Source<'a>,
    meeting: &'a Meeting,
    body: &'a Body,
    discreet: Discreet<'a>,
}

impl<'a> News<'a> {
    fn document(&self) -> Result<Document, PaperError> {
        let Source { words, council, .. } = self.source;
        let mut page = Document::new(words.lang, words.news_title(&self.discreet.text(&council.head.name)));
        let label = words.meeting_label(self.meeting);
        page.page = Page::Single;
        page.blocks.push(Block::Right(words.news_of(&label, &self.day())));
        page.paragraph(self.greeting()?);
        let parts = [
            (words.news_talked(), self.talked()),
            (words.news_found(), self.found()),
            (words.news_next(), self.next()),
        ];
        for (heading, lines) in parts {
            page.section(heading);
            match lines.is_empty() {
                true => page.paragraph(words.news_nothing()),
                false => page.blocks.push(Block::Bullets(lines)),
            }
        }
        let named = |it: &Indicator| Indicator { name: self.discreet.text(&it.name), ..it.clone() };
        if let Some(indicator) = self.indicator().map(named)
            && let Some(bars) = figures::bars(words, &indicator, READINGS)
        {
            page.section(words.news_figure());
            page.blocks.push(Block::Bars(bars));
            page.blocks.extend(figures::told(words, &indicator).map(Block::Paragraph));
        }
        let next = self.next_meeting().unwrap_or_default();
        let values = [("council", council.head.name.as_str()), ("next", &next)];
        let closing = self.source.wording.say(Phrase::NewsClosing, &values)?;
        if !closing.is_empty() {
            page.paragraph(self.discreet.text(&closing));
        }
        Ok(page)
    }

    fn day(&self) -> String {
        let Source { words, council, .. } = self.source;
        let day = self.meeting.opened.map_or(self.meeting.date, |opened| opened.date());
        words.date(day, council.head.dates)
    }

    /// The set phrase, and how many came from how many organisations.
    fn greeting(&self) -> Result<String, PaperError> {
        let Source { words, council, .. } = self.source;
        let there = |it: &&Attendance| it.mode.is_attending();
        let there: Vec<_> = self.body.attendance.iter().filter(there).collect();
        let members = there.iter().filter_map(|it| council.members.get(&it.member));
        let organisations: BTreeSet<_> = members.filter_map(|member| member.organisation.as_ref()).collect();
        let came = match (there.len(), organisations.len()) {
            (0, _) => String::new(),
            (people, 0 | 1) => words.news_people(people),
            (people, organisations) => words.news_people_from(people, organisations),
        };
        let (label, day) = (words.meeting_label(self.meeting), self.day());
        let month = self.source.today().month().to_string();
        let name = council.head.name.as_str();
        let values = [("council", name), ("meeting", &label), ("date", &day), ("month", &month)];
        let greeting = self.source.wording.say(Phrase::NewsGreeting, &values)?;
        let parts = [self.discreet.text(&greeting), came].into_iter().filter(|part| !part.is_empty());
        Ok(parts.collect::<Vec<_>>().join(words.pick("", " ")))
    }

    /// A line or two of a text, without names.
    fn short(&self, text: &str) -> String {
        let text = self.discreet.text(text).replace('\n', self.source.words.pick("", " "));
        PAPER.cut(&text, ROWS * ROW - 16).into_owned()
    }

    /// As many as there are rows for, and how many more there are.
    fn most(&self, mut lines: Vec<String>, rows: usize) -> Vec<String> {
        let mut taken = 0;
        let fitting = lines.iter().take_while(|line| {
            taken += PAPER.width(line).div_ceil(ROW);
            taken <= rows
        });
        let fitting = fitting.count();
        let more = lines.len() - fitting;
        lines.truncate(fitting);
        if more > 0 {
            lines.push(self.source.words.and_more(more));
        }
        lines
    }

    /// What stands on record of the meeting.
    fn lines(&self) -> impl Iterator<Item = &'a Line> + use<'a> {
        self.body.lines.iter().filter(|line| !line.private)
    }

    fn items(&self) -> impl Iterator<Item = &'a Item> + use<'a> {
        let told = |item: &&Item| {
            matches!(item.state, ItemState::Discussed | ItemState::Closed | ItemState::Current)
        };
        self.body.items.iter().filter(told)
    }

    /// The items with their summaries, the weightiest kind first; formalities only where there is nothing else.
    fn talked(&self) -> Vec<String> {
        let mut items: Vec<&Item> = self.items().collect();
        if items.iter().any(|item| item.kind != ItemKind::Other && !item.recurring) {
            items.retain(|item| item.kind != ItemKind::Other && !item.recurring);
        }
        let line = |item: &&Item| {
            let title = self.short(&item.title);
            if item.summary.trim().is_empty() {
                title
            } else {
                self.source.words.news_item(&title, &self.short(&item.summary))
            }
        };
        let put_off = self.body.items.iter().filter(|item| item.state == ItemState::Deferred);
        let put_off = put_off.map(|item| self.source.words.news_put_off(&self.short(&item.title)));
        self.most(items.iter().map(line).chain(put_off).collect(), ITEMS)
    }

    /// What was decided, then what was noted about the points since the meeting before.
    fn found(&self) -> Vec<String> {
        let words = self.source.words;
        let decided = self.lines().filter(|line| matches!(line.kind, LineKind::Decision(_)));
        let decided = decided.map(|line| words.news_decided(&self.short(&line.text))).collect();
        let noted = self.evidence().into_iter();
        let noted = noted.map(|it| words.news_noted(&self.short(&it.text))).collect();
        [self.most(decided, DECISIONS), self.most(noted, EVIDENCE)].concat()
    }

    /// After the day of the meeting before, up to the day before the next; newest first.
    fn evidence(&self) -> Vec<&'a Evidence> {
        let council = self.source.council;
        let before = council.meetings.iter().map(|it| it.date).filter(|date| *date < self.meeting.date).max();
        let next = council.meeting_after(self.meeting).map(|next| next.date);
        let is_new =
            |on: NaiveDate| before.is_none_or(|before| on > before) && next.is_none_or(|next| on < next);
        let all = council.points.iter().flat_map(|record| &record.evidence);
        let mut new: Vec<&Evidence> = all.filter(|it| is_new(it.on)).collect();
        new.sort_by_key(|it| Reverse(it.on));
        new
    }

    /// What was given out, and when everybody meets again.
    fn next(&self) -> Vec<String> {
        let Source { words, council, .. } = self.source;
        let given = |action: &&Action| {
            let origin = action.origin.as_ref();
            origin.is_some_and(|origin| origin.meeting == self.meeting.id)
                && action.state != ActionState::Dropped
                && !is_off_record(council, action)
        };
        let given = council.by_due(council.every_action().filter(given)).into_iter();
        let given = given.map(|action| {
            let done = action.state == ActionState::Done;
            let due = if done {
                words.action_state(action.state).to_owned()
            } else {
                words.due_short(council, action)
            };
            words.given_to(&self.short(&action.text), &self.discreet.owners(action), &due)
        });
        let mut next = self.most(given.collect(), ACTIONS);
        let following = council.meeting_after(self.meeting);
        next.extend(
            following
                .zip(self.next_meeting())
                .map(|(meeting, when)| words.news_next_meeting(&words.meeting_short(meeting), &when)),
        );
        next
    }

    /// When and where everybody meets again.
    fn next_meeting(&self) -> Option<String> {
        let Source { words, council, .. } = self.source;
        let meeting = council.meeting_after(self.meeting)?;
        let range = words.time_range(&words.time(meeting.start), &words.time(meeting.end));
        let when = words.on_day(&words.date(meeting.date, council.head.dates), &range);
        let place = self.discreet.text(&meeting.place);
        Some(if place.is_empty() { when } else { when + &words.in_brackets(&place) })
    }

    /// The indicator that moved most of those about what was talked about, else of all.
    fn indicator(&self) -> Option<&'a Indicator> {
        let points = self.points();
        let all = || self.source.council.indicators.iter().filter(|it| it.last().is_some());
        let about = all().filter(|it| it.points.iter().any(|point| points.contains(point)));
        let most = |it: &&Indicator| Reverse(moved(it));
        about.min_by_key(most).or_else(|| all().min_by_key(most))
    }

    fn points(&self) -> BTreeSet<Point> {
        let spoken = self.body.turns.iter().filter_map(|turn| turn.point);
        let items = self.items().flat_map(|item| &item.points).copied();
        items.chain(self.lines().flat_map(|line| &line.points).copied()).chain(spoken).collect()
    }
}

/// The share of the way to the target that was gone, in either direction; without a target, of the base.
fn moved(indicator: &Indicator) -> Decimal {
    let moved = || {
        let base = indicator.base.as_ref()?.value;
        let by = indicator.shift()?.by;
        let way = indicator.target.as_ref().and_then(|target| target.value.checked_sub(base));
        by.checked_div(way.unwrap_or(base))
    };
    moved().unwrap_or_default().abs()
}
