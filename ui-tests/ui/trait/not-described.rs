struct Error;

fn main() {
    let _ = s3err_core::Reference::new("Errors").with::<Error>();
}
