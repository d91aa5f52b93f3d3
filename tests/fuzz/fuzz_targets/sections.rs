#![no_main]

magdit_fuzz::target!("sections");
