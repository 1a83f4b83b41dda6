//! What the commands of the record pane do: taking the record, mending it, reading it back.

mod closing;
mod lines;
mod mending;
mod typing;

pub use closing::{close_meeting, edit_read_back, is_read_back, plan_next, read_back_step};
pub use lines::{click, delete, leave, move_line, on_line, reorder, retype, settle};
pub use mending::{edit, give_up, keep, step};
pub(super) use typing::follow_newest;
pub use typing::{
    can_write, complete, enter, has_private, mark_action, mark_decision, paste, reveal, start_typing,
};
