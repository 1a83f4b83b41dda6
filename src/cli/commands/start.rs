//! `norishiro` alone: the only council, else the choice of councils, or with none yet the way to make the first.

use super::open;
use crate::cli::{
    answer::Answer,
    failure::Failure,
    shell::{self, Shell},
};

pub fn run(shell: &Shell) -> Result<Answer, Failure> {
    shell::require_terminal()?;
    match shell.home.list()?.as_slice() {
        [only] => open::run(shell, &only.slug),
        _ => open::ended(shell, shell.home.root(), shell.screen(shell.home.clone(), None, false)?),
    }
}
