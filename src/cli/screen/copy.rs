//! A copy of a council in another folder, for when its own cannot be written to. Never over anything that is there.

use crate::{
    app::save::Copied,
    domain::Council,
    store::{Home, Problem},
};
use std::path::{Path, PathBuf};

/// The folder that was written: `~/…` in the user's own folder, and what is not whole from where the program was started.
pub fn folder(written: &str, own: Option<&Path>, started_in: &Path) -> PathBuf {
    match (written.strip_prefix('~'), own) {
        (Some(rest), Some(own)) if rest.is_empty() || rest.starts_with('/') => {
            own.join(rest.trim_start_matches('/'))
        }
        _ => started_in.join(written),
    }
}

/// Makes a council in the home at `to`, under its own name or the next with a number that is free.
///
/// # Errors
/// [`Problem::CannotWrite`] or [`Problem::CannotRead`] of that home.
pub fn save(to: PathBuf, slug: &str, council: &Council, seq: u64) -> Result<Copied, Problem> {
    let home = Home::at(to);
    let mut names = names(slug);
    let slug = loop {
        let name = names.next().unwrap_or_default();
        match home.create(&name, council) {
            Ok(_) => break name,
            Err(Problem::SlugTaken { .. }) => {}
            Err(problem) => return Err(problem),
        }
    };
    Ok(Copied { home: home.root().display().to_string(), slug, seq, left_out: 0 })
}

/// The name and the ones with a number, cut so that the number fits a slug of 40 characters.
fn names(slug: &str) -> impl Iterator<Item = String> {
    let numbered = (2..).map(move |n: u32| {
        let number = n.to_string();
        let stem = slug.get(..slug.len().min(39 - number.len())).unwrap_or(slug);
        format!("{}-{number}", stem.trim_end_matches('-'))
    });
    std::iter::once(slug.to_owned()).chain(numbered)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Head, council::is_slug};

    #[test]
    fn a_folder_is_where_the_user_means_it() {
        let meant = |written| folder(written, Some(Path::new("/home/own")), Path::new("/work"));
        assert_eq!(meant("/media/usb"), Path::new("/media/usb"));
        assert_eq!(meant("usb/copy"), Path::new("/work/usb/copy"));
        assert_eq!(meant("~"), Path::new("/home/own"));
        assert_eq!(meant("~/copy"), Path::new("/home/own/copy"));
        assert_eq!(meant("~other"), Path::new("/work/~other"));
        assert_eq!(folder("~/copy", None, Path::new("/work")), Path::new("/work/~/copy"));
    }

    #[test]
    fn every_name_of_a_copy_is_a_slug_and_another() {
        for slug in ["pt", &"a".repeat(40), &format!("{}-b", "a".repeat(36))] {
            let names: Vec<String> = names(slug).take(120).collect();
            assert!(names.iter().all(|name| is_slug(name)), "{names:?}");
            assert_eq!(names.iter().collect::<std::collections::BTreeSet<_>>().len(), 120);
        }
        assert_eq!(names("pt").nth(1).as_deref(), Some("pt-2"));
    }

    #[test]
    fn a_copy_is_private_opens_as_it_was_and_never_goes_over_another() {
        let outside = tempfile::tempdir().unwrap();
        let to = outside.path().join("copies");
        let mut council = Council::new(Head::new("協議会"));
        save(to.clone(), "pt", &council, 3).unwrap();
        council.head.aim = "あとで".to_owned();
        let second = save(to.clone(), "pt", &council, 4).unwrap();
        assert_eq!((second.slug.as_str(), second.seq), ("pt-2", 4));
        let home = Home::at(&to);
        assert_eq!(home.open("pt").unwrap().council().head.aim, "");
        assert_eq!(home.open("pt-2").unwrap().council(), &council);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o777;
            assert_eq!((mode(&to), mode(&to.join("councils/pt/council.ron"))), (0o700, 0o600));
        }
    }
}
