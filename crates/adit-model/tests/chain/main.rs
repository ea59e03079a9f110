//! The Chain room's models: balances that close, figures that cannot all be true, trade that adds up.

#![cfg(test)]

mod balance;
mod flows;
mod geopolrisk;
mod reconcile;
mod rules;
