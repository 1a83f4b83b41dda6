use crate::room::{Room, clock, day};
use chrono::TimeDelta;
use norishiro::domain::{
    Item, ItemState, Point, Refusal, Why,
    agenda::timetable,
    decide::{agenda, meeting},
    id::{ItemId, MeetingId},
};

fn states(room: &Room, meeting: &MeetingId) -> Vec<ItemState> {
    room.body(meeting).items.iter().map(|it| it.state).collect()
}

fn set(room: &mut Room, meeting: &MeetingId, item: &ItemId, state: ItemState) {
    room.does(|council, mint, now| agenda::set_state(council, meeting, item, state, now, mint));
}

#[test]
fn next_goes_through_the_agenda_and_stops_at_its_end() {
    use ItemState::{Current, Discussed, Open};
    let (mut room, meeting, _) = Room::in_session();
    assert_eq!(states(&room, &meeting), [Current, Open, Open]);
    for after in [[Discussed, Current, Open], [Discussed, Discussed, Current]] {
        room.wait(10);
        room.next();
        assert_eq!(states(&room, &meeting), after);
    }
    room.wait(10);
    assert_eq!(room.refuses(|council, mint, now| agenda::next(council, now, mint)), Refusal::NoItemAhead);
    room.close();
    assert_eq!(states(&room, &meeting), [Discussed; 3]);
    assert_eq!(room.refuses(|council, mint, now| agenda::next(council, now, mint)), Refusal::NotRunning);
}

#[test]
fn a_second_press_within_two_seconds_is_a_slip() {
    let (mut room, ..) = Room::in_session();
    let start = room.now;
    for (milliseconds, slip) in [(0, true), (1_999, true), (2_000, false)] {
        let at = start + TimeDelta::milliseconds(milliseconds);
        let decision = agenda::next(room.council(), at, &mut room.mint.clone());
        assert_eq!(decision == Err(Refusal::TooSoon), slip, "{milliseconds} ms");
    }
    // A clock set back must not lock the agenda.
    room.now = start - TimeDelta::hours(1);
    room.next();
}

#[test]
fn next_comes_back_to_what_was_passed_over() {
    let (mut room, meeting, items) = Room::in_session();
    room.does(|council, mint, now| agenda::take_up(council, &items[2], now, mint));
    room.wait(5);
    room.next();
    assert_eq!(room.body(&meeting).current_item().unwrap().id, items[1]);
}

#[test]
fn taking_up_the_current_item_again_changes_nothing() {
    let (room, _, items) = Room::in_session();
    let again = agenda::take_up(room.council(), &items[0], room.now, &mut room.mint.clone());
    assert_eq!(again, Ok(Vec::new()));
}

#[test]
fn an_item_can_be_taken_up_a_second_time_and_its_minutes_add_up() {
    let (mut room, meeting, items) = Room::in_session();
    room.wait(10);
    room.next();
    room.wait(5);
    room.does(|council, mint, now| agenda::take_up(council, &items[0], now, mint));
    room.wait(3);
    assert_eq!(room.body(&meeting).item_seconds(&items[0], room.now), 13 * 60);
    assert_eq!(room.body(&meeting).item_seconds(&items[1], room.now), 5 * 60);
}

#[test]
fn leaving_the_current_item_in_any_state_takes_up_the_next() {
    for state in [ItemState::Deferred, ItemState::Skipped, ItemState::Closed, ItemState::Discussed] {
        let (mut room, meeting, items) = Room::in_session();
        set(&mut room, &meeting, &items[0], state);
        assert_eq!(states(&room, &meeting), [state, ItemState::Current, ItemState::Open]);
    }
}

#[test]
fn leaving_the_last_item_leaves_none_current() {
    let (mut room, meeting, items) = Room::in_session();
    for item in &items {
        set(&mut room, &meeting, item, ItemState::Closed);
    }
    assert_eq!(states(&room, &meeting), [ItemState::Closed; 3]);
    assert_eq!(room.body(&meeting).turns.last().unwrap().item, None);
}

#[test]
fn an_item_before_its_turn_can_be_put_off_and_taken_back() {
    let (mut room, meeting, items) = Room::in_session();
    set(&mut room, &meeting, &items[1], ItemState::Deferred);
    assert_eq!(states(&room, &meeting), [ItemState::Current, ItemState::Deferred, ItemState::Open]);
    set(&mut room, &meeting, &items[1], ItemState::Open);
    assert_eq!(states(&room, &meeting), [ItemState::Current, ItemState::Open, ItemState::Open]);
    for state in [ItemState::Current, ItemState::Discussed] {
        let refusal = room
            .refuses(|council, mint, now| agenda::set_state(council, &meeting, &items[1], state, now, mint));
        assert_eq!(refusal, Refusal::WrongState);
    }
}

#[test]
fn an_item_added_while_running_comes_right_after_the_current_one() {
    let (mut room, meeting, _) = Room::in_session();
    let added = room.item(&meeting, "会場からの質問", 5);
    assert_eq!(room.body(&meeting).items.position(&added), Some(1));
    assert_eq!(room.lookup(&meeting, &added).why, Why::AdHoc);
}

#[test]
fn an_item_wants_a_title_and_moves_within_the_list() {
    let mut room = Room::default();
    let meeting = room.plan(day(2026, 11, 20));
    let blank = Item::new("x".into(), " \u{3000}", 5);
    assert_eq!(room.refuses(|council, _, _| agenda::add(council, &meeting, blank.clone())), Refusal::Empty);
    let ids = ["一", "二", "三"].map(|title| room.item(&meeting, title, 5));
    let renamed = Item { title: String::new(), ..room.lookup(&meeting, &ids[0]).clone() };
    assert_eq!(room.refuses(|council, _, _| agenda::save(council, &meeting, renamed)), Refusal::Empty);
    for (item, steps, order) in
        [(&ids[0], 1, "二一三"), (&ids[2], -9, "三二一"), (&ids[2], -1, "三二一"), (&ids[2], 9, "二一三")]
    {
        room.does(|council, _, _| agenda::reorder(council, &meeting, item, steps));
        let titles: String = room.body(&meeting).items.iter().map(|it| it.title.as_str()).collect();
        assert_eq!(titles, order);
    }
    room.does(|council, _, _| agenda::remove(council, &meeting, &ids[1]));
    assert_eq!(room.body(&meeting).items.len(), 2);
}

#[test]
fn the_item_taken_up_lights_its_point() {
    let mut room = Room::default();
    let meeting = room.plan(day(2026, 11, 20));
    let first = Item { points: vec![Point::Tools, Point::Grow], ..Item::new("a".into(), "様式", 10) };
    room.does(|council, _, _| agenda::add(council, &meeting, first));
    room.item(&meeting, "雑件", 5);
    room.start(&meeting);
    assert_eq!(room.council().head.focus, Some(Point::Tools));
    assert_eq!(room.council().point(Point::Tools).touched, Some(room.now.date()));
    room.wait(8);
    room.next();
    assert_eq!(room.council().head.focus, None);
    room.wait(4);
    assert_eq!(room.body(&meeting).point_seconds(Point::Tools, room.now), 8 * 60);
}

#[test]
fn the_timetable_is_planned_then_lived() {
    let mut room = Room::default();
    let id = room.plan(day(2026, 11, 20));
    let items = [20, 30, 10].map(|minutes| room.item(&id, "議題", minutes));
    let table = |room: &Room| timetable(room.meeting(&id), room.body(&id), room.now);
    let at = |hour, minute| day(2026, 11, 20).and_time(clock(hour, minute));

    let before = table(&room);
    let starts: Vec<_> = before.slots.iter().map(|slot| slot.planned_start).collect();
    assert_eq!(starts, [clock(14, 0), clock(14, 20), clock(14, 50)]);
    assert_eq!((before.planned_end, before.over_slot, before.projected_end), (at(15, 0), 0, None));

    let long = room.item(&id, "意見交換", 45);
    assert_eq!(table(&room).over_slot, 15);
    set(&mut room, &id, &long, ItemState::Skipped);
    assert_eq!(table(&room).over_slot, 0);

    room.now = at(14, 5);
    room.start(&id);
    assert_eq!(table(&room).projected_end, Some(at(15, 5)));
    room.now = at(14, 35);
    let over = table(&room);
    assert_eq!((over.slots[0].actual_minutes, over.slots[0].left_seconds), (30, Some(-600)));
    assert_eq!((over.projected_end, over.left_seconds), (Some(at(15, 15)), Some(55 * 60)));
    room.next();
    room.now = at(14, 40);
    assert_eq!(table(&room).projected_end, Some(at(15, 15)));
    set(&mut room, &id, &items[2], ItemState::Deferred);
    assert_eq!(table(&room).projected_end, Some(at(15, 5)));

    room.does(|council, mint, now| meeting::close(council, now, mint));
    room.now = at(18, 0);
    let after = table(&room);
    assert_eq!((after.slots[1].actual_minutes, after.projected_end, after.left_seconds), (5, None, None));
}

#[test]
fn a_meeting_opened_elsewhen_has_its_whole_slot_from_the_opening() {
    let at = |date: u32, hour, minute| day(2026, 11, date).and_time(clock(hour, minute));
    for (opened, booked_end) in [
        (at(20, 14, 0), at(20, 15, 30)),
        (at(20, 13, 0), at(20, 15, 30)),
        (at(20, 14, 40), at(20, 15, 30)),
        (at(20, 12, 59), at(20, 14, 29)),
        (at(20, 15, 30), at(20, 17, 0)),
        (at(19, 14, 0), at(19, 15, 30)),
        (at(20, 23, 0), at(21, 0, 30)),
    ] {
        let mut room = Room::default();
        let id = room.plan(day(2026, 11, 20));
        room.item(&id, "議題", 20);
        room.now = opened;
        room.start(&id);
        let table = timetable(room.meeting(&id), room.body(&id), opened);
        assert_eq!(table.booked_end, booked_end, "opened {opened}");
        assert_eq!(table.left_seconds, Some((booked_end - opened).num_seconds()));
        assert_eq!(table.over_slot, 0);
    }
}

#[test]
fn an_item_can_be_called_discussed_once_the_meeting_is_held() {
    let (mut room, meeting, items) = Room::in_session();
    room.close();
    set(&mut room, &meeting, &items[2], ItemState::Discussed);
    assert_eq!(states(&room, &meeting), [ItemState::Discussed, ItemState::Open, ItemState::Discussed]);
}
