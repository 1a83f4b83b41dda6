//! The shell around everything: arguments, environment, clock, randomness, and the terminal. Knows no rule of a council.
//!
//! [`main`] finds the language first, so that help and errors are in it; then reads the arguments, and hands a [`Shell`] to one of
//! the [`commands`], which returns an [`Answer`] or a [`Failure`]. Nothing else writes to standard output.

pub mod clock;
pub mod input;
pub mod screen;
pub mod settings;

mod answer;
mod args;
mod commands;
mod failure;
mod help;
mod output;
mod sheet;
mod shell;
mod table;
mod usage;
mod values;
mod wording;

use crate::{text::ruler::Ruler, words::Words};
use answer::{Answer, complain};
use args::{Command, Line};
use clap::{FromArgMatches, ValueEnum, error::ErrorKind};
use failure::Failure;
use settings::{Config, LangName};
use shell::Shell;
use std::{ffi::OsString, process::ExitCode};

/// Does what the arguments ask, the program's name among them, and says how it went: 0 done, 1 something found or failed, 2 usage.
pub fn main(args: Vec<OsString>) -> ExitCode {
    let asked =
        settings::early(&args, "lang").and_then(|name| LangName::from_str(name.to_str()?, false).ok());
    let config = settings::home(settings::early(&args, "home").map(Into::into))
        .and_then(|home| Ok(home.config::<Config>()?));
    let lang = settings::lang(asked, config.as_ref().unwrap_or(&Config::default()));
    let words = Words::new(lang);
    run(args, config, words).and_then(|answer| answer.print()).unwrap_or_else(|failure| {
        complain(&failure.message(words, Ruler::default()));
        ExitCode::from(failure.code())
    })
}

fn run(args: Vec<OsString>, config: Result<Config, Failure>, words: Words) -> Result<Answer, Failure> {
    let matches = match help::command(words).try_get_matches_from(args) {
        Ok(matches) => matches,
        Err(told) if matches!(told.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            return Ok(Answer::text(told.to_string()));
        }
        Err(error) => return Err(Failure::Usage(Box::new(error))),
    };
    let line = Line::from_arg_matches(&matches).map_err(|error| Failure::Usage(Box::new(error)))?;
    let shell = Shell::new(words, line.global, &config?)?;
    match line.command {
        None => commands::start::run(&shell),
        Some(Command::Demo) => commands::demo::run(&shell),
        Some(Command::Open(asked)) => commands::open::run(&shell, &asked.council),
        Some(Command::New(asked)) => commands::new::run(&shell, &asked),
        Some(Command::List(asked)) => commands::list::run(&shell, asked.json),
        Some(Command::Meeting(asked)) => commands::meeting::run(&shell, asked),
        Some(Command::Capture(asked)) => commands::capture::run(&shell, &asked),
        Some(Command::Import(asked)) => commands::import::run(&shell, &asked),
        Some(Command::Minutes(asked)) => commands::minutes::run(&shell, &asked),
        Some(Command::Paper(asked)) => commands::paper::run(&shell, &asked),
        Some(Command::Record(asked)) => commands::record::run(&shell, &asked),
        Some(Command::Search(asked)) => commands::search::run(&shell, &asked),
        Some(Command::Actions(asked)) => commands::actions::run(&shell, &asked),
        Some(Command::Board(asked)) => commands::board::run(&shell, &asked),
        Some(Command::Points(asked)) => commands::points::run(&shell, &asked),
        Some(Command::Cases(asked)) => commands::cases::run(&shell, &asked),
        Some(Command::Models(asked)) => commands::models::run(&shell, &asked),
        Some(Command::Templates(asked)) => commands::templates::run(&shell, &asked),
        Some(Command::Forms(asked)) => commands::forms::run(&shell, &asked),
        Some(Command::Wording(asked)) => commands::wording::run(&shell, &asked),
        Some(Command::Next(asked)) => commands::next::run(&shell, &asked),
        Some(Command::Indicators(asked)) => commands::indicators::run(&shell, &asked),
        Some(Command::Sheet(asked)) => commands::sheet::run(&shell, &asked),
        Some(Command::Escalations(asked)) => commands::escalations::list(&shell, &asked),
        Some(Command::Raise(asked)) => commands::escalations::raise(&shell, &asked),
        Some(Command::Answer(asked)) => commands::escalations::answer(&shell, &asked),
        Some(Command::Withdraw(asked)) => commands::escalations::withdraw(&shell, &asked),
        Some(Command::Assessments(asked)) => commands::assessments::run(&shell, &asked),
        Some(Command::Partners(asked)) => commands::partners::run(&shell, &asked),
        Some(Command::Schema) => Ok(commands::schema::run()),
        Some(Command::Completions(asked)) => Ok(commands::completions::run(words, asked.shell)),
        Some(Command::History(asked)) => commands::history::run(&shell, &asked),
        Some(Command::Restore(asked)) => commands::restore::run(&shell, &asked),
        Some(Command::Check(asked)) => commands::check::run(&shell, &asked),
        Some(Command::Grow(asked)) => commands::grow::run(&shell, &asked),
    }
}
