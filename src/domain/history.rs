//! A council with the list of what was done to it: push, undo, redo. Taking back is one more entry, so the list only grows.

use super::{
    council::Council,
    edit::{Change, ChangeKind, Conflict, Edit},
};
use chrono::NaiveDateTime;

/// The council now, and every change of this run in order.
#[derive(Clone, Debug)]
pub struct History {
    council: Council,
    changes: Vec<Change>,
    /// The sequence number the council had when it was opened.
    base: u64,
    /// Places in `changes` of work that can be taken back, newest last.
    done: Vec<usize>,
    /// Places in `changes` of work that can be brought back, newest last.
    undone: Vec<usize>,
}

impl History {
    /// A freshly opened council that already contains `base` changes.
    pub const fn new(council: Council, base: u64) -> Self {
        Self { council, changes: Vec::new(), base, done: Vec::new(), undone: Vec::new() }
    }

    pub const fn council(&self) -> &Council {
        &self.council
    }

    /// The sequence number of the last change.
    pub fn seq(&self) -> u64 {
        self.base + self.changes.len() as u64
    }

    /// The changes after sequence number `seq`, oldest first.
    pub fn since(&self, seq: u64) -> &[Change] {
        let skip =
            usize::try_from(seq.saturating_sub(self.base)).unwrap_or(usize::MAX).min(self.changes.len());
        &self.changes[skip..]
    }

    /// Applies a person's work. No edits is no change.
    ///
    /// # Errors
    /// [`Conflict`] when the edits do not fit the council; nothing is changed then.
    pub fn push(&mut self, at: NaiveDateTime, edits: Vec<Edit>) -> Result<(), Conflict> {
        if edits.is_empty() {
            return Ok(());
        }
        self.append(at, ChangeKind::Work, edits)?;
        self.done.push(self.changes.len() - 1);
        self.undone.clear();
        Ok(())
    }

    /// Takes back the last work not yet taken back, and returns it. `None` when there is none.
    pub fn undo(&mut self, at: NaiveDateTime) -> Option<&Change> {
        let place = self.done.pop()?;
        let work = &self.changes[place];
        let edits = work.edits.iter().rev().map(Edit::inverse).collect();
        let kind = ChangeKind::Undo(work.seq);
        self.append(at, kind, edits).expect("the last work can be taken back");
        self.undone.push(place);
        self.changes.get(place)
    }

    /// Brings back what was taken back last, and returns it. `None` when there is none.
    pub fn redo(&mut self, at: NaiveDateTime) -> Option<&Change> {
        let place = self.undone.pop()?;
        let work = &self.changes[place];
        let (kind, edits) = (ChangeKind::Redo(work.seq), work.edits.clone());
        self.append(at, kind, edits).expect("what was taken back last can be brought back");
        self.done.push(place);
        self.changes.get(place)
    }

    fn append(&mut self, at: NaiveDateTime, kind: ChangeKind, edits: Vec<Edit>) -> Result<(), Conflict> {
        self.council.apply_all(&edits)?;
        let seq = self.seq() + 1;
        self.changes.push(Change { seq, at, kind, edits });
        Ok(())
    }
}
