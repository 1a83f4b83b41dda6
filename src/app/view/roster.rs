//! The roster pane: members in columns with their attendance of the meeting on screen. Organisations have a file of their own.

use crate::{
    app::{
        look::Tone,
        model::{ListId, Model},
        row::{Para, Row, Rows, Span},
        update::list::matching,
    },
    domain::{
        Attendance, Council, Meeting, MeetingState, Member, Mode, Numbered, Office, Role, Term,
        id::{MeetingId, MemberId},
    },
    text::ruler::Ruler,
    words::{Words, terms::attendance_mark},
};
use chrono::NaiveDate;
use std::{cell::LazyCell, collections::BTreeSet};

/// What the pane shows, of which meeting; quorum and observers at the right. The meeting's name gives way first, then the figure needed.
pub fn title(model: &Model) -> (Vec<Span>, Vec<Span>) {
    let words = model.words;
    let name = if model.organisations { words.roster_organisations() } else { words.roster_members() };
    let name = Span::new(name, Tone::Accent);
    let Some(meeting) = model.meeting() else { return (vec![name], Vec::new()) };
    let tail = format!("  {}", words.roster_observers(meeting.observers));
    if model.council().is_unread(&meeting.id) {
        let label = format!("  {}", words.meeting_label(meeting));
        return (
            vec![name, Span::plain(label)],
            vec![Span::new(words.reading(), Tone::Dim), Span::plain(tail)],
        );
    }
    let count = model.council().headcount(meeting);
    let tone = if count.is_quorate() { Tone::Good } else { Tone::Warn };
    let (long, brief) = (words.quorum(count), words.quorum_short(count));
    let width = |text: &str| model.look.ruler.width(text);
    let room = usize::from(model.split().list.width).saturating_sub(4 + width(&name.text) + width(&tail));
    let with = |label: String, quorum: &str| (format!("  {label}"), quorum.to_owned());
    let wishes = [
        with(words.meeting_label(meeting), &long),
        with(words.meeting_short(meeting), &long),
        with(words.meeting_short(meeting), &brief),
    ];
    let fitting = wishes.into_iter().find(|(label, quorum)| width(label) + width(quorum) <= room);
    let (label, quorum) = fitting.unwrap_or((String::new(), brief));
    (vec![name, Span::plain(label)], vec![Span::new(quorum, tone), Span::plain(tail)])
}

/// What a row of the list of members stands for.
enum Place<'m> {
    OnRoll(Numbered<'m>),
    Heading(&'static str),
    /// Not in office on the day.
    Away(&'m Member),
}

impl<'m> Place<'m> {
    const fn member(&self) -> Option<&'m Member> {
        match self {
            Self::OnRoll(Numbered { member, .. }) | Self::Away(member) => Some(member),
            Self::Heading(_) => None,
        }
    }
}

/// Everyone on the day of the meeting, by number; below, under headings, whose term is over or has not begun.
pub fn member_rows(model: &Model) -> Rows<'_, MemberId> {
    let (council, words) = (model.council(), model.words);
    let day = model.meeting().map_or_else(|| model.today(), |meeting| meeting.date);
    let mut places: Vec<Place> = council.roll(day).into_iter().map(Place::OnRoll).collect();
    let (ahead, over) = others(council, day);
    for (heading, members) in [(words.roster_term_ahead(), ahead), (words.roster_term_over(), over)] {
        if !members.is_empty() {
            places.push(Place::Heading(heading));
            places.extend(members.into_iter().map(Place::Away));
        }
    }
    let records = places.iter().map(|place| place.member().map(|it| it.id.clone())).collect();
    let members: Vec<&Member> = places.iter().filter_map(Place::member).collect();
    let columns = LazyCell::new(move || Columns::of(model, &members));
    let rows = Rows::new(records, move |at| match &places[at] {
        Place::OnRoll(it) => columns.row(model, *it),
        Place::Heading(heading) => Row::heading(*heading),
        Place::Away(member) => columns.absent_row(model, member),
    });
    matching(model, ListId::Members, rows)
}

/// Those whose term begins later, and those whose term is over, by office.
fn others(council: &Council, day: NaiveDate) -> (Vec<&Member>, Vec<&Member>) {
    let mut away: Vec<&Member> = council.members.iter().filter(|it| !it.term.covers(day)).collect();
    away.sort_by_cached_key(|it| council.office_of(&it.id).map_or(Office::Member, |role| role.office));
    away.into_iter().partition(|it| it.term.from.is_some_and(|from| day < from))
}

/// The widths of the columns of members, the same in every row.
#[derive(Clone, Copy)]
pub struct Columns {
    number: usize,
    state: usize,
    name: usize,
    /// Post and organisation of members who have a name; of no width where nobody has one or there is no room.
    sender: usize,
    office: usize,
    times: usize,
}

/// Between two columns.
const GAP: usize = 2;
/// A column cut to fewer than this says nothing.
const LEAST: usize = 6;

impl Columns {
    /// As wide as the widest entry, within the list.
    pub fn of(model: &Model, members: &[&Member]) -> Self {
        Self::within(model, members, usize::from(model.list_area().width))
    }

    /// As wide as the widest entry, within `room` columns. Where it is short the senders are cut first, then the offices, then the names.
    pub fn within(model: &Model, members: &[&Member], room: usize) -> Self {
        let (council, words, ruler) = (model.council(), model.words, model.look.ruler);
        let widest = |text: &dyn Fn(&Member) -> String| {
            members.iter().map(|member| ruler.width(&text(member))).max().unwrap_or(0)
        };
        let number = members.len().to_string().len().max(2);
        let state = state_width(ruler, words);
        let times = widest(&|it| attendance(model, it).map(|it| words.attended(&it)).unwrap_or_default());
        let gap = |width: usize| if width == 0 { 0 } else { width + GAP };
        let lead = number + 1 + MARK + 1 + state + GAP;
        let mut left = room.saturating_sub(2 + lead + gap(times));
        let name = widest(&|it| council.member_label(it)).min(left);
        left -= name;
        let mut take = |wanted: usize| {
            let width = wanted.min(left.saturating_sub(GAP));
            let width = if width < wanted.min(LEAST) { 0 } else { width };
            left -= gap(width);
            width
        };
        let office = take(widest(&|it| office(model, it)));
        let sender = take(widest(&|it| sender(council, it)));
        Self { number, state, name, sender, office, times }
    }

    /// Somebody on the roll.
    pub fn row(self, model: &Model, it: Numbered) -> Row {
        let (ruler, words) = (model.look.ruler, model.words);
        let number = ruler.fit_right(&it.number.to_string(), self.number);
        let mark = ruler.fit(model.council().office_of(&it.member.id).map_or("", office_mark), MARK);
        let attendance = attendance(model, it.member);
        let running = model.is_running();
        let (state, tone) = attendance.as_ref().map_or_else(Default::default, |it| state(words, it, running));
        let mut row = self.named(model, it.member);
        row.lead = vec![
            Span::new(format!("{number} "), Tone::Dim),
            Span::new(format!("{mark} "), Tone::Accent),
            Span::new(format!("{}  ", ruler.fit(&state, self.state)), tone),
        ];
        let times = attendance.map(|it| words.attended(&it)).unwrap_or_default();
        row.right(if self.times == 0 { String::new() } else { ruler.fit(&times, self.times) }, Tone::Dim)
    }

    /// Somebody who is not on the roll of this day.
    fn absent_row(self, model: &Model, member: &Member) -> Row {
        let lead = self.number + 1 + MARK + 1 + self.state + GAP;
        let term = span_of(model, member.term);
        let mut row = self.named(model, member).tone(Tone::Dim).lead(format!("{:lead$}", ""), Tone::Dim);
        row.title.push(Span::new(format!("{:GAP$}{term}", ""), Tone::Dim));
        row
    }

    /// Name, office and sender in their columns, found also by what the columns cut.
    fn named(self, model: &Model, member: &Member) -> Row {
        let (council, ruler) = (model.council(), model.look.ruler);
        let organisation = council.organisation_of(member);
        let label = council.member_label(member);
        let titles = titles(council, &member.id);
        let cell = |text: &str, width: usize| match width {
            0 => String::new(),
            _ => format!("{:GAP$}{}", "", ruler.fit(text, width)),
        };
        let tone = if member.non_voting { Tone::Plain } else { Tone::Strong };
        let also: [&str; 7] = [
            &label,
            &titles,
            &member.kana,
            &member.post,
            &member.code,
            organisation.map_or("", |it| &it.name),
            organisation.map_or("", |it| &it.kana),
        ];
        Row {
            title: vec![
                Span::new(ruler.fit(&label, self.name), tone),
                Span::plain(cell(&office(model, member), self.office)),
                Span::new(cell(&sender(council, member), self.sender), Tone::Dim),
            ],
            also: also.join(" "),
            ..Row::default()
        }
    }
}

/// Room for one wide mark of an office.
const MARK: usize = 2;

/// ◎ chair, ○ vice-chair, as rosters of councils mark them.
const fn office_mark(role: &Role) -> &'static str {
    match role.office {
        Office::Chair => "◎",
        Office::ViceChair => "○",
        _ => "",
    }
}

/// How a member stands at the meeting on screen; nothing without a meeting, or before its record is read.
pub fn attendance(model: &Model, member: &Member) -> Option<Attendance> {
    let meeting = model.meeting().filter(|meeting| !model.council().is_unread(&meeting.id))?;
    Some(model.council().attendance(meeting, &member.id))
}

/// ✓ 出席; while the meeting runs, those who left are no longer here.
pub fn state(words: Words, attendance: &Attendance, running: bool) -> (String, Tone) {
    if running && attendance.mode.is_attending() && attendance.to.is_some() {
        return (format!("< {}", words.roster_left()), Tone::Warn);
    }
    let tone = match attendance.mode {
        Mode::Present | Mode::Online => Tone::Good,
        Mode::Proxy(_) => Tone::Accent,
        Mode::Absent => Tone::Warn,
        Mode::Expected | Mode::Excused => Tone::Dim,
    };
    (format!("{} {}", attendance_mark(&attendance.mode), words.attendance_short(&attendance.mode)), tone)
}

fn state_width(ruler: Ruler, words: Words) -> usize {
    let modes = [
        Mode::Expected,
        Mode::Present,
        Mode::Online,
        Mode::Proxy(Default::default()),
        Mode::Excused,
        Mode::Absent,
    ];
    let short = modes.iter().map(|mode| words.attendance_short(mode)).chain([words.roster_left()]);
    2 + short.map(|word| ruler.width(word)).max().unwrap_or(0)
}

/// 座長・データ担当, highest first; each title once.
fn titles(council: &Council, member: &MemberId) -> String {
    let mut seen = BTreeSet::new();
    let seats = council.seats_of(member);
    let titles = seats.iter().map(|role| role.title.as_str()).filter(|title| seen.insert(*title));
    titles.collect::<Vec<_>>().join("・")
}

/// The titles, or that somebody without one has no vote.
fn office(model: &Model, member: &Member) -> String {
    let titles = titles(model.council(), &member.id);
    let plain = titles.is_empty() && member.non_voting;
    if plain { model.words.roster_non_voting_short().to_owned() } else { titles }
}

/// Organisation and post of a member who is called by name; those without a name are called by these.
fn sender(council: &Council, member: &Member) -> String {
    if member.name.is_empty() {
        return String::new();
    }
    let from = council.organisation_of(member).map_or("", |it| it.called());
    [from, &member.post].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Whom somebody comes from and as what: 豊川市保健センター 保健師 座長.
pub fn provenance(council: &Council, member: &Member) -> String {
    let from = council.organisation_of(member).map_or("", |it| &it.name);
    let titles = titles(council, &member.id);
    [from, &member.post, &titles].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("  ")
}

/// 令和7年4月1日〜令和9年3月31日
fn span_of(model: &Model, term: Term) -> String {
    let words = model.words;
    let day = |day| words.day(day, model.council().head.dates);
    match (term.from, term.to) {
        (None, None) => String::new(),
        (Some(from), None) => words.roster_since(&day(from)),
        (None, Some(to)) => words.roster_until(&day(to)),
        (Some(from), Some(to)) => words.roster_from_to(&day(from), &day(to)),
    }
}

/// Everything known of the chosen member. Contact data stays off a screen that a running meeting looks at.
pub fn member_detail(model: &Model) -> Vec<Para> {
    let Some(member) = crate::app::update::roster::chosen(model) else { return Vec::new() };
    let (council, words) = (model.council(), model.words);
    let organisation = council.organisation_of(member);
    let today = attendance(model, member)
        .filter(|_| model.meeting().is_some_and(|meeting| member.term.covers(meeting.date)));
    let vote = if member.non_voting { words.roster_vote_no() } else { words.roster_vote_yes() };
    let private = |label, value: &str| {
        Para::labelled(label, if council.running().is_some() { words.roster_private() } else { value })
    };
    let attended = today.map(|it| words.attendance_in_full(&it)).unwrap_or_default();
    let paras = [
        Some(Para::new(council.member_label(member), Tone::Strong)),
        Para::labelled(words.roster_kana(), &member.kana),
        Para::labelled(words.roster_today(), attended),
        Para::labelled(&words.fiscal_year(year_on_screen(model)), so_far(model, member)),
        Para::labelled(words.roster_organisation(), organisation.map_or("", |it| &it.name)),
        Para::labelled(words.roster_post(), &member.post),
        Para::labelled(words.roster_office(), seats(model, &member.id)),
        Para::labelled(words.roster_term(), span_of(model, member.term)),
        Para::labelled(words.roster_vote(), vote),
        Para::labelled(words.roster_code(), &member.code),
        Some(&member.email).filter(|it| !it.is_empty()).and_then(|it| private(words.roster_email(), it)),
        organisation
            .map(|it| &it.contact)
            .filter(|it| !it.is_empty())
            .and_then(|it| private(words.roster_contact(), it)),
    ];
    paras.into_iter().flatten().collect()
}

/// 座長（令和7年4月1日〜令和9年3月31日）・議事録署名人
fn seats(model: &Model, member: &MemberId) -> String {
    let said = model.council().seats_of(member).into_iter().map(|role| match span_of(model, role.term) {
        term if term.is_empty() => role.title.clone(),
        term => model.words.roster_seat_with_term(&role.title, &term),
    });
    said.collect::<Vec<_>>().join(model.words.pick("、", ", "))
}

/// The fiscal year of the meeting on screen; without one, this year.
fn year_on_screen(model: &Model) -> i32 {
    let this_year = || model.council().fiscal_year(model.today());
    model.meeting().map_or_else(this_year, |meeting| meeting.fiscal_year)
}

/// The meetings held in that year, oldest first.
fn held_that_year(model: &Model) -> impl Iterator<Item = &Meeting> {
    let year = year_on_screen(model);
    let meetings = model.council().meetings_by_date().into_iter();
    meetings.filter(move |it| it.state == MeetingState::Held && it.fiscal_year == year)
}

/// Those of them whose attendance is still to be read.
pub fn unread_that_year(model: &Model) -> impl Iterator<Item = &MeetingId> {
    held_that_year(model).map(|meeting| &meeting.id).filter(|id| model.council().is_unread(id))
}

/// 第1回✓ 第2回▵: attendance of that year's meetings.
fn so_far(model: &Model, member: &Member) -> String {
    if unread_that_year(model).next().is_some() {
        return model.words.reading().to_owned();
    }
    let held = held_that_year(model).filter(|meeting| member.term.covers(meeting.date));
    let marks = held.map(|meeting| {
        let attendance = model.council().attendance(meeting, &member.id);
        format!("{} {}", model.words.meeting_short(meeting), state(model.words, &attendance, false).0)
    });
    marks.collect::<Vec<_>>().join(model.words.pick("、", ", "))
}
