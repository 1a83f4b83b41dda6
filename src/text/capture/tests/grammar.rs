//! Every row of the capture language, in Latin letters, in Japanese, and in either width.

use super::*;

/// What a line asks for: as [`shown`], or a command with whom and what it names.
fn asked(captured: &Captured) -> String {
    let label = |who: &Who| format!("{}{}", who.label, if who.party.is_none() { "?" } else { "" });
    let all = |who: &[Who]| who.iter().map(label).collect::<Vec<_>>().join(",");
    match &captured.said {
        Said::Line(_) => shown(captured),
        Said::Topic(title) => format!("topic 「{title}」"),
        Said::Next => "next".to_owned(),
        Said::Take(number) => format!("take {number}"),
        Said::Present(who) => format!("present {}", all(who)),
        Said::Left(who) => format!("left {}", all(who)),
        Said::Regrets(who) => format!("regrets {}", all(who)),
        Said::Proxy { stand_in, absent } => format!("proxy {} for {}", label(stand_in), label(absent)),
        Said::Queue { who, note } => format!("queue {} 「{note}」", all(who)),
        Said::Unqueue(who) => format!("unqueue {}", all(who)),
        Said::Acknowledge(who) => format!("ack {}", label(who)),
        Said::ShowQueue => "queue?".to_owned(),
        Said::Material(title) => format!("material 「{title}」"),
        Said::Correction { old, new } => format!("correct 「{old}」→「{new}」"),
    }
}

/// Each reading, and the lines that have it.
fn check_rows(rows: &[(&str, &[&str])]) {
    let council = council();
    for (expected, lines) in rows {
        for typed in *lines {
            let captured = read(&council, today(), typed).unwrap();
            assert_eq!(asked(&captured), *expected, "typed: {typed}");
        }
    }
}

#[test]
fn decisions_and_issues() {
    check_rows(&[
        (
            "decision 「年2回出す」",
            &[
                "！年2回出す",
                "!年2回出す",
                "! 年2回出す",
                " ！　年2回出す",
                "決定：年2回出す",
                "決定: 年2回出す",
            ],
        ),
        (
            "decision 「twice」",
            &[
                "RESOLVED: twice",
                "RESOLUTION: twice",
                "DECISION：twice",
                "agreed: twice",
                "ＡＧＲＥＥＤ： twice",
                "!twice",
            ],
        ),
        ("issue 「印刷代は」", &["？印刷代は", "?印刷代は", "論点：印刷代は", "ISSUE: 印刷代は"]),
        ("deferred 「予算」", &["保留：予算", "継続：予算", "継続: 予算", "DEFERRED: 予算"]),
        ("proposal 「合同で」", &["提案：合同で", "PROPOSED: 合同で", "proposed resolution: 合同で"]),
        ("note 「!」", &["!"]),
        ("note 「？？」", &["？？"]),
        ("note 「！！注目」", &["！！注目"]),
        ("note 「！決定ではない」", &["＼！決定ではない", "\\！決定ではない", "￥！決定ではない"]),
    ]);
}

#[test]
fn speakers_by_name_bracket_and_bullet() {
    check_rows(&[
        (
            "speech 会長 「始めます」",
            &[
                "会長：始めます",
                "会長:始めます",
                "（会長）始めます",
                "(会長) 始めます",
                "【会長】　始めます",
                "○会長　始めます",
                "◎ 会長 始めます",
                "●会長（山田）始めます",
                "○会長（山田 太郎）　始めます",
                "◯会長：始めます",
                "〇会長（山田君）始めます",
                "＜会長＞始めます",
            ],
        ),
        (
            "speech 保険年金課 「届いた」",
            &["保険年金課：届いた", "○保険年金課　届いた", "（保険年金課）届いた"],
        ),
        (
            "speech 委員? 「賛成」",
            &["（委員）賛成", "委員：賛成", "○委員　賛成", "（委員）：賛成", "委員: 賛成"],
        ),
        ("speech 委員A? 「賛成」", &["委員A：賛成", "○委員A　賛成"]),
        ("speech ○○委員? 「賛成」", &["○○委員：賛成", "○○委員：　賛成".trim_end_matches('　')]),
        ("speech 副会長? 「賛成」", &["副会長：賛成", "（副会長）賛成"]),
        ("speech 部会長? 「賛成」", &["部会長：賛成"]),
        ("speech オブザーバー? 「一言」", &["オブザーバー：一言", "（オブザーバー）一言"]),
        ("speech Member? 「I agree」", &["Member: I agree"]),
        ("speech 山田 花子 「はい」", &["○山田 花子　はい", "○山田花子　はい", "○統括保健師　はい"]),
        ("proposal 農務課 「棚」", &["（農務課）提案：棚", "○農務課　提案：棚"]),
        ("note 「（休憩）再開は3時」", &["（休憩）再開は3時"]),
        ("note 「○会場　市役所」", &["○会場　市役所"]),
        ("note 「（１）日程」", &["（１）日程"]),
        ("note 「●展示の日程」", &["●展示の日程"]),
        ("note 「次回：9月」", &["次回：9月"]),
        ("note 「日時：9月1日」", &["日時：9月1日"]),
        ("note 「資料1：計画」", &["資料1：計画"]),
        ("note 「スケジュール：年内」", &["スケジュール：年内"]),
        ("note 「Date: 9 Sept」", &["Date: 9 Sept"]),
        ("note 「○佐藤委員　はい」 ?佐藤委員", &["○佐藤委員　はい"]),
        ("note 「（山田）はい」 ?山田=山田 花子/山田 太郎", &["（山田）はい"]),
        ("note 「佐藤：はい」 ?佐藤", &["佐藤：はい"]),
        ("note 「Ivan: yes」 ?Ivan", &["Ivan: yes"]),
    ]);
}

#[test]
fn off_the_record() {
    check_rows(&[
        (
            "note off 「家の事情」",
            &[
                "[off] 家の事情",
                "［オフ］家の事情",
                "［ｵﾌ］家の事情",
                "オフレコ：家の事情",
                "[OFF]家の事情",
                "15:03 [off] 家の事情",
            ],
        ),
        ("decision off 「先に決める」", &["［オフ］決定：先に決める", "[off] ！先に決める"]),
        ("speech off 会長 「ここだけ」", &["［オフ］会長：ここだけ", "会長：［オフ］ここだけ"]),
        ("action off 「電話」 <農務課> @12-20", &["[off] 宿題：農務課 〜 電話 期限12/20"]),
        ("note off 「出席＋農務課」", &["［オフ］出席＋農務課"]),
        ("note off 「……続き」", &["［オフ］……続き"]),
        ("note off 「決定：まだ」", &["［オフ］＼決定：まだ"]),
        ("note 「[off]」", &["[off]"]),
        ("note 「［オフ］という印」", &["＼［オフ］という印"]),
    ]);
}

#[test]
fn the_agenda_is_taken_on() {
    check_rows(&[
        ("topic 「予算の話」", &["TOPIC: 予算の話", "議題：予算の話", "議題:予算の話", "Topic： 予算の話"]),
        ("next", &["next", "NEXT", "次へ", " 次へ ", "ｎｅｘｔ"]),
        ("take 3", &["take 3", "Take ３", "議題3", "議題３", "議題 3", "take3"]),
        ("material 「計画案」", &["MATERIAL: 計画案", "資料：計画案", "資料: 計画案"]),
        ("note 「take x」 ?take x!", &["take x"]),
        ("note 「take 0」 ?take 0!", &["take 0"]),
        ("note 「議題：」 ?議題：!", &["議題："]),
        ("note 「take the forms along」", &["take the forms along"]),
        ("note 「次へ進める話」", &["次へ進める話"]),
        ("note 「議題の順を変える」", &["議題の順を変える"]),
        ("note 「next」", &["\\next"]),
    ]);
}

#[test]
fn who_is_in_the_room() {
    check_rows(&[
        (
            "present 農務課,保育課",
            &[
                "present+ 農務課, 保育課",
                "出席＋ 農務課、保育課",
                "出席+農務課・保育課",
                "PRESENT＋ 農務課と保育課",
                "出席＋：農務課、保育課",
            ],
        ),
        (
            "left 農務課",
            &["present- 農務課", "退席 農務課", "退席：農務課", "present－ 農務課", "退席＋農務課"],
        ),
        ("regrets 農務課", &["regrets+ 農務課", "欠席＋ 農務課", "欠席+農務課"]),
        (
            "proxy 係長 鈴木? for 農務課",
            &[
                "proxy 係長 鈴木 for 農務課",
                "代理 係長 鈴木（農務課）",
                "農務課の代理 係長 鈴木",
                "農務課の代理：係長 鈴木",
                "代理 係長 鈴木 → 農務課",
                "代理：係長 鈴木（農務課）",
            ],
        ),
        ("note 「present+ nobody-known」 ?nobody-known", &["present+ nobody-known"]),
        ("note 「出席＋」 ?出席＋!", &["出席＋"]),
        ("note 「出席＋ 山田」 ?山田=山田 花子/山田 太郎", &["出席＋ 山田"]),
        ("note 「退席 した人は3人」", &["退席 した人は3人"]),
        ("note 「退席者は3人」", &["退席者は3人"]),
        ("note 「会長の代理で出席」", &["会長の代理で出席"]),
        ("note 「代理 鈴木（観光課）」 ?観光課", &["代理 鈴木（観光課）"]),
    ]);
}

#[test]
fn who_wants_to_speak() {
    check_rows(&[
        ("queue 農務課 「」", &["q+ 農務課", "挙手＋農務課", "Ｑ＋ 農務課", "挙手+ 農務課"]),
        (
            "queue 農務課 「展示」",
            &["q+ 農務課 to 展示", "挙手＋農務課 〜 展示", "挙手＋ 農務課：展示", "挙手＋ 農務課 展示"],
        ),
        ("queue 農務課,保育課 「」", &["q+ 農務課, 保育課", "挙手＋ 農務課、保育課"]),
        ("unqueue 農務課", &["q- 農務課", "取下げ 農務課", "取り下げ：農務課", "挙手－農務課"]),
        ("ack 農務課", &["ack 農務課", "指名 農務課", "指名：農務課"]),
        ("queue?", &["q?", "挙手？", "挙手?", "Ｑ？"]),
        ("note 「q+」 ?q+!", &["q+"]),
        ("note 「q+ nobody-known」 ?nobody-known", &["q+ nobody-known"]),
        ("note 「指名された人から話す」", &["指名された人から話す"]),
        ("note 「ack」", &["ack"]),
    ]);
}

#[test]
fn corrections() {
    check_rows(&[
        ("correct 「12月」→「1月」", &["s/12月/1月/", "s/12月/1月", "ｓ／12月／1月／", "ｓ／12月／1月"]),
        ("correct 「12/20」→「12/21」", &[r"s/12\/20/12\/21/", "ｓ／12/20／12/21／", r"s/12＼/20/12＼/21/"]),
        ("correct 「誤字」→「」", &["s/誤字//"]),
        ("note 「s/he」", &["s/he"]),
        ("note 「s//x/」", &["s//x/"]),
        ("note 「s/a/b/ と書く」", &["s/a/b/ と書く"]),
        ("note 「s/a/b/」", &["＼s/a/b/"]),
    ]);
}

#[test]
fn actions_with_tokens() {
    check_rows(&[
        (
            "action 「日程を決める」 <農務課> @12-20 #6",
            &[
                "宿題：日程を決める @農務課 ^12/20 #6",
                "宿題：@農務課 日程を決める ＾12/20 ＃6",
                "宿題：＠農務課　＾１２／２０　＃ツール　日程を決める",
                "宿題：日程を決める＠農務課＾12/20 #6",
                "ACTION: #6 日程を決める ^12月20日 @のうむか",
            ],
        ),
        (
            "action 「write」 <WO,Chair> @11-27",
            &["ACTION: write @WO @Chair ^next Friday", "ACTION: @Welfare Office write @chair ^in 1 week"],
        ),
        ("action 「原稿」 <山田?> ?山田=山田 花子/山田 太郎", &["宿題：原稿 @山田"]),
        ("action 「原稿」 <観光課?> ?観光課", &["宿題：原稿 @観光課", "宿題：原稿＠観光課"]),
        ("action 「a@b.example に 1個＠500円 で x^2 を」 <>", &["宿題：a@b.example に 1個＠500円 で x^2 を"]),
        ("action 「様式#6を直す」 <>", &["宿題：様式#6を直す"]),
        ("action 「会う（＾▽＾）」 <>", &["宿題：会う（＾▽＾）"]),
        ("action 「@農務課 の印」 <>", &["宿題：＼@農務課 の印"]),
        ("action 「原稿 ^2/30」 <> ?2/30:NoSuchDay", &["宿題：原稿 ^2/30"]),
        ("action 「原稿 ^2026/10/1」 <> ?2026/10/1<26-10-01", &["宿題：原稿 ^2026/10/1"]),
        ("action 「@農務課」 <>", &["宿題：@農務課"]),
        ("action 「原稿」 <農務課> @open", &["宿題：原稿 @農務課 ^なし"]),
    ]);
}

#[test]
fn owners_nobody_knows() {
    check_rows(&[
        ("action 「send the form」 <Ivan?> ?Ivan", &["ACTION Ivan: send the form"]),
        ("action 「日程」 <農務課>", &["宿題 農務課：日程", "宿題　農務課：日程", "TODO: 農務課 〜 日程"]),
        ("action 「send the draft」 <Ivan?> ?Ivan", &["ACTION: Ivan to send the draft"]),
        ("action 「send the draft」 <Ivan Petrov?> ?Ivan Petrov", &["ACTION: Ivan Petrov to send the draft"]),
        (
            "action 「send it」 <WO,Ivan?> ?Ivan",
            &["ACTION: WO, Ivan to send it", "ACTION: WO and Ivan to send it"],
        ),
        ("action 「we need to ask」 <>", &["ACTION: we need to ask"]),
        ("action 「Need to ask」 <>", &["ACTION: Need to ask"]),
        ("action 「Remember to call」 <>", &["ACTION: Remember to call"]),
        (
            "action 「花火」 <農務課,観光課?> ?観光課",
            &["宿題：農務課と観光課 〜 花火", "宿題：農務課・観光課 〜 花火"],
        ),
    ]);
}

#[test]
fn lines_of_a_chat_log() {
    check_rows(&[
        (
            "speech nick? 「let us begin」",
            &[
                "<nick> let us begin",
                "15:03 <nick> let us begin",
                "15:03:22 <nick> let us begin",
                "[15:03] <@nick> let us begin",
                "15:03:22 [nick] let us begin",
                "2026-11-20 15:03 <nick> let us begin",
                "2026-11-20T15:03:22Z <nick> let us begin",
            ],
        ),
        ("speech 農務課 「はい」", &["<農務課> はい", "＜農務課＞ はい"]),
        ("action nick? 「do z」 <Ivan?> ?Ivan", &["<nick> ACTION: Ivan to do z"]),
        ("decision nick? 「twice」", &["<nick> RESOLVED: twice", "15:03 <nick> RESOLUTION: twice"]),
        ("speech 会長 「始めます」", &["<scribe> 会長：始めます"]),
        ("speech nick? 「ivan: I agree」", &["<nick> ivan: I agree"]),
        ("speech nick? 「Ivan: I agree」", &["<nick> Ivan: I agree"]),
        ("present nick?", &["<nick> present+", "15:03 <nick> present+"]),
        ("queue nick? 「」", &["<nick> q+"]),
        ("queue nick? 「say hi」", &["<nick> q+ to say hi"]),
        ("unqueue nick?", &["<nick> q-"]),
        ("queue 農務課 「say hi」", &["<nick> q+ 農務課 to say hi"]),
        ("continue 「and more」", &["<nick> ... and more"]),
        ("topic 「Budget」", &["<nick> Topic: Budget"]),
        ("correct 「a」→「b」", &["<nick> s/a/b/"]),
        ("speech off nick? 「x」", &["<nick> [off] x"]),
        ("speech nick? 「決定：と書く」", &["<nick> ＼決定：と書く"]),
        ("note 「15:03 開会」", &["15:03 開会"]),
        ("note 「<nick>」", &["<nick>"]),
        ("note 「<農務課>展示」", &["<農務課>展示"]),
        ("note 「1 < 2 and 3 > 2」", &["1 < 2 and 3 > 2"]),
    ]);
}

#[test]
fn every_way_to_say_by_when() {
    let council = council();
    for (typed, expected) in [
        ("12/20", day(2026, 12, 20)),
        ("１２／２０", day(2026, 12, 20)),
        ("12月20日", day(2026, 12, 20)),
        ("R8.12.20", day(2026, 12, 20)),
        ("令和8年12月20日", day(2026, 12, 20)),
        ("2026-12-20", day(2026, 12, 20)),
        ("明日", day(2026, 11, 21)),
        ("来週金曜", day(2026, 11, 27)),
        ("月末", day(2026, 11, 30)),
        ("年度末", day(2027, 3, 31)),
        ("1/15", day(2027, 1, 15)),
        ("in 2 weeks", day(2026, 12, 4)),
        ("next Friday", day(2026, 11, 27)),
    ] {
        let behind = ["宿題：原稿 期限", "宿題：原稿 ＾", "ACTION: 原稿 - due "];
        for line in behind.map(|opening| format!("{opening}{typed}")) {
            let read = read(&council, today(), &line).unwrap();
            assert_eq!(read.doubts, [], "{line}");
            let line = read.into_line("");
            assert_eq!((line.text.as_str(), line.due), ("原稿", Due::On(expected)), "{typed}");
        }
    }
    check_rows(&[(
        "action 「原稿」 <>",
        &["宿題：原稿 期限次回", "宿題：原稿 ^次回", "ACTION: 原稿 - due next meeting", "宿題：原稿"],
    )]);
}
