"""From scenes to samples: what the pixels that are learned from are known by, and their colors."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np

from palette_studio.core.tick import Tick, no_tick
from palette_studio.nets.deep_colorization import features as f
from palette_studio.nets.deep_colorization.ensemble import Samples
from palette_studio.nets.deep_colorization.recipe import Recipe
from palette_studio.nets.deep_colorization.scenes import Scenes

Seen = Callable[[int, np.ndarray], np.ndarray]  # row of a scene, its L (h, w) -> shares (h, w, n)


def sampled(scenes: Scenes, seen: Seen, recipe: Recipe, seed: int = 0, tick: Tick = no_tick) -> Samples:
    """Return random pixels of every scene. seen: what is seen where, not yet smoothed."""
    rng = np.random.default_rng(seed)
    rows = []
    for row, pixels in enumerate(scenes.pixels):
        tick(row / len(scenes))
        floats = pixels.astype(np.float32) / 255
        light = cv2.cvtColor(floats, cv2.COLOR_RGB2LAB)[..., 0]
        yuv = cv2.cvtColor(floats, cv2.COLOR_RGB2YUV).reshape(-1, 3)
        shares = f.smoothed(seen(row, light), light) if recipe.semantic else None
        known = f.features(light, shares, with_daisy=recipe.daisy)
        places = rng.integers(0, light.size, recipe.samples)
        rows.append(
            (
                known.reshape(light.size, -1)[places].astype(np.float16),
                yuv[places, 0],
                yuv[places, 1:] - 0.5,
                f.look(light),
                np.zeros(recipe.classes, np.float32) if shares is None else f.semantic_histogram(shares),
            )
        )
    return Samples(*(np.stack(column) for column in zip(*rows, strict=True)))
