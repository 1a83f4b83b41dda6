//! `norishiro new`: a council from a template.

use crate::{
    cli::{
        answer::Answer,
        args::New,
        commands::templates,
        failure::Failure,
        shell::{self, Shell},
    },
    domain::Refusal,
    text::clean::clean_line,
};

pub fn run(shell: &Shell, asked: &New) -> Result<Answer, Failure> {
    let template = templates::named(&asked.template)?;
    let name = clean_line(&asked.name);
    if name.trim().is_empty() {
        return Err(Failure::Refusal(Refusal::Empty));
    }
    let council = template.council(name.trim(), shell.words.lang, &mut shell::mint());
    let workspace = shell.home.create(&asked.slug, &council)?;
    let folder = workspace.dir().display().to_string();
    Ok(Answer::text(shell.words.cli_made(name.trim(), &folder, &asked.slug) + "\n"))
}
