//! `norishiro capture`: lines in the capture language into the record of a meeting. All of the input is taken, or none of it.

use crate::{
    cli::{
        answer::Answer,
        args::Capture,
        failure::Failure,
        input,
        shell::{OpenCouncil, Shell},
        table::aligned,
    },
    domain::{
        Line, LineKind, Meeting, MeetingState, Refusal,
        decide::record::{self, NewKind, NewLine},
        id::MeetingId,
    },
    text::{
        capture::{self, MOST_LINES},
        clean::split_paste,
    },
    words::Words,
};
use serde::Serialize;

#[derive(Serialize)]
struct Row {
    /// The line of the input.
    line: usize,
    kind: &'static str,
    speaker: Option<String>,
    text: String,
    number: Option<Number>,
    /// The kind and number in words.
    #[serde(skip)]
    called: String,
}

/// The number a line took: `"3-2"` for a decision, `12` for an action.
#[derive(Serialize)]
#[serde(untagged)]
enum Number {
    Decision(String),
    Action(u32),
}

pub fn run(shell: &Shell, asked: &Capture) -> Result<Answer, Failure> {
    let mut open = shell.open(&asked.council)?;
    let meeting = meeting_to_write(&open, asked.meeting.as_deref())?.id.clone();
    open.read_meeting(&meeting)?;
    let lines = split_paste(&input::read(&asked.file)?);
    input::require_at_most(MOST_LINES, lines.len())?;
    let read = capture::read_all(open.council(), shell.today(), lines.iter().map(String::as_str));
    let (mut rows, mut notes) = (Vec::new(), Vec::new());
    for (line, captured) in (1..).zip(read) {
        let Some(captured) = captured else { continue };
        let doubts =
            captured.doubts.iter().map(|doubt| shell.words.cli_warning(line, &shell.words.doubt(doubt)));
        notes.extend(doubts);
        let row = write(shell.words, &mut open, &meeting, line, captured.into_line(&lines[line - 1]));
        rows.push(row.map_err(|refusal| Failure::Line { line, refusal })?);
    }
    open.save()?;
    let answer = Answer::either(asked.json.json, &rows, || told(shell, &open, &meeting, &rows));
    Ok(Answer { notes, ..answer })
}

/// The meeting named; else the running one, or the one planned last.
fn meeting_to_write<'a>(open: &'a OpenCouncil, named: Option<&str>) -> Result<&'a Meeting, Failure> {
    if let Some(typed) = named {
        return open.meeting(typed);
    }
    let council = open.council();
    let planned_last = || council.meetings.iter().rev().find(|it| it.state == MeetingState::Planned);
    council.running().or_else(planned_last).ok_or(Failure::Refusal(Refusal::NoMeeting))
}

/// Writes one line as one change.
fn write(
    words: Words,
    open: &mut OpenCouncil,
    meeting: &MeetingId,
    line: usize,
    new: NewLine,
) -> Result<Row, Refusal> {
    let more = (new.kind == NewKind::Continue).then(|| new.text.clone());
    let edits = record::write(open.history.council(), meeting, None, new, open.now, &mut open.mint)?;
    open.push(edits)?;
    if let Some(text) = more {
        let called = words.cli_continuation().to_owned();
        return Ok(Row { line, kind: "continuation", speaker: None, text, number: None, called });
    }
    let head = open.council().meetings.get(meeting).ok_or(Refusal::NotFound)?;
    let written = open.council().body(meeting).and_then(|body| body.lines.last()).ok_or(Refusal::NotFound)?;
    Ok(row(words, line, head, written))
}

fn row(words: Words, line: usize, meeting: &Meeting, written: &Line) -> Row {
    let number = match written.kind {
        LineKind::Decision(number) => Some(Number::Decision(format!("{}-{number}", meeting.ordinal))),
        LineKind::Action(number) => Some(Number::Action(number)),
        _ => None,
    };
    let speaker = written.speaker.as_ref().map(|who| who.label.clone());
    let called = words.numbered_kind(meeting, written.kind);
    Row { line, kind: written.kind.key(), speaker, text: written.text.clone(), number, called }
}

fn told(shell: &Shell, open: &OpenCouncil, meeting: &MeetingId, rows: &[Row]) -> String {
    let label =
        open.council().meetings.get(meeting).map(|it| shell.words.meeting_label(it)).unwrap_or_default();
    let cells = rows.iter().map(|row| {
        let speaker = row.speaker.clone().unwrap_or_default();
        [row.line.to_string(), row.called.clone(), speaker, row.text.clone()]
    });
    aligned(shell.ruler(), &cells.collect::<Vec<_>>()) + &shell.words.cli_captured(rows.len(), &label) + "\n"
}
