//! **What do regions change in Europe's official numbers, alone and together?**

pub mod game;
