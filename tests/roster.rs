//! The roster pane as a person uses it: attendance, members, organisations, and the check-in at the door.

mod support;

use norishiro::{
    app::{Pane, overlay::Overlay},
    domain::{
        Attendance, Class, MeetingState, Member, Mode, Office, Organisation, Term,
        decide::{meeting, roster},
    },
    words::Lang,
};
use support::Desk;

/// At the members of the sample council.
fn members() -> Desk {
    let mut desk = Desk::toyokawa(Lang::Ja, 100, 30);
    desk.press("Alt-2");
    desk
}

/// With the fourth meeting running since two o'clock.
fn running() -> Desk {
    let mut desk = members();
    start(&mut desk);
    desk
}

fn start(desk: &mut Desk) {
    let id = desk.model.meeting.clone().unwrap();
    let (council, now) = (desk.model.history.council(), desk.now);
    let decision = meeting::start(council, &id, now, &mut desk.model.mint);
    assert!(desk.model.commit(decision));
}

fn attendance(desk: &Desk, member: &str) -> Attendance {
    let meeting = desk.model.meeting().unwrap();
    desk.council().attendance(meeting, &member.into())
}

fn times(attendance: &Attendance) -> (String, String) {
    let shown =
        |time: Option<chrono::NaiveTime>| time.map_or(String::new(), |it| it.format("%H:%M").to_string());
    (shown(attendance.from), shown(attendance.to))
}

fn newest(desk: &Desk) -> &Member {
    desk.council().members.last().unwrap()
}

fn roll_order(desk: &Desk) -> Vec<String> {
    desk.council()
        .roll(desk.model.meeting().unwrap().date)
        .iter()
        .map(|it| it.member.id.to_string())
        .collect()
}

#[test]
fn one_key_marks_each_state_and_one_undo_takes_it_back() {
    let mut desk = members();
    for (key, mode) in [("p", Mode::Present), ("n", Mode::Online), ("c", Mode::Excused), ("b", Mode::Absent)]
    {
        desk.press(key);
        assert_eq!(attendance(&desk, "hknkacho").mode, mode, "{key}");
    }
    desk.press("Ctrl-Z");
    assert_eq!(attendance(&desk, "hknkacho").mode, Mode::Excused);
    assert!(desk.screen().contains("/ 欠連  保険年金課 課長"), "{}", desk.screen());
}

#[test]
fn the_picker_offers_every_state_and_starts_at_the_present_one() {
    let mut desk = members();
    desk.press("b F3 Down Enter");
    assert_eq!(attendance(&desk, "hknkacho").mode, Mode::Expected, "expected stands below absent");
    desk.press("F3").type_text("おんらいん").press("Enter");
    assert_eq!(attendance(&desk, "hknkacho").mode, Mode::Online);
}

#[test]
fn a_proxy_is_asked_for_with_the_organisation_to_begin_with() {
    let mut desk = members();
    desk.press("x");
    assert!(desk.screen().contains("保険年金課"), "{}", desk.screen());
    desk.type_text(" 課長補佐").press("Enter");
    let Mode::Proxy(who) = attendance(&desk, "hknkacho").mode else { panic!("a proxy") };
    assert_eq!((who.label.as_str(), who.party), ("保険年金課 課長補佐", None));
    desk.press("x Ctrl-U Enter");
    assert!(desk.screen().contains("だれが代わりに"), "an empty name is asked for again");
    desk.type_text("農務課").press("Enter");
    let Mode::Proxy(who) = attendance(&desk, "hknkacho").mode else { panic!("a proxy") };
    assert!(who.party.is_some(), "somebody of the roster is linked");
}

#[test]
fn arrivals_take_the_time_while_the_meeting_runs_and_can_be_mended() {
    let mut desk = running();
    desk.wait(300).press("p");
    assert_eq!(times(&attendance(&desk, "hknkacho")), ("14:05".into(), String::new()));
    desk.wait(600).press("l");
    assert_eq!(times(&attendance(&desk, "hknkacho")).1, "14:15");
    assert!(desk.screen().contains("< 退席"), "{}", desk.screen());
    assert!(desk.screen().contains("出席0/12"), "who left counts no more");
    desk.press("l");
    assert_eq!(times(&attendance(&desk, "hknkacho")).1, "", "came back");
    desk.press("t Ctrl-U").type_text("１４時１０分").press("Down").type_text("14:00").press("F2");
    assert!(desk.screen().contains("終わりが始まりより前です"), "{}", desk.screen());
    desk.press("Ctrl-U").type_text("午後3時").press("F2");
    assert_eq!(times(&attendance(&desk, "hknkacho")), ("14:10".into(), "15:00".into()));
}

#[test]
fn times_and_leaving_want_somebody_who_is_here() {
    let mut desk = members();
    desk.press("l");
    assert!(desk.screen().contains("まだ出席になっていません"));
    desk.press("t");
    assert!(desk.model.overlays.is_empty());
}

#[test]
fn observers_are_counted_up_and_down_to_none() {
    let mut desk = members();
    desk.press("+ +").type_text("＋").press("-");
    assert_eq!(desk.model.meeting().unwrap().observers, 2);
    assert!(desk.screen().contains("傍聴2人"));
    desk.press("- - -");
    assert_eq!(desk.model.meeting().unwrap().observers, 0);
    assert!(desk.screen().contains("傍聴はいません"));
}

#[test]
fn a_new_member_brings_a_new_organisation_and_a_seat_in_one_change() {
    let mut desk = members();
    let before = desk.disk.len();
    desk.press("a").line("").line("しょうこうかいぎしょ").line("商工会議所").line("事務局長").line("副座長");
    desk.line("令和8年4月1日").line("R10.3.31").line("商工").press("Enter").line("office@example.jp");
    let member = newest(&desk).clone();
    assert_eq!((member.post.as_str(), member.code.as_str()), ("事務局長", "商工"));
    assert_eq!(member.email, "office@example.jp");
    let day = |year, month, day| chrono::NaiveDate::from_ymd_opt(year, month, day);
    assert_eq!(member.term, Term { from: day(2026, 4, 1), to: day(2028, 3, 31) });
    assert!(!member.non_voting);
    assert_eq!(desk.council().organisation_of(&member).unwrap().name, "商工会議所");
    assert_eq!(desk.council().office_of(&member.id).unwrap().office, Office::ViceChair);
    assert_eq!(desk.disk.len(), before + 1, "one change");
    assert!(desk.screen().contains("団体「商工会議所」も加えました"), "{}", desk.screen());
    desk.press("p");
    assert_eq!(attendance(&desk, member.id.as_str()).mode, Mode::Present, "the cursor is on the new member");
    desk.press("Ctrl-Z Ctrl-Z");
    assert_eq!((desk.council().members.len(), desk.council().organisations.len()), (15, 7));
}

#[test]
fn taking_over_a_seat_is_said() {
    let mut desk = members();
    desk.press("a Down Down Down").line("次長").type_text("座長").press("F2");
    assert!(desk.screen().contains("座長は保険年金課 課長から引き継ぎました"), "{}", desk.screen());
    assert_eq!(roll_order(&desk)[0], newest(&desk).id.to_string());
}

#[test]
fn a_known_organisation_is_found_by_either_name() {
    for typed in ["豊川市保健センター", "ﾎｹﾝｾﾝﾀｰ", "保健センター"] {
        let mut desk = members();
        desk.press("a Down Down").line(typed).type_text("主任").press("F2");
        let found = desk.council().organisation_of(newest(&desk)).map(|it| it.id.to_string());
        let known = typed != "ﾎｹﾝｾﾝﾀｰ";
        assert_eq!(found.as_deref() == Some("hokencen"), known, "{typed}");
    }
}

#[test]
fn a_form_says_what_is_wrong_and_loses_nothing() {
    let mut desk = members();
    desk.press("Ins F2");
    assert!(desk.screen().contains("氏名か職のどちらかを"));
    desk.press("Down Down Down").type_text("課長").press("Down Down").type_text("2月30日").press("F2");
    assert!(desk.screen().contains("2月に30日はありません"), "{}", desk.screen());
    desk.press("Ctrl-U").type_text("2026-04-01").press("Down").type_text("2026-03-31").press("F2");
    assert!(desk.screen().contains("終わりが始まりより前です"));
    assert!(desk.screen().contains("課長"));
    desk.press("Ctrl-U F2");
    assert_eq!(newest(&desk).post, "課長");
}

#[test]
fn a_member_left_as_it_was_changes_nothing_in_either_language_or_date_style() {
    for lang in [Lang::Ja, Lang::En] {
        let mut desk = Desk::toyokawa(lang, 80, 24);
        desk.press("Alt-2");
        for _ in 0..15 {
            desk.press("F4 F2 Down");
        }
        assert!(desk.disk.is_empty(), "{:?}", desk.disk);
    }
}

#[test]
fn who_took_part_stays_and_the_refusal_says_what_to_do() {
    let mut desk = members();
    desk.press("d");
    assert_eq!(desk.council().members.len(), 15);
    assert!(desk.screen().contains("任期を終えれば名簿に残せます"), "{}", desk.screen());
    desk.press("a Down Down Down").type_text("主任").press("F2 Del");
    assert_eq!(desk.council().members.len(), 15);
    assert!(desk.screen().contains("主任を消しました。Ctrl-Z で元に戻せます"), "{}", desk.screen());
}

#[test]
fn whose_term_is_over_stands_under_a_heading_and_cannot_attend() {
    let mut desk = members();
    desk.press("Down Down e Down Down Down Down Down Down").type_text("令和8年10月31日").press("F2");
    let screen = desk.screen();
    assert!(screen.contains("任期終了"), "{screen}");
    assert!(screen.contains("出席0/11"), "{screen}");
    desk.press("p");
    assert!(desk.screen().contains("任期に入っていません"), "{}", desk.screen());
    assert_eq!(attendance(&desk, "hknhoken").mode, Mode::Expected);
}

#[test]
fn members_change_places_within_one_office() {
    let mut desk = members();
    desk.press("Alt-Down");
    assert!(desk.screen().contains("役の順です"));
    let before = roll_order(&desk);
    desk.press("Down Down Down Down Down Down Alt-Down");
    let after = roll_order(&desk);
    assert_eq!((&before[6], &before[7]), (&after[7], &after[6]));
    desk.press("p Alt-Up");
    assert_eq!(roll_order(&desk), before);
    assert_eq!(attendance(&desk, &before[6]).mode, Mode::Present, "the cursor went along");
}

#[test]
fn searching_finds_readings_and_organisations() {
    let mut desk = members();
    desk.press("/").type_text("ﾉｳﾑｶ").press("Enter p");
    assert_eq!(attendance(&desk, "noukacho").mode, Mode::Present);
    desk.press("/ Ctrl-U").type_text("愛知県").press("Enter p");
    assert_eq!(attendance(&desk, "kenhoken").mode, Mode::Present);
}

#[test]
fn contact_data_does_not_show_while_a_meeting_runs() {
    let mut desk = members();
    desk.press("e Up").type_text("kacho@example.jp").press("F2");
    assert!(desk.screen().contains("kacho@example.jp"), "{}", desk.screen());
    start(&mut desk);
    for keys in ["Down Up", "e", "Esc o e", "Esc"] {
        desk.press(keys);
        let screen = desk.screen();
        assert!(!screen.contains("kacho@example.jp") && !screen.contains("保健指導の係"), "{screen}");
    }
    desk.press("o");
    assert!(desk.screen().contains("会議中は表示しません"), "{}", desk.screen());
    desk.press("e Down").type_text("ん").press("F2 o e").press("Down").type_text("ん").press("F2");
    assert_eq!(
        desk.council().members[0].email,
        "kacho@example.jp",
        "a form without the field keeps the address"
    );
    assert!(desk.council().organisations.iter().all(|it| !it.contact.is_empty()));
}

#[test]
fn organisations_are_added_classed_and_put_in_order() {
    let mut desk = members();
    desk.press("o a").line("豊川商工会議所").line("商工会議所").line("").press("Left F2");
    let added = desk.council().organisations.last().unwrap();
    assert_eq!((added.called(), &added.class), ("商工会議所", &Class::Occupational));
    desk.press("e Down Down Down Down").type_text("民間").press("F2");
    let class = Class::Custom("民間".into());
    assert_eq!(desk.council().organisations.last().unwrap().class, class);
    assert!(desk.screen().contains("民間"));
    desk.press("Alt-Up");
    assert!(desk.screen().contains("区分ごとに並びます"));
    desk.press("Home Down Alt-Up");
    let first: &Organisation = &desk.council().organisations[0];
    assert_eq!(first.id.as_str(), "hokennen");
    desk.press("d");
    assert!(desk.screen().contains("委員が2人います"), "{}", desk.screen());
    desk.press("End d");
    assert_eq!(desk.council().organisations.len(), 7);
}

#[test]
fn an_organisation_without_a_name_is_refused() {
    let mut desk = members();
    desk.press("o a F2");
    assert!(desk.screen().contains("団体名を入れてください"));
    desk.press("Esc Esc");
    assert!(!desk.model.organisations, "Esc goes back to the members");
}

#[test]
fn the_check_in_opens_on_every_pane_and_from_the_capture_line() {
    let mut desk = running();
    for pane in ["Alt-1", "Alt-2", "Alt-3", "Alt-4", "Alt-5", "Alt-6"] {
        desk.press(pane).press("Ctrl-R");
        assert!(matches!(desk.model.overlays.last(), Some(Overlay::CheckIn(_))), "{pane}");
        desk.press("Ctrl-R");
        assert!(desk.model.overlays.is_empty());
    }
    assert_eq!(desk.model.pane, Pane::Record);
}

#[test]
fn a_number_and_a_kana_check_people_in_and_the_name_shows_large() {
    let mut desk = running();
    desk.press("Alt-2 F5").line("１");
    assert_eq!(attendance(&desk, "hknkacho").mode, Mode::Present);
    assert!(desk.screen().contains("保  険  年  金  課"), "{}", desk.screen());
    assert!(desk.screen().contains("出席1/12 定足数7 不成立"));
    desk.press("Enter Enter");
    assert_eq!(desk.disk.len(), 2, "the start and one arrival: Enter on nothing does nothing");
    desk.line("す");
    assert_eq!(attendance(&desk, "sposhusa").mode, Mode::Present);
    desk.line("農").line("農");
    assert_eq!(attendance(&desk, "noukacho").mode, Mode::Present);
    assert_eq!(attendance(&desk, "noushusa").mode, Mode::Present, "the one who is not in yet comes next");
    desk.line("税務課");
    assert!(desk.screen().contains("当てはまるものがありません"));
    assert_eq!(desk.disk.len(), 5);
}

#[test]
fn at_the_door_a_state_can_be_changed_and_taken_back() {
    let mut desk = running();
    desk.press("Ctrl-R F2");
    assert!(desk.screen().contains("先に名前を選んでください"));
    desk.line("1").press("F2");
    assert_eq!(attendance(&desk, "hknkacho").mode, Mode::Online, "with nothing typed, the last one");
    desk.type_text("2").press("F2");
    assert_eq!(attendance(&desk, "kaikacho").mode, Mode::Online, "else the one typed");
    desk.press("F4").type_text(" 主任").press("Enter");
    let Mode::Proxy(who) = attendance(&desk, "kaikacho").mode else { panic!("a proxy") };
    assert_eq!(who.label, "介護高齢課 主任");
    assert!(desk.screen().contains("代理：介護高齢課 主任"), "{}", desk.screen());
    desk.press("Ctrl-Z Ctrl-Z Ctrl-Z");
    assert_eq!(attendance(&desk, "kaikacho").mode, Mode::Expected);
    assert_eq!(attendance(&desk, "hknkacho").mode, Mode::Present);
    desk.press("Ctrl-Y F5");
    assert_eq!(attendance(&desk, "hknkacho").mode, Mode::Online);
    assert_eq!(desk.model.meeting().unwrap().observers, 1);
}

#[test]
fn the_arrows_and_the_wheel_choose_without_typing() {
    let mut desk = running();
    desk.press("Ctrl-R Down Enter");
    assert_eq!(attendance(&desk, "hknkacho").mode, Mode::Present, "the first step lands on the first row");
    desk.press("Down Down Down Up Enter");
    assert_eq!(attendance(&desk, "kaikacho").mode, Mode::Present);
    desk.press("PgDn PgDn PgDn PgDn PgDn PgDn Enter");
    assert_eq!(attendance(&desk, "censhusa").mode, Mode::Present);
}

#[test]
fn without_a_meeting_attendance_and_check_in_say_why() {
    let council = norishiro::domain::Council::new(norishiro::domain::Head::new("健康づくり協議会"));
    let mut desk = Desk::new(council, Lang::Ja, 80, 24);
    desk.press("Alt-2 Ctrl-R");
    assert!(desk.screen().contains("会議がまだありません"));
    desk.press("a Down Down Down").type_text("課長").press("F2 p");
    assert!(desk.screen().contains("会議がまだありません"));
    assert_eq!(desk.council().members.len(), 1);
}

/// Some of every state, somebody whose term is over, a named member with a long title.
fn busy(lang: Lang, width: u16, height: u16) -> Desk {
    let mut desk = Desk::toyokawa(lang, width, height);
    let mut council = desk.council().clone();
    let gone = Member {
        organisation: Some("noumusec".into()),
        post: "前課長".into(),
        term: Term { from: None, to: chrono::NaiveDate::from_ymd_opt(2026, 3, 31) },
        ..Member::new("gone".into(), "")
    };
    let edits = roster::save_member(&council, gone).unwrap();
    council.apply_all(&edits).unwrap();
    desk = Desk::new(council, lang, width, height);
    desk.press("Alt-2");
    start(&mut desk);
    desk.press("p Down n Down c Down b Down x Enter Down p l Home + +");
    assert_eq!(desk.model.meeting().unwrap().state, MeetingState::Running);
    desk
}

#[test]
fn the_pane_looks_right_at_every_size_in_both_languages() {
    for (lang, language) in [(Lang::Ja, "ja"), (Lang::En, "en")] {
        for (width, height) in [(60, 18), (80, 24), (100, 30), (160, 45)] {
            let name = |what: &str| format!("{what}_{width}x{height}_{language}");
            let mut desk = busy(lang, width, height);
            insta::assert_snapshot!(name("members"), desk.screen());
            desk.press("o");
            insta::assert_snapshot!(name("organisations"), desk.screen());
            desk.press("o Ctrl-R").line("5").type_text("ほ");
            insta::assert_snapshot!(name("check_in"), desk.screen());
        }
    }
}

#[test]
fn the_narrow_screen_opens_the_detail_and_the_forms_fit() {
    let mut desk = busy(Lang::Ja, 60, 18);
    desk.press("Enter");
    insta::assert_snapshot!("member_detail_60x18_ja", desk.screen());
    desk.press("Esc e");
    insta::assert_snapshot!("member_form_60x18_ja", desk.screen());
    desk.press("Esc F3");
    insta::assert_snapshot!("attendance_picker_60x18_ja", desk.screen());
    desk.press("Esc End");
    insta::assert_snapshot!("members_end_60x18_ja", desk.screen());
}

/// Terminals that draw ambiguous characters two columns wide keep the columns straight.
#[test]
fn wide_ambiguous_characters_keep_the_columns_straight() {
    let mut desk = busy(Lang::Ja, 80, 24);
    desk.model.look.ruler = norishiro::text::ruler::Ruler { wide: true };
    insta::assert_snapshot!("members_80x24_ja_wide", desk.screen());
    desk.press("F5").line("1");
    insta::assert_snapshot!("check_in_80x24_ja_wide", desk.screen());
}
