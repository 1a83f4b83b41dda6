//! Everything that reads what somebody else wrote, fed with what nobody would write: no panic, no hang, nothing lost on the way
//! through a file.
//!
//! Each input is made from the corpus by its number alone, so that a run repeats and any input can be asked for again. What is in
//! the corpus is also read as it is. How to run it for long: CONTRIBUTING.md.

mod folder;
#[path = "../support/memory_disk.rs"]
mod memory_disk;
mod mutate;
mod readers;
#[path = "../support/mod.rs"]
mod support;
mod tokens;

use fastrand::Rng;
use folder::Workbench;
use mutate::Seeds;
use readers::{Care, READERS, Reader};
use std::{
    env, fs,
    num::NonZero,
    ops::Range,
    panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook},
    path::{Path, PathBuf},
    sync::{
        Mutex,
        atomic::{AtomicU64, Ordering::Relaxed},
    },
    thread,
    time::{Duration, Instant},
};

/// Inputs of a usual run.
const INPUTS: u64 = if cfg!(debug_assertions) { 2_000 } else { 200_000 };
/// An input that takes longer is told of.
const SLOW: Duration = Duration::from_secs(1);
/// An input that takes longer is a hang.
const HANG: Duration = Duration::from_secs(20);

/// An input that broke something.
struct Find {
    reader: &'static str,
    name: String,
    bytes: Vec<u8>,
    what: String,
}

fn number(name: &str) -> Option<u64> {
    env::var(name).ok().map(|text| text.parse().unwrap_or_else(|_| panic!("{name} is no number: {text:?}")))
}

fn corpus(reader: &Reader) -> Seeds {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let own = root.join("tests/fuzz/corpus").join(reader.name);
    let mut files: Vec<PathBuf> = fs::read_dir(&own)
        .unwrap_or_else(|error| panic!("{}: {error}", own.display()))
        .map(|entry| entry.unwrap().path())
        .collect();
    files.extend(reader.real.iter().map(|path| root.join(path)));
    files.sort();
    let read = |path: PathBuf| (path.display().to_string(), fs::read(&path).unwrap());
    Seeds { seeds: files.into_iter().map(read).collect(), tokens: reader.tokens }
}

/// Reads one input; what broke, if something did.
fn feed(bench: &Workbench, reader: &Reader, name: &str, bytes: &[u8], care: Care) -> Result<Duration, Find> {
    let start = Instant::now();
    let result = catch_unwind(AssertUnwindSafe(|| (reader.read)(bench, bytes, care)));
    let took = start.elapsed();
    let what = match result {
        Err(panic) => {
            let text = panic.downcast_ref::<String>().cloned();
            text.or_else(|| panic.downcast_ref::<&str>().map(ToString::to_string)).unwrap_or_default()
        }
        Ok(()) if took > HANG => format!("took {took:?}"),
        Ok(()) => return Ok(took),
    };
    Err(Find { reader: reader.name, name: name.to_owned(), bytes: bytes.to_owned(), what })
}

/// Puts the input where it can be taken into the corpus, and says what it is.
fn report(find: &Find) -> String {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("fuzz-{}-{}", find.reader, find.name));
    fs::write(&file, &find.bytes).unwrap();
    let shown = find.bytes[..find.bytes.len().min(2000)].escape_ascii();
    format!(
        "{} broke on {}: {}\n  input: {shown}\n  saved as {}; mend it, then keep it in tests/fuzz/corpus/{}/",
        find.reader,
        find.name,
        find.what,
        file.display(),
        find.reader
    )
}

/// Runs without the usual word about each panic, and fails with all of the finds.
fn hunt(run: impl FnOnce() -> Vec<Find>) {
    let hook = take_hook();
    set_hook(Box::new(|_| {}));
    let finds = run();
    set_hook(hook);
    let reports: Vec<String> = finds.iter().map(report).collect();
    assert!(reports.is_empty(), "{}", reports.join("\n"));
}

/// Makes the inputs of a run, each by its number alone, and feeds them.
struct Feeder {
    bench: Workbench,
    corpora: Vec<Seeds>,
    /// Indices of readers, each as often as its share.
    shares: Vec<usize>,
    seed: u64,
    /// How many inputs each reader was given.
    given: Vec<AtomicU64>,
    slow: AtomicU64,
}

impl Feeder {
    fn new(seed: u64) -> Self {
        Self {
            bench: Workbench::new(),
            corpora: READERS.iter().map(corpus).collect(),
            shares: (0..READERS.len()).flat_map(|at| vec![at; READERS[at].share]).collect(),
            seed,
            given: READERS.iter().map(|_| AtomicU64::new(0)).collect(),
            slow: AtomicU64::new(0),
        }
    }

    /// Feeds the corpus as it is.
    fn seeds(&self) -> Vec<Find> {
        let all = READERS
            .iter()
            .zip(&self.corpora)
            .flat_map(|(reader, corpus)| corpus.seeds.iter().map(move |(path, bytes)| (reader, path, bytes)));
        let fed = all.map(|(reader, path, bytes)| {
            let name = path.rsplit('/').next().unwrap_or(path);
            feed(&self.bench, reader, name, bytes, Care::Thorough)
        });
        fed.filter_map(Result::err).collect()
    }

    fn input(&self, at: u64) -> Result<(), Find> {
        let mut chance = Rng::with_seed(self.seed ^ at.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let chosen = *chance.choice(&self.shares).expect("there are readers");
        let bytes = self.corpora[chosen].input(&mut chance);
        let care = match chance.u8(..) {
            0 => Care::Thorough,
            1..32 => Care::Careful,
            _ => Care::Quick,
        };
        let took = feed(&self.bench, &READERS[chosen], &at.to_string(), &bytes, care)?;
        self.given[chosen].fetch_add(1, Relaxed);
        if took > SLOW {
            self.slow.fetch_add(1, Relaxed);
            eprintln!("input {at}, {} bytes for {}: {took:?}", bytes.len(), READERS[chosen].name);
        }
        Ok(())
    }

    /// Feeds a range of inputs on every core, until there are more finds than anyone mends at once.
    fn inputs(&self, range: Range<u64>) -> Vec<Find> {
        let (start, next, finds) = (Instant::now(), AtomicU64::new(range.start), Mutex::new(Vec::new()));
        let eat = || {
            while finds.lock().unwrap().len() < 20 {
                let at = next.fetch_add(1, Relaxed);
                if at >= range.end {
                    break;
                }
                if let Err(find) = self.input(at) {
                    eprintln!("{} broke on {at}: {}", find.reader, find.what);
                    finds.lock().unwrap().push(find);
                }
                if range.end > INPUTS && at % 100_000 == 0 {
                    eprintln!("{at} of {} inputs in {:?}", range.end, start.elapsed());
                }
            }
        };
        thread::scope(|scope| {
            for _ in 0..thread::available_parallelism().map_or(1, NonZero::get) {
                scope.spawn(eat);
            }
        });
        self.tell(start);
        finds.into_inner().unwrap()
    }

    fn tell(&self, start: Instant) {
        let given: Vec<u64> = self.given.iter().map(|given| given.load(Relaxed)).collect();
        let each = READERS.iter().zip(&given).map(|(reader, given)| format!("{} {given}", reader.name));
        let (all, slow) = (given.iter().sum::<u64>(), self.slow.load(Relaxed));
        eprintln!(
            "{all} inputs in {:?}, {slow} slow: {}",
            start.elapsed(),
            each.collect::<Vec<_>>().join(", ")
        );
    }
}

#[test]
fn nothing_that_is_read_breaks_the_program() {
    let inputs = number("NORISHIRO_FUZZ_INPUTS").unwrap_or(INPUTS);
    let feeder = Feeder::new(number("NORISHIRO_FUZZ_SEED").unwrap_or(0));
    hunt(|| match number("NORISHIRO_FUZZ_AT") {
        Some(one) => feeder.inputs(one..one + 1),
        None => feeder.seeds().into_iter().chain(feeder.inputs(0..inputs)).collect(),
    });
}
