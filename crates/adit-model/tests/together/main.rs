//! The game of regions on the facts as shipped.

#![cfg(test)]

mod facts;
mod gathered;
mod outcome;
mod paper;
mod risk_room;
mod why;
