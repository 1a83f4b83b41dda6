//! What the commands of the agenda pane do.
