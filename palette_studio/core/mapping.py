"""A photo in the colors of a palette: the one way to the screen, to files and from the command line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from palette_studio.core.tick import Tick, no_tick

if TYPE_CHECKING:
    import numpy as np


@dataclass(frozen=True)
class Mapping:
    """How each pixel gets its palette color.

    metric: how colors are compared. method: how the nearest one is searched; it matters to speed alone,
    unless it is "flann". dither: a key of core.dither.METHODS, or "none". strength: 0..1 of the dithering.
    linear: dither in linear light. serpentine: error diffusion turns at the end of each row.
    """

    metric: str = "rgb"
    method: str = "auto"
    dither: str = "none"
    strength: float = 1.0
    linear: bool = False
    serpentine: bool = True


def indices(
    pixels: np.ndarray,
    colors: np.ndarray,
    mapping: Mapping = Mapping(),
    tick: Tick = no_tick,
    *,
    preview: bool = False,
) -> np.ndarray:
    """Return (h, w) indices into ``colors``, the palette color of each pixel.

    pixels: (h, w, 3|4) uint8 or uint16. colors: (k, 3) 0..255. preview: see ``dither``.
    """
    if mapping.dither == "none":
        from palette_studio.core.nearest import nearest

        return nearest(pixels, colors, method=mapping.method, metric=mapping.metric, tick=tick)
    from palette_studio.core.dither import dither

    return dither(
        pixels,
        colors,
        method=mapping.dither,
        strength=mapping.strength,
        linear=mapping.linear,
        serpentine=mapping.serpentine,
        metric=mapping.metric,
        preview=preview,
        tick=tick,
    )


def painted(picked: np.ndarray, colors: np.ndarray, pixels: np.ndarray) -> np.ndarray:
    """Return (h, w) indices as a picture, (h, w, 3|4) uint8, read-only, with the alpha of ``pixels``."""
    import numpy as np

    from palette_studio.core.tiles import to_8_bit

    result = np.take(np.asarray(colors, np.uint8), picked, axis=0)
    if pixels.shape[2] == 4:
        result = np.concatenate([result, to_8_bit(pixels)[..., 3:]], axis=2)
    result.flags.writeable = False
    return result


def indexed(picked: np.ndarray, colors: np.ndarray, pixels: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return what an indexed file holds: (h, w) uint8 indices and (k, 3|4) uint8 entries, the palette first.

    Where ``pixels`` show less than half there is one more entry, clear. Raises ValueError where 256 colors
    leave no place for it.
    """
    import numpy as np

    if pixels.shape[2] == 3:
        return picked, np.asarray(colors, np.uint8)
    from palette_studio.core.quantize.alpha import cut_out

    return cut_out(picked, colors, pixels[..., 3])


def mapped(
    pixels: np.ndarray,
    colors: np.ndarray,
    mapping: Mapping = Mapping(),
    tick: Tick = no_tick,
    *,
    preview: bool = False,
) -> np.ndarray:
    """Return the picture in the colors of the palette, (h, w, 3|4) uint8, read-only; alpha is the photo's.

    preview: see ``dither``.
    """
    return painted(indices(pixels, colors, mapping, tick, preview=preview), colors, pixels)
