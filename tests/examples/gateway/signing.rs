//! The calculations of signature version 4: the key, the signature of a request and those of the chunks of its body.

use hmac::{Hmac, Mac};
use s3err_core::Failure;
use s3err_tests::servers::hex;
use sha2::Sha256;

use crate::checksums::sha256;
use crate::errors::AuthError;

pub const ALGORITHM: &str = "AWS4-HMAC-SHA256";

pub struct Credentials {
    pub access_key_id: String,
    pub secret_access_key: String,
}

/// The day and the region that a signature is good for.
pub struct Scope {
    pub date: String,
    pub region: String,
}

/// The key that the chunks of a body are signed with, and the signature that the first of them follows.
pub struct Signed {
    access_key_id: String,
    key: Vec<u8>,
    time: String,
    scope: String,
    pub signature: String,
}

impl Signed {
    /// Signs a request of this time.
    pub fn new(credentials: &Credentials, scope: &Scope, time: String, canonical_request: &str) -> Self {
        let Scope { date, region } = scope;
        let key = [date, region, "s3", "aws4_request"]
            .iter()
            .fold(format!("AWS4{}", credentials.secret_access_key).into_bytes(), |key, part| {
                hmac(&key, part.as_bytes())
            });
        let scope = format!("{date}/{region}/s3/aws4_request");
        let mut signed =
            Self { access_key_id: credentials.access_key_id.clone(), key, time, scope, signature: String::new() };
        signed.signature = hex(&hmac(&signed.key, signed.string_to_sign(canonical_request).as_bytes()));
        signed
    }

    pub fn string_to_sign(&self, canonical_request: &str) -> String {
        format!("{ALGORITHM}\n{}\n{}\n{}", self.time, self.scope, sha256(canonical_request))
    }

    /// Checks a chunk, which its signature ties to the one before; gives the signature that the next one follows.
    pub fn check_chunk(&self, previous: &str, chunk: &[u8], signature: &str) -> Result<String, Failure> {
        self.check("PAYLOAD", &format!("{previous}\n{}\n{}", sha256(b""), sha256(chunk)), signature)
    }

    pub fn check_trailer(&self, previous: &str, trailers: &str, signature: &str) -> Result<String, Failure> {
        self.check("TRAILER", &format!("{previous}\n{}", sha256(trailers)), signature)
    }

    fn check(&self, what: &str, hashes: &str, signature: &str) -> Result<String, Failure> {
        let string_to_sign = format!("{ALGORITHM}-{what}\n{}\n{}\n{hashes}", self.time, self.scope);
        let calculated = hex(&hmac(&self.key, string_to_sign.as_bytes()));
        if same(&calculated, signature) {
            return Ok(calculated);
        }
        Err(AuthError::ChunkSignature {
            aws_access_key_id: self.access_key_id.clone(),
            signature_provided: signature.to_owned(),
            string_to_sign_bytes: string_to_sign.clone(),
            string_to_sign,
        })?
    }
}

fn hmac(key: &[u8], data: &[u8]) -> Vec<u8> {
    // An HMAC takes keys of any length.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key) else { return Vec::new() };
    mac.update(data);
    mac.finalize().into_bytes().to_vec()
}

/// Compares in a time that does not tell how much was right.
pub fn same(one: &str, other: &str) -> bool {
    one.len() == other.len() && one.bytes().zip(other.bytes()).fold(0, |all, (a, b)| all | (a ^ b)) == 0
}
