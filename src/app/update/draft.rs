//! The line being typed, kept once a second while it changes, and offered again by the council that opens with it.

use crate::{
    app::{
        effect::Effect,
        look::Tone,
        model::{Model, Pane},
        save::Draft,
    },
    domain::{
        Line,
        decide::record::{NewKind, NewLine},
    },
    text::capture,
};
use chrono::TimeDelta;

/// How often the line is kept while it is being typed. A line written down sooner leaves no draft.
const PACE: TimeDelta = TimeDelta::seconds(1);

/// Keeps the line being typed, or clears the draft of one that is saved or given up.
pub fn keep(model: &mut Model) {
    if !model.draft_waits() {
        model.save.typed_since = None;
        return;
    }
    let since = *model.save.typed_since.get_or_insert(model.now);
    let draft = model.draft();
    // Whoever goes to another council takes the line along no further.
    if draft.is_none() || model.now - since >= PACE || model.lobby.is_some() {
        model.save.draft.clone_from(&draft);
        model.save.typed_since = None;
        model.ask(Effect::Draft(draft));
    }
}

/// Puts a draft back into its cell or the capture line, unless it was written down after all, or another line is being typed. The
/// record of a line's meeting is read first.
pub fn offer(model: &mut Model, draft: Draft) {
    if let (true, Some(cell)) = (model.may_write(), draft.cell.clone()) {
        model.save.draft = Some(draft.clone());
        return super::sheet::go_on_with(model, cell, &draft.text);
    }
    if !model.may_write() || !model.capture.editor.text().is_empty() {
        return;
    }
    if model.council().is_unread(&draft.meeting) {
        model.loading.draft = Some(draft);
        return;
    }
    let written = is_written(model, &draft);
    model.save.draft = Some(draft.clone());
    if written {
        return;
    }
    if model.council().meetings.get(&draft.meeting).is_some() {
        model.meeting = Some(draft.meeting);
        model.choosing_meeting = false;
    }
    model.capture.editor.set(&draft.text);
    model.show(Pane::Record);
    model.capture.focused = true;
    super::record::follow_newest(model);
    model.tell(Tone::Warn, model.words.draft_back());
}

/// Was the line saved, and the program ended before the draft could go? Then a change came after the draft, and a line says it.
fn is_written(model: &Model, draft: &Draft) -> bool {
    let read = capture::read(model.council(), model.today(), &draft.text);
    let read = read.map(|it| it.into_line(&draft.text));
    let (Some(body), Some(read)) = (model.council().body(&draft.meeting), read) else { return false };
    model.history.seq() > draft.seq && body.lines.iter().any(|line| says(line, &read))
}

fn says(line: &Line, typed: &NewLine) -> bool {
    if typed.kind == NewKind::Continue {
        return line.text.ends_with(&typed.text);
    }
    line.kind.plain() == typed.kind && line.text == typed.text && line.speaker == typed.speaker
}
