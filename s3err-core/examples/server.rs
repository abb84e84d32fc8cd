//! A server to copy from: objects of one bucket in memory, in axum, whose errors are S3's.
//!
//! ```text
//! cargo run -p s3err-core --example server --features _programs
//! curl -i http://127.0.0.1:8014/photos/cat.jpg
//! ```
//!
//! A program of your own needs these dependencies:
//!
//! ```toml
//! axum = "0.8"
//! s3err-core = { version = "0.1", features = ["axum"] }
//! tokio = { version = "1", features = ["net", "rt-multi-thread", "macros"] }
//! tracing-subscriber = "0.3"
//! ```

use std::collections::BTreeMap;
use std::io;
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use axum::routing::get;
use s3err_core::{Failure, Handled, S3Error, S3Layer};

const BUCKET: &str = "photos";
const MAX_OBJECT: usize = 1 << 20;
const MAX_STORED: usize = 64 << 20;

/// The errors of this server. Only what is marked `detail` or `header` leaves it.
#[derive(Debug, S3Error)]
enum ObjectError {
    NoSuchBucket {
        #[s3(detail)]
        bucket_name: String,
    },
    NoSuchKey {
        #[s3(detail)]
        key: String,
    },
    /// The client learns that it has to slow down; how full the store is stays in the log.
    #[s3(code = "SlowDown")]
    Full {
        #[s3(log)]
        stored: usize,
    },
}

/// The objects by their keys.
#[derive(Clone, Default)]
struct Store(Arc<Mutex<BTreeMap<String, Bytes>>>);

impl Store {
    /// Calls `work` with the objects, if `bucket` is the one that there is.
    fn with<T>(
        &self,
        bucket: String,
        work: impl FnOnce(&mut BTreeMap<String, Bytes>) -> Result<T, ObjectError>,
    ) -> Result<T, ObjectError> {
        if bucket != BUCKET {
            return Err(ObjectError::NoSuchBucket { bucket_name: bucket });
        }
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// `?` makes a `Failure` of any `S3Error`; `S3Layer` completes the response. A HEAD request comes here too.
async fn get_object(
    State(store): State<Store>,
    Path((bucket, key)): Path<(String, String)>,
) -> Result<impl IntoResponse, Failure> {
    let object = store.with(bucket, |objects| match objects.get(&key) {
        Some(object) => Ok(object.clone()),
        None => Err(ObjectError::NoSuchKey { key }),
    })?;
    Ok(([("content-type", "binary/octet-stream")], object))
}

async fn put_object(
    State(store): State<Store>,
    Path((bucket, key)): Path<(String, String)>,
    object: Bytes,
) -> Result<StatusCode, Failure> {
    store.with(bucket, |objects| {
        let stored = objects.values().map(Bytes::len).sum::<usize>();
        if stored + object.len() > MAX_STORED {
            return Err(ObjectError::Full { stored });
        }
        objects.insert(key, object);
        Ok(())
    })?;
    Ok(StatusCode::OK)
}

async fn delete_object(
    State(store): State<Store>,
    Path((bucket, key)): Path<(String, String)>,
) -> Result<StatusCode, Failure> {
    store.with(bucket, |objects| Ok(objects.remove(&key)))?;
    Ok(StatusCode::NO_CONTENT)
}

#[tokio::main]
async fn main() -> io::Result<()> {
    tracing_subscriber::fmt::init(); // prints the events of `S3Layer`: each error once
    let app = Router::new()
        .route("/{bucket}/{*key}", get(get_object).put(put_object).delete(delete_object))
        .with_state(Store::default())
        .route("/-/health", get(|| async { "ok" }).layer(Handled)) // not S3: its responses stay as they are
        .layer(DefaultBodyLimit::max(MAX_OBJECT)) // what is larger is `EntityTooLarge`
        .layer(S3Layer::new().with_resource());

    let listener = tokio::net::TcpListener::bind("127.0.0.1:8014").await?;
    let url = format!("http://{}", listener.local_addr()?);
    println!("try: curl -i {url}/{BUCKET}/cat.jpg");
    println!("try: curl -i -T Cargo.toml {url}/{BUCKET}/Cargo.toml");
    axum::serve(listener, app).await
}
