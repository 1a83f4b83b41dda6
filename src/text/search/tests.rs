//! What a query means, what it finds, and that no letter of it goes lost.

use super::{
    tokens::{self, tokens},
    *,
};
use crate::domain::{
    Action, ActionState, Body, Council, Due, Evidence, Head, History, Item, Line, LineKind, Meeting, Member,
    Organisation, Party, Point, Who,
    action::{ActionNote, Origin},
};
use crate::text::fold::fold;
use chrono::{NaiveDate, NaiveTime};
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    day("2026-11-20")
}

const DICTIONARY: [(&str, &[&str]); 3] =
    [("けんしん", &["健診", "検診"]), ("あんない", &["案内"]), ("とくてい", &["特定"])];

fn meeting(year: i32, ordinal: u32, date: &str) -> Meeting {
    Meeting {
        id: format!("fy{year}-{ordinal}").into(),
        fiscal_year: year,
        ordinal,
        date: day(date),
        start: NaiveTime::from_hms_opt(14, 0, 0).unwrap(),
        end: NaiveTime::from_hms_opt(15, 30, 0).unwrap(),
        place: "市役所 第1会議室".to_owned(),
        state: Default::default(),
        opened: None,
        closed: None,
        roles: Vec::new(),
        observers: 0,
        called: Vec::new(),
        openness: Default::default(),
        minutes: Default::default(),
    }
}

fn spoken(id: &str, text: &str, who: &Who) -> Line {
    Line { speaker: Some(who.clone()), ..Line::new(id.into(), LineKind::Speech, text) }
}

/// Two meetings, a year apart; an organisation with a member; an action of each state.
fn council() -> Council {
    let mut council = Council::new(Head::new("協議会"));
    let farming =
        Organisation { kana: "のうむか".to_owned(), ..Organisation::new("nomu".into(), "農務課") };
    let officer = Member {
        post: "課長補佐".to_owned(),
        kana: "やまだ たろう".to_owned(),
        organisation: Some("nomu".into()),
        email: "secret@example.org".to_owned(),
        ..Member::new("m1".into(), "山田 太郎")
    };
    let farmers = Who::new("農務課", Some(Party::Organisation("nomu".into())));
    let by_member = Who::new("課長補佐", Some(Party::Member("m1".into())));
    let old = Body {
        items: vec![Item {
            note: "ｼﾘｮｳは後日".to_owned(), ..Item::new("i1".into(), "特定健診の案内", 10)
        }]
        .into(),
        lines: vec![
            spoken("l1", "Shelf space in January", &farmers),
            Line { private: true, ..Line::new("l2".into(), LineKind::Note, "内密のケンシン") },
            Line::new("l3".into(), LineKind::Decision(2), "か\u{3099}ん検診を続ける"),
        ]
        .into(),
        ..Body::default()
    };
    let new = Body {
        lines: vec![
            Line { points: vec![Point::Tools], ..spoken("l4", "健康診断の様式", &by_member) },
            Line::new("l5".into(), LineKind::Action(1), "原稿を書く"),
        ]
        .into(),
        ..Body::default()
    };
    let origin =
        |line: Option<&str>| Origin { meeting: "fy2026-1".into(), item: None, line: line.map(Into::into) };
    let note = ActionNote { on: day("2026-12-01"), text: "電話で確かめた".to_owned() };
    council.organisations = vec![farming].into();
    council.members = vec![officer].into();
    council.meetings = vec![meeting(2025, 3, "2025-11-20"), meeting(2026, 1, "2026-06-01")].into();
    council.bodies = [("fy2025-3".into(), old), ("fy2026-1".into(), new)].into();
    council.actions = vec![
        Action {
            owners: vec![farmers],
            due: Due::On(day("2026-12-19")),
            origin: Some(origin(Some("l5"))),
            notes: vec![note],
            ..Action::new("a1".into(), 1, "原稿を書く")
        },
        Action {
            due: Due::On(day("2026-12-20")),
            state: ActionState::Done,
            ended: Some(day("2026-07-01")),
            ..Action::new("a2".into(), 2, "会場を予約")
        },
    ]
    .into();
    let mut tools = council.point(Point::Tools).clone();
    tools.evidence =
        vec![Evidence { on: day("2026-10-01"), text: "様式を一枚に減らした".to_owned() }];
    let points: Vec<_> = council
        .points
        .iter()
        .map(|it| if it.point == Point::Tools { tools.clone() } else { it.clone() })
        .collect();
    council.points = points.into();
    council
}

fn read(typed: &str) -> Query {
    let council = council();
    Query::read(typed, &council, today(), &Readings::of(&council, DICTIONARY))
}

fn ids(typed: &str, off_record: bool) -> Vec<String> {
    let history = History::new(council(), 0);
    let index = Index::of(&history, DICTIONARY);
    let query = Query::read(typed, history.council(), today(), index.readings());
    assert_eq!(query.doubts, [], "{typed}");
    index.find(&query, history.council(), off_record).iter().map(|entry| id(&entry.place)).collect()
}

fn id(place: &Place) -> String {
    match place {
        Place::Meeting(id) => id.to_string(),
        Place::Item(_, id) => id.to_string(),
        Place::Line(_, id) => id.to_string(),
        Place::Action(id) => id.to_string(),
        Place::ActionNote(id, nth) => format!("{id}.{nth}"),
        Place::Member(id) => id.to_string(),
        Place::Organisation(id) => id.to_string(),
        Place::Point(point) => point.to_string(),
        Place::Evidence(point, nth) => format!("{point}.{nth}"),
    }
}

fn found(typed: &str) -> Vec<String> {
    ids(typed, true)
}

#[test]
fn letters_are_found_however_they_are_written() {
    for (typed, expected) in [
        ("がん", "l3"),
        ("ガン", "l3"),
        ("ｶﾞﾝ", "l3"),
        ("か\u{3099}ん", "l3"),
        ("カ゛ン", "l3"),
        ("しりょう", "i1"),
        ("シリョウ", "i1"),
        ("ＳＨＥＬＦ", "l1"),
        ("shelf SPACE", "l1"),
        ("spaceinjanuary", "l1"),
        ("健康　様式", "l4"),
        ("決定3-2", "l3"),
        ("第３回－決定2", "l3"),
        ("Decision　３－２", "l3"),
        ("宿題２", "a2"),
    ] {
        assert_eq!(found(typed), [expected], "{typed}");
    }
}

#[test]
fn a_reading_finds_its_words_and_nothing_else() {
    assert_eq!(found("けんしん"), ["l3", "l2", "i1"]);
    assert_eq!(found("ケンシン"), found("ｹﾝｼﾝ"));
    assert_eq!(found("とくていけんしんの"), ["i1"]);
    assert_eq!(found("特定けんしん あんない"), ["i1"]);
    assert_eq!(found("\"けんしん\""), ["l2"]);
    assert_eq!(found("ようしき"), Vec::<String>::new());
    assert_eq!(found("のうむか shelf"), ["l1"]);
    assert_eq!(found("たろう"), ["m1"]);
}

#[test]
fn quoted_words_stand_together_and_others_anywhere() {
    assert_eq!(found("january shelf"), ["l1"]);
    assert_eq!(found("\"january shelf\""), Vec::<String>::new());
    assert_eq!(found("“shelf space”"), ["l1"]);
    assert_eq!(found("\"is:open"), Vec::<String>::new());
}

#[test]
fn filters_narrow_in_both_languages() {
    for (typed, expected) in [
        ("is:decision", vec!["l3"]),
        ("種別：決定", vec!["l3"]),
        ("is:open", vec!["a1"]),
        ("状態:未完 is:action 電話", vec!["a1.0"]),
        ("状態：完了", vec!["a2"]),
        ("is:speech is:decision", vec!["l4", "l3", "l1"]),
        ("@農務課", vec!["a1", "l4", "l1"]),
        ("担当:のうむか 原稿", vec!["a1"]),
        ("＠\"課長補佐\"", vec!["l4"]),
        ("@課長", vec!["l4"]),
        ("#6", vec!["tools.0", "l4"]),
        ("＃ツール 健康", vec!["l4"]),
        ("ポイント:6 is:point", vec!["tools.0"]),
        ("due:<12/20", vec!["a1"]),
        ("期限：＜12/20 原稿", vec!["a1"]),
        ("due:12/20", vec!["a2"]),
        ("due:>=2026-12-19 予約", vec!["a2"]),
        ("due:>12/20", vec![]),
        ("in:第3回 is:note", vec!["l2"]),
        ("会議:2025-3 is:speech", vec!["l1"]),
        ("in:令和7年度 is:item", vec!["i1"]),
        ("in:R8年度 is:meeting", vec!["fy2026-1"]),
        ("in:FY2026 in:第1回 is:meeting", vec!["fy2026-1"]),
        ("in:令和8年度第3回", vec![]),
        ("in:2025-11-20 is:decision", vec!["l3"]),
    ] {
        assert_eq!(found(typed), expected, "{typed}");
    }
}

#[test]
fn what_is_no_filter_is_told() {
    let unknown = |filter, typed: &str, value: &str| Doubt::UnknownValue {
        filter,
        typed: typed.to_owned(),
        value: value.to_owned(),
    };
    for (typed, doubt) in [
        ("種目:決定", Doubt::UnknownFilter("種目".to_owned())),
        ("is:opened", unknown(Filter::Is, "is:", "opened")),
        ("is：", unknown(Filter::Is, "is：", "")),
        ("@", unknown(Filter::Who, "@", "")),
        ("@だれか", Doubt::UnknownName("だれか".to_owned())),
        ("#11", Doubt::UnknownPoint("11".to_owned())),
        ("in:第三回", Doubt::UnknownMeeting("第三回".to_owned())),
    ] {
        assert_eq!(read(typed).doubts, [doubt], "{typed}");
    }
    assert!(matches!(&read("due:<13/40").doubts[..], [Doubt::UnreadableDue { .. }]));
    assert_eq!(read("種目:決定").words, [Word(vec!["種目:決定".to_owned()])]);
    for plain in ["14:05", "https://example.org/", "a@b", "C#6", ":", "：）"] {
        assert_eq!(read(plain).doubts, [], "{plain}");
        assert_eq!(read(plain).words.len(), 1, "{plain}");
    }
}

#[test]
fn what_is_off_the_record_is_for_the_recorder_alone() {
    assert_eq!(ids("内密", true), ["l2"]);
    assert_eq!(ids("内密", false), Vec::<String>::new());
    assert_eq!(ids("is:note", false), Vec::<String>::new());

    let mut council = council();
    let mut lines = council.bodies[&"fy2026-1".into()].lines.to_vec();
    lines[1].private = true;
    council.bodies.get_mut(&"fy2026-1".into()).unwrap().lines = lines.into();
    let history = History::new(council, 0);
    let index = Index::of(&history, DICTIONARY);
    let query = Query::read("原稿", history.council(), today(), index.readings());
    assert_eq!(index.find(&query, history.council(), false), []);
    assert_eq!(index.find(&query, history.council(), true).len(), 1);
}

#[test]
fn nobody_is_found_by_their_address() {
    assert_eq!(found("secret"), Vec::<String>::new());
}

#[test]
fn the_newest_comes_first_and_the_roster_before_it() {
    assert_eq!(found("課"), ["m1", "nomu", "a1", "l4", "l1"]);
}

#[test]
fn an_index_goes_along_with_the_council() {
    let at = "2026-11-20T14:00:00".parse().unwrap();
    let mut history = History::new(council(), 0);
    let mut index = Index::of(&history, DICTIONARY);
    assert!(!index.follow(&history, DICTIONARY));
    let edit =
        history.council().changing_action(&"a2".into(), |action| action.text = "会場を断る".to_owned());
    history.push(at, edit).unwrap();
    assert!(index.follow(&history, DICTIONARY));
    let find = |index: &Index, history: &History, typed: &str| {
        let query = Query::read(typed, history.council(), today(), index.readings());
        index.find(&query, history.council(), true).len()
    };
    assert_eq!((find(&index, &history, "断る"), find(&index, &history, "予約")), (1, 0));

    let whole = history.council().clone();
    let mut part = whole.clone();
    part.bodies.clear();
    let mut history = History::new(part, 0);
    let mut index = Index::of(&history, DICTIONARY);
    assert_eq!(find(&index, &history, "がん"), 0);
    history.load_body(&"fy2025-3".into(), whole.bodies[&"fy2025-3".into()].clone());
    assert!(index.follow(&history, DICTIONARY));
    assert_eq!(find(&index, &history, "がん"), 1);
}

#[test]
fn what_was_found_is_marked_in_the_text_as_written() {
    let marked = |text: &str, typed: &str| -> Vec<String> {
        matched(text, &read(typed).words).into_iter().map(|range| text[range].to_owned()).collect()
    };
    assert_eq!(marked("か\u{3099}ん検診を続ける", "ガン ケンシン"), ["か\u{3099}ん検診"]);
    assert_eq!(marked("ｶﾞﾝの話", "がん"), ["ｶﾞﾝ"]);
    assert_eq!(marked("カ゛ンの話", "がん"), ["カ゛ン"]);
    assert_eq!(marked("The Shelf  space, the shelf", "shelf"), ["Shelf", "shelf"]);
    assert_eq!(marked("shelf  space", "\"shelf space\""), ["shelf  space"]);
    assert_eq!(marked("㈱のりしろ", "株"), ["㈱"]);
    assert_eq!(marked("何もない", "がん"), Vec::<String>::new());
}

proptest! {
    #[test]
    fn every_letter_of_a_query_stands_in_one_of_its_words(
        typed in "[a-z:：@＠#＃\"“”<＜>=0-9/ \u{3000}健診けんしんＡｶﾞ\u{3099}]{0,40}",
    ) {
        let mut end = 0;
        for token in tokens(&typed) {
            prop_assert!(typed[end..token.range.start].trim().is_empty());
            prop_assert!(!token.range.is_empty());
            prop_assert_eq!(&typed[token.range.clone()], token.whole);
            end = token.range.end;
        }
        prop_assert!(typed[end..].trim().is_empty());
        let query = read(&typed);
        let understood = query.words.len() + query.kinds.len() + query.open.len() + query.people.len()
            + query.points.len() + query.due.len() + query.within.len() + query.doubts.len();
        let said = |token: &&tokens::Token<'_>| !fold(token.whole.trim_matches(['"', '“', '”'])).is_empty();
        let seen = tokens(&typed).iter().filter(said).count();
        prop_assert!(understood >= seen);
    }

    #[test]
    fn any_query_can_be_read_and_any_text_marked(typed in any::<String>(), text in any::<String>()) {
        let query = read(&typed);
        for range in matched(&text, &query.words) {
            prop_assert!(text.is_char_boundary(range.start) && text.is_char_boundary(range.end));
            prop_assert!(!range.is_empty());
        }
    }
}
