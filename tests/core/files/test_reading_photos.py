"""Photos in: every format, mode and depth becomes RGB(A) that says the same."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import threading

import numpy as np
import pytest
import tifffile
from photo_files import (
    FORMATS,
    ORIENTATION,
    deep_png,
    deep_tiff,
    encoded,
    exif_block,
    gray_profile,
    noise,
    saved,
)
from PIL import Image

from palette_studio.core.color import linear_to_srgb
from palette_studio.core.files import photo_from_pixels, read_photo, read_photo_bytes
from palette_studio.core.files.upright import turned

EXACT = ("png", "tiff", "webp", "bmp")


@pytest.fixture
def blocks() -> np.ndarray:
    """A picture of large blocks without symmetry, which even lossy formats keep within a few levels."""
    colors = np.array(
        [[[220, 40, 40], [40, 200, 60], [50, 60, 210]], [[240, 230, 70], [30, 30, 30], [240] * 3]]
    )
    return np.kron(colors, np.ones((32, 32, 1))).astype(np.uint8)


@pytest.mark.parametrize("kind", FORMATS)
def test_every_format_opens_whatever_its_name_says(kind, blocks, tmp_path):
    photo = read_photo(saved(tmp_path / "photo.dat", encoded(blocks, kind)))
    assert photo.origin.format == kind
    assert photo.name == "photo.dat"
    assert photo.pixels.shape == blocks.shape
    assert np.abs(photo.pixels.astype(int) - blocks)[4:28, 4:28].max() <= 12


@pytest.mark.parametrize("kind", EXACT)
def test_lossless_formats_give_back_every_value(kind, tmp_path):
    pixels = noise(37, 53)
    photo = read_photo(saved(tmp_path / "p", encoded(pixels, kind)))
    np.testing.assert_array_equal(photo.pixels, pixels)
    assert photo.pixels.flags.c_contiguous
    assert not photo.pixels.flags.writeable


@pytest.mark.parametrize("kind", ["png", "tiff", "webp"])
def test_colors_under_alpha_zero_stay(kind, tmp_path):
    pixels = noise(20, 30, 4)
    pixels[..., 3][:10] = 0
    photo = read_photo(saved(tmp_path / "p", encoded(pixels, kind)))
    np.testing.assert_array_equal(photo.pixels, pixels)


@pytest.mark.parametrize("channels", [1, 2, 3, 4])
def test_a_16_bit_png_keeps_all_bits_and_the_order_of_colors(channels, tmp_path):
    pixels = noise(19, 23, channels, np.uint16)
    photo = read_photo(saved(tmp_path / "p.png", deep_png(pixels)))
    assert photo.bits == 16
    np.testing.assert_array_equal(photo.pixels, expanded(pixels))


@pytest.mark.parametrize("channels", [1, 3, 4])
@pytest.mark.parametrize(
    "how",
    [
        {},
        {"compression": "zlib", "predictor": True},
        {"compression": "zstd", "byteorder": ">"},
        {"tile": (16, 16)},
        {"tile": (32, 16), "compression": "lzw", "predictor": True, "byteorder": ">"},
        {"bigtiff": True, "rowsperstrip": 3},
    ],
)
def test_a_16_bit_tiff_keeps_all_bits(channels, how, tmp_path):
    pixels = noise(35, 23, channels, np.uint16)
    photo = read_photo(saved(tmp_path / "p.tif", deep_tiff(pixels, **how)))
    np.testing.assert_array_equal(photo.pixels, expanded(pixels))
    assert photo.pixels.dtype == np.uint16
    assert photo.pixels.flags.c_contiguous


def test_a_16_bit_tiff_of_separate_planes_keeps_all_bits(tmp_path):
    pixels = noise(11, 13, 3, np.uint16)
    data = deep_tiff_planes(np.moveaxis(pixels, 2, 0))
    np.testing.assert_array_equal(read_photo(saved(tmp_path / "p.tif", data)).pixels, pixels)


def test_white_is_zero_tiffs_are_turned_over(tmp_path):
    pixels = noise(11, 13, 1, np.uint16)
    data = deep_tiff(pixels, photometric="miniswhite")
    np.testing.assert_array_equal(
        read_photo(saved(tmp_path / "p.tif", data)).pixels, expanded(65535 - pixels)
    )


def test_a_16_bit_png_with_a_color_key_gets_alpha(tmp_path):
    pixels = noise(6, 7, 3, np.uint16)
    pixels[2, 3] = (1, 2, 3)
    data = deep_png(pixels, keyed=bytes((0, 1, 0, 2, 0, 3)))
    photo = read_photo(saved(tmp_path / "p.png", data))
    np.testing.assert_array_equal(photo.pixels[..., :3], pixels)
    assert photo.pixels[2, 3, 3] == 0
    assert (photo.pixels[..., 3] == 0).sum() == 1


def test_an_interlaced_16_bit_png_is_read_whole(tmp_path):
    import cv2

    pixels = noise(33, 29, 3, np.uint16)
    good, data = cv2.imencode(".png", pixels[..., ::-1])
    assert good
    np.testing.assert_array_equal(read_photo(saved(tmp_path / "p.png", data.tobytes())).pixels, pixels)
    adam7 = saved(tmp_path / "i.png", interlaced(pixels))
    np.testing.assert_array_equal(read_photo(adam7).pixels, pixels)


@pytest.mark.parametrize("kind", ["png", "tiff", "jpeg", "bmp"])
def test_gray_becomes_three_equal_channels(kind, tmp_path):
    pixels = np.tile(np.arange(256, dtype=np.uint8), (16, 1))
    photo = read_photo(saved(tmp_path / "p", encoded(pixels, kind)))
    assert photo.pixels.shape == (16, 256, 3)
    assert np.abs(photo.pixels.astype(int) - pixels[..., None]).max() <= (2 if kind == "jpeg" else 0)


@pytest.mark.parametrize("kind", ["png", "tiff", "bmp"])
def test_one_bit_pictures_are_black_and_white(kind, tmp_path):
    pixels = noise(9, 17, 1) // 128 * 255
    photo = read_photo(saved(tmp_path / "p", encoded(pixels, kind, mode="1")))
    np.testing.assert_array_equal(photo.pixels, expanded(pixels))


def test_gray_with_alpha_becomes_rgba(tmp_path):
    pixels = noise(9, 17, 2)
    file = io.BytesIO()
    Image.fromarray(pixels, "LA").save(file, "PNG")
    np.testing.assert_array_equal(
        read_photo(saved(tmp_path / "p.png", file.getvalue())).pixels, expanded(pixels)
    )


@pytest.mark.parametrize("kind", ["png", "gif", "tiff", "bmp"])
def test_indexed_pictures_have_the_colors_of_their_table(kind, tmp_path):
    indices, table = noise(12, 15, 1) % 16, noise(16, 1, 3)[:, 0]
    image = Image.fromarray(indices, "P")
    image.putpalette(table.tobytes())
    file = io.BytesIO()
    image.save(file, kind.upper())
    photo = read_photo(saved(tmp_path / "p", file.getvalue()))
    np.testing.assert_array_equal(photo.pixels, table[indices])


@pytest.mark.parametrize("kind", ["png", "gif"])
def test_indexed_pictures_with_a_transparent_color_have_alpha(kind, tmp_path):
    indices, table = noise(12, 15, 1) % 16, noise(16, 1, 3)[:, 0]
    image = Image.fromarray(indices, "P")
    image.putpalette(table.tobytes())
    file = io.BytesIO()
    image.save(file, kind.upper(), transparency=5)
    photo = read_photo(saved(tmp_path / "p", file.getvalue()))
    np.testing.assert_array_equal(photo.pixels[..., 3], np.where(indices == 5, 0, 255))
    np.testing.assert_array_equal(photo.pixels[..., :3][indices != 5], table[indices][indices != 5])


def test_an_animation_shows_its_first_frame(tmp_path):
    frames = [Image.new("RGB", (8, 8), color) for color in ("red", "lime", "blue")]
    for kind in ("gif", "png", "webp"):
        file = io.BytesIO()
        frames[0].save(file, kind.upper(), save_all=True, append_images=frames[1:], lossless=True)
        photo = read_photo(saved(tmp_path / "p", file.getvalue()))
        np.testing.assert_array_equal(photo.pixels[..., :3], np.full((8, 8, 3), (255, 0, 0)))


@pytest.mark.parametrize("kind", ["jpeg", "tiff"])
def test_cmyk_without_a_profile_looks_as_its_inks_do(kind, tmp_path):
    inks = {(0, 255, 255, 0): (255, 0, 0), (0, 0, 0, 255): (0, 0, 0), (0, 0, 0, 0): (255, 255, 255)}
    inks |= {(255, 0, 0, 0): (0, 255, 255), (0, 0, 0, 128): (127, 127, 127)}
    for ink, seen in inks.items():
        file = io.BytesIO()
        Image.new("CMYK", (16, 16), ink).save(file, kind.upper())
        photo = read_photo(saved(tmp_path / "p", file.getvalue()))
        assert np.abs(photo.pixels.astype(int) - seen).max() <= 2, ink
        assert photo.origin.converted


@pytest.mark.parametrize("gamma", [1.0, 1.8])
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_the_darkest_grays_of_a_gray_profile_are_right_too(dtype, gamma, tmp_path):
    """A table of 33 nodes, which color engines put in for gray, is 10 levels off where gamma is 1."""
    most = np.iinfo(dtype).max
    ramp = np.tile(np.arange(0, most + 1, most // 255, dtype=dtype), (2, 1))
    photo = read_photo(saved(tmp_path / "p.tif", deep_tiff(ramp, iccprofile=gray_profile(gamma))))
    light = (ramp / most) ** (round(gamma * 256) / 256)
    assert np.abs(photo.pixels / most - linear_to_srgb(light)[..., None]).max() <= 1 / 255
    assert photo.origin.converted


@pytest.mark.parametrize("size", [(1, 1), (12000, 40), (40, 12000)])
@pytest.mark.parametrize("kind", ["png", "jpeg", "tiff", "webp"])
def test_pictures_of_any_shape_open(size, kind, tmp_path):
    width, height = size
    photo = read_photo(saved(tmp_path / "p", encoded(np.full((height, width, 3), 90, np.uint8), kind)))
    assert (photo.width, photo.height) == size


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["jpeg", "png", "tiff", "webp", "avif"])
def test_every_orientation_is_turned_upright_in_every_format(kind, orientation, blocks, tmp_path):
    data = encoded(stored(blocks, orientation), kind, exif=exif_block(orientation))
    photo = read_photo(saved(tmp_path / "p", data))
    assert photo.pixels.shape == blocks.shape
    assert photo.pixels.flags.c_contiguous
    difference = np.abs(photo.pixels.astype(int) - blocks).reshape(2, 32, 3, 32, 3)[:, 8:24, :, 8:24]
    assert difference.max() <= 12
    assert ORIENTATION not in loaded(photo.origin.exif)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("channels", [1, 3, 4])
def test_every_orientation_is_turned_upright_at_16_bits(orientation, channels, tmp_path):
    pixels = noise(9, 14, channels, np.uint16)
    lying = stored(pixels, orientation)
    exif = exif_block(orientation).removeprefix(b"Exif\0\0")
    tags = [(ORIENTATION, "H", 1, orientation, True)]
    for name, data in (("p.png", deep_png(lying, exif=exif)), ("p.tif", deep_tiff(lying, extratags=tags))):
        photo = read_photo(saved(tmp_path / name, data))
        np.testing.assert_array_equal(photo.pixels, expanded(pixels))
        assert photo.pixels.flags.c_contiguous


def test_turning_undoes_what_the_orientation_says():
    pixels = noise(5, 8)
    for orientation in range(1, 9):
        np.testing.assert_array_equal(turned(stored(pixels, orientation), orientation), pixels)


def test_names_of_undecodable_bytes_and_of_any_script_open(tmp_path):
    data = encoded(noise(4, 4), "png")
    for name in (b"bad\xff\xfe.png", "фото ß 写真 🎨.png".encode(), b" leading and trailing .png "):
        assert read_photo(saved(tmp_path / os.fsdecode(name), data)).width == 4


def test_bytes_and_pixels_become_photos_too():
    pixels = noise(5, 6)
    photo = read_photo_bytes(encoded(pixels, "png"), "clip")
    np.testing.assert_array_equal(photo.pixels, pixels)
    assert photo.name == "clip"
    assert photo.origin.path is None
    pasted = photo_from_pixels(pixels, "Pasted")
    np.testing.assert_array_equal(pasted.pixels, pixels)
    assert pixels.flags.writeable, "the caller's array stays the caller's"


@pytest.mark.parametrize("shape", [(4, 4), (4, 4, 2), (0, 4, 3), (4, 0, 3), (4, 4, 5)])
def test_pixels_of_other_shapes_are_no_photo(shape):
    with pytest.raises(ValueError, match="pixels"):
        photo_from_pixels(np.zeros(shape, np.uint8), "Pasted")


def test_floats_are_no_photo():
    with pytest.raises(ValueError, match="float64"):
        photo_from_pixels(np.zeros((4, 4, 3)), "Pasted")


def test_several_threads_may_read_at_once(tmp_path):
    paths = [saved(tmp_path / str(seed), encoded(noise(60, 60, seed=seed), "png")) for seed in range(6)]
    found: dict[int, np.ndarray] = {}

    def read(seed: int) -> None:
        found[seed] = read_photo(paths[seed]).pixels

    threads = [threading.Thread(target=read, args=(seed,)) for seed in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for seed in range(6):
        np.testing.assert_array_equal(found[seed], noise(60, 60, seed=seed))


def test_importing_the_files_loads_no_decoder():
    decoders = {"PIL", "cv2", "tifffile", "imagecodecs"}
    script = f"import sys, palette_studio.core.files; print({decoders} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def expanded(pixels: np.ndarray) -> np.ndarray:
    if pixels.ndim == 2:
        return np.stack([pixels] * 3, axis=2)
    return pixels[..., [0, 0, 0, 1]] if pixels.shape[2] == 2 else pixels


def stored(pixels: np.ndarray, orientation: int) -> np.ndarray:
    """Return the pixels as a file with this orientation holds them (EXIF 2.32, tag 0x0112)."""
    columns = np.swapaxes(pixels, 0, 1)
    ways = {
        1: pixels,
        2: pixels[:, ::-1],
        3: pixels[::-1, ::-1],
        4: pixels[::-1],
        5: columns,
        6: columns[::-1],
        7: columns[::-1, ::-1],
        8: columns[:, ::-1],
    }
    return np.ascontiguousarray(ways[orientation])


def loaded(block: bytes | None) -> Image.Exif:
    exif = Image.Exif()
    exif.load(block or b"")
    return exif


def deep_tiff_planes(planes: np.ndarray) -> bytes:
    file = io.BytesIO()
    tifffile.imwrite(file, planes, photometric="rgb", planarconfig="separate", metadata=None)
    return file.getvalue()


def interlaced(pixels: np.ndarray) -> bytes:
    """Return 16-bit RGB pixels as a PNG in seven passes (Adam7)."""
    import struct
    import zlib

    from photo_files import png_chunk

    height, width = pixels.shape[:2]
    raw = b""
    for x, y, dx, dy in (
        (0, 0, 8, 8),
        (4, 0, 8, 8),
        (0, 4, 4, 8),
        (2, 0, 4, 4),
        (0, 2, 2, 4),
        (1, 0, 2, 2),
        (0, 1, 1, 2),
    ):
        for row in pixels[y::dy, x::dx].astype(">u2"):
            raw += b"\0" + row.tobytes()
    head = struct.pack(">IIBBBBB", width, height, 16, 2, 0, 0, 1)
    chunks = png_chunk(b"IHDR", head) + png_chunk(b"IDAT", zlib.compress(raw)) + png_chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks
