//! The read-back before a meeting closes, and closing it.

use super::mending::take_up;
use crate::{
    app::{
        look::Tone,
        model::{Model, Pane},
        overlay::{Overlay, ReadBack},
        view,
    },
    domain::{
        LineKind,
        decide::{self, carry},
    },
};
use chrono::TimeDelta;

/// Within this time of its opening the read-back cannot be what a person has read.
const READING: TimeDelta = TimeDelta::seconds(2);

/// Closes the meeting from the read-back.
pub fn close_meeting(model: &mut Model) {
    let Some(Overlay::ReadBack(ReadBack { opened, .. })) = model.overlays.last() else { return };
    if opened.is_some_and(|opened| model.now - opened < READING) {
        return model.tell(Tone::Warn, model.words.read_back_too_soon());
    }
    let label = model.council().running().map(|meeting| model.words.meeting_label(meeting));
    let (council, usual) = (model.history.council(), model.words.usual_items());
    let decision = decide::meeting::close(council, model.now, &mut model.mint)
        .and_then(|edits| carry::with_usual(council, edits, &usual, &mut model.mint));
    if model.commit(decision) {
        model.overlays.pop();
        model.show(Pane::Record);
        model.tell(Tone::Good, model.words.read_back_closed(label.unwrap_or_default()));
    }
}

pub fn read_back_step(model: &mut Model, steps: isize) {
    let len = view::record::read_back_lines(model).len();
    if let Some(Overlay::ReadBack(read_back)) = model.overlays.last_mut() {
        read_back.cursor.step(steps, len);
    }
}

/// Takes up the chosen decision or action where it stands; the read-back is opened again from there.
pub fn edit_read_back(model: &mut Model) {
    let Some(Overlay::ReadBack(read_back)) = model.overlays.last() else { return };
    let at = read_back.cursor.at;
    let id = view::record::read_back_lines(model).get(at).map(|line| line.id.clone());
    if let Some(id) = id {
        model.overlays.pop();
        model.show(Pane::Record);
        take_up(model, id);
    }
}

pub fn plan_next(model: &mut Model) {
    crate::app::update::agenda::plan_meeting(model);
}

/// Is this line read back at the close?
pub const fn is_read_back(kind: LineKind) -> bool {
    matches!(kind, LineKind::Decision(_) | LineKind::Action(_))
}
