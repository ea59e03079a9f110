//! What each reading costs beside the plain value.

fn main() {
    divan::main();
}
