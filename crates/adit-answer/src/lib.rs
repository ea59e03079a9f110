//! The answers of adit as documents: one JSON shape for the command line, HTTP and Python.
