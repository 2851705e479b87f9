"""Palettes that are hard on a search, and all 16.7 million colors to search for."""

import numpy as np


def noise(*shape, seed=0):
    return np.random.default_rng(seed).integers(0, 256, shape).astype(np.uint8)


def levels(*values):
    return (
        np.stack(np.meshgrid(values, values, values, indexing="ij"), axis=-1).reshape(-1, 3).astype(np.uint8)
    )


def cluster(count, middle=122, spread=9, seed=0):
    rng = np.random.default_rng(seed)
    return (middle + rng.integers(-spread, spread + 1, (count, 3))).clip(0, 255).astype(np.uint8)


def grays(count):
    return np.repeat(np.linspace(0, 255, count).astype(np.uint8)[:, None], 3, axis=1)


PALETTES = {
    "one": noise(1, 3),
    "two equal": np.array([[7, 8, 9], [7, 8, 9]], np.uint8),
    "corners": levels(0, 255),
    "grays": grays(64),
    "cluster": cluster(200),
    "dark": cluster(40, 3, 4),
    "grid": levels(0, 64, 128, 192, 255),
    "noise": noise(256, 3),
    "twice": np.concatenate([noise(20, 3), noise(20, 3)[::-1], grays(9)]),
}


def every_color():
    """Return all 8-bit colors as a picture, (65536, 256, 3), at [256 r + g, b]."""
    values = np.arange(256, dtype=np.uint8)
    pixels = np.empty((256, 256, 256, 3), np.uint8)
    pixels[..., 0], pixels[..., 1], pixels[..., 2] = values[:, None, None], values[:, None], values
    return pixels.reshape(65536, 256, 3)
