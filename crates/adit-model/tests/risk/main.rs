//! The Risk room on the facts as shipped.

#![cfg(test)]

mod audit_file;
mod ensemble;
mod explain;
mod facts;
mod flips;
mod governance;
mod overlays;
mod published;
mod rules;
mod what_if;
