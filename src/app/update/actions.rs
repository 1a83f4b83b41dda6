//! What the commands of the actions pane do: give out, follow up, finish, note.

use super::{list, names, parties};
use crate::{
    app::{
        command::Ready,
        form::{Field, FieldError, Form},
        look::Tone,
        model::{ActionView, ListId, Model},
        overlay::Overlay,
        picker::{Choice, Picker},
        view::actions::{chosen, rows},
    },
    domain::{
        Action, ActionState, Due, Point,
        action::Origin,
        decide::actions::{add_note, remove, save, set_state},
        id::ActionId,
    },
    text::{capture::read_due, dates::DateRefusal},
    words::{Words, terms::action_mark},
};

pub fn on_action(model: &Model) -> Ready {
    if chosen(model).is_some() { Ready::Yes } else { Ready::Off(Words::actions_none_chosen) }
}

/// What a line of the record gave goes with that line.
pub fn can_delete(model: &Model) -> Ready {
    match chosen(model) {
        None => Ready::Off(Words::actions_none_chosen),
        Some(Action { origin: Some(Origin { line: Some(_), .. }), .. }) => {
            Ready::Off(Words::actions_from_line)
        }
        Some(_) => Ready::Yes,
    }
}

/// Turns to another view, at its top: what presses most stands there.
pub fn turn_view(model: &mut Model, steps: isize) {
    let views = ActionView::ALL;
    let at = views.iter().position(|view| *view == model.action_view).unwrap_or(0);
    model.action_view = views[(at + views.len()).saturating_add_signed(steps) % views.len()];
    let list = model.list_of_mut(ListId::Actions);
    (list.cursor, list.detail_offset) = Default::default();
}

fn go_to(model: &mut Model, id: &ActionId) {
    list::go_to(model, ListId::Actions, rows, id);
}

/// The action a form or picker was opened on.
fn about<'a>(model: &'a Model, id: &str) -> Option<&'a Action> {
    model.council().action(&id.into())
}

/// Done, or from an end back to open.
pub fn toggle_done(model: &mut Model) {
    let Some(action) = chosen(model).cloned() else { return };
    let state = if action.state.is_open() { ActionState::Done } else { ActionState::Open };
    move_to(model, &action, state);
}

fn move_to(model: &mut Model, action: &Action, state: ActionState) {
    let decision = set_state(model.council(), &action.id, state, "", model.today());
    if model.commit(decision) {
        say_state(model, action.number, state);
    }
}

fn say_state(model: &mut Model, number: u32, state: ActionState) {
    let said = model.words.actions_state_now(number, model.words.action_state(state));
    model.tell(Tone::Good, said);
}

pub fn pick_state(model: &mut Model) {
    let Some(action) = chosen(model) else { return };
    let choice = |state: ActionState| {
        let label = format!("{} {}", action_mark(state), model.words.action_state(state));
        Choice::new(state.key(), label).also(model.words.action_state_short(state))
    };
    let title = model.words.actions_state_picker(action.number);
    let choices = ActionState::ALL.map(choice).to_vec();
    let picker = Picker::new(title, action.id.as_str(), choices, take_state).at(action.state.key());
    model.overlays.push(Overlay::Picker(picker));
}

/// Dropping asks for the reason first.
fn take_state(model: &mut Model, id: &str, key: &str) {
    let Some(action) = about(model, id).cloned() else { return };
    let Some(state) = ActionState::ALL.into_iter().find(|state| state.key() == key) else { return };
    if state != ActionState::Dropped {
        return move_to(model, &action, state);
    }
    let words = model.words;
    let field = Field::text(words.actions_reason(), &action.reason).hint(words.actions_drop_hint());
    model.open_form(Form::new(words.actions_form_drop(action.number), id, vec![field], drop_for));
}

fn drop_for(model: &mut Model, form: &Form) -> Result<(), FieldError> {
    let id = ActionId::from(form.about.as_str());
    let decision = set_state(model.council(), &id, ActionState::Dropped, form.text(0), model.today());
    model.submit_at(0, decision)?;
    if let Some(number) = about(model, &form.about).map(|action| action.number) {
        say_state(model, number, ActionState::Dropped);
    }
    Ok(())
}

/// Everyone on the roster; who has the action already is marked.
pub fn pick_owner(model: &mut Model) {
    let Some(action) = chosen(model) else { return };
    let owns = |choice: &Choice| {
        let party = parties::of_key(&choice.key);
        party.is_some() && action.owners.iter().any(|owner| owner.party == party)
    };
    let choices = parties::everyone(model)
        .into_iter()
        .map(|choice| if owns(&choice) { choice.note(model.words.actions_is_owner()) } else { choice });
    let title = model.words.actions_owner_picker(action.number);
    let picker = Picker::new(title, action.id.as_str(), choices.collect(), toggle_owner);
    model.overlays.push(Overlay::Picker(picker));
}

fn toggle_owner(model: &mut Model, id: &str, key: &str) {
    let (Some(mut action), Some(party)) = (about(model, id).cloned(), parties::of_key(key)) else { return };
    let before = action.owners.len();
    action.owners.retain(|owner| owner.party.as_ref() != Some(&party));
    if action.owners.len() == before {
        action.owners.push(model.council().who(party));
    }
    let said = model.words.actions_owners_now(action.number, &model.words.owners(&action));
    let decision = save(model.council(), action);
    if model.commit(decision) {
        go_to(model, &id.into());
        model.tell(Tone::Good, said);
    }
}

pub fn note(model: &mut Model) {
    let Some(action) = chosen(model) else { return };
    let words = model.words;
    let field = Field::text(words.actions_field_note(), "").hint(words.actions_note_hint());
    let form = Form::new(words.actions_form_note(action.number), action.id.as_str(), vec![field], save_note);
    model.open_form(form);
}

fn save_note(model: &mut Model, form: &Form) -> Result<(), FieldError> {
    let decision = add_note(model.council(), &form.about.as_str().into(), form.text(0), model.today());
    model.submit_at(0, decision)?;
    if let Some(number) = about(model, &form.about).map(|action| action.number) {
        model.tell(Tone::Good, model.words.actions_noted(number));
    }
    Ok(())
}

pub fn delete(model: &mut Model) {
    let Some(action) = chosen(model).cloned() else { return };
    let decision = remove(model.council(), &action.id);
    if model.commit(decision) {
        model.tell(Tone::Good, model.words.actions_deleted(action.number));
    }
}

pub fn add(model: &mut Model) {
    open_new(model, Vec::new());
}

/// One that serves a point.
pub fn add_for(model: &mut Model, point: Point) {
    open_new(model, vec![point]);
}

fn open_new(model: &mut Model, points: Vec<Point>) {
    let blank = Action { points, ..Action::new("".into(), 0, "") };
    let form = Form::new(model.words.actions_form_new(), "", fields(model, &blank), save_form);
    model.open_form(form);
}

pub fn edit(model: &mut Model) {
    let Some(action) = chosen(model) else { return };
    let title = model.words.action_number(action.number);
    let form = Form::new(title, action.id.as_str(), fields(model, action), save_form);
    model.open_form(form);
}

const TEXT: usize = 0;
const OWNERS: usize = 1;
const DUE: usize = 2;
const POINTS: usize = 3;

fn fields(model: &Model, action: &Action) -> Vec<Field> {
    let words = model.words;
    let comma = words.pick("、", ", ");
    let owners: Vec<&str> = action.owners.iter().map(|owner| owner.label.as_str()).collect();
    let due = match action.due {
        Due::On(day) => words.date(day, model.council().head.dates),
        Due::NextMeeting => words.actions_due_next().to_owned(),
        Due::Open => words.actions_due_none().to_owned(),
    };
    let points: Vec<String> = action.points.iter().map(|point| point.number().to_string()).collect();
    vec![
        Field::text(words.actions_field_text(), &action.text).hint(words.actions_text_hint()),
        Field::name(words.actions_owners(), owners.join(comma)).hint(words.actions_owners_hint()),
        Field::text(words.actions_due(), due).hint(words.actions_due_hint()),
        Field::text(words.actions_points(), points.join(comma)).hint(words.entry_points_hint()),
    ]
}

fn save_form(model: &mut Model, form: &Form) -> Result<(), FieldError> {
    if form.text(TEXT).is_empty() {
        return Err(FieldError { field: TEXT, said: model.words.actions_text_wanted().to_owned() });
    }
    let known = about(model, &form.about).cloned();
    let is_new = known.is_none();
    let mut action = known.unwrap_or_else(|| given_here(model));
    form.text(TEXT).clone_into(&mut action.text);
    action.owners = names::everyone_again(model, form, OWNERS, &action.owners)?;
    action.due = due(model, form)?;
    action.points = form.points(model, POINTS)?;
    let id = action.id.clone();
    let council = model.council();
    let decision =
        if is_new { crate::domain::decide::actions::add(council, action) } else { save(council, action) };
    model.submit_at(TEXT, decision)?;
    go_to(model, &id);
    if let Some(number) = about(model, id.as_str()).map(|action| action.number).filter(|_| is_new) {
        model.tell(Tone::Good, model.words.actions_added(number));
    }
    Ok(())
}

/// A new action; while a meeting runs, given by it under the current item.
fn given_here(model: &mut Model) -> Action {
    let council = model.council();
    let origin = council.running().map(|meeting| {
        let item = council.body(&meeting.id).and_then(|body| body.current_item());
        Origin { meeting: meeting.id.clone(), item: item.map(|item| item.id.clone()), line: None }
    });
    Action { origin, ..Action::new(model.mint.id(), 0, "") }
}

fn due(model: &Model, form: &Form) -> Result<Due, FieldError> {
    let typed = form.text(DUE);
    match read_due(typed, model.today()) {
        Ok(due) => Ok(due),
        Err(DateRefusal::Empty) => Ok(Due::NextMeeting),
        Err(why) => Err(FieldError { field: DUE, said: model.words.date_refusal(typed, &why) }),
    }
}
