//! Makes text from keyboard, paste or file safe to keep and show. Never changes what a person can see they typed.
//!
//! Line ends become LF, tabs a space; what is [hidden](is_hidden) goes; marks join their letters (NFC).
//! Compatibility ideographs, variation selectors, half-width kana and full-width digits stay: names on family registers matter.
//!
//! A file that was edited by hand may hold anything. It stays as it is there, and is [`shown`] with a mark for each hidden character.

use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;

/// Stands where a hidden character is: one column on every terminal.
pub const MARK: &str = "▯";

/// Is this a character that a terminal obeys, that turns the direction of what follows, or that nobody sees?
///
/// Joiners and variation selectors are none: they belong to the letter before them.
pub fn is_hidden(c: char) -> bool {
    match c {
        // Arabic letter mark, Hangul fillers, marks and isolates of direction, zero-width spaces, what is deprecated among them.
        '\u{AD}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{180E}' | '\u{200B}' | '\u{200E}'
        | '\u{200F}' => true,
        '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}' => true,
        // Interlinear notes, what is no character (and has no place in XML), shorthand, beams of music, the language tag.
        '\u{FFF0}'..='\u{FFFB}'
        | '\u{FFFE}'
        | '\u{FFFF}'
        | '\u{1BCA0}'..='\u{1BCA3}'
        | '\u{1D173}'..='\u{1D17A}'
        | '\u{E0001}' => true,
        _ => c.is_control(),
    }
}

/// `text` as it may be printed anywhere: hidden characters as marks. Line feeds and tabs stay.
pub fn shown(text: &str) -> Cow<'_, str> {
    let is_marked = |c: char| is_hidden(c) && !matches!(c, '\n' | '\t');
    if text.contains(is_marked) { Cow::Owned(text.replace(is_marked, MARK)) } else { Cow::Borrowed(text) }
}

/// The same on one line: line feeds and tabs are spaces.
pub fn shown_line(text: &str) -> String {
    shown(text).replace(['\n', '\t'], " ")
}

/// Clean text on one line: line ends become spaces.
pub fn clean_line(text: &str) -> String {
    clean_text(text).replace('\n', " ")
}

/// Clean text with its line ends, each one `\n`.
pub fn clean_text(text: &str) -> String {
    let visible = text.replace("\r\n", "\n").chars().filter_map(visible).collect::<String>();
    composed(&visible)
}

/// `text` with its marks joined to their letters, and compatibility ideographs as they are.
pub fn composed(text: &str) -> String {
    text.split_inclusive(is_compatibility_ideograph).fold(String::with_capacity(text.len()), compose_onto)
}

/// A paste as clean lines; an end of line at the very end adds no empty one.
pub fn split_paste(text: &str) -> Vec<String> {
    clean_text(text).lines().map(str::to_owned).collect()
}

fn visible(c: char) -> Option<char> {
    match c {
        // Word writes U+000B inside a paragraph and U+000C between pages.
        '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\t' => Some(' '),
        _ if is_hidden(c) => None,
        _ => Some(c),
    }
}

/// Appends `piece` in NFC. Only its last character can be a compatibility ideograph, which NFC would replace.
fn compose_onto(mut done: String, piece: &str) -> String {
    let kept = piece.chars().next_back().filter(|c| is_compatibility_ideograph(*c));
    let rest = &piece[..piece.len() - kept.map_or(0, char::len_utf8)];
    done.extend(rest.nfc());
    done.extend(kept);
    done
}

fn is_compatibility_ideograph(c: char) -> bool {
    matches!(c, '\u{F900}'..='\u{FAFF}' | '\u{2F800}'..='\u{2FA1F}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_kind_of_line_end_is_one_line_feed() {
        assert_eq!(clean_text("一\r\n二\r三\n四\u{b}五"), "一\n二\n三\n四\n五");
        assert_eq!(clean_line("一\r\n二\t三"), "一 二 三");
        assert_eq!(split_paste("一\r\n\r\n二\r\n"), ["一", "", "二"]);
    }

    #[test]
    fn what_cannot_be_seen_goes() {
        assert_eq!(clean_text("\u{feff}a\u{1b}[1m\0\u{202e}b\u{2067}\u{200f}\u{9b}"), "a[1mb");
    }

    #[test]
    fn what_cannot_be_seen_is_shown_as_a_mark() {
        assert_eq!(shown("一\u{1b}]52;c;\u{7}\r\n\t\u{202e}二\u{200b}\u{9b}"), "一▯]52;c;▯▯\n\t▯二▯▯");
        assert_eq!(shown_line("一\r\n二\t三"), "一▯ 二 三");
        assert!(matches!(shown("葛\u{E0100}城\n👨‍👩‍👧"), Cow::Borrowed(_)));
    }

    #[test]
    fn marks_join_their_letters() {
        assert_eq!(clean_text("か\u{3099}は\u{309A}Cafe\u{301}"), "がぱCafé");
    }

    #[test]
    fn names_stay_as_typed() {
        for name in
            ["神\u{FA19}社", "塚\u{FA10}", "\u{2F81A}", "葛\u{E0100}城", "髙﨑", "𠮷田", "ﾊﾞｽ１２", "👨‍👩‍👧"]
        {
            assert_eq!(clean_text(name), name);
        }
    }

    proptest! {
        #[test]
        fn cleaning_twice_changes_nothing(text in any::<String>()) {
            let once = clean_text(&text);
            prop_assert_eq!(clean_text(&once), once.clone());
            prop_assert!(once.chars().all(|c| c == '\n' || !is_hidden(c)));
        }
    }
}
