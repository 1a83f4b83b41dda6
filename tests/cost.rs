//! What it costs to open a council, to list it, to save an edit and to bring its files up to it: which files are read and written, and
//! that they are no more in a council of ten years than in one of a year. What that takes in time, `benches/store.rs` measures.

#[path = "support/memory_disk.rs"]
mod memory_disk;
#[path = "support/user.rs"]
mod user;

use chrono::{NaiveDate, NaiveDateTime};
use memory_disk::MemoryDisk;
use norishiro::{
    domain::{
        Change, Council, History, Mint,
        decide::record::{NewLine, write},
        id::MeetingId,
    },
    knowledge::grown::{Size, grown},
    store::{Home, Workspace, Writer},
};
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    sync::{Arc, LazyLock},
};
use user::User;

fn now() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 20).unwrap().and_hms_opt(13, 45, 0).unwrap()
}

fn writer() -> Writer {
    Writer { by: "保健センター".into(), host: "kaigi-pc".into(), process: 1, token: 1, now: now() }
}

/// A council of one year and one of ten.
static GROWN: LazyLock<[Council; 2]> =
    LazyLock::new(|| [Size::S, Size::M].map(|size| grown(size, 1, now().date())));

/// A council on a disk that counts.
struct House {
    disk: Arc<MemoryDisk>,
    home: Home,
}

impl House {
    /// One that was written to before.
    fn of(council: &Council) -> Self {
        let disk = Arc::new(MemoryDisk::default());
        let home = Home::on("home", Arc::clone(&disk) as Arc<_>);
        home.create("trial", council).unwrap();
        let house = Self { disk, home };
        let mut hand = Hand::at(&house);
        hand.writes_a_line();
        hand.workspace.close(now()).unwrap();
        house.read();
        house.written();
        house
    }

    fn open(&self) -> Workspace {
        self.home.open("trial").unwrap()
    }

    /// The files read since this was last asked.
    fn read(&self) -> Vec<String> {
        self.disk.take_read().iter().map(|path| self.inside(path)).collect()
    }

    fn written(&self) -> Vec<String> {
        self.disk.take_touched().iter().map(|path| self.inside(path)).collect()
    }

    fn inside(&self, path: &Path) -> String {
        path.strip_prefix(self.home.dir_of("trial")).unwrap_or(path).to_string_lossy().into_owned()
    }
}

/// Somebody who writes in the meeting that is planned.
struct Hand {
    workspace: Workspace,
    history: History,
    mint: Mint,
    meeting: MeetingId,
}

impl Hand {
    fn at(house: &House) -> Self {
        let mut workspace = house.open();
        workspace.take_pen(&writer(), false).unwrap();
        let meeting = workspace.council().next_planned().unwrap().id.clone();
        let history = History::new(workspace.council().clone(), workspace.seq());
        house.read();
        house.written();
        let mint = Mint::seeded(workspace.seq());
        Self { workspace, history, mint, meeting }
    }

    fn writes_a_line(&mut self) {
        let line = NewLine {
            text: "受診率は前の年より少し上がった。".to_owned(), ..NewLine::default()
        };
        let edits = write(self.history.council(), &self.meeting, None, line, now(), &mut self.mint).unwrap();
        self.history.push(now(), edits).unwrap();
        let changes: Vec<Change> = self.history.since(self.history.seq() - 1).to_vec();
        self.workspace.commit(&changes).unwrap();
    }

    fn folds(&mut self) {
        self.workspace.fold(now()).unwrap();
    }
}

/// The files of the lists, what is remembered of them and of the meetings, and the journal.
const LISTS: [&str; 10] = [
    "council.ron",
    "organisations.ron",
    "members.ron",
    "roles.ron",
    "actions.ron",
    "points.ron",
    ".seen.ron",
    "journal.ron",
    "meetings/.heads.ron",
    "past/.heads.ron",
];

/// The file of the meeting that is next, or of the one held last.
fn file_of(council: &Council, id: &MeetingId) -> String {
    assert_eq!(council.meetings.get(id).unwrap().fiscal_year, 2026);
    format!("meetings/{id}.ron")
}

#[test]
fn opening_reads_the_lists_and_the_two_meetings_at_hand_however_old_the_council_is() {
    for council in &*GROWN {
        let house = House::of(council);
        let workspace = house.open();
        assert_eq!(workspace.council().meetings, council.meetings, "it knows all of them");
        let at_hand = [council.next_planned().unwrap(), council.last_held().unwrap()];
        let at_hand = at_hand.map(|meeting| file_of(council, &meeting.id));
        let has_past = council.meetings.iter().any(|it| it.fiscal_year < 2026);
        let lists = LISTS.map(str::to_owned).into_iter().filter(|name| has_past || name != "past/.heads.ron");
        let mut read = house.read();
        read.sort();
        // Twice the one that tells whether somebody wrote meanwhile.
        let mut wanted: Vec<String> = lists.chain(at_hand).chain(["council.ron".to_owned()]).collect();
        wanted.sort();
        assert_eq!(read, wanted);
        assert_eq!(house.written(), [""; 0], "looking writes nothing");
    }
}

#[test]
fn a_meeting_is_read_when_it_is_looked_at_and_once() {
    let council = &GROWN[1];
    let house = House::of(council);
    let mut workspace = house.open();
    house.read();
    let first = council.meetings_by_date()[0];
    assert!(workspace.council().is_unread(&first.id));
    assert_eq!(Some(workspace.read_body(&first.id).unwrap()), council.body(&first.id));
    assert_eq!(house.read(), [format!("past/fy{}/{}.ron", first.fiscal_year, first.id)]);
    workspace.read_body(&first.id).unwrap();
    assert_eq!(house.read(), [""; 0]);
}

#[test]
fn an_edit_is_one_append_however_much_there_was_before() {
    for council in &*GROWN {
        let house = House::of(council);
        let mut hand = Hand::at(&house);
        for _ in 0..30 {
            hand.writes_a_line();
            assert_eq!(house.written(), ["journal.ron"]);
            assert_eq!(house.read(), [".pen.ron"], "is the pen still ours?");
        }
    }
}

#[test]
fn a_fold_writes_what_was_edited_and_no_other_meeting() {
    for council in &*GROWN {
        let house = House::of(council);
        let mut hand = Hand::at(&house);
        // The first of an opening makes the backup.
        hand.writes_a_line();
        hand.folds();
        house.written();
        house.read();
        hand.writes_a_line();
        hand.folds();
        let meeting = file_of(council, &hand.meeting);
        let wanted = ["journal.ron", &meeting, "council.ron", "history/2026-11.ron", "journal.ron"];
        assert_eq!(house.written(), [&wanted[..], &["meetings/.heads.ron", ".seen.ron"]].concat());
        let read: BTreeSet<String> = house.read().into_iter().collect();
        let wanted = [".pen.ron", "history/2026-11.ron"].map(str::to_owned);
        assert_eq!(read, wanted.into());
    }
}

#[test]
fn listing_reads_two_files_and_the_journal_of_each_council() {
    for council in &*GROWN {
        let house = House::of(council);
        let mut hand = Hand::at(&house);
        hand.writes_a_line();
        house.read();
        let summary = house.home.list().unwrap().remove(0).summary.unwrap();
        assert_eq!((summary.meetings, &summary.name), (council.meetings.len(), &council.head.name));
        assert_eq!(summary.open_actions, council.open_actions().count());
        assert_eq!(house.read(), ["journal.ron", "council.ron", "actions.ron"]);
    }
}

/// Spoils a file without a trace on its outside: whoever reads it finds nothing in it.
fn spoil(path: &Path) {
    let data = fs::metadata(path).unwrap();
    fs::write(path, vec![b' '; usize::try_from(data.len()).unwrap()]).unwrap();
    fs::File::options().write(true).open(path).unwrap().set_modified(data.modified().unwrap()).unwrap();
}

/// Every file below a folder, hidden ones aside.
fn files_below(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let (folders, files): (Vec<PathBuf>, Vec<PathBuf>) = entries.partition(|path| path.is_dir());
    let shown =
        files.into_iter().filter(|path| !path.file_name().unwrap().to_string_lossy().starts_with('.'));
    shown.chain(folders.iter().flat_map(|folder| files_below(folder))).collect()
}

#[test]
fn commands_read_what_they_are_about_and_nothing_else() {
    let user = User::new();
    user.ok("grow trial --size m");
    user.ok("meeting trial add --date 2026-12-18 --start 14:00 --end 15:30");
    let folder = user.home().join("councils/trial");
    let about = files_below(&folder.join("past/fy2020")).into_iter().find(|it| !it.ends_with("actions.ron"));
    let about = about.unwrap();
    let of_its_year = about.with_file_name("actions.ron");
    let past = files_below(&folder.join("past"));
    assert!(past.len() > 80, "{}", past.len());
    past.iter().filter(|path| **path != about && **path != of_its_year).for_each(|path| spoil(path));

    let id = about.file_stem().unwrap().to_str().unwrap();
    for line in ["list", "meeting trial list", "board trial", "actions trial --open", "record trial"] {
        assert!(user.json(line).is_array() || line.starts_with("board"), "{line}");
    }
    assert!(!user.json(&format!("record trial --meeting {id}")).as_array().unwrap().is_empty());
    user.ok(&format!("minutes trial --meeting {id}"));
    let next = user.json("meeting trial list").as_array().unwrap().last().unwrap()["id"].clone();
    user.ok(&format!("meeting trial start {}", next.as_str().unwrap()));
    user.run_with("capture trial -", "決定：次の回は1月に開く。\n");
    user.ok(&format!("meeting trial close {}", next.as_str().unwrap()));

    let output = user.run("actions trial");
    assert_eq!(output.status.code(), Some(1), "all of them stand on the shelves too");
    let output = user.run("check trial --json");
    let found: Vec<serde_json::Value> = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(found.len(), past.len() - 2, "check reads everything");
}
