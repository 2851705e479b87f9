"""The fit of one pair: it reaches the reference's hues, keeps the rest, and says how far it is."""

from pathlib import Path

import numpy as np
import pytest

from palette_studio.core.files import read_lut, write_lut
from palette_studio.core.lut import graded
from palette_studio.core.tick import Canceled
from palette_studio.core.transfer import distances
from palette_studio.nets.hue_fit import NODES, HueFit, hue_fit


@pytest.fixture(scope="module")
def pair():
    from PIL import Image

    folder = Path(__file__).resolve().parents[2] / "resources" / "samples"
    found = []
    for name in ("coffee.jpg", "rocket.jpg"):
        with Image.open(folder / name) as image:
            found.append(np.asarray(image.convert("RGB").resize((120, 90))))
    return found


@pytest.fixture(scope="module")
def fitted(pair):
    return hue_fit(*pair)


def test_hues_become_those_of_the_reference(pair, fitted):
    photo, reference = pair
    made = fitted.apply(photo)
    assert distances.hue_emd(made, reference) < 0.3 * distances.hue_emd(photo, reference)
    before, after = (distances.hue_emd(each, reference, weighted=True) for each in (photo, made))
    assert after < 0.3 * before
    assert distances.hue_information(photo, made) > 2 * distances.hue_information(photo, reference[:, ::-1])


def test_noise_of_hue_hardly_becomes_grain(pair):
    photo, reference = pair
    noise = np.random.default_rng(0).normal(0, 3, photo.shape)
    noisy = np.rint(photo + noise).clip(0, 255).astype(np.uint8)
    assert distances.grain(hue_fit(noisy, reference).apply(noisy), noisy) < 1.6


def test_more_of_the_meaning_stays_than_in_shuffled_hues(pair, fitted):
    photo, _ = pair
    shuffled = np.random.default_rng(0).permutation(photo.reshape(-1, 3)).reshape(photo.shape)
    kept, chance = (distances.hue_information(photo, each) for each in (fitted.apply(photo), shuffled))
    assert kept > 2 * chance


def test_saturation_and_value_stay(pair, fitted):
    photo = pair[0]
    made = fitted.apply(photo)
    for extreme in (np.max, np.min):
        assert np.abs(extreme(made, 2).astype(int) - extreme(photo, 2)).max() <= 1


def test_the_table_for_other_programs_is_the_fit_but_for_grain(pair, fitted, tmp_path):
    photo, made = pair[0], fitted.apply(pair[0])
    write_lut(tmp_path / "fit.cube", fitted.lut(title="fit"))
    off = np.abs(graded(photo, read_lut(tmp_path / "fit.cube")).astype(int) - made)
    changed = np.abs(made.astype(int) - photo)
    assert off.mean() < min(8, changed.mean() / 8)  # 33 nodes are few for hues of dark and pale colors
    finer = np.abs(graded(photo, fitted.lut(65)).astype(int) - made)
    assert finer.mean() < off.mean()


def test_a_table_of_no_turns_changes_nothing(pair):
    photo = pair[0]
    none = HueFit(np.zeros(NODES, np.float32))
    assert np.abs(graded(photo, none.lut()).astype(int) - photo).max() <= 1


def test_a_large_picture_turns_as_its_thumbnail_did(pair, fitted):
    import cv2

    photo = pair[0]
    large = cv2.resize(photo, None, fx=4, fy=4, interpolation=cv2.INTER_CUBIC)
    made = cv2.resize(fitted.apply(large), photo.shape[1::-1], interpolation=cv2.INTER_AREA)
    assert np.abs(made.astype(int) - fitted.apply(photo)).mean() < 4


def test_a_picture_that_is_its_own_reference_hardly_changes(pair):
    photo = pair[0]
    made = hue_fit(photo, photo).apply(photo)
    assert np.abs(made.astype(int) - photo).max() <= 1


def test_the_same_seed_gives_the_same_turns(pair, fitted):
    np.testing.assert_array_equal(hue_fit(*pair).turns, fitted.turns)


def test_strength_goes_from_the_same_bytes_to_all_of_it(pair, fitted):
    photo = pair[0]
    assert fitted.apply(photo, strength=0) is photo
    half = distances.hue_emd(photo, fitted.apply(photo, strength=0.5))
    assert 0 < half < distances.hue_emd(photo, fitted.apply(photo))
    with pytest.raises(ValueError, match="strength is 0 to 1"):
        fitted.apply(photo, strength=-0.1)


def test_16_bits_and_alpha_go_through(pair, fitted):
    photo = pair[0]
    deep = np.dstack([photo, np.full(photo.shape[:2], 7, np.uint8)]).astype(np.uint16) * 257
    made = fitted.apply(deep)
    np.testing.assert_array_equal(made[..., 3], deep[..., 3])
    assert np.abs(made[..., :3] / 257 - fitted.apply(photo)).max() <= 0.51


@pytest.mark.parametrize("shape", [(1, 1, 3), (2, 40, 3), (33, 5, 4)])
def test_tiny_and_gray_pictures_have_a_result(shape, pair):
    gray = np.full(shape, 90, np.uint8)
    np.testing.assert_array_equal(hue_fit(gray, pair[0]).apply(gray), gray)
    assert np.isfinite(hue_fit(pair[0], gray).turns).all()


def test_previews_come_and_a_stop_is_a_stop(pair):
    seen = []

    def tick(fraction, partial=None):
        if partial is not None:
            seen.append(partial)
        if fraction >= 0.5:
            raise Canceled

    with pytest.raises(Canceled):
        hue_fit(*pair, tick=tick)
    assert len(seen) >= 4
    assert all(isinstance(each, HueFit) and each.turns.shape == NODES for each in seen)
