//! Parting the line in hand at the cursor, and joining it with its neighbours.

use super::{
    lines::{line, on},
    mending::{beside_in_item, read_again, take_up, taken_up},
};
use crate::{
    app::{look::Tone, model::Model},
    domain::{
        Line,
        decide::{
            self,
            record::{NewKind, NewLine},
        },
        id::LineId,
    },
    text::capture,
};

/// Parts the line at the cursor. What belongs to the whole of it, an action with its date, stays with the first part; the second is
/// said by the same speaker, unless its own mark says otherwise.
pub fn split(model: &mut Model) {
    let Some((first, second, id)) = parts(model) else {
        return model.tell(Tone::Warn, model.words.record_split_where());
    };
    let done =
        on(model, |council, meeting, mint| decide::record::split(council, meeting, &id, first, second, mint));
    let Some(new) = done.then(|| behind(model, &id)).flatten() else { return };
    model.capture.mending = None;
    take_up(model, new);
    let text_of = |id: &LineId| line(model, id).map(|line| line.text.clone());
    let start = model.mending().and_then(|it| it.editor.text().find(&text_of(&it.line)?));
    if let (Some(start), Some(mending)) = (start, &mut model.capture.mending) {
        mending.editor.move_to(start);
    }
}

/// The line in hand as two, with what each is to be.
fn parts(model: &Model) -> Option<(NewLine, NewLine, LineId)> {
    let (line, typed) = taken_up(model)?;
    let whole = read_again(model, &line, &typed)?.into_line(&typed);
    let at = model.mending()?.editor.cursor().checked_sub(typed.find(&whole.text)?)?;
    let (before, behind) = whole.text.split_at_checked(at)?;
    let (before, behind) = (before.trim_end().to_owned(), behind.trim_start());
    if before.is_empty() || behind.is_empty() {
        return None;
    }
    let mut second = capture::read(model.council(), model.today(), behind)?.into_line(behind);
    if matches!(second.kind, NewKind::Note | NewKind::Continue) {
        let kind = if whole.speaker.is_some() { NewKind::Speech } else { NewKind::Note };
        second = NewLine { kind, speaker: whole.speaker.clone(), text: second.text, ..second };
    }
    second.private |= whole.private;
    Some((NewLine { text: before, ..whole }, second, line.id))
}

/// The line that stands behind another in the meeting.
fn behind(model: &Model, id: &LineId) -> Option<LineId> {
    let lines = &model.council().body(model.meeting.as_ref()?)?.lines;
    lines.iter().skip_while(|line| line.id != *id).nth(1).map(|line| line.id.clone())
}

/// Erases backwards; at the start of the line, joins it with the one above.
pub fn backspace(model: &mut Model) {
    let Some(mending) = &mut model.capture.mending else { return };
    if mending.editor.cursor() > 0 || mending.editor.selection().is_some() {
        return mending.editor.backspace();
    }
    let id = mending.line.clone();
    match beside_in_item(model, &id, false) {
        Some(above) => join(model, &above, &id),
        None => model.tell(Tone::Warn, model.words.record_nothing_to_join()),
    }
}

/// Erases forwards; at the end of the line, joins the next with it.
pub fn delete(model: &mut Model) {
    let Some(mending) = &mut model.capture.mending else { return };
    if mending.editor.cursor() < mending.editor.text().len() || mending.editor.selection().is_some() {
        return mending.editor.delete();
    }
    let id = mending.line.clone();
    match beside_in_item(model, &id, true) {
        Some(next) => join(model, &id, &next),
        None => model.tell(Tone::Warn, model.words.record_nothing_to_join()),
    }
}

/// Puts the line in hand into the record as it is typed and joins the two, as one step; the cursor goes to the seam.
fn join(model: &mut Model, first: &LineId, second: &LineId) {
    let Some((mended, typed)) = taken_up(model) else { return };
    let changed = model.mending().is_some_and(|it| it.editor.is_changed());
    let new = read_again(model, &mended, &typed).map(|read| read.into_line(&typed));
    let seam = if mended.id == *first {
        new.as_ref().map_or(0, |new| new.text.len())
    } else {
        line(model, first).map_or(0, |line| line.text.len())
    };
    let done = on(model, |council, meeting, mint| {
        let Some(new) = new else { return decide::record::remove(council, meeting, &mended.id) };
        let edits = if changed {
            decide::record::rewrite(council, meeting, &mended.id, new, mint)?
        } else {
            Vec::new()
        };
        decide::record::then(council, edits, |council| decide::record::join(council, meeting, first, second))
    });
    if done {
        model.capture.mending = None;
        let left = if line(model, first).is_some() { first } else { second };
        take_up(model, left.clone());
        go_to_seam(model, seam);
    }
}

/// To a byte of the text of the line in hand.
fn go_to_seam(model: &mut Model, seam: usize) {
    let Some(Line { text, .. }) = model.mending().and_then(|it| line(model, &it.line)).cloned() else {
        return;
    };
    if let Some(mending) = &mut model.capture.mending
        && let Some(start) = mending.editor.text().rfind(&text)
    {
        mending.editor.move_to(start + seam.min(text.len()));
    }
}
