"""Damaged palette files of every format: ``python tests/core/files/fuzz_palettes.py 20000`` makes so many.

Each is a real or made file with some bytes changed, cut, doubled or put in; files in ZIP are damaged inside
as well. It prints how many were read, refused and failed, the slowest, and the most memory.
"""

from __future__ import annotations

import io
import os
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from palette_bytes import every_format, packed

sys.path.insert(0, str(Path(__file__).parents[2]))

from peak_memory import most_mb

from palette_studio.core.files import FileError
from palette_studio.core.files.palette_io import FORMATS, parse_palette_file

SUFFIXES = ["", *sorted({suffix for module in FORMATS.values() for suffix in module.SUFFIXES})]
PIECES = [
    b"\0",
    b"\xff",
    b"\xff\xff\xff\xff",
    b"\x7f\xff",
    b"999999999",
    b"-1",
    b"1e999",
    b"nan",
    b"[",
    b'{"a":',
    b"<a>",
]
PIECES += [
    b"\n",
    b'"',
    b"&",
    b"#",
    b"\xc3",
    b"\xd8\0",
    b"PK\1\2",
    b"255",
    b"0",
    b" ",
    b"<!DOCTYPE a>",
    b"/*",
    b"]]>",
]
Mutation = tuple[str, float, float, bytes]

SPREAD = st.integers(0, 9999).map(lambda n: n * 7919 % 10_000 / 10_000)  # small numbers are drawn most often
MUTATIONS = st.tuples(
    st.sampled_from(["change", "put", "cut", "end", "double", "flip"]),
    SPREAD,
    SPREAD,
    st.sampled_from(PIECES) | st.binary(min_size=1, max_size=4),
)


def seeds(shared: Path | None = None) -> dict[str, bytes]:
    """Return whole files by name, with the real ones of a folder."""
    found = every_format()
    if shared is not None and shared.is_dir():
        paths = sorted(path for path in shared.rglob("*") if path.is_file() and path.stat().st_size < 100_000)
        found |= {path.name: path.read_bytes() for path in paths if path.suffix != ".cube"}
    return found


def mutated(data: bytes, mutations: list[Mutation]) -> bytes:
    """Return the bytes with all of the damage; places are shares of the length."""
    for kind, place, span, piece in mutations:
        at = int(place * len(data))
        until = at + 1 + int(span * span * (len(data) - at) / 4)
        if kind == "change":
            data = data[:at] + piece + data[at + len(piece) :]
        elif kind == "put":
            data = data[:at] + piece * (1 + int(span * 8)) + data[at:]
        elif kind == "cut":
            data = data[:at] + data[until:]
        elif kind == "end":
            data = data[: max(at, 1)]
        elif kind == "double":
            data = data[:until] + data[at:]
        else:
            data = data[:at] + bytes(byte ^ piece[0] for byte in data[at : at + 1]) + data[at + 1 :]
    return data


def damaged(data: bytes, mutations: list[Mutation], inside: bool) -> bytes:
    """Return the file with the damage. inside: in the members of a ZIP file, which stays whole."""
    if not inside or not data.startswith(b"PK\3\4"):
        return mutated(data, mutations)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    return packed(
        **{name.replace(".", "__"): mutated(content, mutations) for name, content in members.items()}
    )


def cases(
    count: int, files: dict[str, bytes]
) -> Callable[[Callable[[bytes, str], None]], Callable[[], None]]:
    """Return a decorator that runs a check of (bytes, name) on so many damaged files, always the same."""

    def decorate(check: Callable[[bytes, str], None]) -> Callable[[], None]:
        @settings(
            max_examples=count,
            deadline=None,
            derandomize=True,
            database=None,
            suppress_health_check=list(HealthCheck),
        )
        @given(
            st.sampled_from(sorted(files)),
            st.lists(MUTATIONS, min_size=1, max_size=3),
            st.sampled_from(SUFFIXES),
            st.booleans(),
        )
        def run(name: str, mutations: list[Mutation], suffix: str, inside: bool) -> None:
            check(damaged(files[name], mutations, inside), f"{name}{suffix}")

        return run

    return decorate


def main(count: int) -> int:
    from palette_bytes import png

    parse_palette_file(b"a { color: rgb(0 0 0) }", "x.css")  # libraries are there before the clock runs
    parse_palette_file(png([[(1, 2, 3)]]), "x.png")
    before, most = most_mb(), (0.0, "")
    folder = os.environ.get("PALETTE_STUDIO_SHARED")
    files = seeds(Path(folder) / "data" / "palettes" if folder else None)
    ends: Counter[str] = Counter()
    formats: Counter[str] = Counter()
    slowest = (0.0, "")

    def check(data: bytes, name: str) -> None:
        nonlocal slowest, most
        held = most_mb(forget=True)
        begin = time.perf_counter()
        try:
            formats[parse_palette_file(data, name).format] += 1
            ends["read"] += 1
        except FileError:
            ends["refused"] += 1
        except Exception as error:
            ends["failed"] += 1
            print(f"{name}: {error!r}, {len(data)} bytes: {data[:200]!r}")
        slowest = max(slowest, ((time.perf_counter() - begin) * 1000, name))
        most = max(most, (most_mb() - held, name))

    cases(count, files)(check)()
    print(f"{sum(ends.values())} cases of {len(files)} files: {dict(ends)}; formats read: {len(formats)}")
    print(f"slowest {slowest[0]:.0f} ms ({slowest[1]}); most memory of one {most[0]:.0f} MB ({most[1]}),")
    print(f"beside {before:.0f} MB of the program with its libraries")
    return ends["failed"]


if __name__ == "__main__":
    sys.exit(bool(main(int(sys.argv[1]) if len(sys.argv) > 1 else 500)))
