//! What came up while a council was opened: said once, each with what was kept.

use super::{Words, catalogue};
use crate::store::Notice;

impl Words {
    /// What happened, and what there is to do or to know.
    pub fn notice(self, notice: &Notice) -> (String, String) {
        match notice {
            Notice::TornRecord { bytes } => (self.notice_torn(*bytes), self.notice_torn_next().to_owned()),
            Notice::DamagedJournal { line, kept } => {
                (self.notice_damaged(*line), self.notice_kept(&kept.display().to_string()))
            }
            Notice::LeftOpen(holder) => {
                let who = self.pen_person_at(&holder.by, &holder.host);
                (self.notice_left_open(&who), self.notice_left_open_next().to_owned())
            }
            Notice::Migrated { from, backup } => {
                (self.notice_migrated(*from), self.notice_backup(&backup.display().to_string()))
            }
        }
    }
}

catalogue! {
    notice_torn(bytes: u64) => "書きかけで終わった最後の記録（{bytes}バイト）を除きました。", "The last line in the journal was not whole ({bytes} bytes) and is left out.";
    notice_torn_next => "保存済みと表示したものは、すべてあります。", "Everything that was shown as saved is here.";
    notice_damaged(line: usize) => "変更の記録（journal.ron）が{line}行目から壊れていたため、そこまでで開きました。", "The journal is damaged from line {line} on; the council is open as it was up to there.";
    notice_kept(path: &str) => "壊れた部分は {path} に残してあります。", "The damaged part is kept in {path}.";
    notice_left_open(who: &str) => "前回の書き手（{who}）は、終了の手続きなしに終わりました。", "The last writer ({who}) ended without closing.";
    notice_left_open_next => "保存済みと表示したものは、すべてあります。", "Everything that was shown as saved is here.";
    notice_migrated(from: u32) => "形式{from}のファイルを、いまの形式に書き換えました。", "Files of format {from} were written anew in the present format.";
    notice_backup(path: &str) => "もとのファイルは {path} にあります。", "The files as they were are in {path}.";
}
