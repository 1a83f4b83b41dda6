//! Putting away what is over, so that the list of actions does not grow with the years. Touches nothing that is open or fresh.

use super::Decision;
use crate::domain::{Action, Council, Edit, ListEdit, Refusal};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Puts ended actions on the shelf of the fiscal year they were given in: those of earlier years that ended before the day of the last
/// held meeting, so that every list still shows what the next meeting asks about. To be made as a change of kind
/// [`Tidy`](crate::domain::ChangeKind::Tidy).
///
/// # Errors
/// [`Refusal::NotLoaded`] while one of [`shelves_to_tidy`] is not read.
pub fn tidy(council: &Council, today: NaiveDate) -> Decision {
    if shelves_to_tidy(council, today).iter().any(|year| council.shelves.get(year) == Some(&None)) {
        return Err(Refusal::NotLoaded);
    }
    let mut lengths: BTreeMap<i32, usize> = BTreeMap::new();
    let mut edits = Vec::new();
    for (gone, (at, year, action)) in over(council, today).enumerate() {
        let on_shelf = council.shelves.get(&year).and_then(Option::as_ref).map_or(0, |shelf| shelf.len());
        let length = lengths.entry(year).or_insert(on_shelf);
        edits.push(Edit::Action(ListEdit::Remove { at: at - gone, old: action.clone() }));
        edits.push(Edit::Shelf(year, ListEdit::Insert { at: *length, new: action.clone() }));
        *length += 1;
    }
    Ok(edits)
}

/// The fiscal years whose shelves [`tidy`] would add to, and so has to know.
pub fn shelves_to_tidy(council: &Council, today: NaiveDate) -> BTreeSet<i32> {
    over(council, today).map(|(_, year, _)| year).collect()
}

/// What is to be put away: its place on the list, the year of its shelf and itself.
fn over(council: &Council, today: NaiveDate) -> impl Iterator<Item = (usize, i32, &Action)> {
    let this_year = council.fiscal_year(today);
    let last_held = council.last_held().map(|meeting| meeting.date);
    let actions = council.actions.iter().enumerate().filter(|(_, action)| !action.state.is_open());
    actions.filter_map(move |(at, action)| {
        let ended = action.ended.filter(|ended| last_held.is_some_and(|held| *ended < held))?;
        let given = action.origin.as_ref().and_then(|origin| council.meetings.get(&origin.meeting));
        let year = given.map_or_else(|| council.fiscal_year(ended), |meeting| meeting.fiscal_year);
        (year < this_year).then_some((at, year, action))
    })
}
