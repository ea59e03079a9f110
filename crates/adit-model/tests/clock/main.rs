//! The clock, by hand: every date here was counted on paper.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod calendars;
mod consultations;
mod decision;
mod harness;
mod obligations;
mod properties;
mod steps;
