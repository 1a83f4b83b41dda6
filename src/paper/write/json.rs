//! JSON for the next program, laid out for people. Nothing hidden stands in it as it is: a terminal would obey it, so it is escaped.

use crate::text::clean::is_hidden;
use serde::Serialize;

/// One document, with a line feed at the end.
pub fn write(value: &impl Serialize) -> String {
    let plain = serde_json::to_string_pretty(value).expect("plain values with text for keys are always JSON");
    let mut text = String::with_capacity(plain.len() + 1);
    for c in plain.chars() {
        // Beyond the control characters that are escaped by now, it can only stand in a string.
        if is_hidden(c) && c != '\n' {
            c.encode_utf16(&mut [0; 2]).iter().for_each(|unit| text += &format!("\\u{unit:04x}"));
        } else {
            text.push(c);
        }
    }
    text + "\n"
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_nobody_sees_is_escaped_and_comes_back() {
        let text = "甲\u{202e}乙\u{1b}[2J\n\u{1d173}";
        let written = super::write(&text);
        assert_eq!(written, "\"甲\\u202e乙\\u001b[2J\\n\\ud834\\udd73\"\n");
        assert_eq!(serde_json::from_str::<String>(&written).unwrap(), text);
    }
}
