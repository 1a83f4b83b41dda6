//! `norishiro minutes`: the minutes of a meeting as a paper; what the quality list holds; making them final and reopening them.

use crate::{
    cli::{
        answer::Answer,
        args::Minutes,
        commands::paper,
        failure::Failure,
        shell::{OpenCouncil, Shell},
    },
    domain::{
        Body, Meeting,
        decide::minutes::{self, Stamp},
        id::MeetingId,
        quality::{Finding, Place},
    },
    paper::{Kind, Order},
    text::clean::shown_line,
};

pub fn run(shell: &Shell, asked: &Minutes) -> Result<Answer, Failure> {
    let mut open = shell.open(&asked.council)?;
    let id = open.meeting_to_read(asked.meeting.as_deref())?.id.clone();
    if let Some(reason) = &asked.reopen {
        return reopen(shell, &mut open, &id, reason);
    }
    if asked.finalise {
        return finalise(shell, &mut open, &id, asked.anyway);
    }
    if asked.check {
        return Ok(list(shell, &open, &id));
    }
    let order = Order {
        format: asked.format,
        meeting: Some(id),
        names: asked.names,
        verbatim: asked.verbatim,
        ..Order::new(Kind::Minutes)
    };
    paper::make(shell, &mut open, &order, asked.output.as_deref(), asked.overwrite)
}

/// The version and its deadlines, then each finding with what it is about. Found something: exit code 1.
fn list(shell: &Shell, open: &OpenCouncil, id: &MeetingId) -> Answer {
    let (words, council) = (shell.words, open.council());
    let Some((meeting, body)) = council.meetings.get(id).zip(council.body(id)) else {
        return Answer::default();
    };
    let due = council.deadlines(meeting).into_iter().filter_map(|it| words.deadline(&it, shell.today()));
    let head: Vec<String> =
        [words.meeting_label(meeting), words.minutes_standing(meeting)].into_iter().chain(due).collect();
    let findings = council.quality(meeting);
    let said = findings.iter().map(|it| format!("{}\n", finding(shell, body, it)));
    let none = if findings.is_empty() { format!("{}\n", words.quality_clear()) } else { String::new() };
    let text = format!("{}\n{}{none}", head.join("  "), said.collect::<String>());
    Answer { found: !findings.is_empty(), ..Answer::text(text) }
}

fn finding(shell: &Shell, body: &Body, finding: &Finding) -> String {
    let words = shell.words;
    let about = match &finding.place {
        Place::Meeting => String::new(),
        Place::Item(id) => body.items.get(id).map(|item| item.title.clone()).unwrap_or_default(),
        Place::Line(id) => body.lines.get(id).map(|line| shown_line(&line.text)).unwrap_or_default(),
    };
    let said = words.quality_finding(finding);
    if about.is_empty() { said } else { words.quality_at(&said, &about) }
}

/// Checks the minutes and makes them final in one go.
fn finalise(shell: &Shell, open: &mut OpenCouncil, id: &MeetingId, anyway: bool) -> Result<Answer, Failure> {
    let by = shell.writer().by;
    let edits = open.decide(|council, at, _| minutes::check(council, id, Stamp { at, by: &by }, anyway))?;
    open.push(edits)?;
    let edits =
        open.decide(|council, at, _| minutes::finalise(council, id, Stamp { at, by: &by }, anyway))?;
    open.commit(edits)?;
    Ok(standing(shell, open.council().meetings.get(id)))
}

fn reopen(shell: &Shell, open: &mut OpenCouncil, id: &MeetingId, reason: &str) -> Result<Answer, Failure> {
    let by = shell.writer().by;
    let edits = open.decide(|council, at, _| minutes::reopen(council, id, Stamp { at, by: &by }, reason))?;
    open.commit(edits)?;
    Ok(standing(shell, open.council().meetings.get(id)))
}

fn standing(shell: &Shell, meeting: Option<&Meeting>) -> Answer {
    let words = shell.words;
    let said = meeting.map(|it| format!("{}  {}\n", words.meeting_label(it), words.minutes_standing(it)));
    Answer::text(said.unwrap_or_default())
}
