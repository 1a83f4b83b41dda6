//! Rust source as the rules see it: without comments, literals and test code, as paths and words with their lines.
//! Knows just enough of the language for the files of this crate; it is no parser.

/// A file of `src/`.
pub struct Source {
    /// From the root of the crate, with slashes: `src/app/model.rs`.
    pub file: String,
    pub text: String,
    /// The text with comments, literals and test code blanked out, line by line as it was.
    pub code: String,
}

impl Source {
    pub fn new(file: String, text: String) -> Self {
        let code = without_tests(&without_words(&text));
        Self { file, text, code }
    }

    /// The module the file is: `app::model`. Empty for `lib.rs` and `main.rs`.
    pub fn module(&self) -> String {
        let path = self.file.trim_start_matches("src/").trim_end_matches(".rs");
        match path {
            "lib" | "main" => String::new(),
            _ => path.trim_end_matches("/mod").replace('/', "::"),
        }
    }

    pub fn is_test(&self) -> bool {
        self.file.ends_with("/tests.rs") || self.file.contains("/tests/")
    }

    /// Every path in the code with its line, `use` trees spelt out: `use a::{b, c::d}` is `a::b` and `a::c::d`.
    pub fn paths(&self) -> Vec<(usize, String)> {
        let tokens = tokens(&self.code);
        let mut paths = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            at = read_path(&tokens, at, "", &mut paths).max(at + 1);
        }
        paths
    }

    /// How many lines each function has, with its name and first line.
    pub fn functions(&self) -> Vec<(usize, String, usize)> {
        let tokens = tokens(&self.code);
        let named =
            tokens.windows(2).enumerate().filter(|(_, pair)| pair[0].text == "fn" && pair[1].is_name());
        let function = |(at, pair): (usize, &[Token<'_>])| {
            let body = (at..tokens.len()).find(|&at| matches!(tokens[at].text, "{" | ";"))?;
            let end = closing(&tokens, body)?;
            Some((pair[0].line, pair[1].text.to_owned(), tokens[end].line - pair[0].line + 1))
        };
        named.filter_map(function).collect()
    }
}

/// A name, `::`, or one other sign.
#[derive(Clone, Copy)]
struct Token<'a> {
    text: &'a str,
    line: usize,
}

impl Token<'_> {
    fn is_name(self) -> bool {
        self.text.starts_with(|c: char| c.is_alphabetic() || c == '_')
    }
}

fn tokens(code: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    for (line, text) in code.lines().enumerate() {
        let mut rest = text.trim_start();
        while let Some(first) = rest.chars().next() {
            let name = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
            let length = match name {
                0 if rest.starts_with("::") => 2,
                0 => first.len_utf8(),
                name => name,
            };
            let (text, after) = rest.split_at(length);
            tokens.push(Token { text, line: line + 1 });
            rest = after.trim_start();
        }
    }
    tokens
}

/// Reads the path or tree that begins at `at`, and returns where it ends.
fn read_path(tokens: &[Token<'_>], at: usize, before: &str, paths: &mut Vec<(usize, String)>) -> usize {
    let text = |at: usize| tokens.get(at).map_or("", |token| token.text);
    match tokens.get(at) {
        Some(token) if token.is_name() => {
            let path =
                if before.is_empty() { token.text.to_owned() } else { format!("{before}::{}", token.text) };
            // `crate::` in a macro is `$crate::`, which reads the same; `<T as A>::b` begins anew at b.
            if text(at + 1) == "::" && text(at + 2) != "<" {
                return read_path(tokens, at + 2, &path, paths);
            }
            if path.contains("::") {
                paths.push((token.line, path));
            }
            at + 1
        }
        Some(token) if token.text == "{" && !before.is_empty() => {
            let mut at = at + 1;
            while at < tokens.len() && text(at) != "}" {
                let is_rename = text(at) == "as";
                at = if is_rename { at + 2 } else { read_path(tokens, at, before, paths).max(at + 1) };
            }
            at + 1
        }
        Some(token) if token.text == "*" && !before.is_empty() => {
            paths.push((token.line, format!("{before}::*")));
            at + 1
        }
        _ => at,
    }
}

/// Where the brace that opens at `open` closes; `open` itself where none opens.
fn closing(tokens: &[Token<'_>], open: usize) -> Option<usize> {
    let mut depth = 0_usize;
    tokens[open..]
        .iter()
        .position(|token| {
            match token.text {
                "{" => depth += 1,
                "}" => depth -= 1,
                _ => {}
            }
            depth == 0
        })
        .map(|length| open + length)
}

/// Blanks out comments and literals; lines stay lines.
fn without_words(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let skipped = comment(rest).or_else(|| literal(rest, code.chars().next_back()));
        let (taken, after) = rest.split_at(skipped.unwrap_or(c.len_utf8()));
        match skipped {
            Some(_) => code.extend(taken.chars().map(|c| if c == '\n' { c } else { ' ' })),
            None => code.push(c),
        }
        rest = after;
    }
    code
}

/// How long the comment is that stands here.
fn comment(text: &str) -> Option<usize> {
    if text.starts_with("//") {
        return Some(text.find('\n').unwrap_or(text.len()));
    }
    text.starts_with("/*").then(|| text.find("*/").map_or(text.len(), |end| end + 2))
}

/// How long the string or character is that stands here, after the character `before`.
fn literal(text: &str, before: Option<char>) -> Option<usize> {
    let in_a_name = before.is_some_and(|c| c.is_alphanumeric() || c == '_');
    if let (Some(raw), false) = (text.strip_prefix('r'), in_a_name) {
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        if let Some(inside) = raw[hashes..].strip_prefix('"') {
            let end = format!("\"{}", &raw[..hashes]);
            return Some(2 + hashes + inside.find(&end).map_or(inside.len(), |at| at + end.len()));
        }
    }
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let is_lifetime = quote == '\'' && !text.starts_with("'\\") && text.chars().nth(2) != Some('\'');
    if is_lifetime {
        return None;
    }
    let mut escaped = false;
    let end = text[1..].find(|c| {
        let ends = c == quote && !escaped;
        escaped = c == '\\' && !escaped;
        ends
    });
    Some(end.map_or(text.len(), |end| end + 2))
}

/// Blanks out what stands behind `#[cfg(test)]`, up to its closing brace or semicolon.
fn without_tests(code: &str) -> String {
    const TEST: &str = "#[cfg(test)]";
    let mut kept = String::with_capacity(code.len());
    let mut rest = code;
    while let Some(at) = rest.find(TEST) {
        kept.push_str(&rest[..at]);
        let mut depth = 0_usize;
        let end = rest[at + TEST.len()..].find(|c| {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            depth == 0 && matches!(c, '}' | ';')
        });
        let end = end.map_or(rest.len(), |end| at + TEST.len() + end + 1);
        kept.extend(rest[at..end].chars().map(|c| if c == '\n' { c } else { ' ' }));
        rest = &rest[end..];
    }
    kept + rest
}

#[test]
fn source_is_read_as_code() {
    let text = r##"//! use crate::app;
use crate::{domain::{Council, edit::*}, text::fold as f};
fn one<'a>(it: &'a str) -> char { let _ = "crate::store"; let _ = r#"crate::cli "here""#; '"' }
/* crate::paper */ fn two() -> std::io::Result<()> { crate::words::say('{', '\'', b"{"); }
#[cfg(test)]
mod tests { use crate::cli; fn three() { if a { b } } }
const LAST: u8 = knowledge::LAST;
"##;
    let source = Source::new("src/app/model.rs".to_owned(), text.to_owned());
    let paths = source.paths();
    let paths: Vec<(usize, &str)> = paths.iter().map(|(line, path)| (*line, path.as_str())).collect();
    let expected = [
        (2, "crate::domain::Council"),
        (2, "crate::domain::edit::*"),
        (2, "crate::text::fold"),
        (4, "std::io::Result"),
        (4, "crate::words::say"),
        (7, "knowledge::LAST"),
    ];
    assert_eq!(paths, expected);
    assert_eq!(source.functions(), [(3, "one".to_owned(), 1), (4, "two".to_owned(), 1)]);
    assert_eq!(source.module(), "app::model");
}
