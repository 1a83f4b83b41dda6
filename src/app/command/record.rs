//! Commands of the record pane.

use super::Command;

pub(super) const ROWS: &[Command] = &[];
