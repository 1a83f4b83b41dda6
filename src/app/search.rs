//! What the search over the whole council knows: what is asked, what answers it, and the index it asks. Kept when the search is closed, so
//! that it goes on where it was. Never searches by itself: its update does.

use super::{cursor::Cursor, model::Model, overlay::Overlay};
use crate::{
    domain::Unread,
    text::{
        editor::Editor,
        search::{Entry, Index, Query},
    },
};
use std::sync::Arc;

#[derive(Clone, Debug, Default)]
pub struct Search {
    pub query: Editor,
    /// The query as it was understood.
    pub asked: Query,
    /// What answers it, newest first.
    pub found: Vec<Arc<Entry>>,
    pub cursor: Cursor,
    pub index: Index,
    /// The query that `found` answers, and whether it tells what is off the record.
    pub(super) answered: Option<(String, bool)>,
}

impl Search {
    /// The same question, to be asked of another council or of one that was read anew.
    pub fn anew(&mut self) {
        (self.index, self.found, self.answered) = Default::default();
    }

    /// What Enter would go to.
    pub fn chosen(&self) -> Option<&Arc<Entry>> {
        self.found.get(self.cursor.at)
    }
}

/// So many records are read at a time, so that what is in them can be found as they come in.
const AT_ONCE: usize = 4;

impl Model {
    pub fn searches_all(&self) -> bool {
        self.overlays.iter().any(|overlay| matches!(overlay, Overlay::Search))
    }

    /// What the open search is to read next: the newest first, and what could be read before what could not.
    pub(super) fn search_lacks(&self) -> Unread {
        if !self.searches_all() {
            return Unread::default();
        }
        let unread = self.council().unread();
        let failed = self.loading.failed.as_ref().map(|failed| failed.parts.clone()).unwrap_or_default();
        let readable = unread.clone().without(&failed);
        let wanted = if readable.is_empty() { unread } else { readable };
        let newest = self.council().meetings_by_date().into_iter().rev().map(|meeting| &meeting.id);
        let meetings = newest.filter(|id| wanted.meetings.contains(id)).take(AT_ONCE).cloned().collect();
        let shelves = wanted.shelves.into_iter().max().into_iter().collect();
        Unread { meetings, shelves }
    }
}
