"""Palettes with transparent colors, for indexed pictures: soft edges without dark fringes.

A color that half shows counts half, and its alpha counts beside it: places are premultiplied, (alpha times
the place in the mode's space, alpha times the place of white), so that a distance is what is seen over
black and over white at once, and what a clear pixel would be, were it seen, is nowhere asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from palette_studio.core.nearest import nearest
from palette_studio.core.quantize import FEWEST, MOST, Mode, mode_of, quantize
from palette_studio.core.tick import Tick, no_tick
from palette_studio.core.tiles import each_block, to_8_bit

FINE, COARSE, MANY = 5, 4, 1 << 16  # bits a channel of bins of soft colors; the latter where bins are many
ROUNDS = 12
CHUNK = 1 << 12  # pixels compared at a time
SHARING = 0.5  # d / (d + 2): errors are least where colors go as spread to this power; photos fill d = 2
HALF = 128  # alpha from which a pixel shows where there is no softness


class Indexed(NamedTuple):
    """Indices, (h, w) uint8, and what they mean: (k, 4) uint8 sRGB and alpha, not premultiplied."""

    indices: np.ndarray
    entries: np.ndarray


def quantize_rgba(
    pixels: np.ndarray,
    k: int,
    *,
    mode: str = "photo",
    locked: Sequence[Sequence[int]] = (),
    tick: Tick = no_tick,
) -> Indexed:
    """Return a picture in at most ``k`` colors of its own, its alpha among them, by ascending alpha.

    pixels: (h, w, 3|4) uint8 or uint16. k: 2..256. mode, locked: as in ``quantize``; locked colors are
    opaque. Clear pixels share one clear entry; opaque ones have opaque entries, found and mapped as without
    alpha; those between may have any. Raises ValueError for another k or mode, or more locked colors than
    there is room for.
    """
    chosen, pixels = mode_of(mode), to_8_bit(pixels)
    if not isinstance(k, int | np.integer) or not FEWEST <= k <= MOST:
        raise ValueError(f"k is {k!r}; it is {FEWEST}..{MOST}")
    alpha = pixels[..., 3] if pixels.shape[2] == 4 else np.full(pixels.shape[:2], 255, np.uint8)
    opaque, soft, clear = alpha == 255, (alpha > 0) & (alpha < 255), int((alpha == 0).any())
    if len(locked) + clear > k:
        raise ValueError(f"{len(locked)} locked colors and {clear} clear one are more than {k}")
    points, needed = _points(pixels[soft], chosen), max(len(locked), int(opaque.any()))
    count = _soft_share(points, _points(_sampled(pixels[opaque]), chosen), int(k) - clear, needed)
    partly = _entries(_centers(points, count, tick), chosen)
    first = clear + len(partly)
    solid = _solid(pixels[..., :3], opaque, int(k) - first, mode, locked, tick)
    entries = np.concatenate([np.zeros((clear, 4), np.uint8), partly, _opaque(solid)])
    indices = np.zeros(alpha.shape, np.uint8)
    if opaque.any():
        indices = nearest(pixels, solid, metric=chosen.metric, tick=tick) + np.uint8(first)
    indices[alpha == 0] = 0
    indices[soft] = _nearest_soft(pixels[soft], entries, chosen)
    for array in (indices, entries):
        array.flags.writeable = False
    return Indexed(indices, entries)


def _opaque(colors: np.ndarray) -> np.ndarray:
    return np.pad(np.asarray(colors, np.uint8), ((0, 0), (0, 1)), constant_values=255)


def cut_out(indices: np.ndarray, colors: np.ndarray, alpha: np.ndarray) -> Indexed:
    """Return a picture mapped to a palette, with one more entry, clear, for what shows less than half.

    indices: (h, w) into (k, 3) colors, which keep their places. alpha: (h, w) uint8 or uint16. Without such
    pixels there is no clear entry. Raises ValueError where 256 colors leave no place for it.
    """
    hidden = to_8_bit(alpha[..., None])[..., 0] < HALF
    entries = _opaque(colors)
    picked = indices.astype(np.uint8)
    if hidden.any():
        if len(entries) >= MOST:
            raise ValueError(f"{len(entries)} colors leave no place for a clear one; use at most {MOST - 1}")
        picked[hidden] = len(entries)
        entries = np.concatenate([entries, np.zeros((1, 4), np.uint8)])
    return Indexed(picked, entries)


class _Points(NamedTuple):
    place: np.ndarray  # (n, 4), premultiplied
    weight: np.ndarray

    @property
    def spread(self) -> float:
        off = self.place - np.average(self.place, axis=0, weights=self.weight)
        return float((off**2).sum(axis=1) @ self.weight)


def _white(mode: Mode) -> float:
    return float(np.linalg.norm(mode.to_place(np.ones((1, 3)))))


def _places(rgba: np.ndarray, mode: Mode) -> np.ndarray:
    """Return (n, 4) premultiplied places of (n, 3|4) 8-bit colors."""
    alpha = rgba[:, 3:] / 255 if rgba.shape[1] == 4 else np.ones((len(rgba), 1))
    return (
        np.concatenate([mode.to_place(rgba[:, :3] / 255), np.full((len(rgba), 1), _white(mode))], 1) * alpha
    )


def _points(rgba: np.ndarray, mode: Mode) -> _Points:
    """Return the mean place of each bin of colors and alphas, and how many pixels are in it."""
    colors, counts = _distinct(rgba)
    number = _bins(colors, FINE)
    if number.max(initial=0) >= MANY:
        number = _bins(colors, COARSE)
    weight, places = np.bincount(number, counts), _places(colors, mode)
    sums = [np.bincount(number, counts * places[:, c]) for c in range(4)]
    return _Points(np.stack(sums, axis=1) / weight[:, None], weight)


def _bins(colors: np.ndarray, bits: int) -> np.ndarray:
    """Return (n,) the number of each color's bin, from 0 on."""
    code = np.zeros(len(colors), np.int64)
    for c in range(colors.shape[1]):
        code = code << bits | colors[:, c] >> 8 - bits
    return np.unique(code, return_inverse=True)[1]


def _distinct(rgba: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    colors, counts = np.unique(_packed(rgba), return_counts=True)
    return _unpacked(colors, rgba.shape[1]), counts


def _packed(rgba: np.ndarray) -> np.ndarray:
    return rgba.astype(np.uint32) @ np.array([1 << 24, 1 << 16, 1 << 8, 1][: rgba.shape[1]], np.uint32)


def _unpacked(codes: np.ndarray, channels: int) -> np.ndarray:
    return np.stack([codes >> 24, codes >> 16 & 255, codes >> 8 & 255, codes & 255][:channels], axis=1)


def _sampled(colors: np.ndarray) -> np.ndarray:
    return colors[:: max(1, len(colors) >> 16)]  # how far they spread is all that is asked


def _soft_share(soft: _Points, opaque: _Points, room: int, needed: int) -> int:
    """Return how many of the entries are for soft colors: as both kinds spread, to the power SHARING.

    room: entries that are not clear. needed: those that are to be opaque at least.
    """
    most = min(len(soft.weight), room - needed)
    if not len(soft.weight) or not len(opaque.weight):
        return most
    soft_part, opaque_part = soft.spread**SHARING, opaque.spread**SHARING
    return min(most, max(1, round(room * soft_part / max(soft_part + opaque_part, 1e-12))))


def _centers(points: _Points, count: int, tick: Tick) -> np.ndarray:
    """Return (m, 4): groups halved across their longest axis, the widest first, then rounds of Lloyd's."""
    if count < 1:
        return np.zeros((0, 4))
    groups = [np.arange(len(points.weight))]
    wide = [points.spread]
    while len(groups) < count and max(wide) > 0:
        tick(0.2 * len(groups) / count)
        i = int(np.argmax(wide))
        halves = _halves(points, groups[i])
        groups[i : i + 1] = halves
        wide[i : i + 1] = [_Points(points.place[half], points.weight[half]).spread for half in halves]
    centers = np.stack([np.average(points.place[g], axis=0, weights=points.weight[g]) for g in groups])
    for _ in range(ROUNDS):
        tick(0.3)
        label = _nearest(points.place, centers)
        weight = np.bincount(label, points.weight, len(centers))
        sums = [np.bincount(label, points.weight * points.place[:, c], len(centers)) for c in range(4)]
        means = np.stack(sums, axis=1) / np.maximum(weight, 1e-12)[:, None]
        centers = np.where(weight[:, None] > 0, means, centers)
    return centers


def _halves(points: _Points, group: np.ndarray) -> list[np.ndarray]:
    off = points.place[group] - np.average(points.place[group], axis=0, weights=points.weight[group])
    axis = np.linalg.eigh((off * points.weight[group, None]).T @ off)[1][:, -1]
    beyond = off @ axis > 0
    return [group[~beyond], group[beyond]]


def _nearest(places: np.ndarray, centers: np.ndarray) -> np.ndarray:
    result, squares = np.empty(len(places), np.int64), (centers**2).sum(axis=1)

    def work(start: int, stop: int) -> None:
        result[start:stop] = (squares - 2 * places[start:stop] @ centers.T).argmin(axis=1)

    each_block(len(places), work, block=CHUNK)
    return result


def _entries(centers: np.ndarray, mode: Mode) -> np.ndarray:
    """Return (m, 4) uint8 colors of premultiplied places, by ascending alpha."""
    alpha = np.clip(centers[:, 3:] / _white(mode), 1 / 255, 254 / 255)
    srgb = np.clip(mode.to_srgb(centers[:, :3] / alpha), 0, 1)
    entries = np.rint(np.concatenate([srgb, alpha], axis=1) * 255).astype(np.uint8)
    return entries[np.argsort(entries[:, 3], kind="stable")]


def _solid(
    colors: np.ndarray, shown: np.ndarray, room: int, mode: str, locked: Sequence[Sequence[int]], tick: Tick
) -> np.ndarray:
    """Return (m, 3) opaque colors for the pixels shown, m at most ``room``."""
    if not shown.any():
        return np.array(locked, np.uint8).reshape(-1, 3)
    if room >= FEWEST:
        seen = np.concatenate([colors, np.where(shown, 255, 0).astype(np.uint8)[..., None]], axis=2)
        return quantize(seen, room, mode=mode, locked=locked, tick=tick).colors
    if locked:
        return np.array(locked, np.uint8)
    chosen = mode_of(mode)
    mean = chosen.to_place(colors[shown] / 255).mean(axis=0)[None]
    return np.rint(np.clip(chosen.to_srgb(mean), 0, 1) * 255).astype(np.uint8)


def _nearest_soft(rgba: np.ndarray, entries: np.ndarray, mode: Mode) -> np.ndarray:
    codes, number = np.unique(_packed(rgba), return_inverse=True)
    return _nearest(_places(_unpacked(codes, 4), mode), _places(entries, mode))[number].astype(np.uint8)
