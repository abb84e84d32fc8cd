//! How often a path was asked for.

use std::collections::{HashMap, VecDeque};
use std::hash::{BuildHasher, RandomState};
use std::sync::{Arc, Mutex, PoisonError};

/// So many paths are counted; then the one that came first is forgotten.
const MAX_PATHS: usize = 65_536;

/// The counters of `flaky/`. They hold a keyed hash of each path and not the path, so they stay small whatever is asked for.
#[derive(Clone, Default)]
pub(crate) struct Flaky {
    keys: RandomState,
    counters: Arc<Mutex<Counters>>,
}

#[derive(Default)]
struct Counters {
    asked: HashMap<u64, u32>,
    /// In the order in which they came.
    paths: VecDeque<u64>,
}

impl Flaky {
    /// Counts this request, and says whether it is one of the first `failures` to this path.
    pub(crate) fn fails(&self, path: &str, failures: u32) -> bool {
        let key = self.keys.hash_one(path);
        let mut counters = self.counters.lock().unwrap_or_else(PoisonError::into_inner);
        let Counters { asked, paths } = &mut *counters;
        let count = asked.entry(key).or_insert_with(|| {
            paths.push_back(key);
            0
        });
        let fails = *count < failures;
        *count = count.saturating_add(1);
        if paths.len() > MAX_PATHS
            && let Some(first) = paths.pop_front()
        {
            asked.remove(&first);
        }
        fails
    }
}
