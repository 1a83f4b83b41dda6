//! The shape of each file and its bytes, in both directions. Never touches the disk.
//!
//! The domain's own types are the shape of format 2: a record in a file has the fields it has in memory. `tests/format.rs` freezes
//! the bytes, so that a field renamed in the domain cannot change the format unseen. Format 1 is the same without `seq` in each file
//! and without a journal, so that its files are read as they are. On the day a record's shape has to change, the old types get a copy
//! in this room and reading converts them.

use super::problem::{Fault, Place, Problem};
use crate::domain::bounds::bounded;
use crate::domain::{
    Action, Assessment, Attendance, Escalation, Head, Indicator, Item, Line, List, Meeting, Member,
    Organisation, PointRecord, Record, Role, SheetRow, Turn, Waiting, id::MeetingId, is_default,
};
use crate::text::clean::is_hidden;
use ron::{Options, extensions::Extensions, ser::PrettyConfig};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::{borrow::Cow, path::Path};

/// The format this program writes, and the newest it knows. One that is newer is read where its shape allows it, and never written.
pub const FORMAT: u32 = 2;

/// The first field of every file, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct Version(u32);

impl Version {
    pub const CURRENT: Self = Self(FORMAT);
}

impl From<Version> for u32 {
    fn from(Version(format): Version) -> Self {
        format
    }
}

impl TryFrom<u32> for Version {
    type Error = String;
    fn try_from(format: u32) -> Result<Self, String> {
        if format > 0 { Ok(Self(format)) } else { Err("formats count from 1".to_owned()) }
    }
}

/// `council.ron`: the council's head, the number of its last change and the order of its meetings.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename = "Council", deny_unknown_fields)]
pub struct CouncilFile<'a> {
    pub format: Version,
    #[serde(default, deserialize_with = "bounded")]
    pub seq: u64,
    pub head: Cow<'a, Head>,
    /// Meetings whose file is not named here come after these, by date.
    #[serde(default)]
    pub meetings: Cow<'a, [MeetingId]>,
}

/// `meetings/<id>.ron`: one meeting, whole.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename = "MeetingFile", deny_unknown_fields)]
pub struct MeetingFile<'a> {
    pub format: Version,
    #[serde(default, deserialize_with = "bounded")]
    pub seq: u64,
    pub meeting: Cow<'a, Meeting>,
    #[serde(default)]
    pub items: Cow<'a, List<Item>>,
    #[serde(default)]
    pub attendance: Cow<'a, List<Attendance>>,
    #[serde(default)]
    pub lines: Cow<'a, List<Line>>,
    #[serde(default)]
    pub turns: Cow<'a, List<Turn>>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub queue: Cow<'a, List<Waiting>>,
}

/// The head of `meetings/<id>.ron`, with the rest passed over.
#[derive(Debug, Deserialize)]
#[serde(rename = "MeetingFile")]
pub struct MeetingHeadFile {
    pub format: Version,
    #[serde(default, deserialize_with = "bounded")]
    pub seq: u64,
    pub meeting: Meeting,
}

/// What every file begins with.
pub trait Stamped {
    fn format(&self) -> Version;
    /// The last change that the file contains.
    fn seq(&self) -> u64;
}

macro_rules! stamped {
    ($($file:ty),+ $(,)?) => {
        $(impl Stamped for $file {
            fn format(&self) -> Version {
                self.format
            }

            fn seq(&self) -> u64 {
                self.seq
            }
        })+
    };
}

stamped!(
    CouncilFile<'_>,
    OrganisationsFile<'_>,
    MembersFile<'_>,
    RolesFile<'_>,
    ActionsFile<'_>,
    PointsFile<'_>,
    IndicatorsFile<'_>,
    AssessmentsFile<'_>,
    SheetFile<'_>,
    EscalationsFile<'_>,
    MeetingFile<'_>,
    MeetingHeadFile,
);

/// A file as it is read.
pub trait Shape: Stamped + DeserializeOwned {
    /// What stands in it twice and must not.
    fn repeated(&self) -> Option<Repeated> {
        None
    }
}

/// A record whose id was already taken by one above it: `field: id` appears twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repeated {
    pub field: &'static str,
    pub id: String,
}

macro_rules! list_file {
    ($(#[$doc:meta])* $file:ident as $name:literal { $records:ident: $record:ty, by $id:literal }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Serialize, Deserialize)]
        #[serde(rename = $name, deny_unknown_fields)]
        pub struct $file<'a> {
            pub format: Version,
            #[serde(default, deserialize_with = "bounded")]
            pub seq: u64,
            #[serde(default)]
            pub $records: Cow<'a, List<$record>>,
        }

        impl Shape for $file<'_> {
            fn repeated(&self) -> Option<Repeated> {
                repeated($id, &self.$records)
            }
        }
    };
}

list_file!(
    /// `organisations.ron`
    OrganisationsFile as "Organisations" { organisations: Organisation, by "id" }
);
list_file!(
    /// `members.ron`
    MembersFile as "Members" { members: Member, by "id" }
);
list_file!(
    /// `roles.ron`
    RolesFile as "Roles" { roles: Role, by "id" }
);
list_file!(
    /// `actions.ron`
    ActionsFile as "Actions" { actions: Action, by "id" }
);
list_file!(
    /// `points.ron`
    PointsFile as "Points" { points: PointRecord, by "point" }
);

list_file!(
    /// `indicators.ron`, once there is an indicator
    IndicatorsFile as "Indicators" { indicators: Indicator, by "id" }
);
list_file!(
    /// `assessments.ron`, once the room was asked
    AssessmentsFile as "Assessments" { assessments: Assessment, by "id" }
);
list_file!(
    /// `sheet.ron`, once the plan-and-evaluation sheet has a row
    SheetFile as "Sheet" { rows: SheetRow, by "id" }
);
list_file!(
    /// `escalations.ron`, once an issue was raised
    EscalationsFile as "Escalations" { escalations: Escalation, by "id" }
);

impl Shape for CouncilFile<'_> {}

impl Shape for MeetingFile<'_> {
    fn repeated(&self) -> Option<Repeated> {
        repeated("id", &self.items)
            .or_else(|| repeated("member", &self.attendance))
            .or_else(|| repeated("id", &self.lines))
            .or_else(|| repeated("id", &self.turns))
            .or_else(|| repeated("id", &self.queue))
    }
}

impl Shape for MeetingHeadFile {}

fn repeated<T: Record>(field: &'static str, records: &List<T>) -> Option<Repeated> {
    Some(Repeated { field, id: records.repeated()?.to_string() })
}

/// The text of a file: one field a line down to `depth` levels, deeper ones within their line, so that one changed record is a
/// few changed lines.
///
/// Text of several lines is written as it reads. Where a file holds characters an editor would hide or a terminal would obey,
/// every string in it is escaped instead.
pub fn write(file: &impl Serialize, depth: usize) -> String {
    let plain = pretty(file, depth, false);
    if !plain.contains(is_unwritten) {
        return plain;
    }
    let mut text = String::new();
    for c in pretty(file, depth, true).chars() {
        // RON leaves a few that are letters by name. They can only stand in a string, where an escape is read.
        if is_unwritten(c) {
            text.extend(c.escape_unicode());
        } else {
            text.push(c);
        }
    }
    text
}

fn pretty(file: &impl Serialize, depth: usize, escape_strings: bool) -> String {
    let config = PrettyConfig::new()
        .new_line("\n")
        .struct_names(true)
        .depth_limit(depth)
        .escape_strings(escape_strings);
    let text = options().to_string_pretty(file, config).expect("domain types always have a RON form");
    text + "\n"
}

fn is_unwritten(c: char) -> bool {
    is_hidden(c) && c != '\n'
}

pub(super) fn options() -> Options {
    Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}

/// The text in the bytes of a file: without a byte order mark, its lines ending in a line feed.
///
/// # Errors
/// [`Problem::Unreadable`] where the bytes stop being UTF-8.
pub fn text_of(path: &Path, bytes: &[u8]) -> Result<String, Problem> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let readable = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
        let place = Place::at_end_of(&readable);
        Problem::unreadable(path, place, Fault::NotUtf8)
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n"))
}

/// What a file says.
///
/// # Errors
/// [`Problem::Unreadable`] with the place of the first mistake, or [`Problem::OtherFormat`].
pub fn read<T: Shape>(path: &Path, text: &str) -> Result<T, Problem> {
    let file: T = options().from_str(text).map_err(|error| match declared_format(text) {
        Some(found) if found > FORMAT || found == 0 => Problem::OtherFormat { path: path.to_owned(), found },
        _ => Problem::unreadable(path, Place::of_ron(text, &error), Fault::Ron(error.code)),
    })?;
    match file.repeated() {
        Some(Repeated { field, id }) => {
            let place = Place::of_field(text, field, &id, 1);
            Err(Problem::unreadable(path, place, Fault::Repeated { id }))
        }
        None => Ok(file),
    }
}

/// The number after `format:`, even in a file whose shape this program does not know.
fn declared_format(text: &str) -> Option<u32> {
    text.match_indices("format").find_map(|(at, word)| {
        let after = text[at + word.len()..].trim_start().strip_prefix(':')?.trim_start();
        let digits = after.split(|c: char| !c.is_ascii_digit()).next()?;
        digits.parse().ok()
    })
}
