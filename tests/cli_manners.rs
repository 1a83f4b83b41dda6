//! What all subcommands have in common: language, settings, help, slips of the hand, pipes.

#[path = "support/user.rs"]
mod user;

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
};
use user::{User, assert_says, text};

#[test]
fn screens_want_a_terminal() {
    let user = User::with_meeting();
    for line in ["demo", "open trial", "--lang ja"] {
        assert_says(&user.no(2, line), &["端末がありません", "理由", "次に"]);
    }
}

#[test]
fn the_language_is_asked_configured_or_the_systems() {
    let user = User::with_meeting();
    let said =
        |command: &mut Command| text(&command.args(["meeting", "trial", "list"]).output().unwrap().stdout);
    assert_says(&said(&mut user.command()), &["予定"]);
    assert_says(&said(user.command().env("LANG", "C.UTF-8")), &["予定"]);
    assert_says(&said(user.command().env("LANG", "en_US.UTF-8")), &["planned"]);
    assert_says(&said(user.command().env("LANG", "en_US.UTF-8").args(["--lang", "ja"])), &["予定"]);
    fs::write(user.home().join("config.ron"), "(lang: en, theme: dark)").unwrap();
    assert_says(&said(&mut user.command()), &["planned"]);
    assert_says(&said(user.command().arg("--lang=ja")), &["予定"]);
}

#[test]
fn a_bad_configuration_is_shown_where_it_is_bad() {
    let user = User::with_meeting();
    fs::write(user.home().join("config.ron"), "(\n    theme: drak,\n)\n").unwrap();
    let said = user.no(1, "list");
    assert_says(&said, &["config.ron の2行目、12文字目", "drak", "dark", "           ^"]);
    assert_says(&user.ok("--help"), &["使い方"]);
}

#[test]
fn a_clock_that_cannot_be_set_is_refused() {
    let user = User::with_meeting();
    assert_says(&user.no(2, "--now tomorrow list"), &["--now", "tomorrow"]);
    let output = user.command().env("NORISHIRO_NOW", "yesterday").arg("list").output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert_says(&text(&output.stderr), &["yesterday", "2026-11-20T14:00"]);
}

#[test]
fn help_is_in_the_users_language_with_an_example() {
    let user = User::new();
    let commands = [
        "demo",
        "open",
        "new",
        "list",
        "meeting",
        "meeting x add",
        "meeting x list",
        "meeting x start",
        "meeting x close",
        "import",
        "import roster",
        "import actions",
        "import sheet",
        "import minutes",
        "capture",
        "record",
        "search",
        "minutes",
        "actions",
        "board",
        "points",
        "cases",
        "models",
        "templates",
        "forms",
        "sheet",
        "next",
        "check",
        "completions",
    ];
    for command in commands {
        let (ja, en) =
            (user.ok(&format!("{command} --help")), user.ok(&format!("--lang en {command} --help")));
        assert_says(&ja, &["使い方：", "例：", "norishiro "]);
        assert_says(&en, &["Usage:", "Example:", "norishiro "]);
        for english in ["Usage:", "Options:", "Print help"] {
            assert!(!ja.contains(english), "{english} in:\n{ja}");
        }
        assert!(!ja.contains("--now") && !en.contains("--now"));
    }
    assert_says(&user.ok("--version"), &["norishiro ", env!("CARGO_PKG_VERSION")]);
}

#[test]
fn slips_of_the_hand_are_told_in_parts() {
    let user = User::new();
    assert_says(&user.no(2, "lits"), &["「lits」", "「list」のことではありませんか", "--help"]);
    assert_says(&user.no(2, "list --jsno"), &["--jsno", "--json"]);
    assert_says(&user.no(2, "list --lang fr"), &["「fr」", "ja, en"]);
    assert_says(&user.no(2, "meeting trial"), &["何をするか"]);
    assert_says(&user.no(2, "--lang en lits"), &["error: ", "Did you mean", "next: "]);
}

#[test]
fn every_shell_gets_its_completions() {
    let user = User::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert_says(&user.ok(&format!("completions {shell}")), &["norishiro", "capture"]);
    }
}

#[test]
fn a_reader_that_leaves_early_is_no_error() {
    let user = User::with_meeting();
    let mut child = user
        .command()
        .args(["completions", "bash"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), text(&output.stderr).as_str()), (Some(0), ""));
}

#[test]
fn the_home_is_named_given_or_the_platforms() {
    let user = User::new();
    let list = |command: &mut Command| text(&command.args(["list", "--json"]).output().unwrap().stdout);
    let other = user.folder.path().join("other");
    let home = other.to_str().unwrap();
    user.ok(&format!("--home {home} new trial --name 試しの会"));
    assert!(Path::new(home).join("councils/trial/council.ron").is_file());
    assert_eq!(list(&mut user.command()).trim(), "[]");
    assert_says(&list(user.command().args(["--home", home])), &["trial"]);
    assert_says(&list(user.command().env("NORISHIRO_HOME", home)), &["trial"]);
    assert_eq!(list(user.command().env_remove("NORISHIRO_HOME")).trim(), "[]");
}
