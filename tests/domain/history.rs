use crate::room::{Room, day};
use norishiro::domain::{
    Action, Change, ChangeKind, Edit, History, Refusal,
    decide::{self, actions, save_head},
};

fn give(room: &mut Room, text: &str) {
    let action = Action::new(room.mint.id(), 0, text);
    room.does(|council, _, _| actions::add(council, action));
}

/// Something other than the person at the keyboard changes the first action.
fn outside(room: &mut Room, text: &str) {
    let id = room.action(1).id.clone();
    let edits = room.council().changing_action(&id, |action| text.clone_into(&mut action.text));
    room.history.push_as(room.now, ChangeKind::Outside, edits).unwrap();
}

#[test]
fn work_that_something_else_changed_since_is_not_taken_back_and_waits() {
    let mut room = Room::default();
    give(&mut room, "日程調整");
    outside(&mut room, "日程調整（仮）");
    let before = (room.council().clone(), room.history.seq());
    let conflict = room.history.undo(room.now).unwrap_err();
    assert_eq!(conflict.record, room.action(1).id.to_string());
    assert_eq!((room.council().clone(), room.history.seq()), before);
    outside(&mut room, "日程調整");
    let undone = room.history.undo(room.now).unwrap().unwrap();
    assert_eq!(undone.seq, 1);
    assert!(room.council().actions.is_empty());
}

#[test]
fn what_was_taken_back_waits_as_well() {
    let mut room = Room::default();
    give(&mut room, "日程調整");
    room.does(|council, _, _| save_head(council, |head| head.short = "健診PT".into()));
    room.history.undo(room.now).unwrap();
    let edits = vec![room.council().changing_head(|head| head.aim = "受診率40%".into()).unwrap()];
    room.history.push_as(room.now, ChangeKind::Restore, edits).unwrap();
    assert!(room.history.redo(room.now).is_err());
    assert_eq!(room.history.next_redo().map(|work| work.seq), Some(2));
    assert_eq!(room.history.next_undo().map(|work| work.seq), Some(1), "no undo takes back a restoring");
}

#[test]
fn every_change_names_who_made_it() {
    let mut history = History::resume(Room::default().council().clone(), 7, Vec::new(), "事務局");
    let edits = save_head(history.council(), |head| head.short = "健診PT".into()).unwrap();
    history.push(day(2026, 11, 21).and_hms_opt(9, 0, 0).unwrap(), edits).unwrap();
    let [change] = history.since(0) else { panic!("one change") };
    assert_eq!((change.seq, &change.by[..]), (8, "事務局"));
}

#[test]
fn a_gap_in_the_past_is_where_undo_ends() {
    let mut room = Room::default();
    ["一", "二", "三", "四"].iter().for_each(|text| give(&mut room, text));
    let all = room.history.since(0).to_vec();
    let holed: Vec<Change> = all.iter().filter(|change| change.seq != 2).cloned().collect();
    let resumed = |seq, past| History::resume(room.council().clone(), seq, past, "");
    let mut history = resumed(4, holed.clone());
    assert_eq!(history.since(0), &all[2..]);
    while history.undo(room.now).unwrap().is_some() {}
    assert_eq!(history.council().actions.len(), 2);
    let none = resumed(5, holed);
    assert_eq!(
        (none.seq(), none.next_undo()),
        (5, None),
        "a past that does not lead up to now tells nothing"
    );
}

#[test]
fn a_follower_takes_only_what_comes_next() {
    let mut room = Room::default();
    ["一", "二", "三"].iter().for_each(|text| give(&mut room, text));
    let all = room.history.since(0).to_vec();
    let mut watching = History::new(Room::default().council().clone(), 0);
    assert!(watching.follow(&all[1..]).is_err());
    assert_eq!(watching.seq(), 0);
    watching.follow(&all[..2]).unwrap();
    assert!(watching.follow(&all[..2]).is_err(), "not twice");
    watching.follow(&all[2..]).unwrap();
    assert_eq!(watching.council(), room.council());
}

#[test]
fn what_is_not_read_is_not_taken_back_before_it_is() {
    let (mut room, meeting, items) = Room::in_session();
    let mut known = room.council().clone();
    let body = known.bodies.remove(&meeting).unwrap();
    let mut history = History::resume(known, room.history.seq(), room.history.since(0).to_vec(), "");
    let missing = vec![meeting.clone()];
    assert_eq!(history.council().unread().meetings, missing);
    let work = history.next_undo().unwrap().edits.clone();
    assert_eq!(history.council().unread_for(&work).meetings, missing);
    assert!(history.undo(room.now).is_err());
    let edits = decide::agenda::remove(history.council(), &meeting, &items[2]);
    assert_eq!(edits, Err(Refusal::NotLoaded));
    history.load_body(&meeting, body);
    assert!(history.council().is_whole());
    history.load_body(&meeting, norishiro::domain::Body::default());
    assert_eq!(history.council(), room.council(), "what is there is not read over");
    history.undo(room.now).unwrap();
    room.history.undo(room.now).unwrap();
    assert_eq!(history.council(), room.council());
}

#[test]
fn a_meeting_can_go_where_its_body_was_never_read() {
    let mut room = Room::default();
    let meeting = room.plan(day(2026, 12, 1));
    room.item(&meeting, "次回日程", 10);
    let mut known = room.council().clone();
    known.bodies.clear();
    let mut watching = History::new(known, room.history.seq());
    let seen = room.history.seq();
    room.does(|council, _, _| decide::meeting::remove(council, &meeting));
    watching.follow(room.history.since(seen)).unwrap();
    assert_eq!(watching.council(), room.council());
    let removal = |edit: &Edit| edit.meeting() == Some(&meeting);
    assert!(room.history.since(seen)[0].edits.iter().all(removal));
}
