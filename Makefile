# The commands everyone relies on. Everything is installed into the project's own folders (.venv, node_modules);
# browsers and what they need come through apt where they are missing.
.DEFAULT_GOAL := help
.PHONY: help fuzz soak demo test check bench screenshots contract messages settings build wheel deb onefolder store lock audit clean

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):[^#]*## ?/\1\t/' | expand -t 12

demo: ## a click on a CRM page rings a phone, in a browser of its own
	@.ci/prepare python node chromium
	@npm run --silent --prefix extension build:granted
	@.venv/bin/callwith demo

test: ## everything, in both browsers; ends with "N passed, N failed"
	@.ci/prepare python node chromium firefox desktop keyring window
	@npm run --silent --prefix extension build:both
	@.venv/bin/python tests/run.py

check: ## lint, format, types, generated files, messages
	@.ci/prepare python node
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/python -m companion.schema --check
	.venv/bin/python .ci/messages --check
	.venv/bin/python .ci/settings --check
	npm run --silent --prefix extension check

bench: ## times and memory as ratios, in both browsers
	@.ci/prepare python node chromium firefox
	@npm run --silent --prefix extension build:granted
	@.venv/bin/python tests/benchmarks/run.py

screenshots: ## pictures of everything people see: light, dark, narrow, German, right to left; in docs/images/screens
	@.ci/prepare python node chromium
	@npm run --silent --prefix extension build:granted
	@node tests/screenshots/main.mjs $(SCENES)

contract: ## writes the schema, the golden index and the TypeScript types from companion/protocol.py
	@.ci/prepare python node
	.venv/bin/python -m companion.schema
	npm run --silent --prefix extension contract

messages: ## collects the companion's sentences into its catalogues (companion/locale) and compiles them
	@.ci/prepare python
	.venv/bin/python .ci/messages

settings: ## writes docs/settings.md from the settings' models
	@.ci/prepare python
	.venv/bin/python .ci/settings

build: ## the extension for Chromium and Firefox, in extension/dist
	@.ci/prepare node
	npm run --silent --prefix extension build

wheel: ## the companion with the built extension inside, wheel and sdist, in dist
	@.ci/prepare python node
	.venv/bin/python -m build --outdir dist

deb: wheel ## a package for all users of a Debian or Ubuntu machine like this one, in dist
	.venv/bin/python -m companion.packaging.deb --wheel dist/callwith-*.whl --out dist

onefolder: wheel ## a folder with an interpreter of its own, for Linux machines without Python, in dist
	.venv/bin/python -m companion.packaging.onefolder --wheel dist/callwith-*.whl --out dist

store: ## zips for the stores and their reviewers, the same bytes from the same source, in extension/dist/store
	@.ci/prepare node
	@npm run --silent --prefix extension store

lock: ## the Python packages' versions and hashes anew; UPGRADE=--upgrade takes the newest
	@.ci/lock $(UPGRADE)

audit: ## asks whether faults are known of what we depend on, Python and JavaScript
	@.ci/prepare python node
	@.ci/audit

FUZZ_SECONDS ?= 60
fuzz: ## looks for inputs that break the companion; an hour's worth: make fuzz FUZZ_SECONDS=3600
	@.ci/prepare python
	@.venv/bin/python -m pip install --quiet --disable-pip-version-check "atheris>=3,<4" || \
	  { echo "atheris could not be installed: it needs Linux or macOS, and Python 3.11 to 3.13"; exit 1; }
	@.venv/bin/python tests/fuzz/main.py $(FUZZ_SECONDS) $(TARGETS)

SOAK_CYCLES ?= 100000
soak: ## a call killed at every line, and a host started and ended 100,000 times: hours; SOAK_CYCLES=1000 for less
	@.ci/prepare python
	@CALLWITH_KILL_POINTS=5000 CALLWITH_SOAK_CYCLES=$(SOAK_CYCLES) .venv/bin/python -m pytest --import-mode=importlib \
	  tests/companion/test_journal_killed.py tests/companion/test_lifecycle.py

clean: ## removes what was installed and built here
	rm -rf .venv .venv-window .fuzz .demo .test dist extension/node_modules extension/dist tests/node_modules
