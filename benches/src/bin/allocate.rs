//! The allocations of every case, a line each. A program of its own, because counting them costs instructions.

fn main() {
    for mut case in s3err_benches::cases() {
        case.warm();
        println!("{}", allocation_counter::measure(|| case.counted()).count_total);
    }
}
