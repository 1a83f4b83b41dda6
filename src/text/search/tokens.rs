//! A query as its words: apart at spaces, whole between quotation marks. Knows no filter, loses no letter.

use std::ops::Range;

/// One word of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token<'a> {
    /// Where it stands in the query, quotation marks included.
    pub range: Range<usize>,
    /// All of it.
    pub whole: &'a str,
    /// What stands before the quotation marks; all of it where there are none.
    pub head: &'a str,
    /// What stands between them.
    pub quoted: Option<&'a str>,
}

const fn is_quote(c: char) -> bool {
    matches!(c, '"' | '＂' | '“' | '”' | '„' | '‟')
}

/// Behind one of these a quotation may begin within a word: `@"山田 太郎"`.
const fn opens_value(c: char) -> bool {
    matches!(c, ':' | '：' | '@' | '＠' | '#' | '＃')
}

/// The words in order. A quotation that is not closed goes to the end.
pub(super) fn tokens(query: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut from = 0;
    while let Some(start) = query[from..].find(|c: char| !c.is_whitespace()) {
        let token = token_at(query, from + start);
        from = token.range.end;
        tokens.push(token);
    }
    tokens
}

fn token_at(query: &str, start: usize) -> Token<'_> {
    let bare = |end: usize| Token {
        range: start..end,
        whole: &query[start..end],
        head: &query[start..end],
        quoted: None,
    };
    let mut before = None;
    for (at, c) in query[start..].char_indices().map(|(at, c)| (start + at, c)) {
        if c.is_whitespace() {
            return bare(at);
        }
        if is_quote(c) && before.is_none_or(opens_value) {
            let inside = at + c.len_utf8();
            let close = query[inside..].char_indices().find(|(_, c)| is_quote(*c));
            let (end, after) = close.map_or((query.len(), query.len()), |(length, quote)| {
                (inside + length, inside + length + quote.len_utf8())
            });
            return Token { head: &query[start..at], quoted: Some(&query[inside..end]), ..bare(after) };
        }
        before = Some(c);
    }
    bare(query.len())
}
