//! `InvalidArgument`, which S3 says of everything that a request can name.

use super::rows;

rows! {
    /// `InvalidArgument`, which S3 says of everything that a request can name.
    Argument

    #[s3(code = "InvalidArgument", message = "'Date' must be at midnight GMT")]
    InvalidArgument1 { argument_name, argument_value },
    #[s3(code = "InvalidArgument", message = "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query parameters without tag name duplicates.")]
    InvalidArgument2 { argument_name, argument_value },
    #[s3(code = "InvalidArgument", message = "A value for IndexDocument Suffix must be provided if RedirectAllRequestsTo is empty")]
    InvalidArgument3 { argument_name, argument_value },
    #[s3(code = "InvalidArgument", message = "A version-id marker cannot be specified without a key marker.")]
    InvalidArgument4 { argument_name, argument_value },
    #[s3(code = "InvalidArgument", message = "Argument format not recognized")]
    InvalidArgument5 { argument_name, argument_value },
    #[s3(code = "InvalidArgument", message = "Argument value eu-east-1 is not a valid AWS Region")]
    InvalidArgument6 { argument_name },
    #[s3(code = "InvalidArgument", message = "Invalid Encoding Method specified in Request")]
    InvalidArgument7 { argument_name, argument_value },
    #[s3(code = "InvalidArgument", message = "Invalid copy source object key")]
    InvalidArgument8 { argument_name, argument_value },
    #[s3(code = "InvalidArgument", message = "Invalid group uri")]
    InvalidArgument9 { argument_name, argument_value },
    #[s3(code = "InvalidArgument", message = "Invalid id")]
    InvalidArgument10 { argument_name, argument_value },
    #[s3(code = "InvalidArgument", message = "Invalid uploadId marker")]
    InvalidArgument11 { argument_name, argument_value },
    #[s3(code = "InvalidArgument", message = "Invalid version id specified")]
    InvalidArgument12 { argument_name, argument_value },
    #[s3(code = "InvalidArgument", message = "Invalid x-amz-object-ownership header: ")]
    InvalidArgument13 { argument_name },
    #[s3(code = "InvalidArgument", message = "Invalid x-amz-object-ownership header: RandomValue")]
    InvalidArgument14 { argument_name },
    #[s3(code = "InvalidArgument", message = "")]
    InvalidArgument15 { argument_name, argument_value },
    #[s3(code = "InvalidArgument", message = "Part number must be an integer between 1 and 10000, inclusive")]
    InvalidArgument16 { argument_name, argument_value },
    #[s3(code = "InvalidArgument", message = "Range specified is not valid for source object of size: 10")]
    InvalidArgument17 { argument_name, argument_value },
    #[s3(code = "InvalidArgument", message = "RedirectAllRequestsTo cannot be provided in conjunction with other Routing Rules.")]
    InvalidArgument18 { argument_name, argument_value },
    #[s3(code = "InvalidArgument", message = "Requests specifying Server Side Encryption with Customer provided keys must provide a valid encryption algorithm.")]
    InvalidArgument19 { argument_name },
    #[s3(code = "InvalidArgument", message = "Requests specifying Server Side Encryption with Customer provided keys must provide an appropriate secret key.")]
    InvalidArgument20 { argument_name },
    #[s3(code = "InvalidArgument", message = "Server Side Encryption with Customer provided key is incompatible with the encryption method specified")]
    InvalidArgument21 { argument_name, argument_value },
    #[s3(code = "InvalidArgument", message = "The ARN could not be parsed")]
    InvalidArgument22 { argument_name, argument_value },
    #[s3(code = "InvalidArgument", message = "The IndexDocument Suffix is not well formed")]
    InvalidArgument23 { argument_name, argument_value },
    #[s3(code = "InvalidArgument", message = "The calculated MD5 hash of the key did not match the hash that was provided.")]
    InvalidArgument24 { argument_name },
    #[s3(code = "InvalidArgument", message = "The continuation token provided is incorrect")]
    InvalidArgument25 { argument_name },
    #[s3(code = "InvalidArgument", message = "The retain until date must be in the future!")]
    InvalidArgument26 { argument_name, argument_value },
    #[s3(code = "InvalidArgument", message = "The secret key was invalid for the specified algorithm.")]
    InvalidArgument27 { argument_name },
    #[s3(code = "InvalidArgument", message = "The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the zero-based offsets of the first and last bytes to copy")]
    InvalidArgument28 { argument_name, argument_value },
    #[s3(code = "InvalidArgument", message = "Unable to validate the following destination configurations")]
    InvalidArgument29 { argument_name_1, argument_value_1, argument_name_2, argument_value_2 },
    #[s3(code = "InvalidArgument", message = "Unable to validate the following destination configurations")]
    InvalidArgument30 { argument_name_1, argument_value_1 },
    #[s3(code = "InvalidArgument", message = "Unknown wormMode directive.")]
    InvalidArgument31 { argument_name, argument_value },
    #[s3(code = "InvalidArgument", message = "a KMSMasterKeyID is not applicable if the default sse algorithm is not aws:kms or aws:kms:dsse")]
    InvalidArgument32 { argument_name },
    #[s3(code = "InvalidArgument", message = "filter rule name must be either prefix or suffix")]
    InvalidArgument33 { argument_name, argument_value },
    #[s3(code = "InvalidArgument", message = "x-amz-bypass-governance-retention is only applicable to Object Lock enabled buckets.")]
    InvalidArgument34 { argument_name },
    #[s3(code = "InvalidArgument", message = "x-amz-object-lock-retain-until-date and x-amz-object-lock-mode must both be supplied")]
    InvalidArgument35 { argument_name },
    #[s3(code = "InvalidArgument", message = "Bucket POST must contain a field named 'AWSAccessKeyId'.  If it is specified, please check the order of the fields.")]
    InvalidArgument36 { argument_name, argument_value },
    #[s3(code = "InvalidArgument", message = "Bucket POST must contain a field named 'Signature'.  If it is specified, please check the order of the fields.")]
    InvalidArgument37 { argument_name, argument_value },
    #[s3(code = "InvalidArgument", message = "Bucket POST must contain a field named 'X-Amz-Algorithm'.  If it is specified, please check the order of the fields.")]
    InvalidArgument38 { argument_name, argument_value },
    #[s3(code = "InvalidArgument", message = "Bucket POST must contain a field named 'X-Amz-Signature'.  If it is specified, please check the order of the fields.")]
    InvalidArgument39 { argument_name, argument_value },
    #[s3(code = "InvalidArgument", message = "Header value cannot be represented using ISO-8859-1.")]
    InvalidArgument40 { argument_name, argument_value },
}
