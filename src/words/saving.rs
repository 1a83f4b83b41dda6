//! What is said about saving: the state in the header, the reason in a few words, the copy elsewhere, the line that was being typed.

use super::{Words, catalogue};
use crate::store::{Cause, Problem};
use std::io::ErrorKind;

impl Words {
    /// Why saving fails, in two or three words for the header.
    pub fn in_brief(self, problem: &Problem) -> &'static str {
        match problem {
            Problem::CannotRead { cause, .. } | Problem::CannotWrite { cause, .. } => {
                self.cause_in_brief(cause)
            }
            Problem::Unreadable(_) | Problem::OtherFormat { .. } => self.brief_unreadable(),
            Problem::NoSuchCouncil { .. } => self.brief_gone(),
            Problem::SlugTaken { .. } | Problem::BadName { .. } => self.brief_name(),
            Problem::HeldElsewhere { .. } | Problem::PenNotLaidDown { .. } | Problem::NoPen { .. } => {
                self.brief_held()
            }
            Problem::PenTaken { .. } => self.brief_taken(),
            Problem::Conflict { .. } => self.brief_changed(),
        }
    }

    fn cause_in_brief(self, cause: &Cause) -> &'static str {
        match cause.kind {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => self.brief_full(),
            ErrorKind::FileTooLarge => self.brief_too_large(),
            ErrorKind::PermissionDenied => self.brief_permission(),
            ErrorKind::ReadOnlyFilesystem => self.brief_read_only(),
            ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::IsADirectory => self.brief_gone(),
            ErrorKind::StaleNetworkFileHandle
            | ErrorKind::HostUnreachable
            | ErrorKind::NetworkUnreachable
            | ErrorKind::NetworkDown
            | ErrorKind::TimedOut => self.brief_share(),
            _ => self.brief_io(),
        }
    }
}

catalogue! {
    saved => "保存済", "saved";
    saved_short => "済", "ok";
    saving => "保存中", "saving";
    saving_short => "…", "…";
    saved_again => "保存できるようになりました。", "Saving works again.";
    demo_saved => "お試し", "demo";
    demo_saved_short => "試", "demo";
    not_saved => "未保存", "NOT SAVED";
    /// Between 未保存 and the reason.
    not_saved_because => "：", ": ";
    not_saved_copied(home: &str) => "控えは {home}", "copy in {home}";

    brief_full => "空きなし", "disk full";
    brief_too_large => "大きさの上限", "size limit";
    brief_permission => "書込み不可", "no permission";
    brief_read_only => "読取専用の媒体", "read-only disk";
    brief_gone => "保存先なし", "folder gone";
    brief_share => "共有に届かず", "share unreachable";
    brief_io => "入出力エラー", "I/O error";
    brief_unreadable => "読めないファイル", "unreadable file";
    brief_name => "名前が使えず", "name refused";
    brief_taken => "引き継がれました", "pen taken over";
    brief_held => "ほかで使用中", "in use elsewhere";
    brief_pen => "書き手が交代", "pen taken";
    brief_changed => "ほかで変更あり", "changed elsewhere";

    leave_unsaved(changes: u64, key: &str) => "{changes}件の変更がまだ保存できていません。Ctrl-B で控えを別の場所に残せます。もう一度 {key} を押すと、保存せずに離れます。", "{changes} changes are not saved yet. Ctrl-B saves a copy elsewhere. Press {key} again to leave without them.";

    cmd_copy => "控えを保存", "save a copy";
    cmd_copy_help => "会の控えを別の場所に保存する（保存できないときの逃げ道）", "save a copy of the council elsewhere (a way out when it cannot be saved)";
    copy_offered => "Ctrl-B で控えを残せます。", "Ctrl-B saves a copy elsewhere.";
    form_copy => "控えを別の場所に保存", "Save a copy elsewhere";
    field_copy => "置き場所", "Folder";
    hint_copy => "USBメモリーなど、書き込めるフォルダー。無ければ作ります。", "A folder that can be written to, such as a USB stick; it is made if need be.";
    copy_last(home: &str) => "前の控えは {home} にあります。上書きはせず、番号を付けて残します。", "The last copy is in {home}. It is kept; the new one gets a number.";
    copy_place_wanted => "フォルダーの場所を入れてください。", "Say which folder.";
    copying => "控えを保存しています。", "Saving a copy.";
    copied(home: &str, slug: &str) => "控えを保存しました。開くには：norishiro --home {home} open {slug}", "Copy saved. To open it: norishiro --home {home} open {slug}";
    copy_left_out(files: usize) => "読めなかった過去の記録{files}件は入っていません。", "{files} past records that could not be read are not in it.";

    fold_put_off => "書いたものは保存されています。ファイルへの書き出しは、できるようになったら自動で行います。", "Everything is saved; the readable files are brought up to it as soon as that works.";

    draft_back => "書きかけの行を戻しました。", "The line you were typing is back.";
}
