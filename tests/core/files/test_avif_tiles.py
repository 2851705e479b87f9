"""AVIF pictures larger than one frame of AV1."""

from __future__ import annotations

import io

import cv2
import numpy as np
import pytest
from PIL import Image

from palette_studio.core.files import avif, encoding
from palette_studio.core.files.profiles import srgb_profile

SAMPLE = "resources/samples/bowl-with-fig.jpg"


@pytest.fixture
def small_frames(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if a frame held a fifth of a megapixel."""
    monkeypatch.setattr(avif, "MOST_AREA", 200_000)
    monkeypatch.setattr(avif, "TILE_WIDTH", 512)
    monkeypatch.setattr(avif, "TILE_HEIGHT", 256)


def photo(width: int, height: int, channels: int = 3) -> np.ndarray:
    pixels = cv2.resize(np.asarray(Image.open(SAMPLE).convert("RGB")), (width, height))
    return np.dstack([pixels, pixels[..., 0]]) if channels == 4 else pixels


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def test_what_fits_one_frame_is_one_picture() -> None:
    data = encoding.encode_avif(photo(300, 200), srgb_profile(), None, 95)
    assert b"grid" not in data


@pytest.mark.usefixtures("small_frames")
@pytest.mark.parametrize("quality", [60, 95])
@pytest.mark.parametrize("size", [(700, 500, 3), (701, 503, 3), (700, 500, 4), (9001, 30, 3)])
def test_tiles_are_as_near_to_the_picture_as_one_frame(size: tuple[int, int, int], quality: int) -> None:
    pixels = photo(*size)
    tiled = encoding.encode_avif(pixels, srgb_profile(), None, quality)
    how = {"quality": quality, "subsampling": "4:4:4" if quality == 95 else "4:2:0", "speed": 8}
    plain = encoding._with_pillow("AVIF", pixels, srgb_profile(), None, **how)
    assert b"grid" in tiled and b"grid" not in plain
    errors = [
        np.abs(np.asarray(opened(data), np.float32) - pixels.astype(np.float32)).mean()
        for data in (tiled, plain)
    ]
    assert errors[0] < 1.05 * errors[1]
    by_opencv = cv2.imdecode(np.frombuffer(tiled, np.uint8), cv2.IMREAD_UNCHANGED)
    assert by_opencv.shape == pixels.shape


@pytest.mark.usefixtures("small_frames")
def test_a_picture_of_tiles_keeps_its_profile_and_its_notes() -> None:
    notes = Image.Exif()
    notes[0x010E] = "a bowl"
    image = opened(encoding.encode_avif(photo(700, 500), srgb_profile(), notes.tobytes(), 95))
    assert image.info["icc_profile"] == srgb_profile()
    assert image.getexif()[0x010E] == "a bowl"


@pytest.mark.usefixtures("small_frames")
def test_the_same_picture_becomes_the_same_file() -> None:
    first, second = (encoding.encode_avif(photo(700, 500), srgb_profile(), None, 80) for _ in range(2))
    assert first == second


def test_tiles_cover_every_size_and_are_even() -> None:
    for width, height in [(12000, 8400), (40000, 900), (65535, 1), (8703, 8705), (20001, 16385)]:
        grid = avif.Grid.over(width, height)
        assert grid.tile_width % 2 == grid.tile_height % 2 == 0
        assert 64 <= grid.tile_width <= avif.TILE_WIDTH
        assert 64 <= grid.tile_height <= avif.TILE_HEIGHT
        assert 0 <= grid.columns * grid.tile_width - width < grid.tile_width
        assert 0 <= grid.rows * grid.tile_height - height < grid.tile_height
        assert len(list(grid.corners())) == grid.rows * grid.columns


@pytest.mark.parametrize("file", [b"", b"not an AVIF", b"\0\0\0\4ftyp" * 3, b"\0\0\0\x10ftypavif\0\0\0\0"])
def test_a_tile_that_is_no_avif_is_refused(file: bytes) -> None:
    with pytest.raises(ValueError, match="AVIF"):
        avif.put_together([file], avif.Grid.over(100, 100), None)
