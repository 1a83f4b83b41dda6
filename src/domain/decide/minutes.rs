//! Taking minutes from draft to a final version: summaries, how decisions were taken, checking, making final, reopening.

use super::{Decision, meeting_and_body, require_state};
use crate::domain::{
    Body, Council, Edit, LineKind, Meeting, MeetingState, Minutes, Office, Refusal, Resolution, Standing,
    Who,
    id::{ItemId, LineId, MeetingId},
    minutes::{Checked, Final, Reopened, content_hash},
    quality,
};
use chrono::{NaiveDate, NaiveDateTime};

/// Who does something to the minutes, and when.
#[derive(Clone, Copy, Debug)]
pub struct Stamp<'a> {
    pub at: NaiveDateTime,
    /// As that person is called on this machine.
    pub by: &'a str,
}

/// Says how a decision was taken; `None` when nothing is known of it.
///
/// # Errors
/// [`Refusal::WrongState`] for a line that is no decision, [`Refusal::NotFound`], [`Refusal::Final`].
pub fn resolve(
    council: &Council,
    meeting: &MeetingId,
    line: &LineId,
    resolution: Option<Resolution>,
) -> Decision {
    let (_, body) = meeting_and_body(council, meeting)?;
    let found = body.lines.get(line).ok_or(Refusal::NotFound)?;
    if !matches!(found.kind, LineKind::Decision(_)) {
        return Err(Refusal::WrongState);
    }
    let known = resolution.filter(|it| *it != Resolution::default()).map(Box::new);
    let edit = body.lines.changing(line, |line| line.resolution = known);
    Ok(edit.map(|edit| Edit::Line(meeting.clone(), edit)).into_iter().collect())
}

/// Writes the summary of an item (要点筆記); an empty one leaves the lines to speak.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Final`].
pub fn summarise(council: &Council, meeting: &MeetingId, item: &ItemId, summary: &str) -> Decision {
    let (_, body) = meeting_and_body(council, meeting)?;
    body.items.get(item).ok_or(Refusal::NotFound)?;
    let edit = body.items.changing(item, |item| summary.clone_into(&mut item.summary));
    Ok(edit.map(|edit| Edit::Item(meeting.clone(), edit)).into_iter().collect())
}

/// Says who is to sign the next version; nobody leaves it to whoever holds a signatory's seat.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Final`].
pub fn set_signatories(council: &Council, meeting: &MeetingId, signatories: Vec<Who>) -> Decision {
    meeting_and_body(council, meeting)?;
    Ok(change(council, meeting, |minutes| minutes.signatories = signatories))
}

/// Notes the day the summary went out, also of minutes that are final.
///
/// # Errors
/// [`Refusal::WrongState`] before the meeting was held, [`Refusal::NotFound`].
pub fn send_summary(council: &Council, meeting: &MeetingId, day: Option<NaiveDate>) -> Decision {
    require_state(council.meetings.get(meeting).ok_or(Refusal::NotFound)?, MeetingState::Held)?;
    Ok(change(council, meeting, |minutes| minutes.summary_sent = day))
}

/// Calls the minutes checked. What the quality list still holds wants `anyway`.
///
/// # Errors
/// [`Refusal::Unresolved`], [`Refusal::WrongState`] before the meeting was held, [`Refusal::Final`], [`Refusal::NotLoaded`].
pub fn check(council: &Council, id: &MeetingId, stamp: Stamp, anyway: bool) -> Decision {
    let (meeting, body) = held(council, id)?;
    match council.quality(meeting).len() {
        findings @ 1.. if !anyway => return Err(Refusal::Unresolved { findings }),
        _ => {}
    }
    let checked = Checked { at: stamp.at, by: stamp.by.to_owned(), hash: content_hash(meeting, body) };
    Ok(change(council, id, |minutes| minutes.checked = Some(checked)))
}

/// Makes checked minutes final: the meeting is locked as the next version. What the quality list still holds wants `anyway`, and is kept
/// with the version.
///
/// # Errors
/// [`Refusal::NotChecked`] when they were not checked as they are now, [`Refusal::Unresolved`], and as [`check`].
pub fn finalise(council: &Council, id: &MeetingId, stamp: Stamp, anyway: bool) -> Decision {
    let (meeting, body) = held(council, id)?;
    let hash = content_hash(meeting, body);
    if meeting.minutes.checked.as_ref().is_none_or(|checked| checked.hash != hash) {
        return Err(Refusal::NotChecked);
    }
    let findings = council.quality(meeting);
    if !findings.is_empty() && !anyway {
        return Err(Refusal::Unresolved { findings: findings.len() });
    }
    let version = Final {
        version: meeting.minutes.version(),
        at: stamp.at,
        by: stamp.by.to_owned(),
        signatories: signatories(council, meeting),
        hash,
        left: quality::counted(&findings),
        reopened: None,
    };
    Ok(change(council, id, |minutes| minutes.finals.push(version)))
}

/// Puts the version in force out of force, so that the next one can be worked on.
///
/// # Errors
/// [`Refusal::ReopeningReasonWanted`], [`Refusal::WrongState`] when none is in force, [`Refusal::NotFound`].
pub fn reopen(council: &Council, id: &MeetingId, stamp: Stamp, reason: &str) -> Decision {
    let meeting = council.meetings.get(id).ok_or(Refusal::NotFound)?;
    if meeting.minutes.standing() != Standing::Final {
        return Err(Refusal::WrongState);
    }
    if reason.trim().is_empty() {
        return Err(Refusal::ReopeningReasonWanted);
    }
    let reopened = Reopened { at: stamp.at, by: stamp.by.to_owned(), reason: reason.trim().to_owned() };
    Ok(change(council, id, |minutes| {
        minutes.checked = None;
        if let Some(last) = minutes.finals.last_mut() {
            last.reopened = Some(reopened);
        }
    }))
}

/// Who signs: those named for this meeting, else whoever holds a signatory's seat.
pub fn signatories(council: &Council, meeting: &Meeting) -> Vec<Who> {
    if !meeting.minutes.signatories.is_empty() {
        return meeting.minutes.signatories.clone();
    }
    let seats = council.roles.iter().filter(|role| role.office == Office::Signatory);
    seats.filter_map(|role| role.holder.clone()).map(|holder| council.who(holder)).collect()
}

fn held<'a>(council: &'a Council, id: &MeetingId) -> Result<(&'a Meeting, &'a Body), Refusal> {
    let (meeting, body) = meeting_and_body(council, id)?;
    require_state(meeting, MeetingState::Held)?;
    // The actions it gave may stand on a shelf, and are looked at too.
    if council.unread_of(id).is_empty() { Ok((meeting, body)) } else { Err(Refusal::NotLoaded) }
}

fn change(council: &Council, id: &MeetingId, change: impl FnOnce(&mut Minutes)) -> Vec<Edit> {
    let edit = council.meetings.changing(id, |meeting| change(&mut meeting.minutes));
    edit.map(Edit::Meeting).into_iter().collect()
}
