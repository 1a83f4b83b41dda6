//! Commands of the roster pane.

use super::Command;

pub(super) const ROWS: &[Command] = &[];
