//! `norishiro completions`: the script that lets a shell complete this command line.

use crate::{
    cli::{answer::Answer, help},
    words::Words,
};
use clap_complete::{Shell, generate};

pub fn run(words: Words, shell: Shell) -> Answer {
    let mut script = Vec::new();
    generate(shell, &mut help::command(words), "norishiro", &mut script);
    Answer::text(String::from_utf8_lossy(&script))
}
