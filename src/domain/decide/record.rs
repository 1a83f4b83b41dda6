//! The record: writing lines down, mending them, and keeping the action beside an action line.

mod pieces;

pub use pieces::{Spot, Taken, insert, join, joined, put, remove_all, split, taken, then};

use super::{Decision, meeting_and_body};
use crate::domain::{
    Action, Body, Council, Due, Edit, Line, LineKind, ListEdit, Meeting, MeetingState, Mint, Point, Refusal,
    Who,
    action::Origin,
    id::{ItemId, LineId, MeetingId},
};
use chrono::{NaiveDateTime, NaiveTime};

/// The longest text that anybody can enter, in bytes: about 10,000 characters of Japanese, half an hour of speech. What stands in a file
/// may be longer, and stays.
pub const LONGEST: usize = 30_000;

/// What a line is to be, before it has a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum NewKind {
    #[default]
    Note,
    Speech,
    Decision,
    Action,
    Deferred,
    Proposal,
    Issue,
    /// Joins the line above.
    Continue,
}

impl NewKind {
    /// What a line of the record can be.
    pub const LINES: [Self; 7] =
        [Self::Note, Self::Speech, Self::Decision, Self::Action, Self::Deferred, Self::Proposal, Self::Issue];
}

/// A line as a person typed it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NewLine {
    pub kind: NewKind,
    pub speaker: Option<Who>,
    pub text: String,
    /// For an action: who does it; none is 担当未定.
    pub owners: Vec<Who>,
    pub due: Due,
    pub points: Vec<Point>,
    /// Off the record (［オフ］).
    pub private: bool,
    /// When it was said, where the line itself tells; else a running meeting's clock does.
    pub at: Option<NaiveTime>,
}

impl LineKind {
    /// The kind without its number.
    pub const fn plain(self) -> NewKind {
        match self {
            Self::Note => NewKind::Note,
            Self::Speech => NewKind::Speech,
            Self::Decision(_) => NewKind::Decision,
            Self::Action(_) => NewKind::Action,
            Self::Deferred => NewKind::Deferred,
            Self::Proposal => NewKind::Proposal,
            Self::Issue => NewKind::Issue,
        }
    }
}

/// Writes a line at the end of a meeting's record, under `item` (while the meeting runs: the current one).
///
/// Decisions and actions take their numbers, and the point being spoken about when they name none.
///
/// # Errors
/// [`Refusal::Empty`], [`Refusal::TooLong`], [`Refusal::NothingToContinue`], [`Refusal::NotFound`].
pub fn write(
    council: &Council,
    meeting: &MeetingId,
    item: Option<ItemId>,
    new: NewLine,
    at: NaiveDateTime,
    mint: &mut Mint,
) -> Decision {
    let (head, body) = meeting_and_body(council, meeting)?;
    if new.text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    if new.text.len() > LONGEST {
        return Err(Refusal::TooLong);
    }
    if new.kind == NewKind::Continue {
        return carry_on(council, meeting, body, &new);
    }
    require_public(&new)?;
    let running = head.state == MeetingState::Running;
    let item = body.current_item().map(|it| it.id.clone()).filter(|_| running).or(item);
    if item.as_ref().is_some_and(|item| body.items.get(item).is_none()) {
        return Err(Refusal::NotFound);
    }
    let mut line = Line {
        at: new.at.or_else(|| running.then(|| at.time())),
        item,
        speaker: new.speaker.clone(),
        points: new.points.clone(),
        private: new.private,
        ..Line::new(mint.id(), LineKind::Note, new.text.clone())
    };
    if line.points.is_empty() && running && matches!(new.kind, NewKind::Decision | NewKind::Action) {
        line.points.extend(council.head.focus);
    }
    let mut edits = numbering(council, head, &mut line, &new, mint);
    edits.push(Edit::Line(meeting.clone(), body.lines.appending(line)));
    Ok(edits)
}

/// Decisions and actions are shown wherever the council is.
fn require_public(new: &NewLine) -> Result<(), Refusal> {
    let shown = matches!(new.kind, NewKind::Decision | NewKind::Action);
    if new.private && shown { Err(Refusal::OffTheRecord) } else { Ok(()) }
}

/// Gives a line its kind and number, and returns the edits that bring the action of an action line into being.
fn numbering(
    council: &Council,
    meeting: &Meeting,
    line: &mut Line,
    new: &NewLine,
    mint: &mut Mint,
) -> Vec<Edit> {
    line.kind = match new.kind {
        NewKind::Note | NewKind::Continue => LineKind::Note,
        NewKind::Speech => LineKind::Speech,
        NewKind::Decision => LineKind::Decision(council.next_decision(meeting)),
        NewKind::Action => LineKind::Action(council.head.next_action),
        NewKind::Deferred => LineKind::Deferred,
        NewKind::Proposal => LineKind::Proposal,
        NewKind::Issue => LineKind::Issue,
    };
    let LineKind::Action(number) = line.kind else { return Vec::new() };
    let action = Action {
        owners: new.owners.clone(),
        due: new.due,
        points: line.points.clone(),
        origin: Some(Origin {
            meeting: meeting.id.clone(),
            item: line.item.clone(),
            line: Some(line.id.clone()),
        }),
        ..Action::new(mint.id(), number, line.text.clone())
    };
    let counted = council.changing_head(|head| head.next_action = number.saturating_add(1));
    counted.into_iter().chain([Edit::Action(council.actions.appending(action))]).collect()
}

/// Adds a continuation to the last line, and to its action when it has one.
fn carry_on(council: &Council, meeting: &MeetingId, body: &Body, new: &NewLine) -> Decision {
    let last = body.lines.last().ok_or(Refusal::NothingToContinue)?;
    if new.private && !last.private {
        return Err(Refusal::OffTheRecord);
    }
    let mut line = last.clone();
    line.text = format!("{}\n{}", last.text, new.text);
    if line.text.len() > LONGEST {
        return Err(Refusal::TooLong);
    }
    line.points.extend(new.points.iter().filter(|point| !last.points.contains(point)));
    let change = |it: &mut Action| {
        it.text.clone_from(&line.text);
        it.points.clone_from(&line.points);
    };
    let action = action_with(council, last)?.map(|action| council.changing_action(&action.id, change));
    let edits = body.lines.replacing(line).map(|edit| Edit::Line(meeting.clone(), edit));
    Ok(edits.into_iter().chain(action.into_iter().flatten()).collect())
}

/// The action an action line gave.
pub fn action_of<'a>(council: &'a Council, line: &Line) -> Option<&'a Action> {
    match line.kind {
        LineKind::Action(number) => council.action_numbered(number),
        _ => None,
    }
}

/// The same for changing it with its line: one that is nowhere may stand on a shelf that was not read.
fn action_with<'a>(council: &'a Council, line: &Line) -> Result<Option<&'a Action>, Refusal> {
    let action = action_of(council, line);
    let may_be_unread = matches!(line.kind, LineKind::Action(_)) && !council.has_every_shelf();
    if action.is_none() && may_be_unread { Err(Refusal::NotLoaded) } else { Ok(action) }
}

/// Replaces what a line says and what it is. A new decision or action takes a number; an action that is none any more goes.
///
/// # Errors
/// [`Refusal::Empty`], [`Refusal::TooLong`], [`Refusal::NotFound`].
pub fn rewrite(
    council: &Council,
    meeting: &MeetingId,
    id: &LineId,
    new: NewLine,
    mint: &mut Mint,
) -> Decision {
    let (head, body) = meeting_and_body(council, meeting)?;
    let old = body.lines.get(id).ok_or(Refusal::NotFound)?;
    if new.text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    if new.text.len() > LONGEST && new.text != old.text {
        return Err(Refusal::TooLong);
    }
    require_public(&new)?;
    let mut line = old.clone();
    line.text.clone_from(&new.text);
    line.speaker.clone_from(&new.speaker);
    line.points.clone_from(&new.points);
    line.private = new.private;
    let mut edits = Vec::new();
    if new.kind == old.kind.plain() {
        let change = |it: &mut Action| {
            it.text = new.text;
            it.owners = new.owners;
            it.due = new.due;
            it.points = new.points;
        };
        let action = action_with(council, old)?.map(|action| council.changing_action(&action.id, change));
        edits.extend(action.into_iter().flatten());
    } else {
        line.resolution = None;
        edits.extend(action_with(council, old)?.and_then(|it| council.removing_action(&it.id)));
        edits.extend(numbering(council, head, &mut line, &new, mint));
    }
    edits.extend(body.lines.replacing(line).map(|edit| Edit::Line(meeting.clone(), edit)));
    Ok(edits)
}

/// Puts `new` in the place of the first `old` in a line, and in that of its action.
///
/// # Errors
/// [`Refusal::Empty`] when nothing is left, [`Refusal::TooLong`], [`Refusal::NotFound`].
pub fn correct(council: &Council, meeting: &MeetingId, id: &LineId, old: &str, new: &str) -> Decision {
    let (_, body) = meeting_and_body(council, meeting)?;
    let line = body.lines.get(id).ok_or(Refusal::NotFound)?;
    let corrected = |text: &str| match text.replacen(old, new, 1) {
        text if text.trim().is_empty() => Err(Refusal::Empty),
        text if text.len() > LONGEST => Err(Refusal::TooLong),
        text => Ok(text),
    };
    let text = corrected(&line.text)?;
    let mut edits = Vec::new();
    if let Some(action) = action_with(council, line)? {
        let text = corrected(&action.text)?;
        edits.extend(council.changing_action(&action.id, |it| it.text = text));
    }
    let changed = body.lines.changing(id, |line| line.text = text);
    edits.extend(changed.map(|edit| Edit::Line(meeting.clone(), edit)));
    Ok(edits)
}

/// Puts a line under another item. Among the lines there it stands where it was written in the course of the meeting.
///
/// # Errors
/// [`Refusal::NotFound`].
pub fn move_to_item(council: &Council, meeting: &MeetingId, id: &LineId, item: Option<ItemId>) -> Decision {
    let (_, body) = meeting_and_body(council, meeting)?;
    let line = body.lines.get(id).ok_or(Refusal::NotFound)?;
    if item.as_ref().is_some_and(|item| body.items.get(item).is_none()) {
        return Err(Refusal::NotFound);
    }
    let change = |it: &mut Action| {
        if let Some(origin) = &mut it.origin {
            origin.item.clone_from(&item);
        }
    };
    let action = action_with(council, line)?.map(|action| council.changing_action(&action.id, change));
    let moved = body.lines.changing(id, |line| line.item.clone_from(&item));
    Ok(moved
        .map(|edit| Edit::Line(meeting.clone(), edit))
        .into_iter()
        .chain(action.into_iter().flatten())
        .collect())
}

/// Moves a line up or down among the lines of its item.
///
/// # Errors
/// [`Refusal::NotFound`].
pub fn reorder(council: &Council, meeting: &MeetingId, id: &LineId, down: bool) -> Decision {
    let (_, body) = meeting_and_body(council, meeting)?;
    let from = body.lines.position(id).ok_or(Refusal::NotFound)?;
    let line = &body.lines[from];
    let same = |at: &usize| body.lines[*at].item == line.item;
    let to = if down { (from + 1..body.lines.len()).find(same) } else { (0..from).rev().find(same) };
    let edit = to.map(|to| ListEdit::Move { from, to, record: line.clone() });
    Ok(edit.map(|edit| Edit::Line(meeting.clone(), edit)).into_iter().collect())
}

/// Takes a line out of the record, and with an action line its action.
///
/// # Errors
/// [`Refusal::NotFound`].
pub fn remove(council: &Council, meeting: &MeetingId, id: &LineId) -> Decision {
    let (_, body) = meeting_and_body(council, meeting)?;
    let line = body.lines.get(id).ok_or(Refusal::NotFound)?;
    let action = action_with(council, line)?.and_then(|action| council.removing_action(&action.id));
    let removed = body.lines.removing(id).map(|edit| Edit::Line(meeting.clone(), edit));
    Ok(removed.into_iter().chain(action).collect())
}
