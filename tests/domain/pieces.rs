//! Lines as pieces of a text: parted, joined, taken out and put back.

use crate::room::{Room, day};
use norishiro::domain::{
    Due, LineKind, Point, Refusal, Who,
    decide::record::{self, NewKind, NewLine, Spot},
    id::{LineId, MeetingId},
};

fn line(kind: NewKind, text: &str) -> NewLine {
    NewLine { kind, text: text.into(), ..NewLine::default() }
}

fn said(who: &str, text: &str) -> NewLine {
    NewLine { speaker: Some(Who::new(who, None)), ..line(NewKind::Speech, text) }
}

fn texts(room: &Room, meeting: &MeetingId) -> Vec<String> {
    room.body(meeting).lines.iter().map(|it| it.text.clone()).collect()
}

fn ids(room: &Room, meeting: &MeetingId) -> Vec<LineId> {
    room.body(meeting).lines.iter().map(|it| it.id.clone()).collect()
}

fn refuses_to_join(room: &mut Room, meeting: &MeetingId, first: &LineId, second: &LineId) -> Refusal {
    room.refuses(|council, _, _| record::join(council, meeting, first, second))
}

#[test]
fn a_split_action_stays_with_the_first_part() {
    let (mut room, meeting, _) = Room::in_session();
    let due = Due::On(day(2026, 12, 12));
    let new = NewLine { due, ..line(NewKind::Action, "展示の日程を調整する。会場も探す。") };
    let id = room.write(&meeting, None, new);
    room.write(&meeting, None, line(NewKind::Note, "次の行"));
    room.wait(5);
    let first = NewLine { due, ..line(NewKind::Action, "展示の日程を調整する。") };
    let second = line(NewKind::Note, "会場も探す。");
    room.does(|council, mint, _| record::split(council, &meeting, &id, first, second, mint));
    assert_eq!(texts(&room, &meeting), ["展示の日程を調整する。", "会場も探す。", "次の行"]);
    let lines = &room.body(&meeting).lines;
    assert_eq!((lines[0].kind, lines[1].kind), (LineKind::Action(1), LineKind::Note));
    assert_eq!((lines[1].at, &lines[1].item), (lines[0].at, &lines[0].item), "said at the same time");
    assert_eq!((room.action(1).text.as_str(), room.action(1).due), ("展示の日程を調整する。", due));
}

#[test]
fn neither_part_of_a_line_may_be_empty() {
    let (mut room, meeting, _) = Room::in_session();
    let id = room.write(&meeting, None, line(NewKind::Note, "一行"));
    for (first, second) in [("", "一行"), ("一行", " ")] {
        let (first, second) = (line(NewKind::Note, first), line(NewKind::Note, second));
        let refusal =
            room.refuses(|council, mint, _| record::split(council, &meeting, &id, first, second, mint));
        assert_eq!(refusal, Refusal::Empty);
    }
}

#[test]
fn joining_keeps_the_kind_the_number_and_the_action_of_the_first() {
    let (mut room, meeting, _) = Room::in_session();
    let points = vec![Point::Tools];
    let first = room.write(&meeting, None, line(NewKind::Action, "原稿を書く。"));
    let other = NewLine { points: points.clone(), ..line(NewKind::Action, "写真も付ける。") };
    let second = room.write(&meeting, None, other);
    room.does(|council, _, _| record::join(council, &meeting, &first, &second));
    assert_eq!(texts(&room, &meeting), ["原稿を書く。写真も付ける。"]);
    assert_eq!(
        (room.action(1).text.as_str(), &room.action(1).points),
        ("原稿を書く。写真も付ける。", &points)
    );
    assert!(room.council().action_numbered(2).is_none());
    room.history.undo(room.now).unwrap();
    assert_eq!(texts(&room, &meeting).len(), 2, "one step brings both back");
    assert!(room.council().action_numbered(2).is_some());
}

#[test]
fn who_said_the_second_line_is_still_said() {
    let (mut room, meeting, _) = Room::in_session();
    let one = room.write(&meeting, None, said("農務課", "展示を使える。"));
    let same = room.write(&meeting, None, said("農務課", "一月だけ。"));
    let other = room.write(&meeting, None, said("保育課", "助かる。"));
    room.does(|council, _, _| record::join(council, &meeting, &one, &same));
    room.does(|council, _, _| record::join(council, &meeting, &one, &other));
    assert_eq!(texts(&room, &meeting), ["展示を使える。一月だけ。保育課：助かる。"]);
    assert_eq!(record::joined("we agreed.", "Next item"), "we agreed. Next item");
    assert_eq!(record::joined("書いた", "memo"), "書いたmemo");
}

#[test]
fn what_cannot_be_joined_stays() {
    let (mut room, meeting, _) = Room::in_session();
    let open = room.write(&meeting, None, line(NewKind::Note, "公の行"));
    let private = NewLine { private: true, ..line(NewKind::Note, "内々の行") };
    let private = room.write(&meeting, None, private);
    let long = room.write(&meeting, None, line(NewKind::Note, &"あ".repeat(record::LONGEST / 3)));
    assert_eq!(refuses_to_join(&mut room, &meeting, &open, &private), Refusal::HalfPrivate);
    assert_eq!(refuses_to_join(&mut room, &meeting, &private, &open), Refusal::HalfPrivate);
    assert_eq!(refuses_to_join(&mut room, &meeting, &open, &long), Refusal::TooLong);
    assert_eq!(refuses_to_join(&mut room, &meeting, &open, &open), Refusal::NotFound);
}

#[test]
fn what_was_cut_comes_back_as_it_was_and_what_was_copied_is_new() {
    let (mut room, meeting, items) = Room::in_session();
    let action = room.write(&meeting, None, line(NewKind::Action, "原稿を書く。"));
    let decision = room.write(&meeting, None, line(NewKind::Decision, "続ける。"));
    room.wait(5);
    room.next();
    let last = room.write(&meeting, None, line(NewKind::Note, "次の議題の行"));
    let both = [action.clone(), decision];
    let taken = record::taken(room.council(), &meeting, &both);
    let spot = Spot::After(last);
    room.does(|council, _, _| record::remove_all(council, &meeting, &both));
    assert!(room.council().action_numbered(1).is_none());
    room.does(|council, mint, _| record::put(council, &meeting, &spot, taken.clone(), mint));
    assert_eq!(texts(&room, &meeting), ["次の議題の行", "原稿を書く。", "続ける。"]);
    assert_eq!(ids(&room, &meeting)[1..], both);
    let origin = room.action(1).origin.clone().unwrap();
    assert_eq!((origin.item.as_ref(), origin.line.as_ref()), (Some(&items[1]), Some(&action)));

    room.does(|council, mint, _| record::put(council, &meeting, &spot, taken, mint));
    let kinds: Vec<_> = room.body(&meeting).lines.iter().map(|it| it.kind).collect();
    use LineKind::{Action, Decision, Note};
    assert_eq!(kinds, [Note, Action(2), Decision(2), Action(1), Decision(1)]);
    assert_eq!(room.action(2).text, "原稿を書く。");
}

#[test]
fn a_number_that_was_given_again_is_not_taken_back() {
    let (mut room, meeting, _) = Room::in_session();
    let first = room.write(&meeting, None, line(NewKind::Decision, "続ける。"));
    let taken = record::taken(room.council(), &meeting, std::slice::from_ref(&first));
    room.does(|council, _, _| record::remove(council, &meeting, &first));
    room.write(&meeting, None, line(NewKind::Decision, "やめる。"));
    room.does(|council, mint, _| record::put(council, &meeting, &Spot::End(None), taken, mint));
    let kinds: Vec<_> = room.body(&meeting).lines.iter().map(|it| it.kind).collect();
    assert_eq!(kinds, [LineKind::Decision(1), LineKind::Decision(2)]);
}

#[test]
fn new_lines_go_where_they_are_put() {
    let (mut room, meeting, items) = Room::in_session();
    let first = room.write(&meeting, None, line(NewKind::Note, "一"));
    let put = |room: &mut Room, spot: Spot, text: &str| {
        let lines = vec![line(NewKind::Note, text)];
        room.does(|council, mint, _| record::insert(council, &meeting, &spot, lines, mint));
    };
    put(&mut room, Spot::Before(first.clone()), "零");
    put(&mut room, Spot::After(first), "二");
    put(&mut room, Spot::End(Some(items[1].clone())), "三");
    assert_eq!(texts(&room, &meeting), ["零", "一", "二", "三"]);
    assert_eq!(room.body(&meeting).lines[3].item.as_ref(), Some(&items[1]));
    for spot in [Spot::After("gone".into()), Spot::End(Some("gone".into()))] {
        let lines = vec![line(NewKind::Note, "行")];
        let refusal = room.refuses(|council, mint, _| record::insert(council, &meeting, &spot, lines, mint));
        assert_eq!(refusal, Refusal::NotFound);
    }
}
