//! Organisations as partners: how close, what was checked before asking, what went to and fro, and which points they take part in.

use super::Decision;
use crate::domain::{
    Council, Edit, Exchange, ExchangeWay, Partner, Point, Refusal, Tie, id::OrganisationId,
    partner::AspectCheck,
};

/// Says where the council and the organisation are on the continuum; `None` leaves it open.
///
/// # Errors
/// [`Refusal::NotFound`].
pub fn set_tie(council: &Council, id: &OrganisationId, tie: Option<Tie>) -> Decision {
    changing(council, id, |partner| partner.tie = tie)
}

/// Says where the council wants to be with it; `None` leaves it open.
///
/// # Errors
/// [`Refusal::NotFound`].
pub fn set_aim(council: &Council, id: &OrganisationId, aim: Option<Tie>) -> Decision {
    changing(council, id, |partner| partner.aim = aim)
}

/// Notes a look at an aspect, in place of the one before. The checks come to stand in the order of the model.
///
/// # Errors
/// [`Refusal::NotFound`].
pub fn check(council: &Council, id: &OrganisationId, check: AspectCheck) -> Decision {
    changing(council, id, |partner| {
        partner.checks.retain(|it| it.aspect != check.aspect);
        partner.checks.push(check);
        partner.checks.sort_by_key(|it| it.aspect);
    })
}

/// Adds an entry to the log of give and take, which comes to stand in the order of its days.
///
/// # Errors
/// [`Refusal::Empty`] where something was given without saying what; a contact may go without words. [`Refusal::NotFound`].
pub fn log(council: &Council, id: &OrganisationId, exchange: Exchange) -> Decision {
    save_exchange(council, id, None, exchange)
}

/// Puts an entry of the log in the place of `was`.
///
/// # Errors
/// As [`log`]; [`Refusal::NotFound`] also where `was` is not there.
pub fn change_exchange(
    council: &Council,
    id: &OrganisationId,
    was: &Exchange,
    exchange: Exchange,
) -> Decision {
    save_exchange(council, id, Some(was), exchange)
}

fn save_exchange(
    council: &Council,
    id: &OrganisationId,
    was: Option<&Exchange>,
    exchange: Exchange,
) -> Decision {
    if exchange.way != ExchangeWay::Contact && exchange.text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    let place = was.map(|was| place(council, id, was)).transpose()?;
    changing(council, id, |partner| {
        match place {
            Some(at) => partner.exchanges[at] = exchange,
            None => partner.exchanges.push(exchange),
        }
        partner.exchanges.sort_by_key(|it| it.on);
    })
}

/// Takes an entry out of the log.
///
/// # Errors
/// [`Refusal::NotFound`].
pub fn remove_exchange(council: &Council, id: &OrganisationId, exchange: &Exchange) -> Decision {
    let at = place(council, id, exchange)?;
    changing(council, id, |partner| drop(partner.exchanges.remove(at)))
}

fn place(council: &Council, id: &OrganisationId, exchange: &Exchange) -> Result<usize, Refusal> {
    let organisation = council.organisations.get(id).ok_or(Refusal::NotFound)?;
    organisation.partner.exchanges.iter().position(|it| it == exchange).ok_or(Refusal::NotFound)
}

/// Says which points it takes part in, beside those it leads or has actions on.
///
/// # Errors
/// [`Refusal::NotFound`].
pub fn set_points(council: &Council, id: &OrganisationId, mut points: Vec<Point>) -> Decision {
    points.sort_unstable();
    points.dedup();
    changing(council, id, |partner| partner.points = points)
}

/// Nothing is decided where it makes no difference.
fn changing(council: &Council, id: &OrganisationId, change: impl FnOnce(&mut Partner)) -> Decision {
    council.organisations.get(id).ok_or(Refusal::NotFound)?;
    let edit = council.organisations.changing(id, |organisation| change(&mut organisation.partner));
    Ok(edit.map(Edit::Organisation).into_iter().collect())
}
