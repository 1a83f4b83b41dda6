//! How many hands went up for each voice, as they are called out and typed: `12 3 1`. Never guesses at words.

use super::fold::{KeyFold, key_fold};

/// No room holds more.
const MOST: u32 = 9_999;

/// Up to three numbers: in place, in part, not yet; what is not said yet counts as none. Full-width digits and anything
/// that parts numbers will do. `None` where there is no number, more than three, one too large, or anything else.
pub fn parse_hands(typed: &str) -> Option<[u32; 3]> {
    let plain: String = typed.chars().map(half_width).collect();
    let mut counts = [0; 3];
    let mut numbers = plain.split(is_gap).filter(|number| !number.is_empty()).peekable();
    numbers.peek()?;
    for (place, number) in numbers.enumerate() {
        let is_number = number.bytes().all(|byte| byte.is_ascii_digit());
        let number = number.parse().ok().filter(|number| is_number && *number <= MOST)?;
        *counts.get_mut(place)? = number;
    }
    Some(counts)
}

fn half_width(typed: char) -> char {
    match key_fold(typed) {
        KeyFold::Char(c) => c,
        KeyFold::Ime => typed,
    }
}

fn is_gap(c: char) -> bool {
    c.is_whitespace() || matches!(c, ',' | '.' | '/' | '-' | ':' | ';')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_are_read_however_they_are_parted() {
        for typed in ["12 3 1", "１２　３　１", "12、3、1", " 12・3・1 ", "12,3,1", "12/3/1", "12  3  1"]
        {
            assert_eq!(parse_hands(typed), Some([12, 3, 1]), "{typed}");
        }
        assert_eq!(parse_hands("12"), Some([12, 0, 0]), "the others are still to come");
        assert_eq!(parse_hands("0 4"), Some([0, 4, 0]));
        assert_eq!(parse_hands("007 0 0"), Some([7, 0, 0]));
    }

    #[test]
    fn anything_else_is_no_count() {
        for typed in ["", " ", "、", "1 2 3 4", "12人", "+3", "たくさん", "1.5.2.3", "10000", "99999999999"]
        {
            assert_eq!(parse_hands(typed), None, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn what_is_typed_is_parse_hands(counts: [u16; 3], gap in "[ 　、,/・]{1,3}") {
            let counts = counts.map(|count| u32::from(count) % (MOST + 1));
            let typed = counts.map(|count| count.to_string()).join(&gap);
            prop_assert_eq!(parse_hands(&typed), Some(counts));
        }

        #[test]
        fn nothing_typed_breaks_it(typed: String) {
            parse_hands(&typed);
        }
    }
}
