//! `s/old/new/`: what was written wrong and what should stand there. Looks for nothing and corrects nothing.

use super::marks::is_backslash;
use crate::domain::decide::said::Said;

/// Reads a correction. The slash at the end may be missing; `\/` is a slash of the text.
pub(super) fn read(line: &str) -> Option<Said> {
    let rest = line.strip_prefix(['s', 'ｓ'])?;
    let slash = rest.chars().next().filter(|c| matches!(c, '/' | '／'))?;
    let (old, rest) = until(&rest[slash.len_utf8()..], slash);
    let (new, rest) = until(rest?, slash);
    let over = rest.is_none_or(|rest| rest.trim().is_empty());
    (over && !old.trim().is_empty()).then_some(Said::Correction { old, new })
}

/// The text up to the next slash that is not escaped, and what follows that slash.
fn until(text: &str, slash: char) -> (String, Option<&str>) {
    let mut part = String::new();
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        if letter == slash {
            return (part, Some(&text[at + slash.len_utf8()..]));
        }
        let escaped = letters.next_if(|(_, next)| is_backslash(letter) && *next == slash);
        part.push(escaped.map_or(letter, |(_, slash)| slash));
    }
    (part, None)
}
