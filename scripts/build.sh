#!/usr/bin/env bash
# Builds the programs and examples of the development profile with the features of the whole workspace. Every script that
# needs one of them comes here: a build of one package alone has other features, and compiles the C++ solver once more.
set -euo pipefail
cd "$(dirname "$0")/.."
exec cargo build --quiet --workspace --bins --examples
