//! How a point came to where it is: stages, signs, evidence and meetings by their days, newest first.

use crate::{
    app::{look::Tone, model::Model, row::Para},
    domain::{Evidence, Point, Step, Tick, Visit, id::MeetingId},
    knowledge::points,
    words::terms::stage_mark,
};
use chrono::NaiveDate;
use std::cmp::Reverse;

/// Everything that has a day, as far as it was read.
pub fn story(model: &Model, point: Point) -> Vec<Para> {
    let record = model.council().point(point);
    let steps = record.steps.iter().map(|it| (it.on, step(model, it), Tone::Strong));
    let seen = record.ticks.iter().map(|it| (it.on, seen(model, it), Tone::Good));
    let gone = record.ticks.iter().filter_map(|it| Some((it.until?, gone(model, it), Tone::Warn)));
    let evidence = record.evidence.iter().map(|it| (it.on, shown(model, it), Tone::Plain));
    let visits = model.council().visits(point, model.now);
    let visits = visits.into_iter().map(|it| (it.meeting.date, visit(model, it), Tone::Plain));
    let mut told: Vec<(NaiveDate, String, Tone)> =
        steps.chain(seen).chain(gone).chain(evidence).chain(visits).collect();
    told.sort_by_key(|(on, ..)| Reverse(*on));
    let dates = model.council().head.dates;
    let para =
        |(on, text, tone)| Para { text: format!("{}  {text}", model.words.day(on, dates)), tone, hang: 4 };
    told.into_iter().map(para).collect()
}

fn step(model: &Model, it: &Step) -> String {
    let words = model.words;
    let came = words.story_stage(words.stage(it.to));
    format!("{} {came}{}", stage_mark(it.to), there(model, it.meeting.as_ref()))
}

/// The meeting it was said in, in brackets.
fn there(model: &Model, meeting: Option<&MeetingId>) -> String {
    let meeting = meeting.and_then(|id| model.council().meetings.get(id));
    meeting.map(|it| model.words.in_brackets(&model.words.meeting_short(it))).unwrap_or_default()
}

fn seen(model: &Model, it: &Tick) -> String {
    let words = model.words;
    let sign = words.story_seen(said(model, it));
    let sign = format!("✓ {sign}{}", there(model, it.meeting.as_ref()));
    let who = it.said_by.as_ref().map(|who| words.in_brackets(&who.label)).unwrap_or_default();
    let by = format!("{}{who}", it.evidence.trim());
    if by.is_empty() { sign } else { format!("{sign}  {}", by.trim_start()) }
}

fn gone(model: &Model, it: &Tick) -> String {
    format!("✗ {}", model.words.story_gone(said(model, it)))
}

/// What the sign says; the id of one that this version does not have.
fn said<'a>(model: &Model, it: &'a Tick) -> &'a str {
    points::sign(&it.sign).map_or(&it.sign, |sign| sign.text.pick(model.words.lang))
}

fn shown(model: &Model, it: &Evidence) -> String {
    model.words.story_evidence(&it.text)
}

/// One meeting: how long, and what came of it.
fn visit(model: &Model, visit: Visit<'_>) -> String {
    let words = model.words;
    let came = [
        (visit.seconds > 0).then(|| words.duration((visit.seconds + 59) / 60)),
        (visit.decisions > 0).then(|| words.board_decisions(visit.decisions)),
        (visit.actions > 0).then(|| words.board_actions(visit.actions)),
    ];
    let parts = std::iter::once(words.meeting_short(visit.meeting)).chain(came.into_iter().flatten());
    parts.collect::<Vec<_>>().join("  ")
}
