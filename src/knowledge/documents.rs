//! The documents that everything here rests on. Never quotes them.

use super::both::Both;
use serde::Deserialize;
use std::sync::LazyLock;

#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// How a source begins that names this document.
    pub name: &'static str,
    pub title: Both,
    pub by: Both,
}

pub fn documents() -> &'static [Document] {
    static DOCUMENTS: LazyLock<Vec<Document>> =
        LazyLock::new(|| super::read("data/documents.ron", include_str!("../../data/documents.ron")));
    &DOCUMENTS
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::{
        cases::cases, forms::forms, models::models, points::points, templates::templates,
    };

    #[test]
    fn every_source_names_a_document_and_every_document_is_used() {
        let sources: Vec<&str> = [
            points().iter().map(|it| it.source).collect::<Vec<_>>(),
            models().iter().map(|it| it.source).collect(),
            cases().iter().map(|it| it.source).collect(),
            forms().iter().map(|it| it.source).collect(),
            templates().iter().filter(|it| it.key != "blank").map(|it| it.source).collect(),
        ]
        .concat();
        let parts = || sources.iter().flat_map(|source| source.split('／'));
        for part in parts() {
            let named = documents().iter().find_map(|it| part.strip_prefix(it.name));
            assert!(named.is_some_and(|place| place.trim().len() > 1), "{part}");
        }
        for document in documents() {
            assert!(parts().any(|part| part.starts_with(document.name)), "{}", document.name);
            document.title.assert_sound(document.name);
        }
    }
}
