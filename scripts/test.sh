#!/usr/bin/env bash
# Everything that must hold. Stops at the first step that fails and names it; ends with the runners' own closing lines.
# One cargo profile (dev, with optimised dependencies) serves the unit tests, the browser tests and the generated files.
set -euo pipefail
cd "$(dirname "$0")/.."

built=$(realpath -m "${CARGO_TARGET_DIR:-target}")
logs=target/test-logs
mkdir -p "$logs"
started=$SECONDS

# step NAME COMMAND...: runs it, keeps what it printed in a log, and says how long it took.
step() {
  local name=$1 from=$SECONDS
  shift
  printf '\n== %s\n' "$name"
  if ! "$@" 2>&1 | tee "$logs/$name.log"; then
    printf '\nmake test stopped: %s failed (its output: %s)\n' "$name" "$logs/$name.log" >&2
    exit 1
  fi
  printf '== %s: %s s\n' "$name" "$((SECONDS - from))"
}

node() { scripts/node.sh "$@"; }

unit_tests() {
  if cargo nextest --version >/dev/null 2>&1; then
    cargo nextest run --workspace --no-fail-fast --hide-progress-bar
  else
    cargo test --workspace --lib --bins --tests --no-fail-fast
  fi
}

# Joined by &&, as a function called in a condition does not stop at its first failing command.
browser_tests() {
  scripts/web.sh --packages e2e && ADIT_BIN="$built/debug/adit" node npm --prefix e2e test
}

step setup scripts/setup.sh --tests
step format cargo fmt --all --check
step documents node node scripts/check-docs.mjs
step workbench scripts/web.sh
step workbench-check node npm --prefix web run check
step lints cargo clippy --workspace --all-targets -- -D warnings
step build scripts/build.sh
step generated scripts/generate.sh --check
step sessions node node scripts/console.mjs "$built/debug/adit"
step browser browser_tests
step examples cargo test --workspace --doc
step tests unit_tests

printf '\nAll steps passed in %s s. The runners, in their own words:\n' "$((SECONDS - started))"
grep -hE '^ *[0-9]+ passed' "$logs/browser.log" || true
grep -hE '^ *Summary|^test result:' "$logs/tests.log"
