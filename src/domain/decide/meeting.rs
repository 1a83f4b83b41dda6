//! The meeting's life: planned, running, held; and its number in the fiscal year.

use super::{Decision, Draft, carry, meeting_and_body, open_meeting, require_state, running};
use crate::domain::{
    Body, Called, Council, Edit, Item, ItemState, Line, LineKind, ListEdit, Meeting, MeetingRole,
    MeetingRoleKind, MeetingState, Mint, Minutes, Openness, Point, Refusal, Turn, Waiting, Who,
    difference::of_bodies,
    id::{ItemId, MeetingId},
};
use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

/// When and where a meeting is to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    pub date: NaiveDate,
    pub start: NaiveTime,
    pub end: NaiveTime,
    pub place: String,
}

impl Plan {
    fn check(&self) -> Result<(), Refusal> {
        if self.end > self.start { Ok(()) } else { Err(Refusal::EndBeforeStart) }
    }
}

impl Council {
    /// The fiscal year a day falls in (2026-11-20 is FY2026 where the year begins in April).
    pub fn fiscal_year(&self, day: NaiveDate) -> i32 {
        if day.month() >= self.head.fiscal_month { day.year() } else { day.year() - 1 }
    }
}

/// When the next meeting might be, for a person to correct: two months after the last one on its weekday, at the same hours and place.
/// Never before `today`; without a last meeting four weeks from then, from 14:00 to 15:30.
pub fn suggest(council: &Council, today: NaiveDate) -> Plan {
    match council.meetings_by_date().last() {
        Some(last) => Plan {
            date: two_months_on(last.date, today),
            start: last.start,
            end: last.end,
            place: last.place.clone(),
        },
        None => Plan {
            date: today + Days::new(28),
            start: NaiveTime::MIN + TimeDelta::hours(14),
            end: NaiveTime::MIN + TimeDelta::minutes(15 * 60 + 30),
            place: String::new(),
        },
    }
}

/// The same weekday nearest to two months after `last`; a week after `today` at the earliest, when that is already over.
fn two_months_on(last: NaiveDate, today: NaiveDate) -> NaiveDate {
    let nearest = |day: NaiveDate| {
        let ahead = u64::from(last.weekday().days_since(day.weekday()));
        if ahead > 3 { day - Days::new(7 - ahead) } else { day + Days::new(ahead) }
    };
    let wished = nearest(last + Months::new(2));
    if wished > today { wished } else { nearest(today + Days::new(10)) }
}

/// Plans a meeting and fills its agenda: with what the last held one left, or with the standing items for a first one.
///
/// # Errors
/// [`Refusal::EndBeforeStart`], [`Refusal::NotLoaded`] when the meeting before it was not read.
pub fn plan(council: &Council, plan: &Plan, mint: &mut Mint) -> Result<(MeetingId, Vec<Edit>), Refusal> {
    plan.check()?;
    let fiscal_year = council.fiscal_year(plan.date);
    let ordinal =
        council.meetings.iter().filter(|it| it.fiscal_year == fiscal_year).map(|it| it.ordinal).max();
    let ordinal = ordinal.unwrap_or(0).saturating_add(1);
    let id = free_id(council, fiscal_year, ordinal);
    let meeting = Meeting {
        id: id.clone(),
        fiscal_year,
        ordinal,
        date: plan.date,
        start: plan.start,
        end: plan.end,
        place: plan.place.clone(),
        openness: Openness::default(),
        state: MeetingState::Planned,
        opened: None,
        closed: None,
        roles: Vec::new(),
        observers: 0,
        called: Vec::new(),
        minutes: Minutes::default(),
    };
    let items = carry::first_items(council, plan.date, mint)?;
    let mut draft = Draft::of(council);
    draft.push(Edit::Meeting(council.meetings.appending(meeting)))?;
    for (at, new) in items.into_iter().enumerate() {
        draft.push(Edit::Item(id.clone(), ListEdit::Insert { at, new }))?;
    }
    renumber(&mut draft, fiscal_year)?;
    Ok((id, draft.edits))
}

/// Moves a meeting in time or place. Planned meetings are numbered again by date.
///
/// # Errors
/// [`Refusal::EndBeforeStart`], [`Refusal::NotFound`], [`Refusal::Final`].
pub fn replan(council: &Council, id: &MeetingId, plan: &Plan) -> Decision {
    plan.check()?;
    let old = open_meeting(council, id)?;
    let (old_year, year) = (old.fiscal_year, council.fiscal_year(plan.date));
    let mut draft = Draft::of(council);
    draft.push_all(
        council
            .meetings
            .changing(id, |meeting| {
                meeting.date = plan.date;
                meeting.start = plan.start;
                meeting.end = plan.end;
                meeting.place.clone_from(&plan.place);
                if year != old_year {
                    meeting.fiscal_year = year;
                    meeting.ordinal = last_kept_number(council, year).saturating_add(1);
                }
            })
            .map(Edit::Meeting),
    )?;
    renumber(&mut draft, year)?;
    renumber(&mut draft, old_year)?;
    Ok(draft.edits)
}

/// The same, and says whether the public may listen.
///
/// # Errors
/// As [`replan`].
pub fn rearrange(council: &Council, id: &MeetingId, plan: &Plan, openness: &Openness) -> Decision {
    let mut draft = Draft::of(council);
    draft.push_all(replan(council, id, plan)?)?;
    let edit = draft.council.meetings.changing(id, |meeting| meeting.openness.clone_from(openness));
    draft.push_all(edit.map(Edit::Meeting))?;
    Ok(draft.edits)
}

/// Takes a meeting off the list, with its agenda and attendance.
///
/// # Errors
/// [`Refusal::IsRunning`], or [`Refusal::HasRecord`] when something was written in it.
pub fn remove(council: &Council, id: &MeetingId) -> Decision {
    let (meeting, body) = meeting_and_body(council, id)?;
    if meeting.state == MeetingState::Running {
        return Err(Refusal::IsRunning);
    }
    if !body.lines.is_empty() {
        return Err(Refusal::HasRecord { lines: body.lines.len() });
    }
    let mut draft = Draft::of(council);
    draft.push_all(of_bodies(id, body, &Body::default()))?;
    draft.push_all(council.meetings.removing(id).map(Edit::Meeting))?;
    renumber(&mut draft, meeting.fiscal_year)?;
    Ok(draft.edits)
}

/// Opens a planned meeting and takes up its first item.
///
/// # Errors
/// [`Refusal::OtherRunning`], [`Refusal::AlreadyHeld`].
pub fn start(council: &Council, id: &MeetingId, at: NaiveDateTime, mint: &mut Mint) -> Decision {
    let (meeting, body) = meeting_and_body(council, id)?;
    if let Some(other) = council.running() {
        return Err(Refusal::OtherRunning { fiscal_year: other.fiscal_year, ordinal: other.ordinal });
    }
    if meeting.state == MeetingState::Held {
        return Err(Refusal::AlreadyHeld);
    }
    let opened = council.meetings.changing(id, |meeting| {
        meeting.state = MeetingState::Running;
        meeting.opened = Some(at);
    });
    let mut edits: Vec<Edit> = opened.map(Edit::Meeting).into_iter().collect();
    edits.extend(taking_up(council, id, body, body.upcoming_item(), at, mint));
    Ok(edits)
}

/// Ends the running meeting. What it leaves goes on the agenda of the next planned one at once, where there is one.
///
/// # Errors
/// [`Refusal::NotRunning`], [`Refusal::NotLoaded`] when it or the next one was not read.
pub fn close(council: &Council, at: NaiveDateTime, mint: &mut Mint) -> Decision {
    let (meeting, body) = running(council)?;
    let closed = council.meetings.changing(&meeting.id, |meeting| {
        meeting.state = MeetingState::Held;
        meeting.closed = Some(at);
    });
    let mut draft = Draft::of(council);
    draft.push_all(taking_up(council, &meeting.id, body, None, at, mint))?;
    draft.push_all(leaving_queue(&meeting.id, body, |_| true))?;
    draft.push_all(closed.map(Edit::Meeting))?;
    let planned = |it: &&Meeting| it.state == MeetingState::Planned && it.date >= meeting.date;
    if let Some(next) = council.meetings_by_date().into_iter().find(planned) {
        let handed_on = carry::take_over(&draft.council, &next.id, mint)?;
        draft.push_all(handed_on)?;
    }
    Ok(draft.edits)
}

/// The edits that leave the current item and take up another (or none), and move the light on the board with it.
pub(super) fn taking_up(
    council: &Council,
    id: &MeetingId,
    body: &Body,
    next: Option<&Item>,
    at: NaiveDateTime,
    mint: &mut Mint,
) -> Vec<Edit> {
    let set = |item: &Item, state| body.items.changing(&item.id, |item| item.state = state);
    let left = body.current_item().and_then(|item| set(item, left_as(body, item)));
    let taken = next.and_then(|item| set(item, ItemState::Current));
    let focus = next.and_then(|item| item.points.first().copied());
    let mut edits: Vec<Edit> =
        left.into_iter().chain(taken).map(|edit| Edit::Item(id.clone(), edit)).collect();
    edits.push(turn(id, body, at, next.map(|item| item.id.clone()), focus, mint));
    edits.extend(council.changing_head(|head| head.focus = focus));
    edits.extend(focus.and_then(|point| touching(council, point, at.date())));
    edits
}

/// How an item stands once it is left: put off where the last word on it was 保留.
fn left_as(body: &Body, item: &Item) -> ItemState {
    let under = body.lines.iter().rev().filter(|line| line.item.as_ref() == Some(&item.id));
    under.filter_map(left_by).next().unwrap_or(ItemState::Discussed)
}

/// What a line says of how its item is left: a decision settles it, 保留 puts it off.
pub(super) fn left_by(line: &Line) -> Option<ItemState> {
    match line.kind {
        LineKind::Decision(_) => Some(ItemState::Discussed),
        LineKind::Deferred if !line.private => Some(ItemState::Deferred),
        _ => None,
    }
}

/// The edits that take some of those who wait out of the speaker queue.
pub(super) fn leaving_queue(id: &MeetingId, body: &Body, leaves: impl Fn(&Waiting) -> bool) -> Vec<Edit> {
    let leaving = body.queue.iter().enumerate().rev().filter(|(_, waiting)| leaves(waiting));
    leaving.map(|(at, old)| Edit::Waiting(id.clone(), ListEdit::Remove { at, old: old.clone() })).collect()
}

pub(super) fn turn(
    id: &MeetingId,
    body: &Body,
    at: NaiveDateTime,
    item: Option<ItemId>,
    point: Option<Point>,
    mint: &mut Mint,
) -> Edit {
    Edit::Turn(id.clone(), body.turns.appending(Turn { id: mint.id(), at, item, point }))
}

pub(super) fn touching(council: &Council, point: Point, day: NaiveDate) -> Option<Edit> {
    council.points.changing(&point, |record| record.touched = Some(day)).map(Edit::Point)
}

/// Names who facilitates, records or keeps time at one meeting; `None` empties the role.
///
/// # Errors
/// [`Refusal::NotFound`].
pub fn set_role(council: &Council, id: &MeetingId, kind: MeetingRoleKind, holder: Option<Who>) -> Decision {
    open_meeting(council, id)?;
    let edit = council.meetings.changing(id, |meeting| {
        meeting.roles.retain(|role| role.kind != kind);
        meeting.roles.extend(holder.map(|holder| MeetingRole { kind, holder }));
        meeting.roles.sort_by_key(|role| role.kind);
    });
    Ok(edit.map(Edit::Meeting).into_iter().collect())
}

/// Remembers who is meant by a name for the rest of one meeting.
///
/// # Errors
/// [`Refusal::NotFound`].
pub fn call(council: &Council, id: &MeetingId, name: &str, who: Who) -> Decision {
    open_meeting(council, id)?;
    let edit = council.meetings.changing(id, |meeting| {
        meeting.called.retain(|it| it.name != name);
        meeting.called.push(Called { name: name.to_owned(), who });
    });
    Ok(edit.map(Edit::Meeting).into_iter().collect())
}

fn free_id(council: &Council, fiscal_year: i32, ordinal: u32) -> MeetingId {
    let plain = format!("fy{fiscal_year}-{ordinal}");
    let taken = |id: &String| council.meetings.iter().any(|meeting| meeting.id.as_str() == id);
    let variants = ('b'..='z').map(|letter| format!("{plain}{letter}"));
    let counted = (2..).map(|n| format!("{plain}-{n}"));
    let id = std::iter::once(plain.clone()).chain(variants).chain(counted).find(|id| !taken(id));
    MeetingId(id.unwrap_or(plain))
}

/// The highest number in a fiscal year that a held or running meeting bears; 0 without any.
fn last_kept_number(council: &Council, fiscal_year: i32) -> u32 {
    let kept = |it: &&Meeting| it.fiscal_year == fiscal_year && it.state != MeetingState::Planned;
    council.meetings.iter().filter(kept).map(|it| it.ordinal).max().unwrap_or(0)
}

/// Numbers the planned meetings of a fiscal year by date, around those held or running, which keep their numbers.
fn renumber(draft: &mut Draft, fiscal_year: i32) -> Result<(), Refusal> {
    let meetings = draft.council.meetings_by_date().into_iter().filter(|it| it.fiscal_year == fiscal_year);
    let meetings: Vec<Meeting> = meetings.cloned().collect();
    let is_kept = |it: &&Meeting| it.state != MeetingState::Planned;
    let kept: Vec<u32> = meetings.iter().filter(is_kept).map(|it| it.ordinal).collect();
    let mut last = 0;
    for meeting in &meetings {
        if is_kept(&meeting) {
            last = last.max(meeting.ordinal);
            continue;
        }
        last = (last.saturating_add(1)..=u32::MAX).find(|ordinal| !kept.contains(ordinal)).unwrap_or(last);
        let edit = draft.council.meetings.changing(&meeting.id, |it| it.ordinal = last);
        draft.push_all(edit.map(Edit::Meeting))?;
    }
    Ok(())
}

/// Refuses unless the meeting is still ahead.
///
/// # Errors
/// [`Refusal::WrongState`], [`Refusal::NotFound`].
pub fn require_planned(council: &Council, id: &MeetingId) -> Result<(), Refusal> {
    require_state(council.meetings.get(id).ok_or(Refusal::NotFound)?, MeetingState::Planned)
}
