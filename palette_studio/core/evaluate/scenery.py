"""What the generated sequences show: places made of noise and blocks, and things that move through them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

LEAVES = ((38, 70, 30), (122, 148, 62), (66, 54, 34), (160, 176, 104))  # greens, bark and sky between


@dataclass(frozen=True)
class Mover:
    """A thing with a texture of its own that crosses the picture; half sides, pixels and frames."""

    half: tuple[float, float]
    roundness: float  # exponent of a superellipse: 2 is an ellipse, 8 nearly a box
    start: tuple[float, float]
    speed: tuple[float, float]
    born: int
    sway: tuple[float, float]  # pixels across, radians a frame
    texture: np.ndarray  # (32, 32, 3) float32

    def center(self, time: int) -> tuple[float, float]:
        """Return where its middle is, (x, y) in the world."""
        age = time - self.born
        across = self.sway[0] * np.sin(self.sway[1] * age)
        return self.start[0] + self.speed[0] * age, self.start[1] + self.speed[1] * age + across


def place(rng: np.random.Generator, size: tuple[int, int]) -> np.ndarray:
    """Return a still scene, (h, w, 3) float32 in 20..235: ground of soft noise, blocks, and fine grain.

    size: (w, h).
    """
    width, height = size
    ground = noise(rng, size, (5, 11, 23))[..., None] * rng.uniform(18, 34)
    scene = muted(rng, 80, 170) + ground * rng.uniform(0.6, 1.2, 3)
    for _ in range(14):
        w, h = rng.integers(width // 12, width // 3), rng.integers(height // 12, height // 3)
        x, y = rng.integers(0, width - w), rng.integers(0, height - h)
        color = np.clip(scene[y : y + h, x : x + w].mean((0, 1)) + muted(rng, -50, 50), 25, 225)
        scene[y : y + h, x : x + w] = color + 0.5 * ground[y : y + h, x : x + w]
    grain = noise(rng, size, (1.2, 2.5))[..., None] * rng.uniform(4, 9)
    return np.clip(scene + grain, 20, 235).astype(np.float32)


def muted(rng: np.random.Generator, low: float, high: float) -> np.ndarray:
    """Return a color, (3,), nearly gray as most things are, of a lightness in ``low..high``."""
    return rng.uniform(low, high) + rng.normal(0, 16, 3)


def foliage(rng: np.random.Generator, size: tuple[int, int]) -> np.ndarray:
    """Return leaves of high contrast, (h, w, 3) float32: where noise is high another color lies on top."""
    leaves = np.broadcast_to(np.array(LEAVES[0], np.float32), (size[1], size[0], 3)).copy()
    for color in LEAVES[1:]:
        shape = noise(rng, size, (2.2, 3.5))
        leaves[shape > 0.45] = color
    return leaves + noise(rng, size, (1.5,))[..., None] * 6


def noise(rng: np.random.Generator, size: tuple[int, int], scales: tuple[float, ...]) -> np.ndarray:
    """Return (h, w) float32 smooth noise, mean 0 and deviation 1; scales: sigmas in pixels, summed."""
    import cv2

    total = np.zeros((size[1], size[0]), np.float32)
    for sigma in scales:
        layer = cv2.GaussianBlur(rng.standard_normal(total.shape, np.float32), (0, 0), float(sigma))
        total += layer / layer.std()
    return (total - total.mean()) / total.std()


def movers(rng: np.random.Generator, size: tuple[int, int], length: int) -> tuple[Mover, ...]:
    """Return what crosses the picture during ``length`` frames: three or so at any time, from the first."""
    return tuple(_mover(rng, size, born) for born in range(-60, length, 26))


def _mover(rng: np.random.Generator, size: tuple[int, int], born: int) -> Mover:
    width, height = size
    half = (rng.uniform(0.035, 0.1) * width, rng.uniform(0.06, 0.15) * height)
    pace = rng.uniform(0.9, 2.6) * width / 160 * rng.choice([-1, 1])
    start = (-half[0] if pace > 0 else width + half[0], rng.uniform(0.15, 0.85) * height)
    texture = muted(rng, 25, 230) + noise(rng, (32, 32), (2, 5))[..., None] * rng.uniform(6, 26)
    return Mover(
        half=half,
        roundness=rng.uniform(2, 8),
        start=start,
        speed=(pace, rng.uniform(-0.3, 0.3) * height / 120),
        born=born + int(rng.integers(0, 20)),
        sway=(rng.uniform(0, 4) * height / 120, rng.uniform(0.05, 0.2)),
        texture=np.clip(texture, 5, 250).astype(np.float32),
    )
