//! What the commands of the record pane do: taking the record, mending it, reading it back.

mod asking;
mod clipping;
mod closing;
mod lines;
mod mending;
mod parting;
mod recall;
mod saying;
mod speakers;
mod typing;

pub use asking::{answer, answer_nth, asking_step, enter};
pub use clipping::{
    as_typed, copy, cut, delete, extend, join, on_lines, on_readable_lines, paste as paste_lines, range,
};
pub use closing::{close_meeting, edit_read_back, is_read_back, plan_next, read_back_step};
pub use lines::{click, leave, move_line, on_line, reorder, retype, settle};
pub use mending::{edit, give_up, keep, mends_private, select_rows, step};
pub use parting::{backspace, delete as delete_ahead, split};
pub use recall::{earlier, later, repeat};
pub use saying::foresee;
pub use speakers::{next_speaker, pick_speaker, somebody_waits};
pub(super) use typing::follow_newest;
pub use typing::{
    can_write, complete, complete_back, has_private, mark_action, mark_decision, paste, reveal, start_typing,
};
