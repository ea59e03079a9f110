//! The Risk room on the facts as shipped.

#![cfg(test)]

mod audit_file;
mod branches;
mod ensemble;
mod explain;
mod facts;
mod flips;
mod governance;
mod hand;
mod published;
mod what_if;
