use crate::room::{Room, clock, day};
use norishiro::domain::{
    Action, ActionState, Due, Refusal,
    action::Origin,
    decide::{
        actions,
        record::{NewKind, NewLine},
    },
    id::ActionId,
};

fn give(room: &mut Room, text: &str) -> ActionId {
    let action = Action::new(room.mint.id(), 0, text);
    let id = action.id.clone();
    room.does(|council, _, _| actions::add(council, action));
    id
}

fn set(room: &mut Room, id: &ActionId, state: ActionState, reason: &str) {
    room.does(|council, _, now| actions::set_state(council, id, state, reason, now.date()));
}

#[test]
fn actions_take_the_next_number_and_a_deleted_one_is_gone_for_good() {
    let mut room = Room::default();
    let ids = ["一", "二", "三"].map(|text| give(&mut room, text));
    room.does(|council, _, _| actions::remove(council, &ids[2]));
    give(&mut room, "四");
    let numbers: Vec<_> = room.council().actions.iter().map(|it| it.number).collect();
    assert_eq!(numbers, [1, 2, 4]);
}

#[test]
fn an_action_wants_a_text_and_dropping_one_a_reason() {
    let mut room = Room::default();
    let blank = Action::new("x".into(), 1, "\u{3000}");
    assert_eq!(room.refuses(|council, _, _| actions::add(council, blank)), Refusal::Empty);
    let id = give(&mut room, "日程調整");
    let emptied = Action { text: String::new(), ..room.action(1).clone() };
    assert_eq!(room.refuses(|council, _, _| actions::save(council, emptied)), Refusal::Empty);
    assert_eq!(
        room.refuses(|council, _, now| actions::add_note(council, &id, " ", now.date())),
        Refusal::Empty
    );
    let drop = |reason| {
        move |council: &_, id: &_, today| actions::set_state(council, id, ActionState::Dropped, reason, today)
    };
    assert_eq!(room.refuses(|council, _, now| drop(" ")(council, &id, now.date())), Refusal::ReasonWanted);
    set(&mut room, &id, ActionState::Dropped, "会場が閉館");
    assert_eq!((room.action(1).state, &room.action(1).reason[..]), (ActionState::Dropped, "会場が閉館"));
}

#[test]
fn an_ended_action_remembers_the_day_and_a_reopened_one_forgets_it() {
    let mut room = Room::default();
    let id = give(&mut room, "日程調整");
    let today = Some(room.now.date());
    for (state, ended) in [
        (ActionState::InProgress, None),
        (ActionState::Done, today),
        (ActionState::Waiting, None),
        (ActionState::Done, today),
    ] {
        set(&mut room, &id, state, "");
        assert_eq!(room.action(1).ended, ended, "{state:?}");
    }
    // Saying done again on a later day does not move the day.
    room.wait(60 * 24 * 3);
    set(&mut room, &id, ActionState::Done, "");
    assert_eq!(room.action(1).ended, today);
}

#[test]
fn an_action_of_a_line_stays_while_the_line_stands() {
    let (mut room, meeting, _) = Room::in_session();
    room.write(&meeting, None, NewLine { kind: NewKind::Action, text: "原稿".into(), ..NewLine::default() });
    let id = room.action(1).id.clone();
    assert_eq!(room.refuses(|council, _, _| actions::remove(council, &id)), Refusal::InUse { places: 1 });
}

#[test]
fn next_meeting_means_the_one_after_the_meeting_that_gave_it() {
    let mut room = Room::default();
    let (first, second) = (room.plan(day(2026, 9, 1)), room.plan(day(2026, 11, 20)));
    room.hold(&first);
    let mut action = Action::new("a".into(), 0, "日程調整");
    action.origin = Some(Origin { meeting: first, item: None, line: None });
    room.does(|council, _, _| actions::add(council, action));
    assert_eq!(room.council().due_date(room.action(1)), Some(day(2026, 11, 20)));
    assert!(!room.council().is_overdue(room.action(1), day(2026, 11, 20)));
    assert!(room.council().is_overdue(room.action(1), day(2026, 11, 21)));
    assert!(room.council().is_due_before_next(room.action(1)));
    let plan = crate::room::plan_on(day(2026, 12, 1));
    room.does(|council, _, _| norishiro::domain::decide::meeting::replan(council, &second, &plan));
    assert_eq!(room.council().due_date(room.action(1)), Some(day(2026, 12, 1)));
}

#[test]
fn views_look_at_due_day_and_state() {
    let mut room = Room::default();
    let held = room.plan(day(2026, 10, 1));
    room.hold(&held);
    room.plan(day(2026, 11, 20));
    let due = [Due::On(day(2026, 11, 1)), Due::On(day(2026, 12, 1)), Due::Open, Due::NextMeeting];
    let ids = due.map(|due| {
        let id = give(&mut room, "宿題");
        let number = room.council().actions.len();
        let action = Action { due, ..room.action(u32::try_from(number).unwrap()).clone() };
        room.does(|council, _, _| actions::save(council, action));
        id
    });
    let today = day(2026, 11, 10);
    let listed = |room: &Room, wanted: &dyn Fn(&Action) -> bool| {
        room.council().actions.iter().filter(|it| wanted(it)).map(|it| it.number).collect::<Vec<_>>()
    };
    assert_eq!(listed(&room, &|it| room.council().is_overdue(it, today)), [1]);
    assert_eq!(listed(&room, &|it| room.council().is_due_before_next(it)), [1, 4]);
    room.now = day(2026, 9, 30).and_time(clock(9, 0));
    set(&mut room, &ids[0], ActionState::Done, "");
    room.now = day(2026, 10, 1).and_time(clock(17, 0));
    set(&mut room, &ids[3], ActionState::Done, "");
    assert_eq!(listed(&room, &|it| room.council().is_done_since_last(it)), [4]);
    assert_eq!(listed(&room, &|it| room.council().is_overdue(it, today)), [] as [u32; 0]);
}
