//! Text that a spreadsheet would take for a formula, made into text it leaves alone, and back. Never changes any other text but one
//! that looks as if it had been guarded already, so that what was guarded always comes back as it was.

use std::borrow::Cow;

/// Stands before what would be a formula. Excel shows it; whoever reads the table in takes it off with [`unguarded`].
const GUARD: char = '\'';

/// What a formula begins with, also as an input method types it, and the blanks that a spreadsheet passes over before one.
const fn begins_formula(c: char) -> bool {
    matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠')
}

/// `text` for a cell that has nothing but its text to say what it is.
pub fn guarded(text: &str) -> Cow<'_, str> {
    if text.starts_with(|c| begins_formula(c) || c == GUARD) {
        Cow::Owned(format!("{GUARD}{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// What was guarded, from what stands in the cell. A `'` that guards nothing stays.
pub fn unguarded(cell: &str) -> &str {
    let inner = cell.strip_prefix(GUARD);
    inner.filter(|inner| inner.starts_with(|c| begins_formula(c) || c == GUARD)).unwrap_or(cell)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_would_be_a_formula_is_text() {
        for formula in ["=1+1", "+81", "-", "@SUM(A1)", "\t=1", "＝１", "\n=1"] {
            assert_eq!(guarded(formula), format!("'{formula}"));
        }
        for plain in ["", "移動支援", "3-1", "a=b", "　=1"] {
            assert!(matches!(guarded(plain), Cow::Borrowed(same) if same == plain));
        }
    }

    #[test]
    fn an_apostrophe_that_guards_nothing_stays() {
        assert_eq!(unguarded("'90年代"), "'90年代");
        assert_eq!(unguarded("'"), "'");
    }

    proptest! {
        #[test]
        fn what_was_guarded_comes_back(text in "['=+@a\t-]{0,4}.*") {
            let cell = guarded(&text);
            prop_assert_eq!(unguarded(&cell), &text);
            prop_assert!(!cell.starts_with(begins_formula));
        }
    }
}
