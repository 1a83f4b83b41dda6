//! The papers of a year read back: the news sheet, the plan-and-evaluation sheet as a form, the yearly report, the handover and the board.
//! What they say is what the council says, and what is to stay in the room stays there.

#[expect(dead_code, reason = "the histories are for other tests")]
#[path = "support/councils.rs"]
mod councils;
mod support;

use chrono::NaiveDateTime;
use norishiro::{
    domain::{Council, Head, LineKind, MeetingState, Party, Point, Who},
    paper::{
        Content, Document, Format, Kind, Names, Order, PaperError, Sheet, Source, Which, compose,
        document::Block, markdown, wording::Wording,
    },
    text::ruler::Ruler,
    words::{Lang, Words},
};
use proptest::prelude::*;
use quick_xml::{Reader, events::Event};
use scraper::{Html, Selector};
use std::collections::BTreeMap;
use support::{Desk, at};

const LANGS: [(Lang, &str); 2] = [(Lang::Ja, "ja"), (Lang::En, "en")];

fn sample() -> Council {
    Desk::toyokawa(Lang::Ja, 80, 24).council().clone()
}

fn made_at(council: &Council, lang: Lang, now: NaiveDateTime, order: &Order) -> Result<Content, PaperError> {
    let wording = Wording::built_in(lang);
    compose(order, Source { council, words: Words::new(lang), now, wording: &wording })
}

fn made(council: &Council, lang: Lang, order: &Order) -> Content {
    made_at(council, lang, at("2026-11-21T09:00:00"), order).expect("everything is there")
}

fn order(kind: Kind) -> Order {
    Order::new(kind)
}

fn news(meeting: &str) -> Order {
    Order { meeting: Some(meeting.into()), ..order(Kind::News) }
}

fn document(content: Content) -> Document {
    match content {
        Content::Document(document) => document,
        other => panic!("not a document: {other:?}"),
    }
}

fn text(content: &Content) -> String {
    match content {
        Content::Document(document) => markdown::write(document),
        Content::Text { text, .. } => text.clone(),
        Content::Book(_) => content.preview(),
    }
}

/// Every table of a paper.
fn tables(document: &Document) -> impl Iterator<Item = &norishiro::paper::document::Table> {
    document.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    })
}

#[test]
fn the_papers_of_the_sample_read_well_in_both_languages() {
    let council = sample();
    for (lang, name) in LANGS {
        let shot = |what: &str, order: Order| {
            insta::assert_snapshot!(format!("{what}_{name}"), text(&made(&council, lang, &order)));
        };
        shot("news", news("fy2026-3"));
        shot("report", order(Kind::Report));
        shot("handover", order(Kind::Handover));
        shot("handover_by_office", Order { names: Names::Office, ..order(Kind::Handover) });
        shot("board", Order { format: Format::Txt, ..order(Kind::Board) });
        shot("sheet", order(Kind::Evaluation));
        let of_one = Order {
            format: Format::Docx,
            which: Which::With("保育課".to_owned()),
            ..order(Kind::Evaluation)
        };
        shot("sheet_of_one", of_one);
    }
}

#[test]
fn a_council_that_has_just_begun_has_papers_too() {
    let council = Council::new(Head::new("健康づくり推進会議"));
    for (lang, name) in LANGS {
        let kinds = [Kind::Report, Kind::Handover, Kind::Evaluation, Kind::Board];
        let papers = kinds.map(|kind| made(&council, lang, &order(kind)).preview());
        insta::assert_snapshot!(format!("empty_{name}"), papers.join("\n----\n\n"));
    }
    let error = made_at(&council, Lang::Ja, at("2026-11-21T09:00:00"), &news("fy2026-1"));
    assert_eq!(error, Err(PaperError::NoMeeting));
}

#[test]
fn what_is_not_read_yet_makes_no_paper() {
    let mut council = sample();
    council.bodies.clear();
    for order in [news("fy2026-3"), order(Kind::Report), order(Kind::Handover), order(Kind::Board)] {
        let error = made_at(&council, Lang::Ja, at("2026-11-21T09:00:00"), &order);
        assert_eq!(error, Err(PaperError::NotLoaded), "{:?}", order.kind);
    }
}

#[test]
fn the_report_counts_what_the_council_counts() {
    let council = sample();
    let report = document(made(&council, Lang::Ja, &order(Kind::Report)));
    let words = Words::new(Lang::Ja);
    let held: Vec<_> = council
        .meetings_by_date()
        .into_iter()
        .filter(|it| it.fiscal_year == 2026 && it.state != MeetingState::Planned)
        .collect();
    let decided =
        || council.decisions().filter(|(meeting, line)| meeting.fiscal_year == 2026 && !line.private);
    let attended: usize = held
        .iter()
        .flat_map(|it| &council.body(&it.id).expect("it is read").attendance)
        .filter(|it| it.mode.is_attending())
        .count();
    let short = words.report_in_short(held.len(), u32::try_from(attended).expect("few"), decided().count());
    assert!(report.blocks.contains(&Block::Paragraph(short)));
    let all: Vec<_> = tables(&report).collect();
    let [meetings, participation, problems, indicators] = all[..] else { panic!("{} tables", all.len()) };
    assert_eq!(meetings.rows.len(), held.len());
    for (row, meeting) in meetings.rows.iter().zip(&held) {
        assert_eq!(row[1], words.date(meeting.date, council.head.dates));
        assert_eq!(row[3], words.quorum_short(council.headcount(meeting)));
    }
    assert!(participation.rows.len() <= council.organisations.len());
    let names: Vec<&str> = indicators.rows.iter().map(|row| row[0].as_str()).collect();
    assert!(council.indicators.iter().map(|it| it.name.as_str()).eq(names));
    let said = markdown::write(&report);
    for (_, line) in decided() {
        assert!(said.contains(&line.text), "{}", line.text);
    }
    let issues = held.iter().flat_map(|it| &council.bodies[&it.id].lines);
    let issues = issues.filter(|line| line.kind == LineKind::Issue && !line.private);
    let written = council.sheet_of(2026).map(|row| row.problems.as_str()).filter(|it| !it.is_empty());
    let raised = council.escalations.iter().map(|it| it.text.as_str());
    for problem in issues.map(|line| line.text.as_str()).chain(written).chain(raised) {
        assert!(problems.rows.iter().any(|row| row[0].contains(problem)), "{problem}");
    }
}

#[test]
fn a_report_of_an_earlier_year_knows_nothing_later() {
    let council = sample();
    let report = document(made(&council, Lang::Ja, &Order { year: Some(2024), ..order(Kind::Report) }));
    let table = tables(&report).last().expect("the indicators");
    let classes = table.rows.iter().find(|row| row[0] == "出前教室の開催").expect("it is counted");
    assert_eq!(classes[3], "7回");
    assert!(!markdown::write(&report).contains("令和7年度 "), "a bar of a later year");
}

#[test]
fn the_news_sheet_is_short_whatever_happened() {
    let mut council = sample();
    let id = "fy2026-3".into();
    let body = council.bodies.get_mut(&id).expect("it is read");
    let line =
        body.lines.iter().find(|line| matches!(line.kind, LineKind::Decision(_))).expect("one").clone();
    let many = (10..60).map(|number| {
        let mut line = line.clone();
        line.id = format!("many{number}").as_str().into();
        line.kind = LineKind::Decision(number);
        line.text = "長い決定の文。".repeat(40);
        line
    });
    body.lines = body.lines.iter().cloned().chain(many).collect::<Vec<_>>().into();
    let summed = body.items.iter().cloned().map(|mut item| {
        item.summary = "話し合ったこと。\n".repeat(60);
        item
    });
    body.items = summed.collect::<Vec<_>>().into();
    for (lang, _) in LANGS {
        let paper = document(made(&council, lang, &news("fy2026-3")));
        let lines: Vec<&String> = paper
            .blocks
            .iter()
            .filter_map(|block| if let Block::Bullets(lines) = block { Some(lines) } else { None })
            .flatten()
            .collect();
        assert!(lines.len() <= 25, "{}", lines.len());
        assert!(lines.iter().all(|line| !line.contains('\n') && Ruler::default().width(line) < 330));
        let more = Words::new(lang).and_more(49);
        assert!(lines.contains(&&more), "{lines:?}");
    }
}

#[test]
fn the_board_is_a_page_that_a_browser_reads() {
    let council = sample();
    for (lang, name) in LANGS {
        for (sheet, size) in [(Sheet::A4, "297mm 210mm"), (Sheet::A3, "420mm 297mm")] {
            let page = text(&made(&council, lang, &Order { sheet, ..order(Kind::Board) }));
            assert!(page.contains(size));
            let html = Html::parse_document(&page);
            let all = |selector: &str| -> Vec<String> {
                let selector = Selector::parse(selector).expect("a selector");
                html.select(&selector).map(|it| it.text().collect::<String>()).collect()
            };
            assert_eq!(html.root_element().value().attr("lang"), Some(name));
            assert_eq!(all("svg").len(), 1);
            assert_eq!(all("li").len(), 10);
            assert!(all("script, link, img, image, iframe").is_empty() && !page.contains("url("));
            let drawn = all("svg text").join(" ");
            for record in &council.points {
                let words = Words::new(lang);
                assert!(drawn.contains(words.stage(record.stage)));
                assert!(all("li").iter().any(|it| it.contains(words.stage(record.stage))));
            }
        }
    }
}

/// Each text of a drawing with where it begins and ends, as wide as Japanese fonts are.
fn assert_drawn_inside(svg: &str) {
    let mut reader = Reader::from_str(svg);
    let (mut place, mut texts) = (None, 0);
    loop {
        match reader.read_event().expect("sound XML") {
            Event::Start(tag) if tag.name().as_ref() == "text" => {
                let value = |name: &str| -> Option<String> {
                    let attribute = tag.try_get_attribute(name).expect("sound attributes")?;
                    Some(attribute.value.into_owned())
                };
                let number = |name| value(name).expect("it is there").parse::<f64>().expect("a number");
                place = Some((number("x"), number("y"), number("font-size"), value("text-anchor")));
            }
            Event::Text(text) => {
                if let Some((x, y, size, anchor)) = &place {
                    let wide = Ruler { wide: true }.width(&text) as f64 * size / 2.0;
                    let (from, to) = match anchor.as_deref() {
                        Some("middle") => (x - wide / 2.0, x + wide / 2.0),
                        Some("end") => (x - wide, *x),
                        _ => (*x, x + wide),
                    };
                    assert!(
                        from >= 0.0 && to <= 1188.0 && *y > *size && *y < 840.0,
                        "{text:?} {from} {to} {y}"
                    );
                    texts += 1;
                }
            }
            Event::End(_) => place = None,
            Event::Eof => break,
            _ => {}
        }
    }
    assert!(texts > 30, "{texts}");
}

#[test]
fn the_board_as_text_is_straight_on_a_narrow_page() {
    for (lang, _) in LANGS {
        let board = text(&made(&sample(), lang, &Order { format: Format::Txt, ..order(Kind::Board) }));
        assert!(board.lines().all(|line| Ruler { wide: true }.width(line) <= 100));
        let bars = |line: &str| -> Vec<usize> {
            line.match_indices(" | ").map(|(at, _)| Ruler { wide: true }.width(&line[..at])).collect()
        };
        let rows: Vec<Vec<usize>> = board.lines().map(bars).filter(|bars| bars.len() == 3).collect();
        assert!(rows.len() > 8 && rows.iter().all(|row| *row == [22, 47, 72]), "{rows:?}");
    }
}

const NAME: &str = "甲野乙丙";

/// The council with people who have names, whose names stand wherever one can, also within what was typed.
fn named(mut council: Council) -> Council {
    let called = |at: usize| format!("{NAME}{at}号");
    let members = council.members.iter().cloned().enumerate();
    let members = members.map(|(at, mut member)| {
        member.name = called(at);
        member
    });
    council.members = members.collect::<Vec<_>>().into();
    let names: BTreeMap<_, _> = council
        .members
        .iter()
        .map(|member| (Party::Member(member.id.clone()), member.name.clone()))
        .collect();
    let name = |who: &mut Who| match who.party.as_ref().and_then(|party| names.get(party)) {
        Some(name) => who.label.clone_from(name),
        None if names.is_empty() => {}
        None => who.label = called(0),
    };
    let typed = |text: &mut String| {
        if !names.is_empty() {
            text.push_str(&called(0));
        }
    };
    let actions = council.actions.iter().cloned().map(|mut action| {
        action.owners.iter_mut().for_each(name);
        typed(&mut action.text);
        action
    });
    council.actions = actions.collect::<Vec<_>>().into();
    let points = council.points.iter().cloned().map(|mut record| {
        record.lead.iter_mut().for_each(name);
        record.evidence.iter_mut().for_each(|it| typed(&mut it.text));
        record
    });
    council.points = points.collect::<Vec<_>>().into();
    let sheet = council.sheet.iter().cloned().map(|mut row| {
        name(&mut row.who);
        typed(&mut row.problems);
        row
    });
    council.sheet = sheet.collect::<Vec<_>>().into();
    for body in council.bodies.values_mut() {
        let lines = body.lines.iter().cloned().map(|mut line| {
            line.speaker.iter_mut().for_each(name);
            typed(&mut line.text);
            line
        });
        body.lines = lines.collect::<Vec<_>>().into();
        let items = body.items.iter().cloned().map(|mut item| {
            item.presenter.iter_mut().for_each(name);
            typed(&mut item.title);
            typed(&mut item.summary);
            item
        });
        body.items = items.collect::<Vec<_>>().into();
    }
    council
}

const SECRET: &str = "ここだけの話";

/// Every private line, and every action that came of one, says what must not be heard.
fn with_secrets(mut council: Council) -> Council {
    let mut private = Vec::new();
    for body in council.bodies.values_mut() {
        let lines = body.lines.iter().cloned().enumerate().map(|(at, mut line)| {
            line.private |= at % 3 == 0;
            if line.private {
                SECRET.clone_into(&mut line.text);
                private.push(line.id.clone());
            }
            line
        });
        body.lines = lines.collect::<Vec<_>>().into();
    }
    let mut actions = council.actions.to_vec();
    for action in &mut actions {
        let origin = action.origin.as_ref();
        let line = origin.and_then(|it| council.bodies.get(&it.meeting)?.lines.get(it.line.as_ref()?));
        if line.is_some_and(|line| line.private) {
            SECRET.clone_into(&mut action.text);
        }
    }
    council.actions = actions.into();
    council
}

/// Every paper of these kinds that the council has.
fn every_paper(council: &Council, names: Names) -> Vec<(Kind, String)> {
    let mut orders: Vec<Order> = council.meetings.iter().map(|it| news(it.id.as_str())).collect();
    orders.extend([2025, 2026, 2027].map(|year| Order { year: Some(year), ..order(Kind::Report) }));
    orders.extend([Kind::Handover, Kind::Board].map(order));
    orders.push(Order { format: Format::Svg, ..order(Kind::Board) });
    let papers = orders.iter().flat_map(|order| {
        let order = Order { names, ..order.clone() };
        LANGS.map(|(lang, _)| (order.kind, made_at(council, lang, councils::noon(), &order)))
    });
    papers.filter_map(|(kind, paper)| Some((kind, text(&paper.ok()?)))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn nobody_is_named_to_outsiders(council in councils::council()) {
        let council = named(council);
        for (kind, paper) in every_paper(&council, Names::Full) {
            prop_assert!(!matches!(kind, Kind::News | Kind::Report) || !paper.contains(NAME), "{kind:?}\n{paper}");
        }
        for (kind, paper) in every_paper(&council, Names::Office) {
            prop_assert!(!paper.contains(NAME), "{kind:?}\n{paper}");
        }
    }

    #[test]
    fn what_is_off_the_record_leaves_in_no_paper(council in councils::council()) {
        for (kind, paper) in every_paper(&with_secrets(council), Names::Full) {
            prop_assert!(!paper.contains(SECRET), "{kind:?}\n{paper}");
        }
    }

    #[test]
    fn the_board_is_drawn_inside_its_sheet_whatever_was_typed(council in councils::council()) {
        for (lang, _) in LANGS {
            let order = Order { format: Format::Svg, ..order(Kind::Board) };
            if let Ok(content) = made_at(&council, lang, councils::noon(), &order) {
                assert_drawn_inside(&text(&content));
            }
        }
    }
}

#[test]
fn the_board_of_the_sample_is_drawn_inside_its_sheet() {
    for (lang, _) in LANGS {
        let mut council = sample();
        council.head.focus = Some(Point::Tools);
        let svg = text(&made(&council, lang, &Order { format: Format::Svg, ..order(Kind::Board) }));
        assert_drawn_inside(&svg);
        assert!(svg.contains(Words::new(lang).board_now()));
    }
}
