#!/usr/bin/env bash
# Takes the pictures in docs/src/images again, of the real pages served by the release binary.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/setup.sh --tests
scripts/web.sh --packages e2e
cargo build --release -p adit
ADIT_BIN="$(realpath -m "${CARGO_TARGET_DIR:-target}")/release/adit" scripts/node.sh npm --prefix e2e run screenshots
