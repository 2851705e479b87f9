"""Recoloring by layers after Tan, Echevarria & Gingold 2018, "Efficient palette-based decomposition and
recoloring of images via RGBXY-space geometry": every pixel is a mixture of swatches, of other colors now."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from palette_studio.core.color import lab_to_srgb
from palette_studio.core.hull.places import Places
from palette_studio.core.hull.tessellation import Tessellation
from palette_studio.core.palette import Palette
from palette_studio.core.recolor import exact
from palette_studio.core.recolor.swatches import Moves, placed
from palette_studio.core.scene import Part, Scene, View
from palette_studio.core.tick import Tick, no_tick
from palette_studio.core.tiles import each_block

FULL = 65535  # of a share; half a step of it, for 10 swatches that go 255 far, is 0.02 of an 8-bit value
ENCLOSED = 4 / 255  # root mean square distance of a scene from the hull of swatches that are said to hold it
MOST_KEPT = 1 << 28  # bytes of shares that are kept of one picture, 19 MP by 7 swatches
ALL_KEPT = 3 << 27  # bytes of all shares that are kept of a scene: the whole photo, and parts in sight
BLOCK = 1 << 16  # pixels located between ticks: some 20 ms


@dataclass(frozen=True, eq=False)
class Mixer:
    """How pixels are mixed of swatches.

    places: the tessellation of the scene by color and place, whose corners are (n, k) ``mixture`` of the
    swatches. None: colors alone decide, by ``swatches``. So it is where swatches lie inside the hull of the
    others (corners at the scene's extremes would never be mixed of them), where the scene is not enclosed
    (its extremes, put on the hull's surface, would drag along all that is between), and where it says
    nothing of places.
    """

    swatches: Tessellation
    places: Places | None = None
    mixture: np.ndarray | None = None

    @classmethod
    def of(cls, colors: np.ndarray, scene: Scene) -> Mixer:
        """Return the mixer of (k, 3) uint8 distinct swatches in a scene."""
        swatches = Tessellation.of(colors / 255)
        if not scene.placed or not swatches.convex or _off(swatches, scene) > ENCLOSED:
            return cls(swatches)
        places = scene.known(("layers", "places"), lambda: Places.of(scene))
        if places is None:
            return cls(swatches)
        return cls(swatches, places, swatches.shares(np.clip(places.corners[:, :3], 0, 1)))

    def mix(self, pixels: np.ndarray, part: Part, out: np.ndarray) -> None:
        """Write (h, k, w) uint16 shares of the swatches in (h, w, 3|4) pixels. One thread."""
        from palette_studio.core.kernels import layers as kernels

        if self.places is not None and self.mixture is not None:
            self.places.mix(pixels, part, self.mixture, self.swatches, out)
        else:
            kernels.mixed(pixels, 1.0 / np.iinfo(pixels.dtype).max, self.swatches.arrays, out)


def _off(swatches: Tessellation, scene: Scene) -> float:
    """Return the root mean square distance of a scene's colors from the hull of swatches, 0..1 a channel."""
    colors = _seen(scene)[:: max(1, scene.pixels[..., 0].size // 20000)]
    if not len(colors):
        return 0.0
    off = swatches.shares(colors) @ swatches.points - colors / 255
    return float(np.sqrt((off * off).sum(axis=1).mean()))


def _seen(scene: Scene) -> np.ndarray:
    """Return (n, 3) uint8 colors of the pixels that show."""
    pixels = scene.pixels.reshape(-1, scene.pixels.shape[2])
    return np.ascontiguousarray(pixels[:, :3] if pixels.shape[1] == 3 else pixels[pixels[:, 3] > 0, :3])


class Shares(NamedTuple):
    """(h, k, w) uint16 shares of swatches in pixels."""

    pixels: np.ndarray
    shares: np.ndarray


@dataclass(frozen=True, eq=False)
class Kept:
    """The shares last asked for: a drag asks for the same ones frame after frame."""

    latest: OrderedDict[tuple[bytes, Part], Shares] = field(default_factory=OrderedDict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def get(self, key: tuple[bytes, Part], pixels: np.ndarray) -> np.ndarray | None:
        """Return the shares in these very pixels, or None. key: the swatches, and where the pixels lie."""
        with self.lock:
            known = self.latest.get(key)
        if known is None or not (known.pixels is pixels or _same(known.pixels, pixels)):
            return None
        return known.shares

    def put(self, key: tuple[bytes, Part], found: Shares) -> None:
        with self.lock:
            self.latest[key] = found
            self.latest.move_to_end(key)
            while sum(shares.shares.nbytes for shares in self.latest.values()) > ALL_KEPT:
                self.latest.popitem(last=False)


def _same(one: np.ndarray, other: np.ndarray) -> bool:
    return one.dtype == other.dtype and np.array_equal(one, other)


def recolor(
    pixels: np.ndarray, moves: Moves, view: View, table: int | None, tick: Tick = no_tick
) -> np.ndarray:
    """Return the picture plus each swatch's way in sRGB times its share of the pixel.

    So what the swatches cannot mix, the residual, stays; a palette unchanged changes nothing, and a pixel of
    a swatch's color goes where it goes. Colors that leave the gamut go toward the gray of their luma until
    they fit. Always exact, with a table and without: shares are of 16 bits, kept for pictures of some
    megapixels, worked out block by block for larger ones.
    """
    colors = _srgb(moves.found)
    which = np.flatnonzero(moves.moved)
    unit = np.iinfo(pixels.dtype).max / (255 * FULL)
    shifts = (_ways(moves, which) * unit).astype(np.float32)
    if len(colors) * pixels.shape[0] * pixels.shape[1] * 2 <= MOST_KEPT:
        shares = _shares(pixels, colors, view, exact.part(tick, 0.0, 0.8))
        return _applied(pixels, shares, which, shifts, exact.part(tick, 0.8, 1.0))
    mixer = _mixer(colors, view.scene)
    if mixer.places is None:
        return exact.recolored(pixels, lambda part: _mixed(part, mixer, which, shifts), 8 + len(colors), tick)
    return _in_blocks(pixels, view.part, mixer, which, shifts, tick)


def _ways(moves: Moves, which: np.ndarray) -> np.ndarray:
    """Return (m, 3) how far swatches go in sRGB, 0..255; aims outside the gamut keep lightness and hue."""
    from palette_studio.core.kernels.labels import shifted_nodes

    aims = np.empty((len(which), 3))
    shifted_nodes(moves.edited[which], np.zeros(3), aims)
    return aims - _srgb(moves.found[which])


def _srgb(lab: np.ndarray) -> np.ndarray:
    """Return (k, 3) uint8: swatches that are found have 8-bit colors."""
    return np.rint(np.clip(lab_to_srgb(lab), 0, 1) * 255).astype(np.uint8)


def _mixer(colors: np.ndarray, scene: Scene) -> Mixer:
    return scene.known(("layers", "mixer", colors.tobytes()), lambda: Mixer.of(colors, scene))


def _shares(pixels: np.ndarray, colors: np.ndarray, view: View, tick: Tick = no_tick) -> np.ndarray:
    """Return (h, k, w) uint16 shares of the swatches in a part of a picture, kept or worked out."""
    kept = view.scene.known(("layers", "kept"), Kept)
    key = (colors.tobytes(), view.part)
    if (known := kept.get(key, pixels)) is not None:
        return known
    mixer = _mixer(colors, view.scene)
    out = np.empty((pixels.shape[0], len(colors), pixels.shape[1]), np.uint16)

    def work(start: int, stop: int) -> None:
        mixer.mix(pixels[start:stop], _rows(view.part, start), out[start:stop])

    each_block(len(pixels), work, tick, _block(pixels))
    out.flags.writeable = False
    kept.put(key, Shares(pixels, out))
    return out


def _rows(part: Part, start: int) -> Part:
    return Part(part.x, part.y + start, part.width, part.height)


def _block(pixels: np.ndarray) -> int:
    return max(1, BLOCK // max(1, pixels.shape[1]))


def _applied(
    pixels: np.ndarray, shares: np.ndarray, which: np.ndarray, shifts: np.ndarray, tick: Tick
) -> np.ndarray:
    out = np.empty_like(pixels)

    def work(start: int, stop: int) -> None:
        _move(pixels[start:stop], shares[start:stop], which, shifts, out[start:stop])

    each_block(len(pixels), work, tick, 16)
    return out


def _move(
    pixels: np.ndarray, shares: np.ndarray, which: np.ndarray, shifts: np.ndarray, out: np.ndarray
) -> None:
    from palette_studio.core.kernels import layers as kernels

    way = np.empty((pixels.shape[0], 3, pixels.shape[1]), np.float32)
    kernels.ways(shares, which, shifts, way)
    kernels.moved(pixels, way, out)


def _mixed(colors: np.ndarray, mixer: Mixer, which: np.ndarray, shifts: np.ndarray) -> np.ndarray:
    """Return (n, 3) colors recolored: a picture of one row."""
    pixels = colors[None]
    return _in_blocks(pixels, Part.whole(pixels), mixer, which, shifts, no_tick)[0]


def _in_blocks(
    pixels: np.ndarray, part: Part, mixer: Mixer, which: np.ndarray, shifts: np.ndarray, tick: Tick
) -> np.ndarray:
    out = np.empty_like(pixels)
    count = len(mixer.swatches.points)

    def work(start: int, stop: int) -> None:
        block = pixels[start:stop]
        shares = np.empty((block.shape[0], count, block.shape[1]), np.uint16)
        mixer.mix(block, _rows(part, start), shares)
        shares.flags.writeable = False
        _move(block, shares, which, shifts, out[start:stop])

    each_block(len(pixels), work, tick, _block(pixels))
    return out


def weights(colors: np.ndarray, found: Palette, scene: Scene) -> np.ndarray:
    """Return (n, k) float32 shares of the swatches in (n, 3) uint8 colors, wherever they stand.

    Swatches of one color share its weight equally.
    """
    centers, place = placed(found)
    shares = Tessellation.of(_srgb(centers) / 255).shares(colors)
    return (shares / np.bincount(place))[:, place].astype(np.float32)


def membership(pixels: np.ndarray, found: Palette, index: int, view: View) -> np.ndarray:
    """Return (h, w) uint8, 255 where a pixel is all swatch ``index``."""
    centers, place = placed(found)
    row = place[index]
    shares = _shares(pixels, _srgb(centers), view)[:, row]
    return np.rint(shares / (257 * np.count_nonzero(place == row))).astype(np.uint8)


def error(found: Palette, scene: Scene) -> float:
    """Return the root mean square of the scene minus the swatches mixed by their shares, 0..255."""
    from palette_studio.core.kernels import layers as kernels

    colors = _srgb(placed(found)[0])
    pixels = scene.pixels
    shares = _shares(pixels, colors, View.of(pixels, scene))
    squares = np.zeros((len(pixels), 2))
    points = colors.astype(np.float64)
    each_block(len(pixels), lambda a, b: kernels.missed(pixels[a:b], shares[a:b], points, squares[a:b]))
    total, count = squares.sum(axis=0)
    return float(np.sqrt(total / (3 * count))) if count else 0.0
