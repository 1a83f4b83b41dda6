//! `norishiro import roster`: a table of members from a spreadsheet, taken in as one change.

use crate::{
    cli::{answer::Answer, args::Roster, failure::Failure, input, roster_table, shell::Shell},
    domain::decide::import::{self, Imported},
    text::fold::fold,
};
use serde::Serialize;

#[derive(Serialize)]
struct Document {
    added: usize,
    changed: usize,
    unchanged: usize,
    refused: Vec<RefusedLine>,
}

#[derive(Serialize)]
struct RefusedLine {
    line: usize,
    why: String,
}

/// Refused lines make the exit code 1; the others are taken all the same.
pub fn roster(shell: &Shell, asked: &Roster) -> Result<Answer, Failure> {
    let mut open = shell.open(&asked.council)?;
    let text = input::read(&asked.file)?;
    let table = roster_table::read(&text)
        .ok_or_else(|| Failure::NoHeadings { path: asked.file.display().to_string() })?;
    input::require_at_most(roster_table::MOST_ROWS, table.rows.len() + table.refused.len())?;
    let mut imported = import::roster(open.history.council(), &table.rows, fold, &mut open.mint);
    imported.refused.extend(table.refused);
    imported.refused.sort_by_key(|refused| refused.line);
    if !asked.dry_run {
        open.commit(std::mem::take(&mut imported.edits))?;
    }
    let document = document(shell, &imported);
    let answer = Answer::either(asked.json.json, &document, || told(shell, &document, asked.dry_run));
    let notes = if table.unknown.is_empty() {
        Vec::new()
    } else {
        vec![shell.words.import_passed_over(&table.unknown.join(shell.words.pick("、", ", ")))]
    };
    Ok(Answer { notes, found: !document.refused.is_empty(), ..answer })
}

fn document(shell: &Shell, imported: &Imported) -> Document {
    let refused = imported.refused.iter();
    Document {
        added: imported.added,
        changed: imported.changed,
        unchanged: imported.unchanged,
        refused: refused
            .map(|it| RefusedLine { line: it.line, why: shell.words.import_refused(&it.why) })
            .collect(),
    }
}

fn told(shell: &Shell, document: &Document, dry_run: bool) -> String {
    let words = shell.words;
    let Document { added, changed, unchanged, refused } = document;
    let mut text = words.import_counts(*added, *changed, *unchanged, refused.len()) + "\n";
    for RefusedLine { line, why } in refused {
        text += &format!("  {}\n", words.cli_warning(*line, why));
    }
    if dry_run { text + words.import_dry() + "\n" } else { text }
}
