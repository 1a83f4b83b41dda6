//! norishiro (のりしろ) is a terminal program for the people who facilitate councils: agenda, roster, roles, action items,
//! the board of ten points and the record, in Japanese and English. This page is its architecture.
//!
//! # Rooms
//!
//! | room | what it is | what must not be there |
//! | --- | --- | --- |
//! | [`domain`] | a council as data, everything that can change it, the rules of changing it | terminal, file, clock, locale, randomness, any other room |
//! | [`text`] | widths, cutting, wrapping, editing, dates, the capture language, and the search | a council, but in [`text::capture`], [`text::search`] and the check-in; drawing |
//! | [`store`] | the workspace on disk: readable RON files | screen, words, papers |
//! | [`words`] | every sentence the product says, Japanese and English side by side | decisions; a sentence in one language only |
//! | [`knowledge`] | the ten points, cases, models, templates and the sample council, from `data/` | files read while running |
//! | [`paper`] | a council made into a document, and one writer a format | rephrasing what was typed |
//! | [`intake`] | what others wrote, as bytes: tables and texts, and what they would do to a council | files, words; a change of a council |
//! | [`app`] | the screen program: model, update, view | disk, clock, terminal; [`store`] |
//! | [`cli`] | arguments, environment, clock, randomness, the terminal, and the loop around it all | rules of a council |
//!
//! A room uses the rooms on its right and no others:
//!
//! ```text
//! cli        ▶  app  paper  knowledge  words  intake  store  text  domain
//! app        ▶       paper  knowledge  words  intake         text  domain
//! paper      ▶              knowledge  words                 text  domain
//! knowledge  ▶                         words                       domain
//! words      ▶                                intake  store  text  domain    (of these two only what they refuse, to say it)
//! intake     ▶                                               text  domain
//! store      ▶                                               text  domain    (of the text only what is hidden in it)
//! text       ▶                                                     domain    (only in the capture language, the search and the check-in)
//! domain     ▶
//! ```
//! `tests/architecture.rs` reads every `use` and every path in `src/` and fails where an arrow runs back, or where a room
//! takes up a crate or a part of `std` that is not its own.
//!
//! # The way of a key
//!
//! 1. A thread in [`cli::screen`] reads the terminal. What arrives together, such as a phrase the IME commits, is sent together.
//! 2. It becomes a [`Msg::Key`](app::Msg::Key) and goes to [`update`](app::update::update) with the time. Same model, same message,
//!    same result.
//! 3. [`scope::live`](app::scope::live) says who can hear it, innermost first. A text field takes letters; any other key is
//!    looked up in [the one table of commands](app::command). Footer, help and palette are read from the same rows.
//! 4. The row answers [`Ready::Off`](app::command::Ready::Off) with its reason, or acts. An action moves the screen, or asks
//!    [`domain::decide`] for edits and [commits](app::Model::commit) them: a [`Refusal`](domain::Refusal) is said in words,
//!    [edits](domain::Edit) become one [`Change`](domain::Change) in the [`History`](domain::History).
//! 5. `update` returns [`Effect`](app::Effect)s: what is to be done outside, as data. A second thread does them and answers with
//!    messages ([`Saved`](app::Msg::Saved), [`SaveFailed`](app::Msg::SaveFailed), [`Opened`](app::Msg::Opened) …).
//! 6. When nothing more waits, [`view`](app::view::view) draws the model, reading only, and says where the real cursor stands. Only
//!    cells that changed are written. Then the loop sleeps until something happens; a tick exists only while a clock shows.
//!
//! # The one list of changes
//!
//! Whatever changes a council is an [`Edit`](domain::Edit), which carries what it replaces: [`apply`](domain::Council::apply)
//! checks that before it writes, and the [inverse](domain::Edit::inverse) is another edit. What a person did in one go is one
//! [`Change`](domain::Change) with the next number. Taking back appends, so the list only grows. Undo, saving and history are
//! readers of this one list; what is on disk is its fold up to a number. [`Effect::Persist`](app::Effect::Persist) carries
//! every change not yet confirmed, so the next success repairs the failures before it.
//!
//! ```
//! use norishiro::domain::{Council, Head, History, decide};
//!
//! let at = "2026-11-20T14:00:00".parse()?;
//! let mut history = History::new(Council::new(Head::new("健康づくり推進協議会")), 0);
//! let edits = decide::save_head(history.council(), |head| head.short = "健推協".into()).expect("it has a name");
//! history.push(at, edits)?;
//! history.undo(at)?;
//! assert_eq!(history.council().head.short, "");
//! assert_eq!(history.since(0).len(), 2);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What always holds
//!
//! - A council changes through [`Council::apply`](domain::Council::apply) and nowhere else; a change applies whole or not at all.
//! - Time and randomness come in as arguments. The same keys at the same times make the same council.
//! - A sentence that exists in one language does not compile.
//! - What is shown is measured by [`Ruler`](text::ruler::Ruler), what comes in is cleaned by [`text::clean`].
//! - A file on disk is the old one or the new one, never half of either. A file that cannot be read is not touched. One
//!   program writes to a council at a time.
//! - An error says what happened, why, and what to do next.
//!
//! # Start reading here
//!
//! [`domain::council`] (what a council is), [`domain::edit`] (what can change it), [`domain::decide`] (what a person may do);
//! then [`app::command`] (what the keys mean), and one pane from end to end: its rows in `app/command/`, its actions in
//! `app/update/`, its drawing in `app/view/`, its sentences in `words/`.

pub mod app;
pub mod cli;
pub mod domain;
pub mod intake;
pub mod knowledge;
pub mod paper;
pub mod store;
pub mod text;
pub mod words;
