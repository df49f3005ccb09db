# Two commands on a fresh machine with Python 3.11 (with venv), make and git: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: install demo dev check test coverage generated bench lock clean

install: $(VENV)/.installed

$(VENV)/.installed: requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $@

demo: install
	$(BIN)/fazhi demo

dev: $(VENV)/.installed-dev

$(VENV)/.installed-dev: requirements-dev.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $@ $(VENV)/.installed

# In the order that fails fastest.
check: dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports --no-logo
	$(BIN)/mypy
	$(BIN)/fazhi check --fail-level WARNING
	$(BIN)/fazhi makemigrations --check --dry-run
	$(BIN)/python tools/generate.py --check

# All tests on the embedded database, then those that ask a database on PostgreSQL (see conftest.py).
test: dev
	$(BIN)/python -m pytest -n 2
	$(BIN)/python -m tests.postgres pytest -n 2 -m "not browser" src/fazhi/organs src/fazhi/workstreams tests

# Every line and branch of the law and of the engine, on both databases: an error there is an unlawful deadline.
coverage: dev
	$(BIN)/python -m coverage run -m pytest tests/engine src/fazhi/law src/fazhi/engine
	$(BIN)/python -m tests.postgres coverage run --append -m pytest tests/engine
	$(BIN)/python -m coverage report --skip-covered --show-missing --fail-under=100

generated: dev
	$(BIN)/python tools/generate.py

bench: dev
	$(BIN)/python -m benchmarks

# Once per change of requirements: hashed lock files that name no package host.
lock:
	uv pip compile pyproject.toml --generate-hashes --no-emit-index-url --no-header --no-annotate -o requirements.lock
	uv pip compile pyproject.toml --group dev --generate-hashes --no-emit-index-url --no-header --no-annotate -o requirements-dev.lock

clean:
	rm -rf $(VENV) .fazhi .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
