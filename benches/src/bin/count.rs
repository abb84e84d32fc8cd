//! Without an argument: the cases, a line each. With its number: runs that one, for callgrind to count.

fn main() {
    let mut cases = s3err_benches::cases();
    let Some(number) = std::env::args().nth(1) else {
        for case in cases {
            println!("{}\t{}\t{}", case.task, case.document, case.way);
        }
        return;
    };
    let case = number.parse().ok().and_then(|number: usize| cases.get_mut(number)).expect("the number of a case");
    for _ in 0..3 {
        case.warm();
    }
    case.counted();
}
