//! A study committee as its public report prints it: members with ◎ for the chair, meetings with hours, place and agenda.
//! And what is typed while its second meeting is held. Readings are of family names only; what is said keeps to the report's facts.

pub const NAME: &str = "地域共生社会の実現に向けた分野横断的な地域づくりの手法に関する調査研究 検討委員会";
pub const SHORT: &str = "検討委員会";
pub const SLUG: &str = "kentou-iinkai";

pub struct Organisation {
    pub name: &'static str,
    pub short: &'static str,
    pub kana: &'static str,
    /// A municipality: community health among the classes.
    pub municipal: bool,
}

pub const ORGANISATIONS: [Organisation; 6] = [
    Organisation { name: "久留米市", short: "", kana: "くるめし", municipal: true },
    Organisation {
        name: "兵庫県立大学", short: "", kana: "ひょうごけんりつだいがく", municipal: false
    },
    Organisation {
        name: "同志社大学", short: "", kana: "どうししゃだいがく", municipal: false
    },
    Organisation {
        name: "まちの保育園 小竹向原", short: "", kana: "まちのほいくえん", municipal: false
    },
    Organisation {
        name: "社会福祉法人三股町社会福祉協議会",
        short: "三股町社協",
        kana: "みまたちょう",
        municipal: false,
    },
    Organisation { name: "豊明市", short: "", kana: "とよあけし", municipal: true },
];

pub struct Member {
    pub name: &'static str,
    pub kana: &'static str,
    /// What is typed before Tab completes it.
    pub from: &'static str,
    pub post: &'static str,
    pub office: &'static str,
}

const fn member(name: &'static str, kana: &'static str, from: &'static str, post: &'static str) -> Member {
    Member { name, kana, from, post, office: "" }
}

/// In the order of the report; each comes from the organisation at the same place.
pub const MEMBERS: [Member; 6] = [
    member("秋山 太", "あきやま", "くる", "健康福祉部 地域福祉課 主査"),
    member("竹端 寛", "たけばた", "ひょうご", "環境人間学部 教授"),
    Member {
        office: "◎", ..member("永田 祐", "ながた", "同志社", "社会学部 社会福祉学科 教授")
    },
    member("根岸 拓哉", "ねぎし", "まちの", "チーフコミュニティコーディネーター"),
    member("松崎 亮", "まつざき", "三股", "コミュニティデザインラボ 所長"),
    member("松本 小牧", "まつもと", "とよあけ", "市民生活部 共生社会課 課長"),
];

pub struct Meeting {
    /// As typed, with full-width digits and colons; and as stored.
    pub typed: [&'static str; 3],
    pub date: &'static str,
    pub start: &'static str,
    pub end: &'static str,
    pub place: &'static str,
    pub items: &'static [&'static str],
}

const TOKYO: &str = "TKP 東京駅カンファレンスセンター カンファレンスルーム 10B";
const ONLINE: &str = "ZOOM によるオンライン開催";

/// The third was called in a hurry at the second; until then the fourth was the third.
pub const MEETINGS: [Meeting; 4] = [
    Meeting {
        typed: ["令和６年９月３０日", "１５：００", "１７：３０"],
        date: "2024-09-30",
        start: "15:00:00",
        end: "17:30:00",
        place: TOKYO,
        items: &[
            "文献・資料調査結果の報告",
            "都道府県アンケート調査結果の報告",
            "包括的な支援体制の整備に向けた地域づくりに関する論点",
            "地域づくりヒアリング調査実施計画",
        ],
    },
    Meeting {
        typed: ["R6.12.10", "17：30", "２０時"],
        date: "2024-12-10",
        start: "17:30:00",
        end: "20:00:00",
        place: TOKYO,
        items: &["ヒアリング調査結果中間報告", "ガイドブック構成案", "事例集の構成案"],
    },
    Meeting {
        typed: ["２０２５／２／５", "１８：００", "２時間"],
        date: "2025-02-05",
        start: "18:00:00",
        end: "20:00:00",
        place: ONLINE,
        items: &["ガイドブック構成案", "事例集の構成案"],
    },
    Meeting {
        typed: ["令和７年３月２８日（金）", "９：３０", "１２：００"],
        date: "2025-03-28",
        start: "09:30:00",
        end: "12:00:00",
        place: ONLINE,
        items: &["ガイドブック案", "事例集案"],
    },
];

/// A line of the record: what is typed before Tab, what after, and what is to be kept.
pub struct Line {
    pub completed: &'static str,
    pub typed: &'static str,
    pub kind: &'static str,
    pub speaker: Option<&'static str>,
    pub text: &'static str,
}

const fn line(typed: &'static str, kind: &'static str, speaker: &'static str, text: &'static str) -> Line {
    let speaker = if speaker.is_empty() { None } else { Some(speaker) };
    Line { completed: "", typed, kind, speaker, text }
}

const fn tabbed(completed: &'static str, line: Line) -> Line {
    Line { completed, ..line }
}

/// What is typed at the second meeting, item by item.
pub const RECORD: [&[Line]; 3] = [
    &[
        line(
            "会長：第２回検討委員会を開きます。資料は３点です。お手元にありますか。",
            "speech",
            "会長",
            "第２回検討委員会を開きます。資料は３点です。お手元にありますか。",
        ),
        tabbed(
            "まつざき",
            line(
                "三股町のヒアリングは１２月３日に終わりました。コミュニティデザインラボで話を聞いています。",
                "speech",
                "松崎 亮",
                "三股町のヒアリングは１２月３日に終わりました。コミュニティデザインラボで話を聞いています。",
            ),
        ),
        line(
            "松本　小牧:豊明市は12月6日でした。記録は事務局に渡してあります。",
            "speech",
            "松本 小牧",
            "豊明市は12月6日でした。記録は事務局に渡してあります。",
        ),
        line(
            "対象７件のうち５件が終了（養父市、酒田市、明石市、三股町、豊明市）。残りは12/12と1/20。",
            "note",
            "",
            "対象７件のうち５件が終了（養父市、酒田市、明石市、三股町、豊明市）。残りは12/12と1/20。",
        ),
        line(
            "宿題：事務局 〜 残る２件のヒアリングを行い、結果を取りまとめる　期限１／２０",
            "action",
            "",
            "残る２件のヒアリングを行い、結果を取りまとめる",
        ),
    ],
    &[
        line(
            "論点：「包括的な支援体制」に地域づくりがなぜ要るのかを、どの章で述べるか。",
            "issue",
            "",
            "「包括的な支援体制」に地域づくりがなぜ要るのかを、どの章で述べるか。",
        ),
        line(
            "提案（竹端 寛）：章の初めに、読み手への問いを置く。",
            "proposal",
            "竹端 寛",
            "章の初めに、読み手への問いを置く。",
        ),
        line(
            "決定：ガイドブックの構成案は、本日の意見を入れて、もう一度協議する。",
            "decision",
            "",
            "ガイドブックの構成案は、本日の意見を入れて、もう一度協議する。",
        ),
        line(
            "保留：調査資料を載せる範囲は、事例集の構成とあわせて考える。",
            "deferred",
            "",
            "調査資料を載せる範囲は、事例集の構成とあわせて考える。",
        ),
    ],
    &[
        tabbed(
            "ねぎし",
            line(
                "オンラインからです。画面の資料４は見えています。",
                "speech",
                "根岸 拓哉",
                "オンラインからです。画面の資料４は見えています。",
            ),
        ),
        line(
            "宿題：豊明市、三股町社協 〜 事例集に載せる記述を確かめる",
            "action",
            "",
            "事例集に載せる記述を確かめる",
        ),
        line("宿題：〜 印刷の部数を調べる 期限3/14", "action", "", "印刷の部数を調べる"),
        line(
            "決定：議論を続けるため、令和７年２月５日にオンラインで追加の委員会を開く。（全会一致）",
            "decision",
            "",
            "議論を続けるため、令和７年２月５日にオンラインで追加の委員会を開く。（全会一致）",
        ),
    ],
];

/// Typed after the last decision as its continuation.
pub const CONTINUED: [&str; 2] = ["……当初の計画の３回に１回を加える。", "当初の計画の３回に１回を加える。"];

pub struct Action {
    pub number: u32,
    pub text: &'static str,
    pub owners: &'static [&'static str],
    pub due: &'static str,
}

pub const ACTIONS: [Action; 3] = [
    Action {
        number: 1,
        text: "残る２件のヒアリングを行い、結果を取りまとめる",
        owners: &["事務局"],
        due: "2025-01-20",
    },
    // Nothing said about when: the next meeting.
    Action {
        number: 2,
        text: "事例集に載せる記述を確かめる",
        owners: &["豊明市", "三股町社協"],
        due: "2025-02-05",
    },
    Action { number: 3, text: "印刷の部数を調べる", owners: &[], due: "2025-03-14" },
];
