//! What was typed is kept: the header says how far, a copy goes elsewhere when saving fails, and a line half typed comes back.

mod support;

use norishiro::{
    app::{
        Effect, Msg, Pane,
        access::{Access, Holder, Life},
        msg::Trouble,
        save::{Copied, Draft},
    },
    domain::{Council, Head},
    words::{Lang, Words},
};
use support::{Desk, SIZES};

/// The sample council with its meeting running, two lines in.
fn running(lang: Lang, width: u16, height: u16) -> Desk {
    let mut desk = Desk::toyokawa(lang, width, height);
    desk.press("F12");
    desk.line("農務課：図書館展示と合わせれば負担は増えない。").line("決定：評価表は各課が年2回更新する。");
    desk
}

/// The same, with its disk full since the second line.
fn failing(lang: Lang, width: u16, height: u16) -> Desk {
    let mut desk = running(lang, width, height);
    desk.broken_disk = true;
    desk.line("宿題：農務課 〜 展示の日程調整 期限12/12");
    desk
}

fn header(desk: &Desk) -> String {
    desk.screen().lines().next().unwrap_or_default().to_owned()
}

fn footer(desk: &Desk) -> String {
    let screen = desk.screen();
    screen.lines().rfind(|line| !line.starts_with("(caret")).unwrap_or_default().to_owned()
}

/// What the shell was asked to copy, answered as done.
fn answer_copy(desk: &mut Desk) {
    let Some(Effect::SaveCopy { to, slug, seq, .. }) = desk.effects.pop() else {
        panic!("no copy was asked for")
    };
    desk.send(Msg::Copied(Copied { home: to, slug, seq, left_out: 0 }));
}

// the header

#[test]
fn the_header_says_saved_saving_and_why_not() {
    let mut desk = running(Lang::Ja, 100, 30);
    assert!(header(&desk).ends_with("保存済"), "{}", header(&desk));
    desk.broken_disk = true;
    desk.line("農務課：続き。");
    assert!(header(&desk).ends_with("未保存：空きなし"), "{}", header(&desk));
    desk.broken_disk = false;
    desk.wait(3);
    assert!(header(&desk).ends_with("保存済"), "{}", header(&desk));
    assert!(desk.screen().contains("保存できるようになりました。"), "{}", desk.screen());
}

#[test]
fn whatever_the_reason_and_the_width_it_is_never_hidden_that_nothing_is_saved() {
    for (lang, word) in [(Lang::Ja, "未保存"), (Lang::En, "NOT SAVED")] {
        let mut desk = failing(lang, 100, 30);
        let words = Words::new(lang);
        let reasons =
            [words.brief_full(), words.brief_read_only(), words.brief_unreadable(), words.brief_share()];
        for reason in reasons {
            let trouble = Trouble { brief: reason.to_owned(), ..Trouble::new("", "") };
            desk.send(Msg::SaveFailed(trouble));
            for width in 40..=160 {
                desk.resize(width, 20);
                let header = header(&desk);
                assert!(header.contains(word), "{width}: {header}");
                assert!(width < 60 || header.contains(&reason[..3]), "{width}: {header}");
                assert!(width < 80 || header.ends_with(reason), "{width}: {header}");
            }
        }
    }
}

#[test]
fn edits_stay_in_memory_and_are_tried_again_every_three_seconds() {
    let mut desk = failing(Lang::Ja, 100, 30);
    let before = desk.disk.len();
    desk.line("農務課：まだ書ける。");
    assert_eq!(desk.model.unsaved(), 2);
    assert_eq!(desk.model.tick(), Some(1), "the next try is not forgotten");
    desk.broken_disk = false;
    desk.wait(3);
    assert_eq!((desk.disk.len(), desk.model.unsaved()), (before + 2, 0));
}

#[test]
fn trouble_copy_form_and_copied_are_right_at_every_size() {
    for (lang, name) in [(Lang::Ja, "ja"), (Lang::En, "en")] {
        for (width, height) in SIZES {
            let mut desk = failing(lang, width, height);
            insta::assert_snapshot!(format!("failing_{name}_{width}x{height}"), desk.screen());
            desk.press("Ctrl-B");
            insta::assert_snapshot!(format!("copy_{name}_{width}x{height}"), desk.screen());
            desk.press("Enter");
            answer_copy(&mut desk);
            insta::assert_snapshot!(format!("copied_{name}_{width}x{height}"), desk.screen());
        }
    }
}

// the copy

#[test]
fn a_copy_is_offered_while_saving_fails_and_can_be_made_at_any_time() {
    for (width, height) in SIZES {
        let mut desk = failing(Lang::Ja, width, height);
        desk.press("Left");
        assert!(footer(&desk).contains("Ctrl-B 控えを保存"), "{width}: {}", footer(&desk));
        desk.broken_disk = false;
        desk.wait(3);
        assert!(!footer(&desk).contains("Ctrl-B"), "{width}: {}", footer(&desk));
    }
    let mut desk = running(Lang::Ja, 100, 30);
    desk.press("Ctrl-P").type_text("ひかえ").press("Enter");
    assert!(desk.screen().contains("控えを別の場所に保存"), "{}", desk.screen());
}

#[test]
fn a_copy_holds_everything_and_goes_where_the_user_says() {
    let mut desk = failing(Lang::Ja, 100, 30);
    desk.press("Ctrl-B").type_text("/media/usb").press("Enter");
    let Some(Effect::SaveCopy { to, slug, council, seq }) = desk.effects.last() else {
        panic!("{}", desk.screen())
    };
    assert_eq!((to.as_str(), slug.as_str(), *seq), ("/media/usb", "test", desk.model.history.seq()));
    assert_eq!(**council, *desk.council());
    answer_copy(&mut desk);
    assert!(desk.screen().contains("norishiro --home /media/usb open test"), "{}", desk.screen());
    desk.press("Ctrl-B");
    assert!(desk.screen().contains("前の控えは /media/usb にあります"), "{}", desk.screen());
    desk.press("Ctrl-U Enter");
    assert!(desk.screen().contains("場所を入れてください"), "{}", desk.screen());
}

#[test]
fn a_copy_counts_as_told_and_not_as_saved() {
    let mut desk = failing(Lang::Ja, 120, 30);
    desk.press("Ctrl-B Enter");
    answer_copy(&mut desk);
    assert!(header(&desk).contains("未保存：控えは /home/own"), "{}", header(&desk));
    desk.press("Ctrl-Q");
    assert!(matches!(desk.effects[..], [Effect::Quit]), "{}", desk.screen());

    desk.effects.clear();
    desk.line("農務課：控えのあとの一行。");
    assert!(header(&desk).ends_with("未保存：空きなし"), "{}", header(&desk));
    desk.press("Ctrl-Q");
    assert!(desk.effects.is_empty() && desk.screen().contains("1件の変更"), "{}", desk.screen());
    desk.press("Ctrl-Q");
    assert!(matches!(desk.effects[..], [Effect::Quit]), "{}", desk.screen());
}

#[test]
fn a_copy_that_could_not_be_made_is_said_and_nothing_counts_as_told() {
    let mut desk = failing(Lang::Ja, 100, 30);
    desk.press("Ctrl-B Enter");
    desk.effects.clear();
    let words = desk.model.words;
    let (what, brief) = (words.cannot_write("council.ron"), words.brief_read_only().to_owned());
    desk.send(Msg::Failed(Trouble { brief, ..Trouble::new(what, "") }));
    assert!(desk.screen().contains("council.ron に保存できません"), "{}", desk.screen());
    assert!(
        header(&desk).ends_with("未保存：空きなし"),
        "the reason is still that of saving: {}",
        header(&desk)
    );
    desk.press("Ctrl-Q");
    assert!(desk.effects.is_empty(), "{}", desk.screen());
}

#[test]
fn another_council_is_not_opened_over_what_is_not_saved() {
    let mut desk = failing(Lang::Ja, 100, 30);
    desk.press("Ctrl-O");
    assert!(desk.model.lobby.is_none() && desk.screen().contains("もう一度 Ctrl-O"), "{}", desk.screen());
    desk.press("Ctrl-O");
    assert!(desk.model.lobby.is_some(), "asked for twice");
}

#[test]
fn what_was_not_saved_when_the_pen_was_lost_is_still_there_to_be_copied() {
    let mut desk = failing(Lang::Ja, 100, 30);
    let theirs =
        Holder { by: "記録係".to_owned(), host: "kaigi-pc".to_owned(), since: None, life: Life::Running };
    desk.send(Msg::Pen(Access::Theirs(theirs)));
    assert!(header(&desk).ends_with("未保存：書き手が交代"), "{}", header(&desk));
    assert!(footer(&desk).contains("Ctrl-B"), "{}", footer(&desk));
    desk.press("Ctrl-Q");
    assert!(desk.effects.is_empty() && desk.screen().contains("1件の変更"), "{}", desk.screen());
    desk.press("Ctrl-B Enter");
    assert!(matches!(&desk.effects[..], [Effect::SaveCopy { council, .. }] if **council == *desk.council()));
}

// the draft

const TYPED: &str = "農務課：様式を一枚に";

fn draft(text: &str, seq: u64) -> Draft {
    Draft { meeting: "fy2026-4".into(), cell: None, text: text.to_owned(), seq }
}

/// The council as it is reopened after the program ended, `seq` changes in.
fn reopened(desk: &Desk, draft: Draft) -> Desk {
    let mut next = Desk::new(Council::new(Head::new("")), Lang::Ja, 100, 30);
    next.open(desk.council().clone(), desk.model.history.seq(), Some(draft));
    next
}

#[test]
fn the_line_being_typed_is_kept_once_a_second_and_nothing_wakes_the_program_after() {
    let mut desk = running(Lang::Ja, 100, 30);
    let seq = desk.model.history.seq();
    desk.press("F12");
    desk.press("Esc");
    assert_eq!(desk.model.meeting.as_ref().map(|id| id.as_str()), Some("fy2026-4"));
    desk.type_text(TYPED);
    assert_eq!(desk.drafts, [], "nobody waits for the disk while typing");
    desk.wait(1);
    assert_eq!(desk.drafts, [Some(draft(TYPED, seq))]);
    desk.wait(1).wait(1);
    assert_eq!(desk.drafts.len(), 1, "the same line is not kept twice");
    desk.type_text("ま").type_text("と").wait(1);
    assert_eq!(desk.drafts.len(), 2);
    for c in "める。保育課にも".chars() {
        desk.now += chrono::TimeDelta::milliseconds(500);
        desk.type_text(&c.to_string());
    }
    assert_eq!(desk.drafts.len(), 4, "half a second a letter: {:?}", desk.drafts);
}

#[test]
fn an_idle_program_is_woken_only_while_a_draft_waits() {
    let mut desk = running(Lang::Ja, 100, 30);
    desk.press("F12 F12");
    assert!(!desk.model.is_running(), "{}", desk.screen());
    let idle = desk.model.tick();
    assert!(idle > Some(1), "no meeting runs: {idle:?}");
    desk.press("i").type_text("補足");
    assert_eq!(desk.model.tick(), Some(1));
    desk.wait(1);
    assert_eq!(desk.drafts.len(), 1);
    assert!(desk.model.tick() > Some(1));
    desk.press("Ctrl-U");
    assert_eq!(desk.drafts.last(), Some(&None), "an emptied line is cleared at once");
    assert!(desk.model.tick() > Some(1));
}

#[test]
fn a_line_that_is_saved_leaves_no_draft_and_one_that_is_not_keeps_it() {
    let mut desk = running(Lang::Ja, 100, 30);
    desk.type_text(TYPED).wait(1);
    desk.broken_disk = true;
    desk.press("Enter").wait(1);
    assert_eq!(desk.drafts.len(), 1, "the draft is all that is on disk");
    desk.broken_disk = false;
    desk.wait(3);
    assert_eq!(desk.drafts.last(), Some(&None));
    desk.line("すぐに記録した行");
    desk.wait(1);
    assert_eq!(desk.drafts.len(), 2, "a line written down within its second needs none");
}

#[test]
fn a_half_typed_line_comes_back_where_it_belongs() {
    let desk = running(Lang::Ja, 100, 30);
    let next = reopened(&desk, draft(TYPED, desk.model.history.seq()));
    assert_eq!((next.model.pane, next.model.capture.editor.text()), (Pane::Record, TYPED));
    assert!(next.model.capture.focused);
    assert!(next.screen().contains("書きかけの行を戻しました。"), "{}", next.screen());
    assert_eq!(next.drafts, [], "it is on disk already");

    let mut next = next;
    next.press("Enter");
    let meeting = next.model.meeting().expect("the meeting").id.clone();
    let lines = &next.council().body(&meeting).expect("its body").lines;
    assert!(lines.last().is_some_and(|line| line.text == "様式を一枚に"), "it is written as a new line");
    assert_eq!(next.drafts, [None]);
}

#[test]
fn a_line_being_mended_comes_back_as_a_new_one() {
    let mut desk = running(Lang::Ja, 100, 30);
    desk.press("Esc").press("Enter").wait(1);
    assert_eq!(desk.drafts, [], "a line only looked at is no draft");
    desk.type_text("（案）").wait(1);
    let kept = desk.drafts.last().cloned().flatten().expect("a draft");
    let mut next = reopened(&desk, kept.clone());
    assert_eq!(next.model.capture.editor.text(), kept.text);
    assert!(next.model.mending().is_none());
    let before = next.council().body(&kept.meeting).expect("its body").lines.len();
    next.press("Enter");
    assert_eq!(next.council().body(&kept.meeting).expect("its body").lines.len(), before + 1);
}

#[test]
fn a_draft_that_was_written_down_after_all_is_dropped_without_a_word() {
    for typed in [
        TYPED,
        "決定：様式は一枚にする。",
        "宿題：農務課 〜 様式の案 期限12/12",
        "……続きの行",
        "ただのメモ #6",
    ] {
        let mut desk = running(Lang::Ja, 100, 30);
        let seq = desk.model.history.seq();
        desk.line(typed);
        let next = reopened(&desk, draft(typed, seq));
        assert_eq!(next.model.capture.editor.text(), "", "{typed}");
        assert!(!next.screen().contains("書きかけ"), "{}", next.screen());
        assert_eq!(next.drafts, [None], "{typed}");
    }
}

#[test]
fn the_same_words_typed_again_are_a_new_line() {
    let mut desk = running(Lang::Ja, 100, 30);
    desk.line("異議なし");
    let next = reopened(&desk, draft("異議なし", desk.model.history.seq()));
    assert_eq!(next.model.capture.editor.text(), "異議なし");
}

#[test]
fn a_draft_of_a_meeting_that_is_gone_is_still_there() {
    let desk = running(Lang::Ja, 100, 30);
    let gone = Draft { meeting: "fy2019-1".into(), ..draft(TYPED, 0) };
    let next = reopened(&desk, gone);
    assert_eq!(next.model.capture.editor.text(), TYPED);
    assert_eq!(next.model.meeting, desk.model.meeting);
}

#[test]
fn whoever_leaves_takes_nothing_along_that_is_not_kept() {
    let mut desk = running(Lang::Ja, 100, 30);
    desk.type_text(TYPED);
    assert!(matches!(&desk.model.parting()[..], [Effect::Draft(Some(kept))] if kept.text == TYPED));
    desk.press("Ctrl-O");
    assert_eq!(desk.drafts.len(), 1, "on the way to another council too");
    assert!(desk.model.parting().is_empty());

    let mut desk = running(Lang::Ja, 100, 30);
    desk.type_text(TYPED).wait(1);
    desk.broken_disk = true;
    desk.press("Enter");
    assert!(
        matches!(&desk.model.parting()[..], [Effect::Persist(changes), Effect::Draft(None)] if changes.len() == 1)
    );
}
