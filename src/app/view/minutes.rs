//! Finishing the minutes, as a popup: how far they are, what is due, and the quality list; how a decision was taken, beside its text.

use super::{Caret, list::draw_row};
use crate::{
    app::{
        layout::inside,
        look::Tone,
        model::Model,
        pen::Pen,
        row::{Para, Row, Span},
        update::minutes::{findings, standing},
    },
    domain::{
        Body, Line, LineKind, Meeting, Standing, Who,
        decide::minutes::signatories,
        minutes::content_hash,
        quality::{Finding, Place},
    },
    text::{clean::shown_line, wrap::wrap_lines},
};
use ratatui::layout::Rect;

const WIDTH: u16 = 96;
/// Letters of the hash that show: enough to compare by eye.
const HASH: usize = 16;

/// As high as the head and the list want.
fn area(model: &Model, head: usize, findings: usize) -> Rect {
    model.popup(WIDTH, u16::try_from(head + findings + 4).unwrap_or(u16::MAX))
}

/// The head of the popup as rows, cut to what leaves half of the screen to the list.
fn head(model: &Model) -> Vec<(String, Tone)> {
    let inner = inside(model.popup(WIDTH, u16::MAX));
    let width = usize::from(inner.width.saturating_sub(2)).max(2);
    let paras = paras(model);
    let rows = paras.iter().flat_map(|para| {
        wrap_lines(model.look.ruler, &para.text, width).into_iter().map(|row| (row.to_owned(), para.tone))
    });
    rows.take(usize::from(inner.height / 2).max(1)).collect()
}

/// How many findings show at once.
pub fn room(model: &Model) -> usize {
    let head = head(model).len();
    let inner = inside(area(model, head, findings(model).len()));
    usize::from(inner.height).saturating_sub(head + 1).max(1)
}

pub fn draw(model: &Model, pen: &mut Pen) -> Caret {
    let meeting = model.meeting()?;
    let body = model.council().body(&meeting.id)?;
    let words = model.words;
    let (head, findings) = (head(model), findings(model));
    let area = area(model, head.len(), findings.len());
    let inner = pen.popup(area, &words.finishing_title(&words.meeting_label(meeting)));
    let mut y = inner.y;
    for (text, tone) in head {
        pen.text(inner.x + 1, y, inner.right(), &text, tone);
        y += 1;
    }
    let (said, tone) = match findings.len() {
        0 => (words.finishing_clear().to_owned(), Tone::Good),
        count => (words.finishing_left(count), Tone::Accent),
    };
    pen.text(inner.x + 1, y, inner.right(), &said, tone);
    let cursor = model.finishing;
    let shown = findings.iter().enumerate().skip(cursor.offset);
    for (y, (at, finding)) in (y + 1..inner.bottom()).zip(shown) {
        draw_row(&row(model, meeting, body, finding), Rect { y, height: 1, ..inner }, at == cursor.at, pen);
    }
    None
}

fn paras(model: &Model) -> Vec<Para> {
    let Some((meeting, body)) =
        model.meeting().zip(model.meeting().and_then(|it| model.council().body(&it.id)))
    else {
        return Vec::new();
    };
    let words = model.words;
    let day = |day| words.date_short(day, model.council().head.dates);
    let mut paras: Vec<Para> =
        standing(model, meeting).into_iter().map(|(said, tone)| Para::new(said, tone)).collect();
    if let Some(checked) = meeting.minutes.checked.as_ref().filter(|_| meeting.minutes.in_force().is_none()) {
        paras.push(Para::plain(words.finishing_checked(&day(checked.at.date()), &checked.by)));
        if content_hash(meeting, body) != checked.hash {
            paras.push(Para::new(words.finishing_checked_stale(), Tone::Warn));
        }
    }
    let signs: Vec<String> = signatories(model.council(), meeting).into_iter().map(|who| who.label).collect();
    paras.push(match signs.is_empty() {
        true => Para::new(words.finishing_no_signs(), Tone::Dim),
        false => Para::plain(words.finishing_signs(&signs.join(words.pick("、", ", ")))),
    });
    paras.extend(meeting.minutes.summary_sent.map(|sent| Para::plain(words.finishing_sent(&day(sent)))));
    paras.extend(versions(model, meeting));
    paras
}

/// Every version there was, the newest first.
fn versions(model: &Model, meeting: &Meeting) -> Vec<Para> {
    let words = model.words;
    let day = |day| words.date_short(day, model.council().head.dates);
    let mut paras = Vec::new();
    for made in meeting.minutes.finals.iter().rev() {
        let mut parts = vec![words.finishing_final(made.version, &day(made.at.date()), &made.by)];
        let left: Vec<String> =
            made.left.iter().map(|left| words.left_count(words.lack(left.lack), left.count)).collect();
        if !left.is_empty() {
            parts.push(words.finishing_left_with(&left.join(words.pick("、", ", "))));
        }
        parts.extend(made.reopened.iter().map(|it| words.finishing_reopened(&day(it.at.date()), &it.reason)));
        let tone = if made.reopened.is_some() { Tone::Dim } else { Tone::Plain };
        paras.push(Para::new(parts.join("  "), tone));
    }
    if meeting.minutes.standing() == Standing::Final {
        let hash = meeting.minutes.in_force().map_or("", |made| made.hash.get(..HASH).unwrap_or(&made.hash));
        paras.push(Para::new(words.finishing_hash(hash), Tone::Dim));
    }
    paras
}

/// What is wanting, and the item or line it is about.
fn row(model: &Model, meeting: &Meeting, body: &Body, finding: &Finding) -> Row {
    let words = model.words;
    let said = Span::new(format!("! {}  ", words.quality_finding(finding)), Tone::Warn);
    let about = match &finding.place {
        Place::Meeting => words.quorum_short(model.council().headcount(meeting)),
        Place::Item(id) => body.items.get(id).map(|item| item.title.clone()).unwrap_or_default(),
        Place::Line(id) => body.lines.get(id).map(|line| shown_line(&line.text)).unwrap_or_default(),
    };
    Row { title: vec![said, Span::plain(about)], ..Row::default() }
}

/// How a decision was taken, to stand behind its text; empty where nothing is known.
pub fn resolved(model: &Model, meeting: &Meeting, line: &Line) -> String {
    let words = model.words;
    let (Some(resolution), LineKind::Decision(_)) = (&line.resolution, line.kind) else {
        return String::new();
    };
    let names = |people: &[Who]| {
        let labels: Vec<&str> = people.iter().map(|who| who.label.as_str()).collect();
        labels.join(words.pick("、", ", "))
    };
    let day = |day| words.date_short(day, model.council().head.dates);
    let mut parts = words.resolution(resolution, names, day);
    parts.extend(model.council().outcome(meeting, resolution).map(|outcome| words.outcome(outcome)));
    words.in_brackets(&parts.join(words.pick("、", ", ")))
}
