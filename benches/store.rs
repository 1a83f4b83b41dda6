//! What the store costs as a council gets older: `cargo bench --bench store`. The figures of one run are in docs/benchmarks.md.
//!
//! The councils lie on the disk that holds `target/`; that is the disk which is measured.

use chrono::{NaiveDate, NaiveDateTime};
use divan::{Bencher, black_box};
use norishiro::{
    domain::{
        Change, History, Mint,
        decide::record::{NewLine, write},
    },
    knowledge::grown::{Size, grown},
    store::{Home, Workspace, Writer},
};
use std::{
    fs::OpenOptions,
    io::Write,
    path::PathBuf,
    sync::{LazyLock, OnceLock},
};
use tempfile::TempDir;

static FOLDER: OnceLock<PathBuf> = OnceLock::new();

fn main() {
    let folder = TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder beside what is built");
    FOLDER.get_or_init(|| folder.path().to_owned());
    divan::main();
}

fn folder() -> PathBuf {
    FOLDER.get().expect("made before anything is measured").clone()
}

const SIZES: [Size; 3] = [Size::S, Size::M, Size::L];

/// A home with a council of each size, each written to before.
static HOME: LazyLock<Home> = LazyLock::new(|| {
    let home = Home::at(folder());
    for size in SIZES {
        let mut workspace = home.create(slug(size), &grown(size, 1, now().date())).expect("a new council");
        workspace.take_pen(&writer(), false).expect("a pen that nobody has");
        workspace.close(now()).expect("a disk with room");
    }
    home
});

const fn slug(size: Size) -> &'static str {
    match size {
        Size::S => "small",
        Size::M => "middle",
        Size::L => "large",
    }
}

fn now() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 20).and_then(|day| day.and_hms_opt(14, 0, 0)).expect("a moment")
}

fn writer() -> Writer {
    Writer { by: "bench".to_owned(), host: "here".to_owned(), process: 1, token: 1, now: now() }
}

/// To look at it.
#[divan::bench(args = SIZES)]
fn open(bencher: Bencher, size: Size) {
    bencher.bench(|| HOME.open(slug(size)).expect("a sound council"));
}

/// To write in it, with what undo needs to reach back, as the screen opens it.
#[divan::bench(args = SIZES)]
fn open_to_write(bencher: Bencher, size: Size) {
    bencher.bench_local(|| {
        let mut workspace = HOME.open(slug(size)).expect("a sound council");
        workspace.take_pen(&writer(), false).expect("a pen that nobody has");
        black_box(workspace.recent());
        workspace
    });
}

/// All three of them.
#[divan::bench]
fn list(bencher: Bencher) {
    LazyLock::force(&HOME);
    bencher.bench(|| HOME.list().expect("a home"));
}

/// One line of a record, appended to the journal and flushed.
#[divan::bench(args = SIZES, sample_count = 1000)]
fn save_a_line(bencher: Bencher, size: Size) {
    let mut hand = Hand::at(size);
    let workspace = &mut hand.workspace;
    let (history, mint) = (&mut hand.history, &mut hand.mint);
    bencher
        .with_inputs(|| line(history, mint))
        .bench_local_values(|change| workspace.commit(&[change]).expect("a disk with room"));
}

/// As many bytes appended to a file and flushed, and nothing else: what the disk asks for.
#[divan::bench(sample_count = 1000)]
fn append_as_many_bytes(bencher: Bencher) {
    let mut hand = Hand::at(Size::S);
    let bytes =
        ron::to_string(&line(&mut hand.history, &mut hand.mint)).expect("a change has a RON form") + "\n";
    let path = folder().join("bare");
    let mut file = OpenOptions::new().append(true).create(true).open(path).expect("a file");
    bencher.bench_local(|| {
        file.write_all(black_box(bytes.as_bytes()))
            .and_then(|()| file.sync_data())
            .expect("a disk with room");
    });
}

/// The readable files brought up to one more line.
#[divan::bench(args = SIZES)]
fn fold_a_line(bencher: Bencher, size: Size) {
    let mut hand = Hand::at(size);
    hand.write();
    hand.workspace.fold(now()).expect("a disk with room");
    let hand = std::cell::RefCell::new(hand);
    bencher
        .with_inputs(|| hand.borrow_mut().write())
        .bench_local_values(|()| hand.borrow_mut().workspace.fold(now()).expect("a disk with room"));
}

/// The first fold after an opening: it makes the backup, in which all that is as it was has a second name.
#[divan::bench(args = SIZES, sample_count = 10)]
fn fold_with_a_backup(bencher: Bencher, size: Size) {
    let with_a_line = || {
        let mut hand = Hand::at(size);
        hand.write();
        hand
    };
    bencher
        .with_inputs(with_a_line)
        .bench_local_refs(|hand| hand.workspace.fold(now()).expect("a disk with room"));
}

/// Somebody who writes in the meeting that is planned.
struct Hand {
    workspace: Workspace,
    history: History,
    mint: Mint,
}

impl Hand {
    fn at(size: Size) -> Self {
        let mut workspace = HOME.open(slug(size)).expect("a sound council");
        workspace.take_pen(&writer(), false).expect("a pen that nobody has");
        let history = History::new(workspace.council().clone(), workspace.seq());
        // Each hand makes ids of its own.
        Self { workspace, history, mint: Mint::seeded(fastrand::u64(..)) }
    }

    /// A line, saved.
    fn write(&mut self) {
        let change = line(&mut self.history, &mut self.mint);
        self.workspace.commit(&[change]).expect("a disk with room");
    }
}

fn line(history: &mut History, mint: &mut Mint) -> Change {
    let council = history.council();
    let meeting = council.next_planned().expect("a meeting that is planned").id.clone();
    let text = "受診率は前の年より少し上がった。夕方の健診には初めての人が多く来た。".to_owned();
    let edits = write(council, &meeting, None, NewLine { text, ..NewLine::default() }, now(), mint);
    history.push(now(), edits.expect("a line that can be written")).expect("what was just decided fits");
    history.since(history.seq() - 1)[0].clone()
}
