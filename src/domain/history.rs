//! A council with the list of what was done to it: push, undo, redo. Taking back is one more entry, so the list only grows.

use super::{
    action::Action,
    council::Council,
    edit::{Change, ChangeKind, Conflict, Edit},
    id::MeetingId,
    list::List,
    meeting::Body,
};
use chrono::NaiveDateTime;

/// The council now, and its latest changes in order: those it was opened with, those of this run, and those made elsewhere since.
#[derive(Clone, Debug)]
pub struct History {
    council: Council,
    /// Who works here; stands in every change made here.
    by: String,
    changes: Vec<Change>,
    /// The sequence number before the first of `changes`.
    base: u64,
    /// The numbers of work that can be taken back, newest last. Work from before `base` can stand here, and nothing goes past it.
    done: Vec<u64>,
    /// The numbers of work that can be brought back, newest last.
    undone: Vec<u64>,
}

impl History {
    /// A freshly opened council that already contains `base` changes, none of which is known any more.
    pub const fn new(council: Council, base: u64) -> Self {
        Self { council, by: String::new(), changes: Vec::new(), base, done: Vec::new(), undone: Vec::new() }
    }

    /// A council that contains `seq` changes, opened by `by`, with the latest of them, so that undo reaches back into `past`.
    ///
    /// What of `past` does not lead up to `seq` without a gap is left out. Undo goes back as far as the rest reaches.
    pub fn resume(council: Council, seq: u64, past: Vec<Change>, by: impl Into<String>) -> Self {
        let unbroken =
            past.iter().rev().zip((1..=seq).rev()).take_while(|(change, seq)| change.seq == *seq).count();
        let mut history = Self { by: by.into(), ..Self::new(council, seq - unbroken as u64) };
        past.into_iter().rev().take(unbroken).rev().for_each(|change| history.append(change));
        history
    }

    pub const fn council(&self) -> &Council {
        &self.council
    }

    /// Who works here, as that person is called on this machine.
    pub fn by(&self) -> &str {
        &self.by
    }

    /// The sequence number of the last change.
    pub fn seq(&self) -> u64 {
        self.base + self.changes.len() as u64
    }

    /// The changes after sequence number `seq`, oldest first, as far back as they are known.
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
        self.push_as(at, ChangeKind::Work, edits)
    }

    /// Applies edits made for any reason. No edits is no change.
    ///
    /// # Errors
    /// As [`History::push`].
    pub fn push_as(&mut self, at: NaiveDateTime, kind: ChangeKind, edits: Vec<Edit>) -> Result<(), Conflict> {
        if edits.is_empty() {
            return Ok(());
        }
        self.council.apply_all(&edits)?;
        self.append(Change { seq: self.seq() + 1, at, by: self.by.clone(), kind, edits });
        Ok(())
    }

    /// Takes in changes that were made and numbered elsewhere. What is not read here is passed over, as
    /// [`Council::apply_read`] does.
    ///
    /// # Errors
    /// [`Conflict`] of the first change that does not continue this history or does not fit; those before it were taken in.
    pub fn follow(&mut self, changes: &[Change]) -> Result<(), Conflict> {
        for change in changes {
            if change.seq != self.seq() + 1 {
                return Err(Conflict::of(&format_args!("#{}", change.seq)));
            }
            self.council.apply_read(&change.edits)?;
            self.append(change.clone());
        }
        Ok(())
    }

    /// The work that [`History::undo`] would take back.
    pub fn next_undo(&self) -> Option<&Change> {
        self.change(*self.done.last()?)
    }

    /// The work that [`History::redo`] would bring back.
    pub fn next_redo(&self) -> Option<&Change> {
        self.change(*self.undone.last()?)
    }

    /// Takes back the last work not yet taken back, and returns it. `None` when there is none.
    ///
    /// # Errors
    /// [`Conflict`] when something else changed its records since, or they are not read; then everything stays as it was.
    pub fn undo(&mut self, at: NaiveDateTime) -> Result<Option<&Change>, Conflict> {
        let Some(work) = self.next_undo() else { return Ok(None) };
        let edits = work.edits.iter().rev().map(Edit::inverse).collect();
        self.push_as(at, ChangeKind::Undo(work.seq), edits)?;
        Ok(self.next_redo())
    }

    /// Brings back what was taken back last, and returns it. `None` when there is none.
    ///
    /// # Errors
    /// As [`History::undo`].
    pub fn redo(&mut self, at: NaiveDateTime) -> Result<Option<&Change>, Conflict> {
        let Some(work) = self.next_redo() else { return Ok(None) };
        let (seq, edits) = (work.seq, work.edits.clone());
        self.push_as(at, ChangeKind::Redo(seq), edits)?;
        Ok(self.next_undo())
    }

    /// Takes in a body read from disk; see [`Council::load_body`].
    pub fn load_body(&mut self, id: &MeetingId, body: Body) {
        self.council.load_body(id, body);
    }

    /// Takes in a shelf read from disk; see [`Council::load_shelf`].
    pub fn load_shelf(&mut self, year: i32, shelf: List<Action>) {
        self.council.load_shelf(year, shelf);
    }

    fn change(&self, seq: u64) -> Option<&Change> {
        self.changes.get(usize::try_from(seq.checked_sub(self.base + 1)?).ok()?)
    }

    /// Notes a change, and what it makes of what can be taken back and brought back.
    fn append(&mut self, change: Change) {
        match change.kind {
            ChangeKind::Work => {
                self.done.push(change.seq);
                self.undone.clear();
            }
            ChangeKind::Undo(work) => hand_over(&mut self.done, &mut self.undone, work, self.base),
            ChangeKind::Redo(work) => hand_over(&mut self.undone, &mut self.done, work, self.base),
            ChangeKind::Tidy | ChangeKind::Outside | ChangeKind::Restore => {}
        }
        self.changes.push(change);
    }
}

/// Moves a piece of work to the top of the other stack. One from before `base` was not seen coming to the stack it leaves.
fn hand_over(from: &mut Vec<u64>, to: &mut Vec<u64>, work: u64, base: u64) {
    let at = from.iter().rposition(|seq| *seq == work);
    if at.map(|at| from.remove(at)).is_some() || work <= base {
        to.push(work);
    }
}
