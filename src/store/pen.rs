//! Who may write to a council: one at a time, by the lock the system keeps for `.lock`, and by name in `.pen.ron` for everyone else to
//! read. The system frees the lock of a program that ended, however it ended; on a share between machines only the name can tell.

use super::{
    disk::{Disk, Lock},
    format,
    problem::Problem,
};
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};
use std::{
    io::ErrorKind,
    path::{Path, PathBuf},
};

/// Who wants to write, as the shell knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Writer {
    pub by: String,
    pub host: String,
    pub process: u32,
    /// Different for each run.
    pub token: u64,
    pub now: NaiveDateTime,
}

/// Who has the pen, or had it and did not lay it down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holder {
    pub by: String,
    pub host: String,
    pub process: u32,
    pub since: NaiveDateTime,
    token: u64,
}

/// The pen in hand.
#[derive(Debug)]
pub struct Pen {
    path: PathBuf,
    token: u64,
    _lock: Lock,
}

/// Who has the pen of a council, or had it and did not lay it down.
pub fn holder(disk: &dyn Disk, dir: &Path) -> Option<Holder> {
    let bytes = disk.read(&path(dir)).ok()?;
    format::options().from_bytes(&bytes).ok()
}

/// Does nobody write to this council at the moment? A program on another machine can only be told by its name.
pub fn is_free(disk: &dyn Disk, dir: &Path, host: &str) -> bool {
    let named_elsewhere = holder(disk, dir).is_some_and(|holder| holder.host != host);
    !named_elsewhere && is_unlocked(disk, dir)
}

/// Is no program of this machine writing to this council?
pub fn is_unlocked(disk: &dyn Disk, dir: &Path) -> bool {
    disk.lock(&dir.join(LOCK)).is_ok()
}

fn path(dir: &Path) -> PathBuf {
    dir.join(".pen.ron")
}

/// The file whose lock the writer holds.
const LOCK: &str = ".lock";

impl Pen {
    /// Takes the pen, and says who had left it lying.
    ///
    /// # Errors
    /// [`Problem::HeldElsewhere`] while another program on this machine writes; [`Problem::PenNotLaidDown`] where someone on another
    /// machine may still write, unless it is taken from them by `force`; [`Problem::CannotWrite`].
    pub fn take(
        disk: &dyn Disk,
        dir: &Path,
        writer: &Writer,
        force: bool,
    ) -> Result<(Self, Option<Holder>), Problem> {
        let slug = || dir.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let left = holder(disk, dir);
        let lock = disk.lock(&dir.join(LOCK)).map_err(|error| match error.kind() {
            ErrorKind::WouldBlock => {
                Problem::HeldElsewhere { slug: slug(), holder: left.clone().map(Box::new) }
            }
            _ => Problem::cannot_write(&dir.join(LOCK), &error),
        })?;
        if let Some(holder) = left.as_ref().filter(|holder| holder.host != writer.host && !force) {
            return Err(Problem::PenNotLaidDown { slug: slug(), holder: Box::new(holder.clone()) });
        }
        let Writer { by, host, process, token, now } = writer.clone();
        let name = Holder { by, host, process, since: now, token };
        let path = path(dir);
        let text = format::options().to_string(&name).unwrap_or_default();
        disk.replace(&path, text.as_bytes()).map_err(|error| Problem::cannot_write(&path, &error))?;
        Ok((Self { path, token, _lock: lock }, left))
    }

    /// Is it still in our hand? Someone on another machine may have taken it.
    ///
    /// # Errors
    /// [`Problem::PenTaken`].
    pub fn require(&self, disk: &dyn Disk) -> Result<(), Problem> {
        match disk.read(&self.path).map(|bytes| format::options().from_bytes::<Holder>(&bytes)) {
            Ok(Ok(holder)) if holder.token != self.token => {
                Err(Problem::PenTaken { holder: Box::new(holder) })
            }
            // A name that cannot be read is nobody's.
            _ => Ok(()),
        }
    }

    /// Lays the pen down, so that the next one need not ask.
    pub fn lay_down(self, disk: &dyn Disk) {
        if self.require(disk).is_ok() {
            // A name left behind is only asked about.
            let _ = disk.remove_file(&self.path);
        }
    }
}
