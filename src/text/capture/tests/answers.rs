//! Doubts and what answers to them make of a line.

use super::*;
use crate::domain::{Called, decide::meeting};

fn line_with(typed: &str, answers: &[Answer]) -> String {
    let council = council();
    shown(&Reader::of(&council, today()).with(answers).read(typed).unwrap())
}

/// Each choice of the only doubt of a line, and what the line then is.
fn settled(typed: &str) -> Vec<String> {
    let council = council();
    let doubts = read(&council, today(), typed).unwrap().doubts;
    let [doubt] = &doubts[..] else { panic!("{typed}: {doubts:?}") };
    doubt.choices(today()).iter().map(|choice| line_with(typed, &[doubt.answer(choice)])).collect()
}

#[test]
fn an_ambiguous_name_is_one_of_its_bearers_or_a_guest() {
    let chosen = settled("山田さん：質問です");
    assert_eq!(
        chosen,
        ["speech 山田 花子 「質問です」", "speech 山田 太郎 「質問です」", "speech 山田さん? 「質問です」"]
    );
    assert_eq!(settled("宿題：山田 〜 原稿")[1], "action 「原稿」 <山田 太郎>");
    assert_eq!(settled("観光課：来月から"), ["speech 観光課? 「来月から」"]);
}

#[test]
fn a_due_that_has_been_is_taken_only_when_it_is_meant() {
    let typed = "宿題：農務課 〜 日程 期限2026/10/1";
    check_all(
        &council(),
        &[
            (typed, "action 「日程 期限2026/10/1」 <農務課> ?2026/10/1<26-10-01"),
            ("宿題：日程 昨日まで", "action 「日程 昨日まで」 <> ?昨日<26-11-19"),
            ("宿題：日程 R8.10.1まで", "action 「日程 R8.10.1まで」 <> ?R8.10.1<26-10-01"),
            (
                "宿題：令和7年12月20日までに日程",
                "action 「令和7年12月20日までに日程」 <> ?令和7年12月20日<25-12-20",
            ),
            ("宿題：日程（2026/10/1）", "action 「日程（2026/10/1）」 <> ?2026/10/1<26-10-01"),
            ("ACTION: write by 1 Oct 2026", "action 「write by 1 Oct 2026」 <> ?1 Oct 2026<26-10-01"),
            ("宿題：日程 期限令和99年4月1日", "action 「日程 期限令和99年4月1日」 <> ?令和99年4月1日:TooFar"),
        ],
    );
    assert_eq!(
        settled(typed),
        [
            "action 「日程」 <農務課> @10-01",
            "action 「日程」 <農務課> @10-01",
            "action 「日程」 <農務課>",
            "action 「日程」 <農務課> @open"
        ]
    );
    assert_eq!(settled("宿題：日程 期限そのうち"), ["action 「日程」 <>", "action 「日程」 <> @open"]);
}

#[test]
fn a_name_answered_once_is_known_for_the_rest_of_the_meeting() {
    let mut council = council();
    let plan = meeting::Plan {
        date: today(),
        start: chrono::NaiveTime::MIN,
        end: chrono::NaiveTime::MIN + chrono::TimeDelta::hours(1),
        place: String::new(),
    };
    let (id, edits) = meeting::plan(&council, &plan, &mut crate::domain::Mint::seeded(1)).unwrap();
    council.apply_all(&edits).unwrap();
    let clerk = Who::new("山田 太郎", Some(Party::Member("clerk".into())));
    for who in [Who::new("山田", None), clerk.clone()] {
        let edits = meeting::call(&council, &id, "山田さん", who).unwrap();
        council.apply_all(&edits).unwrap();
    }
    assert_eq!(council.meetings[0].called, [Called { name: "山田さん".into(), who: clerk }]);
    let shown_in = |meeting: Option<&Meeting>, typed: &str| {
        shown(&Reader::in_meeting(&council, today(), meeting).read(typed).unwrap())
    };
    for typed in ["山田：はい", "山田さん：はい", "山田氏：はい", "山田委員：はい"] {
        assert_eq!(shown_in(council.meetings.first(), typed), "speech 山田 太郎 「はい」");
        assert!(shown_in(None, typed).starts_with("note"), "{typed}");
    }
    assert_eq!(shown_in(council.meetings.first(), "山田 花子：はい"), "speech 山田 花子 「はい」");
    council.members = Vec::new().into();
    let reader = Reader::in_meeting(&council, today(), council.meetings.first());
    assert!(shown(&reader.read("山田：はい").unwrap()).starts_with("note"), "gone from the roster");
}
