use s3err_core::StandardError;

fn is_mine(error: StandardError) -> bool {
    match error {
        StandardError::NoSuchKey => true,
    }
}

fn main() {}
