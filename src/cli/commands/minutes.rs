//! `norishiro minutes`: the minutes of a meeting as a paper.

use crate::{
    cli::{
        answer::Answer,
        args::{Minutes, PaperFormat},
        failure::Failure,
        shell::Shell,
    },
    domain::Refusal,
    paper::{self, Options, markdown, plain},
};
use std::fs;

pub fn run(shell: &Shell, asked: &Minutes) -> Result<Answer, Failure> {
    let mut open = shell.open(&asked.council)?;
    let id = open.meeting_to_read(asked.meeting.as_deref())?.id.clone();
    let meeting = open.council().meetings.get(&id).ok_or(Refusal::NotFound)?;
    let document = paper::minutes(open.council(), meeting, shell.words, Options::default());
    let document = document.ok_or(Refusal::NotFound)?;
    let text = match asked.format {
        PaperFormat::Md => markdown::write(&document),
        PaperFormat::Txt => plain::write(&document),
    };
    let Some(file) = &asked.output else { return Ok(Answer::text(text)) };
    let path = file.display().to_string();
    match fs::write(file, text) {
        Ok(()) => Ok(Answer::text(shell.words.cli_written(&path) + "\n")),
        Err(error) => Err(Failure::CannotWrite { path, error }),
    }
}
