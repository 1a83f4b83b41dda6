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

/// Reads dues on a day.
pub(super) struct Dues {
    pub today: NaiveDate,
    /// Dues as typed, and what was answered to them.
    pub answered: Vec<(String, Due)>,
    /// The due the line had before. It may lie in the past.
    pub stood: Option<Due>,
}

/// Why words are no due.
#[derive(Clone, Debug, PartialEq)]
enum NoDue {
    Unreadable(DateRefusal),
    /// The day has been.
    Past(NaiveDate),
}

/// What stands where a due would: the text without it, the words, and what they mean.
struct Found<'a> {
    text: &'a str,
    typed: &'a str,
    due: Result<Due, NoDue>,
}

impl Dues {
    pub fn on(today: NaiveDate) -> Self {
        Self { today, answered: Vec::new(), stood: None }
    }

    /// Takes the due off a text.
    pub fn split<'a>(&self, text: &'a str) -> Dated<'a> {
        let tail = text.trim_end().trim_end_matches(['。', '｡', '．', '.']);
        let after_keyword = keyword(tail).map(|found| (found, self.read(found.date)));
        let keyword_says = after_keyword
            .as_ref()
            .map(|(found, due)| Found { text: found.text, typed: found.date, due: due.clone() })
            .filter(Found::is_day);
        let found = keyword_says
            .or_else(|| self.in_brackets(tail))
            .or_else(|| self.before_until(tail))
            .or_else(|| self.after_by(tail))
            .or_else(|| self.at_the_start(text));
        match found {
            Some(Found { text, due: Ok(due), .. }) => return Dated { text, due: Some(due), doubt: None },
            Some(Found { typed, due: Err(why), .. }) => return Dated::without(text, typed, why),
            None => {}
        }
        let refused = match after_keyword {
            Some((found, Err(why))) if found.is_meant => Some((found.date, why)),
            _ => figures_at_end(tail).and_then(|date| Some((date, self.read(date).err()?))),
        };
        refused
            .map_or(Dated { text, due: None, doubt: None }, |(typed, why)| Dated::without(text, typed, why))
    }

    /// As [`read`], but a day that has been is taken only where it was answered or stood there.
    fn read(&self, typed: &str) -> Result<Due, NoDue> {
        if let Some((_, due)) = self.answered.iter().find(|(words, _)| words == typed) {
            return Ok(*due);
        }
        match read(typed, self.today).map_err(NoDue::Unreadable)? {
            Due::On(day) if day < self.today && self.stood != Some(Due::On(day)) => Err(NoDue::Past(day)),
            due => Ok(due),
        }
    }

    /// A due that stands alone.
    ///
    /// # Errors
    /// What is to be asked about it.
    pub fn doubted(&self, typed: &str) -> Result<Due, Doubt> {
        self.read(typed).map_err(|why| why.about(typed))
    }

    /// `… (12/5)`: a date and nothing else.
    fn in_brackets<'a>(&self, tail: &'a str) -> Option<Found<'a>> {
        let (text, _, typed) = marks::bracketed(tail)?;
        let explains_date = text.ends_with(char::is_numeric) || text.ends_with('日');
        let text = marks::without_last_space(text);
        let found = Found { text, typed, due: self.read(typed) };
        (!explains_date && is_clear(typed) && found.is_day()).then_some(found)
    }

    /// `… 12/20まで`: the longest date before the word. Not the end of a range: 12/1〜12/20まで.
    fn before_until<'a>(&self, tail: &'a str) -> Option<Found<'a>> {
        let before = UNTIL.iter().find_map(|until| tail.strip_suffix(until))?;
        let from = before.char_indices().rev().take(LONGEST_DATE).last()?.0;
        before[from..].char_indices().map(|(at, _)| before.split_at(from + at)).find_map(|(text, typed)| {
            let whole =
                !typed.starts_with(char::is_whitespace) && !goes_on_before(text, typed) && is_clear(typed);
            let due = whole.then(|| self.read(typed))?;
            Some(Found { text: marks::without_last_space(text), typed, due }).filter(Found::is_day)
        })
    }

    /// `… by Friday`
    fn after_by<'a>(&self, tail: &'a str) -> Option<Found<'a>> {
        let at = tail.to_ascii_lowercase().rfind(" by ")?;
        let typed = &tail[at + " by ".len()..];
        Some(Found { text: &tail[..at], typed, due: self.read(typed) }).filter(Found::is_day)
    }

    /// `12/20までに…`, `次回までに…`
    fn at_the_start<'a>(&self, text: &'a str) -> Option<Found<'a>> {
        let at = text.find(UNTIL[0])?;
        let (typed, rest) = (&text[..at], &text[at + UNTIL[0].len()..]);
        let due = is_clear(typed).then(|| self.read(typed))?;
        let rest = marks::without_space(rest.strip_prefix(['、', ',', '，']).unwrap_or(rest));
        let found = Found { text: rest, typed, due };
        (found.is_day() && !rest.trim().is_empty()).then_some(found)
    }
}

impl Found<'_> {
    /// A day or another due, though it may have been.
    fn is_day(&self) -> bool {
        !matches!(self.due, Err(NoDue::Unreadable(_)))
    }
}

impl<'a> Dated<'a> {
    /// The whole text, as the due in it cannot be taken.
    fn without(text: &'a str, typed: &str, why: NoDue) -> Self {
        Self { text, due: None, doubt: Some(why.about(typed)) }
    }
}

impl NoDue {
    fn about(self, typed: &str) -> Doubt {
        let typed = typed.to_owned();
        match self {
            Self::Unreadable(why) => Doubt::UnreadableDue { typed, why },
            Self::Past(day) => Doubt::PastDue { typed, day },
        }
    }
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

/// Whether a date that starts here would be cut out of a longer figure or a range.
fn goes_on_before(text: &str, date: &str) -> bool {
    let joins = |c: char| matches!(c, '〜' | '～' | '~' | '-' | '－' | '/' | '／' | '.' | '．');
    let figures = text.ends_with(char::is_numeric) && date.starts_with(char::is_numeric);
    figures || text.ends_with(joins) || date.starts_with(joins)
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
