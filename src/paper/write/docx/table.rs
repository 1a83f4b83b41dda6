//! Tables, and what is laid out as one: facts, bars, lines to sign on. A table is as wide as the text, and its columns share that.

use super::{flowing, text::paragraph};
use crate::paper::document::{Bar, Bars, Fact, Room, Table, widest_line};
use docx_rs::{
    AlignmentType, BorderType, DocumentChild, Paragraph, Shading, Table as Grid, TableCell, TableCellBorder,
    TableCellBorderPosition, TableCellBorders, TableLayoutType, TableRow, VAlignType, WidthType,
};

/// A half-width letter of the text, in twentieths of a point.
pub const COLUMN: usize = 105;

/// Marks the row that is repeated on each page until `package` says so in the words Word knows: no row is meant to be this low.
pub const HEAD_HEIGHT: f32 = 1.0;

/// A row may part at the end of a page if it is longer than this, in half-width letters.
const LONG_CELL: usize = 600;

/// What the edges of a cell take, and figures that are wider than half a letter.
const EDGES: usize = 340;

const HEAD_SHADE: &str = "EDEDED";
const BAR: &str = "44546A";
const LIGHT_BAR: &str = "BFC8D6";
const PAPER: &str = "FFFFFF";

/// How deep a seat and the space behind a row of them are, in twentieths of a point.
const SEAT: f32 = 800.0;
const AISLE: f32 = 260.0;

/// How many parts the room for a bar has.
const PARTS: usize = 50;

pub fn table(table: &Table, width: usize) -> Vec<DocumentChild> {
    if table.head.is_empty() {
        return Vec::new();
    }
    let widths = shared(width, &table.letters(width / COLUMN));
    let aligned: Vec<AlignmentType> = (0..widths.len())
        .map(|column| if table.is_numeric(column) { AlignmentType::Right } else { AlignmentType::Left })
        .collect();
    let head = table.head.iter().zip(&widths).map(|(text, width)| {
        cell(*width, paragraph("TableHead", text)).shading(Shading::new().fill(HEAD_SHADE))
    });
    let head = TableRow::new(head.collect()).cant_split().row_height(HEAD_HEIGHT);
    let rows = table.rows.iter().map(|row| {
        let cells = row
            .iter()
            .zip(&widths)
            .zip(&aligned)
            .map(|((text, width), aligned)| cell(*width, paragraph("TableText", text).align(*aligned)));
        let built = TableRow::new(cells.collect());
        if row.iter().any(|text| widest_line(text) > LONG_CELL) { built } else { built.cant_split() }
    });
    placed("TableGrid", std::iter::once(head).chain(rows).collect(), widths)
}

/// Labels at the left, as wide as the longest of them, and beside each what it is about.
pub fn facts(facts: &[Fact], width: usize) -> Vec<DocumentChild> {
    let longest = facts.iter().map(|fact| widest_line(&fact.label)).max().unwrap_or(0);
    let label = (longest.clamp(6, 28) * COLUMN + EDGES).min(width / 3);
    let widths = vec![label, width - label];
    let rows = facts.iter().map(|fact| {
        let values = if fact.values.is_empty() { &[String::new()][..] } else { &fact.values };
        let first = cell(widths[0], paragraph("FactLabel", &fact.label));
        let second = TableCell::new().width(widths[1], WidthType::Dxa);
        let second =
            values.iter().fold(second, |cell, value| cell.add_paragraph(paragraph("FactText", value)));
        TableRow::new(vec![first, second])
    });
    let rows: Vec<TableRow> = rows.collect();
    if rows.is_empty() { Vec::new() } else { placed("Facts", rows, widths) }
}

/// Each bar a row, drawn by shading as many of fifty parts as it is long.
pub fn bars(bars: &Bars, width: usize) -> Vec<DocumentChild> {
    if bars.bars.is_empty() {
        return Vec::new();
    }
    let longest =
        |text: fn(&Bar) -> &str| bars.bars.iter().map(|bar| widest_line(text(bar))).max().unwrap_or(0);
    let label = (longest(|bar| &bar.label).max(6) * COLUMN + EDGES).min(width * 2 / 5);
    let value = (longest(|bar| &bar.value).max(4) * COLUMN + EDGES).min(width / 5);
    let part = (width - label - value) / PARTS;
    let last = bars.bars.len() - 1;
    let rows = bars.bars.iter().enumerate().map(|(at, bar)| {
        // Bars are compared, so they stay on one page.
        let name = paragraph("TableText", &bar.label).keep_next(at < last);
        let text = paragraph("TableText", &bar.value).align(AlignmentType::Right);
        let cells = vec![cell(label, name), cell(value, text)];
        TableRow::new(cells.into_iter().chain(drawn(bar, part)).collect()).cant_split()
    });
    let mut grid = vec![label, value];
    grid.extend([part; PARTS]);
    let mut blocks = vec![flowing(paragraph("Caption", &bars.title))];
    blocks.extend(placed("TableNormal", rows.collect(), grid));
    blocks
}

fn drawn(bar: &Bar, part: usize) -> Vec<TableCell> {
    let parts = (usize::from(bar.length.min(1000)) * PARTS).div_ceil(1000);
    let span = |parts: usize| cell(parts * part, paragraph("TableText", "")).grid_span(parts);
    let shade = Shading::new().fill(if bar.light { LIGHT_BAR } else { BAR });
    let edge =
        |position| TableCellBorder::new(position).border_type(BorderType::Single).size(36).color(PAPER);
    let full = (parts > 0).then(|| {
        let edges = TableCellBorders::with_empty();
        let edges = edges.set(edge(TableCellBorderPosition::Top)).set(edge(TableCellBorderPosition::Bottom));
        span(parts).shading(shade).set_borders(edges)
    });
    let rest = (parts < PARTS).then(|| span(PARTS - parts));
    full.into_iter().chain(rest).collect()
}

/// The front across the room, and every place in a frame; the floor has none.
pub fn room(room: &Room, width: usize) -> Vec<DocumentChild> {
    let across = room.rows.first().map_or(1, Vec::len).max(1);
    let widths = shared(width, &vec![1; across]);
    let centred = |text: &str| paragraph("TableText", text).align(AlignmentType::Center);
    let front = cell(width, centred(&room.front)).grid_span(across).shading(Shading::new().fill(HEAD_SHADE));
    let place = |(text, width): (&String, &usize)| {
        let place = cell(*width, centred(text)).vertical_align(VAlignType::Center);
        if text.is_empty() { place } else { place.set_borders(framed()) }
    };
    let rows = room.rows.iter().map(|row| {
        let floor = row.iter().all(String::is_empty);
        let cells = row.iter().zip(&widths).map(place).collect();
        TableRow::new(cells).cant_split().row_height(if floor { AISLE } else { SEAT })
    });
    let front = TableRow::new(vec![front]).cant_split();
    placed("TableNormal", std::iter::once(front).chain(rows).collect(), widths)
}

fn framed() -> TableCellBorders {
    use TableCellBorderPosition::{Bottom, Left, Right, Top};
    let edge =
        |position| TableCellBorder::new(position).border_type(BorderType::Single).size(8).color("auto");
    [Top, Bottom, Left, Right]
        .map(edge)
        .into_iter()
        .fold(TableCellBorders::with_empty(), TableCellBorders::set)
}

/// Who signs, and beside each a line to sign on, at the right of the page; never parted by its end.
pub fn signatures(names: &[String], width: usize) -> Vec<DocumentChild> {
    let longest = names.iter().map(|name| widest_line(name)).max().unwrap_or(0);
    let line = width * 2 / 5;
    let name = (longest.max(8) * COLUMN + 300).min(width - line);
    let widths = vec![width - line - name, name, line];
    let rows = names.iter().map(|signer| {
        let under = TableCellBorder::new(TableCellBorderPosition::Bottom).size(4).color("auto");
        let cells = vec![
            cell(widths[0], paragraph("Signature", "")),
            cell(name, paragraph("Signature", signer)).vertical_align(VAlignType::Bottom),
            cell(line, paragraph("Signature", "")).set_borders(TableCellBorders::with_empty().set(under)),
        ];
        TableRow::new(cells).cant_split().row_height(720.0)
    });
    let rows: Vec<TableRow> = rows.collect();
    if rows.is_empty() { Vec::new() } else { placed("TableNormal", rows, widths) }
}

fn cell(width: usize, paragraph: Paragraph) -> TableCell {
    TableCell::new().width(width, WidthType::Dxa).add_paragraph(paragraph)
}

/// The table, and the little space that keeps it from the next one: Word makes one of two that touch.
fn placed(style: &str, rows: Vec<TableRow>, widths: Vec<usize>) -> Vec<DocumentChild> {
    let grid = Grid::without_borders(rows)
        .style(style)
        .layout(TableLayoutType::Fixed)
        .width(widths.iter().sum(), WidthType::Dxa)
        .set_grid(widths);
    vec![DocumentChild::Table(Box::new(grid)), flowing(space())]
}

/// A little room between a table and text that ends right above it, or another table.
pub fn space() -> Paragraph {
    Paragraph::new().style("BesideTable")
}

/// `width` shared out; what is lost in rounding goes to the last.
fn shared(width: usize, shares: &[usize]) -> Vec<usize> {
    let whole: usize = shares.iter().sum();
    let mut widths: Vec<usize> = shares.iter().map(|share| width * share / whole).collect();
    let rest = width - widths.iter().sum::<usize>();
    if let Some(last) = widths.last_mut() {
        *last += rest;
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_of_the_width_is_shared_out() {
        for shares in [&[1, 1, 1][..], &[7], &[40, 3, 12]] {
            assert_eq!(shared(9070, shares).iter().sum::<usize>(), 9070);
        }
        assert_eq!(shared(100, &[3, 1]), [75, 25]);
    }
}
