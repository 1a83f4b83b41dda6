//! To-dos as calendars take them (iCalendar, RFC 5545). The same to-dos are the same bytes but for the moment they were written at.
//!
//! A moment has no zone here, where the format wants one: it is written as if it were UTC. Days need none.

use crate::text::clean::shown;
use chrono::{NaiveDate, NaiveDateTime};
use icalendar::{Calendar, Component, EventLike, Property, TodoStatus};

/// Something to do, by a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Todo {
    /// The same whenever it is written, so that a calendar knows it again.
    pub uid: String,
    pub summary: String,
    pub description: String,
    pub category: String,
    pub due: Option<NaiveDate>,
    pub state: State,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    NeedsAction,
    InProcess,
    Completed,
    Cancelled,
}

/// A calendar of this name.
pub fn write(name: &str, now: NaiveDateTime, todos: &[Todo]) -> String {
    let mut calendar = Calendar::empty();
    calendar.append_property(Property::new("VERSION", "2.0"));
    calendar.append_property(Property::new("PRODID", "-//norishiro//norishiro//JA"));
    calendar.append_property(Property::new("CALSCALE", "GREGORIAN"));
    calendar.name(&plain(name));
    for todo in todos {
        calendar.push(component(todo, now));
    }
    calendar.to_string()
}

fn component(todo: &Todo, now: NaiveDateTime) -> icalendar::Todo {
    let mut component = icalendar::Todo::new();
    component
        .uid(&plain(&todo.uid))
        .add_property("DTSTAMP", now.format("%Y%m%dT%H%M%SZ").to_string())
        .summary(&plain(&todo.summary).replace('\n', " "))
        .description(&plain(&todo.description))
        .categories([plain(&todo.category)])
        .status(match todo.state {
            State::NeedsAction => TodoStatus::NeedsAction,
            State::InProcess => TodoStatus::InProcess,
            State::Completed => TodoStatus::Completed,
            State::Cancelled => TodoStatus::Cancelled,
        });
    if let Some(day) = todo.due {
        component.due(day);
    }
    if todo.state == State::Completed {
        component.percent_complete(100);
    }
    component.done()
}

/// Without what a terminal would obey; a calendar has no tabs.
fn plain(text: &str) -> String {
    shown(text).replace('\t', " ")
}
