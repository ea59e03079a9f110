//! Readings of a real number: value, bounds, slope, reason and draws.
