//! The readers of what stands in the folder of a council, and what holds of each whatever it reads.

use super::{
    memory_disk::MemoryDisk,
    readers::Care,
    support::{Desk, at, opened, screen_text},
};
use chrono::{NaiveDate, NaiveDateTime};
use norishiro::{
    app::{
        access::{self, Access, Life},
        msg::Opened,
        save,
    },
    domain::{Change, ChangeKind, Council, Edit, History, difference},
    knowledge::samples,
    paper,
    store::{Draft, Finding, Home, Problem, Workspace, Writer, check, earlier},
    text::{
        clean::{is_hidden, shown},
        ruler::Ruler,
    },
    words::{Lang, Words},
};
use std::{
    collections::BTreeMap,
    fs,
    path::{Component, Path},
    sync::Arc,
};

/// What the readers read into.
pub struct Workbench {
    /// The small council in its present format.
    files: BTreeMap<String, Vec<u8>>,
    /// A council with nothing in it, so that one file of it is read in no time.
    bare: BTreeMap<String, Vec<u8>>,
    /// What the files say.
    pub small: Council,
    /// The sample.
    pub council: Council,
}

const SLUG: &str = "pt";

pub fn today() -> NaiveDate {
    now().date()
}

pub fn now() -> NaiveDateTime {
    at("2026-11-20T14:00:00")
}

pub fn both() -> [Words; 2] {
    [Lang::Ja, Lang::En].map(Words::new)
}

/// Nothing in a text for a terminal or a file is obeyed or unseen.
pub fn assert_shown(text: &str) {
    let hidden = text.chars().find(|c| is_hidden(*c) && !matches!(c, '\n' | '\t'));
    assert_eq!(hidden, None, "in {text:?}");
}

/// What was taken in holds nothing that is obeyed or unseen, nor a second line.
pub fn assert_clean(text: &str) {
    assert!(!text.contains(is_hidden), "{text:?}");
}

pub fn assert_said(problem: &Problem) {
    for words in both() {
        let said = words.problem(problem);
        assert!(!said.what.is_empty() && !said.next.is_empty(), "{problem:?}");
        for row in said.mark.iter().flat_map(|mark| mark.rows(Ruler::default(), 72)) {
            assert_shown(&row);
            assert!(Ruler::default().width(&row) <= 74, "{row:?}");
        }
    }
}

impl Workbench {
    pub fn new() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/format/v2");
        let names = [
            "council",
            "organisations",
            "members",
            "roles",
            "actions",
            "points",
            "meetings/fy2026-1",
            "meetings/fy2026-2",
        ];
        let files = names.map(|name| format!("{name}.ron"));
        let files: BTreeMap<String, Vec<u8>> =
            files.into_iter().map(|name| (name.clone(), fs::read(root.join(name)).unwrap())).collect();
        let home = Home::on("/home", Arc::new(MemoryDisk::default()));
        let council = home.plant("toyokawa", samples::toyokawa()).expect("a sound sample").council().clone();
        let bare = names[..6].iter().map(|name| (format!("{name}.ron"), bare(name).into_bytes())).collect();
        let mut bench = Self { files, bare, small: council.clone(), council };
        bench.small = bench.home("", b"").open(SLUG).expect("sound files").council().clone();
        bench
    }

    /// A home with the small council, one of its files being another, or one more.
    fn home(&self, name: &str, bytes: &[u8]) -> Home {
        Home::on("/home", disk(&self.files, name, bytes))
    }

    /// Opens a council with one file in the place of a sound one. One that opens says the same after it was written and read again.
    pub fn open(&self, name: &str, bytes: &[u8], care: Care) {
        let files = if care == Care::Quick { &self.bare } else { &self.files };
        let home = Home::on("/home", disk(files, name, bytes));
        let council = match home.open(SLUG).and_then(whole) {
            Ok(workspace) => workspace.council().clone(),
            Err(problem) => return assert_said(&problem),
        };
        if care > Care::Quick {
            let written = (home.create("again", &council).and_then(whole))
                .unwrap_or_else(|problem| panic!("written, but not read: {problem:?}"));
            assert_same(written.council(), &council, "after it was written");
        }
        if care == Care::Thorough {
            inspect(&home, &council);
        }
    }
}

/// The text of a list with nothing in it, or of a head with nothing but a name.
fn bare(file: &str) -> String {
    match file {
        "council" => "(format: 2, head: (name: \"会\", kind: Other, dates: Iso))".to_owned(),
        _ => "(format: 2)".to_owned(),
    }
}

fn disk(files: &BTreeMap<String, Vec<u8>>, name: &str, bytes: &[u8]) -> Arc<MemoryDisk> {
    let disk = Arc::new(MemoryDisk::default());
    let dir = Path::new("/home/councils").join(SLUG);
    for (path, content) in files.iter().filter(|(path, _)| *path != name) {
        disk.put(&dir.join(path), content);
    }
    if !name.is_empty() {
        disk.put(&dir.join(name), bytes);
    }
    disk
}

fn assert_same(found: &Council, wanted: &Council, when: &str) {
    assert!(found == wanted, "another council {when}: {:?}", difference(wanted, found));
}

/// Reads everything of a council.
fn whole(mut workspace: Workspace) -> Result<Workspace, Problem> {
    workspace.read_all().map(|()| workspace)
}

/// What is shown, printed and said of a council that opens.
fn inspect(home: &Home, council: &Council) {
    for finding in check(home, Some(SLUG)) {
        both().iter().for_each(|words| assert!(!words.finding(&finding).problem.is_empty()));
    }
    for meeting in &council.meetings {
        let papers = both().into_iter().filter_map(|words| {
            let wording = paper::wording::Wording::built_in(words.lang);
            let source = paper::Source { council, words, now: now(), wording: &wording };
            paper::minutes(source, meeting, Default::default()).ok()
        });
        for document in papers {
            assert_shown(&paper::markdown::write(&document));
            assert_shown(&paper::plain::write(&document));
        }
    }
    look_at(council, Lang::Ja);
}

/// Every pane, drawn small, with a few steps in each.
fn look_at(council: &Council, lang: Lang) {
    let mut desk = Desk::new(council.clone(), lang, 60, 18);
    desk.press("Esc");
    for keys in [
        "1 Down Enter",
        "1 Esc Esc",
        "2 Down Enter",
        "2 o Enter",
        "3 Down Enter",
        "4 v v v Enter",
        "5 Down Enter",
        "6 Up Enter Esc",
        "F1 Esc",
        "Alt-1 F11 Esc",
    ] {
        desk.press(keys);
        let text = screen_text(&desk.buffer().0);
        assert_shown(&text);
    }
}

/// The journal: as it is, or with its checksums put right, so that what it says is read and not only that it is damaged.
pub fn journal(bench: &Workbench, bytes: &[u8], care: Care) {
    let mended = with_sums(bytes);
    let as_it_is = bytes.len().is_multiple_of(8);
    if care == Care::Thorough || as_it_is {
        write_on(bench, bytes, care);
    }
    if care == Care::Thorough || !as_it_is {
        write_on(bench, &mended, care);
    }
}

/// The same lines with the checksums of what they say now.
fn with_sums(bytes: &[u8]) -> Vec<u8> {
    let mut mended = Vec::with_capacity(bytes.len());
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        let end = line.strip_suffix(b"\n").unwrap_or(line);
        match end.split_at_checked(12).and_then(|(_, rest)| rest.strip_suffix(b")")) {
            Some(text) => {
                mended.extend(format!("(\"{:08x}\",", crc32fast::hash(text)).bytes());
                mended.extend(text);
                mended.extend(&line[end.len() - 1..]);
            }
            None => mended.extend(line),
        }
    }
    mended
}

/// Opens what the journal says for writing, brings the files up to it and opens them again: the same council, and the same to take back.
fn write_on(bench: &Workbench, journal: &[u8], care: Care) {
    let disk = disk(&bench.files, "", b"");
    let home = Home::on("/home", Arc::clone(&disk) as Arc<_>);
    let mut watching = home.open(SLUG).expect("sound files");
    disk.put(&home.dir_of(SLUG).join("journal.ron"), journal);
    let followed = watching.follow();
    let mut workspace = match home.open(SLUG).and_then(whole) {
        Ok(workspace) => workspace,
        Err(problem) => {
            assert_said(&problem);
            return if care == Care::Thorough {
                mend(&home)
            };
        }
    };
    let (council, seq) = (workspace.council().clone(), workspace.seq());
    if followed.is_ok_and(|changes| changes.last().is_some_and(|last| last.seq == seq)) {
        watching.read_all().expect("what is read by one is read by the other");
        assert_same(watching.council(), &council, "for who follows");
    }
    go_back(&council, seq, workspace.recent());
    if care == Care::Quick {
        return;
    }
    workspace.take_pen(&writer(), true).unwrap_or_else(|problem| panic!("open, but no pen: {problem:?}"));
    workspace.fold(now()).unwrap_or_else(|problem| panic!("open, but not folded: {problem:?}"));
    let folded = (home.open(SLUG).and_then(whole))
        .unwrap_or_else(|problem| panic!("folded, but not read: {problem:?}"));
    assert_same(folded.council(), &council, "after it was folded");
    assert_eq!(folded.seq(), seq);
    for path in disk.files().keys() {
        let astray = path.components().any(|part| part == Component::ParentDir);
        assert!(!astray && path.starts_with("/home"), "{}", path.display());
    }
    if care == Care::Thorough {
        look_back(&home, &council);
        inspect(&home, &council);
    }
}

/// Takes back what can be taken back, and brings it back again.
fn go_back(council: &Council, seq: u64, recent: Vec<Change>) {
    for change in &recent {
        both().iter().for_each(|words| assert_shown(&shown(&words.change(change))));
    }
    let mut history = History::resume(council.clone(), seq, recent, "");
    let taken_back = (0..20).take_while(|_| matches!(history.undo(now()), Ok(Some(_)))).count();
    let brought_back = (0..taken_back).take_while(|_| matches!(history.redo(now()), Ok(Some(_)))).count();
    assert_eq!(taken_back, brought_back, "what was just taken back fits");
    assert_same(history.council(), council, "after going back and forth");
}

fn writer() -> Writer {
    Writer { by: String::new(), host: "here".to_owned(), process: 1, token: 7, now: now() }
}

/// Repairs what can be repaired, or says why it cannot.
fn mend(home: &Home) {
    check(home, Some(SLUG)).iter().for_each(assert_found);
    if let Err(problem) = home.repair(SLUG, &writer()) {
        assert_said(&problem);
    }
}

fn assert_found(finding: &Finding) {
    both().iter().for_each(|words| assert!(!words.finding(finding).problem.is_empty()));
}

/// The months that were folded: who changed what, the council as it was, and that it goes on after them.
pub fn history(bench: &Workbench, bytes: &[u8], care: Care) {
    let bytes = if bytes.len().is_multiple_of(8) { bytes.to_owned() } else { with_sums(bytes) };
    let home = bench.home("history/2026-11.ron", &bytes);
    let mut workspace = home.open(SLUG).and_then(whole).expect("the files are sound");
    let council = workspace.council().clone();
    go_back(&council, workspace.seq(), workspace.recent());
    look_back(&home, &council);
    if care > Care::Quick {
        workspace.take_pen(&writer(), false).expect("nobody has it");
        let mut history = History::resume(council.clone(), workspace.seq(), Vec::new(), "");
        let mut head = council.head.clone();
        head.name.push('会');
        let edit = Edit::Head { old: Box::new(council.head), new: Box::new(head) };
        history.push_as(now(), ChangeKind::Work, vec![edit]).expect("an edit of this council");
        workspace.commit(history.since(0)).expect("a change of this council");
        workspace.fold(now()).expect("room for it");
        let again = home.open(SLUG).and_then(whole).expect("what was just written");
        assert_same(again.council(), history.council(), "after it went on");
    }
}

/// The council as it was at times far apart, or why that is not known.
fn look_back(home: &Home, council: &Council) {
    let log = home.history(SLUG).expect("a disk that answers");
    let times = log.changes.iter().map(|change| change.at).take(3);
    for time in times.chain([now(), at("2020-01-01T00:00:00")]) {
        if let Err(why) = earlier(council, &log, time) {
            both().iter().for_each(|words| assert!(!words.not_kept(&why).is_empty()));
        }
    }
}

/// The line being typed: offered again as something that can be typed on.
pub fn draft(bench: &Workbench, bytes: &[u8], care: Care) {
    let mut workspace = bench.home("draft.ron", bytes).open(SLUG).expect("the files are sound");
    let Some(draft) = workspace.draft() else { return };
    workspace.take_pen(&writer(), false).expect("nobody has it");
    workspace.keep_draft(Some(&draft)).expect("a disk that answers");
    assert_eq!(workspace.draft().as_ref(), Some(&draft));
    if care == Care::Thorough {
        let Draft { meeting, cell, text, seq } = draft;
        let mut desk = Desk::new(bench.small.clone(), Lang::Ja, 60, 18);
        desk.open(bench.small.clone(), 0, Some(save::Draft { meeting, cell, text, seq }));
        assert_shown(&screen_text(&desk.buffer().0));
        desk.press("Alt-6 Tab x Enter");
        assert_shown(&screen_text(&desk.buffer().0));
    }
}

/// Who has the pen: named safely, and it can be taken from them.
pub fn pen(bench: &Workbench, bytes: &[u8], care: Care) {
    let home = bench.home(".pen.ron", bytes);
    let mut workspace = home.open(SLUG).expect("the files are sound");
    let (free, holder) = (workspace.pen_is_free("here"), workspace.holder());
    let taken = workspace.take_pen(&writer(), false);
    assert_eq!(free, taken.is_ok(), "{taken:?}");
    if let Err(problem) = taken {
        assert_said(&problem);
        workspace.take_pen(&writer(), true).expect("a pen taken by force");
    }
    assert_eq!(workspace.commit(&[]), Ok(0));
    if let Some(holder) = holder.filter(|_| care == Care::Thorough) {
        let access = Access::Theirs(access::Holder {
            by: holder.by,
            host: holder.host,
            since: Some(holder.since),
            life: Life::Unknown,
        });
        let opened = Opened { access, ..opened(bench.small.clone(), 0) };
        let mut desk = Desk::opening(opened, Lang::Ja, 60, 18);
        for keys in ["Alt-6 Tab x", "Esc Ctrl-G", "F2"] {
            desk.press(keys);
            assert_shown(&screen_text(&desk.buffer().0));
        }
    }
}

/// The heads of the meetings as they were remembered. Whatever they say, each meeting's own file is read when it is looked at.
pub fn heads(bench: &Workbench, bytes: &[u8], care: Care) {
    let home = bench.home("meetings/.heads.ron", bytes);
    let mut workspace = match home.open(SLUG).and_then(whole) {
        Ok(workspace) => workspace,
        Err(problem) => return assert_said(&problem),
    };
    assert_eq!(workspace.council().bodies, bench.small.bodies);
    workspace.take_pen(&writer(), false).expect("nobody has it");
    workspace.fold(now()).expect("room for it");
    if care == Care::Thorough {
        look_at(workspace.council(), Lang::En);
    }
}
