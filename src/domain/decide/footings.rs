//! What the council stands on: saying how far each thing is, and the council's own.

use super::Decision;
use crate::domain::{Council, Footing, FootingKind, FootingState, Refusal};
use chrono::NaiveDate;

/// Says how a footing is; one of the council's own that is not there yet is added.
///
/// # Errors
/// [`Refusal::Empty`] for one of its own without a name.
pub fn save(council: &Council, footing: Footing) -> Decision {
    match &footing.kind {
        FootingKind::Own(name) if name.trim().is_empty() => Err(Refusal::Empty),
        _ => Ok(council.changing_footing(footing).into_iter().collect()),
    }
}

/// Says how far a footing is. What changes is so since `today`; what is absent is so since no day.
///
/// # Errors
/// [`Refusal::NotFound`].
pub fn set_state(council: &Council, kind: &FootingKind, state: FootingState, today: NaiveDate) -> Decision {
    let mut footing = council.footings().into_iter().find(|it| it.kind == *kind).ok_or(Refusal::NotFound)?;
    if footing.state != state {
        footing.state = state;
        footing.since = (state != FootingState::Absent).then_some(today);
    }
    save(council, footing)
}

/// Takes one of the council's own out of the list; of the usual four, what was said about it.
///
/// # Errors
/// [`Refusal::NotFound`] where nothing was said about it.
pub fn remove(council: &Council, kind: &FootingKind) -> Decision {
    let edit = council.changing_head(|head| head.footings.retain(|it| it.kind != *kind));
    Ok(vec![edit.ok_or(Refusal::NotFound)?])
}
