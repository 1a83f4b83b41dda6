//! Everything that can change a council, applied in one place, each with its inverse.
//!
//! Undo, saving, the second screen, history and merging all read the one list of [`Change`]s made of these.

use super::{
    action::Action,
    agenda::Item,
    assessment::Assessment,
    attendance::Attendance,
    bounds::bounded,
    council::{Council, Head},
    escalation::Escalation,
    id::MeetingId,
    indicator::Indicator,
    list::{List, ListEdit, Record, Way},
    meeting::{Body, Meeting, Turn},
    point::PointRecord,
    queue::Waiting,
    record::Line,
    role::Role,
    roster::{Member, Organisation},
    sheet::SheetRow,
};
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

/// One change of one record. The inverse of `Head` swaps the two; of a list edit, see [`ListEdit`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Edit {
    Head {
        old: Box<Head>,
        new: Box<Head>,
    },
    Organisation(ListEdit<Organisation>),
    Member(ListEdit<Member>),
    Role(ListEdit<Role>),
    Action(ListEdit<Action>),
    /// Points are replaced, never inserted or removed.
    Point(ListEdit<PointRecord>),
    Indicator(ListEdit<Indicator>),
    Assessment(ListEdit<Assessment>),
    SheetRow(ListEdit<SheetRow>),
    Escalation(ListEdit<Escalation>),
    /// Inserting a meeting gives it an empty body; only a meeting with an empty body can be removed.
    Meeting(ListEdit<Meeting>),
    Item(MeetingId, ListEdit<Item>),
    Attendance(MeetingId, ListEdit<Attendance>),
    Line(MeetingId, ListEdit<Line>),
    Turn(MeetingId, ListEdit<Turn>),
    Waiting(MeetingId, ListEdit<Waiting>),
    /// The shelf of a fiscal year. Inserting makes it, and it goes with its last action.
    Shelf(i32, ListEdit<Action>),
}

/// The council is not in the state an edit was made for. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the record {record} is not as the edit expects it")]
pub struct Conflict {
    /// The id of the record in the way.
    pub record: String,
}

impl Conflict {
    pub(crate) fn of(id: &impl std::fmt::Display) -> Self {
        Self { record: id.to_string() }
    }
}

/// Why a change was made: a person's work, the taking back and bringing back of that, or what no undo takes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ChangeKind {
    Work,
    /// Takes back the change with this sequence number.
    Undo(u64),
    /// Brings back the change with this sequence number.
    Redo(u64),
    /// Puts away what is over.
    Tidy,
    /// Takes in what another program did to the files.
    Outside,
    /// Goes back to an earlier state.
    Restore,
}

/// What a person did in one go: one step of undo.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// Counts up by one from 1 within a council.
    #[serde(deserialize_with = "bounded")]
    pub seq: u64,
    #[serde(deserialize_with = "bounded")]
    pub at: NaiveDateTime,
    /// Who made it, as that person is called on this machine.
    pub by: String,
    pub kind: ChangeKind,
    pub edits: Vec<Edit>,
}

impl Edit {
    pub fn inverse(&self) -> Self {
        match self {
            Self::Head { old, new } => Self::Head { old: new.clone(), new: old.clone() },
            Self::Organisation(edit) => Self::Organisation(edit.inverse()),
            Self::Member(edit) => Self::Member(edit.inverse()),
            Self::Role(edit) => Self::Role(edit.inverse()),
            Self::Action(edit) => Self::Action(edit.inverse()),
            Self::Point(edit) => Self::Point(edit.inverse()),
            Self::Indicator(edit) => Self::Indicator(edit.inverse()),
            Self::Assessment(edit) => Self::Assessment(edit.inverse()),
            Self::SheetRow(edit) => Self::SheetRow(edit.inverse()),
            Self::Escalation(edit) => Self::Escalation(edit.inverse()),
            Self::Meeting(edit) => Self::Meeting(edit.inverse()),
            Self::Item(meeting, edit) => Self::Item(meeting.clone(), edit.inverse()),
            Self::Attendance(meeting, edit) => Self::Attendance(meeting.clone(), edit.inverse()),
            Self::Line(meeting, edit) => Self::Line(meeting.clone(), edit.inverse()),
            Self::Turn(meeting, edit) => Self::Turn(meeting.clone(), edit.inverse()),
            Self::Waiting(meeting, edit) => Self::Waiting(meeting.clone(), edit.inverse()),
            Self::Shelf(year, edit) => Self::Shelf(*year, edit.inverse()),
        }
    }

    /// Which way it changes its list; the council's own record is only ever replaced.
    pub const fn way(&self) -> Way {
        match self {
            Self::Head { .. } => Way::Replace,
            Self::Organisation(edit) => edit.way(),
            Self::Member(edit) => edit.way(),
            Self::Role(edit) => edit.way(),
            Self::Action(edit) | Self::Shelf(_, edit) => edit.way(),
            Self::Point(edit) => edit.way(),
            Self::Indicator(edit) => edit.way(),
            Self::Assessment(edit) => edit.way(),
            Self::SheetRow(edit) => edit.way(),
            Self::Escalation(edit) => edit.way(),
            Self::Meeting(edit) => edit.way(),
            Self::Item(_, edit) => edit.way(),
            Self::Attendance(_, edit) => edit.way(),
            Self::Line(_, edit) => edit.way(),
            Self::Turn(_, edit) => edit.way(),
            Self::Waiting(_, edit) => edit.way(),
        }
    }

    /// The meeting whose file this edit changes, if it is a meeting's.
    pub const fn meeting(&self) -> Option<&MeetingId> {
        match self {
            Self::Meeting(edit) => Some(&edit.record().id),
            Self::Item(id, _)
            | Self::Attendance(id, _)
            | Self::Line(id, _)
            | Self::Turn(id, _)
            | Self::Waiting(id, _) => Some(id),
            _ => None,
        }
    }
}

impl Council {
    /// Applies one edit, or leaves the council as it was.
    ///
    /// # Errors
    /// [`Conflict`] when a record is not as the edit expects it, or its body or shelf was not read.
    pub fn apply(&mut self, edit: &Edit) -> Result<(), Conflict> {
        match edit {
            Edit::Head { old, new } => {
                if self.head != **old {
                    return Err(Conflict::of(&"council"));
                }
                self.head = (**new).clone();
                Ok(())
            }
            Edit::Organisation(edit) => self.organisations.apply(edit),
            Edit::Member(edit) => self.members.apply(edit),
            Edit::Role(edit) => self.roles.apply(edit),
            Edit::Action(edit) => self.actions.apply(edit),
            Edit::Point(edit) => match edit {
                ListEdit::Replace { .. } => self.points.apply(edit),
                other => Err(Conflict::of(other.record().id())),
            },
            Edit::Indicator(edit) => self.indicators.apply(edit),
            Edit::Assessment(edit) => self.assessments.apply(edit),
            Edit::SheetRow(edit) => self.sheet.apply(edit),
            Edit::Escalation(edit) => self.escalations.apply(edit),
            Edit::Meeting(edit) => self.apply_meeting(edit),
            Edit::Item(meeting, edit) => self.in_body(meeting, |body| &mut body.items, edit),
            Edit::Attendance(meeting, edit) => self.in_body(meeting, |body| &mut body.attendance, edit),
            Edit::Line(meeting, edit) => self.in_body(meeting, |body| &mut body.lines, edit),
            Edit::Turn(meeting, edit) => self.in_body(meeting, |body| &mut body.turns, edit),
            Edit::Waiting(meeting, edit) => self.in_body(meeting, |body| &mut body.queue, edit),
            Edit::Shelf(year, edit) => self.apply_shelf(*year, edit),
        }
    }

    fn apply_meeting(&mut self, edit: &ListEdit<Meeting>) -> Result<(), Conflict> {
        match edit {
            ListEdit::Insert { new, .. } => {
                self.meetings.apply(edit)?;
                self.bodies.insert(new.id.clone(), Body::default());
            }
            ListEdit::Remove { old, .. } => {
                if !self.bodies.get(&old.id).is_some_and(Body::is_empty) {
                    return Err(Conflict::of(&old.id));
                }
                self.meetings.apply(edit)?;
                self.bodies.remove(&old.id);
            }
            ListEdit::Replace { .. } | ListEdit::Move { .. } => self.meetings.apply(edit)?,
        }
        Ok(())
    }

    fn in_body<T: Record>(
        &mut self,
        meeting: &MeetingId,
        list: impl Fn(&mut Body) -> &mut List<T>,
        edit: &ListEdit<T>,
    ) -> Result<(), Conflict> {
        let body = self.bodies.get_mut(meeting).ok_or_else(|| Conflict::of(meeting))?;
        list(body).apply(edit)
    }

    /// Applies all the edits or none of them.
    ///
    /// # Errors
    /// The [`Conflict`] of the first edit that does not fit.
    pub fn apply_all(&mut self, edits: &[Edit]) -> Result<(), Conflict> {
        for (done, edit) in edits.iter().enumerate() {
            if let Err(conflict) = self.apply(edit) {
                for applied in edits[..done].iter().rev() {
                    self.apply(&applied.inverse()).expect("an edit just applied can be taken back");
                }
                return Err(conflict);
            }
        }
        Ok(())
    }
}
