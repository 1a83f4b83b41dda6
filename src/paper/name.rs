//! What a file is called: as a person would call it, and so that every system takes it.

use super::{
    kind::{About, Kind},
    minutes::Names,
    order::{Arrange, Order, Source, Which},
};
use crate::{
    domain::Meeting,
    text::{clean::clean_line, dates},
    words::Lang,
};
use unicode_segmentation::UnicodeSegmentation;

/// Systems stop at 255 bytes; what is left is for the number of a second file and for what is written beside it first.
const LONGEST: usize = 200;

/// The file name of a paper, such as `令和8年度第3回_議事録_確定v1.docx` or `FY2026-No.3_minutes_final-v1.docx`.
pub fn file_name(order: &Order, source: Source) -> String {
    let lang = source.words.lang;
    let meeting = order.meeting.as_ref().and_then(|id| source.council.meetings.get(id));
    let kind = kind(order, source, meeting);
    let parts = match of(order, source, meeting) {
        Some(of) => [of, kind, variant(order, source, meeting)],
        None => [kind, day(source), variant(order, source, meeting)],
    };
    let parts = parts.iter().map(|part| fitting(part, lang)).filter(|part| !part.is_empty());
    allowed(&parts.collect::<Vec<_>>().join("_"), order.format.key())
}

/// The meeting or year it is about, where it is about one.
fn of(order: &Order, source: Source, meeting: Option<&Meeting>) -> Option<String> {
    let words = source.words;
    match (order.kind.about(), meeting) {
        (About::FiscalYear, _) => Some(words.fiscal_year(source.year(order))),
        (_, meeting) => meeting.map(|meeting| words.meeting_label(meeting)),
    }
}

fn kind(order: &Order, source: Source, meeting: Option<&Meeting>) -> String {
    let words = source.words;
    let name = match (order.kind, meeting) {
        (Kind::Roster, Some(_)) => words.file_attendance(),
        (kind, _) => kind.name(words),
    };
    if words.lang == Lang::En { name.to_lowercase() } else { name.to_owned() }
}

/// The day it is made. In English as it sorts.
fn day(source: Source) -> String {
    match source.words.lang {
        Lang::Ja => source.words.day(source.today(), source.council.head.dates),
        Lang::En => dates::iso(source.today()),
    }
}

/// What else there may be of the same kind: which state, for whom, of whom.
fn variant(order: &Order, source: Source, meeting: Option<&Meeting>) -> String {
    let words = source.words;
    match (order.kind, meeting) {
        (Kind::Minutes, Some(meeting)) => standing(source, order, meeting),
        (Kind::Roster, _) => match order.arrange {
            Arrange::Office => String::new(),
            Arrange::Class => words.file_by_class().to_owned(),
            Arrange::Organisation => words.file_by_organisation().to_owned(),
        },
        (Kind::Actions, _) => match &order.which {
            Which::Open => String::new(),
            Which::All => words.file_all().to_owned(),
            Which::Overdue => words.file_overdue().to_owned(),
            Which::With(name) => name.clone(),
        },
        (Kind::Everything, _) if order.off_record => words.file_off_record().to_owned(),
        _ => String::new(),
    }
}

/// Which state of the minutes, and for whom.
fn standing(source: Source, order: &Order, meeting: &Meeting) -> String {
    let words = source.words;
    let standing = match meeting.minutes.in_force() {
        Some(version) => words.file_final(version.version),
        None => words.file_draft().to_owned(),
    };
    match order.names {
        Names::Full => standing,
        Names::Office | Names::Letters | Names::None => standing + words.file_for_public(),
    }
}

/// Without what some system does not allow in a name, and without spaces: in English a hyphen holds words apart.
fn fitting(part: &str, lang: Lang) -> String {
    let between = if lang == Lang::En { "-" } else { "" };
    let plain = clean_line(part).replace(|c| "\\/:*?\"<>|".contains(c), "");
    let words: Vec<&str> = plain.split_whitespace().collect();
    words.join(between).replace(&format!(".{between}"), ".")
}

/// The name with its ending: no longer than it may be, cut between letters, and none that Windows keeps for devices.
fn allowed(stem: &str, ending: &str) -> String {
    let room = LONGEST - ending.len() - 1;
    let mut cut = String::new();
    for letter in stem.graphemes(true) {
        if cut.len() + letter.len() > room {
            break;
        }
        cut.push_str(letter);
    }
    let stem = cut.trim_matches(['.', ' ']);
    let guard = if is_device(stem) || stem.is_empty() { "_" } else { "" };
    format!("{guard}{stem}.{ending}")
}

/// CON, NUL, COM1 … also where more stands behind a full stop.
fn is_device(stem: &str) -> bool {
    let name = stem.split('.').next().unwrap_or_default().trim_end().to_ascii_uppercase();
    let numbered = |device: &str| {
        let number = name.strip_prefix(device).map(|rest| rest.chars().collect::<Vec<_>>());
        number.is_some_and(|rest| matches!(rest[..], ['0'..='9' | '¹' | '²' | '³']))
    };
    ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"].contains(&name.as_str())
        || numbered("COM")
        || numbered("LPT")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_has_nothing_that_a_system_refuses() {
        for (part, ja, en) in [
            ("令和8年度 第3回", "令和8年度第3回", "令和8年度-第3回"),
            ("FY2026 No. 3", "FY2026No.3", "FY2026-No.3"),
            ("a/b\\c:d*e?f\"g<h>i|j", "abcdefghij", "abcdefghij"),
            ("改\n行\tと　空白 ", "改行と空白", "改-行-と-空白"),
            ("\u{1b}[2J\u{202e}甲", "[2J甲", "[2J甲"),
            ("か\u{3099}くせい", "がくせい", "がくせい"),
        ] {
            assert_eq!((fitting(part, Lang::Ja).as_str(), fitting(part, Lang::En).as_str()), (ja, en));
        }
    }

    #[test]
    fn no_name_is_kept_for_a_device_or_ends_in_a_full_stop() {
        for (stem, name) in [
            ("名簿", "名簿.csv"),
            ("con", "_con.csv"),
            ("NUL.甲", "_NUL.甲.csv"),
            ("COM1", "_COM1.csv"),
            ("lpt³", "_lpt³.csv"),
            ("COM10", "COM10.csv"),
            ("console", "console.csv"),
            ("第3回...", "第3回.csv"),
            (".profile", "profile.csv"),
            ("..", "_.csv"),
            ("", "_.csv"),
        ] {
            assert_eq!(allowed(stem, "csv"), name, "{stem}");
        }
    }

    #[test]
    fn a_long_name_is_cut_between_letters() {
        let family = "👨‍👩‍👧‍👦";
        for letter in ["あ", family, "か\u{3099}", "a"] {
            let name = allowed(&letter.repeat(300), "xlsx");
            let stem = name.strip_suffix(".xlsx").unwrap();
            assert!(name.len() <= LONGEST && stem.len() + letter.len() > LONGEST - 5, "{name}");
            assert_eq!(stem.replace(letter, ""), "");
        }
    }
}
