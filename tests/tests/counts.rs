//! Widths and precisions that fields hold: whatever the number, the message is there.

use s3err_core::S3Error;
use s3err_tests::context;
use s3err_tests::document::render;
use s3err_tests::headers::respond;

/// The most that formatting takes: `format!` panics for 65,535 with `e`, and for more with anything.
const MOST: usize = 65_534;

const COUNTS: [usize; 10] = [0, 1, 7, 1_000, MOST, MOST + 1, MOST + 2, u32::MAX as usize, usize::MAX - 1, usize::MAX];

#[derive(Debug, S3Error)]
enum Counts {
    #[s3(code = "Text", status = 400, message = "{text:w$}|{text:.p$}|{text:*<w$.p$}|{text:>w$}|{text:-^w$.p$?}")]
    Text { text: String, w: usize, p: usize },
    #[s3(
        code = "Number",
        status = 400,
        message = "{n:w$}|{n:+0w$}|{n:#x}|{n:#0w$x}|{n:w$X}|{n:w$o}|{n:#w$b}|{n:w$.p$e}"
    )]
    Number { n: i64, w: usize, p: usize },
    #[s3(code = "Float", status = 400, message = "{f:w$.p$}|{f:+0w$.p$}|{f:w$.p$e}|{f:.p$E}|{f:w$?}|{f:.p$?}")]
    Float { f: f64, w: usize, p: usize },
    #[s3(code = "Tuple", status = 400, message = "{0:1$}|{0:.2$}|{0:>1$.2$}|{3:#1$?}|{3:1$x?}")]
    Tuple(&'static str, usize, usize, Option<u8>),
    #[s3(code = "Itself", status = 400, message = "{w:w$}|{w:<w$}")]
    Itself { w: usize },
    #[s3(code = "Sent", status = 400, message = "m", header("x-wide", "{n:w$}"), detail("Wide", "{n:.p$}|{n:w$}"))]
    Sent { n: &'static str, w: usize, p: usize },
}

#[test]
fn a_count_that_is_too_large_is_the_largest() {
    for count in COUNTS {
        for (count, other) in [(count, count), (count, 1), (1, count)] {
            let (w, p) = (count.min(MOST), other.min(MOST));
            let text = "k\u{E9}y & \u{1F600}".to_owned();
            let expected = format!("{text:w$}|{text:.p$}|{text:*<w$.p$}|{text:>w$}|{text:-^w$.p$?}");
            assert!(Counts::Text { text, w: count, p: other }.message() == expected, "{count} {other}");
            let (text, option) = ("n\u{E9}", Some(200_u8));
            let expected = format!("{text:w$}|{text:.p$}|{text:>w$.p$}|{option:#w$?}|{option:w$x?}");
            assert!(Counts::Tuple(text, count, other, option).message() == expected, "{count} {other}");
            for n in [0, -1, i64::MIN, i64::MAX] {
                let expected = format!("{n:w$}|{n:+0w$}|{n:#x}|{n:#0w$x}|{n:w$X}|{n:w$o}|{n:#w$b}|{n:w$.p$e}");
                assert!(Counts::Number { n, w: count, p: other }.message() == expected, "{n} {count} {other}");
            }
            for f in [0.0, -1.5, f64::MAX, f64::MIN_POSITIVE, f64::INFINITY, f64::NAN] {
                let expected = format!("{f:w$.p$}|{f:+0w$.p$}|{f:w$.p$e}|{f:.p$E}|{f:w$?}|{f:.p$?}");
                assert!(Counts::Float { f, w: count, p: other }.message() == expected, "{f} {count} {other}");
            }
        }
    }
}

#[test]
fn a_count_is_a_field_like_any_other() {
    for count in COUNTS {
        let w = count.min(MOST);
        let message = Counts::Itself { w: count }.message().into_owned();
        assert!(message == format!("{count:w$}|{count:<w$}"), "{count}");
        let sent = Counts::Sent { n: "n", w: count, p: count };
        let document = render(&sent);
        assert!(document.detail("Wide") == Some(&format!("{:.w$}|{:w$}", "n", "n")), "{count}");
        let header = respond(&sent, &context()).text("x-wide").map(str::to_owned);
        assert_eq!(header, (count <= 8_192).then(|| format!("{:w$}", "n")), "{count}");
        assert!(sent.to_log_record(&context()).to_string().len() < 1 << 17);
    }
}
