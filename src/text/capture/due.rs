//! When an action is due, read from the end of its text (期限12/20, 12/20まで, - due Dec 20) or its start (12/20までに…).
//! What cannot be read stays in the text.

use super::{Doubt, marks};
use crate::{
    domain::Due,
    text::{
        dates::{DateRefusal, parse_date},
        fold::fold,
    },
};
use chrono::NaiveDate;

/// A text without its due, which is none when the text names none.
#[derive(Debug, PartialEq)]
pub(super) struct Dated<'a> {
    pub text: &'a str,
    pub due: Option<Due>,
    pub doubt: Option<Doubt>,
}

/// Words before a due. A longer one stands before what it begins with.
const KEYWORDS: &[&str] = &["期限", "締め切り", "締切り", "締切", "〆切り", "〆切", "期日"];
const DUE: &str = "due";
/// Words after a due.
const UNTIL: &[&str] = &["までに", "まで", "迄", "必着", "締切", "〆切"];
/// As [`fold`] leaves them.
const NEXT: &[&str] =
    &["次回", "次回会議", "次回の会議", "次の会議", "次回会合", "nextmeeting", "thenextmeeting"];
const NEVER: &[&str] = &["なし", "期限なし", "無し", "無", "未定", "定めず", "none", "open"];

/// No date is longer, in characters.
const LONGEST_DATE: usize = 24;

/// Takes the due off a text.
pub(super) fn split(text: &str, today: NaiveDate) -> Dated<'_> {
    let tail = text.trim_end().trim_end_matches(['。', '｡', '．', '.']);
    let after_keyword = keyword(tail).map(|found| (found, read(found.date, today)));
    let due = match &after_keyword {
        Some((found, Ok(due))) => Some((found.text, *due)),
        _ => None,
    };
    let due = due
        .or_else(|| in_brackets(tail, today))
        .or_else(|| before_until(tail, today))
        .or_else(|| after_by(tail, today))
        .or_else(|| at_the_start(text, today));
    if let Some((text, due)) = due {
        return Dated { text, due: Some(due), doubt: None };
    }
    let refused = match after_keyword {
        Some((found, Err(why))) if found.is_meant => Some((found.date, why)),
        _ => figures_at_end(tail).and_then(|date| Some((date, read(date, today).err()?))),
    };
    let doubt = refused.map(|(typed, why)| Doubt::UnreadableDue { typed: typed.to_owned(), why });
    Dated { text, due: None, doubt }
}

/// The due as it is written at the end of a line, to be read back to the same.
pub(super) fn written(due: Due, japanese: bool) -> String {
    match (due, japanese) {
        (Due::NextMeeting, true) => " 期限次回".to_owned(),
        (Due::NextMeeting, false) => " - due next meeting".to_owned(),
        (Due::Open, true) => " 期限なし".to_owned(),
        (Due::Open, false) => " - due open".to_owned(),
        (Due::On(day), true) => format!(" 期限{}", day.format("%Y/%m/%d")),
        (Due::On(day), false) => format!(" - due {}", day.format("%Y-%m-%d")),
    }
}

/// Reads a due that stands alone: a day in any wording, 次回, or なし.
///
/// # Errors
/// Why it is no day.
pub fn read(date: &str, today: NaiveDate) -> Result<Due, DateRefusal> {
    let key = fold(date);
    let key = UNTIL.iter().find_map(|until| key.strip_suffix(until)).unwrap_or(&key);
    if NEXT.contains(&key) {
        return Ok(Due::NextMeeting);
    }
    if NEVER.contains(&key) {
        return Ok(Due::Open);
    }
    parse_date(date, today).map(Due::On)
}

/// A keyword with what follows it.
#[derive(Clone, Copy)]
struct Keyword<'a> {
    text: &'a str,
    date: &'a str,
    /// What follows must be a due: a refusal is worth telling.
    is_meant: bool,
}

/// The last keyword that something follows.
fn keyword(tail: &str) -> Option<Keyword<'_>> {
    let japanese = KEYWORDS.iter().filter_map(|word| Some((tail.rfind(word)?, word.len())));
    let (at, length) = japanese.chain(english_due(tail).map(|at| (at, DUE.len()))).max()?;
    let (before, after) = (&tail[..at], &tail[at + length..]);
    let bracketed = before.strip_suffix(['(', '（']).zip(after.strip_suffix([')', '）']));
    let date = bracketed.map_or(after, |(_, date)| date);
    let asked = date.trim_start().starts_with(marks::is_colon);
    let date = date.trim_start_matches(|c: char| marks::is_colon(c) || c.is_whitespace()).trim_end();
    let is_english = tail[at..].is_char_boundary(1);
    let date = if is_english { without_preposition(date) } else { date };
    let stands_alone = !before.ends_with(char::is_alphanumeric);
    let is_meant = !date.is_empty() && (asked || stands_alone && could_be_due(date));
    let text = match bracketed {
        Some((text, _)) => marks::without_last_space(text),
        None => without_joint(before, is_english),
    };
    (!date.is_empty()).then_some(Keyword { text, date, is_meant })
}

/// Where "due" stands as a word of its own, last.
fn english_due(tail: &str) -> Option<usize> {
    let is_word = |at: &usize| {
        !tail[..*at].ends_with(char::is_alphabetic)
            && !tail[at + DUE.len()..].starts_with(char::is_alphabetic)
    };
    tail.to_ascii_lowercase().rmatch_indices(DUE).map(|(at, _)| at).find(is_word)
}

fn without_preposition(date: &str) -> &str {
    ["by ", "on ", "date "].iter().find_map(|word| date.strip_prefix(word)).unwrap_or(date).trim_start()
}

/// The text before a keyword without what joins them: a space; in English a dash or comma too; a comma right before 期限.
fn without_joint(before: &str, is_english: bool) -> &str {
    let text = marks::without_last_space(before);
    let spaced = text.len() < before.len();
    match text.strip_suffix(['-', '–', '—', ',', '、', '，']) {
        Some(text) if is_english => marks::without_last_space(text),
        Some(text) if !spaced => text,
        _ => text,
    }
}

/// 期限切れ, 期限内, 期限を: the keyword was part of the text.
fn could_be_due(date: &str) -> bool {
    let goes_on =
        ['切', '内', '付', '後', '前', '等', 'の', 'を', 'に', 'が', 'は', 'も', 'と', 'や', '延', '厳'];
    !date.starts_with(goes_on) && !date.contains('を') && date.chars().count() <= LONGEST_DATE
}

/// `… (12/5)`: a date and nothing else.
fn in_brackets(tail: &str, today: NaiveDate) -> Option<(&str, Due)> {
    let (text, _, date) = marks::bracketed(tail)?;
    let explains_date = text.ends_with(char::is_numeric) || text.ends_with('日');
    let due = read(date, today).ok().filter(|_| !explains_date && is_clear(date))?;
    Some((marks::without_last_space(text), due))
}

/// `… 12/20まで`: the longest date before the word. Not the end of a range: 12/1〜12/20まで.
fn before_until(tail: &str, today: NaiveDate) -> Option<(&str, Due)> {
    let before = UNTIL.iter().find_map(|until| tail.strip_suffix(until))?;
    let from = before.char_indices().rev().take(LONGEST_DATE).last()?.0;
    before[from..].char_indices().map(|(at, _)| before.split_at(from + at)).find_map(|(text, date)| {
        let whole = !date.starts_with(char::is_whitespace) && !goes_on_before(text, date) && is_clear(date);
        let due = read(date, today).ok().filter(|_| whole)?;
        Some((marks::without_last_space(text), due))
    })
}

/// Whether a date that starts here would be cut out of a longer figure or a range.
fn goes_on_before(text: &str, date: &str) -> bool {
    let joins = |c: char| matches!(c, '〜' | '～' | '~' | '-' | '－' | '/' | '／' | '.' | '．');
    let figures = text.ends_with(char::is_numeric) && date.starts_with(char::is_numeric);
    figures || text.ends_with(joins) || date.starts_with(joins)
}

/// `… by Friday`
fn after_by(tail: &str, today: NaiveDate) -> Option<(&str, Due)> {
    let at = tail.to_ascii_lowercase().rfind(" by ")?;
    let due = read(&tail[at + " by ".len()..], today).ok()?;
    Some((&tail[..at], due))
}

/// `12/20までに…`, `次回までに…`
fn at_the_start(text: &str, today: NaiveDate) -> Option<(&str, Due)> {
    let at = text.find(UNTIL[0])?;
    let due = read(&text[..at], today).ok().filter(|_| is_clear(&text[..at]))?;
    let rest = &text[at + UNTIL[0].len()..];
    let rest = rest.strip_prefix(['、', ',', '，']).unwrap_or(rest);
    Some((marks::without_space(rest), due)).filter(|(rest, _)| !rest.trim().is_empty())
}

/// Not the 金 of 補助金, the 1 2/20 of 様式1 2/20, or a bare number.
fn is_clear(date: &str) -> bool {
    let words: Vec<&str> = date.split_whitespace().collect();
    let runs_on =
        |pair: &[&str]| pair[0].ends_with(char::is_numeric) && pair[1].starts_with(char::is_numeric);
    let is_decimal = |c: char| c.is_numeric() || matches!(c, '-' | '－' | '.' | '．');
    let marks = date.chars().filter(|c| is_decimal(*c) && !c.is_numeric()).count();
    date.chars().count() > 1
        && !words.windows(2).any(runs_on)
        && (marks >= 2 || !date.chars().all(is_decimal))
}

/// A date in figures that stands where a due would: before まで or in brackets.
fn figures_at_end(tail: &str) -> Option<&str> {
    let is_figure = |c: char| c.is_numeric() || matches!(c, '/' | '／' | '月' | '日' | '年');
    let has_figures = |date: &&str| date.starts_with(char::is_numeric) && date.contains(['/', '／', '月']);
    let until = UNTIL.iter().find_map(|until| tail.strip_suffix(until));
    let before_until = until.map(|before| &before[before.trim_end_matches(is_figure).len()..]);
    let bracketed =
        marks::bracketed(tail).map(|(_, _, date)| date).filter(|date| date.chars().all(is_figure));
    before_until.or(bracketed).filter(has_figures)
}
