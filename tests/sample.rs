//! The Toyokawa sample as a user meets it: planted in a home, opened by the store, and true to the published case.

use chrono::NaiveDate;
use norishiro::{
    domain::{
        ActionState, Body, Council, Item, ItemKind, LineKind, Meeting, MeetingState, Mint, Office, Party,
        Point, PointRecord, Stage, Tally, Who, Why, agenda,
        decide::meeting::{Plan, plan},
        id::MeetingId,
    },
    knowledge::{
        points::{self, card},
        samples,
    },
    store::{Home, check},
};
use std::{collections::BTreeSet, fs};
use tempfile::TempDir;

fn planted() -> (TempDir, Home, Council) {
    let dir = TempDir::new().unwrap();
    let home = Home::at(dir.path());
    let mut workspace = home.plant("toyokawa", samples::toyokawa()).unwrap();
    workspace.read_all().unwrap();
    let council = workspace.council().clone();
    (dir, home, council)
}

fn council() -> Council {
    planted().2
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 20).unwrap()
}

fn held(council: &Council) -> Vec<(&Meeting, &Body)> {
    let held = council.meetings_by_date().into_iter().filter(|it| it.state == MeetingState::Held);
    held.map(|meeting| (meeting, council.body(&meeting.id).unwrap())).collect()
}

fn planned(council: &Council) -> (&Meeting, &Body) {
    let meeting = council.next_planned().unwrap();
    (meeting, council.body(&meeting.id).unwrap())
}

fn in_state(council: &Council, state: ActionState) -> Vec<u32> {
    council.actions.iter().filter(|it| it.state == state).map(|it| it.number).collect()
}

#[test]
fn the_store_finds_nothing_wrong_and_writes_the_same_bytes() {
    let (dir, home, council) = planted();
    assert_eq!(check(&home, None), []);
    home.create("again", &council).unwrap();
    for (path, text) in samples::toyokawa() {
        let again = fs::read_to_string(dir.path().join("councils/again").join(path)).unwrap();
        assert_eq!(again, *text, "{path}");
    }
}

#[test]
fn the_seven_bodies_of_the_case_take_part_and_nobody_has_a_name() {
    let council = council();
    let called: BTreeSet<&str> = council.organisations.iter().map(|it| it.called()).collect();
    let case = ["保健センター", "保険年金課", "介護高齢課", "農務課", "保育課", "スポーツ課", "県保健所"];
    assert_eq!(called, BTreeSet::from(case));
    for it in &council.organisations {
        assert!(!it.brings.is_empty() && !it.needs.is_empty() && !it.kana.is_empty(), "{}", it.name);
    }
    for it in &council.members {
        assert!(it.name.is_empty() && it.email.is_empty(), "{}", it.id);
        assert!(!it.post.is_empty() && !it.kana.is_empty() && !it.code.is_empty(), "{}", it.id);
    }
    let labels: BTreeSet<String> = council.members.iter().map(|it| council.member_label(it)).collect();
    assert_eq!(labels.len(), council.members.len());
    assert!(labels.contains("保険年金課 課長"));
}

#[test]
fn seats_have_a_vacancy_and_terms_that_end_with_the_fiscal_year() {
    let council = council();
    assert!(council.roles.iter().any(|role| role.holder.is_none()));
    let year_end = NaiveDate::from_ymd_opt(2027, 3, 31);
    let chair = council.roles.iter().find(|role| role.office == Office::Chair).unwrap();
    assert_eq!(chair.term.to, year_end);
    let secretariat = council.roles.iter().find(|role| role.office == Office::Secretariat).unwrap();
    let holder = secretariat.holder.as_ref().unwrap();
    assert_eq!(council.organisation_behind(holder).unwrap().called(), "保健センター");
}

#[test]
fn the_figures_of_the_case_are_on_the_board_and_in_the_record() {
    let council = council();
    let board: String =
        council.points.iter().flat_map(|it| &it.evidence).map(|it| it.text.as_str()).collect();
    let record: String =
        held(&council).iter().flat_map(|it| &it.1.lines).map(|it| it.text.as_str()).collect();
    for figure in ["43.0％", "65.7％", "33.9％", "36.5％", "72.7％", "52.5％"] {
        assert!(board.contains(figure) && record.contains(figure), "{figure}");
    }
    for fact in ["年5回", "計画・評価表", "とよかわ汁", "国保連"] {
        assert!(record.contains(fact), "{fact}");
    }
}

#[test]
fn every_held_meeting_is_complete() {
    let council = council();
    let meetings = held(&council);
    assert_eq!(meetings.len(), 3);
    let heads = meetings.iter().map(|(meeting, _)| council.headcount(meeting));
    let figures: Vec<(u32, u32, Option<u32>)> = heads.map(|it| (it.present, it.members, it.needed)).collect();
    assert_eq!(figures, [(11, 12, Some(7)), (9, 12, Some(7)), (11, 12, Some(7))]);
    for (meeting, body) in meetings {
        let present: BTreeSet<_> = body.attendance.iter().map(|it| &it.member).collect();
        assert_eq!(present, council.members.iter().map(|it| &it.id).collect(), "{}", meeting.id);
        assert!((15..=25).contains(&body.lines.len()), "{}: {}", meeting.id, body.lines.len());
        assert!(meeting.opened.is_some() && meeting.closed.is_some() && meeting.roles.len() == 3);
        let decisions = council.decisions().filter(|(it, _)| it.id == meeting.id).map(|(_, line)| line.kind);
        assert!(decisions.eq((1..=3).map(LineKind::Decision)), "{}", meeting.id);
    }
}

#[test]
fn whoever_speaks_was_in_the_room() {
    let council = council();
    for (meeting, body) in held(&council) {
        for line in &body.lines {
            let Some(Who { party: Some(party), .. }) = &line.speaker else { continue };
            let at = line.at.unwrap();
            let seat = match party {
                Party::Role(id) => council.roles.get(id).unwrap().holder.as_ref().unwrap(),
                other => other,
            };
            let Party::Member(member) = seat else { panic!("{party:?}") };
            let attendance = body.attendance.get(member).unwrap();
            assert!(attendance.mode.is_attending(), "{}: {}", meeting.id, line.id);
            assert!(attendance.from.is_none_or(|from| from <= at), "{}: {}", meeting.id, line.id);
            assert!(attendance.to.is_none_or(|to| at <= to), "{}: {}", meeting.id, line.id);
        }
    }
}

#[test]
fn every_line_stands_under_the_item_that_was_taken_up() {
    let council = council();
    for (meeting, body) in held(&council) {
        for line in &body.lines {
            let at = meeting.date.and_time(line.at.unwrap());
            let turn = body.turns.iter().rev().find(|turn| turn.at <= at).unwrap();
            assert_eq!(turn.item, line.item, "{}: {}", meeting.id, line.id);
        }
        assert_eq!(body.turns.last().map(|turn| Some(turn.at)), Some(meeting.closed));
    }
    let minutes = |point| {
        let spent = |it: &(&Meeting, &Body)| it.1.point_seconds(point, it.0.closed.unwrap()) / 60;
        held(&council).iter().map(spent).sum::<i64>()
    };
    assert!(minutes(Point::Tools) > 30 && minutes(Point::Feedback) > 20);
}

#[test]
fn actions_are_in_every_state_and_numbered_without_a_gap() {
    let council = council();
    for state in ActionState::ALL {
        assert!(!in_state(&council, state).is_empty(), "{}", state.key());
    }
    assert!(council.actions.iter().map(|it| it.number).eq(1..council.head.next_action));
    let overdue: Vec<u32> =
        council.actions.iter().filter(|it| council.is_overdue(it, today())).map(|it| it.number).collect();
    assert_eq!(overdue, [6, 8, 10]);
    let waiting = council.actions.iter().find(|it| it.state == ActionState::Waiting).unwrap();
    assert!(waiting.notes.len() > 1);
    assert!(council.open_actions().any(|it| it.owners.is_empty()));
    assert!(council.actions.iter().any(|it| council.is_done_since_last(it)));
    for it in &council.actions {
        assert_eq!(it.state == ActionState::Dropped, !it.reason.is_empty(), "{}", it.number);
        assert_eq!(it.state.is_open(), it.ended.is_none(), "{}", it.number);
        assert!(it.notes.iter().all(|note| note.on <= today()), "{}", it.number);
    }
}

#[test]
fn an_action_and_the_line_that_gave_it_say_the_same() {
    let council = council();
    for action in &council.actions {
        let origin = action.origin.as_ref().unwrap();
        let body = council.body(&origin.meeting).unwrap();
        let line = body.lines.get(origin.line.as_ref().unwrap()).unwrap();
        assert_eq!(line.kind, LineKind::Action(action.number));
        assert_eq!((&line.text, &line.item, &line.points), (&action.text, &origin.item, &action.points));
    }
    let given = council.bodies.values().flat_map(|body| &body.lines);
    let given = given.filter(|line| matches!(line.kind, LineKind::Action(_))).count();
    assert_eq!(given, council.actions.len());
}

#[test]
fn labels_are_what_people_are_called_now() {
    let council = council();
    let bodies = || council.bodies.values();
    let spoken = bodies().flat_map(|it| &it.lines).filter_map(|it| it.speaker.as_ref());
    let presented = bodies().flat_map(|it| &it.items).filter_map(|it| it.presenter.as_ref());
    let owning = council.actions.iter().flat_map(|it| &it.owners);
    let leading = council.points.iter().filter_map(|it| it.lead.as_ref());
    let ticking = council.points.iter().flat_map(|it| &it.ticks).filter_map(|it| it.said_by.as_ref());
    let planning = council.sheet.iter().map(|row| &row.who);
    let asked = council.assessments.iter().flat_map(|it| &it.answers).flat_map(|it| match &it.tally {
        Tally::Voices(voices) => &voices[..],
        Tally::Hands { .. } => &[],
    });
    let linked = spoken.chain(presented).chain(owning).chain(leading).chain(ticking).chain(planning);
    for who in linked.chain(asked.map(|it| &it.who)) {
        assert_eq!(council.party_label(who.party.as_ref().unwrap()).as_ref(), Some(&who.label));
    }
}

#[test]
fn what_the_room_said_and_saw_is_about_signs_that_are_known() {
    let council = council();
    let ticked = council.points.iter().flat_map(|it| it.ticks.iter().map(|tick| (it.point, &tick.sign)));
    for (point, sign) in ticked {
        assert!(card(point).signs.iter().any(|it| it.id == sign), "{sign}");
    }
    let asked = council.assessments.iter().flat_map(|it| it.answers.iter().map(|it| &it.sign));
    for sign in asked {
        assert!(points::sign(sign).is_some(), "{sign}");
    }
}

#[test]
fn points_stand_where_their_last_step_led_and_some_went_back() {
    let council = council();
    for record in &council.points {
        assert!(record.since().is_some(), "{}", record.point);
    }
    let back = |record: &&PointRecord| record.steps.windows(2).any(|it| it[1].to < it[0].to);
    let went_back: Vec<Point> = council.points.iter().filter(back).map(|it| it.point).collect();
    assert_eq!(went_back, [Point::Evidence, Point::Overview]);
}

#[test]
fn every_department_goes_on_with_its_row_of_last_year() {
    let council = council();
    let rows = |year| council.sheet.iter().filter(move |row| row.year == year);
    assert_eq!((rows(2025).count(), rows(2026).count()), (7, 7));
    for row in rows(2026) {
        let last = council.sheet.get(row.from.as_ref().unwrap()).unwrap();
        assert_eq!((last.year, &last.who, &last.programme), (2025, &row.who, &row.programme));
    }
}

#[test]
fn the_planned_agenda_fits_and_carries_what_the_rule_carries() {
    let council = council();
    let (meeting, body) = planned(&council);
    assert_eq!((meeting.id.as_str(), meeting.date), ("fy2026-4", today()));
    let timetable = agenda::timetable(meeting, body, today().and_time(meeting.start));
    assert_eq!(timetable.over_slot, 0);
    for kind in ItemKind::ALL {
        assert!(body.items.iter().any(|item| item.kind == kind));
    }
    assert!(body.items.iter().any(|item| item.why == Why::Added));
    let mut materials = body.items.iter().flat_map(|item| &item.materials);
    assert!(materials.next().is_some() && materials.all(|it| it.starts_with("資料")));

    let mut before = council.clone();
    before.meetings =
        council.meetings.iter().filter(|it| it.id != meeting.id).cloned().collect::<Vec<_>>().into();
    before.bodies.remove(&meeting.id);
    let booked =
        Plan { date: meeting.date, start: meeting.start, end: meeting.end, place: meeting.place.clone() };
    let (id, edits) = plan(&before, &booked, &mut Mint::seeded(1)).unwrap();
    before.apply_all(&edits).unwrap();
    assert_eq!(id, MeetingId::from("fy2026-4"));
    let said = |item: &Item| (item.title.clone(), format!("{:?} {}", item.why, item.deferred));
    let carried: BTreeSet<_> = before.body(&id).unwrap().items.iter().map(said).collect();
    let kept: BTreeSet<_> = body.items.iter().filter(|item| item.why != Why::Added).map(said).collect();
    assert_eq!(kept, carried);
}

#[test]
fn the_board_has_points_in_hand_and_evidence_on_each() {
    let council = council();
    assert!(council.points.iter().filter(|it| it.active).count() > 1);
    assert!(council.points.iter().all(|it| !it.note.is_empty() && !it.evidence.is_empty()));
    assert!(council.points.iter().any(|it| it.lead.is_none()));
    let stages: BTreeSet<Stage> = council.points.iter().map(|it| it.stage).collect();
    assert_eq!(stages.len(), 4);
}
