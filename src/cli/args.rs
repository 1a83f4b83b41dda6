//! The command line as types. What each part is for is said by `help.rs`, in the user's language.

mod import;
mod papers;

pub use import::{Elsewhere, FilledIn, Import, NewFrom, Table, TypedElsewhere};
pub use papers::{Minutes, Paper, Wording};

use super::settings::{AmbiguousName, LangName, ThemeName};
use crate::paper::Format;
use chrono::NaiveDateTime;
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

#[derive(Debug, Parser)]
#[command(
    name = "norishiro",
    version,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true
)]
pub struct Line {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Option<Command>,
}

#[derive(Debug, Args)]
pub struct Global {
    #[arg(long, global = true, value_name = "DIR")]
    pub home: Option<PathBuf>,
    #[arg(long, global = true, value_name = "ja|en")]
    pub lang: Option<LangName>,
    #[arg(long, global = true, value_name = "auto|dark|light")]
    pub theme: Option<ThemeName>,
    #[arg(long, global = true, value_name = "auto|narrow|wide")]
    pub ambiguous: Option<AmbiguousName>,
    #[arg(long, global = true, hide = true, value_parser = super::settings::moment)]
    pub now: Option<NaiveDateTime>,
    #[arg(short, long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    Demo,
    Open(Open),
    New(New),
    List(Json),
    Meeting(Meeting),
    #[command(subcommand, arg_required_else_help = false)]
    Import(Import),
    Capture(Capture),
    Record(Record),
    Search(Search),
    Minutes(Minutes),
    Paper(Paper),
    Actions(Actions),
    Board(Board),
    Points(Points),
    Cases(Cases),
    Models(Models),
    Templates(Templates),
    Forms(Forms),
    Wording(Wording),
    Indicators(Indicators),
    Sheet(Sheet),
    Escalations(Escalations),
    Raise(Raise),
    Answer(Answer),
    Withdraw(Withdraw),
    Assessments(Assessments),
    Partners(Partners),
    Next(Next),
    History(History),
    Restore(Restore),
    Check(Check),
    Schema,
    Completions(Completions),
    /// For measuring and trying out; see CONTRIBUTING.md.
    #[command(hide = true)]
    Grow(Grow),
}

#[derive(Debug, Args)]
pub struct Open {
    pub council: String,
}

#[derive(Debug, Args)]
pub struct New {
    pub slug: String,
    #[arg(long)]
    pub name: String,
    #[arg(long, value_name = "KEY", default_value = "blank")]
    pub template: String,
}

#[derive(Clone, Copy, Debug, Args)]
pub struct Json {
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Meeting {
    pub council: String,
    #[command(subcommand)]
    pub step: Step,
}

#[derive(Debug, Subcommand)]
pub enum Step {
    Add(Plan),
    List(Json),
    Start(Named),
    Close(Named),
}

#[derive(Debug, Args)]
pub struct Plan {
    #[arg(long)]
    pub date: String,
    #[arg(long, value_name = "TIME")]
    pub start: String,
    #[arg(long, value_name = "TIME")]
    pub end: String,
    #[arg(long, default_value = "")]
    pub place: String,
    #[command(flatten)]
    pub json: Json,
}

#[derive(Debug, Args)]
pub struct Named {
    #[arg(value_name = "ID")]
    pub meeting: String,
    #[command(flatten)]
    pub json: Json,
}

#[derive(Debug, Args)]
pub struct Capture {
    pub council: String,
    #[arg(long, value_name = "ID")]
    pub meeting: Option<String>,
    #[arg(default_value = "-")]
    pub file: PathBuf,
    #[command(flatten)]
    pub json: Json,
}

#[derive(Debug, Args)]
pub struct Record {
    pub council: String,
    #[arg(long, value_name = "ID")]
    pub meeting: Option<String>,
    #[command(flatten)]
    pub json: Json,
}

#[derive(Debug, Args)]
pub struct Search {
    pub council: String,
    #[arg(required = true, value_name = "WORD")]
    pub words: Vec<String>,
    #[command(flatten)]
    pub json: Json,
}

#[derive(Debug, Args)]
pub struct Actions {
    pub council: String,
    #[arg(long, group = "which")]
    pub open: bool,
    #[arg(long, group = "which")]
    pub overdue: bool,
    #[arg(long, group = "which")]
    pub done_since_last: bool,
    #[arg(long, value_name = "NAME")]
    pub owner: Option<String>,
    #[command(flatten)]
    pub json: Json,
    /// The list as a paper.
    #[arg(long, conflicts_with_all = ["done_since_last", "json"])]
    pub format: Option<Format>,
    #[arg(short, long, value_name = "FILE", requires = "format")]
    pub output: Option<PathBuf>,
    #[arg(long, requires = "format")]
    pub overwrite: bool,
}

#[derive(Debug, Args)]
pub struct Board {
    pub council: String,
    #[arg(long, value_name = "N", group = "which")]
    pub point: Option<String>,
    #[arg(long, value_name = "NAME", group = "which")]
    pub lens: Option<String>,
    #[arg(long, group = "which")]
    pub strengths: bool,
    #[arg(long, group = "which")]
    pub trail: bool,
    #[command(flatten)]
    pub json: Json,
}

#[derive(Debug, Args)]
pub struct Points {
    #[arg(value_name = "N")]
    pub point: Option<String>,
    #[command(flatten)]
    pub json: Json,
}

#[derive(Debug, Args)]
pub struct Cases {
    #[arg(value_name = "NAME", conflicts_with_all = ["point", "place"])]
    pub case: Option<String>,
    #[arg(long, value_name = "N")]
    pub point: Option<String>,
    #[arg(long, value_name = "PLACE")]
    pub place: Option<String>,
    #[command(flatten)]
    pub json: Json,
}

#[derive(Debug, Args)]
pub struct Models {
    #[arg(value_name = "NAME")]
    pub model: Option<String>,
    #[command(flatten)]
    pub json: Json,
}

#[derive(Debug, Args)]
pub struct Templates {
    #[arg(value_name = "KEY")]
    pub template: Option<String>,
    #[command(flatten)]
    pub json: Json,
}

#[derive(Debug, Args)]
pub struct Forms {
    #[arg(value_name = "KEY")]
    pub form: Option<String>,
    #[command(flatten)]
    pub json: Json,
}

#[derive(Debug, Args)]
pub struct Indicators {
    pub council: String,
    #[arg(long, value_name = "N")]
    pub point: Option<String>,
    #[command(flatten)]
    pub json: Json,
}

#[derive(Debug, Args)]
pub struct Sheet {
    pub council: String,
    #[arg(long, value_name = "YEAR")]
    pub year: Option<String>,
    #[command(flatten)]
    pub json: Json,
}

#[derive(Debug, Args)]
pub struct Escalations {
    pub council: String,
    #[command(flatten)]
    pub json: Json,
}

#[derive(Debug, Args)]
pub struct Raise {
    pub council: String,
    pub text: String,
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub why: String,
    #[arg(long, value_name = "N")]
    pub point: Vec<String>,
    #[arg(long, value_name = "PARENT")]
    pub to: Option<String>,
    #[command(flatten)]
    pub json: Json,
}

#[derive(Debug, Args)]
pub struct Answer {
    pub council: String,
    #[arg(value_name = "ISSUE")]
    pub escalation: String,
    #[arg(required_unless_present = "considered")]
    pub text: Option<String>,
    #[arg(long, conflicts_with = "text")]
    pub considered: bool,
    #[command(flatten)]
    pub json: Json,
}

#[derive(Debug, Args)]
pub struct Withdraw {
    pub council: String,
    #[arg(value_name = "ISSUE")]
    pub escalation: String,
    #[command(flatten)]
    pub json: Json,
}

#[derive(Debug, Args)]
pub struct Assessments {
    pub council: String,
    #[arg(value_name = "DATE")]
    pub date: Option<String>,
    #[command(flatten)]
    pub json: Json,
}

#[derive(Debug, Args)]
pub struct Partners {
    pub council: String,
    #[arg(value_name = "NAME")]
    pub organisation: Option<String>,
    #[command(flatten)]
    pub json: Json,
}

#[derive(Debug, Args)]
pub struct Next {
    pub council: String,
    #[arg(long, value_name = "N")]
    pub accept: Option<usize>,
    #[command(flatten)]
    pub json: Json,
}

#[derive(Debug, Args)]
pub struct History {
    pub council: String,
    #[arg(long, value_name = "TIME", conflicts_with = "record")]
    pub at: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub record: Option<String>,
    #[arg(short, long, value_name = "DIR", requires = "at")]
    pub output: Option<PathBuf>,
    #[command(flatten)]
    pub json: Json,
}

#[derive(Debug, Args)]
pub struct Restore {
    pub council: String,
    #[arg(long, conflicts_with = "from")]
    pub list: bool,
    #[arg(long, value_name = "STAMP")]
    pub from: Option<String>,
}

#[derive(Debug, Args)]
pub struct Check {
    pub council: Option<String>,
    #[arg(long, requires = "council")]
    pub repair: bool,
    #[command(flatten)]
    pub json: Json,
}

#[derive(Debug, Args)]
pub struct Completions {
    pub shell: clap_complete::Shell,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum SizeName {
    S,
    M,
    L,
}

#[derive(Debug, Args)]
pub struct Grow {
    pub slug: String,
    #[arg(long, value_name = "s|m|l")]
    pub size: SizeName,
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
}
