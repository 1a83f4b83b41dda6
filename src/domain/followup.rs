//! The action list as it is followed up: what presses first, by owner, by point. Orders and groups; never changes an action.

use super::{Action, Council, Due, Party, Point, Who};
use chrono::NaiveDate;

impl Council {
    /// Actions by their day, the earliest first; then those waiting for a meeting without a date, then the open-ended. Equal ones by number.
    pub fn by_due<'a>(&self, actions: impl IntoIterator<Item = &'a Action>) -> Vec<&'a Action> {
        let mut actions: Vec<&Action> = actions.into_iter().collect();
        actions.sort_by_cached_key(|action| {
            let day = self.due_date(action);
            (action.due == Due::Open, day.is_none(), day, action.number)
        });
        actions
    }

    /// Open actions under each of their owners: first what nobody owns, then organisations as on the roster, each before its people
    /// and seats, then names without a link. One with several owners stands under each.
    pub fn open_by_owner(&self) -> Vec<(Option<Who>, Vec<&Action>)> {
        let mut groups: Vec<(Option<Who>, Vec<&Action>)> = Vec::new();
        for action in self.by_due(self.open_actions()) {
            if action.owners.is_empty() {
                put(&mut groups, None, action);
            }
            for owner in &action.owners {
                put(&mut groups, Some(self.called_today(owner)), action);
            }
        }
        groups.sort_by_cached_key(|(owner, _)| owner.as_ref().map(|owner| self.place(owner)));
        groups
    }

    /// Open actions under each of their points, in the order of the map; those without a point last.
    pub fn open_by_point(&self) -> Vec<(Option<Point>, Vec<&Action>)> {
        let open = self.by_due(self.open_actions());
        let under = |point: Point| open.iter().copied().filter(|it| it.points.contains(&point)).collect();
        let without = open.iter().copied().filter(|action| action.points.is_empty()).collect();
        Point::ALL
            .into_iter()
            .map(|point| (Some(point), under(point)))
            .chain([(None, without)])
            .filter(|(_, actions): &(_, Vec<&Action>)| !actions.is_empty())
            .collect()
    }

    /// How many days an open action is past its day.
    pub fn days_overdue(&self, action: &Action, today: NaiveDate) -> Option<i64> {
        let due = self.due_date(action).filter(|due| action.state.is_open() && *due < today)?;
        Some((today - due).num_days())
    }

    /// Open actions that nobody owns.
    pub fn unowned_actions(&self) -> impl Iterator<Item = &Action> {
        self.open_actions().filter(|action| action.owners.is_empty())
    }

    /// A linked owner under today's name, so that old and new labels of one party are one owner.
    fn called_today(&self, owner: &Who) -> Who {
        let label = owner.party.as_ref().and_then(|party| self.party_label(party));
        Who { label: label.unwrap_or_else(|| owner.label.clone()), ..owner.clone() }
    }

    /// Where an owner's group stands: by organisation, the organisation itself first.
    fn place(&self, owner: &Who) -> (usize, bool, String) {
        let behind = owner.party.as_ref().and_then(|party| self.organisation_behind(party));
        let position = behind.and_then(|it| self.organisations.position(&it.id));
        let itself = matches!(owner.party, Some(Party::Organisation(_)));
        (position.unwrap_or(usize::MAX), !itself, owner.label.clone())
    }
}

fn put<'a>(groups: &mut Vec<(Option<Who>, Vec<&'a Action>)>, owner: Option<Who>, action: &'a Action) {
    match groups.iter_mut().find(|(known, _)| *known == owner) {
        Some((_, actions)) => actions.push(action),
        None => groups.push((owner, vec![action])),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{ActionState, Head, Organisation};

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).unwrap()
    }

    fn action(number: u32, due: Due) -> Action {
        Action { due, ..Action::new(format!("a{number}").into(), number, "資料をつくる") }
    }

    fn council(actions: Vec<Action>) -> Council {
        let mut council = Council::new(Head::new("庁内PT"));
        let organisations = ["農務課", "保育課"].map(|name| Organisation::new(name.into(), name));
        council.organisations = organisations.to_vec().into();
        council.actions = actions.into();
        council
    }

    fn numbers(actions: &[&Action]) -> Vec<u32> {
        actions.iter().map(|action| action.number).collect()
    }

    #[test]
    fn what_is_due_first_comes_first() {
        let council = council(vec![
            action(1, Due::Open),
            action(2, Due::NextMeeting),
            action(3, Due::On(day(12, 1))),
            action(4, Due::On(day(11, 1))),
            action(5, Due::On(day(11, 1))),
        ]);
        assert_eq!(numbers(&council.by_due(&council.actions)), [4, 5, 3, 2, 1]);
    }

    #[test]
    fn owners_are_one_by_their_link_else_by_their_name() {
        let owned = |number, label: &str, party: Option<&str>| {
            let party = party.map(|id| Party::Organisation(id.into()));
            Action { owners: vec![Who::new(label, party)], ..action(number, Due::Open) }
        };
        let council = council(vec![
            owned(1, "保育課", Some("保育課")),
            owned(2, "元の農政課", Some("農務課")),
            owned(3, "企画課", None),
            action(4, Due::Open),
            owned(5, "農務課", Some("農務課")),
            Action { state: ActionState::Done, ..action(6, Due::Open) },
        ]);
        let groups = council.open_by_owner();
        let shown: Vec<_> =
            groups.iter().map(|(who, all)| (who.as_ref().map(|who| &who.label[..]), numbers(all))).collect();
        assert_eq!(
            shown,
            [
                (None, vec![4]),
                (Some("農務課"), vec![2, 5]),
                (Some("保育課"), vec![1]),
                (Some("企画課"), vec![3])
            ]
        );
    }

    #[test]
    fn an_action_stands_under_each_of_its_points() {
        let on = |number, points: &[Point]| Action { points: points.to_vec(), ..action(number, Due::Open) };
        let council = council(vec![on(1, &[Point::Tools, Point::Wind]), on(2, &[]), on(3, &[Point::Tools])]);
        let groups = council.open_by_point();
        let shown: Vec<_> = groups.iter().map(|(point, all)| (*point, numbers(all))).collect();
        assert_eq!(shown, [(Some(Point::Wind), vec![1]), (Some(Point::Tools), vec![1, 3]), (None, vec![2])]);
    }

    #[test]
    fn days_over_count_only_while_the_action_is_open() {
        let late = action(1, Due::On(day(11, 17)));
        let done = Action { state: ActionState::Done, ..action(2, Due::On(day(11, 17))) };
        let council = council(vec![]);
        assert_eq!(council.days_overdue(&late, day(11, 20)), Some(3));
        assert_eq!(council.days_overdue(&late, day(11, 17)), None);
        assert_eq!(council.days_overdue(&done, day(11, 20)), None);
    }
}
