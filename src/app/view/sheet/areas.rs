//! How the sheet shares the pane: the table or one row of it, and below that the cell in hand.

use crate::{
    app::{look::Look, model::Model},
    domain::{Column, SheetRow},
    text::wrap::{opening, wrap_lines},
};
use ratatui::layout::Rect;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Areas {
    pub title: Rect,
    pub table: Table,
    /// The cell in hand: a rule with its name, its question, its text.
    pub hand: Rect,
    pub text: Rect,
    /// What stood there a year before, where it shows.
    pub beside: Option<Rect>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Below the heads.
    pub rows: Rect,
    pub shape: Shape,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// The column of whose rows they are, the columns in sight, and how many lines each row has.
    Grid { head: Rect, columns: Vec<(Column, Rect)>, lines: u16 },
    /// One row, a column a line behind labels of this width, from the first column in sight on.
    Card { label: u16, first: usize },
}

/// A narrower body shows one row at a time.
const GRID: u16 = 72;
/// From this width last year's text shows unasked.
pub const BESIDE: u16 = 100;
/// No column of the table is narrower.
const NARROWEST: u16 = 22;
/// The rule and the question over a text.
const HEAD: u16 = 2;
/// Between two columns.
const GAP: u16 = 1;

pub fn areas(model: &Model) -> Areas {
    let body = model.frame().body;
    let is_card = body.width < GRID;
    let row = |y: u16, height: u16| Rect { x: body.x + 1, y, width: body.width - 2, height };
    // A card is whose it is and its columns; a table wants most of the height, and its heads.
    let columns = u16::try_from(Column::ALL.len()).unwrap_or(u16::MAX);
    let above = if is_card { columns + 1 } else { body.height - 1 - (body.height * 2 / 5).clamp(5, 11) };
    let beside = body.width >= BESIDE || model.sheet.beside;
    // Rule, question, with last year's text the names of both years, and a line to write in.
    let above = above.min(body.height.saturating_sub(1 + HEAD + u16::from(beside) + 1));
    let hand = Rect { y: body.y + 1 + above, height: body.height - 1 - above, ..body };
    let table = match is_card {
        true => card(model, row(body.y + 1, above)),
        false => grid(model, row(body.y + 1, above)),
    };
    let (text, beside) = hand_texts(hand, beside);
    Areas { title: Rect { height: 1, ..body }, table, hand, text, beside }
}

/// The text below the question; with last year's, each below the name of its year.
fn hand_texts(hand: Rect, beside: bool) -> (Rect, Option<Rect>) {
    let top = HEAD + u16::from(beside);
    let whole = Rect {
        x: hand.x + 1,
        y: hand.y + top,
        width: hand.width - 2,
        height: hand.height.saturating_sub(top),
    };
    if !beside {
        return (whole, None);
    }
    let half = (whole.width - 3) / 2;
    let right = Rect { x: whole.right() - half, width: half, ..whole };
    (Rect { width: half, ..whole }, Some(right))
}

/// Labels are as wide as the widest name of a column, within two fifths of the area.
fn card(model: &Model, area: Rect) -> Table {
    let widest = Column::ALL.map(|column| model.look.ruler.width(model.words.sheet_column(column)));
    let widest = widest.into_iter().max().unwrap_or(0);
    let label = u16::try_from(widest).unwrap_or(u16::MAX).min(area.width * 2 / 5);
    let shown = usize::from(area.height.saturating_sub(1)).max(1);
    let first = (place(model.sheet.column) + 1).saturating_sub(shown);
    Table { rows: area, shape: Shape::Card { label, first } }
}

/// Counted from 0.
fn place(column: Column) -> usize {
    Column::ALL.iter().position(|it| *it == column).unwrap_or(0)
}

/// As many columns as there is room for: those of the page the one in hand is on.
fn grid(model: &Model, area: Rect) -> Table {
    let sheet: Vec<&SheetRow> =
        model.sheet_year().into_iter().flat_map(|year| model.council().sheet_of(year)).collect();
    let whose = sheet.iter().map(|row| model.look.ruler.width(&row.who.label)).max().unwrap_or(0);
    let whose = u16::try_from(whose).unwrap_or(u16::MAX).clamp(12, (area.width / 8).max(14));
    // The last column of the area is for the mark that there is more.
    let room = area.width - whose - 1;
    let shown = (room / (NARROWEST + GAP)).clamp(1, 6);
    let width = room / shown - GAP;
    let columns: Vec<(Column, Rect)> = (0..shown)
        .zip(page(model.sheet.column, usize::from(shown)))
        .map(|(nth, column)| {
            let x = area.x + whose + GAP + nth * (width + GAP);
            (*column, Rect { x, width, ..area })
        })
        .collect();
    let rows = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    // As few lines as it takes for every row to be in sight, but no fewer than two.
    let each = (rows.height + 1) / u16::try_from(sheet.len().max(1)).unwrap_or(u16::MAX);
    let most = (rows.height / 4).min(each.saturating_sub(1).max(2)).clamp(1, 5);
    let lines = lines(model.look, &sheet, usize::from(width)).clamp(1, most);
    let head = Rect { width: whose, height: 1, ..area };
    Table { rows, shape: Shape::Grid { head, columns, lines } }
}

/// The columns in sight with this one, so many of them.
fn page(column: Column, shown: usize) -> &'static [Column] {
    const ALL: &[Column] = &Column::ALL;
    let first = (place(column) / shown * shown).min(ALL.len() - shown);
    &ALL[first..first + shown]
}

/// How many lines the longest cell would take, counted as far as it matters.
fn lines(look: Look, sheet: &[&SheetRow], cols: usize) -> u16 {
    let texts = sheet.iter().flat_map(|row| Column::ALL.map(|column| row.cell(column)));
    let lines = texts.map(|text| wrap_lines(look.ruler, opening(text, 200), cols).len());
    u16::try_from(lines.max().unwrap_or(1)).unwrap_or(u16::MAX)
}

impl Table {
    /// How many rows of the sheet are in sight.
    pub const fn visible(&self) -> usize {
        match &self.shape {
            Shape::Grid { lines, .. } => {
                let visible = (self.rows.height + 1) / (*lines + 1);
                if visible == 0 { 1 } else { visible as usize }
            }
            Shape::Card { .. } => 1,
        }
    }

    /// The lines of the nth row in sight.
    pub fn block(&self, nth: usize) -> Rect {
        match &self.shape {
            Shape::Grid { lines, .. } => {
                let nth = u16::try_from(nth).unwrap_or(u16::MAX);
                Rect { y: self.rows.y + nth.saturating_mul(lines + 1), height: *lines, ..self.rows }
            }
            Shape::Card { .. } => self.rows,
        }
    }

    /// Which row in sight and which column a place of the screen belongs to.
    pub fn at(&self, x: u16, y: u16) -> Option<(usize, Option<Column>)> {
        if !self.rows.contains((x, y).into()) {
            return None;
        }
        let down = y - self.rows.y;
        match &self.shape {
            Shape::Grid { columns, lines, .. } => {
                let column = columns.iter().find(|(_, area)| (area.x..area.right()).contains(&x));
                Some((usize::from(down / (lines + 1)), column.map(|(column, _)| *column)))
            }
            Shape::Card { first, .. } => {
                let nth = usize::from(down).checked_sub(1);
                Some((0, nth.and_then(|nth| Column::ALL.get(first + nth)).copied()))
            }
        }
    }
}
