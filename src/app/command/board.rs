//! Commands of the board pane.

use super::Command;

pub(super) const ROWS: &[Command] = &[];
