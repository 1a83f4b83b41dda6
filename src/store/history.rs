//! Every change that was folded, kept by calendar month in `history/2026-11.ron`, and the council as it was before some of them.
//! Only ever appends; a line that was written whole is never touched again.
//!
//! A month follows the clock, but never goes back: a change made while the clock stood wrong goes to the newest file, so that the files
//! read one after the other are the changes in order.

use super::{
    disk::Disk,
    journal::{self, JOURNAL, Lines, line},
    problem::Problem,
};
use crate::domain::{Change, Council, Edit};
use chrono::{NaiveDate, NaiveDateTime};
use std::{
    collections::BTreeSet,
    io::{self, ErrorKind},
    iter,
    path::{Path, PathBuf},
};

/// The folder of the months.
pub const HISTORY: &str = "history";

/// What is known of the past of a council.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Log {
    /// In the order they were made, each once.
    pub changes: Vec<Change>,
    /// Where changes are missing between two that are there, in order.
    pub gaps: Vec<Gap>,
}

/// Changes that were made and cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The number of the last change before them.
    pub after: u64,
    /// The number of the first change behind them.
    pub before: u64,
}

/// Why it cannot be said how the council was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotKept {
    /// The first change that was kept was made at this time.
    Since(NaiveDateTime),
    Gap(Gap),
    /// The change with this number does not fit what came after it.
    Unfit(u64),
}

/// Every change that was kept.
///
/// # Errors
/// [`Problem::CannotRead`].
pub fn changes(disk: &dyn Disk, dir: &Path) -> Result<Log, Problem> {
    since(disk, dir, 0)
}

/// The changes after `seq`. Reads no more months than it has to.
///
/// # Errors
/// [`Problem::CannotRead`].
pub fn since(disk: &dyn Disk, dir: &Path, seq: u64) -> Result<Log, Problem> {
    let read = backwards(disk, dir, |change| change.seq <= seq)?;
    Ok(Log::of(read.into_iter().filter(|change| change.seq > seq).collect()))
}

/// The last changes, at most `limit`, oldest first: as many as follow each other without a gap.
///
/// # Errors
/// [`Problem::CannotRead`].
pub fn recent(disk: &dyn Disk, dir: &Path, limit: usize) -> Result<Vec<Change>, Problem> {
    // A change may stand in the journal and in a month.
    let mut seen = BTreeSet::new();
    let read = backwards(disk, dir, |change| {
        seen.insert(change.seq);
        seen.len() >= limit
    })?;
    let Log { mut changes, gaps } = Log::of(read);
    let from = gaps.last().map_or(0, |gap| changes.partition_point(|change| change.seq <= gap.after));
    Ok(changes.split_off(from))
}

/// Reads the journal as far as it is replayed, then the months, each from its end, until a change `is_last`.
fn backwards(
    disk: &dyn Disk,
    dir: &Path,
    mut is_last: impl FnMut(&Change) -> bool,
) -> Result<Vec<Change>, Problem> {
    // Before the months are named: what is folded meanwhile is then in both rather than in neither.
    let mut journal = read(disk, &dir.join(JOURNAL))?;
    journal.truncate(usize::try_from(Lines::of(&journal).length).unwrap_or(usize::MAX));
    let months = months(disk, dir)?;
    let mut changes = Vec::new();
    for bytes in iter::once(Ok(journal)).chain(months.iter().rev().map(|month| read(disk, month))) {
        for change in whole_lines(&bytes?).rev() {
            let done = is_last(&change);
            changes.push(change);
            if done {
                return Ok(changes);
            }
        }
    }
    Ok(changes)
}

impl Log {
    fn of(mut changes: Vec<Change>) -> Self {
        changes.sort_by_key(|change| change.seq);
        changes.dedup_by_key(|change| change.seq);
        let pairs = changes.windows(2).map(|pair| Gap { after: pair[0].seq, before: pair[1].seq });
        let gaps = pairs.filter(|gap| gap.before != gap.after + 1).collect();
        Self { changes, gaps }
    }
}

/// Adds the changes that the history does not have yet. What a cut left of a last line goes; after a failure the same call goes on.
///
/// # Errors
/// [`Problem::CannotRead`], [`Problem::CannotWrite`].
pub fn append(disk: &dyn Disk, dir: &Path, changes: &[Change]) -> Result<(), Problem> {
    let End { mut month, mut length, seq } = End::of(disk, dir)?;
    let mut fresh = changes.iter().filter(|change| change.seq > seq).peekable();
    if fresh.peek().is_some() {
        let folder = dir.join(HISTORY);
        disk.make_dir(&folder).map_err(|error| Problem::cannot_write(&folder, &error))?;
    }
    while let Some(first) = fresh.next() {
        let next = month_of(first).max(month.clone());
        let mut text = line(first);
        while let Some(change) = fresh.next_if(|change| month_of(change) <= next) {
            text += &line(change);
        }
        let at = if next == month { length } else { 0 };
        let path = dir.join(HISTORY).join(&next);
        disk.append(&path, at, text.as_bytes()).map_err(|error| Problem::cannot_write(&path, &error))?;
        (month, length) = (next, at + text.len() as u64);
    }
    Ok(())
}

/// Where the history goes on.
#[derive(Default)]
struct End {
    /// The name of the newest file; nothing before the first.
    month: String,
    /// How much of it is whole lines, in bytes.
    length: u64,
    /// The last change that was kept.
    seq: u64,
}

impl End {
    fn of(disk: &dyn Disk, dir: &Path) -> Result<Self, Problem> {
        let mut end = Self::default();
        for path in months(disk, dir)?.iter().rev() {
            let (length, last) = ending(disk, path).map_err(|error| Problem::cannot_read(path, &error))?;
            if end.month.is_empty() {
                end.month = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                end.length = length;
            }
            if let Some(last) = last {
                end.seq = last.seq;
                break;
            }
        }
        Ok(end)
    }
}

/// How much of a month is whole lines, in bytes, and the last change in them. Reads no more of it than that takes.
fn ending(disk: &dyn Disk, path: &Path) -> io::Result<(u64, Option<Change>)> {
    let all = disk.look(path)?.length;
    let mut tail = TAIL;
    loop {
        let at = all.saturating_sub(tail);
        let bytes = disk.read_from(path, at)?;
        let line_feed = |byte: &u8| *byte == b'\n';
        // The first line in it may have begun before it.
        let begin = if at == 0 { Some(0) } else { bytes.iter().position(line_feed).map(|place| place + 1) };
        let lines = begin.map_or(&[][..], |begin| &bytes[begin..]);
        let last = whole_lines(lines).next_back();
        if last.is_some() || at == 0 {
            let whole = bytes.iter().rposition(line_feed).map_or(0, |place| place + 1);
            return Ok((at + whole as u64, last));
        }
        tail *= 8;
    }
}

/// The end of a month that holds its last line, most often.
const TAIL: u64 = 4096;

/// The name of the file for the month a change was made in.
fn month_of(change: &Change) -> String {
    format!("{}.ron", change.at.format("%Y-%m"))
}

/// The files of the months that are there, oldest first. Anything else in the folder is none of ours.
fn months(disk: &dyn Disk, dir: &Path) -> Result<Vec<PathBuf>, Problem> {
    let folder = dir.join(HISTORY);
    let names = match disk.names(&folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => Vec::new(),
        answer => answer.map_err(|error| Problem::cannot_read(&folder, &error))?,
    };
    let is_month = |name: &str| {
        let month = name.strip_suffix(".ron").filter(|month| month.len() == 7);
        month.is_some_and(|month| NaiveDate::parse_from_str(&format!("{month}-01"), "%Y-%m-%d").is_ok())
    };
    let ours = names.iter().filter(|name| name.to_str().is_some_and(is_month));
    Ok(ours.map(|name| folder.join(name)).collect())
}

/// A file that is not there is empty.
fn read(disk: &dyn Disk, path: &Path) -> Result<Vec<u8>, Problem> {
    match disk.read(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Vec::new()),
        answer => answer.map_err(|error| Problem::cannot_read(path, &error)),
    }
}

/// The changes in every line that is what was written; the others show as gaps.
fn whole_lines(bytes: &[u8]) -> impl DoubleEndedIterator<Item = Change> {
    bytes.split_inclusive(|byte| *byte == b'\n').filter_map(whole_line)
}

fn whole_line(line: &[u8]) -> Option<Change> {
    journal::change(line.strip_suffix(b"\n")?)
}

/// The council as it was at a time, from how it is now and the changes that made it so: what was done after that time is taken back,
/// newest first. Everything of the council has to be read.
///
/// # Errors
/// [`NotKept`] where the changes do not reach back that far.
pub fn earlier(council: &Council, log: &Log, at: NaiveDateTime) -> Result<Council, NotKept> {
    let mut council = council.clone();
    let mut behind: Option<&Change> = None;
    for change in log.changes.iter().rev() {
        if let Some(next) = behind.filter(|next| next.seq != change.seq + 1) {
            return Err(NotKept::Gap(Gap { after: change.seq, before: next.seq }));
        }
        if change.at <= at {
            return Ok(council);
        }
        let back: Vec<Edit> = change.edits.iter().rev().map(Edit::inverse).collect();
        council.apply_all(&back).map_err(|_| NotKept::Unfit(change.seq))?;
        behind = Some(change);
    }
    match behind {
        Some(first) if first.seq > 1 => Err(NotKept::Since(first.at)),
        _ => Ok(council),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::{ChangeKind, Head, History, decide},
        store::RealDisk,
    };
    use std::fs;

    fn at(text: &str) -> NaiveDateTime {
        text.parse().unwrap()
    }

    /// A council that changed at these times: every state it had, and its changes.
    fn named(times: &[&str]) -> (Vec<Council>, Vec<Change>) {
        let mut history = History::new(Council::new(Head::new("0")), 0);
        let mut states = vec![history.council().clone()];
        for (place, time) in times.iter().enumerate() {
            let name = format!("第{}次\n", place + 1);
            let edits = decide::save_head(history.council(), |head| head.aim = name).unwrap();
            history.push_as(at(time), ChangeKind::Work, edits).unwrap();
            states.push(history.council().clone());
        }
        (states, history.since(0).to_vec())
    }

    fn seqs(changes: &[Change]) -> Vec<u64> {
        changes.iter().map(|change| change.seq).collect()
    }

    const TIMES: [&str; 5] = [
        "2026-09-30T14:00:00",
        "2026-10-01T09:00:00",
        "2026-10-31T23:59:59",
        "2026-11-01T00:00:00",
        "2026-11-20T14:00:00",
    ];

    #[test]
    fn each_month_has_its_file_and_all_come_back_in_order() {
        let folder = tempfile::tempdir().unwrap();
        let (_, changes) = named(&TIMES);
        append(&RealDisk, folder.path(), &changes[..3]).unwrap();
        append(&RealDisk, folder.path(), &changes[1..]).unwrap();
        let names = RealDisk.names(&folder.path().join(HISTORY)).unwrap();
        assert_eq!(names, ["2026-09.ron", "2026-10.ron", "2026-11.ron"]);
        let lines: String = changes[3..].iter().map(line).collect();
        assert_eq!(fs::read_to_string(folder.path().join("history/2026-11.ron")).unwrap(), lines);

        fs::write(folder.path().join(JOURNAL), &lines).unwrap();
        let log = super::changes(&RealDisk, folder.path()).unwrap();
        assert_eq!(log, Log { changes: changes.clone(), gaps: Vec::new() });
        assert_eq!(seqs(&since(&RealDisk, folder.path(), 2).unwrap().changes), [3, 4, 5]);
        assert_eq!(seqs(&since(&RealDisk, folder.path(), 5).unwrap().changes), [0_u64; 0]);
        assert_eq!(seqs(&recent(&RealDisk, folder.path(), 3).unwrap()), [3, 4, 5]);
        assert_eq!(recent(&RealDisk, folder.path(), 99).unwrap(), changes);
    }

    #[test]
    fn a_clock_set_back_keeps_the_order() {
        let folder = tempfile::tempdir().unwrap();
        let (_, changes) = named(&["2026-11-20T14:00:00", "2026-08-01T00:00:00", "2026-11-20T14:05:00"]);
        for change in &changes {
            append(&RealDisk, folder.path(), std::slice::from_ref(change)).unwrap();
        }
        assert_eq!(RealDisk.names(&folder.path().join(HISTORY)).unwrap(), ["2026-11.ron"]);
        assert_eq!(super::changes(&RealDisk, folder.path()).unwrap().changes, changes);
    }

    #[test]
    fn a_cut_anywhere_is_made_good_by_the_same_call() {
        let (_, changes) = named(&TIMES);
        let folder = tempfile::tempdir().unwrap();
        append(&RealDisk, folder.path(), &changes).unwrap();
        let path = folder.path().join("history/2026-11.ron");
        let whole = fs::read(&path).unwrap();
        for cut in 0..whole.len() {
            fs::write(&path, &whole[..cut]).unwrap();
            append(&RealDisk, folder.path(), &changes).unwrap();
            assert_eq!(fs::read(&path).unwrap(), whole, "cut at {cut}");
        }
    }

    #[test]
    fn a_line_that_is_not_what_was_written_is_a_gap_and_stays() {
        let (states, changes) = named(&TIMES);
        let folder = tempfile::tempdir().unwrap();
        append(&RealDisk, folder.path(), &changes).unwrap();
        let path = folder.path().join("history/2026-10.ron");
        let broken = fs::read_to_string(&path).unwrap().replace("第3次", "第8次");
        fs::write(&path, &broken).unwrap();
        let log = super::changes(&RealDisk, folder.path()).unwrap();
        let gap = Gap { after: 2, before: 4 };
        assert_eq!((seqs(&log.changes), log.gaps.clone()), (vec![1, 2, 4, 5], vec![gap]));
        assert_eq!(seqs(&recent(&RealDisk, folder.path(), 9).unwrap()), [4, 5]);
        assert_eq!(earlier(&states[5], &log, at("2026-11-10T00:00:00")), Ok(states[4].clone()));
        assert_eq!(earlier(&states[5], &log, at("2026-10-10T00:00:00")), Err(NotKept::Gap(gap)));
        append(&RealDisk, folder.path(), &changes).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), broken);
    }

    #[test]
    fn the_council_is_as_it_was_at_any_time() {
        let (states, changes) = named(&TIMES);
        let log = Log { changes, gaps: Vec::new() };
        let was = |time: &str| earlier(&states[5], &log, at(time));
        assert_eq!(was("2026-12-01T00:00:00"), Ok(states[5].clone()));
        assert_eq!(was("2026-11-20T13:59:59"), Ok(states[4].clone()));
        for (place, time) in TIMES.iter().enumerate() {
            assert_eq!(was(time), Ok(states[place + 1].clone()), "{time}");
        }
        assert_eq!(was("2020-01-01T00:00:00"), Ok(states[0].clone()));

        let late = Log { changes: log.changes[2..].to_vec(), gaps: Vec::new() };
        assert_eq!(earlier(&states[5], &late, at("2026-10-10T00:00:00")), Err(NotKept::Since(at(TIMES[2]))));
        assert_eq!(earlier(&states[2], &log, at("2026-10-10T00:00:00")), Err(NotKept::Unfit(5)));
    }
}
