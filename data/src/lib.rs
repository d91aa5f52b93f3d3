//! magdit-data
