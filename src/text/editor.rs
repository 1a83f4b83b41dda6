//! The editing core of one-line fields and notes: text, cursor, undo. Never draws, never reads keys, knows no council.
//!
//! The text is always clean, and the cursor always stands on the border of a grapheme.

use std::ops::Range;

use super::clean::{clean_line, clean_text};

mod layout;
mod motion;
mod selection;

pub use layout::EditorLayout;

/// Text being edited.
#[derive(Clone, Debug, Default)]
pub struct Editor {
    text: String,
    cursor: usize,
    /// Where the chosen part begins, the cursor being its other end.
    anchor: Option<usize>,
    lines: Lines,
    /// The column that [`Editor::up`] and [`Editor::down`] try to keep.
    goal: Option<usize>,
    past: Vec<State>,
    future: Vec<State>,
    last: Step,
}

/// Whether line ends are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
enum Lines {
    #[default]
    One,
    Many,
}

/// What undo comes back to.
#[derive(Clone, Debug, PartialEq, Eq)]
struct State {
    text: String,
    cursor: usize,
}

/// The kind of the last step: steps of one kind in a row are undone together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
enum Step {
    Typing,
    Erasing,
    #[default]
    Alone,
}

impl Editor {
    /// An empty one-line field; line ends that come in become spaces.
    pub fn line() -> Self {
        Self::default()
    }

    /// An empty note of many lines.
    pub fn note() -> Self {
        Self { lines: Lines::Many, ..Self::default() }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Is there typing to undo, since the text was set?
    pub fn is_changed(&self) -> bool {
        !self.past.is_empty()
    }

    /// The cursor as a byte offset, on the border of a grapheme.
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// Starts over with `text`, the cursor at its end and nothing to undo.
    pub fn set(&mut self, text: &str) {
        let text = self.clean(text);
        *self = Self { cursor: text.len(), text, lines: self.lines, ..Self::default() };
    }

    /// The text, leaving the editor empty and with nothing to undo.
    pub fn take(&mut self) -> String {
        let text = std::mem::take(&mut self.text);
        self.set("");
        text
    }

    /// Types or pastes `text` at the cursor, in the place of what is chosen. One character joins the typing before it; more are undone on their own.
    pub fn insert(&mut self, text: &str) {
        let step = if text.chars().nth(1).is_some() { Step::Alone } else { Step::Typing };
        if let Some(chosen) = self.selection() {
            return self.change(Step::Alone, false, chosen, text);
        }
        let joins = !ends_a_phrase(self.text[..self.cursor].chars().next_back());
        self.change(step, joins, self.cursor..self.cursor, text);
    }

    /// Puts `text` in place of `range`, which is widened to borders of graphemes; the cursor goes behind it.
    pub fn replace(&mut self, range: Range<usize>, text: &str) {
        let start = motion::border_at_or_before(&self.text, range.start);
        let end = motion::border_at_or_after(&self.text, range.end.max(start));
        self.change(Step::Alone, false, start..end, text);
    }

    pub fn backspace(&mut self) {
        if !self.erase_selection() {
            self.erase(Step::Erasing, motion::before(&self.text, self.cursor)..self.cursor);
        }
    }

    pub fn delete(&mut self) {
        if !self.erase_selection() {
            self.erase(Step::Erasing, self.cursor..motion::after(&self.text, self.cursor));
        }
    }

    /// Deletes to the end of the line; at its end, the line end.
    pub fn kill_to_end(&mut self) {
        let end = motion::line_end(&self.text, self.cursor);
        let end = if end == self.cursor { motion::after(&self.text, end) } else { end };
        self.erase(Step::Alone, self.cursor..end);
    }

    /// Deletes to the start of the line.
    pub fn kill_to_start(&mut self) {
        self.erase(Step::Alone, motion::line_start(&self.text, self.cursor)..self.cursor);
    }

    /// Deletes the word before the cursor.
    pub fn kill_word(&mut self) {
        self.erase(Step::Alone, motion::word_before(&self.text, self.cursor)..self.cursor);
    }

    /// Takes the last step back. False when there is none.
    pub fn undo(&mut self) -> bool {
        let Some(state) = self.past.pop() else { return false };
        let left = self.enter(state);
        self.future.push(left);
        true
    }

    /// Takes the last undo back. False when there is none.
    pub fn redo(&mut self) -> bool {
        let Some(state) = self.future.pop() else { return false };
        let left = self.enter(state);
        self.past.push(left);
        true
    }

    fn erase(&mut self, step: Step, range: Range<usize>) {
        if !range.is_empty() {
            self.change(step, true, range, "");
        }
    }

    /// The one way the text changes: `range` becomes `with`, joined to the last step if `joins` and of the same kind.
    fn change(&mut self, step: Step, joins: bool, range: Range<usize>, with: &str) {
        // Cleaning from the start of the text lets a typed mark compose with the letter before it.
        let mut text = self.clean(&[&self.text[..range.start], with].concat());
        let cursor = text.len();
        text.push_str(&self.text[range.end..]);
        if text == self.text {
            return;
        }
        if !joins || step == Step::Alone || step != self.last {
            self.past.push(State { text: std::mem::take(&mut self.text), cursor: self.cursor });
        }
        self.future.clear();
        self.anchor = None;
        self.cursor = motion::border_at_or_after(&text, cursor);
        self.text = text;
        self.last = step;
        self.goal = None;
    }

    /// Puts `state` in place and returns the one left.
    fn enter(&mut self, state: State) -> State {
        let left = State { text: std::mem::replace(&mut self.text, state.text), cursor: self.cursor };
        self.move_to(state.cursor);
        left
    }

    fn clean(&self, text: &str) -> String {
        match self.lines {
            Lines::One => clean_line(text),
            Lines::Many => clean_text(text),
        }
    }
}

/// Typing after one of these starts a new step for undo.
fn ends_a_phrase(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_whitespace() || "、。，．,.！？!?：:；;」）)".contains(c))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_segmentation::GraphemeCursor;

    use super::super::ruler::Ruler;
    use super::*;

    fn typed(text: &str) -> Editor {
        let mut editor = Editor::note();
        text.chars().for_each(|c| editor.insert(c.encode_utf8(&mut [0; 4])));
        editor
    }

    #[test]
    fn what_is_typed_or_pasted_is_cleaned() {
        let mut field = Editor::line();
        field.insert("一行目\r\n二行目\u{1b}");
        assert_eq!(field.text(), "一行目 二行目");
        assert_eq!(typed("か\u{3099}").text(), "が");
        assert_eq!(typed("か\u{3099}").cursor(), "が".len());
    }

    #[test]
    fn erasing_takes_whole_graphemes() {
        let mut editor = typed("ﾊﾞ葛\u{E0100}👨‍👩‍👧");
        editor.backspace();
        assert_eq!(editor.text(), "ﾊﾞ葛\u{E0100}");
        editor.backspace();
        editor.home();
        editor.delete();
        assert_eq!((editor.text(), editor.cursor()), ("", 0));
        editor.backspace();
        assert!(editor.is_empty());
    }

    #[test]
    fn killing_stays_within_the_line() {
        let mut editor = typed("次第\n議事録を書く");
        editor.kill_word();
        assert_eq!(editor.text(), "次第\n議事録を書");
        editor.kill_to_start();
        assert_eq!(editor.text(), "次第\n");
        editor.up(Ruler::default(), 20);
        editor.kill_to_end();
        editor.kill_to_end();
        assert_eq!(editor.text(), "");
    }

    #[test]
    fn undo_goes_back_by_phrases() {
        let mut editor = typed("確認した。次へ");
        editor.insert("進む");
        let steps = ["確認した。次へ", "確認した。", "", ""].map(|text| {
            editor.undo();
            editor.text() == text
        });
        assert_eq!(steps, [true; 4]);
        assert!(!editor.undo());
        while editor.redo() {}
        assert_eq!(editor.text(), "確認した。次へ進む");
        editor.undo();
        editor.insert("。");
        assert!(!editor.redo());
    }

    #[test]
    fn moving_ends_a_step() {
        let mut editor = typed("ab");
        editor.left();
        editor.insert("c");
        editor.undo();
        assert_eq!((editor.text(), editor.cursor()), ("ab", 1));
    }

    #[test]
    fn a_name_is_completed_in_place() {
        let mut editor = typed("宿題：のう 期限");
        editor.replace("宿題：".len().."宿題：のう".len(), "農務課");
        assert_eq!((editor.text(), editor.cursor()), ("宿題：農務課 期限", "宿題：農務課".len()));
        assert_eq!(editor.take(), "宿題：農務課 期限");
        assert!(editor.is_empty() && !editor.undo());
    }

    fn press(editor: &mut Editor, key: u8, text: &str) {
        let ruler = Ruler::default();
        match key {
            0 => editor.insert(text),
            1 => editor.backspace(),
            2 => editor.delete(),
            3 => editor.left(),
            4 => editor.right(),
            5 => editor.word_left(),
            6 => editor.word_right(),
            7 => editor.kill_word(),
            8 => drop(editor.up(ruler, 7)),
            9 => drop(editor.down(ruler, 7)),
            10 => drop(editor.undo()),
            11 => drop(editor.redo()),
            12 => editor.kill_to_end(),
            13 => editor.extend(Editor::left),
            14 => editor.extend(Editor::word_right),
            15 => drop(editor.cut()),
            _ => editor.replace(1..4, text),
        }
    }

    proptest! {
        #[test]
        fn the_cursor_always_stands_on_a_border(
            keys in prop::collection::vec((0u8..17, "[a か\u{3099}ﾊﾞ🇯🇵👩\u{200d}漢、\n]{0,3}"), 0..40),
        ) {
            let mut editor = Editor::note();
            for (key, text) in keys {
                press(&mut editor, key, &text);
                let mut border = GraphemeCursor::new(editor.cursor(), editor.text().len(), true);
                prop_assert_eq!(border.is_boundary(editor.text(), 0), Ok(true));
                let layout = editor.layout(Ruler::default(), 7);
                prop_assert!(layout.cursor_col < 7 && layout.cursor_row < layout.rows.len());
                prop_assert!(editor.window(Ruler::default(), 7).1 < 7);
            }
            while editor.undo() {}
            prop_assert_eq!(editor.text(), "");
        }

        #[test]
        fn typing_and_backspace_are_inverse(before in "[a-zかな漢字、 ]{0,10}", at in 0usize..10, c in "[a-zあ漢。①]") {
            let mut editor = Editor::line();
            editor.set(&before);
            (0..at).for_each(|_| editor.left());
            let cursor = editor.cursor();
            editor.insert(&c);
            prop_assert_eq!(editor.cursor(), cursor + c.len());
            editor.backspace();
            prop_assert_eq!((editor.text(), editor.cursor()), (before.as_str(), cursor));
        }
    }
}
