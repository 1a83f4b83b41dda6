//! `norishiro partners`: the organisations as partners, a line each or one in full. Contact data stays in the files.

use crate::{
    cli::{answer::Answer, args::Partners, failure::Failure, shell::Shell, table::aligned},
    domain::{Aspect, Contact, Council, Load, Organisation, Part, Point, Tie},
    knowledge::points::card,
    text::{dates::iso, fold::contains_folded},
    words::Words,
};
use chrono::NaiveDate;
use serde::Serialize;

#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    name: &'a str,
    tie: Option<&'static str>,
    aim: Option<&'static str>,
    load: usize,
    overloaded: bool,
    seats: Vec<&'a str>,
    /// By their numbers.
    actions: Vec<u32>,
    points: Vec<PointRow>,
    last_contact: Option<ContactRow>,
    silent_since: Option<String>,
    brings: &'a str,
    needs: &'a str,
    received: usize,
    gave: usize,
    checks: Vec<CheckRow<'a>>,
    exchanges: Vec<ExchangeRow<'a>>,
}

#[derive(Serialize)]
struct PointRow {
    point: &'static str,
    part: &'static str,
}

#[derive(Serialize)]
struct ContactRow {
    on: String,
    through: &'static str,
}

#[derive(Serialize)]
struct CheckRow<'a> {
    aspect: &'static str,
    finding: &'static str,
    note: &'a str,
    on: String,
}

#[derive(Serialize)]
struct ExchangeRow<'a> {
    on: String,
    way: &'static str,
    text: &'a str,
}

/// One organisation with what is counted of it.
struct Standing<'a> {
    organisation: &'a Organisation,
    load: Load<'a>,
    overloaded: bool,
    contact: Option<Contact<'a>>,
    silent_since: Option<NaiveDate>,
}

impl Standing<'_> {
    /// The points it has to do with, by number.
    fn parts(&self) -> impl Iterator<Item = (Point, Part)> {
        let part = |point| Some((point, self.organisation.part(&self.load.carried, point)?));
        Point::ALL.into_iter().filter_map(part)
    }
}

pub fn run(shell: &Shell, asked: &Partners) -> Result<Answer, Failure> {
    let mut open = shell.open(&asked.council)?;
    // The last contact may stand in any meeting.
    let unread = open.council().unread();
    open.read(&unread)?;
    let mut listed = standings(open.council(), shell.today());
    if let Some(typed) = &asked.organisation {
        let names = || listed.iter().map(|it| it.organisation.called().to_owned()).collect();
        if !listed.iter().any(|it| is_called(it.organisation, typed)) {
            return Err(Failure::NoSuchPartner { typed: typed.to_owned(), names: names() });
        }
        listed.retain(|it| is_called(it.organisation, typed));
    }
    let rows: Vec<Row> = listed.iter().map(row).collect();
    Ok(Answer::either(asked.json.json, &rows, || match listed.as_slice() {
        [only] if asked.organisation.is_some() => told(shell, open.council(), only),
        listed => table(shell, open.council(), listed),
    }))
}

fn standings(council: &Council, today: NaiveDate) -> Vec<Standing<'_>> {
    let overloaded = council.overloaded(None, council.head.thresholds.burden());
    let latest = council.organisations.iter().zip(council.contacts(today));
    latest
        .map(|(organisation, contact)| Standing {
            organisation,
            load: council.load(organisation, None),
            overloaded: overloaded.iter().any(|load| load.organisation.id == organisation.id),
            contact,
            silent_since: council.silent_since(contact, today, council.head.thresholds.silence()),
        })
        .collect()
}

fn is_called(it: &Organisation, typed: &str) -> bool {
    [&it.name, &it.short, &it.kana].into_iter().any(|name| contains_folded(name, typed))
}

fn row<'a>(it: &'a Standing<'a>) -> Row<'a> {
    let (organisation, partner) = (it.organisation, &it.organisation.partner);
    let (carried, balance) = (&it.load.carried, partner.balance());
    let checks = Aspect::ALL.into_iter().filter_map(|aspect| partner.check(aspect));
    Row {
        id: organisation.id.as_str(),
        name: &organisation.name,
        tie: partner.tie.map(Tie::key),
        aim: partner.aim.map(Tie::key),
        load: it.load.total(),
        overloaded: it.overloaded,
        seats: carried.seats.iter().map(|role| role.title.as_str()).collect(),
        actions: carried.open_actions.iter().map(|action| action.number).collect(),
        points: it.parts().map(|(point, part)| PointRow { point: point.key(), part: part.key() }).collect(),
        last_contact: it
            .contact
            .map(|contact| ContactRow { on: iso(contact.on), through: contact.through.key() }),
        silent_since: it.silent_since.map(iso),
        brings: &organisation.brings,
        needs: &organisation.needs,
        received: balance.received,
        gave: balance.gave,
        checks: checks
            .map(|it| CheckRow {
                aspect: it.aspect.key(),
                finding: it.finding.key(),
                note: &it.note,
                on: iso(it.on),
            })
            .collect(),
        exchanges: partner
            .exchanges
            .iter()
            .map(|it| ExchangeRow { on: iso(it.on), way: it.way.key(), text: &it.text })
            .collect(),
    }
}

fn table(shell: &Shell, council: &Council, listed: &[Standing]) -> String {
    let words = shell.words;
    if listed.is_empty() {
        return format!("{}\n", words.cli_no_partners());
    }
    let head = [
        words.roster_organisation(),
        words.partner_tie_heading(),
        words.partner_burden(),
        words.partner_contact(),
        words.partner_points_heading(),
    ];
    let rows = listed.iter().map(|it| {
        let heavy = if it.overloaded { words.partners_heavy() } else { "" };
        let points = it.parts().map(|(point, part)| format!("{}{}", point.number(), words.part_mark(part)));
        [
            it.organisation.called().to_owned(),
            words.ties(&it.organisation.partner),
            format!("{} {heavy}", words.roles_count(it.load.total())).trim_end().to_owned(),
            contact(words, council, it, shell.today()),
            points.collect::<Vec<_>>().join(" "),
        ]
    });
    let rows: Vec<_> = std::iter::once(head.map(str::to_owned)).chain(rows).collect();
    aligned(shell.ruler(), &rows)
}

/// The day and how long ago; marked where that is too long.
fn contact(words: Words, council: &Council, it: &Standing, today: NaiveDate) -> String {
    let said = match it.contact {
        Some(contact) => {
            let ago = words.board_ago((today - contact.on).num_days());
            words.day(contact.on, council.head.dates) + &words.in_brackets(&ago)
        }
        None => words.partner_no_contact().to_owned(),
    };
    if it.silent_since.is_some() { words.partners_marked(&said) } else { said }
}

fn told(shell: &Shell, council: &Council, it: &Standing) -> String {
    let (words, mut sheet) = (shell.words, shell.sheet());
    let (organisation, partner) = (it.organisation, &it.organisation.partner);
    let day = |day| words.day(day, council.head.dates);
    sheet.heading(&organisation.name);
    let through = it.contact.map(|contact| format!("  {}", words.through(contact.through)));
    let latest = contact(words, council, it, shell.today()) + &through.unwrap_or_default();
    let load = words.roles_count(it.load.total()) + &words.in_brackets(&words.load_parts(&it.load));
    let heavy = if it.overloaded { words.partners_heavy() } else { "" };
    for (label, said) in [
        (words.partner_tie_heading(), words.ties(partner)),
        (words.partner_contact(), latest),
        (words.partner_burden(), format!("{load} {heavy}")),
        (words.roster_brings(), organisation.brings.clone()),
        (words.roster_needs(), organisation.needs.clone()),
    ] {
        if !said.is_empty() {
            sheet.para(&format!("{label}  {said}"));
        }
    }
    let points =
        it.parts().map(|(point, part)| format!("{}  {}", card(point).numbered(words.lang), words.part(part)));
    sheet.bullets(words.partner_points_heading(), points);
    let exchanges = partner
        .exchanges
        .iter()
        .rev()
        .map(|it| format!("{}  {}  {}", day(it.on), words.exchange_way(it.way), it.text));
    sheet.bullets(words.partner_log_heading(), exchanges);
    let checks = Aspect::ALL.into_iter().filter_map(|aspect| partner.check(aspect)).map(|it| {
        let found = words.partner_found(words.aspect_finding(it.finding), &day(it.on));
        format!("{}  {found}  {}", words.aspect(it.aspect), it.note)
    });
    sheet.bullets(words.partner_aspects_heading(), checks);
    sheet.finish()
}
