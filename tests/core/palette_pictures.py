"""Pictures that palettes are tried on, and the plain ways to judge them."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("PALETTE_STUDIO_SHARED", ROOT.parent / "shared"))
KODAK = SHARED / "data" / "photos" / "kodak"
SAMPLES = ROOT / "resources" / "samples"


def photo(path: Path, side: int | None = None) -> np.ndarray:
    """Return (h, w, 3) uint8, at most ``side`` a side, each pixel one of the photo's."""
    with Image.open(path) as image:
        pixels = np.asarray(image.convert("RGB"))
    step = 1 if side is None else -(-max(pixels.shape[:2]) // side)
    return pixels[::step, ::step].copy()


def with_alpha(pixels: np.ndarray, alpha: np.ndarray) -> np.ndarray:
    return np.concatenate([pixels, alpha.astype(np.uint8)[..., None]], axis=2)


def meadow(share: float = 0.005) -> np.ndarray:
    """Return a noisy green and brown picture with a red flower on so much of it."""
    random = np.random.default_rng(0)
    rows, columns = np.mgrid[0:200, 0:300]
    base = np.stack([60 + columns * 0.3, 90 + rows * 0.5, 40 + columns * 0.1], axis=2)
    base[:60] = (150, 190, 235)
    pixels = np.clip(base + random.normal(0, 12, base.shape), 0, 255)
    radius = (share * 200 * 300 / np.pi) ** 0.5
    flower = (rows - 140) ** 2 + (columns - 80) ** 2 < radius**2
    pixels[flower] = np.clip(np.array([205, 25, 35]) + random.normal(0, 8, (flower.sum(), 3)), 0, 255)
    return np.rint(pixels).astype(np.uint8)


def psnr(pixels: np.ndarray, mapped: np.ndarray) -> float:
    return float(10 * np.log10(255**2 / np.mean((pixels.astype(float) - mapped) ** 2)))
