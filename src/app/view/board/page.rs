//! One point opened: what the council says about it, and what the point asks of any council. Two columns where there is room.

use super::{title_of, towns};
use crate::{
    app::{
        layout::WIDE,
        look::Tone,
        model::Model,
        pen::Pen,
        row::{Para, Span},
        view::{
            footings, indicators,
            list::{draw_paras, wrapped},
        },
    },
    domain::{Action, Item, Line, LineKind, Meeting, Point, Visit},
    knowledge::{both::Both, points::card},
    words::{
        Words,
        board::ACTIVE_MARK,
        terms::{action_mark, item_mark, line_mark, stage_mark},
    },
};
use ratatui::layout::Rect;

/// The title, and the page from the row it is scrolled to.
pub fn draw(model: &Model, point: Point, pen: &mut Pen) {
    let body = model.frame().body;
    let x = pen.text(body.x + 1, body.y, body.right(), &title_of(model.words, point), Tone::Strong);
    pen.spans(x, body.y, body.right(), &standing(model, point));
    let (area, offset) = (page_area(model), model.list().detail_offset);
    match columns(area) {
        Some((left, right)) => {
            draw_paras(&ours(model, point), offset, left, pen);
            pen.bar(right.x - 2, area.y, area.bottom(), Tone::Dim);
            draw_paras(&taught(model.words, point), offset, right, pen);
        }
        None => draw_paras(&paras(model, point), offset, area, pen),
    }
}

/// The whole page as one column: what the point asks, what the council says, what to learn from others.
pub fn paras(model: &Model, point: Point) -> Vec<Para> {
    [asks(model.words, point), ours(model, point), learnt(model.words, point)].concat()
}

/// How many rows the page takes.
pub fn height(model: &Model, point: Point) -> usize {
    let area = page_area(model);
    match columns(area) {
        Some((left, right)) => {
            rows(model, &ours(model, point), left).max(rows(model, &taught(model.words, point), right))
        }
        None => rows(model, &paras(model, point), area),
    }
}

/// How far to scroll so that the page begins with the other towns, as far as its end allows.
pub fn rows_before_towns(model: &Model, point: Point) -> usize {
    let (area, asks) = (page_area(model), asks(model.words, point));
    let before = match columns(area) {
        Some((_, right)) => rows(model, &asks, right),
        None => rows(model, &[asks, ours(model, point)].concat(), area),
    };
    before.min(height(model, point).saturating_sub(usize::from(area.height)))
}

fn rows(model: &Model, paras: &[Para], area: Rect) -> usize {
    wrapped(model.look.ruler, paras, usize::from(area.width)).count()
}

/// The body below the title.
fn page_area(model: &Model) -> Rect {
    let body = model.frame().body;
    Rect { x: body.x + 1, y: body.y + 1, width: body.width - 2, height: body.height - 1 }
}

fn columns(area: Rect) -> Option<(Rect, Rect)> {
    let half = area.width / 2;
    let right = Rect { x: area.x + half + 1, width: area.width - half - 1, ..area };
    (area.width + 2 >= WIDE).then_some((Rect { width: half - 2, ..area }, right))
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

fn taught(words: Words, point: Point) -> Vec<Para> {
    [asks(words, point), learnt(words, point)].concat()
}

/// Purpose, questions, signs.
fn asks(words: Words, point: Point) -> Vec<Para> {
    let card = card(point);
    let signs = card.signs.iter().map(|it| it.text);
    let purpose = vec![Para::plain(card.purpose.pick(words.lang))];
    [
        section(words.board_purpose(), purpose),
        section(words.board_questions(), bullets(words, card.questions.iter().copied())),
        section(words.board_signs(), bullets(words, signs)),
    ]
    .concat()
}

/// Other towns, pitfalls, sources.
fn learnt(words: Words, point: Point) -> Vec<Para> {
    let card = card(point);
    let sources = std::iter::once(card.source).chain(card.towns().map(|(case, _)| case.source));
    [
        section(words.board_towns(), towns(words, point)),
        section(words.board_pitfalls(), bullets(words, card.pitfalls.iter().copied())),
        section(words.board_source(), sources.map(|it| Para::bullet(it, Tone::Dim)).collect()),
    ]
    .concat()
}

fn bullets(words: Words, texts: impl IntoIterator<Item = Both>) -> Vec<Para> {
    texts.into_iter().map(|it| Para::bullet(it.pick(words.lang), Tone::Plain)).collect()
}

/// A heading, its paragraphs and a blank row; nothing without paragraphs.
fn section(heading: &str, paras: Vec<Para>) -> Vec<Para> {
    if paras.is_empty() {
        return paras;
    }
    [vec![Para::new(heading, Tone::Accent)], paras, vec![Para::blank()]].concat()
}

/// What the council itself says and did.
fn ours(model: &Model, point: Point) -> Vec<Para> {
    let (words, council) = (model.words, model.council());
    let said = [
        section(words.board_standing(), particulars(model, point)),
        section(words.board_evidence(), evidence(model, point)),
        section(words.indicators_title(), indicators::on(model, point)),
        section(words.footings_title(), footings::on(model, point)),
    ];
    let lacks = council.unread();
    if !lacks.is_empty() {
        return [said.concat(), vec![model.reading(&lacks), Para::blank()]].concat();
    }
    [said.concat(), done(model, point)].concat()
}

/// What every meeting did about it, once every meeting is read.
fn done(model: &Model, point: Point) -> Vec<Para> {
    let (words, council) = (model.words, model.council());
    let mut actions: Vec<&Action> = council.actions_on(point).collect();
    actions.sort_by_key(|action| !action.state.is_open());
    let actions = actions.into_iter().map(|it| action(model, it)).collect();
    let decisions = council.decisions_on(point).map(|(meeting, line)| decision(words, meeting, line));
    let items = council.items_on(point).map(|(meeting, it)| item(words, meeting, it));
    let visits = council.visits(point, model.now).into_iter().map(|it| visit(model, it));
    [
        section(words.board_actions_title(), actions),
        section(words.board_decisions_title(), decisions.collect()),
        section(words.board_items_title(), items.collect()),
        section(words.board_visits_title(), visits.collect()),
    ]
    .concat()
}

/// Lead, day last touched, note.
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
    [
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

/// One meeting: which, when, how long, and what came of it.
fn visit(model: &Model, visit: Visit<'_>) -> Para {
    let words = model.words;
    let date = words.date_short(visit.meeting.date, model.council().head.dates);
    let mut text = format!("{}  {date}", words.meeting_label(visit.meeting));
    if visit.seconds > 0 {
        text += &format!("  {}", words.duration((visit.seconds + 59) / 60));
    }
    if visit.decisions > 0 {
        text += &format!("  {}", words.board_decisions(visit.decisions));
    }
    if visit.actions > 0 {
        text += &format!("  {}", words.board_actions(visit.actions));
    }
    Para::bullet(text, Tone::Plain)
}
