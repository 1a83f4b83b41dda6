//! `norishiro board`: where the ten points stand, or one of them with what was seen of it.

use super::{lens, points::point};
use crate::{
    cli::{answer::Answer, args::Board, failure::Failure, shell::Shell, table::aligned},
    domain::{Council, Point, PointRecord, SignState, Step, Tick, id::MeetingId},
    knowledge::points::{Phase, card, sign},
    words::{
        Words,
        terms::{sign_mark, stage_mark},
    },
};
use chrono::NaiveDate;
use serde::Serialize;

#[derive(Serialize)]
struct Document<'a> {
    /// The id of the point being spoken about.
    current: Option<&'static str>,
    points: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    number: u8,
    id: &'static str,
    name_ja: &'static str,
    name_en: &'static str,
    phase: Phase,
    state: &'static str,
    /// The day it came to that state, where it was noted.
    since: Option<NaiveDate>,
    active: bool,
    steps: Vec<StepRow<'a>>,
    ticks: Vec<TickRow<'a>>,
}

#[derive(Serialize)]
struct StepRow<'a> {
    on: NaiveDate,
    meeting: Option<&'a str>,
    state: &'static str,
}

#[derive(Serialize)]
struct TickRow<'a> {
    /// The id of the sign, as `norishiro points` names it.
    sign: &'a str,
    on: NaiveDate,
    meeting: Option<&'a str>,
    evidence: &'a str,
    said_by: Option<&'a str>,
    until: Option<NaiveDate>,
}

pub fn run(shell: &Shell, asked: &Board) -> Result<Answer, Failure> {
    let only = asked.point.as_deref().map(point).transpose()?;
    let mut open = shell.open(&asked.council)?;
    if asked.trail {
        let unread = open.council().unread();
        open.read(&unread)?;
        return Ok(lens::trail(shell, &open.council().trail(open.now), asked.json.json));
    }
    let council = open.council();
    if let Some(name) = &asked.lens {
        return lens::lens(shell, council, name, asked.json.json);
    }
    if asked.strengths {
        return Ok(lens::build_on(shell, council, asked.json.json));
    }
    let points = only.map_or_else(|| Point::ALL.to_vec(), |only| vec![only]);
    let board = Document {
        current: council.head.focus.map(Point::key),
        points: points.into_iter().map(|point| row(council, point)).collect(),
    };
    Ok(Answer::either(asked.json.json, &board, || match only {
        Some(point) => told_of(shell, council, point),
        None => told(shell, council),
    }))
}

fn row(council: &Council, point: Point) -> Row<'_> {
    let (record, card) = (council.point(point), card(point));
    Row {
        number: point.number(),
        id: point.key(),
        name_ja: card.name.ja,
        name_en: card.name.en,
        phase: card.phase,
        state: record.stage.key(),
        since: record.since(),
        active: record.active,
        steps: record.steps.iter().map(step_row).collect(),
        ticks: record.ticks.iter().map(tick_row).collect(),
    }
}

fn step_row(step: &Step) -> StepRow<'_> {
    StepRow { on: step.on, meeting: step.meeting.as_ref().map(MeetingId::as_str), state: step.to.key() }
}

fn tick_row(tick: &Tick) -> TickRow<'_> {
    TickRow {
        sign: &tick.sign,
        on: tick.on,
        meeting: tick.meeting.as_ref().map(MeetingId::as_str),
        evidence: &tick.evidence,
        said_by: tick.said_by.as_ref().map(|who| who.label.as_str()),
        until: tick.until,
    }
}

fn told(shell: &Shell, council: &Council) -> String {
    let words = shell.words;
    let rows = Phase::ALL.into_iter().flat_map(Phase::cards).map(|card| {
        let record = council.point(card.point);
        let now = council.head.focus == Some(card.point);
        let active = if record.active { words.cli_active() } else { "" };
        [
            card.phase.name().pick(words.lang).to_owned(),
            card.point.number().to_string(),
            card.name.pick(words.lang).to_owned(),
            words.stage(record.stage).to_owned(),
            since(words, council, record),
            if now { words.cli_spoken_about().to_owned() } else { active.to_owned() },
        ]
    });
    aligned(shell.ruler(), &rows.collect::<Vec<_>>())
}

fn since(words: Words, council: &Council, record: &PointRecord) -> String {
    let day = record.since().map(|day| words.day(day, council.head.dates));
    day.map(|day| words.board_since(&day)).unwrap_or_default()
}

/// One point: how far it has come, its signs, its steps.
fn told_of(shell: &Shell, council: &Council, point: Point) -> String {
    let (words, mut sheet) = (shell.words, shell.sheet());
    let (record, card) = (council.point(point), card(point));
    let day = |day| words.day(day, council.head.dates);
    sheet.heading(&format!("{} {}", point.number(), card.name.pick(words.lang)));
    let stage = format!("{} {}", stage_mark(record.stage), words.stage(record.stage));
    sheet.para(format!("{stage}  {}", since(words, council, record)).trim_end());
    let signs = card.signs.iter().map(|it| {
        let state = record.sign(it.id);
        let text = format!("{}  {}", it.text.pick(words.lang), words.sign_state(state));
        (sign_mark(state), text, state.tick())
    });
    sheet.heading(words.board_signs());
    for (mark, text, tick) in signs {
        sheet.hung(mark, 2, &text);
        if let Some(tick) = tick {
            sheet.hung("", 2, &words.sign_told(council, tick));
        }
    }
    let past = record.ticks.iter().filter(|it| it.until.is_some());
    let past = past.filter(|it| record.sign(&it.sign) != SignState::Gone(it));
    sheet.bullets(
        words.board_past_signs(),
        past.map(|it| {
            let text = sign(&it.sign).map_or(it.sign.as_str(), |sign| sign.text.pick(words.lang));
            format!("{text}  {}", words.sign_told(council, it))
        }),
    );
    let steps = record.steps.iter().rev();
    sheet.bullets(words.board_history(), steps.map(|it| format!("{}  {}", day(it.on), words.stage(it.to))));
    sheet.finish()
}
