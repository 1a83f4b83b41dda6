//! `norishiro restore`: the backups of a council, and going back to one of them.

use crate::cli::{answer::Answer, args::Restore, failure::Failure, shell::Shell};
use crate::store::{Backup, Restored};

/// Without a backup named, nothing is done but to list them.
pub fn run(shell: &Shell, asked: &Restore) -> Result<Answer, Failure> {
    let backups = shell.home.backups(&asked.council)?;
    match &asked.from {
        Some(typed) => restore(shell, &asked.council, &backups, typed),
        None => Ok(Answer::text(listed(shell, &backups))),
    }
}

fn listed(shell: &Shell, backups: &[Backup]) -> String {
    if backups.is_empty() {
        return format!("{}\n", shell.words.restore_none());
    }
    let line = |it: &Backup| format!("{}  {}\n", it.name(), it.stamp.format("%Y-%m-%d %H:%M:%S"));
    backups.iter().map(line).collect()
}

fn restore(shell: &Shell, slug: &str, backups: &[Backup], typed: &str) -> Result<Answer, Failure> {
    let words = shell.words;
    let backup = backups.iter().find(|backup| backup.name() == typed).ok_or_else(|| {
        Failure::NoSuchBackup { typed: typed.to_owned(), names: backups.iter().map(Backup::name).collect() }
    })?;
    let Restored { before, edits } = shell.home.restore(slug, backup, &shell.writer())?;
    let mut lines = vec![match edits {
        Some(0) => words.restore_same(&backup.name()),
        _ => words.restore_done(&backup.name()),
    }];
    let before = before.map(|path| words.restore_before(&path.display().to_string()));
    let is_gap = edits.is_none() && before.is_some();
    lines.extend(before);
    let notes = is_gap.then(|| words.restore_no_history().to_owned()).into_iter().collect();
    Ok(Answer { notes, ..Answer::text(lines.join("\n") + "\n") })
}
