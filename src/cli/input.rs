//! Files and pipes, as text or as bytes. Never changes a letter of what is in them.

use super::failure::Failure;
use crate::intake::{LARGEST_FILE, text_of};
use std::{
    fs,
    io::{self, Read},
    path::Path,
};

/// What a file says, or standard input for `-`.
pub fn read(path: &Path) -> Result<String, Failure> {
    let bytes = bytes(path)?;
    text_of(&bytes).ok_or_else(|| Failure::NotText { path: path.display().to_string() })
}

/// The same as it is, up to a byte more than any list or minutes have.
pub fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    let read = if path == Path::new("-") { some_of(io::stdin().lock()) } else { file(path) };
    read.map_err(|error| Failure::CannotRead { path: path.display().to_string(), error })
}

/// What a file holds, up to a byte more than any list or minutes have.
pub fn file(path: &Path) -> io::Result<Vec<u8>> {
    some_of(fs::File::open(path)?)
}

/// Refuses a text of more lines than can be meant.
pub fn require_at_most(most: usize, lines: usize) -> Result<(), Failure> {
    if lines > most { Err(Failure::TooManyLines { lines, most }) } else { Ok(()) }
}

fn some_of(from: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(LARGEST_FILE as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
