use s3err_core::S3Error;

fn tenant() -> impl S3Error {
    type Tenant = u64;

    fn hex(tenant: &Tenant) -> String {
        format!("{tenant:x}")
    }

    #[derive(Debug, S3Error)]
    #[s3(display)]
    enum Local {
        #[s3(code = "NoSuchTenant", status = 404, message = "no tenant {0}")]
        Tenant(#[s3(detail(name = "Tenant", with = hex))] Tenant),
    }
    Local::Tenant(255)
}

const _: () = {
    #[derive(Debug, S3Error)]
    struct NoSuchKey;

    let _ = NoSuchKey;
};

fn main() {
    let error = tenant();
    assert_eq!((error.details()[0].value.as_str(), &*error.message()), ("ff", "no tenant 255"));
    let closure = || {
        #[derive(Debug, S3Error)]
        struct SlowDown;
        SlowDown.code().to_owned()
    };
    assert_eq!(closure(), "SlowDown");
}
