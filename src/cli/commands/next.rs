//! `norishiro next`: what the next agenda could take up, with its reasons, and taking one of them up.

use crate::{
    app::view::board::title_of,
    cli::{
        answer::Answer,
        args::Next,
        failure::Failure,
        shell::{OpenCouncil, Shell},
        table::aligned,
    },
    domain::{Council, Suggestion, decide::suggestions},
};
use serde::Serialize;

#[derive(Serialize)]
struct Document {
    /// The id of the meeting that an item would go to.
    meeting: Option<String>,
    suggestions: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    /// From 1, for `--accept`.
    number: usize,
    /// Stable while it is suggested: a kind and what it is about.
    topic: String,
    title: String,
    reason: String,
    minutes: u32,
    points: Vec<&'static str>,
}

pub fn run(shell: &Shell, asked: &Next) -> Result<Answer, Failure> {
    let mut open = shell.open(&asked.council)?;
    let unread = open.council().unread_for_suggestions(shell.today());
    open.read(&unread)?;
    let found = suggested(shell, open.council());
    if let Some(number) = asked.accept {
        return accept(shell, &mut open, &found, number, asked.json.json);
    }
    let council = open.council();
    let document = Document {
        meeting: council.next_planned().map(|next| next.id.to_string()),
        suggestions: (1..).zip(&found).map(|(number, it)| row(shell, council, number, it)).collect(),
    };
    Ok(Answer::either(asked.json.json, &document, || told(shell, council, &found)))
}

fn suggested(shell: &Shell, council: &Council) -> Vec<Suggestion> {
    shell.words.suggestions(council, shell.today(), |point| title_of(shell.words, point))
}

fn row(shell: &Shell, council: &Council, number: usize, it: &Suggestion) -> Row {
    Row {
        number,
        topic: it.reason.topic(),
        title: it.title.clone(),
        reason: shell.words.reason(council, &it.reason),
        minutes: it.minutes,
        points: it.points.iter().map(|point| point.key()).collect(),
    }
}

fn told(shell: &Shell, council: &Council, found: &[Suggestion]) -> String {
    let words = shell.words;
    if found.is_empty() {
        return format!("{}\n", words.cli_no_suggestions());
    }
    let rows = (1_usize..).zip(found).map(|(number, it)| {
        let points: Vec<String> = it.points.iter().map(|point| point.number().to_string()).collect();
        [number.to_string(), it.title.clone(), points.join(" "), words.reason(council, &it.reason)]
    });
    aligned(shell.ruler(), &rows.collect::<Vec<_>>())
}

/// Puts the numbered one on the next agenda, and says so.
fn accept(
    shell: &Shell,
    open: &mut OpenCouncil,
    found: &[Suggestion],
    number: usize,
    json: bool,
) -> Result<Answer, Failure> {
    let chosen = number.checked_sub(1).and_then(|at| found.get(at));
    let it = chosen.ok_or(Failure::NoSuchSuggestion { number, count: found.len() })?;
    let next = open.council().next_planned().ok_or(Failure::NoNextMeeting)?;
    let (id, label) = (next.id.clone(), shell.words.meeting_label(next));
    let accepted = row(shell, open.council(), number, it);
    let edits = open.decide(|council, _, mint| suggestions::accept(council, &id, it, mint))?;
    open.commit(edits)?;
    Ok(Answer::either(json, &accepted, || format!("{}\n", shell.words.cli_accepted(&it.title, &label))))
}
