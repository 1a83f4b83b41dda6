//! Commands of the agenda pane.

use super::Command;

pub(super) const ROWS: &[Command] = &[];
