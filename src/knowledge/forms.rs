//! Papers a council fills in year after year: what each part is called and what it asks. Never holds what a council wrote.

use super::both::Both;
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Form {
    pub key: &'static str,
    pub name: Both,
    pub about: Both,
    /// What one row stands for, where the parts are the columns of a table; otherwise they are headings.
    #[serde(default)]
    pub rows: Option<Both>,
    pub parts: Vec<Part>,
    pub source: &'static str,
}

/// A column or a heading.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Stable, and unlike any other of the form.
    pub key: &'static str,
    pub name: Both,
    /// What to write there, as a question.
    pub ask: Both,
    /// Columns of a table under this heading.
    #[serde(default)]
    pub columns: Vec<Both>,
}

pub fn forms() -> &'static [Form] {
    static FORMS: LazyLock<Vec<Form>> =
        LazyLock::new(|| super::read("data/forms.ron", include_str!("../../data/forms.ron")));
    &FORMS
}

/// The form of this key.
pub fn form(key: &str) -> Option<&'static Form> {
    forms().iter().find(|form| form.key == key)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(key: &str) -> Vec<&'static str> {
        form(key).unwrap().parts.iter().map(|part| part.key).collect()
    }

    #[test]
    fn the_forms_have_the_parts_of_their_documents() {
        let sheet = ["programme", "viewpoint", "aim", "problems", "progress", "evaluation"];
        assert_eq!(parts("evaluation"), sheet);
        assert_eq!(parts("report"), ["running", "problems", "effects", "other"]);
        assert_eq!(forms().len(), 2);
        assert_eq!(form("no-such-form"), None);
    }

    #[test]
    fn nothing_is_empty_or_said_in_the_wrong_language() {
        for form in forms() {
            let parts =
                form.parts.iter().flat_map(|it| [it.name, it.ask].into_iter().chain(it.columns.clone()));
            let said = [form.name, form.about].into_iter().chain(form.rows).chain(parts);
            said.for_each(|sentence| sentence.assert_sound(form.key));
        }
    }
}
