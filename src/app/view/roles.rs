//! The roles pane: seats of the council, roles of the meeting, leads of the ten points, and who carries how much.

use crate::{
    app::{
        look::Tone,
        model::{ListId, Model},
        row::{Para, Row, Rows, Span},
        update::list,
    },
    domain::{
        Load, Meeting, MeetingRoleKind, Organisation, Party, Point, PointRecord, Role, Stage, Term,
        id::{OrganisationId, RoleId},
    },
    knowledge::points::card,
    words::terms::{action_mark, stage_mark},
};

/// What a row of this pane stands for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Duty {
    Seat(RoleId),
    /// A role of the meeting on screen.
    Meeting(MeetingRoleKind),
    Lead(Point),
    /// What an organisation carries in all.
    Carries(OrganisationId),
}

/// No column of names is wider.
const WIDEST_NAME: usize = 18;
/// The bar of the heaviest load.
const LONGEST_BAR: usize = 10;
/// From this width a row of loads says what they are made of.
const WITH_PARTS: u16 = 70;

pub fn title(model: &Model) -> (Vec<Span>, Vec<Span>) {
    let (council, words) = (model.council(), model.words);
    let left = vec![Span::new(words.pane_roles(), Tone::Strong)];
    let vacant = council.vacant_seats().count();
    let ending = council
        .roles
        .iter()
        .filter(|role| council.seat_ends_this_year(role, model.today()).is_some())
        .count();
    let mut right = match (vacant, council.roles.is_empty()) {
        (_, true) => Vec::new(),
        (0, false) => vec![Span::new(words.roles_all_filled(), Tone::Good)],
        (_, false) => vec![Span::new(words.roles_vacancies(vacant), Tone::Warn)],
    };
    if ending > 0 {
        right.extend([Span::plain("  "), Span::new(words.roles_endings(ending), Tone::Warn)]);
    }
    (left, right)
}

pub fn rows(model: &Model) -> Rows<'_, Duty> {
    let words = model.words;
    let mut rows = group(words.roles_seats(), seats(model));
    if let Some(meeting) = model.meeting() {
        rows.extend(group(
            &words.roles_meeting(&words.meeting_short(meeting)),
            meeting_roles(model, meeting),
        ));
    }
    rows.extend(group(words.roles_leads(), leads(model)));
    rows.extend(group(words.roles_loads(), loads(model)));
    list::matching(model, ListId::Roles, Rows::made(rows))
}

/// The chosen row.
pub fn chosen(model: &Model) -> Option<Duty> {
    list::chosen(model, ListId::Roles, &rows(model))
}

/// Who holds the duty of a row, as the room calls it; `None` for a vacancy and for a row of loads.
pub fn holder(model: &Model, duty: &Duty) -> Option<String> {
    let council = model.council();
    match duty {
        Duty::Seat(id) => seat_holder(model, council.roles.get(id)?),
        Duty::Meeting(kind) => Some(model.meeting()?.role(*kind)?.label.clone()),
        Duty::Lead(point) => Some(council.point(*point).lead.as_ref()?.label.clone()),
        Duty::Carries(_) => None,
    }
}

/// What the duty of a row is called.
pub fn name(model: &Model, duty: &Duty) -> String {
    let council = model.council();
    match duty {
        Duty::Seat(id) => council.roles.get(id).map_or_else(String::new, |role| role.title.clone()),
        Duty::Meeting(kind) => model.words.meeting_role(*kind).to_owned(),
        Duty::Lead(point) => card(*point).name.pick(model.words.lang).to_owned(),
        Duty::Carries(id) => council.organisations.get(id).map_or_else(String::new, |it| it.name.clone()),
    }
}

fn group(heading: &str, rows: Vec<(Duty, Row)>) -> Vec<(Option<Duty>, Row)> {
    let heading = (!rows.is_empty()).then(|| (None, Row::heading(heading)));
    heading.into_iter().chain(rows.into_iter().map(|(duty, row)| (Some(duty), row))).collect()
}

/// A name at the start of a row, as wide as the widest of its group.
fn column<'a>(model: &Model, names: impl Iterator<Item = &'a str>) -> usize {
    names.map(|name| model.look.ruler.width(name)).max().unwrap_or(0).min(WIDEST_NAME)
}

fn named(model: &Model, name: &str, width: usize) -> Row {
    Row::default().lead(format!("{}  ", model.look.ruler.fit(name, width)), Tone::Plain).also(name)
}

fn seats(model: &Model) -> Vec<(Duty, Row)> {
    let council = model.council();
    let width = column(model, council.roles.iter().map(|role| role.title.as_str()));
    let in_full = warnings_fit(model, width);
    let row = |role: &Role| {
        let nobody = Span::new(model.words.roles_vacant_marked(), Tone::Warn);
        let row = with_holder(named(model, &role.title, width), seat_holder(model, role), nobody);
        let row = match ending(model, role, in_full) {
            Some(said) => row.right(said, Tone::Warn),
            None if in_full => row.right(term_in_brief(model, role.term), Tone::Dim),
            None => row,
        };
        (Duty::Seat(role.id.clone()), row)
    };
    council.roles.iter().map(row).collect()
}

fn seat_holder(model: &Model, role: &Role) -> Option<String> {
    model.council().party_label(role.holder.as_ref()?)
}

/// Whether every ending term can be said with its full date beside every holder.
fn warnings_fit(model: &Model, titles: usize) -> bool {
    let (ruler, roles) = (model.look.ruler, &model.council().roles);
    let widest = |said: &dyn Fn(&Role) -> Option<String>| {
        roles.iter().filter_map(said).map(|said| ruler.width(&said)).max().unwrap_or(0)
    };
    let holders = widest(&|role| seat_holder(model, role));
    let warnings = widest(&|role| ending(model, role, true));
    titles + holders + warnings + 7 <= usize::from(model.list_area().width)
}

fn with_holder(row: Row, holder: Option<String>, nobody: Span) -> Row {
    Row { title: vec![holder.map_or(nobody, Span::plain)], ..row }
}

/// Why a held seat needs a look this fiscal year.
fn ending(model: &Model, role: &Role, in_full: bool) -> Option<String> {
    let (words, today) = (model.words, model.today());
    let end = model.council().seat_ends_this_year(role, today)?;
    let day = words.day(end, model.council().head.dates);
    Some(match (in_full, end < today) {
        (true, false) => words.roles_ends(&day),
        (true, true) => words.roles_ended(&day),
        (false, false) => words.roles_ends_briefly(&words.month_and_day(end)),
        (false, true) => words.roles_ended_briefly(&words.month_and_day(end)),
    })
}

fn term_in_brief(model: &Model, term: Term) -> String {
    let day = |day| model.words.day(day, model.council().head.dates);
    term.to.map_or_else(String::new, |to| model.words.roles_until(&day(to)))
}

fn meeting_roles(model: &Model, meeting: &Meeting) -> Vec<(Duty, Row)> {
    let words = model.words;
    let width = column(model, MeetingRoleKind::ALL.iter().map(|kind| words.meeting_role(*kind)));
    let row = |kind: MeetingRoleKind| {
        let row = named(model, words.meeting_role(kind), width);
        let holder = meeting.role(kind).map(|who| who.label.clone());
        (Duty::Meeting(kind), with_holder(row, holder, Span::new(words.roles_vacant_marked(), Tone::Warn)))
    };
    MeetingRoleKind::ALL.map(row).to_vec()
}

fn leads(model: &Model) -> Vec<(Duty, Row)> {
    let words = model.words;
    let short = |point: Point| card(point).short.pick(words.lang);
    let width = column(model, Point::ALL.iter().map(|point| short(*point)));
    let row = |record: &PointRecord| {
        let point = record.point;
        let name = model.look.ruler.fit(short(point), width);
        let row = Row::default()
            .lead(format!("{:>2} {name}  ", point.number()), Tone::Plain)
            .also(card(point).name.pick(words.lang));
        let row = with_holder(row, record.lead.as_ref().map(|who| who.label.clone()), no_lead(model, record));
        (Duty::Lead(point), row.right(stage(model, record.stage), Tone::Dim))
    };
    model.council().points.iter().map(row).collect()
}

/// A point that is being worked on wants a lead; another may wait.
fn no_lead(model: &Model, record: &PointRecord) -> Span {
    if record.active {
        Span::new(model.words.roles_no_lead_marked(), Tone::Warn)
    } else {
        Span::new(model.words.roles_no_lead(), Tone::Dim)
    }
}

fn stage(model: &Model, stage: Stage) -> String {
    format!("{} {}", stage_mark(stage), model.words.stage(stage))
}

fn loads(model: &Model) -> Vec<(Duty, Row)> {
    let loads = model.council().loads(model.meeting());
    let width = column(model, loads.iter().map(|load| load.organisation.called()));
    let heaviest = loads.first().map_or(0, Load::total);
    let all_alike = loads.iter().all(|load| load.total() == heaviest);
    let totals: Vec<usize> = loads.iter().map(Load::total).collect();
    let burden = model.council().head.thresholds.burden();
    let row = |(at, load): (usize, &Load)| {
        let organisation = load.organisation;
        let stands_out = load.total() == heaviest && !all_alike;
        let is_too_much = burden.is_too_much(&totals, at);
        let row = named(model, organisation.called(), width);
        let row = Row { title: vec![amount(model, load, heaviest, stands_out || is_too_much)], ..row };
        let row = match () {
            () if is_too_much => row.right(model.words.roles_heavy(), Tone::Warn),
            () if stands_out => row.right(model.words.roles_heaviest(), Tone::Warn),
            () => row,
        };
        let roomy = model.list_area().width >= WITH_PARTS;
        let parts = if roomy { model.words.load_parts(load) } else { String::new() };
        let row = row.right(parts, Tone::Dim).also(format!("{} {}", organisation.name, organisation.kana));
        (Duty::Carries(organisation.id.clone()), row)
    };
    loads.iter().enumerate().map(row).collect()
}

/// A bar and its number.
fn amount(model: &Model, load: &Load, heaviest: usize, stands_out: bool) -> Span {
    let ruler = model.look.ruler;
    let bar = ruler.fit(&bar(load.total(), heaviest), heaviest.min(LONGEST_BAR));
    let count = ruler.fit_right(&model.words.roles_count(load.total()), 4);
    Span::new(format!("{bar} {count}"), if stands_out { Tone::Warn } else { Tone::Plain })
}

/// One block for each thing carried; where the heaviest would be too long, in proportion, and never nothing for something.
fn bar(total: usize, heaviest: usize) -> String {
    let blocks = if heaviest <= LONGEST_BAR { total } else { (total * LONGEST_BAR).div_ceil(heaviest) };
    "▮".repeat(blocks)
}

pub fn detail(model: &Model) -> Vec<Para> {
    let Some(duty) = chosen(model) else { return Vec::new() };
    let mut paras = vec![Para::new(name(model, &duty), Tone::Strong)];
    match &duty {
        Duty::Seat(id) => {
            paras.extend(model.council().roles.get(id).into_iter().flat_map(|it| seat_detail(model, it)))
        }
        Duty::Meeting(kind) => paras.extend(meeting_role_detail(model, *kind)),
        Duty::Lead(point) => paras.extend(lead_detail(model, model.council().point(*point))),
        Duty::Carries(id) => {
            paras.extend(
                model.council().organisations.get(id).into_iter().flat_map(|it| load_detail(model, it)),
            );
        }
    }
    paras
}

fn vacancy(model: &Model) -> [Para; 2] {
    let words = model.words;
    [Para::new(words.roles_vacant_marked(), Tone::Warn), Para::new(words.roles_assign_next(), Tone::Dim)]
}

/// A held duty and what its organisation carries in all; or that it is vacant.
fn holder_paras(model: &Model, label: &str, party: Option<&Party>, called: Option<&str>) -> Vec<Para> {
    let Some(called) = called else { return vacancy(model).to_vec() };
    let council = model.council();
    let mut paras: Vec<Para> = Para::labelled(label, in_full(model, called, party)).into_iter().collect();
    if let Some(behind) = party.and_then(|party| council.organisation_behind(party)) {
        let load = council.load(behind, model.meeting());
        paras.extend(Para::labelled(model.words.roles_carries(), load_in_words(model, &load)));
    }
    paras
}

/// A name with what tells who it is: the organisation and post of a person, the holder of a seat.
fn in_full(model: &Model, called: &str, party: Option<&Party>) -> String {
    let council = model.council();
    let more = match party {
        Some(Party::Member(id)) => council.members.get(id).map(|member| {
            let sender = council.organisation_of(member).map_or("", Organisation::called);
            format!("{sender} {}", member.post).trim().to_owned()
        }),
        Some(Party::Role(id)) => {
            council.roles.get(id).and_then(|role| council.party_label(role.holder.as_ref()?))
        }
        Some(Party::Organisation(id)) => council.organisations.get(id).map(|it| it.name.clone()),
        None => None,
    };
    match more.filter(|more| !more.is_empty() && more != called) {
        Some(more) => format!("{called}{}", model.words.in_brackets(&more)),
        None => called.to_owned(),
    }
}

fn load_in_words(model: &Model, load: &Load) -> String {
    let words = model.words;
    let count = words.roles_count(load.total());
    format!("{} {count}{}", load.organisation.called(), words.in_brackets(&words.load_parts(load)))
}

fn seat_detail(model: &Model, role: &Role) -> Vec<Para> {
    let words = model.words;
    let called = seat_holder(model, role);
    let mut paras = holder_paras(model, words.roles_holder(), role.holder.as_ref(), called.as_deref());
    paras.extend(ending(model, role, true).map(|said| Para::new(said, Tone::Warn)));
    paras.extend(Para::labelled(words.roles_term(), term_in_full(model, role.term)));
    paras.extend(Para::labelled(words.roles_office(), words.office(role.office)));
    paras
}

fn term_in_full(model: &Model, term: Term) -> String {
    let words = model.words;
    let day = |day| words.day(day, model.council().head.dates);
    match (term.from.map(day), term.to.map(day)) {
        (Some(from), Some(to)) => words.roles_from_until(&from, &to),
        (Some(from), None) => words.roles_from(&from),
        (None, Some(to)) => words.roles_until(&to),
        (None, None) => words.roles_no_term().to_owned(),
    }
}

fn meeting_role_detail(model: &Model, kind: MeetingRoleKind) -> Vec<Para> {
    let words = model.words;
    let Some(meeting) = model.meeting() else { return Vec::new() };
    let who = meeting.role(kind);
    let (party, called) = (who.and_then(|who| who.party.as_ref()), who.map(|who| who.label.as_str()));
    let mut paras = holder_paras(model, words.roles_holder(), party, called);
    paras.extend(Para::labelled(words.roles_meeting_label(), words.meeting_label(meeting)));
    paras.push(Para::new(words.meeting_role_does(kind), Tone::Dim));
    paras
}

fn lead_detail(model: &Model, record: &PointRecord) -> Vec<Para> {
    let (words, council) = (model.words, model.council());
    let who = record.lead.as_ref();
    let (party, called) = (who.and_then(|who| who.party.as_ref()), who.map(|who| who.label.as_str()));
    let mut paras = match called {
        Some(_) => holder_paras(model, words.roles_lead(), party, called),
        None => vec![
            Para::new(no_lead(model, record).text, no_lead(model, record).tone),
            Para::new(words.roles_assign_next(), Tone::Dim),
        ],
    };
    let active = if record.active { words.in_brackets(words.roles_active()) } else { String::new() };
    paras.extend(Para::labelled(words.roles_stage(), format!("{}{active}", stage(model, record.stage))));
    paras.extend(Para::labelled(words.roles_note(), &record.note));
    let open: Vec<String> = council
        .open_actions()
        .filter(|action| action.points.contains(&record.point))
        .map(|action| action.number.to_string())
        .collect();
    paras.extend(Para::labelled(words.roles_actions(), open.join(words.pick("・", ", "))));
    paras.push(Para::new(card(record.point).purpose.pick(words.lang), Tone::Dim));
    paras
}

/// Everything an organisation carries, by kind, each thing named.
fn load_detail(model: &Model, organisation: &Organisation) -> Vec<Para> {
    let (words, council) = (model.words, model.council());
    let load = council.load(organisation, model.meeting());
    if load.total() == 0 {
        return vec![Para::new(words.roles_carries_nothing(), Tone::Dim)];
    }
    let listed = |label: &str, names: Vec<String>| Para::labelled(label, names.join(words.pick("・", ", ")));
    let seats = load.carried.seats.iter().map(|role| role.title.clone()).collect();
    let kinds = load.meeting_roles.iter().map(|role| words.meeting_role(role.kind).to_owned()).collect();
    let points = load.carried.points.iter().map(|point| card(*point).numbered(words.lang)).collect();
    let heavy = council.overloaded(model.meeting(), council.head.thresholds.burden());
    let heavy = heavy.iter().any(|it| it.organisation.id == organisation.id);
    let known = [
        heavy.then(|| Para::new(words.partner_heavy(load.total()), Tone::Warn)),
        Para::labelled(words.roles_carries(), words.roles_count(load.total())),
        listed(words.roles_seats_held(), seats),
        listed(words.roles_meeting_label(), kinds),
        listed(words.roles_lead(), points),
    ];
    let actions = load.carried.open_actions.iter().map(|action| {
        let (mark, number) = (action_mark(action.state), words.action_number(action.number));
        let due = words.due_short(council, action);
        Para { hang: 2, ..Para::plain(format!("{mark} {number}  {}  {due}", action.text)) }
    });
    known.into_iter().flatten().chain(actions).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::ruler::Ruler;

    #[test]
    fn a_bar_is_in_proportion_and_never_nothing_for_something() {
        for (total, heaviest, blocks) in
            [(0, 0, 0), (3, 7, 3), (10, 10, 10), (40, 40, 10), (20, 40, 5), (1, 40, 1)]
        {
            let bar = bar(total, heaviest);
            assert_eq!(Ruler { wide: true }.width(&bar), blocks, "{total} of {heaviest}");
            assert_eq!(Ruler { wide: false }.width(&bar), blocks);
        }
    }
}
