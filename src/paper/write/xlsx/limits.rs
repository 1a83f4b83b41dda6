//! What Excel allows: names of sheets, and how long a text may be in a cell or a message.

use std::borrow::Cow;

/// Characters of a cell, of a message and of a list of choices, counted as Excel does.
pub const CELL: usize = 32_767;
pub const MESSAGE: usize = 255;
pub const CHOICES: usize = 255;

const NAME: usize = 31;

/// A name for each sheet that Excel takes, and no two alike: without `[]:*?/\` and what is hidden, at most 31 characters.
pub fn sheet_names<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut given: Vec<String> = Vec::new();
    for name in names {
        given.push(free_name(&given, name));
    }
    given
}

/// `name` as Excel takes it, with a number behind it where another sheet has it already.
pub fn free_name(taken: &[String], name: &str) -> String {
    let legal: String = name.chars().filter(|c| !c.is_control() && !r"[]:*?/\".contains(*c)).collect();
    let legal = legal.trim_matches(['\'', ' ']);
    // Excel keeps the name History for itself.
    let legal = if legal.is_empty() || same(legal, "History") { "Sheet" } else { legal };
    let numbered = (1_u32..).map(|number| {
        let tail = if number == 1 { String::new() } else { format!(" ({number})") };
        let head = within(legal, NAME - tail.len());
        head.trim_end_matches(['\'', ' ']).to_owned() + &tail
    });
    let mut free = numbered.skip_while(|name| taken.iter().any(|other| same(other, name)));
    free.next().expect("there are more numbers than sheets")
}

fn same(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

/// `text` in at most `limit` characters as Excel counts them, with an ellipsis where something was left out.
pub fn cut(text: &str, limit: usize) -> Cow<'_, str> {
    if length(text) <= limit {
        return Cow::Borrowed(text);
    }
    Cow::Owned(within(text, limit - 1).to_owned() + "…")
}

/// Excel counts the units of UTF-16.
pub fn length(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

fn within(text: &str, limit: usize) -> &str {
    let mut used = 0;
    let end = text.char_indices().find(|(_, c)| {
        used += c.len_utf16();
        used > limit
    });
    end.map_or(text, |(at, _)| &text[..at])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_legal_and_differ() {
        let long = "名".repeat(40);
        let names = ["宿題/一覧", "宿題一覧", "", "'history'", &long, &long, "A\u{1b}[B]", "a[b"];
        let given = sheet_names(names.into_iter());
        assert_eq!(given[..4], ["宿題一覧", "宿題一覧 (2)", "Sheet", "Sheet (2)"]);
        assert_eq!(given[4], "名".repeat(31));
        assert_eq!(given[5], "名".repeat(27) + " (2)");
        assert_eq!(given[6..], ["AB", "ab (2)"]);
    }

    #[test]
    fn letters_beyond_the_first_plane_count_twice() {
        assert_eq!(cut("𠮷𠮷", 4), "𠮷𠮷");
        assert_eq!(cut("𠮷𠮷", 3), "𠮷…");
        assert_eq!(length("𠮷a"), 3);
    }
}
