//! An ordered list of records with ids, and the four ways it can change. Each way carries what it replaces, so it has an inverse.

use super::edit::Conflict;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Serialize};
use std::{
    borrow::Cow,
    collections::{HashMap, HashSet},
    fmt::{self, Debug, Display},
    hash::Hash,
    sync::{
        OnceLock,
        atomic::{AtomicUsize, Ordering},
    },
};

/// Something with a stable id that stands in a [`List`].
pub trait Record: Clone + PartialEq {
    type Id: Clone + Eq + Hash + Display;
    fn id(&self) -> &Self::Id;
}

/// Records in the order a person put them. Ids are unique within one list.
#[derive(Serialize, Deserialize)]
#[serde(transparent, bound(serialize = "T: Serialize", deserialize = "T: Deserialize<'de>"))]
pub struct List<T: Record> {
    records: Vec<T>,
    #[serde(skip)]
    places: Places<T::Id>,
}

/// Where each id stands, noted once it was looked for so often that it pays.
struct Places<I> {
    noted: OnceLock<HashMap<I, usize>>,
    /// How often the records themselves were looked through.
    looks: AtomicUsize,
}

/// From this many looks on, and among this many records, places are noted.
const OFTEN: usize = 16;

impl<I> Default for Places<I> {
    fn default() -> Self {
        Self { noted: OnceLock::new(), looks: AtomicUsize::new(0) }
    }
}

impl<T: Record> From<Vec<T>> for List<T> {
    fn from(records: Vec<T>) -> Self {
        Self { records, places: Places::default() }
    }
}

impl<T: Record> Default for List<T> {
    fn default() -> Self {
        Vec::new().into()
    }
}

impl<T: Record> Clone for List<T> {
    fn clone(&self) -> Self {
        self.records.clone().into()
    }
}

impl<T: Record> PartialEq for List<T> {
    fn eq(&self, other: &Self) -> bool {
        self.records == other.records
    }
}

impl<T: Record + Debug> Debug for List<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.records.fmt(f)
    }
}

impl<T: Record> std::ops::Deref for List<T> {
    type Target = [T];
    fn deref(&self) -> &[T] {
        &self.records
    }
}

impl<'a, T: Record> IntoIterator for &'a List<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;
    fn into_iter(self) -> Self::IntoIter {
        self.records.iter()
    }
}

/// The records alone: what is noted about them is nobody else's business.
impl<T: Record + JsonSchema> JsonSchema for List<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        Vec::<T>::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Vec::<T>::json_schema(generator)
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
    /// An id that stands here twice, as only a file can have it.
    pub fn repeated(&self) -> Option<&T::Id> {
        let mut seen = HashSet::new();
        self.iter().map(Record::id).find(|id| !seen.insert(*id))
    }

    pub fn get(&self, id: &T::Id) -> Option<&T> {
        self.position(id).map(|at| &self.records[at])
    }

    pub fn position(&self, id: &T::Id) -> Option<usize> {
        if let Some(places) = self.places.noted.get() {
            return places.get(id).copied();
        }
        if self.len() > OFTEN && self.places.looks.fetch_add(1, Ordering::Relaxed) >= OFTEN {
            let places = self.iter().enumerate().map(|(at, record)| (record.id().clone(), at)).collect();
            return self.places.noted.get_or_init(|| places).get(id).copied();
        }
        self.iter().position(|record| record.id() == id)
    }

    /// Applies one edit, or leaves the list as it was and says what stood in the way.
    ///
    /// # Errors
    /// [`Conflict`] when the list is not in the state the edit was made for.
    pub fn apply(&mut self, edit: &ListEdit<T>) -> Result<(), Conflict> {
        match edit {
            ListEdit::Insert { at, new } => {
                if *at > self.len() || self.position(new.id()).is_some() {
                    return Err(Conflict::of(new.id()));
                }
                self.forget_places_from(*at);
                self.records.insert(*at, new.clone());
                if let Some(places) = self.places.noted.get_mut() {
                    places.insert(new.id().clone(), *at);
                }
            }
            ListEdit::Remove { at, old } => {
                self.expect_at(*at, old)?;
                self.forget_places_from(*at);
                self.records.remove(*at);
            }
            ListEdit::Replace { old, new } => {
                let at = self.position(old.id()).ok_or_else(|| Conflict::of(old.id()))?;
                self.expect_at(at, old)?;
                if old.id() != new.id() {
                    return Err(Conflict::of(new.id()));
                }
                self.records[at] = new.clone();
            }
            ListEdit::Move { from, to, record } => {
                self.expect_at(*from, record)?;
                if *to >= self.len() {
                    return Err(Conflict::of(record.id()));
                }
                self.forget_places_from(*from.min(to));
                let moved = self.records.remove(*from);
                self.records.insert(*to, moved);
            }
        }
        Ok(())
    }

    /// Before records from `at` on are moved along.
    fn forget_places_from(&mut self, at: usize) {
        if at < self.len() {
            self.places = Places::default();
        }
    }

    fn expect_at(&self, at: usize, record: &T) -> Result<(), Conflict> {
        if self.records.get(at) == Some(record) { Ok(()) } else { Err(Conflict::of(record.id())) }
    }

    /// The edit that puts `new` at the end.
    pub fn appending(&self, new: T) -> ListEdit<T> {
        ListEdit::Insert { at: self.len(), new }
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
        Some(ListEdit::Remove { at, old: self[at].clone() })
    }

    /// The edit that moves the record with this id by `steps` places (negative is up), as far as there is room.
    pub fn moving(&self, id: &T::Id, steps: isize) -> Option<ListEdit<T>> {
        let from = self.position(id)?;
        let to = from.saturating_add_signed(steps).min(self.len() - 1);
        (from != to).then(|| ListEdit::Move { from, to, record: self[from].clone() })
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Organisation, id::OrganisationId};
    use proptest::prelude::*;

    fn named(number: usize) -> Organisation {
        Organisation::new(format!("o{number}").into(), "課")
    }

    /// The `way`-th of the ways to change a list, at a place.
    fn edit(list: &List<Organisation>, way: u8, at: usize, fresh: usize) -> ListEdit<Organisation> {
        let at = at % list.len();
        let old = list[at].clone();
        match way % 5 {
            0 => list.appending(named(fresh)),
            1 => ListEdit::Insert { at, new: named(fresh) },
            2 => ListEdit::Remove { at, old },
            3 => ListEdit::Replace { new: Organisation { name: "部".to_owned(), ..old.clone() }, old },
            _ => ListEdit::Move { from: at, to: fresh % list.len(), record: old },
        }
    }

    proptest! {
        #[test]
        fn every_record_is_found_where_it_stands(edits in prop::collection::vec((any::<u8>(), 0..100_usize), 0..30)) {
            let mut list: List<Organisation> = (0..40).map(named).collect::<Vec<_>>().into();
            for (step, (way, at)) in edits.into_iter().enumerate() {
                list.apply(&edit(&list, way, at, 1000 + step)).unwrap();
                for (at, record) in list.iter().enumerate() {
                    prop_assert_eq!(list.position(record.id()), Some(at));
                }
                prop_assert_eq!(list.get(&OrganisationId::from("o")), None);
                let twice = list.appending(list[0].clone());
                prop_assert!(list.clone().apply(&twice).is_err() && list.apply(&twice).is_err());
            }
        }
    }
}
