//! What the commands of the agenda pane do: the meetings, the items of one, and taking the running one through its agenda.

pub mod items;
pub mod meetings;
pub mod running;
pub mod topics;

pub use meetings::plan as plan_meeting;

use super::list;
use crate::{
    app::{
        command::Ready,
        look::Tone,
        model::{ListId, ListState, Model, Pane},
        view::agenda::{item_rows, meeting_rows},
    },
    domain::{
        Meeting, MeetingState,
        decide::carry,
        id::{ItemId, MeetingId},
    },
    words::Words,
};

/// The meeting that a command means: the chosen one of the list of meetings, else the one the panes look at.
pub fn meeting_meant(model: &Model) -> Option<&Meeting> {
    if model.pane == Pane::Agenda && model.choosing_meeting {
        let id = list::chosen(model, ListId::Meetings, &meeting_rows(model))?;
        return model.council().meetings.get(&id);
    }
    model.meeting()
}

/// Makes the panes look at a meeting, with its current item chosen.
pub fn look_at(model: &mut Model, id: MeetingId) {
    if model.meeting.as_ref() != Some(&id) {
        *model.list_of_mut(ListId::Items) = ListState::default();
    }
    model.meeting = Some(id.clone());
    model.choosing_meeting = false;
    choose_current(model, &id);
}

/// The record of the meeting that the panes look at was read: what would have been chosen at first is chosen now.
pub fn arrive(model: &mut Model, id: &MeetingId) {
    if model.is_running() {
        choose_current(model, id);
        super::record::follow_newest(model);
    }
}

fn choose_current(model: &mut Model, id: &MeetingId) {
    let current = model.council().body(id).and_then(|body| body.current_item()).map(|item| item.id.clone());
    if let Some(current) = current {
        choose_item(model, &current);
    }
}

/// Puts the choice on an item.
pub(super) fn choose_item(model: &mut Model, item: &ItemId) {
    list::go_to(model, ListId::Items, item_rows, item);
}

/// Goes from the items out to the meetings.
pub fn show_meetings(model: &mut Model) {
    model.choosing_meeting = true;
    if let Some(id) = model.meeting.clone() {
        list::go_to(model, ListId::Meetings, meeting_rows, &id);
    }
}

/// The meeting the panes look at may have gone, by deleting it or by taking back that it was planned.
pub fn settle(model: &mut Model) {
    if model.lobby.is_none() && model.meeting().is_none() {
        model.meeting = model.council().meeting_at_hand(model.today()).map(|meeting| meeting.id.clone());
        model.choosing_meeting |= model.meeting.is_none();
    }
}

pub fn can_take_over(model: &Model) -> Ready {
    match meeting_meant(model) {
        None => Ready::Off(Words::agenda_no_meeting_chosen),
        Some(meeting) if meeting.state != MeetingState::Planned => Ready::Off(Words::agenda_only_planned),
        // Whether anything waits is known only once the last record is read.
        Some(meeting) if model.lacks_source(meeting).is_some() => Ready::Yes,
        Some(meeting) if carry::waiting(model.council(), &meeting.id).is_empty() => {
            Ready::Off(Words::agenda_nothing_waiting)
        }
        Some(_) => Ready::Yes,
    }
}

/// Puts on the agenda what the last meeting left since this one was planned.
pub fn take_over(model: &mut Model) {
    let Some(id) = meeting_meant(model).map(|meeting| meeting.id.clone()) else { return };
    let count = carry::waiting(model.council(), &id).len();
    let decision = carry::take_over(model.history.council(), &id, &mut model.mint);
    if model.commit(decision) {
        model.tell(Tone::Good, model.words.agenda_took_over(count));
    }
}
