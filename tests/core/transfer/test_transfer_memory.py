"""What a transfer takes of memory, beside the photo and its reference, in photos of 8 bits."""

from __future__ import annotations

import numpy as np
import pytest
from peak_memory import CLEAR, most_mb
from test_transfer_laws import picture

from palette_studio.core import tiles
from palette_studio.core.transfer import METHODS, transfer

AT_MOST = dict.fromkeys(METHODS, 3.5)  # one is the result; all of it in floats would be four more
AT_MOST |= {"idt": 6.5, "idt-regrain": 8.0}  # which hold floats of all that moves
AT_MOST["palette-transport"] = 8.0  # mostly tables of a size of their own


@pytest.mark.skipif(not CLEAR.exists(), reason="the peak of memory is read in Linux")
@pytest.mark.parametrize("method", METHODS)
def test_a_large_photo_is_never_all_in_floats(method, monkeypatch):
    monkeypatch.setattr(tiles, "CORES", 2)  # each holds a block
    tile, reference = picture(1, (400, 500)), picture(2, (400, 500))
    pixels = np.tile(tile, (5, 6, 1))
    transfer(tile[:40], reference, method=method)  # compiled by now
    before = most_mb(forget=True)
    transfer(pixels, reference, method=method)
    assert (most_mb() - before) * 2**20 < AT_MOST[method] * pixels.nbytes
