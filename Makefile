# Two commands need nothing but make and a Python >= 3.11 with venv: `make demo` and `make test`.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test types examples tests answers test-spark bench clean

# pip reads the pins of pyproject.toml; the stamps keep a second run from installing anything twice
$(VENV)/.kg: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("kg needs Python 3.11 or newer, found " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.kg
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group dev
	@touch $@

demo: $(VENV)/.kg
	@$(BIN)/kg build articles --output output
	@echo
	@echo "哪些工会推出了哪些项目？ Which unions launched which programmes?   (kg query unions_programmes)"
	@$(BIN)/kg query unions_programmes --graph output

test: $(VENV)/.dev
	@scripts/need_chromium.sh
	@scripts/need_raptor.sh
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	@$(MAKE) --no-print-directory --jobs 3 types examples tests # side by side, so that no core waits for another

types:
	$(BIN)/mypy

examples:
	$(BIN)/kg rules test

tests:
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

# the answers of the named queries on articles/ that the tests expect
answers: $(VENV)/.dev
	KG_WRITE_ANSWERS=1 $(BIN)/python -m pytest tests/graph/test_query_named.py -k test_articles
	@echo "Written. Read the diff row by row, against articles/: git diff tests/graph/answers"

# Spark is 500 MB and starts slowly, so `make test` leaves it out (and says that it does); it needs Java 17 or newer
$(VENV)/.spark: $(VENV)/.dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[spark]"
	@touch $@

test-spark: $(VENV)/.spark
	@command -v java >/dev/null 2>&1 || echo "SKIPPED: no java on this machine; Spark needs Java 17 or newer" >&2
	$(BIN)/python -m pytest tests/spark

clean:
	rm -rf $(VENV) build dist
