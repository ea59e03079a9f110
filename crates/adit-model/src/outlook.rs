//! **What will be needed, what sits in use, what comes back, and how sure is that?**
//!
//! ```text
//! stock(t)   = sum over cohorts c of inflow(c) * sf(age(c, t))                        cohorts.rs
//! inflow(t)  = (stock(t) - what is left of older cohorts) / sf(age(t, t))             stock-driven
//! outflow(t) = inflow(t) + net imports of used goods(t) - (stock(t) - stock(t - 1))
//! age(c, t)  = end of t - entry of c; entry at the start, middle or end of c          time.rs
//! sf         = survival by age: Weibull, normal, log-normal, gamma, ...               lifetime.rs
//! the same for eight series or draws side by side                                     lanes.rs
//! ```
//!
//! Dynamic material flow analysis by cohorts. Source of the method: E. van der Voet et al. (2002), Predicting future
//! emissions based on characteristics of stocks, Ecological Economics 41(2), 223-234,
//! <https://doi.org/10.1016/S0921-8009(02)00028-9>; D. B. Müller (2006), Stock dynamics for forecasting material
//! flows, Ecological Economics 59(1), 142-156, <https://doi.org/10.1016/j.ecolecon.2005.09.025>. Timing, survival,
//! initial cohorts and balance are conventions of adit, stated in `docs/src/methods/outlook.md`.

pub mod case;
pub mod cohorts;
pub mod error;
pub mod lanes;
pub mod lifetime;
pub mod model;
pub mod process_system;
pub mod time;

pub use cohorts::{Driver, Flows, Product, run};
pub use error::OutlookError;
pub use lifetime::Lifetime;
pub use time::{InflowAt, Periods};
