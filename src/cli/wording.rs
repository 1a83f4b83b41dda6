//! The set phrases in force for one council of a home. Never writes them.

use crate::{
    paper::wording::{Wording, WordingError, WordingFault},
    store::{Home, Problem},
    words::{Said, Words},
};

/// The program's own phrases, with those of the home and of the council in their place. What is wrong with a file is the
/// [`Wording::fault`].
pub fn load(home: &Home, words: Words, council: Option<&str>) -> Wording {
    let mut wording = Wording::built_in(words.lang);
    match home.rewordings(words.pick("ja", "en"), council) {
        Ok(files) => {
            files.iter().for_each(|file| wording.take(&file.path.display().to_string(), &file.templates));
        }
        Err(problem) => wording.refuse(unreadable(words, &problem)),
    }
    wording
}

fn unreadable(words: Words, problem: &Problem) -> WordingError {
    let file = match problem {
        Problem::Unreadable(mistake) => mistake.path.display().to_string(),
        Problem::CannotRead { path, .. } => path.display().to_string(),
        _ => String::new(),
    };
    let Said { what, why, .. } = words.problem(problem);
    let said = [what, why].join(words.pick("", " "));
    WordingError { file, phrase: String::new(), line: None, why: WordingFault::Unreadable(said) }
}
