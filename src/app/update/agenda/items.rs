//! The items of the meeting the panes look at: adding, editing, ordering, putting into another state.

use super::{choose_item, running};
use crate::{
    app::{
        command::Ready,
        form::{Field, FieldError, Form},
        look::Tone,
        model::{ListId, Model},
        overlay::Overlay,
        picker::{Choice, Picker},
        update::{list, names},
        view::agenda::item_rows,
    },
    domain::{
        Item, ItemKind, ItemState, MeetingState, Point,
        decide::{Decision, agenda},
        id::{ItemId, MeetingId},
    },
    text::dates::parse_minutes,
    words::{Words, terms::item_mark},
};

const TITLE: usize = 0;
const KIND: usize = 1;
const MINUTES: usize = 2;
const PRESENTER: usize = 3;
const MATERIALS: usize = 4;
const POINTS: usize = 5;
const RECURRING: usize = 6;
const NOTE: usize = 7;

/// What a new item is given until somebody says otherwise.
pub(super) const USUAL_MINUTES: u32 = 10;

pub fn can_act(model: &Model) -> Ready {
    if chosen(model).is_some() { Ready::Yes } else { Ready::Off(Words::agenda_no_item_chosen) }
}

pub fn can_delete(model: &Model) -> Ready {
    match chosen(model) {
        Some(item) if item.state == ItemState::Current => Ready::Off(Words::agenda_current_stays),
        _ => can_act(model),
    }
}

pub fn can_take_up(model: &Model) -> Ready {
    match model.council().running() {
        None => Ready::Off(Words::agenda_not_running),
        Some(meeting) if model.meeting.as_ref() != Some(&meeting.id) => {
            Ready::Off(Words::agenda_other_running)
        }
        Some(_) => match chosen(model) {
            Some(item) if item.state == ItemState::Current => Ready::Off(Words::agenda_already_current),
            _ => can_act(model),
        },
    }
}

/// The item the cursor is on.
pub fn chosen(model: &Model) -> Option<&Item> {
    let id = list::chosen(model, ListId::Items, &item_rows(model))?;
    model.council().body(model.meeting.as_ref()?)?.items.get(&id)
}

pub fn add(model: &mut Model) {
    let Some(meeting) = model.meeting.clone() else { return };
    open_new(model, model.words.form_agenda_item(), &meeting, &blank());
}

pub(super) fn blank() -> Item {
    Item::new("".into(), "", USUAL_MINUTES)
}

/// Opens the form of an item that is to come on the agenda of `meeting`, filled in with `item`.
pub(super) fn open_new(model: &mut Model, title: &str, meeting: &MeetingId, item: &Item) {
    model.open_form(form(model, title, meeting.as_str(), item, save_new));
}

/// Opens the form of an item that is to serve a point, from wherever somebody is.
pub fn open_for(model: &mut Model, meeting: &MeetingId, title: &str, point: Point) {
    let item = Item { points: vec![point], ..Item::new("".into(), title, USUAL_MINUTES) };
    let name = model.words.form_agenda_item();
    model.open_form(form(model, name, meeting.as_str(), &item, save_for));
}

pub fn edit(model: &mut Model) {
    let Some(item) = chosen(model) else { return };
    model.open_form(form(model, model.words.form_agenda_item_edit(), item.id.as_str(), item, save_edited));
}

pub fn delete(model: &mut Model) {
    let Some(title) = chosen(model).map(|item| item.title.clone()) else { return };
    if decide(model, agenda::remove) {
        model.tell(Tone::Good, model.words.agenda_deleted(&title));
    }
}

/// Moves the chosen item, and the choice with it.
pub fn reorder(model: &mut Model, steps: isize) {
    let Some(id) = chosen(model).map(|item| item.id.clone()) else { return };
    if decide(model, |council, meeting, item| agenda::reorder(council, meeting, item, steps)) {
        choose_item(model, &id);
    }
}

pub fn toggle_recurring(model: &mut Model) {
    let Some(item) = chosen(model).cloned() else { return };
    let recurring = !item.recurring;
    if decide(model, |council, meeting, _| agenda::save(council, meeting, Item { recurring, ..item })) {
        let words = model.words;
        let said = if recurring { words.agenda_now_recurring() } else { words.agenda_not_recurring() };
        model.tell(Tone::Good, said);
    }
}

pub fn take_up(model: &mut Model) {
    let Some(id) = chosen(model).map(|item| item.id.clone()) else { return };
    let decision = agenda::take_up(model.history.council(), &id, model.now, &mut model.mint);
    if model.commit(decision) {
        running::arrived(model);
    }
}

/// Offers the states the chosen item may be put into.
pub fn pick_state(model: &mut Model) {
    let (Some(item), Some(meeting)) = (chosen(model), model.meeting()) else { return };
    let words = model.words;
    let possible = |state: &ItemState| match state {
        ItemState::Current => meeting.state == MeetingState::Running,
        ItemState::Discussed => meeting.state == MeetingState::Held || item.state == ItemState::Current,
        _ => true,
    };
    let choice = |state| {
        let label = format!("{} {}", item_mark(state), words.item_state(state));
        Choice::new(words.item_state_short(state), label)
    };
    let choices = ItemState::ALL.into_iter().filter(possible).map(choice).collect();
    let picker = Picker::new(words.pick_agenda_state(), item.id.as_str(), choices, set_state)
        .at(words.item_state_short(item.state));
    model.overlays.push(Overlay::Picker(picker));
}

fn set_state(model: &mut Model, item: &str, key: &str) {
    let words = model.words;
    let Some(state) = ItemState::ALL.into_iter().find(|state| words.item_state_short(*state) == key) else {
        return;
    };
    let (item, Some(meeting)) = (ItemId::from(item), model.meeting.clone()) else { return };
    if state == ItemState::Current {
        return take_up(model);
    }
    let decision =
        agenda::set_state(model.history.council(), &meeting, &item, state, model.now, &mut model.mint);
    model.commit(decision);
}

/// Decides something about the chosen item, and does it. Returns whether it was done.
fn decide(
    model: &mut Model,
    decide: impl FnOnce(&crate::domain::Council, &MeetingId, &ItemId) -> Decision,
) -> bool {
    let (Some(item), Some(meeting)) = (chosen(model), model.meeting.as_ref()) else { return false };
    let decision = decide(model.council(), meeting, &item.id);
    model.commit(decision)
}

fn form(
    model: &Model,
    title: &str,
    about: &str,
    item: &Item,
    submit: fn(&mut Model, &Form) -> Result<(), FieldError>,
) -> Form {
    let words = model.words;
    let kinds = ItemKind::ALL.map(|kind| words.item_kind(kind).to_owned()).to_vec();
    let kind = ItemKind::ALL.iter().position(|kind| *kind == item.kind).unwrap_or(0);
    let presenter = item.presenter.as_ref().map_or("", |who| who.label.as_str());
    let points: Vec<String> = item.points.iter().map(|point| point.number().to_string()).collect();
    let fields = vec![
        Field::text(words.agenda_field_title(), &item.title).hint(words.agenda_hint_title()),
        Field::choice(words.agenda_kind(), kinds, kind).hint(words.hint_template()),
        Field::text(words.agenda_field_minutes(), item.minutes.to_string()).hint(words.agenda_hint_minutes()),
        Field::name(words.agenda_presenter(), presenter).hint(words.agenda_hint_presenter()),
        Field::text(words.agenda_materials(), joined(words, &item.materials))
            .hint(words.agenda_hint_materials()),
        Field::text(words.agenda_points(), points.join(" ")).hint(words.agenda_hint_points()),
        Field::yes_no(model, words.agenda_field_recurring(), item.recurring).hint(words.hint_template()),
        Field::text(words.agenda_note(), &item.note),
    ];
    Form::new(title, about, fields, submit)
}

/// What the form says, laid over the item as it was. What was not touched stays to the letter.
fn read(model: &Model, form: &Form, before: Item) -> Result<Item, FieldError> {
    let words = model.words;
    if form.text(TITLE).is_empty() {
        return Err(FieldError { field: TITLE, said: words.agenda_title_wanted().to_owned() });
    }
    let typed = form.text(MINUTES);
    let minutes = if typed.is_empty() { Some(0) } else { parse_minutes(typed) };
    let minutes =
        minutes.ok_or_else(|| FieldError { field: MINUTES, said: words.agenda_not_minutes(typed) })?;
    let same_presenter = before.presenter.as_ref().is_some_and(|who| who.label == form.text(PRESENTER));
    let presenter = if same_presenter { before.presenter } else { names::who(model, form, PRESENTER)? };
    let same_materials = joined(words, &before.materials) == form.text(MATERIALS);
    let materials = if same_materials { before.materials } else { split_materials(form.text(MATERIALS)) };
    Ok(Item {
        title: form.text(TITLE).to_owned(),
        kind: ItemKind::ALL[form.choice(KIND)],
        minutes,
        presenter,
        materials,
        points: form.points(model, POINTS)?,
        recurring: form.yes(RECURRING),
        note: form.text(NOTE).to_owned(),
        ..before
    })
}

fn joined(words: Words, materials: &[String]) -> String {
    materials.join(words.pick("、", ", "))
}

/// Parts a list at its commas, but not inside brackets: 資料3 試し書き（介護高齢課、保育課） is one paper.
fn split_materials(text: &str) -> Vec<String> {
    let mut depth = 0_u32;
    let parts = text.split(|c: char| {
        match c {
            '（' | '(' | '「' | '『' | '【' => depth += 1,
            '）' | ')' | '」' | '』' | '】' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && matches!(c, '、' | '､' | ',' | '，')
    });
    parts.map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

fn save_new(model: &mut Model, form: &Form) -> Result<(), FieldError> {
    let meeting = MeetingId::from(form.about.as_str());
    let id: ItemId = model.mint.id();
    let item = read(model, form, Item::new(id.clone(), "", 0))?;
    let decision = agenda::add(model.council(), &meeting, item);
    model.submit_at(TITLE, decision)?;
    choose_item(model, &id);
    Ok(())
}

/// Says where it went: whoever adds it does not see that agenda.
fn save_for(model: &mut Model, form: &Form) -> Result<(), FieldError> {
    save_new(model, form)?;
    let meeting = model.council().meetings.get(&MeetingId::from(form.about.as_str()));
    let label = meeting.map(|meeting| model.words.meeting_label(meeting)).unwrap_or_default();
    model.tell(Tone::Good, model.words.agenda_put_on(form.text(TITLE), &label));
    Ok(())
}

fn save_edited(model: &mut Model, form: &Form) -> Result<(), FieldError> {
    let Some(meeting) = model.meeting.clone() else { return Ok(()) };
    let id = ItemId::from(form.about.as_str());
    let before = model.council().body(&meeting).and_then(|body| body.items.get(&id)).cloned();
    let item = read(model, form, before.unwrap_or_else(|| Item::new(id, "", 0)))?;
    let decision = agenda::save(model.council(), &meeting, item);
    model.submit_at(TITLE, decision)
}

#[cfg(test)]
mod tests {
    use super::split_materials;

    #[test]
    fn papers_are_parted_at_commas_outside_brackets() {
        assert_eq!(
            split_materials("資料1、 資料3-2 試し書き（介護高齢課、保育課），資料4,, Handout (a, b)"),
            ["資料1", "資料3-2 試し書き（介護高齢課、保育課）", "資料4", "Handout (a, b)"]
        );
        assert!(split_materials(" 、 ").is_empty());
        assert_eq!(split_materials("資料1）、資料2"), ["資料1）", "資料2"]);
    }
}
