//! A line of the record as it would be typed, so that it is edited in the language it was written in. Never shown as minutes.

use super::{Reader, due, marks::mark, names::Names, points};
use crate::domain::{Action, Council, Due, Line, Point, Who, decide::record::NewKind};
use chrono::NaiveDate;

/// The line, with its action if it gave one, as text for the input line. [`read_again`](super::read_again) makes the same of it.
///
/// Lines in kana or kanji get Japanese marks, others English ones. Continuations stay behind line feeds.
pub fn write(council: &Council, today: NaiveDate, line: &Line, action: Option<&Action>) -> String {
    let names = Names::of(council, today);
    let reader = Reader::of(council, today).again(line, action);
    let writer = Writer { names, reader, line };
    match line.kind.plain() {
        NewKind::Note => writer.note(),
        NewKind::Action => writer.action(action),
        kind => writer.marked(kind, &writer.ended(&line.text)),
    }
}

struct Writer<'a> {
    /// Names as anyone types them, so that what is written can be read without the line it came from.
    names: Names<'a>,
    /// Reads as [`read_again`](super::read_again) will.
    reader: Reader<'a>,
    line: &'a Line,
}

impl Writer<'_> {
    fn note(&self) -> String {
        let Line { text, points, .. } = self.line;
        let plain = self.ended(text);
        let same = |typed: &str| {
            let read = self.reader.read(typed).map(|it| it.into_line(typed)).unwrap_or_default();
            read.kind == NewKind::Note && read.text == *text && read.points == *points
        };
        let escaped = format!("＼{text}");
        [text.clone(), plain.clone(), escaped]
            .into_iter()
            .find(|typed| same(typed))
            .unwrap_or_else(|| self.marked(NewKind::Note, &plain))
    }

    fn action(&self, action: Option<&Action>) -> String {
        let text = action.map_or(&self.line.text, |it| &it.text);
        let owners = action.map_or(&[][..], |it| &it.owners);
        let due = action.map_or(Due::NextMeeting, |it| it.due);
        let points = action.map_or(&self.line.points, |it| &it.points);
        let body = points::guarded(text);
        let dated = self.reader.dues.split(text);
        let when = if due == Due::NextMeeting && dated.due.is_none() {
            String::new()
        } else {
            due::written(due, self.is_japanese())
        };
        let body = format!("{body}{when}{}", tags(points));
        self.marked(NewKind::Action, &self.given(owners, body))
    }

    /// The body of an action behind its owners. Without any, a bare 〜 keeps a name at the start in the text.
    fn given(&self, owners: &[Who], body: String) -> String {
        let names: Vec<String> = owners.iter().map(|who| self.names.spelling(who)).collect();
        match (names.is_empty(), self.is_japanese()) {
            (true, _) if self.reader.owners(&body).1 == body => body,
            (true, _) => format!("〜 {body}"),
            (false, false) if owners.iter().all(|who| who.party.is_some()) => {
                format!("{} to {body}", names.join(", "))
            }
            (false, japanese) => format!("{} 〜 {body}", names.join(if japanese { "、" } else { ", " })),
        }
    }

    /// The speaker, the mark and the text.
    fn marked(&self, kind: NewKind, text: &str) -> String {
        let japanese = self.is_japanese();
        let colon = if japanese { "：" } else { ": " };
        let speaker = self.line.speaker.as_ref();
        let speaker = speaker.map_or_else(String::new, |who| self.names.spelling(who) + colon);
        let mark = if japanese { mark(kind).ja } else { mark(kind).en };
        let opening = format!("{speaker}{mark}");
        // One space after the mark belongs to it.
        let space = if japanese && text.starts_with(char::is_whitespace) { " " } else { "" };
        let escape =
            if kind == NewKind::Speech && Reader::after_speaker(text).rest != text { "＼" } else { "" };
        format!("{opening}{space}{escape}{text}")
    }

    /// The text with its points.
    fn ended(&self, text: &str) -> String {
        points::guarded(text) + &tags(&self.line.points)
    }

    fn is_japanese(&self) -> bool {
        let japanese = |c| matches!(c, '\u{3001}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF01}'..='\u{FF9F}' | '\u{20000}'..='\u{3FFFF}');
        self.line.text.contains(japanese)
    }
}

fn tags(points: &[Point]) -> String {
    points.iter().map(|point| format!(" {}", points::tag(*point))).collect()
}
