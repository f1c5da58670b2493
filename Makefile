# Two commands on a fresh machine: `make demo` and `make test`. Nothing is needed but Python 3.11 or newer and make.
PYTHON ?= python3
BIN := .venv/bin
OFFLINE := PIP_DISABLE_PIP_VERSION_CHECK=1

.PHONY: demo test lint types imports docs templates golden bench clean

demo: .venv/.installed
	rm -rf demo demo-clean
	$(BIN)/campaignctl demo demo

test: lint types imports
	$(BIN)/python -m pytest -n auto

lint: .venv/.development
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/.development
	$(BIN)/mypy

imports: .venv/.development
	$(BIN)/lint-imports

docs: .venv/.development  ## write docs/ anew from the catalogues and declarations
	$(BIN)/python docs/build.py

templates: .venv/.development  ## make templates/deck.pptx and templates/memo.docx anew
	$(BIN)/python templates/build_deck.py
	$(BIN)/python templates/build_memo.py

golden: .venv/.development  ## accept what the golden tests see now
	$(BIN)/python -m pytest --update-golden -m "not office"

bench: .venv/.development
	$(BIN)/python tests/benchmarks/run.py

clean:
	rm -rf .venv demo demo-clean bench build dist

.venv/.installed: pyproject.toml
	$(PYTHON) -m venv .venv
	$(OFFLINE) $(BIN)/python -m pip install --quiet -c constraints.txt -e .
	$(BIN)/python -m compileall -q src
	touch $@

.venv/.development: .venv/.installed constraints.txt
	$(OFFLINE) $(BIN)/python -m pip install --quiet -c constraints.txt -e '.[dev]'
	touch $@
