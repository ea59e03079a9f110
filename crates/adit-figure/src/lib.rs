//! What a figure says, said once, and how a number is written for people.
//!
//! A [`Figure`] is data: the workbench draws it by d3, the terminal and documents by kuva. Every number that people read
//! is written by [`number::number`] and [`number::bounds`].

mod drawing;
pub mod figure;
pub mod number;
pub mod svg;
pub mod terminal;

pub use figure::{
    Axis, Bar, BarClass, Body, Figure, Gap, GapClass, MatrixClass, MatrixPoint, Read, Series, SeriesPoint, Threshold,
};
pub use number::Reading;
pub use terminal::Terminal;
