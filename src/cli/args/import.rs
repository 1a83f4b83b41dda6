//! What `norishiro import` takes: which list, from which file, and how.

use super::Json;
use clap::{Args, Subcommand};
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub enum Import {
    Roster(Table),
    Actions(Table),
    Sheet(FilledIn),
    Minutes(TypedElsewhere),
    Council(NewFrom),
}

/// A list in a spreadsheet.
#[derive(Debug, Args)]
pub struct Table {
    #[command(flatten)]
    pub list: Elsewhere,
    #[arg(long = "map", value_name = "HEADING=COLUMN")]
    pub maps: Vec<String>,
}

#[derive(Debug, Args)]
pub struct FilledIn {
    #[command(flatten)]
    pub table: Table,
    #[arg(long, value_name = "YEAR")]
    pub year: Option<String>,
    #[arg(long)]
    pub empties: bool,
}

#[derive(Debug, Args)]
pub struct TypedElsewhere {
    #[command(flatten)]
    pub list: Elsewhere,
    #[arg(long, value_name = "ID")]
    pub meeting: Option<String>,
}

/// A file to be taken in, and how.
#[derive(Debug, Args)]
pub struct Elsewhere {
    pub council: String,
    pub file: PathBuf,
    #[arg(long)]
    pub dry_run: bool,
    #[arg(long)]
    pub rest: bool,
    #[command(flatten)]
    pub json: Json,
}

/// A council made of a file.
#[derive(Debug, Args)]
pub struct NewFrom {
    pub slug: String,
    #[arg(value_name = "FILE.json")]
    pub file: PathBuf,
}
