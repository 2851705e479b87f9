"""A photo with the colors of another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from palette_studio.core.palette import Palette
from palette_studio.core.tick import Tick, no_tick
from palette_studio.core.tiles import read_only
from palette_studio.core.transfer import full_color, palettes, regraining, transport
from palette_studio.core.transfer.colors import shown
from palette_studio.core.transfer.given import Given, Paint, by_colors
from palette_studio.core.transfer.look import Look
from palette_studio.core.transfer.reinhard import reinhard

__all__ = ["DEFAULT", "LEARNED", "METHODS", "Method", "transfer"]


@dataclass(frozen=True)
class Method:
    """paint: from what is given to the finished picture. about: what it does, for a list of choices."""

    name: str
    paint: Paint
    about: str


def _field(effort: full_color.Effort) -> Paint:
    def paint(given: Given, tick: Tick) -> np.ndarray:
        field = full_color.solved(given.pixels, given.reference, effort, tick)
        return field.painted(given.pixels, given.look, tick)

    return paint


_ALL = (
    Method(
        "full-color-even", _field(full_color.EVEN), "all colors; like ones alike, structure and grain stay"
    ),
    Method("full-color", _field(full_color.BEST), "nearer to the reference; like colors may part"),
    Method("full-color-fast", _field(full_color.QUICK), "that in fewer turns"),
    Method("reinhard", by_colors(reinhard), "means and deviations in CIELab"),
    Method(
        "reinhard-lalphabeta",
        by_colors(partial(reinhard, space="lalphabeta")),
        "means and deviations in l-alpha-beta, as published",
    ),
    Method("histogram", by_colors(transport.histogram), "each channel's histogram"),
    Method("transport-linear", by_colors(transport.linear), "the best linear map"),
    Method("idt", by_colors(transport.iterative), "the whole distribution; grain grows"),
    Method("idt-regrain", regraining.painted, "the whole distribution, then the grain put right"),
    Method("palette-transport", palettes.painted, "the palette carried to the reference's"),
)
METHODS: dict[str, Method] = {method.name: method for method in _ALL}
DEFAULT = "full-color-even"
LEARNED = ("hue-net", "hue-fit")  # made of layers: their package, once loaded, adds them to METHODS


def transfer(
    pixels: np.ndarray,
    reference: np.ndarray,
    *,
    method: str = DEFAULT,
    strength: float = 1.0,
    luminance: float = 1.0,
    intensity: float = 1.0,
    preserve_lightness: bool = False,
    forced: Sequence[tuple[int, int]] = (),
    palettes: tuple[Palette, Palette] | None = None,
    tick: Tick = no_tick,
) -> np.ndarray:
    """Return the picture with the colors of the reference, read-only; the same every time.

    pixels, reference: (h, w, 3|4) uint8 or uint16 sRGB of any sizes; the result has the shape and dtype of
    pixels. Alpha is copied; pixels of alpha 0 count in neither and stay. strength: 0..1 of the way, in Lab; 0
    gives the picture back. luminance, intensity: 0..2 times the spread of lightness and the chroma that were
    found. preserve_lightness: it is the picture's own. forced: (swatch of the picture, swatch of the
    reference) pairs, for "palette-transport". palettes: of the picture and the reference, for that method;
    None: ``extract(..., 6)`` of each.
    Raises ValueError for an unknown method, a number or pair outside its range, a picture of another shape or
    dtype or of no size, and a reference that shows nothing.
    """
    look = Look(strength, luminance, intensity, preserve_lightness)
    chosen = _chosen(method)
    pixels, reference = read_only(pixels), read_only(reference)
    if 0 in pixels.shape or 0 in reference.shape:
        raise ValueError(f"pictures have pixels; these are {pixels.shape} and {reference.shape}")
    if forced and method != "palette-transport":
        raise ValueError(f"pairs of swatches are for palette-transport, not for {method}")
    if not shown(reference).any():
        raise ValueError("The reference shows nothing: all of it is transparent; give another one.")
    if strength == 0 or not shown(pixels).any():
        tick(1.0)
        return pixels
    result = chosen.paint(Given(pixels, reference, look, tuple(forced), palettes), tick)
    result.flags.writeable = False
    return result


def _chosen(method: str) -> Method:
    if method in METHODS:
        return METHODS[method]
    if method in LEARNED:
        raise ValueError(f"{method} is not available here; choose one of {', '.join(METHODS)}")
    raise ValueError(f"{method!r} is no transfer method; there are {', '.join(METHODS)}")
