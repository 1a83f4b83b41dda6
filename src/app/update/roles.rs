//! What the commands of the roles pane do.
