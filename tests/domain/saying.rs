//! What a line does, whatever it was typed as.

use crate::room::{Room, day, party};
use norishiro::domain::{
    Due, ItemState, LineKind, Mode, Party, Refusal, Who,
    decide::{
        record::{self, NewKind, NewLine},
        said::Said,
        saying::{Done, Saying, Several, say, say_all},
    },
    id::{ItemId, MeetingId},
};

fn alike(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

fn line(kind: NewKind, text: &str) -> Said {
    Said::Line(NewLine { kind, text: text.into(), ..NewLine::default() })
}

fn who(id: &str) -> Who {
    Who::new(id, Some(party(id)))
}

fn section(id: &str) -> Who {
    Who::new(id, Some(Party::Organisation(id.into())))
}

/// Says it as one change. `typed` is what stands in the record where it cannot be done.
fn said(room: &mut Room, meeting: &MeetingId, item: &mut Option<ItemId>, said: &Said) -> Done {
    let (council, at) = (room.history.council(), room.now);
    let saying = Saying { council, meeting, item: item.as_ref(), at, alike };
    let outcome = say(&saying, said, "打った行", &mut room.mint).unwrap();
    room.history.push(room.now, outcome.edits).unwrap();
    *item = outcome.item;
    outcome.done
}

fn says(room: &mut Room, meeting: &MeetingId, it: &Said) -> Done {
    said(room, meeting, &mut None, it)
}

/// The refusal of a line that stays as a note to the letter.
fn kept(room: &mut Room, meeting: &MeetingId, it: &Said) -> Refusal {
    let before = room.body(meeting).lines.len();
    let Done::Kept(id, refusal) = says(room, meeting, it) else { panic!("{it:?} was done") };
    let line = room.line(meeting, &id);
    assert_eq!((line.kind, line.text.as_str()), (LineKind::Note, "打った行"));
    assert_eq!(room.body(meeting).lines.len(), before + 1);
    refusal
}

fn titles(room: &Room, meeting: &MeetingId) -> Vec<(String, ItemState)> {
    room.body(meeting).items.iter().map(|it| (it.title.clone(), it.state)).collect()
}

fn queue(room: &Room, meeting: &MeetingId) -> Vec<(String, String)> {
    room.body(meeting).queue.iter().map(|it| (it.who.label.clone(), it.note.clone())).collect()
}

#[test]
fn a_topic_is_put_behind_the_current_item_and_taken_up() {
    let (mut room, meeting, _) = Room::in_session();
    assert!(matches!(says(&mut room, &meeting, &Said::Topic("様式の配布".into())), Done::Added(..)));
    assert_eq!(
        titles(&room, &meeting)[..2],
        [("前回の確認".into(), ItemState::Discussed), ("様式の配布".into(), ItemState::Current)]
    );
    assert!(matches!(says(&mut room, &meeting, &Said::Topic("次回日程".into())), Done::Taken(..)));
    assert_eq!(titles(&room, &meeting).len(), 4, "an open item of that title is the one that is meant");
    assert_eq!(titles(&room, &meeting)[3].1, ItemState::Current);
    says(&mut room, &meeting, &Said::Topic("前回の確認".into()));
    assert_eq!(titles(&room, &meeting).len(), 5, "one that is over is another");
}

#[test]
fn the_agenda_goes_on_by_word_and_by_number() {
    let (mut room, meeting, items) = Room::in_session();
    assert_eq!(
        says(&mut room, &meeting, &Said::Next),
        Done::Taken(items[1].clone(), "計画・評価表の進め方".into())
    );
    assert_eq!(says(&mut room, &meeting, &Said::Take(1)), Done::Taken(items[0].clone(), "前回の確認".into()));
    assert_eq!(kept(&mut room, &meeting, &Said::Take(9)), Refusal::NoSuchItem);
    assert_eq!(kept(&mut room, &meeting, &Said::Take(0)), Refusal::NoSuchItem);
    says(&mut room, &meeting, &Said::Next);
    assert_eq!(kept(&mut room, &meeting, &Said::Next), Refusal::NoItemAhead);
}

#[test]
fn in_a_meeting_that_is_over_the_lines_follow_the_item_named_last() {
    let (mut room, meeting, items) = Room::in_session();
    room.close();
    let mut item = None;
    said(&mut room, &meeting, &mut item, &Said::Next);
    assert_eq!(item.as_ref(), Some(&items[0]));
    said(&mut room, &meeting, &mut item, &Said::Take(3));
    let Done::Written(id) = said(&mut room, &meeting, &mut item, &line(NewKind::Deferred, "日程")) else {
        panic!()
    };
    assert_eq!(room.line(&meeting, &id).item.as_ref(), Some(&items[2]));
    assert_eq!(room.lookup(&meeting, &items[2]).state, ItemState::Deferred, "it was put off after all");
    let Done::Added(added, _) = said(&mut room, &meeting, &mut item, &Said::Topic("その他".into())) else {
        panic!()
    };
    assert_eq!(item.as_ref(), Some(&added));
    assert_eq!(room.body(&meeting).items.last().map(|it| it.state), Some(ItemState::Discussed));
    assert_eq!(
        said(&mut room, &meeting, &mut item, &Said::Topic("その他".into())),
        Done::Taken(added, "その他".into())
    );
}

#[test]
fn attendance_is_taken_by_name_section_and_seat() {
    let (mut room, meeting, _) = Room::in_session();
    room.wait(5);
    says(&mut room, &meeting, &Said::Present(vec![who("m1"), section("o2"), who("m4")]));
    for id in ["m1", "m2", "m4"] {
        let there = room.council().attendance(room.meeting(&meeting), &id.into());
        assert_eq!((there.mode, there.from), (Mode::Present, Some(room.now.time())), "{id}");
    }
    room.wait(5);
    says(&mut room, &meeting, &Said::Left(vec![who("m1")]));
    says(&mut room, &meeting, &Said::Left(vec![who("m1")]));
    let left = room.council().attendance(room.meeting(&meeting), &"m1".into());
    assert_eq!(left.to, Some(room.now.time()), "said twice, they are still gone");
    says(&mut room, &meeting, &Said::Present(vec![who("m1")]));
    assert_eq!(room.council().attendance(room.meeting(&meeting), &"m1".into()).to, None);
    says(&mut room, &meeting, &Said::Regrets(vec![who("m3")]));
    assert_eq!(room.council().attendance(room.meeting(&meeting), &"m3".into()).mode, Mode::Excused);
    let stand_in = Who::new("係長", None);
    says(&mut room, &meeting, &Said::Proxy { stand_in: stand_in.clone(), absent: section("o3") });
    assert_eq!(room.council().attendance(room.meeting(&meeting), &"m3".into()).mode, Mode::Proxy(stand_in));
}

#[test]
fn nobody_is_checked_in_by_a_guess() {
    let (mut room, meeting, _) = Room::in_session();
    let several = kept(&mut room, &meeting, &Said::Present(vec![who("m1"), section("o1")]));
    assert_eq!(several, Refusal::SeveralMembers { who: "o1".into() });
    let guest = Said::Present(vec![Who::new("来賓", None)]);
    assert_eq!(kept(&mut room, &meeting, &guest), Refusal::NotOnRoster { who: "来賓".into() });
    assert_eq!(kept(&mut room, &meeting, &Said::Left(vec![who("m2")])), Refusal::WrongState);
    assert!(room.body(&meeting).attendance.is_empty(), "the first of a list neither");
    room.close();
    assert_eq!(kept(&mut room, &meeting, &Said::Left(vec![who("m2")])), Refusal::NotRunning);
}

#[test]
fn who_wants_to_speak_waits_in_line() {
    let (mut room, meeting, _) = Room::in_session();
    let raise = |who: Vec<Who>, note: &str| Said::Queue { who, note: note.into() };
    says(&mut room, &meeting, &raise(vec![who("m1"), who("m2")], ""));
    says(&mut room, &meeting, &raise(vec![who("m3")], "予算"));
    says(&mut room, &meeting, &raise(vec![who("m1")], "様式"));
    let waiting = |list: &[(&str, &str)]| -> Vec<(String, String)> {
        list.iter().map(|(who, note)| ((*who).to_owned(), (*note).to_owned())).collect()
    };
    assert_eq!(queue(&room, &meeting), waiting(&[("m1", "様式"), ("m2", ""), ("m3", "予算")]));
    assert_eq!(says(&mut room, &meeting, &Said::Acknowledge(who("m2"))), Done::Acknowledged(who("m2")));
    says(&mut room, &meeting, &Said::Unqueue(vec![who("m1")]));
    assert_eq!(queue(&room, &meeting), waiting(&[("m3", "予算")]));
    assert_eq!(kept(&mut room, &meeting, &Said::Unqueue(vec![who("m1")])), Refusal::NotWaiting);
    assert_eq!(says(&mut room, &meeting, &Said::ShowQueue), Done::Queue);
    room.history.undo(room.now).unwrap();
    room.history.undo(room.now).unwrap();
    assert_eq!(queue(&room, &meeting), waiting(&[("m1", "様式"), ("m3", "予算")]));
    room.close();
    assert!(room.body(&meeting).queue.is_empty(), "nobody waits in a closed meeting");
    assert_eq!(kept(&mut room, &meeting, &raise(vec![who("m1")], "")), Refusal::NotRunning);
}

#[test]
fn a_paper_is_noted_with_the_item_in_hand() {
    let (mut room, meeting, items) = Room::in_session();
    let paper = Said::Material("資料1-1 医療費の推移".into());
    says(&mut room, &meeting, &paper);
    says(&mut room, &meeting, &paper);
    assert_eq!(room.lookup(&meeting, &items[0]).materials, ["資料1-1 医療費の推移"]);
    room.close();
    assert_eq!(kept(&mut room, &meeting, &paper), Refusal::NoItemInHand);
}

#[test]
fn a_correction_finds_the_latest_line_and_its_action() {
    let (mut room, meeting, _) = Room::in_session();
    for (kind, text) in
        [(NewKind::Note, "予算は3万円"), (NewKind::Action, "予算の予算書"), (NewKind::Note, "以上")]
    {
        says(&mut room, &meeting, &line(kind, text));
    }
    let fix = |old: &str, new: &str| Said::Correction { old: old.into(), new: new.into() };
    assert!(matches!(says(&mut room, &meeting, &fix("予算", "決算")), Done::Corrected(..)));
    let texts: Vec<_> = room.body(&meeting).lines.iter().map(|it| it.text.clone()).collect();
    assert_eq!(texts, ["予算は3万円", "決算の予算書", "以上"]);
    assert_eq!(room.action(1).text, "決算の予算書");
    assert_eq!(kept(&mut room, &meeting, &fix("なし", "あり")), Refusal::NothingToCorrect);
    assert_eq!(kept(&mut room, &meeting, &fix("", "あり")), Refusal::NothingToCorrect);
    assert_eq!(kept(&mut room, &meeting, &fix("以上", " ")), Refusal::Empty);
}

#[test]
fn what_is_off_the_record_becomes_no_action_and_no_decision() {
    let (mut room, meeting, _) = Room::in_session();
    for kind in [NewKind::Action, NewKind::Decision] {
        let off =
            NewLine {
                kind, text: "内々の話".into(), private: true, due: Due::Open, ..NewLine::default()
            };
        assert_eq!(kept(&mut room, &meeting, &Said::Line(off)), Refusal::OffTheRecord);
        assert!(room.body(&meeting).lines.last().is_some_and(|line| line.private), "nor is it shown");
    }
    assert!(room.council().actions.is_empty());
    says(&mut room, &meeting, &line(NewKind::Note, "みなに話した"));
    let more =
        NewLine { kind: NewKind::Continue, text: "内々に".into(), private: true, ..NewLine::default() };
    assert_eq!(kept(&mut room, &meeting, &Said::Line(more)), Refusal::OffTheRecord, "it joins no open line");
}

#[test]
fn an_item_whose_last_word_was_to_put_it_off_is_carried_over_with_its_count() {
    let (mut room, meeting, items) = Room::in_session();
    says(&mut room, &meeting, &line(NewKind::Deferred, "様式は次回"));
    says(&mut room, &meeting, &line(NewKind::Note, "休憩"));
    says(&mut room, &meeting, &Said::Next);
    assert_eq!(room.lookup(&meeting, &items[0]).state, ItemState::Deferred);
    says(&mut room, &meeting, &line(NewKind::Deferred, "いったん保留"));
    says(&mut room, &meeting, &line(NewKind::Decision, "各課が更新する"));
    says(&mut room, &meeting, &Said::Next);
    assert_eq!(room.lookup(&meeting, &items[1]).state, ItemState::Discussed, "it was decided after all");
    says(&mut room, &meeting, &line(NewKind::Deferred, "日程は未定"));
    room.close();
    assert_eq!(room.lookup(&meeting, &items[2]).state, ItemState::Deferred);
    let next = room.plan(day(2026, 12, 18));
    let carried: Vec<_> = room.body(&next).items.iter().map(|it| (it.title.as_str(), it.deferred)).collect();
    assert_eq!(carried, [("前回の確認", 1), ("次回日程", 1)]);
}

#[test]
fn a_line_that_cannot_be_written_is_refused_and_nothing_is_done() {
    let (room, meeting, _) = Room::in_session();
    let (council, at) = (room.council(), room.now);
    let saying = Saying { council, meeting: &meeting, item: None, at, alike };
    let mut mint = room.mint.clone();
    assert_eq!(say(&saying, &line(NewKind::Note, " "), " ", &mut mint), Err(Refusal::Empty));
    let long = "長".repeat(record::LONGEST);
    let several = [(line(NewKind::Note, "一"), "一"), (line(NewKind::Note, &long), "長い")];
    let refused = say_all(&saying, several.iter().map(|(said, typed)| (said, *typed)), &mut mint);
    assert_eq!(refused, Err(Refusal::TooLong));
}

#[test]
fn a_mark_with_nothing_behind_it_is_refused_while_it_is_typed_and_stays_where_it_is_pasted() {
    let (room, meeting, _) = Room::in_session();
    let saying = Saying { council: room.council(), meeting: &meeting, item: None, at: room.now, alike };
    let (mark, mut mint) = (line(NewKind::Decision, ""), room.mint.clone());
    assert_eq!(say(&saying, &mark, "決定：", &mut mint), Err(Refusal::Empty));
    let several = say_all(&saying, [(&mark, "決定：")], &mut mint).unwrap();
    assert!(matches!(&several.done[..], [Done::Kept(_, Refusal::Empty)]), "{several:?}");
}

#[test]
fn several_lines_are_one_step_each_done_after_the_one_before() {
    let (mut room, meeting, _) = Room::in_session();
    let lines = [
        (line(NewKind::Continue, "何の続きでもない"), "……何の続きでもない"),
        (Said::Topic("新しい話".into()), "議題：新しい話"),
        (line(NewKind::Note, "その下"), "その下"),
        (line(NewKind::Continue, "続き"), "……続き"),
        (Said::Next, "次へ"),
        (Said::Next, "次へ"),
        (Said::Next, "次へ"),
    ];
    let saying =
        Saying { council: room.history.council(), meeting: &meeting, item: None, at: room.now, alike };
    let Several { edits, done, .. } =
        say_all(&saying, lines.iter().map(|(said, typed)| (said, *typed)), &mut room.mint).unwrap();
    room.history.push(room.now, edits).unwrap();
    assert!(matches!(&done[0], Done::Kept(_, Refusal::NothingToContinue)), "{done:?}");
    assert!(matches!(&done[6], Done::Kept(_, Refusal::NoItemAhead)), "{done:?}");
    let body = room.body(&meeting);
    let under: Vec<_> = body
        .lines
        .iter()
        .map(|it| (it.text.as_str(), body.items.get(it.item.as_ref().unwrap()).unwrap().title.as_str()))
        .collect();
    assert_eq!(
        under,
        [("……何の続きでもない", "前回の確認"), ("その下\n続き", "新しい話"), ("次へ", "次回日程")]
    );
    room.history.undo(room.now).unwrap();
    assert!(room.body(&meeting).lines.is_empty() && room.body(&meeting).items.len() == 3);
}
