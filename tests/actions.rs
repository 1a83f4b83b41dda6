//! The actions pane: views, giving out, following up, and what is said where something cannot be.

mod support;

use norishiro::{
    app::model::ActionView,
    domain::{Action, ActionState, Council, Due, Head, Party, Point},
    words::Lang,
};
use support::Desk;

const SIZES: [(u16, u16); 4] = [(60, 18), (80, 24), (100, 30), (160, 45)];
const BOTH: [(Lang, &str); 2] = [(Lang::Ja, "ja"), (Lang::En, "en")];

fn desk(lang: Lang, width: u16, height: u16) -> Desk {
    let mut desk = Desk::toyokawa(lang, width, height);
    desk.press("Alt-4");
    desk
}

fn action(desk: &Desk, number: u32) -> &Action {
    desk.council().action_numbered(number).expect("an action of the sample")
}

#[test]
fn the_pane_at_every_size() {
    for (lang, name) in BOTH {
        for (width, height) in SIZES {
            insta::assert_snapshot!(
                format!("actions_{width}x{height}_{name}"),
                desk(lang, width, height).screen()
            );
        }
    }
}

#[test]
fn every_view_in_both_languages() {
    for (lang, name) in BOTH {
        let mut desk = desk(lang, 80, 30);
        for view in ActionView::ALL {
            assert_eq!(desk.model.action_view, view);
            insta::assert_snapshot!(format!("actions_view_{view:?}_{name}"), desk.screen());
            desk.press("v");
        }
        assert_eq!(desk.model.action_view, ActionView::Open, "the views come round");
    }
}

#[test]
fn popups_on_a_small_screen() {
    for (lang, name) in BOTH {
        let mut desk = desk(lang, 60, 18);
        desk.press("e");
        insta::assert_snapshot!(format!("actions_form_{name}"), desk.screen());
        desk.press("Esc s");
        insta::assert_snapshot!(format!("actions_states_{name}"), desk.screen());
        desk.press("Esc h");
        insta::assert_snapshot!(format!("actions_owners_{name}"), desk.screen());
        desk.press("Esc Enter");
        insta::assert_snapshot!(format!("actions_detail_{name}"), desk.screen());
    }
}

#[test]
fn an_action_is_given_out_in_any_wording() {
    let mut desk = desk(Lang::Ja, 80, 24);
    desk.press("a")
        .line("展示の日程を調整する")
        .line("農務課、とよかわし ほけんせんたー")
        .press("Ctrl-U")
        .line("来週金曜");
    desk.line("6、＃評価");
    let new = action(&desk, 19).clone();
    let owners: Vec<_> = new.owners.iter().map(|who| who.party.clone()).collect();
    let organisation = |id: &str| Some(Party::Organisation(id.into()));
    assert_eq!(owners, [organisation("noumusec"), organisation("hokencen")]);
    assert_eq!(new.due, Due::On("2026-11-27".parse().expect("a day")));
    assert_eq!(new.points, [Point::Tools, Point::Feedback]);
    assert_eq!(new.origin, None);
    assert!(desk.screen().contains("宿題 19 を加えました"), "{}", desk.screen());
}

#[test]
fn a_due_is_the_next_meeting_a_day_or_nothing() {
    let ways = [
        (Lang::Ja, "次回"),
        (Lang::Ja, ""),
        (Lang::En, "next meeting"),
        (Lang::Ja, "期限なし"),
        (Lang::En, "none"),
    ];
    for (lang, typed) in ways {
        let mut desk = desk(lang, 80, 24);
        desk.press("Ins").line("様式を直す").line("").press("Ctrl-U").line(typed).press("F2");
        let wanted = if typed.contains("なし") || typed == "none" { Due::Open } else { Due::NextMeeting };
        assert_eq!(action(&desk, 19).due, wanted, "{typed}");
        assert!(action(&desk, 19).owners.is_empty());
    }
}

#[test]
fn what_is_wrong_in_an_action_is_said_and_nothing_typed_is_lost() {
    for (owner, due, points, said) in [
        ("課長", "", "", "当てはまる人が複数います"),
        ("", "2月30日", "", "2027年2月に30日はありません"),
        ("", "そのうち", "", "「そのうち」は日付として読めません"),
        ("", "", "11", "「11」というポイントはありません"),
    ] {
        let mut desk = desk(Lang::Ja, 80, 24);
        desk.press("a").line("様式を直す").line(owner).press("Ctrl-U").line(due).line(points);
        let screen = desk.screen();
        assert!(screen.contains(said) && screen.contains("様式を直す"), "{screen}");
        assert_eq!(desk.council().actions.len(), 18);
    }
    let mut desk = desk(Lang::Ja, 80, 24);
    desk.press("a F2");
    assert!(desk.screen().contains("することを書いてください"), "{}", desk.screen());
}

#[test]
fn one_key_finishes_an_action_and_the_same_key_opens_it_again() {
    let mut desk = desk(Lang::Ja, 80, 24);
    desk.press("Space");
    assert_eq!((action(&desk, 6).state, action(&desk, 6).ended), (ActionState::Done, Some(desk.now.date())));
    assert!(desk.screen().contains("宿題 6 を「完了」にしました"), "{}", desk.screen());
    assert!(!desk.screen().contains(" 6  啓発ポスター"), "the view of open ones lets it go");
    desk.press("V Down Down Down Down Down F5");
    assert_eq!((action(&desk, 6).state, action(&desk, 6).ended), (ActionState::Open, None));
    desk.press("Ctrl-Z Ctrl-Z");
    assert_eq!(action(&desk, 6).state, ActionState::InProgress);
}

#[test]
fn dropping_an_action_wants_a_reason() {
    let mut desk = desk(Lang::Ja, 80, 24);
    desk.press("s").type_text("取りやめ").press("Enter Enter");
    assert!(desk.screen().contains("取りやめる理由が書かれていません"), "{}", desk.screen());
    assert_eq!(action(&desk, 6).state, ActionState::InProgress);
    desk.line("掲示先が閉じたため");
    assert_eq!(
        (action(&desk, 6).state, action(&desk, 6).reason.as_str()),
        (ActionState::Dropped, "掲示先が閉じたため")
    );
    desk.press("V").press("Down Down Down Down Down");
    assert!(desk.screen().contains("理由  掲示先が閉じたため"), "{}", desk.screen());
}

#[test]
fn the_picker_of_states_starts_at_the_present_one() {
    let mut desk = desk(Lang::Ja, 80, 24);
    desk.press("F3 Down Enter");
    assert_eq!(action(&desk, 6).state, ActionState::Waiting);
}

#[test]
fn owners_come_and_go_by_the_picker() {
    let mut desk = desk(Lang::Ja, 80, 24);
    let unowned = |desk: &Desk| action(desk, 18).owners.is_empty();
    desk.press("/").type_text("部長").press("Enter h").type_text("のうむか しゅさ").press("Enter");
    assert_eq!(action(&desk, 18).owners[0].party, Some(Party::Member("noushusa".into())));
    desk.press("h").type_text("のうむか しゅさ");
    assert!(desk.screen().contains("✓ 担当"), "{}", desk.screen());
    desk.press("Enter");
    assert!(unowned(&desk), "choosing again takes off");
}

#[test]
fn a_note_gets_the_day() {
    let mut desk = desk(Lang::Ja, 80, 24);
    desk.press("n").line("医療機関から返事が来た。");
    let note = action(&desk, 6).notes.last().expect("the note").clone();
    assert_eq!((note.on, note.text.as_str()), (desk.now.date(), "医療機関から返事が来た。"));
    assert!(
        desk.screen().contains("11/20（金）  医療機関から返事が来た。")
            || desk.screen().contains("経過を書き足しました")
    );
}

#[test]
fn an_action_of_the_record_is_deleted_with_its_line_only() {
    let mut desk = desk(Lang::Ja, 80, 24);
    desk.press("d");
    assert!(desk.screen().contains("議事録の行から出た宿題です"), "{}", desk.screen());
    desk.press("Esc a").line("名札をつくる").press("F2 Del");
    assert_eq!(desk.council().action_numbered(19), None);
    desk.press("Ctrl-Z");
    assert_eq!(action(&desk, 19).text, "名札をつくる");
}

#[test]
fn editing_keeps_what_was_not_touched() {
    let mut desk = desk(Lang::Ja, 80, 24);
    let before = action(&desk, 10).clone();
    desk.press("Down e").type_text("。").press("F2");
    let after = action(&desk, 10).clone();
    assert_eq!(after, Action { text: format!("{}。", before.text), ..before });
}

#[test]
fn an_action_given_out_in_a_running_meeting_remembers_it() {
    let mut desk = desk(Lang::Ja, 80, 24);
    let meeting = desk.model.meeting.clone().expect("the planned meeting");
    let started = norishiro::domain::decide::meeting::start(
        desk.council(),
        &meeting,
        desk.now,
        &mut norishiro::domain::Mint::seeded(1),
    );
    assert!(desk.model.commit(started));
    desk.press("Alt-4 a").line("名札をつくる").press("F2");
    assert_eq!(action(&desk, 19).origin.as_ref().map(|origin| &origin.meeting), Some(&meeting));
}

#[test]
fn lateness_is_said_in_days_and_the_unowned_stand_out_at_every_size() {
    for (width, height) in SIZES {
        let mut desk = desk(Lang::Ja, width, height);
        let screen = desk.screen();
        for said in ["! 119日超過", "! 7日超過", "今日まで", "! 担当未定", "! 期限超過3", "! 担当未定1"]
        {
            assert!(screen.contains(said), "{said} at {width}\n{screen}");
        }
        desk.press("v v v");
        assert!(desk.screen().lines().any(|line| line.starts_with("! 担当未定")), "{}", desk.screen());
    }
}

#[test]
fn an_empty_list_says_what_to_do() {
    let mut desk = Desk::new(Council::new(Head::new("新しい会")), Lang::Ja, 80, 24);
    desk.press("4");
    assert!(desk.screen().contains("a で加えます"), "{}", desk.screen());
    desk.press("Space");
    assert!(desk.screen().contains("宿題を選んでから使います"), "{}", desk.screen());
}
