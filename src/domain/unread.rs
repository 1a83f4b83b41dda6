//! What of a council is on disk and not in memory yet. Says what is missing and takes it in; never fetches anything itself.

use super::{Action, Body, Conflict, Council, Edit, List, ListEdit, Why, id::MeetingId};

/// Bodies and shelves that are on disk and were not read yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unread {
    pub meetings: Vec<MeetingId>,
    /// By fiscal year.
    pub shelves: Vec<i32>,
}

impl Unread {
    pub const fn is_empty(&self) -> bool {
        self.meetings.is_empty() && self.shelves.is_empty()
    }

    /// Takes up what `other` has besides.
    pub fn extend(&mut self, other: Self) {
        let Self { meetings, shelves } = other.without(self);
        self.meetings.extend(meetings);
        self.shelves.extend(shelves);
    }

    /// Is any of it also in `other`?
    pub fn shares(&self, other: &Self) -> bool {
        self.clone().without(other) != *self
    }

    /// What `other` does not have.
    #[must_use]
    pub fn without(mut self, other: &Self) -> Self {
        self.meetings.retain(|meeting| !other.meetings.contains(meeting));
        self.shelves.retain(|year| !other.shelves.contains(year));
        self
    }
}

impl Council {
    /// Everything that was not read yet, meetings in the order of the list.
    pub fn unread(&self) -> Unread {
        Unread { meetings: self.unread_bodies().cloned().collect(), shelves: self.unread_shelves().collect() }
    }

    /// Everything is in memory.
    pub fn is_whole(&self) -> bool {
        self.unread_bodies().next().is_none() && self.has_every_shelf()
    }

    /// The meeting is there and its body was not read yet.
    pub fn is_unread(&self, meeting: &MeetingId) -> bool {
        !self.bodies.contains_key(meeting) && self.meetings.get(meeting).is_some()
    }

    /// Every action that ever was is in memory.
    pub fn has_every_shelf(&self) -> bool {
        self.unread_shelves().next().is_none()
    }

    fn unread_bodies(&self) -> impl Iterator<Item = &MeetingId> {
        self.meetings.iter().map(|meeting| &meeting.id).filter(|id| !self.bodies.contains_key(id))
    }

    /// The years whose shelves were not read yet.
    pub fn unread_shelves(&self) -> impl Iterator<Item = i32> {
        self.shelves.iter().filter(|(_, shelf)| shelf.is_none()).map(|(year, _)| *year)
    }

    /// What was not read yet of what a meeting's papers are made from: its body, the actions given at it, and those of earlier years that
    /// its agenda names.
    pub fn unread_of(&self, meeting: &MeetingId) -> Unread {
        let Some(head) = self.meetings.get(meeting) else { return Unread::default() };
        let items = self.body(meeting).into_iter().flat_map(|body| &body.items);
        let mut named = items.filter_map(|item| match &item.why {
            Why::OpenActions(_, numbers) => Some(numbers),
            _ => None,
        });
        let unknown = named.any(|numbers| numbers.iter().any(|it| self.action_numbered(*it).is_none()));
        let its_own = |year: &i32| *year == head.fiscal_year || (unknown && *year < head.fiscal_year);
        Unread {
            meetings: self.is_unread(meeting).then(|| meeting.clone()).into_iter().collect(),
            shelves: self.unread_shelves().filter(its_own).collect(),
        }
    }

    /// What has to be read before these edits can be applied or taken back.
    pub fn unread_for(&self, edits: &[Edit]) -> Unread {
        let mut unread = Unread::default();
        for edit in edits.iter().filter(|edit| self.lacks(edit)) {
            match edit {
                Edit::Shelf(year, _) if !unread.shelves.contains(year) => unread.shelves.push(*year),
                _ => {
                    unread.meetings.extend(edit.meeting().filter(|id| !unread.meetings.contains(id)).cloned())
                }
            }
        }
        unread
    }

    /// Is this an edit of a body or a shelf that was not read?
    fn lacks(&self, edit: &Edit) -> bool {
        match edit {
            Edit::Shelf(year, _) => self.shelves.get(year) == Some(&None),
            Edit::Meeting(ListEdit::Remove { old, .. }) => self.is_unread(&old.id),
            Edit::Item(id, _)
            | Edit::Attendance(id, _)
            | Edit::Line(id, _)
            | Edit::Turn(id, _)
            | Edit::Waiting(id, _) => self.is_unread(id),
            _ => false,
        }
    }

    /// Takes in what a meeting's file says. A body that is there already stays, and so does a council without that meeting.
    pub fn load_body(&mut self, id: &MeetingId, body: Body) {
        if self.is_unread(id) {
            self.bodies.insert(id.clone(), body);
        }
    }

    /// Takes in a shelf. One that is there already stays.
    pub fn load_shelf(&mut self, year: i32, shelf: List<Action>) {
        if self.shelves.get(&year) != Some(&None) {
            return;
        }
        if shelf.is_empty() {
            self.shelves.remove(&year);
        } else {
            self.shelves.insert(year, Some(shelf));
        }
    }

    /// Applies edits that were made where everything was read: what is not read here is passed over, as reading it later brings it in
    /// as it is then. All of the rest, or nothing.
    ///
    /// # Errors
    /// The [`Conflict`] of the first edit that does not fit.
    pub fn apply_read(&mut self, edits: &[Edit]) -> Result<(), Conflict> {
        let unread = self.unread_for(edits);
        let mut applied: Vec<&Edit> = Vec::new();
        for edit in edits {
            match self.apply_one_read(edit) {
                Ok(true) => applied.push(edit),
                Ok(false) => {}
                Err(conflict) => {
                    for edit in applied.into_iter().rev() {
                        self.apply(&edit.inverse()).expect("an edit just applied can be taken back");
                    }
                    self.bodies.retain(|id, _| !unread.meetings.contains(id));
                    return Err(conflict);
                }
            }
        }
        Ok(())
    }

    /// Whether there was anything here to apply it to. The head of a meeting goes without its body.
    fn apply_one_read(&mut self, edit: &Edit) -> Result<bool, Conflict> {
        match edit {
            Edit::Meeting(removal) if self.lacks(edit) => self.meetings.apply(removal).map(|()| true),
            _ if self.lacks(edit) => Ok(false),
            _ => self.apply(edit).map(|()| true),
        }
    }
}
