//! The Chain room's models: balances that close, figures that cannot all be true, trade that adds up; routes to
//! consumption, capacity, plans, shares and draws by hand.

#![cfg(test)]

mod balance;
mod benchmarks;
mod capacity;
mod consumption;
mod flows;
mod geopolrisk;
mod made_up;
mod pipeline;
mod reconcile;
mod region;
