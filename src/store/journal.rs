//! Changes as lines: `("9ae3b0c1",(seq:12,at:"…",by:"…",kind:Work,edits:[…]))`, one a change, each with the checksum of what
//! follows it. The journal and the history are files of such lines. Never knows what the changes mean.
//!
//! An edit carries what it replaces, so the record of an edit is also the record of its inverse.

use super::{disk::Disk, format, problem::Problem};
use crate::domain::Change;
use std::{
    io::ErrorKind,
    path::{Path, PathBuf},
};

/// The name of the journal in a council's folder.
pub const JOURNAL: &str = "journal.ron";

/// Lines as far as they can be trusted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lines {
    /// In the order they were written, each the successor of the one before.
    pub changes: Vec<Change>,
    /// The bytes they take up, from the start of the file.
    pub length: u64,
    /// What stands after them.
    pub damage: Option<Damage>,
}

/// Why reading stopped before the end of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Damage {
    /// The last line is not whole: the program or the machine stopped while it was written, so nobody was told it was saved.
    Torn { bytes: u64 },
    /// A line that was whole once is not what was written. Lines that follow it cannot be trusted to fit.
    Broken {
        /// Counted from 1.
        line: usize,
        bytes: u64,
    },
}

/// The line of one change, with its line feed.
pub fn line(change: &Change) -> String {
    let text = ron::to_string(change).expect("a change always has a RON form");
    format!("(\"{:08x}\",{text})\n", crc32fast::hash(text.as_bytes()))
}

/// The change in a line without its line feed; `None` where it is not what was written.
pub fn change(line: &[u8]) -> Option<Change> {
    let (sum, rest) = line.strip_prefix(b"(\"")?.split_at_checked(8)?;
    let text = rest.strip_prefix(b"\",")?.strip_suffix(b")")?;
    let sum = u32::from_str_radix(std::str::from_utf8(sum).ok()?, 16).ok()?;
    if sum != crc32fast::hash(text) {
        return None;
    }
    format::options().from_bytes(text).ok()
}

impl Lines {
    /// Reads lines until the end or the first that cannot be trusted.
    pub fn of(bytes: &[u8]) -> Self {
        let mut lines = Self::default();
        for (place, text) in bytes.split_inclusive(|byte| *byte == b'\n').enumerate() {
            let whole = text.strip_suffix(b"\n");
            match whole.and_then(change) {
                Some(change) if lines.changes.last().is_none_or(|last| change.seq == last.seq + 1) => {
                    lines.changes.push(change);
                    lines.length += text.len() as u64;
                }
                _ => {
                    let rest = bytes.len() as u64 - lines.length;
                    let is_last = rest == text.len() as u64;
                    lines.damage = Some(match whole {
                        None if is_last => Damage::Torn { bytes: rest },
                        _ => Damage::Broken { line: place + 1, bytes: rest },
                    });
                    break;
                }
            }
        }
        lines
    }

    /// Reads a file of lines; one that is not there has none.
    ///
    /// # Errors
    /// [`Problem::CannotRead`].
    pub fn read(disk: &dyn Disk, path: &Path) -> Result<Self, Problem> {
        match disk.read(path) {
            Ok(bytes) => Ok(Self::of(&bytes)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => Err(Problem::cannot_read(path, &error)),
        }
    }
}

/// The file that changes are appended to.
#[derive(Debug)]
pub struct Journal {
    path: PathBuf,
    /// Where the next line goes: all before it is on disk.
    length: u64,
}

impl Journal {
    pub const fn new(path: PathBuf, length: u64) -> Self {
        Self { path, length }
    }

    /// Appends changes and flushes them. After a failure the same call writes them again in the same place.
    ///
    /// # Errors
    /// [`Problem::CannotWrite`].
    pub fn append(&mut self, disk: &dyn Disk, changes: &[Change]) -> Result<(), Problem> {
        let text: String = changes.iter().map(line).collect();
        self.write(disk, self.length, text.as_bytes())
    }

    /// Takes away what stands after the last line that can be trusted.
    ///
    /// # Errors
    /// [`Problem::CannotWrite`].
    pub fn cut(&mut self, disk: &dyn Disk) -> Result<(), Problem> {
        self.write(disk, self.length, b"")
    }

    /// Forgets every line: they are in the snapshots and in the history.
    ///
    /// # Errors
    /// [`Problem::CannotWrite`].
    pub fn empty(&mut self, disk: &dyn Disk) -> Result<(), Problem> {
        if self.length == 0 { Ok(()) } else { self.write(disk, 0, b"") }
    }

    fn write(&mut self, disk: &dyn Disk, at: u64, bytes: &[u8]) -> Result<(), Problem> {
        disk.append(&self.path, at, bytes).map_err(|error| Problem::cannot_write(&self.path, &error))?;
        self.length = at + bytes.len() as u64;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{ChangeKind, Edit, Head};
    use chrono::NaiveDate;

    fn made(seq: u64) -> Change {
        let at = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap().and_hms_opt(14, 0, 5).unwrap();
        let (old, new) =
            (Box::new(Head::new("糖尿病\nPT")), Box::new(Head::new("\u{1b}]52;c;\u{7}\u{202e}")));
        Change {
            seq,
            at,
            by: "保健センター".into(),
            kind: ChangeKind::Work,
            edits: vec![Edit::Head { old, new }],
        }
    }

    fn text(seqs: &[u64]) -> String {
        seqs.iter().map(|seq| line(&made(*seq))).collect()
    }

    #[test]
    fn a_change_is_one_plain_line() {
        let line = line(&made(7));
        assert_eq!(line.matches('\n').count(), 1);
        assert!(line.chars().all(|c| c == '\n' || !c.is_control()), "{line}");
        assert!(!line.contains('\u{202e}'), "{line}");
        assert_eq!(change(line.trim_end().as_bytes()), Some(made(7)));
    }

    #[test]
    fn a_torn_end_is_told_from_a_broken_line() {
        let whole = text(&[1, 2, 3]);
        let two = text(&[1, 2]).len();
        for cut in two + 1..whole.len() {
            let lines = Lines::of(&whole.as_bytes()[..cut]);
            assert_eq!((lines.changes.len(), lines.length), (2, two as u64));
            assert_eq!(lines.damage, Some(Damage::Torn { bytes: (cut - two) as u64 }));
        }
        let broken = whole.replacen("糖", "粕", 1);
        assert!(matches!(Lines::of(broken.as_bytes()).damage, Some(Damage::Broken { line: 1, .. })));
        let last = format!("{}{}", text(&[1, 2]), line(&made(3)).replace("糖", "粕"));
        assert!(matches!(Lines::of(last.as_bytes()).damage, Some(Damage::Broken { line: 3, .. })));
    }

    #[test]
    fn a_line_that_is_not_the_next_ends_the_reading() {
        let lines = Lines::of(text(&[4, 5, 7, 8]).as_bytes());
        assert_eq!(lines.changes.iter().map(|it| it.seq).collect::<Vec<_>>(), [4, 5]);
        assert!(matches!(lines.damage, Some(Damage::Broken { line: 3, .. })));
    }
}
