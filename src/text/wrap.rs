//! Breaks text into rows of a given width by the Japanese rules (kinsoku). Never loses a character, never splits a grapheme.

use std::ops::Range;

use unicode_linebreak::{BreakClass, break_property, linebreaks};
use unicode_segmentation::UnicodeSegmentation;

use super::ruler::Ruler;

/// The rows of `text` as byte ranges; at least one, and an empty one for every empty line.
///
/// A row takes at most `cols` columns, not counting the spaces at its end; only a single grapheme wider than `cols` exceeds it.
/// The ranges leave out the line ends and nothing else. Breaks follow UAX #14, where small kana and ー may not start a row, and JIS X 4051
/// where that says less: full-width letters and figures stay together as half-width ones do, and ～ does not start a row.
pub fn wrap(ruler: Ruler, text: &str, cols: usize) -> Vec<Range<usize>> {
    let mut rows = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        wrap_line(ruler, line, cols, |row| rows.push(start + row.start..start + row.end));
        start += line.len() + 1;
    }
    rows
}

/// The rows of `text` themselves, without the spaces at their ends.
pub fn wrap_lines(ruler: Ruler, text: &str, cols: usize) -> Vec<&str> {
    wrap(ruler, text, cols).into_iter().map(|row| text[row].trim_end_matches(is_space)).collect()
}

/// The beginning of a text, at most `most` characters: what is laid out at every key must have an end.
pub fn opening(text: &str, most: usize) -> &str {
    text.char_indices().nth(most).map_or(text, |(at, _)| &text[..at])
}

/// A place where a row may end, and the columns of the row before it.
#[derive(Clone, Copy)]
struct Opportunity {
    at: usize,
    used: usize,
}

fn wrap_line(ruler: Ruler, line: &str, cols: usize, mut row: impl FnMut(Range<usize>)) {
    if ruler.width(line) <= cols {
        return row(0..line.len());
    }
    let mut breaks = linebreaks(line).map(|(at, _)| at).filter(|at| may_part(line, *at)).peekable();
    let (mut start, mut used) = (0, 0);
    let mut last: Option<Opportunity> = None;
    for (at, grapheme) in line.grapheme_indices(true) {
        while breaks.next_if(|place| *place < at).is_some() {}
        if breaks.peek() == Some(&at) || beside_quotes(line, at) {
            last = Some(Opportunity { at, used });
        }
        let width = ruler.width(grapheme);
        while !is_blank(grapheme) && used + width > cols && start < at {
            let end = last.take().unwrap_or_else(|| forced(ruler, &line[start..at], grapheme, start, used));
            row(start..end.at);
            (start, used) = (end.at, used - end.used);
        }
        used += width;
    }
    row(start..line.len());
}

/// Where to break `row`, which has no opportunity, before `next`: the last place that breaks no rule of its two neighbours,
/// looked for in the last few graphemes only, or else its end.
fn forced(ruler: Ruler, row: &str, next: &str, start: usize, used: usize) -> Opportunity {
    const LOOK_BACK: usize = 8;
    let (mut after, mut behind) = (next, 0);
    for (at, grapheme) in row.grapheme_indices(true).rev().take(LOOK_BACK) {
        if may_start(after) && may_end(grapheme) {
            return Opportunity { at: start + at + grapheme.len(), used: used - behind };
        }
        behind += ruler.width(grapheme);
        after = grapheme;
    }
    Opportunity { at: start + row.len(), used }
}

/// May a row end before byte `at`, where UAX #14 would let it?
fn may_part(line: &str, at: usize) -> bool {
    let (before, behind) = line.split_at(at);
    let mut before = before.chars().rev();
    let (Some(last), Some(next)) = (before.next(), behind.chars().next()) else { return true };
    let in_a_figure =
        "．，：／－".contains(last) && is_wide_letter(next) && before.next().is_some_and(is_wide_letter);
    !("～〜".contains(next) || in_a_figure || is_wide_letter(last) && is_wide_letter(next))
}

/// Is this between Japanese and a quotation, where UAX #14 cannot tell which side “ belongs to?
fn beside_quotes(line: &str, at: usize) -> bool {
    let japanese = |text: &str| text.starts_with(|c| c >= '\u{3000}');
    let (before, behind) = line.split_at(at);
    let last = before.char_indices().next_back().map_or("", |(from, _)| &before[from..]);
    let opens = behind.starts_with(['“', '‘']) && japanese(last) && may_end(last);
    opens || (last.starts_with(['”', '’']) && japanese(behind) && may_start(behind))
}

/// A full-width letter or figure of Latin.
const fn is_wide_letter(c: char) -> bool {
    matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
}

fn may_start(grapheme: &str) -> bool {
    use BreakClass::{
        CloseParenthesis, ClosePunctuation, ConditionalJapaneseStarter, Exclamation, InfixSeparator,
        Inseparable, NonStarter,
    };
    let barred = [
        ClosePunctuation,
        CloseParenthesis,
        ConditionalJapaneseStarter,
        Exclamation,
        InfixSeparator,
        Inseparable,
        NonStarter,
    ];
    !grapheme.starts_with(|c| {
        is_space(c) || "～〜”’»—―".contains(c) || barred.contains(&break_property(u32::from(c)))
    })
}

fn may_end(grapheme: &str) -> bool {
    let opens = |c| "“‘«".contains(c) || break_property(u32::from(c)) == BreakClass::OpenPunctuation;
    !grapheme.starts_with(opens)
}

/// A space alone; one that carries a mark is drawn and needs its columns.
fn is_blank(grapheme: &str) -> bool {
    matches!(grapheme, " " | "\u{3000}")
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{3000}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const NARROW: Ruler = Ruler { wide: false };

    #[test]
    fn punctuation_never_starts_a_row() {
        assert_eq!(
            wrap_lines(NARROW, "議長が開会を宣言した。（全員）", 20),
            ["議長が開会を宣言し", "た。（全員）"]
        );
        assert_eq!(wrap_lines(NARROW, "「賛成」を確認、次へ", 14), ["「賛成」を確", "認、次へ"]);
        assert_eq!(wrap_lines(NARROW, "保健センターで", 10), ["保健セン", "ターで"]);
        assert_eq!(wrap_lines(NARROW, "会議（定例）", 6), ["会議", "（定", "例）"]);
    }

    #[test]
    fn a_run_without_an_opportunity_still_keeps_the_rule() {
        assert_eq!(wrap_lines(NARROW, "あーーーー", 4), ["あー", "ーー", "ー"]);
        assert_eq!(wrap_lines(NARROW, "abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(wrap_lines(NARROW, "abcdef,,gh", 6), ["abcde", "f,,gh"]);
    }

    #[test]
    fn figures_dashes_and_leaders_stay_whole() {
        assert_eq!(wrap_lines(NARROW, "予算は１２，３４５円", 12), ["予算は", "１２，３４５", "円"]);
        assert_eq!(wrap_lines(NARROW, "会場はＡＢＣ館", 10), ["会場は", "ＡＢＣ館"]);
        assert_eq!(wrap_lines(NARROW, "受診率は12.5%だった", 12), ["受診率は", "12.5%だった"]);
        assert_eq!(wrap_lines(NARROW, "検討する……以上", 9), ["検討す", "る……以上"]);
        assert_eq!(wrap_lines(NARROW, "議題――続き", 5), ["議題", "――続", "き"]);
        assert_eq!(wrap_lines(NARROW, "午前～午後", 4), ["午", "前～", "午後"]);
        assert_eq!(wrap_lines(NARROW, "彼は“はい”と", 6), ["彼は", "“はい”", "と"]);
    }

    #[test]
    fn words_and_lines_stay_whole() {
        assert_eq!(wrap_lines(NARROW, "the council meets", 11), ["the council", "meets"]);
        assert_eq!(wrap_lines(NARROW, "一\n\n二\n", 10), ["一", "", "二", ""]);
        assert_eq!(wrap_lines(NARROW, "", 10), [""]);
        assert_eq!(wrap(NARROW, "ab cd", 2), [0..3, 3..5]);
    }

    #[test]
    fn an_opening_ends_with_a_whole_character() {
        assert_eq!((opening("議事録", 2), opening("議事録", 3), opening("", 0)), ("議事", "議事録", ""));
    }

    #[test]
    fn a_wide_terminal_gets_fewer_characters_a_row() {
        assert_eq!(wrap_lines(NARROW, "①②③④", 4), ["①②③④"]);
        assert_eq!(wrap_lines(Ruler { wide: true }, "①②③④", 4), ["①②", "③④"]);
    }

    #[test]
    fn a_run_far_longer_than_a_row_is_filled_row_by_row() {
        let long = "a".repeat(200_000) + "\n" + &"ー".repeat(200_000);
        let rows = wrap(NARROW, &long, 40);
        assert_eq!(rows.len(), 5_000 + 10_000);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_no_row_exceeds(
            text in "[a-z 、。」（ーっあ漢字ﾊﾞ①\u{3000}\n]{0,80}",
            cols in 2usize..20,
            wide: bool,
        ) {
            let ruler = Ruler { wide };
            let rows = wrap(ruler, &text, cols);
            let mut end = 0;
            for row in &rows {
                prop_assert!(row.start == end || (row.start == end + 1 && text[end..].starts_with('\n')));
                end = row.end;
            }
            prop_assert_eq!(end, text.len());
            prop_assert_eq!(rows.len(), wrap_lines(ruler, &text, cols).len());
            for row in wrap_lines(ruler, &text, cols) {
                prop_assert!(ruler.width(row) <= cols || row.graphemes(true).count() == 1);
            }
        }

        /// The characters are those of JIS X 4051, not of the rule above.
        #[test]
        fn no_row_starts_or_ends_as_it_must_not_where_that_can_be_helped(
            text in "[a-z12、。，．・：；？！ー々ぁっゃ）」』】〕〉》”’（「『【〔〈《“‘％～…―あ漢字ン]{0,60}",
            cols in 2usize..20,
            wide: bool,
        ) {
            let starts = "、。，．・：；？！ー々ぁっゃ）」』】〕〉》”’～";
            let parts_badly = |one: &str, next: &str| {
                starts.contains(next) || "（「『【〔〈《“‘".contains(one)
            };
            let rows = wrap(Ruler { wide }, &text, cols);
            for (row, next) in rows.iter().zip(&rows[1..]) {
                let graphemes: Vec<&str> = text[row.start..next.end].graphemes(true).collect();
                let len = text[row.clone()].graphemes(true).count();
                if parts_badly(graphemes[len - 1], graphemes[len]) {
                    let back = len.saturating_sub(7).max(1)..len;
                    let helped = back.into_iter().find(|at| {
                        let (one, next) = (graphemes[at - 1], graphemes[*at]);
                        !parts_badly(one, next) && !"…―".contains(next)
                    });
                    prop_assert_eq!(helped, None, "{:?} {:?}", &text[row.clone()], &text[next.clone()]);
                }
            }
        }

        #[test]
        fn any_text_comes_through(text in any::<String>(), cols in 0usize..20) {
            let rows = wrap(NARROW, &text, cols);
            let joined: String = rows.into_iter().map(|row| &text[row]).collect();
            prop_assert_eq!(joined, text.replace('\n', ""));
        }
    }
}
