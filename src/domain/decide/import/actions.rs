//! A list of actions into the council's. Never takes one off: what the list does not name stays as it is.

use super::{Fate, Imported, Taken, WhyNot};
use crate::domain::{
    Action, ActionState, Council, Due, Mint, Refusal, Who,
    action::ActionNote,
    decide::{
        Draft,
        actions::{add, save, turn},
        record::LONGEST,
    },
    id::ActionId,
};
use chrono::NaiveDate;
use std::collections::HashMap;

/// One line of the list, its cells read. What is empty says nothing, and changes nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// Where it stands in the file, counted from 1.
    pub line: usize,
    pub number: Option<u32>,
    pub text: String,
    pub owners: Option<Vec<Who>>,
    pub due: Option<Due>,
    pub state: Option<ActionState>,
    pub note: String,
}

/// The edits that take a list in, line by line.
///
/// A line means the action with its number; else the one with its text and, where it names some, its owners; else a new one, which takes
/// the council's next number. `key` makes the forms of a text that mean the same equal.
///
/// # Errors
/// [`Refusal::NotLoaded`] while actions that were put away are not read.
pub fn import(
    council: &Council,
    rows: &[Row],
    key: impl Fn(&str) -> String,
    today: NaiveDate,
    mint: &mut Mint,
) -> Result<Imported, Refusal> {
    if !council.has_every_shelf() {
        return Err(Refusal::NotLoaded);
    }
    let mut importer = Importer { draft: Draft::of(council), key: &key, today, mint, lines: HashMap::new() };
    let mut imported = Imported::default();
    for row in rows {
        let before = importer.draft.edits.len();
        match importer.take(row) {
            Ok((fate, what)) => imported.rows.push(Taken {
                line: row.line,
                what,
                fate,
                edits: before..importer.draft.edits.len(),
                aside: None,
            }),
            Err(why) => imported.refuse(row.line, why),
        }
    }
    imported.edits = importer.draft.edits;
    Ok(imported)
}

struct Importer<'a> {
    draft: Draft,
    key: &'a dyn Fn(&str) -> String,
    today: NaiveDate,
    mint: &'a mut Mint,
    /// The line each action was on.
    lines: HashMap<ActionId, usize>,
}

impl Importer<'_> {
    fn take(&mut self, row: &Row) -> Result<(Fate, String), WhyNot> {
        let known = self.meant(row)?.cloned();
        if let Some(line) = known.as_ref().and_then(|action| self.lines.get(&action.id)) {
            return Err(WhyNot::Twice { line: *line });
        }
        let is_new = known.is_none();
        let mut action = known.unwrap_or_else(|| Action::new(self.mint.id(), 0, ""));
        self.write(row, &mut action)?;
        let (id, text) = (action.id.clone(), action.text.clone());
        let council = &self.draft.council;
        let edits = if is_new { add(council, action)? } else { save(council, action)? };
        let fate = match (is_new, edits.is_empty()) {
            (true, _) => Fate::Added,
            (false, true) => Fate::Left,
            (false, false) => Fate::Changed,
        };
        self.draft.push_all(edits)?;
        self.lines.insert(id, row.line);
        Ok((fate, text))
    }

    /// The action a line means; `None` for a new one.
    fn meant(&self, row: &Row) -> Result<Option<&Action>, WhyNot> {
        let council = &self.draft.council;
        if let Some(action) = row.number.and_then(|number| council.action_numbered(number)) {
            return Ok(Some(action));
        }
        if row.text.is_empty() {
            return Err(row.number.map_or(WhyNot::NothingToDo, |it| WhyNot::NoSuchNumber(it.to_string())));
        }
        let text = (self.key)(&row.text);
        let is_meant = |action: &&Action| {
            (self.key)(&action.text) == text && row.owners.as_ref().is_none_or(|it| same(it, &action.owners))
        };
        // The one that is open, where the same was given more than once.
        let mut found: Vec<&Action> = council.every_action().filter(is_meant).collect();
        found.sort_by_key(|action| (!action.state.is_open(), std::cmp::Reverse(action.number)));
        Ok(found.first().copied())
    }

    /// What a line says, over what was there.
    fn write(&self, row: &Row, action: &mut Action) -> Result<(), WhyNot> {
        if row.text.len() > LONGEST || row.note.len() > LONGEST {
            return Err(WhyNot::TooLong);
        }
        if !row.text.is_empty() {
            action.text.clone_from(&row.text);
        }
        if let Some(owners) = row.owners.as_ref().filter(|owners| !same(owners, &action.owners)) {
            action.owners.clone_from(owners);
        }
        // A list that went out told the day of the next meeting.
        let is_said =
            |due: &Due| !matches!(due, Due::On(day) if self.draft.council.due_date(action) == Some(*day));
        action.due = row.due.filter(is_said).unwrap_or(action.due);
        let state = row.state.unwrap_or(action.state);
        let is_told = row.note.is_empty()
            || self.is_among(&row.note, &action.reason)
            || action.notes.iter().any(|note| self.is_among(&row.note, &note.text));
        if state != action.state {
            let reason = if state == ActionState::Dropped { row.note.as_str() } else { "" };
            if state == ActionState::Dropped && reason.is_empty() {
                return Err(WhyNot::NoReason);
            }
            turn(action, state, reason, self.today);
            if state == ActionState::Dropped {
                return Ok(());
            }
        }
        if !is_told {
            action.notes.push(ActionNote { on: self.today, text: row.note.clone() });
        }
        Ok(())
    }

    /// Is this what was noted before?
    fn is_among(&self, note: &str, known: &str) -> bool {
        !known.is_empty() && (self.key)(note) == (self.key)(known)
    }
}

/// Do two lists name the same owners, in any order, by link or by name?
fn same(one: &[Who], other: &[Who]) -> bool {
    let has = |list: &[Who], who: &Who| list.iter().any(|it| it.is_same_party(who) || it.label == who.label);
    one.len() == other.len() && one.iter().all(|who| has(other, who)) && other.iter().all(|who| has(one, who))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Head;

    fn row(line: usize, number: u32, text: &str, owner: &str) -> Row {
        let owners = (!owner.is_empty()).then(|| vec![Who::new(owner, None)]);
        Row { line, number: (number > 0).then_some(number), text: text.into(), owners, ..Row::default() }
    }

    fn take(council: &Council, rows: &[Row]) -> (Imported, Council) {
        let mut mint = Mint::seeded(u64::from(council.head.next_action));
        let key = |text: &str| text.replace(' ', "");
        let imported = import(council, rows, key, "2026-11-21".parse().unwrap(), &mut mint).unwrap();
        let mut after = council.clone();
        after.apply_all(&imported.edits).unwrap();
        (imported, after)
    }

    fn fates(imported: &Imported) -> Vec<Fate> {
        imported.rows.iter().map(|row| row.fate).collect()
    }

    fn start() -> Council {
        let rows = [row(2, 0, "様式を配る", "農務課"), row(3, 0, "原稿を書く", "保育課")];
        let (imported, council) = take(&Council::new(Head::new("試しの会")), &rows);
        assert_eq!(fates(&imported), [Fate::Added, Fate::Added]);
        council
    }

    #[test]
    fn an_action_is_known_by_its_number_or_by_its_text_and_owner() {
        let council = start();
        let rows = [
            Row { due: Some(Due::Open), ..row(2, 1, "様式を配る", "農務課") },
            row(3, 0, "原稿 を書く", "保育課"),
            row(4, 0, "原稿を書く", "健康課"),
        ];
        let (imported, after) = take(&council, &rows);
        assert_eq!(fates(&imported), [Fate::Changed, Fate::Changed, Fate::Added]);
        assert_eq!((after.actions.len(), after.actions[0].due), (3, Due::Open));
        assert_eq!(take(&after, &rows[..1]).1, after);
    }

    #[test]
    fn what_is_dropped_wants_a_reason_and_a_note_is_written_once() {
        let council = start();
        let dropped = Row { state: Some(ActionState::Dropped), ..row(2, 1, "", "") };
        assert_eq!(take(&council, std::slice::from_ref(&dropped)).0.refused[0].why, WhyNot::NoReason);
        let told = Row { note: "県が配る".into(), ..dropped };
        let noted = Row { note: "下書き済み".into(), ..row(3, 2, "", "") };
        let (_, after) = take(&council, &[told.clone(), noted.clone()]);
        assert_eq!((after.actions[0].reason.as_str(), after.actions[1].notes.len()), ("県が配る", 1));
        assert_eq!(take(&after, &[told, noted]).1, after);
    }

    #[test]
    fn a_line_about_nothing_or_about_the_same_again_is_refused() {
        let rows =
            [row(2, 0, "", "農務課"), row(3, 9, "", ""), row(4, 1, "", ""), row(5, 0, "様式を配る", "")];
        let why: Vec<WhyNot> = take(&start(), &rows).0.refused.into_iter().map(|it| it.why).collect();
        assert_eq!(why, [WhyNot::NothingToDo, WhyNot::NoSuchNumber("9".into()), WhyNot::Twice { line: 4 }]);
    }
}
