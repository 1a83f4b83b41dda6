//! The wording of papers at the shell: phrases an office made its own, whose count, and mistakes that are told before anything is written.

#[path = "support/user.rs"]
mod user;

use std::fs;
use user::User;

impl User {
    fn wording(&self, place: &str, text: &str) {
        let path = self.home().join(place);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

const AGENDA: &str = "paper agenda trial --format txt";

#[test]
fn the_councils_words_count_then_the_homes_then_our_own() {
    let user = User::with_meeting();
    assert!(user.ok(AGENDA).contains("1　開会\n2　あいさつ\n"));
    user.wording("wording.ja.ron", "{\"agenda_opening\": \"はじめに\", \"agenda_items\": \"話し合うこと\"}");
    let text = user.ok(AGENDA);
    assert!(text.contains("1　はじめに\n2　話し合うこと\n"), "{text}");
    user.wording("councils/trial/wording.ja.ron", "{\"agenda_opening\": \"開会\n会長あいさつ\"}");
    let text = user.ok(AGENDA);
    assert!(text.contains("1　開会\n2　会長あいさつ\n3　話し合うこと\n"), "{text}");
    assert!(user.ok(&format!("{AGENDA} --lang en")).contains("1　Opening\n"));
    user.ok("check trial");
    let listed = user.json("wording trial");
    let of = |key: &str| {
        let rows = listed.as_array().unwrap().iter();
        let row = rows.clone().find(|row| row["key"] == key).unwrap();
        (row["text"].as_str().unwrap().to_owned(), row["file"].as_str().unwrap().to_owned())
    };
    assert!(of("agenda_opening").1.ends_with("trial/wording.ja.ron"));
    assert!(of("agenda_items").1.ends_with("home/wording.ja.ron"));
    assert_eq!(of("notice_bring"), (String::new(), String::new()));
}

#[test]
fn a_mistake_is_named_and_nothing_is_written() {
    let user = User::with_meeting();
    for (text, told) in [
        (
            "{\"minutes_opening\": \"開会\n{{ chiar }}\"}",
            &["wording.ja.ron", "minutes_opening", "2行目", "chiar", "chair"][..],
        ),
        ("{\"minutes_openning\": \"開会\"}", &["minutes_openning", "minutes_opening"]),
        ("{\"minutes_opening\": \"{% for a in chair %}{% endfor %}\"}", &["minutes_opening", "for"]),
        ("{\"minutes_opening\": \"{% if chair %}\"}", &["minutes_opening", "1行目"]),
        ("{\"minutes_opening\": }", &["wording.ja.ron"]),
    ] {
        user.wording("wording.ja.ron", text);
        for line in
            ["paper minutes trial -o out.txt --format txt", "paper notice trial -o out.txt", "wording"]
        {
            let said = user.no(1, line);
            told.iter().for_each(|part| assert!(said.contains(part), "{text}: {said}"));
        }
        assert!(!user.folder.path().join("out.txt").exists());
        user.ok("record trial");
        user.ok("paper everything trial -o all.json --overwrite");
    }
}

#[test]
fn the_file_to_change_says_what_the_program_says_and_is_made_once() {
    let user = User::with_meeting();
    let before = user.json("wording");
    assert!(user.ok("wording --write").contains("wording.ja.ron"));
    let texts = |rows: &serde_json::Value| -> Vec<serde_json::Value> {
        rows.as_array().unwrap().iter().map(|row| row["text"].clone()).collect()
    };
    let after = user.json("wording");
    assert_eq!(texts(&after), texts(&before));
    assert!(
        after.as_array().unwrap().iter().all(|row| row["file"].as_str().unwrap().ends_with("wording.ja.ron"))
    );
    assert!(user.no(1, "wording --write").contains("wording.ja.ron"));
    assert!(user.ok("wording --write --lang en").contains("wording.en.ron"));
    let listed = user.ok("wording");
    assert!(listed.contains("notice_greeting") && listed.contains("御清栄"), "{listed}");
}
