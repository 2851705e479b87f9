"""Hostile files of our own: whole ones of every kind, made by code, and seeded damage."""

from __future__ import annotations

import base64
import itertools
import json
import struct
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "core" / "files"))

from palette_bombs import bombs
from palette_bytes import every_format
from photo_files import (
    ADOBE_PRIMARIES,
    FORMATS,
    deep_png,
    deep_tiff,
    encoded,
    exif_block,
    matrix_profile,
    noise,
)

LOADER_OF = {
    "cube": "lut",
    "settings": "settings",
    "safetensors": "weights",
    "project": "project",
}  # others: photos, palettes
LENGTHS = (0, 1, 0x7F, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF)
MASKS = (0xFFFFFFFF, 0xFFFFFFFF, 0xFFFF, 0xFFFF)
MOST_SIZE = 1 << 21  # bytes of a damaged file


def photos() -> dict[str, bytes]:
    """Return a small picture of each kind that is read."""
    flat, deep, gray = noise(24, 32), noise(24, 32, 3, np.uint16), noise(24, 32, 1)
    profile, exif = matrix_profile(ADOBE_PRIMARIES, 563 / 256), exif_block(6, gps=True)
    made = {f"{kind}": encoded(flat, kind) for kind in FORMATS}
    made |= {f"{kind} profile, exif": encoded(flat, kind, icc_profile=profile) for kind in ("png", "webp")}
    made |= {
        "jpeg exif": encoded(flat, "jpeg", icc_profile=profile, exif=exif),
        "jpeg progressive": encoded(flat, "jpeg", progressive=True),
        "jpeg gray": encoded(gray, "jpeg"),
        "jpeg inks": encoded(flat, "jpeg", "CMYK"),
        "png gray": encoded(gray, "png"),
        "png indexed": encoded(flat, "png", "P"),
        "png bits": encoded(flat, "png", "1"),
        "png 16": deep_png(deep, profile=profile, exif=exif),
        "png 16 gray": deep_png(deep[..., 0]),
        "tiff 16": deep_tiff(deep),
        "tiff strips": deep_tiff(deep, compression="zlib", predictor=True, rowsperstrip=8),
        "tiff tiles": deep_tiff(deep, tile=(16, 16), compression="lzw"),
        "tiff big": deep_tiff(deep, bigtiff=True),
        "tiff fractions": deep_tiff(deep.astype(np.float32) / 65535),
        "tiff inks": encoded(flat, "tiff", "CMYK"),
        "tiff jpeg": encoded(flat, "tiff", compression="jpeg"),
        "tiff bits": encoded(flat, "tiff", "1", compression="group4"),
        "bmp indexed": encoded(flat, "bmp", "P"),
        "webp lossy": encoded(flat, "webp", lossless=False),
    }
    return made


def project() -> bytes:
    """Return a project in which most of what can be told is told."""
    colors = {
        "colors": [{"hex": "#102030", "name": "Ink", "coverage": 0.25}, {"hex": "#C0A080", "locked": True}]
    }
    line = {"weights": [0.5, 0.5], "means": [20.0, 200.0], "variances": [9.0, 90.0]}
    table = base64.b64encode(zlib.compress(np.linspace(0, 1, 24, dtype="<f4").tobytes())).decode()
    told = {
        "format": "palette-studio-project",
        "version": 1,
        "photo": {
            "name": "a.png",
            "size": [4, 3],
            "png": base64.b64encode(encoded(noise(3, 4), "png")).decode(),
        },
        "found": colors,
        "edited": colors | {"mixed": {"channel": "gray", "mixture": line}},
        "region": {"channel": "gray", "mixture": line, "components": [1], "smooth": 4},
        "lut": {"cube": {"nodes": 2, "low": [0, 0, 0], "high": [1, 1, 1], "values": table}},
        "segmenting": {"k": "auto", "by_hand": line, "locked": [0]},
        "coloring": {"hints": [{"x": 1.5, "y": 2, "color": "#FF0000", "size": 3}]},
        "transferring": {"box": [0.1, 0.1, 0.5, 0.5], "pairs": [[0, 1]]},
        "comparing": {"mode": "wipe", "at": 0.25},
    }
    return json.dumps(told).encode()


def texts() -> dict[str, bytes]:
    """Return a color table, settings, and weights."""
    nodes = "".join(f"{r} {g} {b}\n" for b, g, r in itertools.product((0, 0.5, 1), repeat=3))
    settings = {"theme": "dark", "swatches": 6, "recent": ["a.jpg"], "window_size": [800, 600], "export": {}}
    head = {
        "__metadata__": {"recipe": "{}"},
        "a": {"dtype": "F32", "shape": [2, 2], "data_offsets": [0, 16]},
        "b": {"dtype": "F16", "shape": [4], "data_offsets": [16, 24]},
    }
    words = json.dumps(head).encode()
    return {
        "cube": f'TITLE "x"\nLUT_3D_SIZE 3\nDOMAIN_MIN 0 0 0\nDOMAIN_MAX 1 1 1\n{nodes}'.encode(),
        "settings": json.dumps(settings).encode(),
        "project": project(),
        "safetensors": struct.pack("<Q", len(words)) + words + bytes(24),
    }


def seeds() -> dict[str, tuple[str, bytes]]:
    """Return whole files by name, each with the loader that it is for."""
    found = {f"photo {name}": ("photo", data) for name, data in photos().items()}
    found |= {f"palette {name}": ("palette", data) for name, data in every_format().items()}
    found |= {f"bomb {name}": ("palette", data) for name, data in bombs().items()}
    return found | {name: (LOADER_OF[name], data) for name, data in texts().items()}


def mutations(count: int, seed: int = 0) -> Iterator[tuple[str, str, bytes]]:
    """Yield (name, loader, bytes) of damaged files, the same ones for the same seed."""
    generator, whole = np.random.default_rng(seed), seeds()
    rare = [name for name in whole if name.startswith("photo")] * 3 + list(LOADER_OF) * 20
    names = sorted([*whole, *rare])  # palettes are many; others are to have their share
    for number in range(count):
        name = names[number * 7919 % len(names)]
        loader, data = whole[name]
        other = whole[names[generator.integers(len(names))]][1]
        for _ in range(generator.integers(1, 4)):
            data = _damaged(data, other, generator)
        yield f"{number} {name}", loader, data[:MOST_SIZE]


def _damaged(data: bytes, other: bytes, generator: np.random.Generator) -> bytes:
    """Return the bytes with one wound. Most are near the beginning, where lengths and sizes stand."""
    if not data:
        return other
    kind = generator.integers(6)
    at = int(generator.integers(len(data)) * generator.random() ** 2)
    until = at + int(generator.integers(1, 64))
    if kind == 0:  # bits turn
        changed = np.frombuffer(data, np.uint8).copy()
        places = np.minimum(at + generator.integers(0, 200, 8), len(data) - 1)
        changed[places] ^= (1 << generator.integers(0, 8, 8)).astype(np.uint8)
        return changed.tobytes()
    if kind == 1:  # the end is missing
        return data[: max(1, int(generator.integers(len(data))))]
    if kind == 2:  # a length or a size lies
        number = LENGTHS[generator.integers(len(LENGTHS))]
        piece = struct.pack(("<I", ">I", "<H", ">H")[width := generator.integers(4)], number & MASKS[width])
        return data[:at] + piece + data[at + len(piece) :]
    if kind == 3:  # a part of another file
        start = int(generator.integers(len(other)))
        return data[:at] + other[start : start + 400] + data[until:]
    if kind == 4:  # a part twice
        return data[:until] + data[at:]
    return data[:at] + data[until:]  # a part is gone


def whole_png() -> bytes:
    return encoded(noise(24, 32), "png")
