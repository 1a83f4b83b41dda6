//! Editing the record where it stands: the line in its place, its neighbours, what is given up and what is half typed.

mod support;

use norishiro::{
    app::Pane,
    domain::{LineKind, MeetingState},
    words::Lang,
};
use support::{Desk, meeting, running};

fn desk(width: u16, height: u16) -> Desk {
    Desk::new(running(), Lang::Ja, width, height)
}

fn lines(desk: &Desk) -> Vec<(LineKind, String)> {
    let body = desk.council().body(&meeting()).expect("the meeting is there");
    body.lines.iter().map(|line| (line.kind, line.text.clone())).collect()
}

fn texts(desk: &Desk) -> Vec<String> {
    lines(desk).into_iter().map(|(_, text)| text).collect()
}

#[test]
fn a_line_is_edited_where_it_stands_and_the_half_typed_one_stays() {
    let mut desk = desk(80, 24);
    desk.line("農務課：図書館の展示を使える。").line("次へ進む。").type_text("書きかけ");
    desk.press("Esc Up Enter").type_text("ただし一月だけ。");
    assert_eq!(desk.model.capture.editor.text(), "書きかけ");
    let (buffer, caret) = desk.buffer();
    let screen = support::screen_text(&buffer);
    let row = screen.lines().position(|row| row.contains("ただし一月だけ。")).expect("the line shows");
    assert!(screen.lines().nth(row).is_some_and(|row| row.starts_with(">14:00")), "{screen}");
    assert!(screen.lines().nth(row + 1).is_some_and(|row| row.contains("次へ進む。")), "{screen}");
    assert_eq!(caret.map(|it| usize::from(it.y)), Some(row), "the IME composes in the line");
    assert!(screen.contains("→ 発言  農務課"), "{screen}");
    desk.press("Enter");
    assert_eq!(texts(&desk), ["図書館の展示を使える。ただし一月だけ。", "次へ進む。"]);
    desk.press("Ctrl-Z");
    assert_eq!(texts(&desk)[0], "図書館の展示を使える。");
}

#[test]
fn what_is_given_up_goes_on_when_the_line_is_taken_up_again() {
    let mut desk = desk(80, 24);
    desk.line("様式を配った。").press("Esc Enter").type_text("（案）").press("Esc");
    assert!(desk.screen().contains("続きから直せます"), "{}", desk.screen());
    assert_eq!(texts(&desk), ["様式を配った。"]);
    desk.press("Enter");
    assert_eq!(desk.model.line_editor().text(), "様式を配った。（案）");
    desk.press("Ctrl-Z");
    assert_eq!(desk.model.line_editor().text(), "様式を配った。", "undo takes back the typing first");
    desk.press("Esc");
    assert!(!desk.screen().contains("続きから直せます"), "nothing was typed");
}

#[test]
fn over_its_edges_the_line_is_kept_and_the_next_one_taken_up() {
    let mut desk = desk(60, 18);
    desk.line("一行目")
        .line("この行は長いので、欄の幅に収まらず、二段に折り返して表示される。")
        .line("三行目");
    desk.press("Esc Enter").type_text("。").press("Up");
    assert_eq!(texts(&desk)[2], "三行目。");
    let second = desk.model.mending().expect("the line above").editor.clone();
    assert!(second.text().starts_with("この行は") && second.cursor() > 60, "in its last row: {second:?}");
    desk.press("Up Up");
    assert_eq!(desk.model.line_editor().text(), "一行目");
    desk.press("Up Down Down Down Down");
    assert!(
        desk.model.capture.focused && desk.model.mending().is_none(),
        "below the last line is the input line"
    );
}

#[test]
fn a_line_that_cannot_be_kept_stays_as_it_is_typed() {
    let mut desk = desk(80, 24);
    desk.line("一行目").line("二行目").press("Esc Enter Ctrl-U Enter");
    assert!(desk.model.mending().is_some() && texts(&desk).len() == 2);
    desk.press("Up");
    assert!(desk.model.mending().is_some_and(|mending| mending.editor.is_empty()));
}

#[test]
fn a_line_that_goes_under_the_typing_hands_gives_way_to_the_one_above() {
    let mut desk = desk(80, 24);
    desk.line("一行目").line("二行目").press("Esc Enter Ctrl-Z");
    assert_eq!(texts(&desk), ["一行目"], "the undo took the line");
    assert_eq!(desk.model.line_editor().text(), "一行目", "the typing goes on in the one above");
    desk.press("Esc");
    desk.press("Ctrl-Y Up Up Enter").type_text("と").press("Alt-1");
    assert_eq!(desk.model.pane, Pane::Agenda);
    desk.press("Alt-6").type_text("半");
    assert_eq!(desk.model.line_editor().text(), "一行目と半", "it waits while another pane shows");
}

#[test]
fn a_click_in_the_line_goes_to_the_letter_and_one_elsewhere_keeps_it() {
    let mut desk = desk(80, 24);
    desk.line("一行目").line("二行目").press("Esc Enter").type_text("。");
    let caret = desk.buffer().1.expect("a cursor");
    desk.click(caret.x - 8, caret.y).type_text("第");
    assert_eq!(desk.model.line_editor().text(), "第二行目。");
    desk.click(caret.x, caret.y - 1);
    assert!(desk.model.mending().is_none());
    assert_eq!(texts(&desk), ["一行目", "第二行目。"]);
}

#[test]
fn a_line_longer_than_the_screen_shows_the_row_that_is_typed_in() {
    let mut desk = desk(60, 18);
    desk.line("前の行").line(&"長い行が続いて、画面より長くなる。".repeat(40)).line("次の行");
    desk.press("Esc Up Enter");
    for _ in 0..45 {
        let (_, caret) = desk.buffer();
        assert!(caret.is_some(), "{}", desk.screen());
        desk.press("Up");
    }
    assert_eq!(desk.model.line_editor().text(), "前の行");
}

#[test]
fn the_record_of_a_meeting_that_is_over_is_edited_the_same_way() {
    let mut desk = desk(80, 24);
    desk.line("決定：続ける。").press("F12 F12");
    assert_eq!(desk.council().meetings.get(&meeting()).map(|it| it.state), Some(MeetingState::Held));
    desk.press("Esc Enter").type_text("年二回。");
    assert!(desk.screen().contains("続ける。年二回。"), "{}", desk.screen());
    desk.press("Enter");
    assert_eq!(lines(&desk), [(LineKind::Decision(1), "続ける。年二回。".to_owned())]);
}

#[test]
fn editing_looks_right_at_every_size_in_both_languages() {
    for (lang, name) in [(Lang::Ja, "ja"), (Lang::En, "en")] {
        for (width, height) in [(60, 18), (80, 24), (100, 30), (160, 45)] {
            let mut desk = Desk::new(running(), lang, width, height);
            desk.line("農務課：図書館展示と合わせれば負担は増えない。対象が重なる回は、ウォーキング教室と合同にしてはどうか。");
            desk.line("宿題：農務課、保健センター 〜 図書館展示の日程調整 期限12/12")
                .line("保留：予算の分担");
            desk.type_text("書きかけの行").press("Esc Up").press("Enter").type_text("、場所も");
            insta::assert_snapshot!(format!("mending_{name}_{width}x{height}"), desk.screen());
        }
    }
}
