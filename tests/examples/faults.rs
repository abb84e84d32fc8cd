//! A server that responds with any S3 error on demand: for tests of S3 clients, and of programs that use them.
//!
//! ```text
//! cargo run -p s3err-tests --example faults -- --port 9000
//! curl -i http://127.0.0.1:9000/s3err/SlowDown/cat.jpg
//! ```
//!
//! What it does is in `tests/src/faults`, whose documentation lists the paths; a test in Rust starts it in its own
//! process.

use std::process::ExitCode;
use std::time::Duration;

use s3err_tests::faults;
use s3err_tests::servers::options::{Command, Stop, number};
use s3err_tests::servers::{listen, log};

const COMMAND: Command = Command {
    name: "faults",
    help: "A server that responds with any S3 error on demand.

Usage: faults [OPTIONS]

Options:
  --port N      The port on 127.0.0.1; 0, the default, takes a free one
  --seconds N   End after so many seconds; without it, run until stopped
  --quiet       Do not log the errors
  --help        Print this

Paths, for any method; CODE is an S3 error code, as in NoSuchKey:
  /s3err/CODE/KEY              the error
  /s3err-CODE/KEY              the error of a bucket, its code in lower case
  /s3err/ok/KEY                success
  /s3err/flaky/CODE/N/TOKEN    the error for the first N requests, then success
  /s3err/embedded/CODE/KEY     for a copy, and for the completion of an upload: the error inside a 200
  /s3err?delete                for DeleteObjects: an error for every key that begins with CODE/
  /s3err-redirect/KEY          301, unless signed for eu-west-1
  /s3err-wrongregion/KEY       400, unless signed for eu-west-1
  /s3err-skew/KEY              403 for what is signed by a clock that is not an hour ahead",
    options: &["--port", "--seconds"],
    flags: &["--quiet"],
};

fn main() -> ExitCode {
    COMMAND.finish(run())
}

fn run() -> Result<(), Stop> {
    let (mut port, mut seconds, mut is_quiet) = (0, None, false);
    for (name, value) in COMMAND.read(std::env::args().skip(1))? {
        match name {
            "--port" => port = number(name, &value)?,
            "--seconds" => seconds = Some(Duration::from_secs(number(name, &value)?)),
            _ => is_quiet = true,
        }
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let served = runtime.block_on(async {
        let listener = listen::bind(port).await?;
        let url = format!("http://{}", listener.local_addr()?);
        listen::announce(
            listener.local_addr()?,
            &[
                format!("try: curl -i {url}/s3err/NoSuchKey/cat.jpg"),
                format!("try: curl -i -X PUT -H 'x-amz-copy-source: /b/k' {url}/s3err/embedded/InternalError/x"),
                format!(
                    "try: AWS_ACCESS_KEY_ID=x AWS_SECRET_ACCESS_KEY=x aws --region us-east-1 --endpoint-url {url} s3 ls s3://s3err-redirect"
                ),
                "signatures are not checked; `--help` lists the paths".to_owned(),
            ],
        );
        if !is_quiet {
            log::to_stdout();
        }
        let server = faults::serve(listener);
        match seconds {
            Some(seconds) => drop(tokio::time::timeout(seconds, server).await),
            None => server.await,
        }
        Ok(())
    });
    // Clients that keep their connections open do not hold it up.
    runtime.shutdown_background();
    served
}
