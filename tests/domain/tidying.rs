use crate::room::{Room, day};
use chrono::NaiveDate;
use norishiro::domain::{
    Action, ActionState, ChangeKind, History, Refusal,
    action::Origin,
    decide::{self, actions, carry, shelves_to_tidy, tidy},
    id::MeetingId,
};

/// The fiscal year 2026 begins in April; the last meeting was held on 10 November.
const TODAY: (i32, u32, u32) = (2026, 11, 20);

fn today() -> NaiveDate {
    day(TODAY.0, TODAY.1, TODAY.2)
}

/// One meeting held in each of three fiscal years.
fn room() -> (Room, [MeetingId; 3]) {
    let mut room = Room::default();
    let meetings = [day(2025, 2, 3), day(2026, 2, 2), day(2026, 11, 10)].map(|date| {
        let meeting = room.plan(date);
        room.hold(&meeting);
        meeting
    });
    (room, meetings)
}

/// An action that ended on that day, given at a meeting or at none.
fn ended(room: &mut Room, given: Option<&MeetingId>, ended: Option<NaiveDate>) {
    let origin = given.map(|meeting| Origin { meeting: meeting.clone(), item: None, line: None });
    let action = Action::new(room.mint.id(), 0, "資料をつくる");
    let action = Action { origin, ended, state: ActionState::Done, ..action };
    room.does(|council, _, _| actions::add(council, action));
}

fn put_away(room: &mut Room) -> bool {
    let edits = tidy(room.council(), today()).unwrap();
    let any = !edits.is_empty();
    room.history.push_as(room.now, ChangeKind::Tidy, edits).unwrap();
    any
}

fn listed(room: &Room) -> Vec<u32> {
    room.council().actions.iter().map(|action| action.number).collect()
}

/// The numbers on the shelf of a year.
fn shelved(room: &Room, year: i32) -> Vec<u32> {
    room.council().shelves.get(&year).into_iter().flatten().flatten().map(|action| action.number).collect()
}

#[test]
fn ended_actions_of_earlier_years_go_to_the_shelf_of_the_year_they_were_given_in() {
    let (mut room, [first, second, last]) = room();
    ended(&mut room, Some(&first), Some(day(2025, 3, 1)));
    ended(&mut room, Some(&second), Some(day(2026, 5, 1)));
    ended(&mut room, Some(&last), Some(day(2026, 11, 9)));
    ended(&mut room, Some(&first), Some(day(2026, 6, 1)));
    assert_eq!(shelves_to_tidy(room.council(), today()), [2024, 2025].into());
    assert!(put_away(&mut room));
    assert_eq!((shelved(&room, 2024), shelved(&room, 2025)), (vec![1, 4], vec![2]));
    assert_eq!(listed(&room), [3], "given this year");
    assert!(!put_away(&mut room), "nothing is left to do");
    ended(&mut room, Some(&second), Some(day(2026, 7, 1)));
    assert!(put_away(&mut room));
    assert_eq!(shelved(&room, 2025), [2, 5], "a shelf is filled up at its end");
}

#[test]
fn an_action_of_no_meeting_belongs_to_the_year_it_ended_in() {
    let (mut room, _) = room();
    ended(&mut room, None, Some(day(2026, 3, 31)));
    ended(&mut room, None, Some(day(2026, 4, 1)));
    ended(&mut room, Some(&"fy2020-1".into()), Some(day(2025, 3, 31)));
    put_away(&mut room);
    assert_eq!((shelved(&room, 2025), shelved(&room, 2024)), (vec![1], vec![3]));
    assert_eq!(listed(&room), [2]);
}

#[test]
fn what_the_next_meeting_asks_about_stays_on_the_list() {
    let (mut room, [_, second, _]) = room();
    ended(&mut room, Some(&second), Some(day(2026, 11, 10)));
    ended(&mut room, Some(&second), Some(day(2026, 11, 18)));
    ended(&mut room, Some(&second), None);
    let open = Origin { meeting: second, item: None, line: None };
    let open = Action { origin: Some(open), ..Action::new(room.mint.id(), 0, "日程調整") };
    room.does(|council, _, _| actions::add(council, open));
    assert!(!put_away(&mut room));
    let since_last = |room: &Room| {
        room.council().actions.iter().filter(|it| room.council().is_done_since_last(it)).count()
    };
    assert_eq!(since_last(&room), 2);
}

#[test]
fn nothing_is_put_away_before_a_meeting_was_held() {
    let mut room = Room::default();
    room.plan(day(2026, 12, 1));
    ended(&mut room, None, Some(day(2025, 3, 1)));
    assert!(!put_away(&mut room));
}

#[test]
fn tidying_is_not_what_undo_takes_back() {
    let (mut room, [first, ..]) = room();
    ended(&mut room, Some(&first), Some(day(2025, 3, 1)));
    room.does(|council, _, _| decide::save_head(council, |head| head.aim = "受診率40%".into()));
    put_away(&mut room);
    room.history.undo(room.now).unwrap();
    assert_eq!(room.council().head.aim, "");
    assert_eq!(shelved(&room, 2024), [1]);
    assert!(room.history.undo(room.now).is_err(), "the giving of an action that stands on a shelf now");
}

#[test]
fn a_shelf_that_was_not_read_is_read_before_more_is_put_on_it() {
    let (mut room, [first, second, _]) = room();
    ended(&mut room, Some(&first), Some(day(2025, 3, 1)));
    let mut council = room.council().clone();
    council.shelves.insert(2024, None);
    assert_eq!(tidy(&council, today()), Err(Refusal::NotLoaded));
    council.shelves = [(2025, None)].into();
    assert_eq!(tidy(&council, today()).map(|edits| edits.len()), Ok(2), "only the shelves it adds to");
    let mut history = History::new(council, 0);
    let edits = tidy(history.council(), today()).unwrap();
    history.push_as(room.now, ChangeKind::Tidy, edits).unwrap();
    assert_eq!(history.council().unread().shelves, [2025]);
    assert!(carry::waiting(history.council(), &second).is_empty());
}
