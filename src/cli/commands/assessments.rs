//! `norishiro assessments`: what the room said of the signs, each time it was asked; with a day, sign by sign.

use crate::{
    cli::{answer::Answer, args::Assessments, failure::Failure, shell::Shell, table::aligned},
    domain::{Accord, Assessment, Council, Count, Drift, Party, Point, Voiced, assessment::Answer as Said},
    knowledge::points::{card, point_of_sign, sign},
    text::dates::parse_date,
    words::Words,
};
use chrono::NaiveDate;
use serde::Serialize;

#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    on: NaiveDate,
    meeting: Option<&'a str>,
    note: &'a str,
    answers: Vec<AnswerRow<'a>>,
}

#[derive(Serialize)]
struct AnswerRow<'a> {
    /// The id of the sign, as `norishiro points` names it.
    sign: &'a str,
    point: Option<&'static str>,
    #[serde(flatten)]
    count: CountRow,
    accord: Option<&'static str>,
    /// Empty where hands were counted.
    voices: Vec<VoiceRow<'a>>,
    before: Option<Before>,
    drift: Option<&'static str>,
}

#[derive(Serialize)]
struct CountRow {
    in_place: u32,
    partly: u32,
    not_yet: u32,
}

#[derive(Serialize)]
struct VoiceRow<'a> {
    who: &'a str,
    organisation: Option<&'a str>,
    voice: &'static str,
}

/// What was said when the sign was asked before.
#[derive(Serialize)]
struct Before {
    on: NaiveDate,
    #[serde(flatten)]
    count: CountRow,
}

impl From<Count> for CountRow {
    fn from(Count { in_place, partly, not_yet }: Count) -> Self {
        Self { in_place, partly, not_yet }
    }
}

pub fn run(shell: &Shell, asked: &Assessments) -> Result<Answer, Failure> {
    let day = asked.date.as_deref().map(|typed| day(shell, typed)).transpose()?;
    let open = shell.open(&asked.council)?;
    let council = open.council();
    let mut listed = council.assessments_in_time();
    listed.retain(|it| day.is_none_or(|day| it.on == day));
    let rows: Vec<Row> = listed.iter().map(|it| row(council, it)).collect();
    Ok(Answer::either(asked.json.json, &rows, || match day {
        _ if listed.is_empty() => format!("{}\n", shell.words.cli_no_assessments()),
        Some(_) => in_full(shell, council, &listed),
        None => told(shell, council, &listed),
    }))
}

fn day(shell: &Shell, typed: &str) -> Result<NaiveDate, Failure> {
    parse_date(typed, shell.today()).map_err(|why| Failure::NotADate { typed: typed.to_owned(), why })
}

fn row<'a>(council: &'a Council, it: &'a Assessment) -> Row<'a> {
    Row {
        id: it.id.as_str(),
        on: it.on,
        meeting: it.meeting.as_ref().map(|id| id.as_str()),
        note: &it.note,
        answers: it.answers.iter().map(|said| answer_row(council, it, said)).collect(),
    }
}

fn answer_row<'a>(council: &'a Council, it: &Assessment, said: &'a Said) -> AnswerRow<'a> {
    let count = said.tally.count();
    let before = council.answer_before(&it.id, &said.sign);
    AnswerRow {
        sign: &said.sign,
        point: point_of_sign(&said.sign).map(Point::key),
        count: count.into(),
        accord: count.accord().map(Accord::key),
        voices: said.tally.voices().iter().map(voice_row).collect(),
        before: before.map(|(before, said)| Before { on: before.on, count: said.tally.count().into() }),
        drift: council.drift(it, &said.sign).map(Drift::key),
    }
}

fn voice_row(it: &Voiced) -> VoiceRow<'_> {
    let organisation = match &it.who.party {
        Some(Party::Organisation(id)) => Some(id.as_str()),
        _ => None,
    };
    VoiceRow { who: &it.who.label, organisation, voice: it.voice.key() }
}

/// A line each: when, how many signs, how they lie.
fn told(shell: &Shell, council: &Council, listed: &[&Assessment]) -> String {
    let words = shell.words;
    let rows = listed.iter().map(|it| {
        let signs = it.answers.iter().map(|said| said.sign.as_str());
        let asked = words.cli_signs(it.answers.len());
        [when(words, council, it), asked, words.overview(it.overview(signs))]
    });
    aligned(shell.ruler(), &rows.collect::<Vec<_>>())
}

fn when(words: Words, council: &Council, it: &Assessment) -> String {
    let meeting = it.meeting.as_ref().and_then(|id| council.meetings.get(id));
    words.asked_when(it.on, meeting, council.head.dates)
}

/// Each sign under its point: how its voices lie, what was said, and the time before.
fn in_full(shell: &Shell, council: &Council, listed: &[&Assessment]) -> String {
    let words = shell.words;
    let mut sheet = shell.sheet();
    for it in listed {
        sheet.heading(&words.assessment_on(&when(words, council, it)));
        if !it.note.is_empty() {
            sheet.para(&it.note);
        }
        for point in Point::ALL {
            let said = card(point).signs.iter().filter_map(|sign| it.answer(sign.id));
            sheet.bullets(&card(point).numbered(words.lang), said.map(|said| line(words, council, it, said)));
        }
        let foreign = it.answers.iter().filter(|said| sign(&said.sign).is_none());
        sheet.bullets(words.assessment_foreign_signs(), foreign.map(|said| line(words, council, it, said)));
    }
    sheet.finish()
}

fn line(words: Words, council: &Council, it: &Assessment, said: &Said) -> String {
    let text = sign(&said.sign).map_or(said.sign.as_str(), |sign| sign.text.pick(words.lang));
    let accord = said.tally.count().accord().map(|accord| words.accord(accord));
    let before = council.answer_before(&it.id, &said.sign).map(|(before, said)| {
        words.assessment_before(&when(words, council, before), &words.counted(said.tally.count()))
    });
    let drift = council.drift(it, &said.sign).map(|drift| words.drift(drift).to_owned());
    let parts =
        [Some(text.to_owned()), accord.map(str::to_owned), Some(words.tally(&said.tally)), before, drift];
    parts.into_iter().flatten().collect::<Vec<_>>().join("  ")
}
