# Everything needed on a fresh machine: Python 3.11 or later, and make.
#
#   make serve    makes the environment, builds the graph from graph/acts, serves it
#   make test     makes the environment, runs everything that .ci/run runs
#   make build    acts -> dataset/, always anew
#   make bench    prints what is measured, beside the peer it is measured against
#   make eval     prints how much of acts labelled by reading is read, and what is missed, and how
#                 much of them when they are damaged
#   make fuzz     gives bytes of strangers to all that reads them, a minute each
#   make format   puts code into its one form
#   make lock     resolves the dependencies of pyproject.toml anew

HOST ?= 127.0.0.1
PORT ?= 8000

SUITABLE = import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))
FOUND := $(shell for p in python3.14 python3.13 python3.12 python3.11 python3 python; do \
	"$$p" -c '$(SUITABLE)' >/dev/null 2>&1 && { echo "$$p"; break; }; done)
PYTHON ?= $(FOUND)

LOCK := .ci/requirements.lock
BIN := .venv/bin
READY := .venv/ready
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
INPUTS = find graph ontology shapes pyproject.toml -newer dataset/.made \
	\( -path graph/acts -o -type f -not -name '*.pyc' \) -print

.PHONY: serve test build bench eval fuzz format lock dataset clean
.DELETE_ON_ERROR:

serve: dataset
	@exec $(BIN)/shezhire serve dataset --host "$(HOST)" --port "$(PORT)"

test: $(READY)
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy --no-error-summary
	$(BIN)/lint-imports --no-logo
	$(BIN)/pytest

build: $(READY)
	$(BIN)/shezhire build --out dataset
	@touch dataset/.made

bench: dataset build/peer/locked
	@$(BIN)/python bench/build.py
	@$(BIN)/python bench/start.py
	@$(BIN)/python bench/questions.py
	@$(BIN)/python bench/days.py
	@$(BIN)/python bench/workers.py
	@$(BIN)/python bench/hostile.py
	@$(BIN)/python bench/register.py

eval: $(READY)
	@$(BIN)/python bench/eval.py
	@$(BIN)/python bench/damage.py

FUZZED := gate update headers fields text markdown html docx inside pdf side waivers register manifest backup
SECONDS ?= 60
fuzz: $(READY)
	@for target in $(FUZZED); do echo "$$target"; \
		$(BIN)/python tests/fuzzing.py "$$target" -max_total_time=$(SECONDS) -verbosity=0 || exit 1; done

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock: $(READY)
	$(PIP) install pip-tools
	$(BIN)/pip-compile --quiet --upgrade --extra dev --generate-hashes --allow-unsafe \
		--strip-extras --no-header --no-annotate --no-emit-index-url --no-emit-trusted-host \
		--no-emit-find-links --no-emit-options --output-file $(LOCK) pyproject.toml

clean:
	rm -rf .venv dataset build

# The dataset is built when there is none, or when an act, a rule or a shape is newer than it.
# A broken act makes the build fail, yet the others are published: then they are served.
dataset: $(READY)
	@if [ ! -e dataset/current ] || [ ! -e dataset/.made ] || [ -n "$$($(INPUTS))" ]; then \
		if $(BIN)/shezhire build --out dataset; then touch dataset/.made; \
		else [ -e dataset/current ]; fi; \
	fi

.venv/locked: $(LOCK)
	@[ -n "$(PYTHON)" ] || { \
		echo "expected Python 3.11 or later with its venv module (on Debian: python3-venv)" >&2; exit 2; }
	"$(PYTHON)" -m venv --clear .venv
	$(PIP) install --require-hashes -r $(LOCK)
	@touch $@

# The peer of the measurements has an environment of its own.
build/peer/locked: bench/peer.lock | $(READY)
	"$(PYTHON)" -m venv --clear build/peer
	build/peer/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes -r bench/peer.lock
	@touch $@

$(READY): .venv/locked pyproject.toml
	$(PIP) install --no-deps --no-build-isolation --no-index --editable .
	@touch $@
