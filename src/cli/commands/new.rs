//! `norishiro new`: a council from a template.

use crate::{
    cli::{
        answer::Answer,
        args::New,
        failure::Failure,
        shell::{self, Shell},
    },
    domain::Refusal,
    knowledge::templates::{template, templates},
    text::clean::clean_line,
};

pub fn run(shell: &Shell, asked: &New) -> Result<Answer, Failure> {
    let template = template(&asked.template).ok_or_else(|| Failure::NoSuchTemplate {
        typed: asked.template.clone(),
        keys: templates().iter().map(|template| template.key).collect(),
    })?;
    let name = clean_line(&asked.name);
    if name.trim().is_empty() {
        return Err(Failure::Refusal(Refusal::Empty));
    }
    let council = template.council(name.trim(), shell.words.lang, &mut shell::mint());
    let workspace = shell.home.create(&asked.slug, &council)?;
    let folder = workspace.dir().display().to_string();
    Ok(Answer::text(shell.words.cli_made(name.trim(), &folder, &asked.slug) + "\n"))
}
