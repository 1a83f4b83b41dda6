//! `@owner ^due #point` anywhere in the text of an action. A backslash before one keeps it in the text.

use super::{
    Doubt, Reader, Resolution,
    marks::{is_backslash, without_last_space, without_space},
    owners::{Named, Owners},
    points,
};
use crate::domain::{Due, Point};

/// A text without its tokens, and what they say.
#[derive(Default)]
pub(super) struct Tokens {
    pub text: String,
    pub owners: Owners,
    pub due: Option<Due>,
    pub points: Vec<Point>,
    pub doubts: Vec<Doubt>,
}

/// What one token says.
enum Token {
    Owners(Owners),
    Due(Due),
    Point(Point),
}

/// A sign that could open a token, and what follows it up to the next one.
struct Sign<'l> {
    at: usize,
    kind: Kind,
    /// Where what follows begins.
    from: usize,
    after: &'l str,
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Owner,
    Due,
    Point,
}

/// A line has no more tokens; what looks like one after these is text.
const MOST_TOKENS: usize = 32;
/// A name or a due behind a sign has at most so many words.
const MOST_WORDS: usize = 4;

impl Reader<'_> {
    /// Takes the tokens out of a text. Nothing but tokens is text.
    pub(super) fn tokens(&self, text: &str) -> Tokens {
        let mut tokens = Tokens::default();
        let mut rest = 0;
        for sign in signs(text) {
            let Some((token, length)) = self.token(&sign, &mut tokens.doubts) else { continue };
            let before = &text[rest..sign.at];
            if let Some(before) = before.strip_suffix(is_backslash) {
                tokens.text += before;
                rest = sign.at;
                continue;
            }
            tokens.text += before;
            tokens.take(token);
            rest = sign.from + length;
            if tokens.text.is_empty() || tokens.text.ends_with(char::is_whitespace) {
                rest = text.len() - without_space(&text[rest..]).len();
            }
        }
        let ends_with_token = rest == text.len() && rest > 0;
        tokens.text += &text[rest..];
        if ends_with_token {
            tokens.text = without_last_space(&tokens.text).to_owned();
        }
        if tokens.text.trim().is_empty() {
            return Tokens { text: text.to_owned(), ..Tokens::default() };
        }
        tokens
    }

    /// The text with what is needed to keep its tokens in it.
    pub(super) fn without_tokens(&self, text: &str) -> String {
        let mut guarded = String::new();
        let mut rest = 0;
        for sign in signs(text) {
            if self.token(&sign, &mut Vec::new()).is_some() {
                guarded += &text[rest..sign.at];
                guarded.push('＼');
                rest = sign.at;
            }
        }
        guarded + &text[rest..]
    }

    /// What a sign opens, and how many bytes after it belong to it.
    fn token(&self, sign: &Sign<'_>, doubts: &mut Vec<Doubt>) -> Option<(Token, usize)> {
        match sign.kind {
            Kind::Owner => self.owner(sign.after),
            Kind::Due => self.due(sign.after, doubts),
            Kind::Point => {
                let word = first_word(sign.after);
                Some((Token::Point(points::point(word)?), word.len()))
            }
        }
    }

    fn owner(&self, after: &str) -> Option<(Token, usize)> {
        let end = after.find(['、', '。', '，', ',', ')', '）']);
        let after = &after[..end.unwrap_or(after.len())];
        let known = |words: &&str| self.names.resolve(words) != Resolution::Unknown;
        if let Some(words) = beginnings(after).find(known) {
            let named = vec![Named { typed: words, found: self.names.resolve(words) }];
            return Some((Token::Owners(self.taken(named)), words.len()));
        }
        let word = first_word(after);
        if let Some(who) = self.known_owners(word) {
            return Some((Token::Owners(Owners { who, ..Owners::default() }), word.len()));
        }
        let guest = || self.taken(vec![Named { typed: word, found: Resolution::Unknown }]);
        self.is_stranger(word).then(|| (Token::Owners(guest()), word.len()))
    }

    fn due(&self, after: &str, doubts: &mut Vec<Doubt>) -> Option<(Token, usize)> {
        let end = after.find(['、', '。', '，', ')', '）']);
        let after = &after[..end.unwrap_or(after.len())];
        let mut refused = None;
        for words in beginnings(after) {
            match self.dues.doubted(words) {
                Ok(due) => return Some((Token::Due(due), words.len())),
                Err(doubt) => {
                    refused = refused.filter(|it| matches!(it, Doubt::PastDue { .. })).or(Some(doubt))
                }
            }
        }
        doubts.extend(refused.filter(|_| after.starts_with(char::is_alphanumeric)));
        None
    }
}

impl Tokens {
    fn take(&mut self, token: Token) {
        match token {
            Token::Owners(owners) => {
                self.owners.who.extend(owners.who);
                self.owners.doubts.extend(owners.doubts);
            }
            Token::Due(due) => self.due = Some(due),
            Token::Point(point) => self.points.push(point),
        }
    }
}

/// The signs of a text. Not those of a@b.example, 2^3 or C#.
fn signs(text: &str) -> Vec<Sign<'_>> {
    let kind = |c| match c {
        '@' | '＠' => Some(Kind::Owner),
        '^' | '＾' => Some(Kind::Due),
        '#' | '＃' => Some(Kind::Point),
        _ => None,
    };
    let opens = |at: usize, kind| {
        let before = text[..at].trim_end_matches(is_backslash).chars().next_back();
        before.is_none_or(|c| c.is_whitespace() || kind != Kind::Point && !c.is_ascii())
    };
    let found = text.char_indices().filter_map(|(at, c)| Some((at, c, kind(c)?)));
    let found: Vec<(usize, char, Kind)> = found.filter(|(at, _, kind)| opens(*at, *kind)).collect();
    let ends = found.iter().skip(1).map(|(at, ..)| Some(*at)).chain([None]);
    let sign = |((at, c, kind), end): (&(usize, char, Kind), Option<usize>)| {
        let from = at + c.len_utf8();
        let after = end.map_or(&text[from..], |end| text[from..end].trim_end_matches(is_backslash));
        Sign { at: *at, kind: *kind, from, after }
    };
    found.iter().zip(ends).take(MOST_TOKENS).map(sign).collect()
}

/// The name being typed behind the last `@` of an action.
pub(super) fn name_being_typed(body: &str) -> Option<&str> {
    let sign = signs(body).pop().filter(|sign| sign.kind == Kind::Owner)?;
    (!sign.after.contains(|c: char| c.is_whitespace() || matches!(c, '、' | '。'))).then_some(sign.after)
}

fn first_word(text: &str) -> &str {
    text.split(char::is_whitespace).next().unwrap_or_default()
}

/// The first words of a text, the most first. None where a space comes first.
fn beginnings(text: &str) -> impl Iterator<Item = &str> {
    let text = text.trim_end();
    let spaces = text.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at);
    let mut ends: Vec<usize> = spaces.chain([text.len()]).take(MOST_WORDS).collect();
    ends.retain(|_| !text.is_empty() && !text.starts_with(char::is_whitespace));
    ends.into_iter().rev().map(|at| &text[..at])
}
