# The commands of this repository; `make` lists them. Each installs what it misses, and says so.
# The work is done in scripts/, in bash; this file only names it. It keeps to what GNU make 3.81 (macOS) knows.

.DEFAULT_GOAL := help
.PHONY: help serve build test check weight crates later bench freeze clean

PORT ?= 8080
export PORT

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile

serve: ## install what is missing, build the release app, serve it on http://127.0.0.1:8080/ (PORT=...)
	@bash scripts/setup.sh build
	@bash scripts/serve.sh

build: ## build the release app into dist/, ready for any static host
	@bash scripts/setup.sh build
	@bash scripts/build.sh

test: ## run every test: logic, shipped data, components in a browser, the app end to end in three engines
	@bash scripts/setup.sh test
	@bash scripts/test.sh

check: ## format, clippy, rustdoc, the layer rule, the scripts, the limits of weight
	@bash scripts/setup.sh build
	@bash scripts/check.sh

weight: build ## print what the first view transfers, and fail over the limits
	@node scripts/weight.mjs

crates: ## print what each dependency weighs in the WebAssembly
	@bash scripts/setup.sh build
	@bash scripts/crates.sh

later: ## list anew which functions the first WebAssembly does without (scripts/later.txt), and build again
	@bash scripts/setup.sh test
	@bash scripts/later.sh

bench: ## print what a year change, a start and a frame cost, in browsers
	@bash scripts/setup.sh test
	@bash scripts/bench.sh

freeze: ## copy what was built to dist/frozen/<hash>/, and print how to embed it as it is today
	@bash scripts/freeze.sh

clean: ## remove what was built (the installed tools stay)
	@cargo clean --quiet
	@rm -rf dist
