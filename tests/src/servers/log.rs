//! The log of a server: what `S3Layer` reports, on standard output.

use std::io::{self, IsTerminal as _, Write};
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread;

/// So many events wait to be written; a server whose output nobody reads drops the others instead of stopping.
const WAITING: usize = 1024;

/// Prints all events of `tracing` from now on.
pub fn to_stdout() {
    let (sender, events) = sync_channel::<Vec<u8>>(WAITING);
    thread::spawn(move || {
        let mut out = io::stdout();
        while let Ok(event) = events.recv() {
            if out.write_all(&event).and_then(|()| out.flush()).is_err() {
                return;
            }
        }
    });
    tracing_subscriber::fmt().with_ansi(io::stdout().is_terminal()).with_writer(move || Line(sender.clone())).init();
}

/// One event, which the subscriber writes in one piece.
struct Line(SyncSender<Vec<u8>>);

impl Write for Line {
    fn write(&mut self, event: &[u8]) -> io::Result<usize> {
        let _ = self.0.try_send(event.to_vec());
        Ok(event.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
