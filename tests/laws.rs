//! The laws of edits, history and store, on anything a person could do: inverses take back, replay repeats, undo leads to the
//! start, and what was saved is there, whenever the disk fails.

mod support {
    pub mod councils;
    pub mod memory_disk;
}

use norishiro::{
    domain::{Body, Council, Edit, Head, History, ListEdit, Meeting, Mint, decide},
    store::{Home, Problem, Workspace, Writer},
};
use proptest::prelude::*;
use std::{path::PathBuf, sync::Arc};
use support::{
    councils::{council, live, noon, steps},
    memory_disk::MemoryDisk,
};

fn start() -> Council {
    Council::new(Head::new("協議会"))
}

/// A home in memory with one new council in it.
fn desk() -> (Arc<MemoryDisk>, Home, Workspace) {
    let disk = Arc::new(MemoryDisk::default());
    let home = Home::on("/home", disk.clone());
    let mut workspace = home.create("pt", &start()).unwrap();
    let writer = Writer { by: String::new(), host: String::new(), process: 1, token: 1, now: noon() };
    workspace.take_pen(&writer, false).unwrap();
    disk.take_touched();
    (disk, home, workspace)
}

/// What the disk says at this moment, without a problem.
fn on_disk(home: &Home) -> (Council, u64) {
    let mut workspace = home.open("pt").unwrap();
    workspace.read_all().unwrap();
    (workspace.council().clone(), workspace.seq())
}

/// Found by the law of the fold that stops.
#[test]
fn a_meeting_removed_and_made_anew_in_one_change_is_there_before_its_file_is() {
    let (_, home, mut workspace) = desk();
    let mut history = History::new(start(), 0);
    let plan = decide::meeting::suggest(history.council(), noon().date());
    let (id, edits) = decide::meeting::plan(history.council(), &plan, &mut Mint::seeded(1)).unwrap();
    history.push(noon(), edits).unwrap();
    let new = history.council().meetings.get(&id).unwrap().clone();
    let anew = [
        ListEdit::Remove { at: 0, old: new.clone() },
        ListEdit::Insert { at: 0, new: Meeting { place: "302".into(), ..new } },
    ];
    let empty = history.council().body(&id).is_none_or(|body| *body == Body::default());
    assert!(empty, "only an empty meeting can be removed");
    history.push(noon(), anew.map(Edit::Meeting).to_vec()).unwrap();
    workspace.commit(history.since(0)).unwrap();
    assert_eq!(on_disk(&home), (history.council().clone(), 2));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_written_is_read(council in council()) {
        let disk = Arc::new(MemoryDisk::default());
        let home = Home::on("/home", disk.clone());
        home.create("one", &council).unwrap();
        let mut read = home.open("one").unwrap();
        read.read_all().unwrap();
        prop_assert_eq!(read.council(), &council);
        home.create("two", read.council()).unwrap();
        let of = |slug: &str| {
            let dir = home.dir_of(slug);
            let files = disk.files().into_iter();
            files.filter_map(|(path, it)| Some((path.strip_prefix(&dir).ok()?.to_owned(), it))).collect::<Vec<_>>()
        };
        prop_assert_eq!(of("one"), of("two"));
    }

    #[test]
    fn folding_anywhere_is_no_difference(steps in steps(), size in 1..9_usize, folds in any::<u64>()) {
        let (disk, home, mut workspace) = desk();
        let history = live(&steps);
        for (place, part) in history.since(0).chunks(size).enumerate() {
            let last = part.last().unwrap().seq;
            disk.take_touched();
            prop_assert_eq!(workspace.commit(part), Ok(last));
            prop_assert_eq!(disk.take_touched(), [PathBuf::from("/home/councils/pt/journal.ron")], "one append");
            if folds >> (place % 64) & 1 == 1 {
                workspace.fold(noon()).unwrap();
                prop_assert!(workspace.is_folded());
            }
            prop_assert_eq!(on_disk(&home), (workspace.council().clone(), last));
        }
        prop_assert_eq!(workspace.council(), history.council());
        prop_assert_eq!(workspace.recent(), history.since(history.seq().saturating_sub(200)));
    }

    #[test]
    fn a_fold_that_stops_anywhere_changes_nothing(steps in steps(), calls in 0..60_usize) {
        let (disk, home, mut workspace) = desk();
        let history = live(&steps);
        workspace.commit(history.since(0)).unwrap();
        disk.fail_after(calls);
        let folded = workspace.fold(noon()).is_ok();
        disk.heal();
        prop_assert_eq!(on_disk(&home), (history.council().clone(), history.seq()));
        workspace.fold(noon()).unwrap();
        prop_assert!(workspace.is_folded(), "after {}", folded);
        prop_assert_eq!(on_disk(&home), (history.council().clone(), history.seq()));
    }

    #[test]
    fn a_commit_sent_again_changes_nothing(steps in steps()) {
        let (disk, _, mut workspace) = desk();
        let history = live(&steps);
        workspace.commit(history.since(0)).unwrap();
        let before = disk.files();
        disk.take_touched();
        prop_assert_eq!(workspace.commit(history.since(0)), Ok(history.seq()));
        prop_assert_eq!(disk.files(), before);
        prop_assert_eq!(disk.take_touched(), Vec::<PathBuf>::new());
    }

    #[test]
    fn a_disk_that_fails_anywhere_opens_and_recovers(steps in steps(), size in 1..6_usize, calls in 0..12_usize) {
        let (disk, home, mut workspace) = desk();
        let history = live(&steps);
        let mut confirmed = 0;
        for part in history.since(0).chunks(size) {
            disk.fail_after(calls);
            let unconfirmed = &history.since(confirmed)[..size.min(history.since(confirmed).len())];
            match workspace.commit(unconfirmed) {
                Ok(seq) => confirmed = seq,
                Err(problem) => {
                    prop_assert!(matches!(problem, Problem::CannotWrite { .. }), "{:?}", problem);
                    prop_assert_eq!(workspace.seq(), confirmed);
                }
            }
            prop_assert!(on_disk(&home).1 >= confirmed, "confirmed is on disk");
            if confirmed < part.last().unwrap().seq {
                disk.heal();
                confirmed = workspace.commit(unconfirmed).unwrap();
            }
            prop_assert_eq!(&on_disk(&home).0, workspace.council());
        }
        prop_assert_eq!(&on_disk(&home).0, history.council());
    }

    #[test]
    fn making_a_council_on_a_failing_disk_makes_all_or_nothing(council in council(), calls in 0..40_usize) {
        let disk = Arc::new(MemoryDisk::default());
        let home = Home::on("/home", disk.clone());
        disk.fail_after(calls);
        let made = home.create("pt", &council).is_ok();
        prop_assert_eq!(home.list().unwrap().len(), usize::from(made));
        disk.heal();
        prop_assert_eq!(home.create("pt", &council).is_ok(), !made);
        prop_assert_eq!(&on_disk(&home).0, &council);
    }

    #[test]
    fn an_edit_and_its_inverse_leave_no_trace(steps in steps()) {
        let history = live(&steps);
        let mut council = start();
        for edit in history.since(0).iter().flat_map(|change| &change.edits) {
            let before = council.clone();
            council.apply(edit).unwrap();
            let after = council.clone();
            council.apply(&edit.inverse()).unwrap();
            prop_assert_eq!(&council, &before);
            prop_assert_eq!(&edit.inverse().inverse(), edit);
            council = after;
        }
    }

    #[test]
    fn replaying_the_changes_gives_the_council(steps in steps()) {
        let history = live(&steps);
        let mut council = start();
        for (place, change) in history.since(0).iter().enumerate() {
            prop_assert_eq!(change.seq, place as u64 + 1);
            council.apply_all(&change.edits).unwrap();
        }
        prop_assert_eq!(&council, history.council());
    }

    #[test]
    fn undo_leads_to_the_start_and_redo_back(steps in steps()) {
        let mut history = live(&steps);
        while history.redo(noon()).unwrap().is_some() {}
        let end = history.council().clone();
        let mut undone = 0;
        while history.undo(noon()).unwrap().is_some() {
            undone += 1;
        }
        prop_assert_eq!(history.council(), &start());
        for _ in 0..undone {
            prop_assert!(history.redo(noon()).unwrap().is_some());
        }
        prop_assert_eq!(history.council(), &end);
    }

    #[test]
    fn edits_that_do_not_all_fit_change_nothing(steps in steps(), cut in 0..100_usize) {
        let history = live(&steps);
        let mut edits: Vec<Edit> = history.since(0).iter().flat_map(|change| change.edits.clone()).collect();
        let wrong = Edit::Head { old: Box::new(Head::new("別の会")), new: Box::new(Head::new("")) };
        edits.truncate(cut);
        edits.push(wrong);
        let mut council = start();
        prop_assert!(council.apply_all(&edits).is_err());
        prop_assert_eq!(council, start());
    }
}
