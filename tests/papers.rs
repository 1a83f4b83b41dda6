//! Papers read back: the minutes of a small meeting in both languages and formats, and text that comes out as it went in.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use norishiro::{
    domain::{
        Council, Due, Head, History, How, Item, ItemKind, ItemState, MeetingRoleKind, Member, Mint, Mode,
        Office, Organisation, Party, Resolution, Role, Term, Votes, Who,
        decide::{
            Decision, agenda, meeting, minutes,
            minutes::Stamp,
            record,
            record::{NewKind, NewLine},
            roster,
        },
        id::MeetingId,
    },
    paper::{self, Names, Options, PaperError, Source, markdown, plain, wording::Wording},
    words::{Lang, Words},
};

fn clock(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
}

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

/// A council at work, with the time moving as the test says.
struct Session {
    history: History,
    mint: Mint,
    now: NaiveDateTime,
    meeting: MeetingId,
}

impl Session {
    fn does(&mut self, decide: impl FnOnce(&Council, &MeetingId, &mut Mint, NaiveDateTime) -> Decision) {
        let edits = decide(self.history.council(), &self.meeting, &mut self.mint, self.now).unwrap();
        self.history.push(self.now, edits).unwrap();
    }

    fn plan(&mut self, date: NaiveDate, place: &str) -> MeetingId {
        let plan = meeting::Plan { date, start: clock(14, 0), end: clock(15, 30), place: place.to_owned() };
        let (id, edits) = meeting::plan(self.history.council(), &plan, &mut self.mint).unwrap();
        self.history.push(self.now, edits).unwrap();
        id
    }

    fn item(&mut self, title: &str, kind: ItemKind, presenter: Option<&str>, materials: &[&str]) {
        let item = Item {
            kind,
            presenter: presenter.map(|label| Who::new(label, None)),
            materials: materials.iter().map(|it| (*it).to_owned()).collect(),
            ..Item::new(self.mint.id(), title, 20)
        };
        self.does(|council, meeting, _, _| agenda::add(council, meeting, item));
    }

    fn at(&mut self, hour: u32, minute: u32) {
        self.now = day(11, 20).and_time(clock(hour, minute));
    }

    fn attend(&mut self, member: &str, mode: Mode) {
        self.does(|council, meeting, _, now| {
            roster::attend(council, meeting, &member.into(), mode.clone(), now)
        });
    }

    fn write(&mut self, kind: NewKind, speaker: &str, text: &str) {
        self.give(kind, speaker, text, &[], Due::NextMeeting);
    }

    fn give(&mut self, kind: NewKind, speaker: &str, text: &str, owners: &[&str], due: Due) {
        self.now += TimeDelta::minutes(1);
        let new = NewLine {
            kind,
            speaker: (!speaker.is_empty()).then(|| Who::new(speaker, None)),
            text: text.to_owned(),
            owners: owners.iter().map(|label| Who::new(*label, None)).collect(),
            due,
            points: Vec::new(),
            private: false,
            at: None,
        };
        self.does(|council, meeting, mint, now| record::write(council, meeting, None, new, now, mint));
    }

    fn next(&mut self) {
        self.does(|council, _, mint, now| agenda::next(council, now, mint));
    }

    fn minutes(&self, lang: Lang, options: Options) -> paper::Document {
        let council = self.history.council();
        let meeting = council.meetings.get(&self.meeting).unwrap();
        let wording = Wording::built_in(lang);
        let source = Source { council, words: Words::new(lang), now: self.now, wording: &wording };
        paper::minutes(source, meeting, options).unwrap()
    }
}

fn council() -> Council {
    let mut council = Council::new(Head::new("健診受診率向上 庁内プロジェクトチーム"));
    let sections = [
        ("hoken", "保険年金課"),
        ("hoiku", "保育課"),
        ("nomu", "農務課"),
        ("sports", "スポーツ課"),
        ("center", "保健センター"),
    ];
    council.organisations = sections.map(|(id, name)| Organisation::new(id.into(), name)).to_vec().into();
    let people = [
        ("m1", "hoken", "課長"),
        ("m2", "hoiku", "主任"),
        ("m3", "nomu", "係長"),
        ("m4", "sports", "主査"),
        ("m5", "center", "保健師"),
        ("m6", "sports", "主事"),
    ];
    council.members = people
        .map(|(id, section, post)| Member {
            organisation: Some(section.into()),
            post: post.into(),
            non_voting: id == "m5",
            ..Member::new(id.into(), "")
        })
        .to_vec()
        .into();
    let seat = |id: &str, title: &str, office, holder| Role {
        id: id.into(),
        title: title.into(),
        office,
        holder: Some(holder),
        term: Term::default(),
    };
    council.roles = vec![
        seat("r1", "リーダー", Office::Chair, Party::Member("m1".into())),
        seat("r2", "議事録署名人", Office::Signatory, Party::Member("m1".into())),
        seat("r3", "事務局", Office::Secretariat, Party::Organisation("center".into())),
    ]
    .into();
    council
}

/// A meeting planned for 14:00 to 15:30 with four items.
fn planned() -> Session {
    let mut session = Session {
        history: History::new(council(), 0),
        mint: Mint::seeded(5),
        now: day(11, 1).and_time(clock(9, 0)),
        meeting: "none".into(),
    };
    session.meeting = session.plan(day(11, 20), "庁舎 第2会議室");
    session.item("前回からの宿題", ItemKind::Report, Some("保健センター"), &["資料1 宿題一覧"]);
    session.item(
        "計画・評価表の進め方",
        ItemKind::Deliberation,
        None,
        &["資料2 計画・評価表", "資料2-1 記入例"],
    );
    session.item("啓発資材", ItemKind::Discussion, None, &["資料1 宿題一覧"]);
    session.item("次回日程", ItemKind::Other, None, &[]);
    session
}

/// The same, held from 14:02 to 15:20.
fn held() -> Session {
    let mut session = planned();
    session.does(|council, id, _, _| {
        meeting::set_role(council, id, MeetingRoleKind::Facilitator, Some(Who::new("保険年金課 課長", None)))
    });
    session.does(|council, id, _, _| {
        meeting::set_role(council, id, MeetingRoleKind::Recorder, Some(Who::new("保健センター", None)))
    });
    session.does(|council, id, _, _| roster::count_observers(council, id, 2));
    session.at(14, 2);
    session.does(|council, id, mint, now| meeting::start(council, id, now, mint));
    session.attend("m1", Mode::Present);
    session.attend("m5", Mode::Present);
    session.attend("m3", Mode::Proxy(Who::new("農務課 技師", None)));
    session.attend("m4", Mode::Excused);
    session.at(14, 10);
    session.write(NewKind::Speech, "保健センター", "宿題は3つのうち2つが済んだ。");
    session.write(NewKind::Note, "", "HbA1cの認知度は43.0%から65.7%に上がった（資料1）");
    session.at(14, 20);
    session.attend("m2", Mode::Online);
    session.next();
    session.write(NewKind::Issue, "", "更新は年に何回が無理なく続くか");
    session.write(NewKind::Speech, "保育課", "給食便りの欄を使える。");
    session.write(NewKind::Continue, "", "年4回、次は1月号。");
    session.write(NewKind::Proposal, "農務課", "図書館展示と合わせれば負担は増えない。");
    session.write(NewKind::Decision, "", "計画・評価表は各課が年2回更新する（全会一致）");
    let due = Due::On(day(12, 12));
    session.give(NewKind::Action, "", "給食便り1月号の原稿", &["保育課", "保健センター"], due);
    session.give(NewKind::Action, "", "図書館展示の日程調整", &[], Due::NextMeeting);
    session.write(NewKind::Deferred, "", "予算の分担");
    session.at(15, 0);
    session.does(|council, id, _, now| roster::leave(council, id, &"m2".into(), now));
    let third = session.history.council().body(&session.meeting).unwrap().items[2].id.clone();
    session.does(|council, id, mint, now| {
        agenda::set_state(council, id, &third, ItemState::Deferred, now, mint)
    });
    session.next();
    session.at(15, 20);
    session.does(|council, _, mint, now| meeting::close(council, now, mint));
    session.write(NewKind::Note, "", "閉会後に会場の鍵を返却");
    session.plan(day(12, 18), "オンライン");
    session
}

#[test]
fn minutes_in_japanese() {
    let paper = held().minutes(Lang::Ja, Options::default());
    insta::assert_snapshot!("minutes_ja_txt", plain::write(&paper));
    insta::assert_snapshot!("minutes_ja_md", markdown::write(&paper));
}

#[test]
fn minutes_in_english() {
    let paper = held().minutes(Lang::En, Options { times: true, ..Options::default() });
    insta::assert_snapshot!("minutes_en_txt", plain::write(&paper));
    insta::assert_snapshot!("minutes_en_md", markdown::write(&paper));
}

#[test]
fn a_planned_meeting_has_a_paper_too() {
    insta::assert_snapshot!("planned_ja_txt", plain::write(&planned().minutes(Lang::Ja, Options::default())));
}

#[test]
fn a_meeting_that_is_not_loaded_has_no_minutes() {
    let session = planned();
    let mut council = session.history.council().clone();
    council.bodies.clear();
    let meeting = council.meetings.get(&session.meeting).unwrap();
    let wording = Wording::built_in(Lang::Ja);
    let words = Words::new(Lang::Ja);
    let source = Source { council: &council, words, now: session.now, wording: &wording };
    assert_eq!(paper::minutes(source, meeting, Options::default()), Err(PaperError::NotLoaded));
}

/// Lines that a writer could mistake for its own marks.
const NASTY: [&str; 8] = [
    "# 見出し",
    "- [ ] *確認* | 済",
    "1. 一番",
    "    四つの空白",
    "<b>太字</b> &amp; [資料](http://example.jp)",
    "\\",
    "---",
    "・○【第9回-決定9】",
];

#[test]
fn plain_minutes_hold_every_line_to_the_letter() {
    let mut session = planned();
    session.at(14, 0);
    session.does(|council, id, mint, now| meeting::start(council, id, now, mint));
    for text in NASTY {
        session.write(NewKind::Note, "", text);
        session.write(NewKind::Speech, "農務課", text);
    }
    let text = plain::write(&session.minutes(Lang::Ja, Options::default()));
    let lines: Vec<&str> = text.lines().collect();
    for typed in NASTY {
        assert!(lines.contains(&typed), "{typed}");
        assert!(lines.contains(&format!("○農務課　{typed}").as_str()), "{typed}");
    }
}

#[test]
fn a_line_whose_item_is_gone_is_still_in_the_minutes() {
    let session = held();
    let mut council = session.history.council().clone();
    let body = council.bodies.get_mut(&session.meeting).unwrap();
    let mut lines = body.lines.to_vec();
    lines[3].item = Some("gone".into());
    body.lines = lines.into();
    let meeting = council.meetings.get(&session.meeting).unwrap();
    let wording = Wording::built_in(Lang::Ja);
    let words = Words::new(Lang::Ja);
    let source = Source { council: &council, words, now: session.now, wording: &wording };
    let paper = paper::minutes(source, meeting, Options::default()).unwrap();
    let text = plain::write(&paper);
    let outside = text.split("議題のほか").nth(1).unwrap();
    assert!(outside.contains("○保育課　給食便りの欄を使える。"));
}

/// The held meeting with how its decision was taken, one summary, and somebody who is no office under their own name.
fn resolved() -> Session {
    let mut session = held();
    session.write(NewKind::Speech, "保険年金課 課長", "続けて会長として伝えます。");
    session.write(NewKind::Speech, "山の会 代表", "場所を貸せます。");
    let body = session.history.council().body(&session.meeting).unwrap();
    let line = body.lines.iter().find(|line| line.text.contains("年2回更新")).unwrap().id.clone();
    let item = body.items[0].id.clone();
    let resolution = Resolution {
        how: How::Counted,
        votes: Some(Votes { yes: 2, no: 1, abstained: 0 }),
        dissented: vec![Who::new("農務課", None)],
        review: Some(day(12, 18)),
        ..Resolution::default()
    };
    session.does(|council, id, _, _| minutes::resolve(council, id, &line, Some(resolution)));
    session.does(|council, id, _, _| minutes::summarise(council, id, &item, "宿題は一つを残して済んだ。"));
    session
}

fn text(session: &Session, names: Names) -> String {
    plain::write(&session.minutes(Lang::Ja, Options { names, ..Options::default() }))
}

#[test]
fn a_summary_stands_for_its_lines_unless_every_line_is_wanted() {
    let session = resolved();
    let short = text(&session, Names::Full);
    assert!(short.contains("宿題は一つを残して済んだ。") && !short.contains("2つが済んだ"), "{short}");
    let options = Options { verbatim: true, ..Options::default() };
    let whole = plain::write(&session.minutes(Lang::Ja, options));
    assert!(!whole.contains("宿題は一つを残して済んだ。") && whole.contains("2つが済んだ"), "{whole}");
}

#[test]
fn each_reader_gets_the_names_meant_for_them() {
    let session = resolved();
    for (names, held, absent) in [
        (Names::Full, &["○保育課　給食便り", "反対 農務課", "保険年金課 課長"][..], &["委員A"][..]),
        (
            Names::Office,
            &["○委員　給食便り", "○事務局　", "○リーダー　続けて", "反対 委員", "○出席者　場所", "委員　1人"],
            &["○保育課", "山の会", "課長", "主任"],
        ),
        (
            Names::Letters,
            &["○委員A　給食便り", "（委員B）図書館", "反対 委員B", "○リーダー　続けて", "○出席者A　場所"],
            &["○保育課", "山の会", "課長", "主任"],
        ),
        (
            Names::None,
            &["○給食便り", "【提案】図書館展示", "○場所を"],
            &["○保育課", "反対 ", "山の会", "課長"],
        ),
    ] {
        let paper =
            plain::write(&session.minutes(Lang::Ja, Options { verbatim: true, names, ..Options::default() }));
        for wanted in held {
            assert!(paper.contains(wanted), "{names:?} {wanted}\n{paper}");
        }
        for unwanted in absent {
            assert!(!paper.contains(unwanted), "{names:?} {unwanted}\n{paper}");
        }
    }
}

#[test]
fn what_is_off_the_record_is_in_no_paper() {
    let mut session = resolved();
    for kind in [NewKind::Note, NewKind::Speech, NewKind::Deferred, NewKind::Proposal] {
        let speaker = (kind == NewKind::Speech).then(|| Who::new("オフの人", None));
        let new =
            NewLine { kind, speaker, text: "ここだけの話".into(), private: true, ..NewLine::default() };
        session.does(|council, meeting, mint, now| record::write(council, meeting, None, new, now, mint));
    }
    for names in [Names::Full, Names::Office, Names::Letters, Names::None] {
        for verbatim in [false, true] {
            let options = Options { names, verbatim, times: true };
            let paper = markdown::write(&session.minutes(Lang::Ja, options));
            assert!(!paper.contains("ここだけ") && !paper.contains("オフの人"), "{paper}");
        }
    }
}

#[test]
fn a_final_paper_is_no_draft_and_carries_version_hash_and_who_signs() {
    let mut session = resolved();
    assert!(
        text(&session, Names::Full)
            .starts_with("健診受診率向上 庁内プロジェクトチーム 令和8年度 第1回 会議録（案）")
    );
    for round in 0..2 {
        let stamp = Stamp { at: session.now, by: "事務局" };
        session.does(|council, id, _, _| minutes::check(council, id, stamp, true));
        session.does(|council, id, _, _| minutes::finalise(council, id, stamp, true));
        if round == 0 {
            session.does(|council, id, _, _| minutes::reopen(council, id, stamp, "人数の誤り"));
        }
    }
    let paper = text(&session, Names::Full);
    let meeting = session.history.council().meetings.get(&session.meeting).unwrap();
    let hash = &meeting.minutes.in_force().unwrap().hash;
    for wanted in ["第2版（", "第1版を", "人数の誤り", hash, "議事録署名人", "賛成2・反対1・棄権0", "見直し"]
    {
        assert!(paper.contains(wanted), "{wanted}\n{paper}");
    }
    assert!(!paper.contains("（案）"));
    insta::assert_snapshot!("final_ja_txt", paper.replace(hash.as_str(), "HASH"));
}
