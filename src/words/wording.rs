//! The words about set phrases: what is wrong with a template, and how the list of phrases is told. The phrases themselves are in
//! `data/wording.ron`.

use super::catalogue;

catalogue! {
    wording_bad_file(file: &str, why: &str) => "文例のファイル{file}が使えません。{why}", "The wording in {file} cannot be used. {why}";
    wording_bad_phrase(file: &str, phrase: &str, why: &str) => "{file}の文例「{phrase}」が使えません。{why}", "The wording of {phrase} in {file} cannot be used. {why}";
    wording_bad_line(file: &str, phrase: &str, line: usize, why: &str) => "{file}の文例「{phrase}」の{line}行目が使えません。{why}", "The wording of {phrase} in {file} cannot be used, line {line}. {why}";
    wording_no_phrase => "その名の文例はありません。norishiro wording で一覧が出ます。", "No phrase has that name; norishiro wording lists them.";
    wording_meant(name: &str) => "{name}のことですか。", "Did you mean {name}?";
    wording_no_value(name: &str, values: &str) => "値「{name}」は、この文例にはありません。使えるのは {values} です。", "This phrase has no value {name}; it has {values}.";
    wording_not_allowed(what: &str) => "「{what}」は使えません。使えるのは {{{{ 値 }}}} と if・elif・else・endif だけです。", "{what} is not part of the syntax: it is {{{{ value }}}} and if, elif, else, endif.";
    wording_too_long(most: usize) => "{most}字より長い文例は使えません。", "A template has {most} characters at most.";
    wording_template(said: &str) => "書き方に誤りがあります（{said}）。", "The template has a mistake ({said}).";
    wording_opened => "文例のファイルに誤りがあり、直すまで文書を作れません。", "A file of wording has a mistake; no paper is made until it is mended.";
    wording_own => "組み込み", "built in";
    wording_values(values: &str) => "使える値：{values}", "values: {values}";
    wording_empty => "（空：載らない）", "(empty: left out)";

    help_wording => "書類の文例（あいさつ、開会と閉会、会長の言葉）の一覧。どれも自分たちの言い方に変えられる", "The set phrases of papers, each to be made your own";
    arg_wording_council => "会議体のslug。その会議体だけの文例も見る", "The council's slug, for the phrases that are its own";
    arg_wording_write => "書きかえるための文例のファイルをホームにつくる（あれば何もしない）", "Put a file of the phrases into the home, to be changed; never over one that is there";
    wording_written(file: &str) => "{file}に書きました。変えたいものだけを残し、ほかは消せます。", "Written to {file}. Keep what you change; the rest can go.";
}
