//! `norishiro grow`: a made-up council of a wished size, for measuring and for trying things out.

use crate::{
    cli::{
        answer::Answer,
        args::{Grow, SizeName},
        failure::Failure,
        shell::Shell,
    },
    knowledge::grown::{Size, grown},
};

/// Its next meeting is today.
pub fn run(shell: &Shell, asked: &Grow) -> Result<Answer, Failure> {
    let council = grown(asked.size.into(), asked.seed, shell.today());
    let workspace = shell.home.create(&asked.slug, &council)?;
    let folder = workspace.dir().display().to_string();
    Ok(Answer::text(shell.words.cli_made(&council.head.name, &folder, &asked.slug) + "\n"))
}

impl From<SizeName> for Size {
    fn from(name: SizeName) -> Self {
        match name {
            SizeName::S => Self::S,
            SizeName::M => Self::M,
            SizeName::L => Self::L,
        }
    }
}
