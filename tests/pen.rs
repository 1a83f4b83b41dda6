//! One writes, the others watch: what a watcher sees and may do, how the pen changes hands, and what is said of files with mistakes.

mod support;

use norishiro::{
    app::{
        Effect, Model, Msg, Pane,
        access::{Access, Holder, Life},
        command::heard,
        msg::{Opened, Trouble},
        overlay::Overlay,
        save::Draft,
        scope,
        update::update,
    },
    domain::Council,
    words::Lang,
};
use support::{Desk, SIZES, at, fault};

fn theirs(life: Life) -> Access {
    Access::Theirs(Holder {
        by: "記録係".to_owned(),
        host: "kaigi-pc".to_owned(),
        since: Some(at("2026-11-20T13:40:12")),
        life,
    })
}

fn toyokawa() -> Council {
    Desk::toyokawa(Lang::Ja, 80, 24).council().clone()
}

fn opened(council: Council, access: Access) -> Opened {
    Opened { access, ..support::opened(council, 0) }
}

/// One who writes and one who watches, at the same council.
struct Room {
    writer: Desk,
    watcher: Desk,
    /// How much of what was written the watcher has seen.
    seen: usize,
}

impl Room {
    fn new(lang: Lang, width: u16, height: u16) -> Self {
        let writer = Desk::new(toyokawa(), lang, width, height);
        let watcher = Desk::opening(opened(toyokawa(), theirs(Life::Running)), lang, width, height);
        Self { writer, watcher, seen: 0 }
    }

    /// With the planned meeting running and three lines in its record.
    fn running(lang: Lang, width: u16, height: u16) -> Self {
        let mut room = Self::new(lang, width, height);
        room.writer.press("F12");
        for line in [
            "農務課：図書館展示と合わせれば負担は増えない。",
            "決定：評価表は各課が年2回更新する。",
            "#6 様式を配った。",
        ] {
            room.writer.line(line);
        }
        room.pass();
        room
    }

    /// Lets what was written reach the watcher.
    fn pass(&mut self) -> &mut Self {
        let news = self.writer.disk[self.seen..].to_vec();
        self.seen = self.writer.disk.len();
        self.watcher.now = self.writer.now;
        self.watcher.follow(news);
        assert_eq!(self.watcher.council(), self.writer.council());
        assert_eq!(self.watcher.model.unsaved(), 0);
        self
    }
}

/// The row of the record with the cursor on it, as text.
fn chosen_line(desk: &Desk) -> String {
    let id = norishiro::app::view::record::chosen(&desk.model).expect("a line is chosen");
    let body = desk.council().body(desk.model.meeting.as_ref().unwrap()).unwrap();
    body.lines.get(&id).unwrap().text.clone()
}

/// What the record of the meeting on the screen says.
fn lines(desk: &Desk) -> Vec<String> {
    let body = desk.council().body(desk.model.meeting.as_ref().unwrap()).unwrap();
    body.lines.iter().map(|line| line.text.clone()).collect()
}

/// The model on each pane, the keys in its list.
fn panes(desk: &Desk) -> Vec<Model> {
    let on = |pane| {
        let mut model = desk.model.clone();
        model.show(pane);
        model.capture.focused = false;
        model
    };
    Pane::ALL.map(on).to_vec()
}

#[test]
fn a_watcher_changes_nothing_and_is_told_who_writes() {
    let room = Room::running(Lang::Ja, 100, 30);
    for shown in panes(&room.watcher) {
        for row in heard(&scope::live(&shown)).filter(|row| row.writes) {
            for key in row.keys {
                let mut model = shown.clone();
                let effects = update(&mut model, Msg::Key(*key), room.watcher.now);
                let said = model.toast.as_ref().map(|toast| toast.text.as_str()).unwrap_or_default();
                // An inner command may have the key; whatever it does, it changes nothing.
                let another =
                    norishiro::app::command::resolve(&shown, *key).is_some_and(|it| it.id != row.id);
                assert!(another || said.contains("書き手は記録係（kaigi-pc）です"), "{}: {said}", row.id);
                assert_eq!(model.history.seq(), shown.history.seq(), "{}", row.id);
                assert!(model.overlays.is_empty() || another, "{}", row.id);
                assert!(!effects.iter().any(|it| matches!(it, Effect::Persist(_))), "{}", row.id);
            }
        }
    }
}

#[test]
fn what_is_open_to_a_watcher_changes_nothing_for_a_writer_either() {
    // Typing taken back is nothing of the council's, and where there is none these two give way to commands that are not open.
    let own = ["field.undo", "field.redo"];
    let room = Room::running(Lang::Ja, 100, 30);
    for shown in panes(&room.writer).into_iter().chain(panes(&Desk::toyokawa(Lang::En, 60, 18))) {
        for row in heard(&scope::live(&shown)).filter(|row| !row.writes && !own.contains(&row.id)) {
            let mut model = shown.clone();
            if row.is_ready(&model) {
                (row.act)(&mut model);
            }
            let form = model.overlays.iter().any(|it| matches!(it, Overlay::Form(_) | Overlay::CheckIn(_)));
            // A copy goes elsewhere, and asks only where.
            assert!(!form || row.id == "council.copy", "{} opens a form", row.id);
            assert_eq!(model.history.seq(), shown.history.seq(), "{}", row.id);
        }
    }
}

#[test]
fn a_watcher_sees_each_line_and_the_newest_stays_in_sight() {
    let mut room = Room::running(Lang::Ja, 100, 30);
    assert_eq!(room.watcher.model.pane, Pane::Record, "the meeting began under the watcher's eyes");
    for n in 1..40 {
        room.writer.line(&format!("{n}番目の発言です。"));
        room.pass();
    }
    assert!(room.watcher.screen().contains("39番目の発言です。"), "{}", room.watcher.screen());
    assert_eq!(chosen_line(&room.watcher), "39番目の発言です。");
}

#[test]
fn who_reads_further_up_is_left_there() {
    let mut room = Room::running(Lang::Ja, 100, 30);
    for n in 1..40 {
        room.writer.line(&format!("{n}番目の発言です。"));
    }
    room.pass().watcher.press("Up Up Up");
    let (before, screen) = (chosen_line(&room.watcher), room.watcher.screen());
    room.writer.line("もう一言。");
    room.pass();
    assert_eq!(chosen_line(&room.watcher), before);
    let lines = |screen: &str| screen.lines().skip(4).take(18).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(lines(&room.watcher.screen()), lines(&screen), "nothing moved under the eyes");
    room.watcher.press("End");
    assert_eq!(chosen_line(&room.watcher), "もう一言。");
}

#[test]
fn a_row_keeps_the_choice_when_another_comes_above_it() {
    let mut room = Room::new(Lang::Ja, 100, 30);
    room.watcher.press("3 Down Down");
    let name = |desk: &Desk| {
        let row = desk.model.list().cursor.at;
        norishiro::app::update::list::rows(&desk.model).row(row).plain_text()
    };
    let before = name(&room.watcher);
    room.writer.press("3 a").type_text("会計").press("F2 Alt-Up Alt-Up Alt-Up Alt-Up Alt-Up Alt-Up Alt-Up");
    room.pass();
    assert_eq!(name(&room.watcher), before, "{}", room.watcher.screen());
}

#[test]
fn the_screen_goes_along_to_the_meeting_that_starts_unless_its_user_went_elsewhere() {
    let mut along = Room::new(Lang::Ja, 100, 30);
    along.writer.press("F12");
    along.pass();
    assert!(along.watcher.model.is_running() && along.watcher.model.pane == Pane::Record);

    let mut board = Room::new(Lang::Ja, 100, 30);
    board.watcher.press("5");
    board.writer.press("F12");
    board.pass();
    assert!(board.watcher.model.is_running() && board.watcher.model.pane == Pane::Board);

    let mut elsewhere = Room::new(Lang::Ja, 100, 30);
    elsewhere.watcher.press("o End Enter");
    let meeting = elsewhere.watcher.model.meeting.clone();
    elsewhere.writer.press("F12");
    elsewhere.pass();
    assert_eq!(elsewhere.watcher.model.meeting, meeting, "{}", elsewhere.watcher.screen());
    assert!(!elsewhere.watcher.model.is_running());
}

#[test]
fn the_watched_agenda_goes_on_with_its_items() {
    let mut room = Room::running(Lang::Ja, 100, 30);
    room.watcher.press("1");
    room.writer.wait(5).press("F2");
    room.pass();
    let row = room.watcher.model.list().cursor.at;
    let rows = norishiro::app::update::list::rows(&room.watcher.model);
    assert!(rows.row(row).plain_text().contains('►'), "{}", room.watcher.screen());
}

#[test]
fn a_watcher_also_looks_by_the_clock_a_writer_only_when_something_stirs() {
    let mut room = Room::running(Lang::Ja, 100, 30);
    room.watcher.looks = 0;
    room.watcher.send(Msg::Stirred);
    room.watcher.wait(1);
    assert_eq!(room.watcher.looks, 2);
    room.writer.wait(1);
    assert_eq!(room.writer.looks, 0);
    room.writer.send(Msg::Stirred);
    assert_eq!(room.writer.looks, 1);
    let mut calm = Room::new(Lang::Ja, 100, 30);
    assert!(calm.watcher.model.tick() <= Some(2), "a writer that is killed is missed soon");
    assert_eq!(calm.writer.model.tick(), Some(60));
    calm.watcher.press("Ctrl-O");
    assert_eq!(calm.watcher.model.tick(), None);
}

#[test]
fn what_does_not_fit_is_read_anew_and_the_place_is_kept() {
    let mut room = Room::running(Lang::Ja, 100, 30);
    room.watcher.press("4 Down Down v");
    let before = room.watcher.screen();
    let mut stray = room.writer.disk.last().unwrap().clone();
    stray.seq += 7;
    room.watcher.send(Msg::Followed(vec![stray]));
    assert!(matches!(room.watcher.effects[..], [Effect::Reread]));
    let mut anew = opened(room.writer.council().clone(), theirs(Life::Running));
    anew.seq = room.writer.model.history.seq();
    room.watcher.send(Msg::Opened(anew));
    assert_eq!(room.watcher.screen(), before);
}

#[test]
fn when_the_writer_has_gone_the_pen_is_one_key_away() {
    let mut room = Room::running(Lang::Ja, 100, 30);
    room.watcher.press("Ctrl-G");
    assert!(room.watcher.effects.is_empty(), "not while the writer is there");
    assert!(room.watcher.screen().contains("先にそちらを終了"), "{}", room.watcher.screen());
    let nameless = Holder { by: String::new(), host: String::new(), since: None, life: Life::Running };
    room.watcher.send(Msg::Pen(Access::Theirs(nameless)));
    room.watcher.send(Msg::Pen(Access::Free));
    assert!(
        room.watcher.screen().contains("書き手の記録係（kaigi-pc）が終了しました"),
        "{}",
        room.watcher.screen()
    );
    room.watcher.press("Ctrl-G");
    assert!(matches!(room.watcher.effects[..], [Effect::TakePen { force: false }]));
    // With the line that the writer was typing.
    let (seq, meeting) = (room.writer.model.history.seq(), room.writer.model.meeting.clone().unwrap());
    let draft = Draft { meeting, cell: None, text: "続きはこちらで".to_owned(), seq };
    room.watcher.open(room.writer.council().clone(), seq, Some(draft));
    assert!(room.watcher.model.may_write() && room.watcher.model.capture.focused);
    room.watcher.line("書きます。");
    assert_eq!(room.watcher.disk.last().map(|change| change.seq), Some(seq + 1));
    assert_eq!(chosen_line(&room.watcher), "続きはこちらで書きます。");
}

#[test]
fn where_the_writer_may_still_be_there_nothing_is_taken_without_a_deliberate_answer() {
    let mut desk = Desk::opening(opened(toyokawa(), theirs(Life::Unknown)), Lang::Ja, 100, 30);
    desk.press("Ctrl-G Enter");
    assert!(desk.effects.is_empty() && desk.screen().contains("kaigi-pc"), "{}", desk.screen());
    desk.press("Esc");
    assert!(desk.effects.is_empty() && desk.model.overlays.is_empty());
    desk.press("Ctrl-G F2");
    assert!(matches!(desk.effects[..], [Effect::TakePen { force: true }]));
    assert!(desk.model.overlays.is_empty());
    // The writer was there after all.
    desk.send(Msg::Pen(theirs(Life::Running)));
    assert!(!desk.model.may_write() && desk.screen().contains("書き手は記録係（kaigi-pc）です"));
}

#[test]
fn who_loses_the_pen_keeps_what_was_not_saved_and_is_told() {
    let mut desk = Desk::toyokawa(Lang::Ja, 100, 30);
    desk.press("F12").line("ここまでは保存済み。");
    desk.broken_disk = true;
    desk.line("これは保存されない。").type_text("書きかけ");
    desk.send(Msg::Pen(theirs(Life::Running)));
    let screen = desk.screen();
    assert!(
        screen.contains("書き手が記録係（kaigi-pc）に替わりました") && screen.contains("1件"),
        "{screen}"
    );
    assert!(screen.contains("未保存") && screen.contains("これは保存されない。"), "{screen}");
    let saved = desk.disk.len();
    desk.broken_disk = false;
    desk.wait(10).type_text("x");
    assert_eq!(desk.disk.len(), saved, "nothing is sent while the pen is another's");
    assert_eq!(desk.model.capture.editor.text(), "書きかけ");
    // The other writes a line. Here everything stays as it is, until the pen comes back.
    let mut other = Desk::new(desk.on_disk().clone(), Lang::Ja, 100, 30);
    (other.disk, other.now) = (desk.disk.clone(), desk.now);
    other.open(desk.on_disk().clone(), saved as u64, None);
    other.line("ほかの画面からの一行。");
    desk.send(Msg::Followed(other.disk[saved..].to_vec()));
    assert!(desk.screen().contains("これは保存されない。"), "{}", desk.screen());
    desk.disk = other.disk.clone();
    desk.open(other.council().clone(), other.model.history.seq(), None);
    assert_eq!(desk.disk.len(), saved + 2, "what waited is saved at once");
    assert_eq!(desk.model.save.made, 3);
    desk.press("Enter");
    let texts = ["ここまでは保存済み。", "これは保存されない。", "ほかの画面からの一行。", "書きかけ"];
    assert_eq!(lines(&desk), texts);
}

#[test]
fn what_no_longer_fits_when_the_pen_comes_back_is_named() {
    let mut desk = Desk::toyokawa(Lang::Ja, 100, 30);
    desk.press("F12").line("はじめの言い方。");
    let (council, seq) = (desk.council().clone(), desk.model.history.seq());
    desk.broken_disk = true;
    desk.press("Esc Enter Ctrl-U").line("わたしの言い方。");
    desk.send(Msg::Pen(theirs(Life::Running)));
    let mut other = Desk::new(council.clone(), Lang::Ja, 100, 30);
    (other.disk, other.now) = (desk.disk.clone(), desk.now);
    other.open(council, seq, None);
    other.press("Esc Enter Ctrl-U").line("あなたの言い方。");
    desk.broken_disk = false;
    desk.disk = other.disk.clone();
    desk.open(other.council().clone(), other.model.history.seq(), None);
    let screen = desk.screen();
    assert!(screen.contains("加えられなかった変更") && screen.contains("わたしの言い方。"), "{screen}");
    assert_eq!(lines(&desk), ["あなたの言い方。"]);
}

#[test]
fn a_file_with_a_mistake_is_shown_and_the_rest_can_be_looked_at() {
    for (lang, name) in [(Lang::Ja, "ja"), (Lang::En, "en")] {
        for (width, height) in SIZES {
            let access = Access::Damaged(vec![fault(lang)]);
            let mut desk = Desk::opening(opened(toyokawa(), access), lang, width, height);
            insta::assert_snapshot!(format!("damaged_{name}_{width}x{height}"), desk.screen());
            desk.press("Enter");
            assert!(desk.model.overlays.is_empty());
            desk.press("a");
            assert!(
                desk.model.overlays.is_empty() && desk.screen().contains("members.ron"),
                "{}",
                desk.screen()
            );
            desk.press("Ctrl-G");
            assert!(desk.effects.is_empty());
            // Once it is mended, and read again.
            desk.send(Msg::Opened(opened(toyokawa(), Access::Ours)));
            assert!(desk.model.may_write());
        }
    }
}

#[test]
fn a_newer_council_can_be_looked_at() {
    let newer = Access::Newer { format: 3 };
    let mut desk = Desk::opening(opened(toyokawa(), newer), Lang::Ja, 100, 30);
    desk.press("a");
    assert!(desk.model.overlays.is_empty() && desk.screen().contains("形式3"), "{}", desk.screen());
    assert!(desk.screen().contains("閲覧のみ・新しい形式"), "{}", desk.screen());
    assert!(!desk.screen().contains("読めません"), "it is read: {}", desk.screen());
    desk.press("Ctrl-G");
    assert!(desk.screen().contains("新しい版の norishiro で開いてください"), "{}", desk.screen());
}

#[test]
fn what_came_up_while_opening_is_told_once() {
    let mut opened = opened(toyokawa(), Access::Ours);
    opened.notices = vec![
        Trouble::new("最後の記録1件は書きかけだったので、使いませんでした。", ""),
        Trouble::new("前の書き手は、終了の操作をせずに終わっていました。", "続きから書けます。"),
    ];
    let mut desk = Desk::opening(opened, Lang::Ja, 60, 18);
    let screen = desk.screen();
    assert!(screen.contains("書きかけ") && screen.contains("続きから書けます"), "{screen}");
    desk.press("F2");
    assert!(desk.screen().contains("Enter で閉じます"), "there is nothing to answer: {}", desk.screen());
    desk.press("Enter F12").line("はじめます。");
    assert_eq!(chosen_line(&desk), "はじめます。");
}

#[test]
fn the_watched_screens_are_right_at_every_size() {
    for (lang, name) in [(Lang::Ja, "ja"), (Lang::En, "en")] {
        for (width, height) in SIZES {
            let mut room = Room::running(lang, width, height);
            insta::assert_snapshot!(format!("watching_{name}_{width}x{height}"), room.watcher.screen());
            room.watcher.send(Msg::Pen(Access::Free));
            room.watcher.press("Down");
            insta::assert_snapshot!(format!("free_{name}_{width}x{height}"), room.watcher.screen());
            room.watcher.send(Msg::Pen(theirs(Life::Unknown)));
            room.watcher.press("Ctrl-G");
            insta::assert_snapshot!(format!("asking_{name}_{width}x{height}"), room.watcher.screen());
        }
    }
}
