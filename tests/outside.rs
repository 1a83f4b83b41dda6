//! Files of the open council that another program changes: what fits is taken in, what does not is compared, and typing goes on.

mod support;

use norishiro::{
    app::{Msg, outside::Outside, overlay::Overlay},
    domain::{ChangeKind, Council, List, Member, Record, difference, id::MeetingId},
    words::Lang,
};
use support::{Desk, SIZES, fault};

fn desk(lang: Lang, (width, height): (u16, u16)) -> Desk {
    Desk::toyokawa(lang, width, height)
}

/// What another program did to `file`, from the council as the file said it.
fn arrives(file: &str, from: &Council, change: impl FnOnce(&mut Council)) -> Msg {
    let mut theirs = from.clone();
    change(&mut theirs);
    Msg::Outside(Outside {
        file: file.to_owned(),
        kept: format!("kept/{file}.20261120-140003"),
        edits: difference(from, &theirs),
    })
}

fn change<T: Record>(list: &mut List<T>, at: usize, change: impl FnOnce(&mut T)) {
    let mut records = list.to_vec();
    change(&mut records[at]);
    *list = records.into();
}

/// Where the first two of the roster stand in the file.
const CHAIR: usize = 0;
const VICE: usize = 2;

fn post(council: &Council, at: usize) -> &str {
    &council.members[at].post
}

/// A member moved on in the file and, otherwise, on the screen; another was only changed in the file; a third is gone there.
fn clashing(desk: &mut Desk) {
    let base = desk.council().clone();
    desk.press("Alt-2 e Down Down Down Ctrl-U")
        .type_text("課長補佐")
        .press("F2 Down e Down Down Down Ctrl-U");
    desk.type_text("室長").press("F2");
    assert_eq!((post(desk.council(), CHAIR), post(desk.council(), VICE)), ("課長補佐", "室長"));
    let arrived = arrives("members.ron", &base, |theirs| {
        change(&mut theirs.members, CHAIR, |member| {
            member.post = "部長".to_owned();
            member.email = "hoken@example.jp".to_owned();
        });
        change(&mut theirs.members, 3, |member| member.kana = "のうむか かちょう".to_owned());
        let others = theirs.members.iter().enumerate().filter(|(at, _)| *at != VICE);
        theirs.members = others.map(|(_, member)| member.clone()).collect::<Vec<Member>>().into();
    });
    desk.send(arrived);
}

#[test]
fn what_was_changed_elsewhere_is_taken_in_and_saved() {
    let mut desk = desk(Lang::Ja, (100, 30));
    let base = desk.council().clone();
    desk.press("Alt-2 Down Down");
    let chosen = desk.screen();
    desk.send(arrives("members.ron", &base, |theirs| {
        change(&mut theirs.members, 6, |member| member.post = "次長".to_owned());
        let mut members = theirs.members.to_vec();
        members.insert(0, Member { post: "新任".to_owned(), ..Member::new("new".into(), "") });
        theirs.members = members.into();
    }));
    assert!(desk.screen().contains("members.ron の変更（2件）を取り込みました。"), "{}", desk.screen());
    assert_eq!((post(desk.council(), 0), post(desk.council(), 7)), ("新任", "次長"));
    assert_eq!(desk.disk.last().map(|change| change.kind), Some(ChangeKind::Outside));
    let detail =
        |screen: &str| screen.lines().nth(4).map(|row| row.rsplit('│').next().unwrap_or("").to_owned());
    assert_eq!(detail(&desk.screen()), detail(&chosen), "the same member is chosen");
}

#[test]
fn both_versions_show_in_words_at_every_size() {
    for (lang, code) in [(Lang::Ja, "ja"), (Lang::En, "en")] {
        for size @ (width, height) in SIZES {
            let mut desk = desk(lang, size);
            clashing(&mut desk);
            insta::assert_snapshot!(format!("clash_{width}x{height}_{code}"), desk.screen());
            desk.press("Down Right");
            insta::assert_snapshot!(format!("clash_chosen_{width}x{height}_{code}"), desk.screen());
        }
    }
}

#[test]
fn each_record_becomes_what_was_chosen() {
    let mut desk = desk(Lang::Ja, (100, 30));
    clashing(&mut desk);
    assert_eq!(
        desk.council().members[3].kana,
        "のうむか かちょう",
        "what only the file changed is here already"
    );
    let before = desk.disk.len();
    desk.press("Down Right F2");
    assert_eq!((post(desk.council(), CHAIR), post(desk.council(), VICE)), ("部長", "室長"));
    assert_eq!(desk.council().members[CHAIR].email, "hoken@example.jp");
    assert_eq!(desk.disk[before..].iter().map(|it| it.kind).collect::<Vec<_>>(), [ChangeKind::Outside]);
    assert!(desk.screen().contains("画面の1件を残しました"), "{}", desk.screen());
    assert!(desk.model.overlays.is_empty());
}

#[test]
fn all_can_be_chosen_at_once_and_escape_keeps_the_screen() {
    let members = |keys: &str| {
        let mut desk = desk(Lang::Ja, (100, 30));
        clashing(&mut desk);
        desk.press(keys);
        assert!(desk.model.overlays.is_empty());
        [CHAIR, VICE].map(|at| desk.council().members[at].post.clone())
    };
    assert_eq!(members("F4 F2"), ["部長", "保健師"]);
    assert_eq!(members("F4 F3 F2"), ["課長補佐", "室長"]);
    assert_eq!(members("F4 Esc"), ["課長補佐", "室長"]);
}

#[test]
fn nothing_comes_up_under_typing_hands() {
    let mut desk = desk(Lang::Ja, (100, 30));
    let base = desk.council().clone();
    desk.press("F12").line("農務課：はじめます。").type_text("途中");
    let changed = |council: &mut Council, text: &str| {
        change(&mut council.points, 0, |point| point.note = text.to_owned());
    };
    desk.send(arrives("points.ron", &base, |theirs| changed(theirs, "ファイルで")));
    assert!(desk.screen().contains("points.ron の変更（1件）を取り込みました。"), "{}", desk.screen());
    desk.send(arrives("points.ron", &base, |theirs| changed(theirs, "もう一つ")));
    assert!(desk.model.overlays.is_empty(), "{}", desk.screen());
    assert!(desk.screen().contains("Ctrl-X で見比べます"), "{}", desk.screen());
    desk.type_text("の行").press("Enter");
    let lines = &desk.council().body(&"fy2026-4".into()).expect("it runs").lines;
    assert_eq!(lines.last().map(|line| line.text.as_str()), Some("途中の行"));
    assert!(desk.screen().contains("Ctrl-X 見比べる"), "it stays on the footer: {}", desk.screen());
    desk.press("Ctrl-X");
    assert!(matches!(desk.model.overlays.last(), Some(Overlay::Clashes(_))), "{}", desk.screen());
    assert!(desk.screen().contains("もう一つ"), "{}", desk.screen());
}

#[test]
fn a_record_that_was_never_looked_at_is_read_before_anything_is_taken_into_it() {
    let whole = desk(Lang::Ja, (100, 30)).council().clone();
    let mut desk = Desk::partly_read_slowly(whole.clone(), Lang::Ja, 100, 30);
    while !desk.asked.is_empty() {
        desk.read();
    }
    let old = MeetingId::from("fy2026-1");
    desk.send(arrives("meetings/fy2026-1.ron", &whole, |theirs| {
        let body = theirs.bodies.get_mut(&old).expect("a held meeting");
        change(&mut body.lines, 0, |line| line.text = "直した".to_owned());
    }));
    assert_eq!((desk.asked.len(), desk.disk.len()), (1, 0));
    desk.read();
    assert_eq!(desk.disk.last().map(|change| change.kind), Some(ChangeKind::Outside));
    let body = desk.council().body(&old).expect("it is read");
    assert_eq!(body.lines[0].text, "直した");
}

#[test]
fn undo_passes_over_what_came_from_outside() {
    let mut desk = desk(Lang::Ja, (100, 30));
    let base = desk.council().clone();
    desk.press("Alt-5 w");
    let active = desk.council().points[0].active;
    desk.send(arrives("members.ron", &base, |theirs| {
        change(&mut theirs.members, 6, |member| member.post = "次長".to_owned());
    }));
    desk.press("Ctrl-Z");
    assert_ne!(desk.council().points[0].active, active);
    assert_eq!(post(desk.council(), 6), "次長");
}

#[test]
fn a_mistake_in_a_changed_file_is_shown_with_its_place() {
    for (lang, code) in [(Lang::Ja, "ja"), (Lang::En, "en")] {
        let mut desk = desk(lang, (100, 30));
        desk.send(Msg::OutsideTrouble { file: "members.ron".to_owned(), trouble: fault(lang) });
        insta::assert_snapshot!(format!("trouble_{code}"), desk.screen());
        desk.press("Enter");
        assert!(desk.model.overlays.is_empty(), "{}", desk.screen());
    }
}

#[test]
fn no_size_of_the_window_breaks_the_comparison() {
    let mut desk = desk(Lang::Ja, (100, 30));
    clashing(&mut desk);
    for (width, height) in
        (0..100).step_by(3).flat_map(|width| [(width, 0), (width, 12), (width, 13), (width, 30)])
    {
        desk.resize(width, height).press("PgDn Down PgUp Up");
        let (buffer, _) = desk.buffer();
        assert_eq!((buffer.area.width, buffer.area.height), (width, height));
    }
    desk.resize(60, 12).press("PgDn");
    assert!(desk.screen().contains("kept/members.ron"), "the end is scrolled to: {}", desk.screen());
}
