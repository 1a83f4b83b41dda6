//! `norishiro open`: a council on the screen.

use crate::cli::{
    answer::Answer,
    failure::Failure,
    screen::End,
    shell::{self, Shell},
};
use std::path::Path;

pub fn run(shell: &Shell, slug: &str) -> Result<Answer, Failure> {
    shell::require_terminal()?;
    let workspace = shell.home.look(slug)?;
    let folder = workspace.dir().to_owned();
    let end = shell.screen(shell.home.clone(), Some((slug.to_owned(), workspace)), false)?;
    ended(shell, &folder, end)
}

/// What a session on the screen left behind.
pub fn ended(shell: &Shell, folder: &Path, end: End) -> Result<Answer, Failure> {
    let folder = folder.display().to_string();
    let said = match end.saved {
        0 => shell.words.cli_no_changes(&folder),
        saved => shell.words.cli_saved(saved, &folder),
    };
    let notes = if end.lost > 0 {
        vec![Failure::Lost(end.lost, end.copied).message(shell.words, shell.ruler())]
    } else {
        Vec::new()
    };
    Ok(Answer { notes, found: end.lost > 0, ..Answer::text(said + "\n") })
}
