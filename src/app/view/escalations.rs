//! Issues between this council and those above and below it: a row each with its state, and everything known about one.

use super::board::title_of;
use crate::{
    app::{
        look::Tone,
        model::{ListId, Model},
        row::{Para, Row, Rows, Span},
        update::{self, list::matching},
    },
    domain::{
        Escalation, EscalationState, Point, Side,
        id::{EscalationId, MeetingId},
    },
    words::indicators::DUE_MARK,
};
use chrono::NaiveDate;
use std::cmp::Reverse;

/// The list's name, and how many wait for this council.
pub fn title(model: &Model) -> (Vec<Span>, Vec<Span>) {
    let words = model.words;
    let waiting = model.council().escalations_waiting().count();
    let waiting = (waiting > 0).then(|| Span::new(words.escalations_waiting_count(waiting), Tone::Warn));
    (vec![Span::new(words.escalations_title(), Tone::Accent)], waiting.into_iter().collect())
}

/// What was raised to us, then what we raised; in each what waits for us, then the newest first.
pub fn rows(model: &Model) -> Rows<'_, EscalationId> {
    let named = model.council().escalations.iter().map(|it| model.look.ruler.width(&it.other_name));
    let name = named.max().unwrap_or(0).min(NAMES);
    let of = |side| {
        let mut group: Vec<&Escalation> =
            model.council().escalations.iter().filter(|it| it.side == side).collect();
        group.sort_by_key(|it| (Reverse(it.waits_for_us()), Reverse(it.raised)));
        let heading = Row::heading(model.words.escalation_side(side));
        let heading = (!group.is_empty()).then_some((None, heading));
        heading.into_iter().chain(group.into_iter().map(|it| (Some(it.id.clone()), row(model, it, name))))
    };
    let rows = of(Side::Received).chain(of(Side::Raised)).collect();
    matching(model, ListId::Escalations, Rows::made(rows))
}

/// From this width of the list on, a row says with which council.
const ROOMY: usize = 84;
/// The name of a council takes no more.
const NAMES: usize = 24;

/// A mark where it is our turn, state, issue; the other council and the day in columns that stand below each other.
fn row(model: &Model, it: &Escalation, name: usize) -> Row {
    let (words, ruler) = (model.words, model.look.ruler);
    let widest = EscalationState::ALL.map(|state| ruler.width(words.escalation_state(state)));
    let state = widest.into_iter().max().unwrap_or(0);
    let mark = if it.waits_for_us() { DUE_MARK } else { " " };
    let width = usize::from(model.list_area().width);
    let since = words.date_short(it.since(), model.council().head.dates);
    let name = if width < ROOMY { String::new() } else { ruler.fit(&it.other_name, name) };
    let taken = state + DAY + ruler.width(&name) + if name.is_empty() { 8 } else { 12 };
    let room = width.saturating_sub(taken);
    Row::titled(ruler.cut(it.text.lines().next().unwrap_or_default(), room))
        .lead(format!("{mark} "), Tone::Warn)
        .lead(format!("{}  ", ruler.fit(words.escalation_state(it.state()), state)), tone(it))
        .right(ruler.fit_right(&since, DAY), Tone::Dim)
        .right(name, Tone::Dim)
        .also([&it.text, &it.why, &it.answer, &it.other_name].map(String::as_str).join(" "))
}

/// A short day takes as much in either language.
const DAY: usize = 11;

fn tone(it: &Escalation) -> Tone {
    match it.state() {
        _ if it.waits_for_us() => Tone::Warn,
        EscalationState::Answered => Tone::Good,
        EscalationState::Withdrawn => Tone::Dim,
        EscalationState::Raised | EscalationState::Considered => Tone::Plain,
    }
}

/// The issue and how far it is, the answer and what comes next; then where it is from.
pub fn detail(model: &Model) -> Vec<Para> {
    let Some(it) = update::escalations::chosen(model) else { return Vec::new() };
    let words = model.words;
    let since = day(model, it.since());
    let since = if it.state().is_open() { words.footing_since_day(&since) } else { since };
    let state = format!("{}  {since}", words.escalation_state(it.state()));
    let answer = Para::labelled(words.fact_answer(), &it.answer);
    let head = [
        Some(Para::new(&it.text, Tone::Strong)),
        Some(Para::new(state, tone(it))),
        answer.map(|para| Para { tone: Tone::Strong, ..para }),
        next(model, it).map(|said| Para::new(said, Tone::Dim)),
        Some(Para::blank()),
    ];
    head.into_iter().chain(facts(model, it)).flatten().collect()
}

/// With whom, since when, why, and on which days.
fn facts(model: &Model, it: &Escalation) -> [Option<Para>; 8] {
    let words = model.words;
    let other = match it.is_elsewhere() {
        true => words.escalation_elsewhere(&it.other_name),
        false => it.other_name.clone(),
    };
    let (label, raised_here) = match it.side {
        Side::Raised => (words.escalation_to_label(), it.raised_at.as_ref()),
        Side::Received => (words.escalation_from_label(), None),
    };
    let answered_here = it.answered_at.as_ref().filter(|_| it.is_ours_to_answer());
    let points: Vec<String> = it.points.iter().map(|point| title_of(words, *point)).collect();
    let told = |label, on: Option<NaiveDate>, meeting| {
        let on = on.map(|on| day_at(model, on, meeting)).unwrap_or_default();
        Para::labelled(label, on)
    };
    [
        Para::labelled(label, other),
        Para::labelled(words.escalation_field_why(), &it.why),
        Para::labelled(words.indicator_points(), points.join(words.pick("、", ", "))),
        told(words.fact_raised_on(), Some(it.raised), raised_here),
        told(words.fact_considered_on(), it.considered, None),
        told(words.fact_answered_on(), it.answered, answered_here),
        told(words.fact_reported_on(), it.reported, None),
        told(words.fact_withdrawn_on(), it.withdrawn, None),
    ]
}

fn day(model: &Model, day: NaiveDate) -> String {
    model.words.date(day, model.council().head.dates)
}

/// A day, with the meeting of this council it was on.
fn day_at(model: &Model, on: NaiveDate, meeting: Option<&MeetingId>) -> String {
    let (words, on) = (model.words, day(model, on));
    let meeting = meeting.and_then(|id| model.council().meetings.get(id));
    meeting.map_or_else(|| on.clone(), |it| words.escalation_day_at(&on, &words.meeting_label(it)))
}

/// What comes next, and by which key.
fn next(model: &Model, it: &Escalation) -> Option<&'static str> {
    let words = model.words;
    match (it.side, it.state()) {
        (Side::Received, state) if state.is_open() => Some(words.escalation_next_answer()),
        (Side::Raised, state) if state.is_open() && it.is_elsewhere() => Some(words.escalation_next_write()),
        (Side::Raised, state) if state.is_open() => Some(words.escalation_next_wait()),
        (Side::Raised, EscalationState::Answered) if it.reported.is_none() => {
            Some(words.escalation_next_report())
        }
        _ => None,
    }
}

/// The issues that tell of a point, a line each.
pub fn on(model: &Model, point: Point) -> Vec<Para> {
    let words = model.words;
    let told = |it: &Escalation| {
        let said = format!("{}  {}  {}", words.escalation_state(it.state()), it.text, it.other_name);
        Para::bullet(said, tone(it))
    };
    model.council().escalations.iter().filter(|it| it.points.contains(&point)).map(told).collect()
}
