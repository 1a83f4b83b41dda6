//! A line of the record as it would be typed, so that it is edited in the language it was written in. Never shown as minutes.

use super::{
    Head, Reader, due,
    marks::{OFF, mark},
    names::Names,
    points,
};
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
        kind => writer.ended_with_mark(kind),
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
    /// The first of these that is read as the same line; the first of all where none is.
    fn surest(&self, action: Option<&Action>, written: impl IntoIterator<Item = String>) -> String {
        let same = |typed: &str| {
            let read = self.reader.read(typed).map(|it| it.into_line(typed)).unwrap_or_default();
            let Line { text, points, speaker, private, .. } = self.line;
            let text = action.map_or(text, |it| &it.text);
            let points = action.map_or(points, |it| &it.points);
            let given = action.is_none_or(|it| read.owners == it.owners && read.due == it.due);
            (read.kind, read.private, &read.speaker) == (self.line.kind.plain(), *private, speaker)
                && (&read.text, &read.points) == (text, points)
                && given
        };
        let mut written: Vec<String> = written.into_iter().collect();
        let at = written.iter().position(|typed| same(typed)).unwrap_or(0);
        if written.is_empty() { String::new() } else { written.swap_remove(at) }
    }

    /// Behind the mark of what is off the record, where it is.
    fn hidden(&self, typed: &str) -> String {
        if !self.line.private {
            return typed.to_owned();
        }
        let mark = if self.is_japanese() { OFF.ja } else { OFF.en };
        // One space after the mark belongs to it.
        let space = if typed.starts_with(char::is_whitespace) && !mark.ends_with(' ') { " " } else { "" };
        format!("{mark}{space}{typed}")
    }

    fn note(&self) -> String {
        let text = &self.line.text;
        let plain = self.ended(text);
        let marked = self.marked(NewKind::Note, &plain);
        self.surest(
            None,
            [text, &plain, &format!("＼{text}")].map(|it| self.hidden(it)).into_iter().chain(marked),
        )
    }

    fn action(&self, action: Option<&Action>) -> String {
        let text = action.map_or(&self.line.text, |it| &it.text);
        let owners = action.map_or(&[][..], |it| &it.owners);
        let due = action.map_or(Due::NextMeeting, |it| it.due);
        let points = action.map_or(&self.line.points, |it| &it.points);
        let dated = self.reader.dues.split(text);
        let when = if due == Due::NextMeeting && dated.due.is_none() {
            String::new()
        } else {
            due::written(due, self.is_japanese())
        };
        let body = self.reader.without_tokens(&points::guarded(text));
        let body = format!("{body}{when}{}", tags(points));
        let bodies =
            self.given(owners, body).into_iter().flat_map(|body| self.marked(NewKind::Action, &body));
        self.surest(action, bodies)
    }

    /// The body of an action behind its owners. Without any, a bare 〜 keeps a name at the start in the text.
    fn given(&self, owners: &[Who], body: String) -> Vec<String> {
        let names: Vec<String> = owners.iter().map(|who| self.names.spelling(who)).collect();
        match (names.is_empty(), self.is_japanese()) {
            (true, _) => vec![body.clone(), format!("〜 {body}")],
            (false, false) if owners.iter().all(|who| who.party.is_some()) => {
                vec![format!("{} to {body}", names.join(", ")), format!("{} 〜 {body}", names.join(", "))]
            }
            (false, japanese) => {
                vec![format!("{} 〜 {body}", names.join(if japanese { "、" } else { ", " }))]
            }
        }
    }

    /// A mark, the text and its points behind the speaker.
    fn ended_with_mark(&self, kind: NewKind) -> String {
        self.surest(None, self.marked(kind, &self.ended(&self.line.text)))
    }

    /// The speaker, the mark and the text, in the ways these can be put: where the speaker's name means something else, as in a log.
    fn marked(&self, kind: NewKind, text: &str) -> Vec<String> {
        let japanese = self.is_japanese();
        let mark = if japanese { mark(kind).ja } else { mark(kind).en };
        // One space after the mark belongs to it.
        let space = if japanese && text.starts_with(char::is_whitespace) { " " } else { "" };
        let means_more = |head: Head<'_>| head.rest != text || head.private || head.kind != NewKind::Speech;
        let escape =
            if kind == NewKind::Speech && means_more(Reader::after_speaker(text)) { "＼" } else { "" };
        let Some(speaker) = &self.line.speaker else {
            return vec![self.hidden(&format!("{mark}{space}{escape}{text}"))];
        };
        let colon = if japanese { "：" } else { ": " };
        let spelling = self.names.spelling(speaker);
        let nick = &speaker.label;
        let gap = if mark.is_empty() { "" } else { space };
        vec![
            self.hidden(&format!("{spelling}{colon}{mark}{space}{escape}{text}")),
            format!("<{nick}> {}", self.hidden(&format!("{mark}{gap}{text}"))),
            format!("<{nick}> {}", self.hidden(&format!("＼{text}"))),
        ]
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
