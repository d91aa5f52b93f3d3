#![no_main]

magdit_fuzz::target!("pack");
