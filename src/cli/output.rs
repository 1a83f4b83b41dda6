//! Files that are given to people: written whole or not at all, and never over another without being told.

use super::failure::Failure;
use atomic_write_file::AtomicWriteFile;
use std::{
    fs,
    io::{self, ErrorKind, Write},
    path::{Path, PathBuf},
};

/// Where a file goes that was asked for: into a folder under its own name, else where it was said.
pub fn place(said: Option<&Path>, name: &str) -> PathBuf {
    match said {
        Some(path) if path.is_dir() => path.join(name),
        Some(path) => path.to_owned(),
        None => PathBuf::from(name),
    }
}

/// Writes a file.
///
/// # Errors
/// [`Failure::IsThere`] where one is and `over` does not say that it may go; what the system answers.
pub fn write(path: &Path, bytes: &[u8], over: bool) -> Result<(), Failure> {
    let said = || path.display().to_string();
    let written = if over { replace(path, bytes) } else { write_new(path, bytes) };
    written.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => Failure::IsThere { path: said() },
        _ => Failure::CannotWrite { path: said(), error },
    })
}

/// Writes a file into a folder; a file of this name stays, and the new one gets a number.
pub fn write_beside(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<PathBuf> {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let counted = (2..1000).map(|n| format!("{stem}-{n}.{ending}"));
    for name in std::iter::once(name.to_owned()).chain(counted) {
        let path = folder.join(name);
        match write_new(&path, bytes) {
            Ok(()) => return Ok(path),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}

fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = fs::OpenOptions::new().write(true).create_new(true).open(path)?;
    let written = file.write_all(bytes);
    if written.is_err() {
        // Half a paper is worse than none; what the first error was is what matters.
        let _ = fs::remove_file(path);
    }
    written
}

/// The old file is there until the new one is whole.
fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = AtomicWriteFile::open(path)?;
    file.write_all(bytes)?;
    file.commit()
}
