#!/usr/bin/env bash
# The figures behind docs/src/benchmarks.md: whole commands, formulas in every reading, and what-ifs answered by the
# server. They mean something only on an otherwise idle machine.
set -euo pipefail
cd "$(dirname "$0")/.."
cargo build --release -p adit
scripts/node.sh node scripts/bench-commands.mjs "${CARGO_TARGET_DIR:-target}/release/adit"
cargo bench --workspace --bench '*'
