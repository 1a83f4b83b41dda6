//! One point opened: what the council says about it, and what the point asks of any council. Two columns where there is room.

mod story;

use super::{title_of, towns};
use crate::{
    app::{
        look::Tone,
        model::Model,
        pen::Pen,
        row::{Para, Span},
        view::{
            assessments, cases, escalations, footings, indicators,
            page::{Page, Section},
        },
    },
    domain::{Action, Item, Line, LineKind, Meeting, Point, SignState},
    knowledge::{both::Both, points::card},
    words::{
        Words,
        board::ACTIVE_MARK,
        terms::{action_mark, item_mark, line_mark, sign_mark, stage_mark},
    },
};
use ratatui::layout::Rect;

/// The title, what there is in figures, and the page from the row it is scrolled to.
pub fn draw(model: &Model, point: Point, pen: &mut Pen) {
    let body = model.frame().body;
    let x = pen.text(body.x + 1, body.y, body.right(), &title_of(model.words, point), Tone::Strong);
    pen.spans(x, body.y, body.right(), &standing(model, point));
    pen.text(body.x + 1, body.y + 1, body.right(), &figures(model, point), Tone::Dim);
    page(model, point).draw(model.list().detail_offset, pen);
}

/// What the council says, and what the point asks and others did. In one column the questions come first: they are for the room.
pub fn page(model: &Model, point: Point) -> Page {
    let body = model.frame().body;
    let area = Rect { x: body.x + 1, y: body.y + 2, width: body.width - 2, height: body.height - 2 };
    let (asks, ours, learnt) = (asks(model.words, point), ours(model, point), learnt(model.words, point));
    if Page::is_wide(area) {
        Page::two(area, [ours.collect(), asks.chain(learnt).collect()])
    } else {
        Page::one(area, asks.chain(ours).chain(learnt).collect())
    }
}

/// Stage, active, lit: beside the title.
fn standing(model: &Model, point: Point) -> Vec<Span> {
    let (words, record) = (model.words, model.council().point(point));
    let stage = format!("  {} {}", stage_mark(record.stage), words.stage(record.stage));
    let mut spans = vec![Span::new(stage, Tone::Strong)];
    if record.active {
        spans.push(Span::new(format!("  {ACTIVE_MARK}{}", words.board_active()), Tone::Accent));
    }
    if model.focus() == Some(point) {
        spans.extend([Span::plain("  "), Span::new(words.board_now(), Tone::Now)]);
    }
    spans
}

/// How much there is of each kind, so that nobody scrolls for what is not there.
fn figures(model: &Model, point: Point) -> String {
    let (words, council) = (model.words, model.council());
    let (record, card) = (council.point(point), card(point));
    let seen = card.signs.iter().filter(|sign| record.sign(sign.id).stands()).count();
    let open = council.actions_on(point).filter(|action| action.state.is_open()).count();
    let decided = match council.is_whole() {
        true => words.board_decisions(council.decisions_on(point).count()),
        false => words.board_decisions_unread().to_owned(),
    };
    let said = [
        words.board_sign_count(seen, card.signs.len()),
        words.board_evidence_count(record.evidence.len()),
        words.board_actions(open),
        decided,
        words.board_indicator_count(council.indicators_on(point).count()),
        words.board_case_count(cases::count(point)),
    ];
    said.join("  ")
}

/// Purpose and questions.
fn asks(words: Words, point: Point) -> impl Iterator<Item = Section> {
    let card = card(point);
    let purpose = vec![Para::plain(card.purpose.pick(words.lang))];
    let sections = [
        Section::new(words.board_questions(), bullets(words, &card.questions)),
        Section::new(words.board_purpose(), purpose),
    ];
    sections.into_iter().flatten()
}

/// Other towns, pitfalls, what to put on an agenda, sources.
fn learnt(words: Words, point: Point) -> impl Iterator<Item = Section> {
    let card = card(point);
    let all = Para::new(words.board_read_cases(cases::count(point)), Tone::Dim);
    let sources = std::iter::once(card.source).chain(card.towns().map(|(case, _)| case.source));
    let sections = [
        Section::new(words.board_towns(), towns(words, point).into_iter().chain([all]).collect()),
        Section::new(words.board_pitfalls(), bullets(words, &card.pitfalls)),
        Section::new(words.board_for_agenda(), bullets(words, &card.agenda_items)),
        Section::new(words.board_source(), sources.map(|it| Para::bullet(it, Tone::Dim)).collect()),
    ];
    sections.into_iter().flatten()
}

fn bullets(words: Words, texts: &[Both]) -> Vec<Para> {
    texts.iter().map(|it| Para::bullet(it.pick(words.lang), Tone::Plain)).collect()
}

/// What the council itself says and did.
fn ours(model: &Model, point: Point) -> impl Iterator<Item = Section> {
    let (words, council) = (model.words, model.council());
    let mut story = story::story(model, point);
    let lacks = council.unread();
    if !lacks.is_empty() {
        story.push(model.reading(&lacks));
    }
    let said = [
        Section::new(words.board_signs(), signs(model, point)),
        Section::new(words.board_standing(), particulars(model, point)),
        Section::new(words.board_evidence(), evidence(model, point)),
        Section::new(words.assessments_last(), assessments::on(model, point)),
        Section::new(words.indicators_title(), indicators::on(model, point)),
        Section::new(words.footings_title(), footings::on(model, point)),
        Section::new(words.escalations_title(), escalations::on(model, point)),
        Section::new(words.board_history(), story),
    ];
    said.into_iter().flatten().chain(done(model, point))
}

/// Each sign with how it stands: a mark and a word, since when, where, by what, as who said.
fn signs(model: &Model, point: Point) -> Vec<Para> {
    let (words, council) = (model.words, model.council());
    let record = council.point(point);
    let told = card(point).signs.iter().flat_map(|sign| {
        let state = record.sign(sign.id);
        let tone = match state {
            SignState::NotYet | SignState::Gone(_) => Tone::Plain,
            SignState::Claimed(_) => Tone::Warn,
            SignState::Seen(_) => Tone::Good,
        };
        let text =
            format!("{} {}  {}", sign_mark(state), sign.text.pick(words.lang), words.sign_state(state));
        let tick = state.tick().map(|tick| Para {
            text: format!("  {}", words.sign_told(council, tick)),
            tone: Tone::Dim,
            hang: 2,
        });
        std::iter::once(Para { text, tone, hang: 2 }).chain(tick)
    });
    told.collect()
}

/// What every meeting did about it, once every meeting is read.
fn done(model: &Model, point: Point) -> impl Iterator<Item = Section> {
    let (words, council) = (model.words, model.council());
    let mut actions: Vec<&Action> = council.actions_on(point).collect();
    actions.sort_by_key(|action| !action.state.is_open());
    let actions = actions.into_iter().map(|it| action(model, it)).collect();
    let decisions = council.decisions_on(point).map(|(meeting, line)| decision(words, meeting, line));
    let items = council.items_on(point).map(|(meeting, it)| item(words, meeting, it));
    let sections = [
        Section::new(words.board_actions_title(), actions),
        Section::new(words.board_decisions_title(), decisions.collect()),
        Section::new(words.board_items_title(), items.collect()),
    ];
    let whole = council.is_whole();
    sections.into_iter().flatten().filter(move |_| whole)
}

/// Since when it is where it is, lead, day last touched, note.
fn particulars(model: &Model, point: Point) -> Vec<Para> {
    let (words, council) = (model.words, model.council());
    let record = council.point(point);
    let lead = record.lead.as_ref().map_or(words.board_no_lead(), |who| &who.label);
    let touched = record.touched.map_or_else(
        || words.board_untouched().to_owned(),
        |day| {
            let ago = words.board_ago((model.today() - day).num_days());
            format!("{}  {ago}", words.date(day, council.head.dates))
        },
    );
    let since = record.since().map(|day| {
        let stage = format!("{} {}", stage_mark(record.stage), words.stage(record.stage));
        format!("{stage}  {}", words.board_since(&words.day(day, council.head.dates)))
    });
    [
        since.map(Para::plain),
        Para::labelled(words.board_lead(), lead),
        Para::labelled(words.board_touched(), touched),
        Para::labelled(words.board_note(), &record.note),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Newest first, each with its day.
fn evidence(model: &Model, point: Point) -> Vec<Para> {
    let (words, head) = (model.words, &model.council().head);
    let evidence = &model.council().point(point).evidence;
    if evidence.is_empty() {
        return vec![Para::new(words.board_no_evidence(), Tone::Dim)];
    }
    let said = |on, text: &str| format!("{}  {text}", words.date(on, head.dates));
    evidence.iter().rev().map(|it| Para::bullet(said(it.on, &it.text), Tone::Plain)).collect()
}

fn action(model: &Model, action: &Action) -> Para {
    let words = model.words;
    let mut text = format!(
        "{} {}  {}  {}  {}",
        action_mark(action.state),
        words.action_number(action.number),
        words.action_state(action.state),
        words.owners(action),
        action.text,
    );
    if action.state.is_open() {
        let due = words.due_short(model.council(), action);
        let dated = model.council().due_date(action).is_some();
        text += &format!("  {}", if dated { words.board_due(&due) } else { due });
    }
    let tone = match action.state.is_open() {
        true if model.council().is_overdue(action, model.today()) => Tone::Bad,
        true => Tone::Plain,
        false => Tone::Dim,
    };
    Para { text, tone, hang: 2 }
}

fn decision(words: Words, meeting: &Meeting, line: &Line) -> Para {
    let number = match line.kind {
        LineKind::Decision(number) => words.decision_number(meeting, number),
        _ => String::new(),
    };
    let number = words.board_decision(&number, &words.fiscal_year(meeting.fiscal_year));
    Para { text: format!("{} {number}  {}", line_mark(line.kind), line.text), tone: Tone::Plain, hang: 2 }
}

fn item(words: Words, meeting: &Meeting, item: &Item) -> Para {
    let mark = item_mark(item.state);
    let text = format!("{mark} {}  {}", words.meeting_label(meeting), item.title);
    Para { text: format!("{text}  {}", words.item_state(item.state)), tone: Tone::Plain, hang: 2 }
}
