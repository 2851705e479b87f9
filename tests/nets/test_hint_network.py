"""The network of hints: what it goes by, what it keeps, and what it learns."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from palette_studio.nets.album import Album
from palette_studio.nets.hints.model import HintNet, Known
from palette_studio.nets.hints.planes import drawn, known, own_palette, scaled
from palette_studio.nets.hints.recipe import STUDIO
from palette_studio.nets.hints.run import HintColorizer
from palette_studio.nets.hints.train import HintedColorist, repaint
from palette_studio.nets.let_there_be_color.model import LetThereBeColor
from palette_studio.nets.let_there_be_color.recipe import STUDIO as AUTOMATIC
from palette_studio.nets.study import Plan, Study

TINY = replace(STUDIO, width=4, levels=2, size=32, heads=4, batch=4, most_points=20)


def given(hints=(), swatches=(), size=32):
    rng = np.random.default_rng(0)
    light = rng.uniform(20, 80, (size, size)).astype(np.float32)
    points = np.array([(x, y, 3) for x, y, _ in hints]).reshape(-1, 3)
    colors = np.array([color for *_, color in hints], np.float32).reshape(-1, 2)
    chroma, where = drawn(light.shape, points, colors)
    told = torch.full((1, 2, size, size), 0.1)
    return known(light, told, chroma, where, np.array(swatches, np.float32).reshape(-1, 3), 8)


def test_an_untrained_network_gives_what_is_told_or_halfway_what_is_hinted():
    net = HintNet(TINY).eval()
    with torch.no_grad():
        alone = net(given())
        hinted = net(given([(16, 16, (50, -20))]))
    assert (alone - 0.1).abs().max() < 0.02
    assert (hinted[0, 0, 16, 16] - (0.1 + 0.5) / 2).abs() < 0.02


def test_absent_swatches_do_not_count():
    torch.manual_seed(0)
    net = HintNet(TINY).eval()
    first = given(swatches=[(50, 40, 10), (70, -20, 30)])
    other = first.swatches.clone()
    other[:, 5] = 0.7  # beyond those that are given
    with torch.no_grad():
        assert torch.allclose(net(first), net(Known(*first[:6], other, first.given)), atol=1e-6)


def test_the_order_of_swatches_does_not_count():
    torch.manual_seed(0)
    net = HintNet(TINY).eval()
    colors = [(50, 40, 10), (70, -20, 30), (30, 5, -40)]
    with torch.no_grad():
        assert torch.allclose(net(given(swatches=colors)), net(given(swatches=colors[::-1])), atol=1e-5)


def test_one_swatch_changed_changes_the_picture():
    net = HintNet(TINY).eval()
    with torch.no_grad():
        first, second = (net(given(swatches=[(50, a, 10), (70, -20, 30)])) for a in (40, -40))
    assert (first - second).abs().max() > 0.05


@pytest.mark.parametrize("shape", [(32, 32), (33, 47), (8, 60)])
def test_hinted_pixels_keep_their_color(shape):
    colorizer = HintColorizer(HintNet(TINY))
    light = np.random.default_rng(1).uniform(0, 100, shape).astype(np.float32)
    chroma, where = drawn(shape, np.array([[5, 5, 3], [2, 4, 1]]), np.array([[30.0, 10], [-20, 15]]))
    made = colorizer.chroma(light, np.zeros((4, 4, 2), np.float32), chroma, where, np.zeros((0, 3)))
    assert made.shape == (*shape, 2)
    assert np.abs(made[where] - chroma[where]).max() < 1e-3


def test_points_are_drawn_where_they_are_and_cut_at_the_border():
    chroma, where = drawn(
        (6, 8), np.array([[0, 0, 3], [7, 5, 1], [90, 2, 3]]), np.array([[1.0, 2], [3, 4], [5, 6]])
    )
    assert where.sum() == 4 + 1
    assert chroma[0, 0].tolist() == [1, 2]
    assert chroma[5, 7].tolist() == [3, 4]


def test_a_photos_own_palette_is_that_of_its_parts():
    lab = np.zeros((40, 40, 3), np.float32)
    lab[:20], lab[20:] = (40, 30, -10), (70, -5, 25)
    found = own_palette(lab, 2, seed=3)
    assert np.abs(found[np.argsort(found[:, 0])] - [(40, 30, -10), (70, -5, 25)]).max() < 4
    assert scaled(found).shape == (2, 3)


def test_hints_are_learned_from(tmp_path):
    rng = np.random.default_rng(0)
    photos = [
        np.kron(rng.integers(40, 215, (3, 3, 3)), np.ones((12, 12, 1))).astype(np.uint8) for _ in range(6)
    ]
    places = np.array([(n * 36 * 36 * 3, 36, 36) for n in range(6)])
    own = Album(np.concatenate([each.ravel() for each in photos]), places, np.full(6, -1), ())
    automatic = LetThereBeColor(replace(AUTOMATIC, width=0.125, size=32, whole=32, classes=1))
    pupil = HintedColorist(TINY, own, own, automatic)
    before = pupil.judge(pupil.net.eval())["psnr"]
    out = tmp_path / "hints.safetensors"
    Study(pupil, Plan(60, every=60, average=0.9, rate=4e-3)).run(out)
    assert pupil.judge(pupil.net.eval())["psnr"] > before + 1
    assert HintColorizer.load(out).recipe == TINY


def test_a_thing_that_is_painted_anew_has_one_color_and_the_rest_keeps_its_own():
    lab = np.zeros((60, 80, 3), np.float32)
    lab[..., 0] = np.where(np.arange(80) < 30, 20, 70)
    lab[..., 1:] = 5
    rng = np.random.default_rng(1)
    while (place := repaint(lab, rng)) is None:
        pass
    x, y = place
    own, other = (lab[:, :27], lab[:, 33:])[:: 1 if x < 30 else -1]
    assert np.abs(own[..., 1:] - lab[y, x, 1:]).max() < 1
    assert np.hypot(*lab[y, x, 1:]) > 9
    assert np.allclose(other[..., 1:], 5)
