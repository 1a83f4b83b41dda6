//! Commands of the actions pane.

use super::Command;

pub(super) const ROWS: &[Command] = &[];
