//! The nanoseconds of every case, a line each: the best of some rounds, in turns, so that what disturbs one disturbs
//! all.

use std::time::Instant;

const ROUNDS: u32 = 50;
const RUNS: u32 = 200;

fn main() {
    let mut cases = s3err_benches::cases();
    let mut best = vec![f64::INFINITY; cases.len()];
    for _ in 0..ROUNDS {
        for (case, best) in cases.iter_mut().zip(&mut best) {
            let start = Instant::now();
            for _ in 0..RUNS {
                case.warm();
            }
            *best = best.min(start.elapsed().as_secs_f64() * 1e9 / f64::from(RUNS));
        }
    }
    for time in best {
        println!("{time:.1}");
    }
}
