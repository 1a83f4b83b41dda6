//! The ten-point board: where the collaboration is, and which point the room speaks about now.

use super::{
    Decision,
    meeting::{touching, turn},
    running,
};
use crate::domain::{
    Council, Edit, Evidence, Mint, Point, PointRecord, Refusal, Stage, Step, Tick, Who, id::MeetingId,
};
use chrono::{NaiveDate, NaiveDateTime};

/// Lights a point (or none) as the one being spoken about; while a meeting runs, its minutes count from now.
///
/// # Errors
/// [`Refusal::NotLoaded`] when the running meeting was not read.
pub fn focus(council: &Council, point: Option<Point>, at: NaiveDateTime, mint: &mut Mint) -> Decision {
    let Some(lit) = council.changing_head(|head| head.focus = point) else { return Ok(Vec::new()) };
    let mut edits = vec![lit];
    if council.running().is_some() {
        let (meeting, body) = running(council)?;
        let item = body.current_item().map(|item| item.id.clone());
        edits.push(turn(&meeting.id, body, at, item, point, mint));
    }
    edits.extend(point.and_then(|point| touching(council, point, at.date())));
    Ok(edits)
}

/// Says how far a point has come.
///
/// # Errors
/// None today.
pub fn set_stage(council: &Council, point: Point, stage: Stage, today: NaiveDate) -> Decision {
    Ok(change(council, point, today, |record| {
        if record.stage == stage {
            return;
        }
        record.stage = stage;
        // What was said and taken back on one day is not a step.
        record.steps.retain(|step| step.on != today);
        if record.stage_on(today) != Some(stage) {
            record.steps.push(Step { on: today, meeting: in_session(council), to: stage });
        }
    }))
}

fn in_session(council: &Council) -> Option<MeetingId> {
    council.running().map(|meeting| meeting.id.clone())
}

/// That a sign is seen: since which day, by what, as who said.
#[derive(Clone, Debug, PartialEq)]
pub struct Sighting {
    /// The id of the sign, as the points name it.
    pub sign: String,
    pub on: NaiveDate,
    pub evidence: String,
    pub said_by: Option<Who>,
}

/// Ticks a sign, or mends what was said of one that is ticked. Said of today while a meeting runs, it was said there.
///
/// # Errors
/// [`Refusal::Empty`] without a sign, [`Refusal::DayAhead`] of a day that has not come.
pub fn tick(council: &Council, point: Point, seen: Sighting, today: NaiveDate) -> Decision {
    let Sighting { sign, on, evidence, said_by } = seen;
    if sign.is_empty() {
        return Err(Refusal::Empty);
    }
    if on > today {
        return Err(Refusal::DayAhead);
    }
    Ok(change(council, point, today, |record| {
        let before = record.tick(&sign).cloned();
        let there = before.as_ref().filter(|tick| tick.on == on).map(|tick| tick.meeting.clone());
        let meeting = there.unwrap_or_else(|| in_session(council).filter(|_| on == today));
        record.ticks.retain(|tick| Some(tick) != before.as_ref());
        // A day that was mended puts it elsewhere among the others.
        let at = record.ticks.iter().rposition(|tick| tick.on <= on).map_or(0, |at| at + 1);
        record.ticks.insert(at, Tick { sign, on, meeting, evidence, said_by, until: None });
    }))
}

/// Says that a ticked sign is seen no more. That it was seen stays.
///
/// # Errors
/// [`Refusal::NotFound`] of one that is not ticked.
pub fn untick(council: &Council, point: Point, sign: &str, today: NaiveDate) -> Decision {
    if council.point(point).tick(sign).is_none() {
        return Err(Refusal::NotFound);
    }
    Ok(change(council, point, today, |record| {
        let standing = |tick: &&mut Tick| tick.sign == sign && tick.until.is_none();
        for tick in record.ticks.iter_mut().filter(standing) {
            tick.until = Some(today.max(tick.on));
        }
    }))
}

/// Marks a point as one the council works on, or not.
///
/// # Errors
/// None today.
pub fn toggle_active(council: &Council, point: Point, today: NaiveDate) -> Decision {
    Ok(change(council, point, today, |record| record.active = !record.active))
}

/// Says who leads a point; `None` leaves it without a lead.
///
/// # Errors
/// None today.
pub fn set_lead(council: &Council, point: Point, lead: Option<Who>, today: NaiveDate) -> Decision {
    Ok(change(council, point, today, |record| record.lead = lead))
}

/// Replaces the council's note on a point.
///
/// # Errors
/// None today.
pub fn set_note(council: &Council, point: Point, note: &str, today: NaiveDate) -> Decision {
    Ok(change(council, point, today, |record| note.clone_into(&mut record.note)))
}

/// Adds an observation that shows where a point stands.
///
/// # Errors
/// [`Refusal::Empty`].
pub fn add_evidence(council: &Council, point: Point, text: &str, today: NaiveDate) -> Decision {
    if text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    let evidence = Evidence { on: today, text: text.to_owned() };
    Ok(change(council, point, today, |record| record.evidence.push(evidence)))
}

/// Takes an observation back out.
///
/// # Errors
/// [`Refusal::NotFound`].
pub fn remove_evidence(council: &Council, point: Point, at: usize, today: NaiveDate) -> Decision {
    if at >= council.point(point).evidence.len() {
        return Err(Refusal::NotFound);
    }
    Ok(change(council, point, today, |record| {
        record.evidence.remove(at);
    }))
}

/// The record with one thing changed and the day noted; nothing when it makes no difference.
fn change(
    council: &Council,
    point: Point,
    today: NaiveDate,
    change: impl FnOnce(&mut PointRecord),
) -> Vec<Edit> {
    let mut new = council.point(point).clone();
    change(&mut new);
    if new == *council.point(point) {
        return Vec::new();
    }
    new.touched = Some(today);
    council.points.replacing(new).map(Edit::Point).into_iter().collect()
}
