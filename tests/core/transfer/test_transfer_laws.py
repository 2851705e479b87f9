"""What every way of transferring colors owes: identity, strength, alpha, depth, odd pictures, errors."""

from __future__ import annotations

import numpy as np
import pytest

from palette_studio.core.color import srgb_to_lab
from palette_studio.core.transfer import METHODS, transfer

every_method = pytest.mark.parametrize("method", METHODS)


def picture(seed: int, shape: tuple[int, int] = (40, 56), channels: int = 3) -> np.ndarray:
    """Return blobs of a few colors with some grain, uint8."""
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[: shape[0], : shape[1]]
    colors = rng.uniform(40, 215, (3, 3))
    waves = np.stack([np.sin(x / 9 + seed) ** 2, np.cos(y / 7) ** 2, np.sin((x + y) / 11) ** 2], -1)
    shares = waves / np.maximum(waves.sum(-1, keepdims=True), 1e-6)
    pixels = shares @ colors + rng.normal(0, 4, (*shape, 3))
    pixels = np.clip(np.rint(pixels), 0, 255).astype(np.uint8)
    if channels == 4:
        pixels = np.dstack([pixels, rng.integers(1, 256, shape, np.uint8)])
    return pixels


def far(a: np.ndarray, b: np.ndarray) -> int:
    return int(np.abs(a.astype(int) - b.astype(int)).max())


@every_method
def test_a_photo_with_its_own_colors_stays_as_it_is(method):
    pixels = picture(1)
    assert far(transfer(pixels, pixels, method=method), pixels) <= 1


@every_method
def test_strength_0_gives_the_same_bytes_and_more_of_it_goes_further(method):
    pixels, reference = picture(1), picture(2)
    assert np.array_equal(transfer(pixels, reference, method=method, strength=0), pixels)
    half, whole = (transfer(pixels, reference, method=method, strength=s) for s in (0.5, 1.0))
    lab, middle, end = (srgb_to_lab(each / 255) for each in (pixels, half, whole))
    assert np.abs((lab + end) / 2 - middle).mean() < 1


@every_method
def test_it_is_the_same_every_time_and_leaves_its_arguments_alone(method):
    pixels, reference = picture(1), picture(2)
    before = pixels.copy(), reference.copy()
    first = transfer(pixels, reference, method=method)
    assert np.array_equal(first, transfer(pixels, reference, method=method))
    assert np.array_equal(pixels, before[0]) and np.array_equal(reference, before[1])
    assert not first.flags.writeable


@every_method
def test_16_bits_agree_with_8_and_are_finer(method):
    pixels, reference = picture(1), picture(2)
    narrow = transfer(pixels, reference, method=method)
    wide = transfer(pixels.astype(np.uint16) * 257, reference.astype(np.uint16) * 257, method=method)
    assert wide.dtype == np.uint16
    off = np.abs(np.rint(wide / 257) - narrow)
    assert off.max() <= 2 and off.mean() < 0.2


@pytest.mark.parametrize(
    "method", ["full-color-even", "full-color", "full-color-fast", "reinhard", "transport-linear"]
)
def test_a_16_bit_ramp_stays_a_ramp_without_steps(method):
    ramp = np.linspace(20000, 40000, 4000).astype(np.uint16)
    pixels = np.broadcast_to(ramp[None, :, None], (8, 4000, 3)).copy()
    reference = np.broadcast_to(np.linspace(0, 65535, 300).astype(np.uint16)[None, :, None], (8, 300, 3))
    row = transfer(pixels, reference, method=method)[4, :, 1].astype(int)
    assert len(np.unique(row)) > 1500
    assert np.abs(np.diff(row)).max() < 257


@every_method
def test_alpha_is_copied_and_what_is_clear_neither_counts_nor_changes(method):
    pixels, reference = picture(1, channels=4), picture(2, channels=4)
    pixels[:9, :, 3] = 0
    reference[:, :9, 3] = 0
    result = transfer(pixels, reference, method=method)
    assert np.array_equal(result[..., 3], pixels[..., 3])
    assert np.array_equal(result[:9], pixels[:9])
    other_pixels, other_reference = pixels.copy(), reference.copy()
    other_reference[:, :9, :3] = 255 - other_reference[:, :9, :3]
    assert np.array_equal(transfer(pixels, other_reference, method=method), result)
    if method != "idt-regrain":  # it looks at neighbors' gradients
        other_pixels[:9, :, :3] = 7
        assert far(transfer(other_pixels, reference, method=method)[9:], result[9:]) <= 1


@every_method
@pytest.mark.parametrize(
    "shapes", [((1, 1), (1, 1)), ((1, 1), (30, 20)), ((2, 3), (1, 5)), ((30, 20), (1, 1))]
)
def test_tiny_pictures_and_different_sizes_have_a_result(method, shapes):
    pixels, reference = picture(1, shapes[0]), picture(2, shapes[1])
    result = transfer(pixels, reference, method=method)
    assert result.shape == pixels.shape and result.dtype == pixels.dtype


@every_method
def test_one_color_becomes_the_reference_s_mean_or_stays_one_color(method):
    pixels = np.full((20, 20, 3), (200, 40, 40), np.uint8)
    result = transfer(pixels, picture(2), method=method)
    assert far(result, result[:1, :1]) <= 1


@pytest.mark.parametrize(
    "method", ["full-color-even", "full-color", "full-color-fast", "reinhard", "transport-linear", "idt"]
)
def test_a_gray_reference_makes_gray(method):
    gray = np.repeat(picture(2)[..., :1], 3, axis=2)
    found = srgb_to_lab(transfer(picture(1), gray, method=method) / 255)
    assert np.hypot(found[..., 1], found[..., 2]).mean() < 4


@pytest.mark.parametrize(
    "method", ["full-color-even", "full-color", "full-color-fast", "reinhard", "reinhard-lalphabeta"]
)
def test_a_gray_photo_gets_a_tint_and_no_rainbow(method):
    gray = np.repeat(picture(1)[..., :1], 3, axis=2)
    found = srgb_to_lab(transfer(gray, picture(2), method=method) / 255)
    rough = np.abs(np.diff(found[..., 1:], axis=1)).mean()
    assert np.isfinite(found).all() and rough < 3


@every_method
def test_lightness_can_be_kept_and_chroma_scaled(method):
    pixels, reference = picture(1), picture(2)
    own = srgb_to_lab(pixels / 255)
    kept = srgb_to_lab(
        transfer(pixels, reference, method=method, preserve_lightness=True, intensity=0.6) / 255
    )
    assert np.abs(kept[..., 0] - own[..., 0]).mean() < 1
    gray = srgb_to_lab(transfer(pixels, reference, method=method, intensity=0) / 255)
    assert np.abs(gray[..., 1:]).max() < 1
    flat = srgb_to_lab(transfer(pixels, reference, method=method, luminance=0, intensity=0) / 255)
    assert np.ptp(flat[..., 0]) < 1


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"method": "magic"}, "'magic' is no transfer method"),
        ({"method": "hue-net"}, "hue-net is not available here"),
        ({"strength": 1.2}, "strength is 1.2; give a number from 0 to 1"),
        ({"strength": float("nan")}, "strength is nan"),
        ({"luminance": -1}, "luminance is -1; give a number from 0 to 2"),
        ({"intensity": 3}, "intensity is 3"),
        ({"forced": [(0, 0)]}, "pairs of swatches are for palette-transport"),
        ({"forced": [(9, 0)], "method": "palette-transport"}, "swatch 9 of the photo"),
    ],
)
def test_a_wrong_value_is_named(wrong, words, monkeypatch):
    monkeypatch.delitem(METHODS, "hue-net", raising=False)  # another test may have added it
    with pytest.raises(ValueError, match=words):
        transfer(picture(1), picture(2), **wrong)


def test_a_reference_that_shows_nothing_is_refused_and_a_clear_photo_stays():
    clear = np.zeros((4, 4, 4), np.uint8)
    with pytest.raises(ValueError, match="The reference shows nothing"):
        transfer(picture(1), clear)
    assert np.array_equal(transfer(clear, picture(1)), clear)
