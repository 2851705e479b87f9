"""HEIC, JPEG XL and camera raw, by libraries that palette-studio[formats] adds."""

from __future__ import annotations

import io
import struct

import imagecodecs
import numpy as np
import pytest
import tifffile
from PIL import Image, ImageCms

from palette_studio.core.files import kinds, read_photo, read_photo_bytes
from palette_studio.core.files.error import FileError
from palette_studio.core.files.kinds import MORE_KINDS, photo_kind

TO_SRGB = (3.2406, -1.5372, -0.4986, -0.9689, 1.8758, 0.0415, 0.0557, -0.2040, 1.0570)  # from XYZ


@pytest.fixture
def ramp() -> np.ndarray:
    """Colors that change slowly, which lossy formats keep within a few levels."""
    y, x = np.mgrid[0:96, 0:128]
    return np.stack([x * 1.9, y * 2.6, 250 - x * 1.9], axis=2).astype(np.uint8)


def heic(pixels: np.ndarray, **more: object) -> bytes:
    import pillow_heif

    pillow_heif.register_heif_opener()
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "HEIF", quality=95, **more)
    return file.getvalue()


def jxl(pixels: np.ndarray, **more: object) -> bytes:
    import pillow_jxl  # noqa: F401  Pillow learns of the format

    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "JXL", lossless=True, **more)
    return file.getvalue()


def dng(pixels: np.ndarray) -> bytes:
    """Return what a camera of the primaries of sRGB would write of these colors: a mosaic of 14 bits."""
    linear = (pixels / 255.0) ** 2.2 * 16000 + 200
    mosaic = np.empty(linear.shape[:2])
    for y, x, channel in ((0, 0, 0), (0, 1, 1), (1, 0, 1), (1, 1, 2)):
        mosaic[y::2, x::2] = linear[y::2, x::2, channel]
    matrix = [part for value in TO_SRGB for part in (round(value * 10000), 10000)]
    tags = [
        (50706, "B", 4, (1, 4, 0, 0), True),  # version, and the least that reads it
        (50707, "B", 4, (1, 1, 0, 0), True),
        (33421, "H", 2, (2, 2), True),  # the pattern of the mosaic
        (33422, "B", 4, (0, 1, 1, 2), True),
        (50721, "2i", 9, tuple(matrix), True),
        (50728, "2I", 3, (1, 1) * 3, True),  # white as the camera had it
        (50714, "H", 1, 200, True),  # black and white
        (50717, "H", 1, 16383, True),
        (50778, "H", 1, 21, True),  # D65
        (50708, "s", 0, "Test Camera", True),
        (271, "s", 0, "Test", True),
        (272, "s", 0, "Camera", True),
    ]
    file = io.BytesIO()
    tifffile.imwrite(
        file, mosaic.astype(np.uint16), photometric=32803, extratags=tags, metadata=None, software=None
    )
    return file.getvalue()


def test_a_picture_of_a_phone_opens_upright(ramp):
    pytest.importorskip("pillow_heif")
    exif = Image.Exif()
    exif[0x0112] = 6
    photo = read_photo_bytes(heic(ramp, exif=exif.tobytes()), "phone.jpg")
    assert photo.origin.format == "heic"
    assert photo.pixels.shape == (128, 96, 3)
    assert np.abs(photo.pixels.astype(int) - np.rot90(ramp, -1))[8:-8, 8:-8].mean() < 4


def test_jpeg_xl_opens_to_the_bit_with_its_profile(ramp):
    pytest.importorskip("pillow_jxl")
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    photo = read_photo_bytes(jxl(ramp, icc_profile=profile), "a.jxl")
    assert photo.origin.format == "jxl"
    assert (photo.pixels == ramp).all()
    assert photo.origin.profile


def test_jpeg_xl_keeps_16_bits(ramp, tmp_path):
    pytest.importorskip("pillow_jxl")
    deep, path = ramp.astype(np.uint16) * 257 + 3, tmp_path / "deep.jxl"
    path.write_bytes(imagecodecs.jpegxl_encode(deep, lossless=True))
    photo = read_photo(path, convert=False)  # it calls them linear
    assert "Lin" in photo.origin.profile_name
    assert photo.pixels.dtype == np.uint16
    assert (photo.pixels == deep).all()


def test_what_a_camera_calls_raw_opens_with_16_bits_in_srgb(ramp):
    pytest.importorskip("rawpy")
    photo = read_photo_bytes(dng(ramp), "photo.dng")
    assert photo.origin.format == "raw"
    assert photo.pixels.dtype == np.uint16
    assert photo.pixels.shape == ramp.shape
    shown = photo.pixels[8:-8, 8:-8].reshape(-1, 3).astype(float)
    wanted = ramp[8:-8, 8:-8].reshape(-1, 3).astype(float)
    assert all(np.corrcoef(shown[:, n], wanted[:, n])[0, 1] > 0.98 for n in range(3))


@pytest.mark.parametrize("kind", MORE_KINDS)
def test_without_its_library_a_picture_is_named_with_what_to_do(kind, ramp, monkeypatch):
    starts = {"heic": b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "jxl": b"\xff\x0a", "raw": dng(ramp)}
    monkeypatch.setattr(kinds, "find_spec", lambda name: None)
    with pytest.raises(FileError) as refused:
        read_photo_bytes(starts[kind], "x.jpg")
    assert str(refused.value) == (
        f"x.jpg is a {MORE_KINDS[kind]} picture. To open it, install palette-studio[formats], or save it as "
        "TIFF or JPEG first."
    )


@pytest.mark.parametrize("kind", ["heic", "jxl", "raw"])
def test_a_damaged_one_is_refused_in_one_line(kind, ramp):
    pytest.importorskip(kinds.LIBRARIES[kind])
    data = {"heic": heic, "jxl": jxl, "raw": dng}[kind](ramp)
    for length in (40, len(data) // 2):
        with pytest.raises(FileError, match=r"^x is (damaged|incomplete)"):
            read_photo_bytes(data[:length], "x")


def test_a_plain_tiff_of_a_camera_is_a_tiff(ramp):
    file = io.BytesIO()
    tifffile.imwrite(file, ramp, extratags=[(271, "s", 0, "Test", True)], metadata=None)
    assert photo_kind(file.getvalue()[:4096]) == "tiff"


@pytest.mark.parametrize("order", ["<", ">"])
def test_a_maker_s_own_raw_is_known_by_its_small_picture_in_front(order):
    entries = [(254, 4, 1, 1), (271, 2, 4, 0), (330, 4, 2, 99)]
    folder = struct.pack(f"{order}H", len(entries))
    folder += b"".join(struct.pack(f"{order}HHII", *entry) for entry in entries)
    start = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(f"{order}I", 8) + folder
    assert photo_kind(start) == "raw"
