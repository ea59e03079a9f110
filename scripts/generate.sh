#!/usr/bin/env bash
# Writes again what is generated from the code and committed: docs/openapi.json and docs/schema/ from the server's types,
# web/src/api/schema.d.ts from the OpenAPI description, and the book's page of finding codes from the list in the code.
# With --check nothing is written, and a stale file is an error.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/web.sh --packages web
scripts/node.sh node scripts/finding-codes.mjs "$@"
scripts/build.sh
"${CARGO_TARGET_DIR:-target}/debug/examples/generate" "$@"
if [ "${1:-}" = --check ]; then
  scripts/node.sh npm --prefix web run check:types
else
  scripts/node.sh npm --prefix web run types
fi
