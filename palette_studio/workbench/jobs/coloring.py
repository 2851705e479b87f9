"""A photo given color: once told by a network, painted at any size in no time."""

from __future__ import annotations

from types import ModuleType

import numpy as np

from palette_studio.core.coloring import Coloring
from palette_studio.core.photo import Photo
from palette_studio.core.tick import Tick, no_tick
from palette_studio.core.transferring import LIVE_PIXELS

MODELS_MISSING = "Coloring needs torch: install palette-studio[models]."


def colored(photo: Photo, how: Coloring, tick: Tick = no_tick) -> Photo:
    """Return the photo in color, at full size; worked out the first time.

    Raises ValueError where a model is missing or damaged.
    """

    def make() -> Photo:
        chroma = _chroma(photo, how, tick)
        pixels = _learned().touched(photo.pixels, chroma, how.hints, how.strength, tick)
        made = Photo(pixels, photo.name, photo.origin)
        assert made.levels  # the pyramid is made here, not in the window's thread
        return made

    return photo.transfers.known(how.key, make)


def sketched(photo: Photo, how: Coloring, tick: Tick = no_tick) -> Photo:
    """Return the photo in color, small, as soon as a hand that moves a hint needs it."""
    level = photo.level_within(LIVE_PIXELS)
    pixels = photo.levels[level]
    hints = tuple(hint.scaled(pixels.shape[0] / photo.height) for hint in how.hints)
    chroma = _chroma(photo, how, tick)
    return Photo(_learned().touched(pixels, chroma, hints, how.strength, tick), photo.name)


def _chroma(photo: Photo, how: Coloring, tick: Tick) -> np.ndarray:
    """Return the chroma of the photo, small, from memory where it is known."""
    learned = _learned()
    tick(0.0)
    light = photo.sketches.known("light", lambda: learned.small_light(photo.pixels))

    def tell() -> np.ndarray:
        style = None if how.style is None else learned.small_light(how.style.pixels)
        return learned.told(light, how.model, style)

    def lead() -> np.ndarray:
        told = photo.sketches.known(("told", *how.told_key), tell)
        tick(0.1)
        begun = learned.lively(told, how.vividness)
        return learned.led(light, begun, photo.pixels.shape, how.hints, np.array(how.palette, np.uint8))

    return photo.sketches.known(("led", *how.chroma_key), lead)


def _learned() -> ModuleType:
    try:
        from palette_studio.nets import colorizing
    except ImportError as error:
        raise ValueError(MODELS_MISSING) from error
    return colorizing
