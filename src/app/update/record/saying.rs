//! Doing what a typed or pasted line asks for, and saying what was done.

use super::typing::follow_newest;
use crate::{
    app::{
        capture::Typed,
        look::Tone,
        model::{Model, Pane},
    },
    domain::{
        Council, Edit, Refusal, Who,
        decide::{
            self,
            said::Said,
            saying::{Done, Outcome, Saying, say, say_all},
        },
        id::{ItemId, MeetingId},
    },
    text::{
        capture::{self, Answer, Captured, Doubt, Reader},
        fold::alike,
    },
};

/// Reads a line as the meeting on screen understands it, with what was answered to its doubts.
pub(super) fn read(model: &Model, typed: &str, answers: &[Answer]) -> Option<Captured> {
    Reader::in_meeting(model.council(), model.today(), model.meeting()).with(answers).read(typed)
}

/// What a line would do if it was entered now.
pub fn foresee(model: &Model, said: &Said, typed: &str) -> Result<Outcome, Refusal> {
    let (meeting, item) = (model.meeting.as_ref().ok_or(Refusal::NoMeeting)?, item(model));
    let saying = Saying { council: model.council(), meeting, item: item.as_ref(), at: model.now, alike };
    say(&saying, said, typed, &mut model.mint.clone())
}

/// Where a line goes that no current item takes: where it was said, else to the item of the last line.
fn item(model: &Model) -> Option<ItemId> {
    let meeting = model.meeting.as_ref()?;
    let body = model.council().body(meeting)?;
    let said = model.capture.item.as_ref().filter(|(of, _)| of == meeting).map(|(_, item)| item);
    let said = said.filter(|item| body.items.get(item).is_some()).cloned();
    said.or_else(|| body.lines.last()?.item.clone())
}

/// Does what a line asks for, in one step with the names that were answered for. What was typed goes only once that is done.
pub(super) fn enter(model: &mut Model, typed: &str, captured: &Captured, answers: &[Answer]) {
    let Some(meeting) = model.meeting.clone() else { return };
    let item = item(model);
    let at = model.now;
    let council = model.history.council();
    let saying = Saying { council, meeting: &meeting, item: item.as_ref(), at, alike };
    let said = say(&saying, &captured.said, typed, &mut model.mint).and_then(|outcome| {
        let mut edits = calling(council, &meeting, answers)?;
        edits.extend(outcome.edits);
        Ok((edits, outcome.done, outcome.item))
    });
    match said.and_then(|(edits, done, item)| model.attempt(Ok(edits)).map(|()| (done, item))) {
        Err(refusal) => model.refuse(&refusal),
        Ok((done, item)) => {
            model.capture.editor.set("");
            follow(model, &meeting, item);
            remember(model, meeting, typed, &done);
            follow_newest(model);
            tell(model, &done, &captured.doubts);
        }
    }
}

/// The edits that keep, for the rest of the meeting, who was meant by a name.
fn calling(council: &Council, meeting: &MeetingId, answers: &[Answer]) -> Result<Vec<Edit>, Refusal> {
    let names: Vec<_> = answers
        .iter()
        .filter_map(|answer| match answer {
            Answer::Name { typed, who } => Some((typed, who)),
            Answer::Due { .. } => None,
        })
        .collect();
    let mut edits: Vec<Edit> = Vec::new();
    if names.is_empty() {
        return Ok(edits);
    }
    let mut called = council.clone();
    for (name, who) in names {
        let more = decide::meeting::call(&called, meeting, name, who.clone())?;
        called.apply_all(&more)?;
        edits.extend(more);
    }
    Ok(edits)
}

/// Lines go on under the item that was said; while the meeting runs, under the current one.
fn follow(model: &mut Model, meeting: &MeetingId, item: Option<ItemId>) {
    let said = item.filter(|_| !model.is_running());
    model.capture.item = said.map(|item| (meeting.clone(), item));
}

/// Keeps the line for the arrows.
fn remember(model: &mut Model, meeting: MeetingId, typed: &str, done: &Done) {
    let line = match done {
        Done::Written(id) | Done::Continued(id) | Done::Kept(id, _) => Some(id.clone()),
        _ => None,
    };
    model.capture.recall = None;
    model.capture.typed.push(Typed { meeting, line, text: typed.to_owned() });
}

/// Says what was done, where the record does not show it, and what was not understood.
fn tell(model: &mut Model, done: &Done, doubts: &[Doubt]) {
    let words = model.words;
    match done {
        Done::Written(_) | Done::Continued(_) => return say_doubts(model, doubts),
        Done::Acknowledged(who) => open_speech(model, who),
        _ => {}
    }
    let said = match (done, model.meeting()) {
        (Done::Kept(_, refusal), _) => words.said_kept(&words.refusal(refusal).0),
        (Done::Queue, Some(meeting)) => words.said_waiting(model.council(), meeting),
        (done, Some(_)) => words.said_done(model.council(), done, model.is_running()),
        (_, None) => return,
    };
    model.tell(if matches!(done, Done::Kept(..)) { Tone::Warn } else { Tone::Good }, said);
}

pub(super) fn say_doubts(model: &mut Model, doubts: &[Doubt]) {
    let doubts: Vec<String> = doubts.iter().map(|doubt| model.words.doubt(doubt)).collect();
    if !doubts.is_empty() {
        model.tell(Tone::Warn, doubts.join(model.words.pick("。", ". ")));
    } else if !model.is_running() {
        model.tell(Tone::Plain, model.words.record_written_to_held());
    }
}

/// Puts a name before what is typed, ready for the speech; another name that stands there goes.
pub(super) fn open_speech(model: &mut Model, who: &Who) {
    let opening = capture::opening(model.council(), model.today(), who);
    let typed = model.capture.editor.text().to_owned();
    let rest = match read(model, &typed, &[]).map(|it| it.said) {
        Some(Said::Line(line)) if line.speaker.is_some() && typed.ends_with(&line.text) => {
            typed.len() - line.text.len()
        }
        // A name with nothing behind it yet is no speech.
        _ if typed.ends_with(['：', ':']) => typed.len(),
        _ => 0,
    };
    model.capture.editor.replace(0..rest, &opening);
    model.capture.editor.end();
    model.show(Pane::Record);
    model.capture.focused = true;
}

/// Does what pasted lines ask for, as one step. Nothing is asked; what is doubtful is counted. False when it was refused.
pub(super) fn paste(model: &mut Model, lines: &[&str]) -> bool {
    let Some(meeting) = model.meeting.clone() else { return false };
    let reader = Reader::in_meeting(model.council(), model.today(), model.meeting());
    let read: Vec<(Captured, &str)> =
        lines.iter().filter_map(|typed| Some((reader.read(typed)?, *typed))).collect();
    let (item, council) = (item(model), model.history.council());
    let saying = Saying { council, meeting: &meeting, item: item.as_ref(), at: model.now, alike };
    let said = say_all(&saying, read.iter().map(|(it, typed)| (&it.said, *typed)), &mut model.mint);
    match said.and_then(|all| model.attempt(Ok(all.edits)).map(|()| (all.done, all.item))) {
        Err(refusal) => {
            model.refuse(&refusal);
            false
        }
        Ok((done, item)) => {
            follow(model, &meeting, item);
            let kept = done.iter().filter(|it| matches!(it, Done::Kept(..))).count();
            let doubts = kept + read.iter().filter(|(it, _)| !it.doubts.is_empty()).count();
            let words = model.words;
            match doubts {
                0 => model.tell(Tone::Good, words.record_pasted(done.len())),
                doubts => model.tell(Tone::Warn, words.record_pasted_doubtful(done.len(), doubts)),
            }
            follow_newest(model);
            true
        }
    }
}
