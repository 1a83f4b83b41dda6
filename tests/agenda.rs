//! The agenda pane: planning meetings, ordering their items, and taking one from its start to its close.

mod support;

use norishiro::{
    app::{Pane, look::Tone, model::ListId, overlay::Overlay},
    domain::{
        Body, Council, Head, Item, ItemKind, ItemState, Meeting, MeetingState, Openness, Party, Point, Why,
    },
    words::Lang,
};
use support::{Desk, SIZES};

fn desk() -> Desk {
    Desk::toyokawa(Lang::Ja, 100, 30)
}

/// A council with nothing in it yet.
fn empty() -> Desk {
    Desk::new(Council::new(Head::new("健診受診率向上 庁内プロジェクトチーム")), Lang::Ja, 80, 24)
}

fn meeting(desk: &Desk) -> &Meeting {
    desk.model.meeting().expect("a meeting on screen")
}

fn body(desk: &Desk) -> &Body {
    desk.council().body(&meeting(desk).id).expect("a meeting with a body")
}

fn titles(desk: &Desk) -> Vec<&str> {
    body(desk).items.iter().map(|item| item.title.as_str()).collect()
}

fn item<'a>(desk: &'a Desk, title: &str) -> &'a Item {
    body(desk).items.iter().find(|item| item.title == title).expect("an item with this title")
}

/// Replaces what stands in the field with the cursor.
fn fill(desk: &mut Desk, text: &str) {
    desk.press("End Ctrl-U").type_text(text);
}

/// Everything on the screen, without the spaces that fill columns.
fn seen(desk: &Desk) -> String {
    desk.screen().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn sees(desk: &Desk, text: &str) {
    assert!(seen(desk).contains(text), "no {text:?} in\n{}", desk.screen());
}

fn snapshot(name: &str, prepare: impl Fn(&mut Desk)) {
    for (lang, tongue) in [(Lang::Ja, "ja"), (Lang::En, "en")] {
        for (width, height) in SIZES {
            let mut desk = Desk::toyokawa(lang, width, height);
            prepare(&mut desk);
            insta::assert_snapshot!(format!("{name}_{width}x{height}_{tongue}"), desk.screen());
        }
    }
}

#[test]
fn the_screens_of_planned_meetings() {
    snapshot("meetings", |desk| {
        desk.press("o");
    });
    snapshot("planned", |desk| {
        desk.press("j j j");
    });
    snapshot("meeting_form", |desk| {
        desk.press("o a");
    });
    snapshot("item_form", |desk| {
        desk.press("j e");
    });
}

#[test]
fn the_screens_of_a_running_and_a_held_meeting() {
    snapshot("running", |desk| {
        desk.press("F12 Alt-1").wait(13 * 60).press("F2").wait(9 * 60).press("F2 Ctrl-D").wait(25 * 60);
    });
    snapshot("held", |desk| {
        desk.press("o j Enter j");
    });
    snapshot("detail", |desk| {
        desk.press("o j Enter j Enter");
    });
}

#[test]
fn a_first_meeting_is_planned_from_any_wording_and_opened() {
    let mut desk = empty();
    sees(&desk, "会議がまだありません");
    desk.press("a");
    fill(&mut desk, "令和８年１２月１８日（金）");
    desk.press("Enter");
    fill(&mut desk, "午後２時");
    desk.press("Enter");
    fill(&mut desk, "90分");
    desk.press("Enter").type_text("庁舎 第2会議室").press("Enter");
    let meeting = desk.council().meetings.first().expect("the planned meeting");
    assert_eq!(
        (meeting.date.to_string(), meeting.start.to_string(), meeting.end.to_string()),
        ("2026-12-18".into(), "14:00:00".into(), "15:30:00".into())
    );
    assert_eq!((meeting.place.as_str(), meeting.fiscal_year, meeting.ordinal), ("庁舎 第2会議室", 2026, 1));
    sees(&desk, "令和8年度 第1回を予定しました");
    desk.press("Enter");
    assert!(!desk.model.choosing_meeting);
    sees(&desk, "議題がまだありません");
}

#[test]
fn a_slip_in_the_plan_is_named_and_nothing_typed_is_lost() {
    let mut desk = desk();
    desk.press("o a");
    fill(&mut desk, "2/30");
    desk.press("F2");
    sees(&desk, "2月に30日はありません");
    sees(&desk, "2/30");
    fill(&mut desk, "11/27");
    desk.press("Down Down");
    fill(&mut desk, "夕方");
    desk.press("F2");
    sees(&desk, "「夕方」は時刻としても長さとしても読めません");
    fill(&mut desk, "13:00");
    desk.press("F2");
    sees(&desk, "終了が開始より前か");
    fill(&mut desk, "15時半");
    desk.press("F2");
    assert_eq!(desk.council().meetings.len(), 5);
    assert!(desk.model.overlays.is_empty());
}

#[test]
fn the_next_meeting_is_suggested_from_the_last_and_takes_over_what_is_due() {
    let mut desk = desk();
    // The fourth meeting is still to come, so the fifth takes only what stands on every agenda.
    desk.press("o a F2");
    let fifth = desk.council().meetings.last().expect("the planned meeting");
    assert_eq!((fifth.date.to_string(), fifth.ordinal), ("2027-01-22".into(), 5));
    desk.press("Enter");
    assert_eq!(titles(&desk), ["前回からの宿題の確認", "その他（次回日程）"]);
    desk.press("c");
    sees(&desk, "引き継ぐ議題は、もうありません");
}

#[test]
fn what_is_set_right_after_a_meeting_is_taken_over_in_its_place() {
    let mut desk = desk();
    desk.press("o j Enter j s").type_text("持ち越し").press("Enter Esc k");
    sees(&desk, "前回から引き継げる議題が1件あります");
    desk.press("c Enter");
    assert_eq!(titles(&desk)[1..3], ["計画・評価表の確認（前期）", "ウォーキング教室の合同回"]);
    desk.press("c");
    sees(&desk, "引き継ぐ議題は、もうありません");
    desk.press("Ctrl-Z");
    assert_eq!(titles(&desk).len(), 7);
}

#[test]
fn a_meeting_with_a_record_stays_and_a_planned_one_comes_back() {
    let mut desk = desk();
    desk.press("o j d");
    sees(&desk, "消せません");
    assert_eq!(desk.council().meetings.len(), 4);
    desk.press("k d");
    sees(&desk, "「令和8年度 第4回」を消しました。Ctrl-Zで元に戻せます。");
    assert_eq!(desk.council().meetings.len(), 3);
    assert_eq!(meeting(&desk).ordinal, 3, "the panes look at what is left");
    desk.press("Ctrl-Z");
    assert_eq!(desk.council().meetings.len(), 4);
}

#[test]
fn taking_back_the_only_meeting_leads_back_to_the_list() {
    let mut desk = empty();
    desk.press("a F2 Enter Ctrl-Z");
    assert!(desk.model.choosing_meeting && desk.model.meeting.is_none());
    desk.press("e");
    sees(&desk, "会議がまだありません");
}

#[test]
fn moving_a_meeting_keeps_the_choice_on_it() {
    let mut desk = desk();
    desk.press("o a F2 j e");
    fill(&mut desk, "2027-02-26");
    desk.press("F2");
    let moved = desk.council().meetings.get(&"fy2026-4".into()).expect("the fourth");
    assert_eq!((moved.date.to_string(), moved.ordinal), ("2027-02-26".into(), 5));
    sees(&desk, "│ 令和8年度 第5回 予定");
}

#[test]
fn a_meeting_is_closed_to_the_public_with_its_reason() {
    let mut desk = desk();
    desk.press("o e Enter Enter Enter Enter Right Right Right Enter")
        .type_text("個別の事例を扱うため")
        .press("F2");
    let fourth = desk.council().meetings.get(&"fy2026-4".into()).expect("the fourth");
    assert_eq!(fourth.openness, Openness::Closed("個別の事例を扱うため".into()));
    sees(&desk, "公開・非公開の別 非公開（理由：");
    desk.press("Ctrl-Z");
    let fourth = desk.council().meetings.get(&"fy2026-4".into()).expect("the fourth");
    assert_eq!(fourth.openness, Openness::Unsaid);
}

#[test]
fn an_item_is_added_with_everything_it_can_have() {
    let mut desk = desk();
    desk.press("a").type_text("健診案内の同封").press("Enter Left Enter");
    fill(&mut desk, "１時間半");
    desk.press("Enter").type_text("農務課").press("Enter");
    desk.type_text("資料7、資料8 試し書き（農務課、保育課）").press("Enter");
    desk.type_text("５　tools").press("Enter Right Enter").type_text("年4回の便り").press("Enter");
    let added = item(&desk, "健診案内の同封");
    assert_eq!((added.kind, added.minutes, added.recurring), (ItemKind::Deliberation, 90, true));
    assert_eq!(added.materials, ["資料7", "資料8 試し書き（農務課、保育課）"]);
    assert_eq!(added.points, [Point::Council, Point::Tools]);
    assert_eq!((added.note.as_str(), &added.why), ("年4回の便り", &Why::Added));
    let presenter = added.presenter.as_ref().expect("a presenter");
    assert!(matches!(presenter.party, Some(Party::Organisation(_))), "{presenter:?}");
    sees(&desk, "終了予定 16:55（枠を85分超過）");
    sees(&desk, "│ 健診案内の同封");
}

#[test]
fn a_slip_in_an_item_is_named() {
    let mut desk = desk();
    desk.press("a F2");
    sees(&desk, "議題の名前を入れてください");
    desk.type_text("雑件").press("Down Down");
    fill(&mut desk, "少し");
    desk.press("F2");
    sees(&desk, "「少し」は時間の長さとして読めません");
    fill(&mut desk, "");
    desk.press("Down Down Down").type_text("5 11").press("F2");
    sees(&desk, "「11」というポイントはありません");
    fill(&mut desk, "5");
    desk.press("F2");
    assert_eq!(item(&desk, "雑件").minutes, 0);
}

#[test]
fn editing_changes_only_what_was_touched() {
    let mut desk = desk();
    for at in 0..body(&desk).items.len() {
        let before = body(&desk).items[at].clone();
        desk.press("e F2");
        assert!(desk.model.overlays.is_empty(), "{}", desk.screen());
        assert_eq!(body(&desk).items[at], before);
        desk.press("j");
    }
    assert_eq!(desk.model.history.seq(), 0, "nothing to save");
    desk.press("Home e");
    fill(&mut desk, "宿題の確認");
    desk.press("F2");
    assert_eq!(titles(&desk)[0], "宿題の確認");
}

#[test]
fn items_are_ordered_with_the_choice_on_them_and_deleted_with_a_way_back() {
    let mut desk = desk();
    desk.press("Alt-Down Alt-Down");
    assert_eq!(titles(&desk)[2], "前回からの宿題の確認");
    desk.press("Alt-Up d");
    assert_eq!(titles(&desk).len(), 6);
    sees(&desk, "「前回からの宿題の確認」を消しました。Ctrl-Zで元に戻せます。");
    desk.press("Ctrl-Z");
    assert_eq!(titles(&desk)[1], "前回からの宿題の確認");
    desk.press("Del");
    assert_eq!(titles(&desk).len(), 6, "Del works where letters do not");
}

#[test]
fn an_item_with_a_record_under_it_stays() {
    let mut desk = desk();
    desk.press("o j Enter j d");
    sees(&desk, "行あるので消せません");
    assert_eq!(titles(&desk).len(), 7);
}

#[test]
fn states_are_picked_and_items_made_recurring() {
    let mut desk = desk();
    desk.press("j s").type_text("省").press("Enter");
    assert_eq!(item(&desk, "ウォーキング教室の合同回").state, ItemState::Skipped);
    sees(&desk, "- 2 ウォーキング教室の合同回");
    sees(&desk, "終了予定 15:15");
    desk.press("s");
    assert!(!seen(&desk).contains("✓ 済"), "not before the meeting");
    desk.press("Esc r");
    assert!(item(&desk, "ウォーキング教室の合同回").recurring);
    sees(&desk, "毎回の議題にしました");
    desk.press("r");
    assert!(!item(&desk, "ウォーキング教室の合同回").recurring);
}

#[test]
fn what_was_talked_about_can_be_set_right_after_the_meeting() {
    let mut desk = desk();
    desk.press("o j Enter End k s").type_text("済").press("Enter");
    assert_eq!(item(&desk, "ウォーキング教室の合同回").state, ItemState::Discussed);
}

#[test]
fn searching_finds_presenters_and_papers_that_do_not_show() {
    let mut desk = Desk::toyokawa(Lang::Ja, 60, 18);
    desk.press("/").type_text("栄養士").press("Enter");
    sees(&desk, "5 事業所の給食施設への働きかけ");
    assert!(!seen(&desk).contains("ウォーキング"), "{}", desk.screen());
    desk.press("Esc o /").type_text("5月22日").press("Enter");
    sees(&desk, "第1回");
    assert!(!seen(&desk).contains("第3回 9/25"), "{}", desk.screen());
}

#[test]
fn starting_goes_to_the_record_and_next_is_one_key_on_every_pane() {
    let mut desk = desk();
    desk.press("F12");
    assert_eq!((desk.model.pane, meeting(&desk).state), (Pane::Record, MeetingState::Running));
    sees(&desk, "令和8年度 第4回を始めました");
    desk.press("Alt-2").wait(9 * 60).press("F2");
    assert_eq!(item(&desk, "ウォーキング教室の合同回").state, ItemState::Current);
    sees(&desk, "議題2 ウォーキング教室の合同回（10分）");
    desk.send(norishiro::app::Msg::Key(support::key("F2")));
    sees(&desk, "二度押し");
    assert_eq!(item(&desk, "ウォーキング教室の合同回").state, ItemState::Current);
}

#[test]
fn the_projected_end_moves_and_warns() {
    let mut desk = desk();
    desk.press("F12 Alt-1");
    sees(&desk, "終了見込み 15:25（予定15:30）");
    desk.wait(20 * 60);
    sees(&desk, "終了見込み 15:35（予定を5分超過）");
    sees(&desk, "20/10分");
}

#[test]
fn at_the_end_of_the_agenda_next_says_how_to_close() {
    let mut desk = desk();
    desk.press("F12 F2 F2 F2 F2 F2 F2 F2");
    sees(&desk, "次の議題はもうありません。F12で");
    desk.press("F12");
    assert!(matches!(desk.model.overlays.last(), Some(Overlay::ReadBack(_))));
    assert_eq!(meeting(&desk).state, MeetingState::Running, "reading back closes, not the key");
}

#[test]
fn the_current_item_is_put_off_skipped_and_followed_by_an_ad_hoc_one() {
    let mut desk = desk();
    desk.press("F12 Ctrl-D Ctrl-T Alt-1");
    let states: Vec<_> = body(&desk).items.iter().take(3).map(|item| item.state).collect();
    assert_eq!(states, [ItemState::Deferred, ItemState::Skipped, ItemState::Current]);
    desk.press("Alt-6 Ctrl-N").type_text("会場からの質問").press("F2");
    assert_eq!(titles(&desk)[3], "会場からの質問");
    assert_eq!(item(&desk, "会場からの質問").why, Why::AdHoc);
    desk.press("Alt-1");
    sees(&desk, "理由 会議中に追加");
}

#[test]
fn any_item_is_taken_up_out_of_turn() {
    let mut desk = desk();
    desk.press("t");
    sees(&desk, "会議が始まっていません");
    desk.press("F12 Alt-1 End t");
    assert_eq!(item(&desk, "その他（次回日程）").state, ItemState::Current);
    desk.press("t");
    sees(&desk, "もうこの議題を取り上げています");
    desk.press("d");
    sees(&desk, "今取り上げている議題は消せません");
    desk.press("Home s").type_text("進行中").press("Enter");
    assert_eq!(item(&desk, "前回からの宿題の確認").state, ItemState::Current);
}

#[test]
fn what_cannot_start_says_why() {
    let mut desk = desk();
    desk.press("o j F12");
    sees(&desk, "この会議は終わっています");
    let mut desk = empty();
    desk.press("F12");
    sees(&desk, "会議がまだありません");
}

#[test]
fn a_rehearsal_has_its_whole_hour() {
    let mut desk = desk();
    desk.now = support::at("2026-11-18T09:00:00");
    desk.press("F12");
    sees(&desk, "予定は11/20（金） 14:00なので、終わりを10:30として数えます");
    desk.press("Alt-1");
    sees(&desk, "（予定10:30）");
}

#[test]
fn a_warning_has_the_tone_of_a_warning() {
    let mut desk = desk();
    desk.press("F12 Alt-1").wait(20 * 60);
    let (_, right) = norishiro::app::view::agenda::title(&desk.model);
    assert!(right.iter().all(|span| span.tone == Tone::Warn), "{right:?}");
    assert_eq!(desk.model.list_id(), ListId::Items);
}

#[test]
fn a_topic_suggested_to_this_kind_of_council_becomes_an_item_with_its_points() {
    use norishiro::{domain::CouncilKind, knowledge::templates::template};
    let mut desk = Desk::toyokawa(Lang::Ja, 80, 24);
    assert_eq!(desk.council().head.kind, CouncilKind::InHouse);
    let year = &template("in-house").unwrap().first_year;
    let near = year.iter().find(|it| [11, 12, 1, 2, 3].contains(&it.month)).unwrap_or(&year[0]);
    let before = desk.council().body(&support::meeting()).unwrap().items.len();
    desk.press("Alt-1 w");
    assert!(desk.screen().contains("議題にする話題を選ぶ"), "{}", desk.screen());
    desk.press("Enter Ctrl-S");
    let items = &desk.council().body(&support::meeting()).unwrap().items;
    let added = items.last().unwrap();
    assert_eq!((items.len(), added.title.as_str()), (before + 1, near.topics[0].name.ja));
    assert_eq!(added.points, near.topics[0].points);

    let mut head = desk.council().head.clone();
    head.kind = CouncilKind::Other;
    let mut other =
        Desk::new(norishiro::domain::Council { head, ..desk.council().clone() }, Lang::Ja, 80, 24);
    other.press("Alt-1 w");
    assert!(other.screen().contains("勧められている話題はありません"), "{}", other.screen());
}
