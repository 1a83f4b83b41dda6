//! `norishiro meeting`: planning, listing, starting and closing the meetings of a council.

use crate::{
    cli::{
        answer::Answer,
        args::{Meeting as Asked, Plan as AskedPlan, Step},
        failure::Failure,
        shell::{OpenCouncil, Shell},
        table::aligned,
    },
    domain::{Council, LineKind, Meeting, MeetingState, Refusal, decide, id::MeetingId},
    text::{
        clean::{clean_line, shown_line},
        dates,
    },
};
use chrono::NaiveTime;
use serde::Serialize;

#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    fiscal_year: i32,
    ordinal: u32,
    date: String,
    start: String,
    end: String,
    place: &'a str,
    state: &'static str,
}

pub fn run(shell: &Shell, asked: Asked) -> Result<Answer, Failure> {
    let mut open = shell.open(&asked.council)?;
    match asked.step {
        Step::List(json) => Ok(list(shell, open.council(), json.json)),
        Step::Add(plan) => {
            let id = add(shell, &mut open, &plan)?;
            Ok(one(shell, open.council(), &id, plan.json.json, |label| shell.words.cli_planned(label)))
        }
        Step::Start(named) => {
            let id = open.meeting(&named.meeting)?.id.clone();
            open.read_meeting(&id)?;
            let edits = open.decide(|council, now, mint| decide::meeting::start(council, &id, now, mint))?;
            open.commit(edits)?;
            Ok(one(shell, open.council(), &id, named.json.json, |label| shell.words.cli_started(label)))
        }
        Step::Close(named) => {
            let id = close(shell, &mut open, &named.meeting)?;
            let read_back = read_back(shell, open.council(), &id);
            Ok(one(shell, open.council(), &id, named.json.json, |label| {
                format!("{}\n{read_back}", shell.words.cli_closed(label))
            }))
        }
    }
}

fn add(shell: &Shell, open: &mut OpenCouncil, asked: &AskedPlan) -> Result<MeetingId, Failure> {
    let date = dates::parse_date(&asked.date, shell.today())
        .map_err(|why| Failure::NotADate { typed: asked.date.clone(), why })?;
    let plan = decide::meeting::Plan {
        date,
        start: time(&asked.start)?,
        end: time(&asked.end)?,
        place: clean_line(&asked.place).trim().to_owned(),
    };
    let usual = shell.words.usual_items();
    let (id, edits) = open.decide(|council, _, mint| {
        let (id, edits) = decide::meeting::plan(council, &plan, mint)?;
        Ok((id, decide::carry::with_usual(council, edits, &usual, mint)?))
    })?;
    open.commit(edits)?;
    Ok(id)
}

fn time(typed: &str) -> Result<NaiveTime, Failure> {
    dates::parse_time(typed).ok_or_else(|| Failure::NotATime(typed.to_owned()))
}

fn close(shell: &Shell, open: &mut OpenCouncil, typed: &str) -> Result<MeetingId, Failure> {
    let meeting = open.meeting(typed)?;
    let id = meeting.id.clone();
    match meeting.state {
        MeetingState::Running => {}
        MeetingState::Held => return Err(Refusal::AlreadyHeld.into()),
        MeetingState::Planned => return Err(Refusal::NotRunning.into()),
    }
    let usual = shell.words.usual_items();
    let edits = open.decide(|council, at, mint| {
        let edits = decide::meeting::close(council, at, mint)?;
        decide::carry::with_usual(council, edits, &usual, mint)
    })?;
    open.commit(edits)?;
    Ok(id)
}

/// What the meeting leaves: decisions, actions, and those without an owner.
fn read_back(shell: &Shell, council: &Council, id: &MeetingId) -> String {
    let lines = || council.body(id).into_iter().flat_map(|body| &body.lines);
    let decisions = lines().filter(|line| matches!(line.kind, LineKind::Decision(_))).count();
    let given = |kind| match kind {
        LineKind::Action(number) => council.action_numbered(number),
        _ => None,
    };
    let actions: Vec<_> = lines().filter_map(|line| given(line.kind)).collect();
    let unowned = actions.iter().filter(|action| action.owners.is_empty()).count();
    shell.words.cli_read_back(decisions, actions.len(), unowned)
}

/// The one meeting that something was done to.
fn one(
    shell: &Shell,
    council: &Council,
    id: &MeetingId,
    json: bool,
    said: impl FnOnce(&str) -> String,
) -> Answer {
    let meeting = council.meetings.get(id);
    if json {
        return Answer::json(&meeting.map(row).into_iter().collect::<Vec<_>>());
    }
    let named = meeting.map(|it| {
        let day = shell.words.date(it.date, council.head.dates);
        let hours = format!("{}-{}", shell.words.time(it.start), shell.words.time(it.end));
        format!("{} {} {day} {hours} {}", it.id, shell.words.meeting_label(it), shown_line(&it.place))
    });
    Answer::text(said(named.unwrap_or_default().trim_end()) + "\n")
}

fn list(shell: &Shell, council: &Council, json: bool) -> Answer {
    let meetings = council.meetings_by_date();
    if json {
        return Answer::json(&meetings.into_iter().map(row).collect::<Vec<_>>());
    }
    if meetings.is_empty() {
        return Answer::text(format!("{}\n", shell.words.no_meeting_yet()));
    }
    let words = shell.words;
    let head = [
        "id",
        words.col_meeting(),
        words.col_date(),
        words.col_hours(),
        words.col_state(),
        words.col_place(),
    ];
    let rows = meetings.into_iter().map(|it| {
        [
            it.id.to_string(),
            words.meeting_label(it),
            words.date(it.date, council.head.dates),
            format!("{}-{}", words.time(it.start), words.time(it.end)),
            words.meeting_state(it.state).to_owned(),
            it.place.clone(),
        ]
    });
    let rows: Vec<_> = std::iter::once(head.map(str::to_owned)).chain(rows).collect();
    Answer::text(aligned(shell.ruler(), &rows))
}

fn row(meeting: &Meeting) -> Row<'_> {
    Row {
        id: meeting.id.as_str(),
        fiscal_year: meeting.fiscal_year,
        ordinal: meeting.ordinal,
        date: dates::iso(meeting.date),
        start: meeting.start.format("%H:%M").to_string(),
        end: meeting.end.format("%H:%M").to_string(),
        place: &meeting.place,
        state: meeting.state.key(),
    }
}
