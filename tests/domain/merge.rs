use crate::room::{Room, day};
use norishiro::domain::{
    Action, ActionState, Council, Edit, ListEdit, Refusal,
    decide::{
        self, actions,
        record::{NewKind, NewLine},
    },
    difference,
    merge::{Merge, rebase},
};

/// What someone else made of the council of this room, merged into what this room made of it since.
struct Sides {
    base: Council,
    ours: Room,
    theirs: Room,
}

impl Sides {
    fn of(room: &Room) -> Self {
        let side =
            |seed| Room { mint: norishiro::domain::Mint::seeded(seed), ..Room::of(room.council().clone()) };
        Self { base: room.council().clone(), ours: side(2), theirs: side(3) }
    }

    fn merge(&self) -> Merge {
        rebase(self.ours.council(), &difference(&self.base, self.theirs.council()))
    }

    fn merged(&self) -> Council {
        let merge = self.merge();
        assert_eq!(merge.clashes, []);
        let mut council = self.ours.council().clone();
        council.apply_all(&merge.fitting).unwrap();
        council
    }

    /// With all that fitted, and theirs where both differ.
    fn taking_theirs(&self) -> Council {
        let merge = self.merge();
        let mut council = self.ours.council().clone();
        council.apply_all(&merge.fitting).unwrap();
        for clash in &merge.clashes {
            let edits = clash.take_theirs(&council);
            council.apply_all(&edits).unwrap();
        }
        council
    }
}

fn give(room: &mut Room, text: &str) {
    let action = Action::new(room.mint.id(), 0, text);
    room.does(|council, _, _| actions::add(council, action));
}

/// A council with one action done, and then put away by one side.
fn put_away(room: &mut Room) {
    let old = room.action(1).clone();
    let edits = vec![
        Edit::Action(ListEdit::Remove { at: 0, old: old.clone() }),
        Edit::Shelf(2025, ListEdit::Insert { at: 0, new: old }),
    ];
    room.history.push(room.now, edits).unwrap();
}

fn with_a_done_action() -> Room {
    let mut room = Room::default();
    give(&mut room, "日程調整");
    let id = room.action(1).id.clone();
    room.does(|council, _, now| actions::set_state(council, &id, ActionState::Done, "", now.date()));
    room
}

#[test]
fn an_action_put_away_here_takes_what_was_done_to_it_there() {
    let mut sides = Sides::of(&with_a_done_action());
    put_away(&mut sides.ours);
    let id = sides.theirs.action(1).id.clone();
    sides.theirs.does(|council, _, now| actions::add_note(council, &id, "会場も取れた", now.date()));
    let merged = sides.merged();
    assert_eq!(merged.shelves[&2025].as_ref().unwrap()[0].notes[0].text, "会場も取れた");
    assert!(merged.actions.is_empty());
}

#[test]
fn an_action_reopened_there_comes_back_from_the_shelf_here() {
    let mut sides = Sides::of(&with_a_done_action());
    put_away(&mut sides.ours);
    let id = sides.theirs.action(1).id.clone();
    sides.theirs.does(|council, _, now| actions::set_state(council, &id, ActionState::Open, "", now.date()));
    let merged = sides.merged();
    assert!(merged.shelves.is_empty());
    assert_eq!(merged.actions[0].state, ActionState::Open);
}

#[test]
fn an_action_changed_here_stays_though_they_put_it_away() {
    let mut sides = Sides::of(&with_a_done_action());
    put_away(&mut sides.theirs);
    let id = sides.ours.action(1).id.clone();
    sides.ours.does(|council, _, now| actions::set_state(council, &id, ActionState::Open, "", now.date()));
    assert_eq!(&sides.merged(), sides.ours.council());
}

#[test]
fn an_action_corrected_here_is_put_away_as_it_is_here() {
    let mut sides = Sides::of(&with_a_done_action());
    put_away(&mut sides.theirs);
    let id = sides.ours.action(1).id.clone();
    sides.ours.does(|council, _, now| actions::add_note(council, &id, "会場も取れた", now.date()));
    let merged = sides.merged();
    assert_eq!(merged.shelves[&2025].as_ref().unwrap()[0].notes[0].text, "会場も取れた");
    assert!(merged.actions.is_empty());
}

#[test]
fn two_actions_with_one_number_are_asked_about_and_no_number_is_given_twice() {
    let mut sides = Sides::of(&Room::default());
    give(&mut sides.ours, "資料をつくる");
    give(&mut sides.theirs, "会場をとる");
    let merge = sides.merge();
    let [clash] = &merge.clashes[..] else { panic!("{:?}", merge.clashes) };
    let ours = clash.ours.as_ref().unwrap();
    assert!(matches!(ours, Edit::Action(ListEdit::Insert { new, .. }) if new.text == "資料をつくる"));
    let council = sides.taking_theirs();
    let numbered: Vec<_> = council.actions.iter().map(|it| (it.number, &it.text[..])).collect();
    assert_eq!(numbered, [(1, "資料をつくる"), (2, "会場をとる")]);
    assert_eq!(council.head.next_action, 3);
}

#[test]
fn the_head_is_merged_by_field_and_its_counter_only_grows() {
    let mut sides = Sides::of(&Room::default());
    ["一", "二"].iter().for_each(|text| give(&mut sides.ours, text));
    sides.theirs.does(|council, _, _| decide::save_head(council, |head| head.name = "健診PT".into()));
    let head = sides.merged().head;
    assert_eq!((&head.name[..], head.next_action), ("健診PT", 3));
    sides.ours.does(|council, _, _| decide::save_head(council, |head| head.name = "受診率PT".into()));
    assert_eq!(sides.merge().clashes.len(), 1);
    let head = sides.taking_theirs().head;
    assert_eq!((&head.name[..], head.next_action), ("健診PT", 3));
}

#[test]
fn a_meeting_written_in_here_is_not_gutted_because_it_was_removed_there() {
    let mut room = Room::default();
    let meeting = room.plan(day(2026, 12, 1));
    room.item(&meeting, "次回日程", 10);
    let mut sides = Sides::of(&room);
    sides.theirs.does(|council, _, _| decide::meeting::remove(council, &meeting));
    let note = NewLine { kind: NewKind::Note, text: "資料は当日".into(), ..NewLine::default() };
    sides.ours.write(&meeting, None, note);
    let merge = sides.merge();
    assert_eq!(merge.fitting, []);
    assert!(
        matches!(&merge.clashes[..], [clash] if matches!(clash.theirs, Edit::Meeting(ListEdit::Remove { .. })))
    );
    assert!(sides.taking_theirs().meetings.is_empty());
}

#[test]
fn a_meeting_removed_on_both_sides_is_gone() {
    let mut room = Room::default();
    let meeting = room.plan(day(2026, 12, 1));
    room.item(&meeting, "次回日程", 10);
    let mut sides = Sides::of(&room);
    for side in [&mut sides.ours, &mut sides.theirs] {
        side.does(|council, _, _| decide::meeting::remove(council, &meeting));
    }
    assert_eq!(&sides.merged(), sides.ours.council());
}

#[test]
fn two_meetings_made_under_one_id_are_not_mixed() {
    let mut sides = Sides::of(&Room::default());
    let (here, there) = (sides.ours.plan(day(2026, 12, 1)), sides.theirs.plan(day(2026, 12, 8)));
    assert_eq!(here, there);
    sides.ours.item(&here, "計画・評価表", 20);
    sides.theirs.item(&there, "次回日程", 10);
    let merge = sides.merge();
    assert_eq!((merge.fitting.len(), merge.clashes.len()), (0, 1));
    let council = sides.taking_theirs();
    assert_eq!(council.meetings[0].date, day(2026, 12, 8));
    let titles: Vec<_> = council.body(&here).unwrap().items.iter().map(|item| &item.title[..]).collect();
    assert_eq!(titles, ["次回日程"]);
}

#[test]
fn what_stood_in_a_meeting_that_is_gone_here_has_nowhere_to_go() {
    let mut room = Room::default();
    let meeting = room.plan(day(2026, 12, 1));
    let mut sides = Sides::of(&room);
    sides.ours.does(|council, _, _| decide::meeting::remove(council, &meeting));
    sides.theirs.item(&meeting, "次回日程", 10);
    let merge = sides.merge();
    assert!(matches!(&merge.clashes[..], [clash] if clash.ours.is_none()));
    assert_eq!(&sides.taking_theirs(), sides.ours.council());
    assert_eq!(
        sides.ours.refuses(|council, _, _| decide::meeting::remove(council, &meeting)),
        Refusal::NotFound
    );
}

#[test]
fn lines_written_on_both_sides_all_stay() {
    let (room, meeting, _) = Room::in_session();
    let mut sides = Sides::of(&room);
    let note = |text: &str| NewLine { text: text.into(), ..NewLine::default() };
    sides.ours.write(&meeting, None, note("こちらの行"));
    sides.theirs.write(&meeting, None, note("あちらの行"));
    let council = sides.merged();
    let texts: Vec<_> = council.body(&meeting).unwrap().lines.iter().map(|line| &line.text[..]).collect();
    assert_eq!(texts, ["あちらの行", "こちらの行"]);
}

#[test]
fn an_action_put_away_there_is_put_away_here_though_another_bears_its_number() {
    let mut room = with_a_done_action();
    let namesake = Action::new("namesake".into(), 1, "番号の重なった宿題");
    let edit = Edit::Action(room.council().actions.appending(namesake));
    room.history.push(room.now, vec![edit]).unwrap();
    let mut sides = Sides::of(&room);
    put_away(&mut sides.theirs);
    assert_eq!(sides.merged(), *sides.theirs.council());
}
