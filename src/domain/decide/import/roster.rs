//! A table of members into the roster. Never takes anyone off.

use super::{Fate, Imported, Taken, WhyNot};
use crate::domain::{
    Class, Council, Member, Mint, Office, Organisation, Party, Role, Term,
    decide::{
        Draft,
        roster::{
            is_shared, office_titled, save_member, save_member_with_office, save_organisation, save_role,
        },
    },
    id::{MemberId, OrganisationId, RoleId},
};
use std::{cell::RefCell, collections::HashMap, rc::Rc};

/// One line of the table, its cells cleaned. An empty cell says nothing, and changes nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Where it stands in the file, counted from 1.
    pub line: usize,
    pub name: String,
    pub kana: String,
    pub organisation: String,
    pub post: String,
    pub office: String,
    pub class: String,
    pub email: String,
}

impl Row {
    /// By name; whoever has none on the list goes by organisation and post.
    fn called(&self) -> String {
        if self.name.is_empty() {
            format!("{} {}", self.organisation, self.post).trim().to_owned()
        } else {
            self.name.clone()
        }
    }
}

/// The edits that take a table in, line by line.
///
/// A line means the one member with its e-mail, unless several share that; else the member with its name and organisation, or where
/// the name is empty with its post and organisation; else somebody new. `key` makes the forms of a name that mean the same equal.
pub fn import(council: &Council, rows: &[Row], key: impl Fn(&str) -> String, mint: &mut Mint) -> Imported {
    let mut importer = Importer {
        draft: Draft::of(council),
        key: &key,
        keys: RefCell::default(),
        mint,
        rows,
        addresses: HashMap::new(),
        lines: HashMap::new(),
        given: HashMap::new(),
    };
    importer.count_addresses();
    importer.leave_seats();
    let mut imported = Imported::default();
    for row in rows {
        let before = importer.draft.edits.len();
        match importer.take(row) {
            Ok(fate) => imported.rows.push(Taken {
                line: row.line,
                what: row.called(),
                fate,
                edits: before..importer.draft.edits.len(),
                aside: None,
            }),
            Err(why) => imported.refuse(row.line, why),
        }
    }
    imported.edits = importer.draft.edits;
    imported
}

struct Importer<'a> {
    draft: Draft,
    key: &'a dyn Fn(&str) -> String,
    /// The keys found so far: each line is compared with everybody.
    keys: RefCell<HashMap<String, Rc<str>>>,
    mint: &'a mut Mint,
    rows: &'a [Row],
    /// How many lines give each address, by its key.
    addresses: HashMap<Rc<str>, usize>,
    /// The line each member was on.
    lines: HashMap<MemberId, usize>,
    /// The line that gives each seat to its holder, also where it only leaves it there.
    given: HashMap<RoleId, usize>,
}

impl Importer<'_> {
    fn count_addresses(&mut self) {
        for row in self.rows {
            *self.addresses.entry(self.key_of(&row.email)).or_default() += 1;
        }
    }

    /// Whoever holds the seat that the table says keeps it, wherever the line stands.
    fn leave_seats(&mut self) {
        for row in self.rows {
            let Ok(Some(member)) = self.meant(row) else { continue };
            if let Some(role) = self.seat_of(&member.id, &row.office) {
                self.given.insert(role, row.line);
            }
        }
    }

    /// Everything is checked before the first edit, so a refused line leaves nothing behind.
    fn take(&mut self, row: &Row) -> Result<Fate, WhyNot> {
        if row.name.is_empty() && row.post.is_empty() {
            return Err(WhyNot::Nobody);
        }
        if !row.email.is_empty() && !is_address(&row.email) {
            return Err(WhyNot::NotAnAddress(row.email.clone()));
        }
        let known = self.meant(row)?.cloned();
        if let Some(line) = known.as_ref().and_then(|member| self.lines.get(&member.id)) {
            return Err(WhyNot::Twice { line: *line });
        }
        let is_new = known.is_none();
        let member = known.unwrap_or_else(|| newcomer(self.mint.id(), row));
        self.require_seat(row, &member.id)?;
        let before = self.draft.edits.len();
        let organisation = self.organisation(row)?;
        self.save(row, Member { organisation: organisation.or(member.organisation.clone()), ..member })?;
        Ok(match (is_new, self.draft.edits.len() > before) {
            (true, _) => Fate::Added,
            (false, true) => Fate::Changed,
            (false, false) => Fate::Left,
        })
    }

    fn key_of(&self, text: &str) -> Rc<str> {
        if let Some(key) = self.keys.borrow().get(text) {
            return Rc::clone(key);
        }
        let key: Rc<str> = (self.key)(text).into();
        self.keys.borrow_mut().insert(text.to_owned(), Rc::clone(&key));
        key
    }

    fn same(&self, one: &str, other: &str) -> bool {
        !one.is_empty() && self.key_of(one) == self.key_of(other)
    }

    /// The member a line means; `None` for somebody new.
    fn meant(&self, row: &Row) -> Result<Option<&Member>, WhyNot> {
        let members = &self.draft.council.members;
        // A section's shared address names nobody.
        let shared = self.addresses.get(&self.key_of(&row.email)).is_some_and(|lines| *lines > 1);
        let mut reached = members.iter().filter(|it| !shared && self.same(&row.email, &it.email));
        if let (Some(member), None) = (reached.next(), reached.next()) {
            return Ok(Some(member));
        }
        let mut found: Vec<&Member> = members.iter().filter(|member| self.is_called(member, row)).collect();
        if found.len() > 1 {
            found.retain(|member| self.same(&row.post, &member.post));
            if found.len() != 1 {
                return Err(WhyNot::Several);
            }
        }
        Ok(found.first().copied())
    }

    fn is_called(&self, member: &Member, row: &Row) -> bool {
        let called = if row.name.is_empty() {
            member.name.is_empty() && self.same(&row.post, &member.post)
        } else {
            self.same(&row.name, &member.name)
        };
        let sender = || self.draft.council.organisation_of(member);
        called && (row.organisation.is_empty() || sender().is_some_and(|it| self.is_organisation(it, row)))
    }

    fn is_organisation(&self, organisation: &Organisation, row: &Row) -> bool {
        self.same(&row.organisation, &organisation.name) || self.same(&row.organisation, &organisation.short)
    }

    /// Finds the organisation of a line, makes it when it is new, and sets its class.
    fn organisation(&mut self, row: &Row) -> Result<Option<OrganisationId>, WhyNot> {
        if row.organisation.is_empty() {
            return Ok(None);
        }
        let organisations = &self.draft.council.organisations;
        let known = organisations.iter().find(|it| self.is_organisation(it, row)).cloned();
        let mut organisation =
            known.unwrap_or_else(|| Organisation::new(self.mint.id(), row.organisation.clone()));
        if !row.class.is_empty() {
            organisation.class = class_named(&row.class);
        }
        let id = organisation.id.clone();
        let edits = save_organisation(&self.draft.council, organisation)?;
        self.draft.push_all(edits)?;
        Ok(Some(id))
    }

    /// The chair is one person: a second line cannot give it away again.
    fn require_seat(&self, row: &Row, member: &MemberId) -> Result<(), WhyNot> {
        let chair = |role: &&Role| role.title == row.office && role.office == Office::Chair;
        let mut chairs = self.draft.council.roles.iter().filter(chair);
        let given = |role: &Role| if holds(role, member) { None } else { self.given.get(&role.id).copied() };
        let Some(line) = chairs.next().and_then(given) else { return Ok(()) };
        if chairs.all(|role| given(role).is_some()) {
            return Err(WhyNot::SeatGiven { title: row.office.clone(), line });
        }
        Ok(())
    }

    /// The seat of this title that a member holds.
    fn seat_of(&self, member: &MemberId, title: &str) -> Option<RoleId> {
        let mut roles = self.draft.council.roles.iter();
        roles.find(|role| role.title == title && holds(role, member)).map(|role| role.id.clone())
    }

    fn save(&mut self, row: &Row, member: Member) -> Result<(), WhyNot> {
        let said = |cell: &str, before: String| if cell.is_empty() { before } else { cell.to_owned() };
        let member = Member {
            name: said(&row.name, member.name),
            kana: said(&row.kana, member.kana),
            post: said(&row.post, member.post),
            email: said(&row.email, member.email),
            ..member
        };
        let id = member.id.clone();
        let edits = if row.office.is_empty() {
            save_member(&self.draft.council, member)?
        } else {
            self.make_room(&row.office, &id)?;
            save_member_with_office(&self.draft.council, member, &row.office, self.mint)?
        };
        self.draft.push_all(edits)?;
        if let Some(role) = self.seat_of(&id, &row.office) {
            self.given.insert(role, row.line);
        }
        self.lines.insert(id, row.line);
        Ok(())
    }

    /// Empties a seat that no line gives to anybody, or puts another beside those that lines give, so that two vice-chairs do not
    /// take turns on one.
    fn make_room(&mut self, title: &str, member: &MemberId) -> Result<(), WhyNot> {
        let roles = &self.draft.council.roles;
        let titled = || roles.iter().filter(|role| role.title == title);
        let Some(first) = titled().next() else { return Ok(()) };
        if titled().any(|role| role.holder.is_none() || holds(role, member)) {
            return Ok(());
        }
        let edits = match titled().find(|role| !self.given.contains_key(&role.id)) {
            Some(_) if is_shared(first.office) => Vec::new(),
            Some(role) => save_role(&self.draft.council, Role { holder: None, ..role.clone() })?,
            None => {
                let seat = Role { id: self.mint.id(), holder: None, term: Term::default(), ..first.clone() };
                save_role(&self.draft.council, seat)?
            }
        };
        Ok(self.draft.push_all(edits)?)
    }
}

fn holds(role: &Role, member: &MemberId) -> bool {
    matches!(&role.holder, Some(Party::Member(id)) if id == member)
}

/// Somebody new. Those who only assist or listen do not count towards the quorum.
fn newcomer(id: MemberId, row: &Row) -> Member {
    let aside = matches!(office_titled(&row.office), Some(Office::Secretariat | Office::Observer));
    Member { non_voting: aside, ..Member::new(id, row.name.clone()) }
}

fn is_address(text: &str) -> bool {
    let sides = text.split_once('@');
    let plain = text.bytes().all(|byte| byte.is_ascii_graphic());
    plain && sides.is_some_and(|(user, host)| !user.is_empty() && host.contains('.') && !host.contains('@'))
}

/// The class a table means; any other word is the council's own.
pub fn class_named(text: &str) -> Class {
    match text.to_ascii_lowercase().as_str() {
        "地域保健" | "地域" | "community" | "community health" => Class::Community,
        "職域保健" | "職域" | "occupational" | "occupational health" => Class::Occupational,
        "その他" | "other" => Class::Other,
        _ => Class::Custom(text.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Head, decide::import::Refused};

    /// name, organisation, post, office, e-mail
    fn row(line: usize, cells: [&str; 5]) -> Row {
        let [name, organisation, post, office, email] = cells.map(str::to_owned);
        Row { line, name, organisation, post, office, email, ..Row::default() }
    }

    fn take(council: &Council, rows: &[Row]) -> (Imported, Council) {
        let mut mint = Mint::seeded(council.members.len() as u64 + 1);
        let imported = import(council, rows, |text| text.replace(' ', "").to_lowercase(), &mut mint);
        let mut after = council.clone();
        after.apply_all(&imported.edits).unwrap();
        (imported, after)
    }

    fn counts(it: &Imported) -> (usize, usize, usize, usize) {
        (it.count(Fate::Added), it.count(Fate::Changed), it.count(Fate::Left), it.refused.len())
    }

    fn start() -> Council {
        let rows = [
            row(2, ["甲 一", "農務課", "課長", "会長", "kou@city.example"]),
            row(3, ["乙 二", "農務課", "係長", "副会長", ""]),
            row(4, ["丙 三", "商工会", "", "副会長", ""]),
            row(5, ["", "保健所", "課長", "事務局", ""]),
        ];
        let (imported, council) = take(&Council::new(Head::new("試しの会")), &rows);
        assert_eq!(counts(&imported), (4, 0, 0, 0));
        council
    }

    fn seat(council: &Council, name: &str) -> Option<String> {
        let member = council.members.iter().find(|it| it.name == name)?;
        council.office_of(&member.id).map(|role| role.title.clone())
    }

    #[test]
    fn a_first_table_makes_members_organisations_and_seats() {
        let council = start();
        assert_eq!((council.members.len(), council.organisations.len()), (4, 3));
        assert_eq!(seat(&council, "乙 二").as_deref(), Some("副会長"));
        assert_eq!(seat(&council, "丙 三").as_deref(), Some("副会長"));
        assert_eq!(council.members.iter().filter(|it| it.non_voting).count(), 1);
    }

    #[test]
    fn the_same_table_again_changes_nothing() {
        let council = start();
        let rows = [
            row(2, ["甲 一", "農務課", "課長", "会長", "kou@city.example"]),
            row(3, ["乙 二", "農務課", "", "", ""]),
            row(4, ["", "保健所", "課長", "事務局", ""]),
        ];
        let (imported, after) = take(&council, &rows);
        assert_eq!(counts(&imported), (0, 0, 3, 0));
        assert_eq!(after, council);
    }

    #[test]
    fn an_address_finds_who_moved_and_an_empty_cell_keeps_what_is_there() {
        let council = start();
        let (imported, after) = take(&council, &[row(2, ["甲 一", "市民課", "", "", "kou@city.example"])]);
        assert_eq!(counts(&imported), (0, 1, 0, 0));
        let moved = after.members.iter().find(|it| it.name == "甲 一").unwrap();
        assert_eq!(after.organisation_of(moved).unwrap().name, "市民課");
        assert_eq!((moved.post.as_str(), seat(&after, "甲 一").as_deref()), ("課長", Some("会長")));
    }

    #[test]
    fn an_address_shared_by_a_section_names_nobody() {
        let rows = [
            row(2, ["丁 四", "健康課", "", "", "kenko@city.example"]),
            row(3, ["戊 五", "健康課", "", "", "kenko@city.example"]),
        ];
        let (imported, council) = take(&Council::new(Head::new("試しの会")), &rows);
        assert_eq!(counts(&imported), (2, 0, 0, 0));
        assert_eq!(counts(&take(&council, &rows).0), (0, 0, 2, 0));
    }

    #[test]
    fn the_chair_is_one_and_vice_chairs_sit_side_by_side() {
        let council = start();
        let rows = [
            row(2, ["己 六", "医師会", "", "会長", ""]),
            row(3, ["甲 一", "農務課", "", "会長", ""]),
            row(4, ["庚 七", "医師会", "", "副会長", ""]),
            row(5, ["乙 二", "農務課", "", "副会長", ""]),
            row(6, ["丙 三", "商工会", "", "副会長", ""]),
        ];
        let (imported, after) = take(&council, &rows);
        let given = WhyNot::SeatGiven { title: "会長".into(), line: 3 };
        assert_eq!(imported.refused, [Refused { line: 2, why: given }]);
        assert_eq!(seat(&after, "甲 一").as_deref(), Some("会長"));
        for name in ["乙 二", "丙 三", "庚 七"] {
            assert_eq!(seat(&after, name).as_deref(), Some("副会長"), "{name}");
        }
    }

    #[test]
    fn a_seat_that_the_table_gives_to_another_changes_hands() {
        let (imported, after) = take(&start(), &[row(2, ["己 六", "医師会", "", "会長", ""])]);
        assert_eq!(counts(&imported), (1, 0, 0, 0));
        assert_eq!((seat(&after, "己 六").as_deref(), seat(&after, "甲 一")), (Some("会長"), None));
        assert_eq!(after.roles.len(), start().roles.len());
    }

    #[test]
    fn a_line_that_cannot_be_taken_says_why_and_leaves_nothing() {
        let council = start();
        let rows = [
            row(2, ["", "医師会", "", "", ""]),
            row(3, ["辛 八", "医師会", "", "", "辛八＠example"]),
            row(4, ["乙 二", "農務課", "", "", ""]),
            row(5, ["乙二", "", "", "", ""]),
        ];
        let (imported, after) = take(&council, &rows);
        let why: Vec<WhyNot> = imported.refused.into_iter().map(|it| it.why).collect();
        assert_eq!(
            why,
            [WhyNot::Nobody, WhyNot::NotAnAddress("辛八＠example".into()), WhyNot::Twice { line: 4 }]
        );
        assert_eq!(after, council);
    }

    #[test]
    fn two_of_one_name_are_told_apart_by_their_post() {
        let rows = [row(2, ["壬 九", "市民課", "課長", "", ""]), row(3, ["壬 九", "農務課", "係長", "", ""])];
        let (_, council) = take(&Council::new(Head::new("試しの会")), &rows);
        assert_eq!(counts(&take(&council, &[row(2, ["壬九", "", "係長", "", ""])]).0).3, 0);
        let (imported, _) = take(&council, &[row(2, ["壬九", "", "部長", "", ""])]);
        assert_eq!(imported.refused, [Refused { line: 2, why: WhyNot::Several }]);
    }
}
