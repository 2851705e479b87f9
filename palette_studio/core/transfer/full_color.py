"""The colors of another photo, all three channels of them, and one's own structure and grain.

Iterative distribution transfer (Pitié, Kokaram & Dahyot 2007) as a displacement field in CIELab that a guided
filter (He, Sun & Tang 2013) smooths after every turn, the photo being the guide: neighbors of like color move
alike, so grain and edges stay, and later turns correct what smoothing left undone. The nearer one linear map
of all colors comes to the reference, the more of it is taken instead: then like colors change alike wherever
they are. It is solved on a thumbnail; at full size each pixel's color goes through the affine models of its
place, so no grid is seen.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from palette_studio.core.tick import Tick, no_tick
from palette_studio.core.tiles import each_block
from palette_studio.core.transfer.by_color import ByColor
from palette_studio.core.transfer.look import Look
from palette_studio.core.transfer.spaces import from_lab, to_lab
from palette_studio.core.transfer.thumbnail import Thumbnail, thumbnail
from palette_studio.core.transfer.transport import monge, spread

LEVELS = 512  # of the histograms that are matched
MARGIN = 0.06  # of sRGB's range, in the shadows; half of it in the lights
COLORLESS = 1.0  # the deviation of a and b of a reference in gray or in one tint
GAINS = 0.5, 1.3  # of the map of all colors, so that it neither flattens nor roughens
NEAR = 3.0  # Lab units off the reference at which it is as good as a field
EVERY = 3  # turns, displacements are made alike by color
LAST_ROUNDS, OVER = 2, 2.0  # and how many times what lacks is given, as smoothing takes some of it back


@dataclass(frozen=True)
class Effort:
    """How a field is solved. px: the longer side of both thumbnails. radius: of windows, a share of it.

    eps_light, eps_color: below which variance (Lab units squared) the colors of a window move alike;
    eps_last: the same for color in the last rounds. keep_light: how much of its way lightness goes. alike:
    the share of a displacement that goes by color alone, every third turn: more of it keeps petals and skies
    even, and the reference further away.
    """

    px: int = 128
    turns: int = 24
    radius: float = 0.05  # smaller ones follow the reference further and blotch petals of one color
    eps_light: float = 100.0
    eps_color: float = 60.0
    eps_last: float = 300.0
    keep_light: float = 0.9
    alike: float = 0.0


BEST = Effort()
EVEN = Effort(alike=0.5)
QUICK = Effort(turns=6)


@dataclass(frozen=True, eq=False)
class Field:
    """Affine models of displacement by place (see kernels.local_affine), and the result's mean lightness."""

    grid: np.ndarray
    lightness: float

    def painted(self, pixels: np.ndarray, look: Look, tick: Tick = no_tick) -> np.ndarray:
        """Return the picture with its colors moved; of any size, alpha as it is, in its own dtype."""
        from palette_studio.core.kernels.light import linear_table
        from palette_studio.core.kernels.local_affine import painted

        out = np.empty_like(pixels, order="C")
        linear = linear_table(pixels.dtype)
        words = np.array(
            [look.strength, look.luminance, look.intensity, self.lightness, look.preserve_lightness]
        )

        def work(start: int, stop: int) -> None:
            painted(pixels[start:stop], linear, self.grid, start, len(pixels), words, out[start:stop])

        each_block(len(pixels), work, tick)
        return out


def solved(pixels: np.ndarray, reference: np.ndarray, effort: Effort = BEST, tick: Tick = no_tick) -> Field:
    """Return the field that gives the picture the reference's colors.

    pixels, reference: (h, w, 3|4) uint8 or uint16, each with a pixel that shows. Deterministic.
    """
    from palette_studio.core.kernels.distribution import step_along

    own, other = thumbnail(pixels, effort.px), thumbnail(reference, effort.px)
    places, wanted = own.lab.reshape(-1, 3), other.lab.reshape(-1, 3)
    shares, wanted_shares = own.weight.ravel(), other.weight.ravel()
    room = _Room(own.lab)
    guide = _Guide(own, effort, effort.eps_color, effort.keep_light)
    by_color = ByColor(own.lab, own.weight) if effort.alike else None
    field, grid = guide.smooth(_straight(places, shares, wanted, wanted_shares).reshape(own.lab.shape))
    rng, step = np.random.default_rng(1), np.empty_like(places)
    for turn in range(effort.turns):
        tick(turn / effort.turns)
        axes = np.eye(3) if turn == 0 else np.linalg.qr(rng.normal(size=(3, 3)))[0].T
        field += room.lacking(field)
        step_along((own.lab + field).reshape(-1, 3), shares, wanted, wanted_shares, axes, LEVELS, step)
        field = field + step.reshape(field.shape)
        if by_color is not None and turn % EVERY == 0:
            field += np.float32(effort.alike) * (by_color.smooth(field) - field)
        field, _ = guide.smooth(field)
    guide = _Guide(own, effort, effort.eps_last, 1.0)
    for _ in range(LAST_ROUNDS):
        if by_color is not None:
            field += np.float32(effort.alike) * (by_color.smooth(field) - field)
        field, grid = guide.smooth(field + OVER * room.lacking(field))
    whole, moved, share = _all_alike(places, shares, wanted, wanted_shares)
    grid += share * (whole - grid)
    field += share * (moved.reshape(field.shape) - field)
    if np.sqrt(np.diag(spread(wanted, wanted_shares)[1])[1:]).max() < COLORLESS:
        _tint(grid, np.average(wanted, axis=0, weights=wanted_shares))
    grid.flags.writeable = False
    light = (own.lab + field)[..., 0]
    return Field(grid, float((light * own.weight).sum() / own.weight.sum()))


def _all_alike(
    places: np.ndarray, shares: np.ndarray, wanted: np.ndarray, wanted_shares: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.float32]:
    """Return the linear map of all colors: its model (12,), its displacements, and its share, 0..1."""
    from palette_studio.core.kernels.distribution import step_along
    from palette_studio.core.kernels.local_affine import CENTER

    mean, covariance = spread(places, shares)
    mean_wanted, covariance_wanted = spread(wanted, wanted_shares)
    gains, axes = np.linalg.eigh(monge(covariance, covariance_wanted))
    matrix = (axes * np.clip(gains, *GAINS)) @ axes.T - np.eye(3)
    offset = mean_wanted - mean + matrix @ (np.array([CENTER, 0, 0]) - mean)
    moved = ((places - mean) @ matrix.T + (mean_wanted - mean)).astype(np.float32)
    step = np.empty_like(places)
    step_along(places + moved, shares, wanted, wanted_shares, np.eye(3), LEVELS, step)
    off = np.average((step**2).mean(1), weights=shares)
    share = NEAR**4 / (off**2 + NEAR**4)
    return np.r_[matrix.ravel(), offset].astype(np.float32), moved, np.float32(share)


def _tint(grid: np.ndarray, wanted: np.ndarray) -> None:
    """Make the models of a and b give one tint: of a reference in one, no grain of other colors stays."""
    grid[..., 3:9] = 0
    grid[..., 4] = grid[..., 8] = -1
    grid[..., 10:] = wanted[1:]


def _straight(
    places: np.ndarray, shares: np.ndarray, wanted: np.ndarray, wanted_shares: np.ndarray
) -> np.ndarray:
    """Return the displacements of the linear map, where the turns begin."""
    mean, covariance = spread(places, shares)
    mean_wanted, covariance_wanted = spread(wanted, wanted_shares)
    matrix = monge(covariance, covariance_wanted) - np.eye(3)
    return ((places - mean) @ matrix.T + (mean_wanted - mean)).astype(np.float32)


class _Room:
    """The gamut less a margin, for grain to stay in: a color that is clipped has lost its grain's other half.

    Colors of the photo that are in the margin may stay there.
    """

    def __init__(self, lab: np.ndarray) -> None:
        self.lab = lab
        own = from_lab(lab.reshape(-1, 3))
        self.low, self.high = np.minimum(own, MARGIN), np.maximum(own, 1 - MARGIN / 2)

    def lacking(self, field: np.ndarray) -> np.ndarray:
        """Return how far each displaced color is from the room there is."""
        moved = (self.lab + field).reshape(-1, 3)
        return (to_lab(np.clip(from_lab(moved), self.low, self.high)) - moved).reshape(field.shape)


class _Guide:
    """The thumbnail as what a field is smoothed along; windows count pixels by their weights."""

    def __init__(self, own: Thumbnail, effort: Effort, eps_color: float, keep_light: float) -> None:
        from palette_studio.core.kernels.local_affine import CENTER, inverses

        self.weight, self.keep_light = own.weight, np.float32(keep_light)
        side = 2 * max(1, round(effort.radius * max(own.weight.shape))) + 1
        self.window = side, side
        self.colors = own.lab - np.array([CENTER, 0, 0], np.float32)
        pairs = [self.colors[..., i] * self.colors[..., j] for i in range(3) for j in range(i, 3)]
        self.counts = np.maximum(self._sums(self.weight), 1e-4)
        self.means = self._sums(np.dstack([self.colors, *pairs]) * self.weight[..., None])
        self.inverse = np.empty((*self.weight.shape, 2, 6), np.float32)
        inverses(self.means, self.counts, effort.eps_light, eps_color, self.inverse)

    def _sums(self, planes: np.ndarray) -> np.ndarray:
        import cv2

        return cv2.blur(planes, self.window)

    def smooth(self, field: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return the field smoothed, and its models."""
        from palette_studio.core.kernels.local_affine import displacements, models, products

        words = np.empty((*self.weight.shape, 12), np.float32)
        products(self.colors, self.weight, field, words)
        models(self._sums(words), self.counts, self.means, self.inverse, self.weight, self.keep_light, words)
        grid = self._sums(words)
        smoothed = np.empty_like(field)
        displacements(grid, self.counts, self.colors, smoothed)
        return smoothed, grid
