# make run | test | fuzz | bench | pictures | format | lock. Everything is set up on first use; see README.md.

PYTHON := .venv/bin/python
export PYTHONUTF8 := 1

.PHONY: run test types behaviour fuzz bench pictures format lock environment test-environment

run: environment
	@$(PYTHON) -m jamsos_data example --if-empty
	@echo "Jamsos Kudus: http://localhost:8501 (Ctrl+C untuk berhenti / to stop)"
	@exec $(PYTHON) -m streamlit run dashboard.py

test: test-environment
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	@$(MAKE) --no-print-directory --jobs=2 types behaviour

types:
	PYRIGHT_PYTHON_IGNORE_WARNINGS=1 $(PYTHON) -m pyright
	.venv/bin/lint-imports

behaviour:
	$(PYTHON) -m pytest --numprocesses auto --dist worksteal

# In ten rounds 5.000 tables that were damaged, and 500 files of each other kind, new ones each time; a file that hangs
# ends its round, and a round that fails ends the run.
FUZZ := $(PYTHON) -m pytest --numprocesses auto --dist worksteal -o faulthandler_timeout=900 \
	-o faulthandler_exit_on_timeout=true

fuzz: test-environment
	@for round in 1 2 3 4 5 6 7 8 9 10; do \
		echo "Round $$round of 10"; \
		FUZZ_EXAMPLES=250 $(FUZZ) tests/intake/test_mutations.py || exit 1; \
		FUZZ_EXAMPLES=50 $(FUZZ) tests/intake/test_any_table.py tests/intake/test_people_unseen.py || exit 1; \
	done

bench: test-environment
	$(PYTHON) -m benchmarks

# The pictures of README and guides, from the running application over fresh example data.
pictures: test-environment
	$(PYTHON) -m tests.browser.pictures

format: test-environment
	$(PYTHON) -m ruff check --fix .
	$(PYTHON) -m ruff format .

# Pinned for all platforms and Python versions, without any index address.
lock:
	uv pip compile --universal --python-version 3.11 --no-emit-index-url --custom-compile-command "make lock" \
		--output-file requirements.txt pyproject.toml
	uv pip compile --universal --python-version 3.11 --no-emit-index-url --custom-compile-command "make lock" \
		--extra dev --constraints requirements.txt --output-file requirements-dev.txt pyproject.toml

environment:
	@sh .ci/environment.sh requirements.txt

test-environment:
	@sh .ci/environment.sh requirements-dev.txt
	@sh .ci/browser.sh
