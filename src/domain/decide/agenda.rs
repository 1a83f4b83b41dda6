//! Agenda items: putting them on, ordering them, and going through them while the meeting runs.

use super::{Decision, meeting::taking_up, meeting_and_body, running};
use crate::domain::{
    Council, Edit, Item, ItemState, MeetingState, Mint, Refusal, Why,
    id::{ItemId, MeetingId},
};
use chrono::{NaiveDateTime, TimeDelta};

/// A second press within this time is taken for a slip of the finger.
pub const DOUBLE_PRESS: TimeDelta = TimeDelta::seconds(2);

/// Puts an item on the agenda: at the end, or, while the meeting runs, right after the current one and marked as ad hoc.
///
/// # Errors
/// [`Refusal::Empty`] without a title, [`Refusal::NotFound`].
pub fn add(council: &Council, meeting: &MeetingId, mut item: Item) -> Decision {
    let (head, body) = meeting_and_body(council, meeting)?;
    if item.title.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    let mut at = body.items.len();
    if head.state == MeetingState::Running {
        item.why = Why::AdHoc;
        let current = body.items.iter().position(|it| it.state == ItemState::Current);
        at = current.map_or(at, |current| current + 1);
    }
    Ok(vec![Edit::Item(meeting.clone(), crate::domain::ListEdit::Insert { at, new: item })])
}

/// Replaces an item with its edited self.
///
/// # Errors
/// [`Refusal::Empty`] without a title, [`Refusal::NotFound`].
pub fn save(council: &Council, meeting: &MeetingId, item: Item) -> Decision {
    let (_, body) = meeting_and_body(council, meeting)?;
    if item.title.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    body.items.get(&item.id).ok_or(Refusal::NotFound)?;
    Ok(body.items.replacing(item).map(|edit| Edit::Item(meeting.clone(), edit)).into_iter().collect())
}

/// Takes an item off the agenda. Lines written under it keep the item from going.
///
/// # Errors
/// [`Refusal::HasRecord`], [`Refusal::WrongState`] for the current item, [`Refusal::NotFound`].
pub fn remove(council: &Council, meeting: &MeetingId, item: &ItemId) -> Decision {
    let (_, body) = meeting_and_body(council, meeting)?;
    let found = body.items.get(item).ok_or(Refusal::NotFound)?;
    if found.state == ItemState::Current {
        return Err(Refusal::WrongState);
    }
    match body.lines.iter().filter(|line| line.item.as_ref() == Some(item)).count() {
        0 => {
            Ok(body.items.removing(item).map(|edit| Edit::Item(meeting.clone(), edit)).into_iter().collect())
        }
        lines => Err(Refusal::HasRecord { lines }),
    }
}

/// Moves an item up (negative) or down.
///
/// # Errors
/// [`Refusal::NotFound`].
pub fn reorder(council: &Council, meeting: &MeetingId, item: &ItemId, steps: isize) -> Decision {
    let (_, body) = meeting_and_body(council, meeting)?;
    Ok(body.items.moving(item, steps).map(|edit| Edit::Item(meeting.clone(), edit)).into_iter().collect())
}

/// Goes on to the next item of the running meeting.
///
/// # Errors
/// [`Refusal::TooSoon`] within [`DOUBLE_PRESS`] of the last turn, [`Refusal::NoItemAhead`], [`Refusal::NotRunning`].
pub fn next(council: &Council, at: NaiveDateTime, mint: &mut Mint) -> Decision {
    let (meeting, body) = running(council)?;
    // A clock set back makes the difference negative; that is no second press.
    let slip = TimeDelta::zero()..DOUBLE_PRESS;
    if body.turns.last().is_some_and(|turn| slip.contains(&(at - turn.at))) {
        return Err(Refusal::TooSoon);
    }
    let next = body.upcoming_item().ok_or(Refusal::NoItemAhead)?;
    Ok(taking_up(council, &meeting.id, body, Some(next), at, mint))
}

/// Takes up any item of the running meeting, also one talked about before.
///
/// # Errors
/// [`Refusal::NotRunning`], [`Refusal::NotFound`].
pub fn take_up(council: &Council, item: &ItemId, at: NaiveDateTime, mint: &mut Mint) -> Decision {
    let (meeting, body) = running(council)?;
    let item = body.items.get(item).ok_or(Refusal::NotFound)?;
    if item.state == ItemState::Current {
        return Ok(Vec::new());
    }
    Ok(taking_up(council, &meeting.id, body, Some(item), at, mint))
}

/// Puts an item into another state: deferred, skipped this time, closed, or open again. Leaving the current item takes up the next.
///
/// # Errors
/// [`Refusal::WrongState`] when asked to make it current, or discussed before the meeting was held; [`Refusal::NotFound`].
pub fn set_state(
    council: &Council,
    meeting: &MeetingId,
    item: &ItemId,
    state: ItemState,
    at: NaiveDateTime,
    mint: &mut Mint,
) -> Decision {
    let (head, body) = meeting_and_body(council, meeting)?;
    let found = body.items.get(item).ok_or(Refusal::NotFound)?;
    let was_discussed = found.state == ItemState::Current || head.state == MeetingState::Held;
    if state == ItemState::Current || (state == ItemState::Discussed && !was_discussed) {
        return Err(Refusal::WrongState);
    }
    if found.state != ItemState::Current {
        let edit = body.items.changing(item, |it| it.state = state);
        return Ok(edit.map(|edit| Edit::Item(meeting.clone(), edit)).into_iter().collect());
    }
    let mut edits = taking_up(council, meeting, body, body.upcoming_item(), at, mint);
    // The item was just marked as discussed by leaving it; say instead what was asked for.
    if let Some(Edit::Item(_, crate::domain::ListEdit::Replace { new, .. })) = edits.first_mut() {
        new.state = state;
    }
    Ok(edits)
}
