//! What it takes to make one council of another, as edits. Compares what is read on both sides; never guesses at the rest.

use super::{Body, Council, Edit, List, ListEdit, Record, id::MeetingId};
use std::collections::{BTreeSet, HashMap};

/// The edits that make `to` of `from`, order included, each fitting what the ones before it leave.
///
/// Bodies and shelves that are not read on both sides are left alone. A meeting that `to` does not have goes with its body, so that body
/// has to be read in `from`; the body of a new one has to be read in `to`.
pub fn difference(from: &Council, to: &Council) -> Vec<Edit> {
    let mut edits = Vec::new();
    if from.head != to.head {
        edits.push(Edit::Head { old: Box::new(from.head.clone()), new: Box::new(to.head.clone()) });
    }
    edits.extend(of_lists(&from.organisations, &to.organisations).map(Edit::Organisation));
    edits.extend(of_lists(&from.members, &to.members).map(Edit::Member));
    edits.extend(of_lists(&from.roles, &to.roles).map(Edit::Role));
    edits.extend(of_lists(&from.points, &to.points).map(Edit::Point));
    edits.extend(of_lists(&from.indicators, &to.indicators).map(Edit::Indicator));
    edits.extend(of_lists(&from.assessments, &to.assessments).map(Edit::Assessment));
    edits.extend(of_lists(&from.sheet, &to.sheet).map(Edit::SheetRow));
    edits.extend(of_lists(&from.escalations, &to.escalations).map(Edit::Escalation));
    edits.extend(of_actions(from, to));
    edits.extend(of_meetings(from, to));
    edits
}

/// What leaves the list or a shelf goes first, so that an action never stands in two of them.
fn of_actions(from: &Council, to: &Council) -> impl Iterator<Item = Edit> {
    let mut edits: Vec<Edit> = of_lists(&from.actions, &to.actions).map(Edit::Action).collect();
    edits.extend(of_shelves(from, to));
    let leaves = |edit: &Edit| {
        matches!(edit, Edit::Action(ListEdit::Remove { .. }) | Edit::Shelf(_, ListEdit::Remove { .. }))
    };
    let (leaving, staying): (Vec<Edit>, Vec<Edit>) = edits.into_iter().partition(leaves);
    leaving.into_iter().chain(staying)
}

fn of_shelves(from: &Council, to: &Council) -> Vec<Edit> {
    let nothing = List::default();
    let shelf = |council: &'_ Council, year| match council.shelves.get(year) {
        Some(shelf) => shelf.clone(),
        None => Some(nothing.clone()),
    };
    let years: BTreeSet<&i32> = from.shelves.keys().chain(to.shelves.keys()).collect();
    let read = years.into_iter().filter_map(|year| Some((*year, shelf(from, year)?, shelf(to, year)?)));
    read.flat_map(|(year, from, to)| of_lists(&from, &to).map(move |edit| Edit::Shelf(year, edit))).collect()
}

fn of_meetings(from: &Council, to: &Council) -> Vec<Edit> {
    let nothing = Body::default();
    let gone = from.meetings.iter().filter(|meeting| to.meetings.get(&meeting.id).is_none());
    let emptied = gone.filter_map(|it| Some(of_bodies(&it.id, from.body(&it.id)?, &nothing))).flatten();
    let heads = of_lists(&from.meetings, &to.meetings).map(Edit::Meeting);
    let changed = to.meetings.iter().filter_map(|meeting| {
        let before =
            if from.meetings.get(&meeting.id).is_none() { Some(&nothing) } else { from.body(&meeting.id) };
        Some(of_bodies(&meeting.id, before?, to.body(&meeting.id)?))
    });
    emptied.chain(heads).chain(changed.flatten()).collect()
}

/// The edits that make one body of another, for the meeting with this id.
pub(super) fn of_bodies(id: &MeetingId, from: &Body, to: &Body) -> Vec<Edit> {
    let items = of_lists(&from.items, &to.items).map(|edit| Edit::Item(id.clone(), edit));
    let attendance =
        of_lists(&from.attendance, &to.attendance).map(|edit| Edit::Attendance(id.clone(), edit));
    let lines = of_lists(&from.lines, &to.lines).map(|edit| Edit::Line(id.clone(), edit));
    let turns = of_lists(&from.turns, &to.turns).map(|edit| Edit::Turn(id.clone(), edit));
    let queue = of_lists(&from.queue, &to.queue).map(|edit| Edit::Waiting(id.clone(), edit));
    items.chain(attendance).chain(lines).chain(turns).chain(queue).collect()
}

/// Takes out what is gone, changes what differs, then puts each where it belongs.
fn of_lists<T: Record>(from: &[T], to: &[T]) -> std::vec::IntoIter<ListEdit<T>> {
    let mut edits = Vec::new();
    if from != to {
        let places: HashMap<&T::Id, usize> =
            to.iter().enumerate().map(|(place, record)| (record.id(), place)).collect();
        // The last goes first, so that each stands where its edit says.
        let gone = from.iter().enumerate().rev().filter(|(_, old)| !places.contains_key(old.id()));
        edits.extend(gone.map(|(at, old)| ListEdit::Remove { at, old: old.clone() }));
        let kept = || from.iter().filter_map(|old| Some((old, *places.get(old.id())?)));
        let changed = kept().filter(|(old, place)| **old != to[*place]);
        edits.extend(
            changed.map(|(old, place)| ListEdit::Replace { old: old.clone(), new: to[place].clone() }),
        );
        edits.extend(arranging(kept().map(|(_, place)| place).collect(), to));
    }
    edits.into_iter()
}

/// The edits that bring records into the order of `to` and put in those missing, with as few moves as can be. `now` holds the places in
/// `to` of the records that are there.
fn arranging<T: Record>(mut now: Vec<usize>, to: &[T]) -> Vec<ListEdit<T>> {
    let marked = |places: &[usize]| {
        let mut marks = vec![false; to.len()];
        places.iter().for_each(|place| marks[*place] = true);
        marks
    };
    let (is_there, stays) = (marked(&now), marked(&longest_rise(&now)));
    let mut edits = Vec::new();
    // Where the next record belongs: behind the one before it. What stays is found further on, past what still has to move.
    let mut at = 0;
    for (place, record) in to.iter().enumerate() {
        if !is_there[place] {
            now.insert(at, place);
            edits.push(ListEdit::Insert { at, new: record.clone() });
        } else if stays[place] {
            at = (at..now.len()).find(|at| now[*at] == place).unwrap_or(at);
        } else if let Some(from) = now.iter().position(|it| *it == place) {
            now.remove(from);
            at -= usize::from(from < at);
            now.insert(at, place);
            if from != at {
                edits.push(ListEdit::Move { from, to: at, record: record.clone() });
            }
        }
        at += 1;
    }
    edits
}

/// As many of the values as can be picked in order so that each is greater than the one before, last first.
fn longest_rise(values: &[usize]) -> Vec<usize> {
    // At n: where the smallest value stands that ends a rise of n + 1 values.
    let mut ends: Vec<usize> = Vec::new();
    let mut before = Vec::with_capacity(values.len());
    for (at, value) in values.iter().enumerate() {
        let length = ends.partition_point(|end| values[*end] < *value);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    std::iter::successors(ends.last().copied(), |at| before[*at]).map(|at| values[at]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Head, Organisation};

    fn organisations(names: &str) -> List<Organisation> {
        names.chars().map(|name| Organisation::new(name.to_string().into(), name)).collect::<Vec<_>>().into()
    }

    fn edits_between(from: &str, to: &str) -> Vec<ListEdit<Organisation>> {
        let (from, to) = (organisations(from), organisations(to));
        let edits: Vec<_> = of_lists(&from, &to).collect();
        let mut made = from;
        edits.iter().for_each(|edit| made.apply(edit).unwrap());
        assert_eq!(made, to);
        edits
    }

    #[test]
    fn one_record_that_moved_is_one_move() {
        for (from, to) in [("abcde", "bcdea"), ("abcde", "eabcd"), ("abcde", "acdbe")] {
            let edits = edits_between(from, to);
            assert!(matches!(edits[..], [ListEdit::Move { .. }]), "{from} {to}: {edits:?}");
        }
    }

    #[test]
    fn records_come_and_go_and_change_places_at_once() {
        assert_eq!(edits_between("abc", "").len(), 3);
        assert_eq!(edits_between("", "abc").len(), 3);
        assert_eq!(edits_between("abcdef", "fxdbya").len(), 2 + 2 + 3);
        assert_eq!(edits_between("abc", "abc").len(), 0);
    }

    #[test]
    fn what_is_not_read_on_both_sides_is_left_alone() {
        let mut from = Council::new(Head::new("協議会"));
        from.shelves.insert(2024, None);
        let mut to = from.clone();
        let shelf = vec![crate::domain::Action::new("a".into(), 1, "資料をつくる")];
        to.shelves.insert(2024, Some(shelf.into()));
        assert_eq!(difference(&from, &to), []);
        assert_eq!(difference(&to, &from), []);
    }
}
