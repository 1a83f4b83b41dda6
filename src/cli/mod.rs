//! The shell around everything: arguments, environment, clock, randomness, and the terminal. Knows no rule of a council.

pub mod clock;
pub mod screen;
