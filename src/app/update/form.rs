//! Moving through a form, choosing, completing names, and saving it.

use crate::{
    app::{
        command::Ready,
        form::{FieldError, Input},
        model::Model,
        overlay::Overlay,
        view,
    },
    domain::decide::record::NewKind,
    text::capture,
    words::Words,
};

/// Goes `steps` fields on, around the end.
pub fn step(model: &mut Model, steps: isize) {
    if let Some(form) = model.form_mut() {
        let len = form.fields.len();
        form.at = (form.at + len).saturating_add_signed(steps) % len;
    }
}

/// Goes a row of the text down or up where it has several, else a field on.
pub fn row(model: &mut Model, steps: isize) {
    let (ruler, cols) = (model.look.ruler, view::form::note_columns(model));
    let moved = match model.form_mut().map(|form| &mut form.fields[form.at].input) {
        Some(Input::Note(editor)) if steps < 0 => editor.up(ruler, cols),
        Some(Input::Note(editor)) => editor.down(ruler, cols),
        _ => false,
    };
    if !moved {
        step(model, steps);
    }
}

pub fn on_note(model: &Model) -> Ready {
    match model.overlays.last() {
        Some(Overlay::Form(form)) if matches!(form.fields[form.at].input, Input::Note(_)) => Ready::Yes,
        _ => Ready::Off(Words::finishing_not_note),
    }
}

/// Completes a name where one is being typed, else goes to the next field.
pub fn tab(model: &mut Model) {
    if !complete(model) {
        step(model, 1);
    }
}

/// Goes to the next field; on the last one saves.
pub fn enter(model: &mut Model) {
    let on_last = model.form_mut().is_some_and(|form| form.at + 1 == form.fields.len());
    if on_last { save(model) } else { step(model, 1) }
}

pub fn on_choice(model: &Model) -> Ready {
    match model.overlays.last() {
        Some(Overlay::Form(form)) if matches!(form.fields[form.at].input, Input::Choice { .. }) => Ready::Yes,
        _ => Ready::Off(Words::not_a_choice),
    }
}

/// Turns the choice under the cursor.
pub fn choose(model: &mut Model, steps: isize) {
    let Some(form) = model.form_mut() else { return };
    if let Input::Choice { options, at } = &mut form.fields[form.at].input {
        *at = (*at + options.len()).saturating_add_signed(steps) % options.len();
    }
}

/// Saves the form. It closes when all is well; else the field that is wrong gets the cursor, and nothing typed is lost.
pub fn save(model: &mut Model) {
    let Some(Overlay::Form(mut form)) = model.overlays.pop() else { return };
    if let Err(FieldError { field, said }) = (form.submit)(model, &form) {
        form.at = field;
        form.error = Some(FieldError { field, said });
        model.overlays.push(Overlay::Form(form));
    }
}

/// Completes the name before the cursor from the roster, as among the owners of an action. Returns whether there was one.
fn complete(model: &mut Model) -> bool {
    let (council, today) = (model.history.council(), model.now.date());
    let Some(Overlay::Form(form)) = model.overlays.last_mut() else { return false };
    let Input::Name(editor) = &mut form.fields[form.at].input else { return false };
    let typed = &editor.text()[..editor.cursor()];
    let mark = capture::mark(NewKind::Action).ja;
    let reader = capture::Reader::of(council, today);
    let Some(found) = reader.completions(&format!("{mark}{typed}")).next() else { return false };
    let range = found.start.saturating_sub(mark.len())..typed.len();
    let done = !typed.trim().is_empty() && typed[range.clone()] != found.insert;
    if done {
        editor.replace(range, &found.insert);
    }
    done
}
