//! The ten points in one line: where each stands, which are being worked on, which one the room is on.

use crate::{
    app::{
        look::{Look, Tone},
        model::Model,
        pen::Pen,
    },
    domain::Point,
    knowledge::points::points,
    words::{board::ACTIVE_MARK, terms::stage_mark},
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

/// Which points are named, and whether the active ones bear their mark.
type Manner = (fn(&Model, Point) -> bool, bool);

/// From the fullest to the barest.
const MANNERS: [Manner; 5] = [
    (|_, _| true, true),
    (|model, point| is_lit(model, point) || model.council().point(point).active, true),
    (is_lit, true),
    (|_, _| false, true),
    (|_, _| false, false),
];

fn is_lit(model: &Model, point: Point) -> bool {
    model.focus() == Some(point)
}

/// In the fullest manner that fits.
fn cells(model: &Model, area: Rect) -> Vec<Cell> {
    let fits = |cells: &Vec<Cell>| cells.last().is_some_and(|last| last.x + last.width <= area.right());
    let tried = MANNERS.into_iter().map(|manner| laid_out(model, area, manner)).find(fits);
    tried.unwrap_or_else(|| laid_out(model, area, MANNERS[4]))
}

fn laid_out(model: &Model, area: Rect, (named, marked): Manner) -> Vec<Cell> {
    let mut x = area.x + 1;
    Point::ALL
        .into_iter()
        .zip(points())
        .map(|(point, card)| {
            if point == Point::Overview {
                x += 2;
            }
            let record = model.council().point(point);
            let (lit, active) = (is_lit(model, point), record.active);
            let name = if named(model, point) { card.short.pick(model.words.lang) } else { "" };
            let mark = if active && marked { ACTIVE_MARK } else { "" };
            let text = format!("{}{name}{}{mark}", point.number(), stage_mark(record.stage));
            let text = if lit { format!("[{text}]") } else { text };
            let tone = match (lit, active) {
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
