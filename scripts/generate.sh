#!/usr/bin/env bash
# Writes again what is generated from the code and committed: docs/openapi.json and docs/schema/ from the server's types,
# web/src/api/schema.d.ts from the OpenAPI description, and the book's page of finding codes from the list in the code.
# With --check nothing is written, and a stale file is an error.
set -euo pipefail
cd "$(dirname "$0")/.."
types=web/src/api/schema.d.ts

scripts/web.sh --packages web
scripts/node.sh node scripts/finding-codes.mjs "$@"
if [ "${1:-}" = --check ]; then
  cargo run --quiet -p adit-server --example generate -- --check
  mkdir -p target
  scripts/node.sh web/node_modules/.bin/openapi-typescript docs/openapi.json -o target/schema.d.ts
  if ! diff -u "$types" target/schema.d.ts; then
    echo "$types is not what docs/openapi.json says, run \`make generate\`" >&2
    exit 1
  fi
else
  cargo run --quiet -p adit-server --example generate
  scripts/node.sh npm --prefix web run types
fi
