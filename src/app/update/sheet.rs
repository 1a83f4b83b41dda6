//! What the commands of the plan-and-evaluation sheet do: its years, its rows, the cell in hand.

mod writing;

pub use writing::{
    begin, cell_down, cell_up, finish, give_up, go_on_with, keep, new_line, select_rows, settle, write_next,
    write_previous,
};

use super::{list, names, shell};
use crate::{
    app::{
        command::Ready,
        form::{Field, FieldError, Form},
        look::Tone,
        model::{BoardView, ListId, Model, Pane},
        view::sheet::{BESIDE, Shape, areas, rows},
    },
    domain::{
        Column, Party, SheetRow,
        decide::{self, Decision},
        id::RowId,
    },
    words::Words,
};

/// The sheet of this fiscal year; where a cell is being written in, the sheet it is on.
pub fn show(model: &mut Model) {
    let council = model.council();
    let written = model.sheet.writing.as_ref().and_then(|it| council.sheet.get(&it.row)).map(|row| row.year);
    let year = written.unwrap_or_else(|| council.fiscal_year(model.today()));
    model.board_view = BoardView::Sheet(year);
}

/// The sheet of a row, with the cell in hand. Returns whether the row is there.
fn look_at(model: &mut Model, row: &RowId, column: Column) -> bool {
    let Some(year) = model.council().sheet.get(row).map(|row| row.year) else { return false };
    shell::go(model, Pane::Board);
    go_to(model, year, Some(row.clone()));
    hold(model, column);
    true
}

pub fn back(model: &mut Model) {
    model.board_view = BoardView::Points;
}

/// The row in hand.
pub fn chosen(model: &Model) -> Option<&SheetRow> {
    model.council().sheet.get(&list::chosen(model, ListId::Sheet, &rows(model))?)
}

pub fn on_row(model: &Model) -> Ready {
    if chosen(model).is_some() { Ready::Yes } else { Ready::Off(Words::sheet_no_row) }
}

/// Goes a fiscal year back or on, as far as one beyond those that have a sheet, and stays with whoever the row in hand is of.
pub fn turn_year(model: &mut Model, back: bool) {
    let Some(year) = model.sheet_year() else { return };
    let council = model.council();
    let present = council.fiscal_year(model.today());
    let known = council.sheet_years();
    let first = known.first().map_or(present, |first| present.min(*first));
    let last = known.last().map_or(present, |last| present.max(*last));
    let to = if back { (year - 1).max(first - 1) } else { (year + 1).min(last + 1) };
    let kept = chosen(model).and_then(|row| neighbour(model, row, back));
    go_to(model, to, kept);
}

/// The row that the one in hand goes on from, or that goes on from it.
fn neighbour(model: &Model, row: &SheetRow, back: bool) -> Option<RowId> {
    let council = model.council();
    let goes_on = |it: &&SheetRow| council.sheet_row_before(it).is_some_and(|before| before.id == row.id);
    let found =
        if back { council.sheet_row_before(row) } else { council.sheet_of(row.year + 1).find(goes_on) };
    found.map(|row| row.id.clone())
}

fn go_to(model: &mut Model, year: i32, row: Option<RowId>) {
    model.board_view = BoardView::Sheet(year);
    let list = model.list_of_mut(ListId::Sheet);
    (list.cursor, list.detail_offset) = Default::default();
    if let Some(row) = row {
        list::go_to(model, ListId::Sheet, rows, &row);
    }
}

/// An arrow: in the table as it points; on a card, up and down are the columns and the sides the rows.
pub fn go(model: &mut Model, (across, down): (isize, isize)) {
    let (columns, rows) = match areas(model).table.shape {
        Shape::Grid { .. } => (across, down),
        Shape::Card { .. } => (down, across),
    };
    if rows != 0 {
        list::step(model, rows);
    }
    let at = place_of(model.sheet.column).saturating_add_signed(columns).min(Column::ALL.len() - 1);
    hold(model, Column::ALL[at]);
}

fn hold(model: &mut Model, column: Column) {
    model.sheet.column = column;
    model.list_of_mut(ListId::Sheet).detail_offset = 0;
}

/// Counted from 0.
fn place_of(column: Column) -> usize {
    Column::ALL.iter().position(|it| *it == column).unwrap_or(0)
}

/// The next cell or the one before, on to the next row at the end of one. Returns whether there is one.
pub fn go_on(model: &mut Model, steps: isize) -> bool {
    let columns = Column::ALL.len();
    let row = model.list_of(ListId::Sheet).cursor.at;
    let to = (row * columns + place_of(model.sheet.column)).checked_add_signed(steps);
    let Some(to) = to.filter(|to| to / columns < rows(model).len()) else { return false };
    model.list_of_mut(ListId::Sheet).cursor.at = to / columns;
    hold(model, Column::ALL[to % columns]);
    true
}

/// A click takes a cell in hand; on the one in hand it writes there.
pub fn click(model: &mut Model, x: u16, y: u16) {
    if !finish(model) {
        return;
    }
    let Some((nth, column)) = areas(model).table.at(x, y) else { return };
    let at = model.list().cursor.offset + nth;
    if at >= rows(model).len() {
        return;
    }
    let before = (model.list().cursor.at, model.sheet.column);
    model.list_mut().cursor.at = at;
    hold(model, column.unwrap_or(model.sheet.column));
    if column.is_some() && before == (at, model.sheet.column) && model.may_write() {
        begin(model);
    }
}

/// Last year's text is always there on a wide screen.
pub fn can_turn_beside(model: &Model) -> Ready {
    if model.frame().body.width >= BESIDE { Ready::Off(Words::sheet_beside_shows) } else { on_row(model) }
}

pub fn turn_beside(model: &mut Model) {
    model.sheet.beside = !model.sheet.beside;
}

const WHO: usize = 0;

/// Asks whose the new row is; the first organisation that has none this year is proposed.
pub fn add(model: &mut Model) {
    let Some(year) = model.sheet_year() else { return };
    let council = model.council();
    let has_row = |party: &Party| council.sheet_of(year).any(|row| row.who.party.as_ref() == Some(party));
    let without = council.organisations.iter().find(|it| !has_row(&Party::Organisation(it.id.clone())));
    let proposed = without.map(|it| it.called().to_owned()).unwrap_or_default();
    let words = model.words;
    let field = Field::name(words.sheet_whose(), proposed).hint(words.sheet_hint_whose()).suggested();
    let title = words.sheet_form_new(&words.fiscal_year(year));
    model.open_form(Form::new(title, year.to_string(), vec![field], save_new));
}

fn save_new(model: &mut Model, form: &Form) -> Result<(), FieldError> {
    let Ok(year) = form.about.parse() else { return Ok(()) };
    let who = names::who(model, form, WHO)?.ok_or_else(|| whose_wanted(model))?;
    let row = SheetRow::new(model.mint.id(), year, who);
    let id = row.id.clone();
    let decision = decide::sheet::save(model.council(), row);
    model.submit_at(WHO, decision)?;
    list::go_to(model, ListId::Sheet, rows, &id);
    hold(model, Column::Programme);
    Ok(())
}

fn whose_wanted(model: &Model) -> FieldError {
    FieldError { field: WHO, said: model.words.sheet_whose_wanted().to_owned() }
}

pub fn edit_whose(model: &mut Model) {
    let Some(row) = chosen(model) else { return };
    let (words, about) = (model.words, row.id.to_string());
    let field = Field::name(words.sheet_whose(), &row.who.label).hint(words.sheet_hint_whose());
    model.open_form(Form::new(words.sheet_form_whose(), about, vec![field], save_whose));
}

fn save_whose(model: &mut Model, form: &Form) -> Result<(), FieldError> {
    let id = RowId::from(form.about.as_str());
    let before = model.council().sheet.get(&id).map(|row| row.who.clone());
    let who = names::who_again(model, form, WHO, before.as_ref())?.ok_or_else(|| whose_wanted(model))?;
    let decision = decide::sheet::set_who(model.council(), &id, who);
    model.submit_at(WHO, decision)
}

/// The year that is carried over: the one on screen, or where that has no row yet, the one before.
fn carried_year(model: &Model) -> Option<i32> {
    let year = model.sheet_year()?;
    let from = if model.council().sheet_of(year).next().is_some() { year } else { year - 1 };
    model.council().sheet_to_carry(from).next().map(|_| from)
}

pub fn can_carry(model: &Model) -> Ready {
    if carried_year(model).is_some() { Ready::Yes } else { Ready::Off(Words::sheet_nothing_to_carry) }
}

/// Carries the sheet over to the next fiscal year and goes there.
pub fn carry_over(model: &mut Model) {
    let Some(from) = carried_year(model) else { return };
    let count = model.council().sheet_to_carry(from).count();
    let kept = chosen(model).cloned();
    let decision = decide::sheet::carry_over(model.history.council(), from, &mut model.mint);
    if model.commit(decision) {
        let row = kept.filter(|row| row.year == from).and_then(|row| neighbour(model, &row, false));
        go_to(model, from + 1, row);
        let words = model.words;
        let [from, to] = [from, from + 1].map(|year| words.fiscal_year(year));
        model.tell(Tone::Good, words.sheet_carried(count, &from, &to));
    }
}

/// Empties the cell in hand.
pub fn clear(model: &mut Model) {
    let Some(id) = chosen(model).map(|row| row.id.clone()) else { return };
    let column = model.sheet.column;
    let decision = decide::sheet::write(model.council(), &id, column, "", model.today());
    if model.commit(decision) {
        model.tell(Tone::Good, model.words.sheet_cleared(model.words.sheet_column(column)));
    }
}

/// There is something in the cell in hand.
pub fn has_text(model: &Model) -> Ready {
    match chosen(model) {
        Some(row) if row.cell(model.sheet.column).is_empty() => Ready::Off(Words::sheet_cell_empty),
        _ => on_row(model),
    }
}

pub fn delete(model: &mut Model) {
    let Some(row) = chosen(model) else { return };
    let whose = row.who.label.clone();
    let decision = decide::sheet::remove(model.council(), &row.id);
    if model.commit(decision) {
        model.tell(Tone::Good, model.words.sheet_deleted(&whose));
    }
}

pub fn reorder(model: &mut Model, up: bool) {
    let Some(id) = chosen(model).map(|row| row.id.clone()) else { return };
    let decision: Decision = decide::sheet::reorder(model.council(), &id, if up { -1 } else { 1 });
    if model.commit(decision) {
        list::go_to(model, ListId::Sheet, rows, &id);
    }
}
