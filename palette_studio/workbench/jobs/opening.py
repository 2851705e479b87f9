"""From a path or pasted bytes to a photo with its palette."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from palette_studio.core.document import Document
from palette_studio.core.files.error import shown
from palette_studio.core.palette import MOST, Palette, Rgb, Swatch
from palette_studio.core.photo import Photo
from palette_studio.core.scene import PREVIEW_PIXELS
from palette_studio.core.tick import Tick
from palette_studio.workbench.engine import Job
from palette_studio.workbench.jobs.rendering import base_of
from palette_studio.workbench.jobs.sequences import sheet_of
from palette_studio.workbench.words import job_words

if TYPE_CHECKING:
    import numpy as np


def open_job(path: Path, most_megapixels: int, topic: str = "open") -> Job:
    """Read a photo. It is shown at once; its palette is found by a job of its own.

    topic: "reference" for the photo whose colors are wanted.
    """
    from palette_studio.core.files import read_photo_apart

    def read(tick: Tick) -> Photo:
        return read_photo_apart(path, most_megapixels=most_megapixels, tick=tick)

    return _read_job(read, shown(path), topic)


def paste_job(pixels: np.ndarray, name: str, topic: str = "open") -> Job:
    """pixels: (h, w, 3|4) uint8, copied from the clipboard. topic: as for open_job."""
    from palette_studio.core.files import photo_from_pixels

    return _read_job(lambda tick: photo_from_pixels(pixels, name), name, topic)


@dataclass(frozen=True)
class Found:
    """A palette found anew, and what for. gesture: whose step it belongs to, if any."""

    palette: Palette
    photo: Photo
    k: int | str
    locked: tuple[Rgb, ...]
    method: str
    gesture: int | None = None


def palette_job(document: Document, k: int, method: str) -> Job:
    """Find the first palette of a photo, of what a transfer of colors makes of it, or of a whole sequence."""
    photo = document.photo
    assert photo is not None

    def run(tick: Tick) -> tuple[Photo, Palette]:
        from palette_studio.core.find_palette import palette_of

        return photo, palette_of(_seen(document, tick), k, method, tick=tick)

    return Job("palette", run, stops_older=True, text=job_words("Finding the palette"))


def extract_job(
    document: Document, k: int | str, locked: tuple[Rgb, ...], method: str, gesture: int | None = None
) -> Job:
    """Find the palette of what is there anew, as for ``palette_job``; ``locked`` colors stay in it."""
    photo = document.base
    assert photo is not None

    def run(tick: Tick) -> Found:
        from palette_studio.core.find_palette import palette_of

        seen = _seen(document, tick) if _watches(document) else photo
        palette = palette_of(seen, k, method=method, locked=locked, tick=tick)
        return Found(palette, photo, k, locked, method, gesture)

    return Job("extract", run, stops_older=True)


def _seen(document: Document, tick: Tick) -> Photo:
    """Return what a palette is found in: frames from all over a sequence, where one is watched."""
    return sheet_of(document, tick) if _watches(document) else base_of(document, tick)


def _watches(document: Document) -> bool:
    return document.frames is not None and document.workspace == "sequence"


def open_palette_job(path: Path, photo: Photo) -> Job:
    """Read a palette file and count what each of its colors covers of the photo."""

    def run(tick: Tick) -> tuple[Palette, str]:
        from palette_studio.core.files import read_palette

        return counted(read_palette(path, most=MOST), photo), shown(path)

    return Job("open palette", run, stops_older=True, text=job_words("Opening %1", shown(path)))


def counted(palette: Palette, photo: Photo) -> Palette:
    """Return the palette with names, and what each color covers of a photo that is mapped to it."""
    from palette_studio.core.extract import coverage
    from palette_studio.core.names import named

    palette = named(palette)
    shares = coverage(photo.scene.pixels, palette.colors)
    swatches = zip(palette.swatches, shares, strict=True)
    return Palette(tuple(replace(s, coverage=float(share)) for s, share in swatches))


def _read_job(read: Callable[[Tick], Photo], name: str, topic: str) -> Job:
    def run(tick: Tick) -> Photo:
        tick(0.0)
        photo = read(tick)
        assert photo.levels  # the pyramid is made here, not in the window's thread
        return photo

    return Job(topic, run, stops_older=True, text=job_words("Opening %1", name))


def add_job(photo: Photo, found: Palette, rgb: Rgb) -> Job:
    """Name a color picked from the photo and count anew what each swatch covers."""

    return Job("add", lambda tick: added_to(photo, found, rgb))


def added_to(photo: Photo, found: Palette, rgb: Rgb) -> tuple[Rgb, str, tuple[float, ...]]:
    """Return a color with its name, and every swatch's coverage once it is one of them."""
    from palette_studio.core.extract import coverage
    from palette_studio.core.names import named

    grown = named(found.added(Swatch(rgb)))
    shares = coverage(photo.levels[photo.level_within(PREVIEW_PIXELS)], grown.colors)
    return rgb, grown[-1].name, tuple(float(share) for share in shares)
