//! `norishiro demo`: a complete sample council in a home that is gone afterwards.

use crate::{
    cli::{
        answer::Answer,
        failure::Failure,
        shell::{self, Shell},
    },
    knowledge::samples,
    store::Home,
};

const SLUG: &str = "toyokawa";

pub fn run(shell: &Shell) -> Result<Answer, Failure> {
    shell::require_terminal()?;
    let folder = tempfile::Builder::new().prefix("norishiro-demo-").tempdir();
    let folder = folder
        .map_err(|error| Failure::CannotWrite { path: std::env::temp_dir().display().to_string(), error })?;
    let home = Home::at(folder.path());
    let workspace = home.plant(SLUG, samples::toyokawa())?;
    let end = shell.screen(home, Some((SLUG.to_owned(), workspace)), true)?;
    Ok(Answer::text(shell.words.cli_demo_over(end.saved) + "\n"))
}
