//! What is said of the past of a council: its changes, its backups, and why one cannot be looked at.

use crate::{
    store::{Gap, Mended, NotKept},
    words::{Words, catalogue},
};

catalogue! {
    col_when => "日時", "when";
    col_who => "だれ", "who";
    col_what => "内容", "what";
    col_backup => "控え", "backup";

    history_none => "当てはまる変更はありません。", "There is no such change.";
    history_gap(after: u64, before: u64) => "変更{after}から{before}までのあいだの履歴が欠けています。", "The history lacks what came between changes {after} and {before}.";
    history_as_of(name: &str, time: &str) => "{time} の「{name}」", "“{name}” as of {time}";
    history_members(count: usize) => "委員{count}人", "members: {count}";
    history_open_actions(count: usize) => "未了の宿題{count}件", "open actions: {count}";
    history_lines(count: usize) => "記録{count}行", "lines on record: {count}";
    history_written(home: &str, slug: &str) => "その時の状態を書き出しました。norishiro --home {home} open {slug} で開けます。",
        "That state was written. Open it with: norishiro --home {home} open {slug}";

    history_not_kept => "その時の状態は分かりません。", "It is not known how it was then.";
    not_kept_since(time: &str) => "履歴は {time} からです。", "The history begins at {time}.";
    not_kept_unfit(seq: u64) => "変更{seq}が、そのあとの状態と合いません。", "Change {seq} does not fit what came after it.";
    history_see_backups => "restore 会議体 --list で控えも見てください。", "See the backups too: restore COUNCIL --list.";

    repair_backup(path: &str) => "直す前の状態：{path}", "The state before mending: {path}";
    repair_nothing => "直せるものはありません。", "There was nothing that could be mended.";
    repair_torn(bytes: u64) => "保存の途中で切れた変更の端（{bytes}バイト）を取り除きました。", "Took away the end of a change that was never saved ({bytes} bytes).";
    repair_caches(count: usize) => "覚え書きのファイル{count}個を取り除きました（次に開くとつくり直されます）。", "Took away {count} file(s) that only remember what others say.";
    repair_rebuilt(file: &str, kept: &str) => "{file} を控えと履歴からつくり直しました。元のファイル：{kept}", "Wrote {file} anew from a backup and the history. The old one: {kept}";
    repair_next_action(next: u32) => "次の宿題の番号を{next}にしました。", "The next action takes the number {next}.";
    repair_folded => "途中だった保存を終えました。", "Finished what was still to be written to the files.";

    restore_none => "控えはまだありません。", "There is no backup yet.";
    restore_no_such(typed: &str) => "「{typed}」という控えはありません。", "There is no backup “{typed}”.";
    restore_done(name: &str) => "控え {name} の状態に戻しました。", "The council is as it was in the backup {name}.";
    restore_same(name: &str) => "いまの状態は控え {name} と同じです。何も変えていません。", "The council is already as in the backup {name}; nothing was changed.";
    restore_before(path: &str) => "戻す前の状態：{path}", "The state before: {path}";
    restore_no_history => "戻す前の状態が読めなかったため、履歴はここで途切れます。", "The state before could not be read, so the history has a gap here.";
}

impl Words {
    /// What was mended.
    pub fn mended(self, mended: &Mended) -> String {
        match mended {
            Mended::TornJournal { bytes } => self.repair_torn(*bytes),
            Mended::Caches(count) => self.repair_caches(*count),
            Mended::Rebuilt { file, kept } => {
                self.repair_rebuilt(&file.display().to_string(), &kept.display().to_string())
            }
            Mended::NextAction(next) => self.repair_next_action(*next),
            Mended::Folded => self.repair_folded().to_owned(),
        }
    }

    /// Why an earlier state cannot be told.
    pub fn not_kept(self, why: &NotKept) -> String {
        match *why {
            NotKept::Since(time) => self.not_kept_since(&time.format("%Y-%m-%d %H:%M").to_string()),
            NotKept::Gap(Gap { after, before }) => self.history_gap(after, before),
            NotKept::Unfit(seq) => self.not_kept_unfit(seq),
        }
    }
}
