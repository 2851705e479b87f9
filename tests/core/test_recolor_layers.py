"""Recoloring by layers: mixtures of swatches by color and place."""

import os
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from palette_studio.core.color import srgb_to_lab
from palette_studio.core.extract import extract
from palette_studio.core.palette import Palette, Swatch
from palette_studio.core.recolor import error, layers, membership, recolor, weights
from palette_studio.core.recolor.swatches import placed
from palette_studio.core.scene import Part, Scene, View
from palette_studio.core.tick import Canceled
from palette_studio.core.tiles import pyramid

SHARED = Path(os.environ.get("PALETTE_STUDIO_SHARED", Path(__file__).resolve().parents[2] / ".." / "shared"))
PHOTOS = sorted((SHARED / "data" / "photos" / "kodak").glob("*.webp"))[::7]
TARGET = (30, 200, 90)


def picture(height=120, width=160, channels=3, dtype=np.uint8):
    """Return a smooth picture of many colors, with a little noise."""
    y, x = np.mgrid[0:height, 0:width]
    waves = [np.sin(x / 23.0 + c) * np.cos(y / (17.0 + 3 * c)) for c in range(channels)]
    pixels = np.stack(waves, axis=2) * 90 + 128 + np.random.default_rng(0).normal(0, 3, (height, width, 1))
    pixels = np.clip(pixels / 255, 0, 1) * np.iinfo(dtype).max
    pixels = np.rint(pixels).astype(dtype)
    pixels.flags.writeable = False
    return pixels


PIXELS = picture()
SCENE = Scene(PIXELS)
FOUND = extract(PIXELS, "auto", method="hull")


def shares_of(pixels, found, scene, part=None):
    """Return (h, w, k) shares in the order of the artist."""
    colors, place = placed(found)
    shares = layers._shares(pixels, layers._srgb(colors), View.of(pixels, scene, part))
    return np.moveaxis(shares, 1, 2)[..., place] / 65535


def by_place(found=FOUND, scene=SCENE):
    return layers._mixer(layers._srgb(placed(found)[0]), scene).places is not None


def test_the_hull_palette_is_mixed_by_color_and_place():
    assert by_place()
    assert len(FOUND) >= 4


def test_shares_are_mixtures_that_give_the_picture_back():
    shares = shares_of(PIXELS, FOUND, SCENE)
    assert np.abs(shares.sum(axis=2) - 1).max() < 1e-4
    off = shares @ FOUND.colors.astype(float) - PIXELS
    assert np.sqrt((off * off).mean()) < 2
    assert error(FOUND, SCENE, "layers") == pytest.approx(np.sqrt((off * off).mean()), abs=1e-3)


def test_equal_colors_far_apart_may_be_other_mixtures():
    shares = shares_of(PIXELS, FOUND, SCENE).reshape(-1, len(FOUND))
    alone = weights(np.ascontiguousarray(PIXELS.reshape(-1, 3)), FOUND, "layers", SCENE)
    assert np.abs(shares - alone).max() > 0.1
    assert np.abs((shares - alone) @ FOUND.colors.astype(float)).max() < 0.1  # yet mixtures of one color


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
@pytest.mark.parametrize("channels", [3, 4])
def test_an_edit_changes_what_has_a_share_and_nothing_else(dtype, channels):
    pixels = picture(channels=channels, dtype=dtype)
    scene = Scene.of(pixels)
    found = extract(pixels, 6, method="hull")
    assert np.array_equal(recolor(pixels, found, found, method="layers", scene=scene), pixels)
    for i in range(len(found)):
        result = recolor(pixels, found, found.with_color(i, TARGET), method="layers", scene=scene)
        share = shares_of(pixels, found, scene)[..., i]
        assert np.array_equal(result[share == 0], pixels[share == 0])
        assert (share > 0).any()
        assert np.array_equal(result[..., 3:], pixels[..., 3:])


def test_the_result_is_the_picture_plus_the_ways_of_its_swatches():
    """So the residual, what swatches cannot mix, is kept."""
    edited = FOUND.with_color(1, TARGET).with_color(2, (90, 40, 160))
    way = shares_of(PIXELS, FOUND, SCENE) @ (edited.colors.astype(float) - FOUND.colors)
    result = recolor(PIXELS, FOUND, edited, method="layers", scene=SCENE)
    fits = ((PIXELS + way >= 0) & (PIXELS + way <= 255)).all(axis=2)
    assert fits.mean() > 0.8
    assert np.abs(result - (PIXELS + way))[fits].max() < 0.51


def test_pixels_of_a_swatch_land_where_it_goes():
    pixels = PIXELS.copy()
    corners = FOUND.colors
    for i, color in enumerate(corners):
        pixels[10 + 12 * i, 30:60] = color
    pixels.flags.writeable = False
    scene = Scene(pixels)
    assert by_place(scene=scene)
    for i in range(len(FOUND)):
        result = recolor(pixels, FOUND, FOUND.with_color(i, TARGET), method="layers", scene=scene)
        own = (pixels == corners[i]).all(axis=2)
        assert np.abs(result[own].astype(int) - TARGET).max() <= 1
        for j in set(range(len(FOUND))) - {i}:
            other = (pixels == corners[j]).all(axis=2)
            assert np.abs(result[other].astype(int) - corners[j]).max() <= 1


@pytest.mark.parametrize("table", [None, 17, 65])
def test_a_crop_recolored_in_its_scene_is_the_recolored_cropped(table):
    edited = FOUND.with_color(1, TARGET)
    whole = recolor(PIXELS, FOUND, edited, method="layers", scene=SCENE)
    for y, x, height, width in ((0, 0, 7, 9), (40, 61, 50, 70), (119, 0, 1, 160), (3, 159, 90, 1)):
        crop = PIXELS[y : y + height, x : x + width]
        part = Part(x, y, PIXELS.shape[1], PIXELS.shape[0])
        options = {"method": "layers", "table": table, "scene": SCENE, "part": part}
        result = recolor(crop, FOUND, edited, **options)
        assert np.array_equal(result, whole[y : y + height, x : x + width])


def test_a_large_picture_is_worked_out_in_blocks_that_do_not_show(monkeypatch):
    large = picture(300, 400)
    scene = Scene(pyramid(large)[1])
    edited = FOUND.with_color(1, TARGET)
    kept = recolor(large, FOUND, edited, method="layers", scene=scene)
    monkeypatch.setattr(layers, "MOST_KEPT", 1000)
    monkeypatch.setattr(layers, "BLOCK", 2000)
    assert np.array_equal(recolor(large, FOUND, edited, method="layers", scene=scene), kept)
    inner = FOUND.added(Swatch((128, 128, 128)))
    assert not by_place(inner, scene)
    by_color = recolor(large, inner, inner.with_color(1, TARGET), method="layers", scene=scene)
    monkeypatch.undo()
    again = recolor(large, inner, inner.with_color(1, TARGET), method="layers", scene=scene)
    assert np.array_equal(by_color, again)


def test_sixteen_bits_agree_with_eight():
    edited = FOUND.with_color(1, TARGET)
    wide = PIXELS.astype(np.uint16) * np.uint16(257)
    result = recolor(wide, FOUND, edited, method="layers", scene=SCENE) / 257
    eight = recolor(PIXELS, FOUND, edited, method="layers", scene=SCENE)
    assert np.abs(result - eight).max() <= 0.51


def test_shares_are_found_once_and_anew_when_pixels_differ(monkeypatch):
    scene, found = Scene(PIXELS), []
    mix = layers.Mixer.mix
    monkeypatch.setattr(layers.Mixer, "mix", lambda *args: (found.append(1), mix(*args)))
    recolor(PIXELS, FOUND, FOUND.with_color(1, TARGET), method="layers", scene=scene)
    first = len(found)
    assert first > 0
    recolor(PIXELS.copy(), FOUND, FOUND.with_color(2, TARGET), method="layers", scene=scene)
    membership(PIXELS, FOUND, 0, "layers", scene)
    assert len(found) == first
    other = PIXELS.copy()
    other[0, 0] ^= 1
    recolor(other, FOUND, FOUND.with_color(2, TARGET), method="layers", scene=scene)
    assert len(found) > first


def test_what_is_kept_stays_within_its_limit(monkeypatch):
    monkeypatch.setattr(layers, "ALL_KEPT", 2 * PIXELS[..., 0].size * 2 * len(FOUND))
    scene = Scene(PIXELS)
    for x in range(5):
        part = Part(x, 0, 1000, 1000)
        recolor(PIXELS, FOUND, FOUND.with_color(1, TARGET), method="layers", scene=scene, part=part)
    kept = scene.known(("layers", "kept"), layers.Kept)
    assert len(kept.latest) == 2


def test_membership_is_the_share():
    for i in range(len(FOUND)):
        region = membership(PIXELS, FOUND, i, "layers", SCENE)
        assert np.abs(region - shares_of(PIXELS, FOUND, SCENE)[..., i] * 255).max() <= 0.51
    twice = FOUND.added(Swatch(FOUND[1].color))
    half = membership(PIXELS, twice, 1, "layers", SCENE).astype(float)
    assert np.abs(half * 2 - membership(PIXELS, FOUND, 1, "layers", SCENE)).max() <= 1


@pytest.mark.parametrize(
    "colors",
    [
        [(90, 90, 90)],
        [(0, 0, 0), (255, 255, 255)],
        [(0, 0, 0), (128, 128, 128), (255, 255, 255)],
        [(0, 0, 0), (255, 0, 0), (0, 255, 0)],
        [(0, 0, 0), (200, 0, 0), (0, 200, 0), (200, 200, 0)],
        [(i * 8, (i * 37) % 256, (i * 91) % 256) for i in range(32)],
    ],
    ids=["one", "two", "line", "triangle", "plane", "thirty-two"],
)
@pytest.mark.parametrize("name", ["picture", "gray", "flat", "one pixel", "clear"])
def test_any_palette_recolors_any_picture(colors, name):
    clear = np.zeros((20, 30, 4), np.uint8)
    gray = np.repeat(PIXELS[..., :1], 3, axis=2)
    flat = np.full((30, 40, 3), 90, np.uint8)
    pixels = {"picture": PIXELS, "gray": gray, "flat": flat, "one pixel": flat[:1, :1], "clear": clear}[name]
    scene, found = Scene(pixels), Palette.from_colors(colors)
    result = recolor(pixels, found, found.with_color(0, TARGET), method="layers", scene=scene)
    assert result.shape == pixels.shape
    assert np.isfinite(error(found, scene, "layers"))
    own = np.array([[colors[0]]], np.uint8)
    moved = recolor(
        own, found, found.with_color(0, TARGET), method="layers", scene=scene, part=Part(0, 0, 1, 1)
    )
    if not by_place(found, scene):
        assert np.abs(moved[0, 0].astype(int) - TARGET).max() <= 1


def test_a_gray_picture_is_toned_by_its_ends():
    gray = np.repeat(np.arange(256, dtype=np.uint8)[None, :, None], 3, axis=2)
    found = extract(gray, 2, method="hull")
    result = recolor(gray, found, found.with_color(0, (60, 20, 0)), method="layers").astype(float)
    share = 1 - np.arange(256)[:, None] / 255
    assert np.abs(result[0] - (gray[0] + share * np.array([60, 20, 0]))).max() < 0.6


def test_a_color_that_leaves_the_gamut_keeps_its_luma_or_ends():
    from palette_studio.core.kernels.layers import fitted

    random = np.random.default_rng(0)
    luma = np.array([0.299, 0.587, 0.114])
    for color in random.uniform(-80, 335, (300, 3)).astype(np.float32):
        fit = np.array(fitted(*color, np.float32(255)))
        assert fit.min() >= 0
        assert fit.max() <= 255
        assert fit @ luma == pytest.approx(np.clip(color @ luma, 0, 255), abs=1e-2)


def test_a_tick_that_cancels_leaves_nothing_half_known():
    scene = Scene(PIXELS)

    def tick(fraction, partial=None):
        if fraction > 0:
            raise Canceled

    edited = FOUND.with_color(1, TARGET)
    with pytest.raises(Canceled):
        recolor(PIXELS, FOUND, edited, method="layers", scene=scene, tick=tick)
    result = recolor(PIXELS, FOUND, edited, method="layers", scene=scene)
    assert np.array_equal(result, recolor(PIXELS, FOUND, edited, method="layers", scene=SCENE))


@pytest.mark.skipif(not PHOTOS, reason="the Kodak photos of ../shared/data are not here")
@pytest.mark.parametrize("path", PHOTOS, ids=lambda path: path.stem)
def test_swatches_mix_a_photo_to_two_levels(path):
    with Image.open(path) as image:
        pixels = np.asarray(image.convert("RGB"))
    scene = Scene.of(pixels)
    found = extract(scene.pixels, "auto", method="hull")
    assert by_place(found, scene)
    assert error(found, scene, "layers") < 2
    before = srgb_to_lab(pixels[::9, ::9] / 255)
    lightest = int(srgb_to_lab(found.colors / 255)[:, 0].argmax())
    result = recolor(pixels, found, found.with_color(lightest, (255, 200, 120)), method="layers", scene=scene)
    after = srgb_to_lab(result[::9, ::9] / 255)
    assert np.linalg.norm(after - before, axis=2).mean() > 2
