#!/usr/bin/env bash
# Sees to it that the machine has what adit is built (and, with --tests, tested) with.
# As root on a Debian-like machine missing packages are installed; otherwise the one command to run is printed.
set -euo pipefail
cd "$(dirname "$0")/.."

tests=no
for argument in "$@"; do
  case "$argument" in
    --tests) tests=yes ;;
    *) echo "setup.sh: unknown argument '$argument' (only --tests is known)" >&2; exit 2 ;;
  esac
done

if ! command -v cargo >/dev/null 2>&1; then
  if [ -x "${CARGO_HOME:-$HOME/.cargo}/bin/cargo" ]; then
    echo "Rust is installed but not on PATH. Run:  . \"${CARGO_HOME:-$HOME/.cargo}/env\"" >&2
  else
    echo "Rust is missing. Install it from https://rustup.rs, then run this again; rustup reads rust-toolchain.toml." >&2
  fi
  exit 1
fi

packages=()
command -v cc >/dev/null 2>&1 || packages+=(gcc libc6-dev)
# The mixed-integer solver is built from its own C++ source; its bindings are made with libclang.
command -v c++ >/dev/null 2>&1 || packages+=(g++)
command -v cmake >/dev/null 2>&1 || packages+=(cmake)
# The C++ library libclang-cpp, which lies in the same folders, does not serve for it.
has_libclang() {
  local folder found
  for folder in ${LIBCLANG_PATH:+"$LIBCLANG_PATH"} "$(llvm-config --libdir 2>/dev/null)" /usr/lib/llvm-*/lib /usr/lib/*-linux-gnu /usr/lib64; do
    for found in "$folder"/libclang.so* "$folder"/libclang-[0-9]*.so*; do
      [ -e "$found" ] && return
    done
  done
  return 1
}
has_libclang || packages+=(libclang-dev)
# Node itself comes from scripts/node.sh; it needs Python's pip only where the machine's Node is missing or too old.
if ! scripts/node.sh --check; then
  if ! command -v python3 >/dev/null 2>&1; then
    packages+=(python3 python3-pip)
  elif ! python3 -m pip --version >/dev/null 2>&1; then
    packages+=(python3-pip)
  fi
fi
# `type -P` finds programs alone, not functions of this script.
has_chromium() {
  local name
  for name in ${ADIT_CHROMIUM:+"$ADIT_CHROMIUM"} chromium chromium-browser google-chrome; do
    type -P "$name" >/dev/null && return
  done
  return 1
}
if [ "$tests" = yes ]; then
  # Chromium alone brings no fonts to speak of; without them pages are measured and photographed in boxes.
  has_chromium || packages+=(chromium fonts-liberation)
  # A real database server for the record, started by the tests themselves on a folder of their own.
  [ -n "$(ls -d /usr/lib/postgresql/*/bin/initdb 2>/dev/null)" ] || command -v initdb >/dev/null 2>&1 || packages+=(postgresql)
  # A real spreadsheet program recalculates the workbooks that adit writes.
  command -v soffice >/dev/null 2>&1 || packages+=(libreoffice-calc-nogui)
fi

if [ "${#packages[@]}" -gt 0 ]; then
  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing system packages: ${packages[*]}"
    export DEBIAN_FRONTEND=noninteractive
    apt-get -q -o DPkg::Lock::Timeout=300 update
    apt-get -q -y -o DPkg::Lock::Timeout=300 install --no-install-recommends "${packages[@]}"
  else
    echo "These system packages are missing. Run, then try again:" >&2
    echo "  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages[*]}" >&2
    exit 1
  fi
fi

scripts/node.sh --install
