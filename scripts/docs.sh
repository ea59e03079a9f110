#!/usr/bin/env bash
# Builds the book into target/book.
set -euo pipefail
cd "$(dirname "$0")/.."
if ! command -v mdbook >/dev/null 2>&1; then
  echo "mdBook is not installed. Run:  cargo install mdbook --locked" >&2
  echo "(the pages are plain Markdown and can be read as they are, from docs/src/introduction.md)" >&2
  exit 1
fi
mdbook build docs
echo "The book is in target/book/index.html"
