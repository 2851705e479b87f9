"""Large noisy photos made from a small one that may ship, the same every time."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "samples" / "astronaut.jpg"
NOISE = 3.0  # standard deviation in 8-bit steps, about that of a camera at ISO 800


def big_photo(megapixels: float = 12, seed: int = 0) -> np.ndarray:
    """Return a 4:3 picture of about ``megapixels``, (h, w, 3) uint8, read-only: enlarged, with noise."""
    width = round((megapixels * 1e6 * 4 / 3) ** 0.5)
    with Image.open(SAMPLE) as sample:
        large = sample.convert("RGB").resize((width, width * 3 // 4), Image.Resampling.BICUBIC)
    pixels = np.asarray(large, np.float32)
    noise = np.random.default_rng(seed).standard_normal(pixels.shape, np.float32)
    result = np.clip(np.rint(pixels + NOISE * noise), 0, 255).astype(np.uint8)
    result.flags.writeable = False
    return result


def distinct_colors(pixels: np.ndarray) -> int:
    """Return how many colors occur."""
    packed = pixels[..., :3].astype(np.uint32) @ np.array([65536, 256, 1], np.uint32)
    return int(np.count_nonzero(np.bincount(packed.reshape(-1), minlength=1 << 24)))
