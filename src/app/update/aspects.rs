//! Going through the six aspects of an organisation: one key says what was found and goes on.

use super::organisations;
use crate::{
    app::{
        form::{Field, FieldError, Form},
        look::Tone,
        model::Model,
        overlay::{AspectWalk, Overlay},
    },
    domain::{
        Aspect,
        decide::partners,
        id::OrganisationId,
        partner::{AspectCheck, Finding},
    },
};

/// Begins at the first aspect nobody looked at, else at the first.
pub fn open(model: &mut Model) {
    let Some(it) = organisations::chosen(model) else { return };
    let at = Aspect::ALL.iter().position(|aspect| it.partner.check(*aspect).is_none()).unwrap_or(0);
    let walk = AspectWalk { organisation: it.id.clone(), at };
    model.overlays.push(Overlay::Aspects(walk));
}

fn walk(model: &Model) -> Option<&AspectWalk> {
    match model.overlays.last() {
        Some(Overlay::Aspects(walk)) => Some(walk),
        _ => None,
    }
}

pub fn step(model: &mut Model, steps: isize) {
    if let Some(Overlay::Aspects(walk)) = model.overlays.last_mut() {
        walk.at = walk.at.saturating_add_signed(steps).min(Aspect::ALL.len() - 1);
    }
}

/// To the next one; closes at the last.
pub fn next(model: &mut Model) {
    let Some(walk) = walk(model).cloned() else { return };
    if !walk.is_at_last() {
        return step(model, 1);
    }
    model.overlays.pop();
    let Some(it) = model.council().organisations.get(&walk.organisation) else { return };
    let found: Vec<Finding> =
        Aspect::ALL.iter().filter_map(|aspect| Some(it.partner.check(*aspect)?.finding)).collect();
    if found.len() == Aspect::ALL.len() {
        let [ready, unsure, not_yet] =
            Finding::ALL.map(|finding| found.iter().filter(|it| **it == finding).count());
        let said = model.words.aspects_done(ready, unsure, not_yet);
        model.tell(Tone::Good, said);
    }
}

/// Notes what was found, keeps the note that is there, and goes on.
pub fn find(model: &mut Model, finding: Finding) {
    let Some(AspectWalk { organisation, .. }) = walk(model).cloned() else { return };
    let Some(aspect) = walk(model).map(AspectWalk::aspect) else { return };
    let note = known(model, &organisation, aspect).map(|it| it.note.clone()).unwrap_or_default();
    let check = AspectCheck { aspect, finding, note, on: model.today() };
    let decision = partners::check(model.council(), &organisation, check);
    if model.commit(decision) {
        next(model);
    }
}

fn known<'a>(model: &'a Model, organisation: &OrganisationId, aspect: Aspect) -> Option<&'a AspectCheck> {
    model.council().organisations.get(organisation)?.partner.check(aspect)
}

pub fn write_note(model: &mut Model) {
    let Some(AspectWalk { organisation, .. }) = walk(model).cloned() else { return };
    let Some(aspect) = walk(model).map(AspectWalk::aspect) else { return };
    let words = model.words;
    let note = known(model, &organisation, aspect).map_or("", |it| &it.note);
    let field = Field::text(words.board_note(), note).hint(words.aspects_hint_note());
    let about = format!("{} {organisation}", aspect.key());
    let title = words.aspects_form_note(words.aspect(aspect));
    model.open_form(Form::new(title, about, vec![field], save_note));
}

/// What was found before stays found; an aspect with no more than a note is not sure yet.
fn save_note(model: &mut Model, form: &Form) -> Result<(), FieldError> {
    let Some((key, id)) = form.about.split_once(' ') else { return Ok(()) };
    let Some(aspect) = Aspect::ALL.into_iter().find(|aspect| aspect.key() == key) else { return Ok(()) };
    let organisation = OrganisationId::from(id);
    let finding = known(model, &organisation, aspect).map(|it| it.finding).unwrap_or_default();
    let check = AspectCheck { aspect, finding, note: form.text(0).to_owned(), on: model.today() };
    let decision = partners::check(model.council(), &organisation, check);
    model.submit_at(0, decision)
}
