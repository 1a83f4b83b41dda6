use crate::room::Room;
use chrono::{Days, NaiveDate};
use norishiro::domain::{
    Point, Refusal, SignState, Stage, Step, Who,
    decide::board::{self, Sighting},
};

const POINT: Point = Point::Tools;
const SIGN: &str = "tools-same-sheet";

fn come_to(room: &mut Room, stage: Stage) {
    let today = room.now.date();
    room.does(|council, _, _| board::set_stage(council, POINT, stage, today));
}

fn steps(room: &Room) -> Vec<(NaiveDate, Stage)> {
    room.council().point(POINT).steps.iter().map(|step| (step.on, step.to)).collect()
}

fn sighting(on: NaiveDate, evidence: &str) -> Sighting {
    Sighting { sign: SIGN.to_owned(), on, evidence: evidence.to_owned(), said_by: None }
}

fn see(room: &mut Room, seen: Sighting) {
    let today = room.now.date();
    room.does(|council, _, _| board::tick(council, POINT, seen, today));
}

const DAY: i64 = 24 * 60;

#[test]
fn the_light_moves_and_the_running_meeting_counts_its_minutes() {
    let (mut room, meeting, items) = Room::in_session();
    for (point, minutes) in
        [(Some(Point::Evidence), 7), (Some(Point::Tools), 3), (Some(Point::Evidence), 2), (None, 9)]
    {
        room.does(|council, mint, now| board::focus(council, point, now, mint));
        room.wait(minutes);
    }
    let body = room.body(&meeting);
    assert_eq!(body.point_seconds(Point::Evidence, room.now), 9 * 60);
    assert_eq!(body.point_seconds(Point::Tools, room.now), 3 * 60);
    assert_eq!(body.item_seconds(&items[0], room.now), 21 * 60, "the item goes on while the light moves");
}

#[test]
fn the_light_moves_without_a_meeting_too() {
    let mut room = Room::default();
    room.does(|council, mint, now| board::focus(council, Some(Point::Wind), now, mint));
    assert_eq!(room.council().head.focus, Some(Point::Wind));
    assert_eq!(room.council().point(Point::Wind).touched, Some(room.now.date()));
    let again = board::focus(room.council(), Some(Point::Wind), room.now, &mut room.mint.clone());
    assert_eq!(again, Ok(Vec::new()));
}

#[test]
fn what_is_said_about_a_point_is_kept_with_the_day() {
    let mut room = Room::default();
    let point = Point::Feedback;
    let today = room.now.date();
    room.does(|council, _, _| board::set_stage(council, point, Stage::UnderWay, today));
    room.does(|council, _, _| board::toggle_active(council, point, today));
    room.does(|council, _, _| board::set_note(council, point, "指標は3つ", today));
    for text in ["認知度を測った", "受診率を測った"] {
        room.does(|council, _, _| board::add_evidence(council, point, text, today));
    }
    room.does(|council, _, _| board::remove_evidence(council, point, 0, today));
    let record = room.council().point(point);
    assert_eq!((record.stage, record.active, &record.note[..]), (Stage::UnderWay, true, "指標は3つ"));
    assert_eq!((record.evidence.len(), &record.evidence[0].text[..]), (1, "受診率を測った"));
    assert_eq!(record.touched, Some(today));
    assert_eq!(
        board::set_stage(room.council(), point, Stage::UnderWay, today.succ_opt().unwrap()),
        Ok(vec![])
    );
}

#[test]
fn evidence_wants_words_and_a_place() {
    let mut room = Room::default();
    let today = room.now.date();
    assert_eq!(
        room.refuses(|council, _, _| board::add_evidence(council, Point::Grow, " ", today)),
        Refusal::Empty
    );
    assert_eq!(
        room.refuses(|council, _, _| board::remove_evidence(council, Point::Grow, 0, today)),
        Refusal::NotFound
    );
}

#[test]
fn back_and_forth_is_kept_with_its_days() {
    let mut room = Room::default();
    let first = room.now.date();
    come_to(&mut room, Stage::UnderWay);
    room.wait(DAY);
    come_to(&mut room, Stage::Established);
    room.wait(DAY);
    come_to(&mut room, Stage::UnderWay);
    let days = [first, first + Days::new(1), first + Days::new(2)];
    let [one, two, three] = days;
    assert_eq!(steps(&room), [(one, Stage::UnderWay), (two, Stage::Established), (three, Stage::UnderWay)]);
    let record = room.council().point(POINT);
    assert_eq!(record.since(), Some(three));
    assert_eq!(record.stage_on(two), Some(Stage::Established));
    assert_eq!(record.stage_on(first.pred_opt().unwrap()), None);
}

#[test]
fn of_one_day_only_the_last_stage_is_a_step() {
    let mut room = Room::default();
    let first = room.now.date();
    come_to(&mut room, Stage::Started);
    room.wait(DAY);
    let second = room.now.date();
    for stage in [Stage::Established, Stage::UnderReview, Stage::UnderWay] {
        come_to(&mut room, stage);
    }
    assert_eq!(steps(&room), [(first, Stage::Started), (second, Stage::UnderWay)]);
    come_to(&mut room, Stage::Started);
    assert_eq!(steps(&room), [(first, Stage::Started)], "back where the day began is no step");
    assert_eq!(room.council().point(POINT).since(), Some(first));
}

#[test]
fn a_step_taken_back_leaves_the_one_before() {
    let mut room = Room::default();
    come_to(&mut room, Stage::Started);
    room.wait(DAY);
    let before = room.council().point(POINT).clone();
    come_to(&mut room, Stage::Established);
    assert!(room.history.undo(room.now).is_ok());
    assert_eq!(room.council().point(POINT), &before);
    assert!(room.history.redo(room.now).is_ok());
    assert_eq!(room.council().point(POINT).since(), Some(room.now.date()));
}

#[test]
fn what_is_said_while_a_meeting_runs_is_said_there() {
    let (mut room, meeting, _) = Room::in_session();
    let today = room.now.date();
    come_to(&mut room, Stage::Established);
    see(&mut room, sighting(today, "全課が9月に書いた"));
    let record = room.council().point(POINT);
    assert_eq!(record.steps, [Step { on: today, meeting: Some(meeting.clone()), to: Stage::Established }]);
    assert_eq!(record.ticks[0].meeting, Some(meeting));
    room.does(|council, _, _| board::untick(council, POINT, SIGN, today));
    see(&mut room, sighting(today.pred_opt().unwrap(), "昨日の現場"));
    assert_eq!(room.council().point(POINT).tick(SIGN).and_then(|tick| tick.meeting.clone()), None);
}

#[test]
fn a_sign_is_claimed_then_shown_then_seen_no_more_and_seen_again() {
    let mut room = Room::default();
    let first = room.now.date();
    let state = |room: &Room| match room.council().point(POINT).sign(SIGN) {
        SignState::NotYet => "not yet",
        SignState::Claimed(_) => "claimed",
        SignState::Seen(_) => "seen",
        SignState::Gone(_) => "gone",
    };
    assert_eq!(state(&room), "not yet");
    see(&mut room, sighting(first, " "));
    assert_eq!(state(&room), "claimed");
    room.wait(DAY);
    let second = room.now.date();
    let said_by = Some(Who::new("農務課 主任", None));
    see(&mut room, Sighting { said_by: said_by.clone(), ..sighting(first, "資料2") });
    assert_eq!(state(&room), "seen");
    let record = room.council().point(POINT);
    assert_eq!((record.ticks.len(), &record.ticks[0].said_by), (1, &said_by), "mended, not ticked twice");
    room.does(|council, _, _| board::untick(council, POINT, SIGN, second));
    assert_eq!(state(&room), "gone");
    room.wait(DAY);
    let third = room.now.date();
    see(&mut room, sighting(third, "資料5"));
    assert_eq!(state(&room), "seen");
    let kept: Vec<_> = room.council().point(POINT).ticks.iter().map(|tick| (tick.on, tick.until)).collect();
    assert_eq!(kept, [(first, Some(second)), (third, None)]);
}

#[test]
fn ticks_stand_in_the_order_of_their_days() {
    let mut room = Room::default();
    let today = room.now.date();
    let before = |days| today - Days::new(days);
    for (sign, days) in [("b", 5), ("c", 0), ("a", 9)] {
        see(&mut room, Sighting { sign: sign.to_owned(), ..sighting(before(days), "") });
    }
    see(&mut room, Sighting { sign: "c".to_owned(), ..sighting(before(7), "mended") });
    let order: Vec<&str> = room.council().point(POINT).ticks.iter().map(|tick| tick.sign.as_str()).collect();
    assert_eq!(order, ["a", "c", "b"]);
}

#[test]
fn a_tick_wants_a_sign_and_a_day_that_has_come() {
    let mut room = Room::default();
    let today = room.now.date();
    let refused =
        |room: &mut Room, seen| room.refuses(|council, _, _| board::tick(council, POINT, seen, today));
    assert_eq!(refused(&mut room, sighting(today.succ_opt().unwrap(), "")), Refusal::DayAhead);
    assert_eq!(refused(&mut room, Sighting { sign: String::new(), ..sighting(today, "") }), Refusal::Empty);
    assert_eq!(room.refuses(|council, _, _| board::untick(council, POINT, SIGN, today)), Refusal::NotFound);
    see(&mut room, sighting(today, "資料2"));
    let again = board::tick(room.council(), POINT, sighting(today, "資料2"), today);
    assert_eq!(again, Ok(vec![]), "said twice is said once");
}
