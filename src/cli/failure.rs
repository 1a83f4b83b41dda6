//! Why a command did not do what it was asked, as one type: what happened, why, what to do next, and the exit code.

use super::usage;
use crate::{
    app::save::Copied,
    domain::{Point, Refusal},
    intake::{Kind, NoPlan},
    knowledge::{cases::cases, forms::forms, models::models},
    paper::{PaperError, everything::Unreadable},
    store::{NotKept, Problem},
    text::{clean::shown_line, dates::DateRefusal, near::nearest, ruler::Ruler},
    words::{Said, Words},
};
use std::io;

#[derive(Debug)]
pub enum Failure {
    Usage(Box<clap::Error>),
    Problem(Problem),
    Refusal(Refusal),
    /// A screen was asked for, and there is no terminal to show it on.
    NoTerminal,
    /// The system knows no folder for data.
    NoHome,
    /// `NORISHIRO_NOW` is not a moment.
    NotAMoment(String),
    NotADate {
        typed: String,
        why: DateRefusal,
    },
    NotATime(String),
    NotAYear(String),
    NoSuchTemplate {
        typed: String,
        keys: Vec<&'static str>,
    },
    NoSuchMeeting {
        typed: String,
        ids: Vec<String>,
    },
    NoSuchEscalation {
        typed: String,
        ids: Vec<String>,
    },
    /// An issue has nobody to go to; the councils it could go to.
    NoParent {
        slugs: String,
    },
    NoSuchPoint(String),
    NoSuchCase(String),
    NoSuchModel(String),
    NoSuchForm(String),
    /// There are only so many suggestions.
    NoSuchSuggestion {
        number: usize,
        count: usize,
    },
    /// No meeting is planned whose agenda could take something up.
    NoNextMeeting,
    /// Nobody on the roster, and no owner of an action, goes by this name.
    NoSuchOwner {
        typed: String,
        names: Vec<String>,
    },
    /// No organisation of the council is called so.
    NoSuchPartner {
        typed: String,
        names: Vec<String>,
    },
    /// Filters of a search that say nothing, each told in the user's words.
    UnclearQuery {
        doubts: Vec<String>,
    },
    /// A line of the input cannot be taken, so none was.
    Line {
        line: usize,
        refusal: Refusal,
    },
    /// The history does not reach back that far.
    NotKept(NotKept),
    NoSuchBackup {
        typed: String,
        names: Vec<String>,
    },
    /// Nothing can be taken in from a file.
    NoIntake {
        path: String,
        kind: Kind,
        why: NoPlan,
    },
    /// A column that is assigned to nothing there is.
    NotAMap {
        typed: String,
        kind: Kind,
    },
    /// More lines of input than can be meant.
    TooManyLines {
        lines: usize,
        most: usize,
    },
    /// A document that makes no council.
    NoCouncil {
        path: String,
        why: Unreadable,
    },
    /// A file in no encoding we know.
    NotText {
        path: String,
    },
    CannotRead {
        path: String,
        error: io::Error,
    },
    CannotWrite {
        path: String,
        error: io::Error,
    },
    /// A file is there, and nobody said that it may go.
    IsThere {
        path: String,
    },
    Paper(PaperError),
    Terminal(io::Error),
    /// Changes made on the screen that did not reach the disk, and the copy that holds them.
    Lost(u64, Option<Copied>),
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

impl From<PaperError> for Failure {
    fn from(error: PaperError) -> Self {
        match error {
            PaperError::NoSuchOwner { typed, names } => Self::NoSuchOwner { typed, names },
            error => Self::Paper(error),
        }
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::Refusal(refusal)
    }
}

impl Failure {
    /// 2 when it was asked wrongly, 1 when it could not be done.
    pub const fn code(&self) -> u8 {
        match self {
            Self::Usage(_)
            | Self::NoTerminal
            | Self::NotAMoment(_)
            | Self::NotADate { .. }
            | Self::NotATime(_)
            | Self::NotAYear(_)
            | Self::NotAMap { .. }
            | Self::UnclearQuery { .. }
            | Self::NoSuchTemplate { .. }
            | Self::NoSuchPoint(_)
            | Self::NoSuchCase(_)
            | Self::NoSuchModel(_)
            | Self::NoSuchForm(_)
            | Self::Paper(PaperError::NoSuchFormat { .. })
            | Self::NoSuchSuggestion { .. } => 2,
            _ => 1,
        }
    }

    /// The parts of the message on lines of their own, with the line of a file where there is one to show. What was typed and what
    /// files are called cannot begin another line.
    pub fn message(&self, words: Words, ruler: Ruler) -> String {
        let said = self.said(words);
        let mut lines = vec![words.cli_error(&shown_line(&said.what))];
        if let Some(mark) = &said.mark {
            lines.extend(mark.rows(ruler, 72).map(|row| format!("    {row}")));
        }
        if !said.why.is_empty() {
            lines.push(words.cli_why(&shown_line(&said.why)));
        }
        if !said.next.is_empty() {
            lines.push(words.cli_next(&shown_line(&said.next)));
        }
        lines.join("\n")
    }

    fn said(&self, words: Words) -> Said {
        match self {
            Self::Usage(error) => usage::said(error, words),
            Self::Problem(problem) => words.problem(problem),
            Self::Refusal(refusal) => refused(words, refusal),
            Self::NoTerminal => {
                parts(words.cli_no_terminal(), words.cli_no_terminal_why(), words.cli_no_terminal_next())
            }
            Self::NoHome => parts(words.cli_no_home(), words.cli_no_home_why(), words.cli_no_home_next()),
            Self::NotAMoment(typed) => {
                parts(words.cli_not_a_moment(typed), "", words.cli_not_a_moment_next())
            }
            Self::NotADate { typed, why } => parts(words.date_refusal(typed, why), "", words.cli_date_next()),
            Self::NotATime(typed) => parts(words.entry_not_a_time(typed), "", ""),
            Self::NotAYear(typed) => parts(words.indicator_not_a_year(typed), "", ""),
            Self::NoSuchTemplate { typed, keys } => {
                parts(words.cli_no_template(typed), "", words.cli_choose_from(&keys.join(", ")))
            }
            Self::NoSuchMeeting { typed, ids } => unknown_meeting(words, typed, ids),
            Self::NoSuchEscalation { typed, ids } => unknown_issue(words, typed, ids),
            Self::NoParent { slugs } => parts(words.cli_no_parent(), "", words.cli_no_parent_next(slugs)),
            Self::NoSuchPoint(typed) => {
                let keys = Point::ALL.map(|point| format!("{} {point}", point.number()));
                parts(words.cli_no_point(typed), "", words.cli_choose_from(&keys.join(", ")))
            }
            Self::NoSuchCase(typed) => {
                unknown(words, words.cli_no_case(typed), cases().iter().map(|it| it.key))
            }
            Self::NoSuchModel(typed) => {
                unknown(words, words.cli_no_model(typed), models().iter().map(|it| it.key))
            }
            Self::NoSuchPartner { typed, names } => unknown_partner(words, typed, names),
            Self::NoSuchForm(typed) => unknown_form(words, typed),
            Self::NoSuchSuggestion { number, count } => unknown_number(words, *number, *count),
            Self::NoNextMeeting => parts(words.cli_no_next_meeting(), "", words.cli_plan_meeting()),
            Self::NoSuchOwner { typed, names } => unknown_owner(words, typed, names),
            Self::UnclearQuery { doubts } => {
                let why = doubts.join(words.pick("。", "; "));
                parts(words.cli_query_unclear(), why, words.cli_query_next())
            }
            Self::Line { line, refusal } => {
                let Said { what, next, .. } = refused(words, refusal);
                parts(words.cli_line_refused(*line), what, next + words.cli_nothing_taken())
            }
            Self::NotKept(why) => {
                parts(words.history_not_kept(), words.not_kept(why), words.history_see_backups())
            }
            Self::NoSuchBackup { typed, names } => unknown_backup(words, typed, names),
            Self::NoIntake { why: NoPlan::Refused(refusal), .. } => refused(words, refusal),
            Self::NoIntake { path, kind, why } => words.no_intake(path, *kind, why),
            Self::NotAMap { typed, kind } => words.not_a_map(typed, *kind),
            Self::TooManyLines { lines, most } => {
                parts(words.cli_too_many_lines(*lines, *most), "", words.cli_too_many_lines_next())
            }
            Self::NoCouncil { path, why } => no_council(words, path, why),
            Self::NotText { path } => {
                parts(words.cannot_read(path), words.cli_not_text(), words.cli_not_text_next())
            }
            Self::CannotRead { path, error } => {
                parts(words.cannot_read(path), words.io_error(error), words.cli_check_path())
            }
            Self::CannotWrite { path, error } => {
                parts(words.cannot_write(path), words.io_error(error), words.cli_check_path())
            }
            Self::IsThere { path } => parts(words.cli_is_there(path), "", words.cli_is_there_next()),
            Self::Paper(error) => parts(error.said(words), "", ""),
            Self::Terminal(error) => {
                parts(words.cli_terminal(), words.io_error(error), words.cli_terminal_next())
            }
            Self::Lost(changes, copied) => {
                let next = match copied {
                    Some(copied) => words.cli_lost_copied(&copied.home, &copied.slug),
                    None => words.cli_lost_next().to_owned(),
                };
                parts(words.cli_lost(*changes), words.cli_lost_why(), next)
            }
        }
    }
}

fn no_council(words: Words, path: &str, why: &Unreadable) -> Said {
    let (why, next) = why.said(words);
    parts(words.everything_cannot_read(path), why, next)
}

fn unknown_backup(words: Words, typed: &str, names: &[String]) -> Said {
    let next = match names {
        [] => words.restore_none().to_owned(),
        names => words.cli_choose_from(&names.join(", ")),
    };
    parts(words.restore_no_such(typed), "", next)
}

/// A message made of its three parts; a part without words is left out.
pub fn parts(what: impl Into<String>, why: impl Into<String>, next: impl Into<String>) -> Said {
    Said { what: what.into(), why: why.into(), next: next.into(), mark: None }
}

/// A refusal with the way out as a command, where the domain's own way out is on the screen.
fn refused(words: Words, refusal: &Refusal) -> Said {
    let (what, next) = words.refusal(refusal);
    let next = match refusal {
        Refusal::NoMeeting => words.cli_plan_meeting().to_owned(),
        Refusal::NotRunning => words.cli_start_meeting().to_owned(),
        Refusal::Empty => words.cli_write_something().to_owned(),
        _ => next,
    };
    parts(what, "", next)
}

fn unknown_meeting(words: Words, typed: &str, ids: &[String]) -> Said {
    let near = nearest(typed, ids.iter().map(String::as_str));
    let why = near.map(|near| words.meant_council(near)).unwrap_or_default();
    let next = match ids {
        [] => words.cli_plan_meeting().to_owned(),
        ids => words.cli_choose_from(&ids.join(", ")),
    };
    parts(words.lost_meeting(typed), why, next)
}

fn unknown_issue(words: Words, typed: &str, ids: &[String]) -> Said {
    let next = match ids {
        [] => words.cli_no_escalations().to_owned(),
        ids => words.cli_choose_from(&ids.join(", ")),
    };
    parts(words.cli_no_escalation(typed), "", next)
}

fn unknown(words: Words, what: String, keys: impl Iterator<Item = &'static str>) -> Said {
    parts(what, "", words.cli_choose_from(&keys.collect::<Vec<_>>().join(", ")))
}

fn unknown_form(words: Words, typed: &str) -> Said {
    unknown(words, words.cli_no_form(typed), forms().iter().map(|it| it.key))
}

fn unknown_number(words: Words, number: usize, count: usize) -> Said {
    parts(words.cli_no_suggestion(number), "", words.cli_number_to(count))
}

fn unknown_owner(words: Words, typed: &str, names: &[String]) -> Said {
    parts(words.cli_no_owner(typed), "", choose_from(words, names, words.cli_no_owners()))
}

fn unknown_partner(words: Words, typed: &str, names: &[String]) -> Said {
    parts(words.cli_no_partner(typed), "", choose_from(words, names, words.cli_no_partners()))
}

/// The names there are, or that there are none.
fn choose_from(words: Words, names: &[String], none: &str) -> String {
    match names {
        [] => none.to_owned(),
        names => words.cli_choose_from(&names.join(words.pick("、", ", "))),
    }
}
