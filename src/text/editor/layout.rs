//! Where text being edited stands on the screen: its rows, its cursor, its window. Never draws.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::super::{ruler::Ruler, wrap::wrap};
use super::{Editor, motion};

/// A note as rows of the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditorLayout {
    /// Byte ranges of the text.
    pub rows: Vec<Range<usize>>,
    pub cursor_row: usize,
    /// Below the number of columns; a cursor behind a full row stands at the start of the next.
    pub cursor_col: usize,
}

impl Editor {
    /// The text in rows of `cols` columns, and the cursor among them.
    pub fn layout(&self, ruler: Ruler, cols: usize) -> EditorLayout {
        let cols = cols.max(1);
        let mut rows = wrap(ruler, &self.text, cols);
        // A row starts at its first byte, so a cursor between two rows of a line belongs to the second.
        let cursor_row = rows.partition_point(|row| row.start <= self.cursor).saturating_sub(1);
        let cursor_col = ruler.width(&self.text[rows[cursor_row].start..self.cursor]);
        if cursor_col < cols {
            return EditorLayout { rows, cursor_row, cursor_col };
        }
        if self.cursor < rows[cursor_row].end {
            // Among the spaces that hang over the edge of a row.
            return EditorLayout { rows, cursor_row, cursor_col: cols - 1 };
        }
        rows.insert(cursor_row + 1, self.cursor..self.cursor);
        EditorLayout { rows, cursor_row: cursor_row + 1, cursor_col: 0 }
    }

    /// One row up, as the text is shown in `cols` columns. False on the first row.
    pub fn up(&mut self, ruler: Ruler, cols: usize) -> bool {
        let layout = self.layout(ruler, cols);
        match layout.cursor_row.checked_sub(1) {
            Some(row) => self.enter_row(ruler, &layout, row),
            None => false,
        }
    }

    /// One row down, as the text is shown in `cols` columns. False on the last row.
    pub fn down(&mut self, ruler: Ruler, cols: usize) -> bool {
        let layout = self.layout(ruler, cols);
        self.enter_row(ruler, &layout, layout.cursor_row + 1)
    }

    /// To a column of a row of the screen, or of the last row.
    pub fn stand(&mut self, ruler: Ruler, cols: usize, row: usize, col: usize) {
        let layout = self.layout(ruler, cols);
        self.goal = Some(col);
        self.enter_row(ruler, &layout, row.min(layout.rows.len() - 1));
    }

    /// The part of a one-line field that is shown in `cols` columns, and the cursor's column in it, which is below `cols`.
    ///
    /// The part moves with the cursor and keeps some of what follows in sight; an ellipsis marks an edge that hides text.
    pub fn window(&self, ruler: Ruler, cols: usize) -> (String, usize) {
        let (left, right) = self.text.split_at(self.cursor);
        let (cursor, ahead) = (ruler.width(left), ruler.width(right));
        if cursor + ahead < cols {
            return (self.text.clone(), cursor);
        }
        let last = cols.saturating_sub(1 + ahead.min(cols / 4));
        if cursor <= last {
            return (ruler.cut(&self.text, cols).into_owned(), cursor);
        }
        let mark = ruler.cut(ruler.ellipsis(), cols);
        let room = last.saturating_sub(ruler.width(&mark));
        let (mut from, mut kept) = (left.len(), 0);
        for (at, grapheme) in left.grapheme_indices(true).rev() {
            let width = ruler.width(grapheme);
            if kept + width > room {
                break;
            }
            (from, kept) = (at, kept + width);
        }
        let start = ruler.width(&mark);
        let shown = format!("{mark}{}", ruler.cut(&self.text[from..], cols - start));
        (shown, (start + kept).min(cols.saturating_sub(1)))
    }

    /// The columns of the [window](Self::window) in which what is chosen stands, as far as it shows.
    pub fn chosen_columns(&self, ruler: Ruler, cols: usize) -> Range<usize> {
        let cursor = self.window(ruler, cols).1;
        let width = ruler.width(self.selected());
        let ahead = self.selection().is_some_and(|chosen| chosen.start == self.cursor);
        if ahead { cursor..(cursor + width).min(cols) } else { cursor.saturating_sub(width)..cursor }
    }

    fn enter_row(&mut self, ruler: Ruler, layout: &EditorLayout, row: usize) -> bool {
        let Some(range) = layout.rows.get(row) else { return false };
        let goal = self.goal.unwrap_or(layout.cursor_col);
        let at = self.byte_at(ruler, range, goal, layout.rows.get(row + 1));
        self.move_to(at);
        self.goal = Some(goal);
        true
    }

    /// The border in `row` nearest to column `col` from the left. The end of a row that continues is the start of the `next`.
    fn byte_at(&self, ruler: Ruler, row: &Range<usize>, col: usize, next: Option<&Range<usize>>) -> usize {
        let mut used = 0;
        for (at, grapheme) in self.text[row.clone()].grapheme_indices(true) {
            used += ruler.width(grapheme);
            if used > col {
                return row.start + at;
            }
        }
        let continues = next.is_some_and(|next| next.start == row.end && !row.is_empty());
        if continues { motion::before(&self.text, row.end) } else { row.end }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NARROW: Ruler = Ruler { wide: false };

    fn note(text: &str, cursor: usize) -> Editor {
        let mut editor = Editor::note();
        editor.set(text);
        editor.move_to(cursor);
        editor
    }

    fn at(text: &str, cursor: usize, cols: usize) -> (usize, usize) {
        let layout = note(text, cursor).layout(NARROW, cols);
        (layout.cursor_row, layout.cursor_col)
    }

    #[test]
    fn the_cursor_stands_where_the_next_character_goes() {
        assert_eq!(at("議事録", 6, 4), (1, 0));
        assert_eq!(at("議事録", 9, 4), (1, 2));
        assert_eq!(at("議事", 6, 4), (1, 0));
        assert_eq!(at("議事\n録", 6, 4), (1, 0));
        assert_eq!(at("議事\n録", 7, 4), (1, 0));
        assert_eq!(at("", 0, 4), (0, 0));
        assert_eq!(at("ab  cd", 3, 2), (0, 1));
        assert_eq!(at("一\n", 4, 4), (1, 0));
    }

    #[test]
    fn up_and_down_keep_the_column_over_short_rows() {
        let mut editor = note("abcdef\nx\nabcdef", 5);
        assert!(editor.down(NARROW, 10));
        assert_eq!(editor.cursor(), 8);
        assert!(editor.down(NARROW, 10));
        assert_eq!(editor.cursor(), 14);
        assert!(!editor.down(NARROW, 10));
        assert!(editor.up(NARROW, 10) && editor.up(NARROW, 10) && !editor.up(NARROW, 10));
        assert_eq!(editor.cursor(), 5);
    }

    #[test]
    fn up_and_down_go_by_rows_of_the_screen() {
        let mut editor = note("議事録確認", 15);
        assert_eq!(editor.layout(NARROW, 4).cursor_row, 2);
        assert!(editor.up(NARROW, 4));
        assert_eq!(editor.cursor(), 9);
        assert!(editor.up(NARROW, 4));
        assert_eq!(editor.cursor(), 3);
    }

    #[test]
    fn a_long_field_scrolls_and_marks_its_edges() {
        let mut editor = Editor::line();
        editor.set("保健センターの担当");
        assert_eq!(editor.window(NARROW, 30), ("保健センターの担当".into(), 18));
        assert_eq!(editor.window(NARROW, 10), ("…ーの担当".into(), 9));
        editor.home();
        assert_eq!(editor.window(NARROW, 10), ("保健セン…".into(), 0));
        editor.move_to("保健センター".len());
        let (shown, col) = editor.window(NARROW, 10);
        assert_eq!((shown.as_str(), col), ("…ンターの…", 7));
        assert_eq!(editor.window(NARROW, 0), (String::new(), 0));
    }
}
