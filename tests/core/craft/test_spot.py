"""What a place of a photo belongs to: what hangs together with it and looks alike."""

from __future__ import annotations

import numpy as np
import pytest

from palette_studio.core.craft.spot import region_at


def picture() -> np.ndarray:
    """A shaded blue square and an equal one apart from it, on sand, with grain."""
    random = np.random.default_rng(3)
    pixels = np.full((60, 90, 3), (200, 180, 140), np.int16)
    shade = np.linspace(0.75, 1.15, 20)[:, None, None]
    for left in (10, 60):
        pixels[20:40, left : left + 20] = (60, 90, 160) * shade
    pixels += random.normal(0, 2, pixels.shape).astype(np.int16)
    return np.clip(pixels, 0, 255).astype(np.uint8)


def test_a_thing_is_taken_whole_with_its_shading_and_its_twin_is_not():
    inside = region_at(picture(), 20, 30)
    assert inside[20:40, 10:30].mean() > 0.99
    assert inside.sum() < 1.05 * 400


def test_what_is_around_is_taken_around():
    inside = region_at(picture(), 2, 2)
    assert inside[:15].mean() > 0.99
    assert not inside[22:38, 12:28].any()


def test_every_place_has_a_region_and_none_lies_outside():
    pixels = picture()
    assert region_at(pixels[:1, :1], 0, 0).all()
    random = np.random.default_rng(0).integers(0, 256, (30, 30, 3), np.uint8)
    assert region_at(random, 29, 29)[29, 29]
    with pytest.raises(ValueError, match="outside"):
        region_at(pixels, 90, 0)
