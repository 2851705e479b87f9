"""Color for a photo: told by a network, led by hints and by a palette, painted on its own lightness."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Protocol, Self, TypeVar

import cv2
import numpy as np

from palette_studio.core.coloring import MODELS, MOST_COLORS
from palette_studio.core.colorize.hints import Hint, chroma_of
from palette_studio.core.colorize.levin import kept
from palette_studio.core.colorize.paint import lightness, paint
from palette_studio.core.tick import Tick, no_tick
from palette_studio.nets import runtime

WORKED_AT = 128  # pixels of the shorter side: as in training; larger pictures get uneven colors
LEAST = 8  # pixels a side
VIVID = 1.7  # times the chroma that errs least, which is not two thirds as colorful as photos are


def colorize(
    pixels: np.ndarray,
    *,
    model: str = MODELS[0],
    hints: Sequence[Hint] = (),
    palette: np.ndarray | None = None,
    style: np.ndarray | None = None,
    strength: float = 1.0,
    vivid: float = 0.0,
    weights: Path | None = None,
    tick: Tick = no_tick,
) -> np.ndarray:
    """Return the photo in color; its lightness stays, and what color it had does not count.

    pixels: (h, w, 3|4) uint8 or uint16. model: of ``MODELS``. hints: colors at places. palette: (k, 3)
    uint8 sRGB, colors to be there, at most 8. style: a photo whose kind of colors is wanted. strength: 0,
    gray, to 1. vivid: 0 to 1. weights: of the model, if not those that ship. Raises ValueError for values
    out of range and unknown names, ``runtime.WeightsError`` where weights are missing or damaged.
    """
    light = small_light(pixels)
    told_by = told(light, model, None if style is None else small_light(style), weights)
    chroma = led(light, lively(told_by, vivid), pixels.shape, hints, palette)
    return touched(pixels, chroma, hints, strength, tick)


def small_light(pixels: np.ndarray) -> np.ndarray:
    """Return L (h', w') float32 0..100 of a photo at the size that networks work at."""
    height, width = pixels.shape[:2]
    scale = runtime.scale_to(WORKED_AT, height, width)
    size = max(LEAST, round(width * scale)), max(LEAST, round(height * scale))
    mode = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    return lightness(cv2.resize(np.ascontiguousarray(pixels[..., :3]), size, interpolation=mode))


def told(
    light: np.ndarray, model: str = MODELS[0], style: np.ndarray | None = None, weights: Path | None = None
) -> np.ndarray:
    """Return (h', w', 2) chroma that a model tells of lightness alone. light, style: of ``small_light``."""
    runtime.calm()
    if model == "deep-colorization":
        from palette_studio.nets.deep_colorization.run import DeepColorizer

        return _at_hand(DeepColorizer, model, weights).chroma(light)
    if model != MODELS[0]:
        raise ValueError(f"a model is {' or '.join(MODELS)}, not {model!r}")
    from palette_studio.nets.let_there_be_color.run import Colorizer

    return _at_hand(Colorizer, model, weights).chroma(light, style)


def lively(told: np.ndarray, vivid: float) -> np.ndarray:
    """Return chroma that a model told, less cautious; vivid: 0, as it is, to 1, as lively as photos are.

    Hints and palettes, which lead from there, have the colors that are asked for.
    """
    if not 0 <= vivid <= 1:
        raise ValueError(f"vividness is 0 to 1, not {vivid}")
    return told * np.float32(1 + vivid * (VIVID - 1))


def led(
    light: np.ndarray,
    told: np.ndarray,
    shape: tuple[int, ...],
    hints: Sequence[Hint] = (),
    palette: np.ndarray | None = None,
) -> np.ndarray:
    """Return chroma led by hints, in pixels of a photo of this shape, and a palette; as told without any."""
    if not hints and (palette is None or not len(palette)):
        return told
    from palette_studio.core.color import srgb_to_lab
    from palette_studio.nets.hints.planes import drawn

    down, along = light.shape[0] / shape[0], light.shape[1] / shape[1]
    points = np.array(
        [(hint.x * along - 0.5, hint.y * down - 0.5, _odd(hint.side_px(light.shape))) for hint in hints]
    ).reshape(-1, 3)
    chroma, where = drawn(light.shape, points, chroma_of(tuple(hints)))
    colors = np.zeros((0, 3)) if palette is None else np.asarray(palette)[:MOST_COLORS] / 255
    if not len(colors) and not runtime.shipped("hints").is_file():
        return spread_over(light, told, chroma, where)
    from palette_studio.nets.hints.run import HintColorizer

    swatches = srgb_to_lab(colors.reshape(-1, 3))
    return _at_hand(HintColorizer, "hints").chroma(light, told, chroma, where, swatches)


def spread_over(light: np.ndarray, told: np.ndarray, hinted: np.ndarray, where: np.ndarray) -> np.ndarray:
    """Return what is told, moved to what is hinted along lightness: what hints do without a network."""
    begun = cv2.resize(np.ascontiguousarray(told), light.shape[::-1], interpolation=cv2.INTER_LINEAR)
    return kept(light, begun, hinted, where)


def touched(
    pixels: np.ndarray,
    chroma: np.ndarray,
    hints: Sequence[Hint] = (),
    strength: float = 1.0,
    tick: Tick = no_tick,
) -> np.ndarray:
    """Return pixels painted with chroma; hinted places have their color exactly, however small they are.

    pixels: the photo, or a smaller picture of it that hints have been moved to (``Hint.scaled``).
    """
    if not 0 <= strength <= 1:
        raise ValueError(f"strength is 0 to 1, not {strength}")
    spots = np.zeros((len(hints), 5), np.float32)
    for row, (hint, color) in enumerate(zip(hints, chroma_of(tuple(hints)), strict=True)):
        spots[row] = hint.x, hint.y, hint.side_px(pixels.shape) / 2, *color
    return paint(pixels, chroma, strength, tick, spots=spots)


class _Loaded(Protocol):
    @classmethod
    def load(cls, path: Path | None = None) -> Self: ...


Kind = TypeVar("Kind", bound=_Loaded)


def _at_hand(kind: type[Kind], name: str, weights: Path | None = None) -> Kind:
    """Return a network, read anew only where its file is another one than the last time."""
    path = weights or runtime.shipped(name)
    return _read(kind, path, path.stat().st_mtime_ns if path.is_file() else 0)


@lru_cache(maxsize=4)
def _read(kind: type[Kind], path: Path, written: int) -> Kind:
    return kind.load(path)


def _odd(side: float) -> int:
    return 2 * round((side - 1) / 2) + 1
