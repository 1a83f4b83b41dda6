//! What holds for every line: nothing is lost, and what is written is read back.

use super::*;
use crate::domain::{LineKind, Point};
use proptest::prelude::*;

#[test]
fn canonical_marks_are_read_as_their_kind() {
    use NewKind::{Action, Continue, Decision, Deferred, Issue, Note, Proposal};
    for kind in [Note, Decision, Action, Deferred, Proposal, Issue, Continue] {
        for mark in [mark(kind).ja, mark(kind).en] {
            let read = read(&council(), today(), &format!("{mark}x")).unwrap().into_line("");
            assert_eq!((read.kind, read.text.as_str()), (kind, "x"), "{mark}");
        }
    }
}

/// The record as the line would be written into it.
fn recorded(new: &NewLine) -> (Line, Option<Action>) {
    let kind = match new.kind {
        NewKind::Note | NewKind::Continue => LineKind::Note,
        NewKind::Speech => LineKind::Speech,
        NewKind::Decision => LineKind::Decision(1),
        NewKind::Action => LineKind::Action(1),
        NewKind::Deferred => LineKind::Deferred,
        NewKind::Proposal => LineKind::Proposal,
        NewKind::Issue => LineKind::Issue,
    };
    let line = Line {
        speaker: new.speaker.clone(),
        points: new.points.clone(),
        private: new.private,
        ..Line::new("l".into(), kind, new.text.clone())
    };
    let action = (new.kind == NewKind::Action).then(|| Action {
        owners: new.owners.clone(),
        due: new.due,
        points: new.points.clone(),
        ..Action::new("a".into(), 1, new.text.clone())
    });
    (line, action)
}

fn written(council: &Council, new: &NewLine) -> String {
    let (line, action) = recorded(new);
    write(council, today(), &line, action.as_ref())
}

#[test]
fn a_line_is_written_as_it_would_be_typed() {
    let council = council();
    for (typed, canonical) in [
        ("様式を見る", "様式を見る"),
        ("n1： 様式 #ツール", "農務課 課長：様式 #6"),
        ("提案（農務課）：様式", "農務課：提案：様式"),
        ("副会長（農務課 課長）：私から", "副会長 農務課 課長：私から"),
        ("宿題：農務課・保育課〜日程 #6 来週金曜まで", "宿題：農務課、保育課 〜 日程 期限2026/11/27 #6"),
        ("宿題：農務課：日程", "宿題：農務課 〜 日程"),
        ("ACTION: WO, chair to write by Dec 20", "ACTION: WO, Chair to write - due 2026-12-20"),
        ("action: Planning ~ write", "ACTION: Planning 〜 write"),
        ("decision: twice a year", "RESOLVED: twice a year"),
        ("＼決定：という札", "＼決定：という札"),
        ("宿題：〜 農務課：という札", "宿題：〜 農務課：という札"),
    ] {
        let new = read(&council, today(), typed).unwrap().into_line(typed);
        assert_eq!(written(&council, &new), canonical);
    }
    let indented = NewLine { text: "　字下げ".into(), points: vec![Point::Tools], ..NewLine::default() };
    assert_eq!(written(&council, &indented), "　字下げ #6");
}

#[test]
fn whoever_stood_on_a_line_stays_on_it() {
    let council = council();
    let line = |label: &str, party| Line {
        speaker: Some(Who::new(label, party)),
        ..Line::new("l".into(), LineKind::Speech, "様式")
    };
    let former = Some(Party::Member("noumu-before".into()));
    let gone = Some(Party::Organisation("gone".into()));
    for was in [line("農務課 課長", former), line("農政課", gone), line("来賓", None)] {
        let typed = write(&council, today(), &was, None);
        let again = read_again(&council, today(), &typed, &was, None).unwrap().into_line(&typed);
        assert_eq!(again.speaker, was.speaker);
        assert_eq!(again.text, "様式");
    }
}

fn arb_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => prop::sample::select(vec![
            "決定", "宿題", "提案（農務課）", "農務課", "会長", "山田", "保育課", "WO", "ACTION", "観光課", "メモ", "副会長", "：", ":", "、",
            "・", "と", "〜", " 〜 ", "~", " to ", " ", "　", "期限", "〆切", " - due ", "12/20", "2/30", "まで", "までに", "次回", "なし",
            "来週金曜", "！", "?", "［オフ］", "[off] ", "オフレコ：", "（委員）", "○", "◎ ", "●会長（山田）", "事務局", "<nick> ", "15:03 ", "＜", "＞",
            "議題", "3", "take ", "次へ", "next", "出席＋", "present+ ", "退席 ", "の代理 ", "代理 ", "q+ ", "挙手＋", "？", "指名 ", "資料：", "TOPIC: ",
            "s/", "ｓ／", "/", "／", "@", "＠農務課", " @観光課", "^", "＾12/20", " ^next Friday", "Ivan", " #6 ", "\\/", "（", "）", "(", ")", "#6", "＃ツール", "#", "＼", "\\", "￥", "…", "...", "。", "10時", "\n", "-", "金", " by ", "Dec 20",
        ]).prop_map(str::to_owned),
        1 => "[a-z0-9ぁ-ん一-龥]{1,4}",
    ];
    prop::collection::vec(piece, 1..9).prop_map(|pieces| pieces.concat())
}

fn arb_line() -> impl Strategy<Value = NewLine> {
    use NewKind::{Action, Decision, Deferred, Issue, Note, Proposal, Speech};
    let council = council();
    let people: Vec<Who> = [
        "会長",
        "農務課",
        "保険年金課長",
        "山田花子",
        "副会長（農務課 課長）",
        "地域・職域連携推進協議会",
        "ひとづくり課",
        "WO",
    ]
    .iter()
    .map(|name| match resolve(&council, today(), name) {
        Resolution::One(who) => who,
        other => panic!("{name}: {other:?}"),
    })
    .collect();
    let mut owners = people.clone();
    owners.push(Who::new("観光課", None));
    let guests =
        ["委員", "dbaron", "○○委員", "会長（山田）", "note", "take"].map(|name| Who::new(name, None));
    let people: Vec<Who> = people.into_iter().chain(guests).collect();
    let due = prop_oneof![
        Just(Due::NextMeeting),
        Just(Due::Open),
        (0..3000i64).prop_map(|days| Due::On(day(2024, 1, 1) + chrono::Days::new(days as u64)))
    ];
    (
        prop::sample::select(vec![Note, Speech, Decision, Action, Deferred, Proposal, Issue]),
        prop::option::of(prop::sample::select(people)),
        arb_text().prop_filter("blank lines are refused", |text| !text.trim().is_empty()),
        prop::sample::subsequence(owners, 0..4),
        due,
        prop::sample::subsequence(Point::ALL.to_vec(), 0..3),
        any::<bool>(),
    )
        .prop_map(|(kind, speaker, text, owners, due, points, private)| {
            let is_action = kind == Action;
            let kind = if kind == Speech && speaker.is_none() { Note } else { kind };
            NewLine {
                kind,
                speaker: speaker.filter(|_| kind != Note),
                text,
                owners: if is_action { owners } else { Vec::new() },
                due: if is_action { due } else { Due::default() },
                points,
                private,
                at: None,
            }
        })
}

proptest! {
    #[test]
    fn anything_typed_is_read(any in any::<String>(), likely in arb_text()) {
        let council = council();
        for typed in [any, likely] {
            prop_assert_eq!(read(&council, today(), &typed).is_none(), typed.trim().is_empty());
            completions(&council, today(), &typed);
        }
    }

    #[test]
    fn bare_notes_come_out_to_the_letter(text in "[ 　]{0,2}[^:：﹕#＃\\\\＼¥￥…‥⋯.．・･。｡!！?？()（\\[［<＜〈【〔○◯◎●〇/／]{1,40}") {
        if let Some(read) = read(&council(), today(), &text) {
            prop_assert_eq!(read.said, Said::Line(NewLine { text, ..NewLine::default() }));
        }
    }

    #[test]
    fn what_is_written_is_read_back(line in arb_line()) {
        let council = council();
        let typed = written(&council, &line);
        let (was, action) = recorded(&line);
        let again = read_again(&council, today(), &typed, &was, action.as_ref()).map(|it| it.into_line(&typed));
        prop_assert_eq!(again.as_ref(), Some(&line), "{}", typed);
    }
}
