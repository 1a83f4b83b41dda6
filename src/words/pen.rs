//! What is said about who may write to a council: the header, the line in the place of typing, the reasons, the taking over.

use super::{Words, catalogue};

catalogue! {
    pen_header(who: &str) => "閲覧のみ・書き手 {who}", "read only · {who} has the pen";
    pen_header_close(who: &str) => "閲覧のみ・{who}", "read only · {who}";
    pen_header_free => "閲覧のみ・書き手なし", "read only · nobody has the pen";
    pen_header_damaged => "閲覧のみ・ファイルに誤り", "read only · a file has a mistake";
    pen_header_newer => "閲覧のみ・新しい形式", "read only · newer format";
    pen_header_short => "閲覧のみ", "read only";
    pen_somebody => "ほかの人", "somebody else";
    pen_at(who: &str, host: &str) => "{who}（{host}）", "{who} ({host})";

    pen_theirs(who: &str) => "いまは閲覧のみです。書き手は{who}です。ここで書くには、先に書き手の画面を終了してください。", "Read only: {who} has the pen. To write here, have that screen closed first.";
    pen_theirs_unsure(who: &str) => "いまは閲覧のみです。書き手は別の端末の{who}です。Ctrl-G で、確かめてから引き継げます。", "Read only: {who} has the pen, on another machine. Ctrl-G asks, then takes it over.";
    pen_free => "いまは閲覧のみです。書き手はもういません。Ctrl-G で引き継ぐと書けます。", "Read only: the writer has gone. Press Ctrl-G to take the pen and write.";
    pen_damaged(what: &str) => "{what}直るまで、この会は閲覧のみです。", "{what} Until it is mended, the council is read only.";
    pen_newer(format: u32) => "新しい版の norishiro（形式{format}）で書かれています。この版では閲覧のみです。", "Written by a newer norishiro, in format {format}. Here it is read only.";

    pen_opened => "開いたときのお知らせ", "While it was opened";
    pen_faults => "ファイルに誤りがあります（ほかの記録は見られます）", "A file has a mistake (the rest can be looked at)";
    pen_faults_watched => "直して保存すると、この画面も読み直します。それまでは閲覧のみです。", "Once it is mended and saved, this screen reads it again. Until then it is read only.";
    pen_taken => "書き手になりました。ここで書けます。", "You have the pen now.";
    pen_lost(who: &str) => "書き手が{who}に替わりました。ここは閲覧のみです。", "{who} took the pen over. Here it is read only now.";
    pen_lost_unsaved(who: &str, unsaved: u64) => "書き手が{who}に替わりました。ここは閲覧のみです。保存できなかった変更{unsaved}件は、この画面に残してあります。", "{who} took the pen over. Here it is read only now; what could not be saved ({unsaved}) is still on this screen.";
    pen_not_fitting_title => "加えられなかった変更", "Changes that were left out";
    pen_not_fitting => "書き手が替わっている間に、次の記録はほかで変わりました。いまの内容を見て、必要なら書き直してください。", "While somebody else had the pen, they changed these records. Look at them as they are now, and change them again if need be.";
    pen_left(who: &str) => "書き手の{who}が終了しました。Ctrl-G で引き継げます。", "The writer ({who}) has gone. Press Ctrl-G to take the pen.";
    pen_now(who: &str) => "{who}が書き手になりました。", "{who} has the pen now.";
    pen_is_ours => "書き手は、もうこの画面です。", "This screen has the pen already.";
    pen_in_use => "書き手の画面がまだ開いています。先にそちらを終了してください。", "The writer's screen is still open. Have it closed first.";
    pen_files_first => "ファイルの誤りが直るまで、書き手にはなれません。", "Nobody can have the pen until the files are mended.";

    pen_ask_title => "書き手の引き継ぎ", "Taking the pen over";
    pen_field_who => "書き手", "Writer";
    pen_field_where => "端末", "Machine";
    pen_field_since => "開始", "Since";
    pen_field_last => "最後の変更", "Last change";
    pen_ask_unsure(who: &str) => "別の端末なので、{who}がまだ書いているかどうかは、ここから確かめられません。", "It is another machine: whether {who} still writes cannot be seen from here.";
    pen_ask_effect(who: &str) => "引き継ぐと、{who}の画面は閲覧のみになります。まだ保存されていない変更は、そちらの画面に残ります。先に本人に声をかけてください。", "If you take the pen over, their screen becomes read only, and what is not saved yet stays there. Speak to {who} first.";
    pen_ask => "F2 で引き継ぎます。Esc でやめます。", "F2 takes it over, Esc leaves it.";

    cmd_pen => "引き継ぐ", "take the pen";
    cmd_pen_help => "書き手を引き継ぐ", "take the pen over";
    cmd_notice_yes => "はい", "yes";
    cmd_notice_yes_help => "尋ねられたことを行う", "do what is asked";
    cmd_notice_read_help => "読み終えて閉じる", "close it, having read it";
    cmd_notice_close_help => "何もせずに閉じる", "close it and do nothing";
    notice_only_tells => "これはお知らせです。Enter で閉じます。", "This is only to be read. Enter closes it.";
    notice_asks => "F2 か Esc で答えてください。", "Answer with F2 or Esc.";
}

impl Words {
    /// Who has the pen, as they are called; somebody else where that is not known.
    pub fn pen_person(self, by: &str) -> &str {
        if by.is_empty() { self.pen_somebody() } else { by }
    }

    /// The same with their machine, where that is known.
    pub fn pen_person_at(self, by: &str, host: &str) -> String {
        let who = self.pen_person(by);
        if host.is_empty() { who.to_owned() } else { self.pen_at(who, host) }
    }
}
