use crate::room::{Room, council, day, member};
use norishiro::domain::{
    Headcount, Mode, QuorumMeasure, QuorumRule, Refusal, Term, Who,
    decide::{self, roster},
    id::MeetingId,
};

fn proxy() -> Mode {
    Mode::Proxy(Who::new("保育課 保育士", None))
}

fn session_with(rule: QuorumRule) -> (Room, MeetingId) {
    let mut council = council();
    council.head.quorum = rule;
    let mut room = Room::of(council);
    let meeting = room.plan(day(2026, 11, 20));
    room.start(&meeting);
    (room, meeting)
}

fn count(room: &Room, meeting: &MeetingId) -> Headcount {
    room.council().headcount(room.meeting(meeting))
}

#[test]
fn proxies_and_online_count_by_the_councils_own_rule() {
    for (proxies, online, present, uncounted, quorate) in [
        (true, true, 2, 0, true),
        (true, false, 1, 1, false),
        (false, true, 1, 1, false),
        (false, false, 0, 2, false),
    ] {
        let (mut room, meeting) =
            session_with(QuorumRule { measure: QuorumMeasure::MoreThanHalf, proxies, online });
        room.attend(&meeting, "m1", Mode::Online);
        room.attend(&meeting, "m2", proxy());
        room.attend(&meeting, "m3", Mode::Excused);
        let counted = count(&room, &meeting);
        assert_eq!(counted, Headcount { present, members: 3, needed: Some(2), uncounted });
        assert_eq!(counted.is_quorate(), quorate);
    }
}

#[test]
fn people_without_a_vote_do_not_make_a_quorum() {
    let (mut room, meeting) = session_with(QuorumRule::default());
    room.attend(&meeting, "m1", Mode::Present);
    room.attend(&meeting, "m4", Mode::Present);
    assert_eq!((count(&room, &meeting).present, count(&room, &meeting).is_quorate()), (1, false));
}

#[test]
fn whoever_leaves_early_counts_no_more_until_coming_back() {
    let (mut room, meeting) = session_with(QuorumRule::default());
    room.attend(&meeting, "m1", Mode::Present);
    room.wait(10);
    room.attend(&meeting, "m2", Mode::Present);
    assert!(count(&room, &meeting).is_quorate());
    let late = room.council().attendance(room.meeting(&meeting), &member("m2"));
    assert_eq!(late.from, Some(room.now.time()));
    for quorate in [false, true] {
        room.wait(10);
        room.does(|council, _, now| roster::leave(council, &meeting, &member("m2"), now));
        assert_eq!(count(&room, &meeting).is_quorate(), quorate);
    }
    room.does(|council, _, now| roster::leave(council, &meeting, &member("m2"), now));
    room.close();
    assert_eq!(count(&room, &meeting).present, 2, "after the meeting everybody who came counts");
}

#[test]
fn nobody_leaves_who_is_not_there() {
    let (mut room, meeting) = session_with(QuorumRule::default());
    room.attend(&meeting, "m1", Mode::Absent);
    for who in ["m1", "m2"] {
        assert_eq!(
            room.refuses(|council, _, now| roster::leave(council, &meeting, &member(who), now)),
            Refusal::WrongState
        );
    }
    assert_eq!(
        room.refuses(|council, _, now| roster::attend(council, &meeting, &member("m9"), Mode::Present, now)),
        Refusal::NotFound
    );
}

#[test]
fn a_change_of_mind_takes_the_time_of_arrival_away() {
    let (mut room, meeting) = session_with(QuorumRule::default());
    room.attend(&meeting, "m1", Mode::Present);
    room.wait(5);
    room.attend(&meeting, "m1", Mode::Online);
    let seen = |room: &Room| room.council().attendance(room.meeting(&meeting), &member("m1"));
    assert_eq!(seen(&room).from, Some(crate::room::clock(14, 0)), "moving online is not arriving again");
    room.attend(&meeting, "m1", Mode::Absent);
    assert_eq!(seen(&room).from, None);
}

#[test]
fn only_members_in_office_on_the_day_are_counted() {
    let mut council = council();
    let mut members = council.members.to_vec();
    members[2].term = Term { from: None, to: Some(day(2026, 3, 31)) };
    council.members = members.into();
    let mut room = Room::of(council);
    let (before, after) = (room.plan(day(2026, 3, 31)), room.plan(day(2026, 4, 1)));
    assert_eq!((count(&room, &before).members, count(&room, &after).members), (3, 2));
}

#[test]
fn a_body_without_a_quorum_can_always_decide_and_an_empty_one_never() {
    let rule = QuorumRule { measure: QuorumMeasure::None, ..QuorumRule::default() };
    let (room, meeting) = session_with(rule);
    assert_eq!((count(&room, &meeting).needed, count(&room, &meeting).is_quorate()), (None, true));
    let mut council = council();
    council.members = Vec::new().into();
    let mut room = Room::of(council);
    let meeting = room.plan(day(2026, 11, 20));
    assert!(!count(&room, &meeting).is_quorate());
    let edits = decide::save_head(room.council(), |head| head.name.clear());
    assert_eq!(edits, Err(Refusal::Empty));
}
