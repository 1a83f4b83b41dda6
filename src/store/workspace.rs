//! One open council and its folder: takes changes into the journal, reads on demand, follows another writer. Never decides what may change.

use super::{
    disk::{Disk, Look},
    draft::Draft,
    folder::{FileName, Places},
    format::FORMAT,
    history,
    journal::{Damage, Journal, Lines},
    outside::Files,
    pen::{self, Holder, Pen, Writer},
    problem::Problem,
    reading::{self, Extent, Reading, journal_path},
    replay::{Seqs, replay, replay_body, replay_shelf},
};
use crate::domain::{
    Action, Body, Change, Council, Edit, List, ListEdit, MeetingState, council::is_slug, id::MeetingId,
};
use chrono::NaiveDateTime;
use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
    sync::Arc,
};

/// A council as the store holds it: what the files say, and the changes after them.
#[derive(Debug)]
pub struct Workspace {
    pub(super) dir: PathBuf,
    pub(super) disk: Arc<dyn Disk>,
    /// Where the backups of this council stand.
    pub(super) backups: PathBuf,
    pub(super) council: Council,
    /// The last change in `council`.
    pub(super) taken: u64,
    /// The last change on disk.
    saved: u64,
    pub(super) journal: Journal,
    /// How it looked when it was last read for what another writer did.
    followed: Option<Look>,
    /// Changes in the journal, oldest first.
    pub(super) pending: Vec<Change>,
    /// Changes taken that are not in the journal yet.
    unsaved: Vec<Change>,
    pub(super) seqs: Seqs,
    pub(super) places: Places,
    /// Files that differ from `council`.
    pub(super) dirty: BTreeSet<FileName>,
    pub(super) files: Files,
    /// Files that look otherwise than when the council was left, with how they looked then.
    pub(super) otherwise: BTreeMap<FileName, Look>,
    /// What stands in the journal after the last change that can be trusted.
    damage: Option<Damage>,
    /// The oldest format met.
    oldest: u32,
    pub(super) pen: Option<Pen>,
    pub(super) backed_up: bool,
    /// Changes added for what was done by hand before the pen was taken.
    pub(super) by_hand: u64,
    faults: Vec<Problem>,
    notices: Vec<Notice>,
}

/// Something the user should know about how a council was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The last line of the journal was not whole and is left out. Nobody was told that it was saved.
    TornRecord { bytes: u64 },
    /// The journal is damaged in the middle: what follows is set aside.
    DamagedJournal { line: usize, kept: PathBuf },
    /// The one who wrote last ended without laying down the pen.
    LeftOpen(Holder),
    /// The files were of an older format; they stand as they were in the backup.
    Migrated { from: u32, backup: PathBuf },
}

/// How many changes the journal holds before it is time to fold.
pub const MANY: usize = 200;

impl Workspace {
    /// Puts together what the folder says, without writing anything.
    pub(super) fn open(disk: Arc<dyn Disk>, dir: PathBuf, backups: PathBuf) -> Self {
        loop {
            let reading = reading::read(disk.as_ref(), &dir, Extent::Heads);
            let before = reading.seqs.get(&FileName::Council).copied();
            let workspace = Self::with(reading, Arc::clone(&disk), dir.clone(), backups.clone());
            // Folded while it was read: once more.
            if reading::read_seq(disk.as_ref(), &dir).ok() == before {
                return workspace;
            }
        }
    }

    pub(super) fn with(reading: Reading, disk: Arc<dyn Disk>, dir: PathBuf, backups: PathBuf) -> Self {
        let mut faults = reading.problems;
        let path = journal_path(&dir);
        let lines = Lines::read(disk.as_ref(), &path).unwrap_or_else(|problem| {
            faults.push(problem);
            Lines::default()
        });
        let (oldest, newest) = reading.formats;
        if newest > FORMAT {
            let path = FileName::Council.path(&dir, &reading.places);
            faults.push(Problem::OtherFormat { path, found: newest });
        }
        let mut workspace = Self {
            files: Files::seen(reading.looks),
            otherwise: reading.otherwise,
            journal: Journal::new(path, lines.length),
            followed: None,
            taken: 0,
            saved: 0,
            council: reading.council,
            seqs: reading.seqs,
            places: reading.places,
            pending: lines.changes,
            unsaved: Vec::new(),
            dirty: BTreeSet::new(),
            damage: lines.damage,
            oldest,
            pen: None,
            backed_up: false,
            by_hand: 0,
            faults,
            notices: Vec::new(),
            dir,
            disk,
            backups,
        };
        workspace.begin(reading.unremembered);
        workspace
    }

    /// Brings the council from the files to the last change, and reads the meetings at hand.
    fn begin(&mut self, unremembered: usize) {
        let on_file = self.seqs.clone();
        match replay(&mut self.council, &mut self.seqs, &self.pending) {
            Ok(elsewhere) => self.dirty.extend(elsewhere),
            Err(problem) => self.faults.push(problem),
        }
        for change in &self.pending {
            for name in files_of(change) {
                if on_file.get(&name).is_none_or(|seq| change.seq > *seq) {
                    self.dirty.insert(name);
                }
            }
        }
        if !self.dirty.is_empty() {
            // A meeting may be back that the order of the meetings does not know any more.
            self.dirty.insert(FileName::Council);
        }
        let seqs = on_file.values().copied().chain(self.pending.iter().map(|it| it.seq));
        self.taken = seqs.max().unwrap_or(0);
        self.saved = self.taken;
        self.files.remember_heads = unremembered > 0;
        if let Some(damage) = &self.damage
            && let Damage::Torn { bytes } = damage
        {
            self.notices.push(Notice::TornRecord { bytes: *bytes });
        }
        for id in at_hand(&self.council) {
            if let Err(problem) = self.read_body(&id) {
                self.faults.push(problem);
            }
        }
    }

    /// Its folder.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    pub const fn council(&self) -> &Council {
        &self.council
    }

    /// The number of the last change on disk.
    pub const fn seq(&self) -> u64 {
        self.saved
    }

    /// Why this council can only be looked at: files with mistakes, or of a newer format. With none of these it may be written.
    pub fn faults(&self) -> &[Problem] {
        &self.faults
    }

    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// The changes done last, oldest first, for undo to reach back over this opening.
    pub fn recent(&self) -> Vec<Change> {
        history::recent(self.disk.as_ref(), &self.dir, RECENT).unwrap_or_default()
    }

    /// Reads the body of a meeting that was not read yet.
    ///
    /// # Errors
    /// The [`Problem`] of its file.
    pub fn read_body(&mut self, id: &MeetingId) -> Result<&Body, Problem> {
        if self.council.is_unread(id) {
            let whole = reading::read_meeting(self.disk.as_ref(), &self.dir, &self.places, id)?;
            self.council.load_body(id, whole.body);
            self.dirty.extend(replay_body(&mut self.council, id, whole.seq, &self.pending)?);
            let name = FileName::Meeting(id.clone());
            self.seqs.insert(name.clone(), whole.seq);
            self.files.saw(name, whole.look);
        }
        self.council.body(id).ok_or_else(|| Problem::Conflict { record: id.to_string() })
    }

    /// Reads the shelf of a fiscal year that was not read yet.
    ///
    /// # Errors
    /// The [`Problem`] of its file.
    pub fn read_shelf(&mut self, year: i32) -> Result<List<Action>, Problem> {
        if self.council.shelves.get(&year) == Some(&None) {
            let (shelf, seq) = reading::read_shelf(self.disk.as_ref(), &self.dir, year)?;
            self.council.load_shelf(year, shelf);
            self.dirty.extend(replay_shelf(&mut self.council, year, seq, &self.pending)?);
            self.seqs.insert(FileName::Shelf(year), seq);
        }
        Ok(self.council.shelves.get(&year).cloned().flatten().unwrap_or_default())
    }

    /// Reads everything.
    ///
    /// # Errors
    /// The first [`Problem`] met; the rest is read.
    pub fn read_all(&mut self) -> Result<(), Problem> {
        let unread = self.council.unread();
        let mut first = Ok(());
        for id in unread.meetings {
            first = first.and(self.read_body(&id).map(drop));
        }
        for year in unread.shelves {
            first = first.and(self.read_shelf(year).map(drop));
        }
        first
    }

    /// Who has the pen, or had it and did not lay it down.
    pub fn holder(&self) -> Option<Holder> {
        pen::holder(self.disk.as_ref(), &self.dir)
    }

    /// Could the pen be taken without asking?
    pub fn pen_is_free(&self, host: &str) -> bool {
        pen::is_free(self.disk.as_ref(), &self.dir, host)
    }

    pub const fn has_pen(&self) -> bool {
        self.pen.is_some()
    }

    /// Takes the council for writing, as it is on disk by then.
    ///
    /// # Errors
    /// As [`Pen::take`]; or the first of [`Workspace::faults`], as what cannot be read must not be written.
    pub fn take_pen(&mut self, writer: &Writer, force: bool) -> Result<(), Problem> {
        if self.pen.is_some() {
            return Ok(());
        }
        let (pen, left) = Pen::take(self.disk.as_ref(), &self.dir, writer, force)?;
        // Another program may have written between our reading and the lock.
        *self = Self::open(Arc::clone(&self.disk), self.dir.clone(), self.backups.clone());
        self.tell_hand_edits_apart();
        if let Some(problem) = self.faults.first().cloned() {
            pen.lay_down(self.disk.as_ref());
            return Err(problem);
        }
        self.pen = Some(pen);
        self.notices.extend(left.map(Notice::LeftOpen));
        let ready = self.make_ready(writer);
        if ready.is_err()
            && let Some(pen) = self.pen.take()
        {
            pen.lay_down(self.disk.as_ref());
            *self = Self::open(Arc::clone(&self.disk), self.dir.clone(), self.backups.clone());
        }
        ready
    }

    /// What has to be done before the first change.
    fn make_ready(&mut self, writer: &Writer) -> Result<(), Problem> {
        self.set_aside_damage(writer.now)?;
        self.record_hand_edits(writer)?;
        self.migrate(writer.now)
    }

    /// How many changes taking the pen added, for what was done by hand while nobody had the council open.
    pub const fn recorded_by_hand(&self) -> u64 {
        self.by_hand
    }

    /// Cuts a damaged end off the journal, after what stood there is kept elsewhere.
    fn set_aside_damage(&mut self, now: NaiveDateTime) -> Result<(), Problem> {
        if let Some(Damage::Broken { line, .. }) = self.damage {
            let kept = self.keep_aside(&journal_path(&self.dir), now)?;
            self.journal.cut(self.disk.as_ref())?;
            self.notices.push(Notice::DamagedJournal { line, kept });
        }
        self.damage = None;
        Ok(())
    }

    /// Writes files of an older format anew, after a backup.
    fn migrate(&mut self, now: NaiveDateTime) -> Result<(), Problem> {
        if self.oldest >= FORMAT {
            return Ok(());
        }
        self.read_all()?;
        let backup = self.back_up(now)?;
        self.dirty.extend(FileName::all(&self.council));
        self.fold(now)?;
        let from = std::mem::replace(&mut self.oldest, FORMAT);
        self.notices.push(Notice::Migrated { from, backup });
        Ok(())
    }

    /// Puts changes into the journal, and returns the number of the last one on disk. Changes already taken are passed over, so the
    /// caller sends whatever is not confirmed yet, and one success repairs the failures before it.
    ///
    /// # Errors
    /// [`Problem::NoPen`] or [`Problem::PenTaken`]; nothing was written.
    /// [`Problem::CannotWrite`]: the next commit writes what is left over.
    /// [`Problem::Conflict`] or [`Problem::BadName`]: the changes before the one that does not fit were saved.
    pub fn commit(&mut self, changes: &[Change]) -> Result<u64, Problem> {
        self.require_pen()?;
        let fitted = changes.iter().try_for_each(|change| self.take(change));
        if !self.unsaved.is_empty() {
            self.journal.append(self.disk.as_ref(), &self.unsaved)?;
            self.pending.append(&mut self.unsaved);
            self.saved = self.taken;
        }
        fitted.map(|()| self.saved)
    }

    /// Is the pen ours, and still in our hand?
    ///
    /// # Errors
    /// [`Problem::NoPen`]; [`Problem::PenTaken`] by someone on another machine.
    pub fn require_pen(&self) -> Result<(), Problem> {
        match &self.pen {
            Some(pen) => pen.require(self.disk.as_ref()),
            None => Err(Problem::NoPen { slug: self.slug() }),
        }
    }

    fn slug(&self) -> String {
        self.dir.file_name().unwrap_or_default().to_string_lossy().into_owned()
    }

    fn take(&mut self, change: &Change) -> Result<(), Problem> {
        if change.seq <= self.taken {
            return Ok(());
        }
        if change.seq != self.taken + 1 {
            return Err(Problem::Conflict { record: format!("#{}", change.seq) });
        }
        if let Some(name) = change.edits.iter().find_map(unfit_name) {
            return Err(Problem::BadName { name });
        }
        let unread = self.council.unread_for(&change.edits);
        for id in &unread.meetings {
            self.read_body(id)?;
        }
        for year in unread.shelves {
            self.read_shelf(year)?;
        }
        self.council
            .apply_all(&change.edits)
            .map_err(|conflict| Problem::Conflict { record: conflict.record })?;
        self.taken = change.seq;
        self.dirty.extend(files_of(change));
        self.unsaved.push(change.clone());
        Ok(())
    }

    /// Is every change taken also on disk?
    pub const fn is_saved(&self) -> bool {
        self.unsaved.is_empty()
    }

    /// Is it time to fold without waiting for a pause?
    pub fn is_full(&self) -> bool {
        self.pending.len() >= MANY
    }

    /// What another writer saved since, oldest first, taken in.
    ///
    /// # Errors
    /// [`Problem::Conflict`] where it cannot be told what happened in between: open it anew. [`Problem::CannotRead`].
    pub fn follow(&mut self) -> Result<Vec<Change>, Problem> {
        let path = journal_path(&self.dir);
        let look = self.disk.look(&path).ok();
        if look.is_some() && look == self.followed {
            return Ok(Vec::new());
        }
        let lines = Lines::read(self.disk.as_ref(), &path)?;
        let reaches = lines.changes.first().is_some_and(|first| first.seq <= self.taken + 1);
        let fresh: Vec<Change> = if reaches {
            lines.changes.into_iter().filter(|it| it.seq > self.taken).collect()
        } else if reading::read_seq(self.disk.as_ref(), &self.dir)? > self.taken || !lines.changes.is_empty()
        {
            history::since(self.disk.as_ref(), &self.dir, self.taken)?.changes
        } else {
            Vec::new()
        };
        for change in &fresh {
            if change.seq != self.taken + 1 {
                return Err(Problem::Conflict { record: format!("#{}", change.seq) });
            }
            self.council
                .apply_read(&change.edits)
                .map_err(|conflict| Problem::Conflict { record: conflict.record })?;
            self.taken = change.seq;
        }
        self.saved = self.taken;
        self.pending.extend_from_slice(&fresh);
        // What was written while it was read gives it another look.
        self.followed = look;
        Ok(fresh)
    }

    /// The line that was being typed when the program ended.
    pub fn draft(&self) -> Option<Draft> {
        Draft::read(self.disk.as_ref(), &self.dir)
    }

    /// Keeps the line being typed, or forgets it. Only with the pen.
    ///
    /// # Errors
    /// [`Problem::NoPen`], [`Problem::PenTaken`], [`Problem::CannotWrite`].
    pub fn keep_draft(&self, draft: Option<&Draft>) -> Result<(), Problem> {
        self.require_pen()?;
        Draft::keep(draft, self.disk.as_ref(), &self.dir)
    }

    /// Folds what is left and lays down the pen.
    ///
    /// # Errors
    /// As [`Workspace::fold`]; the journal holds everything all the same.
    pub fn close(&mut self, now: NaiveDateTime) -> Result<(), Problem> {
        let folded = if self.pen.is_some() && self.unsaved.is_empty() { self.fold(now) } else { Ok(()) };
        self.lay_down_pen();
        folded
    }

    /// Lays down the pen and leaves the folding to whoever opens it next: the journal holds everything.
    pub fn lay_down_pen(&mut self) {
        if let Some(pen) = self.pen.take() {
            pen.lay_down(self.disk.as_ref());
        }
    }
}

/// How far back undo reaches over an opening.
const RECENT: usize = 200;

/// The files that a change changes.
fn files_of(change: &Change) -> BTreeSet<FileName> {
    let mut files: BTreeSet<FileName> = change.edits.iter().map(FileName::touched_by).collect();
    // It counts the changes, and names the meetings.
    files.insert(FileName::Council);
    files
}

/// The meetings that a first screen and the next agenda are made from: running, planned, and held last.
fn at_hand(council: &Council) -> Vec<MeetingId> {
    let ahead = council.meetings.iter().filter(|it| it.state != MeetingState::Held);
    ahead.chain(council.last_held()).map(|it| it.id.clone()).collect()
}

/// The id of a new meeting when no file can be named by it.
fn unfit_name(edit: &Edit) -> Option<String> {
    match edit {
        Edit::Meeting(ListEdit::Insert { new, .. }) if !is_slug(new.id.as_str()) => Some(new.id.0.clone()),
        _ => None,
    }
}
