"""Deep Colorization: what a pixel is known by, how scenes are grouped, and what is learned of them."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from palette_studio.nets import runtime
from palette_studio.nets.deep_colorization import features as f
from palette_studio.nets.deep_colorization.ensemble import Ensemble, learned
from palette_studio.nets.deep_colorization.model import PixelNet
from palette_studio.nets.deep_colorization.parser import Parser, shares
from palette_studio.nets.deep_colorization.parser_training import SceneReader, lights
from palette_studio.nets.deep_colorization.recipe import Recipe
from palette_studio.nets.deep_colorization.run import DeepColorizer, chroma_of_uv
from palette_studio.nets.deep_colorization.scenes import Scenes
from palette_studio.nets.deep_colorization.train import sampled

TINY = Recipe(clusters=(2,), fewest=3, samples=80, steps=150, batch=256, classes=3, hidden=16)


def scenes(count=12, size=48, seed=0, colors=None):
    """Skies over meadows, or over sand; or two classes of two colors."""
    rng = np.random.default_rng(seed)
    pixels, masks = [], []
    for n in range(count):
        horizon = int(rng.integers(size // 3, 2 * size // 3))
        mask = np.where(np.arange(size)[:, None] < horizon, 1, 2).repeat(size, 1)
        ground = (70, 120, 50) if n % 2 else (150, 95, 60)
        above, below = colors or ((120, 150, 230), ground)
        picture = np.where(mask[..., None] == 1, above, below)
        pixels.append((picture + rng.normal(0, 6, (size, size, 1))).clip(0, 255).astype(np.uint8))
        masks.append(mask.astype(np.uint8))
    return Scenes(np.stack(pixels), np.stack(masks), np.ones(count, bool))


def one_hot(of):
    return lambda row, light: np.eye(3, dtype=np.float32)[of.masks[row]]


def test_a_pixel_is_known_by_49_values_around_it_32_of_daisy_and_its_classes():
    light = np.random.default_rng(0).uniform(0, 100, (20, 31)).astype(np.float32)
    assert f.patches(light).shape == (20, 31, 49)
    assert f.daisy(light).shape == (20, 31, 32)
    known = f.features(light, np.zeros((20, 31, 26), np.float32))
    assert known.shape == (20, 31, 107)
    assert Recipe().features == 107
    assert (
        f.features(light, None, with_daisy=False).shape[-1]
        == replace(Recipe(), daisy=False, semantic=False).features
    )


def test_a_patch_holds_the_pixel_in_its_middle_and_its_neighbors_in_order():
    light = np.arange(100, dtype=np.float32).reshape(10, 10)
    patch = f.patches(light)[5, 5].reshape(7, 7)
    assert np.allclose(patch, light[2:9, 2:9] / 100)


def test_smoothing_keeps_shares_and_respects_edges_of_lightness():
    light = np.full((40, 40), 20, np.float32)
    light[:, 20:] = 80
    rough = np.zeros((40, 40, 2), np.float32)
    rough[..., 0] = np.random.default_rng(0).random((40, 40)) * 0.2 + 0.8 * (light < 50)
    rough[..., 1] = 1 - rough[..., 0]
    kept = f.smoothed(rough, light)
    assert np.allclose(kept.sum(-1), 1, atol=1e-4)
    assert kept[:, :18, 0].std() < 0.5 * rough[:, :18, 0].std()
    assert kept[:, :18, 0].mean() > 0.8
    assert kept[:, 22:, 0].mean() < 0.2


def test_uv_is_put_on_lightness_and_back():
    light = np.full((4, 4), 60, np.float32)
    assert np.abs(chroma_of_uv(light, np.zeros((4, 4, 2), np.float32))).max() < 0.5
    warm = chroma_of_uv(light, np.full((4, 4, 2), (-0.1, 0.1), np.float32))
    assert warm[0, 0, 0] > 5
    assert warm[0, 0, 1] > 10


def test_groups_that_a_network_of_their_own_colors_better_have_one():
    samples = sampled(scenes(24), one_hot(scenes(24)), replace(TINY, semantic=False, daisy=False))
    looks = np.repeat(np.arange(24)[:, None] % 2, 2, 1).astype(np.float32)  # meadows, and sand
    told, recipe = [], replace(TINY, semantic=False, daisy=False, enough_db=60.0, steps=400)
    found = learned(replace(samples, looks=looks), recipe, say=told.append)
    assert len(told) == 3
    assert len(found.nets) == 3
    assert len({*found.group[::2]}) == len({*found.group[1::2]}) == 1
    assert set(found.group) == {1, 2}


def test_groups_that_gain_nothing_stay_with_the_network_of_all():
    recipe = replace(TINY, semantic=False, daisy=False, enough_db=99.0, steps=400)
    samples = sampled(scenes(24), one_hot(scenes(24)), recipe)
    colors = np.random.default_rng(0).normal(0, 0.1, samples.uv.shape).astype(np.float32)
    found = learned(replace(samples, uv=colors), recipe)
    assert len(found.nets) == 1
    assert not found.group.any()


def test_photos_that_are_well_colored_leave_before_any_group_is_made():
    samples = sampled(scenes(), one_hot(scenes()), TINY)
    assert len(learned(samples, replace(TINY, enough_db=5.0)).nets) == 1


def test_the_group_is_the_one_whose_photos_show_the_same_things():
    nets = [PixelNet(TINY) for _ in range(3)]
    looks = np.array([[0.0, 0], [0.1, 0], [1, 0], [1.1, 0]], np.float32)
    histograms = np.array([[0, 1, 0], [0, 1, 0], [0, 0, 1], [0, 0, 1]], np.float32)
    ensemble = Ensemble(nets, np.array([1, 1, 2, 2]), looks, histograms)
    look = np.array([0.3, 0], np.float32)
    assert ensemble.chosen(look, None) is nets[1]
    assert ensemble.chosen(look, np.array([0, 0, 1], np.float32)) is nets[2]


def test_what_is_seen_tells_like_lightness_apart():
    some = scenes(16, colors=((200, 120, 110), (95, 155, 90)))
    blind = replace(TINY, semantic=False, clusters=(), steps=400)
    seeing = replace(blind, semantic=True)
    errors = []
    for recipe in (blind, seeing):
        net = learned(sampled(some, one_hot(some), recipe), recipe)
        errors.append(_error(DeepColorizer(replace(recipe, search=False, refine=False), net, None), some))
    assert errors[1] < 0.9 * errors[0]


def _error(colorizer, some):
    import cv2

    found = []
    for row, pixels in enumerate(some.pixels):
        lab = cv2.cvtColor(pixels.astype(np.float32) / 255, cv2.COLOR_RGB2LAB)
        light = np.ascontiguousarray(lab[..., 0])
        seen = f.smoothed(one_hot(some)(row, light), light) if colorizer.recipe.semantic else None
        found.append(np.square(colorizer.chroma_of(light, seen) - lab[..., 1:]).mean())
    return float(np.sqrt(np.mean(found)))


def test_it_is_loaded_as_it_was_saved(tmp_path):
    some = scenes()
    made = DeepColorizer(
        TINY, learned(sampled(some, one_hot(some), TINY), replace(TINY, enough_db=60.0)), Parser(3)
    )
    made.save(tmp_path / "deep.safetensors")
    light = lights(some.pixels[:1])[0]
    again = DeepColorizer.load(tmp_path / "deep.safetensors")
    assert again.recipe == TINY
    assert np.abs(again.chroma(light) - made.chroma(light)).max() < 2  # half floats
    assert again.chroma(light[:33, :47]).shape == (33, 47, 2)


def test_weights_of_something_else_are_refused(tmp_path):
    from safetensors.torch import save_file

    save_file({"a": torch.zeros(1)}, tmp_path / "odd.safetensors")
    with pytest.raises(runtime.WeightsError, match="no deep-colorization"):
        DeepColorizer.load(tmp_path / "odd.safetensors")


def test_the_parser_learns_what_is_where(tmp_path):
    from palette_studio.nets.study import Plan, Study

    some = scenes(16, size=112)
    pupil = SceneReader(some, some, 3)
    Study(pupil, Plan(25, every=25, average=0.5, rate=3e-3)).run(tmp_path / "parser.safetensors")
    pupil.net.train()
    for step in range(20):  # norms learn how large features are now
        pupil.learn(pupil.net, step)
    assert pupil.judge(pupil.net.eval())["right"] > 0.8
    seen = shares(pupil.net, lights(some.pixels[:2]))
    assert seen.shape == (2, 112, 112, 3)
    assert np.allclose(seen.sum(-1), 1, atol=1e-4)
    assert seen[..., 0].max() < 1e-3


def test_photos_of_many_sizes_leave_nothing_behind():
    for width in (20, 30, 40):
        f.daisy(np.full((20, width), 50, np.float32))
    assert f._everywhere.cache_info().currsize == 1
