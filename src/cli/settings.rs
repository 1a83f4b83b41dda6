//! What the user chose once and for all: where the councils live, the language, the looks and the clock; from arguments, environment,
//! `config.ron` and the system, in this order. Never changes any of them.

use super::{clock::Clock, failure::Failure, screen::Ambiguous};
use crate::{
    app::look::Theme,
    store::{Home, Writer},
    text::clean::clean_line,
    words::Lang,
};
use chrono::NaiveDateTime;
use clap::ValueEnum;
use serde::Deserialize;
use std::{env, ffi::OsString, path::PathBuf};

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LangName {
    Ja,
    En,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ThemeName {
    Auto,
    Dark,
    Light,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AmbiguousName {
    Auto,
    Narrow,
    Wide,
}

/// `config.ron` in the home: `(lang: en, theme: dark, ambiguous: wide, name: "Secretariat")`, each of them optional.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    pub lang: Option<LangName>,
    pub theme: Option<ThemeName>,
    pub ambiguous: Option<AmbiguousName>,
    pub name: Option<String>,
}

/// Who works here, and at which machine. Both stand in what is written, for the others who write to the same council.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author {
    pub by: String,
    /// Empty where the system gives the machine no name.
    pub host: String,
}

impl Author {
    /// The author as one who writes, in this run.
    pub fn writer(&self, now: NaiveDateTime) -> Writer {
        let Self { by, host } = self.clone();
        Writer { by, host, process: std::process::id(), token: fastrand::u64(..), now }
    }
}

impl From<LangName> for Lang {
    fn from(name: LangName) -> Self {
        match name {
            LangName::Ja => Self::Ja,
            LangName::En => Self::En,
        }
    }
}

impl From<AmbiguousName> for Ambiguous {
    fn from(name: AmbiguousName) -> Self {
        match name {
            AmbiguousName::Auto => Self::Auto,
            AmbiguousName::Narrow => Self::Narrow,
            AmbiguousName::Wide => Self::Wide,
        }
    }
}

/// An environment variable that says something.
fn variable(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.is_empty())
}

/// The value of `--name value` or `--name=value` before the arguments are understood: help and errors are in the user's language
/// even when the rest cannot be read.
pub fn early(args: &[OsString], name: &str) -> Option<OsString> {
    let flag = format!("--{name}");
    let args = || args.iter().skip(1).take_while(|arg| *arg != "--");
    let joined = args().find_map(|arg| arg.to_str()?.strip_prefix(&flag)?.strip_prefix('=').map(Into::into));
    joined.or_else(|| args().skip_while(|arg| **arg != *flag).nth(1).cloned())
}

/// The home: given, in the environment, or the platform's folder for data.
///
/// # Errors
/// [`Failure::NoHome`] where the system knows no such folder.
pub fn home(given: Option<PathBuf>) -> Result<Home, Failure> {
    let platform = || directories::ProjectDirs::from("", "", "norishiro").map(|it| it.data_dir().to_owned());
    let named = env::var_os("NORISHIRO_HOME").filter(|value| !value.is_empty());
    let root = given.or_else(|| named.map(PathBuf::from)).or_else(platform);
    root.map(Home::at).ok_or(Failure::NoHome)
}

/// The user's own folder, where the system knows one.
pub fn own_folder() -> Option<PathBuf> {
    directories::BaseDirs::new().map(|it| it.home_dir().to_owned())
}

/// The language: asked for, configured, or that of the system. A system that names none is taken for a Japanese one.
pub fn lang(asked: Option<LangName>, config: &Config) -> Lang {
    asked.or(config.lang).map_or_else(|| of_locale(sys_locale::get_locale().as_deref()), Lang::from)
}

fn of_locale(locale: Option<&str>) -> Lang {
    match locale {
        None | Some("" | "C" | "POSIX") => Lang::Ja,
        Some(name) if name.to_ascii_lowercase().starts_with("ja") => Lang::Ja,
        Some(_) => Lang::En,
    }
}

/// The theme: asked for; none with `NO_COLOR`; configured; or what `COLORFGBG` tells of the background.
pub fn theme(asked: Option<ThemeName>, config: &Config) -> Theme {
    match asked {
        Some(ThemeName::Dark) => Theme::Dark,
        Some(ThemeName::Light) => Theme::Light,
        Some(ThemeName::Auto) | None if variable("NO_COLOR").is_some() => Theme::Mono,
        Some(ThemeName::Auto) => background(variable("COLORFGBG").as_deref()),
        None => match config.theme {
            Some(ThemeName::Dark) => Theme::Dark,
            Some(ThemeName::Light) => Theme::Light,
            Some(ThemeName::Auto) | None => background(variable("COLORFGBG").as_deref()),
        },
    }
}

/// `15;0` is white on black: the last number is the background, of the sixteen colours of rxvt, which set the variable first.
fn background(colours: Option<&str>) -> Theme {
    match colours.and_then(|it| it.rsplit(';').next()?.parse().ok()) {
        Some(0..=6 | 8) => Theme::Dark,
        Some(7 | 9..=15) => Theme::Light,
        Some(16_u8..) | None => Theme::Auto,
    }
}

/// How wide ambiguous characters are: asked for, configured, or to be found out.
pub fn ambiguous(asked: Option<AmbiguousName>, config: &Config) -> Ambiguous {
    asked.or(config.ambiguous).map_or(Ambiguous::Auto, Ambiguous::from)
}

/// The author: as configured, else as the system calls its user.
pub fn author(config: &Config) -> Author {
    let plain = |name: &str| clean_line(name).trim().to_owned();
    let configured = config.name.as_deref().map(plain).filter(|name| !name.is_empty());
    let by = configured.unwrap_or_else(|| plain(&whoami::username().unwrap_or_default()));
    Author { by, host: plain(&whoami::hostname().unwrap_or_default()) }
}

/// The clock: set by argument or environment, or the system's.
///
/// # Errors
/// [`Failure::NotAMoment`] when the environment says something else than a moment.
pub fn clock(asked: Option<NaiveDateTime>) -> Result<Clock, Failure> {
    let from_environment = || match variable("NORISHIRO_NOW") {
        Some(text) => moment(&text).map(Some).map_err(|_| Failure::NotAMoment(text)),
        None => Ok(None),
    };
    Ok(Clock::new(match asked {
        Some(moment) => Some(moment),
        None => from_environment()?,
    }))
}

/// A local day and time: 2026-11-20T14:00, with seconds where they matter. Years have four digits.
pub fn moment(text: &str) -> Result<NaiveDateTime, chrono::ParseError> {
    let text = if text.starts_with(|c: char| c.is_ascii_digit()) { text } else { "" };
    let with_seconds = NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S");
    with_seconds.or_else(|_| NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn args(text: &str) -> Vec<OsString> {
        text.split(' ').map(OsString::from).collect()
    }

    #[test]
    fn the_language_is_found_wherever_it_stands() {
        for line in ["norishiro --lang en list", "norishiro list --lang=en", "norishiro meeting x --lang en"]
        {
            assert_eq!(early(&args(line), "lang"), Some("en".into()), "{line}");
        }
        for line in
            ["norishiro list", "norishiro --lang", "norishiro new x -- --lang en", "norishiro --language en"]
        {
            assert_eq!(early(&args(line), "lang"), None, "{line}");
        }
    }

    #[test]
    fn a_system_without_a_language_is_japanese() {
        for (locale, lang) in [
            (None, Lang::Ja),
            (Some("C"), Lang::Ja),
            (Some("POSIX"), Lang::Ja),
            (Some("ja-JP"), Lang::Ja),
            (Some("en-US"), Lang::En),
            (Some("de-DE"), Lang::En),
        ] {
            assert_eq!(of_locale(locale), lang, "{locale:?}");
        }
    }

    #[test]
    fn the_background_is_the_last_colour() {
        assert_eq!(background(Some("15;0")), Theme::Dark);
        assert_eq!(background(Some("0;default;15")), Theme::Light);
        assert_eq!(background(Some("default")), Theme::Auto);
        assert_eq!(background(None), Theme::Auto);
    }

    #[test]
    fn the_author_is_the_configured_name_else_the_user_of_the_system() {
        let named = |name: &str| author(&Config { name: Some(name.to_owned()), ..Config::default() }).by;
        assert_eq!(named(" 保健センター\u{202e}\n"), "保健センター");
        assert_eq!(named(" "), author(&Config::default()).by);
    }

    #[test]
    fn a_moment_may_leave_out_its_seconds() {
        assert_eq!(moment("2026-11-20T14:00").unwrap().to_string(), "2026-11-20 14:00:00");
        assert_eq!(moment("2026-11-20T14:00:30").unwrap().to_string(), "2026-11-20 14:00:30");
        for text in ["2026-11-20", "2026-02-30T10:00", "+262142-12-31T10:00", "-1-01-01T10:00", ""] {
            assert!(moment(text).is_err(), "{text}");
        }
    }
}
