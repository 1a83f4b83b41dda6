//! Putting away what is over, once after a council was opened for writing.

use super::place::Place;
use crate::{
    app::model::Model,
    domain::{ChangeKind, decide},
};

/// Does it as soon as the shelves it adds to are read.
pub fn settle(model: &mut Model) {
    if !model.is_untidy() {
        return;
    }
    let Ok(edits) = decide::tidy(model.council(), model.today()) else { return };
    model.loading.untidy = false;
    let place = Place::of(model);
    // Edits made for the council as it is always fit.
    if model.history.push_as(model.now, ChangeKind::Tidy, edits).is_ok() {
        place.restore(model);
    }
}
