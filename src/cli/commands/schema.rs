//! `norishiro schema`: what the JSON of a whole council looks like, for whoever writes a program that reads it.

use crate::{cli::answer::Answer, paper::everything};

pub fn run() -> Answer {
    Answer::text(everything::schema())
}
