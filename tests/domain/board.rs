use crate::room::Room;
use norishiro::domain::{Point, Refusal, Stage, decide::board};

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
