//! The laws of history and merging, on anything a person could do: what was read back goes on as if it had never stopped, and two
//! versions of a council come together record by record.

mod support {
    pub mod councils;
}

use norishiro::domain::{
    id::{ActionId, MeetingId},
    merge::{Clash, rebase},
    *,
};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use support::councils::{Step, council, live, live_on, noon, steps};

fn start() -> Council {
    Council::new(Head::new("協議会"))
}

/// What a person does in a few minutes.
fn few_steps() -> impl Strategy<Value = Vec<Step>> {
    steps().prop_map(|mut steps| {
        steps.truncate(2);
        steps
    })
}

fn with(council: &Council, edits: &[Edit]) -> Council {
    let mut council = council.clone();
    council.apply_all(edits).unwrap();
    council
}

/// One record by its list and id; records of a body by their meeting, too.
type Key = (&'static str, String, String);

/// What each record says, whatever its place. An action is one record wherever it stands.
fn records(council: &Council) -> BTreeMap<Key, String> {
    let mut found = BTreeMap::new();
    fn put<T: Record + std::fmt::Debug>(
        found: &mut BTreeMap<Key, String>,
        list: &'static str,
        meeting: &str,
        records: impl IntoIterator<Item = T>,
    ) {
        for record in records {
            let key = (list, meeting.to_owned(), record.id().to_string());
            assert!(found.insert(key, format!("{record:?}")).is_none(), "no record stands twice");
        }
    }
    put(&mut found, "organisations", "", council.organisations.iter().cloned());
    put(&mut found, "members", "", council.members.iter().cloned());
    put(&mut found, "roles", "", council.roles.iter().cloned());
    put(&mut found, "indicators", "", council.indicators.iter().cloned());
    put(&mut found, "actions", "", council.every_action().cloned());
    for point in &council.points {
        found.insert(("points", String::new(), format!("{:?}", point.point)), format!("{point:?}"));
    }
    put(&mut found, "assessments", "", council.assessments.iter().cloned());
    put(&mut found, "sheet", "", council.sheet.iter().cloned());
    put(&mut found, "escalations", "", council.escalations.iter().cloned());
    put(&mut found, "meetings", "", council.meetings.iter().cloned());
    for (id, body) in &council.bodies {
        put(&mut found, "items", id.as_str(), body.items.iter().cloned());
        put(&mut found, "attendance", id.as_str(), body.attendance.iter().cloned());
        put(&mut found, "lines", id.as_str(), body.lines.iter().cloned());
        put(&mut found, "turns", id.as_str(), body.turns.iter().cloned());
        put(&mut found, "queue", id.as_str(), body.queue.iter().cloned());
    }
    found
}

/// Where each action stands: on the list, or on the shelf of a year.
fn places(council: &Council) -> BTreeMap<ActionId, Option<i32>> {
    let listed = council.actions.iter().map(|action| (action.id.clone(), None));
    let shelved = council
        .shelves
        .iter()
        .flat_map(|(year, shelf)| shelf.iter().flatten().map(|action| (action.id.clone(), Some(*year))));
    listed.chain(shelved).collect()
}

/// The record a clash is about; `None` for the head.
fn key(clash: &Clash) -> Option<Key> {
    let of = |list, meeting: &MeetingId, id: &dyn std::fmt::Display| {
        Some((list, meeting.as_str().to_owned(), id.to_string()))
    };
    let none = MeetingId::from("");
    match &clash.theirs {
        Edit::Head { .. } => None,
        Edit::Organisation(edit) => of("organisations", &none, edit.record().id()),
        Edit::Member(edit) => of("members", &none, edit.record().id()),
        Edit::Role(edit) => of("roles", &none, edit.record().id()),
        Edit::Indicator(edit) => of("indicators", &none, edit.record().id()),
        Edit::Assessment(edit) => of("assessments", &none, edit.record().id()),
        Edit::SheetRow(edit) => of("sheet", &none, edit.record().id()),
        Edit::Escalation(edit) => of("escalations", &none, edit.record().id()),
        Edit::Action(edit) | Edit::Shelf(_, edit) => of("actions", &none, edit.record().id()),
        Edit::Point(edit) => Some(("points", String::new(), format!("{:?}", edit.record().point))),
        Edit::Meeting(edit) => of("meetings", &none, edit.record().id()),
        Edit::Item(id, edit) => of("items", id, edit.record().id()),
        Edit::Attendance(id, edit) => of("attendance", id, edit.record().id()),
        Edit::Line(id, edit) => of("lines", id, edit.record().id()),
        Edit::Turn(id, edit) => of("turns", id, edit.record().id()),
        Edit::Waiting(id, edit) => of("queue", id, edit.record().id()),
    }
}

/// The first `many` changes, as a program would have met them.
fn council_after(changes: &[Change]) -> Council {
    let mut council = start();
    changes.iter().for_each(|change| council.apply_all(&change.edits).unwrap());
    council
}

/// What both would take back and bring back, to the end.
fn walk(mut history: History) -> (Vec<Council>, Vec<Council>) {
    let mut ways = (Vec::new(), Vec::new());
    while history.redo(noon()).unwrap().is_some() {
        ways.0.push(history.council().clone());
    }
    while history.undo(noon()).unwrap().is_some() {
        ways.1.push(history.council().clone());
    }
    ways
}

/// The program never gives an action a number again; what else does is asked about, see the tests by hand.
fn no_number_is_borne_twice(councils: &[&Council]) -> bool {
    let mut bearers: BTreeMap<u32, &ActionId> = BTreeMap::new();
    let mut actions = councils.iter().flat_map(|council| council.every_action());
    actions.all(|action| *bearers.entry(action.number).or_insert(&action.id) == &action.id)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_history_read_back_goes_on_as_if_it_had_never_stopped(steps in steps()) {
        let live = live(&steps);
        let resumed = History::resume(live.council().clone(), live.seq(), live.since(0).to_vec(), "事務局");
        prop_assert_eq!(resumed.seq(), live.seq());
        prop_assert_eq!(resumed.next_undo(), live.next_undo());
        prop_assert_eq!(resumed.next_redo(), live.next_redo());
        prop_assert_eq!(walk(resumed), walk(live));
    }

    #[test]
    fn a_history_read_back_in_part_takes_back_what_it_knows(steps in steps(), cut in 0..30_usize) {
        let live = live(&steps);
        let all = live.since(0);
        let cut = cut.min(all.len());
        let mut resumed = History::resume(live.council().clone(), live.seq(), all[cut..].to_vec(), "");
        let mut live = live.clone();
        prop_assert_eq!(resumed.since(0), &all[cut..]);
        while let Some(work) = resumed.next_redo() {
            prop_assert_eq!(Some(work), live.next_redo());
            prop_assert_eq!(resumed.redo(noon()), live.redo(noon()));
        }
        while let Some(work) = resumed.next_undo() {
            prop_assert_eq!(Some(work), live.next_undo());
            prop_assert_eq!(resumed.undo(noon()), live.undo(noon()));
        }
        prop_assert_eq!(resumed.council(), live.council());
        let reached = live.next_undo().is_none_or(|work| work.seq <= cut as u64);
        prop_assert!(reached, "it goes back as far as it knows");
    }

    #[test]
    fn who_follows_sees_and_can_take_back_the_same(steps in steps(), size in 1..5_usize) {
        let live = live(&steps);
        let mut watching = History::resume(start(), 0, Vec::new(), "");
        for part in live.since(0).chunks(size) {
            watching.follow(part).unwrap();
        }
        prop_assert_eq!(watching.council(), live.council());
        prop_assert_eq!(watching.since(0), live.since(0));
        prop_assert_eq!(walk(watching), walk(live));
    }

    #[test]
    fn who_follows_without_having_read_everything_sees_the_same_of_the_rest(steps in steps(), from in 0..25_usize) {
        let live = live(&steps);
        let (before, after) = live.since(0).split_at(from.min(live.since(0).len()));
        let mut known = council_after(before);
        let unread: Vec<MeetingId> = known.bodies.keys().cloned().collect();
        known.bodies.clear();
        known.shelves.values_mut().for_each(|shelf| *shelf = None);
        let mut watching = History::new(known, before.len() as u64);
        watching.follow(after).unwrap();
        let missing = watching.council().unread();
        prop_assert!(missing.meetings.iter().all(|id| unread.contains(id)));
        for id in missing.meetings {
            watching.load_body(&id, live.council().body(&id).unwrap().clone());
        }
        for year in missing.shelves {
            let shelf = live.council().shelves.get(&year).cloned().flatten().unwrap_or_default();
            watching.load_shelf(year, shelf);
        }
        prop_assert!(watching.council().is_whole());
        prop_assert_eq!(watching.council(), live.council());
    }

    #[test]
    fn a_change_that_does_not_fit_leaves_a_follower_as_it_was(steps in steps(), from in 0..25_usize) {
        let live = live(&steps);
        let (before, after) = live.since(0).split_at(from.min(live.since(0).len()));
        let mut known = council_after(before);
        known.bodies.clear();
        let mut watching = History::new(known.clone(), before.len() as u64);
        let wrong = Edit::Head { old: Box::new(Head::new("別の会")), new: Box::new(Head::new("")) };
        let mut edits: Vec<Edit> = after.iter().flat_map(|change| change.edits.clone()).collect();
        edits.push(wrong);
        let change = Change { seq: watching.seq() + 1, at: noon(), by: String::new(), kind: ChangeKind::Work, edits };
        prop_assert!(watching.follow(&[change]).is_err());
        prop_assert_eq!(watching.council(), &known);
        prop_assert_eq!(watching.seq(), before.len() as u64);
    }

    #[test]
    fn the_difference_makes_one_council_of_another(from in council(), to in council()) {
        let edits = difference(&from, &to);
        prop_assert_eq!(&with(&from, &edits), &to);
        let back: Vec<Edit> = edits.iter().rev().map(Edit::inverse).collect();
        prop_assert_eq!(&with(&to, &back), &from);
        prop_assert_eq!(difference(&to, &to), vec![]);
    }

    #[test]
    fn an_action_that_comes_to_a_shelf_and_goes_leaves_no_trace(council in council(), year in 2023..2027_i32) {
        let new = Action::new("new".into(), 1, "資料をつくる");
        let put = Edit::Shelf(year, ListEdit::Insert { at: 0, new });
        let held = with(&council, std::slice::from_ref(&put));
        prop_assert!(held.shelves.contains_key(&year));
        prop_assert_eq!(&with(&held, &[put.inverse()]), &council);
        prop_assert!(held.shelves.values().all(|shelf| shelf.as_ref().is_some_and(|shelf| !shelf.is_empty())));
    }

    #[test]
    fn on_its_own_base_everything_fits_as_it_is(base in council(), theirs in steps()) {
        let theirs = live_on(base.clone(), &theirs);
        prop_assume!(no_number_is_borne_twice(&[&base, theirs.council()]));
        let edits = difference(&base, theirs.council());
        let merge = rebase(&base, &edits);
        prop_assert_eq!(merge.clashes, vec![]);
        // What empties a meeting is kept for its removal; everything else stands in its order.
        prop_assert_eq!(with(&base, &merge.fitting), with(&base, &edits));
    }

    #[test]
    fn what_was_done_on_both_sides_is_passed_over(base in council(), steps in few_steps()) {
        let ours = live_on(base.clone(), &steps);
        let merge = rebase(ours.council(), &difference(&base, ours.council()));
        prop_assert_eq!(merge.clashes, vec![]);
        prop_assert_eq!(records(&with(ours.council(), &merge.fitting)), records(ours.council()));
    }

    #[test]
    fn two_sides_come_together_whichever_goes_first(base in council(), ours in few_steps(), theirs in few_steps()) {
        let (ours, theirs) = (live_on(base.clone(), &ours), live_on(base.clone(), &theirs));
        let (ours, theirs) = (ours.council(), theirs.council());
        prop_assume!(no_number_is_borne_twice(&[&base, ours, theirs]));
        let (our_edits, their_edits) = (difference(&base, ours), difference(&base, theirs));
        let (here, there) = (rebase(ours, &their_edits), rebase(theirs, &our_edits));
        let (at_ours, at_theirs) = (with(ours, &here.fitting), with(theirs, &there.fitting));
        if here.clashes.is_empty() && there.clashes.is_empty() {
            prop_assert_eq!(records(&at_ours), records(&at_theirs));
            let blind = |council: &Council| Head { focus: None, ..council.head.clone() };
            prop_assert_eq!(blind(&at_ours), blind(&at_theirs), "the light stays where the room is");
            let (was, ours, theirs) = (places(&base), places(ours), places(theirs));
            let both_moved = |id: &ActionId| was.get(id) != ours.get(id) && was.get(id) != theirs.get(id);
            let (at_ours, at_theirs) = (places(&at_ours), places(&at_theirs));
            let apart: Vec<_> = at_ours.iter().filter(|(id, at)| at_theirs.get(id) != Some(at)).collect();
            prop_assert!(apart.iter().all(|(id, _)| both_moved(id)), "{:?}", apart);
        }
    }

    #[test]
    fn clashes_are_what_both_sides_changed_differently(base in council(), ours in few_steps(), theirs in few_steps()) {
        let (ours, theirs) = (live_on(base.clone(), &ours), live_on(base.clone(), &theirs));
        let (ours, theirs) = (ours.council(), theirs.council());
        let merge = rebase(ours, &difference(&base, theirs));
        let clashed: BTreeSet<Key> = merge.clashes.iter().filter_map(key).collect();
        let (was, here, there) = (records(&base), records(ours), records(theirs));
        let (was_at, here_at, there_at) = (places(&base), places(ours), places(theirs));
        // A meeting that came or went on one side is one matter with its body; see the tests by hand.
        let whole = |id: &str| [&base, ours, theirs].iter().all(|it| it.meetings.get(&id.into()).is_some());
        let plain = |key: &&Key| match key.0 {
            "meetings" => whole(&key.2),
            "items" | "attendance" | "lines" | "turns" => whole(&key.1),
            _ => true,
        };
        let keys: BTreeSet<&Key> = was.keys().chain(here.keys()).chain(there.keys()).chain(&clashed).collect();
        for key in keys.into_iter().filter(plain) {
            let says = [was.get(key), here.get(key), there.get(key)];
            let differ = says[0] != says[1] && says[0] != says[2] && says[1] != says[2];
            let action = ActionId::from(if key.0 == "actions" { key.2.as_str() } else { "" });
            let stands = [&was_at, &here_at, &there_at].map(|places| places.get(&action));
            let touched = |side: usize| (says[0], stands[0]) != (says[side], stands[side]);
            let may = touched(1) && touched(2) && (says[1], stands[1]) != (says[2], stands[2]);
            prop_assert!(!differ || clashed.contains(key), "missed: {:?}", key);
            prop_assert!(may || !clashed.contains(key), "no clash: {:?} {:?} {:?}", key, says, stands);
        }
    }

    #[test]
    fn taking_theirs_settles_every_clash(base in council(), ours in few_steps(), theirs in few_steps()) {
        let (ours, theirs) = (live_on(base.clone(), &ours), live_on(base.clone(), &theirs));
        let (ours, theirs) = (ours.council(), theirs.council());
        let merge = rebase(ours, &difference(&base, theirs));
        let mut council = with(ours, &merge.fitting);
        for clash in &merge.clashes {
            let edits = clash.take_theirs(&council);
            council = with(&council, &edits);
        }
        let (here, there) = (records(&council), records(theirs));
        for key in merge.clashes.iter().filter_map(key) {
            let in_a_meeting_gone = !key.1.is_empty() && council.meetings.get(&key.1.as_str().into()).is_none();
            if !in_a_meeting_gone {
                prop_assert_eq!(here.get(&key), there.get(&key), "{:?}", key);
            }
        }
    }
}
