//! The text field that has the typing: which one it is, and what typing, pasting and editing keys do to it.

use super::{intake, list, record, shell};
use crate::{
    app::{
        assessing::Way,
        form::{Field, Input},
        model::Model,
        overlay::Overlay,
        scope::{self, Scope},
    },
    domain::{Refusal, decide::record::LONGEST},
    intake::Kind,
    text::{clean, editor::Editor},
};

/// More than anybody means to paste, in bytes.
const MOST_PASTED: usize = 1 << 20;

/// The text field that takes the letters now.
pub fn field_mut(model: &mut Model) -> Option<&mut Editor> {
    if !model.overlays.is_empty() {
        return match model.overlays.last_mut()? {
            Overlay::Form(form) => form.fields.get_mut(form.at)?.editor_mut(),
            Overlay::Picker(picker) => Some(&mut picker.query),
            Overlay::CheckIn(check_in) => Some(&mut check_in.input),
            Overlay::Help { .. }
            | Overlay::Aspects(_)
            | Overlay::ReadBack(_)
            | Overlay::Clashes(_)
            | Overlay::Notice(_)
            | Overlay::Minutes
            | Overlay::Papers(_)
            | Overlay::Intake(_)
            | Overlay::Asking(_) => None,
            Overlay::Search => Some(&mut model.search.query),
        };
    }
    if model.lobby.is_some() {
        return model.lobby.as_mut().map(|lobby| &mut lobby.search);
    }
    if model.searching {
        return Some(&mut model.list_mut().search);
    }
    if model.writing().is_some() {
        return model.sheet.writing.as_mut().map(|writing| &mut writing.editor);
    }
    if model.way() == Way::Hands {
        return Some(&mut model.assessing.hands);
    }
    let typing = model.mending().is_some() || model.capture.focused;
    typing.then(|| model.line_editor_mut())
}

/// Does something to the text field that has the typing.
pub fn with(model: &mut Model, edit: impl FnOnce(&mut Editor)) {
    if let Some(editor) = field_mut(model) {
        edit(editor);
    }
    if let Some(field) = form_field_mut(model) {
        field.suggested = false;
    }
    changed(model);
}

fn form_field_mut(model: &mut Model) -> Option<&mut Field> {
    let form = model.form_mut()?;
    form.fields.get_mut(form.at)
}

/// Types into the field, in the place of what was only suggested there. More than there is room for is refused whole.
pub fn type_in(model: &mut Model, text: &str) {
    if field_mut(model).is_some_and(|editor| editor.text().len() + text.len() > LONGEST) {
        return model.refuse(&Refusal::TooLong);
    }
    let suggested = form_field_mut(model).is_some_and(|field| field.suggested);
    with(model, |editor| {
        if suggested {
            editor.replace(0..editor.text().len(), text);
        } else {
            editor.insert(text);
        }
    });
}

/// Pastes into the field: into the capture line, each finished line of the paste is written down at once.
pub fn paste(model: &mut Model, text: &str) {
    model.go_on();
    if text.len() > MOST_PASTED {
        return model.refuse(&Refusal::TooLong);
    }
    match scope::live(model).first() {
        Some(Scope::Capture) => return record::paste(model, text),
        // The continuations of a line stand on lines of their own; a cell has several, too.
        Some(Scope::Mending | Scope::Cell) => return type_in(model, &clean::clean_text(text)),
        Some(Scope::Members) if intake::is_table(text) => return intake::pasted(model, Kind::Roster, text),
        Some(Scope::Actions) if intake::is_table(text) => return intake::pasted(model, Kind::Actions, text),
        _ => {}
    }
    let is_note = form_field_mut(model).is_some_and(|field| matches!(field.input, Input::Note(_)));
    let joined = clean::split_paste(text).join(if is_note { "\n" } else { " " });
    type_in(model, &joined);
}

/// Takes back typing first; once there is none, and no popup keeps it in, the council's last change.
pub fn undo(model: &mut Model) {
    step_back(model, Editor::undo, shell::undo);
}

pub fn redo(model: &mut Model) {
    step_back(model, Editor::redo, shell::redo);
}

fn step_back(model: &mut Model, typed: fn(&mut Editor) -> bool, change: fn(&mut Model)) {
    if field_mut(model).is_some_and(typed) {
        changed(model);
    } else if scope::live(model).contains(&Scope::Council) {
        change(model);
    }
}

/// A narrower search starts again at its first match.
fn changed(model: &mut Model) {
    match model.overlays.last_mut() {
        Some(Overlay::Picker(picker)) => picker.cursor = Default::default(),
        Some(Overlay::CheckIn(check_in)) => super::check_in::typed(check_in),
        Some(Overlay::Search) => model.search.cursor = Default::default(),
        Some(_) => {}
        None => match &mut model.lobby {
            Some(lobby) => lobby.cursor = Default::default(),
            None if model.searching => list::first_match(model),
            None => {}
        },
    }
}
