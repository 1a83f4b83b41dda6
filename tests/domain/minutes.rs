//! The life of the minutes: how decisions were taken, the quality list, checking, making final, reopening, and what a final version locks.

use crate::room::{Room, clock, day, member, party, plan_on};
use norishiro::domain::{
    Action, Attendance, Council, Deadlines, Due, How, ItemState, LineKind, MeetingRoleKind, Mint, Mode,
    Office, Outcome, Refusal, Resolution, Role, Standing, Term, Votes, Who, Why,
    decide::{
        Decision, actions, agenda, carry,
        carry::{Purpose, Usual},
        meeting, minutes,
        minutes::Stamp,
        record::{self, NewKind, NewLine},
        roster, save_head,
    },
    id::{ItemId, LineId, MeetingId},
    minutes::{Paper, content_hash},
    quality::{Lack, Place, counted},
};

fn line(kind: NewKind, text: &str) -> NewLine {
    NewLine { kind, text: text.into(), ..NewLine::default() }
}

fn stamp(room: &Room) -> Stamp<'static> {
    Stamp { at: room.now, by: "事務局" }
}

/// A held meeting with a decision under its first item, everybody present, and the next meeting planned.
fn held() -> (Room, MeetingId, [ItemId; 3], LineId) {
    let (mut room, meeting, items) = Room::in_session();
    for who in ["m1", "m2", "m3"] {
        room.attend(&meeting, who, Mode::Present);
    }
    let decision = room.write(&meeting, None, line(NewKind::Decision, "各課が年2回書く。"));
    room.wait(60);
    room.close();
    room.plan(day(2027, 1, 22));
    (room, meeting, items, decision)
}

fn finalise(room: &mut Room, meeting: &MeetingId) {
    let by = stamp(room);
    room.does(|council, _, _| minutes::check(council, meeting, by, true));
    room.does(|council, _, _| minutes::finalise(council, meeting, by, true));
}

fn lacks(council: &Council, meeting: &MeetingId) -> Vec<(Lack, Place)> {
    let meeting = council.meetings.get(meeting).unwrap();
    council.quality(meeting).into_iter().map(|it| (it.lack, it.place)).collect()
}

#[test]
fn minutes_go_from_draft_to_a_second_version_and_back_by_undo() {
    let (mut room, meeting, _, _) = held();
    let standing = |room: &Room| {
        let minutes = &room.meeting(&meeting).minutes;
        (minutes.standing(), minutes.version())
    };
    assert_eq!(standing(&room), (Standing::Draft, 1));
    let by = stamp(&room);
    assert_eq!(
        room.refuses(|council, _, _| minutes::finalise(council, &meeting, by, true)),
        Refusal::NotChecked
    );
    room.does(|council, _, _| minutes::check(council, &meeting, by, true));
    assert_eq!(standing(&room), (Standing::Checked, 1));
    room.does(|council, _, _| minutes::finalise(council, &meeting, by, true));
    assert_eq!(standing(&room), (Standing::Final, 1));
    assert_eq!(
        room.refuses(|council, _, _| minutes::reopen(council, &meeting, by, " ")),
        Refusal::ReopeningReasonWanted
    );
    room.does(|council, _, _| minutes::reopen(council, &meeting, by, "数字の誤り"));
    assert_eq!(standing(&room), (Standing::Draft, 2));
    assert_eq!(
        room.refuses(|council, _, _| minutes::reopen(council, &meeting, by, "もう一度")),
        Refusal::WrongState
    );
    finalise(&mut room, &meeting);
    assert_eq!(standing(&room), (Standing::Final, 2));
    let finals = &room.meeting(&meeting).minutes.finals;
    assert_eq!(finals[0].reopened.as_ref().unwrap().reason, "数字の誤り");
    assert_eq!(finals.len(), 2);
    for expected in
        [(Standing::Checked, 2), (Standing::Draft, 2), (Standing::Final, 1), (Standing::Checked, 1)]
    {
        room.history.undo(room.now).unwrap();
        assert_eq!(standing(&room), expected);
    }
}

#[test]
fn what_was_changed_after_the_check_is_checked_again() {
    let (mut room, meeting, _, _) = held();
    let by = stamp(&room);
    room.does(|council, _, _| minutes::check(council, &meeting, by, true));
    room.write(&meeting, None, line(NewKind::Note, "追記"));
    assert_eq!(
        room.refuses(|council, _, _| minutes::finalise(council, &meeting, by, true)),
        Refusal::NotChecked
    );
}

#[test]
fn a_final_version_locks_everything_it_says() {
    let (mut room, meeting, items, decision) = held();
    let given = room.write(&meeting, Some(&items[0]), line(NewKind::Action, "様式を配る"));
    finalise(&mut room, &meeting);
    let (item, by, now) = (items[0].clone(), stamp(&room), room.now);
    let found = room.lookup(&meeting, &item).clone();
    let action = room.action(1).clone();
    let elsewhere = meeting::Plan {
        date: day(2026, 11, 21),
        start: clock(9, 0),
        end: clock(10, 0),
        place: String::new(),
    };
    let came = Attendance { member: member("m1"), mode: Mode::Absent, from: None, to: None };
    type Try<'a> = Box<dyn Fn(&Council, &mut Mint) -> Decision + 'a>;
    let tries: Vec<Try> = vec![
        Box::new(|c, m| record::write(c, &meeting, None, line(NewKind::Note, "追記"), now, m)),
        Box::new(|c, m| record::rewrite(c, &meeting, &decision, line(NewKind::Decision, "別の文"), m)),
        Box::new(|c, m| record::rewrite(c, &meeting, &given, line(NewKind::Action, "別の宿題"), m)),
        Box::new(|c, _| record::remove(c, &meeting, &decision)),
        Box::new(|c, _| record::reorder(c, &meeting, &decision, true)),
        Box::new(|c, _| record::move_to_item(c, &meeting, &decision, None)),
        Box::new(|c, _| agenda::save(c, &meeting, found.clone())),
        Box::new(|c, _| agenda::add(c, &meeting, found.clone())),
        Box::new(|c, _| agenda::remove(c, &meeting, &item)),
        Box::new(|c, _| agenda::reorder(c, &meeting, &item, 1)),
        Box::new(|c, m| agenda::set_state(c, &meeting, &item, ItemState::Closed, now, m)),
        Box::new(|c, _| roster::save_attendance(c, &meeting, came.clone())),
        Box::new(|c, _| roster::attend(c, &meeting, &member("m1"), Mode::Absent, now)),
        Box::new(|c, _| roster::count_observers(c, &meeting, 3)),
        Box::new(|c, _| meeting::replan(c, &meeting, &elsewhere)),
        Box::new(|c, _| meeting::set_role(c, &meeting, MeetingRoleKind::Recorder, None)),
        Box::new(|c, _| minutes::summarise(c, &meeting, &item, "要点")),
        Box::new(|c, _| minutes::resolve(c, &meeting, &decision, None)),
        Box::new(|c, _| minutes::set_signatories(c, &meeting, Vec::new())),
        Box::new(|c, _| minutes::check(c, &meeting, by, true)),
        Box::new(|c, _| minutes::finalise(c, &meeting, by, true)),
        Box::new(|c, _| {
            let said = Action { text: "別の宿題".into(), ..action.clone() };
            actions::save(c, said)
        }),
    ];
    for (at, attempt) in tries.iter().enumerate() {
        let refusal = attempt(room.history.council(), &mut room.mint.clone());
        assert_eq!(refusal, Err(Refusal::Final { version: 1 }), "attempt {at}");
    }
    let owned = Action { due: Due::On(day(2026, 12, 1)), ..action.clone() };
    room.does(|c, _, _| actions::save(c, owned));
    room.does(|c, _, now| minutes::send_summary(c, &meeting, Some(now.date())));
    let head = room.meeting(&meeting);
    assert_eq!(head.minutes.in_force().unwrap().hash, content_hash(head, room.body(&meeting)));
}

#[test]
fn the_quality_list_points_at_each_place() {
    let (mut room, meeting, items) = Room::in_session();
    let said = |kind, text: &str, speaker: Option<Who>| NewLine { speaker, ..line(kind, text) };
    let stranger = Some(Who::new("甲野", None));
    let spoke = room.write(&meeting, None, said(NewKind::Speech, "通院に困っている。", stranger));
    room.write(&meeting, None, said(NewKind::Speech, "始めます。", Some(Who::new("会長", None))));
    let named = room.write(&meeting, None, line(NewKind::Note, "乙山さん（住民）から電話があった。"));
    let hidden = NewLine { private: true, ..line(NewKind::Note, "［オフ］丙川さんの件") };
    room.write(&meeting, None, hidden);
    let correction = room.write(&meeting, None, line(NewKind::Note, "s/旧/新/"));
    let proposal = room.write(&meeting, None, line(NewKind::Proposal, "年3回にする"));
    let vote = room.write(&meeting, None, line(NewKind::Decision, "年2回にする"));
    let open = room.write(&meeting, None, line(NewKind::Proposal, "様式も変える"));
    let free = NewLine { due: Due::Open, ..line(NewKind::Action, "資料を配る") };
    let action = room.write(&meeting, None, free);
    room.wait(10);
    room.next();
    room.wait(30);
    room.close();
    let lost = Resolution { votes: Some(Votes { yes: 1, no: 2, abstained: 0 }), ..Resolution::default() };
    for who in ["m1", "m2", "m3"] {
        room.attend(&meeting, who, Mode::Present);
    }
    room.does(|council, _, _| minutes::resolve(council, &meeting, &vote, Some(lost.clone())));
    let at = |lack, line: &LineId| (lack, Place::Line(line.clone()));
    let expected = vec![
        at(Lack::Speaker, &spoke),
        at(Lack::PrivateName, &named),
        at(Lack::Correction, &correction),
        at(Lack::Votes, &vote),
        at(Lack::Decision, &open),
        at(Lack::Owner, &action),
        at(Lack::Date, &action),
        (Lack::Result, Place::Item(items[1].clone())),
    ];
    assert_eq!(lacks(room.council(), &meeting), expected);
    assert_eq!(room.line(&meeting, &proposal).kind, LineKind::Proposal);
    let by = stamp(&room);
    assert_eq!(
        room.refuses(|council, _, _| minutes::check(council, &meeting, by, false)),
        Refusal::Unresolved { findings: expected.len() }
    );
    finalise(&mut room, &meeting);
    let left = &room.meeting(&meeting).minutes.in_force().unwrap().left;
    assert_eq!(left.iter().map(|left| left.count).sum::<u32>(), 8);
    assert_eq!(*left, counted(&room.council().quality(room.meeting(&meeting))));
}

#[test]
fn a_summary_is_a_result_and_an_empty_room_is_a_finding() {
    let (mut room, meeting, items, _) = held();
    assert_eq!(lacks(room.council(), &meeting), []);
    room.attend(&meeting, "m1", Mode::Absent);
    room.attend(&meeting, "m2", Mode::Absent);
    room.does(|c, m, now| agenda::set_state(c, &meeting, &items[1], ItemState::Discussed, now, m));
    assert_eq!(
        lacks(room.council(), &meeting),
        [(Lack::Quorum, Place::Meeting), (Lack::Result, Place::Item(items[1].clone()))]
    );
    room.does(|c, _, _| minutes::summarise(c, &meeting, &items[1], "各課の進み具合を確かめた。"));
    assert_eq!(lacks(room.council(), &meeting), [(Lack::Quorum, Place::Meeting)]);
}

#[test]
fn names_that_the_council_keeps_out_are_found_wherever_they_stand() {
    let (mut room, meeting, items, _) = held();
    let head = save_head(room.council(), |head| {
        head.private_names = vec!["サクラ荘".into(), String::new()];
    });
    room.does(|_, _, _| head);
    room.does(|c, _, _| minutes::summarise(c, &meeting, &items[0], "サクラ荘の方の声を聞いた。"));
    assert_eq!(lacks(room.council(), &meeting), [(Lack::PrivateName, Place::Item(items[0].clone()))]);
}

#[test]
fn the_rule_of_the_council_says_what_the_votes_come_to() {
    let (mut room, meeting, _, decision) = held();
    let voted = |yes, no, withdrew: &[&str]| Resolution {
        how: How::Counted,
        votes: Some(Votes { yes, no, abstained: 0 }),
        withdrew: withdrew.iter().map(|id| Who::new(*id, Some(party(id)))).collect(),
        ..Resolution::default()
    };
    let outcome = |room: &Room, resolution: &Resolution| {
        room.council().outcome(room.meeting(&meeting), resolution).unwrap()
    };
    assert_eq!(outcome(&room, &voted(2, 1, &[])), Outcome::Carried);
    assert_eq!(outcome(&room, &voted(1, 1, &["m3"])), Outcome::Tie);
    assert_eq!(outcome(&room, &voted(2, 1, &["m3"])), Outcome::TooMany { cast: 3, voters: 2 });
    room.attend(&meeting, "m1", Mode::Absent);
    room.attend(&meeting, "m2", Mode::Absent);
    assert_eq!(outcome(&room, &voted(1, 0, &[])), Outcome::NoQuorum);
    assert_eq!(outcome(&room, &Resolution { how: How::Written, ..voted(2, 1, &[]) }), Outcome::Carried);
    // A line that is a decision no more has no votes either.
    room.does(|c, _, _| minutes::resolve(c, &meeting, &decision, Some(voted(2, 1, &["m3"]))));
    assert_eq!(roster::uses(room.council(), &party("m3")), 2);
    room.does(|c, m, _| record::rewrite(c, &meeting, &decision, line(NewKind::Note, "保留にした。"), m));
    assert_eq!(room.line(&meeting, &decision).resolution, None);
    let refusal = room.refuses(|c, _, _| minutes::resolve(c, &meeting, &decision, Some(voted(2, 1, &[]))));
    assert_eq!(refusal, Refusal::WrongState);
}

#[test]
fn whoever_holds_a_signatory_seat_signs_unless_others_are_named() {
    let (mut room, meeting, _, _) = held();
    let seat = Role {
        id: "r1".into(),
        title: "議事録署名人".into(),
        office: Office::Signatory,
        holder: Some(party("m2")),
        term: Term::default(),
    };
    room.does(|council, _, _| roster::save_role(council, seat));
    let labels = |room: &Room| -> Vec<String> {
        let who = minutes::signatories(room.council(), room.meeting(&meeting));
        who.into_iter().map(|who| who.label).collect()
    };
    assert_eq!(labels(&room), ["保育課 主任"]);
    let named = vec![Who::new("監査委員", None)];
    room.does(|council, _, _| minutes::set_signatories(council, &meeting, named));
    assert_eq!(labels(&room), ["監査委員"]);
    finalise(&mut room, &meeting);
    assert_eq!(room.meeting(&meeting).minutes.in_force().unwrap().signatories.len(), 1);
}

#[test]
fn the_days_a_body_set_itself_count_from_the_meeting() {
    let (mut room, meeting, _, _) = held();
    let rules = Deadlines { summary_days: Some(2), minutes_days: Some(45) };
    let head = save_head(room.council(), |head| head.deadlines = rules);
    room.does(|_, _, _| head);
    let left = |room: &Room, today| -> Vec<(Paper, Option<i64>)> {
        let deadlines = room.council().deadlines(room.meeting(&meeting));
        deadlines.iter().map(|it| (it.paper, it.days_left(today))).collect()
    };
    assert_eq!(left(&room, day(2026, 11, 20)), [(Paper::Summary, Some(2)), (Paper::Minutes, Some(45))]);
    assert_eq!(left(&room, day(2026, 11, 24)), [(Paper::Summary, Some(-2)), (Paper::Minutes, Some(41))]);
    room.does(|c, _, now| minutes::send_summary(c, &meeting, Some(now.date())));
    finalise(&mut room, &meeting);
    let by = stamp(&room);
    room.does(|c, _, _| minutes::reopen(c, &meeting, by, "誤字"));
    assert_eq!(left(&room, day(2027, 3, 1)), [(Paper::Summary, None), (Paper::Minutes, None)]);
    let planned = room.council().next_planned().unwrap();
    assert_eq!(room.council().deadlines(planned), []);
    let endless = Deadlines { summary_days: Some(u32::MAX), minutes_days: None };
    let head = save_head(room.council(), |head| head.deadlines = endless);
    room.does(|_, _, _| head);
    assert_eq!(room.council().deadlines(room.meeting(&meeting)), []);
}

#[test]
fn the_hash_is_of_what_the_minutes_say_and_not_of_how_far_they_are() {
    let (room, meeting, _, _) = held();
    let hash = content_hash(room.meeting(&meeting), room.body(&meeting));
    let mut other = room.meeting(&meeting).clone();
    other.minutes.summary_sent = Some(day(2026, 11, 21));
    assert_eq!(content_hash(&other, room.body(&meeting)), hash);
    other.place.push('2');
    assert_ne!(content_hash(&other, room.body(&meeting)), hash);
    assert_ne!(content_hash(room.meeting(&meeting), &Default::default()), hash);
}

const USUAL: Usual = Usual {
    approval: Purpose { title: "前回議事録の確認", known_by: &["議事録"], minutes: 5 },
    due: Purpose { title: "宿題の確認", known_by: &["宿題"], minutes: 10 },
};

fn titles(room: &Room, meeting: &MeetingId) -> Vec<(String, Why)> {
    room.body(meeting).items.iter().map(|item| (item.title.clone(), item.why.clone())).collect()
}

#[test]
fn the_next_agenda_gets_the_last_minutes_and_the_actions_due_once() {
    let (mut room, meeting, _) = Room::in_session();
    let next = room.plan(day(2027, 1, 22));
    room.write(&meeting, None, line(NewKind::Action, "様式を配る"));
    room.wait(60);
    let closing = |council: &Council, mint: &mut Mint, now| {
        carry::with_usual(council, meeting::close(council, now, mint)?, &USUAL, mint)
    };
    room.does(closing);
    let called_for = [
        ("前回議事録の確認".to_owned(), Why::Approval(meeting.clone())),
        ("宿題の確認".to_owned(), Why::Due(meeting.clone())),
    ];
    assert_eq!(titles(&room, &next)[..2], called_for);
    room.does(|council, mint, _| carry::with_usual(council, Vec::new(), &USUAL, mint));
    assert_eq!(titles(&room, &next).iter().filter(|(title, _)| title.contains("確認")).count(), 3);
    room.history.undo(room.now).unwrap();
    assert_eq!(titles(&room, &next), []);
}

#[test]
fn an_item_of_the_same_purpose_is_not_doubled_and_says_what_it_is_about() {
    let (mut room, meeting, _) = Room::in_session();
    let next = room.plan(day(2027, 1, 22));
    room.item(&next, "前回からの宿題", 10);
    room.item(&next, "会の議事録について", 10);
    room.write(&meeting, None, line(NewKind::Action, "様式を配る"));
    room.wait(60);
    room.does(|council, mint, now| {
        carry::with_usual(council, meeting::close(council, now, mint)?, &USUAL, mint)
    });
    let found = titles(&room, &next);
    assert!(found.contains(&("前回からの宿題".to_owned(), Why::Due(meeting.clone()))), "{found:?}");
    assert!(!found.iter().any(|(title, _)| USUAL.approval.title == title || USUAL.due.title == title));
}

#[test]
fn a_meeting_planned_behind_another_or_after_an_empty_one_is_called_to_nothing() {
    let (mut room, meeting, _, _) = held();
    let plan = |council: &Council, mint: &mut Mint, date| {
        let (_, edits) = meeting::plan(council, &plan_on(date), mint)?;
        carry::with_usual(council, edits, &USUAL, mint)
    };
    room.does(|council, mint, _| plan(council, mint, day(2027, 3, 1)));
    let last = room.council().meetings_by_date().last().unwrap().id.clone();
    assert_eq!(titles(&room, &last), []);
    let earlier = day(2026, 12, 1);
    room.does(|council, mint, _| plan(council, mint, earlier));
    let first = room.council().next_planned().unwrap().id.clone();
    assert_eq!(titles(&room, &first)[0], ("前回議事録の確認".to_owned(), Why::Approval(meeting)));
    let mut empty = Room::default();
    let held = empty.plan(day(2026, 11, 20));
    empty.hold(&held);
    empty.does(|council, mint, _| plan(council, mint, earlier));
    assert_eq!(empty.body(&empty.council().next_planned().unwrap().id.clone()).items.len(), 0);
}
