#!/usr/bin/env bash
# The long tests: every property with many more random cases (CASES), writers killed a hundred times on each database (KILLS), broken bytes at the doors, a year of made-up trade
# (ROWS) streamed under 1 GiB of memory, and ten users dragging at once on a running server.
set -euo pipefail
cd "$(dirname "$0")/.."
export PROPTEST_CASES="${CASES:-20000}"
export ADIT_KILLS="${KILLS:-100}"
if cargo nextest --version >/dev/null 2>&1; then
  cargo nextest run --release --workspace --no-fail-fast
else
  cargo test --release --workspace --lib --bins --tests --no-fail-fast
fi
scripts/fuzz.sh
made="$(mktemp)"
trap 'rm -f "$made"' EXIT
cargo run --quiet --release -p adit-facts --example trade_stream -- generate "${ROWS:-100000000}" "$made"
cargo run --quiet --release -p adit-facts --example trade_stream -- measure "$made"
cargo bench -p adit-server --bench what_if
