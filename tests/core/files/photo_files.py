"""Photo files for the tests, made by code: 8 and 16 bits, orientations, profiles."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import numpy as np
import tifffile
from PIL import Image

FORMATS = ("jpeg", "png", "tiff", "webp", "bmp", "gif", "avif")
LOSSLESS = {"webp": {"lossless": True, "exact": True}, "avif": {"quality": 100, "subsampling": "4:4:4"}}
ORIENTATION = 0x0112
D50 = np.array([0.9642, 1.0, 0.8249])
BRADFORD = np.array([[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]])
D65 = (0.3127, 0.3290)
SRGB_PRIMARIES = ((0.64, 0.33), (0.30, 0.60), (0.15, 0.06))
ADOBE_PRIMARIES = ((0.64, 0.33), (0.21, 0.71), (0.15, 0.06))
P3_PRIMARIES = ((0.680, 0.320), (0.265, 0.690), (0.150, 0.060))


def noise(height: int, width: int, channels: int = 3, dtype: type = np.uint8, seed: int = 0) -> np.ndarray:
    shape = (height, width) if channels == 1 else (height, width, channels)
    return np.random.default_rng(seed).integers(0, np.iinfo(dtype).max, shape, dtype, endpoint=True)


def encoded(pixels: np.ndarray, kind: str, mode: str | None = None, **how: object) -> bytes:
    """Return 8-bit pixels as a file by Pillow, without loss where the format can."""
    image = Image.fromarray(pixels)
    file = io.BytesIO()
    (image.convert(mode) if mode else image).save(file, kind.upper(), **{**LOSSLESS.get(kind, {}), **how})
    return file.getvalue()


def exif_block(orientation: int = 1, gps: bool = False) -> bytes:
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[0x010F] = "Maker"
    exif[0x0132] = "2026:11:21 10:00:00"
    exif[0x8769] = {0x829A: 0.008, 0xA002: 9999, 0xA003: 8888, 0x927C: b"note"}
    if gps:
        exif[0x8825] = {1: "N", 2: (48.0, 12.0, 0.0)}
    return exif.tobytes()


def deep_png(pixels: np.ndarray, *, profile: bytes = b"", exif: bytes = b"", keyed: bytes = b"") -> bytes:
    """Return 16-bit pixels as a PNG (ISO/IEC 15948), chunk by chunk, so that no library has a say in it."""
    height, width = pixels.shape[:2]
    channels = 1 if pixels.ndim == 2 else pixels.shape[2]
    color = {1: 0, 2: 4, 3: 2, 4: 6}[channels]
    rows = pixels.astype(">u2").reshape(height, -1).view(np.uint8)
    raw = np.concatenate([np.zeros((height, 1), np.uint8), rows], axis=1).tobytes()
    chunks = [png_chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 16, color, 0, 0, 0))]
    if profile:
        chunks.append(png_chunk(b"iCCP", b"made\0\0" + zlib.compress(profile)))
    if keyed:
        chunks.append(png_chunk(b"tRNS", keyed))
    chunks.append(png_chunk(b"IDAT", zlib.compress(raw)))
    if exif:
        chunks.append(png_chunk(b"eXIf", exif))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks) + png_chunk(b"IEND", b"")


def png_chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def deep_tiff(pixels: np.ndarray, **how: object) -> bytes:
    file = io.BytesIO()
    photometric = {1: "minisblack", 3: "rgb", 4: "rgb"}[1 if pixels.ndim == 2 else pixels.shape[2]]
    how = {"photometric": photometric, "metadata": None, **how}
    if pixels.ndim == 3 and pixels.shape[2] == 4:
        how.setdefault("extrasamples", ["unassalpha"])
    tifffile.imwrite(file, pixels, **how)
    return file.getvalue()


def matrix_profile(
    primaries: tuple[tuple[float, float], ...], gamma: float, name: bytes = b"Made by a test"
) -> bytes:
    """Return an ICC 2.1 profile of three primaries, white D65 and one power as its curve (ICC.1:2001-04)."""
    matrix = to_d50(primaries)
    fixed = [
        b"XYZ \0\0\0\0" + struct.pack(">3i", *np.rint(column * 65536).astype(int)) for column in matrix.T
    ]
    curve = b"curv\0\0\0\0" + struct.pack(">IH", 1, round(gamma * 256)) + b"\0\0"
    text = b"desc\0\0\0\0" + struct.pack(">I", len(name) + 1) + name + b"\0" + bytes(78)
    white = b"XYZ \0\0\0\0" + struct.pack(">3i", *np.rint(D50 * 65536).astype(int))
    tags = {b"desc": text, b"cprt": b"text\0\0\0\0none\0", b"wtpt": white}
    tags |= dict(zip((b"rXYZ", b"gXYZ", b"bXYZ"), fixed, strict=True))
    tags |= dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve)
    return _profile(b"RGB ", tags)


def gray_profile(gamma: float) -> bytes:
    curve = b"curv\0\0\0\0" + struct.pack(">IH", 1, round(gamma * 256)) + b"\0\0"
    white = b"XYZ \0\0\0\0" + struct.pack(">3i", *np.rint(D50 * 65536).astype(int))
    text = b"desc\0\0\0\0" + struct.pack(">I", 5) + b"Gray\0" + bytes(78)
    tags = {b"desc": text, b"cprt": b"text\0\0\0\0none\0", b"wtpt": white, b"kTRC": curve}
    return _profile(b"GRAY", tags)


def one_way_profile() -> bytes:
    """Return the profile of a scanner: a table from RGB to CIELab, and none back (ICC.1:2001-04, 6.5.10)."""
    nodes = b"".join(bytes((85 * (number.bit_count()), 128, 128)) for number in range(8))
    ramp = bytes(range(256))
    identity = struct.pack(">9i", *(np.eye(3) * 65536).astype(int).ravel())
    table = b"mft1\0\0\0\0" + bytes((3, 3, 2, 0)) + identity + ramp * 3 + nodes + ramp * 3
    text = b"desc\0\0\0\0" + struct.pack(">I", 8) + b"Scanner\0" + bytes(78)
    white = b"XYZ \0\0\0\0" + struct.pack(">3i", *np.rint(D50 * 65536).astype(int))
    tags = {b"desc": text, b"cprt": b"text\0\0\0\0none\0", b"wtpt": white, b"A2B0": table}
    return _profile(b"RGB ", tags, b"scnr", b"Lab ")


def _profile(
    space: bytes, tags: dict[bytes, bytes], kind: bytes = b"mntr", connection: bytes = b"XYZ "
) -> bytes:
    table, body, place = b"", b"", 128 + 4 + 12 * len(tags)
    for tag, value in tags.items():
        value += bytes(-len(value) % 4)
        table += tag + struct.pack(">II", place + len(body), len(value))
        body += value
    size = place + len(body)
    head = struct.pack(">I4sI4s4s4s", size, b"none", 0x02100000, kind, space, connection)
    head += struct.pack(">6H", 2026, 1, 1, 0, 0, 0) + b"acsp" + bytes(28)
    head += struct.pack(">3i", *np.rint(D50 * 65536).astype(int)) + bytes(48)
    return head + struct.pack(">I", len(tags)) + table + body


def to_d50(primaries: tuple[tuple[float, float], ...]) -> np.ndarray:
    """Return the 3 x 3 matrix from linear RGB to XYZ under D50 (Lindbloom, RGB/XYZ matrices, Bradford)."""

    def xyz(x: float, y: float) -> np.ndarray:
        return np.array([x / y, 1, (1 - x - y) / y])

    white = xyz(*D65)
    columns = np.stack([xyz(*primary) for primary in primaries], axis=1)
    matrix = columns * np.linalg.solve(columns, white)
    scale = np.diag((BRADFORD @ D50) / (BRADFORD @ white))
    return np.linalg.inv(BRADFORD) @ scale @ BRADFORD @ matrix


def saved(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path
