//! A council as data: what it is, what may change it, and the rules of that change.
//!
//! Pure by intent: no terminal, file, clock, locale or randomness. Times and ids come in as arguments.
//! Start at [`council`], then [`edit`] (everything that can change one), then [`decide`] (what a person may do).

pub mod action;
pub mod agenda;
pub mod assessment;
pub mod attendance;
pub(crate) mod bounds;
pub mod contact;
pub mod council;
pub mod decide;
pub mod difference;
pub mod edit;
pub mod escalation;
pub mod followup;
pub mod footing;
pub mod history;
pub mod id;
pub mod indicator;
pub mod list;
pub mod load;
pub mod meeting;
pub mod merge;
pub mod minutes;
pub mod openness;
pub mod partner;
pub mod point;
pub mod quality;
pub mod queue;
pub mod record;
pub mod refusal;
pub mod resolution;
pub mod role;
pub mod roster;
pub mod sheet;
pub mod shelf;
pub mod suggestion;
pub mod trail;
pub mod trend;
pub mod unread;
pub mod who;

pub use action::{Action, ActionState, Due};
pub use agenda::{Item, ItemKind, ItemState, Why};
pub use assessment::{Accord, Answer, Assessment, Count, Drift, Overview, Tally, Voice, Voiced};
pub use attendance::{Attendance, Headcount, Mode, QuorumMeasure, QuorumRule};
pub use contact::{Contact, Silence, Through};
pub use council::{Council, CouncilKind, Head};
pub use difference::difference;
pub use edit::{Change, ChangeKind, Conflict, Edit};
pub use escalation::{Escalation, EscalationState, Neighbour, Side};
pub use footing::{Footing, FootingKind, FootingState};
pub use history::History;
pub use id::Mint;
pub use indicator::{Course, Distance, Indicator, IndicatorKind, Reading, Shift, Wanted};
pub use list::{List, ListEdit, Record};
pub use load::{Burden, Load};
pub use meeting::{Body, Called, Meeting, MeetingRole, MeetingRoleKind, MeetingState, Turn};
pub use minutes::{Deadlines, Minutes, Standing};
pub use openness::Openness;
pub use partner::{Aspect, Balance, Exchange, ExchangeWay, Part, Partner, Tie};
pub use point::{Evidence, Point, PointRecord, SignState, Stage, Step, Tick, Visit};
pub use queue::Waiting;
pub use record::{Line, LineKind};
pub use refusal::Refusal;
pub use resolution::{Casting, How, Majority, Outcome, Resolution, Votes, VotingRule};
pub use role::{Office, Role};
pub use roster::{Carried, Class, Member, Numbered, Organisation, Term};
pub use sheet::{Column, SheetRow};
pub use suggestion::{Declined, Reason, Suggestion, Thresholds};
pub use trail::{Spell, Trail};
pub use trend::Trend;
pub use unread::Unread;
pub use who::{Party, Who};

/// Leaves unset fields out of the files, so that a record shows only what someone said about it.
pub(crate) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
