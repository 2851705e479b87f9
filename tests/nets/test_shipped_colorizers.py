"""The weights that color photos and ship: whole, described, small, and better than doing without them."""

from __future__ import annotations

import json

import numpy as np
import pytest

from palette_studio.core.evaluate import colorization as c
from palette_studio.core.evaluate.colorization_hints import levin
from palette_studio.nets import pictures, runtime
from palette_studio.nets.deep_colorization.recipe import PARTS
from palette_studio.nets.deep_colorization.scenes import read
from palette_studio.nets.measured import Networks

SHIPPED = ("hue-net", "let-there-be-color", "hints", "deep-colorization")
TOLD = {"name", "what", "paper", "data", "licences", "command", "seed", "measures", "limits", "sha256"}
EACH, TOGETHER = 15e6, 40e6  # bytes
FEW = 16  # one test photo in so many


@pytest.fixture(scope="module")
def networks():
    return Networks(None, None, None)


@pytest.fixture(scope="module")
def photos(shared_data):
    """Some photos of the test split, evenly."""
    files = list(pictures.files(shared_data / "colorize" / "photos128.tar.gz", "test"))[::FEW]
    return [c.truth_of(name, "scene", label, pictures.decoded(name, data)) for name, label, data in files]


def mean_db(photos, made):
    return c.mean_scores(c.measured(photos, made)).psnr


@pytest.mark.parametrize("name", SHIPPED)
def test_the_card_tells_what_they_are_and_the_digest_is_theirs(name):
    file = runtime.shipped(name)
    card = json.loads(file.with_suffix(".json").read_text())
    assert set(card) >= TOLD
    assert card["name"] == name
    assert card["sha256"] == runtime.digest(file)
    assert file.stat().st_size < EACH


def test_all_weights_together_are_small():
    folder = runtime.shipped(SHIPPED[0]).parent
    assert {each.stem for each in folder.glob("*.safetensors")} == set(SHIPPED)
    assert sum(each.stat().st_size for each in folder.glob("*.safetensors")) < TOGETHER


def test_the_automatic_network_is_nearer_than_gray_and_its_vivid_colors_are_as_lively_as_photos(
    networks, photos
):
    assert mean_db(photos, networks.automatic) > mean_db(photos, c.gray) + 1
    lively = np.mean([c.colorfulness(c.painted(each, networks.vivid(each))) for each in photos])
    assert lively == pytest.approx(np.mean([c.colorfulness(each.pixels) for each in photos]), abs=8)


def test_hints_help_more_the_more_there_are_and_never_less_than_levin(networks, photos):
    few = photos[::2]
    found = [mean_db(few, made) for made in (networks.automatic, *map(networks.by_hints, (5, 50)))]
    assert found[0] + 1 < found[1] < found[2] - 1
    for count, db in zip((5, 50), found[1:], strict=True):
        assert db > mean_db(few, lambda each, count=count: levin(each, *c.random_hints(each, count)))


def test_the_photos_own_palette_helps(networks, photos):
    assert mean_db(photos, networks.by_palette) > mean_db(photos, networks.automatic) + 1.5


def test_deep_colorization_is_nearer_than_gray_and_does_without_each_of_its_parts(networks, shared_data):
    scenes = read(shared_data / "colorize" / "scenes_with_masks.tar.gz", "test").pixels[::FEW]
    photos = [c.truth_of(str(row), "scene", "", each) for row, each in enumerate(scenes)]
    found = networks.deep_steps(photos)
    assert len(found) == len(PARTS) + 2
    assert list(found.values())[-1] > found["gray"] + 1
