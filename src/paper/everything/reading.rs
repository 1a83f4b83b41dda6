//! A document back into a council: what is not of the schema is refused with the place it stands at, and nothing is guessed.

use super::{Document, SCHEMA, Shelf, VERSION, Whole, WholeMeeting};
use crate::{
    domain::{Council, List, Meeting, PointRecord, Record, council::is_slug},
    words::Words,
};
use serde::Deserialize;
use serde_json::error::Category;
use std::fmt::Display;

/// Why a document makes no council.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is no JSON from here on.
    NotJson { line: usize, column: usize },
    /// It does not say that it is a council of ours.
    NotOurs,
    /// A newer program wrote it.
    Newer { version: u32 },
    /// Something else than belongs there.
    Unexpected { path: String, what: Unexpected },
    /// An id, a point or a year stands twice in one list.
    Twice { path: String, id: String },
    /// A meeting is kept under its id, and this is no name for a file.
    MeetingId(String),
}

/// What is wrong at a place. Names and descriptions of values are those of JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unexpected {
    Missing(String),
    Unknown(String),
    Value { found: String, expected: String },
    Other(String),
}

/// What a document says it is, whatever else is in it.
#[derive(Deserialize)]
struct Stamp {
    #[serde(default)]
    schema: String,
    #[serde(default)]
    version: u32,
}

/// The council in a document of this schema.
///
/// # Errors
/// [`Unreadable`], with the place. Links are not looked after: that is checked once the council has files.
pub fn read(text: &str) -> Result<Council, Unreadable> {
    let stamp = serde_json::from_str::<Stamp>(text).map_err(|error| match error.classify() {
        Category::Data => Unreadable::NotOurs,
        _ => Unreadable::NotJson { line: error.line(), column: error.column() },
    })?;
    if stamp.schema != SCHEMA || stamp.version == 0 {
        return Err(Unreadable::NotOurs);
    }
    if stamp.version > VERSION {
        return Err(Unreadable::Newer { version: stamp.version });
    }
    let mut reader = serde_json::Deserializer::from_str(text);
    let document: Document = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let path = error.path().to_string();
        Unreadable::Unexpected { path, what: Unexpected::told(&error.into_inner()) }
    })?;
    let whole = document.council;
    require_once(&whole)?;
    council(whole)
}

/// Nothing stands twice in any list.
fn require_once(whole: &Whole) -> Result<(), Unreadable> {
    let heads: List<Meeting> =
        whole.meetings.iter().map(|it| it.head.as_ref().clone()).collect::<Vec<_>>().into();
    once("organisations", &whole.organisations)?;
    once("members", &whole.members)?;
    once("roles", &whole.roles)?;
    once("actions", &whole.actions)?;
    once("points", &whole.points)?;
    once("indicators", &whole.indicators)?;
    once("assessments", &whole.assessments)?;
    once("sheet", &whole.sheet)?;
    once("escalations", &whole.escalations)?;
    once("meetings", &heads)?;
    for (at, WholeMeeting { body, .. }) in whole.meetings.iter().enumerate() {
        let path = |list: &str| format!("meetings[{at}].body.{list}");
        once(&path("items"), &body.items)?;
        once(&path("attendance"), &body.attendance)?;
        once(&path("lines"), &body.lines)?;
        once(&path("turns"), &body.turns)?;
        once(&path("queue"), &body.queue)?;
    }
    whole
        .shelves
        .iter()
        .enumerate()
        .try_for_each(|(at, it)| once(&format!("shelves[{at}].actions"), &it.actions))
}

fn once<T: Record>(list: &str, records: &List<T>) -> Result<(), Unreadable> {
    match records.repeated() {
        Some(id) => Err(Unreadable::twice(list, id)),
        None => Ok(()),
    }
}

fn council(whole: Whole) -> Result<Council, Unreadable> {
    let mut council = Council {
        organisations: whole.organisations.into_owned(),
        members: whole.members.into_owned(),
        roles: whole.roles.into_owned(),
        actions: whole.actions.into_owned(),
        points: PointRecord::all_ten(&whole.points),
        indicators: whole.indicators.into_owned(),
        assessments: whole.assessments.into_owned(),
        sheet: whole.sheet.into_owned(),
        escalations: whole.escalations.into_owned(),
        ..Council::new(whole.head.into_owned())
    };
    let mut heads = Vec::new();
    for WholeMeeting { head, body } in whole.meetings {
        if !is_slug(head.id.as_str()) {
            return Err(Unreadable::MeetingId(head.id.0.clone()));
        }
        council.bodies.insert(head.id.clone(), body.into_owned());
        heads.push(head.into_owned());
    }
    council.meetings = heads.into();
    for Shelf { fiscal_year, actions } in whole.shelves.into_iter().filter(|it| !it.actions.is_empty()) {
        if council.shelves.insert(fiscal_year, Some(actions.into_owned())).is_some() {
            return Err(Unreadable::twice("shelves", &fiscal_year));
        }
    }
    Ok(council)
}

impl Unreadable {
    fn twice(list: &str, id: &impl Display) -> Self {
        Self::Twice { path: format!("council.{list}"), id: id.to_string() }
    }

    /// What is wrong with the document, and what to do, in the language of whoever gave it.
    pub fn said(&self, words: Words) -> (String, &'static str) {
        let said = match self {
            Self::NotJson { line, column } => words.everything_not_json(*line, *column),
            Self::NotOurs => words.everything_not_ours(SCHEMA),
            Self::Newer { version } => {
                return (words.everything_newer(*version, VERSION), words.use_newer_program());
            }
            Self::Unexpected { path, what } => words.everything_at(path, &what.said(words)),
            Self::Twice { path, id } => words.everything_at(path, &words.everything_twice(id)),
            Self::MeetingId(id) => words.everything_meeting_id(id),
        };
        (said, words.everything_mend())
    }
}

impl Unexpected {
    /// The library says it in one English sentence; its parts are told in the user's language.
    fn told(error: &serde_json::Error) -> Self {
        let said = error.to_string();
        let place = format!(" at line {} column {}", error.line(), error.column());
        let said = said.strip_suffix(&place).unwrap_or(&said);
        let field = |start: &str| said.strip_prefix(start)?.split('`').next().map(str::to_owned);
        if let Some(name) = field("missing field `") {
            return Self::Missing(name);
        }
        if let Some(name) = field("unknown field `") {
            return Self::Unknown(name);
        }
        let value = said.split_once(", expected ").and_then(|(found, expected)| {
            let starts = ["invalid type: ", "invalid value: ", "unknown variant "];
            let found = starts.iter().find_map(|start| found.strip_prefix(start))?;
            Some(Self::Value { found: found.to_owned(), expected: expected.to_owned() })
        });
        value.unwrap_or_else(|| Self::Other(said.to_owned()))
    }

    fn said(&self, words: Words) -> String {
        match self {
            Self::Missing(name) => words.everything_missing(name),
            Self::Unknown(name) => words.everything_unknown(name),
            Self::Value { found, expected } => words.everything_value(found, expected),
            Self::Other(said) => said.clone(),
        }
    }
}
