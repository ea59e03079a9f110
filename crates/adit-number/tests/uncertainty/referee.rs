//! Values by others, written by `referee/tables.py`.

#![expect(clippy::unreadable_literal, reason = "written by a script")]

pub mod tables;
