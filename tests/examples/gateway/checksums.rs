//! The five checksums that a client can ask for, and the old Content-MD5.

use axum::http::HeaderMap;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use crc::{CRC_32_ISCSI, CRC_32_ISO_HDLC, CRC_64_NVME, Crc, Table};
use md5::{Digest, Md5};
use s3err_tests::servers::hex;
use sha1::Sha1;
use sha2::Sha256;

use crate::errors::BodyError;

static CRC32: Crc<u32, Table<16>> = Crc::<u32, Table<16>>::new(&CRC_32_ISO_HDLC);
static CRC32C: Crc<u32, Table<16>> = Crc::<u32, Table<16>>::new(&CRC_32_ISCSI);
static CRC64NVME: Crc<u64, Table<16>> = Crc::<u64, Table<16>>::new(&CRC_64_NVME);

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Algorithm {
    Crc32,
    Crc32c,
    Crc64nvme,
    Sha1,
    Sha256,
}

/// A checksum that was verified.
#[derive(Clone, PartialEq, Eq)]
pub struct Checksum {
    pub algorithm: Algorithm,
    /// In base64; a composite one ends in the number of its parts.
    pub value: String,
}

impl Algorithm {
    const ALL: [Self; 5] = [Self::Crc32, Self::Crc32c, Self::Crc64nvme, Self::Sha1, Self::Sha256];

    pub fn name(self) -> &'static str {
        match self {
            Self::Crc32 => "CRC32",
            Self::Crc32c => "CRC32C",
            Self::Crc64nvme => "CRC64NVME",
            Self::Sha1 => "SHA1",
            Self::Sha256 => "SHA256",
        }
    }

    pub fn named(name: &str) -> Result<Self, BodyError> {
        Self::ALL.into_iter().find(|one| one.name().eq_ignore_ascii_case(name)).ok_or(BodyError::ChecksumAlgorithm)
    }

    pub fn header(self) -> String {
        format!("x-amz-checksum-{}", self.name().to_ascii_lowercase())
    }

    /// Its name in a document.
    pub fn element(self) -> String {
        format!("Checksum{}", self.name())
    }

    fn digest(self, data: &[u8]) -> Vec<u8> {
        match self {
            Self::Crc32 => CRC32.checksum(data).to_be_bytes().to_vec(),
            Self::Crc32c => CRC32C.checksum(data).to_be_bytes().to_vec(),
            Self::Crc64nvme => CRC64NVME.checksum(data).to_be_bytes().to_vec(),
            Self::Sha1 => Sha1::digest(data).to_vec(),
            Self::Sha256 => Sha256::digest(data).to_vec(),
        }
    }

    fn decode(self, value: &[u8]) -> Result<Vec<u8>, BodyError> {
        let digest = STANDARD.decode(value).ok().filter(|digest| digest.len() == self.digest(b"").len());
        digest.ok_or_else(|| BodyError::ChecksumValue { header: self.header() })
    }

    pub fn of(self, data: &[u8]) -> Checksum {
        Checksum { algorithm: self, value: STANDARD.encode(self.digest(data)) }
    }

    /// Of a whole that was uploaded in parts: a checksum of their checksums.
    pub fn composite(self, parts: &[&Checksum]) -> Checksum {
        let digests: Vec<u8> = parts.iter().flat_map(|part| STANDARD.decode(&part.value).unwrap_or_default()).collect();
        Checksum { algorithm: self, value: format!("{}-{}", self.of(&digests).value, parts.len()) }
    }
}

impl Checksum {
    /// Returns whether this is what a client promised. Of a composite one the number of its parts may be left out.
    pub fn is_promised_as(&self, promised: &str) -> bool {
        let without_number = self.value.split_once('-').map(|(digests, _)| digests);
        self.value == promised || without_number == Some(promised)
    }

    /// `FULL_OBJECT`, or `COMPOSITE` of the parts' checksums.
    pub fn kind(&self) -> &'static str {
        if self.value.contains('-') { "COMPOSITE" } else { "FULL_OBJECT" }
    }
}

/// Returns whether a header's name is that of a checksum that can be verified.
pub fn is_checksum(name: &str) -> bool {
    Algorithm::ALL.iter().any(|algorithm| algorithm.header().eq_ignore_ascii_case(name))
}

/// Returns the checksum that the client gave, in a header or after the body, or only promised.
pub fn given(headers: &HeaderMap, trailers: &HeaderMap) -> Result<Option<(Algorithm, Vec<u8>)>, BodyError> {
    let sums = headers.keys().chain(trailers.keys()).filter_map(|name| name.as_str().strip_prefix("x-amz-checksum-"));
    for name in sums.filter(|name| !["algorithm", "mode", "type"].contains(name)) {
        // One that cannot be verified does not justify keeping the data.
        Algorithm::named(name)?;
    }
    let promised = headers.get("x-amz-sdk-checksum-algorithm").map(|name| name.to_str().unwrap_or_default());
    let promised = promised.map(Algorithm::named).transpose()?;
    let values = |algorithm: Algorithm| {
        let header = algorithm.header();
        headers.get(&header).or_else(|| trailers.get(&header)).cloned().map(|value| (algorithm, value))
    };
    let mut found = Algorithm::ALL.into_iter().filter_map(values);
    let first = found.next();
    if found.next().is_some() {
        return Err(BodyError::SeveralChecksums);
    }
    let Some((algorithm, value)) = first else {
        return if promised.is_some() { Err(BodyError::NoChecksum) } else { Ok(None) };
    };
    algorithm.decode(value.as_bytes()).map(|digest| Some((algorithm, digest)))
}

/// Takes a checksum out of the headers that is not one of the body: that of a whole object, whose last part this
/// request ends.
pub fn take(headers: &mut HeaderMap) -> Result<Option<Checksum>, BodyError> {
    let value = |algorithm: Algorithm| Some((algorithm, headers.remove(algorithm.header())?));
    let Some((algorithm, value)) = Algorithm::ALL.into_iter().find_map(value) else { return Ok(None) };
    let value = value.to_str().unwrap_or_default().to_owned();
    algorithm.decode(value.split('-').next().unwrap_or_default().as_bytes())?;
    Ok(Some(Checksum { algorithm, value }))
}

/// Compares a given checksum with that of the data.
pub fn verify(given: Option<(Algorithm, Vec<u8>)>, data: &[u8]) -> Result<Option<Checksum>, BodyError> {
    let Some((algorithm, expected)) = given else { return Ok(None) };
    let checksum = algorithm.of(data);
    if checksum.value != STANDARD.encode(expected) {
        return Err(BodyError::Checksum { algorithm: algorithm.name() });
    }
    Ok(Some(checksum))
}

/// The Content-MD5 of a request, which is known to be one before the body is read.
pub fn content_md5(headers: &HeaderMap) -> Result<Option<[u8; 16]>, BodyError> {
    let Some(value) = headers.get("content-md5") else { return Ok(None) };
    let digest = STANDARD.decode(value).ok().and_then(|digest| digest.try_into().ok());
    let content_md5 = || String::from_utf8_lossy(value.as_bytes()).into_owned();
    digest.map(Some).ok_or_else(|| BodyError::InvalidDigest { content_md5: content_md5() })
}

/// The MD5 of the data, which has to be the one that was promised.
pub fn md5(expected: Option<[u8; 16]>, data: &[u8]) -> Result<[u8; 16], BodyError> {
    let calculated: [u8; 16] = Md5::digest(data).into();
    match expected {
        Some(expected) if expected != calculated => Err(BodyError::BadDigest {
            calculated_digest: STANDARD.encode(calculated),
            expected_digest: STANDARD.encode(expected),
        }),
        _ => Ok(calculated),
    }
}

pub fn sha256(data: impl AsRef<[u8]>) -> String {
    hex(&Sha256::digest(data))
}
