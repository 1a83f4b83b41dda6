//! The summary of an agenda item (要点筆記), written beside its lines.

use super::agenda::items;
use crate::{
    app::{
        command::Ready,
        form::{Field, Form},
        model::Model,
        overlay::Overlay,
        picker::{Choice, Picker},
    },
    domain::{MeetingState, decide::minutes, id::ItemId},
    words::Words,
};

pub fn can_edit(model: &Model) -> Ready {
    match model.meeting() {
        Some(meeting) if meeting.state != MeetingState::Planned => items::can_act(model),
        _ => Ready::Off(Words::record_meeting_planned),
    }
}

pub fn edit_chosen(model: &mut Model) {
    if let Some(id) = items::chosen(model).map(|item| item.id.clone()) {
        edit(model, &id);
    }
}

/// Asks which item is to be summed up; those that have a summary show its beginning.
pub fn pick(model: &mut Model) {
    let Some(body) = model.meeting.as_ref().and_then(|id| model.council().body(id)) else { return };
    let choices = (1..).zip(&body.items).map(|(number, item)| {
        let mark = if item.summary.is_empty() { " " } else { "✓" };
        Choice::new(item.id.as_str(), format!("{mark} {number} {}", item.title)).also(item.summary.clone())
    });
    let picker = Picker::new(model.words.pick_summary(), "", choices.collect(), |model, _, key| {
        edit(model, &ItemId::from(key));
    });
    model.overlays.push(Overlay::Picker(picker));
}

fn edit(model: &mut Model, id: &ItemId) {
    let body = model.meeting.as_ref().and_then(|meeting| model.council().body(meeting));
    let Some(item) = body.and_then(|body| body.items.get(id)) else { return };
    let words = model.words;
    let field = Field::note(words.item_summary(), &item.summary).hint(words.hint_summary());
    let form = Form::new(words.form_summary(&item.title), id.as_str(), vec![field], |model, form| {
        let Some(meeting) = model.meeting.clone() else { return Ok(()) };
        let item = ItemId::from(form.about.as_str());
        let decision = minutes::summarise(model.council(), &meeting, &item, form.text(0));
        model.submit_at(0, decision)
    });
    model.open_form(form);
}
