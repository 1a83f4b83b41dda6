use crate::room::{Room, day, member, party};
use norishiro::domain::{
    Action, Carried, Member, Mode, Office, Organisation, Party, Refusal, Role, Term, Who,
    decide::{
        self, board,
        record::NewLine,
        roster::{self, office_titled},
    },
    point::Point,
};

fn seat(room: &mut Room, who: &str, title: &str) {
    let person = room.council().members.get(&member(who)).unwrap().clone();
    room.does(|council, mint, _| roster::save_member_with_office(council, person, title, mint));
}

/// Title and holder of every seat.
fn seats(room: &Room) -> Vec<(String, Option<String>)> {
    let holder = |role: &Role| match &role.holder {
        Some(Party::Member(id)) => Some(id.to_string()),
        _ => None,
    };
    room.council().roles.iter().map(|role| (role.title.clone(), holder(role))).collect()
}

fn held(rows: &[(&str, Option<&str>)]) -> Vec<(String, Option<String>)> {
    rows.iter().map(|(title, who)| ((*title).to_owned(), who.map(str::to_owned))).collect()
}

#[test]
fn a_seat_is_made_taken_left_and_changes_hands() {
    let mut room = Room::default();
    seat(&mut room, "m1", "会長");
    assert_eq!(seats(&room), held(&[("会長", Some("m1"))]));
    assert_eq!(room.council().office_of(&member("m1")).unwrap().office, Office::Chair);
    seat(&mut room, "m2", "会長");
    assert_eq!(seats(&room), held(&[("会長", Some("m2"))]), "a single seat changes hands");
    seat(&mut room, "m2", "副会長");
    assert_eq!(
        seats(&room),
        held(&[("会長", None), ("副会長", Some("m2"))]),
        "a new seat leaves the old one"
    );
    seat(&mut room, "m3", "会長");
    assert_eq!(seats(&room), held(&[("会長", Some("m3")), ("副会長", Some("m2"))]), "a vacant seat is taken");
    for title in ["委員", ""] {
        seat(&mut room, "m3", title);
        assert_eq!(seats(&room), held(&[("会長", None), ("副会長", Some("m2"))]));
    }
}

#[test]
fn the_second_of_two_like_seats_is_taken_when_it_is_free() {
    let mut room = Room::default();
    for id in ["r1", "r2"] {
        let role = Role {
            id: id.into(),
            title: "副会長".into(),
            office: Office::ViceChair,
            holder: None,
            term: Term::default(),
        };
        room.does(|council, _, _| roster::save_role(council, role));
    }
    seat(&mut room, "m1", "副会長");
    seat(&mut room, "m2", "副会長");
    assert_eq!(seats(&room), held(&[("副会長", Some("m1")), ("副会長", Some("m2"))]));
    seat(&mut room, "m1", "副会長");
    assert_eq!(seats(&room), held(&[("副会長", Some("m1")), ("副会長", Some("m2"))]));
}

#[test]
fn a_signatory_keeps_that_seat_beside_another() {
    let mut room = Room::default();
    seat(&mut room, "m1", "議事録署名人");
    seat(&mut room, "m1", "会長");
    assert_eq!(seats(&room), held(&[("議事録署名人", Some("m1")), ("会長", Some("m1"))]));
}

#[test]
fn usual_titles_say_what_kind_of_seat_they_are() {
    for (title, office) in [
        ("座長", Some(Office::Chair)),
        ("副委員長", Some(Office::ViceChair)),
        ("委員", Some(Office::Member)),
        ("署名人", Some(Office::Signatory)),
        ("書記", Some(Office::Secretariat)),
        ("オブザーバー", Some(Office::Observer)),
        ("広報担当", None),
    ] {
        assert_eq!(office_titled(title), office, "{title}");
    }
}

#[test]
fn the_roster_goes_by_office_then_as_listed() {
    let mut room = Room::default();
    seat(&mut room, "m1", "事務局");
    seat(&mut room, "m3", "会長");
    let order: Vec<_> =
        room.council().members_on(day(2026, 11, 20)).iter().map(|it| it.id.to_string()).collect();
    assert_eq!(order, ["m3", "m2", "m4", "m1"]);
}

#[test]
fn names_are_wanted() {
    let mut room = Room::default();
    let nobody = Member::new("x".into(), " ");
    let nothing = Organisation::new("x".into(), "\u{3000}");
    assert_eq!(room.refuses(|council, _, _| roster::save_member(council, nobody)), Refusal::Empty);
    assert_eq!(room.refuses(|council, _, _| roster::save_organisation(council, nothing)), Refusal::Empty);
}

#[test]
fn what_is_named_elsewhere_stays_on_the_roster() {
    let (mut room, meeting, _) = Room::in_session();
    let remove = |room: &mut Room, who: &str| {
        room.refuses(|council, _, _| roster::remove_member(council, &member(who)))
    };
    let one = Refusal::InUse { places: 1 };
    seat(&mut room, "m1", "会長");
    assert_eq!(remove(&mut room, "m1"), one);
    let speaker = Some(room.council().who(party("m2")));
    room.write(&meeting, None, NewLine { speaker, text: "賛成".into(), ..NewLine::default() });
    assert_eq!(remove(&mut room, "m2"), one);
    let stand_in = room.council().who(party("m4"));
    room.attend(&meeting, "m3", Mode::Proxy(stand_in));
    assert_eq!(remove(&mut room, "m3"), one);
    assert_eq!(remove(&mut room, "m4"), one, "somebody who came for another took part");
    let refusal = room.refuses(|council, _, _| roster::remove_organisation(council, &"o1".into()));
    assert_eq!(refusal, Refusal::HasMembers { members: 2 });
}

#[test]
fn an_unused_member_organisation_and_seat_can_go() {
    let mut room = Room::default();
    room.does(|council, _, _| roster::remove_member(council, &member("m3")));
    room.does(|council, _, _| roster::remove_organisation(council, &"o3".into()));
    seat(&mut room, "m2", "広報担当");
    let role = room.council().roles[0].id.clone();
    let lead = Some(Who::new("広報担当", Some(Party::Role(role.clone()))));
    room.does(|council, _, now| board::set_lead(council, Point::Grow, lead, now.date()));
    assert_eq!(
        room.refuses(|council, _, _| roster::remove_role(council, &role)),
        Refusal::InUse { places: 1 }
    );
    room.does(|council, _, now| board::set_lead(council, Point::Grow, None, now.date()));
    room.does(|council, _, _| roster::remove_role(council, &role));
    assert_eq!((room.council().members.len(), room.council().organisations.len()), (3, 2));
    assert_eq!(room.refuses(|council, _, _| roster::remove_role(council, &role)), Refusal::NotFound);
}

#[test]
fn the_list_can_be_put_in_order() {
    let mut room = Room::default();
    room.does(|council, _, _| roster::reorder_member(council, &member("m4"), -3));
    room.does(|council, _, _| roster::reorder_organisation(council, &"o1".into(), 1));
    let members: Vec<_> = room.council().members.iter().map(|it| it.id.as_str()).collect();
    let organisations: Vec<_> = room.council().organisations.iter().map(|it| it.id.as_str()).collect();
    assert_eq!((members, organisations), (vec!["m4", "m1", "m2", "m3"], vec!["o2", "o1", "o3"]));
}

#[test]
fn the_secretariat_grows_by_seats_of_its_own() {
    let mut room = Room::default();
    seat(&mut room, "m1", "事務局");
    seat(&mut room, "m4", "事務局");
    assert_eq!(seats(&room), held(&[("事務局", Some("m1")), ("事務局", Some("m4"))]));
}

#[test]
fn the_roll_is_numbered_in_roster_order_and_leaves_out_who_is_not_in_office() {
    let mut room = Room::default();
    seat(&mut room, "m3", "会長");
    let gone = room.council().members.get(&member("m2")).unwrap().clone();
    let gone = Member { term: Term { from: None, to: Some(day(2026, 3, 31)) }, ..gone };
    room.does(|council, _, _| roster::save_member(council, gone));
    let numbered: Vec<_> = room
        .council()
        .roll(day(2026, 11, 20))
        .iter()
        .map(|it| (it.number, it.member.id.to_string()))
        .collect();
    assert_eq!(numbered, [(1, "m3".to_owned()), (2, "m1".to_owned()), (3, "m4".to_owned())]);
}

#[test]
fn an_organisation_carries_what_its_people_and_their_seats_carry() {
    let mut room = Room::default();
    seat(&mut room, "m1", "会長");
    let chair = room.council().roles[0].id.clone();
    let owners = [party("m1"), Party::Role(chair), Party::Organisation("o2".into())];
    for (number, owner) in (1..).zip(owners) {
        let owners = vec![room.council().who(owner)];
        let action = Action { owners, ..Action::new(format!("a{number}").into(), number, "調べる") };
        room.does(|council, _, _| decide::actions::add(council, action));
    }
    let lead = Some(room.council().who(party("m4")));
    room.does(|council, _, now| board::set_lead(council, Point::Grow, lead, now.date()));
    let carried = room.council().carried_by(&"o1".into());
    let numbers: Vec<u32> = carried.open_actions.iter().map(|it| it.number).collect();
    assert_eq!((carried.seats.len(), numbers, carried.points), (1, vec![1, 2], vec![Point::Grow]));
    assert_eq!(room.council().carried_by(&"o3".into()), Carried::default());
}

#[test]
fn observers_are_counted() {
    let (mut room, meeting, _) = Room::in_session();
    room.does(|council, _, _| roster::count_observers(council, &meeting, 3));
    assert_eq!(room.council().meetings.get(&meeting).unwrap().observers, 3);
    assert_eq!(
        room.refuses(|council, _, _| roster::count_observers(council, &"none".into(), 1)),
        Refusal::NotFound
    );
}
