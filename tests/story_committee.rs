//! A whole council from nothing: a study committee is typed into an empty home, holds its second meeting, and everything typed is
//! found again in the papers, in the answers of the commands, and in the files.
#![cfg(unix)]

#[path = "story/committee.rs"]
mod committee;
#[path = "support/pty.rs"]
mod pty;
#[path = "support/story.rs"]
mod story;

use committee::{
    ACTIONS, CONTINUED, Line, MEETINGS, MEMBERS, Meeting, NAME, ORGANISATIONS, RECORD, SHORT, SLUG,
};
use norishiro::{
    domain::{Class, Council, MeetingState, Mode, Office, Party},
    store::Home,
};
use pty::{LIMIT, Terminal};
use serde_json::json;
use std::{fs, path::Path, time::Instant};
use story::{Fill, fill, get_up, json, run, sit_down, wait_saved};
use tempfile::TempDir;

const SIZE: (u16, u16) = (100, 30);
/// After everything.
const LATER: &str = "2024-12-11T09:00";

#[test]
fn a_committee_from_an_empty_home_to_its_minutes() {
    let folder = TempDir::new().unwrap();
    let home = folder.path();
    set_up(home);
    first_item(home);
    second_item(home);
    third_item_and_close(home);
    the_files_hold_what_was_typed(home);
    the_commands_answer_what_was_typed(home);
    the_minutes_say_what_was_typed(home);
}

// at the terminal

/// In the summer before: the council, its roster, and the three meetings then planned.
fn set_up(home: &Path) {
    let terminal = sit_down(SIZE, home, "2024-07-01T10:00");
    terminal.wait_for("まだ会がありません");
    terminal.press("F2");
    terminal.wait_for("新しい会");
    fill(&terminal, &[Fill::Write(NAME), Fill::Turn(-1), Fill::Write(SLUG)]);
    terminal.wait_for("会議がまだありません");
    terminal.press("F11");
    terminal.wait_for("会の設定");
    fill(&terminal, &[Fill::Leave, Fill::Write(SHORT)]);
    roster(&terminal);
    terminal.press("1");
    for at in [0, 1, 3] {
        plan(&terminal, &MEETINGS[at]);
    }
    let said = get_up(terminal);
    assert!(said.contains("保存しました"), "{said}");
}

fn roster(terminal: &Terminal) {
    // Full-width digits and letters are what comes while the input method is on.
    terminal.enter("２");
    terminal.wait_for("委員がまだいません");
    terminal.enter("ｏ");
    terminal.wait_for("団体がまだありません");
    for it in &ORGANISATIONS {
        let class = Fill::Turn(i8::from(it.municipal));
        terminal.press("a");
        fill(terminal, &[Fill::Write(it.name), Fill::Write(it.short), Fill::Write(it.kana), class]);
    }
    let screen = wait_saved(terminal, ORGANISATIONS[5].name);
    let mut called = ORGANISATIONS.iter().map(|it| if it.short.is_empty() { it.name } else { it.short });
    assert!(called.all(|name| screen.contains(name)), "{screen}");
    terminal.press("o");
    for it in &MEMBERS {
        terminal.press("a");
        fill(
            terminal,
            &[
                Fill::Write(it.name),
                Fill::Write(it.kana),
                Fill::Complete(it.from),
                Fill::Write(it.post),
                Fill::Write(it.office),
            ],
        );
    }
    let screen = wait_saved(terminal, MEMBERS[5].name);
    let is_chair = |row: &&str| row.contains('◎') && row.contains("永田 祐") && row.contains("会長");
    assert_eq!(screen.lines().filter(is_chair).count(), 1, "{screen}");
    assert!(MEMBERS.iter().all(|it| screen.contains(it.name)), "{screen}");
}

/// Plans a meeting, takes the template's items off its agenda, and puts its own on.
fn plan(terminal: &Terminal, meeting: &Meeting) {
    terminal.wait_for("会議の一覧");
    terminal.press("a");
    terminal.wait_for("会議の予定");
    fill_in_meeting(terminal, meeting);
    terminal.wait_for("を予定し");
    terminal.press("Enter");
    terminal.wait_for("前回からの宿題の確認");
    terminal.press("d d");
    terminal.wait_for("議題がまだありません");
    add_items(terminal, meeting);
    terminal.press("o");
}

fn fill_in_meeting(terminal: &Terminal, meeting: &Meeting) {
    let [date, start, end] = meeting.typed.map(Fill::Write);
    fill(terminal, &[date, start, end, Fill::Write(meeting.place)]);
}

fn add_items(terminal: &Terminal, meeting: &Meeting) {
    for title in meeting.items {
        terminal.press("a");
        fill(terminal, &[Fill::Write(title)]);
        wait_saved(terminal, title.get(..12).unwrap_or(title));
    }
}

/// The evening of the second meeting: the door, the opening, the first item.
fn first_item(home: &Path) {
    let terminal = sit_down(SIZE, home, "2024-12-10T17:28");
    // The first was never held here; still the one of today is on the screen.
    terminal.wait_for("検討委員会 第2回");
    check_in(&terminal);
    terminal.press("F12");
    terminal.wait_for("第2回を始めました");
    write(&terminal, RECORD[0]);
    get_up(terminal);
}

/// By number, by the first kana, by part of the name; one comes in from outside, one does not come.
fn check_in(terminal: &Terminal) {
    terminal.press("Ctrl-R");
    for (typed, key, name) in [
        ("１", "Enter", "永田 祐"),
        ("たけ", "Enter", "竹端 寛"),
        ("ねぎし", "F2", "根岸 拓哉"),
        ("松崎", "Enter", "松崎 亮"),
        ("まつもと", "Enter", "松本 小牧"),
    ] {
        terminal.enter(typed);
        terminal.press(key);
        wait_saved(terminal, name);
    }
    terminal.press("F5 F5 Esc");
    terminal.wait_for("出席5/6 定足数4 成立");
    terminal.press("2");
    terminal.enter("/あきやま");
    terminal.press("Enter c");
    terminal.wait_for("欠席（連絡あり）");
}

fn write(terminal: &Terminal, lines: &[Line]) {
    for line in lines {
        if !line.completed.is_empty() {
            terminal.enter(line.completed);
            terminal.press("Tab");
        }
        terminal.enter(line.typed);
        terminal.press("Enter");
    }
    let last = lines.last().map_or("", |line| line.text);
    let begin: String = last.chars().take(8).collect();
    wait_saved(terminal, &begin);
}

/// Fifty minutes on, after the lid was shut: the second item, with a slip that is taken back.
fn second_item(home: &Path) {
    let terminal = sit_down(SIZE, home, "2024-12-10T18:20");
    to_the_record(&terminal);
    terminal.press("F2");
    terminal.wait_for("► 2 ガイドブック構成案");
    write(&terminal, &RECORD[1][..2]);
    terminal.enter("決定：構成案は本日で確定とする。");
    terminal.press("Enter");
    wait_saved(&terminal, "第2回-決定1");
    terminal.press("Ctrl-Z");
    terminal.wait_for("取り消しました");
    write(&terminal, &RECORD[1][2..]);
    get_up(terminal);
}

fn to_the_record(terminal: &Terminal) {
    terminal.wait_for(SHORT);
    terminal.press("Alt-6");
    terminal.wait_for("Enter 記録");
}

/// The last item, the read-back with the date of the meeting called in a hurry, the close.
fn third_item_and_close(home: &Path) {
    let terminal = sit_down(SIZE, home, "2024-12-10T19:15");
    to_the_record(&terminal);
    terminal.press("F2");
    terminal.wait_for("► 3 事例集の構成案");
    write(&terminal, RECORD[2]);
    terminal.enter(CONTINUED[0]);
    terminal.press("Enter");
    wait_saved(&terminal, CONTINUED[1]);
    terminal.press("F12");
    let read_back = terminal.wait_for("読み上げ");
    for wanted in ["第2回-決定1", "第2回-決定2", "宿題 1", "宿題 2", "宿題 3", "担当未定"] {
        assert!(read_back.contains(wanted), "{wanted}:\n{read_back}");
    }
    terminal.press("a");
    terminal.wait_for("会議の予定");
    fill_in_meeting(&terminal, &MEETINGS[2]);
    terminal.wait_for("令和7年2月5日");
    close(&terminal);
    let said = get_up(terminal);
    assert!(said.contains("保存しました"), "{said}");
}

/// F12 counts only once there was time to read back. Until then it is refused, and pressed again.
fn close(terminal: &Terminal) {
    const TOO_SOON: &str = "もう一度 F12";
    let end = Instant::now() + LIMIT;
    loop {
        terminal.press("F12");
        let screen = terminal.wait_until("an answer to F12", |screen| {
            screen.contains(TOO_SOON) || !screen.contains("読み上げ確認")
        });
        if !screen.contains(TOO_SOON) {
            break;
        }
        assert!(Instant::now() < end, "{screen}");
        terminal.press("Down");
        terminal.wait_gone(TOO_SOON);
    }
    wait_saved(terminal, "開催済");
}

// afterwards

fn the_files_hold_what_was_typed(home: &Path) {
    let mut workspace = Home::at(home).open(SLUG).unwrap();
    workspace.read_all().unwrap();
    let council = workspace.council();
    assert_eq!((council.head.name.as_str(), council.head.short.as_str()), (NAME, SHORT));
    people_are_as_typed(council);
    meetings_are_as_typed(council);
    let text = |file: &str| fs::read_to_string(workspace.dir().join(file)).unwrap();
    let members = text("members.ron");
    assert!(MEMBERS.iter().all(|it| members.contains(it.name) && members.contains(it.post)), "{members}");
    let organisations = text("organisations.ron");
    assert!(ORGANISATIONS.iter().all(|it| organisations.contains(it.name)), "{organisations}");
    let meeting = text("meetings/fy2024-2.ron");
    let kept = RECORD.iter().flat_map(|lines| lines.iter()).map(|line| line.text).chain([CONTINUED[1]]);
    for text in kept.chain(MEETINGS[1].items.iter().copied()).chain([MEETINGS[1].place]) {
        assert!(meeting.contains(text), "{text} in\n{meeting}");
    }
    assert!(!meeting.contains("本日で確定とする"), "what was taken back is not kept");
    let actions = text("actions.ron");
    assert!(ACTIONS.iter().all(|it| actions.contains(it.text)), "{actions}");
}

fn people_are_as_typed(council: &Council) {
    let organisations: Vec<_> = council
        .organisations
        .iter()
        .map(|it| (it.name.as_str(), it.short.as_str(), it.kana.as_str(), it.class == Class::Community))
        .collect();
    assert_eq!(organisations, ORGANISATIONS.map(|it| (it.name, it.short, it.kana, it.municipal)));
    assert_eq!(council.members.len(), MEMBERS.len());
    for (member, (typed, from)) in council.members.iter().zip(MEMBERS.iter().zip(&ORGANISATIONS)) {
        let sender = council.organisation_of(member).map(|it| it.name.as_str());
        assert_eq!(
            (member.name.as_str(), member.kana.as_str(), member.post.as_str(), sender),
            (typed.name, typed.kana, typed.post, Some(from.name))
        );
    }
    let chair = council.roles.iter().find(|role| role.office == Office::Chair).unwrap();
    let nagata = council.members.iter().find(|it| it.name == "永田 祐").unwrap();
    assert_eq!(
        (chair.title.as_str(), chair.holder.clone()),
        ("会長", Some(Party::Member(nagata.id.clone())))
    );
    assert_eq!(council.roles.iter().filter(|role| role.office == Office::Chair).count(), 1);
}

fn meetings_are_as_typed(council: &Council) {
    let kept = council.meetings_by_date();
    assert_eq!(kept.len(), MEETINGS.len());
    for ((meeting, typed), ordinal) in kept.iter().zip(&MEETINGS).zip(1..) {
        let hours = [meeting.date.to_string(), meeting.start.to_string(), meeting.end.to_string()];
        assert_eq!(hours, [typed.date, typed.start, typed.end]);
        assert_eq!((meeting.fiscal_year, meeting.ordinal), (2024, ordinal));
        assert_eq!(meeting.place, typed.place);
        let held = if ordinal == 2 { MeetingState::Held } else { MeetingState::Planned };
        assert_eq!(meeting.state, held);
        // The meeting called at the read-back was given no agenda of its own.
        if ordinal != 3 {
            let items = council.body(&meeting.id).unwrap().items.iter();
            assert_eq!(items.map(|it| it.title.as_str()).collect::<Vec<_>>(), typed.items);
        }
    }
    let second = kept[1];
    assert_eq!(second.observers, 2);
    let modes: Vec<Mode> = council.members.iter().map(|it| council.attendance(second, &it.id).mode).collect();
    let [p, o, x] = [Mode::Present, Mode::Online, Mode::Excused];
    assert_eq!(modes, [x, p.clone(), p.clone(), o, p.clone(), p]);
}

fn the_commands_answer_what_was_typed(home: &Path) {
    let mut kept: Vec<_> = MEETINGS[1]
        .items
        .iter()
        .zip(RECORD)
        .flat_map(|(item, lines)| lines.iter().map(move |line| (item, line)))
        .map(|(item, line)| json!([item, line.kind, line.speaker, line.text]))
        .collect();
    let last = kept.last_mut().unwrap();
    last[3] = format!("{}\n{}", last[3].as_str().unwrap(), CONTINUED[1]).into();
    let record = json(home, LATER, &["record", SLUG, "--meeting", "fy2024-2"]);
    let rows = record.as_array().unwrap().iter();
    let rows: Vec<_> =
        rows.map(|row| json!([row["item"], row["kind"], row["speaker"], row["text"]])).collect();
    assert_eq!(rows, kept);

    let actions = json(home, LATER, &["actions", SLUG]);
    let rows = actions.as_array().unwrap().iter();
    let rows: Vec<_> = rows
        .map(|row| {
            json!([row["number"], row["text"], row["owners"], row["due"], row["state"], row["meeting"]])
        })
        .collect();
    let typed = ACTIONS.map(|it| json!([it.number, it.text, it.owners, it.due, "open", "fy2024-2"]));
    assert_eq!(rows, typed);

    assert_eq!(json(home, LATER, &["check", SLUG]), json!([]));
}

fn the_minutes_say_what_was_typed(home: &Path) {
    for format in ["md", "txt"] {
        let minutes = run(home, LATER, &["minutes", SLUG, "--meeting", "fy2024-2", "--format", format]);
        let head = [NAME, "令和6年度 第2回", "令和6年12月10日（火）", "17:30", MEETINGS[1].place];
        let said = MEETINGS[1].items.iter().zip(RECORD).flat_map(|(item, lines)| {
            let lines = lines.iter().flat_map(|line| line.speaker.into_iter().chain([line.text]));
            std::iter::once(*item).chain(lines)
        });
        let record =
            minutes.find("会長").and_then(|_| minutes.find(RECORD[0][0].text)).expect("the first words");
        in_order(&minutes, &head);
        in_order(&minutes[..record], &["永田 祐", "秋山 太"]);
        let heading = minutes[..record].rfind(MEETINGS[1].items[0]).expect("the first item");
        in_order(&minutes[heading..], &said.chain([CONTINUED[1]]).collect::<Vec<_>>());
        for wanted in MEMBERS.iter().map(|it| it.name).chain(ACTIONS.iter().map(|it| it.text)) {
            assert!(minutes.contains(wanted), "{wanted} in\n{minutes}");
        }
    }
}

/// Each stands in the text, after the one before.
fn in_order(text: &str, wanted: &[&str]) {
    let mut from = 0;
    for part in wanted {
        let at = text[from..].find(part);
        from += at.unwrap_or_else(|| panic!("{part:?} after {:?} in\n{text}", &text[..from])) + part.len();
    }
}
