//! A council that was read only in part: what is looked at is read, once, and until then nothing wrong is shown.

mod support;

use chrono::{Months, NaiveDate};
use norishiro::{
    app::{
        Effect, Key, Msg, command,
        msg::{Mouse, MouseKind, Trouble},
        overlay::Overlay,
        save::Draft,
    },
    domain::{Action, ChangeKind, Council, Unread, id::MeetingId},
    paper::{Encoding, Format},
    words::Lang,
};
use proptest::{collection::vec, prelude::*, sample::select};
use std::sync::LazyLock;
use support::{Desk, SIZES};

/// The sample council with its first two meetings a year earlier, and what they gave and is ended on the shelf of that year.
static COUNCIL: LazyLock<Council> = LazyLock::new(|| {
    let mut council = Desk::toyokawa(Lang::Ja, 80, 24).council().clone();
    let year_before = |date: NaiveDate| date - Months::new(12);
    let past = |id: &MeetingId| ["fy2026-1", "fy2026-2"].contains(&id.as_str());
    let mut meetings = council.meetings.to_vec();
    for meeting in meetings.iter_mut().filter(|meeting| past(&meeting.id)) {
        meeting.date = year_before(meeting.date);
        meeting.fiscal_year -= 1;
    }
    let given_then = |action: &&Action| {
        !action.state.is_open() && action.origin.as_ref().is_some_and(|origin| past(&origin.meeting))
    };
    let (shelved, kept): (Vec<_>, Vec<_>) = council.actions.iter().partition(given_then);
    let (shelved, kept): (Vec<_>, Vec<_>) =
        (shelved.into_iter().cloned().collect(), kept.into_iter().cloned().collect());
    council.meetings = meetings.into();
    council.actions = kept.into();
    council.shelves.insert(2025, Some(shelved.into()));
    council
});

fn slow(lang: Lang, (width, height): (u16, u16)) -> Desk {
    Desk::partly_read_slowly(COUNCIL.clone(), lang, width, height)
}

fn meetings(ids: &[&str]) -> Unread {
    Unread { meetings: ids.iter().map(|id| MeetingId::from(*id)).collect(), shelves: Vec::new() }
}

#[test]
fn opening_reads_the_meeting_at_hand_and_the_one_it_carries_on_from() {
    let desk = slow(Lang::Ja, (80, 24));
    assert_eq!(desk.asked, [meetings(&["fy2026-4", "fy2026-3"])]);
}

#[test]
fn nothing_is_asked_for_twice() {
    let mut desk = slow(Lang::Ja, (80, 24));
    desk.press("Alt-6 Alt-1 Down Down Alt-5 Enter Alt-4 v v v v v v Alt-2 Down Esc Ctrl-L").wait(60);
    let mut asked = Unread::default();
    for wanted in &desk.asked {
        assert!(!asked.shares(wanted), "{wanted:?} again, after {asked:?}");
        asked.extend(wanted.clone());
    }
    assert_eq!((asked.meetings.len(), asked.shelves), (4, vec![2025]));
    while !desk.asked.is_empty() {
        desk.read();
    }
    assert_eq!(desk.council(), &*COUNCIL);
}

/// The panes while nothing of what they want has come in, by the keys that lead there.
const WAITING: [(&str, &str); 7] = [
    ("meetings", "o Down"),
    ("items", "o Down Down Enter"),
    ("record", "o Down Down Enter Alt-6"),
    ("members", "Alt-2"),
    ("actions", "Alt-4 v v v v v v"),
    ("board", "Alt-5"),
    ("point", "Alt-5 Enter"),
];

#[test]
fn until_it_is_read_every_pane_says_so() {
    for (name, keys) in WAITING {
        for (lang, code) in [(Lang::Ja, "ja"), (Lang::En, "en")] {
            for size @ (width, height) in SIZES {
                let mut desk = slow(lang, size);
                desk.press(keys);
                insta::assert_snapshot!(format!("{name}_{width}x{height}_{code}"), desk.screen());
            }
        }
    }
}

#[test]
fn once_all_of_it_is_read_every_pane_is_as_if_it_always_had_been() {
    for (name, keys) in WAITING {
        let (mut part, mut whole) =
            (slow(Lang::Ja, (100, 30)), Desk::new(COUNCIL.clone(), Lang::Ja, 100, 30));
        part.press(keys);
        whole.press(keys);
        assert_ne!(part.screen(), whole.screen(), "{name}");
        while !part.asked.is_empty() {
            part.read();
        }
        assert_eq!(part.screen(), whole.screen(), "{name}");
    }
}

#[test]
fn what_is_refused_for_want_of_a_record_is_done_once_the_record_is_read() {
    let mut desk = slow(Lang::Ja, (100, 30));
    desk.press("o Down Down").read();
    desk.press("Enter Alt-m");
    assert!(desk.screen().contains("読み込みが終わり次第"), "{}", desk.screen());
    assert!(!is_finishing(&desk));
    while !desk.asked.is_empty() {
        desk.read();
    }
    assert!(is_finishing(&desk));
    assert!(!desk.screen().contains("読み込みが終わり次第"), "{}", desk.screen());
}

/// Is the list of what the minutes want on the screen?
fn is_finishing(desk: &Desk) -> bool {
    desk.model.overlays.iter().any(|overlay| matches!(overlay, Overlay::Minutes))
}

#[test]
fn what_waits_is_not_done_any_more_when_a_person_goes_on() {
    let mut desk = slow(Lang::Ja, (100, 30));
    desk.press("o Down Down Enter Alt-m Alt-4");
    while !desk.asked.is_empty() {
        desk.read();
    }
    assert!(!is_finishing(&desk));
}

#[test]
fn a_paper_says_that_it_is_read_and_then_what_is_in_it() {
    let mut desk = slow(Lang::Ja, (100, 30));
    desk.press("o Down Down").read();
    desk.press("Enter Ctrl-S Enter");
    assert!(desk.screen().contains("読み込み中…"), "{}", desk.screen());
    assert!(!desk.effects.iter().any(|effect| matches!(effect, Effect::Export { .. })));
    while !desk.asked.is_empty() {
        desk.read();
    }
    desk.press("Right Right Enter");
    let exported: Vec<_> =
        desk.effects.iter().filter(|effect| matches!(effect, Effect::Export { .. })).collect();
    let [Effect::Export { file, content, format, .. }] = exported.as_slice() else { panic!("{exported:?}") };
    assert_eq!((file.as_str(), *format), ("令和7年度第2回_議事録_案.md", Format::Md));
    let text = String::from_utf8(content.bytes(Format::Md, Encoding::Utf8).unwrap()).unwrap();
    assert!(text.contains("| 12 |"), "an action on the shelf was given at this meeting:\n{text}");
}

#[test]
fn undo_reaches_into_a_record_that_has_to_be_read_first() {
    let mut before = Desk::new(COUNCIL.clone(), Lang::Ja, 100, 30);
    before.press("o Down Down Enter Alt-6 End d");
    let removed = before.disk.last().expect("a line was deleted").clone();
    let mut desk = before.reopened();
    desk.now += chrono::TimeDelta::days(3);
    desk.slow_disk = true;
    desk.press("Ctrl-Z");
    assert_eq!(desk.council().body(&"fy2026-2".into()), None);
    assert!(desk.screen().contains("読み込みが終わり次第"), "{}", desk.screen());
    while !desk.asked.is_empty() {
        desk.read();
    }
    let undone = desk.disk.last().expect("it was taken back");
    assert_eq!((undone.seq, undone.kind), (removed.seq + 1, ChangeKind::Undo(removed.seq)));
    assert_eq!(desk.council().body(&"fy2026-2".into()), COUNCIL.body(&"fy2026-2".into()));
    assert!(desk.screen().contains("（令和8年11"), "{}", desk.screen());
    desk.press("Ctrl-Z");
    assert!(desk.screen().contains("取り消すものがありません"), "{}", desk.screen());
    desk.press("Ctrl-Y");
    assert_eq!(desk.disk.last().map(|change| change.kind), Some(ChangeKind::Redo(removed.seq)));
}

#[test]
fn a_record_that_cannot_be_read_says_why_and_is_tried_again() {
    let mut desk = slow(Lang::Ja, (100, 30));
    let trouble = Trouble {
        brief: "読めない".into(),
        ..Trouble::new("fy2026-4.ron を読めません。", "持ち主を確かめてください。")
    };
    let wanted = desk.asked.remove(0);
    desk.send(Msg::LoadFailed { wanted: wanted.clone(), trouble });
    desk.press("Ctrl-L");
    assert!(desk.screen().contains("fy2026-4.ron を読めません。持ち主を確かめてくださ"), "{}", desk.screen());
    assert_eq!(desk.asked, [wanted], "three seconds have gone by");
    assert_eq!(desk.model.tick(), Some(1));
    desk.read();
    assert!(desk.screen().contains("給食施設"), "{}", desk.screen());
    assert!(!desk.screen().contains("読めません"));
}

#[test]
fn a_meeting_that_runs_is_taken_up_where_its_record_stopped_once_it_is_read() {
    let mut before = Desk::toyokawa(Lang::Ja, 100, 30);
    before.press("F12").line("保健師：一つ目。").line("二つ目。");
    let mut desk = before.reopened();
    let mut whole = Desk::new(before.council().clone(), Lang::Ja, 100, 30);
    assert_eq!(desk.press("Esc").screen(), whole.press("Esc").screen());
}

#[test]
fn a_line_that_was_being_typed_is_offered_once_its_meeting_is_read() {
    let draft = Draft { meeting: "fy2026-3".into(), cell: None, text: "給食便り".into(), seq: 0 };
    let mut desk = slow(Lang::Ja, (100, 30));
    let part = desk.council().clone();
    desk.asked.clear();
    desk.open(part, 0, Some(draft));
    desk.wait(1);
    assert_eq!((desk.model.capture.editor.text(), desk.drafts.as_slice()), ("", [].as_slice()));
    while !desk.asked.is_empty() {
        desk.read();
    }
    assert_eq!(desk.model.capture.editor.text(), "給食便り");
    assert_eq!(desk.model.meeting, Some("fy2026-3".into()));
    assert_eq!(desk.drafts, [], "what is kept stays kept");
}

/// The sample council a year on, with the actions of its year still on the list.
fn a_year_on() -> Council {
    let mut council = COUNCIL.clone();
    let shelf = council.shelves.insert(2025, None).flatten().expect("what was put away");
    council.shelves.clear();
    let mut actions: Vec<Action> = shelf.to_vec();
    actions.extend(council.actions.iter().cloned());
    council.actions = actions.into();
    council
}

#[test]
fn what_is_over_is_put_away_once_when_the_council_is_opened_to_write() {
    let mut desk = Desk::new(a_year_on(), Lang::Ja, 100, 30);
    assert_eq!(desk.disk.iter().map(|change| change.kind).collect::<Vec<_>>(), [ChangeKind::Tidy]);
    let shelf = desk.council().shelves.get(&2025).cloned().flatten().expect("a shelf was made");
    assert!(shelf.len() > 3 && shelf.iter().all(|action| !action.state.is_open()));
    desk.press("Ctrl-Z");
    assert!(desk.screen().contains("取り消すものがありません"), "{}", desk.screen());
    desk.press("Alt-4 v v v v v v");
    assert!(desk.screen().contains("すべて 18件"), "{}", desk.screen());
    assert_eq!(desk.disk.len(), 1);
}

#[test]
fn a_shelf_is_read_before_anything_is_added_to_it() {
    let mut council = COUNCIL.clone();
    let shelf = council.shelves.insert(2025, None).flatten().expect("what was put away");
    let (kept, late) = shelf.split_at(2);
    council.shelves.insert(2025, Some(kept.to_vec().into()));
    council.actions = [late, &council.actions].concat().into();
    let mut desk = Desk::partly_read_slowly(council, Lang::Ja, 100, 30);
    assert_eq!((desk.asked.len(), desk.disk.len()), (1, 0));
    desk.read();
    assert_eq!(desk.disk.iter().map(|change| change.kind).collect::<Vec<_>>(), [ChangeKind::Tidy]);
    let now = desk.council().shelves.get(&2025).cloned().flatten().expect("it was read");
    let numbers: Vec<u32> = now.iter().map(|action| action.number).collect();
    assert_eq!(numbers, [1, 2, 3, 4, 5, 7, 9, 12], "what ended since the last meeting stays on the list");
}

/// A key of the table, some typing, a paste, a click or the wheel, a new size.
fn message() -> impl Strategy<Value = Msg> {
    let keys: Vec<Key> = command::all().flat_map(|row| row.keys.iter().copied()).collect();
    let typed = ["決定：", "宿題：", "〜", "か", "2", "#6", " ", "期限12/12"];
    let mouse =
        (select(vec![MouseKind::Click, MouseKind::WheelUp, MouseKind::WheelDown]), 0..100u16, 0..30u16)
            .prop_map(|(kind, column, row)| Msg::Mouse(Mouse { kind, column, row }));
    prop_oneof![
        8 => select(keys).prop_map(Msg::Key),
        3 => select(typed.to_vec()).prop_map(|text| Msg::Paste(text.to_owned())),
        1 => Just(Msg::Paste("一行目\n決定：二行目\n三行".to_owned())),
        2 => mouse,
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn what_is_read_when_looked_at_looks_as_if_it_always_had_been_there(msgs in vec(message(), 1..60)) {
        let mut part = Desk::partly_read(COUNCIL.clone(), Lang::Ja, 100, 30);
        let mut whole = Desk::new(COUNCIL.clone(), Lang::Ja, 100, 30);
        for msg in msgs {
            part.send(msg.clone());
            whole.send(msg.clone());
            prop_assert_eq!(part.screen(), whole.screen(), "{:?}", msg);
        }
    }
}
