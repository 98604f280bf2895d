# Two commands do everything on a fresh machine:
#   make verify   build the Lean library, audit it, check numbers, write the ledger and the pages
#   make test     run every test
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: verify test lint clean help

help:
	@sed -n '1,3s/^# \{0,1\}//p' Makefile

verify: $(VENV)/installed
	$(BIN)/pyharness verify

test: $(VENV)/installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

lint: $(VENV)/installed
	$(BIN)/ruff check . && $(BIN)/ruff format --check .

# The stamp is written last, so an interrupted installation is repeated.
$(VENV)/installed: pyproject.toml
	@echo 'Setting up $(VENV) (once; a minute or two, 800 MB of packages)'
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

clean:
	rm -rf build $(VENV)
