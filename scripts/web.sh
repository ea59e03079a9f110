#!/usr/bin/env bash
# Builds the workbench into web/dist when something under web/ changed since the last build. The stamp holds the hash
# of every source file and of Node's version, so that neither a checkout's file times nor a touched file matter.
set -euo pipefail
cd "$(dirname "$0")/.."

digest() {
  { scripts/node.sh node --version
    find web -type f -not -path 'web/node_modules/*' -not -path 'web/dist/*' -not -path 'web/.unit/*' -print0 | LC_ALL=C sort -z | xargs -0 sha256sum
  } | sha256sum | cut -d' ' -f1
}

# npm ci deletes and rebuilds the whole folder, so only when the lock file changed. $1: folder with a package-lock.json
packages() {
  local lock
  lock=$(sha256sum "$1/package-lock.json" | cut -d' ' -f1)
  if [ ! -f "$1/node_modules/.lock-hash" ] || [ "$(cat "$1/node_modules/.lock-hash")" != "$lock" ]; then
    scripts/node.sh npm --prefix "$1" ci --no-audit --no-fund --prefer-offline
    printf '%s\n' "$lock" >"$1/node_modules/.lock-hash"
  fi
}

if [ "${1:-}" = --packages ]; then
  packages "$2"
  exit 0
fi

packages web
stamp=target/web.stamp
now=$(digest)
if [ -f web/dist/index.html ] && [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$now" ]; then
  echo "web/dist is up to date"
else
  scripts/node.sh npm --prefix web run build
fi
if [ ! -f web/dist/index.html ]; then
  echo "web/dist/index.html is missing after the build" >&2
  exit 1
fi
mkdir -p target
# Taken again, as the build may have written into web/ (a lock file, generated types).
digest >"$stamp"
