//! The ten points in one line: where each stands, which are being worked on, which one the room is on.

use crate::{
    app::{
        look::{Look, Tone},
        model::Model,
        pen::Pen,
    },
    domain::Point,
    knowledge::points::points,
    words::terms::stage_mark,
};
use ratatui::layout::Rect;

/// One point as the strip shows it.
struct Cell {
    point: Point,
    text: String,
    tone: Tone,
    x: u16,
    width: u16,
}

/// Between the eight steps and the two foundations.
const WALL: &str = "|";

pub fn draw(model: &Model, area: Rect, pen: &mut Pen) {
    if area.height == 0 {
        return;
    }
    for cell in cells(model, area) {
        if cell.point == Point::Overview {
            pen.text(cell.x.saturating_sub(2), area.y, area.right(), WALL, Tone::Dim);
        }
        pen.text(cell.x, area.y, area.right(), &cell.text, cell.tone);
    }
}

/// The point under a column, for the mouse.
pub fn at(model: &Model, x: u16) -> Option<Point> {
    let area = model.frame().strip;
    cells(model, area)
        .into_iter()
        .find(|cell| (cell.x..cell.x + cell.width).contains(&x))
        .map(|cell| cell.point)
}

/// With names where they fit; else numbers and marks, with a name only on the point the room is on.
fn cells(model: &Model, area: Rect) -> Vec<Cell> {
    let full = laid_out(model, area, |_| true);
    match full.last() {
        Some(last) if last.x + last.width <= area.right() => full,
        _ => {
            let focused = laid_out(model, area, |point| model.focus() == Some(point));
            match focused.last() {
                Some(last) if last.x + last.width <= area.right() => focused,
                _ => laid_out(model, area, |_| false),
            }
        }
    }
}

fn laid_out(model: &Model, area: Rect, named: impl Fn(Point) -> bool) -> Vec<Cell> {
    let mut x = area.x + 1;
    Point::ALL
        .into_iter()
        .zip(points())
        .map(|(point, card)| {
            if point == Point::Overview {
                x += 2;
            }
            let record = model.council().point(point);
            let name = if named(point) { card.short.pick(model.words.lang) } else { "" };
            let mark = stage_mark(record.stage);
            let on = model.focus() == Some(point);
            let text = match on {
                true => format!("[{}{name}{mark}]", point.number()),
                false => format!("{}{name}{mark}", point.number()),
            };
            let tone = match (on, record.active) {
                (true, _) => Tone::Now,
                (false, true) => Tone::Accent,
                (false, false) => Tone::Dim,
            };
            let width = width(model.look, &text);
            let cell = Cell { point, text, tone, x, width };
            x += width + 1;
            cell
        })
        .collect()
}

fn width(look: Look, text: &str) -> u16 {
    u16::try_from(look.ruler.width(text)).unwrap_or(u16::MAX)
}
