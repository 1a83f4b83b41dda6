//! A disk in memory that fails when it is told to, in the ways that disks fail, and that knows what would be left of it without power:
//! what was flushed.

#![allow(dead_code, reason = "each test file uses its own part of the disk")]

use norishiro::store::{Disk, Lock, Look};
use std::{
    collections::BTreeMap,
    ffi::{OsStr, OsString},
    fmt,
    io::{self, ErrorKind},
    path::{Component, Path, PathBuf},
    sync::{Mutex, MutexGuard},
    time::{Duration, SystemTime},
};

#[derive(Debug, Default)]
pub struct MemoryDisk(Mutex<State>);

/// What is to happen at one call, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    pub call: usize,
    pub error: Answer,
    /// What the call does all the same.
    pub done: Done,
    /// Every call after it fails too, and does nothing.
    pub lasts: bool,
}

/// What the system answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    NoSpace,
    Broken,
    Forbidden,
    ReadOnly,
}

/// How far a call gets before it fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    Nothing,
    /// Some of the bytes are written; a file has its old name and its new one; a folder is half empty.
    Part,
    /// It is done, and not flushed.
    Unflushed,
}

/// One call, for whoever counts them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    pub name: &'static str,
    pub path: PathBuf,
    /// It would change something.
    pub writes: bool,
}

#[derive(Clone, Debug)]
struct State {
    /// The first is the root.
    nodes: Vec<Node>,
    /// Goes on one second with each write.
    clock: u64,
    /// While they are counted.
    calls: Option<Vec<Call>>,
    fault: Option<Fault>,
    /// Calls that change something and still succeed; all do with `None`.
    good_calls: Option<usize>,
    /// Paths of the files replaced, appended to and removed, in order.
    touched: Vec<PathBuf>,
    /// Paths of the files that were there and read, in order.
    read: Vec<PathBuf>,
}

/// Something on the disk, as it is and as it would be without power.
#[derive(Clone, Debug)]
struct Node {
    now: Content,
    safe: Content,
    written: u64,
}

#[derive(Clone, Debug)]
enum Content {
    File(Vec<u8>),
    Dir(BTreeMap<OsString, usize>),
}

impl Default for State {
    fn default() -> Self {
        let root = Content::Dir(BTreeMap::new());
        Self {
            nodes: vec![Node { now: root.clone(), safe: root, written: 0 }],
            clock: 0,
            calls: None,
            fault: None,
            good_calls: None,
            touched: Vec::new(),
            read: Vec::new(),
        }
    }
}

impl fmt::Display for Call {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{} {}", self.name, self.path.display())
    }
}

impl From<Answer> for io::Error {
    fn from(answer: Answer) -> Self {
        match answer {
            Answer::NoSpace => ErrorKind::StorageFull.into(),
            Answer::Broken => Self::other("Input/output error"),
            Answer::Forbidden => ErrorKind::PermissionDenied.into(),
            Answer::ReadOnly => ErrorKind::ReadOnlyFilesystem.into(),
        }
    }
}

impl MemoryDisk {
    /// From now on, `calls` changes succeed and the ones after fail: the disk is full.
    pub fn fail_after(&self, calls: usize) {
        self.state().good_calls = Some(calls);
    }

    /// From now on calls are counted, and this happens at one of them.
    pub fn fail(&self, fault: Option<Fault>) {
        let mut state = self.state();
        state.calls = Some(Vec::new());
        state.fault = fault;
    }

    /// Nothing fails any more.
    pub fn heal(&self) {
        let mut state = self.state();
        (state.good_calls, state.fault, state.calls) = (None, None, None);
    }

    /// The calls since they are counted.
    pub fn calls(&self) -> Vec<Call> {
        self.state().calls.clone().unwrap_or_default()
    }

    /// Takes the power away and gives it back: what was not flushed is gone.
    pub fn cut_power(&self) {
        for node in &mut self.state().nodes {
            node.now.clone_from(&node.safe);
        }
    }

    /// Another disk with the same on it, all of it flushed.
    pub fn copy(&self) -> Self {
        let mut nodes = self.state().nodes.clone();
        nodes.iter_mut().for_each(|node| node.safe.clone_from(&node.now));
        let clock = self.state().clock;
        Self(Mutex::new(State { nodes, clock, ..State::default() }))
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
        let state = self.state();
        let (mut files, mut folders) = (BTreeMap::new(), vec![(PathBuf::from("/"), 0)]);
        while let Some((dir, node)) = folders.pop() {
            let Content::Dir(names) = &state.nodes[node].now else { continue };
            for (name, node) in names {
                match &state.nodes[*node].now {
                    Content::File(bytes) => drop(files.insert(dir.join(name), bytes.clone())),
                    Content::Dir(_) => folders.push((dir.join(name), *node)),
                }
            }
        }
        files
    }

    /// Puts a file there as another program would, with the folders above it.
    pub fn put(&self, path: &Path, bytes: &[u8]) {
        let mut state = self.state();
        state.make_dirs(path.parent().unwrap()).unwrap();
        state.write(path, bytes.to_owned()).unwrap();
        state.flush(path).unwrap();
        state.flush(path.parent().unwrap()).unwrap();
    }

    /// Takes a file away as another program would.
    pub fn delete(&self, path: &Path) {
        let mut state = self.state();
        state.unlink(path).unwrap();
        state.flush(path.parent().unwrap()).unwrap();
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap()
    }

    /// One call that only looks.
    fn see(&self, name: &'static str, path: &Path) -> io::Result<MutexGuard<'_, State>> {
        let mut state = self.state();
        match state.begin(Call { name, path: path.to_owned(), writes: false }) {
            (_, Some(error)) => Err(error),
            _ => Ok(state),
        }
    }

    /// One call that changes something: whole, or as far as it gets.
    fn change(
        &self,
        name: &'static str,
        path: &Path,
        act: impl FnOnce(&mut State, Done) -> io::Result<()>,
        flush: impl FnOnce(&mut State) -> io::Result<()>,
    ) -> io::Result<()> {
        let mut state = self.state();
        match state.begin(Call { name, path: path.to_owned(), writes: true }) {
            (_, None) => {
                act(&mut state, Done::Unflushed)?;
                flush(&mut state)
            }
            (Done::Nothing, Some(error)) => Err(error),
            (done, Some(error)) => {
                // What does not work anyway answers for itself.
                act(&mut state, done)?;
                Err(error)
            }
        }
    }
}

impl State {
    /// Counts a call, and says whether it is to fail, and how.
    fn begin(&mut self, call: Call) -> (Done, Option<io::Error>) {
        let writes = call.writes;
        let place = self.calls.as_ref().map_or(0, Vec::len);
        self.calls.iter_mut().for_each(|calls| calls.push(call.clone()));
        if let Some(fault) = self.fault.filter(|fault| place == fault.call) {
            return (fault.done, Some(fault.error.into()));
        }
        // A full disk, or one that cannot be written to, can still be read.
        let hits = |fault: &Fault| writes || !matches!(fault.error, Answer::NoSpace | Answer::ReadOnly);
        if let Some(fault) = self.fault.filter(|fault| fault.lasts && place > fault.call && hits(fault)) {
            return (Done::Nothing, Some(fault.error.into()));
        }
        match &mut self.good_calls {
            Some(0) if writes => (Done::Part, Some(ErrorKind::StorageFull.into())),
            Some(calls) if writes => {
                *calls -= 1;
                (Done::Unflushed, None)
            }
            _ => (Done::Unflushed, None),
        }
    }

    fn find(&self, path: &Path) -> io::Result<usize> {
        let names = path.components().filter(|part| matches!(part, Component::Normal(_)));
        names.into_iter().try_fold(0, |node, name| match &self.nodes[node].now {
            Content::Dir(names) => names.get(name.as_os_str()).copied().ok_or(ErrorKind::NotFound.into()),
            Content::File(_) => Err(ErrorKind::NotADirectory.into()),
        })
    }

    fn bytes(&self, path: &Path) -> io::Result<&Vec<u8>> {
        match &self.nodes[self.find(path)?].now {
            Content::File(bytes) => Ok(bytes),
            Content::Dir(_) => Err(ErrorKind::IsADirectory.into()),
        }
    }

    fn names(&self, dir: &Path) -> io::Result<&BTreeMap<OsString, usize>> {
        match &self.nodes[self.find(dir)?].now {
            Content::Dir(names) => Ok(names),
            Content::File(_) => Err(ErrorKind::NotADirectory.into()),
        }
    }

    /// The names beside `path`, and its own.
    fn beside<'a>(&mut self, path: &'a Path) -> io::Result<(&mut BTreeMap<OsString, usize>, &'a OsStr)> {
        let node = self.find(path.parent().unwrap())?;
        match &mut self.nodes[node].now {
            Content::Dir(names) => Ok((names, path.file_name().unwrap())),
            Content::File(_) => Err(ErrorKind::NotADirectory.into()),
        }
    }

    fn add(&mut self, path: &Path, now: Content) -> io::Result<()> {
        let safe = match now {
            Content::File(_) => Content::File(Vec::new()),
            Content::Dir(_) => Content::Dir(BTreeMap::new()),
        };
        self.clock += 1;
        let node = Node { now, safe, written: self.clock };
        let place = self.nodes.len();
        let (names, name) = self.beside(path)?;
        names.insert(name.to_owned(), place);
        self.nodes.push(node);
        Ok(())
    }

    fn make_dirs(&mut self, dir: &Path) -> io::Result<()> {
        if self.names(dir).is_ok() {
            return Ok(());
        }
        let above = dir.parent().unwrap();
        self.make_dirs(above)?;
        self.add(dir, Content::Dir(BTreeMap::new()))?;
        self.flush(above)
    }

    /// Writes to the file that is there, or makes one.
    fn write(&mut self, path: &Path, bytes: Vec<u8>) -> io::Result<()> {
        let Ok(node) = self.find(path) else { return self.add(path, Content::File(bytes)) };
        self.clock += 1;
        self.nodes[node].now = Content::File(bytes);
        self.nodes[node].written = self.clock;
        Ok(())
    }

    fn unlink(&mut self, path: &Path) -> io::Result<()> {
        let (names, name) = self.beside(path)?;
        names.remove(name).map(drop).ok_or_else(|| ErrorKind::NotFound.into())
    }

    fn flush(&mut self, path: &Path) -> io::Result<()> {
        let node = self.find(path)?;
        let Node { now, safe, .. } = &mut self.nodes[node];
        safe.clone_from(now);
        Ok(())
    }

    fn flush_beside(&mut self, path: &Path) -> io::Result<()> {
        self.flush(path.parent().unwrap())
    }
}

impl Disk for MemoryDisk {
    fn names(&self, dir: &Path) -> io::Result<Vec<OsString>> {
        Ok(self.see("names", dir)?.names(dir)?.keys().cloned().collect())
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let mut state = self.see("read", path)?;
        let bytes = state.bytes(path)?.clone();
        state.read.push(path.to_owned());
        Ok(bytes)
    }

    fn read_from(&self, path: &Path, at: u64) -> io::Result<Vec<u8>> {
        let mut state = self.see("read_from", path)?;
        let bytes = state.bytes(path)?.get(usize::try_from(at).unwrap()..).unwrap_or_default().to_owned();
        state.read.push(path.to_owned());
        Ok(bytes)
    }

    fn look(&self, path: &Path) -> io::Result<Look> {
        let state = self.see("look", path)?;
        let length = state.bytes(path)?.len() as u64;
        let written = Duration::from_secs(state.nodes[state.find(path)?].written);
        Ok(Look { length, modified: SystemTime::UNIX_EPOCH + written })
    }

    fn make_dir(&self, dir: &Path) -> io::Result<()> {
        if self.state().names(dir).is_ok() {
            return Ok(());
        }
        let make = |state: &mut State, done| match done {
            Done::Part => state.make_dirs(dir.parent().unwrap()),
            _ => state.make_dirs(dir),
        };
        self.change("make_dir", dir, make, |_| Ok(()))
    }

    fn replace(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let act = |state: &mut State, done| {
            // Part of it is written under another name, and cleared away.
            if done == Done::Unflushed {
                state.touched.push(path.to_owned());
                state.add(path, Content::File(bytes.to_owned()))?;
                state.flush(path)?;
            }
            Ok(())
        };
        self.change("replace", path, act, |state| state.flush_beside(path))
    }

    fn append(&self, path: &Path, at: u64, bytes: &[u8]) -> io::Result<()> {
        let act = |state: &mut State, done| {
            let given = if done == Done::Part { &bytes[..bytes.len() / 2] } else { bytes };
            let mut all = state.bytes(path).cloned().unwrap_or_default();
            all.resize(usize::try_from(at).unwrap(), 0);
            all.extend_from_slice(given);
            state.touched.push(path.to_owned());
            state.write(path, all)
        };
        let is_new = self.state().find(path).is_err();
        self.change("append", path, act, |state| {
            state.flush(path)?;
            if is_new { state.flush_beside(path) } else { Ok(()) }
        })
    }

    fn put(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let act = |state: &mut State, done| {
            let given = if done == Done::Part { &bytes[..bytes.len() / 2] } else { bytes };
            state.touched.push(path.to_owned());
            if state.find(path).is_ok() {
                return Err(ErrorKind::AlreadyExists.into());
            }
            state.add(path, Content::File(given.to_owned()))
        };
        self.change("put", path, act, |_| Ok(()))
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        let act = |state: &mut State, _| {
            let node = state.find(from)?;
            let (names, name) = state.beside(to)?;
            names.insert(name.to_owned(), node);
            Ok(())
        };
        self.change("link", to, act, |_| Ok(()))
    }

    fn flush(&self, path: &Path) -> io::Result<()> {
        self.change("flush", path, |_, _| Ok(()), |state| state.flush(path))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let act = |state: &mut State, done| {
            let node = state.find(from)?;
            let is_dir = matches!(state.nodes[node].now, Content::Dir(_));
            if is_dir && state.names(to).is_ok_and(|names| !names.is_empty()) {
                return Err(ErrorKind::DirectoryNotEmpty.into());
            }
            if done == Done::Part && is_dir {
                return Ok(());
            }
            let (names, name) = state.beside(to)?;
            names.insert(name.to_owned(), node);
            if done == Done::Part { Ok(()) } else { state.unlink(from) }
        };
        // A file system that keeps a journal of names has neither change without the other.
        self.change("rename", to, act, |state| {
            state.flush_beside(from)?;
            state.flush_beside(to)
        })
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        let act = |state: &mut State, done| {
            state.touched.push(path.to_owned());
            state.find(path)?;
            if done == Done::Part { Ok(()) } else { state.unlink(path) }
        };
        self.change("remove_file", path, act, |state| state.flush_beside(path))
    }

    /// Not flushed, as on a real disk.
    fn remove_dir(&self, dir: &Path) -> io::Result<()> {
        let act = |state: &mut State, done| {
            let count = state.names(dir)?.len();
            if done != Done::Part {
                return state.unlink(dir);
            }
            let node = state.find(dir)?;
            if let Content::Dir(names) = &mut state.nodes[node].now {
                *names = std::mem::take(names).into_iter().skip(count / 2).collect();
            }
            Ok(())
        };
        self.change("remove_dir", dir, act, |_| Ok(()))
    }

    fn lock(&self, path: &Path) -> io::Result<Lock> {
        let make = |state: &mut State, _| {
            if state.find(path).is_ok() { Ok(()) } else { state.write(path, Vec::new()) }
        };
        self.change("lock", path, make, |_| Ok(())).map(|()| Lock::default())
    }
}
