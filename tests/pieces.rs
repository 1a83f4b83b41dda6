//! The record as a text: lines split and joined, chosen, cut, copied and pasted; the choice inside a line, and the clipboards.

mod support;

use norishiro::{
    app::Effect,
    domain::{
        LineKind, Mint,
        decide::{
            self,
            record::{NewLine, Spot},
        },
    },
    words::Lang,
};
use support::{Desk, meeting, running};

fn desk() -> Desk {
    Desk::new(running(), Lang::Ja, 80, 24)
}

fn lines(desk: &Desk) -> Vec<(LineKind, String, String)> {
    let body = desk.council().body(&meeting()).expect("the meeting is there");
    let who = |label: Option<&str>| label.unwrap_or_default().to_owned();
    body.lines
        .iter()
        .map(|line| (line.kind, who(line.speaker.as_ref().map(|it| it.label.as_str())), line.text.clone()))
        .collect()
}

fn texts(desk: &Desk) -> Vec<String> {
    lines(desk).into_iter().map(|(_, _, text)| text).collect()
}

fn steps(desk: &Desk) -> u64 {
    desk.model.history.seq()
}

/// What went to the terminal's clipboard, oldest first.
fn handed_out(desk: &Desk) -> Vec<&str> {
    desk.effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::CopyOut(text) => Some(text.as_str()),
            _ => None,
        })
        .collect()
}

fn numbered(desk: &mut Desk) -> &mut Desk {
    desk.line("一行目").line("二行目").line("三行目").line("四行目").press("Esc")
}

#[test]
fn a_speech_is_split_at_the_cursor_into_two_of_its_speaker() {
    let mut desk = desk();
    desk.line("農務課：展示を使える。負担は増えない。").press("Esc Enter");
    desk.press("Left Left Left Left Left Left Left Left");
    let before = steps(&desk);
    desk.press("Alt-Enter");
    let speech = |text: &str| (LineKind::Speech, "農務課".to_owned(), text.to_owned());
    assert_eq!(lines(&desk), [speech("展示を使える。"), speech("負担は増えない。")]);
    assert_eq!(steps(&desk), before + 1);
    desk.type_text("なお、").press("Enter");
    assert_eq!(texts(&desk)[1], "なお、負担は増えない。", "the typing goes on in the second");
    desk.press("Ctrl-Z Ctrl-Z");
    assert_eq!(texts(&desk), ["展示を使える。負担は増えない。"]);
}

#[test]
fn a_split_action_keeps_its_owner_and_date_with_the_first_part() {
    let mut desk = desk();
    desk.line("宿題：農務課 〜 日程を調整する。会場も探す。 期限12/12").press("Esc Enter");
    desk.press("Left Left Left Left Left Left Ctrl-J");
    let action = desk.council().action_numbered(19).expect("the action");
    assert_eq!(action.text, "日程を調整する。");
    assert_eq!(
        (action.owners[0].label.as_str(), desk.council().due_date(action)),
        ("農務課", "2026-12-12".parse().ok())
    );
    assert_eq!(lines(&desk)[1], (LineKind::Note, String::new(), "会場も探す。".to_owned()));
}

#[test]
fn nothing_is_split_where_there_is_no_sentence_on_both_sides() {
    let mut desk = desk();
    desk.line("農務課：展示を使える。").press("Esc Enter");
    for keys in ["Alt-Enter", "Home Alt-Enter"] {
        desk.press(keys);
        assert!(desk.screen().contains("文の途中に"), "{}", desk.screen());
    }
    assert_eq!(texts(&desk).len(), 1);
}

#[test]
fn at_the_start_backspace_joins_with_the_line_above_as_one_step_with_what_was_typed() {
    let mut desk = desk();
    desk.line("農務課：展示を使える。").line("負担も増えない。").press("Esc Enter").type_text("はず。");
    let before = steps(&desk);
    desk.press("Home Backspace");
    assert_eq!(texts(&desk), ["展示を使える。負担も増えない。はず。"]);
    assert_eq!(steps(&desk), before + 1);
    assert_eq!(desk.model.line_editor().text(), "農務課：展示を使える。負担も増えない。はず。");
    desk.type_text("しかも").press("Enter");
    assert_eq!(texts(&desk), ["展示を使える。しかも負担も増えない。はず。"], "the cursor stood at the seam");
}

#[test]
fn at_the_end_delete_joins_the_next_line() {
    let mut desk = desk();
    desk.line("一行目、").line("二行目").press("Esc Up Enter End Del");
    assert_eq!(texts(&desk), ["一行目、二行目"]);
    desk.type_text("と").press("Enter");
    assert_eq!(texts(&desk), ["一行目、と二行目"]);
    desk.press("Enter Home Backspace");
    assert!(desk.screen().contains("つなぐ行がありません"), "{}", desk.screen());
}

#[test]
fn a_line_emptied_by_hand_goes_when_it_is_joined() {
    let mut desk = desk();
    desk.line("一行目").line("二行目").press("Esc Enter Ctrl-U Backspace");
    assert_eq!(texts(&desk), ["一行目"]);
    desk.type_text("。").press("Enter");
    assert_eq!(texts(&desk), ["一行目。"]);
}

#[test]
fn lines_of_two_items_are_never_joined() {
    let mut desk = desk();
    desk.line("一行目").line("二行目").press("Esc m Down Enter Enter Home Backspace");
    assert_eq!(texts(&desk).len(), 2);
}

#[test]
fn a_range_is_deleted_as_one_step() {
    let mut desk = desk();
    numbered(&mut desk).press("Up V Up d");
    assert_eq!(texts(&desk), ["一行目", "四行目"]);
    desk.press("Ctrl-Z");
    assert_eq!(texts(&desk).len(), 4);
    desk.press("Home Shift-Down Shift-Down Esc d");
    assert_eq!(texts(&desk), ["一行目", "二行目", "四行目"], "Esc ends the range and stays in the list");
}

#[test]
fn what_is_cut_is_pasted_as_it_was() {
    let mut desk = desk();
    desk.line("宿題：農務課 〜 日程を調整する").line("決定：続ける。").line("三行目").press("Esc");
    desk.press("Home V Down x");
    assert_eq!(texts(&desk), ["三行目"]);
    assert!(desk.council().action_numbered(19).is_none());
    desk.press("p");
    assert_eq!(texts(&desk), ["三行目", "日程を調整する", "続ける。"]);
    assert!(desk.council().action_numbered(19).is_some(), "with its number and its action");
    assert_eq!(lines(&desk)[2].0, LineKind::Decision(1));
    desk.press("P");
    assert_eq!(texts(&desk), ["三行目", "日程を調整する", "続ける。", "日程を調整する", "続ける。"]);
    assert_eq!(desk.council().head.next_action, 21, "the second time it is a new one");
}

#[test]
fn what_is_copied_reads_by_itself_where_it_goes() {
    let mut desk = desk();
    desk.line("農務課：展示を使える。").line("決定：続ける。").line("宿題：農務課 〜 日程 期限12/12");
    desk.press("Esc Home V End y");
    let [text] = handed_out(&desk)[..] else { panic!("once: {:?}", desk.effects) };
    let rows: Vec<&str> = text.lines().collect();
    assert_eq!(rows[..2], ["農務課：展示を使える。", "第4回-決定1：続ける。"]);
    assert!(rows[2].starts_with("宿題 19：農務課 〜 日程"), "{text}");
}

#[test]
fn what_is_off_the_record_never_leaves_the_program() {
    let mut council = running();
    let private = NewLine { text: "内々の話".to_owned(), private: true, ..NewLine::default() };
    let edits =
        decide::record::insert(&council, &meeting(), &Spot::End(None), vec![private], &mut Mint::seeded(2));
    council.apply_all(&edits.expect("it fits")).expect("it fits");
    let mut desk = Desk::new(council, Lang::Ja, 80, 24);
    desk.line("公の話").press("Esc Home V End y");
    assert_eq!(handed_out(&desk), ["公の話"]);
    desk.press("p");
    let body = desk.council().body(&meeting()).expect("the meeting");
    assert_eq!(
        body.lines.iter().filter(|line| line.private).count(),
        2,
        "pasted, it is off the record still"
    );
    let at = body.lines.iter().position(|line| line.private).unwrap_or(0);
    desk.press("Home").press(&"Down ".repeat(at)).press("y Enter Alt-A Ctrl-C");
    assert_eq!(handed_out(&desk), ["公の話"], "nor as text, nor alone");
}

#[test]
fn text_is_chosen_copied_cut_and_pasted_in_a_line() {
    let mut desk = desk();
    desk.type_text("図書館の展示").press("Shift-Left Shift-Left Ctrl-C");
    assert_eq!(handed_out(&desk), ["展示"]);
    desk.press("End Ctrl-V Alt-V");
    assert_eq!(desk.model.capture.editor.text(), "図書館の展示展示展示");
    desk.press("Alt-A Alt-X");
    assert_eq!(desk.model.capture.editor.text(), "");
    desk.press("Ctrl-V Ctrl-Shift-Left").type_text("案");
    assert_eq!(desk.model.capture.editor.text(), "図書館の案");
    desk.press("Ctrl-C");
    assert!(desk.screen().contains("Shift-←→"), "{}", desk.screen());
}

#[test]
fn copied_lines_are_typed_into_a_field_and_copied_text_becomes_lines() {
    let mut desk = desk();
    numbered(&mut desk).press("V Up y i Ctrl-V Enter");
    assert_eq!(texts(&desk)[4..], ["三行目", "四行目"]);
    desk.type_text("決定：年二回にする。").press("Alt-A Alt-X Esc Home P");
    assert_eq!(lines(&desk)[0], (LineKind::Decision(1), String::new(), "年二回にする。".to_owned()));
}

#[test]
fn lines_are_joined_from_the_list() {
    let mut desk = desk();
    numbered(&mut desk).press("Home J");
    assert_eq!(texts(&desk), ["一行目二行目", "三行目", "四行目"]);
    desk.press("V Down Down J");
    assert_eq!(texts(&desk), ["一行目二行目三行目四行目"]);
    desk.press("J");
    assert!(desk.screen().contains("つなぐ行がありません"), "{}", desk.screen());
    desk.press("Ctrl-Z Ctrl-Z");
    assert_eq!(texts(&desk).len(), 4);
}

#[test]
fn a_text_too_long_for_a_terminal_is_pasted_here_only() {
    let mut desk = desk();
    let long = "長い行です。".repeat(1_600);
    desk.paste(&format!("{long}\n{long}\n{long}\n")).press("Esc Home V End y");
    assert_eq!(handed_out(&desk), [""; 0]);
    assert!(desk.screen().contains("長いので、貼り付け"), "{}", desk.screen());
    desk.press("p");
    assert_eq!(texts(&desk).len(), 6);
}
