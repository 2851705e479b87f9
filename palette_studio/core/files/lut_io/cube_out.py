"""A color table as text: Adobe's dialect of .cube, or Resolve's where a cube follows curves."""

from __future__ import annotations

import unicodedata

import numpy as np

from palette_studio.core.files.lut_io.cube import plain
from palette_studio.core.lut import Lut, Stage


def encode(lut: Lut) -> bytes:
    """Return the text of a table, in ASCII, lines ending in a line feed, red fastest.

    Six digits after the point: a thirtieth of a 16-bit step. Raises ValueError for curves before a cube whose
    channels have different domains, for which there are no words.
    """
    both = lut.curves is not None and lut.cube is not None
    lines = [f'TITLE "{_safe(lut.title)}"']
    for keyword, stage in (("LUT_1D", lut.curves), ("LUT_3D", lut.cube)):
        if stage is not None:
            lines.append(f"{keyword}_SIZE {len(stage.values)}")
            lines += _range_line(keyword, stage) if both else _domain_lines(stage)
    parts = ["\n".join(lines).encode("ascii") + b"\n"]
    for stage in (lut.curves, lut.cube):
        if stage is not None:
            parts += [_rows_text(part) for part in _parts(stage)]
    return b"".join(parts)


def _parts(stage: Stage) -> np.ndarray:
    """Return (p, rows, 3): what is made text at a time, all curves or a plane of the cube."""
    values = stage.values
    return values[None] if values.ndim == 2 else values.reshape(len(values), -1, 3)


def _rows_text(rows: np.ndarray) -> bytes:
    return (b"%.6f %.6f %.6f\n" * len(rows)) % tuple(rows.ravel().tolist())


def _domain_lines(stage: Stage) -> list[str]:
    ends = (("DOMAIN_MIN", stage.low), ("DOMAIN_MAX", stage.high))
    return [f"{keyword} {' '.join(_number(value) for value in values)}" for keyword, values in ends]


def _range_line(keyword: str, stage: Stage) -> list[str]:
    if len(set(stage.low)) > 1 or len(set(stage.high)) > 1:
        raise ValueError("cannot say that the channels have different domains. Write it as a Hald picture.")
    return [f"{keyword}_INPUT_RANGE {_number(stage.low[0])} {_number(stage.high[0])}"]


def _number(value: float) -> str:
    """Return a number without an exponent, which some readers do not know."""
    return f"{value:.9f}".rstrip("0").rstrip(".") if value % 1 else f"{value:.1f}"


def _safe(title: str) -> str:
    """Return a title of plain letters on one line and without quotation marks, which would end it."""
    letters = unicodedata.normalize("NFKD", title).replace('"', "'")
    return plain("".join(c for c in letters if c.isascii()))
