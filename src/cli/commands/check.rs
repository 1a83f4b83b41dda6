//! `norishiro check`: what is wrong in the files of one council, or of all, after mending what can be proven where that is asked.

use crate::{
    cli::{answer::Answer, args::Check, failure::Failure, shell::Shell},
    store::{self, Finding, FindingKind, Problem},
    text::clean::shown_line,
    words::SaidFinding,
};
use serde::Serialize;

#[derive(Serialize)]
struct Row {
    file: String,
    line: usize,
    column: usize,
    problem: String,
    hint: String,
    /// Worth a look, and no mistake in the files.
    warning: bool,
}

/// Found something that is wrong: exit code 1.
pub fn run(shell: &Shell, asked: &Check) -> Result<Answer, Failure> {
    let notes = match &asked.council {
        Some(slug) if asked.repair => repair(shell, slug)?,
        _ => Vec::new(),
    };
    let findings = store::check(&shell.home, asked.council.as_deref());
    if let [Finding { kind: FindingKind::Problem(problem @ Problem::NoSuchCouncil { .. }), .. }] =
        findings.as_slice()
    {
        return Err(Failure::Problem(problem.clone()));
    }
    let rows: Vec<Row> = findings.iter().map(|finding| row(shell, finding)).collect();
    let answer = Answer::either(asked.json.json, &rows, || told(shell, &rows));
    Ok(Answer { notes, found: rows.iter().any(|row| !row.warning), ..answer })
}

/// What was mended, in words.
fn repair(shell: &Shell, slug: &str) -> Result<Vec<String>, Failure> {
    let repair = shell.home.repair(slug, &shell.writer())?;
    let mut said: Vec<String> = repair.mended.iter().map(|it| shell.words.mended(it)).collect();
    if said.is_empty() {
        said.push(shell.words.repair_nothing().to_owned());
    }
    said.push(shell.words.repair_backup(&repair.backup.display().to_string()));
    Ok(said)
}

fn row(shell: &Shell, finding: &Finding) -> Row {
    let SaidFinding { problem, hint } = shell.words.finding(finding);
    let file = finding.file.display().to_string();
    let warning = finding.kind.is_warning();
    Row { file, line: finding.line, column: finding.column, problem, hint, warning }
}

/// A finding in two lines: what is wrong where, and what to do.
pub fn said(shell: &Shell, finding: &Finding) -> String {
    said_of(shell, &row(shell, finding))
}

fn told(shell: &Shell, rows: &[Row]) -> String {
    if rows.is_empty() {
        return format!("{}\n", shell.words.cli_nothing_wrong());
    }
    rows.iter().map(|row| said_of(shell, row) + "\n").collect()
}

fn said_of(shell: &Shell, row: &Row) -> String {
    let problem = if row.warning { shell.words.cli_worth_a_look(&row.problem) } else { row.problem.clone() };
    let what = format!("{}:{}:{}: {problem}", row.file, row.line, row.column);
    format!("{}\n{}", shown_line(&what), shell.words.cli_next(&shown_line(&row.hint)))
}
