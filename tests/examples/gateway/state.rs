//! The state that all requests share.

use crate::signing::Credentials;
use crate::store::Store;

pub struct Gateway {
    pub store: Store,
    pub region: String,
    /// If there are none, anything is accepted.
    pub credentials: Vec<Credentials>,
}
