//! The rules, one a function: each looks at one thing and says what it found. They see only what is written, and never each other.

use super::{Found, Look, Reason};
use crate::domain::{
    Action, Escalation, EscalationState, Load, Organisation, Point, PointRecord, Side, Tick, Why,
    decide::carry,
    id::{OrganisationId, RoleId},
};
use chrono::{Days, NaiveDate};
use std::collections::BTreeSet;

/// What every rule found, rule by rule.
pub(super) fn all(look: &Look<'_>) -> Vec<Found> {
    const RULES: [fn(&Look<'_>) -> Vec<Found>; 10] =
        [answers, put_off, overdue, terms, evaluation, readings, overloaded, unproven, silent, untouched];
    RULES.iter().flat_map(|rule| rule(look)).collect()
}

/// Issues answered and not reported back yet, to be answered by us, or waiting too long for an answer.
fn answers(look: &Look<'_>) -> Vec<Found> {
    let last = look.council.last_held().map(|meeting| meeting.date);
    let reason = |it: &Escalation| {
        let (escalation, since) = (it.id.clone(), it.raised);
        let untold = |on| it.waits_for_us() && last.is_none_or(|last| on >= last);
        match (it.side, it.state(), it.answered) {
            (Side::Raised, EscalationState::Answered, Some(on)) if untold(on) => {
                Some(Reason::Answered { escalation, on })
            }
            (Side::Raised, state, _) if state.is_open() && look.is_past(since, look.limits.answer_days) => {
                Some(Reason::Awaited { escalation, since })
            }
            (Side::Received, state, _) if state.is_open() => Some(Reason::Owed { escalation, since }),
            _ => None,
        }
    };
    let found = look.council.escalations.iter();
    found.filter_map(|it| Some(Found { reason: reason(it)?, points: it.points.clone() })).collect()
}

/// What the last meeting put off and the next agenda does not have.
fn put_off(look: &Look<'_>) -> Vec<Found> {
    let waiting = match look.council.next_planned() {
        Some(next) => carry::waiting(look.council, &next.id),
        None => carry::left(look.council, look.today),
    };
    let found = waiting.into_iter().filter_map(|(item, why)| {
        let times = item.deferred.saturating_add(1);
        let counts = matches!(why, Why::NotDiscussed(_)) && times >= look.limits.deferred_times;
        let reason = Reason::Deferred { item: item.id.clone(), times };
        counts.then(|| Found { reason, points: item.points.clone() })
    });
    found.collect()
}

fn overdue(look: &Look<'_>) -> Vec<Found> {
    let late = |action| {
        let days = look.council.days_overdue(action, look.today)?;
        (days >= i64::from(look.limits.overdue_days)).then_some((action, days))
    };
    let mut late: Vec<(&Action, i64)> = look.council.open_actions().filter_map(late).collect();
    late.sort_by_key(|(action, days)| (-days, action.number));
    let Some((_, days)) = late.first().copied() else { return Vec::new() };
    let actions = late.iter().map(|(action, _)| action.number).collect();
    let points = union(late.iter().map(|(action, _)| &action.points));
    vec![Found { reason: Reason::Overdue { actions, days }, points }]
}

fn terms(look: &Look<'_>) -> Vec<Found> {
    let until =
        look.today.checked_add_days(Days::new(look.limits.term_days.into())).unwrap_or(NaiveDate::MAX);
    let ends = |role| look.council.seat_ends(role).filter(|end| *end <= until);
    let mut ending: Vec<(NaiveDate, &RoleId)> =
        look.council.roles.iter().filter_map(|role| Some((ends(role)?, &role.id))).collect();
    ending.sort_by_key(|(end, _)| *end);
    let Some((first, _)) = ending.first().copied() else { return Vec::new() };
    let seats = ending.into_iter().map(|(_, id)| id.clone()).collect();
    vec![Found { reason: Reason::TermsEnding { seats, first }, points: Vec::new() }]
}

/// This fiscal year when it nears its end, unless its sheet is all judged; and the last one while rows of its sheet are not.
fn evaluation(look: &Look<'_>) -> Vec<Found> {
    let council = look.council;
    let this = council.fiscal_year(look.today);
    let met = council.meetings.iter().any(|it| it.fiscal_year == this && it.date <= look.today);
    let near = look.days_to_end(this).is_some_and(|days| days <= i64::from(look.limits.evaluation_days));
    let found = [this - 1, this].into_iter().filter_map(|year| {
        let rows: Vec<_> = council.sheet.iter().filter(|row| row.year == year).collect();
        let blank = rows.iter().filter(|row| row.evaluation.trim().is_empty()).count();
        let is_due = if year == this { near && (blank > 0 || (rows.is_empty() && met)) } else { blank > 0 };
        let reason = Reason::Evaluation { year, rows: blank };
        is_due.then(|| Found { reason, points: vec![Point::Feedback] })
    });
    found.collect()
}

impl Look<'_> {
    /// Days from today to the last day of a fiscal year; negative once it is over. `None` beyond the calendar.
    fn days_to_end(&self, year: i32) -> Option<i64> {
        let next = NaiveDate::from_ymd_opt(year.checked_add(1)?, self.council.head.fiscal_month, 1)?;
        Some((next.pred_opt()? - self.today).num_days())
    }
}

fn readings(look: &Look<'_>) -> Vec<Found> {
    let year = look.council.last_finished_year(look.today);
    let expected = look.days_to_end(year).is_some_and(|days| -days >= i64::from(look.limits.reading_days));
    let due: Vec<_> = look.council.readings_due(look.today).filter(|_| expected).collect();
    if due.is_empty() {
        return Vec::new();
    }
    let indicators = due.iter().map(|it| it.id.clone()).collect();
    let points = union(due.iter().map(|it| &it.points));
    vec![Found { reason: Reason::ReadingsDue { year, indicators }, points }]
}

fn overloaded(look: &Look<'_>) -> Vec<Found> {
    let loads = look.council.loads(None);
    let all: usize = loads.iter().map(Load::total).sum();
    let Some(rest @ 1..) = loads.len().checked_sub(1) else { return Vec::new() };
    let totals: Vec<usize> = loads.iter().map(Load::total).collect();
    let found = loads.iter().enumerate().filter_map(|(at, load)| {
        let (carries, others) = (load.total(), all - load.total());
        let too_much = look.limits.burden().is_too_much(&totals, at);
        let organisation = load.organisation.id.clone();
        let reason = Reason::Overloaded { organisation, carries, others: (others + rest / 2) / rest };
        too_much.then(|| Found { reason, points: vec![Point::Tools] })
    });
    found.collect()
}

fn unproven(look: &Look<'_>) -> Vec<Found> {
    let found = look.council.points.iter().filter_map(|record| {
        let bare = |tick: &&Tick| {
            tick.until.is_none()
                && tick.evidence.trim().is_empty()
                && look.is_past(tick.on, look.limits.unproven_days)
                && record.tick(&tick.sign) == Some(*tick)
        };
        let signs: Vec<String> = record.ticks.iter().filter(bare).map(|tick| tick.sign.clone()).collect();
        let reason = Reason::Unproven { point: record.point, signs };
        matches!(&reason, Reason::Unproven { signs, .. } if !signs.is_empty())
            .then(|| Found { reason, points: vec![record.point] })
    });
    found.collect()
}

/// Partners with nobody at any of the last meetings whose attendance was taken, and no exchange either. Says less than the table of
/// partners, which reads every year: here the meetings within the days of silence are enough.
fn silent(look: &Look<'_>) -> Vec<Found> {
    let came = look.organisations_that_came();
    let sends =
        |it: &Organisation| look.council.members.iter().any(|who| who.organisation.as_ref() == Some(&it.id));
    let is_silent = |it: &&Organisation| {
        let last = it.partner.exchanges.iter().map(|exchange| exchange.on).max();
        let missed = came.as_ref().is_some_and(|came| !came.contains(&it.id)) && sends(it);
        let wrote = last.is_some_and(|last| !look.is_past(last, look.limits.silent_days));
        let absent = came.as_ref().is_none_or(|came| !came.contains(&it.id));
        !wrote && (missed || (last.is_some() && absent))
    };
    let organisations: Vec<OrganisationId> =
        look.council.organisations.iter().filter(is_silent).map(|it| it.id.clone()).collect();
    if organisations.is_empty() {
        return Vec::new();
    }
    let reason = Reason::Silent { organisations, days: look.limits.silent_days };
    vec![Found { reason, points: vec![Point::Grow] }]
}

impl Look<'_> {
    /// Who sent somebody to a meeting within the days of silence; `None` where no attendance was taken in them.
    fn organisations_that_came(&self) -> Option<BTreeSet<&OrganisationId>> {
        let recent = self.council.held_within(self.today, self.limits.silent_days);
        let bodies = recent.filter_map(|meeting| self.council.body(&meeting.id));
        let came = bodies.flat_map(|body| body.attendance.iter()).filter(|it| it.mode.is_attending());
        let members: Vec<_> = came.filter_map(|it| self.council.members.get(&it.member)).collect();
        let organisations = members.iter().filter_map(|member| member.organisation.as_ref()).collect();
        (!members.is_empty()).then_some(organisations)
    }
}

/// Points not touched for long; those never touched count from the first meeting.
fn untouched(look: &Look<'_>) -> Vec<Found> {
    let began = look.council.meetings_by_date().first().map(|meeting| meeting.date);
    let found = look.council.points.iter().filter_map(|record: &PointRecord| {
        let since = record.touched.or(began)?;
        let days = look.days_since(since);
        let reason = Reason::Untouched { point: record.point, last: record.touched, days };
        look.is_past(since, look.limits.untouched_days.max(1))
            .then(|| Found { reason, points: vec![record.point] })
    });
    found.collect()
}

/// Each once, in the order of the map.
fn union<'a>(points: impl Iterator<Item = &'a Vec<Point>>) -> Vec<Point> {
    points.flatten().copied().collect::<BTreeSet<_>>().into_iter().collect()
}
