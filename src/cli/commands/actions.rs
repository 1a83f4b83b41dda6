//! `norishiro actions`: the actions of a council, all or those asked for.

use crate::{
    cli::{answer::Answer, args::Actions, failure::Failure, shell::Shell, table::aligned},
    domain::{Action, Council, Unread, Who},
    text::{dates, fold::contains_folded},
};
use serde::Serialize;
use std::collections::BTreeSet;

#[derive(Serialize)]
struct Row<'a> {
    number: u32,
    text: &'a str,
    owners: Vec<&'a str>,
    due: Option<String>,
    state: &'static str,
    points: Vec<&'static str>,
    meeting: Option<&'a str>,
}

pub fn run(shell: &Shell, asked: &Actions) -> Result<Answer, Failure> {
    let mut open = shell.open(&asked.council)?;
    // What is open stands on the list; whoever owns an action may own one of long ago.
    if asked.owner.is_some() || !(asked.open || asked.overdue) {
        let shelves = open.council().unread_shelves().collect();
        open.read(&Unread { shelves, ..Unread::default() })?;
    }
    let council = open.council();
    if let Some(typed) = &asked.owner {
        require_owner(council, typed)?;
    }
    let wanted = |action: &&Action| {
        let state = match asked {
            Actions { open: true, .. } => action.state.is_open(),
            Actions { overdue: true, .. } => council.is_overdue(action, shell.today()),
            Actions { done_since_last: true, .. } => council.is_done_since_last(action),
            _ => true,
        };
        state && asked.owner.as_ref().is_none_or(|typed| is_with(council, action, typed))
    };
    let mut actions: Vec<&Action> = council.every_action().filter(wanted).collect();
    actions.sort_by_key(|action| action.number);
    let rows: Vec<Row> = actions.iter().map(|action| row(council, action)).collect();
    Ok(Answer::either(asked.json.json, &rows, || told(shell, council, &actions)))
}

/// What an owner is called: as written down, today, and by the organisation behind.
fn names<'a>(council: &'a Council, who: &'a Who) -> impl Iterator<Item = String> + use<'a> {
    let today = who.party.as_ref().and_then(|party| council.party_label(party));
    let behind = who.party.as_ref().and_then(|party| council.organisation_behind(party));
    let behind = behind.into_iter().flat_map(|it| [it.name.clone(), it.short.clone()]);
    std::iter::once(who.label.clone()).chain(today).chain(behind).filter(|name| !name.is_empty())
}

fn is_with(council: &Council, action: &Action, typed: &str) -> bool {
    action.owners.iter().any(|who| names(council, who).any(|name| contains_folded(&name, typed)))
}

fn require_owner(council: &Council, typed: &str) -> Result<(), Failure> {
    if council.every_action().any(|action| is_with(council, action, typed)) {
        return Ok(());
    }
    let labels = council.every_action().flat_map(|action| &action.owners).map(|who| who.label.clone());
    let names: BTreeSet<String> = labels.collect();
    Err(Failure::NoSuchOwner { typed: typed.to_owned(), names: names.into_iter().collect() })
}

fn row<'a>(council: &Council, action: &'a Action) -> Row<'a> {
    Row {
        number: action.number,
        text: &action.text,
        owners: action.owners.iter().map(|who| who.label.as_str()).collect(),
        due: council.due_date(action).map(dates::iso),
        state: action.state.key(),
        points: action.points.iter().map(|point| point.key()).collect(),
        meeting: action.origin.as_ref().map(|origin| origin.meeting.as_str()),
    }
}

fn told(shell: &Shell, council: &Council, actions: &[&Action]) -> String {
    let words = shell.words;
    if actions.is_empty() {
        return format!("{}\n", words.cli_no_actions());
    }
    let head = [words.col_number(), words.col_state(), words.col_due(), words.col_owners(), words.col_text()];
    let rows = actions.iter().map(|action| {
        let overdue = council.is_overdue(action, shell.today());
        let due = words.due_short(council, action);
        [
            action.number.to_string(),
            words.action_state(action.state).to_owned(),
            if overdue { words.cli_overdue(&due) } else { due },
            words.owners(action),
            action.text.replace('\n', " "),
        ]
    });
    let rows: Vec<_> = std::iter::once(head.map(str::to_owned)).chain(rows).collect();
    aligned(shell.ruler(), &rows)
}
