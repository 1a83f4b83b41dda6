//! Whole texts as they are pasted: a scribe's log, and minutes of a town hall. Counts what is found, and that nothing is lost.

use super::*;

const LOG: &str = "\
15:00:02 <rose> Meeting: Healthy Towns, fourth of the year
15:00:10 <rose> present+ Welfare Office, Chair
15:00:15 <plum> present+
15:01 <rose> Topic: Last month's actions
15:01:30 <plum> the leaflet is printed, 400 copies
15:02 <rose> Chair: thank you. Who will carry them to the schools?
15:02:12 <plum> q+ to offer a van
15:02:20 <rose> ack Welfare Office
15:02:40 <plum> we can lend a van on Tuesdays
15:02:41 <plum> ... and on Fridays after three
15:03 <rose> ACTION: Welfare Office to carry the leaflets to the schools - due 12/4
15:03:30 <rose> Topic: The walking map
15:04 <plum> s/Tuesdays/Wednesdays/
15:05 <rose> PROPOSED: print the map in two languages
15:05:30 <plum> +1
15:05:40 <rose> RESOLUTION: The map is printed in two languages
15:06 <rose> ACTION: Iris to ask three printers for a price by 18 Dec
15:06:30 <rose> ACTION: book the hall for February
15:07 <plum> AGREED: the next map is for the river path
15:08 <rose> ISSUE: who keeps the map up to date
15:09 <rose> next
15:09:30 <rose> [off] the old printer was late twice
15:10 <rose> DEFERRED: a map for wheelchairs
15:12 <rose> RESOLVED: we meet again in February
15:12:30 <rose> ACTION: we need to thank the school
15:13 <plum> q-
15:14 <rose> bye all
";

const MINUTES: &str = "\
令和8年度 第3回 健康づくり推進会議 会議録
日時：令和8年11月20日（金） 14時から15時30分まで
場所：市役所本庁舎 302会議室

１　開会
○事務局　定刻になりましたので始めます。資料1と資料2をお手元にご用意ください。
◎会長（山田）　お集まりいただきありがとうございます。次第に沿って進めます。
２　議題
（１）計画・評価表の見直しについて
○農務課　提案：記入は年2回に減らしてはどうでしょうか。
○保険年金課　賛成です。健診の結果が出る10月と3月が書きやすいと思います。
（委員）様式は今のままですか。
（事務局）欄を一つ減らします。別紙をご覧ください。
○副会長　よろしいと思います。
　　それから、書き方の見本もほしいところです。
決定：計画・評価表の記入は年2回（10月・3月）とする
宿題：保険年金課、農務課 〜 書き方の見本をつくる 期限12月18日
【会長】　では次に移ります。
（２）図書館での展示について
保健センター：1月の棚が空いていると聞きました。
○農務課　はい。地元の野菜の冊子も置けます。
……幅は90センチほどです。
！展示は1月15日から2週間とする
宿題：展示の見出し ＠保健センター ＾来週金曜
宿題：図書館に鍵の時間を確かめる
［オフ］棚の前の担当とは話がこじれた
継続：案内板の言葉
？印刷代の分担
○○委員：住民にも声をかけてほしい。
（拍手）
次回：2月の第3金曜日
３　閉会
○会長　本日はここまでとします。
";

/// What became of every line that is not blank.
fn read_lines(text: &str) -> Vec<Captured> {
    read_all(&council(), today(), text.lines()).into_iter().flatten().collect()
}

fn of_kind(read: &[Captured], kind: NewKind) -> Vec<&NewLine> {
    let lines = read.iter().filter_map(|it| match &it.said {
        Said::Line(line) => Some(line),
        _ => None,
    });
    lines.filter(|line| line.kind == kind).collect()
}

fn texts<'l>(lines: &[&'l NewLine]) -> Vec<&'l str> {
    lines.iter().map(|line| line.text.as_str()).collect()
}

#[test]
fn a_scribes_log_gives_its_actions_and_decisions() {
    let read = read_lines(LOG);
    assert_eq!(read.len(), LOG.lines().count());
    assert_eq!(
        texts(&of_kind(&read, NewKind::Decision)),
        [
            "The map is printed in two languages",
            "the next map is for the river path",
            "we meet again in February"
        ]
    );
    let actions = of_kind(&read, NewKind::Action);
    assert_eq!(
        texts(&actions),
        [
            "carry the leaflets to the schools",
            "ask three printers for a price",
            "book the hall for February",
            "we need to thank the school"
        ]
    );
    let given: Vec<usize> = actions.iter().map(|line| line.owners.len()).collect();
    assert_eq!(given, [1, 1, 0, 0]);
    assert_eq!(actions[1].due, Due::On(day(2026, 12, 18)));
    let count = |kind| of_kind(&read, kind).len();
    assert_eq!((count(NewKind::Proposal), count(NewKind::Issue), count(NewKind::Deferred)), (1, 1, 1));
    let asked = read.iter().filter(|it| !matches!(it.said, Said::Line(_))).count();
    assert_eq!(asked, 9, "present twice, two topics, queue, floor, correction, next, out of the queue");
    let spoken = of_kind(&read, NewKind::Speech);
    assert!(spoken.iter().all(|line| line.speaker.is_some()));
    assert_eq!(spoken.iter().filter(|line| line.private).count(), 1);
}

#[test]
fn in_a_log_an_action_needs_no_colon_and_a_nick_no_capital() {
    let lines = [
        ("<ana> ACTION ben to water the plants", "action ana? 「ben to water the plants」 <>"),
        ("<ana> Action ben: water the plants", "action ana? 「ben: water the plants」 <>"),
        ("<ben> action : water the plants", "action ben? 「water the plants」 <>"),
        ("<ana> action-12: still open", "speech ana? 「action-12: still open」"),
        ("ACTION Ben_2 to water the plants", "action 「water the plants」 <Ben_2?> ?Ben_2"),
        ("Action plan: water the plants", "note 「Action plan: water the plants」"),
        ("ACTION is what we need to see", "note 「ACTION is what we need to see」"),
        ("<ana> .. and the pots", "continue 「and the pots」"),
        ("..", "note 「..」"),
        ("11:02 @      ana | RESOLVED: two beds more", "decision ana? 「two beds more」"),
        ("11:02          ana | ... and a tree", "continue 「and a tree」"),
        ("11:02            * | ana is away", "note 「11:02            * | ana is away」"),
        ("14:30 会場 | 図書館", "note 「14:30 会場 | 図書館」"),
        ("18-04-2019 09:52:50 < ana!~a@host.example: ACTION: ben to dig", "action ana? 「ben to dig」 <>"),
        ("18-04-2019 09:52:50 -!- ana has joined", "note 「18-04-2019 09:52:50 -!- ana has joined」"),
    ];
    for (typed, meant) in lines {
        assert_eq!(shown(&read(&council(), today(), typed).unwrap()), meant, "{typed}");
    }
}

#[test]
fn a_line_of_a_log_keeps_its_time() {
    let said = |typed: &str| read(&council(), today(), typed).unwrap().into_line("");
    let at = chrono::NaiveTime::from_hms_opt;
    assert_eq!(said("14:59:01 <ana> hello").at, at(14, 59, 1));
    assert_eq!(said("2026-11-20T14:59 <ana> RESOLVED: hello").at, at(14, 59, 0));
    assert_eq!(said("<ana> hello").at, None);
    assert_eq!(
        (said("25:61 <ana> hello").at, said("25:61 <ana> hello").text.as_str()),
        (None, "25:61 <ana> hello")
    );
}

#[test]
fn minutes_of_a_town_hall_are_read_line_by_line() {
    let read = read_lines(MINUTES);
    let count = |kind| of_kind(&read, kind).len();
    assert_eq!(count(NewKind::Decision), 2);
    assert_eq!(
        texts(&of_kind(&read, NewKind::Action)),
        ["書き方の見本をつくる", "展示の見出し", "図書館に鍵の時間を確かめる"]
    );
    assert_eq!(
        (count(NewKind::Proposal), count(NewKind::Deferred), count(NewKind::Issue), count(NewKind::Continue)),
        (1, 1, 1, 1)
    );
    let labels: Vec<&str> = of_kind(&read, NewKind::Speech)
        .iter()
        .filter_map(|line| line.speaker.as_ref().map(|who| who.label.as_str()))
        .collect();
    assert_eq!(
        labels,
        [
            "事務局",
            "会長",
            "保険年金課",
            "委員",
            "事務局",
            "副会長",
            "会長",
            "保健センター",
            "農務課",
            "○○委員",
            "会長"
        ]
    );
    let notes = of_kind(&read, NewKind::Note);
    assert_eq!(notes.iter().filter(|line| line.private).count(), 1);
    assert!(read.iter().all(|it| it.doubts.is_empty()), "{read:?}");
    // What is a note stands there as it was pasted.
    for line in notes.iter().filter(|line| !line.private) {
        assert!(MINUTES.lines().any(|typed| typed == line.text), "{}", line.text);
    }
}

#[test]
fn no_letter_of_a_text_is_lost() {
    for (typed, captured) in MINUTES.lines().filter(|line| !line.trim().is_empty()).zip(read_lines(MINUTES)) {
        let line = captured.into_line(typed);
        assert!(typed.contains(line.text.as_str()), "{typed}: {}", line.text);
    }
}
