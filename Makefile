# Everything a newcomer needs: `make run` and `make test`.  Works with GNU make 3.81 (macOS) and newer.

PYTHON ?=
TEST_PROCESSES ?= 3
PORT ?=
VENV := .venv
BIN := $(VENV)/bin
PASSPORT := $(BIN)/passport
PG15 ?= /usr/lib/postgresql/15/bin

export PATH := $(CURDIR)/$(BIN):$(PATH)
ifneq ($(PORT),)
export PASSPORT_PORT := $(PORT)
endif

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run setup setup-check test test-pg15 check format lock migrate api pwa pwa-size browser bench docs \
	requirements rebuild-totals doctor clean lint types pwa-test pwa-check pytest FORCE

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: setup ## Set everything up and serve the product with a small town of sample data
	@$(PASSPORT) run

test: setup-check browser pwa pwa-test pytest ## Set everything up and run every test

check: setup-check lint types browser pwa pwa-check pwa-test pytest ## What CI runs: make test and every check of the code

format: setup-check ## Format the code
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .
	@$(PASSPORT) pwa --script format

migrate: setup ## Bring the database's tables up to date
	@$(PASSPORT) migrate

api: setup pwa/node_modules ## Write the API's types for the phone from the server's OpenAPI
	@$(PASSPORT) api

pwa: setup ## Build the phone's app where a source is newer than the build
	@$(PASSPORT) pwa

pwa-size: pwa ## Print how large the phone's app is
	@$(PASSPORT) pwa --script size

bench: setup ## Measure, and print a table
	@$(PASSPORT) bench

docs: setup-check ## Test that the documents say what the code does
	$(BIN)/pytest tests/test_docs.py

requirements: setup ## Count the rows of the mission by group and state
	@$(PASSPORT) requirements

rebuild-totals: setup ## Prove that the totals equal the history
	@$(PASSPORT) rebuild-totals

doctor: setup ## Say what is wrong here and what to do
	@$(PASSPORT) doctor

browser: setup ## See that there is a browser for the tests; as root on Debian, install it
	@$(PASSPORT) browser

test-pg15: setup-check ## Run the tests of the database on PostgreSQL 15 where it is installed
	@if [ -x $(PG15)/postgres ]; then $(PASSPORT) postgres --programs $(PG15) with \
		$(BIN)/pytest tests --ignore=tests/browser --ignore=tests/passport; \
	else echo "Skipped: no PostgreSQL 15 in $(PG15) (Debian 12: apt-get install postgresql-15)."; fi

clean: ## Remove what was built (not the data in .data)
	rm -rf $(VENV) .cache pwa/dist pwa/node_modules .hypothesis .ruff_cache .mypy_cache .import_linter_cache

# The parts of test and check.

lint:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --cache-dir .cache/import_linter

types:
	$(BIN)/mypy

pwa-test:
	@$(PASSPORT) pwa --script test

pwa-check:
	@$(PASSPORT) pwa --script check
	@$(PASSPORT) pwa --script size

pytest:
	$(BIN)/pytest -n $(TEST_PROCESSES) --dist loadfile

# Setting up.  A stamp is newer than its lock file once the lock is installed.

setup: .cache/run.stamp ## Make .venv and install what running needs, locked
	@:

setup-check: .cache/run.stamp .cache/check.stamp
	@:

.cache/%.stamp: requirements/%.txt requirements/install.py $(VENV)/pyvenv.cfg
	@$(BIN)/python requirements/install.py $*.txt
	@mkdir -p .cache && touch $@

# Installed after run.txt, by which it is bound.
.cache/check.stamp: .cache/run.stamp

$(VENV)/pyvenv.cfg: $(if $(wildcard $(BIN)/python),,FORCE)
	@python=$$(sh requirements/python.sh "$(PYTHON)") || exit 1; \
	echo "Making $(VENV) with $$($$python --version)."; \
	rm -rf $(VENV) && $$python -m venv --without-pip $(VENV)

pwa/node_modules: setup
	@$(PASSPORT) pwa --packages

# Locking.  uv is pinned in check.txt; a lock names no address, so it holds behind any mirror.

LOCK := $(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --quiet --no-emit-index-url

lock: setup-check ## Lock anew what requirements/*.in ask for; UPGRADE=1 takes newer versions
	$(LOCK) $(if $(UPGRADE),--upgrade) requirements/run.in -o requirements/run.txt
	$(LOCK) $(if $(UPGRADE),--upgrade) requirements/check.in -o requirements/check.txt
