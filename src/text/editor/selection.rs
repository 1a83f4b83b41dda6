//! The chosen part of a text: extending it, and taking it out. Never touches a clipboard.

use std::ops::Range;

use super::{Editor, Step};

impl Editor {
    /// Moves as `motion` does, choosing what lies between here and where the choice began.
    pub fn extend(&mut self, motion: impl FnOnce(&mut Self)) {
        let anchor = self.anchor.take().unwrap_or(self.cursor);
        motion(self);
        self.anchor = Some(anchor);
    }

    pub fn select_all(&mut self) {
        self.move_to(self.text.len());
        self.anchor = Some(0);
    }

    /// The chosen bytes, if any are.
    pub fn selection(&self) -> Option<Range<usize>> {
        let anchor = self.anchor?;
        let range = anchor.min(self.cursor)..anchor.max(self.cursor);
        (!range.is_empty()).then_some(range)
    }

    /// The chosen text; nothing where nothing is chosen.
    pub fn selected(&self) -> &str {
        self.selection().map_or("", |range| &self.text[range])
    }

    /// Takes the chosen text out.
    pub fn cut(&mut self) -> String {
        let cut = self.selected().to_owned();
        self.erase_selection();
        cut
    }

    /// Erases the chosen text. False when none is.
    pub(super) fn erase_selection(&mut self) -> bool {
        let Some(range) = self.selection() else { return false };
        self.change(Step::Alone, false, range, "");
        true
    }

    /// A part of the text in pieces: before the choice, in it, behind it. Any may be empty.
    pub fn pieces(&self, part: Range<usize>) -> [&str; 3] {
        let chosen = self.selection().unwrap_or(part.end..part.end);
        let [from, to] = [chosen.start, chosen.end].map(|at| at.clamp(part.start, part.end));
        [&self.text[part.start..from], &self.text[from..to], &self.text[to..part.end]]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(text: &str, keys: &str) -> Editor {
        let mut editor = Editor::note();
        editor.set(text);
        for key in keys.chars() {
            match key {
                'h' => editor.left(),
                'l' => editor.right(),
                'H' => editor.extend(Editor::left),
                'L' => editor.extend(Editor::right),
                'W' => editor.extend(Editor::word_left),
                '0' => editor.extend(Editor::home),
                _ => editor.select_all(),
            }
        }
        editor
    }

    #[test]
    fn a_choice_is_made_of_whole_graphemes_and_ends_with_the_next_motion() {
        assert_eq!(chosen("ﾊﾞか\u{3099}👨‍👩‍👧", "HH").selected(), "が👨‍👩‍👧");
        assert_eq!(chosen("議事録", "HHL").selected(), "録");
        assert_eq!(chosen("議事録を書く", "hhW").selected(), "を");
        assert_eq!(chosen("一\n二三", "0").selected(), "二三");
        assert_eq!(chosen("議事録", "HH").pieces(0..9), ["議", "事録", ""]);
        assert_eq!(chosen("議事録", "hHH").pieces(3..6), ["", "事", ""]);
        let collapsed = ["HHh", "HHl", "aHL"].map(|keys| {
            let editor = chosen("議事録", keys);
            (editor.selected().to_owned(), editor.cursor())
        });
        let nothing = String::new;
        assert_eq!(collapsed, [(nothing(), 3), (nothing(), 9), ("議事録".to_owned(), 9)]);
    }

    #[test]
    fn typing_and_erasing_put_an_end_to_what_is_chosen() {
        let mut editor = chosen("議事録", "HH");
        editor.insert("案");
        assert_eq!((editor.text(), editor.selected()), ("議案", ""));
        editor.undo();
        assert_eq!((editor.text(), editor.selected()), ("議事録", ""));
        let mut editor = chosen("議事録", "HH");
        editor.backspace();
        assert_eq!((editor.text(), editor.cursor()), ("議", 3));
        let mut editor = chosen("議事録", "a");
        assert_eq!(editor.cut(), "議事録");
        assert!(editor.is_empty() && editor.cut().is_empty() && editor.undo());
    }
}
