//! magdit-tests
