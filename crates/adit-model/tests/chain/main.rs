//! The Chain room's models: balances that close, figures that cannot all be true, trade that adds up.

mod balance;
mod flows;
mod geopolrisk;
mod reconcile;
