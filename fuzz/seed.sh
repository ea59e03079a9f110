#!/usr/bin/env bash
# Writes the starting points of every target into fuzz/corpus.
set -euo pipefail
cd "$(dirname "$0")"
mkdir -p corpus/{tables,study,scenario,manifest,project,model_file,clock_file,weights_file,import,printed}

# A byte that picks one of several, then a file.
with_byte() { # BYTE TARGET NAME < CONTENT
  { printf "\\x$(printf %02x "$1")"; cat; } > "corpus/$2/$3"
}

# The first rows of every table, in the order of the package, with the source that rows of a workspace need.
which=0
for table in $(sed -n 's/^ *"path": "\([a-z-]*\)\.csv".*/\1/p' ../data/datapackage.json); do
  head -6 "../data/$table.csv" | sed -e '1s/$/,note/' -e '2,$s/$/,seed/' | with_byte "$which" tables "$table"
  head -6 "../data/$table.csv" | sed -e '1s/$/,source,quality/' -e '2,$s/$/,survey,2/' | with_byte "$which" tables "$table-sourced"
  which=$((which + 1))
done

which=0
for file in eu-supply world-supply uses indicators assets; do
  with_byte "$which" import "$file" < "seeds/import/$file.csv"
  which=$((which + 1))
done
for file in results time-series; do
  with_byte 2 import "$file" < "seeds/import/$file.csv"
done

cp seeds/study/* corpus/study/
cp ../crates/adit-facts/src/workspace/starter/lithium-quarter-finland.toml corpus/scenario/
cp seeds/scenario/* corpus/scenario/
cp ../crates/adit-facts/src/workspace/starter/adit.toml corpus/manifest/
cp seeds/manifest/* corpus/manifest/
cp seeds/project/* corpus/project/
cp ../examples/outlook/*.toml corpus/model_file/
cp ../examples/clock/*.toml corpus/clock_file/
cp ../examples/weigh/*.csv corpus/weights_file/

# Every way in which the tables print a number.
n=0
for cell in 4 8.3 '<0.1' '>0' 100% -50 0.94 1.0 N/A - 1e5 .5; do
  for format in 0 1 3 5 21; do
    printf %s "$cell" | with_byte "$format" printed "$n"
    n=$((n + 1))
  done
done
