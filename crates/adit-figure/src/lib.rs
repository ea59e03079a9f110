//! What a figure says, said once, and how a number is written for people.
//!
//! A [`Figure`] is data: the workbench draws it by d3, the terminal and documents by kuva. Every number that people read
//! is written by [`number::number`] and [`number::bounds`].

pub mod figure;
pub mod number;

pub use figure::{
    Axis, Bar, BarClass, Body, Figure, Gap, GapClass, MatrixClass, MatrixPoint, Read, Series, SeriesPoint, Threshold,
};
pub use number::Reading;
