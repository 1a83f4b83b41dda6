//! A disk in memory that can be told to fail, and from which call on.

#![allow(dead_code, reason = "each test file uses its own part of the disk")]

use norishiro::store::{Disk, Lock, Look};
use std::{
    collections::{BTreeMap, BTreeSet},
    ffi::OsString,
    io::{self, ErrorKind},
    path::{Path, PathBuf},
    sync::Mutex,
    time::{Duration, SystemTime},
};

#[derive(Debug, Default)]
pub struct MemoryDisk(Mutex<State>);

#[derive(Debug, Default)]
struct State {
    files: BTreeMap<PathBuf, Vec<u8>>,
    /// When each file was written, by a clock that goes on one second with each.
    written: BTreeMap<PathBuf, u64>,
    clock: u64,
    dirs: BTreeSet<PathBuf>,
    /// Calls that change something and still succeed; all do with `None`.
    good_calls: Option<usize>,
    /// Paths of the files replaced, appended to and removed, in order.
    touched: Vec<PathBuf>,
    /// Paths of the files that were there and read, in order.
    read: Vec<PathBuf>,
}

impl MemoryDisk {
    /// From now on, `calls` changes succeed and the ones after fail: the disk is full.
    pub fn fail_after(&self, calls: usize) {
        self.state().good_calls = Some(calls);
    }

    /// Makes room again.
    pub fn heal(&self) {
        self.state().good_calls = None;
    }

    /// The files replaced, appended to and removed since this was last asked.
    pub fn take_touched(&self) -> Vec<PathBuf> {
        std::mem::take(&mut self.state().touched)
    }

    /// The files read since this was last asked, each as often as it was read.
    pub fn take_read(&self) -> Vec<PathBuf> {
        std::mem::take(&mut self.state().read)
    }

    pub fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        self.state().files.clone()
    }

    /// Puts a file there as another program would, with the folders above it.
    pub fn put(&self, path: &Path, bytes: &[u8]) {
        let mut state = self.state();
        state.dirs.extend(path.ancestors().skip(1).map(Path::to_owned));
        state.write(path, bytes.to_owned());
    }

    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.0.lock().unwrap()
    }

    fn change(&self) -> io::Result<std::sync::MutexGuard<'_, State>> {
        let mut state = self.state();
        match &mut state.good_calls {
            Some(0) => return Err(ErrorKind::StorageFull.into()),
            Some(calls) => *calls -= 1,
            None => {}
        }
        Ok(state)
    }
}

impl State {
    fn write(&mut self, path: &Path, bytes: Vec<u8>) {
        self.clock += 1;
        self.written.insert(path.to_owned(), self.clock);
        self.files.insert(path.to_owned(), bytes);
    }

    fn has_folder_of(&self, path: &Path) -> io::Result<()> {
        let is_there = path.parent().is_some_and(|dir| self.dirs.contains(dir));
        if is_there { Ok(()) } else { Err(ErrorKind::NotFound.into()) }
    }
}

impl Disk for MemoryDisk {
    fn names(&self, dir: &Path) -> io::Result<Vec<OsString>> {
        let state = self.state();
        if state.files.contains_key(dir) {
            return Err(ErrorKind::NotADirectory.into());
        }
        if !state.dirs.contains(dir) {
            return Err(ErrorKind::NotFound.into());
        }
        let inside = state.files.keys().chain(&state.dirs).filter(|path| path.parent() == Some(dir));
        let names: BTreeSet<OsString> = inside.filter_map(|path| path.file_name()).map(Into::into).collect();
        Ok(names.into_iter().collect())
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let mut state = self.state();
        let bytes = state.files.get(path).cloned().ok_or(ErrorKind::NotFound)?;
        state.read.push(path.to_owned());
        Ok(bytes)
    }

    fn look(&self, path: &Path) -> io::Result<Look> {
        let state = self.state();
        let bytes = state.files.get(path).ok_or(ErrorKind::NotFound)?;
        let written = Duration::from_secs(state.written[path]);
        Ok(Look { length: bytes.len() as u64, modified: SystemTime::UNIX_EPOCH + written })
    }

    fn make_dir(&self, dir: &Path) -> io::Result<()> {
        self.change()?.dirs.extend(dir.ancestors().map(Path::to_owned));
        Ok(())
    }

    fn replace(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut state = self.change()?;
        state.has_folder_of(path)?;
        state.touched.push(path.to_owned());
        state.write(path, bytes.to_owned());
        Ok(())
    }

    /// A call that fails leaves the first half of what it was given.
    fn append(&self, path: &Path, at: u64, bytes: &[u8]) -> io::Result<()> {
        let outcome = self.change().map(drop);
        let mut state = self.state();
        state.has_folder_of(path)?;
        let given = if outcome.is_ok() { bytes } else { &bytes[..bytes.len() / 2] };
        let mut all = state.files.get(path).cloned().unwrap_or_default();
        all.resize(at as usize, 0);
        all.extend_from_slice(given);
        state.touched.push(path.to_owned());
        state.write(path, all);
        outcome
    }

    /// A file system that has only one name for each file.
    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut state = self.change()?;
        state.has_folder_of(to)?;
        let bytes = state.files.get(from).cloned().ok_or(ErrorKind::NotFound)?;
        state.write(to, bytes);
        Ok(())
    }

    fn flush_names(&self, _dir: &Path) -> io::Result<()> {
        self.change().map(drop)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut state = self.change()?;
        let moved = |path: PathBuf| match path.strip_prefix(from) {
            Ok(rest) => to.components().chain(rest.components()).collect(),
            Err(_) => path,
        };
        state.files =
            std::mem::take(&mut state.files).into_iter().map(|(path, it)| (moved(path), it)).collect();
        state.written =
            std::mem::take(&mut state.written).into_iter().map(|(path, it)| (moved(path), it)).collect();
        state.dirs = std::mem::take(&mut state.dirs).into_iter().map(moved).collect();
        Ok(())
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        let mut state = self.change()?;
        state.touched.push(path.to_owned());
        state.files.remove(path).map(drop).ok_or_else(|| ErrorKind::NotFound.into())
    }

    fn lock(&self, _path: &Path) -> io::Result<Lock> {
        Ok(Lock::default())
    }

    fn remove_dir(&self, dir: &Path) -> io::Result<()> {
        let mut state = self.change()?;
        if !state.dirs.contains(dir) {
            return Err(ErrorKind::NotFound.into());
        }
        state.files.retain(|path, _| !path.starts_with(dir));
        state.dirs.retain(|path| !path.starts_with(dir));
        Ok(())
    }
}
