//! Lines of a chat log as a scribe pastes them: `<nick> …`, `15:03 <nick> …`, `15:03:22 [nick] …`, `15:03 nick | …`,
//! `15:03 < nick!host: …`. Knows no names.

use super::marks;
use chrono::NaiveTime;
use std::ops::ControlFlow;

/// One line of a log.
pub(super) struct Entry<'l> {
    pub at: Option<NaiveTime>,
    pub nick: &'l str,
    pub said: &'l str,
}

/// A nick is not longer, in characters.
const LONGEST_NICK: usize = 40;

/// The line without the time before it, and who wrote it. `None` when nobody did.
pub(super) fn entry(line: &str) -> Option<Entry<'_>> {
    let (at, after) = stamped(line);
    let (nick, said) = bracketed(after, ['<', '＜'], ['>', '＞']).or_else(|| {
        let squared = || bracketed(after, ['[', '［'], [']', '］']).filter(|_| marks::off(after).is_none());
        at.and_then(|_| squared().or_else(|| in_columns(after)).or_else(|| with_host(after)))
    })?;
    let nick = nick.trim_matches(|c: char| c.is_whitespace() || matches!(c, '@' | '+' | '%' | '&' | '~'));
    let is_nick = nick.chars().count() <= LONGEST_NICK
        && nick.contains(char::is_alphanumeric)
        && !nick.contains(|c: char| c.is_whitespace() || marks::is_colon(c));
    (is_nick && said.starts_with(char::is_whitespace) && !said.trim().is_empty()).then(|| Entry {
        at,
        nick,
        said: marks::without_space(said),
    })
}

/// The line, but without the time before a mark of what is off the record: that must not go unseen.
pub(super) fn off_after_stamp(line: &str) -> &str {
    let (_, after) = stamped(line);
    if marks::off(after).is_some() { after } else { line }
}

/// The time at the start of a line, also one with its date or in brackets, and what follows it.
fn stamped(line: &str) -> (Option<NaiveTime>, &str) {
    let words = line.split_inclusive(char::is_whitespace).take(2);
    let end = words.map(str::trim_end).try_fold(0, |end, word| match (is_date(word), time(word)) {
        (true, None) => ControlFlow::Continue(end + word.len() + 1),
        (_, Some(at)) => ControlFlow::Break(Some((at, end + word.len()))),
        (false, None) => ControlFlow::Break(None),
    });
    match end {
        ControlFlow::Break(Some((at, end))) => (Some(at), line[end..].trim_start()),
        _ => (None, line),
    }
}

/// `nick | …`, as a terminal client prints it. Only a nick in Latin letters: a table is no log.
fn in_columns(text: &str) -> Option<(&str, &str)> {
    let at = text.find(" | ")?;
    let nick = text[..at].trim_matches(|c: char| c.is_whitespace() || c == '@' || c == '+');
    let is_latin = nick.is_ascii() && nick.starts_with(|c: char| c.is_ascii_alphanumeric());
    is_latin.then(|| (nick, &text[at + " |".len()..]))
}

/// `< nick!user@host: …`, as a bouncer logs it.
fn with_host(text: &str) -> Option<(&str, &str)> {
    let rest = text.strip_prefix("< ").or_else(|| text.strip_prefix("> "))?;
    let at = rest.find(": ")?;
    Some((rest[..at].split('!').next()?, &rest[at + 1..]))
}

fn bracketed(text: &str, open: [char; 2], close: [char; 2]) -> Option<(&str, &str)> {
    let inside = text.strip_prefix(open)?;
    let end = inside.find(close)?;
    let after = &inside[end..];
    Some((&inside[..end], after.strip_prefix(close)?))
}

/// 2026-11-20
fn is_date(word: &str) -> bool {
    let word = word.trim_start_matches(['[', '(']);
    word.len() == 10
        && word.is_ascii()
        && word.split(['-', '/']).count() == 3
        && word.split(['-', '/']).all(|part| !part.is_empty() && is_number(part))
}

/// `15:03`, `[15:03:22]`, `2026-11-20T15:03:22Z`
fn time(word: &str) -> Option<NaiveTime> {
    let word = word.trim_matches(['[', ']', '(', ')']).trim_end_matches('Z');
    let clock = match word.split_once('T') {
        Some((date, clock)) if is_date(date) => clock,
        Some(_) => return None,
        None => word,
    };
    let parts: Vec<&str> = clock.split(':').collect();
    if !parts.iter().all(|part| (1..=2).contains(&part.len()) && is_number(part)) {
        return None;
    }
    let mut parts = parts.iter().map(|part| part.parse().ok());
    let (hour, minute, second) = (parts.next()??, parts.next()??, parts.next().unwrap_or(Some(0))?);
    NaiveTime::from_hms_opt(hour, minute, second).filter(|_| parts.next().is_none())
}

fn is_number(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}
