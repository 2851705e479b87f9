"""The weights of Hue-Net that ship: whole, described, small, and as good as they are said to be."""

from __future__ import annotations

import json

import numpy as np
import pytest

from palette_studio.core.evaluate.transfer import table, targets
from palette_studio.core.evaluate.transfer_pairs import flower_pairs
from palette_studio.core.files import read_photo
from palette_studio.core.resources import resource
from palette_studio.nets import runtime
from palette_studio.nets.hue_net import HueNet
from palette_studio.nets.hue_net.recipe import STUDIO

FILE = runtime.shipped("hue-net")


@pytest.fixture(scope="module")
def net():
    return HueNet.load()


def test_they_are_of_the_recipe_that_training_has_by_default(net):
    assert net.recipe == STUDIO


def test_a_photo_with_its_own_hues_stays(net, coffee):
    pixels = read_photo(coffee).pixels
    assert np.abs(net.transfer(pixels, pixels).astype(int) - pixels).max() <= 1


def test_hues_come_nearer_and_none_are_made_up(net):
    """A red bowl takes a hue that the mountains have, not the magenta between their blue and their brown."""
    from palette_studio.core.transfer.distances import hue_emd, hue_histogram

    bowl, mountains = (
        read_photo(resource(f"samples/{name}.jpg")).pixels[::4, ::4]
        for name in ("bowl-with-fig", "mountain-path")
    )
    made = net.transfer(bowl, mountains)
    assert hue_emd(made, mountains) < hue_emd(bowl, mountains)
    magenta = slice(int(0.75 * 256), int(0.95 * 256))
    assert hue_histogram(made, weighted=True)[magenta].sum() < 0.1


def test_all_that_was_aimed_at_is_reached_on_flowers_never_seen(net, shared_data):
    found = table(flower_pairs(shared_data / "flowers"), {"hue-net": net.transfer})
    (target,) = (each for each in targets("flowers", found) if each.what == "flowers: hue-net")
    assert target.met, f"{target.found}; wanted {target.wanted}"
    card = json.loads(FILE.with_suffix(".json").read_text())["measures"]
    for name, value in found.mean("hue-net").items():
        if name in card:
            assert value == pytest.approx(card[name], abs=0.005)
