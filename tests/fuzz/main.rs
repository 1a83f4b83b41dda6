//! Everything that reads what somebody else wrote, fed with what nobody would write: no panic, no hang, nothing lost on the way
//! through a file.
//!
//! Each input is made from the corpus by its number alone, so that a run repeats and any input can be asked for again. What is in
//! the corpus is also read as it is. How to run it for long: CONTRIBUTING.md.

#[path = "../support/memory_disk.rs"]
mod memory_disk;
mod mutate;
mod readers;
#[path = "../support/mod.rs"]
mod support;

use mutate::Seeds;
use readers::{READERS, Reader, Workbench};
use std::{
    env, fs,
    panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook},
    path::{Path, PathBuf},
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
fn feed(
    bench: &Workbench,
    reader: &Reader,
    name: &str,
    bytes: &[u8],
    thorough: bool,
) -> Result<Duration, Find> {
    let start = Instant::now();
    let result = catch_unwind(AssertUnwindSafe(|| (reader.read)(bench, bytes, thorough)));
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

#[test]
fn nothing_that_is_read_breaks_the_program() {
    let inputs = number("NORISHIRO_FUZZ_INPUTS").unwrap_or(INPUTS);
    let seed = number("NORISHIRO_FUZZ_SEED").unwrap_or(0);
    let range = match number("NORISHIRO_FUZZ_AT") {
        Some(one) => one..one + 1,
        None => 0..inputs,
    };
    let bench = Workbench::new();
    let corpora: Vec<Seeds> = READERS.iter().map(corpus).collect();
    let shares: Vec<usize> = (0..READERS.len()).flat_map(|at| vec![at; READERS[at].share]).collect();
    let (start, mut finds, mut slow) = (Instant::now(), Vec::new(), 0);
    hunt(|| {
        if range.start == 0 {
            for (reader, Seeds { seeds, .. }) in READERS.iter().zip(&corpora) {
                let read = |(path, bytes): &(String, Vec<u8>)| {
                    let name = path.rsplit('/').next().unwrap_or(path);
                    feed(&bench, reader, name, bytes, true).err()
                };
                finds.extend(seeds.iter().filter_map(read));
            }
        }
        for at in range.clone() {
            let mut chance = fastrand::Rng::with_seed(seed ^ at.wrapping_mul(0x9e37_79b9_7f4a_7c15));
            let chosen = *chance.choice(&shares).expect("there are readers");
            let bytes = corpora[chosen].input(&mut chance);
            match feed(&bench, &READERS[chosen], &at.to_string(), &bytes, chance.u8(..) < 4) {
                Ok(took) if took > SLOW => {
                    slow += 1;
                    eprintln!("input {at}, {} bytes for {}: {took:?}", bytes.len(), READERS[chosen].name);
                }
                Ok(_) => {}
                Err(find) => finds.push(find),
            }
            if finds.len() >= 20 {
                break;
            }
            if inputs > INPUTS && at % (inputs / 100) == 0 {
                eprintln!(
                    "{at} of {inputs} inputs in {:?}, {slow} slow, {} finds",
                    start.elapsed(),
                    finds.len()
                );
            }
        }
        finds
    });
    eprintln!("{} inputs in {:?}, {slow} slow", range.end - range.start, start.elapsed());
}
