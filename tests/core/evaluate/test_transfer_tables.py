"""Pairs and their tables."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from palette_studio.core.evaluate.strips import GAP, LABEL, SURROUND
from palette_studio.core.evaluate.transfer import ABLATION, Table, by_methods, report, table, targets
from palette_studio.core.evaluate.transfer_pairs import Pair, photo_pairs, truth_pairs
from palette_studio.core.evaluate.transfer_strips import write_strips
from palette_studio.core.transfer.distances import hue_emd, hue_information


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
    found = report(by_methods(("full-color-fast", "reinhard")), photos=photos)
    assert set(found) == {"photos", "truth", "targets"}
    assert set(found["truth"]["means"]["reinhard"]) >= {"swd", "structure", "grain", "psnr", "ciede2000"}
    assert len(found["photos"]["rows"]["full-color-fast"]) == 3
    with pytest.raises(ValueError, match="'magic' is no transfer method"):
        by_methods(("magic",))


def test_each_photo_has_another_as_its_reference(photos):
    pairs = photo_pairs(photos)
    assert [pair.name for pair in pairs] == ["0 > 1", "1 > 2", "2 > 0"]
    assert all(isinstance(pair, Pair) and not np.array_equal(pair.source, pair.reference) for pair in pairs)


def test_a_folder_without_photos_is_named(tmp_path):
    with pytest.raises(FileNotFoundError, match="holds no photos"):
        photo_pairs(tmp_path)


def noise(seed: int) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 256, (24, 32, 3), np.uint8)


def test_what_a_pair_has_in_common_beforehand_is_told():
    pair = Pair("a > b", noise(0), noise(1))
    found = table([pair], {"nothing": lambda a, b: a})
    assert found.before[0]["emd"] == hue_emd(pair.source, pair.reference) == found.mean("nothing")["emd"]
    assert found.before[0]["information"] == hue_information(pair.source, pair.reference)
    wide = pair._replace(reference=noise(2)[:, :20])
    assert "information" not in table([wide], {"nothing": lambda a, b: a}).before[0]


def test_hues_that_were_not_rounded_keep_more_information():
    """A turn of all hues by 40 degrees loses nothing but what rounding of pale colors takes."""
    from palette_studio.core.color import hsv_to_srgb, srgb_to_hsv

    def turned(pixels: np.ndarray, _: np.ndarray) -> np.ndarray:
        most = np.iinfo(pixels.dtype).max
        hsv = srgb_to_hsv(pixels / most)
        hsv[..., 0] = (hsv[..., 0] + 40) % 360
        return np.rint(hsv_to_srgb(hsv) * most).astype(pixels.dtype)

    pale = 120 + noise(0) // 32
    row = table([Pair("a > b", pale, noise(1))], {"turn": turned}, fine=("turn",)).rows["turn"][0]
    assert row["information"] < row["information_float"]
    assert row["information_float"] > 0.8


def figures(**changed: float) -> dict[str, float]:
    usual = {"emd": 0.1, "emd_weighted": 0.1, "information": 0.3, "structure": 0.9, "swd": 4.0, "grain": 1.2}
    return usual | changed


def test_targets_are_met_by_those_who_meet_them():
    calm = figures(emd=0.08, information=0.55, structure=0.96, grain=1.1)
    rows = {
        "hue-net": [calm] * 2,
        ABLATION: [figures(information=0.2)] * 2,
        "hue-fit": [figures(emd=0.02, emd_weighted=0.02, information_float=0.51, grain=1.6)] * 2,
        "full-color": [figures(swd=3.0), figures(swd=5.0)],
        "reinhard": [figures(), figures()],
        "idt-regrain": [figures(swd=4.1, grain=1.3, emd_weighted=0.2, structure=0.8)] * 2,
    }
    found = targets("flowers", Table(("1", "2"), [figures(emd=0.2)] * 2, rows))
    assert [target.met for target in found] == [True, True, False, False, True]
    assert found[0].what == "flowers: hue-net"
    assert found[0].found == "emd 0.080, information 0.550, structure 0.960, grain 1.100"
    assert found[0].wanted == "emd 0.090, information 0.500, structure 0.950, grain 1.150"
    assert found[3].found == "1 of 2 pairs" and found[3].wanted == "2"


def test_strips_hold_source_reference_and_results_in_a_row(tmp_path):
    pairs = [Pair(f"{n} > {n + 1}", noise(n), noise(n + 1)) for n in range(6)]
    sheets = write_strips(tmp_path / "new", pairs, {"swap": lambda a, b: b})
    assert [path.name for path in sheets] == ["strips-1.png", "strips-2.png"]
    with Image.open(sheets[1]) as image:
        pixels = np.asarray(image)
    assert pixels.shape == (2 * (24 + LABEL + GAP), 3 * (32 + GAP), 3)
    for column, wanted in enumerate((pairs[4].source, pairs[4].reference, pairs[4].reference)):
        left = column * (32 + GAP)
        assert np.array_equal(pixels[LABEL : LABEL + 24, left : left + 32], wanted)
    assert (pixels[LABEL + 24 : LABEL + 24 + GAP] == SURROUND).all()
