//! The script: what is done with a council from the day it is made on, scene by scene, each on the disk that the one before left.

use crate::{
    desk::{DIR, Desk, SLUG, Scene},
    memory_disk::MemoryDisk,
};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use norishiro::{
    domain::{
        Action, ActionState, Change, ChangeKind, Council, Head, History, Member, Mint, Organisation,
        action::Origin,
        decide::{
            self, Decision,
            meeting::Plan,
            record::{NewKind, NewLine},
        },
        difference,
        id::MeetingId,
    },
    store::{self, Problem, Writer},
};
use std::{
    fs,
    path::{Path, PathBuf},
};

const BACKUPS: &str = "/home/backups/pt";

/// At noon of a day of November.
pub fn stamp(day: u32) -> NaiveDateTime {
    date(2026, 11, day).and_time(clock(12))
}

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn clock(hour: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, 0, 0).unwrap()
}

pub fn writer(now: NaiveDateTime) -> Writer {
    Writer { by: "保健センター".into(), host: "kaigi-pc".into(), process: 1, token: 1, now }
}

pub fn scenes() -> Vec<Scene> {
    let base = past();
    let mut story = Story::of(base.clone());
    let made =
        Scene { states: vec![None, Some(base.clone())], ..scene("making", MemoryDisk::default(), make) };
    let torn = torn(&base);
    let damaged = damaged(&base);

    story.day();
    let writing = story.scene("writing", home_with(&base), write);
    story.closing();
    let closing = story.scene("closing", after(&writing), close);
    story.aims("受診率を上げる");
    let rotating = story.scene("rotating", with_backups(after(&closing)), rotate);
    story.aims("広報を続ける");
    let by_hand = story.changed_by_hand(after(&rotating));

    let states = vec![rotating.states[1].clone(), rotating.states[0].clone()];
    let going_back = Scene { states, ..scene("going back", after(&rotating), go_back) };
    vec![made, writing, closing, rotating, going_back, by_hand, torn, damaged, older()]
}

fn scene(name: &'static str, begin: MemoryDisk, play: fn(&mut Desk, &Scene) -> Result<(), Problem>) -> Scene {
    Scene { name, begin, play, states: Vec::new(), changes: Vec::new(), by_hand: Vec::new(), kept: "" }
}

/// As the disk is after a scene.
fn after(scene: &Scene) -> MemoryDisk {
    let mut desk = Desk::at(scene);
    desk.play(scene).unwrap();
    desk.disk.copy()
}

fn home_with(council: &Council) -> MemoryDisk {
    let desk = Desk::on(MemoryDisk::default());
    desk.home.create(SLUG, council).unwrap();
    desk.disk.copy()
}

fn make(desk: &mut Desk, scene: &Scene) -> Result<(), Problem> {
    let council = scene.states[1].as_ref().unwrap();
    match desk.home.create(SLUG, council) {
        Err(Problem::SlugTaken { .. }) => {}
        made => drop(made?),
    }
    desk.sure = 1;
    Ok(())
}

fn write(desk: &mut Desk, scene: &Scene) -> Result<(), Problem> {
    desk.save(scene, 2)?;
    desk.keep(scene, Some("費用は"))?;
    desk.save(scene, 4)?;
    desk.fold()?;
    desk.save(scene, 6)?;
    desk.keep(scene, None)?;
    desk.close()
}

/// The year before goes to its folder, and what is done with to the shelf.
fn close(desk: &mut Desk, scene: &Scene) -> Result<(), Problem> {
    desk.save(scene, 1)?;
    desk.fold()?;
    desk.save(scene, 2)?;
    desk.fold()?;
    desk.save(scene, 3)?;
    desk.close()
}

fn rotate(desk: &mut Desk, scene: &Scene) -> Result<(), Problem> {
    desk.save(scene, 1)?;
    desk.close()
}

fn go_back(desk: &mut Desk, _: &Scene) -> Result<(), Problem> {
    let oldest = desk.home.backups(SLUG)?.pop().unwrap();
    desk.home.restore(SLUG, &oldest, &writer(stamp(21)))?;
    desk.sure = 1;
    Ok(())
}

fn repair(desk: &mut Desk, _: &Scene) -> Result<(), Problem> {
    desk.home.repair(SLUG, &writer(stamp(21))).map(drop)
}

/// Another program changes a file while changes of ours are not in the files yet.
fn meet_another(desk: &mut Desk, scene: &Scene) -> Result<(), Problem> {
    desk.save(scene, 1)?;
    desk.hand_edit("members.ron", "会長", "委員長");
    desk.take_in()?;
    desk.close()
}

/// So many that some have to go.
fn with_backups(disk: MemoryDisk) -> MemoryDisk {
    for day in 1..=13 {
        store::back_up(&disk, Path::new(DIR), Path::new(BACKUPS), stamp(day)).unwrap();
    }
    disk
}

/// A council whose program was killed after these changes were saved.
fn killed(base: &Council, changes: &[Change]) -> MemoryDisk {
    let mut desk = Desk::on(home_with(base));
    let scene = Scene { changes: changes.to_vec(), ..scene("", MemoryDisk::default(), write) };
    desk.save(&scene, changes.len()).unwrap();
    desk.leave();
    desk.disk.copy()
}

/// The end of the journal is not whole.
fn torn(base: &Council) -> Scene {
    let mut story = Story::of(base.clone());
    story.day();
    let changes = story.history.since(0)[..3].to_vec();
    let disk = killed(base, &changes);
    let journal = Path::new(DIR).join("journal.ron");
    let bytes = disk.files()[&journal].clone();
    disk.put(&journal, &bytes[..bytes.len() - 7]);
    let states = vec![Some(applied(base, &changes[..2]))];
    Scene { states, changes: changes[..2].to_vec(), ..scene("mending", disk, repair) }
}

/// A line in the middle of the journal is not what was written.
fn damaged(base: &Council) -> Scene {
    let mut story = Story::of(base.clone());
    story.day();
    let changes = story.history.since(0);
    let disk = killed(base, changes);
    let journal = Path::new(DIR).join("journal.ron");
    let text = String::from_utf8(disk.files()[&journal].clone()).unwrap();
    disk.put(&journal, text.replace("様式を一つ", "様式を二つ").as_bytes());
    let before = applied(base, &changes[..2]);
    let history = History::resume(before.clone(), 2, Vec::new(), "");
    let mut story = Story { history, from: before, seq: 2, ..story };
    story.aims("受診率を上げる");
    Scene { kept: "様式を二つ", ..story.scene("damaged journal", disk, rotate) }
}

/// Files of the format before.
fn older() -> Scene {
    let disk = MemoryDisk::default();
    plant(&disk, &Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/format/v1"), Path::new(DIR));
    let desk = Desk::on(disk);
    let seq = desk.home.open(SLUG).unwrap().seq();
    let history = History::resume(desk.found().unwrap(), seq, Vec::new(), "");
    let mut story = Story { from: history.council().clone(), seq, history, mint: Mint::seeded(7) };
    story.aims("受診率を上げる");
    story.scene("older format", desk.disk.copy(), rotate)
}

fn plant(disk: &MemoryDisk, from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let path: PathBuf = entry.unwrap().path();
        let to = to.join(path.file_name().unwrap());
        if path.is_dir() { plant(disk, &path, &to) } else { disk.put(&to, &fs::read(&path).unwrap()) }
    }
}

fn applied(council: &Council, changes: &[Change]) -> Council {
    let mut council = council.clone();
    changes.iter().for_each(|change| council.apply_all(&change.edits).unwrap());
    council
}

/// A meeting in each of two fiscal years, an action of the first that is done, and a meeting to come.
fn past() -> Council {
    let mut council = Council::new(Head::new("庁内の会"));
    council.organisations = vec![Organisation::new("o1".into(), "保険年金課")].into();
    let member = |id: &str, post: &str| Member { post: post.into(), ..Member::new(id.into(), "") };
    council.members = vec![member("m1", "会長"), member("m2", "係長")].into();
    let mut story = Story { mint: Mint::seeded(1), ..Story::of(council) };
    let held = [2025, 2026].map(|year| story.hold(date(year, 2, 3)));
    let mut done = Action::new(story.mint.id(), 0, "資料をつくる");
    done.origin = Some(Origin { meeting: held[0].clone(), item: None, line: None });
    (done.state, done.ended) = (ActionState::Done, Some(date(2025, 3, 1)));
    story.does(|council, _| decide::actions::add(council, done));
    story.plan(date(2026, 11, 20));
    story.history.council().clone()
}

/// What is decided for a council, one change after the other.
struct Story {
    history: History,
    mint: Mint,
    /// What the next scene begins with, and the last change in it.
    from: Council,
    seq: u64,
}

impl Story {
    fn of(council: Council) -> Self {
        Self { history: History::new(council.clone(), 0), mint: Mint::seeded(7), from: council, seq: 0 }
    }

    /// The scene of the changes since the last one.
    fn scene(
        &mut self,
        name: &'static str,
        begin: MemoryDisk,
        play: fn(&mut Desk, &Scene) -> Result<(), Problem>,
    ) -> Scene {
        let changes = self.history.since(self.seq).to_vec();
        let states = (0..=changes.len()).map(|count| Some(applied(&self.from, &changes[..count]))).collect();
        (self.seq, self.from) = (self.history.seq(), self.history.council().clone());
        Scene { states, changes, ..scene(name, begin, play) }
    }

    fn changed_by_hand(&mut self, begin: MemoryDisk) -> Scene {
        let mut theirs = self.history.council().clone();
        let mut members = theirs.members.to_vec();
        members[0].post = "委員長".into();
        theirs.members = members.into();
        let mut scene = self.scene("changed by hand", begin, meet_another);
        scene.by_hand = difference(scene.states[1].as_ref().unwrap(), &theirs);
        scene.states.push(Some(theirs));
        scene
    }

    fn does(&mut self, decide: impl FnOnce(&Council, &mut Mint) -> Decision) {
        let edits = decide(self.history.council(), &mut self.mint).unwrap();
        self.history.push(stamp(20), edits).unwrap();
    }

    fn plan(&mut self, date: NaiveDate) -> MeetingId {
        let plan = Plan { date, start: clock(14), end: clock(15), place: "庁舎".into() };
        let (id, edits) = decide::meeting::plan(self.history.council(), &plan, &mut self.mint).unwrap();
        self.history.push(stamp(20), edits).unwrap();
        id
    }

    fn hold(&mut self, date: NaiveDate) -> MeetingId {
        let (id, at) = (self.plan(date), date.and_time(clock(14)));
        self.does(|council, mint| decide::meeting::start(council, &id, at, mint));
        self.does(|council, mint| decide::meeting::close(council, at, mint));
        id
    }

    fn write(&mut self, kind: NewKind, text: &str) {
        let meeting = self.history.council().running().unwrap().id.clone();
        let line = NewLine { kind, text: text.to_owned(), ..NewLine::default() };
        self.does(|council, mint| decide::record::write(council, &meeting, None, line, stamp(20), mint));
    }

    /// Six changes.
    fn day(&mut self) {
        let id = self.history.council().meetings.iter().last().unwrap().id.clone();
        self.does(|council, mint| decide::meeting::start(council, &id, stamp(20), mint));
        self.write(NewKind::Note, "受診率は上がった");
        self.write(NewKind::Decision, "様式を一つにする");
        self.write(NewKind::Action, "見本を作る");
        self.history.undo(stamp(20)).unwrap();
        self.write(NewKind::Note, "費用の分担");
    }

    /// Three.
    fn closing(&mut self) {
        self.does(|council, mint| decide::meeting::close(council, stamp(20), mint));
        let edits = decide::tidy(self.history.council(), stamp(20).date()).unwrap();
        assert!(!edits.is_empty(), "there is something for the shelf");
        self.history.push_as(stamp(20), ChangeKind::Tidy, edits).unwrap();
        self.does(|council, _| {
            decide::roster::save_organisation(council, Organisation::new("o2".into(), "農務課"))
        });
    }

    fn aims(&mut self, aim: &str) {
        self.does(|council, _| decide::save_head(council, |head| head.aim = aim.into()));
    }
}
