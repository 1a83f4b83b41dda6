//! What is suggested for the next agenda: each rule at its edges, what keeps a suggestion away, and what taking one up does.

use crate::room::{Room, council, day};
use chrono::{Days, NaiveDate};
use norishiro::domain::{
    decide::{agenda, suggestions},
    partner::Exchange,
    *,
};

const TODAY: (i32, u32, u32) = (2026, 11, 20);

fn today() -> NaiveDate {
    day(TODAY.0, TODAY.1, TODAY.2)
}

fn ago(days: u64) -> NaiveDate {
    today() - Days::new(days)
}

fn on(council: &Council, today: NaiveDate) -> Vec<Reason> {
    let found = council.suggestions(today, |reason| format!("議題 {}", reason.topic()));
    found.into_iter().map(|it| it.reason).collect()
}

fn reasons(council: &Council) -> Vec<Reason> {
    on(council, today())
}

fn topics(council: &Council) -> Vec<String> {
    reasons(council).iter().map(Reason::topic).collect()
}

fn point(council: &mut Council, record: PointRecord) {
    let edit = council.points.replacing(record).unwrap();
    council.points.apply(&edit).unwrap();
}

fn overdue(number: u32, days: u64) -> Action {
    let due = Due::On(ago(days));
    Action { due, ..Action::new(format!("a{number}").into(), number, "原稿をまとめる") }
}

fn seat(id: &str, to: NaiveDate) -> Role {
    Role {
        id: id.into(),
        title: id.to_owned(),
        office: Office::Other,
        holder: Some(Party::Organisation("o1".into())),
        term: Term { from: None, to: Some(to) },
    }
}

/// A room that held a meeting so many days ago, with the members named there.
fn met(days: u64, came: &[&str]) -> Room {
    let mut room = Room::default();
    let meeting = room.plan(ago(days));
    room.now = ago(days).and_hms_opt(14, 0, 0).unwrap();
    for who in came {
        room.attend(&meeting, who, Mode::Present);
    }
    room.hold(&meeting);
    room.now = today().and_hms_opt(14, 0, 0).unwrap();
    room
}

#[test]
fn a_new_council_is_left_in_peace() {
    assert_eq!(reasons(&council()), []);
}

#[test]
fn a_point_is_called_up_from_the_day_it_was_untouched_long_enough() {
    let mut council = council();
    for (days, called) in [(179, false), (180, true), (400, true)] {
        let last = Some(ago(days));
        point(&mut council, PointRecord { touched: last, ..PointRecord::untouched(Point::Grow) });
        let days = i64::try_from(days).unwrap();
        let found = called.then_some(Reason::Untouched { point: Point::Grow, last, days });
        assert_eq!(reasons(&council), Vec::from_iter(found), "{days}");
    }
    council.head.thresholds.untouched_days = 500;
    assert_eq!(reasons(&council), []);
}

#[test]
fn a_point_never_touched_counts_from_the_first_meeting() {
    let untouched = |days| {
        let room = met(days, &[]);
        topics(room.council()).iter().filter(|it| it.starts_with("untouched")).count()
    };
    assert_eq!((untouched(179), untouched(180)), (0, 10));
}

#[test]
fn what_is_longest_untouched_comes_first_and_equal_ones_in_the_order_of_the_map() {
    let mut council = council();
    for (it, days) in [(Point::People, 300), (Point::Wind, 200), (Point::Tools, 200)] {
        point(&mut council, PointRecord { touched: Some(ago(days)), ..PointRecord::untouched(it) });
    }
    assert_eq!(topics(&council), ["untouched people", "untouched wind", "untouched tools"]);
}

#[test]
fn a_sign_is_bare_once_the_days_to_show_it_are_over() {
    let tick = |sign: &str, days| Tick {
        sign: sign.to_owned(),
        on: ago(days),
        meeting: None,
        evidence: String::new(),
        said_by: None,
        until: None,
    };
    let mut council = council();
    let shown = Tick { evidence: "要綱の写し".into(), ..tick("c", 90) };
    let gone = Tick { until: Some(ago(5)), ..tick("d", 90) };
    let ticks = vec![tick("a", 30), tick("b", 29), shown, gone];
    point(
        &mut council,
        PointRecord { touched: Some(ago(1)), ticks, ..PointRecord::untouched(Point::Council) },
    );
    assert_eq!(reasons(&council), [Reason::Unproven { point: Point::Council, signs: vec!["a".into()] }]);
}

#[test]
fn readings_are_asked_for_when_the_figures_can_be_there() {
    let mut council = council();
    let reading = Reading::new(2024, "36.5".parse().unwrap());
    let it = Indicator {
        base: Some(reading),
        points: vec![Point::Feedback],
        ..Indicator::new("i".into(), "受診率")
    };
    council.indicators = vec![it].into();
    let due = Reason::ReadingsDue { year: 2025, indicators: vec!["i".into()] };
    assert_eq!(on(&council, day(2026, 5, 29)), []);
    assert_eq!(on(&council, day(2026, 5, 30)), [due]);
    let found = council.suggestions(today(), |_| String::new());
    assert_eq!((found[0].kind, &found[0].points[..]), (ItemKind::Report, &[Point::Feedback][..]));
}

#[test]
fn a_term_is_thought_of_before_it_ends_and_after() {
    let mut council = council();
    council.roles = vec![seat("座長", today() + Days::new(90)), seat("監事", today() + Days::new(91))].into();
    let ending = |seats: &[&str], first| Reason::TermsEnding {
        seats: seats.iter().map(|it| (*it).into()).collect(),
        first,
    };
    assert_eq!(reasons(&council), [ending(&["座長"], today() + Days::new(90))]);
    council.roles = vec![seat("座長", today() + Days::new(3)), seat("監事", ago(3))].into();
    assert_eq!(reasons(&council), [ending(&["監事", "座長"], ago(3))]);
    council.roles = vec![Role { holder: None, ..seat("座長", today()) }].into();
    assert_eq!(reasons(&council), [], "nobody leaves an empty seat");
}

#[test]
fn actions_are_taken_up_together_when_one_is_late_enough() {
    let mut council = council();
    council.actions =
        vec![overdue(1, 13), overdue(2, 14), Action { points: vec![Point::Tools], ..overdue(3, 40) }].into();
    let found = council.suggestions(today(), |_| String::new());
    assert_eq!(found[0].reason, Reason::Overdue { actions: vec![3, 2], days: 40 });
    assert_eq!(found[0].points, [Point::Tools]);
    council.actions = vec![overdue(1, 13), Action { state: ActionState::Done, ..overdue(2, 90) }].into();
    assert_eq!(reasons(&council), []);
}

/// Duties of `o1`, `o2` and `o3`.
fn carrying(duties: [u32; 3]) -> Council {
    let mut council = council();
    let with = |(at, count): (usize, u32)| {
        let id = ["o1", "o2", "o3"][at];
        let owner = Who::new(id, Some(Party::Organisation(id.into())));
        (0..count).map(move |n| Action {
            owners: vec![owner.clone()],
            due: Due::Open,
            ..Action::new(format!("{id}-{n}").into(), n + 100 * u32::try_from(at).unwrap(), "用意する")
        })
    };
    let actions: Vec<Action> = duties.into_iter().enumerate().flat_map(with).collect();
    council.actions = actions.into();
    council
}

#[test]
fn a_partner_carries_too_much_at_three_times_the_others() {
    let loaded = |duties| topics(&carrying(duties));
    assert_eq!(loaded([6, 2, 2]), ["overloaded o1"]);
    assert!(loaded([5, 2, 2]).is_empty());
    assert_eq!(loaded([4, 0, 0]), ["overloaded o1"]);
    assert!(loaded([3, 0, 0]).is_empty(), "a few duties are never too much");
    let reason = Reason::Overloaded { organisation: "o1".into(), carries: 9, others: 2 };
    assert_eq!(reasons(&carrying([9, 1, 2])), [reason]);
}

#[test]
fn whoever_came_or_was_in_touch_is_not_silent() {
    let silent = |room: &Room| {
        let found = reasons(room.council()).into_iter().find_map(|it| match it {
            Reason::Silent { organisations, .. } => Some(organisations),
            _ => None,
        });
        found.unwrap_or_default().iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(silent(&met(179, &["m1"])), ["o2", "o3"]);
    assert!(silent(&met(180, &["m1"])).is_empty(), "nobody knows who came to what is long ago");
    assert!(silent(&met(10, &[])).is_empty(), "no attendance was taken");
    let in_touch = |days| {
        let room = met(10, &["m1"]);
        let mut council = room.council().clone();
        let exchanges = vec![Exchange { on: ago(days), way: ExchangeWay::Contact, text: String::new() }];
        let partner = Partner { exchanges, ..Partner::default() };
        let edit = council.organisations.changing(&"o2".into(), |it| it.partner = partner).unwrap();
        council.organisations.apply(&edit).unwrap();
        silent(&Room::of(council))
    };
    assert_eq!(in_touch(179), ["o3"]);
    assert_eq!(in_touch(180), ["o2", "o3"]);
}

#[test]
fn evaluation_comes_with_the_end_of_the_fiscal_year() {
    let mut council = met(30, &[]).council().clone();
    let judged = |council: &Council, today| {
        on(council, today).into_iter().find(|it| matches!(it, Reason::Evaluation { .. }))
    };
    assert_eq!(judged(&council, day(2026, 12, 30)), None);
    let due = |year, rows| Some(Reason::Evaluation { year, rows });
    assert_eq!(judged(&council, day(2026, 12, 31)), due(2026, 0));
    let row = |id: &str, evaluation: &str| SheetRow {
        evaluation: evaluation.to_owned(),
        ..SheetRow::new(id.into(), 2026, Who::new("保育課", None))
    };
    council.sheet = vec![row("a", "続ける"), row("b", " ")].into();
    assert_eq!(judged(&council, day(2026, 12, 30)), None);
    assert_eq!(judged(&council, day(2027, 2, 1)), due(2026, 1));
    assert_eq!(judged(&council, day(2027, 6, 1)), due(2026, 1), "the year is over and not judged");
    council.sheet = vec![row("a", "続ける")].into();
    assert_eq!(judged(&council, day(2027, 2, 1)), None);
}

#[test]
fn an_answer_is_reported_owed_or_missed() {
    let mut council = met(30, &[]).council().clone();
    let mut found = |side, state, raised, answered| {
        let issue = Escalation {
            id: "e".into(),
            side,
            other: String::new(),
            other_name: "県協議会".into(),
            text: "冬の送迎".into(),
            why: String::new(),
            points: vec![Point::Overview],
            raised,
            raised_at: None,
            withdrawn: (state == EscalationState::Withdrawn).then_some(raised),
            considered: (state == EscalationState::Considered).then_some(raised),
            answer: String::new(),
            answered,
            answered_at: None,
            reported: None,
        };
        council.escalations = vec![issue].into();
        topics(&council)
    };
    use EscalationState::{Answered, Considered, Raised as Up, Withdrawn};
    use Side::{Raised, Received};
    assert_eq!(found(Raised, Answered, ago(200), Some(ago(30))), ["answered e"]);
    assert!(found(Raised, Answered, ago(200), Some(ago(31))).is_empty(), "a meeting was held since");
    assert!(found(Raised, Up, ago(89), None).is_empty());
    assert_eq!(found(Raised, Considered, ago(90), None), ["awaited e"]);
    assert_eq!(found(Received, Up, ago(1), None), ["owed e"]);
    assert!(found(Received, Withdrawn, ago(1), None).is_empty());
}

/// The meeting that ran put its last item off; another is planned before that, or is not.
fn put_off() -> (Room, id::ItemId) {
    let (mut room, meeting, items) = Room::in_session();
    room.does(|council, mint, now| {
        agenda::set_state(council, &meeting, &items[1], ItemState::Deferred, now, mint)
    });
    room.wait(10);
    room.next();
    room.close();
    (room, items[1].clone())
}

#[test]
fn what_was_put_off_is_suggested_until_it_is_on_an_agenda() {
    let (mut room, item) = put_off();
    assert_eq!(reasons(room.council()), [Reason::Deferred { item: item.clone(), times: 1 }]);
    let strict = Thresholds { deferred_times: 2, ..Thresholds::default() };
    let mut patient = room.council().clone();
    patient.head.thresholds = strict;
    assert_eq!(reasons(&patient), []);
    let next = room.plan(day(2027, 1, 20));
    assert_eq!(reasons(room.council()), [], "planning carries it over");
    let carried = room.body(&next).items.first().unwrap().id.clone();
    room.does(|council, _, _| agenda::remove(council, &next, &carried));
    let found = room.council().suggestions(today(), |_| String::new());
    assert_eq!((found[0].title.as_str(), found[0].minutes), ("計画・評価表の進め方", 30));
    room.does(|council, mint, _| suggestions::accept(council, &next, &found[0], mint));
    let taken = &room.body(&next).items[0];
    assert_eq!((taken.deferred, &taken.why), (1, &Why::NotDiscussed("fy2026-1".into())));
    assert_eq!(reasons(room.council()), []);
}

#[test]
fn what_is_taken_up_stands_on_the_agenda_with_its_reason_and_is_not_suggested_again() {
    let mut room = Room::default();
    let next = room.plan(day(2026, 12, 18));
    let mut grown = room.council().clone();
    grown.actions = vec![overdue(1, 20)].into();
    room = Room::of(grown);
    let found = room.council().suggestions(today(), |_| "遅れている宿題".to_owned());
    room.does(|council, mint, _| suggestions::accept(council, &next, &found[0], mint));
    let item = room.body(&next).items.last().unwrap().clone();
    assert_eq!((item.title.as_str(), item.minutes), ("遅れている宿題", 15));
    assert_eq!(item.why, Why::Suggested(Box::new(Reason::Overdue { actions: vec![1], days: 20 })));
    let mut later = room.council().clone();
    later.actions = vec![overdue(1, 21), overdue(2, 14)].into();
    assert_eq!(reasons(&later), [], "one item goes through all that are late");
    room.history.undo(room.now).unwrap();
    assert_eq!(topics(room.council()), ["overdue"]);
    room.item(&next, "遅れている宿題", 5);
    let by_title = room.council().suggestions(today(), |_| "遅れている宿題".to_owned());
    assert_eq!(by_title, [], "an item of that title is there");
}

#[test]
fn what_is_taken_up_comes_before_what_closes_the_agenda() {
    let mut room = Room::default();
    let next = room.plan(day(2026, 12, 18));
    room.item(&next, "計画・評価表", 20);
    room.item(&next, "その他", 5);
    let closing = room.body(&next).items.last().unwrap().clone();
    room.does(|council, _, _| agenda::save(council, &next, Item { kind: ItemKind::Other, ..closing }));
    let it = Suggestion {
        reason: Reason::Overdue { actions: vec![1], days: 20 },
        title: "遅れている宿題".into(),
        kind: ItemKind::Discussion,
        minutes: 15,
        points: Vec::new(),
    };
    room.does(|council, mint, _| suggestions::accept(council, &next, &it, mint));
    let titles: Vec<&str> = room.body(&next).items.iter().map(|it| it.title.as_str()).collect();
    assert_eq!(titles, ["計画・評価表", "遅れている宿題", "その他"]);
}

#[test]
fn only_a_planned_meeting_takes_one_up() {
    let mut room = Room::default();
    let meeting = room.plan(today());
    room.hold(&meeting);
    let it = Suggestion {
        reason: Reason::Overdue { actions: vec![1], days: 20 },
        title: "遅れている宿題".into(),
        kind: ItemKind::Discussion,
        minutes: 15,
        points: Vec::new(),
    };
    let refusal = room.refuses(|council, mint, _| suggestions::accept(council, &meeting, &it, mint));
    assert_eq!(refusal, Refusal::WrongState);
    let refusal =
        room.refuses(|council, mint, _| suggestions::accept(council, &"fy2026-9".into(), &it, mint));
    assert_eq!(refusal, Refusal::NotFound);
}

#[test]
fn what_was_declined_stays_away_until_its_facts_change() {
    let mut council = council();
    council.actions = vec![overdue(1, 20)].into();
    let mut room = Room::of(council);
    let reason = reasons(room.council()).remove(0);
    room.does(|council, _, now| suggestions::decline(council, &reason, now.date()));
    assert_eq!(reasons(room.council()), []);
    let mut later = room.council().clone();
    assert_eq!(on(&later, today() + Days::new(30)), [], "that time goes by is no new fact");
    later.actions = vec![overdue(1, 20), overdue(2, 15)].into();
    assert_eq!(topics(&later), ["overdue"]);
    room.history.undo(room.now).unwrap();
    assert_eq!(topics(room.council()), ["overdue"]);
}

#[test]
fn what_was_declined_comes_back_after_the_next_meeting_and_is_forgotten() {
    let mut council = council();
    council.roles = vec![seat("座長", day(2026, 12, 31))].into();
    let mut room = Room::of(council);
    let reason = reasons(room.council()).remove(0);
    room.does(|council, _, now| suggestions::decline(council, &reason, now.date()));
    let meeting = room.plan(day(2026, 12, 1));
    room.now = day(2026, 12, 1).and_hms_opt(14, 0, 0).unwrap();
    room.hold(&meeting);
    assert_eq!(on(room.council(), day(2026, 12, 1)), [reason]);
    let other = Reason::Overdue { actions: vec![9], days: 20 };
    room.does(|council, _, now| suggestions::decline(council, &other, now.date()));
    let kept: Vec<&str> = room.council().head.declined.iter().map(|it| it.key.as_str()).collect();
    assert_eq!(kept, ["overdue 9"]);
}

#[test]
fn what_presses_most_comes_first() {
    let (room, _) = put_off();
    let mut council = room.council().clone();
    council.actions = vec![overdue(1, 20)].into();
    council.roles = vec![seat("座長", today())].into();
    point(&mut council, PointRecord { touched: Some(ago(200)), ..PointRecord::untouched(Point::Ready) });
    let kinds: Vec<String> =
        topics(&council).iter().map(|it| it.split(' ').next().unwrap_or_default().to_owned()).collect();
    assert_eq!(kinds, ["deferred", "overdue", "terms", "untouched"]);
    council.meetings = council.meetings.iter().rev().cloned().collect::<Vec<_>>().into();
    assert_eq!(topics(&council).len(), 4, "whatever order the meetings stand in");
}

#[test]
fn what_is_not_read_is_named_first() {
    let (mut room, _) = put_off();
    let next = room.plan(day(2027, 1, 20));
    let mut council = room.council().clone();
    assert!(council.unread_for_suggestions(today()).is_empty());
    council.bodies.clear();
    let unread = council.unread_for_suggestions(today()).meetings;
    assert_eq!(unread, [next, "fy2026-1".into()]);
    let mut long_ago = met(180, &[]).council().clone();
    long_ago.bodies.clear();
    assert_eq!(long_ago.unread_for_suggestions(today()).meetings.len(), 1, "the last meeting held");
}
