//! Who an action is given to: the names before 〜, before "to", or at the start. Careful with ranges such as 10時〜12時.

use super::{
    Doubt, Reader, Resolution,
    marks::{is_backslash, is_colon, without_space},
    speakers::{is_latin_name, is_name_like},
};
use crate::{domain::Who, text::dates::parse_date};

/// Owners as written, with what is doubtful about them.
#[derive(Debug, Default)]
pub(super) struct Owners {
    pub who: Vec<Who>,
    pub doubts: Vec<Doubt>,
}

/// A name in a list, and whom it led to.
pub struct Named<'l> {
    pub typed: &'l str,
    pub found: Resolution,
}

/// A name nobody bears is taken for one up to this length.
const LONGEST_STRANGER: usize = 12;
/// A list of owners is not longer than this, in bytes.
const LONGEST_LIST: usize = 400;
/// A name on the roster contains at most this many of the signs that also part names (地域・職域連携推進協議会).
const MOST_PIECES: usize = 4;

/// Words that stand at the start of a range and are no names. Dates are asked of the calendar.
const TIMES: &[&str] = &[
    "朝",
    "昼",
    "夕方",
    "夜",
    "午前",
    "午後",
    "春",
    "夏",
    "秋",
    "冬",
    "年内",
    "今週",
    "来週",
    "今月",
    "来月",
    "今年度",
    "来年度",
    "年度当初",
    "年度初め",
    "年始",
    "月初",
    "月初め",
    "上旬",
    "中旬",
    "下旬",
    "前期",
    "後期",
    "上半期",
    "下半期",
    "平日",
    "土日",
];

impl Reader<'_> {
    /// Splits the owners off the front of an action.
    pub(super) fn owners<'l>(&self, body: &'l str) -> (Owners, &'l str) {
        self.before_to(body)
            .or_else(|| self.before_wave(body))
            .or_else(|| self.before_colon(body))
            .or_else(|| self.before_commas(body))
            .unwrap_or((Owners::default(), body))
    }

    /// The owners, when every name in the list is known.
    pub(super) fn known_owners(&self, list: &str) -> Option<Vec<Who>> {
        let named = self.list(list)?;
        let known = named.iter().all(|name| matches!(name.found, Resolution::One(_)));
        (known && !named.is_empty()).then(|| self.taken(named).who)
    }

    /// Is this `A, B to …`?
    pub(super) fn has_owners_before_to(&self, body: &str) -> bool {
        self.before_to(body).is_some()
    }

    /// `A, B to …`
    fn before_to<'l>(&self, body: &'l str) -> Option<(Owners, &'l str)> {
        let at = body.to_ascii_lowercase().find(" to ")?;
        Some((self.names_of_owners(&body[..at])?, &body[at + " to ".len()..]))
    }

    /// The owners, when every name in the list is known or can hardly be anything else.
    pub(super) fn names_of_owners(&self, list: &str) -> Option<Owners> {
        let named = self.list(list)?;
        let is_owner = |name: &Named<'_>| match name.found {
            Resolution::One(_) => true,
            Resolution::Unknown => is_latin_name(name.typed),
            Resolution::Many(_) => false,
        };
        (!named.is_empty() && named.iter().all(is_owner)).then(|| self.taken(named))
    }

    /// `A、B 〜 …`; with nothing before 〜 there is no owner.
    fn before_wave<'l>(&self, body: &'l str) -> Option<(Owners, &'l str)> {
        let (at, wave) = body.char_indices().find(|(_, c)| is_wave(*c))?;
        let (list, after) = (&body[..at], &body[at + wave.len_utf8()..]);
        let named = self.list(list)?;
        let apart = list.ends_with(char::is_whitespace) || after.starts_with(char::is_whitespace);
        let is_owner = |name: &Named<'_>| {
            name.found != Resolution::Unknown
                || self.is_stranger(name.typed) && (apart || !begins_range(name.typed, after))
        };
        named.iter().all(is_owner).then(|| (self.taken(named), without_space(after)))
    }

    /// `A、B：…`
    fn before_colon<'l>(&self, body: &'l str) -> Option<(Owners, &'l str)> {
        let (at, colon) = body.char_indices().find(|(_, c)| is_colon(*c))?;
        let who = self.known_owners(&body[..at])?;
        Some((Owners { who, ..Owners::default() }, without_space(&body[at + colon.len_utf8()..])))
    }

    /// `A、B、…`: the known names at the start, each with its comma. The last piece is the text.
    fn before_commas<'l>(&self, body: &'l str) -> Option<(Owners, &'l str)> {
        let mut rest = body;
        let mut who = Vec::new();
        while let Some((at, comma)) = rest.char_indices().find(|(_, c)| is_comma(*c)) {
            let Some(named) = self.known_owners(&rest[..at]) else { break };
            who.extend(named);
            rest = without_space(&rest[at + comma.len_utf8()..]);
        }
        (!who.is_empty()).then_some((Owners { who: distinct(who), ..Owners::default() }, rest))
    }

    pub(super) fn taken(&self, named: Vec<Named<'_>>) -> Owners {
        let mut owners = Owners::default();
        for Named { typed, found } in named {
            owners.who.push(match &found {
                Resolution::One(who) => who.clone(),
                _ => Who::new(typed, None),
            });
            owners.doubts.extend(self.names.doubt(typed, found));
        }
        owners.who = distinct(std::mem::take(&mut owners.who));
        owners
    }

    /// A list of names, the longest known ones first; `None` when it is too long to be one.
    pub(super) fn list<'l>(&self, list: &'l str) -> Option<Vec<Named<'l>>> {
        if list.len() > LONGEST_LIST || list.contains('\n') {
            return None;
        }
        let pieces = pieces(list);
        let mut named = Vec::new();
        let mut next = 0;
        while next < pieces.len() {
            let joined = |count: usize| list[pieces[next].0..pieces[next + count - 1].1].trim();
            let most = MOST_PIECES.min(pieces.len() - next);
            let known = (1..=most).rev().find(|count| self.names.is_known(joined(*count)));
            let typed = joined(known.unwrap_or(1));
            match self.joined_by_and(typed).filter(|_| known.is_none()) {
                Some(both) => named.extend(both),
                None if typed.is_empty() => {}
                None => named.push(Named { typed, found: self.names.resolve(typed) }),
            }
            next += known.unwrap_or(1);
        }
        Some(named)
    }

    /// 農務課と保育課, "A and B": only between names, as と is also a letter of many.
    fn joined_by_and<'l>(&self, typed: &'l str) -> Option<Vec<Named<'l>>> {
        [" and ", "と"].iter().flat_map(|and| typed.match_indices(and)).find_map(|(at, and)| {
            let (left, right) = (typed[..at].trim(), typed[at + and.len()..].trim());
            let name = |typed: &'l str| {
                let found = self.names.resolve(typed);
                let is_name = matches!(found, Resolution::One(_)) || is_name_like(typed);
                is_name.then_some(Named { typed, found })
            };
            let first = name(left)?;
            let others = self.joined_by_and(right).or_else(|| name(right).map(|one| vec![one]))?;
            Some(std::iter::once(first).chain(others).collect())
        })
    }

    /// Whether a name nobody bears can stand in a list of owners.
    pub(super) fn is_stranger(&self, typed: &str) -> bool {
        let reads_as_text = |c: char| c.is_numeric() || is_colon(c) || c == 'を';
        let parts_owners = |word: &str| word.eq_ignore_ascii_case("to");
        could_be_name(typed)
            && !typed.contains(is_backslash)
            && typed.chars().count() <= LONGEST_STRANGER
            && !typed.contains(reads_as_text)
            && !typed.split_whitespace().any(parts_owners)
            && !typed.ends_with(['は', 'が', 'に', 'で', 'の', 'へ', 'も'])
            && !TIMES.contains(&typed)
            && parse_date(typed, self.dues.today).is_err()
    }
}

/// Whether someone who wrote this before a colon probably meant a name.
pub(super) fn could_be_name(text: &str) -> bool {
    let ends_sentence =
        |c| matches!(c, '。' | '、' | '！' | '？' | '!' | '?' | '「' | '」' | '『' | '』' | ',' | '，');
    let letters = text.chars().count();
    (1..=20).contains(&letters) && !text.contains(ends_sentence) && text.contains(char::is_alphabetic)
}

/// 子ども〜子育て世代, A〜C: what stands after the wave is of the kind of what stands before.
fn begins_range(before: &str, after: &str) -> bool {
    let letters = before.chars().count();
    let last = before.chars().next_back();
    let near: String = after.chars().take(letters + 2).collect();
    letters < 2 || last.is_some_and(|last| near.contains(last))
}

/// Where the pieces between separators stand.
fn pieces(list: &str) -> Vec<(usize, usize)> {
    let mut start = 0;
    let mut pieces = Vec::new();
    for (at, separator) in list.char_indices().filter(|(_, c)| is_separator(*c)) {
        pieces.push((start, at));
        start = at + separator.len_utf8();
    }
    pieces.push((start, list.len()));
    pieces
}

pub(super) const fn is_wave(c: char) -> bool {
    matches!(c, '〜' | '～' | '~' | '∼')
}

pub(super) const fn is_comma(c: char) -> bool {
    matches!(c, '、' | '､' | ',' | '，')
}

pub(super) const fn is_separator(c: char) -> bool {
    is_comma(c) || matches!(c, '・' | '･' | '/' | '／' | '&' | '＆')
}

/// Each owner once, where named first.
pub(super) fn distinct(names: impl IntoIterator<Item = Who>) -> Vec<Who> {
    let mut distinct = Vec::new();
    for who in names {
        if !distinct.contains(&who) {
            distinct.push(who);
        }
    }
    distinct
}
