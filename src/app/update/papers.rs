//! The list of papers: opening it on what is in view, choosing, setting how the paper is wanted, and having it written.

use crate::{
    app::{
        command::Ready,
        effect::Effect,
        look::Tone,
        model::{ListId, Model, Pane},
        overlay::Overlay,
        papers::{Choices, Ground, Papers, Setting, Shown, settings},
        update::agenda::meeting_meant,
        view,
    },
    domain::{Unread, id::MeetingId},
    paper::{self, About, Kind, Order, Source},
    text::{ruler::Ruler, wrap::wrap_lines},
    words::Words,
};

/// Lays the list over the panes, with the papers of what is in view first.
pub fn open(model: &mut Model) {
    let meeting = meeting_meant(model).map(|meeting| meeting.id.clone());
    let near = near(model);
    let near_count = near.len();
    let others = Kind::ALL.into_iter().filter(|kind| !near.contains(kind));
    let kinds = near.iter().copied().chain(others);
    let year = model.council().fiscal_year(model.today());
    let orders: Vec<Order> = kinds
        .filter(|kind| kind.about() != About::Meeting || meeting.is_some())
        .map(|kind| order(kind, meeting.as_ref(), year))
        .collect();
    let near = orders.iter().take_while(|order| near.contains(&order.kind)).count().min(near_count);
    model.overlays.push(Overlay::Papers(Box::new(Papers {
        orders,
        near,
        cursor: Default::default(),
        setting: 0,
        offset: 0,
        shown: None,
        written: None,
    })));
}

/// The papers of what is in view, the most wanted first.
fn near(model: &Model) -> &'static [Kind] {
    use Kind::{
        Actions, Agenda, Board, Evaluation, Handover, Minutes, News, Notice, Report, Roster, Seating, Summary,
    };
    let held = meeting_meant(model).is_some_and(|meeting| meeting.closed.is_some());
    match (model.pane, model.list_id()) {
        (Pane::Agenda | Pane::Record, _) if held => &[Minutes, Summary, News, Agenda, Seating],
        (Pane::Agenda, _) => &[Agenda, Notice, Seating, Minutes],
        (Pane::Record, _) => &[Minutes, Agenda, Summary],
        (Pane::Roster, _) => &[Roster, Seating],
        (Pane::Roles, _) => &[Roster, Handover],
        (Pane::Actions, _) => &[Actions, Summary],
        (Pane::Board, ListId::Sheet) => &[Evaluation, Report, Board],
        (Pane::Board, ListId::Indicators | ListId::Footings | ListId::Escalations) => &[Report, News, Board],
        (Pane::Board, ListId::Partners) => &[Handover, Report, Board],
        (Pane::Board, _) => &[Board, Evaluation, Report, Handover, News],
    }
}

fn order(kind: Kind, meeting: Option<&MeetingId>, year: i32) -> Order {
    let meeting = meeting.filter(|_| kind.about() == About::Meeting).cloned();
    let year = (kind.about() == About::FiscalYear).then_some(year);
    Order { meeting, year, ..Order::new(kind) }
}

fn top(model: &Model) -> Option<&Papers> {
    match model.overlays.last() {
        Some(Overlay::Papers(papers)) => Some(papers),
        _ => None,
    }
}

fn top_mut(model: &mut Model) -> Option<&mut Papers> {
    match model.overlays.last_mut() {
        Some(Overlay::Papers(papers)) => Some(papers),
        _ => None,
    }
}

/// What has to be read before the chosen paper can be made.
pub fn lacks(model: &Model) -> Unread {
    let order = top(model).and_then(Papers::order);
    order.map(|order| order.unread(model.council())).unwrap_or_default()
}

pub fn step(model: &mut Model, steps: isize) {
    let Some(papers) = top_mut(model) else { return };
    papers.cursor.step(steps, papers.orders.len());
    (papers.setting, papers.offset, papers.written) = (0, 0, None);
}

/// To the next setting of the chosen paper or the one before, around the end.
pub fn next_setting(model: &mut Model, steps: isize) {
    let Some(papers) = top_mut(model) else { return };
    let count = papers.order().map_or(0, |order| settings(order).len());
    let len = isize::try_from(count).unwrap_or(1).max(1);
    let at = isize::try_from(papers.setting).unwrap_or(0) + steps;
    papers.setting = usize::try_from(at.rem_euclid(len)).unwrap_or(0);
}

/// The next choice of the setting in hand, or the one before.
pub fn turn(model: &mut Model, steps: isize) {
    let Some((setting, order)) = top(model).and_then(|it| Some((it.in_hand()?, it.order()?))) else { return };
    let turned = choices(model, setting, order).turned(steps);
    let Some((papers, order)) = top_mut(model).zip(turned) else { return };
    if let Some(place) = papers.orders.get_mut(papers.cursor.at) {
        *place = order;
    }
    (papers.offset, papers.written) = (0, None);
}

/// What a setting of a paper can be here.
pub fn choices(model: &Model, setting: Setting, order: &Order) -> Choices {
    let meeting = meeting_meant(model).map(|meeting| &meeting.id);
    let year = model.council().fiscal_year(model.today());
    Choices::of(setting, order, Ground { council: model.council(), words: model.words, meeting, year })
}

/// Scrolls the preview by screens.
pub fn turn_page(model: &mut Model, pages: isize) {
    let room = isize::try_from(view::papers::room(model)).unwrap_or(1);
    scroll(model, pages * (room - 1).max(1));
}

pub fn scroll(model: &mut Model, rows: isize) {
    if let Some(papers) = top_mut(model) {
        papers.offset = papers.offset.saturating_add_signed(rows);
    }
}

/// Is there more than the format to choose?
pub fn has_settings(model: &Model) -> bool {
    top(model).and_then(Papers::order).is_some_and(|order| settings(order).len() > 1)
}

pub fn can_write(model: &Model) -> Ready {
    match top(model).and_then(|papers| papers.shown.as_ref()) {
        Some(Shown { made: Ok(_), .. }) => Ready::Yes,
        Some(_) => Ready::Off(Words::papers_not_made),
        None => Ready::Off(Words::reading),
    }
}

/// Has the chosen paper written.
pub fn write(model: &mut Model) {
    let Some(Shown { order, file, made: Ok(content), .. }) = top(model).and_then(|it| it.shown.clone())
    else {
        return;
    };
    model.ask(Effect::Export { file, content, format: order.format, encoding: order.encoding });
}

/// Says where the paper went, in the list that asked for it while it is still there.
pub fn written(model: &mut Model, path: String) {
    let said = model.words.exported(&path);
    model.tell(Tone::Good, said);
    if let Some(papers) = top_mut(model) {
        papers.written = Some(path);
    }
}

/// Makes the chosen paper again where it is another one, or the council is.
pub fn settle(model: &mut Model) {
    let Some(order) = top(model).and_then(Papers::order).cloned() else { return };
    let unread = !lacks(model).is_empty();
    let cols = view::papers::preview_cols(model);
    let seq = model.history.seq();
    let is_shown = |shown: &Shown| shown.order == order && shown.seq == seq && shown.cols == cols;
    let fresh = top(model).and_then(|papers| papers.shown.as_ref()).is_some_and(is_shown);
    let shown = if unread {
        Some(None)
    } else if fresh {
        None
    } else {
        Some(Some(make(model, order, seq, cols)))
    };
    let room = view::papers::room(model);
    let Some(papers) = top_mut(model) else { return };
    if let Some(shown) = shown {
        papers.shown = shown;
    }
    let len = papers.orders.len();
    papers.cursor.settle(len, room);
    let rows = papers.shown.as_ref().map_or(0, |shown| shown.rows.len());
    let most = rows.saturating_sub(room);
    papers.offset = papers.offset.min(most);
}

fn make(model: &Model, order: Order, seq: u64, cols: usize) -> Shown {
    let source =
        Source { council: model.council(), words: model.words, now: model.now, wording: &model.wording };
    let file = paper::file_name(&order, source);
    let made = paper::compose(&order, source).map(Box::new);
    let text = match &made {
        Ok(content) => content.preview(),
        Err(error) => error.said(model.words),
    };
    let rows = rows(model.look.ruler, &text, cols.max(2), order.kind == Kind::Board && made.is_ok());
    Shown { order, seq, cols, file, made, rows }
}

/// A paper as rows. What is drawn with letters is cut, everything else wraps.
fn rows(ruler: Ruler, text: &str, cols: usize, drawn: bool) -> Vec<String> {
    if drawn {
        return text.lines().map(|line| ruler.cut(line, cols).into_owned()).collect();
    }
    let wrapped = text.lines().flat_map(|line| {
        let rows = wrap_lines(ruler, line, cols);
        if rows.is_empty() { vec![String::new()] } else { rows.into_iter().map(str::to_owned).collect() }
    });
    wrapped.collect()
}
