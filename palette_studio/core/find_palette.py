"""The palette of a photo as the window and the command line both find it."""

from __future__ import annotations

from collections.abc import Sequence

from palette_studio.core.extract import extract
from palette_studio.core.names import named
from palette_studio.core.palette import Palette
from palette_studio.core.photo import Photo
from palette_studio.core.quantize import MODES, quantize
from palette_studio.core.tick import Tick, no_tick


def palette_of(
    photo: Photo,
    k: int | str = 6,
    method: str = "kmeans",
    locked: Sequence[Sequence[int]] = (),
    tick: Tick = no_tick,
) -> Palette:
    """Return the photo's palette, found at the size of a preview, every swatch named.

    k: 2..256, or "auto". method: of ``extract``, or a mode of ``quantize``. locked:
    sRGB colors that stay. Raises ValueError for another k or method.
    """
    pixels = photo.scene.pixels
    if method in MODES:
        return named(quantize(pixels, k, mode=method, locked=locked, tick=tick))
    return named(extract(pixels, k, method=method, locked=locked, tick=tick))
