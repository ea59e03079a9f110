//! **What do regions change in Europe's official numbers, alone and together?**
//!
//! ```text
//! A_S  = sum over the projects of S of capacity x standing x utilisation x probability          offer.rs
//! λ_S  = min(1, D / A_S)                                                                        displacement.rs
//! S'_c = what is left of S_c + λ A_c / T      EU sourcing                                       supply.rs
//! S'_c = (S_c G + A_c) / (G + A_S)            world supply
//! v(S) = before - after                       supply risk, largest third country                play.rs
//! v(S) = after - before                       shares of capacity in consumption
//! phi  = Shapley value of v                                                                     game.rs
//! ```
//!
//! The supply risk is the Risk room's own formula; a game without projects changes nothing, and new supply under
//! `proportional` gives what `adit risk --add` gives. Source of the game: L. S. Shapley (1953), A value for n-person
//! games, <https://doi.org/10.1515/9781400881970-018>; the baseline, displacement and tonnes are conventions of adit,
//! stated in `docs/src/methods/together.md`.
//!
//! [`gather::gather`] collects the inputs, [`play`] plays them, [`why::derive`] writes one coalition's value down.

mod bounds;
pub mod displacement;
pub mod draws;
pub mod error;
pub mod game;
pub mod gather;
pub mod ids;
pub mod inputs;
pub mod offer;
pub mod outcome;
pub mod play;
pub mod question;
pub(crate) mod read;
pub mod regional;
pub mod rules;
pub mod supply;
pub mod tonnes;
pub mod why;

pub use displacement::Displacement;
pub use error::TogetherError;
pub use game::Coalition;
pub use gather::gather;
pub use inputs::Inputs;
pub use outcome::{Outcome, play};
pub use question::{Measure, Question, Target};
