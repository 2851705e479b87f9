"""Run every benchmark in a process of its own and print one table; with --write, put it into the README.

A benchmark is a file ``bench_<subject>.py`` beside this one with ``rows() -> list[tuple[str, str, str]]``:
what was measured, the figure, and what stood beside it in the same process. Nothing here fails by time.
"""

from __future__ import annotations

import argparse
import datetime
import importlib.util
import json
import os
import platform
import subprocess
import sys
from pathlib import Path

from clock import Row

HERE = Path(__file__).resolve().parent
README = HERE.parents[1] / "README.md"
START, END = "<!-- bench:start -->", "<!-- bench:end -->"
HEAD = ("what", "figure", "beside")


def main() -> int:
    """Return 0, or 1 when a benchmark broke; the others are still shown."""
    options = parsed()
    if options.one:
        print(json.dumps(own_rows(Path(options.one))))
        return 0
    files = sorted(HERE.glob("bench_*.py"))
    chosen = [
        path for path in files if not options.subjects or path.stem.removeprefix("bench_") in options.subjects
    ]
    rows, broken = measured(chosen)
    text = f"{table(rows)}\n\n{machine()}"
    print(text)
    if options.write and rows and not broken:
        write(text)
    return 1 if broken else 0


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("subjects", nargs="*", help="only these: 'core' is bench_core.py")
    parser.add_argument("--write", action="store_true", help="put the table into README.md")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    return parser.parse_args()


def measured(files: list[Path]) -> tuple[list[Row], list[str]]:
    """Return the rows of all files, one after the other, and the names of those that broke."""
    rows: list[Row] = []
    broken: list[str] = []
    for path in files:
        print(f"{path.stem} ...", file=sys.stderr, flush=True)
        done = subprocess.run(
            [sys.executable, __file__, "--one", str(path)], stdout=subprocess.PIPE, text=True, check=False
        )
        if done.returncode:
            broken.append(path.stem)
            print(f"{path.stem} broke with exit code {done.returncode}", file=sys.stderr)
        elif lines := done.stdout.strip().splitlines():
            rows += [tuple(row) for row in json.loads(lines[-1])]
    return rows, broken


def own_rows(path: Path) -> list[Row]:
    """Return ``rows()`` of one benchmark; a file without it has none."""
    sys.path.insert(0, str(path.parent))
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module.rows() if hasattr(module, "rows") else []


def table(rows: list[Row]) -> str:
    """Return the rows as a Markdown table, padded so that it reads well as plain text too."""
    lines = [HEAD, *rows]
    widths = [max(len(line[column]) for line in lines) for column in range(3)]
    padded = [
        " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in lines
    ]
    rule = "|".join("-" * (width + 2) for width in widths)
    return "\n".join([f"| {padded[0]} |", f"|{rule}|", *(f"| {line} |" for line in padded[1:])])


def machine() -> str:
    """Return one line about where and when it was measured."""
    day = datetime.datetime.now(datetime.UTC).date()
    where = f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"
    return f"Measured by `make bench` on {day}: {where}."


def write(text: str) -> None:
    """Put ``text`` between the marks in the README. Raises ValueError when a mark is missing."""
    readme = README.read_text(encoding="utf-8")
    before, start, rest = readme.partition(START)
    _, end, after = rest.partition(END)
    if not start or not end:
        raise ValueError(f"{README.name} has no {START} ... {END}; the table is printed above")
    README.write_text(f"{before}{START}\n{text}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
