//! `norishiro import`: rosters, actions, sheets and minutes kept elsewhere, taken in as one change. Where a line is refused, nothing is
//! taken in unless the others are asked for.

use crate::{
    cli::{
        answer::Answer,
        args::{Elsewhere, FilledIn, Import, Table, TypedElsewhere},
        commands::import_council,
        failure::Failure,
        input,
        shell::{OpenCouncil, Shell},
    },
    domain::{
        Council,
        decide::import::{Fate, Imported, Refused, Taken},
    },
    intake::{self, Kind, Map, NoPlan, Plan, Wanted},
    text::dates::parse_fiscal_year,
    words::intake::Changed,
};
use serde::Serialize;

#[derive(Serialize)]
struct Document {
    added: usize,
    changed: usize,
    unchanged: usize,
    rows: Vec<Row>,
    refused: Vec<RefusedLine>,
    /// Was it taken in?
    taken: bool,
}

#[derive(Serialize)]
struct Row {
    line: usize,
    what: String,
    fate: &'static str,
    changes: Vec<Change>,
    /// Where a line of minutes leads.
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

#[derive(Serialize)]
struct Change {
    field: &'static str,
    before: String,
    after: String,
}

#[derive(Serialize)]
struct RefusedLine {
    line: usize,
    why: String,
}

pub fn run(shell: &Shell, asked: &Import) -> Result<Answer, Failure> {
    match asked {
        Import::Roster(table) => of_table(shell, Kind::Roster, table),
        Import::Actions(table) => of_table(shell, Kind::Actions, table),
        Import::Sheet(asked) => sheet(shell, asked),
        Import::Minutes(asked) => minutes(shell, asked),
        Import::Council(asked) => import_council::run(shell, asked),
    }
}

fn of_table(shell: &Shell, kind: Kind, table: &Table) -> Result<Answer, Failure> {
    let open = shell.open(&table.list.council)?;
    let wanted = wanted(&open, kind, &table.maps)?;
    take_in(shell, open, &wanted, &table.list)
}

fn sheet(shell: &Shell, asked: &FilledIn) -> Result<Answer, Failure> {
    let open = shell.open(&asked.table.list.council)?;
    let mut wanted = wanted(&open, Kind::Sheet, &asked.table.maps)?;
    wanted.empties = asked.empties;
    if let Some(typed) = &asked.year {
        wanted.year = parse_fiscal_year(typed).ok_or_else(|| Failure::NotAYear(typed.clone()))?;
    }
    take_in(shell, open, &wanted, &asked.table.list)
}

fn minutes(shell: &Shell, asked: &TypedElsewhere) -> Result<Answer, Failure> {
    let mut open = shell.open(&asked.list.council)?;
    let mut wanted = wanted(&open, Kind::Minutes, &[])?;
    let meeting = match &asked.meeting {
        Some(typed) => Some(open.meeting(typed)?),
        None => open.council().running().or_else(|| open.council().meeting_at_hand(shell.today())),
    };
    wanted.meeting = meeting.map(|meeting| meeting.id.clone());
    if let Some(meeting) = &wanted.meeting {
        open.read_meeting(meeting)?;
    }
    take_in(shell, open, &wanted, &asked.list)
}

fn wanted(open: &OpenCouncil, kind: Kind, maps: &[String]) -> Result<Wanted, Failure> {
    let read = |typed: &String| {
        Map::read(kind, typed).ok_or_else(|| Failure::NotAMap { typed: typed.clone(), kind })
    };
    Ok(Wanted {
        kind,
        maps: maps.iter().map(read).collect::<Result<_, _>>()?,
        meeting: None,
        year: open.council().fiscal_year(open.now.date()),
        empties: false,
        now: open.now,
    })
}

fn take_in(
    shell: &Shell,
    mut open: OpenCouncil,
    wanted: &Wanted,
    asked: &Elsewhere,
) -> Result<Answer, Failure> {
    let path = || asked.file.display().to_string();
    let failed = |why| Failure::NoIntake { path: path(), kind: wanted.kind, why };
    let bytes = input::bytes(&asked.file)?;
    let material = intake::read(wanted.kind, &bytes).map_err(|why| failed(NoPlan::Unread(why)))?;
    if wanted.kind == Kind::Actions {
        open.read(&open.council().unread())?;
    }
    let plan = intake::plan(&material, wanted, open.history.council(), &mut open.mint);
    let Plan { headings, imported } = plan.map_err(failed)?;
    let taken = !asked.dry_run && (imported.refused.is_empty() || asked.rest);
    let document = document(shell, open.council(), &imported, taken);
    let is_refused = !imported.refused.is_empty() && !asked.rest;
    if taken && !imported.edits.is_empty() {
        open.commit(imported.edits)?;
    }
    let passed: Vec<&str> = headings.iter().flat_map(|it| it.passed_over()).collect();
    let mut notes = Vec::new();
    if !passed.is_empty() {
        notes.push(shell.words.intake_passed_over(&passed.join(shell.words.pick("、", ", "))));
    }
    if is_refused && !asked.dry_run {
        notes.extend([shell.words.intake_nothing_taken(), shell.words.intake_rest_next()].map(str::to_owned));
    }
    let answer =
        Answer::either(asked.json.json, &document, || told(shell, &document, &path(), asked.dry_run));
    Ok(Answer { notes, found: is_refused, ..answer })
}

fn document(shell: &Shell, council: &Council, imported: &Imported, taken: bool) -> Document {
    let mut after = council.clone();
    // They were made for this council, one after the other.
    let fits = after.apply_all(&imported.edits).is_ok();
    let row = |it: &Taken| {
        let edits = &imported.edits[it.edits.clone()];
        let changes = if fits { shell.words.intake_changes(council, &after, edits) } else { Vec::new() };
        let change = |Changed { label, before, after, .. }| Change { field: label, before, after };
        Row {
            line: it.line,
            what: it.what.clone(),
            fate: key(it.fate),
            changes: changes.into_iter().filter(|_| it.fate == Fate::Changed).map(change).collect(),
            note: shell.words.intake_aside(it),
        }
    };
    let refused = |it: &Refused| RefusedLine { line: it.line, why: shell.words.intake_refused(&it.why) };
    Document {
        added: imported.count(Fate::Added),
        changed: imported.count(Fate::Changed),
        unchanged: imported.count(Fate::Left),
        rows: imported.rows.iter().map(row).collect(),
        refused: imported.refused.iter().map(refused).collect(),
        taken,
    }
}

const fn key(fate: Fate) -> &'static str {
    match fate {
        Fate::Added => "added",
        Fate::Changed => "changed",
        Fate::Left => "unchanged",
    }
}

fn told(shell: &Shell, document: &Document, path: &str, dry_run: bool) -> String {
    let words = shell.words;
    let Document { added, changed, unchanged, rows, refused, .. } = document;
    let mut text = words.intake_counts(*added, *changed, *unchanged, refused.len()) + "\n";
    for row in rows.iter().filter(|row| row.fate != key(Fate::Left) || row.note.is_some()) {
        let sign = match row.fate {
            "added" => "＋",
            "changed" => "→",
            _ => "・",
        };
        let note = row.note.as_ref().map(|note| format!("  {note}")).unwrap_or_default();
        text += &format!("  {sign} {}  {}{note}\n", words.intake_line(row.line), row.what);
        for Change { field, before, after } in &row.changes {
            text += &format!("      {}\n", words.intake_change(field, before, after));
        }
    }
    for RefusedLine { line, why } in refused {
        text += &format!("  ✗ {}  {why}\n", words.intake_at(path, *line));
    }
    if dry_run { text + words.intake_dry() + "\n" } else { text }
}
