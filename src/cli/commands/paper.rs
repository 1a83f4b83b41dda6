//! `norishiro paper`: any paper of a council, in any of its formats.

use crate::{
    cli::{
        answer::Answer,
        args::Paper,
        failure::Failure,
        output,
        shell::{OpenCouncil, Shell},
        wording,
    },
    domain::{Unread, id::MeetingId},
    paper::{About, Format, Kind, Order, Source, Which, compose, file_name},
    text::dates::parse_fiscal_year,
};
use std::path::Path;

pub fn run(shell: &Shell, asked: &Paper) -> Result<Answer, Failure> {
    let mut open = shell.open(&asked.council)?;
    let order = order(asked, &mut open)?;
    make(shell, &mut open, &order, asked.output.as_deref(), asked.overwrite)
}

/// Makes a paper, and writes it or prints it: Markdown, text and data are for the next program unless a file is named.
pub fn make(
    shell: &Shell,
    open: &mut OpenCouncil,
    order: &Order,
    output: Option<&Path>,
    over: bool,
) -> Result<Answer, Failure> {
    read(open, order)?;
    let wording = wording::load(&shell.home, shell.words, Some(&open.slug));
    let source = Source { council: open.council(), words: shell.words, now: shell.now(), wording: &wording };
    let content = compose(order, source)?;
    let bytes = content.bytes(order.format, order.encoding)?;
    let printed = matches!(order.format, Format::Md | Format::Txt | Format::Json);
    if output == Some(Path::new("-")) || (output.is_none() && printed) {
        return Ok(Answer::bytes(bytes));
    }
    let path = output::place(output, &file_name(order, source));
    output::write(&path, &bytes, over)?;
    Ok(Answer::text(shell.words.cli_written(&path.display().to_string()) + "\n"))
}

/// Reads until nothing more is wanted: what an agenda names is known once the agenda is.
fn read(open: &mut OpenCouncil, order: &Order) -> Result<(), Failure> {
    for _ in 0..2 {
        let unread = order.unread(open.council());
        if unread == Unread::default() {
            break;
        }
        open.read(&unread)?;
    }
    Ok(())
}

fn order(asked: &Paper, open: &mut OpenCouncil) -> Result<Order, Failure> {
    let year = asked
        .year
        .as_ref()
        .map(|typed| parse_fiscal_year(typed).ok_or_else(|| Failure::NotAYear(typed.clone())));
    let which = match asked {
        Paper { owner: Some(name), .. } => Which::With(name.clone()),
        Paper { all: true, .. } => Which::All,
        Paper { overdue: true, .. } => Which::Overdue,
        _ => Which::Open,
    };
    let usual = Order::new(asked.kind);
    Ok(Order {
        format: asked.format.unwrap_or(usual.format),
        meeting: meeting(asked, open)?,
        year: year.transpose()?,
        names: asked.names,
        verbatim: asked.verbatim,
        times: asked.times,
        arrange: asked.by,
        which,
        encoding: asked.encoding,
        sheet: asked.size,
        off_record: asked.off_record,
        ..usual
    })
}

/// The meeting named, else the one such a paper is usually of: what is sent before a meeting is of the next, what is sent after it of
/// the last.
fn meeting(asked: &Paper, open: &mut OpenCouncil) -> Result<Option<MeetingId>, Failure> {
    if let Some(typed) = &asked.meeting {
        return Ok(Some(open.meeting(typed)?.id.clone()));
    }
    if asked.kind.about() != About::Meeting {
        return Ok(None);
    }
    if matches!(asked.kind, Kind::Agenda | Kind::Notice | Kind::Seating) {
        let at_hand = open.council().meeting_at_hand(open.now.date());
        return Ok(at_hand.map(|meeting| meeting.id.clone()));
    }
    Ok(Some(open.meeting_to_read(None)?.id.clone()))
}
