//! Reads a date as a person types it. Never guesses: what is not a day of the calendar is refused with its reason.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use unicode_normalization::UnicodeNormalization;

use super::{ERAS, Era, WEEKDAYS_JA, offset};

/// Why a date was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateRefusal {
    /// Nothing was written.
    Empty,
    /// What was written names no day.
    NotADate,
    /// The calendar has no such day, as 30 February.
    NoSuchDay { year: i32, month: u32, day: u32 },
    /// So far ahead that the year must be a slip, as 令和99年.
    TooFar { year: i32 },
    /// The weekday written beside the day is not its own.
    WeekdayMismatch { date: NaiveDate, written: Weekday },
}

/// Years ahead of today beyond which no council plans.
const FAR: i32 = 50;

/// Reads `text` as a day, seen from `today`.
///
/// A day without a year is the next one on or after today. Weeks begin on Monday, so 来週 and "next friday" lie in the week
/// that starts next Monday. Full-width and half-width forms are the same, and まで at the end is allowed.
pub fn parse_date(text: &str, today: NaiveDate) -> Result<NaiveDate, DateRefusal> {
    let text = normal(text);
    let text = strip_deadline(&text);
    if text.is_empty() {
        return Err(DateRefusal::Empty);
    }
    let (day, written) = split_weekday(text);
    let date = match offset::from_words(day, today)? {
        Some(date) => date,
        None => calendar_day(day, today)?,
    };
    if date.year() - today.year() > FAR {
        return Err(DateRefusal::TooFar { year: date.year() });
    }
    match written {
        Some(written) if written != date.weekday() => Err(DateRefusal::WeekdayMismatch { date, written }),
        _ => Ok(date),
    }
}

/// The same for something that has been: a day without a year is the last one on or before today.
///
/// # Errors
/// As [`parse_date`].
pub fn parse_past_date(text: &str, today: NaiveDate) -> Result<NaiveDate, DateRefusal> {
    let after_a_year_ago = today.checked_sub_months(Months::new(12)).and_then(|day| day.succ_opt());
    let past = after_a_year_ago.map_or(Err(DateRefusal::NotADate), |then| parse_date(text, then));
    match (parse_date(text, today), past) {
        // A day with its year is the same from everywhere, and a word such as 昨日 means another day a year ago.
        (Ok(next), Ok(past)) if (next.month(), next.day()) == (past.month(), past.day()) => Ok(past),
        (Err(DateRefusal::WeekdayMismatch { .. }), Ok(past)) => Ok(past),
        (read, _) => read,
    }
}

/// The day of the calendar, or that there is none. Years are written with four digits.
pub(super) fn real_day(year: i32, month: u32, day: u32) -> Result<NaiveDate, DateRefusal> {
    NaiveDate::from_ymd_opt(year, month, day)
        .filter(|date| date.year() <= 9999)
        .ok_or(DateRefusal::NoSuchDay { year, month, day })
}

/// The next day of this month and day, on or after today.
pub(super) fn next_day(month: u32, day: u32, today: NaiveDate) -> Result<NaiveDate, DateRefusal> {
    let passed = (month, day) < (today.month(), today.day());
    real_day(today.year() + i32::from(passed), month, day)
}

/// The day of the same month and number that comes next, today included; none where the year it falls in has no such day.
pub fn next_anniversary(day: NaiveDate, today: NaiveDate) -> Option<NaiveDate> {
    next_day(day.month(), day.day(), today).ok()
}

/// A weekday by its Japanese or English name, long or short.
pub(super) fn weekday(name: &str) -> Option<Weekday> {
    let kanji = name.strip_suffix("曜日").or_else(|| name.strip_suffix('曜')).unwrap_or(name);
    let japanese = WEEKDAYS_JA.iter().position(|day| kanji.chars().eq([*day]));
    let english = || name.trim_end_matches('.').parse().ok();
    japanese.and_then(|index| Weekday::try_from(index as u8).ok()).or_else(english)
}

/// Half-width, lower case, without the spaces that Japanese does not need.
pub(super) fn normal(text: &str) -> String {
    let half: String = text.nfkc().flat_map(char::to_lowercase).collect();
    let words: Vec<&str> = half.split_whitespace().collect();
    words.join(if half.bytes().any(|byte| byte.is_ascii_lowercase()) { " " } else { "" })
}

fn strip_deadline(text: &str) -> &str {
    let text = text.trim_start_matches('~');
    ["までに", "まで", "迄", "必着", "締切", "〆切"]
        .iter()
        .find_map(|end| text.strip_suffix(end))
        .unwrap_or(text)
        .trim()
}

/// Splits off a weekday that stands after the day: （金）, (Fri), 金曜日.
fn split_weekday(text: &str) -> (&str, Option<Weekday>) {
    let bracketed = text.strip_suffix(')').and_then(|text| text.rsplit_once('('));
    if let Some((day, name)) = bracketed {
        let name = name.trim_end_matches("・祝").trim_end_matches("・休");
        return weekday(name).map_or((text, None), |written| (day.trim(), Some(written)));
    }
    named_weekday(text).map_or((text, None), |(day, written)| (day, Some(written)))
}

/// Splits 12月20日金曜日 before 金. A weekday that stands alone, or after 来週, is not split off.
fn named_weekday(text: &str) -> Option<(&str, Weekday)> {
    let kanji = text.strip_suffix("曜日").or_else(|| text.strip_suffix('曜'))?;
    let (start, _) = kanji.char_indices().next_back()?;
    let day = kanji[..start].trim_end();
    let is_day = day.ends_with(|c: char| c == '日' || c.is_ascii_digit());
    is_day.then_some((day, weekday(&kanji[start..])?))
}

/// A day by its numbers, or with the name of an English month.
fn calendar_day(text: &str, today: NaiveDate) -> Result<NaiveDate, DateRefusal> {
    if let Some((year, month, day)) = english_day(text) {
        return year.map_or_else(|| next_day(month, day, today), |year| real_day(year, month, day));
    }
    let (base, numbers) = year_base(text, today);
    let numbers = numbers.strip_suffix('日').unwrap_or(numbers).replace(['年', '月', '/', '.'], "-");
    let numbers: Vec<u32> =
        numbers.split('-').map(number).collect::<Option<_>>().ok_or(DateRefusal::NotADate)?;
    match (base, numbers.as_slice()) {
        (Year::Western, [month, day]) if !text.contains('年') => next_day(*month, *day, today),
        (Year::Western, [year, month, day]) if (1000..=9999).contains(year) => {
            real_day(*year as i32, *month, *day)
        }
        (Year::Western, [packed]) if *packed >= 10_000_000 => {
            real_day((packed / 10_000) as i32, packed / 100 % 100, packed % 100)
        }
        (Year::Of(era), [count @ 1..=9999, month, day]) => {
            real_day(era.year_one + *count as i32 - 1, *month, *day)
        }
        (Year::Known(year), [month, day]) => real_day(year, *month, *day),
        _ => Err(DateRefusal::NotADate),
    }
}

/// What the first number of a date counts from.
enum Year {
    Western,
    Of(&'static Era),
    Known(i32),
}

/// Splits the era, or a word that is a year, from the numbers after it.
fn year_base(text: &str, today: NaiveDate) -> (Year, &str) {
    let named = ERAS.iter().find_map(|era| Some((Year::Of(era), era_prefix(era, text)?)));
    let spoken = [("今年", 0), ("本年", 0), ("再来年", 2), ("来年", 1)];
    let spoken = || {
        let (word, years) = spoken.into_iter().find(|(word, _)| text.starts_with(word))?;
        Some((Year::Known(today.year() + years), text[word.len()..].trim_start_matches('の')))
    };
    named.or_else(spoken).unwrap_or((Year::Western, text))
}

pub(super) fn era_prefix<'a>(era: &Era, text: &'a str) -> Option<&'a str> {
    let count = text.strip_prefix(era.name).or_else(|| text.strip_prefix(era.letter.to_ascii_lowercase()))?;
    let count = count.trim_start_matches(['.', ' ']);
    count.starts_with(|c: char| c.is_ascii_digit() || c == '元').then_some(count)
}

/// A number of at most eight digits; 元 is one.
pub(super) fn number(text: &str) -> Option<u32> {
    match text.trim() {
        "元" => Some(1),
        digits if digits.len() <= 8 && digits.bytes().all(|byte| byte.is_ascii_digit()) => {
            digits.parse().ok()
        }
        _ => None,
    }
}

/// "dec 20", "20 dec 2026", "december 20th, 2026".
fn english_day(text: &str) -> Option<(Option<i32>, u32, u32)> {
    let words: Vec<&str> = text.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let (month, day, year) = match words.as_slice() {
        [first, second, rest @ ..] if rest.len() < 2 => match (english_month(first), english_month(second)) {
            (Some(month), None) => (month, second, rest.first()),
            (None, Some(month)) => (month, first, rest.first()),
            _ => return None,
        },
        _ => return None,
    };
    let day = ["st", "nd", "rd", "th"].iter().find_map(|end| day.strip_suffix(end)).unwrap_or(day);
    let year = match year {
        Some(year) => Some(number(year).filter(|year| (1000..=9999).contains(year))? as i32),
        None => None,
    };
    Some((year, month, number(day)?))
}

fn english_month(word: &str) -> Option<u32> {
    let month: chrono::Month = word.trim_end_matches('.').parse().ok()?;
    Some(month.number_from_month())
}

/// `date` moved by whole days, forward or back.
pub(super) fn moved(date: NaiveDate, days: i64) -> Result<NaiveDate, DateRefusal> {
    let step = Days::new(days.unsigned_abs());
    let moved = if days < 0 { date.checked_sub_days(step) } else { date.checked_add_days(step) };
    moved.filter(|date| date.year() <= 9999).ok_or(DateRefusal::NotADate)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{english, era_date, iso};
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    /// A Friday.
    fn today() -> NaiveDate {
        day(2026, 11, 20)
    }

    #[test]
    fn of_what_has_been_a_day_without_a_year_is_the_last_such_day() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
        for (typed, expected) in [
            ("11/1", (2026, 11, 1)),
            ("11/20", (2026, 11, 20)),
            ("11/21", (2025, 11, 21)),
            ("１２月３日", (2025, 12, 3)),
            ("11/1（日）", (2026, 11, 1)),
            ("昨日", (2026, 11, 19)),
            ("明日", (2026, 11, 21)),
            ("2027-01-05", (2027, 1, 5)),
            ("R7.4.1", (2025, 4, 1)),
        ] {
            let (year, month, day) = expected;
            assert_eq!(
                parse_past_date(typed, today),
                Ok(NaiveDate::from_ymd_opt(year, month, day).unwrap()),
                "{typed}"
            );
        }
        assert_eq!(parse_past_date("いつか", today), Err(DateRefusal::NotADate));
        let wrong = parse_past_date("2026-11-01（月）", today);
        assert!(matches!(wrong, Err(DateRefusal::WeekdayMismatch { .. })), "{wrong:?}");
    }

    #[test]
    fn every_way_to_write_one_day() {
        for text in [
            "2026-12-20",
            "2026/12/20",
            "2026.12.20",
            "20261220",
            "12/20",
            "12月20日",
            "12月20日まで",
            "12/20まで",
            "１２／２０",
            "１２月２０日（日）",
            "R8.12.20",
            "Ｒ８．１２．２０",
            "r8/12/20",
            "令和8年12月20日",
            "令和８年１２月２０日（日）",
            "令和 8年 12月 20日 日曜日",
            "㋿8年12月20日",
            "12/20(日・祝)まで",
            "~12/20",
            "Dec 20",
            "20 Dec 2026",
            "December 20th, 2026",
            "20 Dec 2026 (Sun)",
            "今年12月20日",
            "12月20日日曜",
        ] {
            assert_eq!(parse_date(text, today()), Ok(day(2026, 12, 20)), "{text}");
        }
    }

    #[test]
    fn a_day_without_a_year_is_the_next_one() {
        assert_eq!(parse_date("11/20", today()), Ok(today()));
        assert_eq!(parse_date("11/19", today()), Ok(day(2027, 11, 19)));
        assert_eq!(parse_date("4月1日", today()), Ok(day(2027, 4, 1)));
        assert_eq!(parse_date("来年1月8日", today()), Ok(day(2027, 1, 8)));
    }

    #[test]
    fn the_first_year_of_an_era_is_read() {
        assert_eq!(parse_date("令和元年5月1日", today()), Ok(day(2019, 5, 1)));
        assert_eq!(parse_date("R元.5.1", today()), Ok(day(2019, 5, 1)));
        assert_eq!(parse_date("昭和64年1月7日（土）", today()), Ok(day(1989, 1, 7)));
    }

    #[test]
    fn what_is_no_day_is_refused_with_its_reason() {
        let no_such = |year, month, day| Err(DateRefusal::NoSuchDay { year, month, day });
        assert_eq!(parse_date("2/30", today()), no_such(2027, 2, 30));
        assert_eq!(parse_date("2/29", today()), no_such(2027, 2, 29));
        assert_eq!(parse_date("令和8年13月1日", today()), no_such(2026, 13, 1));
        assert_eq!(parse_date(" 　", today()), Err(DateRefusal::Empty));
        assert_eq!(parse_date("まで", today()), Err(DateRefusal::Empty));
        for text in [
            "そのうち",
            "12",
            "2026年11月",
            "8年11月20日",
            "8年11",
            "(金)",
            "令和",
            "1/2/3/4",
            "-1/2",
            "99999999999/1",
        ] {
            assert_eq!(parse_date(text, today()), Err(DateRefusal::NotADate), "{text}");
        }
        assert_eq!(parse_date("令和99年2月1日", today()), Err(DateRefusal::TooFar { year: 2117 }));
        assert_eq!(
            parse_date("令和8年11月20日（木）", today()),
            Err(DateRefusal::WeekdayMismatch { date: today(), written: Weekday::Thu })
        );
    }

    proptest! {
        #[test]
        fn what_is_shown_is_read_back(days in 0i64..3_000_000) {
            let date = moved(day(1000, 1, 1), days).unwrap();
            for shown in [era_date(date), iso(date), english(date)] {
                prop_assert_eq!(parse_date(&shown, date), Ok(date), "{}", shown);
            }
        }

        #[test]
        fn nothing_typed_breaks_it(text in any::<String>(), likely in "[0-9年月日/令和元週来後末+金曜a-z()-]{0,9}") {
            let _ = parse_date(&text, today());
            if let Ok(date) = parse_date(&likely, today()) {
                prop_assert_eq!(parse_date(&iso(date), today()), Ok(date));
            }
        }
    }
}
