//! Action items between meetings: giving them out, following them up.

use super::{Decision, head_edit};
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
    let counted = head_edit(council, |head| head.next_action += 1);
    Ok(counted.into_iter().chain([Edit::Action(council.actions.appending(action))]).collect())
}

/// Replaces an action with its edited self; number and origin stay.
///
/// # Errors
/// [`Refusal::Empty`] without a text, [`Refusal::NotFound`].
pub fn save(council: &Council, action: Action) -> Decision {
    if action.text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    council.actions.get(&action.id).ok_or(Refusal::NotFound)?;
    Ok(council.actions.replacing(action).map(Edit::Action).into_iter().collect())
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
    council.actions.get(id).ok_or(Refusal::NotFound)?;
    if state == ActionState::Dropped && reason.trim().is_empty() {
        return Err(Refusal::ReasonWanted);
    }
    let edit = council.actions.changing(id, |action| {
        if action.state == state && action.reason == reason {
            return;
        }
        action.state = state;
        action.ended = (!state.is_open()).then_some(today);
        reason.clone_into(&mut action.reason);
    });
    Ok(edit.map(Edit::Action).into_iter().collect())
}

/// Adds a dated remark.
///
/// # Errors
/// [`Refusal::Empty`], [`Refusal::NotFound`].
pub fn add_note(council: &Council, id: &ActionId, text: &str, today: NaiveDate) -> Decision {
    council.actions.get(id).ok_or(Refusal::NotFound)?;
    if text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    let note = ActionNote { on: today, text: text.to_owned() };
    Ok(council.actions.changing(id, |action| action.notes.push(note)).map(Edit::Action).into_iter().collect())
}

/// Takes an action off the list. One that a record line gave stays as long as the line does.
///
/// # Errors
/// [`Refusal::InUse`], [`Refusal::NotFound`].
pub fn remove(council: &Council, id: &ActionId) -> Decision {
    let action = council.actions.get(id).ok_or(Refusal::NotFound)?;
    if action.origin.as_ref().is_some_and(|origin| origin.line.is_some()) {
        return Err(Refusal::InUse { places: 1 });
    }
    Ok(council.actions.removing(id).map(Edit::Action).into_iter().collect())
}
