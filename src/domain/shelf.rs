//! Shelves: ended actions of earlier fiscal years, put away so that the list holds what still presses. Finds an action wherever it
//! stands, and changes it there; one that is open again comes back to the list.

use super::{Action, Conflict, Council, Edit, List, ListEdit, id::ActionId};

impl Council {
    /// The actions on the list, then those on the shelves that are read.
    pub fn every_action(&self) -> impl Iterator<Item = &Action> {
        self.actions.iter().chain(self.shelves.values().flatten().flatten())
    }

    /// The action with this id, on the list or on a shelf that is read.
    pub fn action(&self, id: &ActionId) -> Option<&Action> {
        let shelved = || self.shelves.values().flatten().find_map(|shelf| shelf.get(id));
        self.actions.get(id).or_else(shelved)
    }

    /// The action with this number, on the list or on a shelf that is read.
    pub fn action_numbered(&self, number: u32) -> Option<&Action> {
        self.every_action().find(|action| action.number == number)
    }

    fn shelf_with(&self, id: &ActionId) -> Option<(i32, &List<Action>)> {
        let read = self.shelves.iter().filter_map(|(year, shelf)| Some((*year, shelf.as_ref()?)));
        read.into_iter().find(|(_, shelf)| shelf.get(id).is_some())
    }

    /// The edits that change an action where it stands; a shelved one that is open afterwards goes to the end of the list. Nothing when
    /// there is no such action or the change makes no difference.
    pub fn changing_action(&self, id: &ActionId, change: impl FnOnce(&mut Action)) -> Vec<Edit> {
        if self.actions.get(id).is_some() {
            return self.actions.changing(id, change).map(Edit::Action).into_iter().collect();
        }
        let Some((year, shelf)) = self.shelf_with(id) else { return Vec::new() };
        match shelf.changing(id, change) {
            Some(ListEdit::Replace { new, .. }) if new.state.is_open() => {
                let taken = shelf.removing(id).map(|edit| Edit::Shelf(year, edit));
                taken.into_iter().chain([Edit::Action(self.actions.appending(new))]).collect()
            }
            edit => edit.map(|edit| Edit::Shelf(year, edit)).into_iter().collect(),
        }
    }

    /// The edit that takes an action out, wherever it stands.
    pub fn removing_action(&self, id: &ActionId) -> Option<Edit> {
        let shelved = || {
            let (year, shelf) = self.shelf_with(id)?;
            Some(Edit::Shelf(year, shelf.removing(id)?))
        };
        self.actions.removing(id).map(Edit::Action).or_else(shelved)
    }

    /// A shelf is there as long as it holds something.
    pub(super) fn apply_shelf(&mut self, year: i32, edit: &ListEdit<Action>) -> Result<(), Conflict> {
        match self.shelves.get_mut(&year) {
            Some(Some(shelf)) => {
                shelf.apply(edit)?;
                if shelf.is_empty() {
                    self.shelves.remove(&year);
                }
            }
            Some(None) => return Err(Conflict::of(&edit.record().id)),
            None => {
                let mut shelf = List::default();
                shelf.apply(edit)?;
                self.shelves.insert(year, Some(shelf));
            }
        }
        Ok(())
    }
}
