use crate::room::{Room, clock, council, day, plan_on};
use norishiro::domain::{
    Item, ItemKind, ItemState, MeetingRoleKind, MeetingState, Point, Refusal, Who, Why,
    council::StandingItem,
    decide::{
        self, agenda, carry, meeting,
        meeting::Plan,
        record::{NewKind, NewLine},
        roster,
    },
    id::MeetingId,
};

fn numbered(rows: &[(i32, u32, &str)]) -> Vec<(i32, u32, String)> {
    rows.iter().map(|(year, number, month)| (*year, *number, (*month).to_owned())).collect()
}

#[test]
fn numbering_begins_again_in_april() {
    let mut room = Room::default();
    for date in [day(2026, 11, 20), day(2027, 3, 31), day(2027, 4, 1), day(2027, 6, 1)] {
        room.plan(date);
    }
    assert_eq!(
        room.numbers(),
        numbered(&[(2026, 1, "11"), (2026, 2, "03"), (2027, 1, "04"), (2027, 2, "06")])
    );
}

#[test]
fn the_fiscal_year_begins_where_the_council_says() {
    let mut council = council();
    council.head.fiscal_month = 1;
    let mut room = Room::of(council);
    room.plan(day(2026, 12, 31));
    room.plan(day(2027, 1, 1));
    assert_eq!(room.numbers(), numbered(&[(2026, 1, "12"), (2027, 1, "01")]));
}

#[test]
fn planned_meetings_are_numbered_by_date_and_held_ones_keep_their_number() {
    let mut room = Room::default();
    let first = room.plan(day(2026, 6, 1));
    room.hold(&first);
    let december = room.plan(day(2026, 12, 1));
    room.plan(day(2026, 9, 1));
    assert_eq!(room.numbers(), numbered(&[(2026, 1, "06"), (2026, 2, "09"), (2026, 3, "12")]));
    room.does(|council, _, _| meeting::replan(council, &december, &plan_on(day(2026, 8, 1))));
    assert_eq!(room.numbers(), numbered(&[(2026, 1, "06"), (2026, 2, "08"), (2026, 3, "09")]));
    assert_eq!(room.meeting(&december).place, "庁舎 第2会議室");
}

#[test]
fn a_meeting_planned_before_a_held_one_keeps_the_number_of_its_day() {
    let mut room = Room::default();
    room.plan(day(2026, 9, 30));
    let second = room.plan(day(2026, 12, 10));
    room.plan(day(2027, 3, 28));
    room.hold(&second);
    room.plan(day(2027, 2, 5));
    assert_eq!(
        room.numbers(),
        numbered(&[(2026, 1, "09"), (2026, 2, "12"), (2026, 3, "02"), (2026, 4, "03")])
    );
}

#[test]
fn a_meeting_nobody_held_does_not_stand_in_the_way_of_the_next() {
    let mut room = Room::default();
    let first = room.plan(day(2026, 9, 30));
    let second = room.plan(day(2026, 12, 10));
    let at_hand = |room: &Room, today| room.council().meeting_at_hand(today).map(|it| it.id.clone());
    assert_eq!(at_hand(&room, day(2026, 9, 30)), Some(first.clone()));
    assert_eq!(at_hand(&room, day(2026, 10, 1)), Some(second.clone()));
    assert_eq!(at_hand(&room, day(2026, 12, 11)), Some(first));
    room.hold(&second);
    let third = room.plan(day(2027, 3, 28));
    assert_eq!(at_hand(&room, day(2026, 12, 11)), Some(third.clone()));
    assert_eq!(room.council().next_planned().map(|it| it.id.clone()), Some(third));
}

#[test]
fn a_meeting_moved_over_the_turn_of_the_year_leaves_no_gap() {
    let mut room = Room::default();
    let moved = room.plan(day(2027, 2, 1));
    room.plan(day(2027, 3, 1));
    room.plan(day(2027, 5, 1));
    room.does(|council, _, _| meeting::replan(council, &moved, &plan_on(day(2027, 4, 20))));
    assert_eq!(room.numbers(), numbered(&[(2026, 1, "03"), (2027, 1, "04"), (2027, 2, "05")]));
}

#[test]
fn a_held_meeting_moved_into_another_year_takes_a_free_number_there() {
    let mut room = Room::default();
    let (old, new) = (room.plan(day(2026, 5, 1)), room.plan(day(2027, 5, 1)));
    room.hold(&old);
    room.hold(&new);
    room.plan(day(2026, 9, 1));
    room.does(|council, _, _| meeting::replan(council, &new, &plan_on(day(2027, 3, 1))));
    assert_eq!(room.numbers(), numbered(&[(2026, 1, "05"), (2026, 3, "09"), (2026, 2, "03")]));
}

#[test]
fn removing_a_planned_meeting_closes_the_gap_and_keeps_ids_apart() {
    let mut room = Room::default();
    let first = room.plan(day(2026, 6, 1));
    let second = room.plan(day(2026, 9, 1));
    room.item(&first, "設置の趣旨", 15);
    room.does(|council, _, _| meeting::remove(council, &first));
    assert_eq!(room.numbers(), numbered(&[(2026, 1, "09")]));
    let third = room.plan(day(2026, 12, 1));
    assert_ne!(second, third);
    assert_eq!((second.as_str(), third.as_str()), ("fy2026-2", "fy2026-2b"));
}

#[test]
fn what_cannot_be_removed_says_why() {
    let (mut room, running, items) = Room::in_session();
    assert_eq!(room.refuses(|council, _, _| meeting::remove(council, &running)), Refusal::IsRunning);
    room.write(&running, None, NewLine { text: "開会".into(), ..NewLine::default() });
    assert_eq!(
        room.refuses(|council, _, _| agenda::remove(council, &running, &items[0])),
        Refusal::WrongState
    );
    room.close();
    assert_eq!(
        room.refuses(|council, _, _| meeting::remove(council, &running)),
        Refusal::HasRecord { lines: 1 }
    );
    assert_eq!(
        room.refuses(|council, _, _| agenda::remove(council, &running, &items[0])),
        Refusal::HasRecord { lines: 1 }
    );
    assert_eq!(room.refuses(|council, _, _| meeting::remove(council, &"fy1999-1".into())), Refusal::NotFound);
}

#[test]
fn a_meeting_ends_after_it_begins() {
    let mut room = Room::default();
    for end in [clock(14, 0), clock(13, 59)] {
        let plan = Plan { end, ..plan_on(day(2026, 11, 20)) };
        let refusal = meeting::plan(room.council(), &plan, &mut room.mint.clone()).unwrap_err();
        assert_eq!(refusal, Refusal::EndBeforeStart);
    }
    let id = room.plan(day(2026, 11, 20));
    let backwards = Plan { end: clock(9, 0), ..plan_on(day(2026, 11, 20)) };
    assert_eq!(
        room.refuses(|council, _, _| meeting::replan(council, &id, &backwards)),
        Refusal::EndBeforeStart
    );
}

#[test]
fn a_meeting_is_planned_then_running_then_held() {
    let mut room = Room::default();
    let (first, second) = (room.plan(day(2026, 11, 20)), room.plan(day(2026, 12, 20)));
    assert_eq!(room.refuses(|council, mint, now| meeting::close(council, now, mint)), Refusal::NotRunning);
    room.start(&first);
    assert_eq!(
        (room.meeting(&first).state, room.meeting(&first).opened),
        (MeetingState::Running, Some(room.now))
    );
    for id in [&first, &second] {
        assert_eq!(
            room.refuses(|council, mint, now| meeting::start(council, id, now, mint)),
            Refusal::OtherRunning { fiscal_year: 2026, ordinal: 1 }
        );
    }
    room.wait(85);
    room.close();
    assert_eq!(
        (room.meeting(&first).state, room.meeting(&first).closed),
        (MeetingState::Held, Some(room.now))
    );
    assert_eq!(
        room.refuses(|council, mint, now| meeting::start(council, &first, now, mint)),
        Refusal::AlreadyHeld
    );
}

#[test]
fn a_meeting_without_items_runs_and_closes() {
    let mut room = Room::default();
    let id = room.plan(day(2026, 11, 20));
    room.hold(&id);
    assert_eq!(room.meeting(&id).state, MeetingState::Held);
}

#[test]
fn roles_of_a_meeting_are_held_once_and_in_order() {
    let mut room = Room::default();
    let id = room.plan(day(2026, 11, 20));
    let mut give = |kind, label: Option<&str>| {
        let holder = label.map(|label| Who::new(label, None));
        room.does(|council, _, _| meeting::set_role(council, &id, kind, holder));
    };
    give(MeetingRoleKind::Timekeeper, Some("農務課"));
    give(MeetingRoleKind::Facilitator, Some("保育課"));
    give(MeetingRoleKind::Facilitator, Some("保険年金課"));
    give(MeetingRoleKind::Recorder, Some("保育課"));
    give(MeetingRoleKind::Recorder, None);
    let roles: Vec<_> =
        room.meeting(&id).roles.iter().map(|it| (it.kind, it.holder.label.as_str())).collect();
    assert_eq!(
        roles,
        [(MeetingRoleKind::Facilitator, "保険年金課"), (MeetingRoleKind::Timekeeper, "農務課")]
    );
    room.does(|council, _, _| roster::count_observers(council, &id, 4));
    assert_eq!(room.meeting(&id).observers, 4);
}

fn agenda_of(room: &Room, id: &MeetingId) -> Vec<(String, u32, Why)> {
    room.body(id).items.iter().map(|it| (it.title.clone(), it.deferred, it.why.clone())).collect()
}

#[test]
fn a_first_agenda_starts_from_the_standing_items() {
    let mut council = council();
    council.head.standing = vec![StandingItem {
        title: "各課からの報告".into(),
        kind: ItemKind::Report,
        minutes: 25,
        points: vec![Point::Allies],
        recurring: true,
    }];
    let mut room = Room::of(council);
    let id = room.plan(day(2026, 11, 20));
    let item = &room.body(&id).items[0];
    assert_eq!(
        (item.kind, item.minutes, item.recurring, &item.why),
        (ItemKind::Report, 25, true, &Why::Standing)
    );
    assert_eq!(item.points, [Point::Allies]);
}

#[test]
fn the_next_agenda_carries_what_the_rule_says_and_why() {
    let mut room = Room::default();
    let first = room.plan(day(2026, 11, 20));
    let titles =
        ["前回の確認", "計画・評価表", "次回日程", "会場の変更", "視察の報告", "各課からの報告", "啓発資材"];
    let [talked, acted, put_off, closed, skipped, every_time, unreached] =
        titles.map(|title| room.item(&first, title, 5));
    room.start(&first);
    room.does(|council, _, _| {
        agenda::save(
            council,
            &first,
            Item {
                recurring: true,
                materials: vec!["資料3".into()],
                ..council.body(&first).unwrap().items.get(&every_time).unwrap().clone()
            },
        )
    });
    let action = |text: &str| NewLine { kind: NewKind::Action, text: text.into(), ..NewLine::default() };
    for item in [&talked, &acted, &closed, &every_time] {
        room.wait(1);
        room.does(|council, mint, now| agenda::take_up(council, item, now, mint));
        if *item != talked && *item != every_time {
            room.write(&first, None, action("調べておく"));
        }
    }
    for (item, state) in
        [(&closed, ItemState::Closed), (&put_off, ItemState::Deferred), (&skipped, ItemState::Skipped)]
    {
        room.does(|council, mint, now| agenda::set_state(council, &first, item, state, now, mint));
    }
    room.close();
    assert_eq!(room.lookup(&first, &unreached).state, ItemState::Open);
    let second = room.plan(day(2026, 12, 18));
    let left = Why::NotDiscussed(first.clone());
    assert_eq!(
        agenda_of(&room, &second),
        [
            ("計画・評価表".into(), 0, Why::OpenActions(first.clone(), vec![1])),
            ("次回日程".into(), 1, left.clone()),
            ("視察の報告".into(), 1, left.clone()),
            ("各課からの報告".into(), 0, Why::Recurring(first.clone())),
            ("啓発資材".into(), 1, left),
        ]
    );
    assert!(room.body(&second).items.iter().all(|it| it.state == ItemState::Open && it.materials.is_empty()));
}

#[test]
fn an_item_put_off_again_counts_its_meetings() {
    let mut room = Room::default();
    let mut meeting = room.plan(day(2026, 6, 1));
    room.item(&meeting, "議題その1", 10);
    room.item(&meeting, "啓発資材", 10);
    for (month, deferred) in [(8, 1), (10, 2), (12, 3)] {
        room.hold(&meeting);
        meeting = room.plan(day(2026, month, 1));
        let agenda = agenda_of(&room, &meeting);
        let found = agenda.iter().find(|(title, ..)| title == "啓発資材").unwrap();
        assert_eq!(found.1, deferred);
        let at_hand = room.body(&meeting).items.len();
        // Something else comes first, so that the item is not reached this time either.
        let other = room.item(&meeting, "急ぎの件", 10);
        room.does(|council, _, _| {
            agenda::reorder(council, &meeting, &other, -isize::try_from(at_hand).unwrap())
        });
    }
}

#[test]
fn an_item_comes_back_until_its_actions_are_done() {
    let (mut room, first, _) = Room::in_session();
    let action =
        NewLine { kind: NewKind::Action, text: "様式案をつくる".into(), ..NewLine::default() };
    room.write(&first, None, action);
    room.close();
    let titled = |room: &Room, id: &MeetingId| {
        room.body(id).items.iter().find(|it| it.title == "前回の確認").map(|it| it.why.clone())
    };
    let second = room.plan(day(2026, 12, 18));
    assert_eq!(titled(&room, &second), Some(Why::OpenActions(first, vec![1])));
    room.hold(&second);
    let third = room.plan(day(2027, 1, 15));
    assert_eq!(titled(&room, &third), Some(Why::OpenActions(second, vec![1])));
    room.hold(&third);
    let id = room.action(1).id.clone();
    room.does(|council, _, now| {
        decide::actions::set_state(council, &id, norishiro::domain::ActionState::Done, "", now.date())
    });
    let fourth = room.plan(day(2027, 2, 15));
    assert_eq!(titled(&room, &fourth), None);
}

#[test]
fn the_agenda_comes_from_the_last_meeting_held_before_the_day() {
    let mut room = Room::default();
    let (may, july) = (room.plan(day(2026, 5, 1)), room.plan(day(2026, 7, 1)));
    for (meeting, title) in [(&may, "五月の残り"), (&july, "七月の残り")] {
        room.item(meeting, "先の議題", 5);
        room.item(meeting, title, 5);
        room.hold(meeting);
    }
    let between = room.plan(day(2026, 6, 1));
    assert_eq!(agenda_of(&room, &between), [("五月の残り".into(), 1, Why::NotDiscussed(may))]);
}

fn recurring(room: &mut Room, meeting: &MeetingId, title: &str) {
    let id = room.item(meeting, title, 5);
    let item = Item { recurring: true, ..room.lookup(meeting, &id).clone() };
    room.does(|council, _, _| agenda::save(council, meeting, item));
}

#[test]
fn of_two_planned_meetings_only_the_first_gets_what_was_left() {
    let mut room = Room::default();
    let may = room.plan(day(2026, 5, 1));
    for title in ["先の議題", "残りの議題"] {
        room.item(&may, title, 5);
    }
    recurring(&mut room, &may, "次回日程");
    room.hold(&may);
    let titles = |room: &Room, id: &MeetingId| -> Vec<String> {
        room.body(id).items.iter().map(|it| it.title.clone()).collect()
    };
    let (june, july) = (room.plan(day(2026, 6, 1)), room.plan(day(2026, 7, 1)));
    assert_eq!(titles(&room, &june), ["残りの議題", "次回日程"]);
    assert_eq!(titles(&room, &july), ["次回日程"]);
}

#[test]
fn closing_hands_what_is_left_to_the_next_planned_meeting() {
    let mut room = Room::default();
    let may = room.plan(day(2026, 5, 1));
    for title in ["先の議題", "残りの議題", "もう載っている議題"] {
        room.item(&may, title, 5);
    }
    room.start(&may);
    // Planned while reading back, before the meeting is closed.
    let (june, july) = (room.plan(day(2026, 6, 1)), room.plan(day(2026, 7, 1)));
    room.item(&june, "もう載っている議題", 5);
    let before = room.council().clone();
    room.close();
    let here: Vec<_> = vec![
        ("残りの議題".into(), 1, Why::NotDiscussed(may.clone())),
        ("もう載っている議題".into(), 0, Why::Added),
    ];
    assert_eq!(agenda_of(&room, &june), here);
    assert!(room.body(&july).items.is_empty() && carry::waiting(room.council(), &july).is_empty());
    room.history.undo(room.now).unwrap();
    assert_eq!(*room.council(), before, "one step takes it all back");
}

#[test]
fn what_is_set_right_after_the_close_can_still_be_taken_over_once() {
    let mut room = Room::default();
    let (may, june) = (room.plan(day(2026, 5, 1)), room.plan(day(2026, 6, 1)));
    let first = room.item(&may, "先の議題", 5);
    room.hold(&may);
    assert!(carry::waiting(room.council(), &june).is_empty());
    room.does(|council, mint, now| agenda::set_state(council, &may, &first, ItemState::Deferred, now, mint));
    assert_eq!(carry::waiting(room.council(), &june).len(), 1);
    room.does(|council, mint, _| carry::take_over(council, &june, mint));
    assert_eq!(agenda_of(&room, &june), [("先の議題".into(), 1, Why::NotDiscussed(may.clone()))]);
    let again = carry::take_over(room.council(), &june, &mut room.mint.clone());
    assert_eq!(again, Ok(Vec::new()));
    assert_eq!(room.refuses(|council, mint, _| carry::take_over(council, &may, mint)), Refusal::WrongState);
}

#[test]
fn the_next_meeting_is_suggested_on_the_weekday_of_the_last() {
    let mut room = Room::default();
    let today = day(2026, 11, 20);
    let first = meeting::suggest(room.council(), today);
    assert_eq!((first.date, first.start, first.end), (day(2026, 12, 18), clock(14, 0), clock(15, 30)));
    room.plan(day(2026, 11, 27));
    let next = meeting::suggest(room.council(), today);
    assert_eq!((next.date, next.place.as_str()), (day(2027, 1, 29), "庁舎 第2会議室"));
    let later = meeting::suggest(room.council(), day(2027, 6, 1));
    assert_eq!(later.date, day(2027, 6, 11), "the first Friday at least a week ahead");
}
