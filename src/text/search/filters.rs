//! The filters of a query: their names and values in both languages, and what each lets through.

use super::{Doubt, Kind};
use crate::{
    domain::{Council, Meeting, Party, Point, Who, id::MeetingId},
    text::{
        capture::{self, Resolution},
        dates::{ERAS, era_fiscal_year, parse_date},
        fold::{contains_folded, fold},
    },
};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// What a filter is about, by its name before the colon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filter {
    Is,
    Who,
    Point,
    Due,
    In,
}

/// The filter of this name, folded.
pub(super) fn named(name: &str) -> Option<Filter> {
    Some(match name {
        "is" | "種別" | "種類" | "状態" => Filter::Is,
        "who" | "by" | "担当" | "発言者" | "だれ" => Filter::Who,
        "point" | "ぽいんと" => Filter::Point,
        "due" | "期限" => Filter::Due,
        "in" | "会議" | "回" | "年度" => Filter::In,
        _ => return None,
    })
}

/// A kind of record, or how far an action has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Is {
    Kind(Kind),
    /// An action that is open, or one that is done.
    Open(bool),
}

/// What `is:` is followed by, folded.
pub(super) fn is(value: &str) -> Option<Is> {
    Some(match value {
        "open" | "未完" | "未了" | "未完了" => Is::Open(true),
        "done" | "完了" | "済" | "完" => Is::Open(false),
        "decision" | "決定" => Is::Kind(Kind::Decision),
        "action" | "宿題" => Is::Kind(Kind::Action),
        "issue" | "論点" => Is::Kind(Kind::Issue),
        "proposal" | "提案" => Is::Kind(Kind::Proposal),
        "deferred" | "保留" | "継続" => Is::Kind(Kind::Deferred),
        "speech" | "発言" => Is::Kind(Kind::Speech),
        "note" | "めも" => Is::Kind(Kind::Note),
        "item" | "agenda" | "議題" => Is::Kind(Kind::Item),
        "meeting" | "会議" => Is::Kind(Kind::Meeting),
        "roster" | "member" | "名簿" | "委員" => Is::Kind(Kind::Roster),
        "point" | "ぽいんと" => Is::Kind(Kind::Point),
        _ => return None,
    })
}

/// Whoever goes by a name: the person, seat or organisation it leads to, with everyone an organisation sends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Someone {
    parties: BTreeSet<Party>,
    /// The folded name: by it alone somebody is meant whom nothing links to the roster.
    name: String,
    /// Nobody goes by the whole name yet: it may be part of one.
    in_part: bool,
}

impl Someone {
    /// As the capture language would understand the name; where several bear it, any of them.
    pub(super) fn called(name: &str, council: &Council, today: NaiveDate) -> (Self, Option<Doubt>) {
        let found = match capture::resolve(council, today, name) {
            Resolution::One(who) => vec![who],
            Resolution::Many(bearers) => bearers,
            Resolution::Unknown => Vec::new(),
        };
        let parties = found.into_iter().filter_map(|who| who.party).flat_map(|it| with_senders(council, it));
        let someone = Self { parties: parties.collect(), name: fold(name), in_part: false };
        if !someone.parties.is_empty() {
            return (someone, None);
        }
        let doubt = (!is_part_of_a_name(council, name)).then(|| Doubt::UnknownName(name.to_owned()));
        (Self { in_part: true, ..someone }, doubt)
    }

    pub(super) fn is(&self, who: &Who) -> bool {
        match &who.party {
            Some(party) if self.parties.contains(party) => true,
            _ if self.in_part => contains_folded(&who.label, &self.name),
            Some(_) => false,
            None => fold(&who.label) == self.name,
        }
    }
}

/// An organisation with the people it sends and the seats they hold; any other party alone.
fn with_senders(council: &Council, party: Party) -> Vec<Party> {
    let mut parties = vec![party];
    if let Party::Organisation(id) = &parties[0] {
        let members = council.members.iter().map(|it| Party::Member(it.id.clone()));
        let seats = council.roles.iter().map(|it| Party::Role(it.id.clone()));
        let from_there = |it: &Party| council.organisation_behind(it).is_some_and(|behind| behind.id == *id);
        let theirs: Vec<Party> = members.chain(seats).filter(from_there).collect();
        parties.extend(theirs);
    }
    parties
}

fn is_part_of_a_name(council: &Council, name: &str) -> bool {
    let members = council.members.iter().flat_map(|it| [&it.name, &it.kana, &it.post]);
    let senders = council.organisations.iter().flat_map(|it| [&it.name, &it.kana, &it.short]);
    let seats = council.roles.iter().map(|it| &it.title);
    members.chain(senders).chain(seats).any(|it| contains_folded(it, name))
}

/// Days on which something may be due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deadline {
    Before(NaiveDate),
    Until(NaiveDate),
    On(NaiveDate),
    From(NaiveDate),
    After(NaiveDate),
}

impl Deadline {
    /// `<12/20`, `>=令和8年12月1日`, `明日`
    pub(super) fn read(value: &str, today: NaiveDate) -> Result<Self, Doubt> {
        let (or_on, sign, day) = split_sign(value);
        let date = parse_date(day, today)
            .map_err(|why| Doubt::UnreadableDue { typed: day.trim().to_owned(), why })?;
        Ok(match (sign, or_on) {
            (Some('<'), false) => Self::Before(date),
            (Some('<'), true) => Self::Until(date),
            (Some(_), false) => Self::After(date),
            (Some(_), true) => Self::From(date),
            (None, _) => Self::On(date),
        })
    }

    pub(super) fn covers(self, due: NaiveDate) -> bool {
        match self {
            Self::Before(day) => due < day,
            Self::Until(day) => due <= day,
            Self::On(day) => due == day,
            Self::From(day) => due >= day,
            Self::After(day) => due > day,
        }
    }
}

/// Whether `=` stands at the sign, the sign as `<` or `>`, and the rest.
fn split_sign(value: &str) -> (bool, Option<char>, &str) {
    let mut rest = value.chars();
    let sign = match rest.next() {
        Some('<' | '＜') => '<',
        Some('>' | '＞') => '>',
        Some('≦' | '≤') => return (true, Some('<'), rest.as_str()),
        Some('≧' | '≥') => return (true, Some('>'), rest.as_str()),
        Some('=' | '＝') => return (false, None, rest.as_str()),
        _ => return (false, None, value),
    };
    let rest = rest.as_str();
    match rest.strip_prefix(['=', '＝']) {
        Some(day) => (true, Some(sign), day),
        None => (false, Some(sign), rest),
    }
}

/// Meetings that something may belong to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Within {
    Meeting(MeetingId),
    /// The n-th meeting of any fiscal year, of one, or all of one.
    Numbered {
        year: Option<i32>,
        ordinal: Option<u32>,
    },
}

impl Within {
    /// `第3回`, `2026-3`, `2026-11-20`, `令和8年度`, `R8年度第3回`, `FY2026`, `No.3`
    pub(super) fn read(value: &str, council: &Council) -> Option<Self> {
        let value = fold(value);
        if let Some(meeting) = council.find_meeting(&value) {
            return Some(Self::Meeting(meeting.id.clone()));
        }
        let (year, rest) = split_year(&value);
        let ordinal = ordinal(rest);
        let is_whole = rest.is_empty() || ordinal.is_some();
        (is_whole && (year.is_some() || ordinal.is_some())).then_some(Self::Numbered { year, ordinal })
    }

    pub(super) fn holds(&self, meeting: &Meeting) -> bool {
        match self {
            Self::Meeting(id) => meeting.id == *id,
            Self::Numbered { year, ordinal } => {
                year.is_none_or(|year| meeting.fiscal_year == year)
                    && ordinal.is_none_or(|ordinal| meeting.ordinal == ordinal)
            }
        }
    }
}

/// Fiscal years that can be named.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2100;

/// The fiscal year at the beginning of a folded value, and the rest.
fn split_year(value: &str) -> (Option<i32>, &str) {
    if let Some(rest) = value.strip_prefix("fy") {
        let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let year = rest[..end].parse().ok().filter(|year| YEARS.contains(year));
        return year.map_or((None, value), |year| (Some(year), rest[end..].trim_start_matches('-')));
    }
    let Some((year, rest)) = value.split_once("年度") else { return (None, value) };
    let western = year.parse().ok().filter(|year| YEARS.contains(year));
    match western.or_else(|| YEARS.rev().find(|fiscal| is_called(*fiscal, year))) {
        Some(year) => (Some(year), rest),
        None => (None, value),
    }
}

/// 令和8, 令和元, r8
fn is_called(fiscal_year: i32, year: &str) -> bool {
    let called = era_fiscal_year(fiscal_year);
    let Some(called) = called.strip_suffix("年度") else { return false };
    let short = ERAS.iter().find_map(|era| {
        let count = called.strip_prefix(era.name)?;
        Some((era.letter.to_ascii_lowercase(), count))
    });
    let by_letter = || {
        let (letter, count) = short?;
        let typed = year.strip_prefix(letter)?;
        Some(typed == count || (count == "元" && typed == "1"))
    };
    called == year || by_letter().unwrap_or(false)
}

/// 第3回, 3回, no.3, 3
fn ordinal(rest: &str) -> Option<u32> {
    let rest = rest.strip_prefix("no.").or_else(|| rest.strip_prefix('第')).unwrap_or(rest);
    rest.strip_suffix('回').unwrap_or(rest).parse().ok()
}

/// The point of this number or name.
pub(super) fn point(value: &str) -> Option<Point> {
    capture::point(value)
}
