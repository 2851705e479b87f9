"""What is easily forgotten when a photo is written."""

from __future__ import annotations

import io
import struct
from pathlib import Path

import numpy as np
import pytest
import tifffile
from photo_files import (
    ADOBE_PRIMARIES,
    P3_PRIMARIES,
    deep_png,
    encoded,
    exif_block,
    matrix_profile,
    one_way_profile,
)
from PIL import Image

from palette_studio.core.files import (
    ExportOptions,
    FileError,
    encode_photo,
    encoding,
    photo_from_pixels,
    read_photo,
    read_photo_bytes,
    write_photo,
)
from palette_studio.core.files.options import SUFFIXES
from palette_studio.core.files.profiles import srgb_profile

WIDE = matrix_profile(ADOBE_PRIMARIES, 2.19921875)


def test_color_is_as_sharp_as_lightness_in_jpegs_of_quality_90_and_more():
    stripes = np.zeros((16, 16, 3), np.uint8)
    stripes[:, ::2], stripes[:, 1::2] = (255, 0, 0), (0, 0, 255)
    for quality, sharp in ((90, True), (89, False)):
        data = encode_photo(stripes, None, ExportOptions(format="jpeg", quality=quality))
        reds = read_photo_bytes(data, "x").pixels[8, 6:8, 0].astype(int)
        assert (abs(reds[0] - reds[1]) > 200) == sharp


def test_a_preview_of_the_unedited_photo_does_not_go_along(smooth, save, tmp_path):
    preview = encoded(smooth[::4, ::4], "jpeg")
    # one directory without entries, then that of the preview (EXIF 2.32, 4.5.5)
    entries = struct.pack("<HHII", 0x0201, 4, 1, 44) + struct.pack("<HHII", 0x0202, 4, 1, len(preview))
    block = b"II*\0\x08\0\0\0" + struct.pack("<HI", 0, 14) + struct.pack("<H", 2) + entries + bytes(4)
    exif = b"Exif\0\0" + block + preview
    photo = read_photo(save(smooth, "in.jpg", exif=exif))
    assert preview in Path(photo.origin.path).read_bytes()
    for format_, suffix in SUFFIXES.items():
        path = tmp_path / f"out{suffix}"
        write_photo(path, photo.pixels, photo, ExportOptions(format=format_))
        assert preview not in path.read_bytes()
        with Image.open(path) as image:
            assert not image.getexif().get_ifd(1)


@pytest.mark.parametrize("other", ["pixels", "size", "profile", "text", "nothing"])
def test_an_unchanged_export_never_takes_the_pixels_of_another_photo(other, random_pixels, save, tmp_path):
    """The file may have been replaced since it was opened."""
    photo = read_photo(save(random_pixels((20, 30, 3)), "in.png", icc_profile=WIDE))
    if other == "text":
        photo.origin.path.write_text("no photo any more")
    elif other == "nothing":
        photo.origin.path.unlink()
    else:
        shape = (30, 20, 3) if other == "size" else (20, 30, 3)
        profile = matrix_profile(P3_PRIMARIES, 2.2) if other == "profile" else WIDE
        save(random_pixels(shape), "in.png", icc_profile=profile)
    write_photo(tmp_path / "out.png", photo.pixels, photo, unchanged=True)
    again = read_photo(tmp_path / "out.png")
    assert again.origin.profile == srgb_profile() and np.array_equal(again.pixels, photo.pixels)


def test_an_unchanged_deep_photo_that_lay_on_its_side_keeps_every_bit(random_pixels, tmp_path):
    pixels = random_pixels((12, 17, 4), np.uint16)
    source = tmp_path / "in.png"
    source.write_bytes(deep_png(pixels, profile=WIDE, exif=exif_block(6).removeprefix(b"Exif\0\0")))
    photo = read_photo(source)
    write_photo(tmp_path / "out.tif", photo.pixels, photo, ExportOptions(format="tiff"), unchanged=True)
    again = read_photo(tmp_path / "out.tif", convert=False)
    assert np.array_equal(again.pixels, np.rot90(pixels, -1)) and again.origin.profile == WIDE


def test_more_bits_than_the_photo_has_are_used_by_the_conversion(random_pixels, save, tmp_path):
    photo = read_photo(save(random_pixels((30, 40, 3)), "in.png", icc_profile=WIDE))
    options = ExportOptions(bits=16, profile="source")
    write_photo(tmp_path / "out.png", photo.pixels, photo, options)
    again = read_photo(tmp_path / "out.png").pixels
    assert np.abs(again / 257 - photo.pixels).max() <= 0.6  # 12 when converted at 8 bits


def test_a_profile_that_leads_one_way_is_read_and_exports_are_srgb(smooth, save, tmp_path):
    photo = read_photo(save(smooth, "scan.png", icc_profile=one_way_profile()))
    assert photo.origin.converted and photo.origin.profile_name == "Scanner"
    write_photo(tmp_path / "x.png", photo.pixels, photo, ExportOptions(profile="source"))
    again = read_photo(tmp_path / "x.png")
    assert np.array_equal(again.pixels, photo.pixels) and again.origin.profile == srgb_profile()
    write_photo(tmp_path / "y.png", photo.pixels, photo, unchanged=True)
    again = read_photo(tmp_path / "y.png", convert=False)
    assert np.array_equal(again.pixels, smooth) and again.origin.profile == one_way_profile()


def test_pixels_of_any_memory_layout_are_written_as_they_look(random_pixels, tmp_path):
    pixels = random_pixels((20, 30, 3))[::-1, ::2]
    for format_ in ("png", "tiff", "webp"):
        options = ExportOptions(format=format_, quality=100)
        write_photo(tmp_path / format_, pixels, photo_from_pixels(pixels), options)
        assert np.array_equal(read_photo(tmp_path / format_).pixels, pixels)


@pytest.mark.parametrize("format_", SUFFIXES)
def test_the_second_export_has_the_bytes_of_the_first(format_, smooth):
    first, second = (encode_photo(smooth, None, ExportOptions(format=format_)) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("error", [RuntimeError("out of luck"), MemoryError(), OSError("broken data stream")])
def test_whatever_an_encoder_raises_becomes_words_and_leaves_no_file(error, smooth, tmp_path, monkeypatch):
    def failing(*_: object) -> bytes:
        raise error

    monkeypatch.setitem(encoding.ENCODERS, "png", failing)
    with pytest.raises(FileError, match=r"^x\.png .*(Choose another format|Close other programs)"):
        write_photo(tmp_path / "x.png", smooth)
    assert list(tmp_path.glob("*.png")) == []


def test_the_tick_goes_forward_to_its_end(smooth, tmp_path):
    seen: list[float] = []
    write_photo(tmp_path / "x.png", smooth, tick=lambda fraction, partial=None: seen.append(fraction))
    assert seen == sorted(seen) and seen[-1] == 1.0


@pytest.mark.parametrize("profile", ["srgb", "source"])
def test_a_wide_photo_looks_the_same_when_it_comes_back_from_a_jpeg(profile, smooth, save, tmp_path):
    photo = read_photo(save(smooth, "in.png", icc_profile=WIDE))
    write_photo(tmp_path / "x.jpg", photo.pixels, photo, ExportOptions(format="jpeg", profile=profile))
    again = read_photo(tmp_path / "x.jpg")
    assert np.abs(again.pixels.astype(int) - photo.pixels).mean() <= 2
    assert again.origin.converted == (profile == "source")


def test_a_tiff_lists_each_of_its_tags_once_and_in_order(smooth, save):
    photo = read_photo(save(smooth, "in.jpg", exif=exif_block(1, gps=True)))
    data = encode_photo(photo.pixels, photo, ExportOptions(format="tiff", keep_gps=True))
    with tifffile.TiffFile(io.BytesIO(data)) as tiff:
        codes = [tag.code for tag in tiff.pages.first.tags]
    assert codes == sorted(set(codes))  # TIFF 6.0, page 15


@pytest.mark.parametrize(("unit", "dpi"), [(2, 300), (3, 762), (None, None)])
def test_a_tiff_has_the_resolution_of_the_photo_or_none(unit, dpi, smooth, save):
    exif = Image.Exif()
    if unit:
        exif[0x011A] = exif[0x011B] = 300.0
        exif[0x0128] = unit
    exif[0x010F] = "Maker"
    photo = read_photo(save(smooth, "in.jpg", exif=exif))
    data = encode_photo(photo.pixels, photo, ExportOptions(format="tiff"))
    with Image.open(io.BytesIO(data)) as image:
        assert image.info.get("dpi", (None,))[0] == dpi
