//! The plan-and-evaluation sheet: its rows, what stands in their cells, and the sheet of the next fiscal year.

use super::{Decision, record::LONGEST};
use crate::domain::{
    Column, Council, Edit, ListEdit, Mint, Refusal, SheetRow, Who, bounds::Bounded, id::RowId,
};
use chrono::NaiveDate;

/// Adds a row, or replaces the one with its id. What is written in it loses the spaces at its ends.
///
/// # Errors
/// [`Refusal::Empty`] where it is not said whose it is, [`Refusal::TooLong`] for more in a cell than anybody reads.
pub fn save(council: &Council, mut row: SheetRow) -> Decision {
    if row.who.label.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    for column in Column::ALL {
        let cell = row.cell_mut(column);
        *cell = cell.trim().to_owned();
        if cell.len() > LONGEST {
            return Err(Refusal::TooLong);
        }
    }
    let list = &council.sheet;
    let known = list.get(&row.id).is_some();
    let edit = if known { list.replacing(row) } else { Some(list.appending(row)) };
    Ok(edit.map(Edit::SheetRow).into_iter().collect())
}

/// Says whose a row is.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Empty`].
pub fn set_who(council: &Council, id: &RowId, who: Who) -> Decision {
    let row = council.sheet.get(id).ok_or(Refusal::NotFound)?;
    save(council, SheetRow { who, ..row.clone() })
}

/// Writes in a cell. What makes no difference leaves the day it was last written in alone.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::TooLong`].
pub fn write(council: &Council, id: &RowId, column: Column, text: &str, today: NaiveDate) -> Decision {
    let row = council.sheet.get(id).ok_or(Refusal::NotFound)?;
    if row.cell(column) == text.trim() {
        return Ok(Vec::new());
    }
    let mut row = SheetRow { touched: Some(today), ..row.clone() };
    text.clone_into(row.cell_mut(column));
    save(council, row)
}

/// Takes a row out with all that is written in it. Rows that went on from it stand by themselves then.
///
/// # Errors
/// [`Refusal::NotFound`].
pub fn remove(council: &Council, id: &RowId) -> Decision {
    let removing = council.sheet.removing(id).ok_or(Refusal::NotFound)?;
    let after = council.sheet.iter().filter(|row| row.from.as_ref() == Some(id) && row.id != *id);
    let freed = after.filter_map(|row| council.sheet.replacing(SheetRow { from: None, ..row.clone() }));
    Ok(freed.chain([removing]).map(Edit::SheetRow).collect())
}

/// Moves a row by `steps` places within its fiscal year (negative is up), as far as there is room.
///
/// # Errors
/// [`Refusal::NotFound`].
pub fn reorder(council: &Council, id: &RowId, steps: isize) -> Decision {
    let row = council.sheet.get(id).ok_or(Refusal::NotFound)?;
    let places = council.sheet.iter().enumerate().filter(|(_, it)| it.year == row.year);
    let (places, ids): (Vec<usize>, Vec<&RowId>) = places.map(|(at, it)| (at, &it.id)).unzip();
    let at = ids.iter().position(|it| *it == id).ok_or(Refusal::NotFound)?;
    let to = at.saturating_add_signed(steps).min(places.len() - 1);
    let steps = places[to].cast_signed() - places[at].cast_signed();
    Ok(council.sheet.moving(id, steps).map(Edit::SheetRow).into_iter().collect())
}

/// Begins the sheet of the next fiscal year: each row that nothing there goes on from yet goes on, called as its party is called now.
/// Programme, viewpoint and aim stand in it as the plan to start from; what was hard, how it went and what came of it are asked anew.
///
/// # Errors
/// [`Refusal::NotFound`] where the year has no row left to carry over.
pub fn carry_over(council: &Council, year: i32, mint: &mut Mint) -> Decision {
    if !year.saturating_add(1).is_in_bounds() {
        return Err(Refusal::NotFound);
    }
    let rows = council.sheet_to_carry(year).map(|row| carried(council, row, mint.id()));
    let edits: Vec<Edit> = (council.sheet.len()..)
        .zip(rows)
        .map(|(at, new)| Edit::SheetRow(ListEdit::Insert { at, new }))
        .collect();
    if edits.is_empty() { Err(Refusal::NotFound) } else { Ok(edits) }
}

fn carried(council: &Council, row: &SheetRow, id: RowId) -> SheetRow {
    // Whoever has left the roster since goes on by the name alone.
    let party = row.who.party.clone().filter(|party| council.party_label(party).is_some());
    let who = party.map_or_else(|| Who::new(&row.who.label, None), |party| council.who(party));
    SheetRow {
        programme: row.programme.clone(),
        viewpoint: row.viewpoint.clone(),
        aim: row.aim.clone(),
        from: Some(row.id.clone()),
        ..SheetRow::new(id, row.year + 1, who)
    }
}
