//! Commands of the roles pane.

use super::Command;

pub(super) const ROWS: &[Command] = &[];
