//! Minutes that were typed elsewhere into the record of a meeting: each line under the item its heading means, as if it were said there.
//! Never writes a line twice that stands there already, and never into minutes that are final.

use super::{Aside, Fate, Imported, Taken, WhyNot};
use crate::domain::{
    Council, Item, MeetingState, Mint, Refusal,
    decide::{
        Draft, meeting_and_body,
        record::{NewKind, NewLine},
        said::Said,
        saying::{Done, Saying, take_in},
    },
    id::{ItemId, MeetingId},
};
use chrono::NaiveDateTime;

/// One line of the minutes, read.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Where it stands in the file, counted from 1.
    pub line: usize,
    /// To the letter.
    pub typed: String,
    /// As the capture language has it.
    pub said: Said,
    /// It may be the heading of an item.
    pub heading: Option<Heading>,
}

/// A line that stands over others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// The number it bears, counted from 1.
    pub number: Option<u32>,
    /// Without its number and its mark.
    pub title: String,
    pub sort: Sort,
    /// 1 is the highest.
    pub level: u8,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// It says that it is an item: 議題2, 第2号議案. One that is not on the agenda is a new item.
    Item,
    /// It is set as a heading. One that is not on the agenda is a line of the item it stands under, or ends the item before.
    Set,
    /// It has a number. It is a heading where words much like it are on the agenda, else a line like others.
    Numbered,
    /// The same for a line without one, and only to the letter.
    Bare,
}

/// The edits that write minutes into the record of a meeting, line by line. Commands of the capture language do what they say.
///
/// # Errors
/// [`Refusal::RunsNow`]: lines would go to the item that is up, and headings would take items up. [`Refusal::Final`],
/// [`Refusal::NotLoaded`], [`Refusal::NotFound`].
pub fn import(
    council: &Council,
    meeting: &MeetingId,
    rows: &[Row],
    at: NaiveDateTime,
    key: fn(&str) -> String,
    alike: fn(&str, &str) -> bool,
    mint: &mut Mint,
) -> Result<Imported, Refusal> {
    let (head, body) = meeting_and_body(council, meeting)?;
    if head.state == MeetingState::Running {
        return Err(Refusal::RunsNow);
    }
    let there = body.lines.iter().filter(|line| !line.private);
    let there = there.map(|line| (line.item.clone(), line.kind.plain(), line.text.clone())).collect();
    let mut writer = Writer {
        draft: Draft::of(council),
        meeting,
        at,
        key,
        alike,
        mint,
        item: None,
        level: None,
        there,
        met: false,
    };
    let mut imported = Imported::default();
    for row in rows {
        let before = writer.draft.edits.len();
        match writer.take(row) {
            Ok((fate, aside)) => imported.rows.push(Taken {
                line: row.line,
                what: row.typed.trim().to_owned(),
                fate,
                edits: before..writer.draft.edits.len(),
                aside,
            }),
            Err(refusal @ Refusal::NotLoaded) => return Err(refusal),
            Err(refusal) => imported.refuse(row.line, WhyNot::Refused(refusal)),
        }
    }
    imported.edits = writer.draft.edits;
    Ok(imported)
}

struct Writer<'a> {
    draft: Draft,
    meeting: &'a MeetingId,
    at: NaiveDateTime,
    key: fn(&str) -> String,
    alike: fn(&str, &str) -> bool,
    mint: &'a mut Mint,
    /// Where the lines that follow go.
    item: Option<ItemId>,
    /// Of the heading they stand under.
    level: Option<u8>,
    /// The lines that stood in the record before, each to be met once.
    there: Vec<(Option<ItemId>, NewKind, String)>,
    /// The line before was one of them.
    met: bool,
}

impl Writer<'_> {
    fn take(&mut self, row: &Row) -> Result<(Fate, Option<Aside>), Refusal> {
        if let Some(heading) = &row.heading {
            let on_agenda = self.place_of(heading)?;
            let is_below = self.level.is_some_and(|level| level < heading.level);
            match (on_agenda, heading.sort) {
                (Some(number), _) => return self.go_to(&Said::Take(number), row, heading.level),
                (None, Sort::Item) => {
                    return self.go_to(&Said::Topic(heading.title.clone()), row, heading.level);
                }
                (None, Sort::Set) if !is_below => {
                    (self.item, self.level) = (None, None);
                    return Ok((Fate::Left, Some(Aside::Outside)));
                }
                _ => {}
            }
        }
        if let Said::Line(new) = &row.said {
            self.met = self.stands_there(new);
            if self.met {
                return Ok((Fate::Left, None));
            }
        }
        match self.say(&row.said, &row.typed)? {
            (_, Done::Kept(_, refusal)) => Ok((Fate::Added, Some(Aside::Kept(refusal)))),
            (_, Done::Added(_, title)) => Ok((Fate::Added, Some(Aside::NewItem(title)))),
            (_, Done::Taken(_, title)) => Ok((Fate::Left, Some(Aside::Under(title)))),
            (0, _) => Ok((Fate::Left, None)),
            (_, Done::Written(_) | Done::Continued(_)) => Ok((Fate::Added, None)),
            _ => Ok((Fate::Changed, None)),
        }
    }

    fn go_to(&mut self, said: &Said, row: &Row, level: u8) -> Result<(Fate, Option<Aside>), Refusal> {
        self.level = Some(level);
        Ok(match self.say(said, &row.typed)?.1 {
            Done::Added(_, title) => (Fate::Added, Some(Aside::NewItem(title))),
            Done::Taken(_, title) => (Fate::Left, Some(Aside::Under(title))),
            Done::Kept(_, refusal) => (Fate::Added, Some(Aside::Kept(refusal))),
            _ => (Fate::Left, None),
        })
    }

    /// How many edits it makes, and what is done by them.
    fn say(&mut self, said: &Said, typed: &str) -> Result<(usize, Done), Refusal> {
        let saying = Saying {
            council: &self.draft.council,
            meeting: self.meeting,
            item: self.item.as_ref(),
            at: self.at,
            alike: self.alike,
        };
        let outcome = take_in(&saying, said, typed, self.mint)?;
        self.item = outcome.item;
        let count = outcome.edits.len();
        self.draft.push_all(outcome.edits)?;
        Ok((count, outcome.done))
    }

    /// The number on the agenda of the item a heading means: by its words, else by the number it bears.
    fn place_of(&self, heading: &Heading) -> Result<Option<u32>, Refusal> {
        let (_, body) = meeting_and_body(&self.draft.council, self.meeting)?;
        let title = (self.key)(&heading.title);
        let titles: Vec<String> = body.items.iter().map(|item: &Item| (self.key)(&item.title)).collect();
        let same = titles.iter().position(|it| *it == title);
        let near = || {
            let mut near = (0..titles.len()).filter(|at| is_part(&titles[*at], &title, heading.sort));
            near.next().filter(|_| near.next().is_none())
        };
        let by_number = || {
            let number = heading.number.filter(|_| matches!(heading.sort, Sort::Item | Sort::Set))?;
            let at = usize::try_from(number).ok()?.checked_sub(1)?;
            (at < titles.len()).then_some(at)
        };
        let at = same.or_else(near).or_else(by_number);
        Ok(at.and_then(|at| u32::try_from(at + 1).ok()))
    }

    /// Stands this line there already? Each that does is met once.
    fn stands_there(&mut self, new: &NewLine) -> bool {
        if new.kind == NewKind::Continue {
            return self.met;
        }
        let goes_on = |text: &str| {
            text.strip_prefix(new.text.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('\n'))
        };
        let is_it = |(item, kind, text): &(Option<ItemId>, NewKind, String)| {
            *item == self.item && *kind == new.kind && goes_on(text)
        };
        let at = self.there.iter().position(is_it).filter(|_| !new.private);
        at.map(|at| self.there.remove(at)).is_some()
    }
}

/// Does one title hold the other, where both say enough to be told apart? What is not set as a heading must be little more than the
/// title: a sentence that speaks of the item is none.
fn is_part(one: &str, other: &str, sort: Sort) -> bool {
    const ENOUGH: usize = 4;
    let letters = [one, other].map(|title| title.chars().count());
    let (short, long) = (letters[0].min(letters[1]), letters[0].max(letters[1]));
    let close = match sort {
        Sort::Item | Sort::Set => true,
        Sort::Numbered => short * 3 >= long * 2,
        Sort::Bare => false,
    };
    close && short >= ENOUGH && (one.contains(other) || other.contains(one))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        Head, Line, List,
        decide::meeting::{self, Plan},
    };

    /// A meeting on 20 November with two items, and its id.
    fn council() -> Council {
        let mut council = Council::new(Head::new("試しの会"));
        let [start, end] = ["14:00:00", "15:30:00"].map(|time| time.parse().unwrap());
        let plan = Plan { date: "2026-11-20".parse().unwrap(), start, end, place: String::new() };
        let (id, edits) = meeting::plan(&council, &plan, &mut Mint::seeded(1)).unwrap();
        council.apply_all(&edits).unwrap();
        let body = council.bodies.get_mut(&id).unwrap();
        body.items = List::default();
        for (id, title) in [("a", "アンケートの結果"), ("b", "来年度の計画")] {
            let edit = body.items.appending(Item::new(id.into(), title, 10));
            body.items.apply(&edit).unwrap();
        }
        council
    }

    fn line(line: usize, text: &str) -> Row {
        let said = Said::Line(NewLine { text: text.into(), ..NewLine::default() });
        Row { line, typed: text.into(), said, heading: None }
    }

    fn heading(at: usize, number: u32, title: &str, sort: Sort, level: u8) -> Row {
        let heading = Heading { number: (number > 0).then_some(number), title: title.into(), sort, level };
        Row { heading: Some(heading), ..line(at, title) }
    }

    fn take(council: &Council, rows: &[Row]) -> (Imported, Council) {
        let at = "2026-11-21T10:00:00".parse().unwrap();
        let mut mint = Mint::seeded(7);
        let id = &council.meetings[0].id;
        let imported = import(council, id, rows, at, str::to_owned, |a, b| a == b, &mut mint).unwrap();
        let mut after = council.clone();
        after.apply_all(&imported.edits).unwrap();
        (imported, after)
    }

    fn written(council: &Council) -> Vec<(Option<&str>, &str)> {
        let lines = &council.body(&council.meetings[0].id).unwrap().lines;
        lines.iter().map(|it: &Line| (it.item.as_ref().map(|id| id.as_str()), it.text.as_str())).collect()
    }

    #[test]
    fn lines_stand_under_the_item_their_heading_means() {
        let council = council();
        let rows = [
            heading(1, 0, "議事録", Sort::Set, 1),
            line(2, "開会"),
            heading(3, 2, "計画について", Sort::Item, 2),
            line(4, "案を見る"),
            heading(5, 0, "小見出し", Sort::Set, 3),
            heading(6, 1, "アンケートの結果", Sort::Numbered, 255),
            line(7, "半分が朝食をとる"),
            heading(8, 3, "半分がアンケートの結果に驚いた", Sort::Numbered, 255),
            heading(9, 0, "閉会", Sort::Set, 1),
            line(10, "次回は三月"),
        ];
        let (imported, after) = take(&council, &rows);
        assert_eq!(
            written(&after),
            [
                (None, "開会"),
                (Some("b"), "案を見る"),
                (Some("b"), "小見出し"),
                (Some("a"), "半分が朝食をとる"),
                (Some("a"), "半分がアンケートの結果に驚いた"),
                (None, "次回は三月"),
            ]
        );
        assert_eq!(imported.rows[0].aside, Some(Aside::Outside));
        assert_eq!(imported.rows[2].aside, Some(Aside::Under("来年度の計画".into())));
    }

    #[test]
    fn what_the_room_is_speaking_of_is_left_alone() {
        let mut council = council();
        let id = council.meetings[0].id.clone();
        let at: NaiveDateTime = "2026-11-20T14:00:00".parse().unwrap();
        council.apply_all(&meeting::start(&council, &id, at, &mut Mint::seeded(2)).unwrap()).unwrap();
        let rows = [line(1, "開会")];
        let taken = import(&council, &id, &rows, at, str::to_owned, |a, b| a == b, &mut Mint::seeded(3));
        assert_eq!(taken, Err(Refusal::RunsNow));
    }

    #[test]
    fn a_new_item_is_added_and_the_same_minutes_again_change_nothing() {
        let council = council();
        let rows = [
            heading(1, 9, "健診の日程", Sort::Item, 2),
            line(2, "はい"),
            line(3, "はい"),
            Row {
                said: Said::Line(NewLine {
                    kind: NewKind::Continue,
                    text: "それでよい".into(),
                    ..NewLine::default()
                }),
                ..line(4, "……それでよい")
            },
        ];
        let (imported, after) = take(&council, &rows);
        assert_eq!(imported.rows[0].aside, Some(Aside::NewItem("健診の日程".into())));
        assert_eq!(after.body(&after.meetings[0].id).unwrap().lines.len(), 2);
        let (again, same) = take(&after, &rows);
        assert_eq!((again.edits.len(), again.count(Fate::Left)), (0, 4));
        assert_eq!(same, after);
    }
}
