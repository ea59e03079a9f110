//! Inputs of the Outlook: stocks, flows and end of life over the years.

pub mod cases;
pub mod model_file;
