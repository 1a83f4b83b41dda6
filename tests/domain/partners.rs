//! Organisations as partners: what may be said of them, when they were last heard of, and what they have to do with each point.

use crate::room::{Room, council, day, party};
use chrono::NaiveDate;
use norishiro::domain::{
    action::Origin,
    decide::partners,
    id::{MeetingId, OrganisationId},
    partner::{AspectCheck, Finding},
    *,
};

const OFFICE: usize = 0;
const NURSERY: usize = 1;
const FARM: usize = 2;

fn farm() -> OrganisationId {
    "o3".into()
}

fn partner(room: &Room) -> &Partner {
    &room.council().organisations[FARM].partner
}

fn exchange(on: NaiveDate, way: ExchangeWay, text: &str) -> Exchange {
    Exchange { on, way, text: text.to_owned() }
}

/// Logs it with the farm section.
fn log(room: &mut Room, on: NaiveDate, way: ExchangeWay, text: &str) {
    room.does(|council, _, _| partners::log(council, &farm(), exchange(on, way, text)));
}

#[test]
fn where_the_two_are_and_want_to_be_can_be_said_and_left_open() {
    let mut room = Room::default();
    room.does(|council, _, _| partners::set_tie(council, &farm(), Some(Tie::Alliance)));
    room.does(|council, _, _| partners::set_aim(council, &farm(), Some(Tie::Coalition)));
    assert_eq!((partner(&room).tie, partner(&room).aim), (Some(Tie::Alliance), Some(Tie::Coalition)));
    let again = partners::set_tie(room.council(), &farm(), Some(Tie::Alliance));
    assert_eq!(again, Ok(vec![]), "nothing is changed that is so already");
    room.does(|council, _, _| partners::set_tie(council, &farm(), None));
    assert_eq!(partner(&room).tie, None);
    let nobody = "nobody".into();
    assert_eq!(room.refuses(|council, _, _| partners::set_aim(council, &nobody, None)), Refusal::NotFound);
}

#[test]
fn an_aspect_is_checked_once_and_anew_in_the_order_of_the_model() {
    let mut room = Room::default();
    let mut check = |aspect, finding, month, note: &str| {
        let check = AspectCheck { aspect, finding, note: note.into(), on: day(2026, month, 1) };
        room.does(|council, _, _| partners::check(council, &farm(), check));
    };
    check(Aspect::Relationship, Finding::NotYet, 9, "課長どうしは面識がない");
    check(Aspect::Necessity, Finding::Ready, 9, "");
    check(Aspect::Relationship, Finding::Unsure, 10, "一度会った");
    let known: Vec<_> =
        partner(&room).checks.iter().map(|it| (it.aspect, it.finding, it.note.as_str())).collect();
    let expected =
        [(Aspect::Necessity, Finding::Ready, ""), (Aspect::Relationship, Finding::Unsure, "一度会った")];
    assert_eq!(known, expected);
    assert_eq!(partner(&room).check(Aspect::Relationship).unwrap().on, day(2026, 10, 1));
    assert_eq!(partner(&room).check(Aspect::Capacity), None);
}

#[test]
fn of_two_looks_at_an_aspect_in_a_file_the_later_one_counts() {
    let check = |month, finding| AspectCheck {
        aspect: Aspect::Capacity,
        finding,
        note: String::new(),
        on: day(2026, month, 1),
    };
    let partner =
        Partner { checks: vec![check(9, Finding::Ready), check(5, Finding::NotYet)], ..Partner::default() };
    assert_eq!(partner.check(Aspect::Capacity).unwrap().finding, Finding::Ready);
}

#[test]
fn the_log_stands_in_the_order_of_days_and_is_counted_by_way() {
    let mut room = Room::default();
    log(&mut room, day(2026, 10, 5), ExchangeWay::Gave, "展示の資料を渡した");
    log(&mut room, day(2026, 9, 1), ExchangeWay::Received, "図書館の棚を借りた");
    log(&mut room, day(2026, 10, 5), ExchangeWay::Gave, "講師を出した");
    log(&mut room, day(2026, 9, 1), ExchangeWay::Contact, "");
    let texts: Vec<&str> = partner(&room).exchanges.iter().map(|it| it.text.as_str()).collect();
    assert_eq!(texts, ["図書館の棚を借りた", "", "展示の資料を渡した", "講師を出した"]);
    assert_eq!(partner(&room).balance(), Balance { received: 1, gave: 2 });
    for way in [ExchangeWay::Gave, ExchangeWay::Received] {
        let silent = exchange(day(2026, 10, 6), way, " \u{3000}");
        assert_eq!(room.refuses(|council, _, _| partners::log(council, &farm(), silent)), Refusal::Empty);
    }
}

#[test]
fn an_entry_of_the_log_is_changed_and_removed_where_it_stands() {
    let mut room = Room::default();
    log(&mut room, day(2026, 9, 1), ExchangeWay::Contact, "電話");
    log(&mut room, day(2026, 9, 8), ExchangeWay::Contact, "訪問");
    let (call, visit) = (partner(&room).exchanges[0].clone(), partner(&room).exchanges[1].clone());
    let later = exchange(day(2026, 9, 15), ExchangeWay::Received, "電話で棚の話をもらった");
    room.does(|council, _, _| partners::change_exchange(council, &farm(), &call, later.clone()));
    assert_eq!(partner(&room).exchanges, [visit.clone(), later.clone()]);
    let gone = room.refuses(|council, _, _| partners::remove_exchange(council, &farm(), &call));
    assert_eq!(gone, Refusal::NotFound);
    let gone =
        room.refuses(|council, _, _| partners::change_exchange(council, &farm(), &call, later.clone()));
    assert_eq!(gone, Refusal::NotFound);
    room.does(|council, _, _| partners::remove_exchange(council, &farm(), &visit));
    assert_eq!(partner(&room).exchanges, [later]);
    room.history.undo(room.now).unwrap();
    assert_eq!(partner(&room).exchanges.len(), 2);
}

#[test]
fn points_are_kept_once_and_in_order() {
    let mut room = Room::default();
    let points = vec![Point::Grow, Point::Wind, Point::Grow];
    room.does(|council, _, _| partners::set_points(council, &farm(), points));
    assert_eq!(partner(&room).points, [Point::Wind, Point::Grow]);
}

#[test]
fn the_most_that_binds_to_a_point_counts() {
    let mut council = council();
    council.organisations = vec![Organisation {
        partner: Partner {
            points: vec![Point::Wind, Point::Tools, Point::Grow, Point::People],
            ..Partner::default()
        },
        ..council.organisations[FARM].clone()
    }]
    .into();
    let theirs = Who::new("農務課", Some(Party::Organisation(farm())));
    let record = PointRecord { lead: Some(theirs.clone()), ..PointRecord::untouched(Point::Wind) };
    council.points.apply(&council.points.replacing(record).unwrap()).unwrap();
    let action = |number, state, points| Action {
        owners: vec![theirs.clone()],
        state,
        points,
        ..Action::new(format!("a{number}").as_str().into(), number, "展示")
    };
    council.actions = vec![
        action(1, ActionState::Waiting, vec![Point::Wind, Point::Tools]),
        action(2, ActionState::Done, vec![Point::Grow, Point::Ready]),
    ]
    .into();
    let organisation = &council.organisations[0];
    let carried = council.carried_by(&farm());
    let parts: Vec<_> = Point::ALL
        .into_iter()
        .filter_map(|point| Some((point, organisation.part(&carried, point)?)))
        .collect();
    let expected = [
        (Point::Wind, Part::Leads),
        (Point::Tools, Part::Acts),
        (Point::Grow, Part::TakesPart),
        (Point::People, Part::TakesPart),
    ];
    assert_eq!(parts, expected);
}

/// The latest contact of each organisation: the day, and what it was.
fn heard(council: &Council, today: NaiveDate) -> Vec<Option<(NaiveDate, &'static str)>> {
    let told = |contact: Contact| {
        let what = match contact.through {
            Through::Exchange(_) => "log",
            Through::Meeting(_) => "meeting",
            Through::Given(_) => "given",
            Through::Ended(_) => "ended",
        };
        (contact.on, what)
    };
    council.contacts(today).into_iter().map(|contact| contact.map(told)).collect()
}

/// A meeting of that day, held with these there; the nursery only sent a proxy, the farm section was excused.
fn hold(room: &mut Room, date: NaiveDate) -> MeetingId {
    let meeting = room.plan(date);
    room.attend(&meeting, "m1", Mode::Present);
    room.attend(&meeting, "m2", Mode::Proxy(Who::new("保育士", None)));
    room.attend(&meeting, "m3", Mode::Excused);
    room.hold(&meeting);
    meeting
}

#[test]
fn the_latest_contact_is_a_meeting_a_logged_word_or_an_action() {
    let mut room = Room::default();
    let today = day(2026, 11, 20);
    assert_eq!(heard(room.council(), today), [None; 3]);
    let meeting = hold(&mut room, day(2026, 9, 10));
    let planned = room.plan(day(2026, 11, 19));
    room.attend(&planned, "m3", Mode::Present);
    let known = heard(room.council(), today);
    let (office, nursery) = (known[OFFICE], known[NURSERY]);
    assert_eq!((office, nursery), (Some((day(2026, 9, 10), "meeting")), Some((day(2026, 9, 10), "meeting"))));
    assert_eq!(
        known[FARM], None,
        "who was excused was not there, and a meeting to come has nobody there yet"
    );

    let mut council = room.council().clone();
    let origin = Some(Origin { meeting, item: None, line: None });
    let owners = vec![Who::new("農務課", Some(party("m3")))];
    let given = Action { owners, origin, ..Action::new("a1".into(), 1, "棚の寸法を測る") };
    let edit = council.actions.appending(given.clone());
    council.actions.apply(&edit).unwrap();
    assert_eq!(heard(&council, today)[FARM], Some((day(2026, 9, 10), "given")));
    let ended = Action { state: ActionState::Done, ended: Some(day(2026, 10, 1)), ..given };
    let edit = council.actions.replacing(ended).unwrap();
    council.actions.apply(&edit).unwrap();
    assert_eq!(heard(&council, today)[FARM], Some((day(2026, 10, 1), "ended")));

    let call = exchange(day(2026, 10, 1), ExchangeWay::Contact, "電話");
    council.apply_all(&partners::log(&council, &farm(), call).unwrap()).unwrap();
    assert_eq!(heard(&council, today)[FARM], Some((day(2026, 10, 1), "log")), "of one day, the log");
    let visit = exchange(day(2026, 12, 1), ExchangeWay::Contact, "訪問の約束");
    council.apply_all(&partners::log(&council, &farm(), visit).unwrap()).unwrap();
    assert_eq!(heard(&council, today)[FARM], Some((day(2026, 10, 1), "log")), "a day to come is no contact");
    assert_eq!(heard(&council, day(2026, 12, 1))[FARM], Some((day(2026, 12, 1), "log")));
    let farm = &council.organisations[FARM];
    assert_eq!(council.contact(farm, today).map(|it| it.on), Some(day(2026, 10, 1)));
}

fn silent(council: &Council, today: NaiveDate, silence: Silence) -> Vec<(&Organisation, NaiveDate)> {
    let latest = council.organisations.iter().zip(council.contacts(today));
    latest.filter_map(|(it, contact)| Some((it, council.silent_since(contact, today, silence)?))).collect()
}

#[test]
fn silence_counts_from_the_last_contact_and_else_from_the_first_meeting() {
    let mut room = Room::default();
    let silence = Silence { days: 30 };
    let silent = |room: &Room, today| -> Vec<(String, NaiveDate)> {
        silent(room.council(), today, silence).into_iter().map(|(it, on)| (it.name.clone(), on)).collect()
    };
    assert_eq!(silent(&room, day(2030, 1, 1)), [], "a council that never met waits for nobody");
    hold(&mut room, day(2026, 9, 1));
    hold(&mut room, day(2026, 10, 1));
    assert_eq!(silent(&room, day(2026, 9, 30)), [], "29 days");
    assert_eq!(silent(&room, day(2026, 10, 1)), [("農務課".to_owned(), day(2026, 9, 1))], "never heard of");
    log(&mut room, day(2026, 10, 3), ExchangeWay::Contact, "電話");
    assert_eq!(silent(&room, day(2026, 10, 30)), []);
    let all = [("保険年金課", day(2026, 10, 1)), ("保育課", day(2026, 10, 1)), ("農務課", day(2026, 10, 3))];
    assert_eq!(silent(&room, day(2026, 11, 2)), all.map(|(name, on)| (name.to_owned(), on)));
}

#[test]
fn nobody_is_called_silent_before_every_meeting_is_read() {
    let mut room = Room::default();
    hold(&mut room, day(2026, 9, 1));
    let unread = hold(&mut room, day(2026, 10, 1));
    let mut council = room.council().clone();
    council.bodies.remove(&unread);
    let today = day(2027, 10, 1);
    assert!(silent(&council, today, Silence { days: 180 }).is_empty());
    assert_eq!(heard(&council, today)[OFFICE], Some((day(2026, 9, 1), "meeting")), "as far as it was read");
    assert_eq!(silent(room.council(), today, Silence { days: 180 }).len(), 3);
}
