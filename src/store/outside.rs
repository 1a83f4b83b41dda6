//! Files that another program or a person changed while the council is open: noticed by their look, read, and told apart from what we
//! wrote. Never overwrites one before it was told.

use super::{
    disk::Look, folder::FileName, journal::JOURNAL, problem::Problem, reading::read_into,
    workspace::Workspace,
};
use crate::domain::{Council, Edit, difference};
use chrono::NaiveDateTime;
use std::{
    collections::{BTreeMap, BTreeSet},
    ffi::OsStr,
    path::{Path, PathBuf},
};

/// The files as we last saw them.
#[derive(Debug, Default)]
pub struct Files {
    looks: BTreeMap<FileName, Look>,
    /// What files that were changed outside said when they were read, until they are written again.
    found: BTreeMap<FileName, Council>,
    /// Files whose mistake was told, as they looked then.
    told: BTreeMap<FileName, Look>,
    /// The checksum of what we wrote to a file, as long as we do not know whether it is there.
    tried: BTreeMap<FileName, u32>,
    /// Nothing remembers the heads of the meetings, or not all of them.
    pub remember_heads: bool,
}

/// A file that was changed outside.
#[derive(Clone, Debug, PartialEq)]
pub struct Outside {
    /// Its path within the council's folder.
    pub file: PathBuf,
    /// What was done to it, from what we wrote last.
    pub edits: Vec<Edit>,
    /// A copy of it, as the next fold writes over it.
    pub kept: PathBuf,
}

/// A file that was changed outside, as it was read.
pub(super) struct Done {
    look: Look,
    /// What was done to it.
    pub(super) edits: Vec<Edit>,
    /// A council with what it says.
    said: Council,
}

impl Files {
    pub const fn seen(looks: BTreeMap<FileName, Look>) -> Self {
        Self {
            looks,
            found: BTreeMap::new(),
            told: BTreeMap::new(),
            tried: BTreeMap::new(),
            remember_heads: false,
        }
    }

    pub fn look(&self, name: &FileName) -> Option<Look> {
        self.looks.get(name).copied()
    }

    pub fn saw(&mut self, name: FileName, look: Option<Look>) {
        if let Some(look) = look {
            self.tried.remove(&name);
            self.looks.insert(name, look);
        }
    }

    /// We are about to write it, and may not get to know how that ended.
    pub fn tried(&mut self, name: FileName, text: &str) {
        self.tried.insert(name, crc32fast::hash(text.as_bytes()));
    }

    /// We have written it ourselves.
    pub fn wrote(&mut self, name: FileName, look: Option<Look>) {
        self.found.remove(&name);
        self.saw(name, look);
    }

    /// What was done to it outside is taken in, or asked about.
    pub(super) fn took(&mut self, name: FileName, done: Done) {
        self.saw(name.clone(), Some(done.look));
        self.found.insert(name, done.said);
    }

    pub fn forget(&mut self, name: &FileName) {
        self.looks.remove(name);
        self.found.remove(name);
    }
}

/// Does it concern whoever has a council open when this file in its folder changes? Not those that are only the writer's own, for the
/// writer the journal too.
pub fn concerns(file: &Path, writer: bool) -> bool {
    match file.file_name().and_then(OsStr::to_str) {
        Some(".pen.ron") => true,
        Some(JOURNAL) => !writer,
        Some(name) => name.ends_with(".ron") && !name.starts_with('.') && name != "draft.ron",
        None => false,
    }
}

impl Workspace {
    /// Does a file look other than when we read or wrote it?
    pub(super) fn was_changed_outside(&self, name: &FileName) -> bool {
        let path = name.path(&self.dir, &self.places);
        match (self.files.look(name), self.disk.look(&path)) {
            (Some(known), Ok(now)) => known != now && !self.is_what_we_tried(name, &path),
            // Only there while it lists something: somebody else may make it.
            (None, Ok(_)) => name.is_optional() && !self.is_what_we_tried(name, &path),
            _ => false,
        }
    }

    /// Does a file say what we were told could not be written?
    fn is_what_we_tried(&self, name: &FileName, path: &Path) -> bool {
        let tried = self.files.tried.get(name);
        tried.is_some_and(|sum| self.disk.read(path).is_ok_and(|bytes| crc32fast::hash(&bytes) == *sum))
    }

    /// What was changed outside since this was last asked, each file once. Until then no fold writes over such a file; after it, the
    /// caller has it, and a copy is kept. A file with a mistake is told once, and stays as it is until it can be read.
    pub fn outside(&mut self, now: NaiveDateTime) -> Vec<Result<Outside, Problem>> {
        if self.pen.is_none() {
            return Vec::new();
        }
        let lists = FileName::LISTS.into_iter().chain([FileName::Council]);
        let meetings = self.council.bodies.keys().map(|id| FileName::Meeting(id.clone()));
        let shelves = self.council.shelves.iter().filter(|(_, shelf)| shelf.is_some());
        let shelves = shelves.map(|(year, _)| FileName::Shelf(*year));
        let names: BTreeSet<FileName> = lists.chain(meetings).chain(shelves).collect();
        let changed: Vec<FileName> =
            names.into_iter().filter(|name| self.was_changed_outside(name)).collect();
        changed.iter().filter_map(|name| self.compared(name, now).transpose()).collect()
    }

    fn compared(&mut self, name: &FileName, now: NaiveDateTime) -> Result<Option<Outside>, Problem> {
        let path = name.path(&self.dir, &self.places);
        let Ok(look) = self.disk.look(&path) else { return Ok(None) };
        if self.files.told.get(name) == Some(&look) {
            return Ok(None);
        }
        let done = self.done_outside(name).inspect_err(|_| {
            self.files.told.insert(name.clone(), look);
        })?;
        let edits = done.edits.clone();
        let kept = if edits.is_empty() { PathBuf::new() } else { self.keep_aside(&path, now)? };
        self.dirty.insert(name.clone());
        self.files.took(name.clone(), done);
        let file = path.strip_prefix(&self.dir).unwrap_or(&path).to_owned();
        Ok((!edits.is_empty()).then_some(Outside { file, edits, kept }))
    }

    /// What was done to a file since we, or those who changed it outside, wrote it last.
    pub(super) fn done_outside(&self, name: &FileName) -> Result<Done, Problem> {
        let path = name.path(&self.dir, &self.places);
        // Before it is read, as in reading.
        let look = self.disk.look(&path).map_err(|error| Problem::cannot_read(&path, &error))?;
        let base = self.files.found.get(name).cloned().unwrap_or_else(|| self.as_folded());
        let mut said = base.clone();
        read_into(self.disk.as_ref(), &self.dir, name, &self.places, &mut said)?;
        Ok(Done { look, edits: difference(&base, &said), said })
    }

    /// The council as the files had it when they were last written: what is in the journal taken back.
    fn as_folded(&self) -> Council {
        let mut council = self.council.clone();
        let changes = self.pending.iter().rev();
        for (seq, edit) in changes.flat_map(|it| it.edits.iter().rev().map(|edit| (it.seq, edit))) {
            let contained = self.seqs.get(&FileName::touched_by(edit));
            if contained.is_none_or(|contained| seq > *contained) {
                // What does not go back was never in these files.
                let _ = council.apply(&edit.inverse());
            }
        }
        council
    }

    /// Copies a file to where nothing writes over it.
    pub(super) fn keep_aside(&self, path: &Path, now: NaiveDateTime) -> Result<PathBuf, Problem> {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let folder = self.dir.join("kept");
        let kept = folder.join(format!("{stem}-{}.ron", now.format("%Y%m%d-%H%M%S")));
        let copy = || {
            let bytes = self.disk.read(path)?;
            self.disk.make_dir(&folder)?;
            self.disk.replace(&kept, &bytes)
        };
        copy().map_err(|error| Problem::cannot_write(&kept, &error))?;
        Ok(kept)
    }
}
