//! **Which public instrument buys the most security per public euro, and which rule does it break?**
//!
//! Eight instruments beside each other: grant, soft loan, guarantee, equity, price floor (contract for difference),
//! purchase guarantee with stockpile, shared infrastructure, co-funding of exploration. Each is a pure function from the
//! cash flows of a project in a state of the world to who pays what to whom in which year ([`payments`]). What one party
//! pays another receives, so money is conserved by construction.
//!
//! From the payments follow expected and 95 % tail cost to the public, gross grant equivalent (Communications 2008/C 14/02
//! for loans, 2008/C 155/02 for guarantees), intensity, leverage, what the owner gains, the chance of going ahead
//! ([`additionality`]: an assumption with its range) and the additional tonnes per public euro ([`compare()`]).
//! [`rules`] holds an award against the rules of public money and names each breach by its paragraph.
//!
//! Money is in million euro, prices in euro a tonne of content. Rates and flows must be of one kind, nominal with nominal
//! or real with real. The year of the award is the first year and not discounted.

pub mod additionality;
mod awards;
pub mod compare;
mod comparison;
mod defaults;
mod gross_grant_equivalent;
mod method;
mod offer;
mod parties;
pub mod payments;
mod rates;
mod repayment;
pub mod rules;
mod spread;
mod trail;
mod worlds;

pub use awards::{Award, OtherSupport, Size};
pub use compare::compare;
pub use comparison::{FlowYear, InstrumentResult, Term};
pub use defaults::{Usual, usual};
pub use gross_grant_equivalent::{GrantEquivalent, GrantEquivalentBasis, guarantee_equivalent, loan_equivalent};
pub use method::RULES;
pub use offer::{InstrumentKind, Offer, Terms};
pub use parties::{Channel, Party};
pub use rates::{Rates, Setting};
pub use repayment::Schedule;
pub use rules::{Check, Outcome, check};
pub use spread::{Spread, spread};
pub use worlds::{World, Worlds};
