use crate::room::{Room, day};
use norishiro::domain::{
    Action, ActionState, Edit, ListEdit, Refusal,
    action::Origin,
    decide::{
        actions,
        record::{self, NewKind, NewLine},
    },
    id::ActionId,
};

/// A room whose action 1 is done and stands on the shelf of the fiscal year 2025.
fn room() -> (Room, ActionId) {
    let mut room = Room::default();
    let done = Action {
        state: ActionState::Done,
        ended: Some(day(2026, 2, 1)),
        ..Action::new("old".into(), 0, "日程調整")
    };
    room.does(|council, _, _| actions::add(council, done));
    let old = room.action(1).clone();
    let id = old.id.clone();
    let edits = vec![
        Edit::Action(ListEdit::Remove { at: 0, old: old.clone() }),
        Edit::Shelf(2025, ListEdit::Insert { at: 0, new: old }),
    ];
    room.history.push(room.now, edits).unwrap();
    (room, id)
}

fn listed(room: &Room) -> Vec<u32> {
    room.council().actions.iter().map(|action| action.number).collect()
}

#[test]
fn an_action_on_a_shelf_is_found_and_its_number_is_not_given_again() {
    let (mut room, id) = room();
    assert_eq!(room.action(1).id, id);
    assert_eq!(room.council().action(&id).unwrap().text, "日程調整");
    room.does(|council, mint, _| actions::add(council, Action::new(mint.id(), 0, "会場をとる")));
    assert_eq!(listed(&room), [2]);
}

#[test]
fn mending_an_action_on_a_shelf_leaves_it_there_and_reopening_brings_it_back() {
    let (mut room, id) = room();
    room.does(|council, mint, _| actions::add(council, Action::new(mint.id(), 0, "会場をとる")));
    room.does(|council, _, now| actions::add_note(council, &id, "3月に済んでいた", now.date()));
    assert_eq!(room.council().shelves[&2025].as_ref().unwrap()[0].notes.len(), 1);
    room.does(|council, _, now| actions::set_state(council, &id, ActionState::InProgress, "", now.date()));
    assert_eq!(listed(&room), [2, 1]);
    assert!(room.council().shelves.is_empty());
    room.history.undo(room.now).unwrap();
    assert_eq!(listed(&room), [2]);
    assert_eq!(room.action(1).state, ActionState::Done);
}

#[test]
fn an_action_on_a_shelf_can_be_taken_out_for_good() {
    let (mut room, id) = room();
    room.does(|council, _, _| actions::remove(council, &id));
    assert_eq!(room.council().action_numbered(1), None);
    assert!(room.council().shelves.is_empty());
}

#[test]
fn a_line_and_its_shelved_action_are_mended_together() {
    let mut room = Room::default();
    let meeting = room.plan(day(2026, 2, 1));
    let line = room.write(
        &meeting,
        None,
        NewLine { kind: NewKind::Action, text: "原稿".into(), ..NewLine::default() },
    );
    let id = room.action(1).id.clone();
    room.does(|council, _, now| actions::set_state(council, &id, ActionState::Done, "", now.date()));
    let old = room.action(1).clone();
    assert!(matches!(&old.origin, Some(Origin { line: Some(from), .. }) if *from == line));
    let edits = vec![
        Edit::Action(ListEdit::Remove { at: 0, old: old.clone() }),
        Edit::Shelf(2025, ListEdit::Insert { at: 0, new: old }),
    ];
    room.history.push(room.now, edits).unwrap();
    let mended = NewLine { kind: NewKind::Action, text: "原稿の校正".into(), ..NewLine::default() };
    room.does(|council, mint, _| record::rewrite(council, &meeting, &line, mended, mint));
    assert_eq!(room.action(1).text, "原稿の校正");
    assert!(room.council().actions.is_empty());
    room.does(|council, _, _| record::remove(council, &meeting, &line));
    assert_eq!(room.council().action_numbered(1), None);
}

#[test]
fn what_may_stand_on_a_shelf_not_read_is_not_called_gone() {
    let (room, id) = room();
    let mut room = Room::of(room.council().clone());
    let mut council = room.council().clone();
    council.shelves.insert(2024, None);
    council.shelves.insert(2025, None);
    room.history = norishiro::domain::History::new(council, 0);
    let refused = room.refuses(|council, _, _| actions::remove(council, &id));
    assert_eq!(refused, Refusal::NotLoaded);
    let edit = Edit::Shelf(2025, ListEdit::Insert { at: 0, new: Action::new("b".into(), 9, "資料") });
    assert!(room.history.push(room.now, vec![edit]).is_err());
    room.history.load_shelf(2024, norishiro::domain::List::default());
    assert_eq!(room.council().unread().shelves, [2025], "an empty shelf is none");
}
