//! What the commands of the agenda pane do.

use crate::app::model::Model;

/// Opens the form that plans a meeting.
pub fn plan_meeting(_model: &mut Model) {}
