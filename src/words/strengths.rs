//! What the strengths say: the points a council can build on, and what each opens.

use super::catalogue;

catalogue! {
    strengths_title => "強み", "Strengths";
    strengths_about => "強みから始めて、まだのポイントを開く", "start from them to open what is still to come";
    scope_strengths => "ボード：強み", "Board: strengths";
    strengths_firm => "定着したポイント", "Established";
    strengths_growing => "根拠を積んでいるポイント", "Under way, with evidence";
    strengths_none => "強みと言えるポイントはまだありません。状態を定着にするか、進行中のポイントに根拠を書き加えると、ここに並びます。", "No point is a strength yet. One appears here once it is established, or under way with evidence.";
    strength_chosen_none => "先に一つ選んでください。", "Choose one first.";
    strength_evidence(count: usize) => "根拠{count}", "evidence {count}";
    strength_unproven => "根拠がまだ書かれていません。", "No evidence is written down yet.";
    strength_opens => "ここから開くポイント（norishiroの読み）", "What it opens (our own reading)";
    strength_all_open => "開く先はどれも定着しています。", "Everything it opens is established.";
    strength_also => "同じポイントを開く強み", "Other strengths that open it";
    strength_from(from: &str, to: &str) => "{from} から {to} へ", "From {from} to {to}";
    strength_town => "こう進んだ町", "A town that went this way";
    /// A point that another opens, how, and where it was so.
    opening(point: &str, how: &str, town: &str) => "{point}：{how}（{town}）", "{point}: {how} ({town})";

    cmd_strengths => "強み", "strengths";
    cmd_strengths_help => "強みになっているポイントと、そこから開くポイントを見る", "see which points are strengths, and which points they open";
    cmd_strengths_open_help => "ボードでそのポイントを開く", "open the point on the board";
    cmd_strengths_back => "ボード", "board";
    cmd_strengths_back_help => "ボードに戻る", "go back to the board";
}
