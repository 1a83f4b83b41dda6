//! Dates, times and minutes as people in Japan write and read them. Never asks what day it is: today comes in.
//!
//! Eras come from one table; what a person types is read by [`parse_date`], [`parse_time`] and [`parse_minutes`].

use chrono::{Datelike, NaiveDate, Weekday};

mod clock;
mod entry;
mod fiscal;
mod offset;

pub use clock::{parse_minutes, parse_time};
pub use entry::{DateRefusal, next_anniversary, parse_date, parse_past_date};
pub use fiscal::{parse_fiscal_year, short_fiscal_year};

/// One era of the Japanese calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Era {
    pub name: &'static str,
    /// The Latin letter of the short form, R in R8.11.20.
    pub letter: char,
    /// First day, as year, month and day.
    starts: (i32, u32, u32),
    /// The year that the era counts as its first.
    year_one: i32,
}

/// Newest first. Reiwa: Cabinet Order 143 of 2019; Heisei: Cabinet Order 1 of 1989; Showa and Taisho: imperial edicts of
/// their first day. Meiji is used from the solar calendar on (Dajokan Decree 337 of 1872): before, days were counted otherwise.
pub const ERAS: [Era; 5] = [
    Era { name: "令和", letter: 'R', starts: (2019, 5, 1), year_one: 2019 },
    Era { name: "平成", letter: 'H', starts: (1989, 1, 8), year_one: 1989 },
    Era { name: "昭和", letter: 'S', starts: (1926, 12, 25), year_one: 1926 },
    Era { name: "大正", letter: 'T', starts: (1912, 7, 30), year_one: 1912 },
    Era { name: "明治", letter: 'M', starts: (1873, 1, 1), year_one: 1868 },
];

/// 令和8年11月20日（金）; the first year is 元年. Days before 1873 get their Western year.
pub fn era_date(date: NaiveDate) -> String {
    format!("{}（{}）", era_day(date), weekday_ja(date.weekday()))
}

/// 令和8年11月20日, for days whose weekday says nothing: ends of terms.
pub fn era_day(date: NaiveDate) -> String {
    format!("{}年{}月{}日", era_year(date), date.month(), date.day())
}

/// R8.11, for narrow columns; 2026.11 where no era reaches.
pub fn era_month(date: NaiveDate) -> String {
    let year = era_of(date).map(|era| format!("{}{}", era.letter, era.count(date.year())));
    format!("{}.{}", year.unwrap_or_else(|| date.year().to_string()), date.month())
}

/// 2026-11
pub fn iso_month(date: NaiveDate) -> String {
    date.format("%Y-%m").to_string()
}

/// Nov 2026
pub fn english_month(date: NaiveDate) -> String {
    date.format("%b %Y").to_string()
}

/// 11/20（金）
pub fn japanese_short(date: NaiveDate) -> String {
    format!("{}/{}（{}）", date.month(), date.day(), weekday_ja(date.weekday()))
}

/// 2026-11-20
pub fn iso(date: NaiveDate) -> String {
    date.format("%Y-%m-%d").to_string()
}

/// 11-20
pub fn iso_short(date: NaiveDate) -> String {
    date.format("%m-%d").to_string()
}

/// 20 Nov 2026 (Fri)
pub fn english(date: NaiveDate) -> String {
    date.format("%-d %b %Y (%a)").to_string()
}

/// 20 Nov 2026
pub fn english_day(date: NaiveDate) -> String {
    date.format("%-d %b %Y").to_string()
}

/// 20 Nov (Fri)
pub fn english_short(date: NaiveDate) -> String {
    date.format("%-d %b (%a)").to_string()
}

/// 令和8年度. A fiscal year bears the era of its 1 May: the one begun in April 2019 was 令和元年度
/// (agreement of the ministries, 1 April 2019).
pub fn era_fiscal_year(fiscal_year: i32) -> String {
    let year = NaiveDate::from_ymd_opt(fiscal_year, 5, 1).map_or_else(|| fiscal_year.to_string(), era_year);
    format!("{year}年度")
}

/// The kanji of a weekday: 月 to 日.
pub fn weekday_ja(day: Weekday) -> char {
    WEEKDAYS_JA[day.num_days_from_monday() as usize]
}

const WEEKDAYS_JA: [char; 7] = ['月', '火', '水', '木', '金', '土', '日'];

impl Era {
    /// The era's own number for a Western year.
    fn count(&self, year: i32) -> i32 {
        year - self.year_one + 1
    }
}

fn era_of(date: NaiveDate) -> Option<&'static Era> {
    ERAS.iter().find(|era| era.starts <= (date.year(), date.month(), date.day()))
}

/// 令和8, 令和元, or the bare Western year where no era reaches.
fn era_year(date: NaiveDate) -> String {
    match era_of(date).map(|era| (era.name, era.count(date.year()))) {
        Some((name, 1)) => format!("{name}元"),
        Some((name, count)) => format!("{name}{count}"),
        None => date.year().to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn one_day_in_every_style() {
        let friday = day(2026, 11, 20);
        assert_eq!((era_date(friday), iso(friday)), ("令和8年11月20日（金）".into(), "2026-11-20".into()));
        assert_eq!((japanese_short(friday), iso_short(friday)), ("11/20（金）".into(), "11-20".into()));
        assert_eq!(english(friday), "20 Nov 2026 (Fri)");
        assert_eq!((era_day(friday), english_day(friday)), ("令和8年11月20日".into(), "20 Nov 2026".into()));
        assert_eq!(english_short(day(2026, 1, 5)), "5 Jan (Mon)");
    }

    #[test]
    fn eras_change_on_their_day() {
        for (date, shown) in [
            (day(2019, 5, 1), "令和元年5月1日（水）"),
            (day(2019, 4, 30), "平成31年4月30日（火）"),
            (day(1989, 1, 8), "平成元年1月8日（日）"),
            (day(1989, 1, 7), "昭和64年1月7日（土）"),
            (day(1926, 12, 25), "昭和元年12月25日（土）"),
            (day(1926, 12, 24), "大正15年12月24日（金）"),
            (day(1912, 7, 30), "大正元年7月30日（火）"),
            (day(1912, 7, 29), "明治45年7月29日（月）"),
            (day(1873, 1, 1), "明治6年1月1日（水）"),
            (day(1872, 12, 31), "1872年12月31日（火）"),
        ] {
            assert_eq!(era_date(date), shown);
        }
    }

    #[test]
    fn fiscal_years_bear_the_era_of_their_may() {
        assert_eq!(era_fiscal_year(2026), "令和8年度");
        assert_eq!(era_fiscal_year(2019), "令和元年度");
        assert_eq!(era_fiscal_year(2018), "平成30年度");
    }
}
