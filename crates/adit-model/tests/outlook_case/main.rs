//! The European cases: by hand, balanced, moved by levers, drawn, and opened.

#![cfg(test)]

mod bad;
mod drawn;
mod given;
mod hand;
mod matters;
mod opened;
mod real;
mod recyclers;
mod regional;
