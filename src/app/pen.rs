//! Draws text into a buffer glyph by glyph, with the ruler's widths. The only place that writes cells.

use super::{
    layout::inside,
    look::{Look, Tone},
    row::Span,
};
use crate::text::editor::Editor;
use ratatui::{
    buffer::{Buffer, CellDiffOption, CellWidth},
    layout::{Position, Rect},
    style::Style,
};
use std::num::NonZeroU16;

pub struct Pen<'a> {
    pub buffer: &'a mut Buffer,
    pub look: Look,
}

impl Pen<'_> {
    /// Writes `text` from `x` to before `end`, cut with an ellipsis when it does not fit. Returns the column after it.
    pub fn text(&mut self, x: u16, y: u16, end: u16, text: &str, tone: Tone) -> u16 {
        self.styled(x, y, end, text, self.look.style(tone))
    }

    pub fn styled(&mut self, x: u16, y: u16, end: u16, text: &str, style: Style) -> u16 {
        let room = usize::from(end.saturating_sub(x));
        let shown = self.look.ruler.cut(text, room);
        let mut at = x;
        for (glyph, width) in self.look.ruler.glyphs(&shown) {
            at = self.glyph(at, y, glyph, width, style);
        }
        at
    }

    /// Writes spans one after the other. Returns the column after the last.
    pub fn spans(&mut self, x: u16, y: u16, end: u16, spans: &[Span]) -> u16 {
        spans.iter().fold(x, |at, span| self.text(at, y, end, &span.text, span.tone))
    }

    /// Writes spans so that they end before `end`. Returns the column they begin at.
    pub fn spans_right(&mut self, x: u16, y: u16, end: u16, spans: &[Span]) -> u16 {
        let width: usize = spans.iter().map(|span| self.look.ruler.width(&span.text)).sum();
        let from = end.saturating_sub(u16::try_from(width).unwrap_or(u16::MAX)).max(x);
        self.spans(from, y, end, spans);
        from
    }

    /// A one-line field, scrolled to its cursor, with what is chosen in it. Returns where the cursor stands.
    pub fn field(&mut self, x: u16, y: u16, end: u16, editor: &Editor, tone: Tone) -> Position {
        let room = usize::from(end.saturating_sub(x));
        let (shown, column) = editor.window(self.look.ruler, room);
        self.text(x, y, end, &shown, tone);
        let chosen = editor.chosen_columns(self.look.ruler, room);
        let at = |column: usize| x.saturating_add(u16::try_from(column).unwrap_or(u16::MAX)).min(end);
        let width = at(chosen.end) - at(chosen.start);
        self.tint(Rect { x: at(chosen.start), y, width, height: 1 }, Tone::Chosen);
        Position { x: at(column), y }
    }

    /// A horizontal rule.
    pub fn rule(&mut self, x: u16, y: u16, end: u16, tone: Tone) {
        let glyph = if self.look.ruler.wide { "-" } else { "─" };
        for at in x..end {
            self.glyph(at, y, glyph, 1, self.look.style(tone));
        }
    }

    /// A vertical rule.
    pub fn bar(&mut self, x: u16, y: u16, bottom: u16, tone: Tone) {
        let glyph = if self.look.ruler.wide { "|" } else { "│" };
        for row in y..bottom {
            self.glyph(x, row, glyph, 1, self.look.style(tone));
        }
    }

    /// A box around `area`.
    pub fn frame(&mut self, area: Rect, tone: Tone) {
        if area.width < 2 || area.height < 2 {
            return;
        }
        let (right, bottom) = (area.right() - 1, area.bottom() - 1);
        self.rule(area.x + 1, area.y, right, tone);
        self.rule(area.x + 1, bottom, right, tone);
        self.bar(area.x, area.y + 1, bottom, tone);
        self.bar(right, area.y + 1, bottom, tone);
        let corners = if self.look.ruler.wide { ["+"; 4] } else { ["┌", "┐", "└", "┘"] };
        let places = [(area.x, area.y), (right, area.y), (area.x, bottom), (right, bottom)];
        for (corner, (x, y)) in corners.into_iter().zip(places) {
            self.glyph(x, y, corner, 1, self.look.style(tone));
        }
    }

    /// An empty box with a title in its upper edge, over whatever is there. Returns what is inside.
    pub fn popup(&mut self, area: Rect, title: &str) -> Rect {
        self.clear(area);
        self.frame(area, Tone::Accent);
        self.text(area.x + 2, area.y, area.right().saturating_sub(1), &format!(" {title} "), Tone::Strong);
        inside(area)
    }

    /// Gives a row the style of a tone without touching what is written.
    pub fn tint(&mut self, area: Rect, tone: Tone) {
        self.buffer.set_style(area.intersection(self.buffer.area), self.look.style(tone));
    }

    /// Empties an area for a popup. A wide glyph that reaches in from the left goes too, else the terminal would draw it over the
    /// popup's edge (ratatui#2526).
    pub fn clear(&mut self, area: Rect) {
        let area = area.intersection(self.buffer.area);
        for y in area.top()..area.bottom() {
            if area.x > self.buffer.area.x && self.buffer[(area.x - 1, y)].cell_width() > 1 {
                self.buffer[(area.x - 1, y)].reset();
            }
            for x in area.left()..area.right() {
                self.buffer[(x, y)].reset();
            }
        }
    }

    fn glyph(&mut self, x: u16, y: u16, glyph: &str, width: usize, style: Style) -> u16 {
        let next = x.saturating_add(u16::try_from(width).unwrap_or(1));
        let area = self.buffer.area;
        if !area.contains((x, y).into()) || next > area.right() {
            return next;
        }
        let forced = NonZeroU16::new(next - x).filter(|width| glyph.cell_width() != width.get());
        let option = forced.map_or(CellDiffOption::None, CellDiffOption::ForcedWidth);
        self.buffer[(x, y)].set_symbol(glyph).set_style(style).set_diff_option(option);
        for covered in x + 1..next {
            self.buffer[(covered, y)].reset();
            self.buffer[(covered, y)].set_style(style);
        }
        next
    }
}
