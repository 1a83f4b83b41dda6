//! `norishiro history`: who changed what and when, and the council as it was at a time. Changes nothing of the council.

use crate::{
    cli::{answer::Answer, args::History as Asked, failure::Failure, settings, shell::Shell, table::aligned},
    domain::{
        Action, Body, Change, Council, Edit, Head, Line, List, ListEdit, Meeting, Member, Organisation,
        PointRecord, Record as _, Role, id::LineId,
    },
    store::{Home, earlier},
    text::{clean::shown_line, dates::parse_date, fold::contains_folded},
    words::Words,
};
use chrono::{NaiveDateTime, NaiveTime};
use serde::Serialize;
use std::{
    collections::{BTreeMap, HashSet},
    path::Path,
};

#[derive(Serialize)]
struct Row<'a> {
    seq: u64,
    at: NaiveDateTime,
    by: &'a str,
    what: String,
}

pub fn run(shell: &Shell, asked: &Asked) -> Result<Answer, Failure> {
    match &asked.at {
        Some(typed) => as_it_was(shell, asked, moment(shell, typed)?),
        None => changes(shell, asked),
    }
}

fn changes(shell: &Shell, asked: &Asked) -> Result<Answer, Failure> {
    let words = shell.words;
    let mut log = shell.home.history(&asked.council)?;
    hide_private(&mut log.changes);
    let rows: Vec<Row> = log
        .changes
        .iter()
        .filter_map(|change| {
            let what = match &asked.record {
                Some(typed) => touching(words, change, typed)?,
                None => words.change(change),
            };
            Some(Row { seq: change.seq, at: change.at, by: &change.by, what })
        })
        .collect();
    let notes = log.gaps.iter().map(|gap| words.history_gap(gap.after, gap.before)).collect();
    Ok(Answer { notes, ..Answer::either(asked.json.json, &rows, || table(shell, &rows)) })
}

/// A line that was off the record at any time is so in every change of it.
fn hide_private(changes: &mut [Change]) {
    fn lines(changes: &mut [Change]) -> impl Iterator<Item = &mut Line> {
        changes.iter_mut().flat_map(|change| &mut change.edits).flat_map(|edit| match edit {
            Edit::Line(_, ListEdit::Replace { old, new }) => vec![old, new],
            Edit::Line(_, ListEdit::Insert { new: line, .. })
            | Edit::Line(_, ListEdit::Remove { old: line, .. })
            | Edit::Line(_, ListEdit::Move { record: line, .. }) => vec![line],
            _ => Vec::new(),
        })
    }
    let private: HashSet<LineId> =
        lines(changes).filter(|line| line.private).map(|line| line.id.clone()).collect();
    lines(changes).filter(|line| private.contains(&line.id)).for_each(|line| line.private = true);
}

fn table(shell: &Shell, rows: &[Row]) -> String {
    let words = shell.words;
    if rows.is_empty() {
        return format!("{}\n", words.history_none());
    }
    let head = [words.col_when(), words.col_who(), words.col_what()].map(str::to_owned);
    let row = |row: &Row| [time(row.at), shown_line(row.by), shown_line(&row.what)];
    aligned(shell.ruler(), &std::iter::once(head).chain(rows.iter().map(row)).collect::<Vec<_>>())
}

fn time(at: NaiveDateTime) -> String {
    at.format("%Y-%m-%d %H:%M:%S").to_string()
}

/// What a change did to the record that is meant; `None` when it did not touch it.
fn touching(words: Words, change: &Change, typed: &str) -> Option<String> {
    let said: Vec<String> = change
        .edits
        .iter()
        .filter(|edit| is_about(words, edit, typed))
        .map(|edit| words.edit(edit))
        .collect();
    (!said.is_empty()).then(|| said.join(words.pick("、", ", ")))
}

/// A number is that of an action; anything else an id, or part of what the record is called.
fn is_about(words: Words, edit: &Edit, typed: &str) -> bool {
    match (edit, typed.parse::<u32>()) {
        (Edit::Action(edit) | Edit::Shelf(_, edit), Ok(number)) => edit.record().number == number,
        (_, Ok(_)) => false,
        _ => id(edit) == typed || contains_folded(&words.record(edit), typed),
    }
}

fn id(edit: &Edit) -> String {
    match edit {
        Edit::Head { .. } => "council".to_owned(),
        Edit::Organisation(edit) => edit.record().id().to_string(),
        Edit::Member(edit) => edit.record().id().to_string(),
        Edit::Role(edit) => edit.record().id().to_string(),
        Edit::Indicator(edit) => edit.record().id().to_string(),
        Edit::Assessment(edit) => edit.record().id().to_string(),
        Edit::SheetRow(edit) => edit.record().id().to_string(),
        Edit::Escalation(edit) => edit.record().id().to_string(),
        Edit::Action(edit) | Edit::Shelf(_, edit) => edit.record().id().to_string(),
        Edit::Point(edit) => edit.record().id().to_string(),
        Edit::Meeting(edit) => edit.record().id().to_string(),
        Edit::Item(_, edit) => edit.record().id().to_string(),
        Edit::Attendance(_, edit) => edit.record().id().to_string(),
        Edit::Line(_, edit) => edit.record().id().to_string(),
        Edit::Turn(_, edit) => edit.record().id().to_string(),
        Edit::Waiting(_, edit) => edit.record().id().to_string(),
    }
}

/// A moment, or the end of a day.
fn moment(shell: &Shell, typed: &str) -> Result<NaiveDateTime, Failure> {
    // As the list of changes writes it, too.
    settings::moment(&typed.trim().replacen(' ', "T", 1)).or_else(|_| {
        let day = parse_date(typed, shell.today());
        let day = day.map_err(|why| Failure::NotADate { typed: typed.to_owned(), why })?;
        let end = NaiveTime::from_hms_opt(23, 59, 59).unwrap_or(NaiveTime::MIN);
        Ok(day.and_time(end))
    })
}

fn as_it_was(shell: &Shell, asked: &Asked, at: NaiveDateTime) -> Result<Answer, Failure> {
    let log = shell.home.history(&asked.council)?;
    let mut open = shell.open(&asked.council)?;
    open.read(&open.council().unread())?;
    let council = earlier(open.council(), &log, at).map_err(Failure::NotKept)?;
    let shown = without_private(council.clone());
    let answer = Answer::either(asked.json.json, &Whole::of(&shown), || summary(shell.words, &council, at));
    match &asked.output {
        Some(folder) => Ok(Answer { notes: vec![write(shell, asked, &council, folder)?], ..answer }),
        None => Ok(answer),
    }
}

/// What was said off the record is told to nobody.
fn without_private(mut council: Council) -> Council {
    for body in council.bodies.values_mut() {
        let lines: Vec<Line> = body.lines.iter().filter(|line| !line.private).cloned().collect();
        body.lines = lines.into();
    }
    council
}

/// Writes the state to a home of its own; one that holds a council of this name is left as it is.
fn write(shell: &Shell, asked: &Asked, council: &Council, folder: &Path) -> Result<String, Failure> {
    Home::at(folder).create(&asked.council, council)?;
    Ok(shell.words.history_written(&folder.display().to_string(), &asked.council))
}

fn summary(words: Words, council: &Council, at: NaiveDateTime) -> String {
    let open = council.open_actions().count();
    let mut lines = vec![
        words.history_as_of(&council.head.name, &time(at)),
        words.history_members(council.members.len()),
        words.history_open_actions(open),
    ];
    lines.extend(council.meetings_by_date().into_iter().map(|meeting| {
        let count = council.body(&meeting.id).map_or(0, |body| body.lines.len());
        format!("  {}  {}", words.meeting_label(meeting), words.history_lines(count))
    }));
    lines.iter().map(|line| shown_line(line) + "\n").collect()
}

/// Everything of a council.
#[derive(Serialize)]
struct Whole<'a> {
    head: &'a Head,
    organisations: &'a List<Organisation>,
    members: &'a List<Member>,
    roles: &'a List<Role>,
    actions: &'a List<Action>,
    points: &'a List<PointRecord>,
    meetings: Vec<(&'a Meeting, Option<&'a Body>)>,
    shelves: &'a BTreeMap<i32, Option<List<Action>>>,
}

impl<'a> Whole<'a> {
    fn of(council: &'a Council) -> Self {
        Self {
            head: &council.head,
            organisations: &council.organisations,
            members: &council.members,
            roles: &council.roles,
            actions: &council.actions,
            points: &council.points,
            meetings: council.meetings.iter().map(|it| (it, council.body(&it.id))).collect(),
            shelves: &council.shelves,
        }
    }
}
