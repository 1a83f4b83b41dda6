//! Who carries how much, who carries much more than the rest, and when a seat falls empty. Counts what is written; never weighs it.

use super::{Carried, Council, Meeting, MeetingRole, Organisation, Party, Role};
use chrono::NaiveDate;

/// What one organisation and the people it sends carry.
#[derive(Clone, Debug, PartialEq)]
pub struct Load<'a> {
    pub organisation: &'a Organisation,
    /// In the council.
    pub carried: Carried<'a>,
    /// In the meeting looked at.
    pub meeting_roles: Vec<&'a MeetingRole>,
}

impl Load<'_> {
    /// How many things in all. An action with several owners of the organisation is one.
    pub const fn total(&self) -> usize {
        let Carried { seats, open_actions, points } = &self.carried;
        seats.len() + open_actions.len() + points.len() + self.meeting_roles.len()
    }
}

/// When one organisation carries much more than the rest: it has at least `least` things, and at least `times` as many as the others
/// have on average, those with nothing included. See [`Thresholds::burden`](super::suggestion::Thresholds::burden).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Burden {
    pub least: usize,
    pub times: usize,
}

impl Burden {
    /// Does the total in this place stand out from the others? Nothing carried never does, and nothing does where there is no other.
    pub fn is_too_much(self, totals: &[usize], at: usize) -> bool {
        let (carries, rest) = (totals[at], totals.len() - 1);
        let others = totals.iter().sum::<usize>() - carries;
        rest > 0
            && carries >= self.least.max(1)
            && carries.saturating_mul(rest) >= others.saturating_mul(self.times)
    }
}

impl Council {
    /// Every organisation with its load, heaviest first; equal ones as on the roster.
    pub fn loads<'a>(&'a self, meeting: Option<&'a Meeting>) -> Vec<Load<'a>> {
        let carried = self.organisations.iter().zip(self.carried());
        let mut loads: Vec<Load> =
            carried.map(|(organisation, carried)| self.loaded(organisation, carried, meeting)).collect();
        loads.sort_by_key(|load| std::cmp::Reverse(load.total()));
        loads
    }

    /// The organisations that carry much more than the rest, heaviest first.
    pub fn overloaded<'a>(&'a self, meeting: Option<&'a Meeting>, burden: Burden) -> Vec<Load<'a>> {
        let loads = self.loads(meeting);
        let totals: Vec<usize> = loads.iter().map(Load::total).collect();
        let loads = loads.into_iter().enumerate();
        loads.filter(|(at, _)| burden.is_too_much(&totals, *at)).map(|(_, load)| load).collect()
    }

    /// What one organisation carries.
    pub fn load<'a>(&'a self, organisation: &'a Organisation, meeting: Option<&'a Meeting>) -> Load<'a> {
        self.loaded(organisation, self.carried_by(&organisation.id), meeting)
    }

    fn loaded<'a>(
        &'a self,
        organisation: &'a Organisation,
        carried: Carried<'a>,
        meeting: Option<&'a Meeting>,
    ) -> Load<'a> {
        let theirs = |role: &&MeetingRole| {
            let party = role.holder.party.as_ref();
            party.and_then(|it| self.organisation_behind(it)).is_some_and(|it| it.id == organisation.id)
        };
        let meeting_roles = meeting.into_iter().flat_map(|it| &it.roles).filter(theirs).collect();
        Load { organisation, carried, meeting_roles }
    }

    /// The last day of a held seat: that of its term, or of its holder's own where that comes first.
    pub fn seat_ends(&self, role: &Role) -> Option<NaiveDate> {
        let holder = match role.holder.as_ref()? {
            Party::Member(id) => self.members.get(id).and_then(|member| member.term.to),
            Party::Organisation(_) | Party::Role(_) => None,
        };
        role.term.to.into_iter().chain(holder).min()
    }

    /// The same where it lies before the next fiscal year begins, past days included.
    pub fn seat_ends_this_year(&self, role: &Role, today: NaiveDate) -> Option<NaiveDate> {
        self.seat_ends(role).filter(|end| self.fiscal_year(*end) <= self.fiscal_year(today))
    }

    pub fn vacant_seats(&self) -> impl Iterator<Item = &Role> {
        self.roles.iter().filter(|role| role.holder.is_none())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Action, ActionState, Head, Member, Office, Point, PointRecord, Term, Who};

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn organisation(id: &str) -> Organisation {
        Organisation::new(id.into(), id)
    }

    fn seat(id: &str, holder: Option<Party>, to: Option<NaiveDate>) -> Role {
        let term = Term { from: None, to };
        Role { id: id.into(), title: id.to_owned(), office: Office::Other, holder, term }
    }

    fn given(id: &str, number: u32, owners: &[Party]) -> Action {
        let owners = owners.iter().map(|party| Who::new("-", Some(party.clone()))).collect();
        Action { owners, ..Action::new(id.into(), number, "資料をつくる") }
    }

    fn council() -> Council {
        let mut council = Council::new(Head::new("庁内PT"));
        council.organisations =
            vec![organisation("農務課"), organisation("保育課"), organisation("福祉課")].into();
        let chief = Member { organisation: Some("保育課".into()), ..Member::new("chief".into(), "") };
        council.members = vec![chief].into();
        council.roles =
            vec![seat("会長", Some(Party::Member("chief".into())), None), seat("副会長", None, None)].into();
        council
    }

    #[test]
    fn an_organisation_carries_what_its_people_and_seats_carry() {
        let mut council = council();
        let (chief, chair) = (Party::Member("chief".into()), Party::Role("会長".into()));
        let lead = Some(Who::new("会長", Some(chair.clone())));
        let edit = council.points.replacing(PointRecord { lead, ..PointRecord::untouched(Point::Wind) });
        council.points.apply(&edit.unwrap()).unwrap();
        let done = Action { state: ActionState::Done, ..given("b", 2, std::slice::from_ref(&chief)) };
        council.actions = vec![given("a", 1, &[chief, chair]), done].into();
        let loads = council.loads(None);
        assert_eq!(loads[0].carried.seats[0].title, "会長");
        assert_eq!(loads[0].carried.points, [Point::Wind]);
        assert_eq!(loads[0].carried.open_actions.iter().map(|it| it.number).collect::<Vec<_>>(), [1]);
        assert_eq!(loads[0].total(), 3);
        let names: Vec<&str> = loads.iter().map(|load| load.organisation.name.as_str()).collect();
        assert_eq!(names, ["保育課", "農務課", "福祉課"], "equal loads keep the order of the roster");
    }

    #[test]
    fn much_more_than_the_rest_is_a_multiple_of_what_the_others_have_on_average() {
        let heavy = |totals: &[usize]| -> Vec<usize> {
            let burden = Burden { least: 4, times: 2 };
            (0..totals.len()).filter(|at| burden.is_too_much(totals, *at)).collect()
        };
        assert_eq!(heavy(&[4, 2, 2, 2]), [0], "exactly the least and exactly the multiple");
        assert_eq!(heavy(&[3, 1, 1, 1]), [0; 0], "three things are never too much");
        assert_eq!(heavy(&[5, 3, 3, 2]), [0; 0]);
        assert_eq!(heavy(&[6, 2, 4]), [0]);
        assert_eq!(heavy(&[9, 9, 1, 1, 1]), [0, 1], "two can carry much more than the rest");
        assert_eq!(heavy(&[4, 0, 0]), [0], "nobody else carries anything");
        assert_eq!((heavy(&[40]), heavy(&[])), (vec![], vec![]), "there is no rest");
        assert!(!Burden { least: 0, times: 2 }.is_too_much(&[0, 0], 0), "nothing is never too much");
    }

    #[test]
    fn the_overloaded_come_heaviest_first_with_what_they_carry() {
        let mut council = council();
        let whose = |id: &str| [Party::Organisation(id.into())];
        let given = |id: &str, number| given(&format!("{id}{number}"), number, &whose(id));
        let actions = (1..=4).map(|number| given("農務課", number)).chain([given("福祉課", 5)]);
        council.actions = actions.collect::<Vec<_>>().into();
        let heavy = council.overloaded(None, Burden { least: 4, times: 3 });
        assert_eq!(heavy.iter().map(|it| it.organisation.name.as_str()).collect::<Vec<_>>(), ["農務課"]);
        assert_eq!(heavy[0].total(), 4);
        assert!(council.overloaded(None, Burden { least: 5, times: 3 }).is_empty());
    }

    #[test]
    fn a_seat_ends_with_its_term_or_with_its_holder() {
        let mut council = council();
        let chief = Some(Party::Member("chief".into()));
        let until = |to| seat("会長", chief.clone(), to);
        assert_eq!(council.seat_ends(&until(None)), None);
        assert_eq!(council.seat_ends(&until(Some(day(2028, 3, 31)))), Some(day(2028, 3, 31)));
        let leaving = Term { from: None, to: Some(day(2027, 3, 31)) };
        council.members = vec![Member { term: leaving, ..council.members[0].clone() }].into();
        assert_eq!(council.seat_ends(&until(Some(day(2028, 3, 31)))), Some(day(2027, 3, 31)));
        assert_eq!(council.seat_ends(&seat("会長", None, leaving.to)), None, "nobody leaves an empty seat");
    }

    #[test]
    fn only_ends_before_the_next_fiscal_year_count_as_near() {
        let council = council();
        let today = day(2026, 11, 20);
        let ends = |to| {
            let role = seat("会長", Some(Party::Organisation("農務課".into())), Some(to));
            council.seat_ends_this_year(&role, today).is_some()
        };
        assert!(ends(day(2026, 3, 31)) && ends(day(2026, 11, 20)) && ends(day(2027, 3, 31)));
        assert!(!ends(day(2027, 4, 1)));
    }

    #[test]
    fn vacancies_are_the_seats_nobody_holds() {
        let council = council();
        let titles: Vec<&str> = council.vacant_seats().map(|role| role.title.as_str()).collect();
        assert_eq!(titles, ["副会長"]);
    }
}
