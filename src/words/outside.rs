//! What is said about files that another program changed while the council is open: taken in, compared, or not readable.

use super::catalogue;

catalogue! {
    outside_taken(file: &str, count: usize) => "{file} の変更（{count}件）を取り込みました。", "Took in what was changed in {file} ({count}).";
    outside_clash(file: &str, count: usize) => "{file} には、画面でも変わった記録が{count}件あります。Ctrl-X で見比べます。", "{file} has records that were changed on this screen too ({count}). Ctrl-X compares them.";
    outside_chosen(file: &str, theirs: usize, ours: usize) => "ファイルの{theirs}件を取り込み、画面の{ours}件を残しました。ファイルの元の内容は {file} にあります。", "Took {theirs} from the file and kept {ours} of the screen. The file as it was is in {file}.";
    outside_trouble(file: &str) => "{file} が書き換えられましたが、誤りがあります。Ctrl-X で見られます。", "{file} was changed, and has a mistake. Ctrl-X shows it.";
    outside_trouble_title => "書き換えられたファイルに誤りがあります", "A changed file has a mistake";
    outside_trouble_next => "直して保存すると取り込みます。それまでこのファイルには書き込みません。画面の内容は別に保存されています。", "Once it is mended and saved, it is taken in. Until then the file is left as it is; what is on this screen is saved beside it.";
    outside_nothing => "見比べるものはありません。", "There is nothing to compare.";
    outside_title(file: &str, count: usize) => "{file}：両方で変わった記録 {count}件", "{file}: changed on both sides ({count})";
    outside_ours => "画面", "screen";
    outside_theirs => "ファイル", "file";
    outside_gone => "（消した）", "(deleted)";
    outside_empty => "（なし）", "(nothing)";
    outside_alike => "書いてあることは同じで、つながりや並びだけが違います。", "They say the same; only what they are linked to differs.";
    outside_kept(path: &str) => "ファイルの元の内容は {path} に残してあります。", "The file as it was is kept in {path}.";

    scope_clashes => "画面とファイルの見比べ", "Comparing screen and file";
    cmd_outside => "見比べる", "compare";
    cmd_outside_help => "ほかのプログラムが書き換えたファイルと、画面とを見比べる", "compare the screen with a file that another program changed";
    cmd_clash_ours => "画面", "screen";
    cmd_clash_ours_help => "この記録は、画面の方を残す", "keep this record as on the screen";
    cmd_clash_theirs => "ファイル", "file";
    cmd_clash_theirs_help => "この記録は、ファイルの方を取り込む", "take this record as in the file";
    cmd_clash_all_ours => "すべて画面", "all screen";
    cmd_clash_all_ours_help => "すべての記録で、画面の方を残す", "keep every record as on the screen";
    cmd_clash_all_theirs => "すべてファイル", "all file";
    cmd_clash_all_theirs_help => "すべての記録で、ファイルの方を取り込む", "take every record as in the file";
    cmd_clash_done => "決める", "settle";
    cmd_clash_done_help => "選んだとおりにして閉じる", "do as chosen, and close";
    cmd_clash_leave => "画面のまま", "keep screen";
    cmd_clash_leave_help => "すべて画面のままにして閉じる", "keep everything as on the screen, and close";
}
