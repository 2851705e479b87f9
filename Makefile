# Two commands on a fresh machine: `make run` and `make test`. `make help` lists the rest.

PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/installed
SAMPLE := resources/samples/bowl-with-fig.jpg

# Peers of color transfer, without what they ask for: numpy 1 and a second OpenCV, or matplotlib. color-matcher is
# GPL: it stands beside us in a benchmark alone.
PEERS := python-color-transfer==0.1.2a0 color-matcher==0.6.0

# What tries to break the program, at length; each prints figures and fails on a miss
TRUST := tests/hostile/corpus.py tests/faults/kills.py tests/faults/edits.py tests/faults/power.py \
  tests/faults/disks.py tests/faults/network.py tests/load.py tests/load_batch.py \
  tests/monkey.py

# What the system must have: `run`, or `test` for a screen in memory too
NEED := run

export PYTHON PHOTO
.DEFAULT_GOAL := help
.PHONY: help run test trust bench pictures docs packages translations format clean system

help:
	@echo "make run [PHOTO=file]  open the window on a photo (a sample, if none is named)"
	@echo "make test              everything that must hold: lint, architecture, types, window, tests"
	@echo "make trust             kills, power cuts, full disks, no network, a monkey, load: nothing is lost"
	@echo "make bench             speed beside peers, written into README.md"
	@echo "make pictures          pictures of the window, still and moving, for README.md and docs"
	@echo "make packages          wheel, folder, .deb and what else can be built here, and their checks"
	@echo "make docs              pages of docs/ that are made from the program: keys, command line, settings"
	@echo "make translations      new words into resources/translations, and what the program reads of them"
	@echo "make format            lay out the code as 'make test' wants it"
	@echo "make clean             take away what the tools leave behind (not .venv)"

run: $(STAMP)
	@photo="$${PHOTO:-$(SAMPLE)}"; \
	if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" != Linux ]; then \
	  exec $(BIN)/palette-studio "$$photo"; \
	fi; \
	echo "There is no display here: the window is painted to a file and the photo recolored without it."; \
	QT_QPA_PLATFORM=offscreen QT_LOGGING_RULES=default.warning=false \
	  exec $(BIN)/palette-studio --headless "$$photo" -o out/

test: NEED := test
test: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/pyright --pythonpath $(BIN)/python
	for drive in window project batch craft segment transfer colorize sequence; do \
	  QT_QPA_PLATFORM=xcb xvfb-run -a -s '-screen 0 1600x1000x24' $(BIN)/python tests/drive_$$drive.py || exit 1; \
	done
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder
	@echo "make test: everything holds."

trust: NEED := test
trust: $(STAMP)
	for script in $(TRUST); do echo "== $$script"; QT_QPA_PLATFORM=offscreen $(BIN)/python $$script || exit 1; done

bench: $(STAMP) .venv/installed-bench
	QT_QPA_PLATFORM=offscreen $(BIN)/python tests/benchmarks/run.py --write

pictures: $(STAMP)
	QT_QPA_PLATFORM=offscreen $(BIN)/python tests/screenshots.py
	QT_QPA_PLATFORM=offscreen $(BIN)/python tests/animation.py
	$(BIN)/python tests/engine_sheet.py
	QT_QPA_PLATFORM=offscreen $(BIN)/python docs/gallery/make.py

packages: $(STAMP)
	$(BIN)/python packaging/build.py

docs: $(STAMP)
	$(BIN)/python docs/build.py

translations: $(STAMP)
	$(BIN)/python packaging/translations.py

format: $(STAMP)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf out build dist .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find palette_studio tests -name __pycache__ -type d -prune -exec rm -rf {} +

# Made again when the settings are newer. A half-made environment is made anew.
$(STAMP): pyproject.toml | system
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' \
	  || { echo "Python 3.11, 3.12 or 3.13 is needed: make PYTHON=python3.12 ..."; exit 1; }
	@test -x $(BIN)/pip || $(PYTHON) -m venv --clear .venv
	@echo "Installing Palette Studio and its tools into .venv ..."
	@$(BIN)/pip install --quiet --editable '.[dev]'
	@touch $@

.venv/installed-bench: pyproject.toml | $(STAMP)
	@$(BIN)/pip install --quiet --editable '.[bench]'
	@$(BIN)/pip install --quiet --no-deps $(PEERS)
	@touch $@

system:
	@sh packaging/system-packages.sh $(NEED)
