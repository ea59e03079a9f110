//! What holds the readings together: the same formulas, read in every way, must agree.

mod agree;
mod boxes;
mod draws;
mod exact;
mod formulas;
mod referee;
mod slopes;
mod stage_risk;
mod why;
