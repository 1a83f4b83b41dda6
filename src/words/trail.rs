//! What the heat strip says: which meeting spent how long on which point, and what came of it.

use super::catalogue;

catalogue! {
    trail_title => "足あと", "Trail";
    trail_about => "会議がどのポイントに触れたか", "which meeting touched which point";
    scope_trail => "ボード：足あと", "Board: the trail";
    trail_never => "どの会議でもまだ触れていません", "no meeting has touched it yet";
    trail_left_out(points: &str) => "まだ触れていない：{points}", "never touched: {points}";
    trail_here_not => "この会議では触れていません。", "Not touched at this meeting.";
    trail_no_meetings => "開いた会議がまだありません。会議を開くと、話した時間と決まったことがここに並びます。", "No meeting was opened yet. Once one is, what it spent and decided shows here.";
    trail_decided(count: usize) => "決定{count}", "{count} dec";
    trail_given(count: usize) => "宿題{count}", "{count} act";
    trail_done(count: usize) => "うち完了{count}", "{count} done";
    trail_unmeasured => "時間の記録なし", "no time kept";

    cmd_trail => "足あと", "trail";
    cmd_trail_help => "どの会議でどのポイントに何分かけ、何が決まったかを見る", "see how long each meeting was on each point, and what came of it";
    cmd_trail_older => "前の会議", "older";
    cmd_trail_older_help => "一つ前の会議へ", "go to the meeting before";
    cmd_trail_newer => "次の会議", "newer";
    cmd_trail_newer_help => "一つ後の会議へ", "go to the meeting after";
    cmd_trail_far_older_help => "一画面前の会議へ", "go a screen of meetings back";
    cmd_trail_far_newer_help => "一画面後の会議へ", "go a screen of meetings on";
    cmd_trail_open_help => "ボードでそのポイントを開く", "open the point on the board";
    cmd_trail_back => "ボード", "board";
    cmd_trail_back_help => "ボードに戻る", "go back to the board";
}
