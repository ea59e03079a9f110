#!/usr/bin/env bash
# The long tests: every property with many more random cases (CASES), writers killed a hundred times on each database (KILLS), broken bytes at the doors, a year of made-up trade
# (ROWS) streamed under 1 GiB of memory, ten users dragging at once on a running server, signing in by another house, and 200 readers a second of a record while
# 20 writers add to it.
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
# Readers of a public record while others write, and the page of a very large one, on both databases.
cargo build --quiet --release --workspace --bins --examples
built="$(realpath -m "${CARGO_TARGET_DIR:-target}")/release"
scripts/web.sh --packages e2e
# Signing in by OpenID Connect is a feature of its own, held against a real provider.
cargo clippy --quiet --workspace --all-targets --features adit/oidc -- -D warnings
cargo test --quiet --workspace --features adit/oidc --lib provider
cargo build --quiet --workspace --bins --features adit/oidc
ADIT_BIN="$(realpath -m "${CARGO_TARGET_DIR:-target}")/debug/adit" scripts/node.sh npm --prefix e2e test -- elsewhere
ADIT_BIN="$built/adit" scripts/node.sh node e2e/load.mjs "$built/examples/village" "${LOAD_SECONDS:-60}"
