//! Editing a line of the record where it stands: taking it up, going on to its neighbours, and putting it back.

use super::{
    lines::{line, on},
    saying::say_doubts,
};
use crate::{
    app::{
        look::Tone,
        mending::Mending,
        model::{ListId, Model},
        view::{self, record::chosen},
    },
    domain::{
        Line, Refusal,
        decide::{
            self,
            record::{LONGEST, action_of},
        },
        id::LineId,
    },
    text::capture::{self, Captured},
};

/// Takes up the chosen line where it stands, written as it would be typed.
pub fn edit(model: &mut Model) {
    if let Some(id) = chosen(model) {
        take_up(model, id);
    }
}

/// The same for any line of the meeting. One that was given up half way goes on from there.
pub(super) fn take_up(model: &mut Model, id: LineId) {
    let Some(typed) = written(model, &id) else { return };
    if typed.len() > LONGEST {
        return model.tell(Tone::Warn, model.words.record_too_long_to_edit());
    }
    if view::record::place_of(model, &id).is_none() {
        // What is searched for would hide it.
        model.list_of_mut(ListId::Lines).search.set("");
    }
    if let Some(at) = view::record::place_of(model, &id) {
        model.list_of_mut(ListId::Lines).cursor.at = at;
    }
    let seq = model.history.seq();
    let given_up = model.capture.given_up.take_if(|it| it.line == id);
    if given_up.is_some() {
        model.tell(Tone::Plain, model.words.record_goes_on_mending());
    }
    let mut mending = given_up.unwrap_or_else(|| Mending::of(id));
    if !mending.editor.is_changed() {
        set(model, &mut mending, &typed);
    }
    mending.seq = seq;
    mending.above = beside(model, &mending.line, false);
    model.capture.mending = Some(mending);
    model.capture.focused = false;
}

/// Writes a line into its editor. The cursor goes behind its text, before the date and the points.
pub(super) fn set(model: &Model, mending: &mut Mending, typed: &str) {
    mending.editor.set(typed);
    let text = line(model, &mending.line).map_or("", |line| line.text.as_str());
    if let Some(at) = typed.rfind(text) {
        mending.editor.move_to(at + text.len());
    }
}

/// A line as it would be typed.
fn written(model: &Model, id: &LineId) -> Option<String> {
    let line = line(model, id)?;
    Some(capture::write(model.council(), model.today(), line, action_of(model.council(), line)))
}

/// Puts the mended line in the place of the one it was.
pub fn keep(model: &mut Model) {
    finish(model);
}

/// The same. Returns whether the line is done with; one that cannot be kept stays as it is being typed.
pub(super) fn finish(model: &mut Model) -> bool {
    let Some(mending) = &model.capture.mending else { return true };
    let done = !mending.editor.is_changed() || rewrite(model);
    if done {
        model.capture.mending = None;
    }
    done
}

fn rewrite(model: &mut Model) -> bool {
    let Some((line, typed)) = taken_up(model) else {
        model.refuse(&Refusal::NotFound);
        return true;
    };
    let Some(captured) = read_again(model, &line, &typed) else {
        model.refuse(&Refusal::Empty);
        return false;
    };
    let new = captured.clone().into_line(&typed);
    let done =
        on(model, |council, meeting, mint| decide::record::rewrite(council, meeting, &line.id, new, mint));
    if done {
        say_doubts(model, &captured.doubts);
    }
    done
}

/// The line taken up, as it is in the record, and what is typed in its place.
pub(super) fn taken_up(model: &Model) -> Option<(Line, String)> {
    let mending = model.mending()?;
    Some((line(model, &mending.line)?.clone(), mending.editor.text().to_owned()))
}

pub(super) fn read_again(model: &Model, line: &Line, typed: &str) -> Option<Captured> {
    let action = action_of(model.council(), line);
    capture::read_again(model.council(), model.today(), typed, line, action)
}

/// Leaves the line as it was. What was typed is kept for the next time it is taken up.
pub fn give_up(model: &mut Model) {
    let Some(mending) = model.capture.mending.take() else { return };
    if mending.editor.is_changed() {
        model.tell(Tone::Warn, model.words.record_given_up());
        model.capture.given_up = Some(mending);
    }
}

/// Up or down a row of the line; over its edge it is kept, and the next line taken up. Below the last one is the capture line.
pub fn step(model: &mut Model, down: bool) {
    let Some(view::record::Columns { text: cols, .. }) = view::record::text_columns(model) else { return };
    let ruler = model.look.ruler;
    let Some(mending) = &mut model.capture.mending else { return };
    let stepped = if down { mending.editor.down(ruler, cols) } else { mending.editor.up(ruler, cols) };
    if stepped {
        return;
    }
    let (id, column) = (mending.line.clone(), mending.editor.layout(ruler, cols).cursor_col);
    let beside = beside(model, &id, down);
    if beside.is_none() && !(down && model.is_running()) || !finish(model) {
        return;
    }
    let Some(beside) = beside else { return super::start_typing(model) };
    take_up(model, beside);
    if let Some(mending) = &mut model.capture.mending {
        mending.editor.stand(ruler, cols, if down { 0 } else { usize::MAX }, column);
    }
}

/// A row up or down, choosing what lies between; never over the edge of the line.
pub fn select_rows(model: &mut Model, down: bool) {
    let Some(view::record::Columns { text: cols, .. }) = view::record::text_columns(model) else { return };
    let ruler = model.look.ruler;
    let Some(mending) = &mut model.capture.mending else { return };
    mending.editor.extend(|editor| match down {
        true if !editor.down(ruler, cols) => editor.end(),
        false if !editor.up(ruler, cols) => editor.home(),
        _ => {}
    });
}

/// The line that shows above or below another.
fn beside(model: &Model, id: &LineId, down: bool) -> Option<LineId> {
    let places = view::record::places(model);
    let mut lines = places.iter().filter_map(view::record::Place::line);
    if down {
        return lines.skip_while(|line| *line != id).nth(1).cloned();
    }
    let before = lines.position(|line| line == id)?.checked_sub(1)?;
    places.iter().filter_map(view::record::Place::line).nth(before).cloned()
}

/// The line of the same item that shows above or below another.
pub(super) fn beside_in_item(model: &Model, id: &LineId, down: bool) -> Option<LineId> {
    let item = |id: &LineId| line(model, id).map(|line| &line.item);
    beside(model, id, down).filter(|beside| item(beside) == item(id))
}

/// Is the line in hand off the record?
pub fn mends_private(model: &Model) -> bool {
    model.mending().and_then(|mending| line(model, &mending.line)).is_some_and(|line| line.private)
}

/// A click in the line that is edited: the cursor goes to row and column of the screen. False where it was elsewhere.
pub(super) fn click(model: &mut Model, id: &LineId, row: usize, x: u16) -> bool {
    let Some(columns) = view::record::text_columns(model) else { return false };
    let from = usize::from(view::record::areas(model).lines.x) + columns.lead;
    let ruler = model.look.ruler;
    let Some(mending) = model.capture.mending.as_mut().filter(|mending| mending.line == *id) else {
        return false;
    };
    mending.editor.stand(ruler, columns.text, row, usize::from(x).saturating_sub(from));
    true
}

/// Keeps the line in hand one with the record: after an undo it is written anew, and one that is gone gives way to the line above.
pub(super) fn settle(model: &mut Model) {
    let Some(mending) = model.mending() else { return };
    let seq = model.history.seq();
    let above = mending.above.clone();
    if !model.may_write() {
        return give_up(model);
    }
    if line(model, &mending.line).is_none() {
        give_up(model);
        if let Some(above) = above {
            take_up(model, above);
        }
        return;
    }
    // Whatever turned the wheel or came in from elsewhere, the line that is typed in stays the chosen one.
    if let Some(at) = view::record::place_of(model, &mending.line) {
        model.list_of_mut(ListId::Lines).cursor.at = at;
    }
    let Some(mut mending) = model.capture.mending.take() else { return };
    if mending.seq != seq && !mending.editor.is_changed() {
        let typed = written(model, &mending.line).unwrap_or_default();
        if mending.editor.text() != typed {
            set(model, &mut mending, &typed);
        }
        mending.seq = seq;
    }
    model.capture.mending = Some(mending);
}
