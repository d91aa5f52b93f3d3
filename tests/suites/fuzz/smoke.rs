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
    container: 1_500_000, 150_000;
    index: 15_000_000, 150_000;
    keys: 1_100_000, 110_000;
    pack: 8_000_000, 80_000;
    query: 1_300_000, 650_000;
    record: 15_000_000, 150_000;
    school: 150_000, 15_000;
    sections: 60_000, 6_000;
}
