//! The meetings of the council: planning, moving, deleting one, and opening its agenda.

use super::{look_at, meeting_meant};
use crate::{
    app::{
        command::Ready,
        form::{Field, FieldError, Form},
        look::Tone,
        model::{ListId, Model},
        update::list,
        view::agenda::meeting_rows,
    },
    domain::{
        Edit, Openness,
        decide::{
            carry,
            meeting::{self, Plan},
        },
        id::MeetingId,
    },
    text::dates::{iso, parse_minutes, parse_time},
    words::Words,
};
use chrono::{NaiveTime, TimeDelta};

const DATE: usize = 0;
const START: usize = 1;
const END: usize = 2;
const PLACE: usize = 3;
const OPENNESS: usize = 4;
const REASON: usize = 5;

pub fn can_act(model: &Model) -> Ready {
    if meeting_meant(model).is_some() { Ready::Yes } else { Ready::Off(Words::agenda_no_meeting_chosen) }
}

/// Opens the agenda of the chosen meeting.
pub fn open(model: &mut Model) {
    if let Some(id) = meeting_meant(model).map(|meeting| meeting.id.clone()) {
        model.own_way.meeting = model.council().running().is_none_or(|running| running.id != id);
        look_at(model, id);
    }
}

/// Asks when and where the next meeting is to be.
pub fn plan(model: &mut Model) {
    let suggested = meeting::suggest(model.council(), model.today());
    model.open_form(form(model, model.words.form_agenda_plan(), "", &suggested, save_new).suggesting());
}

/// The same under another title, saved in another way.
pub(in crate::app::update) fn open_plan(
    model: &mut Model,
    title: &str,
    about: &str,
    submit: fn(&mut Model, &Form) -> Result<(), FieldError>,
) {
    let suggested = meeting::suggest(model.council(), model.today());
    model.open_form(form(model, title, about, &suggested, submit).suggesting());
}

/// Asks for the new hours and place of the chosen meeting.
pub fn edit(model: &mut Model) {
    let Some(meeting) = meeting_meant(model) else { return };
    let title = model.words.form_agenda_meeting(&model.words.meeting_label(meeting));
    let plan =
        Plan { date: meeting.date, start: meeting.start, end: meeting.end, place: meeting.place.clone() };
    let words = model.words;
    let kinds = Openness::ALL.map(|it| words.openness_kind(&it).to_owned()).to_vec();
    let mut fields = fields(model, &plan);
    fields.push(Field::choice(words.fact_openness(), kinds, meeting.openness.place()));
    fields.push(
        Field::text(words.agenda_field_reason(), meeting.openness.reason()).hint(words.agenda_hint_reason()),
    );
    model.open_form(Form::new(&title, meeting.id.as_str(), fields, save_edited));
}

/// Deletes the chosen meeting, unless it has a record.
pub fn delete(model: &mut Model) {
    let Some(meeting) = meeting_meant(model) else { return };
    let label = model.words.meeting_label(meeting);
    let decision = meeting::remove(model.council(), &meeting.id);
    if model.commit(decision) {
        model.tell(Tone::Good, model.words.agenda_deleted(&label));
    }
}

fn form(
    model: &Model,
    title: &str,
    about: &str,
    plan: &Plan,
    submit: fn(&mut Model, &Form) -> Result<(), FieldError>,
) -> Form {
    Form::new(title, about, fields(model, plan), submit)
}

fn fields(model: &Model, plan: &Plan) -> Vec<Field> {
    let words = model.words;
    // A day without its weekday can be mended by its digits alone.
    vec![
        Field::text(words.agenda_field_date(), iso(plan.date)).hint(words.entry_date_hint()),
        Field::text(words.agenda_field_start(), words.time(plan.start)).hint(words.entry_time_hint()),
        Field::text(words.agenda_field_end(), words.time(plan.end)).hint(words.agenda_hint_end()),
        Field::text(words.agenda_field_place(), &plan.place).hint(words.agenda_hint_place()),
    ]
}

fn read(model: &Model, form: &Form) -> Result<Plan, FieldError> {
    let words = model.words;
    let wanted = |field, said: &str| FieldError { field, said: said.to_owned() };
    let date = form.date(model, DATE)?.ok_or_else(|| wanted(DATE, words.entry_date_wanted()))?;
    let start = form.time(model, START)?.ok_or_else(|| wanted(START, words.agenda_start_wanted()))?;
    Ok(Plan { date, start, end: read_end(model, form, start)?, place: form.text(PLACE).to_owned() })
}

/// The end as a time of day, or as a length from the start.
fn read_end(model: &Model, form: &Form, start: NaiveTime) -> Result<NaiveTime, FieldError> {
    let typed = form.text(END);
    let after = |minutes: u32| start + TimeDelta::minutes(i64::from(minutes));
    parse_time(typed).or_else(|| parse_minutes(typed).map(after)).ok_or_else(|| {
        let words = model.words;
        let empty = typed.is_empty();
        let said = if empty { words.agenda_end_wanted().to_owned() } else { words.agenda_not_an_end(typed) };
        FieldError { field: END, said }
    })
}

/// The meeting that a form plans, with all that it begins with.
pub(in crate::app::update) fn planned(
    model: &mut Model,
    form: &Form,
) -> Result<(MeetingId, Vec<Edit>), FieldError> {
    let plan = read(model, form)?;
    let (council, usual) = (model.history.council(), model.words.usual_items());
    let planned = meeting::plan(council, &plan, &mut model.mint)
        .and_then(|(id, edits)| Ok((id, carry::with_usual(council, edits, &usual, &mut model.mint)?)));
    planned.map_err(|refusal| FieldError { field: END, said: model.refusal(&refusal) })
}

fn save_new(model: &mut Model, form: &Form) -> Result<(), FieldError> {
    let (id, edits) = planned(model, form)?;
    model.submit_at(DATE, Ok(edits))?;
    choose(model, &id);
    let label = model.council().meetings.get(&id).map(|meeting| model.words.meeting_label(meeting));
    let label = label.unwrap_or_default();
    let items = model.council().body(&id).map_or(0, |body| body.items.len());
    let said = match items {
        0 => model.words.agenda_meeting_planned(&label),
        items => model.words.agenda_meeting_carried(&label, items),
    };
    model.tell(Tone::Good, said);
    Ok(())
}

fn save_edited(model: &mut Model, form: &Form) -> Result<(), FieldError> {
    let plan = read(model, form)?;
    let id = MeetingId::from(form.about.as_str());
    let openness = Openness::ALL[form.choice(OPENNESS)].clone().because(form.text(REASON));
    let decision = meeting::rearrange(model.council(), &id, &plan, &openness);
    model.submit_at(END, decision)?;
    choose(model, &id);
    Ok(())
}

/// Puts the choice on a meeting, also where a search would hide it.
fn choose(model: &mut Model, id: &MeetingId) {
    model.list_of_mut(ListId::Meetings).search.set("");
    list::go_to(model, ListId::Meetings, meeting_rows, id);
}
