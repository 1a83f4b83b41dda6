//! Reads the knowledge embedded from `data/`: points, models, cases, templates, forms, phrases and samples, typed and validated, and grows councils of any age from it.
//! Never opens a file while running, never changes what it read.

pub mod both;
pub mod cases;
pub mod documents;
pub mod forms;
pub mod grown;
pub mod lens;
pub mod models;
pub mod phrases;
pub mod points;
pub mod readings;
pub mod samples;
pub mod strengths;
pub mod templates;

use ron::{Options, extensions::Extensions};
use serde::Deserialize;

/// Reads one embedded data file. `name` is its path, for the message.
///
/// # Panics
/// When the text does not read as `T`. The text is part of the program, so each file has a test that reads it.
fn read<T: Deserialize<'static>>(name: &str, text: &'static str) -> T {
    Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME)
        .from_str(text)
        .unwrap_or_else(|why| panic!("{name}:{why}"))
}
