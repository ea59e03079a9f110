//! Stocks and flows: worked by hand, on random products, and eight at a time.

#![cfg(test)]

mod bad_input;
mod by_hand;
mod lanes;
mod lifetimes;
mod many;
mod random;
