//! Who is meant at the door by a number, the first kana or any part of a name. Finds only people on the roll, and decides nothing.

use super::{fold::fold, romaji};
use crate::domain::{Council, Meeting, Member, Numbered, Organisation};

/// How what was typed fits a person, surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Number,
    Code,
    /// The reading or the name begins so.
    Begins,
    /// The organisation begins so.
    Sender,
    /// A later word of the reading or the name begins so.
    Word,
    NumberBegins,
    Within,
}

/// Everyone on the meeting's roll who may be meant, likeliest first; among equals those who are not in yet.
///
/// Width, kana and case do not matter. Nothing typed means everybody, in the order of the roll.
pub fn candidates<'a>(council: &'a Council, meeting: &Meeting, typed: &str) -> Vec<Numbered<'a>> {
    let roll = council.roll(meeting.date);
    let key = fold(typed);
    if key.is_empty() {
        return roll;
    }
    let is_in = |member: &Member| council.attendance(meeting, &member.id).mode.is_attending();
    let mut found: Vec<_> = roll
        .into_iter()
        .filter_map(|it| Some(((fit(council, it, &key)?, is_in(it.member), it.number), it)))
        .collect();
    found.sort_by_key(|(order, _)| *order);
    found.into_iter().map(|(_, it)| it).collect()
}

fn fit(council: &Council, it: Numbered, key: &str) -> Option<Fit> {
    let Numbered { number, member } = it;
    let number = number.to_string();
    let label = council.member_label(member);
    let sender = council.organisation_of(member);
    let sender = sender.map_or([""; 3], |Organisation { name, kana, short, .. }| [name, kana, short]);
    let own = [&member.kana, &member.name, &label];
    let is_romaji = romaji::is_romaji(key);
    let starts = |text: &str| {
        let text = fold(text);
        !text.is_empty() && (text.starts_with(key) || is_romaji && romaji::begins(&text, key))
    };
    let within = |text: &str| fold(text).contains(key);
    Some(match () {
        () if number == key => Fit::Number,
        () if !member.code.is_empty() && fold(&member.code) == key => Fit::Code,
        () if own.into_iter().any(|text| starts(text)) => Fit::Begins,
        () if sender.into_iter().any(starts) => Fit::Sender,
        () if own.into_iter().flat_map(|text| text.split_whitespace()).any(starts) => Fit::Word,
        () if number.starts_with(key) => Fit::NumberBegins,
        () if own.into_iter().any(|text| within(text)) => Fit::Within,
        () if sender.into_iter().chain([member.post.as_str(), &member.code]).any(within) => Fit::Within,
        () => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Attendance, Body, Edit, Head, MeetingState, Mode, decide::roster};
    use chrono::{NaiveDate, NaiveTime};

    /// Twelve people of three sections; the readings of the first and the last begin with ほ.
    fn council() -> Council {
        let mut council = Council::new(Head::new("健康づくり推進協議会"));
        let sections = [
            ("o1", "保健センター", "ほけんせんたー"),
            ("o2", "農務課", "のうむか"),
            ("o3", "保育課", "ほいくか"),
        ];
        council.organisations = sections
            .map(|(id, name, kana)| Organisation { kana: kana.into(), ..Organisation::new(id.into(), name) })
            .to_vec()
            .into();
        let member = |number: usize| Member {
            kana: ["ほけんせんたー しょちょう", "のうむか かちょう", "ほいくか しゅさ"][number % 3].into(),
            organisation: Some(["o1", "o2", "o3"][number % 3].into()),
            post: ["所長", "課長", "主査"][number % 3].into(),
            code: if number == 4 { "農長".into() } else { String::new() },
            ..Member::new(format!("m{}", number + 1).into(), "")
        };
        council.members = (0..12).map(member).collect::<Vec<_>>().into();
        let date = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
        let meeting = Meeting {
            id: "fy2026-1".into(),
            fiscal_year: 2026,
            ordinal: 1,
            date,
            start: NaiveTime::MIN,
            end: NaiveTime::MIN,
            place: String::new(),
            state: MeetingState::Running,
            opened: None,
            closed: None,
            roles: Vec::new(),
            observers: 0,
            called: Vec::new(),
            openness: Default::default(),
            minutes: Default::default(),
        };
        council.bodies.insert(meeting.id.clone(), Body::default());
        council.meetings = vec![meeting].into();
        council
    }

    fn found(council: &Council, typed: &str) -> Vec<usize> {
        candidates(council, &council.meetings[0], typed).iter().map(|it| it.number).collect()
    }

    fn arrive(council: &mut Council, number: usize) {
        let meeting = council.meetings[0].id.clone();
        let attendance =
            Attendance { member: format!("m{number}").into(), mode: Mode::Present, from: None, to: None };
        let edits: Vec<Edit> = roster::save_attendance(council, &meeting, attendance).unwrap();
        council.apply_all(&edits).unwrap();
    }

    #[test]
    fn a_number_means_itself_before_the_numbers_it_begins() {
        for typed in ["1", "１"] {
            assert_eq!(found(&council(), typed), [1, 10, 11, 12]);
        }
        assert_eq!(found(&council(), "１２"), [12]);
        assert!(found(&council(), "13").is_empty());
    }

    #[test]
    fn the_first_kana_finds_in_either_kana_those_who_are_not_in_first() {
        let mut council = council();
        assert_eq!(found(&council, "の"), [2, 5, 8, 11]);
        assert_eq!(found(&council, "ﾉｳ"), [2, 5, 8, 11]);
        arrive(&mut council, 2);
        assert_eq!(found(&council, "ノ"), [5, 8, 11, 2]);
    }

    #[test]
    fn posts_codes_and_organisations_find_too() {
        assert_eq!(found(&council(), "農長"), [5]);
        assert_eq!(found(&council(), "しょちょう"), [1, 4, 7, 10]);
        assert_eq!(found(&council(), "保育"), [3, 6, 9, 12]);
        assert_eq!(found(&council(), "主査"), [3, 6, 9, 12]);
        assert!(found(&council(), "税務").is_empty());
    }

    #[test]
    fn readings_are_found_in_latin_letters() {
        assert_eq!(found(&council(), "noum"), [2, 5, 8, 11]);
        assert_eq!(found(&council(), "shoc"), [1, 4, 7, 10]);
    }

    #[test]
    fn nothing_typed_shows_the_roll() {
        assert_eq!(found(&council(), " "), (1..=12).collect::<Vec<_>>());
    }
}
