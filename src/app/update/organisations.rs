//! What the commands of the organisations' list do.

use super::list;
use crate::{
    app::{
        command::Ready,
        form::{Field, FieldError, Form},
        look::Tone,
        model::{ListId, Model},
        view::{
            organisations::{classes, rows},
            partners,
        },
    },
    domain::{Class, Organisation, decide, id::OrganisationId},
    words::Words,
};

pub fn show(model: &mut Model) {
    model.organisations = true;
}

pub fn back_to_members(model: &mut Model) {
    model.organisations = false;
}

/// The organisation the cursor is on, in whichever of its two lists is on the screen.
pub fn chosen(model: &Model) -> Option<&Organisation> {
    let id = match model.list_id() {
        ListId::Partners => list::chosen(model, ListId::Partners, &partners::rows(model)),
        _ => list::chosen(model, ListId::Organisations, &rows(model)),
    };
    model.council().organisations.get(&id?)
}

/// Puts the choice on an organisation, in whichever list is on the screen.
fn go_to(model: &mut Model, id: &OrganisationId) {
    match model.list_id() {
        ListId::Partners => list::go_to(model, ListId::Partners, partners::rows, id),
        _ => list::go_to(model, ListId::Organisations, rows, id),
    }
}

pub fn on_organisation(model: &Model) -> Ready {
    if chosen(model).is_some() { Ready::Yes } else { Ready::Off(Words::roster_no_organisation) }
}

const NAME: usize = 0;
const SHORT: usize = 1;
const KANA: usize = 2;
const CLASS: usize = 3;
const OWN_CLASS: usize = 4;
const BRINGS: usize = 5;
const NEEDS: usize = 6;
/// Left out of the form while a meeting runs, so it comes last.
const CONTACT: usize = 7;

pub fn add(model: &mut Model) {
    let organisation = Organisation::new(model.mint.id(), "");
    open_form(model, model.words.form_new_organisation(), &organisation);
}

pub fn edit(model: &mut Model) {
    if let Some(organisation) = chosen(model).cloned() {
        open_form(model, model.words.form_organisation(), &organisation);
    }
}

fn open_form(model: &mut Model, title: &str, it: &Organisation) {
    let words = model.words;
    let classes = classes(model.council());
    let class = classes.iter().position(|class| *class == it.class).unwrap_or(0);
    let names = classes.iter().map(|class| words.class(class).to_owned()).collect();
    let running = model.council().running().is_some();
    let needs_hint = if running { words.hint_roster_private() } else { words.hint_roster_needs() };
    let mut fields = vec![
        Field::text(words.roster_organisation_name(), &it.name),
        Field::text(words.roster_short(), &it.short).hint(words.hint_roster_short()),
        Field::text(words.roster_kana(), &it.kana).hint(words.hint_roster_kana()),
        Field::choice(words.roster_class(), names, class).hint(words.hint_roster_class()),
        Field::text(words.roster_own_class(), "").hint(words.hint_roster_own_class()),
        Field::text(words.roster_brings(), &it.brings).hint(words.hint_roster_brings()),
        Field::text(words.roster_needs(), &it.needs).hint(needs_hint),
    ];
    if !running {
        fields.push(Field::text(words.roster_contact(), &it.contact));
    }
    model.open_form(Form::new(title, it.id.as_str(), fields, save));
}

fn save(model: &mut Model, form: &Form) -> Result<(), FieldError> {
    if form.text(NAME).is_empty() {
        return Err(FieldError { field: NAME, said: model.words.roster_organisation_named().to_owned() });
    }
    let id = OrganisationId::from(form.about.as_str());
    let council = model.council();
    let known = council.organisations.get(&id);
    let contact =
        if form.fields.len() > CONTACT { form.text(CONTACT) } else { known.map_or("", |it| &it.contact) };
    let organisation = Organisation {
        kana: form.text(KANA).to_owned(),
        short: form.text(SHORT).to_owned(),
        class: class(model, form),
        contact: contact.to_owned(),
        brings: form.text(BRINGS).to_owned(),
        needs: form.text(NEEDS).to_owned(),
        partner: known.map(|it| it.partner.clone()).unwrap_or_default(),
        ..Organisation::new(id.clone(), form.text(NAME))
    };
    let decision = decide::roster::save_organisation(council, organisation);
    model.submit_at(NAME, decision)?;
    go_to(model, &id);
    Ok(())
}

/// The class written, else the one chosen. A class written by its usual name is that class.
fn class(model: &Model, form: &Form) -> Class {
    let mut classes = classes(model.council());
    match form.text(OWN_CLASS) {
        "" => classes.swap_remove(form.choice(CLASS).min(classes.len() - 1)),
        written => {
            let known = classes.into_iter().find(|class| model.words.class(class) == written);
            known.unwrap_or_else(|| Class::Custom(written.to_owned()))
        }
    }
}

pub fn delete(model: &mut Model) {
    let Some(organisation) = chosen(model) else { return };
    let name = organisation.name.clone();
    let decision = decide::roster::remove_organisation(model.council(), &organisation.id);
    if model.commit(decision) {
        model.tell(Tone::Good, model.words.roster_deleted(&name));
    }
}

/// Moves the chosen organisation past the one above or below, within one class.
pub fn reorder(model: &mut Model, up: bool) {
    let Some(id) = chosen(model).map(|organisation| organisation.id.clone()) else { return };
    let Some(beside) = list::beside(model, ListId::Organisations, &rows(model), up) else { return };
    let council = model.council();
    // A heading stands between two classes.
    let places = |other| Some((council.organisations.position(&id)?, council.organisations.position(other)?));
    let Some((from, to)) = beside.as_ref().and_then(places) else {
        return model.tell(Tone::Warn, model.words.roster_by_class());
    };
    let decision = decide::roster::reorder_organisation(council, &id, to.cast_signed() - from.cast_signed());
    if model.commit(decision) {
        list::go_to(model, ListId::Organisations, rows, &id);
    }
}
