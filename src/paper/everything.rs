//! The whole council as one JSON document for other programs, with its schema and its way back (docs/json.md).
//!
//! A record in it has the fields it has in the domain, so that nothing is said in two ways. Never holds what is off the record unless
//! that was asked for, and never anything outside the council: no history, no settings.

mod reading;

pub use reading::{Unexpected, Unreadable, read};

use super::{Content, Order, PaperError, Source, write::json};
use crate::domain::{
    Action, Assessment, Body, Council, Escalation, Head, Indicator, List, Meeting, Member, Organisation,
    PointRecord, Role, SheetRow, bounds::bounded,
};
use chrono::NaiveDateTime;
use schemars::{JsonSchema, Schema, SchemaGenerator, schema_for};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// What a document of this kind says it is.
pub const SCHEMA: &str = "norishiro-council";
/// The version this program writes, and the newest it reads. It grows with every change that an older program could not read.
pub const VERSION: u32 = 1;

/// A council of norishiro, whole. How to read it: docs/json.md.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "norishiro-council")]
struct Document<'a> {
    /// Always norishiro-council.
    #[schemars(schema_with = "schema_name")]
    schema: Cow<'a, str>,
    /// Of the schema.
    #[schemars(range(min = 1))]
    version: u32,
    /// When it was written, by the clock of whoever wrote it.
    #[serde(deserialize_with = "bounded")]
    written: NaiveDateTime,
    /// Does it hold what is off the record too?
    off_record: bool,
    council: Whole<'a>,
}

/// All that one council keeps.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename = "Council", deny_unknown_fields)]
struct Whole<'a> {
    head: Cow<'a, Head>,
    #[serde(default)]
    organisations: Cow<'a, List<Organisation>>,
    #[serde(default)]
    members: Cow<'a, List<Member>>,
    #[serde(default)]
    roles: Cow<'a, List<Role>>,
    /// Those that press, and the ended ones of this fiscal year.
    #[serde(default)]
    actions: Cow<'a, List<Action>>,
    /// The ten; one that is left out is untouched.
    #[serde(default)]
    points: Cow<'a, List<PointRecord>>,
    #[serde(default)]
    indicators: Cow<'a, List<Indicator>>,
    #[serde(default)]
    assessments: Cow<'a, List<Assessment>>,
    /// The plan-and-evaluation sheets of all years.
    #[serde(default)]
    sheet: Cow<'a, List<SheetRow>>,
    #[serde(default)]
    escalations: Cow<'a, List<Escalation>>,
    #[serde(default)]
    meetings: Vec<WholeMeeting<'a>>,
    #[serde(default)]
    shelves: Vec<Shelf<'a>>,
}

/// One meeting: what every list of meetings shows, and what was planned, said and done at it.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename = "MeetingWhole", deny_unknown_fields)]
struct WholeMeeting<'a> {
    head: Cow<'a, Meeting>,
    #[serde(default)]
    body: Cow<'a, Body>,
}

/// Ended actions that were put away.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Shelf<'a> {
    /// In which they were given.
    #[serde(deserialize_with = "bounded")]
    fiscal_year: i32,
    actions: Cow<'a, List<Action>>,
}

fn schema_name(_: &mut SchemaGenerator) -> Schema {
    schemars::json_schema!({ "type": "string", "const": SCHEMA })
}

/// The schema of the documents, as JSON (draft 2020-12).
pub fn schema() -> String {
    json::write(&schema_for!(Document))
}

pub(super) fn compose(order: &Order, source: Source) -> Result<Content, PaperError> {
    if !source.council.is_whole() {
        return Err(PaperError::NotLoaded);
    }
    let council = match order.off_record {
        true => Cow::Borrowed(source.council),
        false => Cow::Owned(on_record(source.council)),
    };
    let document = Document {
        schema: SCHEMA.into(),
        version: VERSION,
        written: source.now,
        off_record: order.off_record,
        council: Whole::of(&council),
    };
    Ok(Content::Text { text: json::write(&document), preview: preview(&document, source) })
}

/// The council without what is off the record: such lines, the actions they gave out, and the names that are to stay unsaid.
fn on_record(council: &Council) -> Council {
    let kept = |actions: &List<Action>| -> List<Action> {
        actions.iter().filter(|it| !council.is_off_record(it)).cloned().collect::<Vec<_>>().into()
    };
    let mut public = Council {
        head: Head { private_names: Vec::new(), ..council.head.clone() },
        actions: kept(&council.actions),
        ..council.clone()
    };
    for shelf in public.shelves.values_mut().flatten() {
        *shelf = kept(shelf);
    }
    for body in public.bodies.values_mut() {
        body.lines = body.lines.iter().filter(|line| !line.private).cloned().collect::<Vec<_>>().into();
    }
    public
}

impl<'a> Whole<'a> {
    fn of(council: &'a Council) -> Self {
        let meetings = council.meetings.iter().map(|meeting| WholeMeeting {
            head: Cow::Borrowed(meeting),
            body: council.body(&meeting.id).map_or_else(Cow::default, Cow::Borrowed),
        });
        let shelves = council.shelves.iter().filter_map(|(year, shelf)| {
            let actions = shelf.as_ref().filter(|it| !it.is_empty())?;
            Some(Shelf { fiscal_year: *year, actions: Cow::Borrowed(actions) })
        });
        Self {
            head: Cow::Borrowed(&council.head),
            organisations: Cow::Borrowed(&council.organisations),
            members: Cow::Borrowed(&council.members),
            roles: Cow::Borrowed(&council.roles),
            actions: Cow::Borrowed(&council.actions),
            points: Cow::Borrowed(&council.points),
            indicators: Cow::Borrowed(&council.indicators),
            assessments: Cow::Borrowed(&council.assessments),
            sheet: Cow::Borrowed(&council.sheet),
            escalations: Cow::Borrowed(&council.escalations),
            meetings: meetings.collect(),
            shelves: shelves.collect(),
        }
    }
}

/// What is in it, counted: the document itself is for programs.
fn preview(document: &Document, source: Source) -> String {
    let (words, council) = (source.words, &document.council);
    let actions = council.actions.len() + council.shelves.iter().map(|it| it.actions.len()).sum::<usize>();
    let lines = council.meetings.iter().map(|it| it.body.lines.len()).sum();
    let record = if document.off_record { words.everything_off() } else { words.everything_on() };
    let rows = [
        words.everything_schema(SCHEMA, VERSION),
        words.everything_roster(council.members.len(), council.organisations.len()),
        words.everything_meetings(council.meetings.len(), lines),
        words.everything_actions(actions),
        record.to_owned(),
    ];
    rows.join("\n") + "\n"
}
