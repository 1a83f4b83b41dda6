//! The workspace on disk: readable RON files, one for each kind of record and one for each meeting. The only room that knows the
//! file system; it never knows the screen, the words or the papers.
//!
//! ```text
//! councils/<slug>/
//!   council.ron         the head, the order of the meetings
//!   organisations.ron  members.ron  roles.ron  actions.ron  points.ron
//!   indicators.ron      while there are any, as the three that follow
//!   assessments.ron     what the room said of the signs
//!   sheet.ron           the plan-and-evaluation sheet
//!   escalations.ron     issues raised to a parent council, or by one below
//!   meetings/<id>.ron   one meeting: head, agenda, attendance, record, the run of the hour
//!   past/fy<year>/      the held meetings of an earlier fiscal year, and its ended actions
//!   journal.ron         the changes since these files were written, a line each
//!   history/            the changes before, by month
//!   draft.ron           the line being typed
//!   kept/               what was set aside rather than written over
//!   wording.ja.ron  wording.en.ron   the phrases an office made its own, as beside config.ron in the home
//!   .seen.ron           how the files looked when the council was left
//!   .lock  .pen.ron     held by the one program that writes, and its name
//! backups/<slug>/       copies of the folder, one an opening
//! ```
//! A change is saved when its line is in the journal and flushed. [`Workspace::fold`] brings the files up to it: each is replaced whole
//! (written beside, flushed, renamed) and says which change it contains. Opening reads the files and replays the journal over them.
//!
//! Start at [`Home`], which makes and opens a [`Workspace`]; that one takes the domain's changes.

mod backup;
mod check;
mod config;
mod disk;
mod draft;
mod fold;
mod folder;
mod format;
mod heads;
mod history;
mod home;
mod journal;
mod neighbours;
mod outside;
mod pen;
mod problem;
mod reading;
mod repair;
mod replay;
mod restore;
mod seen;
mod staging;
mod summary;
mod wording;
mod workspace;

pub use backup::{Backup, list as backups, rotate, take as back_up};
pub use check::{Finding, FindingKind, check};
pub use disk::{Disk, Lock, Look, RealDisk};
pub use draft::Draft;
pub use format::FORMAT;
pub use history::{Gap, Log, NotKept, earlier};
pub use home::{Home, Listed};
pub use journal::{Damage, JOURNAL};
pub use outside::{Outside, concerns};
pub use pen::{Holder, Writer};
pub use problem::{Cause, Fault, Mistake, Place, Problem};
pub use repair::{Mended, Repair};
pub use restore::Restored;
pub use summary::Summary;
pub use wording::{Rewording, wording_file};
pub use workspace::{Notice, Workspace};
