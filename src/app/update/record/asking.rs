//! Asking about a line before it is written down. Nothing typed is lost: Esc goes back to the line as it was.

use super::saying;
use crate::{
    app::{asking::Asking, cursor::Cursor, model::Model, overlay::Overlay},
    text::{
        capture::{Answer, Doubt},
        dates::DateRefusal,
    },
};

/// Writes the typed line down, or asks first what is doubtful in it.
pub fn enter(model: &mut Model) {
    let typed = model.capture.editor.text().to_owned();
    go_on(model, typed, Vec::new(), Vec::new());
}

/// Asks the next question about a line, or does what it asks for.
fn go_on(model: &mut Model, typed: String, answers: Vec<Answer>, left_open: Vec<String>) {
    let Some(captured) = saying::read(model, &typed, &answers) else { return };
    let open = |doubt: &&Doubt| is_asked(doubt) && !left_open.iter().any(|typed| typed == doubt.typed());
    let Some(doubt) = captured.doubts.iter().find(open).cloned() else {
        return saying::enter(model, &typed, &captured, &answers);
    };
    let choices = doubt.choices(model.today());
    let asking = Asking { typed, answers, left_open, doubt, choices, cursor: Cursor::default() };
    model.overlays.push(Overlay::Asking(asking));
}

/// Who of several is meant, and a day that has been or never comes. Anything else may well be meant as it stands.
const fn is_asked(doubt: &Doubt) -> bool {
    match doubt {
        Doubt::AmbiguousName { .. } | Doubt::PastDue { .. } => true,
        Doubt::UnreadableDue { why, .. } => matches!(
            why,
            DateRefusal::NoSuchDay { .. } | DateRefusal::TooFar { .. } | DateRefusal::WeekdayMismatch { .. }
        ),
        Doubt::UnknownName(_) | Doubt::NoCommand(_) => false,
    }
}

pub fn asking_step(model: &mut Model, steps: isize) {
    if let Some(Overlay::Asking(asking)) = model.overlays.last_mut() {
        let rows = asking.rows();
        asking.cursor.step(steps, rows);
    }
}

/// Takes the chosen answer.
pub fn answer(model: &mut Model) {
    if let Some(Overlay::Asking(asking)) = model.overlays.last() {
        answer_nth(model, asking.cursor.at);
    }
}

/// Takes the answer in a row, counted from 0; the last row leaves the doubt open.
pub fn answer_nth(model: &mut Model, row: usize) {
    let Some(Overlay::Asking(asking)) = model.overlays.last() else { return };
    if row >= asking.rows() {
        return;
    }
    let mut asking = asking.clone();
    model.overlays.pop();
    match asking.choices.get(row) {
        Some(choice) => asking.answers.push(asking.doubt.answer(choice)),
        None => asking.left_open.push(asking.doubt.typed().to_owned()),
    }
    go_on(model, asking.typed, asking.answers, asking.left_open);
}
