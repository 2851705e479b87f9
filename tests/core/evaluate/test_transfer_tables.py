"""Pairs and their tables."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from palette_studio.core.evaluate.transfer import Pair, photo_pairs, report, table, truth_pairs


@pytest.fixture
def photos(tmp_path, coffee):
    with Image.open(coffee) as image:
        small = image.convert("RGB").reduce(6)
    for number in range(3):
        small.rotate(90 * number, expand=True).save(tmp_path / f"{number}.png")
    return tmp_path


def test_a_perfect_transfer_has_the_best_figures(photos):
    pairs = truth_pairs(photos)
    changes = {"nothing": lambda a, b: a, "truth": lambda a, b: truths[a.tobytes()]}
    truths = {pair.source.tobytes(): pair.truth for pair in pairs}
    found = table(pairs, changes)
    assert found.mean("truth")["ciede2000"] == 0 and found.mean("truth")["psnr"] == 100
    assert found.mean("nothing")["ciede2000"] > 3 and found.mean("nothing")["structure"] == pytest.approx(1)
    assert found.better("nothing", "nothing") == 0


def test_the_report_has_a_mean_for_every_method_and_set(photos):
    found = report(photos=photos, methods=("full-color-fast", "reinhard"))
    assert set(found) == {"photos", "truth"}
    assert set(found["truth"]["means"]["reinhard"]) >= {"swd", "structure", "grain", "psnr", "ciede2000"}
    assert len(found["photos"]["rows"]["full-color-fast"]) == 3
    with pytest.raises(ValueError, match="'magic' is no transfer method"):
        report(photos=photos, methods=("magic",))


def test_each_photo_has_another_as_its_reference(photos):
    pairs = photo_pairs(photos)
    assert [pair.name for pair in pairs] == ["0 > 1", "1 > 2", "2 > 0"]
    assert all(isinstance(pair, Pair) and not np.array_equal(pair.source, pair.reference) for pair in pairs)


def test_a_folder_without_photos_is_named(tmp_path):
    with pytest.raises(FileNotFoundError, match="holds no photos"):
        photo_pairs(tmp_path)
