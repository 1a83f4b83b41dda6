//! What stands before the text of a line as it would be typed: who speaks, and the mark. For typing the next line like the last.

use super::{marks::mark, names::Names};
use crate::domain::{Council, Line, Who, decide::record::NewKind};
use chrono::NaiveDate;

/// The speaker and the mark of a line. Nothing for a note.
pub fn prefix(council: &Council, today: NaiveDate, line: &Line) -> String {
    let kind = line.kind.plain();
    if kind == NewKind::Note {
        return String::new();
    }
    let speaker = line.speaker.as_ref().map(|who| opening(council, today, who)).unwrap_or_default();
    let mark = mark(kind);
    let latin = line.text.is_ascii() && speaker.is_ascii();
    format!("{speaker}{}", if latin { mark.en } else { mark.ja })
}

/// `名前：`, before what somebody says.
pub fn opening(council: &Council, today: NaiveDate, who: &Who) -> String {
    let name = Names::of(council, today).spelling(who);
    let colon = if name.is_ascii() { ": " } else { "：" };
    name + colon
}
