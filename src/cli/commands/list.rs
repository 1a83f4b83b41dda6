//! `norishiro list`: the councils of the home.

use crate::{
    cli::{answer::Answer, failure::Failure, shell::Shell, table::aligned},
    store::Summary,
    words::Words,
};
use serde::Serialize;

#[derive(Serialize)]
struct Row {
    slug: String,
    name: String,
    kind: &'static str,
    meetings: usize,
    open_actions: usize,
}

/// Lists what can be read; what cannot is told on the side, and makes the answer a failed one.
pub fn run(shell: &Shell, json: bool) -> Result<Answer, Failure> {
    let mut notes = Vec::new();
    let mut councils = Vec::new();
    for listed in shell.home.list()? {
        match listed.summary {
            Ok(summary) => councils.push((listed.slug, summary)),
            Err(problem) => notes.push(Failure::Problem(problem).message(shell.words, shell.ruler())),
        }
    }
    let answer = if json {
        Answer::json(&councils.into_iter().map(row).collect::<Vec<_>>())
    } else if councils.is_empty() && notes.is_empty() {
        Answer::text(shell.words.cli_no_councils(&shell.home.root().display().to_string()) + "\n")
    } else {
        Answer::text(table(shell, &councils))
    };
    Ok(Answer { found: !notes.is_empty(), notes, ..answer })
}

fn row((slug, it): (String, Summary)) -> Row {
    Row { slug, name: it.name, kind: it.kind.key(), meetings: it.meetings, open_actions: it.open_actions }
}

fn table(shell: &Shell, councils: &[(String, Summary)]) -> String {
    let words: Words = shell.words;
    let head = [
        words.col_slug(),
        words.col_name(),
        words.col_kind(),
        words.col_meetings(),
        words.col_open_actions(),
    ];
    let rows = councils.iter().map(|(slug, it)| {
        let kind = words.council_kind_short(it.kind).to_owned();
        [slug.clone(), it.name.clone(), kind, it.meetings.to_string(), it.open_actions.to_string()]
    });
    let rows: Vec<_> = std::iter::once(head.map(str::to_owned)).chain(rows).collect();
    aligned(shell.ruler(), &rows)
}
