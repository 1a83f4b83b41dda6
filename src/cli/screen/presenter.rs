//! Puts buffers on the terminal: only what changed, in one synchronized write, with the cursor where text goes.
//!
//! Written by hand, in the place of ratatui's own terminal, for two reasons. After every cell that is not ASCII the cursor is moved
//! to where the next cell belongs, so that a terminal that draws a glyph wider or narrower than we think spoils that glyph and not
//! the rest of the row. And when nothing changed, nothing at all is written.

use crate::app::view::Caret;
use crossterm::{
    clipboard::CopyToClipboard,
    cursor::{Hide, MoveTo, Show},
    queue,
    style::{Attribute, Colors, Print, SetAttribute, SetColors},
    terminal::{BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate},
};
use ratatui::{
    backend::IntoCrossterm,
    buffer::{Buffer, Cell, CellDiffOption, CellWidth},
    layout::Rect,
    style::{Color, Modifier},
};
use std::io::{self, Write};

pub struct Presenter<W> {
    out: W,
    shown: Buffer,
    caret: Caret,
}

/// Foreground, background and weight of the cells being written.
type Pencil = (Color, Color, Modifier);

impl<W: Write> Presenter<W> {
    pub fn new(out: W, width: u16, height: u16) -> Self {
        Self { out, shown: Buffer::empty(Rect::new(0, 0, width, height)), caret: None }
    }

    /// Shows a buffer of the present size. Writes nothing when it looks like the last one.
    ///
    /// # Errors
    /// Whatever the terminal answers to being written to.
    pub fn show(&mut self, next: Buffer, caret: Caret) -> io::Result<()> {
        let mut bytes = Vec::new();
        self.write_cells(&next, &mut bytes)?;
        if bytes.is_empty() && caret == self.caret {
            self.shown = next;
            return Ok(());
        }
        let mut frame = Vec::with_capacity(bytes.len() + 64);
        queue!(frame, BeginSynchronizedUpdate, Hide)?;
        frame.extend(bytes);
        match caret {
            Some(place) => queue!(frame, MoveTo(place.x, place.y), Show)?,
            // Parked where an IME window would hide nothing.
            None => queue!(frame, MoveTo(0, next.area.height.saturating_sub(1)))?,
        }
        queue!(frame, EndSynchronizedUpdate)?;
        self.out.write_all(&frame)?;
        self.out.flush()?;
        (self.shown, self.caret) = (next, caret);
        Ok(())
    }

    /// Empties the terminal, so that the next buffer is written whole. Also after a change of size.
    ///
    /// # Errors
    /// Whatever the terminal answers to being written to.
    pub fn start_afresh(&mut self, width: u16, height: u16) -> io::Result<()> {
        self.shown = Buffer::empty(Rect::new(0, 0, width, height));
        queue!(self.out, SetAttribute(Attribute::Reset), Clear(ClearType::All))?;
        self.out.flush()
    }

    /// Hands a text to the terminal's clipboard (OSC 52). A terminal that does not know how leaves it.
    ///
    /// # Errors
    /// Whatever the terminal answers to being written to.
    pub fn copy_out(&mut self, text: &str) -> io::Result<()> {
        queue!(self.out, CopyToClipboard::to_clipboard_from(text))?;
        self.out.flush()
    }

    fn write_cells(&self, next: &Buffer, bytes: &mut Vec<u8>) -> io::Result<()> {
        let mut expected = None;
        let mut pencil: Option<Pencil> = None;
        for (x, y, cell) in changed(&self.shown, next) {
            if expected != Some((x, y)) {
                queue!(bytes, MoveTo(x, y))?;
            }
            let wanted = (cell.fg, cell.bg, cell.modifier);
            if pencil != Some(wanted) {
                write_style(wanted, bytes)?;
                pencil = Some(wanted);
            }
            queue!(bytes, Print(cell.symbol()))?;
            expected = cell.symbol().is_ascii().then_some((x + width(cell), y));
        }
        if pencil.is_some() {
            queue!(bytes, SetAttribute(Attribute::Reset))?;
        }
        Ok(())
    }
}

/// The cells to be written to come from one buffer to the next of its size.
///
/// Besides the cells that differ, these are the ones under the second half of a wide glyph that goes: some terminals leave that half
/// standing. ratatui's own `diff_iter` passes them over where the new glyph covers the first half.
fn changed<'a>(shown: &'a Buffer, next: &'a Buffer) -> impl Iterator<Item = (u16, u16, &'a Cell)> {
    (0..next.area.height).flat_map(move |y| {
        let stood: Vec<u16> = starts(shown, y).collect();
        let differs = move |x: &u16| next[(*x, y)] != shown[(*x, y)] || stood.binary_search(x).is_err();
        starts(next, y).filter(differs).map(move |x| (x, y, &next[(x, y)]))
    })
}

/// The columns of a row at which a glyph begins.
fn starts(buffer: &Buffer, y: u16) -> impl Iterator<Item = u16> {
    let columns = buffer.area.width;
    let first = (columns > 0).then_some(0);
    std::iter::successors(first, move |x| Some(x + width(&buffer[(*x, y)])).filter(|next| *next < columns))
}

fn width(cell: &Cell) -> u16 {
    match cell.diff_option {
        CellDiffOption::ForcedWidth(width) => width.get(),
        _ => cell.cell_width().max(1),
    }
}

fn write_style((fg, bg, modifier): Pencil, bytes: &mut Vec<u8>) -> io::Result<()> {
    queue!(bytes, SetAttribute(Attribute::Reset))?;
    if (fg, bg) != (Color::Reset, Color::Reset) {
        queue!(bytes, SetColors(Colors::new(fg.into_crossterm(), bg.into_crossterm())))?;
    }
    let weights = [
        (Modifier::BOLD, Attribute::Bold),
        (Modifier::DIM, Attribute::Dim),
        (Modifier::UNDERLINED, Attribute::Underlined),
        (Modifier::REVERSED, Attribute::Reverse),
    ];
    for (weight, attribute) in weights {
        if modifier.contains(weight) {
            queue!(bytes, SetAttribute(attribute))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::Style;

    fn written(presenter: &mut Presenter<Vec<u8>>, rows: &[&str]) -> String {
        let width = presenter.shown.area.width;
        let mut buffer = Buffer::empty(presenter.shown.area);
        for (y, row) in (0..).zip(rows) {
            buffer.set_stringn(0, y, row, usize::from(width), Style::new());
        }
        presenter.out.clear();
        presenter.show(buffer, None).expect("a vector takes every byte");
        String::from_utf8(presenter.out.clone()).expect("UTF-8")
    }

    /// What is written to get from one row and cursor to the next.
    fn step(presenter: &mut Presenter<Vec<u8>>, row: &str, caret: (u16, u16)) -> String {
        let mut buffer = Buffer::empty(presenter.shown.area);
        buffer.set_stringn(0, 0, row, usize::from(buffer.area.width), Style::new());
        presenter.out.clear();
        presenter.show(buffer, Some(caret.into())).expect("a vector takes every byte");
        String::from_utf8(presenter.out.clone()).expect("UTF-8")
    }

    /// The IME composes at the cursor: it must not be seen anywhere else, nor moved for nothing.
    #[test]
    fn a_clock_that_moves_while_somebody_types_writes_its_digits_and_comes_back_to_the_cursor() {
        let mut presenter = Presenter::new(Vec::new(), 40, 3);
        step(&mut presenter, "14:05 議事録の行", (9, 2));
        assert_eq!(step(&mut presenter, "14:05 議事録の行", (9, 2)), "", "a tick that changes nothing");
        let tick = step(&mut presenter, "14:06 議事録の行", (9, 2));
        let (opened, closed) = ("\u{1b}[?2026h\u{1b}[?25l", "\u{1b}[3;10H\u{1b}[?25h\u{1b}[?2026l");
        assert!(tick.starts_with(opened) && tick.ends_with(closed), "{tick:?}");
        assert!(tick.len() < opened.len() + closed.len() + 24, "{tick:?}");
    }

    #[test]
    fn a_letter_that_is_typed_writes_itself() {
        let mut presenter = Presenter::new(Vec::new(), 80, 3);
        step(&mut presenter, "農務課：展示を使え", (18, 0));
        let key = step(&mut presenter, "農務課：展示を使える", (20, 0));
        assert!(key.contains('る') && !key.contains('え') && key.len() < 64, "{key:?}");
    }

    #[test]
    fn what_is_copied_is_handed_to_the_terminal() {
        let mut presenter = Presenter::new(Vec::new(), 20, 1);
        presenter.copy_out("展示").expect("a vector takes every byte");
        assert_eq!(presenter.out, b"\x1b]52;c;5bGV56S6\x1b\\");
    }

    #[test]
    fn nothing_is_written_when_nothing_changed() {
        let mut presenter = Presenter::new(Vec::new(), 20, 2);
        assert!(!written(&mut presenter, &["議長 open"]).is_empty());
        assert_eq!(written(&mut presenter, &["議長 open"]), "");
    }

    #[test]
    fn the_cursor_is_moved_after_every_glyph_that_a_terminal_may_measure_otherwise() {
        let mut presenter = Presenter::new(Vec::new(), 20, 1);
        let bytes = written(&mut presenter, &["①ab"]);
        assert!(bytes.contains("①\u{1b}[1;2Hab"), "{bytes:?}");
    }

    /// Else the second half of 発 is left standing behind す.
    #[test]
    fn no_half_of_a_wide_glyph_is_left_standing() {
        let mut presenter = Presenter::new(Vec::new(), 8, 1);
        written(&mut presenter, &["a発言"]);
        let bytes = written(&mut presenter, &["す 言"]);
        assert!(bytes.contains("す\u{1b}[1;3H ") && !bytes.contains('言'), "{bytes:?}");
        let bytes = written(&mut presenter, &["a   言"]);
        assert!(bytes.contains("a \u{1b}[1;4H 言"), "{bytes:?}");
    }

    #[test]
    fn only_the_changed_cells_are_written() {
        let mut presenter = Presenter::new(Vec::new(), 20, 1);
        written(&mut presenter, &["14:05 abc"]);
        let bytes = written(&mut presenter, &["14:06 abc"]);
        assert!(bytes.contains("\u{1b}[1;5H") && !bytes.contains("abc"), "{bytes:?}");
    }
}
