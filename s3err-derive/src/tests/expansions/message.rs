#[s3(display)]
enum UploadError {
    #[s3(message = "The part {number} of {type:?} is {{too}} small.")]
    EntityTooSmall {
        number: u16,
        r#type: u8,
    },
    NoSuchUpload,
}
