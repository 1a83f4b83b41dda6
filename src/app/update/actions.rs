//! What the commands of the actions pane do.
