//! What a file is called: as a person would call it, and so that every system takes it.

use super::{
    kind::{About, Kind},
    minutes::Names,
    order::{Order, Source},
};
use crate::domain::Meeting;

/// The file name of a paper, such as `令和8年度第3回_議事録_確定v1.docx`.
pub fn file_name(order: &Order, source: Source) -> String {
    let words = source.words;
    let meeting = order.meeting.as_ref().and_then(|id| source.council.meetings.get(id));
    let of = match (order.kind.about(), meeting) {
        (About::FiscalYear, _) => words.fiscal_year(source.year(order)),
        (_, Some(meeting)) => words.meeting_label(meeting),
        (_, None) => words.date(source.today(), source.council.head.dates),
    };
    let variant = match (order.kind, meeting) {
        (Kind::Minutes, Some(meeting)) => standing(source, order, meeting),
        _ => String::new(),
    };
    let parts = [of, order.kind.name(words).to_owned(), variant];
    let stem: Vec<String> = parts.iter().map(|part| fitting(part)).filter(|part| !part.is_empty()).collect();
    format!("{}.{}", stem.join("_"), order.format.key())
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

/// Without spaces and without what some system does not allow in a name.
fn fitting(part: &str) -> String {
    let refused = |c: char| c.is_whitespace() || c.is_control() || "\\/:*?\"<>|".contains(c);
    part.chars().filter(|c| !refused(*c)).collect()
}
