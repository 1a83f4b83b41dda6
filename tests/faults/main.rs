//! Every call of the store to its disk fails: each way a disk fails, once and for good, with the call undone, half done and done but not
//! flushed; and at every call the program is killed, or the machine loses its power. After each, the council opens as it was after one of
//! its changes, none earlier than what was said to be saved; the problem can be told to a person; and when the fault is gone, whoever
//! goes on gets to where they would have been.
//!
//! Every call fails, and at every call that writes the program is killed and the power cut. The errors of a call that the program
//! survives take turns from call to call; `NORISHIRO_SWEEP=all cargo test --test faults` tries each on every call.

mod desk;
#[path = "../support/memory_disk.rs"]
mod memory_disk;
mod scenes;

use desk::{Desk, Scene};
use memory_disk::{Answer, Call, Done, Fault};
use norishiro::{
    store::Problem,
    words::{Lang, Words},
};
use scenes::{scenes, stamp, writer};
use std::{collections::BTreeMap, env, sync::Mutex, thread};

/// What becomes of the program at the fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    /// It goes on.
    GoesOn,
    Killed,
    PowerCut,
}

/// Every way in which a call can fail.
fn faults(call: usize, what: &Call) -> Vec<(Fault, End)> {
    use Answer::{Broken, Forbidden, NoSpace, ReadOnly};
    let fault = |error, done, lasts| Fault { call, error, done, lasts };
    if !what.writes {
        return [(Broken, false), (Forbidden, true)]
            .map(|(error, lasts)| (fault(error, Done::Nothing, lasts), End::GoesOn))
            .to_vec();
    }
    let errors = [(NoSpace, false), (Broken, true), (Forbidden, false), (ReadOnly, true)];
    let mut faults: Vec<(Fault, End)> =
        errors.map(|(error, lasts)| (fault(error, Done::Nothing, lasts), End::GoesOn)).to_vec();
    for (done, error) in [(Done::Part, NoSpace), (Done::Unflushed, Broken)] {
        faults.extend([false, true].map(|lasts| (fault(error, done, lasts), End::GoesOn)));
    }
    for done in [Done::Nothing, Done::Part, Done::Unflushed] {
        faults.extend([End::Killed, End::PowerCut].map(|end| (fault(Broken, done, true), end)));
    }
    faults
}

/// What happened, why, and what to do, in both languages.
fn is_told(problem: &Problem) -> bool {
    [Lang::Ja, Lang::En].into_iter().all(|lang| {
        let said = Words::new(lang).problem(problem);
        [said.what, said.why, said.next].iter().all(|part| !part.is_empty())
    })
}

/// Plays a scene with one fault in it.
fn play(scene: &Scene, fault: Fault, end: End) -> Result<(), String> {
    let mut desk = Desk::at(scene);
    desk.disk.fail(Some(fault));
    if let Err(problem) = desk.play(scene)
        && !is_told(&problem)
    {
        return Err(format!("nobody can be told: {problem:?}"));
    }
    if end != End::GoesOn {
        desk.leave();
    }
    desk.disk.heal();
    if end == End::PowerCut {
        desk.disk.cut_power();
    }
    desk.is_as_promised(scene)?;
    desk.play(scene).map_err(|problem| format!("without the fault: {problem:?}"))?;
    desk.is_done(scene)
}

fn sweep(scene: &Scene) -> (usize, Vec<String>) {
    let mut desk = Desk::at(scene);
    desk.disk.fail(None);
    desk.play(scene).unwrap();
    let calls = desk.disk.calls();
    desk.is_done(scene).unwrap();
    let all = env::var_os("NORISHIRO_SWEEP").is_some_and(|value| value == "all");
    let plays: Vec<(usize, Fault, End)> = calls
        .iter()
        .enumerate()
        .flat_map(|(place, call)| faults(place, call).into_iter().enumerate().map(move |it| (place, it)))
        .filter(|(place, (way, (_, end)))| all || *end != End::GoesOn || (place + way).is_multiple_of(4))
        .map(|(place, (_, (fault, end)))| (place, fault, end))
        .collect();
    let wrong = plays.iter().filter_map(|(place, fault, end)| {
        let why = play(scene, *fault, *end).err()?;
        Some(format!("{}: {} with {fault:?}, {end:?}: {why}", scene.name, calls[*place]))
    });
    (plays.len(), wrong.collect())
}

#[test]
fn whatever_fails_nothing_is_lost() {
    let scenes = scenes();
    let (rest, swept) = (Mutex::new(scenes.iter()), Mutex::new(BTreeMap::new()));
    let work = || {
        while let Some(scene) = { rest.lock().unwrap().next() } {
            let answer = sweep(scene);
            swept.lock().unwrap().insert(scene.name, answer);
        }
    };
    thread::scope(|scope| {
        (0..thread::available_parallelism().map_or(1, usize::from)).for_each(|_| drop(scope.spawn(work)));
    });
    let swept = swept.into_inner().unwrap();
    for (name, (plays, wrong)) in &swept {
        println!("{name}: {plays} faults, {} wrong", wrong.len());
        assert!(*plays > 50, "{name} does next to nothing");
    }
    let wrong: Vec<&str> = swept.values().flat_map(|(_, wrong)| wrong).map(String::as_str).collect();
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong[..wrong.len().min(30)].join("\n"));
}

/// A fold is cut short anywhere, and so is the fold that finishes it.
#[test]
fn an_unfinished_fold_is_finished() {
    let scene = scenes().into_iter().find(|scene| scene.name == "closing").unwrap();
    let mut desk = Desk::at(&scene);
    desk.disk.fail(None);
    desk.play(&scene).unwrap();
    let calls = desk.disk.calls();
    let writes = |calls: &[Call]| {
        let places = calls.iter().enumerate().filter(|(_, call)| call.writes);
        places.map(|(place, _)| place).collect::<Vec<_>>()
    };
    let cut = |call| Some(Fault { call, error: Answer::Broken, done: Done::Nothing, lasts: true });
    let mut cuts = 0;
    for first in writes(&calls) {
        for second in (first % 24..calls.len()).step_by(24) {
            let mut desk = Desk::at(&scene);
            for call in [first, second] {
                desk.disk.fail(cut(call));
                // It says that it failed, or has been done by then.
                let _ = desk.play(&scene);
                desk.leave();
                desk.disk.heal();
                desk.disk.cut_power();
                desk.is_as_promised(&scene).unwrap();
            }
            desk.play(&scene).unwrap();
            desk.is_done(&scene).unwrap();
            cuts += 1;
        }
    }
    assert!(cuts > 200, "only {cuts}");
}

/// What every backup of a rotation says can be gone back to, whatever failed when it was made.
#[test]
fn a_backup_is_whole_or_not_there() {
    let scenes = scenes();
    let scene = scenes.iter().find(|scene| scene.name == "rotating").unwrap();
    let mut desk = Desk::at(scene);
    desk.disk.fail(None);
    desk.play(scene).unwrap();
    let calls = desk.disk.calls();
    for (call, _) in calls.iter().enumerate().filter(|(_, call)| call.path.starts_with("/home/backups")) {
        let mut desk = Desk::at(scene);
        desk.disk.fail(Some(Fault { call, error: Answer::NoSpace, done: Done::Part, lasts: true }));
        let _ = desk.play(scene);
        desk.leave();
        desk.disk.heal();
        desk.disk.cut_power();
        for backup in desk.home.backups(desk::SLUG).unwrap() {
            let disk = desk.disk.copy();
            let there = Desk::on(disk);
            there.home.restore(desk::SLUG, &backup, &writer(stamp(30))).unwrap();
            assert!(scenes.iter().any(|scene| scene.knows(&there.found().unwrap())), "{}", backup.name());
        }
    }
}
