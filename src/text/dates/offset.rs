//! Days named from today: 明日, 来週金曜, 月末, 3日後, +2w, next friday. Never reads a calendar date.

use chrono::{Datelike, Months, NaiveDate, Weekday};

use super::entry::{DateRefusal, moved, next_day, real_day, weekday};

/// The day that `text` names from `today`; none when it names days otherwise.
///
/// `text` is normalised: half-width, lower case, no spaces between Japanese words.
pub(super) fn from_words(text: &str, today: NaiveDate) -> Result<Option<NaiveDate>, DateRefusal> {
    if let Some(days) = near_day(text) {
        return moved(today, days).map(Some);
    }
    if let Some(amount) = amount_ahead(text) {
        return amount.from(today).map(Some);
    }
    if let Some((weeks, day)) = day_of_a_week(text) {
        let monday = -i64::from(today.weekday().num_days_from_monday());
        return moved(today, monday + weeks * 7 + i64::from(day.num_days_from_monday())).map(Some);
    }
    if let Some(day) = weekday(text) {
        return moved(today, i64::from(day.days_since(today.weekday()))).map(Some);
    }
    if let Some(end) = end_of_a_span(text, today) {
        return end.map(Some);
    }
    day_of_a_month(text, today).transpose()
}

fn near_day(text: &str) -> Option<i64> {
    Some(match text {
        "今日" | "本日" | "きょう" | "today" => 0,
        "明日" | "あした" | "あす" | "tomorrow" => 1,
        "明後日" | "あさって" => 2,
        "明々後日" | "しあさって" => 3,
        "昨日" | "きのう" | "yesterday" => -1,
        "一昨日" | "おととい" => -2,
        _ => return None,
    })
}

enum Amount {
    Days(i64),
    Months(u32),
}

impl Amount {
    fn from(self, today: NaiveDate) -> Result<NaiveDate, DateRefusal> {
        match self {
            Amount::Days(days) => moved(today, days),
            Amount::Months(months) => {
                let month = today.checked_add_months(Months::new(months));
                month.filter(|date| date.year() <= 9999).ok_or(DateRefusal::NotADate)
            }
        }
    }
}

/// 3日後, 2週間後, 1か月後, +3d, +2w, +1m, in 3 days.
fn amount_ahead(text: &str) -> Option<Amount> {
    let text =
        text.strip_suffix('後').or_else(|| text.strip_prefix('+')).or_else(|| text.strip_prefix("in "))?;
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let count: u32 = text[..digits].parse().ok()?;
    match text[digits..].trim() {
        "日" | "d" | "day" | "days" => Some(Amount::Days(i64::from(count))),
        "週" | "週間" | "w" | "week" | "weeks" => Some(Amount::Days(i64::from(count) * 7)),
        "か月" | "ヶ月" | "ケ月" | "カ月" | "ヵ月" | "箇月" | "m" | "month" | "months" => {
            Some(Amount::Months(count))
        }
        _ => None,
    }
}

/// 来週金曜, 今週の金曜日, next friday: how many weeks ahead, and the day.
fn day_of_a_week(text: &str) -> Option<(i64, Weekday)> {
    [("今週", 0), ("再来週", 2), ("来週", 1), ("this ", 0), ("next ", 1)].iter().find_map(|(word, weeks)| {
        let day = text.strip_prefix(word)?;
        Some((*weeks, weekday(day.trim_start_matches('の'))?))
    })
}

/// The last day of a month, a year or a fiscal year (April to March).
fn end_of_a_span(text: &str, today: NaiveDate) -> Option<Result<NaiveDate, DateRefusal>> {
    match text {
        "月末" | "今月末" | "今月中" | "月内" => Some(last_of_month(today, 0)),
        "来月末" | "来月中" => Some(last_of_month(today, 1)),
        "再来月末" => Some(last_of_month(today, 2)),
        "年度末" | "今年度末" | "年度内" | "今年度中" => Some(next_day(3, 31, today)),
        "年末" | "今年末" | "年内" | "今年中" => Some(next_day(12, 31, today)),
        _ => None,
    }
}

fn last_of_month(today: NaiveDate, ahead: u32) -> Result<NaiveDate, DateRefusal> {
    let first = first_of_month(today, ahead + 1)?;
    moved(first, -1)
}

/// 来月10日, 今月10日, or a bare 10日: the next tenth on or after today.
fn day_of_a_month(text: &str, today: NaiveDate) -> Option<Result<NaiveDate, DateRefusal>> {
    let (ahead, day) = [("今月", 0), ("再来月", 2), ("来月", 1)]
        .iter()
        .find_map(|(word, ahead)| Some((Some(*ahead), text.strip_prefix(word)?.trim_start_matches('の'))))
        .unwrap_or((None, text));
    let day: u32 = day.strip_suffix('日').filter(|day| day.len() <= 2)?.parse().ok()?;
    let ahead = ahead.unwrap_or(u32::from(day < today.day()));
    Some(first_of_month(today, ahead).and_then(|month| real_day(month.year(), month.month(), day)))
}

fn first_of_month(today: NaiveDate, ahead: u32) -> Result<NaiveDate, DateRefusal> {
    let month = today.checked_add_months(Months::new(ahead)).ok_or(DateRefusal::NotADate)?;
    real_day(month.year(), month.month(), 1)
}

#[cfg(test)]
mod tests {
    use super::super::parse_date;
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn days_are_named_from_a_friday() {
        let today = day(2026, 11, 20);
        for (text, date) in [
            ("今日", today),
            ("明日まで", day(2026, 11, 21)),
            ("明後日", day(2026, 11, 22)),
            ("あさって", day(2026, 11, 22)),
            ("来週金曜", day(2026, 11, 27)),
            ("来週 金曜日", day(2026, 11, 27)),
            ("来週の月曜", day(2026, 11, 23)),
            ("今週金曜日", today),
            ("今週月曜", day(2026, 11, 16)),
            ("再来週水曜", day(2026, 12, 2)),
            ("金曜", today),
            ("木曜日まで", day(2026, 11, 26)),
            ("日曜日", day(2026, 11, 22)),
            ("来月10日", day(2026, 12, 10)),
            ("１０日", day(2026, 12, 10)),
            ("月末", day(2026, 11, 30)),
            ("今月末", day(2026, 11, 30)),
            ("来月末", day(2026, 12, 31)),
            ("年度末", day(2027, 3, 31)),
            ("年末", day(2026, 12, 31)),
            ("年内", day(2026, 12, 31)),
            ("年度内", day(2027, 3, 31)),
            ("来月中", day(2026, 12, 31)),
            ("3日後", day(2026, 11, 23)),
            ("２週間後", day(2026, 12, 4)),
            ("1ヶ月後", day(2026, 12, 20)),
            ("+3d", day(2026, 11, 23)),
            ("+2w", day(2026, 12, 4)),
            ("today", today),
            ("Tomorrow", day(2026, 11, 21)),
            ("next Friday", day(2026, 11, 27)),
            ("fri", today),
            ("in 3 days", day(2026, 11, 23)),
        ] {
            assert_eq!(parse_date(text, today), Ok(date), "{text}");
        }
    }

    #[test]
    fn a_day_beyond_the_end_of_its_month_is_refused() {
        let today = day(2026, 1, 30);
        let refusal = DateRefusal::NoSuchDay { year: 2026, month: 2, day: 31 };
        assert_eq!(parse_date("来月31日", today), Err(refusal));
        assert_eq!(parse_date("来月末", today), Ok(day(2026, 2, 28)));
        for text in ["来週", "来月", "+99999999999d", "+4000000000w", "週末"] {
            assert_eq!(parse_date(text, today), Err(DateRefusal::NotADate), "{text}");
        }
    }
}
