//! The number of times that a path was asked for.

use std::collections::{HashMap, VecDeque};
use std::hash::{BuildHasher, RandomState};
use std::sync::{Arc, Mutex, PoisonError};

/// So many paths are counted; then the one that came first is forgotten.
const MAX_PATHS: usize = 65_536;

/// The counters of `flaky/`. They hold a keyed hash of each path and not the path, so they stay small whatever is asked
/// for.
#[derive(Clone, Default)]
pub(super) struct Flaky {
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
    pub(super) fn fails(&self, path: &str, failures: u32) -> bool {
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

#[cfg(test)]
mod tests {
    use super::{Flaky, MAX_PATHS};

    #[test]
    fn a_path_fails_so_often_and_never_again() {
        let flaky = Flaky::default();
        for (path, failures) in [("/a", 0), ("/b", 1), ("/c", 5)] {
            let failed: Vec<_> = (0..failures + 3).map(|_| flaky.fails(path, failures)).collect();
            let expected: Vec<_> = (0..failures + 3).map(|request| request < failures).collect();
            assert_eq!(failed, expected, "{path}");
        }
    }

    #[test]
    fn so_many_paths_are_remembered_and_no_more() {
        let flaky = Flaky::default();
        let path = |number: usize| format!("/{number}");
        for number in 0..MAX_PATHS {
            assert!(flaky.fails(&path(number), 1), "{number}");
        }
        assert!(!flaky.fails(&path(0), 1), "all are remembered");
        for number in MAX_PATHS..MAX_PATHS * 3 {
            flaky.fails(&path(number), 1);
        }
        let counters = flaky.counters.lock().unwrap();
        assert_eq!((counters.asked.len(), counters.paths.len()), (MAX_PATHS, MAX_PATHS));
        drop(counters);
        assert!(flaky.fails(&path(0), 1), "the first were forgotten");
        assert!(!flaky.fails(&path(MAX_PATHS * 3 - 1), 1), "the last were not");
    }
}
