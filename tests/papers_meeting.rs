//! The papers of a meeting (agenda, notice, minutes, summary) as text, in both languages and every state; who may be named in them; and
//! nothing off the record in any.

use chrono::{NaiveDateTime, NaiveTime};
use norishiro::{
    domain::{
        Council, Head, Meeting, MeetingState, Office, Openness, Party, Role, Who,
        decide::{
            meeting::{self, Plan},
            minutes::{self, Stamp},
        },
        id::MeetingId,
    },
    knowledge::{phrases, samples},
    paper::{Content, Document, Format, Kind, Names, Order, PaperError, Source, compose, wording::Wording},
    store::Home,
    words::{Lang, Words},
};
use proptest::prelude::*;
use std::{collections::BTreeMap, sync::LazyLock};

#[path = "support/councils.rs"]
#[allow(dead_code, reason = "each test file uses its own part of it")]
mod councils;

/// The papers that are about one meeting and made of text.
const KINDS: [Kind; 4] = [Kind::Agenda, Kind::Notice, Kind::Minutes, Kind::Summary];

/// The sample, read whole.
fn sample() -> Council {
    static SAMPLE: LazyLock<Council> = LazyLock::new(|| {
        let folder = tempfile::tempdir().expect("a folder for one test");
        let home = Home::at(folder.path());
        let mut workspace = home.plant("toyokawa", samples::toyokawa()).expect("a sound sample");
        workspace.read_all().expect("all of it can be read");
        workspace.council().clone()
    });
    SAMPLE.clone()
}

fn now() -> NaiveDateTime {
    "2026-11-06T09:00:00".parse().expect("a moment")
}

fn order(kind: Kind, meeting: &str, names: Names) -> Order {
    Order { format: Format::Md, meeting: Some(meeting.into()), names, ..Order::new(kind) }
}

fn made(council: &Council, order: &Order, wording: &Wording) -> Result<Document, PaperError> {
    let source = Source { council, words: Words::new(wording.lang()), now: now(), wording };
    match compose(order, source)? {
        Content::Document(document) => Ok(document),
        other => panic!("{:?} is no document", other.preview()),
    }
}

fn text(council: &Council, order: &Order, lang: Lang) -> String {
    let document = made(council, order, &Wording::built_in(lang)).expect("the paper can be made");
    Content::Document(document).preview()
}

fn changed(mut council: Council, meeting: &str, change: impl FnOnce(&mut Meeting)) -> Council {
    if let Some(edit) = council.meetings.changing(&meeting.into(), change) {
        council.meetings.apply(&edit).expect("it is as it was");
    }
    council
}

/// The third meeting of the sample with its minutes checked and final.
fn finished() -> Council {
    let mut council = sample();
    let id = MeetingId::from("fy2026-3");
    let stamp = Stamp { at: now(), by: "事務局" };
    let checked = minutes::check(&council, &id, stamp, true).expect("it can be checked");
    council.apply_all(&checked).expect("the edits fit");
    let made_final = minutes::finalise(&council, &id, stamp, true).expect("it can be made final");
    council.apply_all(&made_final).expect("the edits fit");
    council
}

/// A council nobody has written anything into but the day of its first meeting.
fn bare() -> (Council, String) {
    let council = Council::new(Head::new("地域・職域連携推進協議会"));
    let clock = |hour| NaiveTime::from_hms_opt(hour, 0, 0).expect("a time");
    let plan = Plan { date: now().date(), start: clock(14), end: clock(15), place: String::new() };
    let mut mint = norishiro::domain::Mint::seeded(3);
    let (id, edits) = meeting::plan(&council, &plan, &mut mint).expect("it can be planned");
    let mut council = council;
    council.apply_all(&edits).expect("the edits fit");
    (council, id.to_string())
}

#[test]
fn the_papers_before_a_meeting() {
    for (lang, code) in [(Lang::Ja, "ja"), (Lang::En, "en")] {
        for kind in [Kind::Agenda, Kind::Notice] {
            let paper = text(&sample(), &order(kind, "fy2026-4", Names::Full), lang);
            insta::assert_snapshot!(format!("meeting_{}_{code}", kind.key()), paper);
        }
    }
}

#[test]
fn the_papers_after_a_meeting() {
    for (lang, code) in [(Lang::Ja, "ja"), (Lang::En, "en")] {
        for kind in [Kind::Minutes, Kind::Summary] {
            let paper = text(&sample(), &order(kind, "fy2026-3", Names::Full), lang);
            insta::assert_snapshot!(format!("meeting_{}_{code}", kind.key()), paper);
        }
    }
}

#[test]
fn final_minutes_have_their_version_and_lines_to_sign_on_and_no_mark_of_a_draft() {
    let (draft, done) = (sample(), finished());
    let order = order(Kind::Minutes, "fy2026-3", Names::Full);
    for lang in [Lang::Ja, Lang::En] {
        let words = Words::new(lang);
        let wording = Wording::built_in(lang);
        let draft = made(&draft, &order, &wording).expect("a draft");
        let done = made(&done, &order, &wording).expect("the final minutes");
        assert_eq!(draft.title, words.draft_of(&done.title));
        assert_eq!((draft.running, done.running.clone()), (draft.title.clone(), done.title.clone()));
        let text = Content::Document(done).preview();
        assert!(text.contains(words.fact_hash()) && text.contains(words.section_signatures()), "{text}");
    }
    insta::assert_snapshot!("meeting_minutes_final_ja", text(&done, &order, Lang::Ja));
}

#[test]
fn every_line_is_there_with_the_chair_giving_the_floor() {
    let council = sample();
    let order = Order { verbatim: true, times: true, ..order(Kind::Minutes, "fy2026-3", Names::Letters) };
    let paper = text(&council, &order, Lang::Ja);
    let body = council.body(&"fy2026-3".into()).expect("it was read");
    for line in body.lines.iter().filter(|line| !line.private) {
        assert!(paper.contains(&line.text), "{}", line.text);
    }
    insta::assert_snapshot!("meeting_minutes_verbatim_letters_ja", paper);
}

#[test]
fn a_closed_meeting_says_why_and_counts_no_listeners() {
    let words = Words::new(Lang::Ja);
    let closed = Openness::Closed("個別の健診結果を扱うため".into());
    let council = changed(sample(), "fy2026-3", |meeting| meeting.openness = closed);
    let minutes = text(&council, &order(Kind::Minutes, "fy2026-3", Names::Full), Lang::Ja);
    assert!(minutes.contains("公開・非公開の別　非公開（理由：個別の健診結果を扱うため）"), "{minutes}");
    assert!(!minutes.contains(words.fact_observers()), "{minutes}");
    let open = changed(sample(), "fy2026-3", |meeting| meeting.openness = Openness::Public);
    let minutes = text(&open, &order(Kind::Minutes, "fy2026-3", Names::Full), Lang::Ja);
    assert!(minutes.contains("公開・非公開の別　公開\n"), "{minutes}");
    assert!(minutes.contains(words.fact_observers()), "{minutes}");
    let unsaid = changed(sample(), "fy2026-3", |meeting| meeting.openness = Openness::Unsaid);
    let minutes = text(&unsaid, &order(Kind::Minutes, "fy2026-3", Names::Full), Lang::Ja);
    assert!(!minutes.contains(words.fact_openness()), "{minutes}");
}

#[test]
fn an_online_meeting_says_so_everywhere() {
    let council = changed(sample(), "fy2026-4", |meeting| meeting.place = "オンライン".into());
    for kind in KINDS {
        let paper = text(&council, &order(kind, "fy2026-4", Names::Full), Lang::Ja);
        assert!(paper.contains("会場　オンライン"), "{paper}");
    }
}

#[test]
fn a_council_of_nothing_has_papers_with_blanks() {
    let (council, id) = bare();
    for (lang, code) in [(Lang::Ja, "ja"), (Lang::En, "en")] {
        let papers = KINDS.map(|kind| text(&council, &order(kind, &id, Names::Full), lang));
        insta::assert_snapshot!(format!("meeting_bare_{code}"), papers.join("\n------\n"));
    }
}

#[test]
fn the_notice_is_a_letter() {
    let wording = Wording::built_in(Lang::Ja);
    let notice = made(&sample(), &order(Kind::Notice, "fy2026-4", Names::Full), &wording).expect("a notice");
    assert_eq!(notice.title, "豊川市 糖尿病対策プロジェクトチーム（令和8年度 第4回）の開催について（通知）");
    let text = Content::Document(notice).preview();
    let places = [
        "令和8年11月6日（金）",
        "各位",
        "座長　保険年金課 課長",
        "（通知）",
        "時下",
        "\n記\n",
        "以上",
        "\n連絡先",
    ];
    let found: Vec<usize> =
        places.map(|part| text.find(part).unwrap_or_else(|| panic!("no {part} in {text}"))).to_vec();
    assert!(found.is_sorted(), "{text}");
}

#[test]
fn the_agenda_has_every_item_with_its_time_and_who_presents_it() {
    let council = sample();
    let agenda = text(&council, &order(Kind::Agenda, "fy2026-4", Names::Full), Lang::Ja);
    let body = council.body(&"fy2026-4".into()).expect("it was read");
    for item in &body.items {
        let presenter = item.presenter.as_ref().map_or("", |who| who.label.as_str());
        assert!(agenda.contains(&item.title) && agenda.contains(presenter), "{}", item.title);
        item.materials.iter().for_each(|it| assert!(agenda.contains(it), "{it}"));
    }
    assert!(agenda.contains("14:10～14:20（10分）"), "{agenda}");
    assert!(agenda.contains("（1回目の持ち越し）"), "{agenda}");
}

#[test]
fn the_summary_has_what_was_decided_and_given_out() {
    let council = sample();
    let summary = text(&council, &order(Kind::Summary, "fy2026-3", Names::Full), Lang::Ja);
    let id = MeetingId::from("fy2026-3");
    let body = council.body(&id).expect("it was read");
    for line in body.lines.iter().filter(|it| matches!(it.kind, norishiro::domain::LineKind::Decision(_))) {
        assert!(summary.contains(&line.text), "{}", line.text);
    }
    let given = council.every_action().filter(|it| it.origin.as_ref().is_some_and(|it| it.meeting == id));
    given.for_each(|action| assert!(summary.contains(&action.text), "{}", action.text));
    assert!(summary.contains("第4回　令和8年11月20日（金）"), "{summary}");
}

#[test]
fn an_office_changes_a_phrase_and_the_paper_says_it() {
    let mut wording = Wording::built_in(Lang::Ja);
    let phrase = ("agenda_opening".to_owned(), "開会\n{{ chair }}あいさつ\n委員紹介".to_owned());
    wording.take("wording.ja.ron", &BTreeMap::from([phrase]));
    let paper =
        made(&sample(), &order(Kind::Agenda, "fy2026-4", Names::Office), &wording).expect("an agenda");
    let text = Content::Document(paper).preview();
    assert!(text.contains("1　開会\n2　座長あいさつ\n3　委員紹介\n4　議事\n"), "{text}");
    wording
        .take("wording.ja.ron", &BTreeMap::from([("agenda_opening".to_owned(), "{{ chiar }}".to_owned())]));
    for kind in KINDS {
        let refused = made(&sample(), &order(kind, "fy2026-3", Names::Full), &wording);
        assert!(matches!(refused, Err(PaperError::Wording(_))), "{refused:?}");
    }
}

/// The cells of the rows behind `<!-- name -->` in docs/wording.md.
fn documented(name: &str) -> Vec<Vec<&'static str>> {
    let text = include_str!("../docs/wording.md");
    let (_, after) = text.split_once(&format!("<!-- {name} -->\n")).expect("the table is marked");
    let rows = after.lines().take_while(|line| line.starts_with('|')).skip(2);
    rows.map(|row| row.trim_matches('|').split('|').map(str::trim).collect()).collect()
}

#[test]
fn the_wording_is_documented_as_it_is() {
    let code = |name: &str| format!("`{name}`");
    let told: Vec<Vec<String>> = phrases::phrases()
        .iter()
        .map(|it| {
            let values: Vec<String> = it.values.iter().map(|name| code(name)).collect();
            vec![code(it.key), it.about.en.to_owned(), it.about.ja.to_owned(), values.join(" ")]
        })
        .collect();
    assert_eq!(documented("phrases"), told);
    let told: Vec<Vec<String>> = phrases::values()
        .iter()
        .map(|it| vec![code(it.name), it.about.en.to_owned(), it.about.ja.to_owned()])
        .collect();
    assert_eq!(documented("values"), told);
}

/// Gives every member a name found nowhere else, and calls them so wherever they are linked.
fn named(council: &mut Council) -> Vec<String> {
    let mut names = Vec::new();
    let members: Vec<_> = council.members.iter().cloned().collect();
    let members: Vec<_> = members
        .into_iter()
        .enumerate()
        .map(|(at, mut member)| {
            member.name = format!("氏〆{at}〆名");
            names.push(member.name.clone());
            member
        })
        .collect();
    let ids: Vec<_> = members.iter().map(|member| (member.id.clone(), member.name.clone())).collect();
    council.members = members.into();
    let call = |who: &mut Who| {
        if let Some(Party::Member(id)) = &who.party
            && let Some((_, name)) = ids.iter().find(|(member, _)| member == id)
        {
            who.label.clone_from(name);
        }
    };
    for body in council.bodies.values_mut() {
        let mut items: Vec<_> = body.items.iter().cloned().collect();
        items.iter_mut().filter_map(|item| item.presenter.as_mut()).for_each(call);
        body.items = items.into();
        let mut lines: Vec<_> = body.lines.iter().cloned().collect();
        lines.iter_mut().filter_map(|line| line.speaker.as_mut()).for_each(call);
        body.lines = lines.into();
    }
    let mut actions: Vec<_> = council.actions.iter().cloned().collect();
    actions.iter_mut().flat_map(|action| &mut action.owners).for_each(call);
    council.actions = actions.into();
    names
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// Nobody is named where nobody is to be, whatever the council is like; and what is off the record stays there.
    #[test]
    fn no_name_and_no_private_line_gets_out(mut council in councils::council()) {
        let names = named(&mut council);
        for body in council.bodies.values_mut() {
            let mut lines: Vec<_> = body.lines.iter().cloned().collect();
            for (at, line) in lines.iter_mut().enumerate().filter(|(_, line)| line.private) {
                line.text = format!("非〆{at}〆公表");
            }
            body.lines = lines.into();
        }
        for meeting in council.meetings.iter().filter(|it| council.body(&it.id).is_some()) {
            for kind in KINDS {
                for policy in Names::ALL {
                    let order = Order { verbatim: true, ..order(kind, meeting.id.as_str(), policy) };
                    let paper = text(&council, &order, Lang::Ja);
                    prop_assert!(!paper.contains("非〆"), "{paper}");
                    if policy != Names::Full {
                        let leaked = names.iter().find(|name| paper.contains(name.as_str()));
                        prop_assert!(leaked.is_none(), "{kind:?} {policy:?} names {leaked:?}: {paper}");
                    }
                }
            }
        }
    }
}

/// The sample with names for everybody who has something to do with a meeting.
#[test]
fn the_sample_names_nobody_where_nobody_is_to_be_named() {
    let mut council = sample();
    let names = named(&mut council);
    let seat = Role {
        id: "new".into(),
        title: "事務局長".into(),
        office: Office::Secretariat,
        holder: council.members.iter().next().map(|member| Party::Member(member.id.clone())),
        term: Default::default(),
    };
    council.roles = std::iter::once(seat).chain(council.roles.iter().cloned()).collect::<Vec<_>>().into();
    for id in ["fy2026-3", "fy2026-4"] {
        for kind in KINDS {
            for policy in [Names::Office, Names::Letters, Names::None] {
                let paper = text(&council, &order(kind, id, policy), Lang::Ja);
                assert_eq!(names.iter().find(|name| paper.contains(name.as_str())), None, "{paper}");
            }
            let full = text(&council, &order(kind, id, Names::Full), Lang::Ja);
            assert!(names.iter().any(|name| full.contains(name.as_str())), "{full}");
        }
    }
    assert_eq!(council.meetings.get(&"fy2026-3".into()).map(|it| it.state), Some(MeetingState::Held));
}
