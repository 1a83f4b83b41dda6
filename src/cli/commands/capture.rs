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
        decide::{
            said::Said,
            saying::{Done, Saying, take_in},
        },
        id::{ItemId, MeetingId},
    },
    text::{
        capture::{MOST_LINES, Reader},
        clean::split_paste,
        fold::alike,
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
    let head = open.council().meetings.get(&meeting);
    let reader = Reader::in_meeting(open.council(), shell.today(), head);
    let read: Vec<_> = lines.iter().map(|line| reader.read(line)).collect();
    let (mut rows, mut notes, mut item) = (Vec::new(), Vec::new(), None);
    for ((line, typed), captured) in (1..).zip(&lines).zip(read) {
        let Some(captured) = captured else { continue };
        let done = enter(&mut open, &meeting, &mut item, &captured.said, typed);
        let done = done.map_err(|refusal| Failure::Line { line, refusal })?;
        let doubts = captured.doubts.iter().map(|doubt| shell.words.doubt(doubt));
        let kept = match &done {
            Done::Kept(_, refusal) => Some(shell.words.said_kept(&shell.words.refusal(refusal).0)),
            _ => None,
        };
        notes.extend(doubts.chain(kept).map(|what| shell.words.cli_warning(line, &what)));
        rows.push(row(shell.words, &open, &meeting, line, &captured.said, typed, &done)?);
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

/// Does what one line asks for, as one change. The lines that follow go to `item`.
fn enter(
    open: &mut OpenCouncil,
    meeting: &MeetingId,
    item: &mut Option<ItemId>,
    said: &Said,
    typed: &str,
) -> Result<Done, Refusal> {
    let (council, at) = (open.history.council(), open.now);
    let saying = Saying { council, meeting, item: item.as_ref(), at, alike };
    let outcome = take_in(&saying, said, typed, &mut open.mint)?;
    *item = outcome.item;
    if !outcome.edits.is_empty() {
        open.push(outcome.edits)?;
    }
    Ok(outcome.done)
}

/// What a line became. What is off the record is told by its mark alone.
fn row(
    words: Words,
    open: &OpenCouncil,
    meeting: &MeetingId,
    line: usize,
    said: &Said,
    typed: &str,
    done: &Done,
) -> Result<Row, Failure> {
    let council = open.council();
    let head = council.meetings.get(meeting).ok_or(Refusal::NotFound)?;
    let plain = |kind, text: &str, called: String| Row {
        line,
        kind,
        speaker: None,
        text: text.to_owned(),
        number: None,
        called,
    };
    let lines = council.body(meeting).map(|body| &body.lines);
    let written = |id| lines.and_then(|lines| lines.get(id)).ok_or(Refusal::NotFound);
    Ok(match (done, said) {
        (Done::Continued(id), Said::Line(new)) => {
            let text = if written(id)?.private { words.record_private_mark() } else { &new.text };
            plain("continuation", text, words.cli_continuation().to_owned())
        }
        (Done::Written(id) | Done::Continued(id) | Done::Kept(id, _), _) => {
            written_row(words, line, head, written(id)?)
        }
        (Done::Queue, _) => plain("queue", typed, words.said_waiting(council, head)),
        (done, _) => {
            let running = head.state == MeetingState::Running;
            plain(kind(done), typed, words.said_done(council, done, running))
        }
    })
}

/// What kind of thing was done by a line that is none of the record.
const fn kind(done: &Done) -> &'static str {
    match done {
        Done::Written(_) | Done::Continued(_) | Done::Kept(..) => "note",
        Done::Added(..) => "topic",
        Done::Taken(..) => "item",
        Done::Attending(_) => "attendance",
        Done::Queued(_) | Done::Unqueued(_) | Done::Acknowledged(_) | Done::Queue => "queue",
        Done::Material(..) => "material",
        Done::Corrected(..) => "correction",
    }
}

fn written_row(words: Words, line: usize, meeting: &Meeting, written: &Line) -> Row {
    let number = match written.kind {
        LineKind::Decision(number) => Some(Number::Decision(format!("{}-{number}", meeting.ordinal))),
        LineKind::Action(number) => Some(Number::Action(number)),
        _ => None,
    };
    let speaker = written.speaker.as_ref().filter(|_| !written.private).map(|who| who.label.clone());
    let called = words.numbered_kind(meeting, written.kind);
    let text = if written.private { words.record_private_mark().to_owned() } else { written.text.clone() };
    Row { line, kind: written.kind.key(), speaker, text, number, called }
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
