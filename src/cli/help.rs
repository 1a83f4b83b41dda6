//! The command line with its help in the user's language. Knows what is said where, not what anything does.

use super::args::Line;
use crate::words::Words;
use clap::{Command, CommandFactory};

/// The whole command line as clap reads and explains it.
pub fn command(words: Words) -> Command {
    told(Line::command(), "", words)
}

/// One command and those below it; `path` is `""`, `meeting`, `meeting add`.
fn told(command: Command, path: &str, words: Words) -> Command {
    let example = example(path);
    let template = format!(
        "{{about-with-newline}}\n{}\n  {{usage}}\n\n{{all-args}}\n\n{}\n  {}\n",
        words.help_usage(),
        words.help_example(),
        example.replace('\n', "\n  "),
    );
    let command = command
        .about(words.command_help(path))
        .help_template(template)
        .subcommand_help_heading(words.help_commands())
        .subcommand_value_name(words.help_command_name())
        .mut_args(|arg| {
            let heading = match (arg.is_positional(), arg.is_global_set()) {
                (true, _) => words.help_arguments(),
                (_, true) => words.help_everywhere(),
                _ => words.help_options(),
            };
            let help = words.argument_help(path, arg.get_id().as_str());
            let takes_values = arg.get_action().takes_values();
            arg.help(help)
                .help_heading(heading)
                .hide_possible_values(takes_values)
                .hide_default_value(takes_values)
        });
    let below = |sub: Command| {
        let path = format!("{path} {}", sub.get_name());
        told(sub, path.trim_start(), words)
    };
    command.mut_subcommands(below)
}

/// A line that works as it stands once there is a council `toyokawa`.
fn example(path: &str) -> &'static str {
    match path {
        "demo" => "norishiro demo",
        "open" => "norishiro open toyokawa",
        "new" => "norishiro new toyokawa --name 豊川市健康づくり協議会 --template area",
        "list" => "norishiro list --json",
        "meeting" => "norishiro meeting toyokawa list",
        "meeting add" => "norishiro meeting toyokawa add --date 2026-11-20 --start 14:00 --end 15:30",
        "meeting list" => "norishiro meeting toyokawa list --json",
        "meeting start" => "norishiro meeting toyokawa start fy2026-1",
        "meeting close" => "norishiro meeting toyokawa close fy2026-1",
        "import council" => "norishiro import council toyokawa council.json",
        "schema" => "norishiro schema > council.schema.json",
        "import" | "import roster" => "norishiro import roster toyokawa members.csv --dry-run",
        "import actions" => "norishiro import actions toyokawa actions.xlsx --map 締め=due --dry-run",
        "import sheet" => "norishiro import sheet toyokawa R8_sheet.xlsx --year R8",
        "import minutes" => "norishiro import minutes toyokawa minutes.docx --meeting 2026-1 --dry-run",
        "capture" => {
            "norishiro capture toyokawa notes.txt\necho '決定：来年度も続ける' | norishiro capture toyokawa"
        }
        "record" => "norishiro record toyokawa --meeting fy2026-1",
        "search" => {
            "norishiro search toyokawa 健診 種別:決定\nnorishiro search toyokawa is:open 'due:<12/20' --json"
        }
        "minutes" => "norishiro minutes toyokawa --format txt -o minutes.txt",
        "paper" => {
            "norishiro paper minutes toyokawa --names letters\nnorishiro paper actions toyokawa --format ics -o actions.ics"
        }
        "actions" => "norishiro actions toyokawa --overdue",
        "board" => "norishiro board toyokawa\nnorishiro board toyokawa --lens stages",
        "points" => "norishiro points 5",
        "cases" => "norishiro cases --point 5\nnorishiro cases yuzawa",
        "models" => "norishiro models stages",
        "templates" => "norishiro templates area",
        "forms" => "norishiro forms report",
        "wording" => "norishiro wording toyokawa\nnorishiro wording --write",
        "sheet" => "norishiro sheet toyokawa --year R7",
        "indicators" => "norishiro indicators toyokawa --point 8",
        "escalations" => "norishiro escalations toyokawa --json",
        "raise" => "norishiro raise toyokawa 夜間の健診枠が足りない --point 2 --to 健康づくり推進会議",
        "answer" => "norishiro answer toyokawa escshoku 保健センターが毎年4月に見直す",
        "withdraw" => "norishiro withdraw toyokawa escyakan",
        "assessments" => "norishiro assessments toyokawa\nnorishiro assessments toyokawa 2026-09-25",
        "partners" => "norishiro partners toyokawa\nnorishiro partners toyokawa 農務課",
        "next" => "norishiro next toyokawa\nnorishiro next toyokawa --accept 1",
        "history" => {
            "norishiro history toyokawa --record 12\nnorishiro history toyokawa --at 2026-11-20T14:00 -o before"
        }
        "restore" => "norishiro restore toyokawa --list\nnorishiro restore toyokawa --from 20261120-140000",
        "check" => "norishiro check toyokawa",
        "grow" => "norishiro grow trial --size m",
        "completions" => "norishiro completions bash > ~/.local/share/bash-completion/completions/norishiro",
        _ => "norishiro demo\nnorishiro new toyokawa --name 豊川市健康づくり協議会\nnorishiro open toyokawa",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;
    use std::collections::BTreeSet;

    fn walk(command: &Command, path: &str, seen: &mut impl FnMut(&Command, &str)) {
        seen(command, path);
        for sub in command.get_subcommands() {
            walk(sub, format!("{path} {}", sub.get_name()).trim_start(), seen);
        }
    }

    #[test]
    fn every_command_and_argument_is_explained_in_both_languages() {
        for lang in [Lang::Ja, Lang::En] {
            let words = Words::new(lang);
            let command = command(words);
            command.clone().debug_assert();
            let mut abouts = BTreeSet::new();
            walk(&command, "", &mut |command, path| {
                let about = command.get_about().map(ToString::to_string).unwrap_or_default();
                assert!(!about.is_empty() && abouts.insert(about), "{path:?} in {lang:?}");
                for arg in command.get_arguments() {
                    let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
                    assert!(!help.is_empty(), "{path:?} {} in {lang:?}", arg.get_id());
                }
            });
        }
    }

    #[test]
    fn every_example_is_understood() {
        let command = command(Words::new(Lang::Ja));
        walk(&command.clone(), "", &mut |_, path| {
            for line in example(path).lines().filter(|line| line.starts_with("norishiro")) {
                let line = line.split(" >").next().unwrap_or(line);
                let read = command.clone().try_get_matches_from(line.split(' '));
                assert!(read.is_ok(), "{line}: {read:?}");
                let first = path.split(' ').next().unwrap_or_default();
                assert!(line.contains(first), "{path}: {line}");
            }
        });
    }
}
