//! An ordered list of records with ids, and the four ways it can change. Each way carries what it replaces, so it has an inverse.

use super::edit::Conflict;
use serde::{Deserialize, Serialize};
use std::{fmt::Display, hash::Hash};

/// Something with a stable id that stands in a [`List`].
pub trait Record: Clone + PartialEq {
    type Id: Clone + Eq + Hash + Display;
    fn id(&self) -> &Self::Id;
}

/// Records in the order a person put them. Ids are unique within one list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct List<T>(Vec<T>);

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> std::ops::Deref for List<T> {
    type Target = [T];
    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<'a, T> IntoIterator for &'a List<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl<T> From<Vec<T>> for List<T> {
    fn from(records: Vec<T>) -> Self {
        Self(records)
    }
}

/// One change of a list. The inverse of `Insert` is `Remove` at the same place, of `Replace` the swapped one, of `Move` the way back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum ListEdit<T> {
    Insert { at: usize, new: T },
    Remove { at: usize, old: T },
    Replace { old: T, new: T },
    Move { from: usize, to: usize, record: T },
}

/// Which of the four ways a list changes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Insert,
    Remove,
    Replace,
    Move,
}

impl<T: Record> List<T> {
    pub fn get(&self, id: &T::Id) -> Option<&T> {
        self.0.iter().find(|record| record.id() == id)
    }

    pub fn position(&self, id: &T::Id) -> Option<usize> {
        self.0.iter().position(|record| record.id() == id)
    }

    /// Applies one edit, or leaves the list as it was and says what stood in the way.
    ///
    /// # Errors
    /// [`Conflict`] when the list is not in the state the edit was made for.
    pub fn apply(&mut self, edit: &ListEdit<T>) -> Result<(), Conflict> {
        match edit {
            ListEdit::Insert { at, new } => {
                if self.position(new.id()).is_some() || *at > self.0.len() {
                    return Err(Conflict::of(new.id()));
                }
                self.0.insert(*at, new.clone());
            }
            ListEdit::Remove { at, old } => {
                self.expect_at(*at, old)?;
                self.0.remove(*at);
            }
            ListEdit::Replace { old, new } => {
                let at = self.position(old.id()).ok_or_else(|| Conflict::of(old.id()))?;
                self.expect_at(at, old)?;
                if old.id() != new.id() {
                    return Err(Conflict::of(new.id()));
                }
                self.0[at] = new.clone();
            }
            ListEdit::Move { from, to, record } => {
                self.expect_at(*from, record)?;
                if *to >= self.0.len() {
                    return Err(Conflict::of(record.id()));
                }
                let moved = self.0.remove(*from);
                self.0.insert(*to, moved);
            }
        }
        Ok(())
    }

    fn expect_at(&self, at: usize, record: &T) -> Result<(), Conflict> {
        if self.0.get(at) == Some(record) { Ok(()) } else { Err(Conflict::of(record.id())) }
    }

    /// The edit that puts `new` at the end.
    pub fn appending(&self, new: T) -> ListEdit<T> {
        ListEdit::Insert { at: self.0.len(), new }
    }

    /// The edit that puts `new` in the place of the record with its id, if there is one and it differs.
    pub fn replacing(&self, new: T) -> Option<ListEdit<T>> {
        let old = self.get(new.id())?;
        (*old != new).then(|| ListEdit::Replace { old: old.clone(), new })
    }

    /// The edit that changes the record with this id, if there is one and the change makes a difference.
    pub fn changing(&self, id: &T::Id, change: impl FnOnce(&mut T)) -> Option<ListEdit<T>> {
        let mut new = self.get(id)?.clone();
        change(&mut new);
        self.replacing(new)
    }

    /// The edit that takes the record with this id out.
    pub fn removing(&self, id: &T::Id) -> Option<ListEdit<T>> {
        let at = self.position(id)?;
        Some(ListEdit::Remove { at, old: self.0[at].clone() })
    }

    /// The edit that moves the record with this id by `steps` places (negative is up), as far as there is room.
    pub fn moving(&self, id: &T::Id, steps: isize) -> Option<ListEdit<T>> {
        let from = self.position(id)?;
        let to = from.saturating_add_signed(steps).min(self.0.len() - 1);
        (from != to).then(|| ListEdit::Move { from, to, record: self.0[from].clone() })
    }
}

impl<T: Clone> ListEdit<T> {
    pub fn inverse(&self) -> Self {
        match self.clone() {
            Self::Insert { at, new } => Self::Remove { at, old: new },
            Self::Remove { at, old } => Self::Insert { at, new: old },
            Self::Replace { old, new } => Self::Replace { old: new, new: old },
            Self::Move { from, to, record } => Self::Move { from: to, to: from, record },
        }
    }

    pub const fn way(&self) -> Way {
        match self {
            Self::Insert { .. } => Way::Insert,
            Self::Remove { .. } => Way::Remove,
            Self::Replace { .. } => Way::Replace,
            Self::Move { .. } => Way::Move,
        }
    }

    /// The record as the edit leaves it, or as it was before it went.
    pub const fn record(&self) -> &T {
        match self {
            Self::Insert { new, .. } | Self::Replace { new, .. } => new,
            Self::Remove { old, .. } => old,
            Self::Move { record, .. } => record,
        }
    }
}
