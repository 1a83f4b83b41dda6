//! `norishiro models`: the models a council can be read through, and the items of one.

use crate::{
    cli::{answer::Answer, args::Models, failure::Failure, sheet::Sheet, shell::Shell},
    knowledge::{
        models::{Author, Model, ModelItem, model, models},
        points::card,
    },
    text::fold::contains_folded,
    words::Words,
};

pub fn run(shell: &Shell, asked: &Models) -> Result<Answer, Failure> {
    let Some(typed) = &asked.model else {
        return Ok(Answer::either(asked.json.json, &models(), || listed(shell)));
    };
    let found = named(typed).ok_or_else(|| Failure::NoSuchModel(typed.clone()))?;
    Ok(Answer::either(asked.json.json, &[found], || told(shell, found)))
}

/// The model of this key, or the only one whose name has this in it.
pub fn named(typed: &str) -> Option<&'static Model> {
    let is_meant = |it: &&Model| {
        [it.name, it.by].iter().any(|name| contains_folded(name.ja, typed) || contains_folded(name.en, typed))
    };
    let mut meant = models().iter().filter(is_meant);
    model(typed).or_else(|| meant.next().filter(|_| meant.next().is_none()))
}

fn listed(shell: &Shell) -> String {
    let (words, ruler, mut sheet) = (shell.words, shell.ruler(), shell.sheet());
    let column = models().iter().map(|it| ruler.width(it.key)).max().unwrap_or(0) + 2;
    for model in models() {
        sheet.hung(model.key, column, model.name.pick(words.lang));
        sheet.hung("", column, model.answers.pick(words.lang));
    }
    sheet.heading(words.know_see_model());
    sheet.finish()
}

fn told(shell: &Shell, model: &Model) -> String {
    let (words, mut sheet) = (shell.words, shell.sheet());
    sheet.heading(&format!("{}  {}", model.name.pick(words.lang), model.by.pick(words.lang)));
    sheet.para(model.answers.pick(words.lang));
    let marks = match model.marks_by {
        Author::Document => words.know_marks(),
        Author::Ours => words.know_marks_ours(),
    };
    let mut group = None;
    for (number, it) in (1..).zip(&model.items) {
        if it.group != group {
            group = it.group;
            sheet.heading(group.map_or("", |name| name.pick(words.lang)));
        }
        item(&mut sheet, words, number, it, marks);
    }
    sheet.bullets(words.board_source(), [model.source]);
    sheet.finish()
}

fn item(sheet: &mut Sheet, words: Words, number: usize, item: &ModelItem, marks: &str) {
    let gap = words.pick("、", ", ");
    let points: Vec<String> = item.points.iter().map(|point| card(*point).numbered(words.lang)).collect();
    let told: Vec<&str> = item.marks.iter().map(|mark| mark.pick(words.lang)).collect();
    sheet.heading(&format!("{number} {}", item.name.pick(words.lang)));
    sheet.hung("", 2, item.what.pick(words.lang));
    sheet.hung("", 2, &format!("{marks}  {}", told.join(words.pick("／", " / "))));
    sheet.hung("", 2, &format!("{}  {}", words.know_speaks_to(), points.join(gap)));
}
