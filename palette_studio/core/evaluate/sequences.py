"""Sequences of frames with a truth that is exact, because we paint them: what background models are tried on.

Nothing here is a photograph. The kinds are those that the literature tests on: a still camera, moving
leaves, slow and sudden changes of light, shadows, a shaking camera (Toyama et al. 1999, Wallflower; CDnet).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from palette_studio.core.evaluate import scenery

FOREGROUND, SHADOW, UNKNOWN, BACKGROUND = 255, 50, 170, 0  # labels as in CDnet's ground truth
KINDS = ("static", "waving", "drift", "switch", "shadow", "jitter")
SENSOR = 3.0  # deviation of the sensor's noise, gray levels
SHAKE = 2.0  # pixels that a shaking camera is off at most
GUSTS = 2.5  # pixels that leaves are off at most
DIM = (0.58, 0.6, 0.66)  # what is left of the light after a switch, red to blue
MARGIN = 8  # of the world around the picture


class Labeled(NamedTuple):
    """A frame, (h, w, 3) uint8, and its truth, (h, w) uint8: FOREGROUND, SHADOW or BACKGROUND."""

    pixels: np.ndarray
    truth: np.ndarray


@dataclass(frozen=True)
class Sequence:
    """A generated sequence: iterating gives ``length`` Labeled frames, the same ones every time.

    kind: one of KINDS. size: (w, h), at least 32. Frames are painted as they are asked for; none is kept.
    Raises ValueError for another kind or size.
    """

    kind: str
    seed: int = 0
    size: tuple[int, int] = (160, 120)
    length: int = 240

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"{self.kind!r} is no kind of sequence; there are {', '.join(KINDS)}")
        if min(self.size) < 32 or self.length < 1:
            raise ValueError(f"a sequence has 32 × 32 pixels and 1 frame at least, not {self.size}")

    def __iter__(self) -> Iterator[Labeled]:
        rng = np.random.default_rng([KINDS.index(self.kind), self.seed])
        world = (self.size[0] + 2 * MARGIN, self.size[1] + 2 * MARGIN)
        scene = scenery.place(rng, world)
        trees = _trees(rng, world, scene) if self.kind == "waving" else None
        things = scenery.movers(rng, self.size, self.length)
        shake = np.zeros(2)
        for time in range(self.length):
            if self.kind == "jitter":  # a pull back to the middle, and a push
                shake = np.clip(0.6 * shake + rng.normal(0, 0.8, 2), -SHAKE, SHAKE)
            off = _gusts(trees, time) if trees is not None else None
            picture = _looked_at(scene, self.size, shake, off)
            yield self._lit(rng, *self._painted(picture, things, time, shake), time)

    def _painted(
        self, picture: np.ndarray, things: tuple[scenery.Mover, ...], time: int, shake: np.ndarray
    ) -> Labeled:
        """Return the picture, still as floats, with all things and their shadows in it."""
        truth = np.zeros(picture.shape[:2], np.uint8)
        if self.kind == "shadow":
            light = np.ones(truth.shape, np.float32)
            for thing in things:
                np.minimum(light, _shade(thing, time, truth.shape), out=light)
            picture *= light[..., None]
            truth[light < 0.97] = SHADOW
        for thing in things:
            _draw(thing, time, shake, picture, truth)
        return Labeled(picture, truth)

    def _lit(self, rng: np.random.Generator, picture: np.ndarray, truth: np.ndarray, time: int) -> Labeled:
        """Return the frame as a sensor sees it: under the light of the moment, with noise, rounded."""
        share = time / self.length
        if self.kind == "drift":
            picture *= 0.9 - 0.3 * np.cos(2 * np.pi * 1.25 * share + 0.9) * np.array(
                [1, 0.95, 0.85], np.float32
            )
        elif self.kind == "switch" and 0.55 <= share < 0.8:
            picture *= np.array(DIM, np.float32) * _falloff(truth.shape)
        picture += rng.standard_normal(picture.shape, np.float32) * SENSOR
        return Labeled(np.clip(np.rint(picture), 0, 255).astype(np.uint8), truth)


def _looked_at(
    scene: np.ndarray, size: tuple[int, int], shake: np.ndarray, off: np.ndarray | None
) -> np.ndarray:
    """Return the part of the world that the camera sees, off by ``shake`` and by (h, w, 2) ``off`` pixels."""
    import cv2

    width, height = size
    if off is None and not shake.any():
        return scene[MARGIN : MARGIN + height, MARGIN : MARGIN + width].copy()
    x, y = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    x, y = x + np.float32(MARGIN + shake[0]), y + np.float32(MARGIN + shake[1])
    if off is not None:
        x, y = x + off[:height, :width, 0], y + off[:height, :width, 1]
    return cv2.remap(scene, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)


def _trees(rng: np.random.Generator, world: tuple[int, int], scene: np.ndarray) -> np.ndarray:
    """Plant trees over 40 % of the scene; return (h, w, 3): where wind moves them, and its phases."""
    where = scenery.noise(rng, world, (16.0,))
    crowns = where > np.quantile(where, 0.6)
    scene[crowns] = scenery.foliage(rng, world)[crowns]
    phases = [scenery.noise(rng, world, (9.0,)) * 1.5 for _ in range(2)]
    return np.stack([crowns.astype(np.float32), *phases], -1)[MARGIN:, MARGIN:]


def _gusts(trees: np.ndarray, time: int) -> np.ndarray:
    """Return (h, w, 2) pixels: leaves swing at two rates at once, neighbors nearly alike."""
    strength = GUSTS * (0.6 + 0.4 * np.sin(time / 17))
    x = np.sin(0.9 * time + trees[..., 1]) + np.sin(0.37 * time + 2 * trees[..., 2])
    y = np.sin(0.7 * time + trees[..., 2])
    return (np.stack([x, y], -1) * trees[..., :1] * strength / 2).astype(np.float32)


def _draw(thing: scenery.Mover, time: int, shake: np.ndarray, picture: np.ndarray, truth: np.ndarray) -> None:
    """Paint a thing where pixel centers lie inside of it."""
    u, v, rows, columns = _within(thing, time, shake, truth.shape)
    if u.size == 0:
        return
    inside = np.abs(u) ** thing.roundness + np.abs(v) ** thing.roundness <= 1
    n = thing.texture.shape[0] - 1
    across, down = np.clip((u + 1) / 2 * n, 0, n).astype(int), np.clip((v + 1) / 2 * n, 0, n).astype(int)
    picture[rows, columns][inside] = thing.texture[down, across][inside]
    truth[rows, columns][inside] = FOREGROUND


def _within(
    thing: scenery.Mover, time: int, shake: np.ndarray, shape: tuple[int, ...]
) -> tuple[np.ndarray, np.ndarray, slice, slice]:
    """Return coordinates that are -1..1 in a thing, of the pixels near to it, and which those are."""
    (x, y), (a, b) = thing.center(time), thing.half
    x, y = x - shake[0], y - shake[1]
    rows = slice(*np.clip([int(y - b), int(y + b) + 2], 0, shape[0]))
    columns = slice(*np.clip([int(x - a), int(x + a) + 2], 0, shape[1]))
    v, u = np.mgrid[rows, columns].astype(np.float64)
    return (u - x) / a, (v - y) / b, rows, columns


def _shade(thing: scenery.Mover, time: int, shape: tuple[int, ...]) -> np.ndarray:
    """Return (h, w) float32: the light that a thing's soft shadow, beside and below it, leaves."""
    (x, y), (a, b) = thing.center(time), thing.half
    v, u = np.ogrid[: shape[0], : shape[1]]
    far = np.sqrt(((u - x - 0.8 * a) / (1.2 * a)) ** 2 + ((v - y - 0.9 * b) / (0.5 * b)) ** 2)
    depth = 0.35 + 0.15 * np.sin(thing.born)  # some shadows are darker
    return (1 - depth * np.clip((1.25 - far) / 0.5, 0, 1)).astype(np.float32)


def _falloff(shape: tuple[int, ...]) -> np.ndarray:
    """Return (h, w, 1) float32: the light that is left comes from one side, 8 % stronger there."""
    return np.linspace(1.08, 0.92, shape[1], dtype=np.float32)[None, :, None]
