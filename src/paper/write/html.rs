//! A page of HTML that stands alone: no network, no script, readable on a phone, and on A4 when it is printed.
//!
//! Whatever was typed is text and never markup; lines somebody began stay lines.

use super::escape::escape;
use crate::{
    paper::document::{Bar, Bars, Block, Document, Fact, Page, Table},
    words::Lang,
};

const STYLE: &str = include_str!("../../../data/paper.css");

/// Half-width letters beside each other on the page.
const LETTERS: usize = 90;

/// The whole page.
pub fn write(document: &Document) -> String {
    let lang = match document.lang {
        Lang::Ja => "ja",
        Lang::En => "en",
    };
    let (lies, class) = match document.page {
        Page::Portrait => ("portrait", "portrait"),
        Page::Single => ("portrait", "single"),
        Page::Landscape => ("landscape", "landscape"),
    };
    let title = escape(&document.title).replace('\n', " ");
    let running = match &document.running[..] {
        "" => String::new(),
        running => format!("<p class=\"running\">{}</p>\n", inline(running)),
    };
    let blocks = |parts: &[Block]| parts.iter().map(|part| block(part) + "\n").collect::<String>();
    let (above, below) = document.around_title();
    let (above, below) = (blocks(above), blocks(below));
    let style = STYLE.replace("{PAGE}", lies);
    format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<style>\n{style}</style>\n</head>\n<body class=\"{class}\">\n<main>\n\
         {running}{above}<h1>{}</h1>\n{below}</main>\n</body>\n</html>\n",
        inline(&document.title)
    )
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading { level: 1, text } => format!("<h2>{}</h2>", inline(text)),
        Block::Heading { text, .. } => format!("<h3>{}</h3>", inline(text)),
        Block::Paragraph(text) => format!("<p>{}</p>", inline(text)),
        Block::Right(text) => format!("<p class=\"right\">{}</p>", inline(text)),
        Block::Centred(text) => format!("<p class=\"centred\">{}</p>", inline(text)),
        Block::Speech { speaker, text } => {
            format!("<div class=\"speech\"><b>{}</b><p>{}</p></div>", inline(speaker), inline(text))
        }
        Block::Facts(facts) => format!("<dl>\n{}</dl>", facts.iter().map(fact).collect::<String>()),
        Block::Bullets(items) => format!("<ul>\n{}</ul>", list(items)),
        Block::Numbered(items) => format!("<ol>\n{}</ol>", list(items)),
        Block::Table(rows) => table(rows),
        Block::Bars(drawn) => bars(drawn),
        Block::Room(room) => table(&room.to_table()),
        Block::Signatures(names) => {
            let line = |name: &String| format!("<li><span>{}</span></li>\n", inline(name));
            format!("<ul class=\"signatures\">\n{}</ul>", names.iter().map(line).collect::<String>())
        }
    }
}

/// Text inside a block, its lines kept.
fn inline(text: &str) -> String {
    escape(text).replace('\n', "<br>")
}

fn fact(fact: &Fact) -> String {
    let values: String = fact.values.iter().map(|value| format!("<dd>{}</dd>", inline(value))).collect();
    format!("<div><dt>{}</dt>{values}</div>\n", inline(&fact.label))
}

fn list(items: &[String]) -> String {
    items.iter().map(|item| format!("<li>{}</li>\n", inline(item))).collect()
}

fn table(table: &Table) -> String {
    let shares = table.letters(LETTERS);
    let whole: usize = shares.iter().sum();
    let columns: String =
        shares.iter().map(|share| format!("<col style=\"width:{}%\">", share * 100 / whole.max(1))).collect();
    let head: String =
        table.head.iter().map(|text| format!("<th scope=\"col\">{}</th>", inline(text))).collect();
    let numeric: Vec<bool> = (0..table.head.len()).map(|column| table.is_numeric(column)).collect();
    let cell = |(text, numeric): (&String, &bool)| {
        let class = if *numeric { " class=\"number\"" } else { "" };
        format!("<td{class}>{}</td>", inline(text))
    };
    let row =
        |row: &Vec<String>| format!("<tr>{}</tr>\n", row.iter().zip(&numeric).map(cell).collect::<String>());
    let rows: String = table.rows.iter().map(row).collect();
    format!(
        "<div class=\"wide\"><table>\n<colgroup>{columns}</colgroup>\n<thead><tr>{head}</tr></thead>\n\
         <tbody>\n{rows}</tbody>\n</table></div>"
    )
}

fn bars(bars: &Bars) -> String {
    let bar = |bar: &Bar| {
        let class = if bar.light { "bar light" } else { "bar" };
        let length = f64::from(bar.length.min(1000)) / 10.0;
        format!(
            "<tr><th scope=\"row\">{}</th><td class=\"number\">{}</td><td class=\"room\">\
             <span class=\"{class}\" style=\"width:{length}%\"></span></td></tr>\n",
            inline(&bar.label),
            inline(&bar.value)
        )
    };
    let rows: String = bars.bars.iter().map(bar).collect();
    format!(
        "<table class=\"bars\">\n<caption>{}</caption>\n<tbody>\n{rows}</tbody>\n</table>",
        inline(&bars.title)
    )
}
