//! magdit-curate
