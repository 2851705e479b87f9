"""The tables of ``evaluate colorize``."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import asdict
from pathlib import Path

import numpy as np

from palette_studio.core.colorize.paint import lightness, paint
from palette_studio.core.evaluate import colorization as c
from palette_studio.core.evaluate.colorization_hints import PEERS
from palette_studio.core.tick import Tick, no_tick

Hinted = Callable[[c.Truth, np.ndarray, np.ndarray], np.ndarray]
EDGE = 25.0  # L of CIELab between pixels three apart: a strong edge
NEAR = 2  # pixels either side of it
LARGE = 12_000_000  # pixels of an export
SHOWN_PX = 256  # the longer side of a picture of a strip


def by_kind(
    truths: list[c.Truth], made: c.Made, tick: Tick = no_tick, extra: list[c.Truth] | None = None
) -> dict[str, dict[str, float]]:
    """Return the measures of photos of every kind, and of all of them; extra ones do not count among all."""
    photos = truths + (extra or [])
    each = c.measured(photos, made, tick)
    kinds = {kind: [n for n, truth in enumerate(photos) if truth.kind == kind] for kind in _kinds(photos)}
    groups = {"all": range(len(truths))} | kinds
    return {name: asdict(c.mean_scores([each[n] for n in rows])) for name, rows in groups.items()}


def colorfulness_of(truths: list[c.Truth], extra: list[c.Truth]) -> dict[str, float]:
    """Return how colorful the photos themselves are, by kind; extra ones do not count among all."""
    photos = truths + extra
    own = [c.colorfulness(truth.pixels) for truth in photos]
    found = {"all": float(np.mean(own[: len(truths)]))}
    for kind in _kinds(photos):
        found[kind] = float(
            np.mean([each for each, truth in zip(own, photos, strict=True) if truth.kind == kind])
        )
    return found


def by_hints(truths: list[c.Truth], ours: dict[str, Hinted], tick: Tick = no_tick) -> dict[str, list[float]]:
    """Return mean dB for every number of hints (``COUNTS``) on the first ``HINTED`` scenes by name."""
    scenes = [truth for truth in truths if truth.kind == "scene"]
    scenes = sorted(scenes, key=lambda truth: truth.name)[: c.HINTED]
    found: dict[str, list[float]] = {}
    methods = PEERS | ours
    for row, (name, method) in enumerate(methods.items()):
        found[name] = []
        for count in c.COUNTS:
            tick(row / len(methods))
            each = [
                c.psnr(c.painted(truth, method(truth, *c.random_hints(truth, count))), truth.pixels)
                for truth in scenes
            ]
            found[name].append(float(np.mean(each)))
    return found


def bleeding(truths: Iterable[c.Truth], side: int) -> dict[str, float]:
    """Return root mean square errors of a and b near strong edges, of true chroma made small and brought up.

    Near: within ``NEAR`` pixels of where lightness changes by ``EDGE`` or more over three pixels. side:
    pixels of the shorter side that chroma is made small to.
    """
    import cv2

    found: dict[str, list[float]] = {"ours": [], "bilinear": []}
    for truth in truths:
        light = truth.lab[..., 0]
        edge = np.zeros(light.shape, np.uint8)
        edge[:, 1:-2] |= np.abs(light[:, 3:] - light[:, :-3]) >= EDGE
        edge[1:-2] |= np.abs(light[3:] - light[:-3]) >= EDGE
        near = cv2.dilate(edge, np.ones((2 * NEAR + 1,) * 2, np.uint8)) > 0
        if not near.any():
            continue
        scale = side / min(light.shape)
        size = (round(light.shape[1] * scale), round(light.shape[0] * scale))
        small = cv2.resize(np.ascontiguousarray(truth.lab[..., 1:]), size, interpolation=cv2.INTER_AREA)
        plain = cv2.resize(small, light.shape[::-1], interpolation=cv2.INTER_LINEAR)
        for name, chroma in (("ours", small), ("bilinear", plain)):
            lab = cv2.cvtColor(paint(truth.pixels, chroma).astype(np.float32) / 255, cv2.COLOR_RGB2LAB)
            found[name].append(float(np.sqrt(np.square((lab - truth.lab)[..., 1:][near]).mean())))
    return {name: float(np.mean(each)) for name, each in found.items()}


def exported(truth: c.Truth, made: Callable[[np.ndarray], np.ndarray]) -> dict[str, float]:
    """Return what coloring a gray photo of 12 MP takes and changes: seconds, and the mean change of L.

    The photo is a smaller one enlarged. made: from a gray photo (h, w, 3) uint8 to one in color.
    """
    import cv2

    scale = (LARGE / truth.pixels[..., 0].size) ** 0.5
    size = round(truth.pixels.shape[1] * scale), round(truth.pixels.shape[0] * scale)
    gray = cv2.cvtColor(cv2.resize(truth.pixels, size, interpolation=cv2.INTER_CUBIC), cv2.COLOR_RGB2GRAY)
    photo = np.repeat(gray[..., None], 3, 2)
    begun = time.perf_counter()
    result = made(photo)
    seconds = time.perf_counter() - begun
    return {"seconds": seconds, "lightness": float(np.abs(lightness(result) - lightness(photo)).mean())}


def photos_in(folder: Path, kind: str) -> list[c.Truth]:
    """Return the photos of a folder as a test."""
    from palette_studio.core.files import read_photo

    names = sorted(path for path in folder.iterdir() if path.suffix.lower() in (".png", ".jpg", ".webp"))
    if not names:
        raise ValueError(f"{folder} holds no photos")
    return [c.truth_of(path.name, kind, "", read_photo(path).pixels[..., :3]) for path in names]


def _kinds(truths: list[c.Truth]) -> list[str]:
    return list(dict.fromkeys(truth.kind for truth in truths))


def write_strips(folder: Path | str, truths: list[c.Truth], columns: dict[str, c.Made]) -> list[Path]:
    """Write the first photos of every kind in turn: each method's picture, and the truth last."""
    from palette_studio.core.evaluate.strips import STRIPS, row, write_sheets

    kinds = {kind: [truth for truth in truths if truth.kind == kind] for kind in _kinds(truths)}
    chosen = [
        some[int(n * len(some) / STRIPS)] for n in range(STRIPS) for some in kinds.values() if len(some) > n
    ]
    rows = []
    for truth in chosen[:STRIPS]:
        cells = {name: _shown(c.painted(truth, made(truth))) for name, made in columns.items()}
        rows.append(row(cells | {"truth": _shown(truth.pixels)}))
    return write_sheets(folder, rows)


def _shown(pixels: np.ndarray) -> np.ndarray:
    import cv2

    scale = SHOWN_PX / max(pixels.shape[:2])
    size = round(pixels.shape[1] * scale), round(pixels.shape[0] * scale)
    return cv2.resize(pixels, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC)
