//! Makes text from keyboard, paste or file safe to keep and show. Never changes what a person can see they typed.
//!
//! Line ends become LF, tabs a space; control, direction and invisible break characters go; marks join their letters (NFC).
//! Compatibility ideographs, variation selectors, half-width kana and full-width digits stay: names on family registers matter.

use unicode_normalization::UnicodeNormalization;

/// Clean text on one line: line ends become spaces.
pub fn clean_line(text: &str) -> String {
    clean_text(text).replace('\n', " ")
}

/// Clean text with its line ends, each one `\n`.
pub fn clean_text(text: &str) -> String {
    let visible = text.replace("\r\n", "\n").chars().filter_map(visible).collect::<String>();
    visible
        .split_inclusive(is_compatibility_ideograph)
        .fold(String::with_capacity(visible.len()), compose_onto)
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
        '\u{AD}' | '\u{61C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2060}' | '\u{FEFF}' => None,
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{206F}' => None,
        _ if c.is_control() => None,
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
            prop_assert!(once.chars().all(|c| c == '\n' || !c.is_control()));
        }
    }
}
