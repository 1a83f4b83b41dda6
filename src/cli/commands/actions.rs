//! `norishiro actions`: the actions of a council, all or those asked for, on the screen or as a paper.

use crate::{
    cli::{answer::Answer, args::Actions, commands::paper, failure::Failure, shell::Shell, table::aligned},
    domain::{Action, Council, Unread},
    paper::{Entry, Format, Kind, Order, Which, is_with, require_owner},
};
use clap::error::{ContextKind, ContextValue, ErrorKind};

pub fn run(shell: &Shell, asked: &Actions) -> Result<Answer, Failure> {
    let mut open = shell.open(&asked.council)?;
    if let Some(format) = asked.format {
        return paper::make(
            shell,
            &mut open,
            &order(asked, format)?,
            asked.output.as_deref(),
            asked.overwrite,
        );
    }
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
    let rows: Vec<Entry> = actions.iter().map(|action| Entry::of(council, action)).collect();
    Ok(Answer::either(asked.json.json, &rows, || told(shell, council, &actions)))
}

/// The paper that is asked for: with a name, what is open with whoever bears it.
fn order(asked: &Actions, format: Format) -> Result<Order, Failure> {
    let which = match asked {
        Actions { overdue: true, owner: Some(_), .. } => return Err(Failure::Usage(Box::new(conflict()))),
        Actions { owner: Some(name), .. } => Which::With(name.clone()),
        Actions { open: true, .. } => Which::Open,
        Actions { overdue: true, .. } => Which::Overdue,
        _ => Which::All,
    };
    Ok(Order { format, which, ..Order::new(Kind::Actions) })
}

/// A paper is of what is overdue or of one owner.
fn conflict() -> clap::Error {
    let mut error = clap::Error::new(ErrorKind::ArgumentConflict);
    error.insert(ContextKind::InvalidArg, ContextValue::String("--owner <NAME>".to_owned()));
    error.insert(ContextKind::PriorArg, ContextValue::String("--overdue".to_owned()));
    error
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
