//! Taking the record: typing, pasting, mending, reading it back.

mod support;

use norishiro::{
    app::{Key, Msg, Pane, update::update_all},
    domain::{Council, LineKind, MeetingState, decide, id::MeetingId},
    knowledge::samples,
    store::Home,
    words::Lang,
};
use support::{Desk, at, key};

/// The sample with its planned meeting opened at 14:00.
fn running() -> Council {
    let home = tempfile::tempdir().expect("a temporary folder");
    let mut workspace =
        Home::at(home.path()).plant("toyokawa", samples::toyokawa()).expect("the sample opens");
    workspace.read_all().expect("the sample opens");
    let mut council = workspace.council().clone();
    let id = MeetingId::from("fy2026-4");
    let mut mint = norishiro::domain::Mint::seeded(1);
    let edits =
        decide::meeting::start(&council, &id, at("2026-11-20T13:58:00"), &mut mint).expect("it can start");
    council.apply_all(&edits).expect("the edits fit");
    council
}

fn desk(lang: Lang, width: u16, height: u16) -> Desk {
    Desk::new(running(), lang, width, height)
}

fn lines(desk: &Desk) -> Vec<(LineKind, String)> {
    let body = desk.council().body(&MeetingId::from("fy2026-4")).expect("the meeting is there");
    body.lines.iter().map(|line| (line.kind, line.text.clone())).collect()
}

#[test]
fn a_running_meeting_opens_with_the_typing_in_the_capture_line() {
    let mut desk = desk(Lang::Ja, 100, 30);
    assert_eq!(desk.model.pane, Pane::Record);
    desk.line("1番の様式を配った。").line("農務課：図書館展示と合わせれば負担は増えない。");
    desk.line("決定：計画・評価表は各課が年2回更新する。").line("宿題：農務課 〜 展示の日程調整 期限12/12");
    desk.line("……ほかの課にも知らせる");
    let next = 19;
    assert_eq!(
        lines(&desk),
        [
            (LineKind::Note, "1番の様式を配った。".to_owned()),
            (LineKind::Speech, "図書館展示と合わせれば負担は増えない。".to_owned()),
            (LineKind::Decision(1), "計画・評価表は各課が年2回更新する。".to_owned()),
            (LineKind::Action(next), "展示の日程調整\nほかの課にも知らせる".to_owned()),
        ]
    );
    let action = desk.council().action_numbered(next).expect("the action is there");
    assert_eq!(action.text, "展示の日程調整\nほかの課にも知らせる");
    desk.press("Ctrl-Z Ctrl-Z");
    assert!(desk.council().action_numbered(next).is_none(), "undo takes the action with its line");
}

/// The letters typed next would be commands of that pane.
#[test]
fn tab_leaves_an_empty_line_but_never_one_half_typed() {
    let mut desk = desk(Lang::Ja, 100, 30);
    desk.type_text("だれでもない").press("Tab");
    assert_eq!((desk.model.pane, desk.model.capture.editor.text()), (Pane::Record, "だれでもない"));
    assert!(desk.screen().contains("補える名前がありません"), "{}", desk.screen());
    desk.press("Ctrl-U Tab");
    assert_eq!(desk.model.pane, Pane::Agenda);
}

#[test]
fn a_paste_is_recorded_to_the_letter_in_one_step() {
    let mut desk = desk(Lang::Ja, 80, 24);
    let pasted: Vec<String> = (1..=150)
        .map(|n| format!("{n}行目。各課の既存事業に予防の視点を足す。ﾊﾞﾗﾝｽ・①Ⅲ㈱髙﨑𠮷も「そのまま」残る。"))
        .collect();
    desk.paste(&pasted.join("\r\n"));
    assert_eq!(lines(&desk).len(), 149, "the last line waits for its line end");
    desk.press("Enter");
    let texts: Vec<String> = lines(&desk).into_iter().map(|(_, text)| text).collect();
    assert_eq!(texts, pasted);
    desk.press("Ctrl-Z Ctrl-Z");
    assert_eq!(lines(&desk).len(), 0);
}

#[test]
fn an_earlier_line_is_mended_retyped_moved_and_deleted() {
    let mut desk = desk(Lang::Ja, 100, 30);
    desk.line("農務課：図書館の展示を使える。").press("Esc Enter");
    assert_eq!(desk.model.line_editor().text(), "農務課：図書館の展示を使える。");
    desk.press("Backspace").type_text("ます。").press("Enter");
    assert_eq!(lines(&desk)[0], (LineKind::Speech, "図書館の展示を使えるます。".to_owned()));
    desk.press("s").type_text("けってい");
    desk.press("Backspace Backspace Backspace Backspace").type_text("決定").press("Enter");
    assert_eq!(lines(&desk)[0].0, LineKind::Decision(1));
    desk.press("m Down Enter");
    let body = desk.council().body(&MeetingId::from("fy2026-4")).expect("the meeting is there");
    assert_eq!(body.lines[0].item.as_ref(), Some(&body.items[1].id));
    desk.press("d");
    assert_eq!(lines(&desk).len(), 0);
}

#[test]
fn undoing_the_start_takes_the_typing_out_of_the_capture_line() {
    let mut council = running();
    let back: Vec<_> = council
        .meetings
        .changing(&MeetingId::from("fy2026-4"), |it| it.state = MeetingState::Planned)
        .into_iter()
        .collect();
    council
        .apply_all(&back.into_iter().map(norishiro::domain::Edit::Meeting).collect::<Vec<_>>())
        .expect("it fits");
    let mut desk = Desk::new(council, Lang::Ja, 80, 24);
    desk.press("F12").type_text("書きかけ");
    assert!(desk.model.capture.focused);
    desk.press("Ctrl-U Ctrl-Z Ctrl-Z Ctrl-Z");
    assert!(!desk.model.capture.focused, "{}", desk.screen());
}

#[test]
fn what_is_typed_survives_a_look_at_another_pane() {
    let mut desk = desk(Lang::Ja, 80, 24);
    desk.type_text("書きかけの一行").press("Alt-5 Alt-6");
    assert_eq!(desk.model.capture.editor.text(), "書きかけの一行");
    assert!(desk.model.capture.focused);
}

#[test]
fn a_meeting_closes_only_after_the_read_back() {
    let mut desk = desk(Lang::Ja, 100, 30);
    desk.line("決定：次回は1月に開く。").line("宿題：〜 様式を直す").press("F12");
    let screen = desk.screen();
    assert!(screen.contains("読み上げ確認") && screen.contains("担当が決まっていません"), "{screen}");
    let closing = norishiro::app::Key::f(12);
    desk.send(norishiro::app::Msg::Key(closing));
    assert!(desk.council().running().is_some(), "a second press at once is a slip");
    desk.press("F12");
    let meeting = desk.council().meetings.get(&MeetingId::from("fy2026-4")).expect("the meeting is there");
    assert_eq!(meeting.state, MeetingState::Held);
}

#[test]
fn the_record_is_right_at_every_size_in_both_languages() {
    for (lang, name) in [(Lang::Ja, "ja"), (Lang::En, "en")] {
        for (width, height) in [(60, 18), (80, 24), (100, 30), (160, 45)] {
            let mut desk = desk(lang, width, height);
            desk.line("前回の記録に修正の申し出はなかった。");
            desk.line("農務課：図書館展示と合わせれば負担は増えない。対象が重なる回は、ウォーキング教室と合同にしてはどうか。");
            desk.line("決定：計画・評価表は各課が年2回、4月と10月に更新する（全会一致）");
            desk.line("宿題：農務課、保健センター 〜 図書館展示の日程調整 期限12/12");
            desk.line("提案：資料の様式をそろえる").line("保留：予算の分担");
            desk.type_text("宿題：保険年金課 〜 受診券の封筒に一文を入れる 期限来週金曜");
            insta::assert_snapshot!(format!("record_{name}_{width}x{height}"), desk.screen());
        }
    }
}

#[test]
fn a_decision_being_edited_is_shown_with_the_number_it_keeps() {
    let mut desk = desk(Lang::Ja, 100, 30);
    desk.line("決定：計画・評価表は各課が年2回更新する。").line("宿題：農務課 〜 展示の日程調整");
    desk.press("Esc Enter");
    assert!(desk.screen().contains("→ 宿題 19"), "{}", desk.screen());
    desk.press("Esc Up Enter");
    assert!(desk.screen().contains("→ 第4回-決定1"), "{}", desk.screen());
}

#[test]
fn keys_that_arrive_together_do_what_they_do_one_by_one() {
    let typed = "農務課：負担は増えない。\n決定：年2回更新する。\n/決\t負担";
    let mut one_by_one = desk(Lang::Ja, 60, 18);
    let mut together = desk(Lang::Ja, 60, 18);
    let keys: Vec<Msg> = typed.chars().map(|c| Msg::Key(typed_key(c))).collect();
    keys.iter().for_each(|msg| one_by_one.send(msg.clone()));
    let now = together.now;
    update_all(&mut together.model, keys, now);
    assert_eq!(lines(&together), lines(&one_by_one));
    // The header says what is saved, and nobody carried out the effects here.
    let below_header = |desk: &Desk| desk.screen().lines().skip(1).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(below_header(&together), below_header(&one_by_one));
}

fn typed_key(c: char) -> Key {
    match c {
        '\n' => key("Enter"),
        '\t' => key("Tab"),
        c => Key::char(c),
    }
}

/// Lines of several rows, so that the top of the screen cuts through one.
#[test]
fn the_chosen_line_shows_whole_wherever_the_arrows_go_in_a_long_record() {
    let mut desk = desk(Lang::Ja, 60, 18);
    let line = |n: usize| {
        format!(
            "頭{n:02}番。様式を配り、各課の計画と評価を読み合わせ、次の会までに直すところを挙げた。尾{n:02}"
        )
    };
    desk.paste(&(0..40).map(|n| line(n) + "\n").collect::<String>());
    desk.press("Esc");
    let whole = |desk: &Desk, n: usize| {
        let screen = desk.screen();
        let (head, tail) = (format!("頭{n:02}番"), format!("尾{n:02}"));
        assert!(screen.contains(&head) && screen.contains(&tail), "{n}:\n{screen}");
    };
    whole(&desk, 39);
    for n in (0..39).rev() {
        desk.press("Up");
        whole(&desk, n);
    }
    for n in 1..40 {
        desk.press("Down");
        whole(&desk, n);
    }
}
