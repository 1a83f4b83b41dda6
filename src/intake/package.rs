//! The zip that .xlsx and .docx are. Never unpacks more than a document can hold, whatever its headers promise.

use super::Unread;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// All that is in one, unpacked, in bytes. Two hundred pages of text are less than one hundredth of it.
pub const MOST_BYTES: u64 = 96 << 20;
/// A workbook of many sheets has a few hundred parts.
const MOST_PARTS: usize = 2_000;

pub type Package<'a> = ZipArchive<Cursor<&'a [u8]>>;

pub fn is_package(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// Opens it, once it is known that all of it can be unpacked.
pub fn open(bytes: &[u8]) -> Result<Package<'_>, Unread> {
    let mut package = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unread::Damaged)?;
    if package.len() > MOST_PARTS {
        return Err(Unread::TooLarge);
    }
    // A header may promise little and unpack to much: what comes out is counted.
    let mut left = MOST_BYTES;
    for at in 0..package.len() {
        let part = package.by_index(at).map_err(|_| Unread::Damaged)?;
        left = left.checked_sub(unpacked(part.take(left + 1))?).ok_or(Unread::TooLarge)?;
    }
    Ok(package)
}

/// How much comes out, in bytes.
fn unpacked(mut part: impl Read) -> Result<u64, Unread> {
    let (mut buffer, mut count) = (vec![0; 1 << 16], 0);
    loop {
        match part.read(&mut buffer).map_err(|_| Unread::Damaged)? {
            0 => return Ok(count),
            read => count += read as u64,
        }
    }
}

/// Is there a part of this name?
pub fn has(bytes: &[u8], name: &str) -> bool {
    ZipArchive::new(Cursor::new(bytes)).is_ok_and(|package| package.index_for_name(name).is_some())
}

/// A part as text; `None` where there is none of this name.
pub fn part(package: &mut Package<'_>, name: &str) -> Result<Option<String>, Unread> {
    let Ok(part) = package.by_name(name) else { return Ok(None) };
    let mut text = String::new();
    part.take(MOST_BYTES).read_to_string(&mut text).map_err(|_| Unread::Damaged)?;
    Ok(Some(text))
}
