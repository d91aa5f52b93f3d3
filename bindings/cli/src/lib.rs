//! magdit-cli
