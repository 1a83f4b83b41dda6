//! Suggestions: taking one on the next agenda, declining one, and from when on something is suggested.

use super::{Decision, carry, meeting::require_planned, meeting_and_body};
use crate::domain::{
    Council, Edit, Item, ItemKind, ListEdit, Mint, Why,
    id::MeetingId,
    suggestion::{Declined, Reason, Suggestion, Thresholds},
};
use chrono::NaiveDate;

/// Puts it on the agenda of a planned meeting, before what closes it (その他); what was put off goes on as it would be carried over, and
/// nothing happens where it is there already.
///
/// # Errors
/// [`Refusal::WrongState`](crate::domain::Refusal) for a meeting that is not ahead; `NotLoaded`, `NotFound`.
pub fn accept(council: &Council, meeting: &MeetingId, it: &Suggestion, mint: &mut Mint) -> Decision {
    require_planned(council, meeting)?;
    if let Reason::Deferred { item, .. } = &it.reason {
        return carry::take_over_one(council, meeting, item, mint);
    }
    let item = Item {
        kind: it.kind,
        points: it.points.clone(),
        why: Why::Suggested(Box::new(it.reason.clone())),
        ..Item::new(mint.id(), it.title.clone(), it.minutes)
    };
    let (_, body) = meeting_and_body(council, meeting)?;
    let closing = body.items.iter().rev().take_while(|it| it.kind == ItemKind::Other).count();
    let at = body.items.len() - closing;
    Ok(vec![Edit::Item(meeting.clone(), ListEdit::Insert { at, new: item })])
}

/// Keeps it away for now; what no longer keeps anything away is forgotten.
///
/// # Errors
/// None today.
pub fn decline(council: &Council, reason: &Reason, today: NaiveDate) -> Decision {
    let key = reason.key();
    let mut declined: Vec<Declined> =
        council.standing_declines().filter(|it| it.key != key).cloned().collect();
    declined.push(Declined { key, on: today });
    Ok(council.changing_head(|head| head.declined = declined).into_iter().collect())
}

/// Says from when on something is suggested.
///
/// # Errors
/// None today.
pub fn set_thresholds(council: &Council, thresholds: Thresholds) -> Decision {
    Ok(council.changing_head(|head| head.thresholds = thresholds).into_iter().collect())
}
