use crate::room::{Room, day};
use norishiro::domain::{
    ActionState, Due, LineKind, Point, Refusal, Who,
    decide::{
        actions, board, record,
        record::{NewKind, NewLine},
    },
    id::{LineId, MeetingId},
};

fn line(kind: NewKind, text: &str) -> NewLine {
    NewLine { kind, text: text.into(), ..NewLine::default() }
}

fn texts(room: &Room, meeting: &MeetingId) -> Vec<String> {
    room.body(meeting).lines.iter().map(|it| it.text.clone()).collect()
}

fn rewrite(room: &mut Room, meeting: &MeetingId, id: &LineId, new: NewLine) {
    room.does(|council, mint, _| record::rewrite(council, meeting, id, new, mint));
}

#[test]
fn a_line_stands_under_the_current_item_with_its_time() {
    let (mut room, meeting, items) = Room::in_session();
    room.wait(21);
    let id = room.write(&meeting, Some(&items[2]), line(NewKind::Speech, "給食便りの欄を使える。"));
    let written = room.line(&meeting, &id);
    assert_eq!((written.at, &written.item), (Some(room.now.time()), &Some(items[0].clone())));
    room.close();
    let id = room.write(&meeting, Some(&items[2]), line(NewKind::Note, "後から書いた"));
    let written = room.line(&meeting, &id);
    assert_eq!((written.at, &written.item), (None, &Some(items[2].clone())));
}

#[test]
fn a_line_wants_letters_and_a_real_item() {
    let (mut room, meeting, _) = Room::in_session();
    room.close();
    for text in ["", " \u{3000}\n"] {
        let refusal = room.refuses(|council, mint, now| {
            record::write(council, &meeting, None, line(NewKind::Note, text), now, mint)
        });
        assert_eq!(refusal, Refusal::Empty);
    }
    let nowhere = Some("gone".into());
    let refusal = room.refuses(|council, mint, now| {
        record::write(council, &meeting, nowhere, line(NewKind::Note, "開会"), now, mint)
    });
    assert_eq!(refusal, Refusal::NotFound);
}

#[test]
fn decisions_count_within_the_meeting_and_actions_within_the_council() {
    let (mut room, first, _) = Room::in_session();
    for kind in [NewKind::Decision, NewKind::Action, NewKind::Decision, NewKind::Action] {
        room.write(&first, None, line(kind, "記す"));
    }
    room.close();
    let second = room.plan(day(2026, 12, 18));
    for kind in [NewKind::Decision, NewKind::Action] {
        room.write(&second, None, line(kind, "記す"));
    }
    let kinds = |id| room.body(id).lines.iter().map(|it| it.kind).collect::<Vec<_>>();
    use LineKind::{Action, Decision};
    assert_eq!(kinds(&first), [Decision(1), Action(1), Decision(2), Action(2)]);
    assert_eq!(kinds(&second), [Decision(1), Action(3)]);
}

#[test]
fn an_action_line_gives_an_action_with_everything_in_it() {
    let (mut room, meeting, items) = Room::in_session();
    let owners = vec![Who::new("保育課", None), Who::new("保健センター", None)];
    let due = Due::On(day(2026, 12, 12));
    let new = NewLine {
        owners: owners.clone(),
        due,
        points: vec![Point::Tools],
        ..line(NewKind::Action, "1月号の原稿")
    };
    let id = room.write(&meeting, None, new);
    let action = room.action(1);
    assert_eq!((&action.text[..], &action.owners, action.due), ("1月号の原稿", &owners, due));
    assert_eq!((&action.points[..], action.state), (&[Point::Tools][..], ActionState::Open));
    let origin = action.origin.as_ref().unwrap();
    assert_eq!((&origin.meeting, &origin.item, &origin.line), (&meeting, &Some(items[0].clone()), &Some(id)));
}

#[test]
fn decisions_and_actions_belong_to_the_lit_point_unless_they_name_one() {
    let (mut room, meeting, _) = Room::in_session();
    room.does(|council, mint, now| board::focus(council, Some(Point::Allies), now, mint));
    let named = NewLine { points: vec![Point::Grow], ..line(NewKind::Decision, "広報に載せる") };
    let written = [line(NewKind::Decision, "続ける"), line(NewKind::Note, "雑談"), named];
    let points = written.map(|new| {
        let id = room.write(&meeting, None, new);
        room.line(&meeting, &id).points.clone()
    });
    assert_eq!(points, [vec![Point::Allies], vec![], vec![Point::Grow]]);
}

#[test]
fn a_continuation_joins_the_line_above_and_its_action() {
    let (mut room, meeting, _) = Room::in_session();
    let refusal = room.refuses(|council, mint, now| {
        record::write(council, &meeting, None, line(NewKind::Continue, "続き"), now, mint)
    });
    assert_eq!(refusal, Refusal::NothingToContinue);
    room.write(&meeting, None, line(NewKind::Action, "図書館展示の日程調整"));
    room.write(&meeting, None, line(NewKind::Continue, "対象が重なる回は合同にする。"));
    assert_eq!(texts(&room, &meeting), ["図書館展示の日程調整\n対象が重なる回は合同にする。"]);
    assert_eq!(room.action(1).text, texts(&room, &meeting)[0]);
}

#[test]
fn a_deleted_number_is_never_given_again() {
    let (mut room, meeting, _) = Room::in_session();
    room.write(&meeting, None, line(NewKind::Action, "一つ目"));
    let last = room.write(&meeting, None, line(NewKind::Action, "二つ目"));
    room.does(|council, _, _| record::remove(council, &meeting, &last));
    assert!(room.council().action_numbered(2).is_none());
    room.write(&meeting, None, line(NewKind::Action, "三つ目"));
    assert_eq!(room.action(3).text, "三つ目");
    let id = room.body(&meeting).lines.last().unwrap().id.clone();
    rewrite(&mut room, &meeting, &id, line(NewKind::Note, "やはりメモ"));
    rewrite(&mut room, &meeting, &id, line(NewKind::Action, "やはり宿題"));
    assert_eq!(room.line(&meeting, &id).kind, LineKind::Action(4));
    assert!(room.council().action_numbered(3).is_none());
}

#[test]
fn taking_back_the_deletion_of_an_action_line_brings_everything_back() {
    let (mut room, meeting, _) = Room::in_session();
    let id = room.write(&meeting, None, line(NewKind::Action, "原稿"));
    room.write(&meeting, None, line(NewKind::Note, "次へ"));
    let action = room.action(1).id.clone();
    let today = room.now.date();
    room.does(|council, _, _| actions::add_note(council, &action, "下書き済", today));
    room.does(|council, _, _| actions::set_state(council, &action, ActionState::Waiting, "", today));
    let before = room.council().clone();
    room.does(|council, _, _| record::remove(council, &meeting, &id));
    assert_eq!((room.council().actions.len(), texts(&room, &meeting)), (0, vec!["次へ".to_owned()]));
    room.history.undo(room.now).unwrap().unwrap();
    assert_eq!(*room.council(), before);
}

#[test]
fn taking_back_a_written_action_line_takes_back_its_action() {
    let (mut room, meeting, _) = Room::in_session();
    let before = room.council().clone();
    room.write(&meeting, None, line(NewKind::Action, "原稿"));
    room.history.undo(room.now).unwrap().unwrap();
    assert_eq!(*room.council(), before);
    room.history.redo(room.now).unwrap().unwrap();
    assert_eq!(room.action(1).text, "原稿");
}

#[test]
fn every_kind_can_become_every_other() {
    use NewKind::{Action, Decision, Deferred, Issue, Note, Proposal, Speech};
    let kinds = [Note, Speech, Decision, Action, Deferred, Proposal, Issue];
    for from in kinds {
        for to in kinds {
            let (mut room, meeting, _) = Room::in_session();
            let id = room.write(&meeting, None, line(from, "元の文"));
            let speaker = Some(Who::new("会長", None));
            let new = NewLine { speaker: speaker.clone(), ..line(to, "直した文") };
            rewrite(&mut room, &meeting, &id, new);
            let written = room.line(&meeting, &id);
            assert_eq!(
                (written.kind.plain(), &written.text[..], &written.speaker),
                (to, "直した文", &speaker)
            );
            let actions: Vec<_> = room.council().actions.iter().map(|it| &it.text[..]).collect();
            assert_eq!(actions, if to == Action { vec!["直した文"] } else { vec![] }, "{from:?} to {to:?}");
        }
    }
}

#[test]
fn rewriting_an_action_line_keeps_its_number_and_what_was_noted() {
    let (mut room, meeting, _) = Room::in_session();
    let id = room.write(&meeting, None, line(NewKind::Action, "原稿"));
    let (action, today) = (room.action(1).id.clone(), room.now.date());
    room.does(|council, _, _| actions::add_note(council, &action, "下書き済", today));
    let new = NewLine {
        owners: vec![Who::new("農務課", None)],
        due: Due::Open,
        ..line(NewKind::Action, "1月号の原稿")
    };
    rewrite(&mut room, &meeting, &id, new);
    let action = room.action(1);
    assert_eq!(
        (&action.text[..], &action.owners[0].label[..], action.due),
        ("1月号の原稿", "農務課", Due::Open)
    );
    assert_eq!(action.notes[0].text, "下書き済");
}

#[test]
fn a_line_moves_to_another_item_and_its_action_with_it() {
    let (mut room, meeting, items) = Room::in_session();
    let id = room.write(&meeting, None, line(NewKind::Action, "原稿"));
    room.does(|council, _, _| record::move_to_item(council, &meeting, &id, Some(items[1].clone())));
    assert_eq!(room.line(&meeting, &id).item, Some(items[1].clone()));
    assert_eq!(room.action(1).origin.as_ref().unwrap().item, Some(items[1].clone()));
    room.does(|council, _, _| record::move_to_item(council, &meeting, &id, None));
    assert_eq!(room.line(&meeting, &id).item, None);
    let refusal =
        room.refuses(|council, _, _| record::move_to_item(council, &meeting, &id, Some("gone".into())));
    assert_eq!(refusal, Refusal::NotFound);
}

#[test]
fn a_line_moves_among_the_lines_of_its_item_only() {
    let (mut room, meeting, items) = Room::in_session();
    room.close();
    let ids = [("甲1", 0), ("乙1", 1), ("甲2", 0), ("乙2", 1)]
        .map(|(text, item)| room.write(&meeting, Some(&items[item]), line(NewKind::Note, text)));
    let of_first = |room: &Room| {
        let lines = room.body(&meeting).lines.iter().filter(|it| it.item.as_ref() == Some(&items[0]));
        lines.map(|it| it.text.clone()).collect::<String>()
    };
    for (line, down, order) in [
        (&ids[2], false, "甲2甲1"),
        (&ids[2], false, "甲2甲1"),
        (&ids[2], true, "甲1甲2"),
        (&ids[2], true, "甲1甲2"),
    ] {
        room.does(|council, _, _| record::reorder(council, &meeting, line, down));
        assert_eq!(of_first(&room), order);
    }
}
