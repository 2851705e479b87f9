"""Exports are exact, colored right and carry what they should."""

from __future__ import annotations

import io
import os

import imagecodecs
import numpy as np
import pytest
import tifffile
from photo_files import ADOBE_PRIMARIES, matrix_profile
from PIL import Image

from palette_studio.core.files import (
    ExportOptions,
    FileError,
    encode_photo,
    photo_from_pixels,
    profiles,
    read_photo,
    write_photo,
)
from palette_studio.core.files.options import SUFFIXES
from palette_studio.core.files.resizing import resized, size_within
from palette_studio.core.tick import Canceled

EXACT = [("png", 8), ("png", 16), ("tiff", 8), ("tiff", 16), ("webp", 8)]
EXIF, GPS = 0x8769, 0x8825


@pytest.mark.parametrize("channels", [3, 4])
@pytest.mark.parametrize(("format_", "bits"), EXACT)
def test_a_lossless_format_gives_back_the_pixels_written(format_, bits, channels, random_pixels, tmp_path):
    pixels = random_pixels((37, 53, channels), np.uint8 if bits == 8 else np.uint16)
    pixels[:9, ..., 3:] = 0
    path = tmp_path / f"x{SUFFIXES[format_]}"
    write_photo(path, pixels, None, ExportOptions(format=format_, quality=100))
    again = read_photo(path)
    assert again.pixels.dtype == pixels.dtype and np.array_equal(again.pixels, pixels)
    assert again.origin.profile == profiles.srgb_profile()
    assert list(tmp_path.glob("*x*")) == [path]


@pytest.mark.parametrize("format_", ["jpeg", "webp", "avif"])
def test_a_lossy_format_gives_nearly_the_pixels_written(format_, smooth):
    data = encode_photo(smooth, None, ExportOptions(format=format_))
    with Image.open(io.BytesIO(data)) as image:
        assert image.format.lower() == format_ and image.info["icc_profile"] == profiles.srgb_profile()
        assert np.abs(np.asarray(image.convert("RGB")).astype(int) - smooth).mean() < 2


def test_depth_follows_the_photo_or_the_wish(random_pixels, tmp_path):
    deep = random_pixels((4, 5, 3), np.uint16)
    path = tmp_path / "x.png"
    write_photo(path, deep, None, ExportOptions(bits=8))
    assert np.array_equal(read_photo(path).pixels, np.rint(deep / 257).astype(np.uint8))
    flat = random_pixels((4, 5, 3))
    write_photo(path, flat, None, ExportOptions(bits=16))
    assert np.array_equal(read_photo(path).pixels, flat * np.uint16(257))
    write_photo(path, deep, None, ExportOptions(format="webp", quality=100))
    assert read_photo(path).bits == 8


def test_what_is_transparent_stands_on_the_background_in_a_jpeg():
    pixels = np.zeros((16, 16, 4), np.uint8)
    pixels[:, 8:] = (0, 0, 255, 255)
    data = encode_photo(pixels, None, ExportOptions(format="jpeg", background=(255, 200, 0)))
    seen = np.asarray(Image.open(io.BytesIO(data))).astype(int)
    assert np.abs(seen[:, :7] - (255, 200, 0)).max() <= 6 and np.abs(seen[:, 9:] - (0, 0, 255)).max() <= 6


# Profiles


@pytest.fixture
def adobe(smooth, save):
    """A photo whose colors, in Adobe RGB, are all sRGB colors too."""
    inside = (smooth // 2 + 64).astype(np.uint8)
    return read_photo(save(inside, "wide.png", icc_profile=matrix_profile(ADOBE_PRIMARIES, 563 / 256)))


@pytest.mark.parametrize("format_", SUFFIXES)
def test_an_unchanged_photo_keeps_pixels_and_profile_of_its_file(format_, adobe, tmp_path):
    path = tmp_path / f"out{SUFFIXES[format_]}"
    write_photo(path, adobe.pixels, adobe, ExportOptions(format=format_, quality=100), unchanged=True)
    own, again = read_photo(adobe.origin.path, convert=False), read_photo(path, convert=False)
    assert adobe.origin.converted and again.origin.profile == adobe.origin.profile
    if format_ in ("png", "tiff", "webp"):
        assert np.array_equal(again.pixels, own.pixels)


def test_an_unchanged_photo_at_another_size_or_depth_is_written_in_srgb(adobe, tmp_path):
    for options in (ExportOptions(long_edge=20), ExportOptions(bits=16)):
        write_photo(tmp_path / "out.png", adobe.pixels, adobe, options, unchanged=True)
        assert read_photo(tmp_path / "out.png").origin.profile == profiles.srgb_profile()


def test_an_unchanged_srgb_photo_keeps_its_own_profile(random_pixels, save, tmp_path):
    profile = imagecodecs.cms_profile("srgb")
    photo = read_photo(save(random_pixels((5, 6, 3)), "x.png", icc_profile=profile))
    write_photo(tmp_path / "out.png", photo.pixels, photo, unchanged=True)
    again = read_photo(tmp_path / "out.png")
    assert np.array_equal(again.pixels, photo.pixels) and again.origin.profile == profile


def test_an_edited_photo_is_written_in_srgb(adobe, tmp_path):
    write_photo(tmp_path / "out.png", adobe.pixels, adobe)
    again = read_photo(tmp_path / "out.png", convert=False)
    assert np.array_equal(again.pixels, adobe.pixels) and again.origin.profile == profiles.srgb_profile()


@pytest.mark.parametrize("bits", [8, 16])
def test_an_edited_photo_can_go_back_to_the_colors_of_its_source(bits, adobe, tmp_path):
    options = ExportOptions(profile="source", bits=bits)
    write_photo(tmp_path / "out.png", adobe.pixels, adobe, options)
    again = read_photo(tmp_path / "out.png")
    assert again.origin.profile == adobe.origin.profile and again.origin.converted and again.bits == bits
    away = np.abs(again.pixels / (2**bits - 1) * 255 - adobe.pixels)
    assert away.mean() < (0.5 if bits == 8 else 0.01) and away.max() <= 8  # where sRGB is steep, at its edge


# EXIF


@pytest.fixture
def noted(smooth, save):
    """A photo that lies on its side, with camera, maker's note and place."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0132], exif[0x0112] = "Maker", "2026:11:21 10:00:00", 6
    exif[EXIF] = {0x829A: 0.02, 0x9003: "2026:11:21 10:00:00", 0xA002: 9999, 0x927C: b"secret" * 9}
    exif[GPS] = {1: "N", 2: (47.0, 22.0, 5.0)}
    return read_photo(save(smooth, "noted.jpg", exif=exif, quality=95))


@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize("format_", SUFFIXES)
def test_exif_goes_along_without_orientation_and_with_the_new_size(format_, bits, noted, tmp_path):
    path = tmp_path / f"x{SUFFIXES[format_]}"
    bits = bits if format_ in ("png", "tiff") else 0
    write_photo(path, noted.pixels, noted, ExportOptions(format=format_, long_edge=30, bits=bits))
    main, details, place = notes(path)
    assert main[0x010F] == "Maker" and main[0x0132] == "2026:11:21 10:00:00"
    assert main.get(0x0112, 1) == 1 and details[0x829A] == pytest.approx(0.02)
    assert (details[0xA002], details[0xA003]) == (20, 30)
    assert not place and 0x927C not in details and b"secret" not in path.read_bytes()
    assert read_photo(path).pixels.shape == (30, 20, 3)  # not turned again


@pytest.mark.parametrize("format_", SUFFIXES)
def test_the_place_is_kept_on_request_and_all_notes_left_out_on_request(format_, noted, tmp_path):
    path = tmp_path / f"x{SUFFIXES[format_]}"
    write_photo(path, noted.pixels, noted, ExportOptions(format=format_, keep_gps=True))
    assert notes(path)[2] == {1: "N", 2: (47.0, 22.0, 5.0)}
    write_photo(path, noted.pixels, noted, ExportOptions(format=format_, keep_exif=False, keep_gps=True))
    assert not notes(path)[1] and not notes(path)[2] and b"Maker" not in path.read_bytes()


def notes(path) -> tuple[dict, dict, dict]:
    with Image.open(path) as image:
        exif = image.getexif()
        return dict(exif), dict(exif.get_ifd(EXIF)), dict(exif.get_ifd(GPS))


def test_other_readers_find_the_notes_of_a_16_bit_tiff(noted, tmp_path):
    path = tmp_path / "x.tif"
    write_photo(path, noted.pixels, noted, ExportOptions(format="tiff", bits=16, keep_gps=True))
    with tifffile.TiffFile(path) as file:
        tags = file.pages.first.tags
        assert tags[EXIF].value["DateTimeOriginal"] == "2026:11:21 10:00:00"
        assert tags[GPS].value["GPSLatitudeRef"] == "N"


def test_damaged_exif_keeps_no_photo_from_opening(smooth, save):
    photo = read_photo(save(smooth, "x.jpg", exif=b"Exif\0\0II*\0\xff\xff\xff\xff" + bytes(range(256))))
    assert photo.width == 60


# Sizes


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
@pytest.mark.parametrize("long_edge", [7, 60, 90])
def test_a_plain_picture_stays_plain_at_every_size(long_edge, dtype):
    plain = np.full((40, 60, 4), (10, 200, 77, 128), dtype)
    width, height = size_within(plain, long_edge)
    assert max(width, height) == long_edge and height == round(long_edge * 2 / 3)
    again = resized(plain, width, height)
    assert again.dtype == dtype and again.shape == (height, width, 4)
    assert np.abs(again.astype(int) - plain[0, 0]).max() <= 1


def test_what_is_transparent_lends_no_color_to_its_neighbors():
    pixels = np.zeros((4, 4, 4), np.uint8)
    pixels[:, :2] = (255, 0, 0, 255)
    pixels[:, 2:] = (0, 255, 0, 0)
    assert resized(pixels, 2, 2)[0, 0].tolist() == [255, 0, 0, 255]
    assert resized(pixels, 1, 1)[0, 0].tolist() == [255, 0, 0, 128]


def test_a_lossless_webp_that_takes_too_much_memory_is_refused_with_what_to_do(tmp_path):
    pixels = np.zeros((7600, 8000, 3), np.uint8)
    with pytest.raises(FileError, match=r"x\.webp would be 8000 × 7600 pixels; .*Export it as PNG or TIFF"):
        write_photo(tmp_path / "x.webp", pixels, None, ExportOptions(format="webp", quality=100))


def test_a_side_too_long_for_the_format_is_refused(tmp_path):
    long = np.zeros((2, 17000, 3), np.uint8)
    with pytest.raises(FileError, match=r"x\.webp would be 17000 × 2 pixels; a WEBP file has at most 16383"):
        write_photo(tmp_path / "x.webp", long, None, ExportOptions(format="webp"))
    assert not list(tmp_path.glob("*"))


# Refusals


def test_the_source_is_never_written_to(smooth, save, tmp_path):
    path = save(smooth, "source.png")
    before = path.read_bytes()
    photo = read_photo(path)
    (tmp_path / "soft.png").symlink_to(path)
    os.link(path, tmp_path / "hard.png")
    for name in ("source.png", "soft.png", "hard.png", "./source.png"):
        with pytest.raises(FileError, match="originals are never overwritten"):
            write_photo(tmp_path / name, photo.pixels, photo)
    assert path.read_bytes() == before and (tmp_path / "soft.png").is_symlink()


@pytest.mark.parametrize(
    "options",
    [
        {"format": "gif"},
        {"quality": 0},
        {"quality": 101},
        {"bits": 12},
        {"format": "jpeg", "bits": 16},
        {"long_edge": -1},
        {"long_edge": 70000},
        {"profile": "p3"},
    ],
)
def test_options_without_meaning_are_refused(options, smooth, tmp_path):
    with pytest.raises(ValueError, match=r"is one of|it is 1 to"):
        write_photo(tmp_path / "x.png", smooth, None, ExportOptions(**options))


@pytest.mark.parametrize(("shape", "dtype"), [((4, 4), "uint8"), ((4, 4, 3), "f4"), ((4, 4, 2), "uint8")])
def test_pixels_of_another_shape_are_refused(shape, dtype, tmp_path):
    with pytest.raises(ValueError, match="pixels are"):
        write_photo(tmp_path / "x.png", np.zeros(shape, dtype))


def test_an_export_can_be_canceled_and_leaves_nothing(smooth, tmp_path):
    def cancel(fraction: float, partial: object = None) -> None:
        if fraction > 0.1:
            raise Canceled

    with pytest.raises(Canceled):
        write_photo(tmp_path / "x.png", smooth, photo_from_pixels(smooth), tick=cancel)
    assert not list(tmp_path.glob("*"))
