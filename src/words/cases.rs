//! What the list of cases says, and its commands and those of any opened text. The cases' own sentences are not words of this room.

use super::catalogue;

catalogue! {
    scope_cases => "ほかの町の事例", "Cases of other towns";
    scope_page => "開いて読むとき", "Reading what was opened";

    cases_best => "このポイントがよく分かる町", "Towns that show this point best";
    cases_told => "このポイントに取り組んだ町", "Towns that worked on this point";
    cases_others => "ほかの事例（資料はこのポイントに触れていません）", "Other cases (their documents do not tell of this point)";
    cases_count(count: usize) => "{count}例", "{count} cases";
    no_cases => "事例がありません。", "There are no cases.";

    cmd_cases_back => "ボード", "board";
    cmd_cases_back_help => "事例からボードのもとの所へ戻る", "go back from the cases to where one was on the board";
    cmd_page_next_part => "次の見出し", "next part";
    cmd_page_next_part_help => "次の見出しへ。最後の次は先頭へ", "go to the next heading; after the last to the first";
    cmd_page_last_part => "前の見出し", "part before";
    cmd_page_last_part_help => "前の見出しへ。先頭の前は最後へ", "go to the heading before; from the first to the last";
    cmd_page_row_up_help => "読んでいる所を上へ送る", "scroll up";
    cmd_page_row_down_help => "読んでいる所を下へ送る", "scroll down";
    cmd_page_up_here_help => "読んでいる所を1画面上へ", "scroll up by a screen";
    cmd_page_down_here_help => "読んでいる所を1画面下へ", "scroll down by a screen";
    cmd_page_left => "前へ", "before";
    cmd_page_left_help => "前のポイント、前の事例を開く", "open the point or case before";
    cmd_page_right => "次へ", "next";
    cmd_page_right_help => "次のポイント、次の事例を開く", "open the next point or case";
}
