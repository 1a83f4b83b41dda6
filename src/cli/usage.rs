//! What was wrong with the command line, in the user's words: clap knows, and says it only in English.

use super::failure::parts;
use crate::words::{Said, Words};
use clap::{
    Error,
    error::{ContextKind, ContextValue, ErrorKind},
};

pub fn said(error: &Error, words: Words) -> Said {
    let about = |kind| error.get(kind).map(shown).unwrap_or_default();
    let argument = about(ContextKind::InvalidArg);
    let meant = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
        .into_iter()
        .find_map(|kind| error.get(kind).map(nearest));
    let choices = about(ContextKind::ValidValue);
    let what = match error.kind() {
        ErrorKind::InvalidSubcommand => words.usage_no_command(&about(ContextKind::InvalidSubcommand)),
        ErrorKind::UnknownArgument => words.usage_unknown(&argument),
        ErrorKind::MissingRequiredArgument => words.usage_missing(&argument),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            words.usage_no_step().to_owned()
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            match about(ContextKind::InvalidValue).as_str() {
                "" => words.usage_no_value(&argument),
                value => words.usage_bad_value(&argument, value),
            }
        }
        ErrorKind::ArgumentConflict => words.usage_conflict(&argument, &about(ContextKind::PriorArg)),
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues => words.usage_unknown(&argument),
        _ => words.usage_other(error.to_string().lines().next().unwrap_or_default()),
    };
    let why = match (meant, choices.as_str()) {
        (Some(meant), _) => words.meant_council(&meant),
        (None, "") => String::new(),
        (None, choices) => words.cli_choose_from(choices),
    };
    parts(what, why, words.usage_see_help(&command(&about(ContextKind::Usage))))
}

/// Of several suggestions clap gives the nearest last.
fn nearest(value: &ContextValue) -> String {
    match value {
        ContextValue::Strings(several) => several.last().cloned().unwrap_or_default(),
        other => shown(other),
    }
}

fn shown(value: &ContextValue) -> String {
    match value {
        ContextValue::Strings(several) => several.join(", "),
        ContextValue::StyledStrs(several) => {
            several.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
        }
        other => other.to_string(),
    }
}

/// `norishiro meeting add` of the line of usage that clap would show.
fn command(usage: &str) -> String {
    let words = usage.split_whitespace().skip_while(|word| *word != "norishiro");
    let plain = |word: &&str| word.starts_with(|c: char| c.is_ascii_lowercase());
    let command: Vec<&str> = words.take_while(plain).collect();
    if command.is_empty() { "norishiro".to_owned() } else { command.join(" ") }
}
