"""The photo that a palette belongs to, made: given color by a network, then the colors of another.

Needs torch only where a document asks for what is learned.
"""

from __future__ import annotations

from types import ModuleType

import numpy as np

from palette_studio.core.coloring import Coloring
from palette_studio.core.document import Document
from palette_studio.core.photo import Photo
from palette_studio.core.tick import Tick, no_tick
from palette_studio.core.transfer import LEARNED, METHODS
from palette_studio.core.transferring import LIVE_PIXELS, sketched, transferred

COLORING_MISSING = "Coloring needs torch: install palette-studio[models]."
METHOD_MISSING = "This method needs torch: install palette-studio[models], or choose another one."


def base_of(document: Document, tick: Tick = no_tick) -> Photo:
    """Return what the palette belongs to, as ``Document.base`` does, worked out where it is not there yet.

    Raises ValueError where a model is missing or damaged.
    """
    photo = document.photo
    assert photo is not None
    if document.colors:
        photo = _colored(photo, document.coloring, tick)
    if document.transfers:
        _learn(document.transferring.method)
        photo = transferred(photo, document.transferring, tick)
    return photo


def sketch_of(document: Document, photo: Photo, tick: Tick = no_tick) -> Photo:
    """Return the same, small and soon, of a document where something is made."""
    if document.transfers:
        _learn(document.transferring.method)
    if not document.colors:
        return sketched(photo, document.transferring, tick)
    small = _colored_small(photo, document.coloring, tick)
    return transferred(small, document.transferring, tick) if document.transfers else small


def _learn(method: str) -> None:
    """Have a method of transfer at hand that is made of layers."""
    if method in LEARNED and method not in METHODS:
        try:
            from palette_studio.nets import painting
        except ImportError as error:
            raise ValueError(METHOD_MISSING) from error
        painting.join()


def _colored(photo: Photo, how: Coloring, tick: Tick) -> Photo:
    """Return the photo in color, at full size; worked out the first time."""

    def make() -> Photo:
        chroma = _chroma(photo, how, tick)
        pixels = _learned().touched(photo.pixels, chroma, how.hints, how.strength, tick)
        made = Photo(pixels, photo.name, photo.origin)
        assert made.levels  # the pyramid is made here, not in the window's thread
        return made

    return photo.transfers.known(how.key, make)


def _colored_small(photo: Photo, how: Coloring, tick: Tick) -> Photo:
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
        raise ValueError(COLORING_MISSING) from error
    return colorizing
