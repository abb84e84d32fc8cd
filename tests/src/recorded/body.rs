//! The body that was sent: digests, sizes, ranges, parts, tags, XML.

use super::rows;

rows! {
    /// The body that was sent: digests, sizes, ranges, parts, tags, XML.
    Body

    #[s3(code = "BadDigest", message = "The CRC32 you specified did not match the calculated checksum.")]
    BadDigest1,
    #[s3(code = "BadDigest", message = "The CRC32C you specified did not match the calculated checksum.")]
    BadDigest2,
    #[s3(code = "BadDigest", message = "The CRC64NVME you specified did not match the calculated checksum.")]
    BadDigest3,
    #[s3(code = "BadDigest")]
    BadDigest4 { calculated_digest, expected_digest },
    #[s3(code = "BadDigest", message = "The SHA1 you specified did not match the calculated checksum.")]
    BadDigest5,
    #[s3(code = "BadDigest", message = "The SHA256 you specified did not match the calculated checksum.")]
    BadDigest6,
    #[s3(code = "BadDigest", message = "The crc32c you specified did not match the calculated checksum.")]
    BadDigest7,
    #[s3(code = "BadDigest", message = "The sha256 you specified for part 1 did not match what we received.")]
    BadDigest8,
    #[s3(code = "BadRequest")]
    BadRequest1,
    #[s3(code = "EntityTooLarge")]
    EntityTooLarge1 { proposed_size, max_size_allowed },
    #[s3(code = "EntityTooSmall")]
    EntityTooSmall1 { proposed_size, min_size_allowed, part_number, etag },
    #[s3(code = "EntityTooSmall")]
    EntityTooSmall2 { proposed_size, min_size_allowed },
    #[s3(code = "InvalidBucketName")]
    InvalidBucketName1 { bucket_name },
    #[s3(code = "InvalidDigest")]
    InvalidDigest1 { content_md5 },
    #[s3(code = "InvalidEncryptionAlgorithmError")]
    InvalidEncryptionAlgorithmError1 { argument_name, argument_value },
    #[s3(code = "InvalidLocationConstraint")]
    InvalidLocationConstraint1 { location_constraint },
    #[s3(code = "InvalidPart")]
    InvalidPart1 { upload_id, part_number, etag },
    #[s3(code = "InvalidPartNumber")]
    InvalidPartNumber1 { part_number_requested, actual_part_count },
    #[s3(code = "InvalidPartOrder")]
    InvalidPartOrder1 { upload_id },
    #[s3(code = "InvalidRange")]
    InvalidRange1 { range_requested, actual_object_size },
    #[s3(code = "InvalidTag", message = "Cannot provide multiple Tags with the same key")]
    InvalidTag1 { tag_key },
    #[s3(code = "InvalidTag", message = "System tags cannot be added/updated by requester")]
    InvalidTag2 { tag_key },
    #[s3(code = "InvalidTag", message = "The TagKey you have provided is invalid")]
    InvalidTag3 { tag_key },
    #[s3(code = "InvalidTag", message = "The TagValue you have provided is invalid")]
    InvalidTag4 { tag_key, tag_value },
    #[s3(code = "InvalidTag", message = "User-defined tag keys can't start with \"aws:\". This prefix is reserved for system tags. Remove \"aws:\" from your tag keys and try again.")]
    InvalidTag5,
    #[s3(code = "InvalidTag", message = "Your TagKey cannot be prefixed with aws:")]
    InvalidTag6 { tag_key },
    #[s3(code = "MalformedACLError")]
    MalformedACLError1,
    #[s3(code = "MalformedXML")]
    MalformedXML1,
    #[s3(code = "MalformedXML")]
    MalformedXML2,
    #[s3(code = "UnexpectedContent")]
    UnexpectedContent1,
    #[s3(code = "InvalidTag", message = "There are duplicate tag keys in your request. Remove the duplicate tag keys and try again.")]
    InvalidTag7,
    #[s3(code = "InvalidTag", message = "This request contains a tag key or value that isn't valid. Valid characters include the following: [a-zA-Z+-=._:/]. Tag keys can contain up to 128 characters. Tag values can contain up to 256 characters.")]
    InvalidTag8,
}
