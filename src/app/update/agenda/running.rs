//! Taking a meeting from its start through its agenda to the read-back before its close. Works from every pane.

use super::{choose_item, items, look_at, meeting_meant};
use crate::{
    app::{
        command::Ready,
        look::Tone,
        model::{Model, Pane},
        overlay::{Overlay, ReadBack},
    },
    domain::{
        Item, ItemState, Meeting, MeetingState, Refusal,
        decide::{agenda, meeting},
    },
    words::Words,
};

pub fn can_start(model: &Model) -> Ready {
    match meeting_meant(model).map(|meeting| meeting.state) {
        None => Ready::Off(Words::agenda_no_meeting_chosen),
        Some(MeetingState::Held) => Ready::Off(Words::agenda_already_held),
        Some(MeetingState::Planned | MeetingState::Running) => Ready::Yes,
    }
}

/// Starts the meeting meant, and goes to its record.
pub fn start(model: &mut Model) {
    let Some(id) = meeting_meant(model).map(|meeting| meeting.id.clone()) else { return };
    let decision = meeting::start(model.history.council(), &id, model.now, &mut model.mint);
    if !model.commit(decision) {
        return;
    }
    look_at(model, id);
    model.show(Pane::Record);
    if let Some(meeting) = model.meeting() {
        let said = started(model, meeting);
        model.tell(Tone::Good, said);
    }
}

/// That it started, and, when it was not booked for now, until when time is counted.
fn started(model: &Model, meeting: &Meeting) -> String {
    let (words, label) = (model.words, model.words.meeting_label(meeting));
    let (start, end) = meeting.booked();
    if start == meeting.date.and_time(meeting.start) {
        return words.agenda_started(&label);
    }
    let day = words.date_short(meeting.date, model.council().head.dates);
    words.agenda_started_elsewhen(
        &label,
        &format!("{day} {}", words.time(meeting.start)),
        &words.time(end.time()),
    )
}

/// Goes on to the next item.
pub fn next(model: &mut Model) {
    match agenda::next(model.history.council(), model.now, &mut model.mint) {
        Err(Refusal::NoItemAhead) => model.tell(Tone::Warn, model.words.agenda_nothing_ahead()),
        decision => {
            if model.commit(decision) {
                arrived(model);
            }
        }
    }
}

/// Says which item has come up, and puts the choice on it. The record pane shows it anyway.
pub(super) fn arrived(model: &mut Model) {
    let Some((number, item)) = current(model) else { return };
    let (id, duration) = (item.id.clone(), model.words.duration(i64::from(item.minutes)));
    let said = model.words.agenda_now_on(number, &item.title, &duration);
    if model.is_running() {
        choose_item(model, &id);
    }
    if model.pane != Pane::Record {
        model.tell(Tone::Good, said);
    }
}

/// The item the running meeting is on, with its number.
fn current(model: &Model) -> Option<(usize, &Item)> {
    let body = model.council().body(&model.council().running()?.id)?;
    (1..).zip(&body.items).find(|(_, item)| item.state == ItemState::Current)
}

pub fn on_an_item(model: &Model) -> Ready {
    if current(model).is_some() { Ready::Yes } else { Ready::Off(Words::agenda_no_current) }
}

/// Asks for an item that nobody planned; it comes right after the current one.
pub fn ad_hoc(model: &mut Model) {
    let Some(meeting) = model.council().running().map(|meeting| meeting.id.clone()) else { return };
    items::open_new(model, model.words.form_agenda_ad_hoc(), &meeting, &items::blank());
}

/// Puts the current item off to the next meeting.
pub fn defer(model: &mut Model) {
    leave(model, ItemState::Deferred, Words::agenda_deferred);
}

/// Leaves the current item out this time.
pub fn skip(model: &mut Model) {
    leave(model, ItemState::Skipped, Words::agenda_skipped);
}

fn leave(model: &mut Model, state: ItemState, said: fn(Words, &str) -> String) {
    let Some(meeting) = model.council().running().map(|meeting| meeting.id.clone()) else { return };
    let Some((id, title)) = current(model).map(|(_, item)| (item.id.clone(), item.title.clone())) else {
        return;
    };
    let decision =
        agenda::set_state(model.history.council(), &meeting, &id, state, model.now, &mut model.mint);
    if model.commit(decision) {
        arrived(model);
        model.tell(Tone::Good, said(model.words, &title));
    }
}

/// Reads everything back; the read-back itself closes the meeting.
pub fn close(model: &mut Model) {
    let Some(id) = model.council().running().map(|meeting| meeting.id.clone()) else { return };
    look_at(model, id);
    model.overlays.push(Overlay::ReadBack(ReadBack::default()));
}
