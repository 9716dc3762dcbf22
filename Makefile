# Two commands: `make run` shows the example in a browser, `make test` tests everything. `make help` names the rest.
# They need python3 >= 3.11 and make; everything else comes from the package registries into .tools/ and .venv/.

PYTHON ?= python3
UV := .tools/bin/uv
BIN := .venv/bin
export UV_PYTHON_DOWNLOADS = never
export UV_SYSTEM_CERTS = 1
export UV_NO_PROGRESS = 1

# Compiled at once, code and facts: a machine may forbid that running programs write such files.
COMPILE = $(BIN)/python -m compileall -q src && env -u PYTHONDONTWRITEBYTECODE $(BIN)/python -m quyet.files.facts
INSTALL = $(UV) pip install -q --offline --no-deps --no-build-isolation --editable . && $(COMPILE)
LOCK := $(UV) pip compile -q --universal --generate-hashes --no-emit-index-url --python-version 3.11

# What these rooms hold is true on SQLite and on PostgreSQL: they run once on each.
ON_BOTH := tests/store tests/actions tests/queries

# One worker a processor, each with a database, a browser and folders of its own; who is done takes over from another.
PYTEST := $(BIN)/pytest -n auto --dist worksteal

.PHONY: help run setup test test-long lint bench bench-office bench-ledger faults docs screenshots lock clean browser fonts office postgres

help: ## what there is
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 14

run: .venv/.run ## the page with the example, on this machine
	@$(BIN)/quyet serve

setup: .venv/.run fonts ## .venv/bin/quyet

test: .venv/.dev fonts browser office postgres ## all tests but the long ones, then style and types
	$(PYTEST) -m "not long and not faults"
	! tools/postgres >/dev/null || QUYET_TEST_DATABASE=postgres $(PYTEST) -m "not long and not faults" $(ON_BOTH)
	@$(MAKE) -s lint

test-long: .venv/.dev fonts browser office ## the tests that take minutes
	$(PYTEST) -m long

lint: .venv/.dev ## style and types
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

bench: .venv/.dev .tools/bluebell/pyvenv.cfg .tools/peers/pyvenv.cfg ## how fast it reads and writes, beside others
	@$(COMPILE)
	$(BIN)/python -m benchmarks

bench-ledger: .venv/.dev .tools/openedx/pyvenv.cfg ## entries a second beside openedx-ledger, on DATABASE=postgres://…
	$(BIN)/python -m benchmarks.ledger $(DATABASE)

faults: .venv/.dev postgres ## kill -9 of writers, of quyet serve and of PostgreSQL, hundreds of times; disk full, database gone
	$(BIN)/pytest -m faults -s tests/faults

bench-office: .venv/.dev postgres ## how fast the office answers on PostgreSQL, some minutes
	@$(COMPILE)
	$(BIN)/python -m benchmarks.serving

docs: .venv/.dev ## docs/rules.md, from the rules themselves
	$(BIN)/python -m tools.docs

screenshots: .venv/.dev browser ## the pictures of the README
	QUYET_SCREENSHOTS=docs/img $(BIN)/pytest -m screenshots

lock: $(UV) ## take newer dependencies; the locks name no address
	$(LOCK) --upgrade pyproject.toml --group build -o requirements.lock
	$(LOCK) --upgrade pyproject.toml --group dev -c requirements.lock -o requirements-dev.lock
	printf 'openedx-ledger==1.5.7\nDjango<5\npsycopg2-binary\n' | $(LOCK) --upgrade --no-header --no-annotate --no-emit-package mysqlclient - -o benchmarks/openedx.lock
	printf 'weasyprint\ndocxtpl\n' | $(LOCK) --upgrade --no-header --no-annotate - -o benchmarks/peers.lock

clean: ## everything that can be made again; var/, the data, stays
	rm -rf .venv .tools build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# What stands below is made when it is missing or older than its lock, and costs nothing otherwise.

$(UV): requirements-uv.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Cần Python 3.11 trở lên / Python 3.11 or newer is needed: PYTHON=… make" >&2; exit 1; }
	@tools/need python3-pip "pip của Python" -- $(PYTHON) -m pip --version
	@rm -rf .tools
	$(PYTHON) -m pip install -q --disable-pip-version-check --no-warn-script-location --root-user-action=ignore --target .tools --require-hashes -r $<
	@touch $@

.venv/pyvenv.cfg: $(UV)
	$(UV) venv -q --clear --python "$$($(PYTHON) -c 'import sys; print(sys.executable)')" .venv

# A .venv that serves tests keeps serving them: `make run` never takes away what `make test` brought.
.venv/.run: requirements.lock pyproject.toml .venv/pyvenv.cfg
	$(UV) pip sync -q --require-hashes --compile-bytecode $(if $(wildcard .venv/.dev),requirements-dev.lock,$<)
	$(INSTALL)
	@touch $@

.venv/.dev: requirements-dev.lock .venv/.run
	$(UV) pip sync -q --require-hashes --compile-bytecode $<
	$(INSTALL)
	@touch $@

# Environments of their own, because nothing of quyet may come to depend on what it is measured beside.
.tools/%/pyvenv.cfg: benchmarks/%.lock $(UV)
	$(UV) venv -q --clear --python .venv/bin/python .tools/$*
	VIRTUAL_ENV=.tools/$* $(UV) pip sync -q --require-hashes --compile-bytecode $<

browser:
	@tools/need "chromium libatomic1" "trình duyệt Chromium cho các kiểm thử trang web (hoặc đặt QUYET_CHROMIUM)" -- tools/browser \
		|| echo "Các kiểm thử cần trình duyệt sẽ được bỏ qua / tests in a browser will be skipped." >&2

office:
	@tools/need "libreoffice-writer-nogui libreoffice-calc-nogui" "LibreOffice, để so trang của tệp .docx viết ra" -- tools/office \
		|| echo "Các kiểm thử trang .docx sẽ được bỏ qua / tests of .docx pages will be skipped." >&2

postgres:
	@tools/need "postgresql util-linux" "PostgreSQL 15 trở lên, để kiểm thử cả trên đó (hoặc đặt QUYET_POSTGRES)" -- tools/postgres \
		|| echo "Các kiểm thử trên PostgreSQL sẽ được bỏ qua / tests on PostgreSQL will be skipped." >&2

fonts:
	@tools/need fonts-croscore "phông chữ có đủ chữ Việt, cùng cỡ với Times New Roman" -- tools/fonts || true
