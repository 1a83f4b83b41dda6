//! `norishiro wording`: the set phrases of papers, where each comes from and which values it may use; and a file of them to change.

use crate::{
    cli::{answer::Answer, args::Wording as Asked, failure::Failure, shell::Shell, wording::load},
    knowledge::phrases::values,
    paper::{
        PaperError,
        wording::{Phrase, Wording},
    },
    store::wording_file,
    text::clean::shown,
    words::Words,
};
use serde::Serialize;

/// One phrase as the next program gets it.
#[derive(Serialize)]
struct Row<'a> {
    key: &'a str,
    about: &'a str,
    values: &'a [&'a str],
    text: &'a str,
    /// The file it comes from; empty for the program's own.
    file: &'a str,
}

pub fn run(shell: &Shell, asked: &Asked) -> Result<Answer, Failure> {
    let words = shell.words;
    if asked.write {
        let lang = words.pick("ja", "en");
        let text = to_change(&Wording::built_in(words.lang), words);
        let path = shell.home.root().join(wording_file(lang)).display().to_string();
        return match shell.home.put_rewording(lang, &text)? {
            Some(_) => Ok(Answer::text(words.wording_written(&path) + "\n")),
            None => Err(Failure::IsThere { path }),
        };
    }
    if let Some(slug) = &asked.council {
        shell.open(slug)?;
    }
    let wording = load(&shell.home, words, asked.council.as_deref());
    if let Some(fault) = wording.fault() {
        return Err(PaperError::Wording(fault.clone()).into());
    }
    let rows: Vec<Row> = Phrase::ALL.into_iter().map(|phrase| row(&wording, phrase, words)).collect();
    Ok(Answer::either(asked.json.json, &rows, || listed(shell, &rows)))
}

fn row(wording: &Wording, phrase: Phrase, words: Words) -> Row<'_> {
    let (data, worded) = (phrase.data(), wording.worded(phrase));
    Row {
        key: data.key,
        about: data.about.pick(words.lang),
        values: &data.values,
        text: &worded.template,
        file: &worded.file,
    }
}

fn listed(shell: &Shell, rows: &[Row]) -> String {
    let (words, mut sheet) = (shell.words, shell.sheet());
    for row in rows {
        let from = if row.file.is_empty() { words.wording_own() } else { row.file };
        sheet.heading(&format!("{}  {}{}", row.key, row.about, words.in_brackets(from)));
        let text = if row.text.is_empty() { words.wording_empty() } else { row.text };
        shown(text).lines().for_each(|line| sheet.hung("", 2, line));
        sheet.hung("", 2, &words.wording_values(&row.values.join(words.pick("、", ", "))));
    }
    sheet.finish()
}

/// The program's own phrases as a file to change: what each is for and may use stands over it.
fn to_change(wording: &Wording, words: Words) -> String {
    let mut text = String::from("{\n");
    for phrase in Phrase::ALL {
        let Row { key, about, values: used, text: template, .. } = row(wording, phrase, words);
        text += &format!("    // {about}\n");
        for value in values().iter().filter(|value| used.contains(&value.name)) {
            text += &format!("    //   {{{{ {} }}}}  {}\n", value.name, value.about.pick(words.lang));
        }
        text += &format!("    \"{key}\": r#\"{template}\"#,\n\n");
    }
    text.trim_end().to_owned() + "\n}\n"
}
