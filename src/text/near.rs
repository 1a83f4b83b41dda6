//! Which name was probably meant by one that is not there. Never guesses far: a few letters may have slipped, not a word.

/// Which of `names` was probably meant by `typed`: at most two slips away, and fewer than half of its letters.
pub fn nearest<'a>(typed: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = 2.min(typed.chars().count() / 2);
    names
        .into_iter()
        .map(|name| (slips(typed, name), name))
        .filter(|(slips, _)| *slips <= limit)
        .min()
        .map(|(_, name)| name)
}

/// Letters to add, leave out or change to get from one word to the other (Levenshtein 1966).
fn slips(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (above, letter) in from.chars().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], above + 1);
        for (at, other) in to.iter().enumerate() {
            let changed = diagonal + usize::from(letter != *other);
            diagonal = row[at + 1];
            row[at + 1] = changed.min(row[at] + 1).min(diagonal + 1);
        }
    }
    row[to.len()]
}
