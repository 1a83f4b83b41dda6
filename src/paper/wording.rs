//! The set phrases of papers: greetings, how a meeting is opened and closed, how the chair gives the floor. Templates that an office can
//! make its own.
//!
//! A template puts values in (`{{ council }}`) and asks for them (`{% if chair %} … {% endif %}`), and nothing else: it cannot loop, grow or
//! read anything. Never fills in what the council does not know.

use crate::{
    knowledge::phrases::{PhraseData, phrases},
    text::near::nearest,
    words::{Lang, Words},
};
use minijinja::{Environment, ErrorKind, UndefinedBehavior, value::Value};
use std::collections::BTreeMap;

/// A set phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phrase {
    NoticeAddressee,
    NoticeSubject,
    NoticeGreeting,
    NoticeBody,
    NoticeReply,
    NoticeBring,
    AgendaOpening,
    AgendaItems,
    AgendaClosing,
    MinutesOpening,
    MinutesFloor,
    MinutesClosing,
    MinutesSigning,
    SummaryOpening,
    SummaryClosing,
    NewsGreeting,
    NewsClosing,
    ReportOpening,
    HandoverOpening,
}

/// The phrases in force: the program's own, the home's in place of these, and the council's in place of both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    lang: Lang,
    /// In the order of [`Phrase::ALL`].
    texts: Vec<Worded>,
    fault: Option<Box<WordingError>>,
}

/// A phrase as it is in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worded {
    pub template: String,
    /// The file it comes from; empty for the program's own.
    pub file: String,
}

/// A template that does not work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordingError {
    /// The file it stands in; empty for the program's own.
    pub file: String,
    /// The phrase it is of; empty where the file as a whole cannot be read.
    pub phrase: String,
    /// Counted from 1, within the template.
    pub line: Option<usize>,
    pub why: WordingFault,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WordingFault {
    /// The file cannot be read, as whoever read it says.
    Unreadable(String),
    /// No paper has a phrase of this name.
    NoSuchPhrase { nearest: Option<&'static str> },
    /// The phrase has no such value; those it has.
    NoSuchValue { name: String, nearest: Option<&'static str>, values: &'static [&'static str] },
    /// A tag that is not `if`, `elif`, `else` or `endif`, or a multiplication.
    NotAllowed(String),
    /// Longer than [`LONGEST`] characters.
    TooLong,
    /// The template engine's own words.
    Template(String),
}

/// Characters in a template.
pub const LONGEST: usize = 4000;

/// Steps a template may take. One of [`LONGEST`] characters takes a fraction of them.
const FUEL: u64 = 20_000;

/// The tags of the syntax.
const TAGS: [&str; 4] = ["if", "elif", "else", "endif"];

impl Phrase {
    pub const ALL: [Self; 19] = [
        Self::NoticeAddressee,
        Self::NoticeSubject,
        Self::NoticeGreeting,
        Self::NoticeBody,
        Self::NoticeReply,
        Self::NoticeBring,
        Self::AgendaOpening,
        Self::AgendaItems,
        Self::AgendaClosing,
        Self::MinutesOpening,
        Self::MinutesFloor,
        Self::MinutesClosing,
        Self::MinutesSigning,
        Self::SummaryOpening,
        Self::SummaryClosing,
        Self::NewsGreeting,
        Self::NewsClosing,
        Self::ReportOpening,
        Self::HandoverOpening,
    ];

    /// What the phrase is for, its values and its text: the data stands in the order of [`Phrase::ALL`].
    pub fn data(self) -> &'static PhraseData {
        &phrases()[self as usize]
    }

    fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|phrase| phrase.data().key == key)
    }
}

impl Wording {
    /// The phrases that come with the program.
    pub fn built_in(lang: Lang) -> Self {
        let own = |phrase: Phrase| Worded {
            template: phrase.data().text.pick(lang).to_owned(),
            file: String::new(),
        };
        Self { lang, texts: Phrase::ALL.map(own).to_vec(), fault: None }
    }

    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// What is wrong with a file that was taken in. Until it is put right no phrase is said, so that no paper goes out half in the office's
    /// words.
    pub fn fault(&self) -> Option<&WordingError> {
        self.fault.as_deref()
    }

    /// The phrase in force, before anything is put in.
    pub fn worded(&self, phrase: Phrase) -> &Worded {
        &self.texts[phrase as usize]
    }

    /// Takes the phrases of a file in place of what was there; one that does not work becomes the [`Wording::fault`].
    pub fn take(&mut self, file: &str, templates: &BTreeMap<String, String>) {
        for (key, template) in templates {
            match checked(key, template) {
                Ok(phrase) => {
                    self.texts[phrase as usize] =
                        Worded { template: template.clone(), file: file.to_owned() };
                }
                Err((line, why)) => {
                    self.refuse(WordingError { file: file.to_owned(), phrase: key.clone(), line, why })
                }
            }
        }
    }

    /// The first fault is the one that is told.
    pub fn refuse(&mut self, fault: WordingError) {
        self.fault.get_or_insert_with(|| Box::new(fault));
    }

    /// The phrase with its values put in; without blank ends.
    ///
    /// # Errors
    /// The [`Wording::fault`], or the template does not work with these values.
    pub fn say(&self, phrase: Phrase, values: &[(&str, &str)]) -> Result<String, WordingError> {
        if let Some(fault) = &self.fault {
            return Err(WordingError::clone(fault));
        }
        let worded = self.worded(phrase);
        fill(&worded.template, values).map(|said| said.trim_end().to_owned()).map_err(|(line, why)| {
            WordingError { file: worded.file.clone(), phrase: phrase.data().key.to_owned(), line, why }
        })
    }
}

impl WordingError {
    /// Which file and phrase it is, the line, and what is wrong.
    pub fn said(&self, words: Words) -> String {
        let list = |names: &[&str]| names.join(words.pick("、", ", "));
        let meant = |name: Option<&str>| name.map(|name| words.wording_meant(name)).unwrap_or_default();
        let why = match &self.why {
            WordingFault::Unreadable(said) => return words.wording_bad_file(&self.file, said),
            WordingFault::NoSuchPhrase { nearest: None } => words.wording_no_phrase().to_owned(),
            WordingFault::NoSuchPhrase { nearest } => meant(*nearest),
            WordingFault::NoSuchValue { name, nearest, values } => {
                let said = words.wording_no_value(name, &list(values));
                [said, meant(*nearest)].join(words.pick("", " ")).trim_end().to_owned()
            }
            WordingFault::NotAllowed(what) => words.wording_not_allowed(what),
            WordingFault::TooLong => words.wording_too_long(LONGEST),
            WordingFault::Template(said) => words.wording_template(said),
        };
        let file = if self.file.is_empty() { words.wording_own() } else { &self.file };
        match self.line {
            Some(line) => words.wording_bad_line(file, &self.phrase, line, &why),
            None => words.wording_bad_phrase(file, &self.phrase, &why),
        }
    }
}

type Fault = (Option<usize>, WordingFault);

/// The phrase a template is for, once it is known to work with values and without.
fn checked(key: &str, template: &str) -> Result<Phrase, Fault> {
    let keys = || phrases().iter().map(|it| it.key);
    let phrase = Phrase::of_key(key)
        .ok_or_else(|| (None, WordingFault::NoSuchPhrase { nearest: nearest(key, keys()) }))?;
    if template.chars().count() > LONGEST {
        return Err((None, WordingFault::TooLong));
    }
    only_simple(template)?;
    let data = phrase.data();
    known_values(template, &data.values)?;
    for filler in ["1", ""] {
        let values: Vec<(&str, &str)> = data.values.iter().map(|name| (*name, filler)).collect();
        fill(template, &values)?;
    }
    Ok(phrase)
}

/// Loops, assignments and repetitions are none of the syntax: what is short stays short.
fn only_simple(template: &str) -> Result<(), Fault> {
    for (at, _) in template.match_indices("{%").chain(template.match_indices("{{")) {
        let inside = inside(&template[at + 2..]);
        let first = inside.trim_start_matches(['-', '+']).split_whitespace().next().unwrap_or_default();
        let first = first.split(['-', '+', '(']).next().unwrap_or_default();
        let refused = if inside.contains('*') {
            Some("*")
        } else if template[at..].starts_with("{%") && !TAGS.contains(&first) {
            Some(first)
        } else {
            None
        };
        if let Some(refused) = refused {
            let line = template[..at].matches('\n').count() + 1;
            return Err((Some(line), WordingFault::NotAllowed(refused.to_owned())));
        }
    }
    Ok(())
}

/// Up to the end of the tag, which does not stand in quotes.
fn inside(after: &str) -> &str {
    let (mut quote, mut escaped) = (None, false);
    for (at, c) in after.char_indices() {
        match quote {
            None if after[at..].starts_with("%}") || after[at..].starts_with("}}") => return &after[..at],
            None if c == '"' || c == '\'' => quote = Some(c),
            Some(open) if c == open && !escaped => quote = None,
            _ => {}
        }
        escaped = c == '\\' && !escaped;
    }
    after
}

fn known_values(template: &str, values: &'static [&'static str]) -> Result<(), Fault> {
    let engine = engine();
    let parsed = engine.template_from_str(template).map_err(|error| fault(&error))?;
    let unknown = parsed.undeclared_variables(false).into_iter().filter(|it| !values.contains(&it.as_str()));
    match unknown.min() {
        None => Ok(()),
        Some(name) => {
            let line = template.find(&name).map(|at| template[..at].matches('\n').count() + 1);
            let nearest = nearest(&name, values.iter().copied());
            Err((line, WordingFault::NoSuchValue { name, nearest, values }))
        }
    }
}

fn fill(template: &str, values: &[(&str, &str)]) -> Result<String, Fault> {
    let values = Value::from_pairs(values.iter().copied());
    let rendered = engine().template_from_str(template).and_then(|template| template.render(values));
    rendered.map_err(|error| fault(&error))
}

/// Without filters, functions, files or escapes: what is made is plain text.
fn engine() -> Environment<'static> {
    let mut engine = Environment::empty();
    engine.set_undefined_behavior(UndefinedBehavior::Strict);
    engine.set_fuel(Some(FUEL));
    engine
}

fn fault(error: &minijinja::Error) -> Fault {
    let said = match error.detail() {
        Some(detail) if error.kind() == ErrorKind::SyntaxError => detail.to_owned(),
        Some(detail) => format!("{}: {detail}", error.kind()),
        None => error.kind().to_string(),
    };
    (error.line(), WordingFault::Template(said))
}

#[cfg(test)]
mod tests;
