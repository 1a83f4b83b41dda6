//! The files of a council's folder: which there are, where each stands, and what each says of a council. Never touches the disk.

use super::format::{
    self, ActionsFile, AssessmentsFile, CouncilFile, EscalationsFile, IndicatorsFile, MeetingFile,
    MembersFile, OrganisationsFile, PointsFile, RolesFile, SheetFile, Version,
};
use crate::domain::{Body, Council, Edit, ListEdit, Meeting, MeetingState, id::MeetingId};
use std::{
    borrow::Cow,
    collections::BTreeMap,
    path::{Path, PathBuf},
};

/// The folder beside the council's lists that holds one file for each meeting.
pub const MEETINGS: &str = "meetings";

/// The folder of what is closed and past, with a folder for each fiscal year.
pub const PAST: &str = "past";

/// One file of a council. `council.ron` comes last and is written last: it counts the changes that the others hold.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FileName {
    Organisations,
    Members,
    Roles,
    Actions,
    Points,
    Indicators,
    Assessments,
    Sheet,
    Escalations,
    Meeting(MeetingId),
    Shelf(i32),
    Council,
}

/// The fiscal years of the meetings whose files stand among what is past.
pub type Places = BTreeMap<MeetingId, i32>;

/// The folder of a fiscal year that is past.
pub fn past(dir: &Path, year: i32) -> PathBuf {
    dir.join(PAST).join(format!("fy{year}"))
}

/// Where the file of each meeting belongs: held ones go to the past once a meeting of a later fiscal year was opened.
pub fn belongs(council: &Council) -> Places {
    let opened = council.meetings.iter().filter(|it| it.state != MeetingState::Planned);
    let newest = opened.map(|it| it.fiscal_year).max().unwrap_or(i32::MIN);
    // There it would be taken for the shelf of actions.
    let may_move = |it: &Meeting| it.id.as_str() != "actions";
    let past = |it: &&Meeting| it.state == MeetingState::Held && it.fiscal_year < newest && may_move(it);
    council.meetings.iter().filter(past).map(|it| (it.id.clone(), it.fiscal_year)).collect()
}

impl FileName {
    /// The lists that a council has.
    pub const LISTS: [Self; 9] = [
        Self::Organisations,
        Self::Members,
        Self::Roles,
        Self::Actions,
        Self::Points,
        Self::Indicators,
        Self::Assessments,
        Self::Sheet,
        Self::Escalations,
    ];

    /// Is it there only while its list holds something?
    pub const fn is_optional(&self) -> bool {
        matches!(self, Self::Indicators | Self::Assessments | Self::Sheet | Self::Escalations)
    }

    pub fn path(&self, dir: &Path, places: &Places) -> PathBuf {
        match self {
            Self::Organisations => dir.join("organisations.ron"),
            Self::Members => dir.join("members.ron"),
            Self::Roles => dir.join("roles.ron"),
            Self::Actions => dir.join("actions.ron"),
            Self::Points => dir.join("points.ron"),
            Self::Indicators => dir.join("indicators.ron"),
            Self::Assessments => dir.join("assessments.ron"),
            Self::Sheet => dir.join("sheet.ron"),
            Self::Escalations => dir.join("escalations.ron"),
            Self::Meeting(id) => {
                let folder = places.get(id).map_or_else(|| dir.join(MEETINGS), |year| past(dir, *year));
                folder.join(format!("{id}.ron"))
            }
            Self::Shelf(year) => past(dir, *year).join("actions.ron"),
            Self::Council => dir.join("council.ron"),
        }
    }

    /// Every file of a council.
    pub fn all(council: &Council) -> impl Iterator<Item = Self> {
        let meetings = council.meetings.iter().map(|meeting| Self::Meeting(meeting.id.clone()));
        let shelves = council.shelves.keys().map(|year| Self::Shelf(*year));
        Self::LISTS.into_iter().chain(meetings).chain(shelves).chain([Self::Council])
    }

    /// The file that an edit changes. The coming and going of a meeting also changes the order in `council.ron`.
    pub fn touched_by(edit: &Edit) -> Self {
        match edit {
            Edit::Head { .. } | Edit::Meeting(ListEdit::Move { .. }) => Self::Council,
            Edit::Organisation(_) => Self::Organisations,
            Edit::Member(_) => Self::Members,
            Edit::Role(_) => Self::Roles,
            Edit::Action(_) => Self::Actions,
            Edit::Point(_) => Self::Points,
            Edit::Indicator(_) => Self::Indicators,
            Edit::Assessment(_) => Self::Assessments,
            Edit::SheetRow(_) => Self::Sheet,
            Edit::Escalation(_) => Self::Escalations,
            Edit::Shelf(year, _) => Self::Shelf(*year),
            Edit::Meeting(edit) => Self::Meeting(edit.record().id.clone()),
            Edit::Item(id, _)
            | Edit::Attendance(id, _)
            | Edit::Line(id, _)
            | Edit::Turn(id, _)
            | Edit::Waiting(id, _) => Self::Meeting(id.clone()),
        }
    }

    /// Does a council have this file?
    pub fn is_of(&self, council: &Council) -> bool {
        match self {
            Self::Meeting(id) => council.meetings.get(id).is_some(),
            Self::Shelf(year) => council.shelves.contains_key(year),
            Self::Indicators => !council.indicators.is_empty(),
            Self::Assessments => !council.assessments.is_empty(),
            Self::Sheet => !council.sheet.is_empty(),
            Self::Escalations => !council.escalations.is_empty(),
            _ => true,
        }
    }

    /// Puts what this file says of one council in place of what it says of another. `false` where the first has no such file, or it was
    /// not read; then nothing is put.
    pub fn put(&self, from: &Council, into: &mut Council) -> bool {
        match self {
            Self::Organisations => into.organisations.clone_from(&from.organisations),
            Self::Members => into.members.clone_from(&from.members),
            Self::Roles => into.roles.clone_from(&from.roles),
            Self::Actions => into.actions.clone_from(&from.actions),
            Self::Points => into.points.clone_from(&from.points),
            Self::Indicators => into.indicators.clone_from(&from.indicators),
            Self::Assessments => into.assessments.clone_from(&from.assessments),
            Self::Sheet => into.sheet.clone_from(&from.sheet),
            Self::Escalations => into.escalations.clone_from(&from.escalations),
            Self::Council => into.head.clone_from(&from.head),
            Self::Meeting(id) => {
                let (Some(meeting), Some(body)) = (from.meetings.get(id), from.body(id)) else {
                    return false;
                };
                if let Some(edit) = into.meetings.replacing(meeting.clone()) {
                    into.meetings.apply(&edit).expect("a record just found can be replaced");
                }
                into.bodies.insert(id.clone(), body.clone());
            }
            Self::Shelf(year) => {
                let Some(Some(shelf)) = from.shelves.get(year) else { return false };
                into.shelves.remove(year);
                // A shelf with nothing on it is no shelf.
                if !shelf.is_empty() {
                    into.shelves.insert(*year, Some(shelf.clone()));
                }
            }
        }
        true
    }

    /// The text of this file for a council with `seq` changes. `None` for one that it does not have or that was not read.
    pub fn text(&self, council: &Council, seq: u64) -> Option<String> {
        let format = Version::CURRENT;
        if !self.is_of(council) {
            return None;
        }
        Some(match self {
            Self::Organisations => {
                let organisations = Cow::Borrowed(&council.organisations);
                format::write(&OrganisationsFile { format, seq, organisations }, RECORD + 2)
            }
            Self::Members => {
                format::write(&MembersFile { format, seq, members: Cow::Borrowed(&council.members) }, RECORD)
            }
            Self::Roles => {
                format::write(&RolesFile { format, seq, roles: Cow::Borrowed(&council.roles) }, RECORD)
            }
            Self::Actions => {
                format::write(&ActionsFile { format, seq, actions: Cow::Borrowed(&council.actions) }, RECORD)
            }
            Self::Points => {
                format::write(&PointsFile { format, seq, points: Cow::Borrowed(&council.points) }, RECORD + 1)
            }
            Self::Indicators => {
                let indicators = Cow::Borrowed(&council.indicators);
                format::write(&IndicatorsFile { format, seq, indicators }, RECORD + 1)
            }
            Self::Assessments => {
                let assessments = Cow::Borrowed(&council.assessments);
                format::write(&AssessmentsFile { format, seq, assessments }, RECORD + 1)
            }
            Self::Sheet => {
                format::write(&SheetFile { format, seq, rows: Cow::Borrowed(&council.sheet) }, RECORD)
            }
            Self::Escalations => {
                let escalations = Cow::Borrowed(&council.escalations);
                format::write(&EscalationsFile { format, seq, escalations }, RECORD)
            }
            Self::Meeting(id) => {
                format::write(&meeting_file(council.meetings.get(id)?, council.body(id)?, seq), RECORD)
            }
            Self::Shelf(year) => {
                let actions = Cow::Borrowed(council.shelves.get(year)?.as_ref()?);
                format::write(&ActionsFile { format, seq, actions }, RECORD)
            }
            Self::Council => format::write(&council_file(council, seq), RECORD),
        })
    }
}

/// File, list, record: the fields of a record have lines of their own, what is inside a field stays in its line.
const RECORD: usize = 3;

fn council_file(council: &Council, seq: u64) -> CouncilFile<'_> {
    let meetings = council.meetings.iter().map(|meeting| meeting.id.clone()).collect();
    CouncilFile { format: Version::CURRENT, seq, head: Cow::Borrowed(&council.head), meetings }
}

fn meeting_file<'a>(meeting: &'a Meeting, body: &'a Body, seq: u64) -> MeetingFile<'a> {
    MeetingFile {
        format: Version::CURRENT,
        seq,
        meeting: Cow::Borrowed(meeting),
        items: Cow::Borrowed(&body.items),
        attendance: Cow::Borrowed(&body.attendance),
        lines: Cow::Borrowed(&body.lines),
        turns: Cow::Borrowed(&body.turns),
        queue: Cow::Borrowed(&body.queue),
    }
}
