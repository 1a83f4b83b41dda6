//! What the commands of the list of what the council stands on do.

use super::list;
use crate::{
    app::{
        command::Ready,
        form::{Field, FieldError, Form},
        look::Tone,
        model::{BoardView, ListId, Model},
        overlay::Overlay,
        picker::{Choice, Picker},
        view::footings::rows,
    },
    domain::{Footing, FootingKind, FootingState, decide},
    words::Words,
};

pub fn show(model: &mut Model) {
    model.board_view = BoardView::Footings;
}

pub fn back(model: &mut Model) {
    model.board_view = BoardView::Points;
}

/// What the cursor is on.
pub fn chosen(model: &Model) -> Option<Footing> {
    let kind = list::chosen(model, ListId::Footings, &rows(model))?;
    model.council().footings().into_iter().find(|it| it.kind == kind)
}

pub fn on_footing(model: &Model) -> Ready {
    if chosen(model).is_some() { Ready::Yes } else { Ready::Off(Words::footing_none) }
}

/// Something was said about it.
pub fn has_said(model: &Model) -> Ready {
    match chosen(model) {
        Some(it) if !model.council().head.footings.contains(&it) => Ready::Off(Words::footing_nothing_said),
        _ => on_footing(model),
    }
}

pub fn pick_state(model: &mut Model) {
    let Some(footing) = chosen(model) else { return };
    let words = model.words;
    let choices = FootingState::ALL.map(|state| Choice::new(state.key(), words.footing_state(state)));
    let title = words.footing_pick_state();
    // The choice stays where it is meanwhile: nothing else hears a key.
    let picker = Picker::new(title, "", choices.to_vec(), |model, _, key| {
        let state = FootingState::ALL.into_iter().find(|state| state.key() == key);
        let Some((footing, state)) = chosen(model).zip(state) else { return };
        let decision = decide::footings::set_state(model.council(), &footing.kind, state, model.today());
        model.commit(decision);
    });
    model.overlays.push(Overlay::Picker(picker.at(footing.state.key())));
}

const STATE: usize = 0;
const SINCE: usize = 1;
const NOTE: usize = 2;
/// Only in the form of a new one, which has it first.
const NAME: usize = 3;

pub fn edit(model: &mut Model) {
    let Some(footing) = chosen(model) else { return };
    let words = model.words;
    let title = words.footing_form(words.footing_kind(&footing.kind));
    let fields = fields(model, &footing);
    model.open_form(Form::new(title, "", fields, |model, form| {
        let Some(known) = chosen(model) else { return Ok(()) };
        save(model, form, known.kind)
    }));
}

pub fn add(model: &mut Model) {
    let words = model.words;
    let name = Field::text(words.footing_kind_label(), "").hint(words.footing_hint_name());
    let mut fields = fields(model, &Footing::absent(FootingKind::Own(String::new())));
    fields.push(name);
    let mut form = Form::new(words.footing_form_new(), "", fields, save_new);
    form.at = NAME;
    model.open_form(form);
}

fn fields(model: &Model, it: &Footing) -> Vec<Field> {
    let words = model.words;
    let states = FootingState::ALL.map(|state| words.footing_state(state).to_owned());
    let state = FootingState::ALL.iter().position(|state| *state == it.state).unwrap_or(0);
    let since = it.since.map(|day| words.day(day, model.council().head.dates)).unwrap_or_default();
    vec![
        Field::choice(words.footing_state_label(), states.to_vec(), state),
        Field::text(words.footing_since(), since).hint(words.footing_hint_since()),
        Field::text(words.footing_note(), &it.note).hint(words.footing_hint_note()),
    ]
}

fn save_new(model: &mut Model, form: &Form) -> Result<(), FieldError> {
    let name = form.text(NAME).to_owned();
    let wrong = |said: String| Err(FieldError { field: NAME, said });
    if name.is_empty() {
        return wrong(model.words.footing_named().to_owned());
    }
    let taken = |it: &Footing| model.words.footing_kind(&it.kind) == name;
    if model.council().footings().iter().any(taken) {
        return wrong(model.words.footing_twice(&name));
    }
    let kind = FootingKind::Own(name);
    save(model, form, kind.clone())?;
    list::go_to(model, ListId::Footings, rows, &kind);
    Ok(())
}

fn save(model: &mut Model, form: &Form, kind: FootingKind) -> Result<(), FieldError> {
    let footing = Footing {
        kind,
        state: FootingState::ALL[form.choice(STATE)],
        since: form.date(model, SINCE)?,
        note: form.text(NOTE).to_owned(),
    };
    let decision = decide::footings::save(model.council(), footing);
    model.submit_at(STATE, decision)
}

pub fn delete(model: &mut Model) {
    let Some(footing) = chosen(model) else { return };
    let decision = decide::footings::remove(model.council(), &footing.kind);
    if model.commit(decision) {
        let said = model.words.footing_removed(model.words.footing_kind(&footing.kind));
        model.tell(Tone::Good, said);
    }
}
