//! The arguments of the commands that make papers. Never knows what stands in one.

use super::Json;
use crate::paper::{Arrange, Encoding, Format, Kind, Names};
use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub struct Minutes {
    pub council: String,
    #[arg(long, value_name = "ID")]
    pub meeting: Option<String>,
    #[arg(long, default_value = "md")]
    pub format: Format,
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[arg(long)]
    pub overwrite: bool,
    #[arg(long)]
    pub verbatim: bool,
    #[arg(long, value_name = "full|office|letters|none", default_value = "full")]
    pub names: Names,
    #[arg(long, group = "life")]
    pub check: bool,
    #[arg(long, group = "life")]
    pub finalise: bool,
    #[arg(long, requires = "finalise")]
    pub anyway: bool,
    #[arg(long, value_name = "REASON", group = "life")]
    pub reopen: Option<String>,
}

/// A paper of any kind; what a kind has no use for, it passes over.
#[derive(Debug, Args)]
pub struct Paper {
    pub kind: Kind,
    pub council: String,
    #[arg(long, value_name = "ID")]
    pub meeting: Option<String>,
    #[arg(long, value_name = "YEAR")]
    pub year: Option<String>,
    #[arg(long)]
    pub format: Option<Format>,
    #[arg(long, value_name = "full|office|letters|none", default_value = "full")]
    pub names: Names,
    #[arg(long)]
    pub verbatim: bool,
    #[arg(long)]
    pub times: bool,
    #[arg(long, value_name = "office|class|organisation", default_value = "office")]
    pub by: Arrange,
    #[arg(long, group = "which")]
    pub all: bool,
    #[arg(long, group = "which")]
    pub overdue: bool,
    #[arg(long, value_name = "NAME", group = "which")]
    pub owner: Option<String>,
    #[arg(long, value_name = "utf8|cp932", default_value = "utf8")]
    pub encoding: Encoding,
    #[arg(long, value_name = "a4|a3", default_value = "a4")]
    pub size: crate::paper::Sheet,
    #[arg(long)]
    pub off_record: bool,
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[arg(long)]
    pub overwrite: bool,
}

#[derive(Debug, Args)]
pub struct Wording {
    pub council: Option<String>,
    #[arg(long, conflicts_with_all = ["council", "json"])]
    pub write: bool,
    #[command(flatten)]
    pub json: Json,
}
