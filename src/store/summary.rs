//! What the list of the councils says of each, however much it holds: from two of its files, the journal, and the names of the meetings.
//! Never opens a council, so it never says that all of it can be read.

use super::{
    disk::Disk,
    folder::FileName,
    journal::Lines,
    problem::Problem,
    reading::{self, Overview, journal_path},
    replay::replay,
};
use crate::domain::{CouncilKind, Edit, ListEdit};
use std::path::Path;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    pub name: String,
    pub kind: CouncilKind,
    pub meetings: usize,
    pub open_actions: usize,
}

impl Summary {
    /// Reads what there is to say of the council in a folder.
    ///
    /// # Errors
    /// The [`Problem`] of the first file that cannot be read.
    pub(super) fn of(disk: &dyn Disk, dir: &Path) -> Result<Self, Problem> {
        // Before the files: a change that is folded meanwhile is then in both rather than in neither.
        let mut changes = Lines::read(disk, &journal_path(dir))?.changes;
        let Overview { mut council, mut meetings, mut seqs } = reading::read_overview(disk, dir)?;
        let counted = seqs.get(&FileName::Council).copied().unwrap_or(0);
        for change in &mut changes {
            for edit in change.edits.iter().filter(|_| change.seq > counted) {
                match edit {
                    Edit::Meeting(ListEdit::Insert { new, .. }) => drop(meetings.insert(new.id.clone())),
                    Edit::Meeting(ListEdit::Remove { old, .. }) => drop(meetings.remove(&old.id)),
                    _ => {}
                }
            }
            change.edits.retain(|edit| matches!(edit, Edit::Head { .. } | Edit::Action(_)));
        }
        replay(&mut council, &mut seqs, &changes)?;
        Ok(Self {
            open_actions: council.open_actions().count(),
            name: council.head.name,
            kind: council.head.kind,
            meetings: meetings.len(),
        })
    }
}
