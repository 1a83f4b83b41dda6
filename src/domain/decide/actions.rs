//! Action items between meetings: giving them out, following them up.

use super::{Decision, open_meeting};
use crate::domain::{Action, ActionState, Council, Edit, Refusal, action::ActionNote, id::ActionId};
use chrono::NaiveDate;

/// Gives out an action that no record line gave. It takes the council's next number, whatever number it came with.
///
/// # Errors
/// [`Refusal::Empty`] without a text.
pub fn add(council: &Council, mut action: Action) -> Decision {
    if action.text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    action.number = council.head.next_action;
    let counted = council.changing_head(|head| head.next_action = head.next_action.saturating_add(1));
    Ok(counted.into_iter().chain([Edit::Action(council.actions.appending(action))]).collect())
}

/// Replaces an action with its edited self; number and origin stay. What final minutes say of it stays to the letter.
///
/// # Errors
/// [`Refusal::Empty`] without a text, [`Refusal::NotFound`], [`Refusal::Final`].
pub fn save(council: &Council, action: Action) -> Decision {
    if action.text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    let before = known(council, &action.id)?;
    let reworded = before.text != action.text;
    let recorded = before.origin.as_ref().filter(|origin| reworded && origin.line.is_some());
    let refused = recorded.and_then(|origin| open_meeting(council, &origin.meeting).err());
    if let Some(refusal @ Refusal::Final { .. }) = refused {
        return Err(refusal);
    }
    let id = before.id.clone();
    Ok(council.changing_action(&id, |it| *it = action))
}

/// Moves an action to another state. Done and dropped remember the day; dropped wants a reason.
///
/// # Errors
/// [`Refusal::ReasonWanted`], [`Refusal::NotFound`].
pub fn set_state(
    council: &Council,
    id: &ActionId,
    state: ActionState,
    reason: &str,
    today: NaiveDate,
) -> Decision {
    known(council, id)?;
    if state == ActionState::Dropped && reason.trim().is_empty() {
        return Err(Refusal::ReasonWanted);
    }
    Ok(council.changing_action(id, |action| {
        if action.state == state && action.reason == reason {
            return;
        }
        turn(action, state, reason, today);
    }))
}

/// The action in that state, from that day on.
pub(super) fn turn(action: &mut Action, state: ActionState, reason: &str, today: NaiveDate) {
    action.state = state;
    action.ended = (!state.is_open()).then_some(today);
    reason.clone_into(&mut action.reason);
}

/// Adds a dated remark.
///
/// # Errors
/// [`Refusal::Empty`], [`Refusal::NotFound`].
pub fn add_note(council: &Council, id: &ActionId, text: &str, today: NaiveDate) -> Decision {
    known(council, id)?;
    if text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    let note = ActionNote { on: today, text: text.to_owned() };
    Ok(council.changing_action(id, |action| action.notes.push(note)))
}

/// Takes an action off the list. One that a record line gave stays as long as the line does.
///
/// # Errors
/// [`Refusal::InUse`], [`Refusal::NotFound`].
pub fn remove(council: &Council, id: &ActionId) -> Decision {
    let action = known(council, id)?;
    if action.origin.as_ref().is_some_and(|origin| origin.line.is_some()) {
        return Err(Refusal::InUse { places: 1 });
    }
    Ok(council.removing_action(id).into_iter().collect())
}

/// The action, wherever it stands. One that is nowhere may stand on a shelf that was not read.
fn known<'a>(council: &'a Council, id: &ActionId) -> Result<&'a Action, Refusal> {
    let missing = if council.has_every_shelf() { Refusal::NotFound } else { Refusal::NotLoaded };
    council.action(id).ok_or(missing)
}
