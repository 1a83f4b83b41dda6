//! `norishiro record`: the lines of a meeting's record, under their items.

use crate::{
    cli::{answer::Answer, args::Record, failure::Failure, shell::Shell, table::aligned},
    domain::{Body, Line, Meeting, Refusal},
    text::clean::shown_line,
    words::Words,
};
use serde::Serialize;

#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    /// The title of the agenda item.
    item: Option<&'a str>,
    kind: &'static str,
    speaker: Option<&'a str>,
    text: &'a str,
}

pub fn run(shell: &Shell, asked: &Record) -> Result<Answer, Failure> {
    let mut open = shell.open(&asked.council)?;
    let id = open.meeting_to_read(asked.meeting.as_deref())?.id.clone();
    let meeting = open.council().meetings.get(&id).ok_or(Refusal::NotFound)?;
    let body = open.council().body(&meeting.id).ok_or(Refusal::NotFound)?;
    let rows: Vec<Row> = body.lines.iter().map(|line| row(shell.words, body, line)).collect();
    Ok(Answer::either(asked.json.json, &rows, || told(shell, meeting, body)))
}

fn item_of<'a>(body: &'a Body, line: &Line) -> Option<&'a str> {
    Some(body.items.get(line.item.as_ref()?)?.title.as_str())
}

fn row<'a>(words: Words, body: &'a Body, line: &'a Line) -> Row<'a> {
    let (speaker, text) = said(words, line);
    Row { id: line.id.as_str(), item: item_of(body, line), kind: line.kind.key(), speaker, text }
}

/// Who said what; of a line off the record only that there is one.
fn said(words: Words, line: &Line) -> (Option<&str>, &str) {
    if line.private {
        return (None, words.record_private_mark());
    }
    (line.speaker.as_ref().map(|who| who.label.as_str()), &line.text)
}

fn told(shell: &Shell, meeting: &Meeting, body: &Body) -> String {
    let words = shell.words;
    let mut text = words.meeting_label(meeting) + "\n";
    if body.lines.is_empty() {
        return text + words.cli_no_record() + "\n";
    }
    let items = std::iter::once(None).chain(body.items.iter().map(Some));
    for item in items {
        let lines = || body.lines.iter().filter(|line| line.item.as_ref() == item.map(|item| &item.id));
        if lines().next().is_none() {
            continue;
        }
        text += &format!("\n{}\n", shown_line(item.map_or(words.cli_no_item(), |item| &item.title)));
        let rows: Vec<_> = lines().flat_map(|line| cells(words, meeting, line)).collect();
        text += &aligned(shell.ruler(), &rows);
    }
    text
}

/// A row for each line of the text; the first says what it is and whose.
fn cells(words: Words, meeting: &Meeting, line: &Line) -> Vec<[String; 3]> {
    let kind = format!("  {}", words.numbered_kind(meeting, line.kind));
    let (speaker, text) = said(words, line);
    let speaker = speaker.unwrap_or_default().to_owned();
    let heads = std::iter::once((kind, speaker)).chain(std::iter::repeat_with(Default::default));
    heads.zip(text.split('\n')).map(|((kind, speaker), text)| [kind, speaker, text.to_owned()]).collect()
}
