use s3err_core::S3Error;

#[derive(Debug, S3Error)]
#[s3(code = "InvalidRequest", detail("Where", "line {lin}"))]
struct Manifest {
    line: u32,
}

fn main() {}
