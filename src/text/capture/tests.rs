use super::*;
use crate::domain::{
    Head as CouncilHead, Member, Office, Organisation, Party, Role, Term,
    id::{MemberId, OrganisationId},
};

mod answers;
mod completing;
mod grammar;
mod laws;
mod transcripts;

/// A Friday.
fn today() -> NaiveDate {
    day(2026, 11, 20)
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// A council of people known by post, but for the two names that specimens of forms bear.
fn council() -> Council {
    let mut council = Council::new(CouncilHead::new("糖尿病対策プロジェクトチーム"));
    let organisation = |id: &str, name: &str, short: &str, kana: &str| Organisation {
        short: short.to_owned(),
        kana: kana.to_owned(),
        ..Organisation::new(id.into(), name)
    };
    council.organisations = vec![
        organisation("noumu", "豊川市 農務課", "農務課", "のうむか"),
        organisation("nenkin", "豊川市 保険年金課", "保険年金課", ""),
        organisation("hoiku", "保育課", "", "ほいくか"),
        organisation("centre", "豊川市保健センター", "保健センター", ""),
        organisation("joint", "地域・職域連携推進協議会", "", ""),
        organisation("hito", "ひとづくり課", "", ""),
        organisation("welfare", "Welfare Office", "WO", ""),
    ]
    .into();
    let member = |id: &str, name: &str, kana: &str, from: &str, post: &str, code: &str| Member {
        kana: kana.to_owned(),
        organisation: Some(from.into()),
        post: post.to_owned(),
        code: code.to_owned(),
        ..Member::new(id.into(), name)
    };
    let ended = Term { from: None, to: Some(day(2026, 3, 31)) };
    council.members = vec![
        Member { term: ended, ..member("noumu-before", "", "", "noumu", "課長", "") },
        member("noumu-head", "", "", "noumu", "課長", "N1"),
        member("nenkin-head", "", "", "nenkin", "課長", ""),
        member("centre-head", "", "", "centre", "センター長", ""),
        member("nurse", "山田 花子", "やまだ はなこ", "centre", "統括保健師", ""),
        member("clerk", "山田 太郎", "やまだ たろう", "hoiku", "係長", ""),
        Member {
            term: ended, ..member("moved", "見本 一郎", "みほん いちろう", "hoiku", "主査", "")
        },
        member("joined", "文例二郎", "ぶんれいじろう", "hito", "主事", ""),
    ]
    .into();
    let seat = |id: &str, title: &str, office, holder| Role {
        id: id.into(),
        title: title.to_owned(),
        office,
        holder: Some(holder),
        term: Term::default(),
    };
    let person = |id: &str| Party::Member(MemberId::from(id));
    council.roles = vec![
        seat("chair", "会長", Office::Chair, person("centre-head")),
        seat("vice-1", "副会長", Office::ViceChair, person("noumu-head")),
        seat("vice-2", "副会長", Office::ViceChair, person("nenkin-head")),
        seat("office", "事務局", Office::Secretariat, Party::Organisation(OrganisationId::from("centre"))),
        seat("head", "Chair", Office::Chair, person("nurse")),
    ]
    .into();
    council
}

/// What was understood, on one line: kind, speaker, 「text」, owners, due of an action, points, doubts.
fn shown(captured: &Captured) -> String {
    let (doubts, line) = (&captured.doubts, captured.clone().into_line(""));
    let mut shown = format!("{:?}", line.kind).to_lowercase();
    shown += if line.private { " off" } else { "" };
    let linked = |who: &Who| format!("{}{}", who.label, if who.party.is_none() { "?" } else { "" });
    shown.extend(line.speaker.iter().map(|who| format!(" {}", linked(who))));
    shown += &format!(" 「{}」", line.text);
    if line.kind == NewKind::Action {
        let owners: Vec<String> = line.owners.iter().map(linked).collect();
        shown += &format!(" <{}>", owners.join(","));
        shown += &match line.due {
            Due::NextMeeting => String::new(),
            Due::On(day) => format!(" @{}", day.format("%m-%d")),
            Due::Open => " @open".to_owned(),
        };
    }
    shown.extend(line.points.iter().map(|point| format!(" #{}", point.number())));
    shown.extend(doubts.iter().map(|doubt| match doubt {
        Doubt::UnknownName(name) => format!(" ?{name}"),
        Doubt::AmbiguousName { typed, candidates } => {
            let names: Vec<&str> = candidates.iter().map(|it| it.spelling.as_str()).collect();
            format!(" ?{typed}={}", names.join("/"))
        }
        Doubt::PastDue { typed, day } => format!(" ?{typed}<{}", day.format("%y-%m-%d")),
        Doubt::NoCommand(typed) => format!(" ?{typed}!"),
        Doubt::UnreadableDue { typed, why } => {
            let why = format!("{why:?}");
            format!(" ?{typed}:{}", why.split(' ').next().unwrap())
        }
    }));
    shown
}

fn check_all(council: &Council, cases: &[(&str, &str)]) {
    for (typed, expected) in cases {
        let read = read(council, today(), typed).unwrap();
        assert_eq!(shown(&read), *expected, "typed: {typed}");
    }
}

#[test]
fn nothing_typed_is_no_line() {
    for typed in ["", " ", "\u{3000}", " \u{3000} "] {
        assert_eq!(read(&council(), today(), typed), None);
    }
}

#[test]
fn a_bare_line_is_a_note_to_the_letter() {
    check_all(
        &council(),
        &[
            ("様式の話に移る。", "note 「様式の話に移る。」"),
            (" 前に空白 ", "note 「 前に空白 」"),
            ("　段落の頭。農務課：と書いてある。", "note 「　段落の頭。農務課：と書いてある。」"),
            ("開会は14:30、閉会は１５：３０", "note 「開会は14:30、閉会は１５：３０」"),
            ("https://example.jp/a を見る", "note 「https://example.jp/a を見る」"),
            (r"C:\健康\様式.xlsx", r"note 「C:\健康\様式.xlsx」"),
            (r"\\fs01\健康\様式.xlsx", r"note 「\\fs01\健康\様式.xlsx」"),
            ("￥5,000を計上", "note 「￥5,000を計上」"),
            ("……", "note 「……」"),
            ("：頭のコロン", "note 「：頭のコロン」"),
            ("それから、次の点：様式", "note 「それから、次の点：様式」"),
            ("宿題の確認をした", "note 「宿題の確認をした」"),
            ("メモ：会長：と書く", "note 「会長：と書く」"),
            ("NOTE: bring the forms", "note 「bring the forms」"),
        ],
    );
}

#[test]
fn an_escape_keeps_marks_as_letters() {
    check_all(
        &council(),
        &[
            ("＼決定：という札を配る", "note 「決定：という札を配る」"),
            (r"\農務課：と書く #6", "note 「農務課：と書く #6」"),
            ("￥宿題：と書く", "note 「宿題：と書く」"),
            (r"\\決定：x", r"note 「\決定：x」"),
            ("＼……と続く", "note 「……と続く」"),
            ("＼ただの文", "note 「＼ただの文」"),
            ("会長：＼決定：と書いた札", "speech 会長 「決定：と書いた札」"),
            ("会長：＼パス", "speech 会長 「＼パス」"),
            ("決定：様式は#6＼", "decision 「様式は#6」"),
            ("決定：様式は＼", "decision 「様式は＼」"),
        ],
    );
}

#[test]
fn a_name_before_a_colon_speaks() {
    check_all(
        &council(),
        &[
            ("農務課：図書館展示と合わせたい。", "speech 農務課 「図書館展示と合わせたい。」"),
            ("農務課:半角でも同じ", "speech 農務課 「半角でも同じ」"),
            ("農務課﹕ 空白一つは印のうち", "speech 農務課 「空白一つは印のうち」"),
            ("  農務課　：　全角の空白", "speech 農務課 「全角の空白」"),
            ("のうむか：かな", "speech 農務課 「かな」"),
            ("ﾉｳﾑｶ：半角カナ", "speech 農務課 「半角カナ」"),
            ("豊川市農務課：正式名", "speech 農務課 「正式名」"),
            ("農務課さん：敬称", "speech 農務課 「敬称」"),
            ("会長：続けたい。様式：別紙", "speech 会長 「続けたい。様式：別紙」"),
            ("会長様：始めます", "speech 会長 「始めます」"),
            ("事務局：資料2を見てください", "speech 事務局 「資料2を見てください」"),
            ("山田花子：空白なしの氏名", "speech 山田 花子 「空白なしの氏名」"),
            ("山田　花子 委員：敬称", "speech 山田 花子 「敬称」"),
            ("花子さん：名", "speech 山田 花子 「名」"),
            ("ヤマダ ハナコ：かな", "speech 山田 花子 「かな」"),
            ("保育課 山田：所属と姓", "speech 山田 太郎 「所属と姓」"),
            ("山田（保育課）：かっこの所属", "speech 山田 太郎 「かっこの所属」"),
            ("山田係長（保育課）：役職とかっこ", "speech 山田 太郎 「役職とかっこ」"),
            ("文例：姓だけ", "speech 文例二郎 「姓だけ」"),
            ("文例主事：姓と職", "speech 文例二郎 「姓と職」"),
            ("見本：前の委員", "speech 見本 一郎 「前の委員」"),
            ("n1：符号", "speech 農務課 課長 「符号」"),
            ("Ｎ１：全角の符号", "speech 農務課 課長 「全角の符号」"),
            ("wo: half width", "speech WO 「half width」"),
            ("CHAIR: let us begin", "speech Chair 「let us begin」"),
            ("会長：", "speech 会長 「」"),
        ],
    );
}

#[test]
fn a_person_is_named_by_post() {
    check_all(
        &council(),
        &[
            ("保険年金課 課長：一", "speech 保険年金課 課長 「一」"),
            ("保険年金課課長：二", "speech 保険年金課 課長 「二」"),
            ("保険年金課長：三", "speech 保険年金課 課長 「三」"),
            ("豊川市保険年金課長：四", "speech 保険年金課 課長 「四」"),
            ("保健センター長：五", "speech 保健センター センター長 「五」"),
            ("農務課長：今の人", "speech 農務課 課長 「今の人」"),
            ("統括保健師：六", "speech 山田 花子 「六」"),
            ("保育課長：名簿にない", "note 「保育課長：名簿にない」 ?保育課長"),
            ("課長：誰か", "note 「課長：誰か」 ?課長=農務課 課長/保険年金課 課長"),
        ],
    );
    let spoken = read(&council(), today(), "農務課長：今の人").unwrap().into_line("").speaker.unwrap();
    assert_eq!(spoken.party, Some(Party::Member(MemberId::from("noumu-head"))));
}

#[test]
fn a_name_that_leads_nowhere_or_to_several_is_told() {
    check_all(
        &council(),
        &[
            ("観光課：来月から", "note 「観光課：来月から」 ?観光課"),
            ("佐藤さん：質問", "note 「佐藤さん：質問」 ?佐藤さん"),
            ("山田：どちら", "note 「山田：どちら」 ?山田=山田 花子/山田 太郎"),
            (
                "宿題：副会長 〜 原稿",
                "action 「原稿」 <副会長?> ?副会長=副会長 農務課 課長/副会長 保険年金課 課長",
            ),
            ("副会長（農務課 課長）：私から", "speech 副会長 「私から」"),
            ("観光課：来月から #6", "note 「観光課：来月から」 #6 ?観光課"),
        ],
    );
}

#[test]
fn marks_say_what_a_line_is() {
    check_all(
        &council(),
        &[
            ("決定：様式は年2回出す", "decision 「様式は年2回出す」"),
            ("決：様式", "decision 「様式」"),
            ("決定: 様式：別紙1", "decision 「様式：別紙1」"),
            ("RESOLVED: two times a year", "decision 「two times a year」"),
            ("resolved： full width colon", "decision 「full width colon」"),
            ("ＤＥＣＩＳＩＯＮ：全角", "decision 「全角」"),
            ("保留：予算の扱い", "deferred 「予算の扱い」"),
            ("Deferred: the budget", "deferred 「the budget」"),
            ("提案：合同で開く", "proposal 「合同で開く」"),
            ("PROPOSAL: together", "proposal 「together」"),
            ("proposed: together", "proposal 「together」"),
            ("論点：負担の重さ", "issue 「負担の重さ」"),
            ("ISSUE: the load", "issue 「the load」"),
            ("……対象が重なる回は合同", "continue 「対象が重なる回は合同」"),
            ("… 空白一つ", "continue 「空白一つ」"),
            ("...and more", "continue 「and more」"),
            ("．．．全角", "continue 「全角」"),
            ("・・・中点", "continue 「中点」"),
            ("。。。IMEのまま", "continue 「IMEのまま」"),
            ("‥‥二点", "continue 「二点」"),
            ("・箇条書き", "note 「・箇条書き」"),
            ("..二つ", "note 「..二つ」"),
            ("決定：", "decision 「」"),
        ],
    );
}

#[test]
fn a_speaker_comes_with_a_mark() {
    check_all(
        &council(),
        &[
            ("農務課：提案：図書館展示", "proposal 農務課 「図書館展示」"),
            ("提案（農務課）：図書館展示", "proposal 農務課 「図書館展示」"),
            ("提案(保険年金課長): 様式", "proposal 保険年金課 課長 「様式」"),
            ("Proposal (WO): a form", "proposal WO 「a form」"),
            ("会長：決定：承認", "decision 会長 「承認」"),
            ("論点（山田）：負担", "issue 「（山田）負担」 ?山田=山田 花子/山田 太郎"),
            ("提案（観光課）：花火", "proposal 「（観光課）花火」 ?観光課"),
            ("決定（全会一致）：計画を承認", "decision 「（全会一致）計画を承認」"),
            ("宿題（農務課）：日程", "action 「日程」 <農務課>"),
            ("宿題（農務課、保育課）：日程 12/20まで", "action 「日程」 <農務課,保育課> @12-20"),
            ("宿題（至急）：日程", "action 「（至急）日程」 <>"),
            ("会長：宿題：農務課 〜 日程", "action 会長 「日程」 <農務課>"),
        ],
    );
}

#[test]
fn an_action_has_owners() {
    check_all(
        &council(),
        &[
            ("宿題：農務課、保健センター 〜 日程調整", "action 「日程調整」 <農務課,保健センター>"),
            ("宿題：農務課〜日程調整", "action 「日程調整」 <農務課>"),
            ("宿題：農務課・保育課～日程", "action 「日程」 <農務課,保育課>"),
            ("宿題：農務課,保育課，保健センター ~ 日程", "action 「日程」 <農務課,保育課,保健センター>"),
            ("宿題：農務課/保育課〜日程", "action 「日程」 <農務課,保育課>"),
            ("宿題：農務課と保育課 〜 日程", "action 「日程」 <農務課,保育課>"),
            ("宿題：農務課と保育課と会長 〜 日程", "action 「日程」 <農務課,保育課,会長>"),
            ("宿題：ひとづくり課 〜 研修", "action 「研修」 <ひとづくり課>"),
            ("宿題：ひとづくり課と農務課 〜 研修", "action 「研修」 <ひとづくり課,農務課>"),
            (
                "宿題：地域・職域連携推進協議会・農務課 〜 報告",
                "action 「報告」 <地域・職域連携推進協議会,農務課>",
            ),
            ("宿題：農務課、農務課 〜 一度", "action 「一度」 <農務課>"),
            ("宿題：農務課、観光課 〜 花火", "action 「花火」 <農務課,観光課?> ?観光課"),
            ("宿題：観光課〜花火", "action 「花火」 <観光課?> ?観光課"),
            ("宿題：山田 〜 原稿", "action 「原稿」 <山田?> ?山田=山田 花子/山田 太郎"),
            ("宿題：農務課：日程調整", "action 「日程調整」 <農務課>"),
            ("宿題：農務課、保育課：日程調整", "action 「日程調整」 <農務課,保育課>"),
            ("宿題：農務課、図書館展示の日程調整", "action 「図書館展示の日程調整」 <農務課>"),
            ("宿題：農務課、保健センターと調整する", "action 「保健センターと調整する」 <農務課>"),
            ("宿題：様式を作り、農務課へ送る", "action 「様式を作り、農務課へ送る」 <>"),
            ("宿題：日程調整", "action 「日程調整」 <>"),
            ("宿題：〜 農務課：という札", "action 「農務課：という札」 <>"),
            ("ACTION: WO, Chair to send the form", "action 「send the form」 <WO,Chair>"),
            ("action: wo and chair to send it to the city", "action 「send it to the city」 <WO,Chair>"),
            ("ACTION: Welfare Office to write", "action 「write」 <WO>"),
            ("ACTION: send the form to WO", "action 「send the form to WO」 <>"),
            ("ACTION: Planning ~ send the form", "action 「send the form」 <Planning?> ?Planning"),
        ],
    );
}

#[test]
fn a_range_is_not_a_list_of_owners() {
    check_all(
        &council(),
        &[
            ("宿題：10時〜12時に会場を見る", "action 「10時〜12時に会場を見る」 <>"),
            ("宿題：月曜〜金曜の朝に声かけ", "action 「月曜〜金曜の朝に声かけ」 <>"),
            ("宿題：月曜 〜 金曜の朝", "action 「月曜 〜 金曜の朝」 <>"),
            ("宿題：午前〜午後の受付", "action 「午前〜午後の受付」 <>"),
            ("宿題：来週〜再来週の当番", "action 「来週〜再来週の当番」 <>"),
            ("宿題：春〜秋の教室", "action 「春〜秋の教室」 <>"),
            ("宿題：小学校〜中学校の便り", "action 「小学校〜中学校の便り」 <>"),
            ("宿題：A〜Cの案を比べる", "action 「A〜Cの案を比べる」 <>"),
            ("宿題：様式1〜様式3をそろえる", "action 「様式1〜様式3をそろえる」 <>"),
            ("宿題：会場を朝〜夕方まで押さえる", "action 「会場を朝〜夕方まで押さえる」 <>"),
            ("宿題：農務課 〜 10時〜12時の見守り", "action 「10時〜12時の見守り」 <農務課>"),
            ("宿題：農務課：朝〜夕方の見守り", "action 「朝〜夕方の見守り」 <農務課>"),
            ("宿題：農務課、朝〜夕方の見守り", "action 「朝〜夕方の見守り」 <農務課>"),
            ("宿題：展示 12/1〜12/20", "action 「展示 12/1〜12/20」 <>"),
            ("宿題：展示 12/1〜12/20まで", "action 「展示 12/1〜12/20まで」 <>"),
        ],
    );
}

#[test]
fn an_action_has_a_due() {
    check_all(
        &council(),
        &[
            ("宿題：農務課 〜 日程 期限12/20", "action 「日程」 <農務課> @12-20"),
            (
                "宿題：農務課、保健センター 〜 図書館展示の日程調整 期限来週金曜",
                "action 「図書館展示の日程調整」 <農務課,保健センター> @11-27",
            ),
            ("宿題：日程調整期限１２／２０", "action 「日程調整」 <> @12-20"),
            ("宿題：日程 期限：来週金曜", "action 「日程」 <> @11-27"),
            ("宿題：日程、期限12/20まで", "action 「日程」 <> @12-20"),
            ("宿題：日程（期限12/20）", "action 「日程」 <> @12-20"),
            ("宿題：日程 期限12/20（日）", "action 「日程」 <> @12-20"),
            ("宿題：日程 〆切 12/5", "action 「日程」 <> @12-05"),
            ("宿題：日程 締め切り12月5日", "action 「日程」 <> @12-05"),
            ("宿題：日程 12/20まで", "action 「日程」 <> @12-20"),
            ("宿題：日程 12/20までに。", "action 「日程」 <> @12-20"),
            ("宿題：日程調整12月20日（日）まで", "action 「日程調整」 <> @12-20"),
            ("宿題：日程 来週金曜まで", "action 「日程」 <> @11-27"),
            ("宿題：日程 12/20必着", "action 「日程」 <> @12-20"),
            ("宿題：日程(12/5)", "action 「日程」 <> @12-05"),
            ("宿題：日程（12/5）", "action 「日程」 <> @12-05"),
            ("宿題：日程 期限 次回", "action 「日程」 <>"),
            ("宿題：日程 次回まで", "action 「日程」 <>"),
            ("宿題：日程 期限なし", "action 「日程」 <> @open"),
            ("宿題：12/20までに様式を出す", "action 「様式を出す」 <> @12-20"),
            ("宿題：農務課 〜 12/20までに、様式を出す", "action 「様式を出す」 <農務課> @12-20"),
            ("ACTION: WO to write - due 12/20", "action 「write」 <WO> @12-20"),
            ("ACTION: WO to write - Due Dec 20", "action 「write」 <WO> @12-20"),
            ("ACTION: WO to write, due next friday", "action 「write」 <WO> @11-27"),
            ("ACTION: WO to write (due 20 Dec)", "action 「write」 <WO> @12-20"),
            ("ACTION: WO to write by Dec 20.", "action 「write」 <WO> @12-20"),
            ("ACTION: WO to write - due open", "action 「write」 <WO> @open"),
            ("ACTION: 期限の整理 - due Dec 20", "action 「期限の整理」 <> @12-20"),
            ("宿題：日程 期限12/20 #6", "action 「日程」 <> @12-20 #6"),
            ("宿題：日程 #6 期限12/20", "action 「日程」 <> @12-20 #6"),
        ],
    );
}

#[test]
fn what_is_no_due_stays_in_the_text() {
    check_all(
        &council(),
        &[
            ("宿題：日程 期限2/30", "action 「日程 期限2/30」 <> ?2/30:NoSuchDay"),
            ("宿題：日程 2/30まで", "action 「日程 2/30まで」 <> ?2/30:NoSuchDay"),
            ("宿題：日程（2/30）", "action 「日程（2/30）」 <> ?2/30:NoSuchDay"),
            ("宿題：日程 期限そのうち", "action 「日程 期限そのうち」 <> ?そのうち:NotADate"),
            ("宿題：日程 期限12/20（月）", "action 「日程 期限12/20（月）」 <> ?12/20（月）:WeekdayMismatch"),
            ("ACTION: write - due some day", "action 「write - due some day」 <> ?some day:NotADate"),
            ("宿題：申請期限の一覧を作る", "action 「申請期限の一覧を作る」 <>"),
            ("宿題：期限切れの備品を数える", "action 「期限切れの備品を数える」 <>"),
            ("宿題：期限内に出す", "action 「期限内に出す」 <>"),
            ("宿題：国の補助金まで調べる", "action 「国の補助金まで調べる」 <>"),
            ("宿題：対象は国の補助金まで", "action 「対象は国の補助金まで」 <>"),
            ("宿題：受付は18時まで", "action 「受付は18時まで」 <>"),
            ("宿題：定員は10まで", "action 「定員は10まで」 <>"),
            ("宿題：様式1 2/20まで", "action 「様式1」 <> @02-20"),
            ("宿題：会場 12/20（日）", "action 「会場 12/20（日）」 <>"),
            ("宿題：様式（2-1）", "action 「様式（2-1）」 <>"),
            ("宿題：様式（3）", "action 「様式（3）」 <>"),
            ("ACTION: collect the residue", "action 「collect the residue」 <>"),
            ("ACTION: go by bus", "action 「go by bus」 <>"),
        ],
    );
}

#[test]
fn points_stand_at_the_end() {
    check_all(
        &council(),
        &[
            ("様式を見る #6", "note 「様式を見る」 #6"),
            ("様式を見る＃６", "note 「様式を見る」 #6"),
            ("様式を見る #ツール", "note 「様式を見る」 #6"),
            ("様式を見る ＃ﾂｰﾙ #tools", "note 「様式を見る」 #6"),
            ("様式 #俯瞰 #10 #1", "note 「様式」 #9 #10 #1"),
            ("様式 #11", "note 「様式 #11」"),
            ("様式 #0", "note 「様式 #0」"),
            ("様式 # 6", "note 「様式 # 6」"),
            ("#6 の様式", "note 「#6 の様式」"),
            ("#6", "note 「#6」"),
            ("会長：続ける #5#6", "speech 会長 「続ける」 #5 #6"),
            ("決定：様式 #Feedback", "decision 「様式」 #8"),
            ("……続き #6", "continue 「続き」 #6"),
        ],
    );
}

#[test]
fn every_point_is_called_by_number_key_and_name() {
    let names = ["ヨーイ", "風", "根拠", "仲間", "協議組織", "ツール", "育てる", "評価", "俯瞰", "人材"];
    for (point, name) in crate::domain::Point::ALL.into_iter().zip(names) {
        for tag in [name.to_owned(), point.number().to_string(), point.key().to_uppercase()] {
            let read = read(&council(), today(), &format!("様式 #{tag}")).unwrap();
            assert_eq!(read.into_line("").points, [point], "{tag}");
        }
    }
}

#[test]
fn forms_resolve_names_too() {
    let council = council();
    let found = |name| resolve(&council, today(), name);
    let chair = Who::new("会長", Some(Party::Role("chair".into())));
    assert_eq!(found("会長"), Resolution::One(chair));
    assert_eq!(found(""), Resolution::Unknown);
    assert_eq!(found("氏"), Resolution::Unknown);
    assert!(matches!(found("山田氏"), Resolution::Many(both) if both.len() == 2));
    let before = resolve(&council, day(2026, 3, 1), "農務課長");
    assert!(matches!(before, Resolution::Many(both) if both.len() == 2));
}
