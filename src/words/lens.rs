//! What the lenses say: a council read through a model.

use super::catalogue;

catalogue! {
    lens_title => "見方", "Lens";
    lens_place(at: usize, of: usize) => "←→ {at}/{of}", "←→ {at}/{of}";
    scope_lens => "ボード：見方", "Board: lenses";
    lens_here => "いまここ", "here now";
    lens_coming => "次", "next";
    lens_present => "いまここ", "Here now";
    lens_due => "ここで整えること", "Due here";
    lens_next => "次に来ること", "What comes next";
    lens_in_place => "整ったところ", "In place";
    lens_under_way => "途中のところ", "Under way";
    lens_also_under_way => "ほかに途中のところ", "Also under way";
    lens_under_review => "見直しているところ", "Under review";
    lens_untouched => "まだのところ", "Not begun";
    lens_nothing_begun => "まだどこも始まっていません。", "Nothing is begun yet.";
    lens_all_in_place => "どこも整っています。", "Everything is in place.";
    lens_behind_it_in_place => "始めたところは整っています。", "All that was begun is in place.";
    lens_read_from => "何から読んだか（対応はnorishiroの読み）", "Read from these points (our own reading)";
    lens_rule => "読み方：関わるポイントがすべて定着なら「整った」、どれかが始まっていれば「途中」。どのポイントに関わるかはnorishiroの読みです。", "How it is read: in place when every point it speaks to is established, under way when any is begun. Which points an item speaks to is our own reading.";
    lens_none => "当てはまるものがありません。", "Nothing fits.";

    cmd_lens => "見方", "lenses";
    cmd_lens_help => "いまの状態を、七段階や六つの側面などの見方で読む", "read where the council stands through nine models";
    cmd_lens_next => "次の見方", "next lens";
    cmd_lens_next_help => "次の見方に替える", "turn to the next lens";
    cmd_lens_previous => "前の見方", "previous lens";
    cmd_lens_previous_help => "前の見方に替える", "turn to the lens before";
    cmd_lens_open_help => "選んだ段階や側面のしるしと、読み取ったポイントを開く", "open an item: its marks and the points it is read from";
    cmd_lens_back => "ボード", "board";
    cmd_lens_back_help => "ボードに戻る", "go back to the board";
}
