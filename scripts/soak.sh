#!/usr/bin/env bash
# The long tests: every property with many more random cases (CASES), broken bytes at the doors, and ten users dragging
# at once on a running server.
set -euo pipefail
cd "$(dirname "$0")/.."
export PROPTEST_CASES="${CASES:-20000}"
if cargo nextest --version >/dev/null 2>&1; then
  cargo nextest run --release --workspace --no-fail-fast
else
  cargo test --release --workspace --lib --bins --tests --no-fail-fast
fi
scripts/fuzz.sh
cargo bench -p adit-server --bench what_if
