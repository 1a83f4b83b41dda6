//! Files changed by hand while nobody had the council open: what was done is read, and is a change of its own that the history tells.

use chrono::NaiveDateTime;
use norishiro::{
    domain::{id::*, *},
    store::{Home, Outside, Workspace, Writer, earlier},
};
use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};
use tempfile::TempDir;

fn at(time: &str) -> NaiveDateTime {
    format!("2026-11-20T{time}:00").parse().unwrap()
}

fn chair() -> MemberId {
    MemberId::from("chair")
}

fn meeting() -> MeetingId {
    MeetingId::from("fy2026-1")
}

/// A council with one member, in whose only session so far a meeting was made and a line written.
struct Desk {
    home: Home,
    _folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::at(folder.path());
        let mut council = Council::new(Head::new("推進協議会"));
        council.members = vec![Member { post: "課長".into(), ..Member::new(chair(), "") }].into();
        home.create("trial", &council).unwrap();
        let desk = Self { home, _folder: folder };
        let mut workspace = desk.open("13:00");
        commit(&mut workspace, "13:01", |council| {
            let plan = decide::meeting::suggest(council, at("13:01").date());
            let (id, edits) = decide::meeting::plan(council, &plan, &mut Mint::seeded(1)).unwrap();
            assert_eq!(id, meeting());
            edits
        });
        commit(&mut workspace, "13:02", |council| {
            let line = Line::new(LineId::from("l1"), LineKind::Note, "はじめに");
            vec![Edit::Line(meeting(), council.body(&meeting()).unwrap().lines.appending(line))]
        });
        workspace.close(at("13:03")).unwrap();
        desk
    }

    fn open(&self, time: &str) -> Workspace {
        let mut workspace = self.home.look("trial").unwrap();
        let writer =
            Writer { by: "事務局".into(), host: "host".into(), process: 1, token: 1, now: at(time) };
        workspace.take_pen(&writer, false).unwrap();
        workspace
    }

    fn path(&self, file: &str) -> PathBuf {
        self.home.dir_of("trial").join(file)
    }

    fn edit(&self, file: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.path(file)).unwrap();
        assert!(text.contains(from), "{file} has no {from}");
        fs::write(self.path(file), text.replacen(from, to, 1)).unwrap();
        touch(&self.path(file));
    }

    /// The changes by hand: who recorded each, and when.
    fn by_hand(&self) -> Vec<(String, NaiveDateTime)> {
        let log = self.home.history("trial").unwrap();
        let outside = log.changes.into_iter().filter(|it| it.kind == ChangeKind::Outside);
        outside.map(|it| (it.by, it.at)).collect()
    }

    fn was(&self, time: &str) -> Council {
        let mut workspace = self.home.open("trial").unwrap();
        workspace.read_all().unwrap();
        earlier(workspace.council(), &self.home.history("trial").unwrap(), at(time)).unwrap()
    }
}

/// Later than the clock of any file system can fail to tell.
fn touch(path: &Path) {
    let file = fs::File::options().append(true).open(path).unwrap();
    file.set_modified(file.metadata().unwrap().modified().unwrap() + Duration::from_secs(2)).unwrap();
}

fn commit(workspace: &mut Workspace, time: &str, edits: impl FnOnce(&Council) -> Vec<Edit>) {
    let (seq, edits) = (workspace.seq() + 1, edits(workspace.council()));
    let change = Change { seq, at: at(time), by: "事務局".into(), kind: ChangeKind::Work, edits };
    workspace.commit(&[change]).unwrap();
}

fn posted(post: &str) -> impl FnOnce(&Council) -> Vec<Edit> {
    move |council| {
        let edit = council.members.changing(&chair(), |member| member.post = post.into());
        edit.into_iter().map(Edit::Member).collect()
    }
}

fn post(council: &Council) -> &str {
    &council.members.get(&chair()).unwrap().post
}

fn first_line(council: &Council) -> &str {
    &council.body(&meeting()).unwrap().lines[0].text
}

#[test]
fn what_was_done_by_hand_is_a_change_of_its_own() {
    let desk = Desk::new();
    desk.edit("members.ron", "課長", "健康増進課長");
    desk.edit("meetings/fy2026-1.ron", "はじめに", "開会");
    desk.edit("council.ron", "推進協議会", "健康づくり推進協議会");
    let read = desk.home.open("trial").unwrap();
    assert_eq!(
        (post(read.council()), read.seq()),
        ("健康増進課長", 2),
        "who only looks reads it as it stands"
    );
    assert_eq!(desk.by_hand(), []);

    let mut workspace = desk.open("15:00");
    assert_eq!(desk.by_hand(), vec![("事務局".to_owned(), at("15:00")); 3]);
    commit(&mut workspace, "15:01", posted("部長"));
    workspace.close(at("15:02")).unwrap();

    let (now, after, before) = (desk.was("16:00"), desk.was("15:00"), desk.was("14:00"));
    assert_eq!([post(&now), post(&after), post(&before)], ["部長", "健康増進課長", "課長"]);
    assert_eq!([first_line(&after), first_line(&before)], ["開会", "はじめに"]);
    assert_eq!([&*after.head.name, &*before.head.name], ["健康づくり推進協議会", "推進協議会"]);
    drop(desk.open("17:00"));
    assert_eq!(desk.by_hand().len(), 3, "told once");
}

#[test]
fn a_crash_behind_it_changes_nothing() {
    let desk = Desk::new();
    desk.edit("members.ron", "課長", "健康増進課長");
    drop(desk.open("15:00"));
    let again = desk.open("15:10");
    assert_eq!((post(again.council()), again.seq(), desk.by_hand().len()), ("健康増進課長", 3, 1));
}

#[test]
fn where_the_journal_says_otherwise_both_are_there_and_someone_is_asked() {
    let desk = Desk::new();
    let mut workspace = desk.open("14:00");
    commit(&mut workspace, "14:01", posted("課長補佐"));
    // The program ends without folding.
    drop(workspace);
    desk.edit("members.ron", "課長", "健康増進課長");

    let mut workspace = desk.open("15:00");
    assert_eq!((post(workspace.council()), workspace.faults()), ("課長補佐", &[][..]));
    workspace.fold(at("15:01")).unwrap();
    assert!(
        fs::read_to_string(desk.path("members.ron")).unwrap().contains("健康増進課長"),
        "not written over"
    );
    let told = workspace.outside(at("15:02"));
    let [Ok(Outside { file, edits, kept })] = &told[..] else { panic!("{told:?}") };
    assert_eq!(file, Path::new("members.ron"));
    assert!(fs::read_to_string(kept).unwrap().contains("健康増進課長"));
    let [Edit::Member(ListEdit::Replace { old, new })] = &edits[..] else { panic!("{edits:?}") };
    assert_eq!((&*old.post, &*new.post), ("課長", "健康増進課長"));
    assert_eq!(workspace.outside(at("15:03")), [], "told once");
    workspace.close(at("15:04")).unwrap();
    assert_eq!(post(desk.home.open("trial").unwrap().council()), "課長補佐");
}

#[test]
fn a_file_that_only_looks_otherwise_was_not_changed() {
    let desk = Desk::new();
    for file in ["members.ron", "council.ron", "meetings/fy2026-1.ron"] {
        touch(&desk.path(file));
    }
    let workspace = desk.open("15:00");
    assert_eq!((workspace.seq(), workspace.is_folded(), desk.by_hand()), (2, true, vec![]));
}

#[test]
fn without_a_backup_it_is_simply_read() {
    let desk = Desk::new();
    fs::remove_dir_all(desk.home.backups_of("trial")).unwrap();
    desk.edit("members.ron", "課長", "健康増進課長");
    let workspace = desk.open("15:00");
    assert_eq!((post(workspace.council()), workspace.seq(), desk.by_hand()), ("健康増進課長", 2, vec![]));
}

#[test]
fn a_list_somebody_makes_while_the_council_is_open_is_told_and_not_written_over() {
    let desk = Desk::new();
    let mut workspace = desk.open("14:00");
    let by_hand = include_str!("../data/samples/toyokawa/indicators.ron");
    fs::write(desk.path("indicators.ron"), by_hand).unwrap();
    commit(&mut workspace, "14:01", |council| {
        let counted = Indicator::new(IndicatorId::from("ours"), "教室の回数");
        vec![Edit::Indicator(council.indicators.appending(counted))]
    });
    workspace.fold(at("14:02")).unwrap();
    assert_eq!(fs::read_to_string(desk.path("indicators.ron")).unwrap(), by_hand);
    let told = workspace.outside(at("14:03"));
    let [Ok(Outside { file, edits, .. })] = &told[..] else { panic!("{told:?}") };
    assert_eq!(file, Path::new("indicators.ron"));
    let made = edits.iter().filter(|edit| matches!(edit, Edit::Indicator(ListEdit::Insert { .. })));
    assert_eq!(made.count(), by_hand.matches("        Indicator(").count());
}
