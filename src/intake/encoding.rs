//! Text in the bytes of people who may work on Windows: UTF-8, UTF-16 with its mark, or Shift_JIS. Never changes a letter of it.

use encoding_rs::{Encoding, SHIFT_JIS, UTF_8};
use std::borrow::Cow;

/// The text in bytes; `None` when they are no text.
pub fn text_of(bytes: &[u8]) -> Option<String> {
    let (marked, rest) = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => (Some(encoding), &bytes[mark..]),
        None => (None, bytes),
    };
    // encoding_rs reads Shift_JIS as Windows does (CP932), with ① and 髙.
    let tried = marked.map_or(vec![UTF_8, SHIFT_JIS], |encoding| vec![encoding]);
    let read =
        |encoding: &'static Encoding| encoding.decode_without_bom_handling_and_without_replacement(rest);
    tried.into_iter().find_map(read).map(Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_usual_encoding_is_read() {
        let text = "氏名\r\n髙橋①〜";
        let utf16: Vec<u8> = "\u{feff}氏名\r\n髙橋①〜".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(text_of(text.as_bytes()).unwrap(), text);
        assert_eq!(text_of(format!("\u{feff}{text}").as_bytes()).unwrap(), text);
        assert_eq!(text_of(&utf16).unwrap(), text);
        assert_eq!(text_of(&SHIFT_JIS.encode("氏名\r\n髙橋①").0).unwrap(), "氏名\r\n髙橋①");
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert_eq!(text_of(&[0x89, b'P', 0xff, 0xfe, 0xff]), None);
    }
}
