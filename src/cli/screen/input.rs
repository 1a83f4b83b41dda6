//! Terminal events as the program's own messages.

use crate::app::{
    Key, Msg,
    key::Code,
    msg::{Mouse, MouseKind},
};
use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};

/// What an event means to the program; `None` for what it does not listen to.
pub fn message(event: Event) -> Option<Msg> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => key_of(key).map(Msg::Key),
        Event::Paste(text) => Some(Msg::Paste(text)),
        Event::Mouse(mouse) => mouse_of(mouse).map(Msg::Mouse),
        Event::Resize(width, height) => Some(Msg::Resize { width, height }),
        _ => None,
    }
}

fn key_of(event: KeyEvent) -> Option<Key> {
    let code = match event.code {
        KeyCode::Char(c) => Code::Char(c),
        KeyCode::F(n) => Code::F(n),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab | KeyCode::BackTab => Code::Tab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Insert => Code::Insert,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        _ => return None,
    };
    let has = |modifier| event.modifiers.contains(modifier);
    // AltGr arrives as Ctrl and Alt together with the character it makes.
    let alt_gr = has(KeyModifiers::CONTROL) && has(KeyModifiers::ALT) && matches!(code, Code::Char(_));
    let typed = matches!(code, Code::Char(_));
    let code = match code {
        // Caps Lock makes no other command of it.
        Code::Char(c) if (has(KeyModifiers::CONTROL) || has(KeyModifiers::ALT)) && !alt_gr => {
            Code::Char(c.to_ascii_lowercase())
        }
        code => code,
    };
    Some(Key {
        code,
        ctrl: has(KeyModifiers::CONTROL) && !alt_gr,
        alt: has(KeyModifiers::ALT) && !alt_gr,
        shift: !typed && (has(KeyModifiers::SHIFT) || event.code == KeyCode::BackTab),
    })
}

fn mouse_of(event: MouseEvent) -> Option<Mouse> {
    let kind = match event.kind {
        MouseEventKind::Down(MouseButton::Left) => MouseKind::Click,
        MouseEventKind::ScrollUp => MouseKind::WheelUp,
        MouseEventKind::ScrollDown => MouseKind::WheelDown,
        _ => return None,
    };
    Some(Mouse { kind, column: event.column, row: event.row })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pressed(code: KeyCode, modifiers: KeyModifiers) -> Option<Key> {
        key_of(KeyEvent::new(code, modifiers))
    }

    #[test]
    fn shift_stays_only_where_the_character_does_not_say_it() {
        assert_eq!(pressed(KeyCode::Char('A'), KeyModifiers::SHIFT), Some(Key::char('A')));
        assert_eq!(pressed(KeyCode::BackTab, KeyModifiers::SHIFT), Some(Key::with_shift(Code::Tab)));
        assert_eq!(pressed(KeyCode::Char('Z'), KeyModifiers::CONTROL), Some(Key::ctrl('z')));
    }

    #[test]
    fn alt_gr_types_its_character() {
        let both = KeyModifiers::CONTROL | KeyModifiers::ALT;
        assert_eq!(pressed(KeyCode::Char('@'), both), Some(Key::char('@')));
    }
}
