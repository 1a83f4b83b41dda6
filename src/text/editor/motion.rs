//! Where the cursor can go: graphemes, words and lines. Never changes the text.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use super::{Editor, Step};

impl Editor {
    /// To the grapheme before the cursor, or to the start of what is chosen.
    pub fn left(&mut self) {
        let to = self.selection().map_or_else(|| before(&self.text, self.cursor), |chosen| chosen.start);
        self.move_to(to);
    }

    /// Past the grapheme after the cursor, or to the end of what is chosen.
    pub fn right(&mut self) {
        let to = self.selection().map_or_else(|| after(&self.text, self.cursor), |chosen| chosen.end);
        self.move_to(to);
    }

    /// To the start of the word before the cursor. A word is a run of one script: 議事録を書く is 議事録, を, 書, く.
    pub fn word_left(&mut self) {
        self.move_to(word_before(&self.text, self.cursor));
    }

    /// To the end of the word after the cursor, past the spaces behind it.
    pub fn word_right(&mut self) {
        self.move_to(word_after(&self.text, self.cursor));
    }

    /// To the start of the line, as it was typed.
    pub fn home(&mut self) {
        self.move_to(line_start(&self.text, self.cursor));
    }

    /// To the end of the line, as it was typed.
    pub fn end(&mut self) {
        self.move_to(line_end(&self.text, self.cursor));
    }

    /// To the grapheme that holds byte `at`, or to the end.
    pub fn move_to(&mut self, at: usize) {
        self.cursor = border_at_or_before(&self.text, at);
        self.last = Step::Alone;
        self.goal = None;
        self.anchor = None;
    }
}

/// What a word is made of. Two neighbours of one kind belong together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Space,
    Hiragana,
    Katakana,
    Kanji,
    Letters,
    Signs,
}

pub(super) fn before(text: &str, at: usize) -> usize {
    text[..at].grapheme_indices(true).next_back().map_or(0, |(start, _)| start)
}

pub(super) fn after(text: &str, at: usize) -> usize {
    at + text[at..].graphemes(true).next().map_or(0, str::len)
}

pub(super) fn border_at_or_before(text: &str, at: usize) -> usize {
    let at = (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    if is_border(text, at) { at } else { border_toward_start(text, at) }
}

pub(super) fn border_at_or_after(text: &str, at: usize) -> usize {
    let start = border_at_or_before(text, at);
    if start < at.min(text.len()) { after(text, start) } else { start }
}

pub(super) fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |end| end + 1)
}

pub(super) fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |end| at + end)
}

pub(super) fn word_before(text: &str, at: usize) -> usize {
    let word = text[..at].trim_end();
    run(word.graphemes(true).rev(), word.len(), |at, grapheme| at - grapheme.len())
}

pub(super) fn word_after(text: &str, at: usize) -> usize {
    let end = run(text[at..].graphemes(true), at, |at, grapheme| at + grapheme.len());
    end + text[end..].len() - text[end..].trim_start().len()
}

/// Steps over graphemes while they are of the first one's script.
fn run<'a>(
    graphemes: impl Iterator<Item = &'a str>,
    at: usize,
    step: impl Fn(usize, &str) -> usize,
) -> usize {
    let mut graphemes = graphemes.peekable();
    let first = graphemes.peek().map(|grapheme| script(grapheme));
    graphemes.take_while(|grapheme| Some(script(grapheme)) == first).fold(at, step)
}

fn script(grapheme: &str) -> Script {
    match grapheme.chars().next().unwrap_or(' ') {
        c if c.is_whitespace() => Script::Space,
        'ぁ'..='ゟ' => Script::Hiragana,
        'ァ'..='ヺ' | 'ー'..='ヿ' | 'ｦ'..='ﾟ' => Script::Katakana,
        '々'
        | '〆'
        | '〇'
        | '\u{3400}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFF}' => Script::Kanji,
        c if c.is_alphanumeric() || c == '_' => Script::Letters,
        _ => Script::Signs,
    }
}

fn is_border(text: &str, at: usize) -> bool {
    GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0).unwrap_or(false)
}

fn border_toward_start(text: &str, at: usize) -> usize {
    GraphemeCursor::new(at, text.len(), true).prev_boundary(text, 0).ok().flatten().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_runs_of_one_script() {
        let mut editor = Editor::line();
        editor.set("保健センターの NPO法人、確認");
        editor.home();
        let mut stops = vec![];
        while editor.cursor() < editor.text().len() {
            let start = editor.cursor();
            editor.word_right();
            stops.push(editor.text()[start..editor.cursor()].to_owned());
        }
        assert_eq!(stops, ["保健", "センター", "の ", "NPO", "法人", "、", "確認"]);
        let mut back = 0;
        while editor.cursor() > 0 {
            editor.word_left();
            back += 1;
        }
        assert_eq!(back, stops.len());
    }

    #[test]
    fn a_click_inside_a_grapheme_goes_to_its_start() {
        let mut editor = Editor::line();
        editor.set("aﾊﾞb");
        editor.move_to("aﾊ".len());
        assert_eq!(editor.cursor(), 1);
        editor.move_to(2);
        assert_eq!(editor.cursor(), 1);
        editor.move_to(99);
        assert_eq!(editor.cursor(), editor.text().len());
        assert_eq!(border_at_or_after("aﾊﾞb", 2), "aﾊﾞ".len());
    }
}
