"""Every hostile file through its loader, and through all others: ``python tests/hostile/corpus.py``.

--data: the folder with files.tar.gz and index.csv; without it only special files and those made here.
--mutations: how many damaged files to make. It prints how the files of each class ended; its exit code is 0
when at least 99 % of those that must open do, all that must be refused are, and nothing ended otherwise.
"""

from __future__ import annotations

import argparse
import csv
import os
import sys
import tarfile
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from loaders import LOADERS
from made import mutations, whole_png
from runner import Runner, Table
from special import growing, special_files

SHARED = Path(os.environ.get("PALETTE_STUDIO_SHARED", Path(__file__).resolve().parents[3] / "shared"))
LOADER_OF = {"palettes": "palette", "models": "weights", "settings": "settings"}  # others are photos
WANTED = {"opens": "opened", "error": "refused"}  # whatever else is expected, either may be
MOST_REFUSED = 0.01  # of the photos that must open


def main() -> int:
    options = _options()
    table, found = Table(), Shared()
    with tempfile.TemporaryDirectory(prefix="hostile-") as folder, Runner() as runner:
        special(runner, table, Path(folder) / "special")
        damaged(runner, table, Path(folder), options.mutations, peer=True)
        if (options.data / "files.tar.gz").is_file():
            found = shared(runner, table, options.data, Path(folder) / "shared", every=True)
        else:
            print(f"{options.data} is not here: only files made by code\n")
    table.print()
    print()
    found.print()
    print(f"slowest: {runner.slowest[0]:.1f} s, {runner.slowest[1]}")
    good = found.good and not table.faults
    print("everything holds" if good else "NOT EVERYTHING HOLDS")
    return 0 if good else 1


@dataclass
class Shared:
    """How the shared files ended.

    wrong: those that did not end as the index wants. must, peer: how the photos that must open ended, by us
    and by Pillow alone.
    """

    wrong: list[str] = field(default_factory=list)
    must: Counter[str] = field(default_factory=Counter)
    peer: Counter[str] = field(default_factory=Counter)

    @property
    def good(self) -> bool:
        """Whether only so many as may be were refused, and nothing was opened that must not be."""
        refused = all(line.startswith("refused") for line in self.wrong)
        return refused and len(self.wrong) <= MOST_REFUSED * self.must.total()

    def print(self) -> None:
        for line in self.wrong:
            print(line)
        if self.must:
            every = self.must.total()
            ours, theirs = self.must["opened"], self.peer["opened"]
            print(f"must open: {ours} of {every} ({ours / every:.1%}); Pillow alone {theirs / every:.1%}\n")


def special(runner: Runner, table: Table, folder: Path) -> None:
    """Put what is no ordinary file through every loader."""
    for path in special_files(folder, whole_png()).values():
        for loader in LOADERS:
            table.add("special, every loader", runner.load(loader, path))
    for loader in LOADERS:
        with growing(folder / "growing.png", whole_png()) as path:
            table.add("growing, every loader", runner.load(loader, path))


def damaged(runner: Runner, table: Table, folder: Path, count: int, *, peer: bool = False) -> None:
    """Make so many damaged files and put each through its loader. peer: photos through Pillow as well."""
    path = folder / "damaged"
    for _, loader, data in mutations(count):
        path.write_bytes(data)
        table.add(f"made, damaged: {loader}", runner.load(loader, path))
        if peer and loader == "photo":
            table.add_peer("made, damaged: photo, Pillow alone", runner.load("pillow", path))


def shared(runner: Runner, table: Table, data: Path, folder: Path, *, every: bool = False) -> Shared:
    """Put the shared files through their loaders. every: through all others, and photos through Pillow."""
    with tarfile.open(data / "files.tar.gz") as archive:
        archive.extractall(folder, filter="data")
    with (data / "index.csv").open(encoding="utf-8") as index:
        rows = list(csv.DictReader(index))
    found = Shared()
    for row in rows:
        path, klass, expected = folder / row["file"], row["klass"], row["expected"]
        own = LOADER_OF.get(klass, "photo")
        end = runner.load(own, path)
        table.add(f"shared, {klass}: {expected[:13]}", end)
        if end != WANTED.get(expected, end):
            found.wrong.append(f"{end}, but {expected}: {row['file']} {row['note']}")
        if own == "photo" and expected == "opens":
            found.must[end] += 1
        if every:
            _otherwise(runner, table, path, own)
        if every and own == "photo":
            peer = runner.load("pillow", path)
            table.add_peer(f"shared, {klass}: {expected}, Pillow alone", peer)
            found.peer[peer if expected == "opens" else ""] += 1
    return found


def _otherwise(runner: Runner, table: Table, path: Path, own: str) -> None:
    for loader in LOADERS:
        if loader != own:
            table.add(f"shared, files of other kinds: {loader}", runner.load(loader, path))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Put hostile files through every loader.")
    parser.add_argument("--data", type=Path, default=SHARED / "data" / "hostile")
    parser.add_argument("--mutations", type=int, default=3000, help="damaged files to make")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
