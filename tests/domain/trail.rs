use crate::room::{Room, day};
use norishiro::{
    domain::{
        Council, Item, Point, Spell,
        decide::{
            actions, agenda, board,
            record::{NewKind, NewLine},
        },
    },
    knowledge::grown::{Size, grown},
};

#[test]
fn a_meeting_leaves_its_minutes_its_decisions_and_its_actions_on_the_points() {
    let mut room = Room::default();
    let meeting = room.plan(day(2026, 11, 20));
    let item = Item { points: vec![Point::Tools], ..Item::new("a".into(), "様式", 10) };
    room.does(|council, _, _| agenda::add(council, &meeting, item));
    assert!(room.council().trail(room.now).meetings.is_empty(), "nobody has met yet");
    room.start(&meeting);
    room.wait(8);
    let on_it = |kind, text: &str| NewLine {
        kind,
        text: text.into(),
        points: vec![Point::Tools],
        ..NewLine::default()
    };
    room.write(&meeting, None, on_it(NewKind::Decision, "様式を一つにする"));
    for text in ["様式案を作る", "欄を減らす"] {
        room.write(&meeting, None, on_it(NewKind::Action, text));
    }
    let first = room.action(1).id.clone();
    room.does(|council, _, now| {
        actions::set_state(council, &first, norishiro::domain::ActionState::Done, "", now.date())
    });
    room.does(|council, mint, now| board::focus(council, Some(Point::Grow), now, mint));
    room.wait(2);
    let trail = room.council().trail(room.now);
    assert_eq!(trail.meetings.len(), 1);
    assert_eq!(trail.at(0, Point::Tools), Spell { seconds: 8 * 60, decisions: 1, given: 2, done: 1 });
    assert_eq!(trail.at(0, Point::Grow).minutes(), 2, "the meeting that runs counts on");
    assert_eq!([Point::Tools, Point::Wind].map(|point| trail.last(point)), [Some(0), None]);
    assert!(trail.at(0, Point::Wind).is_empty() && trail.at(7, Point::Tools).is_empty());
    room.close();
    let before = room.council().trail(room.now).at(0, Point::Grow);
    room.wait(90);
    assert_eq!(room.council().trail(room.now).at(0, Point::Grow), before, "what is over has its length");
}

/// What the trail says of a point is what the point's own page says of the meetings.
fn assert_as_visited(council: &Council) {
    let now = day(2026, 11, 20).and_hms_opt(9, 0, 0).unwrap();
    let trail = council.trail(now);
    for point in Point::ALL {
        let spells = (0..trail.meetings.len()).map(|at| (at, trail.at(at, point)));
        let told: Vec<_> = spells
            .filter(|(_, spell)| !spell.is_empty())
            .map(|(at, spell)| (&trail.meetings[at].id, spell.seconds, spell.decisions, spell.given))
            .collect();
        let visits = council.visits(point, now);
        let visited: Vec<_> =
            visits.iter().map(|it| (&it.meeting.id, it.seconds, it.decisions, it.actions)).collect();
        assert_eq!(told, visited, "{point}");
        assert_eq!(trail.last(point).map(|at| &trail.meetings[at].id), visited.last().map(|it| it.0));
    }
}

#[test]
fn a_year_of_meetings_is_told_as_each_point_tells_it() {
    assert_as_visited(&grown(Size::S, 7, day(2026, 11, 20)));
}
