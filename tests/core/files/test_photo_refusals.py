"""What cannot be opened is refused with words of its own."""

from __future__ import annotations

import os
import struct
import zlib

import numpy as np
import pytest
import tifffile

from palette_studio.core.files import FileError, decoding, read_photo, read_photo_bytes


def refusal(path) -> str:
    with pytest.raises(FileError) as caught:
        read_photo(path)
    text = str(caught.value)
    assert "\n" not in text and len(text) < 400
    return text


def claiming_png(width: int, height: int, depth: int) -> bytes:
    """A PNG whose header claims a size that its few bytes do not hold."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = chunk(b"IHDR", struct.pack(">2I5B", width, height, depth, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(bytes(99))) + chunk(b"IEND", b"")


def test_an_empty_file(tmp_path):
    path = tmp_path / "empty.png"
    path.touch()
    assert refusal(path) == "empty.png is empty: it holds no bytes at all. Get another copy of it."


def test_a_text_named_png(tmp_path):
    path = tmp_path / "notes.png"
    path.write_text("Größe: not a picture at all\n" * 40)
    assert refusal(path).startswith("notes.png is a text, whatever its name says. Palette Studio opens JPEG")


@pytest.mark.parametrize(
    ("start", "words"),
    [
        (b"%PDF-1.7", "a PDF document"),
        (b"8BPS\0\x01", "a Photoshop document"),
        (b'<svg xmlns="http://www.w3.org/2000/svg">', "an SVG drawing"),
        (b"\0\0\0\x18ftypisom\0\0\0\0isommp42", "a video"),
        (b"BM is how this text begins", "a text"),
        (b"\x80\x81\x82\x83", "no picture that it knows"),
    ],
)
def test_files_of_other_kinds_are_named(start, words):
    with pytest.raises(FileError, match=rf"^x\.jpg is {words}"):
        read_photo_bytes(start, "x.jpg")


@pytest.mark.parametrize("kind", ["jpg", "png", "tif", "webp", "avif", "gif", "bmp"])
def test_a_file_whose_end_is_missing(kind, random_pixels, save):
    path = save(random_pixels((64, 64, 3)), f"half.{kind}")
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    text = refusal(path)
    assert text.startswith(f"half.{kind} is ") and ("incomplete" in text or "damaged" in text)


def test_a_truncated_jpeg_is_called_incomplete(random_pixels, save):
    path = save(random_pixels((64, 64, 3)), "half.jpg")
    path.write_bytes(path.read_bytes()[:2000])
    assert refusal(path) == "half.jpg is incomplete: its end is missing. Copy or download it again."


@pytest.mark.parametrize("depth", [8, 16])
def test_a_header_that_claims_60000_by_60000(depth, tmp_path):
    path = tmp_path / "holiday.png"
    path.write_bytes(claiming_png(60000, 60000, depth))
    assert refusal(path) == (
        "holiday.png is 60000 × 60000 pixels (3600 MP); Palette Studio opens up to 120 MP. "
        "Make it smaller first, or raise the limit in Preferences."
    )


@pytest.mark.parametrize("kind", ["jpg", "png", "tif", "webp", "avif", "gif", "bmp"])
def test_every_format_is_measured_before_it_is_decoded(kind, random_pixels, save, monkeypatch):
    path = save(random_pixels((40, 50, 3)), f"x.{kind}")
    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", lambda image: pytest.fail("decoded"))
    with pytest.raises(FileError, match="50 × 40 pixels"):
        read_photo(path, most_megapixels=0.001)


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_a_tiff_that_claims_more_than_it_has(dtype, tmp_path):
    path = tmp_path / "x.tif"
    tifffile.imwrite(path, np.zeros((8, 8, 3), dtype), photometric="rgb", byteorder="<")
    data = bytearray(path.read_bytes())
    first = int.from_bytes(data[4:8], "little")
    for entry in range(first + 2, first + 38, 12):
        if int.from_bytes(data[entry : entry + 2], "little") in (256, 257):
            data[entry + 2 : entry + 12] = struct.pack("<HII", 4, 1, 60000)
    path.write_bytes(data)
    assert "60000 × 60000 pixels (3600 MP)" in refusal(path)


def test_a_folder(tmp_path):
    assert "is a folder. Open one of the photos in it." in refusal(tmp_path)


def test_a_path_that_leads_nowhere(tmp_path):
    assert refusal(tmp_path / "gone.jpg").startswith(f"gone.jpg does not exist in {tmp_path}")
    assert "gone.jpg does not exist" in refusal(tmp_path / "no" / "gone.jpg")
    (tmp_path / "link.jpg").symlink_to("lost.jpg")
    assert refusal(tmp_path / "link.jpg").startswith("link.jpg is a link to lost.jpg, which does not exist")


def test_a_pipe_and_a_device_do_not_hang(tmp_path):
    os.mkfifo(tmp_path / "x.png")
    assert "is a device or pipe" in refusal(tmp_path / "x.png")
    assert "is a device or pipe" in refusal("/dev/zero")


def test_a_file_that_may_not_be_read(save, as_nobody_special):
    path = save(np.zeros((2, 2, 3), np.uint8), "x.png")
    path.chmod(0)
    code = f"from palette_studio.core.files import read_photo; read_photo({str(path)!r})"
    assert "x.png cannot be read: you lack permission" in as_nobody_special(code)


@pytest.mark.parametrize("dtype", [np.complex64, np.int64])
def test_numbers_of_rare_kinds_are_refused(dtype, tmp_path):
    path = tmp_path / "x.tif"
    tifffile.imwrite(path, np.zeros((4, 4, 3), dtype), photometric="rgb")
    assert "numbers of a rare kind, of 64 bits" in refusal(path)


def test_too_little_memory_is_said(monkeypatch, save):
    def exhausted(*args):
        raise MemoryError

    monkeypatch.setattr(decoding, "with_pillow", exhausted)
    assert "needs more memory" in refusal(save(np.zeros((2, 2, 3), np.uint8), "x.png"))
