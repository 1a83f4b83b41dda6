//! What a file would do to a council, before it does: the one way from what was read to edits, for the command line and the screen.

use super::{Headings, Kind, Map, Material, NotMapped, Passage, Table, Unread, rows, table::MOST_ROWS};
use crate::{
    domain::{
        Council, Mint, Refusal,
        decide::import::{self, Imported, minutes, sheet},
        id::MeetingId,
    },
    text::{
        capture::{MOST_LINES, Reader},
        fold::{alike, fold},
    },
};
use chrono::NaiveDateTime;

/// What is to be taken in, and how.
#[derive(Clone, Debug)]
pub struct Wanted {
    pub kind: Kind,
    pub maps: Vec<Map>,
    /// The meeting whose record minutes go into.
    pub meeting: Option<MeetingId>,
    /// The fiscal year of rows of a sheet that name none.
    pub year: i32,
    /// Cells that the sender of a sheet left empty are to be empty.
    pub empties: bool,
    pub now: NaiveDateTime,
}

/// What comes of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// The columns of a table.
    pub headings: Option<Headings>,
    pub imported: Imported,
}

/// Why nothing comes of it.
#[derive(Clone, Debug, PartialEq)]
pub enum NoPlan {
    Unread(Unread),
    NotMapped(NotMapped),
    Refused(Refusal),
}

impl From<Refusal> for NoPlan {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// Works out what would be added, changed and left, and what is refused. Where something is missing that was not read, the refusal is
/// [`Refusal::NotLoaded`].
///
/// # Errors
/// Why nothing can be taken in.
pub fn plan(
    material: &Material,
    wanted: &Wanted,
    council: &Council,
    mint: &mut Mint,
) -> Result<Plan, NoPlan> {
    match material {
        Material::Tables(tables) => of_tables(tables, wanted, council, mint),
        // Only minutes are read so.
        Material::Prose(passages) => {
            let imported = of_minutes(passages, wanted, council, mint)?;
            Ok(Plan { headings: None, imported })
        }
    }
}

fn of_tables(tables: &[Table], wanted: &Wanted, council: &Council, mint: &mut Mint) -> Result<Plan, NoPlan> {
    let headings = Headings::find(wanted.kind, tables, &wanted.maps).map_err(NoPlan::NotMapped)?;
    let table = &tables[headings.table];
    let count = table.lines.len() - headings.first;
    if count > MOST_ROWS {
        return Err(NoPlan::Unread(Unread::TooManyRows { rows: count, most: MOST_ROWS }));
    }
    let today = wanted.now.date();
    let (mut imported, refused) = match wanted.kind {
        Kind::Roster => {
            let read = rows::roster(table, &headings);
            (import::roster::import(council, &read.rows, fold, mint), read.refused)
        }
        Kind::Actions => {
            let read = rows::actions(table, &headings, council, today);
            (import::actions::import(council, &read.rows, fold, today, mint)?, read.refused)
        }
        Kind::Sheet | Kind::Minutes => {
            let read = rows::sheet(table, &headings, council, today);
            let asked = sheet::Asked { year: wanted.year, empties: wanted.empties, today };
            (sheet::import(council, &read.rows, asked, fold, mint), read.refused)
        }
    };
    imported.refused.extend(refused);
    imported.refused.sort_by_key(|it| it.line);
    Ok(Plan { headings: Some(headings), imported })
}

fn of_minutes(
    passages: &[Passage],
    wanted: &Wanted,
    council: &Council,
    mint: &mut Mint,
) -> Result<Imported, NoPlan> {
    if passages.len() > MOST_LINES {
        return Err(NoPlan::Unread(Unread::TooManyRows { rows: passages.len(), most: MOST_LINES }));
    }
    let meeting = wanted.meeting.as_ref().ok_or(Refusal::NoMeeting)?;
    let head = council.meetings.get(meeting).ok_or(Refusal::NotFound)?;
    let reader = Reader::in_meeting(council, wanted.now.date(), Some(head));
    let read = passages.iter().filter_map(|passage| {
        let Passage { line, text, heading } = passage.clone();
        let said = reader.read(&text)?.said;
        Some(minutes::Row { line, typed: text, said, heading })
    });
    let rows: Vec<minutes::Row> = read.collect();
    Ok(minutes::import(council, meeting, &rows, wanted.now, fold, alike, mint)?)
}
