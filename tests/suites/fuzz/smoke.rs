//! A minute of processor time for each target, without optimisation ten. In
//! executions and not in time, so that each run does the same.

use crate::driver::changed;

macro_rules! smoke {
    ($($name:ident: $executions:literal, $least_taken:literal;)*) => {$(
        #[test]
        #[ignore = "a minute in release mode: a step of tests/run"]
        fn $name() {
            changed(stringify!($name), "smoke", $executions, $least_taken);
        }
    )*};
}

smoke! {
    calls: 2_000_000, 200_000;
    container: 500_000, 50_000;
    index: 4_000_000, 40_000;
    keys: 1_000_000, 100_000;
    pack: 2_000_000, 20_000;
    query: 1_000_000, 500_000;
    record: 10_000_000, 100_000;
    school: 150_000, 15_000;
    sections: 130_000, 13_000;
}
