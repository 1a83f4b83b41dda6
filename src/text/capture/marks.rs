//! The marks that open a line, and the punctuation that counts as the same. Knows no names.

use crate::{domain::decide::record::NewKind, text::fold::fold};

/// What to put before the text of a line, in both languages. Empty for a speech: there the name is the mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    pub ja: &'static str,
    pub en: &'static str,
}

/// The canonical mark of a kind of line.
pub const fn mark(kind: NewKind) -> Mark {
    let (ja, en) = match kind {
        NewKind::Note => ("メモ：", "NOTE: "),
        NewKind::Speech => ("", ""),
        NewKind::Decision => ("決定：", "RESOLVED: "),
        NewKind::Action => ("宿題：", "ACTION: "),
        NewKind::Deferred => ("保留：", "DEFERRED: "),
        NewKind::Proposal => ("提案：", "PROPOSED: "),
        NewKind::Issue => ("論点：", "ISSUE: "),
        NewKind::Continue => ("……", "... "),
    };
    Mark { ja, en }
}

/// The words before the colon, as [`fold`] leaves them.
const WORDS: &[(NewKind, &[&str])] = &[
    (NewKind::Note, &["めも", "note"]),
    (NewKind::Decision, &["決定", "決", "決定事項", "resolved", "resolution", "decision", "agreed"]),
    (NewKind::Action, &["宿題", "action", "actionitem", "todo"]),
    (NewKind::Deferred, &["保留", "継続", "deferred"]),
    (NewKind::Proposal, &["提案", "proposed", "proposal", "proposedresolution"]),
    (NewKind::Issue, &["論点", "issue"]),
];

/// The mark of what is off the record.
pub(super) const OFF: Mark = Mark { ja: "［オフ］", en: "[off] " };

/// What stands in the brackets of that mark, and before a colon, as [`fold`] leaves it.
const OFF_WORDS: &[&str] = &["off", "おふ", "おふれこ", "offtherecord"];

/// No mark and no name is longer, in bytes.
pub(super) const LONGEST_HEAD: usize = 200;

/// The kind of line a word before a colon stands for.
pub(super) fn kind_of(word: &str) -> Option<NewKind> {
    let word = fold(word);
    WORDS.iter().find(|(_, words)| words.contains(&word.as_str())).map(|(kind, _)| *kind)
}

/// Splits off a mark and its colon.
pub(super) fn split_mark(text: &str) -> Option<(NewKind, &str)> {
    let (word, rest) = split_head(text)?;
    Some((kind_of(word)?, rest))
}

/// What follows `!` or `?` at the start, a decision or an issue. Two of them are a cry or a riddle, and text.
pub(super) fn split_sign(text: &str) -> Option<(NewKind, &str)> {
    let kind = match text.chars().next()? {
        '!' | '！' => NewKind::Decision,
        '?' | '？' => NewKind::Issue,
        _ => return None,
    };
    let rest = text.trim_start_matches(['!', '！', '?', '？', '‼', '⁇', '⁈', '⁉']);
    let is_one = text.chars().count() == rest.chars().count() + 1;
    (is_one && rest.contains(char::is_alphanumeric)).then(|| (kind, without_space(rest)))
}

/// What follows the mark of what is off the record. The mark alone hides nothing, and is text.
pub(super) fn off(text: &str) -> Option<&str> {
    let bracketed = || {
        let (word, rest) = text.strip_prefix(['[', '［'])?.split_once([']', '］'])?;
        Some((word, without_space(rest)))
    };
    let (word, rest) = bracketed().or_else(|| split_head(text).filter(|(word, _)| fold(word) != "off"))?;
    let is_off = word.len() <= LONGEST_HEAD && OFF_WORDS.contains(&fold(word).as_str());
    (is_off && !rest.trim().is_empty()).then_some(rest)
}

/// What follows `ACTION` without a colon. Outside a chat log only in capitals: the word in a sentence is no mark.
pub(super) fn bare_action(text: &str, in_a_log: bool) -> Option<&str> {
    let (word, rest) = text.split_once(' ')?;
    let is_mark = word == "ACTION" || in_a_log && word.eq_ignore_ascii_case("action");
    (is_mark && !rest.trim().is_empty()).then_some(rest)
}

/// Splits at the first colon that is one: not that of 14:30, `https://` or `C:\`. The space after it goes.
pub(super) fn split_head(text: &str) -> Option<(&str, &str)> {
    let (at, colon) = text.char_indices().find(|(at, c)| is_colon(*c) && opens_text(text, *at, *c))?;
    let before = text[..at].trim();
    let short = !before.is_empty() && before.len() <= LONGEST_HEAD && !before.contains('\n');
    short.then(|| (before, without_space(&text[at + colon.len_utf8()..])))
}

pub(super) const fn is_colon(c: char) -> bool {
    matches!(c, ':' | '：' | '﹕')
}

fn opens_text(text: &str, at: usize, colon: char) -> bool {
    let after = &text[at + colon.len_utf8()..];
    let in_a_time = text[..at].ends_with(char::is_numeric) && after.starts_with(char::is_numeric);
    let in_an_address = after.starts_with("//") || colon == ':' && after.starts_with('\\');
    !in_a_time && !in_an_address
}

/// The text without the one space that belongs to the mark before it.
pub(super) fn without_space(text: &str) -> &str {
    text.strip_prefix(char::is_whitespace).unwrap_or(text)
}

/// The text without the one space that belongs to the mark behind it.
pub(super) fn without_last_space(text: &str) -> &str {
    text.strip_suffix(char::is_whitespace).unwrap_or(text)
}

/// Splits `提案（農務課）` into the word, the brackets, and what stands in them.
pub(super) fn bracketed(text: &str) -> Option<(&str, &str, &str)> {
    let inside = text.strip_suffix([')', '）'])?;
    let open = inside.rfind(['(', '（'])?;
    let (word, brackets) = text.split_at(open);
    let inside = inside[open..].strip_prefix(['(', '（'])?;
    Some((word, brackets, inside.trim()))
}

/// What follows the dots that carry the line above on; two are enough before a space. Dots alone are silence, and a note.
pub(super) fn after_dots(line: &str) -> Option<&str> {
    let more = line.trim_start_matches(is_dot);
    let dots: usize = line[..line.len() - more.len()].chars().map(dots_in).sum();
    let enough = if more.starts_with(' ') { 2 } else { 3 };
    (dots >= enough && !more.trim().is_empty()).then(|| without_space(more))
}

/// Three full stops are what the key gives while the input method is on.
const fn is_dot(c: char) -> bool {
    matches!(c, '…' | '‥' | '.' | '．' | '・' | '･' | '。' | '｡' | '⋯')
}

const fn dots_in(c: char) -> usize {
    match c {
        '…' | '⋯' => 3,
        '‥' => 2,
        _ => 1,
    }
}

/// The text behind an escape at the start, where the escape changes what would be read.
///
/// Backslashes in a row each escape the next, so any text can be written; the yen sign is what the same key gives in Japan.
pub(super) fn unescaped(text: &str, means_more: impl Fn(&str) -> bool) -> Option<&str> {
    let bare = text.trim_start_matches(is_escape);
    let escape = text.chars().next().filter(|_| bare.len() < text.len())?;
    let is_amount = !is_backslash(escape) && bare.starts_with(char::is_numeric);
    (!is_amount && means_more(bare)).then(|| &text[escape.len_utf8()..])
}

pub(super) const fn is_backslash(c: char) -> bool {
    matches!(c, '\\' | '＼')
}

const fn is_escape(c: char) -> bool {
    is_backslash(c) || matches!(c, '¥' | '￥')
}
