//! What is refused, and not guessed, while records it takes were not read.

use crate::room::{Room, day, plan_on};
use norishiro::domain::{
    Action, ActionState, History, ItemState, Mode, Point, Refusal,
    decide::{
        actions, agenda, board, carry, meeting,
        record::{self, NewKind, NewLine},
        roster,
    },
    id::{MeetingId, MemberId},
};

/// The room as it is opened again: heads and lists, but neither this body nor any shelf.
fn reopened(room: &Room, unread: &MeetingId) -> Room {
    let mut council = room.council().clone();
    council.bodies.remove(unread);
    council.shelves.values_mut().for_each(|shelf| *shelf = None);
    Room { history: History::new(council, room.history.seq()), mint: room.mint.clone(), now: room.now }
}

/// A meeting held with one item put off, and the next one planned before that.
fn held_and_next() -> (Room, MeetingId, MeetingId) {
    let mut room = Room::default();
    let (held, next) = (room.plan(day(2026, 10, 1)), room.plan(day(2026, 12, 1)));
    let item = room.item(&held, "評価指標", 20);
    room.hold(&held);
    room.does(|council, mint, now| agenda::set_state(council, &held, &item, ItemState::Deferred, now, mint));
    (room, held, next)
}

#[test]
fn what_the_last_meeting_left_is_not_known_before_its_record_is() {
    let (room, held, next) = held_and_next();
    let mut lazy = reopened(&room, &held);
    assert_eq!(lazy.refuses(|council, mint, _| carry::take_over(council, &next, mint)), Refusal::NotLoaded);
    let planned = |council: &_, mint: &mut _| meeting::plan(council, &plan_on(day(2027, 2, 1)), mint);
    assert_eq!(
        lazy.refuses(|council, mint, _| planned(council, mint).map(|(_, edits)| edits)),
        Refusal::NotLoaded
    );
    assert!(carry::waiting(lazy.council(), &next).is_empty());
    lazy.history.load_body(&held, room.body(&held).clone());
    assert_eq!(carry::waiting(lazy.council(), &next), carry::waiting(room.council(), &next));
    lazy.does(|council, mint, _| carry::take_over(council, &next, mint));
}

#[test]
fn an_older_record_is_not_needed_to_plan_ahead() {
    let (mut room, held, next) = held_and_next();
    room.hold(&next);
    let mut lazy = reopened(&room, &held);
    lazy.plan(day(2027, 2, 1));
}

#[test]
fn a_meeting_is_closed_only_when_the_next_agenda_can_be_filled() {
    let (mut room, _, next) = held_and_next();
    let between = room.plan(day(2026, 11, 20));
    room.start(&between);
    let mut lazy = reopened(&room, &next);
    assert_eq!(lazy.refuses(|council, mint, now| meeting::close(council, now, mint)), Refusal::NotLoaded);
    lazy.history.load_body(&next, room.body(&next).clone());
    lazy.close();
}

#[test]
fn nothing_is_written_into_a_record_that_was_not_read() {
    let (room, meeting, items) = Room::in_session();
    let mut lazy = reopened(&room, &meeting);
    let note = || NewLine { text: "一言".into(), ..NewLine::default() };
    let line = "line".into();
    let m1 = MemberId::from("m1");
    let refusals = [
        lazy.refuses(|council, mint, now| record::write(council, &meeting, None, note(), now, mint)),
        lazy.refuses(|council, mint, _| record::rewrite(council, &meeting, &line, note(), mint)),
        lazy.refuses(|council, _, _| record::remove(council, &meeting, &line)),
        lazy.refuses(|council, mint, now| agenda::next(council, now, mint)),
        lazy.refuses(|council, _, _| agenda::remove(council, &meeting, &items[0])),
        lazy.refuses(|council, _, now| roster::attend(council, &meeting, &m1, Mode::Present, now)),
        lazy.refuses(|council, mint, now| meeting::close(council, now, mint)),
        lazy.refuses(|council, _, _| meeting::remove(council, &meeting)),
        lazy.refuses(|council, mint, now| board::focus(council, Some(Point::Wind), now, mint)),
    ];
    assert!(refusals.iter().all(|refusal| *refusal == Refusal::NotLoaded), "{refusals:?}");
}

#[test]
fn nobody_is_taken_off_the_roster_before_every_record_was_asked() {
    let (room, meeting, _) = Room::in_session();
    let mut lazy = reopened(&room, &meeting);
    assert_eq!(
        lazy.refuses(|council, _, _| roster::remove_member(council, &"m3".into())),
        Refusal::NotLoaded
    );
    lazy.history.load_body(&meeting, room.body(&meeting).clone());
    lazy.does(|council, _, _| roster::remove_member(council, &"m3".into()));
}

#[test]
fn an_action_line_waits_for_the_shelf_its_action_may_stand_on() {
    let mut room = Room::default();
    let meeting = room.plan(day(2026, 2, 2));
    let given = NewLine { kind: NewKind::Action, text: "原稿".into(), ..NewLine::default() };
    let line = room.write(&meeting, None, given.clone());
    let id = room.action(1).id.clone();
    room.does(|council, _, _| actions::set_state(council, &id, ActionState::Done, "", day(2026, 3, 1)));
    let last = room.plan(day(2026, 11, 10));
    room.hold(&last);
    room.does(|council, _, now| norishiro::domain::decide::tidy(council, now.date()));
    let mut lazy = reopened(&room, &last);
    let refusals = [
        lazy.refuses(|council, mint, _| record::rewrite(council, &meeting, &line, given, mint)),
        lazy.refuses(|council, _, _| record::remove(council, &meeting, &line)),
        lazy.refuses(|council, _, _| record::move_to_item(council, &meeting, &line, None)),
        lazy.refuses(|council, _, now| actions::set_state(council, &id, ActionState::Open, "", now.date())),
    ];
    assert!(refusals.iter().all(|refusal| *refusal == Refusal::NotLoaded), "{refusals:?}");
    lazy.does(|council, mint, _| actions::add(council, Action::new(mint.id(), 0, "会場をとる")));
    assert_eq!(lazy.council().actions.last().unwrap().number, 2, "a number on a shelf is not given again");
}
