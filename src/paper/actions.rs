//! The list of actions (宿題一覧): all, those still open, those past their day, or those of one owner.
//!
//! As a workbook of all of them it has a sheet for what is past its day and one for each organisation; as a calendar each is a to-do.
//! Never holds an action that was given off the record.

use super::{
    Content, Order, PaperError, Source, Which,
    book::{Book, Cell, Column, Sheet},
    document::Page,
    kind::Format,
    write::{ics, json},
};
use crate::{
    domain::{Action, ActionState, Council, id::OrganisationId},
    knowledge::points::card,
    text::{dates, fold::contains_folded},
};
use serde::Serialize;
use std::collections::BTreeSet;

/// One action for other programs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Entry<'a> {
    pub number: u32,
    pub text: &'a str,
    /// As they were called when it was given.
    pub owners: Vec<&'a str>,
    /// The day, where there is one yet.
    pub due: Option<String>,
    pub state: &'static str,
    pub points: Vec<&'static str>,
    /// The id of the meeting that gave it.
    pub meeting: Option<&'a str>,
}

/// A list of actions for other programs.
#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    version: u32,
    written: String,
    council: &'a str,
    actions: Vec<Entry<'a>>,
}

/// What the JSON of a list of actions says it is, and its version.
const SCHEMA: (&str, u32) = ("norishiro-actions", 1);

impl<'a> Entry<'a> {
    pub fn of(council: &Council, action: &'a Action) -> Self {
        Self {
            number: action.number,
            text: &action.text,
            owners: action.owners.iter().map(|who| who.label.as_str()).collect(),
            due: council.due_date(action).map(dates::iso),
            state: action.state.key(),
            points: action.points.iter().map(|point| point.key()).collect(),
            meeting: action.origin.as_ref().map(|origin| origin.meeting.as_str()),
        }
    }
}

/// Is an owner of the action called so, or in part: as written down, today, or by the organisation behind?
pub fn is_with(council: &Council, action: &Action, typed: &str) -> bool {
    action.owners.iter().any(|who| council.names_of(who).any(|name| contains_folded(&name, typed)))
}

/// Refuses a name that no owner of an action bears.
///
/// # Errors
/// [`PaperError::NoSuchOwner`] with the names there are.
pub fn require_owner(council: &Council, typed: &str) -> Result<(), PaperError> {
    if council.every_action().any(|action| is_with(council, action, typed)) {
        return Ok(());
    }
    let labels = council.every_action().flat_map(|action| &action.owners).map(|who| who.label.clone());
    let names: BTreeSet<String> = labels.collect();
    Err(PaperError::NoSuchOwner { typed: typed.to_owned(), names: names.into_iter().collect() })
}

pub(super) fn compose(order: &Order, source: Source) -> Result<Content, PaperError> {
    if !source.council.is_whole() {
        return Err(PaperError::NotLoaded);
    }
    if let Which::With(typed) = &order.which {
        require_owner(source.council, typed)?;
    }
    let list = List { source, which: &order.which };
    let actions = list.actions();
    Ok(match order.format {
        Format::Ics => Content::Text { text: list.calendar(&actions), preview: list.preview(&actions) },
        Format::Json => {
            let text = list.data(&actions);
            Content::Text { preview: text.clone(), text }
        }
        _ => Content::Book(list.book(&actions)),
    })
}

struct List<'a> {
    source: Source<'a>,
    which: &'a Which,
}

impl<'a> List<'a> {
    /// Those asked for, by number.
    fn actions(&self) -> Vec<&'a Action> {
        let council = self.source.council;
        let wanted = |action: &&Action| match self.which {
            Which::Open => action.state.is_open(),
            Which::All => true,
            Which::Overdue => self.is_overdue(action),
            Which::With(typed) => action.state.is_open() && is_with(council, action, typed),
        };
        let public = council.every_action().filter(|action| !council.is_off_record(action));
        let mut actions: Vec<&Action> = public.filter(wanted).collect();
        actions.sort_by_key(|action| action.number);
        actions
    }

    fn is_overdue(&self, action: &Action) -> bool {
        self.source.council.is_overdue(action, self.source.today())
    }

    fn data(&self, actions: &[&Action]) -> String {
        let council = self.source.council;
        let (schema, version) = SCHEMA;
        let actions = actions.iter().map(|action| Entry::of(council, action)).collect();
        let written = self.source.now.format("%FT%T").to_string();
        json::write(&Document { schema, version, written, council: &council.head.name, actions })
    }

    fn book(&self, actions: &[&Action]) -> Book {
        let words = self.source.words;
        let title = match self.which {
            Which::Open => words.actions_title_open().to_owned(),
            Which::All => words.kind_actions().to_owned(),
            Which::Overdue => words.actions_title_overdue().to_owned(),
            Which::With(typed) => words.actions_title_with(typed),
        };
        let mut sheets = vec![self.sheet(words.kind_actions().to_owned(), actions)];
        if *self.which == Which::All {
            let late: Vec<&Action> = actions.iter().copied().filter(|it| self.is_overdue(it)).collect();
            sheets.push(self.sheet(words.actions_view_overdue().to_owned(), &late));
            sheets.extend(self.by_organisation(actions));
        }
        Book { lang: words.lang, title, page: Page::Landscape, sheets }
    }

    /// A sheet for each organisation that has any, in the order of the roster; then what is with nobody on it, and with nobody at all.
    fn by_organisation(&self, actions: &[&Action]) -> Vec<Sheet> {
        let (council, words) = (self.source.council, self.source.words);
        let behind = |action: &Action| -> BTreeSet<OrganisationId> {
            let parties = action.owners.iter().filter_map(|who| who.party.as_ref());
            parties.filter_map(|party| council.organisation_behind(party)).map(|it| it.id.clone()).collect()
        };
        let behind: Vec<_> = actions.iter().map(|action| (*action, behind(action))).collect();
        let those = |wanted: &dyn Fn(&Action, &BTreeSet<OrganisationId>) -> bool| -> Vec<&Action> {
            behind.iter().filter(|(action, with)| wanted(action, with)).map(|(action, _)| *action).collect()
        };
        let organisations = council
            .organisations
            .iter()
            .map(|it| (it.called().to_owned(), those(&|_, with: &BTreeSet<_>| with.contains(&it.id))));
        let elsewhere = those(&|action, with| with.is_empty() && !action.owners.is_empty());
        let nobody = those(&|action, _| action.owners.is_empty());
        let rest = [(words.actions_others(), elsewhere), (words.no_owner(), nobody)];
        let groups = organisations.chain(rest.map(|(name, actions)| (name.to_owned(), actions)));
        groups
            .filter(|(_, actions)| !actions.is_empty())
            .map(|(name, actions)| self.sheet(name, &actions))
            .collect()
    }

    fn sheet(&self, name: String, actions: &[&Action]) -> Sheet {
        let Source { words, council, .. } = self.source;
        let late = actions.iter().filter(|action| self.is_overdue(action)).count();
        let day = words.date(self.source.today(), council.head.dates);
        let about = words.actions_about(&council.head.name, &day, actions.len(), late);
        let below = if actions.is_empty() { vec![words.actions_nothing().to_owned()] } else { Vec::new() };
        let rows = actions.iter().map(|action| self.row(action)).collect();
        Sheet { name, above: vec![about], columns: self.columns(), rows, below }
    }

    fn columns(&self) -> Vec<Column> {
        let words = self.source.words;
        let states = ActionState::ALL.map(|state| words.action_state(state).to_owned()).to_vec();
        vec![
            Column::new(words.column_number(), 6),
            Column::new(words.column_text(), 44),
            Column::new(words.column_owners(), 22),
            Column::new(words.column_due(), 17),
            Column { choices: states, ..Column::new(words.column_state(), 12) },
            Column::new(words.column_given_at(), 16),
            Column::new(words.actions_points(), 20),
            Column::new(words.column_latest_note(), 36),
        ]
    }

    fn row(&self, action: &Action) -> Vec<Cell> {
        let Source { words, council, .. } = self.source;
        let due = match council.due_date(action) {
            Some(day) => Cell::Day(day),
            None => Cell::text(words.due(council, action)),
        };
        vec![
            Cell::Number(action.number.into()),
            Cell::text(&action.text),
            Cell::text(words.owners(action)),
            due,
            Cell::text(words.action_state(action.state)),
            Cell::text(self.given_at(action)),
            Cell::text(self.points(action)),
            Cell::text(self.latest_note(action)),
        ]
    }

    fn given_at(&self, action: &Action) -> String {
        let origin = action.origin.as_ref();
        let meeting = origin.and_then(|origin| self.source.council.meetings.get(&origin.meeting));
        meeting.map(|meeting| self.source.words.meeting_label(meeting)).unwrap_or_default()
    }

    fn points(&self, action: &Action) -> String {
        let words = self.source.words;
        let names: Vec<&str> =
            action.points.iter().map(|point| card(*point).short.pick(words.lang)).collect();
        names.join(words.pick("・", ", "))
    }

    fn latest_note(&self, action: &Action) -> String {
        let Source { words, council, .. } = self.source;
        let note = action.notes.iter().max_by_key(|note| note.on);
        let said = |day, text: &str| words.actions_note_on(&words.date_short(day, council.head.dates), text);
        note.map(|note| said(note.on, &note.text)).unwrap_or_default()
    }

    fn calendar(&self, actions: &[&Action]) -> String {
        let Source { words, council, now, .. } = self.source;
        let todos: Vec<ics::Todo> = actions.iter().map(|action| self.todo(action)).collect();
        ics::write(&words.actions_calendar(&council.head.name), now, &todos)
    }

    fn todo(&self, action: &Action) -> ics::Todo {
        let Source { words, council, .. } = self.source;
        let head = &council.head;
        let called = if head.short.is_empty() { &head.name } else { &head.short };
        let line =
            |label: &str, text: String| (!text.is_empty()).then(|| words.actions_labelled(label, &text));
        let about = [
            line(words.column_owners(), words.owners(action)),
            line(words.column_given_at(), self.given_at(action)),
            line(words.actions_points(), self.points(action)),
            line(words.column_latest_note(), self.latest_note(action)),
            line(words.actions_reason(), action.reason.clone()),
        ];
        ics::Todo {
            uid: format!("{}@norishiro", action.id),
            summary: action.text.clone(),
            description: about.into_iter().flatten().collect::<Vec<_>>().join("\n"),
            category: called.clone(),
            due: council.due_date(action),
            state: match action.state {
                ActionState::Open => ics::State::NeedsAction,
                ActionState::InProgress | ActionState::Waiting => ics::State::InProcess,
                ActionState::Done => ics::State::Completed,
                ActionState::Dropped => ics::State::Cancelled,
            },
        }
    }

    /// The to-dos as they stand in a calendar: the day, and what is to be done.
    fn preview(&self, actions: &[&Action]) -> String {
        let Source { words, council, .. } = self.source;
        let line = |action: &&Action| {
            let due = words.due_short(council, action);
            words.actions_todo(&due, &action.text.replace('\n', " "), &words.owners(action)) + "\n"
        };
        words.actions_calendar(&council.head.name) + "\n\n" + &actions.iter().map(line).collect::<String>()
    }
}
