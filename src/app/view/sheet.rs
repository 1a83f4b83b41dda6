//! The plan-and-evaluation sheet of a fiscal year: a table of rows and columns, and below it the cell in hand in full, with what to ask
//! there and what stood there a year before. On a narrow screen one row shows at a time, its columns below each other.

mod areas;

pub use areas::{Areas, BESIDE, Shape, Table, areas};

use super::{Caret, list, record::typed_spans};
use crate::{
    app::{
        look::Tone,
        model::{ListId, Model},
        pen::Pen,
        row::{Para, Row, Rows, Span},
        sheet::Writing,
        update::{self, list::matching},
    },
    domain::{Column, SheetRow, id::RowId},
    knowledge::forms::form,
    text::wrap::{opening, wrap_lines},
};
use ratatui::layout::{Position, Rect};

/// The name of the sheet and its year, and how much of it is empty.
pub fn title(model: &Model, year: i32) -> (Vec<Span>, Vec<Span>) {
    let words = model.words;
    let name = words.sheet_title(&words.fiscal_year(year));
    let rows = model.council().sheet_of(year).count();
    let state = match model.council().sheet_gaps(year).count() {
        _ if rows == 0 => None,
        0 => Some(Span::new(words.sheet_full(), Tone::Good)),
        gaps => Some(Span::plain(words.sheet_gaps_count(gaps, rows * Column::ALL.len()))),
    };
    (vec![Span::new(name, Tone::Accent)], state.into_iter().collect())
}

/// The rows of the year, found by whatever stands in them.
pub fn rows(model: &Model) -> Rows<'_, RowId> {
    let sheet = model.sheet_year().into_iter().flat_map(|year| model.council().sheet_of(year));
    let sheet: Vec<&SheetRow> = sheet.collect();
    let records = sheet.iter().map(|row| Some(row.id.clone())).collect();
    let row = move |at: usize| {
        let cells = Column::ALL.map(|column| sheet[at].cell(column));
        Row::titled(&sheet[at].who.label).also(cells.join(" "))
    };
    matching(model, ListId::Sheet, Rows::new(records, row))
}

/// What an empty sheet says: that last year's can be carried over, if there is one.
pub fn empty(model: &Model, year: i32) -> String {
    let words = model.words;
    match model.council().sheet_of(year - 1).next() {
        Some(_) => words.sheet_empty_after(&words.fiscal_year(year), &words.fiscal_year(year - 1)),
        None => words.sheet_empty(&words.fiscal_year(year)),
    }
}

pub fn draw(model: &Model, pen: &mut Pen) -> Caret {
    let areas = areas(model);
    list::draw_title(model, areas.title, pen);
    let rows = rows(model);
    if rows.is_empty() {
        list::draw_empty(model, Rect { y: areas.title.y + 1, ..areas.table.rows }, pen);
        return None;
    }
    match &areas.table.shape {
        Shape::Grid { .. } => draw_grid(model, &rows, &areas.table, pen),
        Shape::Card { label, first } => draw_card(model, (*label, *first), rows.len(), areas.table.rows, pen),
    }
    draw_hand(model, &areas, pen)
}

/// Heads, then a block of a few lines for each row, parted by rules.
fn draw_grid(model: &Model, rows: &Rows<'_, RowId>, table: &Table, pen: &mut Pen) {
    let Shape::Grid { head, columns, .. } = &table.shape else { return };
    let (words, ruler) = (model.words, model.look.ruler);
    for (column, area) in columns {
        let tone = if *column == model.sheet.column { Tone::Accent } else { Tone::Dim };
        let name = ruler.fit(words.sheet_column(*column), usize::from(area.width));
        pen.text(area.x, head.y, area.right(), &name, tone);
    }
    let first = columns.first().map(|(column, _)| *column);
    let last = columns.last().map(|(column, _)| *column);
    let more = [first != Column::ALL.first().copied(), last != Column::ALL.last().copied()];
    let whose = words.sheet_whose();
    let whose = if more[0] { format!("{whose} <") } else { whose.to_owned() };
    pen.text(head.x, head.y, head.right(), &whose, Tone::Dim);
    if more[1] {
        pen.text(table.rows.right() - 1, head.y, table.rows.right(), ">", Tone::Dim);
    }
    let cursor = model.list().cursor;
    for (nth, at) in (cursor.offset..rows.len()).take(table.visible()).enumerate() {
        let Some(row) = rows.record(at).and_then(|id| model.council().sheet.get(id)) else { continue };
        let area = table.block(nth);
        if nth > 0 {
            pen.rule(area.x, area.y - 1, area.right(), Tone::Dim);
        }
        let chosen = at == cursor.at;
        let tone = if chosen { Tone::Accent } else { Tone::Strong };
        draw_block(&row.who.label, Rect { x: head.x, width: head.width, ..area }, tone, pen);
        for (column, place) in columns {
            let place = Rect { x: place.x, width: place.width, ..area };
            draw_cell(model, row, *column, place, pen);
            if chosen && *column == model.sheet.column {
                pen.tint(place, Tone::Chosen);
            }
        }
    }
}

/// What stands in a cell now, what is being typed in it included.
fn text_of<'m>(model: &'m Model, row: &'m SheetRow, column: Column) -> &'m str {
    let written = |it: &&Writing| it.row == row.id && it.column == column;
    model.writing().filter(written).map_or_else(|| row.cell(column), |it| it.editor.text())
}

fn draw_cell(model: &Model, row: &SheetRow, column: Column, area: Rect, pen: &mut Pen) {
    match text_of(model, row, column).trim() {
        "" => draw_block(UNWRITTEN, area, Tone::Dim, pen),
        text => draw_block(text, area, Tone::Plain, pen),
    }
}

/// In a cell nobody wrote in.
const UNWRITTEN: &str = "-";

/// No cell of the table is laid out further, in characters.
const LONGEST_CELL: usize = 400;

/// As many rows of a text as there is room for; an ellipsis says that there is more.
fn draw_block(text: &str, area: Rect, tone: Tone, pen: &mut Pen) {
    let ruler = pen.look.ruler;
    let opened = opening(text, LONGEST_CELL);
    let mut rows = wrap_lines(ruler, opened, usize::from(area.width)).into_iter().peekable();
    for y in area.y..area.bottom() {
        let Some(row) = rows.next() else { return };
        let cut = y + 1 == area.bottom() && (rows.peek().is_some() || opened.len() < text.len());
        if cut {
            let room = usize::from(area.width).saturating_sub(ruler.width(ruler.ellipsis()));
            let shown = ruler.cut(row, room);
            let shown = shown.strip_suffix(ruler.ellipsis()).unwrap_or(&shown);
            pen.text(area.x, y, area.right(), &format!("{shown}{}", ruler.ellipsis()), tone);
        } else {
            pen.text(area.x, y, area.right(), row, tone);
        }
    }
}

/// One row of the sheet: whose it is and which of how many, then a line for each column.
fn draw_card(model: &Model, (label, first): (u16, usize), rows: usize, area: Rect, pen: &mut Pen) {
    let Some(row) = update::sheet::chosen(model) else { return };
    let (words, ruler) = (model.words, model.look.ruler);
    let place = words.sheet_place(model.list().cursor.at + 1, rows);
    let from = pen.spans_right(area.x, area.y, area.right(), &[Span::new(place, Tone::Dim)]);
    pen.text(area.x, area.y, from.saturating_sub(1), &row.who.label, Tone::Strong);
    for (y, column) in (area.y + 1..area.bottom()).zip(Column::ALL.into_iter().skip(first)) {
        let line = Rect { y, height: 1, ..area };
        let name = ruler.fit(words.sheet_column(column), usize::from(label));
        pen.text(line.x, y, line.x + label, &name, Tone::Dim);
        let cell = Rect { x: line.x + label + 2, width: line.width - label - 2, ..line };
        draw_cell(model, row, column, cell, pen);
        if column == model.sheet.column {
            pen.tint(line, Tone::Chosen);
        }
    }
}

/// The cell in hand in full: whose and which, what to ask, what stands there, and what stood there a year before.
fn draw_hand(model: &Model, areas: &Areas, pen: &mut Pen) -> Caret {
    let row = update::sheet::chosen(model)?;
    let (words, column, area) = (model.words, model.sheet.column, areas.hand);
    let y = area.y;
    pen.rule(area.x, y, area.right(), Tone::Dim);
    let touched = row.touched.map(|day| words.sheet_touched(&words.day(day, model.council().head.dates)));
    let right = match model.writing() {
        Some(_) => Some(Span::new(format!(" {} ", words.sheet_writing()), Tone::Warn)),
        None => touched.map(|said| Span::new(format!(" {said} "), Tone::Dim)),
    };
    let right: Vec<Span> = right.into_iter().collect();
    let from = pen.spans_right(area.x, y, area.right() - 1, &right);
    let name = format!(" {} - {} ", row.who.label, words.sheet_column(column));
    pen.text(area.x + 1, y, from, &name, Tone::Strong);
    pen.text(areas.text.x, y + 1, area.right() - 1, ask(model, column), Tone::Accent);
    if let Some(beside) = areas.beside {
        draw_beside(model, row, areas.text, beside, pen);
    }
    draw_text(model, row, areas.text, pen)
}

/// What to write in a column, as a question.
pub fn ask(model: &Model, column: Column) -> &'static str {
    let parts = form("evaluation").map_or(&[][..], |form| &form.parts);
    let part = parts.iter().find(|part| part.key == column.key());
    part.map_or("", |part| part.ask.pick(model.words.lang))
}

/// The same cell of the row it goes on from, and over both texts their years.
fn draw_beside(model: &Model, row: &SheetRow, text: Rect, beside: Rect, pen: &mut Pen) {
    let words = model.words;
    let before = model.council().sheet_row_before(row);
    let year = before.map_or(row.year - 1, |before| before.year);
    for (area, year) in [(text, row.year), (beside, year)] {
        pen.text(area.x, area.y - 1, area.right(), &words.fiscal_year(year), Tone::Dim);
    }
    pen.bar(beside.x - 2, beside.y - 1, beside.bottom(), Tone::Dim);
    let said = match before.map(|before| before.cell(model.sheet.column).trim()) {
        None => Para::new(words.sheet_no_row_before(), Tone::Dim),
        Some("") => Para::new(UNWRITTEN, Tone::Dim),
        Some(text) => Para::plain(text),
    };
    list::draw_paras(&[said], model.list().detail_offset, beside, pen);
}

fn draw_text(model: &Model, row: &SheetRow, area: Rect, pen: &mut Pen) -> Caret {
    let Some(writing) = model.writing() else {
        let text = row.cell(model.sheet.column);
        let said = if text.is_empty() { Para::new(UNWRITTEN, Tone::Dim) } else { Para::plain(text) };
        list::draw_paras(&[said], model.list().detail_offset, area, pen);
        return None;
    };
    let editor = &writing.editor;
    let layout = editor.layout(pen.look.ruler, usize::from(area.width));
    let first = (layout.cursor_row + 1).saturating_sub(usize::from(area.height));
    for (y, row) in (area.y..area.bottom()).zip(layout.rows.iter().skip(first)) {
        pen.spans(area.x, y, area.right(), &typed_spans(editor, row.clone(), Tone::Strong));
    }
    let column = u16::try_from(layout.cursor_col).unwrap_or(0);
    let row = u16::try_from(layout.cursor_row - first).unwrap_or(0);
    Some(Position { x: area.x + column, y: area.y + row })
}

/// How many rows the longer of the two texts takes.
pub fn hand_height(model: &Model) -> usize {
    let Some(row) = update::sheet::chosen(model) else { return 0 };
    let areas = areas(model);
    let rows = |text: &str, area: Rect| {
        list::wrapped(model.look.ruler, &[Para::plain(text)], usize::from(area.width)).count()
    };
    let column = model.sheet.column;
    let before = model.council().sheet_row_before(row).zip(areas.beside);
    let before = before.map_or(0, |(before, area)| rows(before.cell(column), area));
    rows(row.cell(column), areas.text).max(before)
}
