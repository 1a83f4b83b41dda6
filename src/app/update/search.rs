//! The search over the whole council: asking while somebody types, and going to what was found.

use super::{agenda, board, list, record, shell};
use crate::{
    app::{
        command::Ready,
        look::Tone,
        model::{ActionView, ListId, Model, Pane},
        overlay::Overlay,
        row::Rows,
        view,
    },
    domain::{
        Point, Unread,
        id::{ActionId, ItemId, LineId, MeetingId, MemberId, OrganisationId},
    },
    knowledge::readings::readings,
    text::search::{Place, Query},
    words::Words,
};

pub fn can_open(model: &Model) -> Ready {
    if model.lobby.is_none() && model.overlays.is_empty() {
        Ready::Yes
    } else {
        Ready::Off(Words::find_close_first)
    }
}

/// Opens the search as it was left.
pub fn open(model: &mut Model) {
    model.overlays.push(Overlay::Search);
}

pub fn has_choice(model: &Model) -> Ready {
    if model.search.chosen().is_some() { Ready::Yes } else { Ready::Off(Words::find_nothing_there) }
}

pub fn step(model: &mut Model, steps: isize) {
    let len = model.search.found.len();
    model.search.cursor.step(steps, len);
}

pub fn page(model: &mut Model, pages: isize) {
    let room = isize::try_from(view::search::room(model)).unwrap_or(1);
    step(model, pages * (room - 1).max(1));
}

/// Asks again where the query is another, or the council is; keeps the choice on what it was on.
pub fn settle(model: &mut Model) {
    if !model.searches_all() {
        return;
    }
    let changed = model.search.index.follow(&model.history, readings());
    let question = (model.search.query.text().to_owned(), model.may_write());
    if changed || model.search.answered.as_ref() != Some(&question) {
        answer(model, question);
    }
    let room = view::search::room(model);
    let search = &mut model.search;
    search.cursor.settle(search.found.len(), room);
}

fn answer(model: &mut Model, question: (String, bool)) {
    let (council, today) = (model.history.council(), model.now.date());
    let search = &mut model.search;
    let chosen = search.chosen().filter(|_| search.cursor.at > 0).map(|entry| entry.place.clone());
    search.asked = Query::read(&question.0, council, today, search.index.readings());
    search.found = search.index.find(&search.asked, council, question.1);
    search.answered = Some(question);
    let again = chosen.and_then(|place| search.found.iter().position(|entry| entry.place == place));
    search.cursor.at = again.unwrap_or(0);
}

/// Closes the search and goes to the pane where the choice stands, with it chosen and its details open.
pub fn go(model: &mut Model) {
    let Some(place) = model.search.chosen().map(|entry| entry.place.clone()) else { return };
    if !model.require(lacks(model, &place)) {
        return;
    }
    model.overlays.pop();
    let is_there = match place {
        Place::Meeting(id) => to_meeting(model, &id),
        Place::Item(meeting, id) => to_item(model, meeting, &id),
        Place::Line(meeting, id) => to_line(model, meeting, &id),
        Place::Action(id) | Place::ActionNote(id, _) => to_action(model, &id),
        Place::Member(id) => to_member(model, &id),
        Place::Organisation(id) => to_organisation(model, &id),
        Place::Point(point) | Place::Evidence(point, _) => {
            to_point(model, point);
            true
        }
    };
    if !is_there {
        model.tell(Tone::Warn, model.words.find_gone());
    }
}

/// An action that has ended stands in the list of all, which shows only when every shelf was read.
fn lacks(model: &Model, place: &Place) -> Unread {
    let ended = match place {
        Place::Action(id) | Place::ActionNote(id, _) => {
            model.council().action(id).is_some_and(|action| !action.state.is_open())
        }
        _ => false,
    };
    let shelves = model.council().unread_shelves().filter(|_| ended).collect();
    Unread { shelves, ..Unread::default() }
}

/// Puts the choice of a list on a record, also where its own search would hide it.
pub(super) fn choose<T: PartialEq>(
    model: &mut Model,
    list: ListId,
    rows: fn(&Model) -> Rows<'_, T>,
    record: &T,
) -> bool {
    model.list_of_mut(list).search.set("");
    let is_there = rows(model).place_of(record).is_some();
    list::go_to(model, list, rows, record);
    open_detail(model);
    is_there
}

fn open_detail(model: &mut Model) {
    let list = model.list_mut();
    (list.detail, list.detail_offset) = (true, 0);
}

pub(super) fn to_point(model: &mut Model, point: Point) {
    board::look_at(model, point);
    open_detail(model);
}

fn to_meeting(model: &mut Model, id: &MeetingId) -> bool {
    shell::go(model, Pane::Agenda);
    model.choosing_meeting = true;
    choose(model, ListId::Meetings, view::agenda::meeting_rows, id)
}

/// Makes the panes look at a meeting by choice.
fn look_at(model: &mut Model, id: MeetingId) {
    model.own_way.meeting = model.council().running().is_none_or(|running| running.id != id);
    agenda::look_at(model, id);
}

pub(super) fn to_item(model: &mut Model, meeting: MeetingId, id: &ItemId) -> bool {
    look_at(model, meeting);
    shell::go(model, Pane::Agenda);
    choose(model, ListId::Items, view::agenda::item_rows, id)
}

/// The lines take the keys, not the capture line; what is typed there stays.
fn to_line(model: &mut Model, meeting: MeetingId, id: &LineId) -> bool {
    look_at(model, meeting);
    shell::go(model, Pane::Record);
    model.own_way.pane = true;
    record::give_up(model);
    record::leave(model);
    model.list_mut().search.set("");
    let place = view::record::place_of(model, id);
    model.list_mut().cursor.at = place.unwrap_or(0);
    place.is_some()
}

fn to_action(model: &mut Model, id: &ActionId) -> bool {
    let is_open = model.council().action(id).is_some_and(|action| action.state.is_open());
    shell::go(model, Pane::Actions);
    model.action_view = if is_open { ActionView::Open } else { ActionView::All };
    choose(model, ListId::Actions, view::actions::rows, id)
}

fn to_member(model: &mut Model, id: &MemberId) -> bool {
    shell::go(model, Pane::Roster);
    model.organisations = false;
    choose(model, ListId::Members, view::roster::member_rows, id)
}

pub(super) fn to_organisation(model: &mut Model, id: &OrganisationId) -> bool {
    shell::go(model, Pane::Roster);
    model.organisations = true;
    choose(model, ListId::Organisations, view::organisations::rows, id)
}
