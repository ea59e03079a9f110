//! **What do regions change in Europe's official numbers, alone and together?**

mod bounds;
pub mod displacement;
mod draws;
pub mod error;
pub mod game;
pub mod inputs;
pub mod offer;
pub mod outcome;
pub mod play;
pub mod question;
mod read;
mod regional;
pub mod supply;
