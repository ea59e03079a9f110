# The two commands that matter are `make run` and `make test`; both set up what they need. `make help` lists the rest.
.DEFAULT_GOAL := help
.PHONY: help run test setup web generate sessions bench parity soak fuzz screenshots docs

# Where `make run` listens, and where it keeps rounds of weighing: make run ADDR=127.0.0.1:9000 DB=sqlite:my.sqlite
ADDR ?= 127.0.0.1:7878
DB ?= sqlite:target/adit-record.sqlite

help: ## say what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## */\1\t/' | expand -t 14

run: web ## build everything and open the rooms at one address
	cargo run --release -p adit -- serve --addr $(ADDR) --db $(DB)

test: ## everything that must hold before a change lands
	scripts/test.sh

setup: ## install what building needs (as root), or say what to install
	scripts/setup.sh

web: setup ## build the workbench into web/dist if it changed
	scripts/web.sh

generate: setup ## write again the committed files that are generated from the code
	scripts/generate.sh

sessions: setup ## run the commands that the documents show, and write what they print into them again
	scripts/build.sh
	scripts/node.sh node scripts/console.mjs $${CARGO_TARGET_DIR:-target}/debug/adit --write

bench: ## the benchmarks behind docs/src/benchmarks.md
	scripts/bench.sh

parity: ## run flodym and ODYM again (Python) and compare the Outlook's engine with them
	scripts/peers.sh parity
	cargo test --quiet -p adit-model --test outlook_parity

soak: ## the long tests: many more random cases, and load on a running server
	scripts/soak.sh

fuzz: ## throw broken bytes at the doors for CSV and TOML
	scripts/fuzz.sh

screenshots: web ## take the pictures in docs/src/images again
	scripts/screenshots.sh

docs: ## build the book in docs/ if mdBook is installed
	scripts/docs.sh
