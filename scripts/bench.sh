#!/usr/bin/env bash
# The benchmarks behind docs/src/benchmarks.md. Figures mean something only on an otherwise idle machine.
set -euo pipefail
cd "$(dirname "$0")/.."
cargo bench --workspace --bench '*'
