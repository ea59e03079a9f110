#!/usr/bin/env bash
# Beside the peers: flodym and ODYM, which do in Python what the Outlook's engine does.
#
#   scripts/peers.sh parity [--write]   runs them over every lifetime, timing and direction and compares with the committed
#                                       fixture of crates/adit-model/tests/outlook_parity.rs (or writes it again)
#   scripts/peers.sh tables             writes the tables of docs/src/methods/outlook-parity.md again from that fixture (no Python)
#   scripts/peers.sh bench              times both sides in one run and prints the table of docs/src/benchmarks.md;
#                                       wants an idle machine with 24 GiB
#   scripts/peers.sh weigh              times acceptability beside numpy in one run and prints its table
#
# They are installed into target/peers; nothing else of adit needs Python. ODYM is not on PyPI: its repository is cloned at
# the commit below, from GitHub or from where ODYM=FOLDER says.
set -euo pipefail
cd "$(dirname "$0")/.."

if [ "${1:-}" = tables ]; then
  ADIT_WRITE_PARITY=1 cargo test --quiet -p adit-model --test outlook_parity the_page_says_what_the_comparison_says
  exit
fi

odym_commit=0da9fcbe862240379d92612c161c163ee0225547
made="${CARGO_TARGET_DIR:-target}/peers"
python="$made/venv/bin/python"

if ! cmp -s scripts/peers/requirements.txt "$made/requirements.txt"; then
  command -v python3 >/dev/null 2>&1 || { echo "peers.sh: the peers need Python 3.11 or later (python3 with venv)" >&2; exit 1; }
  mkdir -p "$made"
  python3 -m venv --clear "$made/venv"
  "$python" -m pip install --quiet --disable-pip-version-check -r scripts/peers/requirements.txt
  cp scripts/peers/requirements.txt "$made/requirements.txt"
fi

odym="$made/ODYM"
if [ "${1:-}" != weigh ]; then
  if [ ! -e "$odym" ]; then
    git clone --quiet "${ODYM:-https://github.com/IndEcol/ODYM}" "$odym"
  fi
  git -C "$odym" checkout --quiet "$odym_commit"
fi

# A core type or cache size forced on OpenBLAS slows numpy down; the peers are timed as a user gets them.
unset OPENBLAS_CORETYPE OPENBLAS_L2_SIZE
export PYTHONDONTWRITEBYTECODE=1

built() {
  cargo bench --quiet --no-run --message-format=json -p adit-model --bench "$1" |
    "$python" -c 'import json, sys; print([e for e in map(lambda x: json.loads(x).get("executable"), sys.stdin) if e][-1])'
}

case "${1:-}" in
  parity)
    shift
    "$python" scripts/peers/parity.py --odym "$odym" "$@" crates/adit-model/tests/fixtures/outlook-parity.json
    ;;
  bench)
    "$python" scripts/peers/table.py --odym "$odym" --ours "$(built outlook)"
    ;;
  weigh)
    "$python" scripts/peers/weigh.py --ours "$(built smaa)"
    ;;
  *)
    echo "usage: scripts/peers.sh parity [--write] | tables | bench | weigh" >&2
    exit 2
    ;;
esac
