"""Run every benchmark in a process of its own and print its table; with --write, put them into docs/speed.

A benchmark is a file ``bench_<subject>.py`` beside this one with ``rows() -> list[tuple[str, str, str]]``:
what was measured, the figure, and what stood beside it in the same process. Nothing here fails by time.
Each has a section of its own in docs/speed/README.md; those in ``HEADLINES`` also stand in the README.
"""

from __future__ import annotations

import argparse
import ast
import datetime
import importlib.util
import json
import os
import platform
import re
import subprocess
import sys
from pathlib import Path

from clock import Row

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
README, PAGE = ROOT / "README.md", ROOT / "docs" / "speed" / "README.md"
START, END = "<!-- bench:start -->", "<!-- bench:end -->"
HEAD = ("what", "figure", "beside")
HEADLINES = {  # a row of the page, and what the README calls it
    "First paint of the window": "The window is there",
    "Drag on 12 MP, rbf": "A swatch is dragged on 12 MP",
    "Exact, rbf, 12 MP": "12 MP recolored, as it is exported",
    "Cube, 12 MP smooth, 64 (photo)": "Nearest of 64 colors, 12 MP",
    "1000 × 1000, cv2.FlannBasedMatcher": "Nearest of 125 colors by FLANN, 1 MP",
    "Quantize 64, perceptual: mean CIEDE2000": "64 colors for a photo: how far off, mean CIEDE2000",
    "Dither 12 MP to 16: floyd-steinberg": "Floyd-Steinberg there and back, 12 MP",
    "Mixture of 12 MP gray, 3 components, 5 rounds, histogram included": "EM on 12 MP of gray",
    "Color mixture of 5, 10 rounds, 1 MP, one core": "EM on 1 MP of color",
    "Background of 640 × 480: static, color": "Background model, a frame of 640 × 480",
    "Background F, median 5: mean": "Masks of what moves: F, the mean of 13 sequences",
    "full-color at 1 MP, of IDT + regrain's time": "Full color transfer of 1 MP, of IDT + regrain's time",
    "12 MP painted in small chroma": "Chroma of the network, led by 12 MP of gray",
    "LUT 33³ applied, 12 MP": "A color table of 33³, 12 MP",
    "Memory of 50 MP with 50 steps over the empty window": "Memory of 50 MP with 50 steps to undo",
}


def main() -> int:
    """Return 0, or 1 when a benchmark broke; the others are still shown, and written."""
    options = parsed()
    if options.one:
        print(json.dumps(own_rows(Path(options.one))))
        return 0
    broken = []
    for path in sorted(HERE.glob("bench_*.py")):
        subject = path.stem.removeprefix("bench_")
        if options.subjects and subject not in options.subjects:
            continue
        rows = measured(path)
        if rows is None:
            broken.append(subject)
        elif rows:
            text = section(path, rows)
            print(text, flush=True)
            if options.write:
                PAGE.write_text(with_section(PAGE.read_text(encoding="utf-8"), text), encoding="utf-8")
    if options.write:
        head_up()
    return 1 if broken else 0


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("subjects", nargs="*", help="only these: 'core' is bench_core.py")
    parser.add_argument("--write", action="store_true", help="put the tables into docs/speed and README.md")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    return parser.parse_args()


def measured(path: Path) -> list[Row] | None:
    """Return the rows of one file, measured in a process of its own; None where it broke."""
    print(f"{path.stem} ...", file=sys.stderr, flush=True)
    done = subprocess.run(
        [sys.executable, __file__, "--one", str(path)], stdout=subprocess.PIPE, text=True, check=False
    )
    if done.returncode:
        print(f"{path.stem} broke with exit code {done.returncode}", file=sys.stderr)
        return None
    lines = done.stdout.strip().splitlines()
    return [tuple(row) for row in json.loads(lines[-1])] if lines else []


def own_rows(path: Path) -> list[Row]:
    """Return ``rows()`` of one benchmark; a file without it has none."""
    sys.path.insert(0, str(path.parent))
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module.rows() if hasattr(module, "rows") else []


def section(path: Path, rows: list[Row]) -> str:
    """Return a subject's heading, what it measures, its table, and when it was measured."""
    subject = path.stem.removeprefix("bench_")
    about = (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").splitlines()[0]
    day = datetime.datetime.now(datetime.UTC).date()
    where = f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"
    made = f"Measured by `make bench` on {day}: {where}."
    return f"## {subject.capitalize()}\n\n{about}\n\n{table(rows)}\n\n{made}\n"


def table(rows: list[Row]) -> str:
    """Return the rows as a Markdown table."""
    return "\n".join(f"| {' | '.join(row)} |" for row in (HEAD, ("---",) * 3, *rows))


def with_section(page: str, text: str) -> str:
    """Return the page with a subject's section in place of its older one, in the order of the alphabet."""
    head, *sections = re.split(r"^(?=## )", page, flags=re.MULTILINE)
    kept = {one.partition("\n")[0]: f"{one.strip()}\n" for one in sections}
    kept[text.partition("\n")[0]] = text
    return "\n".join([f"{head.strip()}\n", *(kept[name] for name in sorted(kept))])


def head_up() -> None:
    """Put the headlines between the marks in the README. Raises ValueError when one is missing."""
    rows = rows_of(PAGE.read_text(encoding="utf-8"))
    if missing := [name for name in HEADLINES if name not in rows]:
        raise ValueError(f"{PAGE.name} has no row {missing[0]!r}; run the benchmark that measures it")
    readme = README.read_text(encoding="utf-8")
    before, start, rest = readme.partition(START)
    _, end, after = rest.partition(END)
    if not start or not end:
        raise ValueError(f"{README.name} has no {START} ... {END}")
    text = table([(words, *rows[name][1:]) for name, words in HEADLINES.items()])
    README.write_text(f"{before}{START}\n{text}\n{END}{after}", encoding="utf-8")


def rows_of(page: str) -> dict[str, Row]:
    """Return the rows of all tables of a page by what was measured; the first, where two are named alike."""
    rows: dict[str, Row] = {}
    for line in page.splitlines():
        cells = line.strip("| ").split(" | ")
        if line.startswith("| ") and len(cells) == len(HEAD):
            rows.setdefault(cells[0], (cells[0], cells[1], cells[2]))
    return rows


if __name__ == "__main__":
    sys.exit(main())
