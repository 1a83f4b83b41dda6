//! How far what is read from a file may reach, so that nobody who counts on from it leaves the calendar. Never bounds what is thought.

use chrono::{Datelike, NaiveDate, NaiveDateTime};
use serde::{
    Deserialize, Deserializer,
    de::{Error, Unexpected},
};

/// Something that a file can put further than anyone can count.
pub(crate) trait Bounded {
    fn is_in_bounds(&self) -> bool;
}

/// The years 1 to 9999, as people write them; chrono would go on to 262142.
impl Bounded for NaiveDate {
    fn is_in_bounds(&self) -> bool {
        (1..=9999).contains(&self.year())
    }
}

impl Bounded for NaiveDateTime {
    fn is_in_bounds(&self) -> bool {
        self.date().is_in_bounds()
    }
}

/// Fiscal years, as far as days.
impl Bounded for i32 {
    fn is_in_bounds(&self) -> bool {
        (1..=9999).contains(self)
    }
}

/// Numbers of changes: half of what there is stays free to count on.
impl Bounded for u64 {
    fn is_in_bounds(&self) -> bool {
        *self <= Self::MAX / 2
    }
}

impl<T: Bounded> Bounded for Option<T> {
    fn is_in_bounds(&self) -> bool {
        self.as_ref().is_none_or(Bounded::is_in_bounds)
    }
}

/// Reads a value, for `#[serde(deserialize_with)]`.
///
/// # Errors
/// It is out of bounds.
pub(crate) fn bounded<'de, D: Deserializer<'de>, T: Bounded + Deserialize<'de>>(
    from: D,
) -> Result<T, D::Error> {
    let value = T::deserialize(from)?;
    let wrong = || D::Error::invalid_value(Unexpected::Other("one out of bounds"), &"a value within bounds");
    if value.is_in_bounds() { Ok(value) } else { Err(wrong()) }
}
