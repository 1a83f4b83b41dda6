//! The actions pane: seven views of one list, and everything known about the chosen action.

use crate::{
    app::{
        look::Tone,
        model::{ActionView, ListId, Model},
        row::{Para, Row, Rows, Span},
        update::list::{self, found_by},
    },
    domain::{
        Action, ActionState, Council, Due, Organisation, Party, Who,
        action::Origin,
        id::{ActionId, MeetingId, MemberId},
    },
    knowledge::points::card,
    words::{Words, terms::action_mark},
};
use std::{
    cell::LazyCell,
    collections::{HashMap, HashSet},
    hash::Hash,
};

/// From this width the state is said with its long word, and a row has room for more than its day.
const ROOMY: u16 = 76;
/// Owners take no more, and are left out where they would get less.
const OWNERS: std::ops::RangeInclusive<usize> = 12..=22;

pub fn title(model: &Model) -> (Vec<Span>, Vec<Span>) {
    let (words, council) = (model.words, model.council());
    let mut shown: Vec<u32> =
        groups(model).iter().flat_map(|group| &group.actions).map(|it| it.number).collect();
    shown.sort_unstable();
    shown.dedup();
    let name = view_name(words, model.action_view);
    let view = if model.list_lacks().is_empty() {
        words.actions_counted(name, shown.len())
    } else {
        name.to_owned()
    };
    let late = council.actions.iter().filter(|action| council.is_overdue(action, model.today())).count();
    let unowned = council.unowned_actions().count();
    let mut right = match late {
        0 => vec![Span::new(words.actions_none_late(), Tone::Good)],
        late => vec![Span::new(words.actions_late(late), Tone::Bad)],
    };
    if unowned > 0 {
        right.extend([Span::plain("  "), Span::new(words.actions_unowned(unowned), Tone::Warn)]);
    }
    (vec![Span::new(view, Tone::Strong)], right)
}

fn view_name(words: Words, view: ActionView) -> &'static str {
    match view {
        ActionView::Open => words.actions_view_open(),
        ActionView::Overdue => words.actions_view_overdue(),
        ActionView::DueBeforeNext => words.actions_view_next(),
        ActionView::ByOwner => words.actions_view_owner(),
        ActionView::ByPoint => words.actions_view_point(),
        ActionView::DoneSinceLast => words.actions_view_done(),
        ActionView::All => words.actions_view_all(),
    }
}

pub fn rows(model: &Model) -> Rows<'_, ActionId> {
    listed(model).map(|action| action.id.clone())
}

/// The same rows with the actions themselves.
pub fn listed(model: &Model) -> Rows<'_, &Action> {
    let mut groups = groups(model);
    let (mut places, mut headings) = (Vec::new(), Vec::new());
    for group in &mut groups {
        if let Some(heading) = group.heading.take() {
            places.push(Err(headings.len()));
            headings.push(heading);
        }
        places.extend(group.actions.iter().copied().map(Ok));
    }
    let records = places.iter().map(|place| place.ok()).collect();
    let columns = LazyCell::new(move || Columns::of(model, &groups));
    let rows = Rows::new(records, move |at| match places[at] {
        Ok(action) => columns.row(model, action),
        Err(heading) => headings[heading].clone(),
    });
    let senders = LazyCell::new(|| senders(model.council()));
    found_by(model, ListId::Actions, rows, |action| &action.id, |action| plain_text(model, &senders, action))
}

/// The action of the chosen row.
pub fn chosen(model: &Model) -> Option<&Action> {
    list::chosen(model, ListId::Actions, &listed(model))
}

/// Actions under one heading, or under none.
struct Group<'a> {
    heading: Option<Row>,
    actions: Vec<&'a Action>,
}

fn groups(model: &Model) -> Vec<Group<'_>> {
    // Part of what is asked for would be taken for all of it.
    if !model.list_lacks().is_empty() {
        return Vec::new();
    }
    let (council, words) = (model.council(), model.words);
    let all = || council.every_action();
    let by_due = |keep: &dyn Fn(&Action) -> bool| council.by_due(all().filter(|action| keep(action)));
    let actions = match model.action_view {
        ActionView::Open => council.by_due(council.open_actions()),
        ActionView::Overdue => by_due(&|action| council.is_overdue(action, model.today())),
        ActionView::DueBeforeNext => by_due(&|action| council.is_due_before_next(action)),
        ActionView::DoneSinceLast => {
            let mut done: Vec<&Action> = all().filter(|action| council.is_done_since_last(action)).collect();
            done.sort_by_key(|action| (action.ended, action.number));
            done
        }
        ActionView::All => all().collect(),
        ActionView::ByOwner => {
            let heading = |owner: Option<Who>| match owner {
                Some(owner) => Row::heading(owner.label),
                None => Row::heading(words.actions_no_owner_marked()).tone(Tone::Warn),
            };
            let groups = council.open_by_owner().into_iter();
            return groups.map(|(owner, actions)| Group { heading: Some(heading(owner)), actions }).collect();
        }
        ActionView::ByPoint => {
            let heading = |point| match point {
                Some(point) => {
                    format!("{} {}", card(point).point.number(), card(point).name.pick(words.lang))
                }
                None => words.actions_without_point().to_owned(),
            };
            let groups = council.open_by_point().into_iter();
            return groups
                .map(|(point, actions)| Group { heading: Some(Row::heading(heading(point))), actions })
                .collect();
        }
    };
    vec![Group { heading: None, actions }]
}

/// How wide the parts of a row are, the same for every row; what has no room has no width.
struct Columns<'m> {
    roomy: bool,
    state: usize,
    number: usize,
    text: usize,
    due: usize,
    owners: usize,
    points: usize,
    senders: Senders<'m>,
}

impl<'m> Columns<'m> {
    fn of(model: &'m Model, groups: &[Group<'m>]) -> Self {
        let senders = senders(model.council());
        let actions = || groups.iter().flat_map(|group| group.actions.iter().copied());
        let width = model.list_area().width;
        let roomy = width >= ROOMY;
        let word = |action: &Action| state_word(model, action.state, roomy).to_owned();
        let state = widest(model, actions(), |action| action.state, word, usize::MAX);
        let number = actions().map(|action| action.number).max().unwrap_or(0).to_string().len();
        let day = |action: &Action| action.ended.filter(|_| !action.state.is_open()).ok_or(action.number);
        let due = widest(model, actions(), day, |action| due(model, action).text, usize::MAX);
        let room = usize::from(width).saturating_sub(state + number + 8);
        // Where there is room, the text keeps half of it; each piece stands behind two columns of air.
        let spare = if roomy { (room / 2).saturating_sub(due + 2) } else { 0 };
        let brief = |action: &Action| owners_in_brief(model, &senders, action).text;
        let first = |action: &'m Action| (action.owners.first(), action.owners.len(), action.state.is_open());
        let wished = widest(model, actions(), first, brief, *OWNERS.end());
        let owners = wished.min(spare.saturating_sub(2));
        let owners = if owners < wished.min(*OWNERS.start()) { 0 } else { owners };
        let points = widest(model, actions(), |action| &action.points, points, usize::MAX);
        let points = if owners + points + 4 <= spare { points } else { 0 };
        let pieces = [due, owners, points].into_iter().filter(|width| *width > 0).map(|width| width + 2);
        let text = room.saturating_sub(pieces.sum());
        Self { roomy, state, number, text, due, owners, points, senders }
    }

    fn row(&self, model: &Model, action: &Action) -> Row {
        let (words, ruler) = (model.words, model.look.ruler);
        let state = ruler.fit(state_word(model, action.state, self.roomy), self.state);
        let number = ruler.fit_right(&action.number.to_string(), self.number);
        let warned = self.owners == 0 && is_unowned(action);
        let warning = if warned { format!("{} ", words.actions_no_owner_marked()) } else { String::new() };
        let text = ruler.cut(&action.text, self.text.saturating_sub(ruler.width(&warning)));
        let title = vec![Span::new(warning, Tone::Warn), Span::new(text, text_tone(action.state))];
        let row = Row { title, ..Row::default() }
            .lead(format!("{} {state} ", action_mark(action.state)), state_tone(action.state))
            .lead(format!("{number}  "), Tone::Plain);
        let pieces = [
            (due(model, action), self.due),
            (owners_in_brief(model, &self.senders, action), self.owners),
            (Span::new(points(action), Tone::Dim), self.points),
        ];
        let pieces = pieces.into_iter().filter(|(_, width)| *width > 0);
        pieces.fold(row, |row, (piece, width)| row.right(ruler.fit(&piece.text, width), piece.tone))
    }
}

/// The widest of these texts, but no more than `most`. Actions with one key have one text, which is measured once: there may be
/// thousands of them.
fn widest<'m, K: Eq + Hash>(
    model: &Model,
    actions: impl Iterator<Item = &'m Action>,
    key: impl Fn(&'m Action) -> K,
    text: impl Fn(&Action) -> String,
    most: usize,
) -> usize {
    let (mut seen, mut widest) = (HashSet::new(), 0);
    for action in actions.filter(|action| seen.insert(key(action))) {
        widest = widest.max(model.look.ruler.width(&text(action)));
        if widest >= most {
            return most;
        }
    }
    widest
}

/// What a search finds an action by: everything its row says or cuts short.
fn plain_text(model: &Model, senders: &Senders<'_>, action: &Action) -> String {
    let words = model.words;
    let names = action.points.iter().map(|point| card(*point).name.pick(words.lang));
    let pieces = [
        action_mark(action.state),
        words.action_state(action.state),
        words.action_state_short(action.state),
        &action.number.to_string(),
        &due(model, action).text,
        &owners_in_brief(model, senders, action).text,
        &words.owners(action),
        &points(action),
        &action.text,
    ];
    pieces.into_iter().chain(names).collect::<Vec<_>>().join(" ")
}

fn state_word(model: &Model, state: ActionState, long: bool) -> &'static str {
    if long { model.words.action_state(state) } else { model.words.action_state_short(state) }
}

const fn state_tone(state: ActionState) -> Tone {
    match state {
        ActionState::Open => Tone::Plain,
        ActionState::InProgress => Tone::Action,
        ActionState::Waiting => Tone::Warn,
        ActionState::Done => Tone::Good,
        ActionState::Dropped => Tone::Dim,
    }
}

const fn text_tone(state: ActionState) -> Tone {
    if state.is_open() { Tone::Plain } else { Tone::Dim }
}

const fn is_unowned(action: &Action) -> bool {
    action.owners.is_empty() && action.state.is_open()
}

fn owners(model: &Model, action: &Action) -> Span {
    if is_unowned(action) {
        return Span::new(model.words.actions_no_owner_marked(), Tone::Warn);
    }
    Span::new(model.words.owners(action), text_tone(action.state))
}

/// The organisation behind each member whose post alone is known.
type Senders<'m> = HashMap<&'m MemberId, &'m Organisation>;

fn senders(council: &Council) -> Senders<'_> {
    let nameless = council.members.iter().filter(|member| member.name.is_empty());
    nameless.filter_map(|member| Some((&member.id, council.organisation_of(member)?))).collect()
}

/// The first owner, by organisation where a post alone is known, and how many more.
fn owners_in_brief(model: &Model, senders: &Senders<'_>, action: &Action) -> Span {
    let Some(first) = action.owners.first() else { return owners(model, action) };
    let sender = match &first.party {
        Some(Party::Member(id)) => senders.get(id).copied(),
        _ => None,
    };
    let called = sender.map_or(first.label.as_str(), Organisation::called);
    let said = match action.owners.len() - 1 {
        0 => called.to_owned(),
        more => model.words.actions_and_more(called, more),
    };
    Span::new(said, text_tone(action.state))
}

/// #6 #8, as typed in the capture line.
fn points(action: &Action) -> String {
    let tags: Vec<String> = action.points.iter().map(|point| format!("#{}", point.number())).collect();
    tags.join(" ")
}

/// When it is due, how late it is, or the day it ended.
fn due(model: &Model, action: &Action) -> Span {
    let (words, council, today) = (model.words, model.council(), model.today());
    let short = |day| words.date_short(day, council.head.dates);
    if let Some(ended) = action.ended.filter(|_| !action.state.is_open()) {
        return Span::new(short(ended), Tone::Dim);
    }
    match (council.due_date(action), action.due) {
        (Some(_), _) if council.is_overdue(action, today) => {
            Span::new(words.actions_days_late(council.days_overdue(action, today).unwrap_or(0)), Tone::Bad)
        }
        (Some(day), _) if day == today => Span::new(words.actions_due_today(), Tone::Warn),
        (Some(day), _) => Span::plain(short(day)),
        (None, Due::Open) => Span::new(words.actions_open_ended(), Tone::Dim),
        (None, _) => Span::plain(words.actions_next_brief()),
    }
}

pub fn detail(model: &Model) -> Vec<Para> {
    let Some(action) = chosen(model) else { return Vec::new() };
    let (words, style) = (model.words, model.council().head.dates);
    let state = format!("{} {}", action_mark(action.state), words.action_state(action.state));
    let mut paras = vec![
        Para::new(format!("{}  {state}", words.action_number(action.number)), state_tone(action.state)),
        Para::new(&action.text, Tone::Strong),
    ];
    paras.extend(Para::labelled(words.actions_reason(), &action.reason));
    paras.push(owners_para(model, action));
    paras.push(due_para(model, action));
    let ended = action.ended.map_or_else(String::new, |day| words.date(day, style));
    paras.extend(Para::labelled(words.actions_ended(), ended));
    let points: Vec<String> = action.points.iter().map(|point| card(*point).numbered(words.lang)).collect();
    paras.extend(Para::labelled(words.actions_points(), points.join(words.pick("・", ", "))));
    paras.extend(notes(model, action));
    paras.extend(Para::labelled(words.actions_origin(), origin(model, action.origin.as_ref())));
    paras
}

/// The meeting of the chosen action, where what was said there is still to be read.
pub fn unread_origin(model: &Model) -> Option<&MeetingId> {
    let Origin { meeting, item, line } = chosen(model)?.origin.as_ref()?;
    let named = item.is_some() || line.is_some();
    (named && model.council().is_unread(meeting)).then_some(meeting)
}

fn owners_para(model: &Model, action: &Action) -> Para {
    let owners = owners(model, action);
    let text = format!("{}  {}", model.words.actions_owners(), owners.text);
    Para { tone: if is_unowned(action) { Tone::Warn } else { Tone::Plain }, hang: 2, ..Para::plain(text) }
}

/// The day in full, and how far away it is while the action is open.
fn due_para(model: &Model, action: &Action) -> Para {
    let (words, council, today) = (model.words, model.council(), model.today());
    let day = words.due(council, action);
    let left =
        council.due_date(action).filter(|_| action.state.is_open()).map(|due| (due - today).num_days());
    let (said, tone) = match left {
        Some(left @ ..0) => (words.actions_days_late_long(-left), Tone::Bad),
        Some(0) => (words.actions_due_today().to_owned(), Tone::Warn),
        Some(left) => (words.actions_days_left(left), Tone::Plain),
        None => (String::new(), Tone::Plain),
    };
    Para { tone, hang: 2, ..Para::plain(format!("{}  {day}  {said}", words.actions_due()).trim_end()) }
}

fn notes(model: &Model, action: &Action) -> Vec<Para> {
    let words = model.words;
    let heading = (!action.notes.is_empty()).then(|| Para::new(words.actions_notes(), Tone::Accent));
    let notes = action.notes.iter().map(|note| {
        let day = words.date_short(note.on, model.council().head.dates);
        Para::bullet(format!("{day}  {}", note.text), Tone::Plain)
    });
    heading.into_iter().chain(notes).collect()
}

/// Meeting, item and line, as far as they are there.
fn origin(model: &Model, origin: Option<&Origin>) -> String {
    let (words, council) = (model.words, model.council());
    let Some(origin) = origin else { return words.actions_by_hand().to_owned() };
    let Some(meeting) = council.meetings.get(&origin.meeting) else { return String::new() };
    let body = council.body(&meeting.id);
    let unread = body.is_none() && (origin.item.is_some() || origin.line.is_some());
    let item = body.and_then(|body| body.items.get(origin.item.as_ref()?));
    let line = body.and_then(|body| body.lines.get(origin.line.as_ref()?));
    let day = words.in_brackets(&words.day(meeting.date, council.head.dates));
    let parts = [
        Some(format!("{}{day}", words.meeting_label(meeting))),
        item.map(|item| item.title.clone()),
        line.map(|line| words.actions_quoted(&line.text.replace('\n', " "))),
        unread.then(|| words.reading().to_owned()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(words.pick("　", ", "))
}
