"""The text of a color table: keywords, comments, and rows of three numbers, red fastest.

Adobe, "Cube LUT Specification 1.0" (LUT_1D_SIZE or LUT_3D_SIZE, DOMAIN_MIN, DOMAIN_MAX; first by Iridas), and
DaVinci Resolve's dialect (LUT_1D_INPUT_RANGE, LUT_3D_INPUT_RANGE; a curve may come before the cube).
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from typing import BinaryIO

import numpy as np

from palette_studio.core.files.error import FileError
from palette_studio.core.lut import Lut, Stage
from palette_studio.core.lut.table import FEWEST_NODES, MOST_NODES, MOST_STEPS

CHUNK = 1 << 23  # bytes read at a time
MOST_BYTES = 1 << 30  # 256 nodes an axis, with 21 digits for each number
LEAST_ROW = 6  # bytes: "0 0 0" and a line end
LONGEST_LINE = 4096  # bytes of one with keywords
MOST_WORDS = 10_000  # lines with keywords; each takes as long as thousands of rows
LONGEST_TITLE = 100  # characters
KEYWORD = re.compile(rb"[A-Za-z_][A-Za-z0-9_]*(?=[ \t]|$)")
MOST = {"LUT_1D_SIZE": MOST_STEPS, "LUT_3D_SIZE": MOST_NODES}
DOMAINS = {"DOMAIN_MIN": 3, "DOMAIN_MAX": 3, "LUT_1D_INPUT_RANGE": 2, "LUT_3D_INPUT_RANGE": 2}
TABLES = "Tables end in .cube, or are Hald pictures."
AGAIN = "Get another copy of it, or export it again."
Numbers = tuple[float, ...]


@dataclass
class Reading:
    """What has been read so far.

    sizes, domains, tables: by keyword. done: rows filled of the last table. line: the number of the next
    line. words: how many lines with keywords there were.
    """

    name: str
    bytes: int
    title: str = ""
    sizes: dict[str, int] = field(default_factory=dict)
    domains: dict[str, Numbers] = field(default_factory=dict)
    tables: dict[str, np.ndarray] = field(default_factory=dict)
    done: int = 0
    line: int = 1
    words: int = 0

    def damaged(self, reason: str) -> FileError:
        what = "is damaged" if self.sizes else "is no color table"
        return FileError(f"{self.name} {what}: line {self.line:,} {reason}. {AGAIN}")


def read(file: BinaryIO, name: str) -> Lut:
    """Return the table in an open file; name: for people. Raises FileError.

    The size it claims is held against the file's own before memory is taken for it.
    """
    size = os.fstat(file.fileno()).st_size
    if size > MOST_BYTES:
        raise FileError(f"{name} has {size >> 20} MB; no color table is so large. Get another file.")
    reading = Reading(name, size)
    rest, first = b"", True
    while chunk := file.read(CHUNK):
        if first:
            rest, first = _without_mark(chunk, name), False
        else:
            rest += chunk
        end = max(rest.rfind(b"\n"), -1 if b"\n" in rest else rest.rfind(b"\r")) + 1
        _read_lines(reading, rest[:end])
        rest = rest[end:]
        if len(rest) > CHUNK:
            raise reading.damaged("does not end")
    if first:
        raise FileError(f"{name} is empty. Get another copy of it.")
    _read_lines(reading, rest)
    return _lut(reading)


def _without_mark(start: bytes, name: str) -> bytes:
    """Return the text without its byte order mark; raises FileError when it is no text."""
    if b"\0" in start:
        raise FileError(
            f"{name} is no color table: it is no text. Tables end in .cube, or are Hald pictures."
        )
    return start.removeprefix(b"\xef\xbb\xbf")


def _read_lines(reading: Reading, text: bytes) -> None:
    """Read whole lines: keywords here, rows of numbers by a kernel."""
    from palette_studio.core.kernels import lut_text as kernels

    data, at = np.frombuffer(text, np.uint8), 0
    nothing = np.empty((0, 3), np.float32)
    while at < len(data):
        rows = _rows(reading, nothing)
        at, reading.line, reading.done, why = kernels.rows_read(data, at, rows, reading.done, reading.line)
        if why == kernels.FULL:
            _begin_table(reading)
        elif why == kernels.NO_ROW:
            line = _line_at(text, at)
            _read_keyword(reading, line.strip())
            at += len(line)
            at += 2 if text[at : at + 2] == b"\r\n" else 1
            reading.line += 1
        elif why != kernels.ALL_READ:
            raise reading.damaged(_reason(why, _line_at(text, at)))


def _line_at(text: bytes, at: int) -> bytes:
    match = re.compile(rb"[^\r\n]*").match(text, at)
    assert match
    return match[0]


def _reason(why: int, line: bytes) -> str:
    from palette_studio.core.kernels import lut_text as kernels

    words = {
        kernels.NO_NUMBER: "is no row of three numbers",
        kernels.NOT_THREE: f"has {len(line.split(b'#')[0].split())} numbers, not three",
        kernels.TOO_LARGE: "has a number that is too large",
    }
    return f"(“{_shown(line)}”) {words[why]}"


def _shown(line: bytes) -> str:
    text = line[:60].decode("utf-8", "replace")
    return "".join(c if c.isprintable() else " " for c in text).strip()[:40]


def _rows(reading: Reading, nothing: np.ndarray) -> np.ndarray:
    """Return the table that rows go into now; before the first row there is none."""
    return next(reversed(reading.tables.values()), nothing)


def _begin_table(reading: Reading) -> None:
    """Make room for the rows that follow: the curves come first, then the cube. Raises FileError."""
    keyword = next((word for word in MOST if word in reading.sizes and word not in reading.tables), None)
    if keyword is None and not reading.sizes:
        raise FileError(
            f"{reading.name} is no color table: its numbers begin in line {reading.line}, before LUT_1D_SIZE "
            f"or LUT_3D_SIZE says how many there are. {AGAIN}"
        )
    if keyword is None:
        raise reading.damaged(f"is one row more than the {_wanted(reading):,} that its size asks for")
    count = reading.sizes[keyword] ** (3 if keyword == "LUT_3D_SIZE" else 1)
    if reading.bytes < count * LEAST_ROW - 1:
        raise FileError(
            f"{reading.name} is incomplete: {keyword} {reading.sizes[keyword]} means {count:,} rows, "
            f"and the file has {reading.bytes:,} bytes. {AGAIN}"
        )
    reading.tables[keyword] = np.empty((count, 3), np.float32)
    reading.done = 0


def _wanted(reading: Reading) -> int:
    return sum(len(rows) for rows in reading.tables.values())


def _read_keyword(reading: Reading, line: bytes) -> None:
    """Take in one line that is no row. Words that nobody has told us of are passed over."""
    reading.words += 1
    if reading.words > MOST_WORDS:
        raise reading.damaged("is one of too many that are no rows")
    match = KEYWORD.match(line)
    if len(line) > LONGEST_LINE or not match or match[0].lower() in (b"nan", b"inf", b"infinity"):
        raise reading.damaged(f"(“{_shown(line)}”) is neither three numbers nor a keyword")
    word, rest = match[0].decode().upper(), line[match.end() :].strip()
    if word == "TITLE":
        quoted = re.match(rb'"([^"]*)"', rest)
        reading.title = plain(_decoded(quoted[1] if quoted else rest))
    elif word in MOST:
        _read_size(reading, word, rest)
    elif word in DOMAINS:
        reading.domains[word] = _numbers(reading, word, rest)
    elif word.endswith("_VIDEO_RANGE"):
        raise FileError(
            f"{reading.name} is made for video levels ({word}), photos for full ones. "
            "Export it for data levels."
        )


def plain(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:LONGEST_TITLE]


def _decoded(text: bytes) -> str:
    try:
        return text.decode("utf-8")
    except UnicodeDecodeError:
        return text.decode("latin-1")


def _read_size(reading: Reading, word: str, text: bytes) -> None:
    text = text.split(b"#")[0].strip()
    if word in reading.sizes:
        raise reading.damaged(f"says {word} a second time")
    if not re.fullmatch(rb"\+?[0-9]{1,9}", text) or not FEWEST_NODES <= int(text) <= MOST[word]:
        raise reading.damaged(f"says {word} {_shown(text)}; it is {FEWEST_NODES} to {MOST[word]:,}")
    reading.sizes[word] = int(text)


def _numbers(reading: Reading, word: str, text: bytes) -> Numbers:
    try:
        values = tuple(float(part) for part in text.split(b"#")[0].split())
    except ValueError:
        values = ()
    if len(values) != DOMAINS[word] or not all(abs(value) < 1e30 for value in values):
        raise reading.damaged(f"says {word} {_shown(text)}; it takes {DOMAINS[word]} numbers")
    return values


def _lut(reading: Reading) -> Lut:
    """Return the table, everything having been read. Raises FileError when something is missing."""
    if not reading.sizes:
        raise FileError(
            f"{reading.name} is no color table: it has neither LUT_1D_SIZE nor LUT_3D_SIZE. {TABLES}"
        )
    wanted = {word: size ** (3 if word == "LUT_3D_SIZE" else 1) for word, size in reading.sizes.items()}
    had = _wanted(reading) - (len(_rows(reading, np.empty((0, 3)))) - reading.done if reading.tables else 0)
    asked = sum(wanted.values())
    if had != asked:
        raise FileError(
            f"{reading.name} is incomplete: it has {had:,} of the {asked:,} rows that its size asks for. "
            f"{AGAIN}"
        )
    curves = reading.tables.get("LUT_1D_SIZE")
    cube = reading.tables.get("LUT_3D_SIZE")
    stages = {}
    if curves is not None:
        stages["curves"] = Stage(curves, *_domain(reading, "LUT_1D_INPUT_RANGE", first=True))
    if cube is not None:
        side = reading.sizes["LUT_3D_SIZE"]
        domain = _domain(reading, "LUT_3D_INPUT_RANGE", first=curves is None)
        stages["cube"] = Stage(cube.reshape(side, side, side, 3), *domain)
    return Lut(reading.title, **stages)


def _domain(reading: Reading, word: str, first: bool) -> tuple[Numbers, Numbers]:
    """Return the lowest and highest input of a stage; DOMAIN_MIN and DOMAIN_MAX are the first one's."""
    low, high = (0.0, 0.0, 0.0), (1.0, 1.0, 1.0)
    if first:
        low, high = reading.domains.get("DOMAIN_MIN", low), reading.domains.get("DOMAIN_MAX", high)
    if word in reading.domains:
        low, high = ((value,) * 3 for value in reading.domains[word])
    if not all(a < b for a, b in zip(low, high, strict=True)):
        raise FileError(f"{reading.name} has an empty domain: from {low} to {high}. {AGAIN}")
    return low, high
