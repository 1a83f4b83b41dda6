//! What others did, on the screen: the list of a point and each case read whole, in both languages at every size.

mod support;

use norishiro::{app::model::BoardView, domain::Point, knowledge::cases::cases, words::Lang};
use std::collections::BTreeSet;
use support::{Desk, SIZES};

/// An opened case from its beginning to its end, without the spaces at which a narrow screen parts it.
fn read_through(desk: &mut Desk) -> String {
    let (title, rows) = (3, usize::from(desk.model.frame().body.height) - 2);
    let mut seen = String::new();
    let mut at = None;
    while at != Some(desk.model.list().detail_offset) {
        at = Some(desk.model.list().detail_offset);
        // The last row of each screen is the first of the next.
        seen.extend(desk.screen().lines().skip(title).take(rows));
        desk.press("PgDn");
    }
    seen.split_whitespace().collect()
}

#[test]
fn list_and_case_are_straight_at_every_size_in_both_languages() {
    for (lang, name) in [(Lang::Ja, "ja"), (Lang::En, "en")] {
        for (width, height) in SIZES {
            let mut desk = Desk::at_point(Point::Tools, lang, (width, height));
            desk.press("c");
            insta::assert_snapshot!(format!("list_{name}_{width}x{height}"), desk.screen());
            desk.press("Enter");
            insta::assert_snapshot!(format!("case_{name}_{width}x{height}"), desk.screen());
        }
    }
}

#[test]
fn who_else_managed_this_is_two_keys_away() {
    let mut desk = Desk::at_point(Point::Feedback, Lang::Ja, (60, 18));
    let seen = desk.press("c").screen();
    assert!(seen.contains("ほかの町では：8 評価") && seen.contains("このポイントがよく分かる町"), "{seen}");
    let read = desk.press("Enter").screen();
    let (place, _) = cases().iter().map(|case| (case.place.ja, case)).next().expect("a case");
    assert!(read.contains("市（") || read.contains(place), "{read}");
}

#[test]
fn every_case_is_in_the_list_of_every_point_and_those_that_tell_of_it_come_first() {
    for point in Point::ALL {
        let mut desk = Desk::at_point(point, Lang::Ja, (80, 24));
        desk.press("c");
        let rows = norishiro::app::view::cases::rows(&desk.model);
        let keys: Vec<&str> = rows.records().iter().flatten().copied().collect();
        assert_eq!(keys.iter().collect::<BTreeSet<_>>().len(), 21, "{point}");
        let card = norishiro::knowledge::points::card(point);
        assert_eq!(keys[..card.shown_by.len()], card.shown_by, "{point}");
        let tells = |key: &&str| cases().iter().any(|case| case.key == *key && case.at(point).is_some());
        assert!(keys.is_sorted_by_key(|key| !tells(key)), "{point}: {keys:?}");
    }
}

#[test]
fn every_case_can_be_read_to_its_end_at_the_smallest_size() {
    for lang in [Lang::Ja, Lang::En] {
        let mut desk = Desk::at_point(Point::Tools, lang, (60, 18));
        desk.press("c Enter");
        for _ in cases() {
            let case = norishiro::app::view::cases::chosen(&desk.model).expect("a case");
            let seen = read_through(&mut desk);
            let words = [&case.facts[..], &case.learn, &case.tools, &case.features, &case.outlook].concat();
            let deeds = case.done.iter().flat_map(|deed| std::iter::once(&deed.line).chain(&deed.more));
            for said in words.iter().chain(deeds).map(|it| it.pick(lang)).chain([case.source]) {
                let said: String = said.split_whitespace().collect();
                assert!(seen.contains(&said), "{}: {said}", case.key);
            }
            for figure in &case.figures {
                let told: String = figure.told(desk.model.words).split_whitespace().collect();
                assert!(seen.contains(&told), "{}: {told}", case.key);
            }
            desk.press("Right");
        }
    }
}

#[test]
fn escape_comes_back_to_where_one_was() {
    let mut desk = Desk::at_point(Point::Tools, Lang::Ja, (60, 18));
    desk.press("Enter PgDn Tab");
    let before = desk.screen();
    desk.press("c Down Down Enter PgDn");
    let chosen = norishiro::app::view::cases::chosen(&desk.model).map(|case| case.key);
    desk.press("Esc");
    assert!(desk.screen().contains("このポイントがよく分かる町"), "{}", desk.screen());
    assert_eq!(norishiro::app::view::cases::chosen(&desk.model).map(|case| case.key), chosen);
    desk.press("Esc");
    assert_eq!(desk.model.board_view, BoardView::Points);
    assert_eq!(desk.screen(), before);
    desk.press("Alt-c Alt-c");
    assert_eq!(desk.screen(), before);
}

#[test]
fn a_search_finds_a_town_in_either_language() {
    let mut desk = Desk::at_point(Point::Tools, Lang::Ja, (80, 24));
    desk.press("c /").type_text("yuzawa").press("Enter");
    let seen = desk.screen();
    assert!(seen.contains("湯沢町") && !seen.contains("豊川市："), "{seen}");
    desk.press("Enter");
    assert!(desk.screen().contains("湯沢町（新潟県）"), "{}", desk.screen());
}

#[test]
fn the_headings_of_an_opened_text_follow_each_other_under_tab() {
    for size in SIZES {
        let mut desk = Desk::at_point(Point::Tools, Lang::Ja, size);
        desk.press("c Enter");
        let mut seen = Vec::new();
        for _ in 0..12 {
            seen.push(desk.model.list().detail_offset);
            desk.press("Tab");
        }
        let turn = seen.iter().skip(1).position(|row| *row == 0).expect("after the last comes the first") + 1;
        assert!(turn > 3 && seen[..turn].is_sorted(), "{size:?}: {seen:?}");
        desk.model.list_mut().detail_offset = 0;
        desk.press("Shift-Tab");
        assert_eq!(desk.model.list().detail_offset, seen[turn - 1]);
    }
}
