"""Indexed PNG: the palette as given, and its transparent entries."""

import io
import struct

import numpy as np
import pytest
from PIL import Image

from palette_studio.core.files import read_photo
from palette_studio.core.files.encoding import encode_indexed


def chunks(data):
    """Return the contents of each kind of chunk of a PNG."""
    found, place = {}, 8
    while place < len(data):
        length, name = struct.unpack(">I4s", data[place : place + 8])
        found[name.decode()] = data[place + 8 : place + 8 + length]
        place += 12 + length
    return found


def some(k, channels, seed=0):
    random = np.random.default_rng(seed)
    return random.integers(0, k, (23, 31)), random.integers(0, 256, (k, channels)).astype(np.uint8)


@pytest.mark.parametrize("k", [1, 2, 5, 16, 17, 256])
def test_the_palette_is_as_given_and_no_entry_is_transparent(k):
    indices, colors = some(k, 3)
    data = encode_indexed(indices, colors)
    assert chunks(data)["PLTE"] == colors.tobytes()
    assert "tRNS" not in chunks(data)
    with Image.open(io.BytesIO(data)) as image:
        assert (np.asarray(image.convert("RGB")) == colors[indices]).all()


@pytest.mark.parametrize("k", [1, 2, 5, 16, 17, 256])
def test_soft_entries_come_back_as_they_were(k, tmp_path):
    indices, entries = some(k, 4)
    entries[-1, 3] = 255
    path = tmp_path / "soft.png"
    path.write_bytes(encode_indexed(indices, entries))
    pixels = read_photo(path).pixels
    want = entries[indices]
    if k > 1:
        assert (pixels == want).all()
    assert (pixels[..., :3] == want[..., :3]).all()


def test_transparency_is_written_as_far_as_it_is_needed():
    indices, entries = some(9, 4)
    entries[3:, 3] = 255
    entries[:3, 3] = (0, 120, 130)
    assert chunks(encode_indexed(indices, entries))["tRNS"] == bytes((0, 120, 130))
    entries[:, 3] = 255
    assert "tRNS" not in chunks(encode_indexed(indices, entries))
    assert "iCCP" in chunks(encode_indexed(indices, entries))


@pytest.mark.parametrize("k", [0, 257])
def test_a_palette_that_does_not_fit_is_refused(k):
    with pytest.raises(ValueError, match=f"1 to 256 colors, not {k}"):
        encode_indexed(np.zeros((3, 3), np.uint8), np.zeros((k, 3), np.uint8))
