//! The workbench is embedded when this crate is compiled, so a new build of it must compile this crate again.

fn main() {
    println!("cargo:rerun-if-changed=../../web/dist");
}
