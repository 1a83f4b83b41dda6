//! How things look: tones by meaning, turned into styles by the theme; and the ruler of this terminal.

use crate::text::ruler::Ruler;
use ratatui::style::{Color, Modifier, Style};

/// What a piece of text means to the eye. Colour never says anything that a word or a mark does not say too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tone {
    #[default]
    Plain,
    /// Background to what matters.
    Dim,
    Strong,
    /// Titles, names of keys.
    Accent,
    Good,
    Warn,
    Bad,
    Decision,
    Action,
    /// The point or item the room is on now.
    Now,
    /// The chosen row.
    Chosen,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Theme {
    /// Colours that read on dark and on light.
    #[default]
    Auto,
    Dark,
    Light,
    /// Weight and reverse only (`NO_COLOR`).
    Mono,
}

/// Everything a view needs to know about the terminal besides its size.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    pub theme: Theme,
    pub ruler: Ruler,
}

impl Look {
    pub fn style(self, tone: Tone) -> Style {
        let style = Style::new().add_modifier(weight(tone));
        match hue(self.theme, tone) {
            Some(colour) => style.fg(colour),
            None => style,
        }
    }
}

const fn weight(tone: Tone) -> Modifier {
    match tone {
        Tone::Plain | Tone::Good => Modifier::empty(),
        Tone::Dim => Modifier::DIM,
        Tone::Strong | Tone::Accent | Tone::Warn | Tone::Decision | Tone::Action => Modifier::BOLD,
        Tone::Bad => Modifier::BOLD.union(Modifier::UNDERLINED),
        Tone::Now | Tone::Chosen => Modifier::REVERSED.union(Modifier::BOLD),
    }
}

const fn hue(theme: Theme, tone: Tone) -> Option<Color> {
    match (theme, tone) {
        (Theme::Mono, _) | (_, Tone::Plain | Tone::Dim | Tone::Strong | Tone::Chosen) => None,
        (Theme::Dark, Tone::Accent) => Some(Color::LightCyan),
        (Theme::Dark, Tone::Good | Tone::Decision) => Some(Color::LightGreen),
        (Theme::Dark, Tone::Warn) => Some(Color::LightYellow),
        (Theme::Dark, Tone::Bad) => Some(Color::LightRed),
        (Theme::Dark, Tone::Action) => Some(Color::LightMagenta),
        (Theme::Dark, Tone::Now) => Some(Color::LightYellow),
        (Theme::Light, Tone::Accent | Tone::Now) => Some(Color::Blue),
        (_, Tone::Accent) => Some(Color::Cyan),
        (_, Tone::Good | Tone::Decision) => Some(Color::Green),
        (_, Tone::Warn | Tone::Action | Tone::Now) => Some(Color::Magenta),
        (_, Tone::Bad) => Some(Color::Red),
    }
}
