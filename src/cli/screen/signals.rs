//! Being told to go by the system. The only Unix code of the program besides file permissions.

use std::sync::mpsc::Sender;

/// Sends what `wrap` makes once the process is asked to end (SIGTERM) or its terminal goes away (SIGHUP).
#[cfg(unix)]
pub fn watch<T: Send + 'static>(
    sender: Sender<T>,
    wrap: impl Fn() -> T + Send + 'static,
) -> std::io::Result<()> {
    use signal_hook::{
        consts::{SIGHUP, SIGTERM},
        iterator::Signals,
    };
    let mut signals = Signals::new([SIGTERM, SIGHUP])?;
    std::thread::spawn(move || {
        for _ in signals.forever() {
            if sender.send(wrap()).is_err() {
                break;
            }
        }
    });
    Ok(())
}

/// Elsewhere a closing console ends the process; every change is on disk already but for the last few milliseconds'.
#[cfg(not(unix))]
pub fn watch<T: Send + 'static>(
    _sender: Sender<T>,
    _wrap: impl Fn() -> T + Send + 'static,
) -> std::io::Result<()> {
    Ok(())
}
