//! `norishiro import council`: a new council from a document of our own schema (docs/json.md). Never over one that is there.

use crate::{
    cli::{answer::Answer, args::NewFrom, commands::check, failure::Failure, input, shell::Shell},
    paper::everything,
    store,
};

/// What does not hold in it, such as a link that leads nowhere, is told as `check` tells it: exit code 1.
pub fn run(shell: &Shell, asked: &NewFrom) -> Result<Answer, Failure> {
    let text = input::read(&asked.file)?;
    let council = everything::read(&text)
        .map_err(|why| Failure::NoCouncil { path: asked.file.display().to_string(), why })?;
    let workspace = shell.home.create(&asked.slug, &council)?;
    let folder = workspace.dir().display().to_string();
    let said = shell.words.cli_made(&council.head.name, &folder, &asked.slug) + "\n";
    let findings = store::check(&shell.home, Some(&asked.slug));
    let found = findings.iter().any(|finding| !finding.kind.is_warning());
    let notes = findings.iter().map(|finding| check::said(shell, finding)).collect();
    Ok(Answer { notes, found, ..Answer::text(said) })
}
