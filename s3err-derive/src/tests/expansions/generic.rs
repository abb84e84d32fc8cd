#[s3(crate = facade::s3)]
enum Generic<'a, K, E: Clone, const N: usize>
where
    K: 'a,
{
    NoSuchKey {
        #[s3(detail)]
        key: &'a K,
        bytes: [u8; N],
    },
    #[s3(transparent)]
    Inner(E),
}
