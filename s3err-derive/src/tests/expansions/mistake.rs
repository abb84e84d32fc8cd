enum Wrong {
    #[s3(code = "NoSuchKye")]
    Missing,
}
