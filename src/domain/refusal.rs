//! Why something a person asked for cannot be done now. A value, so that the words room can say it in either language.

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The record is gone.
    NotFound,
    /// The council changed under the edit.
    Changed,
    /// Something needs at least one letter.
    Empty,
    NoMeeting,
    NotRunning,
    AlreadyHeld,
    /// Another meeting is running.
    OtherRunning {
        fiscal_year: i32,
        ordinal: u32,
    },
    EndBeforeStart,
    /// A meeting with a record cannot be deleted.
    HasRecord {
        lines: usize,
    },
    /// The running meeting cannot be deleted.
    IsRunning,
    /// The record of a running meeting is written in the room, and its items are taken up there.
    RunsNow,
    /// Nothing on the agenda is ahead.
    NoItemAhead,
    /// The last item came up a moment ago: probably a second press of the same key.
    TooSoon,
    /// The current item cannot be skipped or deferred before the meeting runs, and so on.
    WrongState,
    /// Still used elsewhere, in this many places.
    InUse {
        places: usize,
    },
    /// An organisation still has members.
    HasMembers {
        members: usize,
    },
    /// Dropping an action wants a reason.
    ReasonWanted,
    /// What is said to be so is dated on a day that has not come.
    DayAhead,
    /// The minutes of the meeting are in force as this version.
    Final {
        version: u32,
    },
    /// The quality list holds this much.
    Unresolved {
        findings: usize,
    },
    /// The minutes were not checked as they are now.
    NotChecked,
    /// Putting a version out of force wants a reason.
    ReopeningReasonWanted,
    /// There is no line above to continue.
    NothingToContinue,
    /// Nothing on the agenda has this number.
    NoSuchItem,
    /// No item is being spoken about.
    NoItemInHand,
    /// Nobody on the roster is meant.
    NotOnRoster {
        who: String,
    },
    /// An organisation has several members: which one is not said.
    SeveralMembers {
        who: String,
    },
    /// They did not ask for the floor.
    NotWaiting,
    /// No line has what is to be corrected.
    NothingToCorrect,
    /// What is off the record can be no decision and no action, and goes on from no open line.
    OffTheRecord,
    /// A line of the record is longer than anybody reads.
    TooLong,
    /// One of the lines to be joined is off the record, and the other is not.
    HalfPrivate,
    /// A council cannot report to one that reports to it.
    OwnParent,
    /// That part is written by the other council.
    TheirPart,
    /// The other council has it too, and waits or answered.
    Shared,
    /// It takes records that are on disk and were not read yet.
    NotLoaded,
    /// The council is open for looking only.
    ReadOnly,
}
