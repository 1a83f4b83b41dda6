//! The program: arguments in, exit code out.

use std::process::ExitCode;

fn main() -> ExitCode {
    norishiro::cli::main(std::env::args_os().collect())
}
