//! The journal applied to what the files say. Each edit goes where the file it touches does not contain it yet, so that a stop in the
//! middle of a fold, with some files newer than others, changes nothing. Never reads or writes.

use super::{folder::FileName, problem::Problem};
use crate::domain::{
    Body, Change, Council, Edit, ListEdit, Meeting, Record as _, council::is_slug, id::MeetingId,
    merge::rebase,
};
use std::collections::{BTreeMap, BTreeSet};

/// The last change that each file contains.
pub type Seqs = BTreeMap<FileName, u64>;

/// The files that a change reached elsewhere than it says, because someone had moved its record there by hand.
pub type Elsewhere = BTreeSet<FileName>;

/// Applies changes to a council as far as its files do not contain them. Bodies and shelves that were not read are passed over.
///
/// # Errors
/// [`Problem::Conflict`] at the first edit that does not fit: a file was changed by hand where the journal changes it too;
/// [`Problem::BadName`] at a meeting that no file can be named by.
pub fn replay(council: &mut Council, seqs: &mut Seqs, changes: &[Change]) -> Result<Elsewhere, Problem> {
    let mut elsewhere = Elsewhere::new();
    for change in changes {
        for edit in &change.edits {
            elsewhere.append(&mut step(council, seqs, change.seq, edit)?);
        }
    }
    Ok(elsewhere)
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
) -> Result<Elsewhere, Problem> {
    let name = FileName::Meeting(id.clone());
    let mut elsewhere = Elsewhere::new();
    for change in changes.iter().filter(|change| change.seq > seq) {
        for edit in change.edits.iter().filter(|edit| FileName::touched_by(edit) == name) {
            if !matches!(edit, Edit::Meeting(_)) {
                elsewhere.append(&mut fit(council, edit)?);
            }
        }
    }
    Ok(elsewhere)
}

/// The same for a shelf.
///
/// # Errors
/// As [`replay`].
pub fn replay_shelf(
    council: &mut Council,
    year: i32,
    seq: u64,
    changes: &[Change],
) -> Result<Elsewhere, Problem> {
    let edits = changes.iter().filter(|change| change.seq > seq).flat_map(|change| &change.edits);
    let mut elsewhere = Elsewhere::new();
    for edit in edits.filter(|edit| matches!(edit, Edit::Shelf(it, _) if *it == year)) {
        elsewhere.append(&mut fit(council, edit)?);
    }
    Ok(elsewhere)
}

fn step(council: &mut Council, seqs: &mut Seqs, seq: u64, edit: &Edit) -> Result<Elsewhere, Problem> {
    let of = |seqs: &Seqs, name: &FileName| seqs.get(name).copied();
    let name = FileName::touched_by(edit);
    let is_news = of(seqs, &name).is_none_or(|contained| seq > contained);
    let order_is_old = of(seqs, &FileName::Council).is_none_or(|contained| seq > contained);
    match edit {
        // Its file would be named by it.
        Edit::Meeting(ListEdit::Insert { new, .. }) if !is_slug(new.id.as_str()) => {
            Err(Problem::BadName { name: new.id.0.clone() })
        }
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
            Ok(Elsewhere::new())
        }
        Edit::Meeting(ListEdit::Remove { old, .. }) => {
            if is_news {
                remove(council, &old.id);
                council.bodies.remove(&old.id);
                // The same change may make it anew.
                seqs.insert(name, seq.saturating_sub(1));
            }
            Ok(Elsewhere::new())
        }
        Edit::Meeting(ListEdit::Move { to, record, .. }) => {
            if let (true, Some(meeting)) = (order_is_old, council.meetings.get(record.id()).cloned()) {
                insert(council, *to, meeting);
            }
            Ok(Elsewhere::new())
        }
        Edit::Item(id, _)
        | Edit::Attendance(id, _)
        | Edit::Line(id, _)
        | Edit::Turn(id, _)
        | Edit::Waiting(id, _)
            if !council.bodies.contains_key(id) =>
        {
            Ok(Elsewhere::new())
        }
        Edit::Shelf(year, _) if council.shelves.get(year) == Some(&None) => Ok(Elsewhere::new()),
        // Its last action left it, and its file is gone.
        Edit::Shelf(year, edit)
            if !matches!(edit, ListEdit::Insert { .. }) && !council.shelves.contains_key(year) =>
        {
            Ok(Elsewhere::new())
        }
        Edit::Meeting(ListEdit::Replace { new, .. }) if council.meetings.get(&new.id).is_none() => {
            Ok(Elsewhere::new())
        }
        edit if is_news => fit(council, edit),
        _ => Ok(Elsewhere::new()),
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
fn fit(council: &mut Council, edit: &Edit) -> Result<Elsewhere, Problem> {
    let Err(conflict) = council.apply(edit) else { return Ok(Elsewhere::new()) };
    let merge = rebase(council, std::slice::from_ref(edit));
    if merge.clashes.is_empty() && council.apply_all(&merge.fitting).is_ok() {
        Ok(merge.fitting.iter().map(FileName::touched_by).collect())
    } else {
        Err(Problem::Conflict { record: conflict.record })
    }
}
