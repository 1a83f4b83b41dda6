//! `norishiro forms`: the papers a council fills in year after year, and what one of them asks.

use crate::{
    cli::{answer::Answer, args::Forms, failure::Failure, shell::Shell},
    knowledge::forms::{Form, form, forms},
};

pub fn run(shell: &Shell, asked: &Forms) -> Result<Answer, Failure> {
    let Some(typed) = &asked.form else {
        return Ok(Answer::either(asked.json.json, &forms(), || listed(shell)));
    };
    let found = form(typed).ok_or_else(|| Failure::NoSuchForm(typed.clone()))?;
    Ok(Answer::either(asked.json.json, &[found], || told(shell, found)))
}

fn listed(shell: &Shell) -> String {
    let (words, ruler, mut sheet) = (shell.words, shell.ruler(), shell.sheet());
    let column = forms().iter().map(|it| ruler.width(it.key)).max().unwrap_or(0) + 2;
    for form in forms() {
        sheet.hung(form.key, column, form.name.pick(words.lang));
        sheet.hung("", column, form.about.pick(words.lang));
    }
    sheet.heading(words.know_see_form());
    sheet.finish()
}

fn told(shell: &Shell, form: &Form) -> String {
    let (words, mut sheet) = (shell.words, shell.sheet());
    sheet.heading(form.name.pick(words.lang));
    sheet.para(form.about.pick(words.lang));
    sheet.bullets(words.know_form_rows(), form.rows.map(|it| it.pick(words.lang)));
    for (number, part) in (1..).zip(&form.parts) {
        sheet.heading(&format!("{number} {}", part.name.pick(words.lang)));
        sheet.hung("", 2, part.ask.pick(words.lang));
        let columns: Vec<&str> = part.columns.iter().map(|it| it.pick(words.lang)).collect();
        if !columns.is_empty() {
            sheet.hung("", 2, &columns.join(words.pick("／", " / ")));
        }
    }
    sheet.bullets(words.board_source(), [form.source]);
    sheet.finish()
}
