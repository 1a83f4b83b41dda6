//! What the commands of the roles pane do: seats come and go, and every duty gets a holder or loses it.

use super::{list, names, parties};
use crate::{
    app::{
        command::Ready,
        form::{Field, FieldError, Form},
        look::Tone,
        model::{ListId, Model},
        overlay::Overlay,
        picker::Picker,
        view::roles::{Duty, chosen, holder, name, rows},
    },
    domain::{
        Office, Party, Role, Term, Who,
        decide::{
            Decision,
            board::set_lead,
            meeting::set_role,
            roster::{office_titled, remove_role, reorder_role, save_role},
        },
        id::RoleId,
    },
    words::Words,
};

pub fn on_seat(model: &Model) -> Ready {
    match chosen(model) {
        Some(Duty::Seat(_)) => Ready::Yes,
        _ => Ready::Off(Words::roles_only_seats),
    }
}

pub fn on_duty(model: &Model) -> Ready {
    match chosen(model) {
        Some(Duty::Seat(_) | Duty::Meeting(_) | Duty::Lead(_)) => Ready::Yes,
        _ => Ready::Off(Words::roles_only_assignable),
    }
}

pub fn on_held(model: &Model) -> Ready {
    match (on_duty(model), chosen(model)) {
        (Ready::Yes, Some(duty)) if holder(model, &duty).is_none() => Ready::Off(Words::roles_nobody_holds),
        (ready, _) => ready,
    }
}

/// Whether somebody can be picked.
pub fn can_assign(model: &Model) -> Ready {
    let council = model.council();
    match on_duty(model) {
        Ready::Yes if council.members.is_empty() && council.organisations.is_empty() => {
            Ready::Off(Words::roles_nobody_to_pick)
        }
        ready => ready,
    }
}

/// One step in: the detail where it is hidden, else the choice of a holder.
pub fn enter(model: &mut Model) {
    if model.split().detail.is_none() {
        return list::toggle_detail(model);
    }
    super::give_named(model, "roles.assign");
}

/// Picks a holder from the roster.
pub fn assign(model: &mut Model) {
    let Some(duty) = chosen(model) else { return };
    let choices = match duty {
        Duty::Seat(_) => parties::holders(model),
        _ => parties::everyone(model),
    };
    let now = party(model, &duty).map(|party| parties::key(&party)).unwrap_or_default();
    let title = model.words.roles_picker(&name(model, &duty));
    let picker = Picker::new(title, "", choices, |model, _, key| {
        if let (Some(duty), Some(party)) = (chosen(model), parties::of_key(key)) {
            let who = model.council().who(party);
            let decision = give(model, &duty, Some(who));
            model.commit(decision);
        }
    });
    model.overlays.push(Overlay::Picker(picker.at(&now)));
}

/// Leaves the duty without a holder.
pub fn vacate(model: &mut Model) {
    let Some(duty) = chosen(model) else { return };
    let decision = give(model, &duty, None);
    if model.commit(decision) {
        let said = model.words.roles_vacated(&name(model, &duty));
        model.tell(Tone::Good, said);
    }
}

fn party(model: &Model, duty: &Duty) -> Option<Party> {
    match duty {
        Duty::Seat(id) => model.council().roles.get(id)?.holder.clone(),
        Duty::Meeting(kind) => model.meeting()?.role(*kind)?.party.clone(),
        Duty::Lead(point) => model.council().point(*point).lead.as_ref()?.party.clone(),
        Duty::Carries(_) => None,
    }
}

fn give(model: &Model, duty: &Duty, who: Option<Who>) -> Decision {
    let council = model.council();
    match (duty, &model.meeting) {
        (Duty::Seat(id), _) => match council.roles.get(id) {
            Some(role) => save_role(council, Role { holder: who.and_then(|who| who.party), ..role.clone() }),
            None => Ok(Vec::new()),
        },
        (Duty::Meeting(kind), Some(meeting)) => set_role(council, meeting, *kind, who),
        (Duty::Lead(point), _) => set_lead(council, *point, who, model.today()),
        (Duty::Meeting(_), None) | (Duty::Carries(_), _) => Ok(Vec::new()),
    }
}

pub fn delete(model: &mut Model) {
    let Some(Duty::Seat(id)) = chosen(model) else { return };
    let title = name(model, &Duty::Seat(id.clone()));
    let decision = remove_role(model.council(), &id);
    if model.commit(decision) {
        let said = model.words.roles_deleted(&title);
        model.tell(Tone::Good, said);
    }
}

/// Moves the chosen seat, and the choice with it.
pub fn reorder(model: &mut Model, steps: isize) {
    let Some(Duty::Seat(id)) = chosen(model) else { return };
    let decision = reorder_role(model.council(), &id, steps);
    if model.commit(decision) {
        go_to(model, id);
    }
}

fn go_to(model: &mut Model, id: RoleId) {
    list::go_to(model, ListId::Roles, rows, &Duty::Seat(id));
}

pub fn add(model: &mut Model) {
    let title = model.words.roles_form_new();
    let form = Form::new(title, "", seat_fields(model, None), save_seat);
    model.open_form(form);
}

/// A seat as a whole; of the other duties, the name.
pub fn edit(model: &mut Model) {
    let form = match chosen(model) {
        Some(Duty::Seat(id)) => {
            let Some(role) = model.council().roles.get(&id) else { return };
            let fields = seat_fields(model, Some(role));
            Form::new(model.words.roles_form_edit(), id.as_str(), fields, save_seat)
        }
        Some(duty @ (Duty::Meeting(_) | Duty::Lead(_))) => {
            let label = holder(model, &duty).unwrap_or_default();
            let field = Field::name(model.words.roles_holder(), label).hint(model.words.entry_name_hint());
            Form::new(name(model, &duty), "", vec![field], save_holder)
        }
        Some(Duty::Carries(_)) | None => return,
    };
    model.open_form(form);
}

const TITLE: usize = 0;
const OFFICE: usize = 1;
const HOLDER: usize = 2;
const FROM: usize = 3;
const TO: usize = 4;

fn seat_fields(model: &Model, role: Option<&Role>) -> Vec<Field> {
    let (words, council) = (model.words, model.council());
    let offices = Office::ALL.map(|office| words.office(office).to_owned());
    let offices = std::iter::once(words.roles_by_title().to_owned()).chain(offices).collect();
    let office = role.and_then(|role| Office::ALL.iter().position(|office| *office == role.office));
    let held = role.and_then(|role| council.party_label(role.holder.as_ref()?)).unwrap_or_default();
    let term = role.map_or_else(Term::default, |role| role.term);
    let day = |day: Option<_>| day.map_or_else(String::new, |day| words.day(day, council.head.dates));
    vec![
        Field::text(words.roles_field_title(), role.map_or("", |role| &role.title))
            .hint(words.roles_title_hint()),
        Field::choice(words.roles_office(), offices, office.map_or(0, |at| at + 1)),
        Field::name(words.roles_holder(), held).hint(words.roles_holder_hint()),
        Field::text(words.roles_field_from(), day(term.from)).hint(words.entry_date_hint()),
        Field::text(words.roles_field_to(), day(term.to)).hint(words.entry_date_hint()),
    ]
}

fn save_seat(model: &mut Model, form: &Form) -> Result<(), FieldError> {
    let title = form.text(TITLE);
    if title.is_empty() {
        return Err(FieldError { field: TITLE, said: model.words.roles_title_wanted().to_owned() });
    }
    let office = match form.choice(OFFICE) {
        0 => office_titled(title).unwrap_or(Office::Other),
        at => Office::ALL[at - 1],
    };
    let before = model.council().roles.get(&RoleId::from(form.about.as_str())).cloned();
    let holder = seat_holder(model, form, before.as_ref().and_then(|role| role.holder.clone()))?;
    let term = Term { from: form.date(model, FROM)?, to: form.date(model, TO)? };
    if term.from.zip(term.to).is_some_and(|(from, to)| to < from) {
        return Err(FieldError { field: TO, said: model.words.entry_end_before_start().to_owned() });
    }
    let id = before.map_or_else(|| model.mint.id(), |role| role.id);
    let role = Role { id: id.clone(), title: title.to_owned(), office, holder, term };
    let decision = save_role(model.council(), role);
    model.submit_at(TITLE, decision)?;
    go_to(model, id);
    Ok(())
}

/// A seat is held by somebody on the roster, never by a stranger or another seat.
fn seat_holder(model: &Model, form: &Form, before: Option<Party>) -> Result<Option<Party>, FieldError> {
    let before = before.map(|party| model.council().who(party));
    let Some(who) = names::who_again(model, form, HOLDER, before.as_ref())? else { return Ok(None) };
    let said = match who.party {
        Some(Party::Role(_)) => model.words.roles_seat_on_seat(form.text(HOLDER)),
        Some(party) => return Ok(Some(party)),
        None => model.words.entry_stranger(form.text(HOLDER)),
    };
    Err(FieldError { field: HOLDER, said })
}

/// Whoever was typed for a role of the meeting or a point; somebody from outside the roster will do.
fn save_holder(model: &mut Model, form: &Form) -> Result<(), FieldError> {
    let Some(duty) = chosen(model) else { return Ok(()) };
    let before = match &duty {
        Duty::Meeting(kind) => model.meeting().and_then(|meeting| meeting.role(*kind)),
        Duty::Lead(point) => model.council().point(*point).lead.as_ref(),
        Duty::Seat(_) | Duty::Carries(_) => None,
    };
    let who = names::who_again(model, form, 0, before)?;
    let decision = give(model, &duty, who);
    model.submit_at(0, decision)
}
