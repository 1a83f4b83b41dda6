//! The file system as the store needs it: a few calls that a test can make fail. The only place that calls `std::fs`.
//!
//! Whatever is made here is private to the user: a roster holds names and addresses.

use std::{
    ffi::OsString,
    fs,
    io::{self, ErrorKind, Read, Seek, SeekFrom, Write},
    path::Path,
    time::SystemTime,
};

/// How a file looks from outside. Two looks that are alike mean that nobody wrote to it in between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// In bytes.
    pub length: u64,
    pub modified: SystemTime,
}

/// Every call either does all of what it says or leaves what was there; only [`Disk::append`] may leave a part of what it was given.
pub trait Disk: Send + Sync + std::fmt::Debug {
    /// The names in a directory, sorted.
    fn names(&self, dir: &Path) -> io::Result<Vec<OsString>>;
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;
    /// What stands in a file from a place on; nothing behind its end.
    fn read_from(&self, path: &Path, at: u64) -> io::Result<Vec<u8>>;
    fn look(&self, path: &Path) -> io::Result<Look>;
    /// Makes a directory and the ones above it.
    fn make_dir(&self, dir: &Path) -> io::Result<()>;
    /// Puts a file in place of what was there, flushed to the device before anyone can see it.
    fn replace(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;
    /// Writes at a place of a file and flushes it to the device; what stood from there on is gone. A file that is not there is made.
    /// A call that failed is made good by the same call again.
    fn append(&self, path: &Path, at: u64, bytes: &[u8]) -> io::Result<()>;
    /// Makes a file where there is none. Not flushed, and neither is its name: see [`Disk::flush`].
    fn put(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;
    /// Makes a second name for a file, or a flushed copy where the file system has only one name for each. The name is not flushed.
    fn link(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Flushes to the device what a file holds, or which names a directory has.
    fn flush(&self, path: &Path) -> io::Result<()>;
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    fn remove_file(&self, path: &Path) -> io::Result<()>;
    /// Removes a directory with everything in it.
    fn remove_dir(&self, dir: &Path) -> io::Result<()>;
    /// Takes the lock that a file stands for, or answers [`io::ErrorKind::WouldBlock`] when another program has it.
    fn lock(&self, path: &Path) -> io::Result<Lock>;
}

/// Held while it lives; the system frees it when the program ends, however it ends.
#[derive(Debug, Default)]
pub struct Lock {
    _file: Option<fs::File>,
}

/// The machine's own file system.
#[derive(Clone, Copy, Debug, Default)]
pub struct RealDisk;

impl Disk for RealDisk {
    fn names(&self, dir: &Path) -> io::Result<Vec<OsString>> {
        let mut names =
            fs::read_dir(dir)?.map(|entry| Ok(entry?.file_name())).collect::<io::Result<Vec<_>>>()?;
        names.sort();
        Ok(names)
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        fs::read(path)
    }

    fn read_from(&self, path: &Path, at: u64) -> io::Result<Vec<u8>> {
        let mut file = fs::File::open(path)?;
        file.seek(SeekFrom::Start(at))?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).map(|_| bytes)
    }

    fn look(&self, path: &Path) -> io::Result<Look> {
        let data = fs::metadata(path)?;
        Ok(Look { length: data.len(), modified: data.modified()? })
    }

    fn make_dir(&self, dir: &Path) -> io::Result<()> {
        if dir.as_os_str().is_empty() || dir.is_dir() {
            return Ok(());
        }
        if let Some(above) = dir.parent() {
            self.make_dir(above)?;
        }
        match private::dir_builder().create(dir) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists && dir.is_dir() => Ok(()),
            made => made.and_then(|()| flush_names_beside(dir)),
        }
    }

    fn replace(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut file = private::file_options().open(path)?;
        file.write_all(bytes)?;
        file.commit()
    }

    fn append(&self, path: &Path, at: u64, bytes: &[u8]) -> io::Result<()> {
        let (mut file, is_new) = match private::append_options().open(path) {
            Err(error) if error.kind() == ErrorKind::NotFound => {
                (private::append_options().create(true).open(path)?, true)
            }
            opened => (opened?, false),
        };
        file.set_len(at)?;
        file.seek(SeekFrom::Start(at))?;
        file.write_all(bytes)?;
        file.sync_data()?;
        if is_new { flush_names_beside(path) } else { Ok(()) }
    }

    fn put(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        private::append_options().create_new(true).open(path)?.write_all(bytes)
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        match fs::hard_link(from, to) {
            Err(error) if !matches!(error.kind(), ErrorKind::NotFound | ErrorKind::StorageFull) => {
                self.replace(to, &self.read(from)?)
            }
            answer => answer,
        }
    }

    fn flush(&self, path: &Path) -> io::Result<()> {
        if cfg!(unix) {
            fs::File::open(path)?.sync_all()
        } else if path.is_dir() {
            // Only Unix has a way to ask for it.
            Ok(())
        } else {
            fs::OpenOptions::new().append(true).open(path)?.sync_all()
        }
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)?;
        flush_names_beside(to)
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)?;
        flush_names_beside(path)
    }

    fn remove_dir(&self, dir: &Path) -> io::Result<()> {
        fs::remove_dir_all(dir)
    }

    fn lock(&self, path: &Path) -> io::Result<Lock> {
        let file = private::lock_options().open(path)?;
        match file.try_lock() {
            Ok(()) => Ok(Lock { _file: Some(file) }),
            Err(fs::TryLockError::WouldBlock) => Err(ErrorKind::WouldBlock.into()),
            // Some shares know no locks; there the seq on disk is the only guard.
            Err(fs::TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => {
                Ok(Lock::default())
            }
            Err(fs::TryLockError::Error(error)) => Err(error),
        }
    }
}

/// Makes the coming and going of `path` durable.
fn flush_names_beside(path: &Path) -> io::Result<()> {
    match path.parent() {
        Some(dir) if dir.as_os_str().is_empty() => RealDisk.flush(Path::new(".")),
        Some(dir) => RealDisk.flush(dir),
        None => Ok(()),
    }
}

/// Files 0600 and directories 0700, replaced files too.
#[cfg(unix)]
mod private {
    use atomic_write_file::{OpenOptions, unix::OpenOptionsExt as _};
    use std::{
        fs::{self, DirBuilder},
        os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _},
    };

    pub(super) fn file_options() -> OpenOptions {
        let mut options = OpenOptions::new();
        options.mode(0o600).preserve_mode(false);
        options
    }

    pub(super) fn lock_options() -> fs::OpenOptions {
        let mut options = fs::OpenOptions::new();
        options.write(true).create(true).mode(0o600);
        options
    }

    /// Opens what is there; `create` must be asked for.
    pub(super) fn append_options() -> fs::OpenOptions {
        let mut options = fs::OpenOptions::new();
        options.write(true).mode(0o600);
        options
    }

    pub(super) fn dir_builder() -> DirBuilder {
        let mut builder = DirBuilder::new();
        builder.mode(0o700);
        builder
    }
}

/// Elsewhere a user's own folder is private by itself.
#[cfg(not(unix))]
mod private {
    use atomic_write_file::OpenOptions;
    use std::fs::{self, DirBuilder};

    pub(super) fn file_options() -> OpenOptions {
        OpenOptions::new()
    }

    pub(super) fn lock_options() -> fs::OpenOptions {
        let mut options = fs::OpenOptions::new();
        options.write(true).create(true);
        options
    }

    pub(super) fn append_options() -> fs::OpenOptions {
        let mut options = fs::OpenOptions::new();
        options.write(true);
        options
    }

    pub(super) fn dir_builder() -> DirBuilder {
        DirBuilder::new()
    }
}
