//! The journal applied to what the files say. Each edit goes where the file it touches does not contain it yet, so that a stop in the
//! middle of a fold, with some files newer than others, changes nothing. Never reads or writes.

use super::{folder::FileName, problem::Problem};
use crate::domain::{
    Body, Change, Council, Edit, ListEdit, Meeting, Record as _, id::MeetingId, merge::rebase,
};
use std::collections::BTreeMap;

/// The last change that each file contains.
pub type Seqs = BTreeMap<FileName, u64>;

/// Applies changes to a council as far as its files do not contain them. Bodies and shelves that were not read are passed over.
///
/// # Errors
/// [`Problem::Conflict`] at the first edit that does not fit: a file was changed by hand where the journal changes it too.
pub fn replay(council: &mut Council, seqs: &mut Seqs, changes: &[Change]) -> Result<(), Problem> {
    changes
        .iter()
        .flat_map(|change| change.edits.iter().map(move |edit| (change.seq, edit)))
        .try_for_each(|(seq, edit)| step(council, seqs, seq, edit))
}

/// Applies to the body of one meeting, just read, what its file does not contain yet.
///
/// # Errors
/// As [`replay`].
pub fn replay_body(
    council: &mut Council,
    id: &MeetingId,
    seq: u64,
    changes: &[Change],
) -> Result<(), Problem> {
    let name = FileName::Meeting(id.clone());
    for change in changes.iter().filter(|change| change.seq > seq) {
        for edit in change.edits.iter().filter(|edit| FileName::touched_by(edit) == name) {
            if !matches!(edit, Edit::Meeting(_)) {
                fit(council, edit)?;
            }
        }
    }
    Ok(())
}

/// The same for a shelf.
///
/// # Errors
/// As [`replay`].
pub fn replay_shelf(council: &mut Council, year: i32, seq: u64, changes: &[Change]) -> Result<(), Problem> {
    let edits = changes.iter().filter(|change| change.seq > seq).flat_map(|change| &change.edits);
    let mut on_shelf = edits.filter(|edit| matches!(edit, Edit::Shelf(it, _) if *it == year));
    on_shelf.try_for_each(|edit| fit(council, edit))
}

fn step(council: &mut Council, seqs: &mut Seqs, seq: u64, edit: &Edit) -> Result<(), Problem> {
    let of = |seqs: &Seqs, name: &FileName| seqs.get(name).copied();
    let name = FileName::touched_by(edit);
    let is_news = of(seqs, &name).is_none_or(|contained| seq > contained);
    let order_is_old = of(seqs, &FileName::Council).is_none_or(|contained| seq > contained);
    match edit {
        Edit::Meeting(ListEdit::Insert { at, new }) => {
            if is_news {
                remove(council, &new.id);
                council.bodies.insert(new.id.clone(), Body::default());
                // What the same change writes into it comes after this.
                seqs.insert(name, seq.saturating_sub(1));
            }
            if is_news || order_is_old {
                let meeting = council.meetings.get(&new.id).unwrap_or(new).clone();
                insert(council, *at, meeting);
            }
            Ok(())
        }
        Edit::Meeting(ListEdit::Remove { old, .. }) => {
            if is_news {
                remove(council, &old.id);
                council.bodies.remove(&old.id);
                // The same change may make it anew.
                seqs.insert(name, seq.saturating_sub(1));
            }
            Ok(())
        }
        Edit::Meeting(ListEdit::Move { to, record, .. }) => {
            if let (true, Some(meeting)) = (order_is_old, council.meetings.get(record.id()).cloned()) {
                insert(council, *to, meeting);
            }
            Ok(())
        }
        Edit::Item(id, _) | Edit::Attendance(id, _) | Edit::Line(id, _) | Edit::Turn(id, _)
            if !council.bodies.contains_key(id) =>
        {
            Ok(())
        }
        Edit::Shelf(year, _) if council.shelves.get(year) == Some(&None) => Ok(()),
        Edit::Meeting(ListEdit::Replace { new, .. }) if council.meetings.get(&new.id).is_none() => Ok(()),
        edit if is_news => fit(council, edit),
        _ => Ok(()),
    }
}

/// Takes a meeting out of the list, wherever it stands.
fn remove(council: &mut Council, id: &MeetingId) {
    if let Some(edit) = council.meetings.removing(id) {
        council.meetings.apply(&edit).expect("a record just found can be taken out");
    }
}

/// Puts a meeting at its place, away from where it stood.
fn insert(council: &mut Council, at: usize, new: Meeting) {
    remove(council, &new.id);
    let at = at.min(council.meetings.len());
    council.meetings.apply(&ListEdit::Insert { at, new }).expect("the id was just taken out");
}

/// Applies one edit, or what it means for a council that someone changed by hand in between.
fn fit(council: &mut Council, edit: &Edit) -> Result<(), Problem> {
    let Err(conflict) = council.apply(edit) else { return Ok(()) };
    let merge = rebase(council, std::slice::from_ref(edit));
    if merge.clashes.is_empty() && council.apply_all(&merge.fitting).is_ok() {
        Ok(())
    } else {
        Err(Problem::Conflict { record: conflict.record })
    }
}
