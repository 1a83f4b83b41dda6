//! `norishiro escalations`, `raise`, `answer` and `withdraw`: issues between a council and its parent. What is written is taken to the
//! other council of the home at once where nobody writes there, and otherwise when that one is next opened.

use super::points::point;
use crate::{
    cli::{
        answer::Answer as Said,
        args::{Answer, Escalations, Raise, Withdraw},
        failure::Failure,
        shell::{OpenCouncil, Shell},
        table::aligned,
    },
    domain::{
        Council, Escalation, EscalationState, Neighbour, Point,
        council::is_slug,
        decide::{
            Decision,
            escalations::{self, Issue, To},
        },
        id::EscalationId,
    },
    store::Problem,
    text::{
        clean::{clean_line, clean_text, shown_line},
        dates::iso,
    },
};
use chrono::NaiveDate;
use serde::Serialize;

#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    side: &'static str,
    state: &'static str,
    since: String,
    /// The folder of the other council; null while it is kept elsewhere.
    other: Option<&'a str>,
    other_name: &'a str,
    text: &'a str,
    why: &'a str,
    points: Vec<&'static str>,
    raised: String,
    answer: &'a str,
    answered: Option<String>,
    reported: Option<String>,
}

pub fn list(shell: &Shell, asked: &Escalations) -> Result<Said, Failure> {
    let (open, _) = opened(shell, &asked.council)?;
    let shared = &open.council().escalations;
    let rows: Vec<Row> = shared.iter().map(row).collect();
    Ok(Said::either(asked.json.json, &rows, || told(shell, open.council())))
}

pub fn raise(shell: &Shell, asked: &Raise) -> Result<Said, Failure> {
    let points: Vec<Point> = asked.point.iter().map(|typed| point(typed)).collect::<Result<_, _>>()?;
    let issue = Issue {
        text: clean_line(&asked.text).trim().to_owned(),
        why: clean_text(&asked.why).trim().to_owned(),
        points,
    };
    let (mut open, neighbours) = opened(shell, &asked.council)?;
    let to = to(&open, &neighbours, asked.to.as_deref())?;
    let today = shell.today();
    let (id, edits) = open.decide(|council, _, mint| {
        escalations::raise(council, &asked.council, issue.clone(), to, &neighbours, today, mint)
    })?;
    finish(shell, open, (&asked.council, &id), edits, asked.json.json, |it| {
        shell.words.escalation_raised(&it.other_name)
    })
}

/// To whom it goes: the council of this home of that folder or name, a name that no folder can have, or the parent.
fn to<'a>(
    open: &OpenCouncil,
    neighbours: &'a [Neighbour],
    typed: Option<&'a str>,
) -> Result<To<'a>, Failure> {
    let parent = open.council().head.parent.as_deref();
    let known = |name: &str| neighbours.iter().find(|it| it.slug == name || it.name == name);
    let slugs = || neighbours.iter().map(|it| it.slug.as_str()).collect::<Vec<_>>().join(", ");
    match (typed, parent) {
        (Some(typed), _) if known(typed).is_none() && !is_slug(typed) => Ok(To::Elsewhere(typed)),
        (Some(name), _) | (None, Some(name)) => known(name).map(To::Parent).ok_or_else(|| {
            let nearest = crate::text::near::nearest(name, neighbours.iter().map(|it| it.slug.as_str()));
            Problem::NoSuchCouncil { slug: name.to_owned(), nearest: nearest.map(str::to_owned) }.into()
        }),
        (None, None) => Err(Failure::NoParent { slugs: slugs() }),
    }
}

pub fn answer(shell: &Shell, asked: &Answer) -> Result<Said, Failure> {
    let (today, words) = (shell.today(), shell.words);
    let text = asked.text.as_deref().map(|text| clean_text(text).trim().to_owned());
    let rule = |council: &Council, id: &EscalationId| match &text {
        Some(text) => escalations::answer(council, id, text, today),
        None => escalations::set_state(council, id, EscalationState::Considered, today),
    };
    let said = if text.is_some() { words.escalation_answered() } else { words.cli_escalation_considered() };
    change(shell, (&asked.council, &asked.escalation), asked.json.json, rule, said)
}

pub fn withdraw(shell: &Shell, asked: &Withdraw) -> Result<Said, Failure> {
    let today = shell.today();
    let rule = |council: &Council, id: &EscalationId| {
        escalations::set_state(council, id, EscalationState::Withdrawn, today)
    };
    let said = shell.words.cli_escalation_withdrawn();
    change(shell, (&asked.council, &asked.escalation), asked.json.json, rule, said)
}

fn change(
    shell: &Shell,
    (slug, typed): (&str, &str),
    json: bool,
    rule: impl Fn(&Council, &EscalationId) -> Decision,
    said: &str,
) -> Result<Said, Failure> {
    let (mut open, _) = opened(shell, slug)?;
    let id = named(open.council(), typed)?;
    let edits = open.decide(|council, _, _| rule(council, &id))?;
    finish(shell, open, (slug, &id), edits, json, |_| said.to_owned())
}

/// The issue with this id, or the only one whose id begins so.
fn named(council: &Council, typed: &str) -> Result<EscalationId, Failure> {
    let ids = || council.escalations.iter().map(|it| &it.id);
    let mut found = ids().filter(|id| id.as_str().starts_with(typed) && !typed.is_empty());
    let exact = ids().find(|id| id.as_str() == typed);
    match (exact, found.next(), found.next()) {
        (Some(id), _, _) | (None, Some(id), None) => Ok(id.clone()),
        _ => Err(Failure::NoSuchEscalation {
            typed: typed.to_owned(),
            ids: ids().map(ToString::to_string).collect(),
        }),
    }
}

/// The council with what the others of its home say by now, which is saved with whatever is done next; and the others.
fn opened(shell: &Shell, slug: &str) -> Result<(OpenCouncil, Vec<Neighbour>), Failure> {
    let mut open = shell.open(slug)?;
    let neighbours = shell.home.neighbours(slug)?;
    let edits =
        open.decide(|council, now, _| escalations::receive(council, slug, &neighbours, now.date()))?;
    open.receive(edits)?;
    Ok((open, neighbours))
}

/// Saves it, takes it to the other council, and tells of it.
fn finish(
    shell: &Shell,
    mut open: OpenCouncil,
    (slug, id): (&str, &EscalationId),
    edits: Vec<crate::domain::Edit>,
    json: bool,
    said: impl FnOnce(&Escalation) -> String,
) -> Result<Said, Failure> {
    open.commit(edits)?;
    let council = open.council();
    let it = council.escalations.get(id).ok_or(crate::domain::Refusal::NotFound)?;
    let given = it.is_elsewhere()
        || shell.home.hand_over(&Neighbour::of(slug, council), &it.other, &shell.writer()).is_ok();
    let on_its_way = (!given).then(|| shell.words.escalation_on_its_way(&it.other_name));
    let answer = Said::either(json, &[row(it)], || {
        format!("{}\n{} {}\n", said(it), it.id, shown_line(it.text.lines().next().unwrap_or_default()))
    });
    Ok(Said { notes: on_its_way.into_iter().collect(), ..answer })
}

fn row(it: &Escalation) -> Row<'_> {
    let day = |day: Option<NaiveDate>| day.map(iso);
    Row {
        id: it.id.as_str(),
        side: it.side.key(),
        state: it.state().key(),
        since: iso(it.since()),
        other: (!it.is_elsewhere()).then_some(it.other.as_str()),
        other_name: &it.other_name,
        text: &it.text,
        why: &it.why,
        points: it.points.iter().map(|point| point.key()).collect(),
        raised: iso(it.raised),
        answer: &it.answer,
        answered: day(it.answered),
        reported: day(it.reported),
    }
}

fn told(shell: &Shell, council: &Council) -> String {
    let words = shell.words;
    if council.escalations.is_empty() {
        return format!("{}\n", words.cli_no_escalations());
    }
    let head = [
        "id",
        words.cli_escalation_side(),
        words.fact_other_council(),
        words.col_state(),
        words.footing_since(),
        words.fact_issue(),
        words.fact_answer(),
    ];
    let first_line = |text: &str| text.lines().next().unwrap_or_default().to_owned();
    let rows = council.escalations.iter().map(|it| {
        [
            it.id.to_string(),
            words.escalation_side(it.side).to_owned(),
            it.other_name.clone(),
            words.escalation_state(it.state()).to_owned(),
            words.day(it.since(), council.head.dates),
            first_line(&it.text),
            first_line(&it.answer),
        ]
    });
    let rows: Vec<_> = std::iter::once(head.map(str::to_owned)).chain(rows).collect();
    aligned(shell.ruler(), &rows)
}
