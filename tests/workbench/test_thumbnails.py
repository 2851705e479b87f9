"""Small pictures of what was open last."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from palette_studio.core.document import Document
from palette_studio.core.files import read_photo
from palette_studio.workbench.thumbnails import SIDE, place_of, thumbnail_job


@pytest.mark.parametrize(
    ("size", "small"), [((3000, 1), (SIDE, 1)), ((2, 4000), (1, SIDE)), ((60, 30), (60, 30))]
)
def test_a_picture_of_any_shape_is_kept(tmp_path, warmed, size, small):
    path = tmp_path / "photo.png"
    Image.fromarray(np.full((size[1], size[0], 3), 90, np.uint8)).save(path)
    thumbnail_job(path, Document().with_photo(read_photo(path))).run(lambda *_: None)
    with Image.open(place_of(path)) as kept:
        assert kept.size == small
