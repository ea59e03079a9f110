#!/usr/bin/env bash
# Broken bytes at the doors for CSV and TOML: SECONDS_LONG=3600 SEED=7 make fuzz
set -euo pipefail
cd "$(dirname "$0")/.."
cargo build --release -p adit
scripts/node.sh node scripts/fuzz.mjs "${CARGO_TARGET_DIR:-target}/release/adit" "${SECONDS_LONG:-300}" "${SEED:-1}"
