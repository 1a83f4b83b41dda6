//! Figures as people write them, read to the last digit. Never rounds.

use rust_decimal::Decimal;
use unicode_normalization::UnicodeNormalization;

/// Digits before and after the point; further, differences could not be told exactly.
const LONGEST: (usize, usize) = (15, 6);

/// Reads 36.5, １，２３４, ▲3.2, and 36.5％ where the unit is ％. Every digit that was typed is kept.
pub fn parse_figure(text: &str, unit: &str) -> Option<Decimal> {
    let (text, unit) = (half_width(text), half_width(unit));
    let text = text.strip_suffix(unit.as_str()).unwrap_or(&text).trim_end();
    let (sign, digits) = match text.strip_prefix(['-', '−', '▲', '△']) {
        Some(digits) => ("-", digits),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let whole = without_commas(whole)?;
    let is_digits =
        |text: &str, most| (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_digits(&whole, LONGEST.0) || !is_digits(part, LONGEST.1) {
        return None;
    }
    let part = digits.split_once('.').map_or(String::new(), |(_, part)| format!(".{part}"));
    Decimal::from_str_exact(&format!("{sign}{whole}{part}")).ok()
}

/// Half-width, without spaces.
fn half_width(text: &str) -> String {
    text.nfkc().filter(|c| !c.is_whitespace()).collect()
}

/// 1,234,567 without its commas; `None` where they do not part thousands.
fn without_commas(whole: &str) -> Option<String> {
    let mut groups = whole.split(',');
    let first = groups.next().filter(|first| !whole.contains(',') || (1..=3).contains(&first.len()))?;
    groups.try_fold(first.to_owned(), |read, group| (group.len() == 3).then(|| read + group))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str, unit: &str) -> Option<String> {
        parse_figure(text, unit).map(|figure| figure.to_string())
    }

    #[test]
    fn every_digit_is_kept() {
        let cases = [
            ("36.5", "36.5"),
            ("12.30", "12.30"),
            ("１，２３４", "1234"),
            ("1,234,567.89", "1234567.89"),
            ("▲3.2", "-3.2"),
            ("−3", "-3"),
            ("+4", "4"),
            (" 0.0 ", "0.0"),
            ("999999999999999.999999", "999999999999999.999999"),
        ];
        for (typed, kept) in cases {
            assert_eq!(read(typed, "").as_deref(), Some(kept), "{typed}");
        }
        assert_eq!(read("36.5％", "%").as_deref(), Some("36.5"));
        assert_eq!(read("24 回", "回").as_deref(), Some("24"));
    }

    #[test]
    fn what_is_no_figure_is_none() {
        for typed in [
            "",
            "-",
            "約3",
            "1,23",
            "12,3456",
            ",123",
            "1.",
            ".5",
            "1.2.3",
            "1e5",
            "3人",
            "1.1234567",
            "9999999999999999",
        ] {
            assert_eq!(read(typed, "％"), None, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn what_is_shown_is_read_back(whole in -999_999_999_999_i64..999_999_999_999, scale in 0..=6_u32) {
            let figure = Decimal::new(whole, scale);
            prop_assert_eq!(parse_figure(&figure.to_string(), "人").map(|it| it.to_string()), Some(figure.to_string()));
        }

        #[test]
        fn nothing_typed_breaks_it(text in any::<String>(), likely in "[-+▲0-9.,％人 ]{0,12}") {
            parse_figure(&text, "");
            parse_figure(&likely, "人");
        }
    }
}
