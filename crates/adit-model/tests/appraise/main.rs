//! Appraisals of the projects of the facts, and the worked cases of docs/src/methods/appraisal.md.

#![cfg(test)]

mod facts;
