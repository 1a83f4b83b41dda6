//! How many columns text takes in a terminal, and cutting and padding by columns. Never splits a grapheme, never draws.
//!
//! The narrow ruler agrees with `ratatui::buffer::CellWidth`. The wide ruler is for terminals that give East Asian ambiguous
//! characters two columns; whoever draws with it forces each cell to the width named by [`Ruler::glyphs`].

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::clean::{MARK, is_hidden};

/// More columns than any terminal has.
pub const WIDEST: usize = 10_000;

/// Measures text for one terminal. Widths are in columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Ruler {
    /// The terminal draws East Asian ambiguous characters (①, →, “, α) two columns wide.
    pub wide: bool,
}

impl Ruler {
    /// What is drawn for `text`: graphemes with their widths.
    ///
    /// Line ends and tabs come as one space, and as a [`MARK`] what is hidden, what has no width of its own (an accent without its
    /// letter), and what heaps more on a letter than any script does.
    pub fn glyphs(self, text: &str) -> impl Iterator<Item = (&str, usize)> {
        let (plain, rest) = text.split_at(plain_length(text));
        let plain = plain.char_indices().map(move |(at, c)| (&plain[at..at + c.len_utf8()], plain_width(c)));
        plain.chain(rest.graphemes(true).map(move |grapheme| self.glyph(grapheme)))
    }

    /// Columns that `text` takes on one row. Counting stops at [`WIDEST`]: a name may be a megabyte, and no screen is wider.
    pub fn width(self, text: &str) -> usize {
        let mut used = 0;
        for (_, width) in self.glyphs(text) {
            used += width;
            if used >= WIDEST {
                return WIDEST;
            }
        }
        used
    }

    /// `text` in at most `cols` columns, with an ellipsis where something was left out.
    pub fn cut(self, text: &str, cols: usize) -> Cow<'_, str> {
        let mark: String = self.glyphs(self.ellipsis()).map(|(glyph, _)| glyph).take(cols).collect();
        let room = cols - self.width(&mark);
        let (mut shown, mut used, mut cut_at) = (String::new(), 0, 0);
        for (glyph, width) in self.glyphs(text) {
            used += width;
            if used > cols {
                shown.truncate(cut_at);
                shown.push_str(&mark);
                return Cow::Owned(shown);
            }
            shown.push_str(glyph);
            if used <= room {
                cut_at = shown.len();
            }
        }
        if shown == text { Cow::Borrowed(text) } else { Cow::Owned(shown) }
    }

    /// `text` cut and padded on the right to exactly `cols` columns.
    pub fn fit(self, text: &str, cols: usize) -> String {
        self.pad(text, cols, |_| 0)
    }

    /// `text` cut and padded on the left to exactly `cols` columns.
    pub fn fit_right(self, text: &str, cols: usize) -> String {
        self.pad(text, cols, |spare| spare)
    }

    /// `text` cut and padded on both sides to exactly `cols` columns; an odd column goes to the right.
    pub fn centre(self, text: &str, cols: usize) -> String {
        self.pad(text, cols, |spare| spare / 2)
    }

    /// `text` with its glyphs set apart, by as many columns (two, one or none) as fit in `cols`: large on a wall.
    pub fn spread(self, text: &str, cols: usize) -> String {
        let glyphs: Vec<&str> = self.glyphs(text).map(|(glyph, _)| glyph).take(cols + 1).collect();
        let spread = ["  ", " "].map(|gap| glyphs.join(gap));
        let fitting = spread.into_iter().find(|spread| self.width(spread) <= cols);
        fitting.unwrap_or_else(|| self.cut(text, cols).into_owned())
    }

    /// The mark for text left out: one or two columns, with the same width on every terminal of this kind.
    pub fn ellipsis(self) -> &'static str {
        if self.wide { ".." } else { "…" }
    }

    fn pad(self, text: &str, cols: usize, left_of: impl Fn(usize) -> usize) -> String {
        let shown = self.cut(text, cols);
        let spare = cols.saturating_sub(self.width(&shown));
        let left = left_of(spare);
        format!("{:left$}{shown}{:right$}", "", "", right = spare - left)
    }

    fn glyph(self, grapheme: &str) -> (&str, usize) {
        let first = grapheme.chars().next().unwrap_or(' ');
        match first {
            ' '..='~' if grapheme.len() == 1 => (grapheme, 1),
            '\n' | '\t' => (" ", 1),
            '\r' if grapheme == "\r\n" => (" ", 1),
            _ if is_hidden(first) || grapheme.chars().nth(MOST_IN_A_GLYPH).is_some() => (MARK, 1),
            _ => match self.grapheme_width(grapheme, first) {
                0 => (MARK, 1),
                width => (grapheme, width),
            },
        }
    }

    fn grapheme_width(self, grapheme: &str, first: char) -> usize {
        // Half-width sound marks extend a grapheme but stand in a column of their own in every terminal.
        let marks = grapheme.chars().filter(|c| matches!(c, '\u{FF9E}' | '\u{FF9F}')).count();
        let base = grapheme.width();
        if self.wide && base == 1 && is_ambiguous(first) { 2 + marks } else { base + marks }
    }
}

/// No text has more than 30 marks on a letter (Unicode Standard Annex #15, stream-safe text).
const MOST_IN_A_GLYPH: usize = 32;

/// How many bytes at the start of `text` need no parting into graphemes: letters that stand for themselves and are as wide on every
/// terminal. Hardly anything else is shown, and every key measures all that is.
fn plain_length(text: &str) -> usize {
    let mut last = 0;
    for (at, c) in text.char_indices() {
        if plain_width(c) == 0 {
            // It may be a mark on the letter before it.
            return last;
        }
        last = at;
    }
    text.len()
}

/// The columns of a plain letter; 0 for any other.
const fn plain_width(c: char) -> usize {
    match c {
        ' '..='~' => 1,
        '\u{3000}'..='。'
        | '「'..='』'
        | 'ぁ'..='ゖ'
        | 'ァ'..='ー'
        | '\u{4E00}'..='\u{9FFF}'
        | '！'..='～' => 2,
        _ => 0,
    }
}

/// East Asian width A. `width_cjk` leaves letters and modifier symbols narrow; terminals do not.
fn is_ambiguous(c: char) -> bool {
    c.width_cjk() == Some(2)
        || matches!(c, 'Α'..='Ω' | 'α'..='ρ' | 'σ'..='ω' | 'Ё' | 'А'..='я' | 'ё')
        || AMBIGUOUS_LETTERS.contains(c)
}

/// Latin letters and modifier symbols of East Asian width A (Unicode, EastAsianWidth.txt).
const AMBIGUOUS_LETTERS: &str = "\u{A8}ª\u{AF}\u{B4}\u{B8}ºÆÐØÞßàáæèéêìíðòóøùúüþāđēěĦħīıĲĳĸĿŀŁłńňŉŊŋōŒœŦŧūǎǐǒǔǖǘǚǜɑɡ\
    \u{2C4}\u{2C7}\u{2C9}\u{2CA}\u{2CB}\u{2CD}\u{2D0}\u{2D8}\u{2D9}\u{2DA}\u{2DB}\u{2DD}\u{2DF}ⁿℓ\u{2126}\u{212B}";

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::buffer::CellWidth;

    use super::*;

    const NARROW: Ruler = Ruler { wide: false };
    const WIDE: Ruler = Ruler { wide: true };

    #[test]
    fn half_width_sound_marks_take_a_column_here_and_in_ratatui() {
        assert_eq!(NARROW.width("ﾊﾞ"), 2);
        assert_eq!("ﾊﾞ".cell_width(), 2);
        assert_eq!(NARROW.width("ｶﾞｷﾞ"), 4);
    }

    proptest! {
        #[test]
        fn plain_letters_are_measured_as_all_others_are(
            plain in "[a-z ~かガー、。「』議9！～\u{3000}]{0,6}",
            any in "[ﾊﾞ①\u{3099}\u{301}\u{200d}\u{fe0f}\u{e0100}👩\n\u{1b}…a議]{0,6}",
            wide: bool,
        ) {
            let (ruler, text) = (Ruler { wide }, plain + &any);
            let glyphs: Vec<_> = text.graphemes(true).map(|grapheme| ruler.glyph(grapheme)).collect();
            prop_assert_eq!(ruler.glyphs(&text).collect::<Vec<_>>(), glyphs);
        }
    }

    #[test]
    fn every_plain_letter_is_as_wide_as_unicode_says() {
        for c in ('\0'..='\u{FFFF}').filter(|c| plain_width(*c) > 0) {
            let text = c.to_string();
            assert_eq!(NARROW.glyph(&text), (text.as_str(), plain_width(c)), "{c:?}");
            assert_eq!(WIDE.glyph(&text), (text.as_str(), plain_width(c)), "{c:?}");
        }
    }

    #[test]
    fn ambiguous_characters_are_one_or_two_columns() {
        for c in "①○●■→…─│※—“”×☆Ⅲαя".chars() {
            let text = c.to_string();
            assert_eq!((NARROW.width(&text), WIDE.width(&text)), (1, 2), "{c}");
        }
        assert_eq!((WIDE.width("✓議 A"), NARROW.width("✓議 A")), (5, 5));
    }

    /// Each grapheme with its columns where ambiguous characters are narrow, and where they are wide.
    #[test]
    fn every_kind_of_grapheme_has_its_width() {
        let table = [
            ("漢", 2, 2),
            ("ｱ", 1, 1),
            ("ﾊﾞ", 2, 2),
            ("ﾊﾟ", 2, 2),
            ("か\u{3099}", 2, 2),
            ("e\u{301}", 1, 1),
            ("㈱", 2, 2),
            ("①", 1, 2),
            ("Ⅲ", 1, 2),
            ("～", 2, 2),
            ("〜", 2, 2),
            ("—", 1, 2),
            ("※", 1, 2),
            ("…", 1, 2),
            ("●", 1, 2),
            ("→", 1, 2),
            ("“", 1, 2),
            ("é", 1, 2),
            ("✓", 1, 1),
            ("►", 1, 1),
            ("👩\u{200D}👩\u{200D}👧", 2, 2),
            ("👍🏽", 2, 2),
            ("⚠\u{FE0E}", 1, 1),
            ("⚠\u{FE0F}", 2, 2),
            ("❤\u{FE0F}", 2, 2),
            ("🇯🇵", 2, 2),
            ("1\u{FE0F}\u{20E3}", 2, 2),
            ("葛\u{E0100}", 2, 2),
            ("𠮷", 2, 2),
            ("\u{200B}", 1, 1),
            ("\u{1B}", 1, 1),
            ("\u{202E}", 1, 1),
        ];
        for (grapheme, narrow, wide) in table {
            assert_eq!(grapheme.graphemes(true).count(), 1, "{grapheme:?}");
            assert_eq!((NARROW.width(grapheme), WIDE.width(grapheme)), (narrow, wide), "{grapheme:?}");
            let twice = format!("a{grapheme}議{grapheme}");
            assert_eq!(
                (NARROW.width(&twice), WIDE.width(&twice)),
                (3 + 2 * narrow, 3 + 2 * wide),
                "{twice:?}"
            );
        }
    }

    #[test]
    fn names_keep_their_width_with_variation_selectors_and_beyond_the_bmp() {
        assert_eq!(NARROW.width("葛\u{E0100}城"), 4);
        assert_eq!(NARROW.width("𠮷田"), 4);
        assert_eq!(NARROW.width("か\u{3099}"), 2);
    }

    #[test]
    fn control_characters_never_reach_the_screen() {
        let drawn = |text| NARROW.glyphs(text).map(|(glyph, _)| glyph).collect::<String>();
        assert_eq!(drawn("a\u{1b}[0m\tb\r\n\u{feff}c\r"), "a▯[0m b ▯c▯");
        assert_eq!(drawn("\u{202e}a\u{9b}1m\u{200b}\0"), "▯a▯1m▯▯");
        assert_eq!((WIDE.width("\u{7}"), WIDE.width(MARK), NARROW.width(MARK)), (1, 1, 1));
    }

    #[test]
    fn a_letter_without_a_base_or_under_a_heap_is_a_mark() {
        let drawn = |text: &str| NARROW.glyphs(text).map(|(glyph, _)| glyph.to_owned()).collect::<Vec<_>>();
        assert_eq!(drawn("\u{301}"), [MARK]);
        assert_eq!(drawn(&format!("か{}い", "\u{301}".repeat(1000))), [MARK, "い"]);
        assert_eq!(drawn("👨‍👩‍👧か\u{3099}"), ["👨‍👩‍👧", "か\u{3099}"]);
    }

    #[test]
    fn cutting_marks_what_is_missing() {
        assert_eq!(NARROW.cut("協議会", 6), "協議会");
        assert_eq!(NARROW.cut("協議会", 5), "協議…");
        assert_eq!(NARROW.cut("協議会", 4), "協…");
        assert_eq!(WIDE.cut("協議会", 5), "協..");
        assert_eq!(WIDE.cut("協議会", 1), ".");
        assert_eq!(NARROW.cut("協議会", 0), "");
    }

    #[test]
    fn a_name_is_spread_as_far_as_there_is_room() {
        assert_eq!(NARROW.spread("会長", 6), "会  長");
        assert_eq!(NARROW.spread("会長", 5), "会 長");
        assert_eq!(NARROW.spread("会長", 4), "会長");
        assert_eq!(NARROW.spread("会長", 3), "会…");
        assert_eq!(NARROW.spread("", 3), "");
    }

    #[test]
    fn nobody_counts_further_than_any_screen_reaches() {
        let long = "議事録".repeat(100_000);
        assert_eq!((NARROW.width(&long), NARROW.width(&long[..30_000])), (WIDEST, WIDEST));
        assert_eq!(NARROW.width(&long[..9_000]), 6_000);
        assert_eq!(NARROW.cut(&long, 5), "議事…");
        assert_eq!(NARROW.spread(&long, 5), "議事…");
    }

    #[test]
    fn padding_fills_the_row() {
        assert_eq!(NARROW.fit("議事", 6), "議事  ");
        assert_eq!(NARROW.fit_right("18", 4), "  18");
        assert_eq!(NARROW.centre("次第", 7), " 次第  ");
        assert_eq!(NARROW.fit("議事録", 4), "議… ");
    }

    proptest! {
        #[test]
        fn a_cut_never_exceeds_and_a_fit_is_exact(text in ".{0,40}", cols in 0usize..30, wide: bool) {
            let ruler = Ruler { wide };
            prop_assert!(ruler.width(&ruler.cut(&text, cols)) <= cols);
            prop_assert_eq!(ruler.width(&ruler.fit(&text, cols)), cols);
            prop_assert_eq!(ruler.width(&ruler.centre(&text, cols)), cols);
        }

        #[test]
        fn the_narrow_ruler_agrees_with_ratatui(text in "[ -~ぁ-んァ-ヶ一-龠ｦ-ﾟ①→α]{0,40}") {
            let drawn: usize = text.graphemes(true).map(|g| usize::from(g.cell_width())).sum();
            prop_assert_eq!(NARROW.width(&text), drawn);
        }
    }
}
