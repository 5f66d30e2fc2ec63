# Two commands matter: `make run` opens the app, `make test` checks everything. Both do all set-up.
#
#   make run [PHOTOS=FOLDER]   photographs to open with; else your picture folder, else the sample pictures
#   make test                  make check, then every test
#   make test-models           export and training tests; installs PyTorch into .venv-models
#   make soak                  the long tests: kills, full disks and random histories, many times over
#   make bench [NAME=...] [SIZE="files=1000 ..."]   measures against the aims; build/bench.json
#   make bench-tags            how right the tags are, how fast they learn, of the starter and on recorded CLIP vectors
#   make bench-models          the starter beside the aims, processors, text lengths, export parity; needs PyTorch
#   make check                 format, lint, types, import contracts, workflows
#   make format                mends what `make check` finds, where a tool can
#   make wheel                 builds the wheel into dist/
#   make dist                  the finished program and its packages for this system into dist/
#   make test-dist             the tests of the whole program, on the finished one in build/dist/
#   make clean-root [PHOTOS=FOLDER]   tries what is in dist/ in a bare Debian without Python and network; needs root
#   make screenshots           pictures of every state of the window into build/screenshots/
#   make translations   gathers what the program says and brings resources/translations up to date
#   make lock                  writes constraints.txt anew from the newest packages
#   make clean                 removes what the others made

PYTHON ?= python3
VENV := .venv
MODELS_VENV := .venv-models
BIN := $(VENV)/bin
DIST_VENV := .venv-dist
PHOTOS ?=
NAME ?=
SIZE ?=

# Photographs for the tests that need real ones; without them those tests say so and are skipped.
ifndef MINDSEYE_TEST_DATA
ifneq ($(wildcard ../shared/data),)
export MINDSEYE_TEST_DATA := $(abspath ../shared/data)
endif
endif

.PHONY: run test test-models soak bench bench-tags bench-models check format wheel dist test-dist clean-root screenshots translations lock clean

run: $(VENV)/run.stamp
	@sh packaging/system-packages.sh window
	@$(BIN)/python packaging/run.py $(if $(PHOTOS),"$(PHOTOS)")

test: check
	@sh packaging/system-packages.sh tests
	$(BIN)/python -m pytest --numprocesses=auto --cov --cov-report=term

test-models: $(MODELS_VENV)/models.stamp
	$(MODELS_VENV)/bin/python -m pytest tests/export tests/models

soak: $(VENV)/dev.stamp
	@sh packaging/system-packages.sh tests
	$(BIN)/python -m pytest -m soak --timeout=3600 --durations=20

bench: $(VENV)/dev.stamp
	$(BIN)/python -m tests.benchmarks $(NAME) $(foreach size,$(SIZE),--set $(size))

bench-tags: $(VENV)/dev.stamp
	OPENBLAS_NUM_THREADS=1 $(BIN)/python -m tests.benchmarks tags teaching tag_times --json build/bench-tags.json

bench-models: $(MODELS_VENV)/models.stamp
	cd models && ../$(MODELS_VENV)/bin/python -m figures --json ../build/bench-models.json

check: $(VENV)/dev.stamp
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/zizmor --offline --quiet --no-progress --pedantic .github/workflows

format: $(VENV)/dev.stamp
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

wheel: $(VENV)/dev.stamp
	$(BIN)/python -m build --wheel --outdir dist

# From an installed package, not from the checkout: what is frozen is what a wheel holds.
dist: $(DIST_VENV)/stamp
	@sh packaging/system-packages.sh dist
	$(DIST_VENV)/bin/pip install --quiet --no-deps --force-reinstall .
	$(DIST_VENV)/bin/python packaging/dist.py

test-dist: $(VENV)/dev.stamp
	@sh packaging/system-packages.sh tests
	MINDSEYE_PROGRAM="$$PWD/build/dist/mindseye/mindseye" $(BIN)/python -m pytest tests/e2e

clean-root: $(DIST_VENV)/stamp
	@sh packaging/system-packages.sh root
	$(DIST_VENV)/bin/python packaging/clean_root.py $(if $(PHOTOS),--photos "$(PHOTOS)") \
	  $(wildcard dist/*.deb dist/*.AppImage dist/*.tar.gz)

screenshots: $(VENV)/dev.stamp
	@sh packaging/system-packages.sh tests
	for scale in 1 2; do QT_SCALE_FACTOR=$$scale xvfb-run -a -s "-screen 0 2600x1700x24" \
	  $(BIN)/python tests/screenshots.py --out build/screenshots || exit 1; done

translations: $(VENV)/dev.stamp
	$(BIN)/python resources/translations/update.py

lock:
	rm -rf build/lock
	$(PYTHON) -m venv build/lock
	build/lock/bin/pip install --quiet --upgrade pip
	build/lock/bin/pip install --quiet . --group dev --group bundle
	build/lock/bin/pip freeze --exclude mindseye | $(PYTHON) packaging/lock.py > build/constraints.txt
	mv build/constraints.txt constraints.txt

clean:
	rm -rf $(VENV) $(MODELS_VENV) $(DIST_VENV) build dist
	rm -rf .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis .coverage*

# The environment. A stamp is newer than what it was made from, or it is made again.
$(VENV)/pip.stamp: packaging/system-packages.sh
	@sh packaging/system-packages.sh python
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Mindseye needs Python 3.11 or newer; name one with: make PYTHON=/path/to/python3"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --upgrade pip
	@touch $@

$(VENV)/run.stamp: $(VENV)/pip.stamp pyproject.toml constraints.txt
	@echo "Installing Mindseye and its libraries into $(VENV) (about a minute)"
	$(BIN)/pip install --quiet --constraint constraints.txt --editable .
	@touch $@

$(VENV)/dev.stamp: $(VENV)/run.stamp
	$(BIN)/pip install --quiet --constraint constraints.txt --editable . --group dev
	@touch $@

# PyTorch and what reads its models, apart from the program, which needs neither.
$(MODELS_VENV)/models.stamp: pyproject.toml constraints.txt packaging/system-packages.sh
	@sh packaging/system-packages.sh python
	@sh packaging/system-packages.sh import
	$(PYTHON) -m venv $(MODELS_VENV)
	$(MODELS_VENV)/bin/pip install --quiet --upgrade pip
	@echo "Installing PyTorch and the training tools into $(MODELS_VENV) (some minutes)"
	$(MODELS_VENV)/bin/pip install --quiet --constraint constraints.txt --editable . --group test --group models
	$(MODELS_VENV)/bin/pip install --quiet --no-deps open_clip_torch==3.3.0
	@touch $@

# PyInstaller and the installed program, to be frozen.
$(DIST_VENV)/stamp: pyproject.toml constraints.txt packaging/system-packages.sh
	@sh packaging/system-packages.sh python
	$(PYTHON) -m venv $(DIST_VENV)
	$(DIST_VENV)/bin/pip install --quiet --upgrade pip
	$(DIST_VENV)/bin/pip install --quiet --constraint constraints.txt . --group bundle
	@touch $@
