//! Keys as the command table names them, free of any terminal library.

/// What was pressed, apart from the modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Code {
    Char(char),
    F(u8),
    Enter,
    Esc,
    Tab,
    Backspace,
    Delete,
    Insert,
    Left,
    Right,
    Up,
    Down,
    Home,
    End,
    PageUp,
    PageDown,
}

/// A key with its modifiers. Shift is kept only where the character does not already say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    pub code: Code,
    pub ctrl: bool,
    pub alt: bool,
    pub shift: bool,
}

impl Key {
    pub const fn plain(code: Code) -> Self {
        Self { code, ctrl: false, alt: false, shift: false }
    }

    pub const fn char(c: char) -> Self {
        Self::plain(Code::Char(c))
    }

    pub const fn f(n: u8) -> Self {
        Self::plain(Code::F(n))
    }

    pub const fn ctrl(c: char) -> Self {
        Self { ctrl: true, ..Self::char(c) }
    }

    pub const fn alt(c: char) -> Self {
        Self { alt: true, ..Self::char(c) }
    }

    pub const fn with_alt(code: Code) -> Self {
        Self { alt: true, ..Self::plain(code) }
    }

    pub const fn with_ctrl(code: Code) -> Self {
        Self { ctrl: true, ..Self::plain(code) }
    }

    pub const fn with_shift(code: Code) -> Self {
        Self { shift: true, ..Self::plain(code) }
    }

    #[must_use]
    pub const fn shifted(self) -> Self {
        Self { shift: true, ..self }
    }

    /// The character a text field would take in.
    pub const fn typed(self) -> Option<char> {
        match self.code {
            Code::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }

    /// The key as footer, help and key sheets write it: `Ctrl-Z`, `F2`, `↑`.
    pub fn name(self) -> String {
        let code = match self.code {
            Code::Char(' ') => "Space".to_owned(),
            Code::Char(c) if self.ctrl || self.alt => c.to_uppercase().collect(),
            Code::Char(c) => c.to_string(),
            Code::F(n) => format!("F{n}"),
            Code::Left => "←".to_owned(),
            Code::Right => "→".to_owned(),
            Code::Up => "↑".to_owned(),
            Code::Down => "↓".to_owned(),
            Code::PageUp => "PgUp".to_owned(),
            Code::PageDown => "PgDn".to_owned(),
            Code::Delete => "Del".to_owned(),
            Code::Insert => "Ins".to_owned(),
            named => format!("{named:?}"),
        };
        let ctrl = if self.ctrl { "Ctrl-" } else { "" };
        let alt = if self.alt { "Alt-" } else { "" };
        let shift = if self.shift { "Shift-" } else { "" };
        format!("{ctrl}{alt}{shift}{code}")
    }
}
