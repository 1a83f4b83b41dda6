//! `norishiro search`: what stands anywhere in a council, oldest first, so that the newest is nearest to where one types. Never tells what
//! is off the record.

use crate::{
    cli::{answer::Answer, args::Search, failure::Failure, shell::Shell, table::aligned},
    domain::Council,
    knowledge::readings::readings,
    text::{
        dates::iso,
        search::{Doubt, Entry, Index, Place, Query},
    },
    words::Words,
};
use serde::Serialize;

#[derive(Serialize)]
struct Row<'a> {
    kind: &'static str,
    id: String,
    meeting: Option<&'a str>,
    date: Option<String>,
    /// Meeting and agenda item, or the pane.
    place: String,
    label: String,
    who: String,
    text: String,
}

pub fn run(shell: &Shell, asked: &Search) -> Result<Answer, Failure> {
    let mut open = shell.open(&asked.council)?;
    open.read(&open.council().unread())?;
    let index = Index::of(&open.history, readings());
    let council = open.council();
    let query = Query::read(&asked.words.join(" "), council, shell.today(), index.readings());
    let (left_out, notes): (Vec<_>, Vec<_>) = query.doubts.iter().partition(|doubt| doubt.widens());
    let told_of = |doubts: Vec<&Doubt>| doubts.iter().map(|it| shell.words.query_doubt(it)).collect();
    if !left_out.is_empty() {
        return Err(Failure::UnclearQuery { doubts: told_of(left_out) });
    }
    let mut found = index.find(&query, council, false);
    found.reverse();
    let rows: Vec<Row> = found.iter().filter_map(|entry| row(shell.words, council, entry)).collect();
    let answer = Answer::either(asked.json.json, &rows, || told(shell, &rows));
    Ok(Answer { notes: told_of(notes), ..answer })
}

fn row<'a>(words: Words, council: &'a Council, entry: &Entry) -> Option<Row<'a>> {
    let told = words.told(council, entry)?;
    Some(Row {
        kind: entry.kind.key(),
        id: id(&entry.place),
        meeting: told.meeting.map(|meeting| meeting.id.as_str()),
        date: entry.day().map(iso),
        place: words.told_place(&told, true),
        label: told.label,
        who: told.who,
        text: told.text,
    })
}

/// The id of the record, or of the one it is part of.
fn id(place: &Place) -> String {
    match place {
        Place::Meeting(id) => id.to_string(),
        Place::Item(_, id) => id.to_string(),
        Place::Line(_, id) => id.to_string(),
        Place::Action(id) | Place::ActionNote(id, _) => id.to_string(),
        Place::Member(id) => id.to_string(),
        Place::Organisation(id) => id.to_string(),
        Place::Point(point) | Place::Evidence(point, _) => point.to_string(),
    }
}

fn told(shell: &Shell, rows: &[Row]) -> String {
    if rows.is_empty() {
        return format!("{}\n", shell.words.cli_nothing_found());
    }
    let cells = |row: &Row| {
        let date = row.date.clone().unwrap_or_default();
        [date, row.place.clone(), row.label.clone(), row.who.clone(), row.text.replace('\n', " ")]
    };
    let rows: Vec<_> = rows.iter().map(cells).collect();
    aligned(shell.ruler(), &rows)
}
