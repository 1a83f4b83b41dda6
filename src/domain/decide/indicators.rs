//! Indicators: adding, changing and ordering them, and their readings.

use super::Decision;
use crate::domain::{Council, Edit, Indicator, Point, Reading, Refusal, id::IndicatorId};

/// Adds an indicator, or replaces the one with its id. Its readings come to stand in the order of their years.
///
/// # Errors
/// [`Refusal::Empty`] without a name.
pub fn save(council: &Council, mut indicator: Indicator) -> Decision {
    if indicator.name.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    indicator.readings.sort_by_key(|reading| reading.year);
    indicator.points.sort_unstable();
    indicator.points.dedup();
    let list = &council.indicators;
    let known = list.get(&indicator.id).is_some();
    let edit = if known { list.replacing(indicator) } else { Some(list.appending(indicator)) };
    Ok(edit.map(Edit::Indicator).into_iter().collect())
}

/// Takes an indicator out with all its readings.
///
/// # Errors
/// [`Refusal::NotFound`].
pub fn remove(council: &Council, id: &IndicatorId) -> Decision {
    let edit = council.indicators.removing(id).ok_or(Refusal::NotFound)?;
    Ok(vec![Edit::Indicator(edit)])
}

/// Notes the reading of a year, in place of the one that is there; also of the one of `was`, where a year was mistaken.
///
/// # Errors
/// [`Refusal::NotFound`].
pub fn set_reading(council: &Council, id: &IndicatorId, reading: Reading, was: Option<i32>) -> Decision {
    changing(council, id, |indicator| {
        indicator.readings.retain(|it| it.year != reading.year && Some(it.year) != was);
        indicator.readings.push(reading);
    })
}

/// Takes out the reading of a year.
///
/// # Errors
/// [`Refusal::NotFound`].
pub fn remove_reading(council: &Council, id: &IndicatorId, year: i32) -> Decision {
    let indicator = council.indicators.get(id).ok_or(Refusal::NotFound)?;
    indicator.reading(year).ok_or(Refusal::NotFound)?;
    changing(council, id, |indicator| indicator.readings.retain(|it| it.year != year))
}

/// Says which points an indicator tells of.
///
/// # Errors
/// [`Refusal::NotFound`].
pub fn link(council: &Council, id: &IndicatorId, points: Vec<Point>) -> Decision {
    changing(council, id, |indicator| indicator.points = points)
}

/// Moves an indicator up (negative) or down the list.
///
/// # Errors
/// [`Refusal::NotFound`].
pub fn reorder(council: &Council, id: &IndicatorId, steps: isize) -> Decision {
    council.indicators.get(id).ok_or(Refusal::NotFound)?;
    Ok(council.indicators.moving(id, steps).map(Edit::Indicator).into_iter().collect())
}

fn changing(council: &Council, id: &IndicatorId, change: impl FnOnce(&mut Indicator)) -> Decision {
    let mut indicator = council.indicators.get(id).ok_or(Refusal::NotFound)?.clone();
    change(&mut indicator);
    save(council, indicator)
}
