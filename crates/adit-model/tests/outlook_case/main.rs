//! The European cases: by hand, balanced, moved by levers, drawn, and opened.

#![cfg(test)]

mod given;
mod real;
