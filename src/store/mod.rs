//! The workspace on disk: readable RON files, one for each kind of record and one for each meeting. The only room that knows the
//! file system; it never knows the screen, the words or the papers.
//!
//! ```text
//! councils/<slug>/
//!   council.ron         the head, the number of the last change, the order of the meetings
//!   organisations.ron  members.ron  roles.ron  actions.ron  points.ron
//!   .lock               held by the one program that writes
//!   meetings/<id>.ron   one meeting: head, agenda, attendance, record, the run of the hour
//! ```
//! A file is replaced whole: written beside, flushed, renamed. What is written is a fold of the changes up to the number in
//! `council.ron`. The shape of the files is the domain's own (see `format.rs`), frozen by a test.
//!
//! Start at [`Home`], which makes and opens a [`Workspace`]; that one takes the domain's changes.

mod check;
mod config;
mod disk;
mod folder;
mod format;
mod home;
mod problem;
mod workspace;

pub use check::{Finding, FindingKind, check};
pub use disk::{Disk, Lock, RealDisk};
pub use format::FORMAT;
pub use home::{Home, Listed, Summary};
pub use problem::{Cause, Fault, Mistake, Place, Problem, nearest};
pub use workspace::Workspace;
