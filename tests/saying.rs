//! What Enter does with a line: commands, questions, and the keys that bring lines, names and speakers back.

mod support;

use norishiro::{
    app::{access::Access, overlay::Overlay},
    domain::{Due, Item, ItemState, LineKind, MeetingState, Mint, Mode, decide},
    words::Lang,
};
use support::{Desk, at, meeting, running};

fn desk() -> Desk {
    Desk::new(running(), Lang::Ja, 100, 30)
}

fn lines(desk: &Desk) -> Vec<(LineKind, String)> {
    let body = desk.council().body(&meeting()).expect("the meeting is there");
    body.lines.iter().map(|line| (line.kind, line.text.clone())).collect()
}

fn texts(desk: &Desk) -> Vec<String> {
    lines(desk).into_iter().map(|(_, text)| text).collect()
}

fn speaker(desk: &Desk) -> Option<String> {
    let body = desk.council().body(&meeting())?;
    Some(body.lines.last()?.speaker.as_ref()?.label.clone())
}

fn typed(desk: &Desk) -> &str {
    desk.model.capture.editor.text()
}

fn toast(desk: &Desk) -> &str {
    desk.model.toast.as_ref().map_or("", |toast| toast.text.as_str())
}

fn items(desk: &Desk) -> &[Item] {
    &desk.council().body(&meeting()).expect("the meeting is there").items
}

fn current(desk: &Desk) -> &str {
    items(desk).iter().find(|it| it.state == ItemState::Current).map_or("", |it| it.title.as_str())
}

fn queue(desk: &Desk) -> Vec<String> {
    let body = desk.council().body(&meeting()).expect("the meeting is there");
    body.queue.iter().map(|it| format!("{} {}", it.who.label, it.note).trim().to_owned()).collect()
}

fn mode(desk: &Desk, member: &str) -> (Mode, bool) {
    let council = desk.council();
    let head = council.meetings.get(&meeting()).expect("the meeting is there");
    let attendance = council.attendance(head, &member.into());
    (attendance.mode, attendance.to.is_some())
}

#[test]
fn a_name_that_several_bear_is_asked_about_once() {
    let mut desk = desk();
    desk.line("課長：賛成です。");
    assert!(matches!(desk.model.overlays.last(), Some(Overlay::Asking(_))), "{}", desk.screen());
    assert!(desk.screen().contains("「課長」はどなたですか"), "{}", desk.screen());
    desk.press("Esc");
    assert_eq!((typed(&desk), texts(&desk).len()), ("課長：賛成です。", 0), "nothing is lost");
    desk.press("Enter 2");
    assert_eq!(lines(&desk), [(LineKind::Speech, "賛成です。".to_owned())]);
    let asked = speaker(&desk).expect("somebody");
    desk.line("課長：もう一つ。");
    assert_eq!((speaker(&desk), texts(&desk).len()), (Some(asked), 2), "it is remembered");
    desk.press("Ctrl-Z Ctrl-Z");
    assert_eq!(texts(&desk).len(), 0);
    assert!(toast(&desk).contains("賛成です"), "the change is called by its line: {}", toast(&desk));
    desk.line("課長：それでは。");
    assert!(matches!(desk.model.overlays.last(), Some(Overlay::Asking(_))), "the answer went with its line");
}

#[test]
fn a_doubt_can_be_left_open() {
    let mut desk = desk();
    desk.line("課長：賛成です。");
    let Some(Overlay::Asking(asking)) = desk.model.overlays.last() else { panic!("{}", desk.screen()) };
    let last = asking.rows();
    for _ in 1..last {
        desk.press("Down");
    }
    desk.press("Enter");
    assert_eq!(lines(&desk), [(LineKind::Note, "課長：賛成です。".to_owned())]);
}

#[test]
fn a_due_that_has_been_or_never_comes_is_asked_about() {
    let mut desk = desk();
    desk.line("宿題：農務課 〜 日程 期限2026/10/1");
    assert!(desk.screen().contains("過ぎた日です"), "{}", desk.screen());
    desk.press("1");
    let due = |desk: &Desk| desk.council().actions.last().map(|it| (it.text.clone(), it.due));
    let next = chrono::NaiveDate::from_ymd_opt(2027, 10, 1).expect("a day");
    assert_eq!(due(&desk), Some(("日程".into(), Due::On(next))));
    desk.line("宿題：農務課 〜 様式 期限2/30");
    assert!(desk.screen().contains("暦にありません"), "{}", desk.screen());
    desk.press("2");
    assert_eq!(due(&desk), Some(("様式".into(), Due::Open)));
}

#[test]
fn the_arrows_bring_back_what_was_typed() {
    let mut desk = desk();
    desk.line("一行目").line("決定：二行目").type_text("書きかけ");
    desk.press("Up");
    assert_eq!(typed(&desk), "決定：二行目");
    desk.press("Up Up Up");
    assert_eq!(typed(&desk), "一行目", "the oldest stays");
    desk.press("Down Down Down");
    assert_eq!(typed(&desk), "書きかけ");
    desk.press("Up").type_text("（案）").press("Up Up Down Down Down");
    assert_eq!(typed(&desk), "決定：二行目（案）", "what was made of it is kept as well");
    let mut later = desk.reopened();
    later.press("Up Up");
    assert_eq!(typed(&later), "一行目", "also those of the record: {}", later.screen());
}

#[test]
fn the_last_speaker_or_mark_is_put_in_front_again() {
    let mut desk = desk();
    desk.press("Alt-.");
    assert!(toast(&desk).contains("印もありません"), "{}", desk.screen());
    desk.line("農務課：一つ目。").press("Alt-.");
    assert_eq!(typed(&desk), "農務課：");
    desk.press("Ctrl-U").type_text("二つ目。").press("Ins").press("Ins").press("Enter");
    assert_eq!(lines(&desk)[1], (LineKind::Speech, "二つ目。".into()));
    desk.line("決定：年2回。").type_text("公表する。").press("Alt-. Enter");
    assert_eq!(lines(&desk)[3], (LineKind::Decision(2), "公表する。".into()));
}

#[test]
fn tab_goes_through_the_names_and_shows_them() {
    let mut desk = desk();
    desk.type_text("ほ");
    assert!(desk.screen().contains("Tab で"), "{}", desk.screen());
    desk.press("Tab");
    let first = typed(&desk).to_owned();
    desk.press("Tab");
    let second = typed(&desk).to_owned();
    assert!(first != second && first.ends_with('：') && second.ends_with('：'), "{first} {second}");
    assert!(desk.screen().contains('['), "{}", desk.screen());
    desk.press("Shift-Tab");
    assert_eq!(typed(&desk), first);
    desk.press("Shift-Tab Tab");
    assert_eq!(typed(&desk), first, "around the end and back");
    desk.press("Ctrl-Z Ctrl-Z Ctrl-Z Ctrl-Z Ctrl-Z");
    assert_eq!(typed(&desk), "ほ");
}

#[test]
fn f3_puts_a_speaker_in_front() {
    let mut desk = desk();
    desk.type_text("始めます。").press("F3");
    assert!(matches!(desk.model.overlays.last(), Some(Overlay::Picker(_))), "{}", desk.screen());
    desk.type_text("のうむか").press("Enter");
    assert!(typed(&desk).ends_with("：始めます。"), "{}", typed(&desk));
    let one = typed(&desk).to_owned();
    desk.press("F3").type_text("ほけんせんたー").press("Enter");
    assert!(typed(&desk).ends_with("：始めます。") && typed(&desk) != one, "{}", typed(&desk));
    assert_eq!(typed(&desk).matches('：').count(), 1, "the other name goes");
    desk.press("Enter");
    assert_eq!(lines(&desk), [(LineKind::Speech, "始めます。".into())]);
}

#[test]
fn the_agenda_goes_on_by_what_is_typed() {
    let mut desk = desk();
    let (first, second) = (items(&desk)[0].title.clone(), items(&desk)[1].title.clone());
    assert_eq!(current(&desk), first);
    desk.type_text("次へ");
    assert!(desk.screen().contains(&format!("→ 議題「{second}」へ")), "{}", desk.screen());
    desk.press("Enter");
    assert_eq!((current(&desk), typed(&desk)), (second.as_str(), ""));
    desk.line("議題1");
    assert_eq!(current(&desk), first);
    desk.line("議題：様式の配布").line("配った。");
    assert_eq!(current(&desk), "様式の配布");
    assert_eq!(texts(&desk), ["配った。"]);
    desk.line("議題99");
    assert_eq!(texts(&desk), ["配った。", "議題99"], "what cannot be done stays as a note");
    assert!(toast(&desk).contains("その番号の議題はありません"), "{}", toast(&desk));
    desk.press("Ctrl-Z Ctrl-Z Ctrl-Z");
    assert_eq!(current(&desk), first, "one step each");
}

#[test]
fn attendance_is_typed() {
    let mut desk = desk();
    desk.line("出席＋ censhoch、noukacho");
    desk.line("出席＋ 所長、農長");
    assert_eq!(
        (mode(&desk, "censhoch"), mode(&desk, "noukacho")),
        ((Mode::Present, false), (Mode::Present, false))
    );
    assert!(toast(&desk).starts_with("出席 "), "{}", toast(&desk));
    desk.line("退席 農長").line("欠席＋ 農査");
    assert_eq!((mode(&desk, "noukacho").1, mode(&desk, "noushusa").0), (true, Mode::Excused));
    desk.line("代理 係長（農査）");
    assert!(matches!(mode(&desk, "noushusa").0, Mode::Proxy(who) if who.label == "係長"));
    let kept = texts(&desk).len();
    desk.line("出席＋ 農務課");
    assert!(toast(&desk).contains("何人かいます"), "{}", toast(&desk));
    assert_eq!(texts(&desk)[kept..], ["出席＋ 農務課"]);
}

#[test]
fn whoever_waits_is_shown_and_given_the_floor() {
    let mut desk = desk();
    desk.line("挙手＋ 農長 to 予算").line("挙手＋ 所長");
    assert_eq!(queue(&desk).len(), 2);
    assert!(queue(&desk)[0].ends_with("予算"), "{:?}", queue(&desk));
    assert!(desk.screen().contains("挙手 2人"), "{}", desk.screen());
    desk.line("挙手？");
    assert!(toast(&desk).contains(" > "), "{}", toast(&desk));
    desk.press("Alt-q");
    assert!(typed(&desk).ends_with('：') && queue(&desk).len() == 1, "{}", typed(&desk));
    desk.type_text("予算が足りない。").press("Enter");
    assert_eq!(lines(&desk), [(LineKind::Speech, "予算が足りない。".into())]);
    desk.press("F3 Enter");
    assert!(
        queue(&desk).is_empty() && typed(&desk).ends_with('：'),
        "the first in the list is the one that waits"
    );
    desk.press("Ctrl-U").line("挙手＋ 所長").line("指名 所長");
    assert!(queue(&desk).is_empty() && typed(&desk).ends_with('：'), "{}", typed(&desk));
    desk.press("Ctrl-U").line("挙手＋ 所長").line("取下げ 所長");
    assert!(queue(&desk).is_empty());
}

#[test]
fn speakers_are_offered_as_those_present_before_the_others() {
    let mut desk = desk();
    desk.line("出席＋ 農長").press("F3");
    let Some(Overlay::Picker(picker)) = desk.model.overlays.last() else { panic!("{}", desk.screen()) };
    assert_eq!(picker.choices[0].key, "member/noukacho");
    let labels: Vec<&str> = picker.choices.iter().map(|it| it.label.as_str()).collect();
    assert!(labels.contains(&"座長") && labels.contains(&"農務課"), "{labels:?}");
    desk.type_text("座長").press("Enter");
    assert_eq!(typed(&desk), "座長：");
}

#[test]
fn the_preview_says_what_cannot_be_done() {
    let mut desk = desk();
    for (typed, said) in [
        ("……続き", "続ける行がありません"),
        ("議題99", "その番号の議題はありません"),
        ("出席＋ 農務課", "何人かいます"),
        ("s/なし/あり/", "直す言葉のある行がありません"),
        ("［オフ］決定：x", "決定や宿題、公開の行の続きにできません"),
    ] {
        desk.press("Ctrl-U").type_text(typed);
        assert!(
            desk.screen().contains("→ メモ") && desk.screen().contains(said),
            "{typed}: {}",
            desk.screen()
        );
    }
    for (typed, said) in [
        ("出席＋ 農長", "→ 出席 農務課 課長"),
        ("議題：新しい話", "→ 新しい議題「新しい話」へ"),
        ("挙手＋ 農長 to 予算", "→ 挙手 農務課 課長"),
        ("資料：資料1", "の資料に 資料1"),
        ("［オフ］内々", "→ オフレコ   メモ"),
    ] {
        desk.press("Ctrl-U").type_text(typed);
        assert!(desk.screen().contains(said), "{typed}: {}", desk.screen());
    }
}

#[test]
fn papers_and_corrections_are_typed() {
    let mut desk = desk();
    desk.line("資料：資料1-1 医療費の推移").line("予算は3万円").line("s/3万/5万/");
    assert_eq!(items(&desk)[0].materials.last().map(String::as_str), Some("資料1-1 医療費の推移"));
    assert_eq!(texts(&desk), ["予算は5万円"]);
    desk.line("s/なし/あり/");
    assert_eq!(texts(&desk), ["予算は5万円", "s/なし/あり/"]);
}

#[test]
fn what_is_off_the_record_shows_as_dots() {
    let mut desk = desk();
    desk.type_text("［オフ］人事の話");
    assert!(desk.screen().contains("オフレコ"), "{}", desk.screen());
    desk.press("Enter");
    let body = desk.council().body(&meeting()).expect("the meeting is there");
    assert!(body.lines[0].private && body.lines[0].text == "人事の話", "{:?}", body.lines[0]);
    assert!(desk.screen().contains("［オフ］ ……") && !desk.screen().contains("人事"), "{}", desk.screen());
    desk.press("Up");
    assert_eq!(typed(&desk), "", "nor does the arrow bring it back");
    desk.press("Esc v");
    assert!(desk.screen().contains("人事の話"), "{}", desk.screen());
    desk.model.access = Access::Free;
    assert!(!desk.screen().contains("人事"), "whoever only watches sees none of it: {}", desk.screen());
    desk.model.access = Access::Ours;
    desk.press("v");
    assert!(!desk.screen().contains("人事"), "{}", desk.screen());
    desk.press("i").line("［オフ］決定：内定した");
    assert!(desk.council().decisions().all(|(_, line)| !line.text.contains("内定")));
    assert!(!desk.screen().contains("内定"), "{}", desk.screen());
}

#[test]
fn pasted_lines_are_done_in_order_and_what_is_doubtful_is_counted() {
    let mut desk = desk();
    desk.paste("議題：新しい話\n課長：賛成です。\n挙手＋ 農長\n議題99\n決定：そうする\n");
    assert_eq!(current(&desk), "新しい話");
    assert_eq!(texts(&desk), ["課長：賛成です。", "議題99", "そうする"]);
    assert_eq!(queue(&desk).len(), 1);
    assert!(toast(&desk).contains("5行") && toast(&desk).contains("2行"), "{}", toast(&desk));
    desk.press("Ctrl-Z");
    assert!(texts(&desk).is_empty() && queue(&desk).is_empty() && current(&desk) != "新しい話");
}

#[test]
fn in_a_meeting_that_is_over_the_lines_go_where_it_is_said() {
    let mut council = running();
    let edits =
        decide::meeting::close(&council, at("2026-11-20T15:00:00"), &mut Mint::seeded(2)).expect("it closes");
    council.apply_all(&edits).expect("the edits fit");
    assert_eq!(council.meetings.get(&meeting()).map(|it| it.state), Some(MeetingState::Held));
    let mut desk = Desk::new(council, Lang::Ja, 100, 30);
    desk.model.meeting = Some(meeting());
    desk.press("Alt-6 i").line("議題2").line("前の続き").line("議題：その後").line("後の話");
    let body = desk.council().body(&meeting()).expect("the meeting is there");
    let under: Vec<_> = body
        .lines
        .iter()
        .map(|it| it.item.as_ref().and_then(|id| body.items.get(id)).map_or("", |it| it.title.as_str()))
        .collect();
    assert_eq!(under, [body.items[1].title.as_str(), "その後"]);
}

#[test]
fn the_questions_and_the_queue_are_right_at_every_size() {
    for (lang, name) in [(Lang::Ja, "ja"), (Lang::En, "en")] {
        for (width, height) in [(60, 18), (80, 24), (100, 30), (160, 45)] {
            let mut desk = Desk::new(running(), lang, width, height);
            desk.line("挙手＋ 農長 to 予算").line("挙手＋ 所長");
            insta::assert_snapshot!(format!("queue_{name}_{width}x{height}"), desk.screen());
            desk.line("課長：賛成です。");
            insta::assert_snapshot!(format!("asking_{name}_{width}x{height}"), desk.screen());
        }
    }
}
