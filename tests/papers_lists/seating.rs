//! Seating plans: who sits where by the rule, and who has no seat.

use crate::{assert_looks, made, paragraphs, rows, sheets, toyokawa};
use norishiro::{
    domain::{Attendance, Council, Mode, Who},
    paper::{Content, Format, Kind, Order, document::Block},
    words::Lang,
};

fn seating() -> Order {
    Order { meeting: Some("fy2026-4".into()), ..Order::new(Kind::Seating) }
}

fn noted(council: &mut Council, member: &str, mode: Mode) {
    let body = council.bodies.get_mut(&"fy2026-4".into()).unwrap();
    let mut attendance: Vec<Attendance> = body.attendance.to_vec();
    attendance.retain(|it| it.member.as_str() != member);
    attendance.push(Attendance { member: member.into(), mode, from: None, to: None });
    body.attendance = attendance.into();
}

#[test]
fn the_room_looks_like_one() {
    let council = toyokawa();
    assert_looks("seating_ja", &made(&council, &seating(), Lang::Ja));
    assert_looks("seating_en", &made(&council, &seating(), Lang::En));
    assert_looks("seating_xlsx_ja", &made(&council, &Order { format: Format::Xlsx, ..seating() }, Lang::Ja));
}

#[test]
fn the_chair_is_at_the_front_and_members_sit_left_and_right_by_turns() {
    let council = toyokawa();
    let Content::Document(paper) = made(&council, &seating(), Lang::Ja) else { panic!("a document") };
    let Some(Block::Room(room)) = paper.blocks.iter().find(|block| matches!(block, Block::Room(_))) else {
        panic!("a room")
    };
    let number = |text: &String| text.split(['　', '\n']).next().map(str::to_owned).unwrap_or_default();
    let numbers: Vec<Vec<String>> = room.rows.iter().map(|row| row.iter().map(number).collect()).collect();
    assert_eq!(numbers[0], ["2", "1", ""]);
    assert_eq!(numbers[1], ["", "", ""]);
    assert_eq!(numbers[2], ["3", "", "4"]);
    assert_eq!(numbers[3], ["5", "", "6"]);
    assert_eq!(numbers.last().unwrap(), &["12", "13", "14"]);
}

#[test]
fn who_is_away_or_online_has_no_seat_and_a_stand_in_is_named() {
    let mut council = toyokawa();
    let chair = council.roles.iter().find(|role| role.title == "座長").unwrap().holder.clone();
    let Some(norishiro::domain::Party::Member(chair)) = chair else { panic!("a person") };
    let others: Vec<String> = council
        .members_on(council.meetings.get(&"fy2026-4".into()).unwrap().date)
        .into_iter()
        .filter(|member| !member.non_voting && member.id != chair)
        .map(|member| member.id.to_string())
        .collect();
    noted(&mut council, &others[0], Mode::Excused);
    noted(&mut council, &others[1], Mode::Online);
    noted(&mut council, &others[2], Mode::Proxy(Who::new("=代わりの人", None)));
    let table = rows(&council, &seating(), Lang::Ja);
    assert!(table.iter().any(|row| row.last().unwrap() == "'=代わりの人"));
    let seated = |council: &Council| rows(council, &seating(), Lang::Ja).len();
    let before = seated(&council);
    noted(&mut council, &others[3], Mode::Absent);
    assert_eq!(seated(&council), before - 1);
    let page = paragraphs(&council, &seating(), Lang::Ja);
    for start in ["オンライン　", "欠席　"] {
        assert!(page.iter().any(|it| it.starts_with(start)), "{start} in {page:?}");
    }
    assert!(page.iter().any(|it| it.contains("代理：=代わりの人")));
}

#[test]
fn a_workbook_has_the_room_and_the_list() {
    let council = toyokawa();
    let names: Vec<String> =
        sheets(&council, &seating(), Lang::En).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["Seating", "Seats"]);
}
