//! What a person may do, as edits: the rules of the house.
//!
//! Each function looks at a council and returns the edits that would do what is asked, or a [`Refusal`]. None changes anything;
//! [`History::push`](super::History::push) does. Where a rule needs what was not read, the answer is [`Refusal::NotLoaded`], never a guess.

pub mod actions;
pub mod agenda;
pub mod assessments;
pub mod board;
pub mod carry;
pub mod escalations;
pub mod footings;
pub mod import;
pub mod indicators;
pub mod meeting;
pub mod minutes;
pub mod partners;
pub mod record;
pub mod roster;
pub mod said;
pub mod saying;
pub mod sheet;
pub mod suggestions;
mod tidying;

pub use tidying::{shelves_to_tidy, tidy};

use super::{Body, Conflict, Council, Edit, Head, Meeting, MeetingState, Refusal, id::MeetingId};

/// The edits that do it, or why it cannot be done.
pub type Decision = Result<Vec<Edit>, Refusal>;

impl From<Conflict> for Refusal {
    fn from(_: Conflict) -> Self {
        Self::Changed
    }
}

/// Edits that build on each other: each is tried on a copy before the next is thought of. For rare, larger work.
struct Draft {
    council: Council,
    edits: Vec<Edit>,
}

impl Draft {
    fn of(council: &Council) -> Self {
        Self { council: council.clone(), edits: Vec::new() }
    }

    fn push(&mut self, edit: Edit) -> Result<(), Refusal> {
        self.council.apply(&edit)?;
        self.edits.push(edit);
        Ok(())
    }

    fn push_all(&mut self, edits: impl IntoIterator<Item = Edit>) -> Result<(), Refusal> {
        edits.into_iter().try_for_each(|edit| self.push(edit))
    }
}

/// A meeting whose minutes are not in force: every change of a meeting or its body goes through here, and so stops at a final version.
fn open_meeting<'a>(council: &'a Council, id: &MeetingId) -> Result<&'a Meeting, Refusal> {
    let meeting = council.meetings.get(id).ok_or(Refusal::NotFound)?;
    match meeting.minutes.in_force() {
        Some(version) => Err(Refusal::Final { version: version.version }),
        None => Ok(meeting),
    }
}

fn meeting_and_body<'a>(council: &'a Council, id: &MeetingId) -> Result<(&'a Meeting, &'a Body), Refusal> {
    let meeting = open_meeting(council, id)?;
    Ok((meeting, council.body(id).ok_or(Refusal::NotLoaded)?))
}

fn running(council: &Council) -> Result<(&Meeting, &Body), Refusal> {
    let meeting = council.running().ok_or(Refusal::NotRunning)?;
    meeting_and_body(council, &meeting.id)
}

fn require_state(meeting: &Meeting, state: MeetingState) -> Result<(), Refusal> {
    if meeting.state == state { Ok(()) } else { Err(Refusal::WrongState) }
}

/// Changes the council's name, kind, aim, quorum, date style.
///
/// # Errors
/// [`Refusal::Empty`] without a name.
pub fn save_head(council: &Council, change: impl FnOnce(&mut Head)) -> Decision {
    let edit = council.changing_head(change);
    match &edit {
        Some(Edit::Head { new, .. }) if new.name.trim().is_empty() => Err(Refusal::Empty),
        _ => Ok(edit.into_iter().collect()),
    }
}
