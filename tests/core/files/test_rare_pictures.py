"""Pictures that few programs make: inks with a profile, Lab, odd numbers, color multiplied by alpha."""

from __future__ import annotations

import struct

import numpy as np
import pytest
import tifffile
from photo_files import deep_png, encoded, png_chunk
from PIL import Image

from palette_studio.core.files import (
    ExportOptions,
    FileError,
    photo_from_pixels,
    read_photo,
    read_photo_bytes,
    write_photo,
)
from palette_studio.core.files.sixteen_bits import linear_to_srgb

BLACK_INK = 20  # CIELab lightness of the press below; sRGB 48


def press_profile() -> bytes:
    """White paper, and every ink as dark as BLACK_INK (ICC.1:2001, section 6.5.10, lut8Type)."""
    clut = bytearray()
    for number in range(16):  # C varies slowest, K fastest
        light = 100.0 if number == 0 else BLACK_INK
        clut += bytes((round(light * 2.55), 128, 128))
    ramp = bytes(range(256))
    matrix = struct.pack(">9i", *(65536, 0, 0, 0, 65536, 0, 0, 0, 65536))
    table = b"mft1\0\0\0\0" + bytes((4, 3, 2, 0)) + matrix + ramp * 4 + bytes(clut) + ramp * 3
    white = b"XYZ \0\0\0\0" + struct.pack(">3i", 63190, 65536, 54061)
    words = b"desc\0\0\0\0" + struct.pack(">I", 6) + b"Press\0" + bytes(78)
    tags = {b"desc": words, b"wtpt": white, b"A2B0": table, b"cprt": b"text\0\0\0\0none\0"}
    place, index, body = 128 + 4 + 12 * len(tags), b"", b""
    for name, data in tags.items():
        data += bytes(-len(data) % 4)
        index += name + struct.pack(">2I", place + len(body), len(data))
        body += data
    head = struct.pack(">I4sI4s4s4s", place + len(body), b"lcms", 0x02400000, b"prtr", b"CMYK", b"Lab ")
    head += bytes(12) + b"acsp" + bytes(28) + struct.pack(">3i", 63190, 65536, 54061) + bytes(48)
    return head + struct.pack(">I", len(tags)) + index + body


@pytest.mark.parametrize("kind", ["jpg", "tif"])
def test_inks_look_as_their_profile_says(kind, tmp_path):
    inks = np.zeros((16, 32, 4), np.uint8)
    inks[:, 16:, 3] = 255
    path = tmp_path / f"x.{kind}"
    Image.fromarray(inks, "CMYK").save(path, icc_profile=press_profile())
    photo = read_photo(path)
    assert photo.origin.profile_name == "Press" and photo.origin.converted and photo.origin.profile is None
    assert np.abs(photo.pixels[:, :8].astype(int) - 255).max() <= 1
    assert np.abs(photo.pixels[:, 24:].astype(int) - 48).max() <= 1


def test_16_bit_inks_look_as_their_profile_says(tmp_path):
    inks = np.zeros((4, 8, 4), np.uint16)
    inks[:, 4:, 3] = 65535
    tifffile.imwrite(tmp_path / "x.tif", inks, photometric="separated", iccprofile=press_profile())
    photo = read_photo(tmp_path / "x.tif")
    assert photo.bits == 16 and photo.pixels[:, :4].min() > 65000
    assert np.abs(photo.pixels[:, 4:] / 257 - 48).max() < 1


def test_inks_are_exported_in_srgb_even_unchanged(tmp_path):
    Image.new("CMYK", (4, 4), (255, 0, 0, 0)).save(tmp_path / "x.tif", icc_profile=press_profile())
    photo = read_photo(tmp_path / "x.tif")
    write_photo(tmp_path / "out.png", photo.pixels, photo, ExportOptions(profile="source"), unchanged=True)
    again = read_photo(tmp_path / "out.png")
    assert again.origin.profile_name == "sRGB" and np.array_equal(again.pixels, photo.pixels)


def test_a_lab_tiff_becomes_rgb(tmp_path):
    lab = np.zeros((4, 4, 3), np.uint8)
    lab[:2, :, 0] = 255
    Image.frombytes("LAB", (4, 4), lab.tobytes()).save(tmp_path / "x.tif")
    pixels = read_photo(tmp_path / "x.tif").pixels
    assert pixels[0, 0].min() >= 254 and pixels[3, 3].max() <= 1


def test_12_and_32_bit_whole_numbers_become_16_bits(tmp_path):
    values = np.array([[0, 1, 2048, 4095]], np.uint16)
    tifffile.imwrite(tmp_path / "12.tif", values, bitspersample=12, photometric="minisblack")
    tifffile.imwrite(tmp_path / "32.tif", values.astype(np.uint32) << 20, photometric="minisblack")
    assert read_photo(tmp_path / "12.tif").pixels[0, :, 0].tolist() == [0, 16, 32776, 65535]
    assert read_photo(tmp_path / "32.tif").pixels[0, :, 0].tolist() == [0, 16, 32768, 65520]


def test_color_that_a_16_bit_tiff_multiplied_by_alpha_is_divided_again(tmp_path):
    multiplied = np.array([[[1000, 2000, 3000, 32768], [0, 0, 0, 0], [7, 8, 9, 65535]]], np.uint16)
    tifffile.imwrite(tmp_path / "x.tif", multiplied, photometric="rgb", extrasamples=["assocalpha"])
    first, second, third = read_photo(tmp_path / "x.tif").pixels[0].tolist()
    assert first == [2000, 4000, 6000, 32768]
    assert second == [0, 0, 0, 0] and third == [7, 8, 9, 65535]


def test_a_16_bit_tiff_in_lab_is_refused_with_words(tmp_path):
    tifffile.imwrite(tmp_path / "x.tif", np.zeros((4, 4, 3), np.uint16), photometric="cielab")
    with pytest.raises(FileError, match="of a rare kind"):
        read_photo(tmp_path / "x.tif")


def test_a_link_that_leads_back_to_itself_and_a_name_too_long_are_refused(tmp_path):
    (tmp_path / "loop.jpg").symlink_to("loop.jpg")
    for path, words in (
        (tmp_path / "loop.jpg", "leads back to itself"),
        (tmp_path / ("x" * 300), "name that is too long"),
        ("a\0b.png", "is no name of a file"),
    ):
        with pytest.raises(FileError, match=words):
            read_photo(path)


def test_half_the_light_is_not_half_the_value(tmp_path):
    stripes = np.zeros((8, 8, 3), np.uint8)
    stripes[:, ::2] = 255
    write_photo(tmp_path / "x.png", stripes, photo_from_pixels(stripes), ExportOptions(long_edge=4))
    assert np.unique(read_photo(tmp_path / "x.png").pixels).tolist() == [188]


@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
def test_fractions_go_from_black_at_0_to_white_at_1(dtype, tmp_path):
    row = np.array([[0, 0.5, 1, 7, -3, np.nan, np.inf]], dtype)
    tifffile.imwrite(tmp_path / "x.tif", row, photometric="minisblack", metadata=None)
    seen = read_photo(tmp_path / "x.tif").pixels[0, :, 0].tolist()
    assert seen == [0, 32768, 65535, 65535, 0, 0, 65535]


@pytest.mark.parametrize("order", "<>")
@pytest.mark.parametrize("bits", [8, 16, 32])
def test_the_least_of_signed_numbers_is_black(bits, order, tmp_path):
    most = 2 ** (bits - 1) - 1
    row = np.array([[-most - 1, 0, most]], f"i{bits // 8}")
    tifffile.imwrite(tmp_path / "x.tif", row, photometric="minisblack", byteorder=order, metadata=None)
    black, middle, white = read_photo(tmp_path / "x.tif").pixels[0, :, 0].tolist()
    assert (black, white) == (0, 65535)
    assert abs(middle - 32768) <= 128
    tifffile.imwrite(tmp_path / "y.tif", np.maximum(row, 0), photometric="minisblack", metadata=None)
    assert read_photo(tmp_path / "y.tif").pixels[0, :, 0].tolist() == [0, 0, 65535]


def test_linear_light_is_encoded_as_the_screen_has_it():
    light = np.array([-1.0, 0.0, 0.002, 0.2140, 1.0, 20.0, np.nan])
    assert np.round(linear_to_srgb(light) * 255, 1).tolist() == [0, 0, 6.6, 127.5, 255, 255, 0]


@pytest.mark.parametrize("deep", [False, True])
def test_a_png_whose_animation_is_damaged_opens_as_the_still_picture_it_is(deep, random_pixels):
    pixels = random_pixels((5, 6, 3), np.uint16 if deep else np.uint8)
    data = deep_png(pixels) if deep else encoded(pixels, "png")
    end = data.index(b"IDAT") - 4
    broken = png_chunk(b"acTL", bytes((0, 0, 0, 2, 0, 0, 0, 0))) + png_chunk(b"fdAT", bytes(20))
    photo = read_photo_bytes(data[:end] + broken + data[end:], "x.png")
    assert np.array_equal(photo.pixels, pixels)
