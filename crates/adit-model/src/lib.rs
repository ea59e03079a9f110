//! The models: pure functions from facts to results.
