//! The data that the server keeps, and how much it may keep: one budget of bytes for everything, bodies on their way
//! included.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::body::Bytes;
use axum::http::HeaderMap;
use s3err_core::Failure;
use s3err_tests::servers::clock::{self, Time};

use crate::acl::Acl;
use crate::checksums::{Algorithm, Checksum};
use crate::errors::{AuthError, BodyError, BucketError, MultipartError, ObjectError};
use crate::request::Request;

const MAX_BUCKETS: usize = 1000;
/// The size of an entry beside its data and its strings, roughly.
pub const ENTRY: usize = 1024;

pub struct Store {
    buckets: Mutex<BTreeMap<String, Bucket>>,
    budget: Arc<AtomicUsize>,
}

pub struct Bucket {
    pub owner: String,
    pub acl: Acl,
    /// False where access lists say nothing, as S3's `BucketOwnerEnforced` has it.
    pub has_acls: bool,
    pub created: Time,
    pub objects: BTreeMap<String, Arc<Object>>,
    pub uploads: BTreeMap<String, Upload>,
}

#[derive(Clone)]
pub struct Object {
    pub acl: Acl,
    pub data: Bytes,
    /// With its quotes.
    pub etag: String,
    pub modified: Time,
    /// The headers that a GET gives back: what the client said of the content, and its own metadata.
    pub headers: HeaderMap,
    pub checksum: Option<Checksum>,
    /// The sizes of the parts it was uploaded in; empty if it was not.
    pub parts: Vec<usize>,
    /// The upload that it was; empty if it was none.
    pub upload_id: String,
    pub _held: Arc<Reservation>,
}

pub struct Upload {
    pub acl: Acl,
    pub key: String,
    pub initiated: Time,
    pub headers: HeaderMap,
    pub algorithm: Option<Algorithm>,
    /// True if the checksum of the whole is that of its data.
    pub full: bool,
    pub parts: BTreeMap<usize, Part>,
    pub _held: Reservation,
}

#[derive(Clone)]
pub struct Part {
    pub data: Bytes,
    pub md5: [u8; 16],
    pub modified: Time,
    pub checksum: Option<Checksum>,
}

/// A share of the budget, given back when it is dropped.
pub struct Reservation {
    budget: Arc<AtomicUsize>,
    size: usize,
}

impl Drop for Reservation {
    fn drop(&mut self) {
        self.budget.fetch_add(self.size, Ordering::Relaxed);
    }
}

/// Data with its share of the budget: freed when the last reader lets go, be it a response on its way out.
struct Held {
    data: Vec<u8>,
    _held: Reservation,
}

impl AsRef<[u8]> for Held {
    fn as_ref(&self) -> &[u8] {
        &self.data
    }
}

impl Store {
    pub fn new(budget: usize) -> Self {
        Self { buckets: Mutex::default(), budget: Arc::new(AtomicUsize::new(budget)) }
    }

    pub fn reserve(&self, size: usize) -> Result<Reservation, BodyError> {
        self.budget
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(size))
            .map_err(|_| BodyError::StoreFull { asked: size, wait: Duration::from_secs(1) })?;
        Ok(Reservation { budget: Arc::clone(&self.budget), size })
    }

    pub fn lock(&self) -> Buckets<'_> {
        Buckets(self.buckets.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Reservation {
    /// Ties this share to the data it was made for.
    pub fn hold(self, data: Vec<u8>) -> Bytes {
        Bytes::from_owner(Held { data, _held: self })
    }
}

/// All buckets, while nobody else has them. Not to be kept over an `await`, which the compiler sees to.
pub struct Buckets<'a>(MutexGuard<'a, BTreeMap<String, Bucket>>);

impl Buckets<'_> {
    pub fn of<'b>(&'b self, owner: &'b str) -> impl Iterator<Item = (&'b String, &'b Bucket)> {
        self.0.iter().filter(move |(_, bucket)| bucket.owner == owner)
    }

    /// Adds a bucket, where the region allows it to somebody who has it already: then it is the access list that is
    /// new.
    pub fn create(&mut self, name: &str, new: Bucket, again: bool) -> Result<(), BucketError> {
        let bucket_name = name.to_owned();
        match self.0.get_mut(name) {
            Some(bucket) if bucket.owner == new.owner && again => {
                bucket.acl = if bucket.has_acls { new.acl } else { Acl::Private };
                return Ok(());
            }
            Some(bucket) if bucket.owner == new.owner => {
                return Err(BucketError::BucketAlreadyOwnedByYou { bucket_name });
            }
            Some(_) => return Err(BucketError::BucketAlreadyExists { bucket_name }),
            None => {}
        }
        if self.0.len() >= MAX_BUCKETS {
            let (current_number_of_buckets, allowed_number_of_buckets) = (self.0.len(), MAX_BUCKETS);
            return Err(BucketError::TooManyBuckets { current_number_of_buckets, allowed_number_of_buckets });
        }
        self.0.insert(bucket_name, new);
        Ok(())
    }

    /// The bucket of the request, for its owner alone.
    pub fn owned(&mut self, request: &Request) -> Result<&mut Bucket, Failure> {
        self.allowed(request, |_| false)
    }

    /// The bucket of the request, whose keys are to be read.
    pub fn readable(&mut self, request: &Request) -> Result<&mut Bucket, Failure> {
        self.allowed(request, |bucket| bucket.acl.lets_read(request.user.as_deref()))
    }

    /// The bucket of the request, in which something is to be written or deleted.
    pub fn writable(&mut self, request: &Request) -> Result<&mut Bucket, Failure> {
        self.allowed(request, |bucket| bucket.acl.lets_write())
    }

    fn allowed(&mut self, request: &Request, others: impl FnOnce(&Bucket) -> bool) -> Result<&mut Bucket, Failure> {
        let bucket = self.named(&request.bucket, request.header("x-amz-expected-bucket-owner"))?;
        if !bucket.is_of(request) && !others(bucket) {
            Err(AuthError::AccessDenied)?;
        }
        Ok(bucket)
    }

    /// A bucket, if it is of whom it is expected to be.
    fn named(&mut self, name: &str, expected: Option<&str>) -> Result<&mut Bucket, Failure> {
        let bucket = self.0.get_mut(name).ok_or_else(|| BucketError::NoSuchBucket { bucket_name: name.to_owned() })?;
        if expected.is_some_and(|expected| bucket.owner != expected) {
            Err(AuthError::AccessDenied)?;
        }
        Ok(bucket)
    }

    /// An object that is to be read. Who may not list a bucket is not told what is missing in it.
    pub fn object(
        &mut self,
        (bucket, key): (&str, &str),
        request: &Request,
        expected: Option<&str>,
    ) -> Result<&Arc<Object>, Failure> {
        let bucket = self.named(bucket, expected)?;
        let user = request.user.as_deref();
        let acl = bucket.objects.get(key).map_or(bucket.acl, |object| object.acl);
        if !bucket.is_of(request) && !acl.lets_read(user) {
            Err(AuthError::AccessDenied)?;
        }
        Ok(bucket.object(key)?)
    }

    pub fn remove(&mut self, request: &Request) -> Result<(), Failure> {
        if !self.owned(request)?.objects.is_empty() {
            Err(BucketError::BucketNotEmpty { bucket_name: request.bucket.clone() })?;
        }
        self.0.remove(&request.bucket);
        Ok(())
    }
}

impl Bucket {
    pub fn new(owner: &str, acl: Acl, has_acls: bool) -> Self {
        let (objects, uploads) = (BTreeMap::new(), BTreeMap::new());
        Self { owner: owner.to_owned(), acl, has_acls, created: clock::now(), objects, uploads }
    }

    pub fn is_of(&self, request: &Request) -> bool {
        request.user.as_ref() == Some(&self.owner)
    }

    /// The access list that a request asks for, if there may be one.
    pub fn acl_for(&self, request: &Request) -> Result<Acl, BucketError> {
        match Acl::asked(request) {
            Acl::Private => Ok(Acl::Private),
            acl if self.has_acls => Ok(acl),
            _ => Err(BucketError::AccessControlListNotSupported),
        }
    }

    pub fn object(&self, key: &str) -> Result<&Arc<Object>, ObjectError> {
        self.objects.get(key).ok_or_else(|| ObjectError::NoSuchKey { key: key.to_owned() })
    }

    pub fn object_mut(&mut self, key: &str) -> Result<&mut Arc<Object>, ObjectError> {
        self.objects.get_mut(key).ok_or_else(|| ObjectError::NoSuchKey { key: key.to_owned() })
    }

    /// The upload that the request names, which is of its key.
    pub fn upload(&mut self, request: &Request) -> Result<&mut Upload, MultipartError> {
        let id = request.query.get("uploadId").unwrap_or_default();
        let upload = self.uploads.get_mut(id).filter(|upload| upload.key == request.key);
        upload.ok_or_else(|| MultipartError::NoSuchUpload { upload_id: id.to_owned() })
    }

    /// The object that the request's upload has become.
    pub fn completed(&self, request: &Request) -> Option<&Object> {
        let id = request.query.filled("uploadId")?;
        self.objects.get(&request.key).map(Arc::as_ref).filter(|object| object.upload_id == id)
    }
}
