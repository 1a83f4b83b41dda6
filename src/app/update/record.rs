//! What the commands of the record pane do: taking the record, mending it, reading it back.

mod asking;
mod closing;
mod lines;
mod mending;
mod recall;
mod saying;
mod speakers;
mod typing;

pub use asking::{answer, answer_nth, asking_step, enter};
pub use closing::{close_meeting, edit_read_back, is_read_back, plan_next, read_back_step};
pub use lines::{click, delete, leave, move_line, on_line, reorder, retype, settle};
pub use mending::{edit, give_up, keep, step};
pub use recall::{earlier, later, repeat};
pub use saying::foresee;
pub use speakers::{next_speaker, pick_speaker, somebody_waits};
pub(super) use typing::follow_newest;
pub use typing::{
    can_write, complete, complete_back, has_private, mark_action, mark_decision, paste, reveal, start_typing,
};
