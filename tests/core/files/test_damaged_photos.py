"""Damage of every kind ends in a photo or in words, never in anything else."""

from __future__ import annotations

import numpy as np
import pytest
from photo_files import FORMATS, deep_png, deep_tiff, encoded

from palette_studio.core.files import FileError, read_photo_bytes

SHARES = (0.05, 0.5, 0.95)


@pytest.fixture
def files(random_pixels) -> dict[str, bytes]:
    deep = random_pixels((64, 64, 3), np.uint16)
    made = {kind: encoded(random_pixels((64, 64, 3)), kind) for kind in FORMATS}
    made |= {"deep png": deep_png(deep), "deep tiff": deep_tiff(deep)}
    made["strips"] = deep_tiff(deep, compression="zlib", predictor=True, rowsperstrip=8)
    return made


@pytest.mark.parametrize("share", SHARES)
def test_a_file_cut_off_anywhere_is_refused_with_words(share, files):
    for name, data in files.items():
        with pytest.raises(FileError, match=r"incomplete|damaged"):
            read_photo_bytes(data[: max(20, int(len(data) * share))], name)


def test_deep_pixels_with_a_hole_are_refused(files):
    for name in ("deep png", "strips"):
        damaged = bytearray(files[name])
        damaged[4000:4100] = bytes(100)
        with pytest.raises(FileError, match=r"incomplete|damaged"):
            read_photo_bytes(bytes(damaged), name)


def test_every_beginning_of_every_file_opens_or_is_refused(files):
    for data in files.values():
        for length in [*range(0, 160, 5), *range(160, len(data), len(data) // 20)]:
            opens_or_is_refused(data[:length])


def test_flipped_bytes_open_or_are_refused(files):
    generator = np.random.default_rng(0)
    for data in files.values():
        head = min(len(data), 600)  # most harm is done there
        for most in [head] * 30 + [len(data)] * 10:
            damaged = np.frombuffer(data, np.uint8).copy()
            damaged[generator.integers(0, most, 3)] = generator.integers(0, 256, 3)
            opens_or_is_refused(damaged.tobytes())


def opens_or_is_refused(data: bytes) -> None:
    try:
        photo = read_photo_bytes(data, "photo", most_megapixels=1)
    except FileError as error:
        text = str(error)
        assert text.startswith("photo ") and text.endswith(".") and text.isprintable()
    else:
        assert photo.pixels.ndim == 3 and photo.pixels.shape[2] in (3, 4)
