# Everything runs in .venv, made from the lock files with nothing but Python and make.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.PHONY: help install run test lint format bench figures soak lock clean

help:  ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

$(VENV)/run.stamp: requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) install --require-hashes --requirement requirements.lock
	$(PIP) install --no-deps --editable .
	touch $@

$(VENV)/test.stamp: $(VENV)/run.stamp tests/requirements.lock
	$(PIP) install --require-hashes --requirement tests/requirements.lock
	touch $@

install: $(VENV)/run.stamp  ## make .venv and install Standoff into it

run: install  ## open the page on the first example
	$(BIN)/standoff dashboard

test: $(VENV)/test.stamp  ## run every test but the long campaigns and the timings
	$(BIN)/python -m pytest -m "not bench and not soak" $(PYTEST)

lint: $(VENV)/test.stamp  ## style, types, import contracts, docstrings
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python -m numpydoc.hooks.validate_docstrings $$(git ls-files 'geo/*.py')

format: $(VENV)/test.stamp  ## write what ruff can mend
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/test.stamp  ## time the budgets of the design
	$(BIN)/python -m pytest -m bench --benchmark-columns=min,median,max,rounds $(PYTEST)

figures: install  ## draw every example in every layout and language into figures/
	$(BIN)/python tests/figures.py figures

soak: $(VENV)/test.stamp  ## long campaigns: properties with 10,000 cases, load
	$(BIN)/python -m pytest -m soak $(PYTEST)

lock:  ## resolve the lock files anew (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --no-emit-index-url --no-header \
	  --no-annotate --generate-hashes pyproject.toml --output-file requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --no-emit-index-url --no-header \
	  --no-annotate --generate-hashes pyproject.toml --group test --group lint \
	  --constraint requirements.lock --output-file tests/requirements.lock

clean:  ## remove .venv and caches
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis dist figures
