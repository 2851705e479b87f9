"""Transferring: whose colors a photo is given and how; a value the document keeps, and the photo it makes."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from palette_studio.core.palette import Palette
from palette_studio.core.photo import Photo
from palette_studio.core.tick import Tick, no_tick

if TYPE_CHECKING:
    import numpy as np

LIVE_PIXELS = 260_000  # of a preview, and of the reference for it
BY_PALETTE = "palette-transport"  # the method that pairs of swatches are for
WHOLE = (0.0, 0.0, 1.0, 1.0)
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Transferring:
    """The photo whose colors are wanted, and how much of them.

    method: a key of transfer.METHODS or one of transfer.LEARNED. strength: 0..1; luminance, intensity: 0..2,
    see transfer.Look. box: the part of the reference that counts, as shares of its width and height: left,
    top, width, height. pairs: swatches of the photo and of that part, by their numbers in ``palettes``, that
    belong together.
    """

    reference: Photo | None = None
    method: str = "full-color-even"
    strength: float = 1.0
    luminance: float = 1.0
    intensity: float = 1.0
    preserve_lightness: bool = False
    box: Box = WHOLE
    pairs: tuple[tuple[int, int], ...] = ()

    @property
    def active(self) -> bool:
        """Whether anything is to be transferred."""
        return self.reference is not None and self.strength > 0

    @property
    def key(self) -> Hashable:
        """What the result depends on."""
        by_palette = self.method == BY_PALETTE
        pairs = self.pairs if by_palette else None
        look = self.strength, self.luminance, self.intensity, self.preserve_lightness
        return "transferred", id(self.reference), self.method, look, self.box, pairs

    def of(self, reference: Photo | None, box: Box = WHOLE) -> Transferring:
        """Return the same wishes for another reference, or another part of it."""
        return replace(self, reference=reference, box=box, pairs=())

    def for_photo(self) -> Transferring:
        """Return the same wishes for another photo."""
        return replace(self, pairs=())

    def paired(self, own: int, wanted: int) -> Transferring:
        """Return it with two swatches together, by the method that heeds them; both leave other pairs.

        The same pair again parts them.
        """
        kept = tuple(pair for pair in self.pairs if pair[0] != own and pair[1] != wanted)
        pairs = kept if (own, wanted) in self.pairs else (*kept, (own, wanted))
        return replace(self, pairs=tuple(sorted(pairs)), method=BY_PALETTE)


def part(pixels: np.ndarray, box: Box) -> np.ndarray:
    """Return the part of a picture in a box, at least one pixel of it."""
    height, width = pixels.shape[:2]
    left, top = min(round(box[0] * width), width - 1), min(round(box[1] * height), height - 1)
    right, bottom = round((box[0] + box[2]) * width), round((box[1] + box[3]) * height)
    return pixels[top : max(bottom, top + 1), left : max(right, left + 1)]


def palettes(photo: Photo, how: Transferring) -> tuple[Palette, Palette]:
    """Return the swatches of the photo and of the part of the reference that counts."""
    from palette_studio.core.transfer.palettes import palette_of

    reference = how.reference
    assert reference is not None
    own = photo.scene.known(("transfer", WHOLE), lambda: palette_of(photo.pixels))
    return own, reference.scene.known(
        ("transfer", how.box), lambda: palette_of(part(reference.pixels, how.box))
    )


def transferred(photo: Photo, how: Transferring, tick: Tick = no_tick) -> Photo:
    """Return the photo with the colors of the reference, at full size; worked out the first time.

    Raises ValueError as transfer() does.
    """
    reference = how.reference
    assert reference is not None

    def make() -> Photo:
        made = Photo(_painted(photo, photo.pixels, reference.pixels, how, tick), photo.name, photo.origin)
        assert made.levels  # the pyramid is made here, not in the window's thread
        return made

    return photo.transfers.known(how.key, make)


def at_hand(photo: Photo, how: Transferring) -> Photo | None:
    """Return what ``transferred`` would, if it has been worked out already."""
    return photo.transfers.remembered(how.key)


def sketched(photo: Photo, how: Transferring, tick: Tick = no_tick) -> Photo:
    """Return the photo with the colors of the reference, small, in the blink of an eye where only the look of
    a transfer changes. tick gets pixels of the same size on the way, where a method shows how far it is."""
    from palette_studio.core.transfer.colors import floats, shown
    from palette_studio.core.transfer.given import filled, looked
    from palette_studio.core.transfer.look import Look
    from palette_studio.core.transfer.spaces import to_lab

    reference = how.reference
    assert reference is not None
    pixels = photo.levels[photo.level_within(LIVE_PIXELS)]
    plain = replace(how, strength=1.0, luminance=1.0, intensity=1.0, preserve_lightness=False)
    wanted = reference.levels[reference.level_within(LIVE_PIXELS)]
    made = photo.sketches.known(plain.key, lambda: _painted(photo, pixels, wanted, plain, tick))
    look = Look(how.strength, how.luminance, how.intensity, how.preserve_lightness)
    if look.plain or not shown(pixels).any():
        return Photo(made, photo.name)
    there = shown(pixels)
    own = photo.sketches.known("lab", lambda: to_lab(floats(pixels)[there]))
    new = photo.sketches.known(("lab", plain.key), lambda: to_lab(floats(made)[there]))
    middle = float(new[:, 0].mean(dtype=float))
    return Photo(filled(pixels, looked(own, new, look, middle)), photo.name)


def _painted(
    photo: Photo, pixels: np.ndarray, wanted: np.ndarray, how: Transferring, tick: Tick
) -> np.ndarray:
    from palette_studio.core.transfer import transfer

    by_palette = how.method == BY_PALETTE
    return transfer(
        pixels,
        part(wanted, how.box),
        method=how.method,
        strength=how.strength,
        luminance=how.luminance,
        intensity=how.intensity,
        preserve_lightness=how.preserve_lightness,
        forced=how.pairs if by_palette else (),
        palettes=palettes(photo, how) if by_palette else None,
        tick=tick,
    )
