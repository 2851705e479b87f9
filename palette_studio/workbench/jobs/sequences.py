"""Sequences for the window: opened, watched frame by frame, and written."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from palette_studio.core.document import Document
from palette_studio.core.files.error import shown
from palette_studio.core.palette import Rgb
from palette_studio.core.photo import Origin, Photo
from palette_studio.core.rendering import rendered
from palette_studio.core.sequencing import Frames
from palette_studio.core.tick import Tick, no_tick
from palette_studio.workbench.engine import Job
from palette_studio.workbench.jobs.rendering import DRAG_NODES, Rendering
from palette_studio.workbench.words import job_words

if TYPE_CHECKING:
    import numpy as np

    from palette_studio.core.contact_sheet import ContactSheet
    from palette_studio.core.files.sequence_io import FrameSequence
    from palette_studio.core.mixture.background import PixelGaussians
    from palette_studio.core.sequence_watch import Seen, Watch

PARTIAL_S = 1 / 20  # from one picture on the screen to the next
LONG = 100  # frames to be learned that are worth a word in the status line
HERE = -1  # the frame at which the watch stands


class Pace:
    """When a picture is due: not too often, and not before the last one was taken."""

    def __init__(self) -> None:
        self._last = 0.0
        self._taken = Event()
        self._taken.set()

    def due(self) -> bool:
        now = time.monotonic()
        if now - self._last < PARTIAL_S or not self._taken.is_set():
            return False
        self._last = now
        self._taken.clear()
        return True

    def taken(self) -> None:
        self._taken.set()


class Stage:
    """A sequence that is watched: what the jobs of one topic hand from one to the next."""

    def __init__(self, frames: Frames) -> None:
        self.frames = frames
        self.pace = Pace()
        self._watch: Watch | None = None

    @property
    def watch(self) -> Watch:
        """Return the watch, begun in the thread that first asks for it."""
        if self._watch is None:
            from palette_studio.core.sequence_watch import Watch

            self._watch = Watch(self.frames)
        return self._watch


@dataclass(frozen=True, eq=False)
class Wish:
    """What is to be seen. number: a frame, or HERE. view: of VIEWS. pixel: whose Gaussians to tell.

    plays: on to the end from there, as fast as the model learns. stays: it may be asked for again at once,
    with other options.
    """

    document: Document
    number: int
    view: str
    pixel: tuple[int, int] | None = None
    plays: bool = False
    stays: bool = True


@dataclass(frozen=True, eq=False)
class Moment:
    """One frame, seen. after: the levels of what the view makes of it. count: of all frames.

    share: of the mask that is foreground, 0..1. value: the color of the wish's pixel, gaussians: its
    components, None without a pixel. ends: nothing comes after it of the same job. exact: the model has
    learned all frames up to it as wished.
    """

    frames: Frames
    wish: Wish
    number: int
    count: int
    photo: Photo
    after: tuple[np.ndarray, ...]
    mask: np.ndarray
    share: float
    value: Rgb | None = None
    gaussians: PixelGaussians | None = None
    ends: bool = True
    exact: bool = True


@dataclass(frozen=True, eq=False)
class Opened:
    """A sequence and its first frame."""

    frames: Frames
    photo: Photo


def open_sequence_job(path: Path, most_megapixels: float) -> Job:
    text = job_words("Opening %1", shown(path))
    return Job("open sequence", lambda tick: opened(path, most_megapixels, tick), stops_older=True, text=text)


def opened(path: Path, most_megapixels: float, tick: Tick) -> Opened:
    """Read the first frame, and count the others where a video does not say how many there are."""
    from palette_studio.core.files.apart.sequences import read_sequence_apart

    tick(0.0)
    source = read_sequence_apart(path, most_megapixels)
    count = source.length
    if count is None:
        count = 0
        for _ in source:
            tick(0.0)
            count += 1
    photo = _photo(source, 0, source.frame(0))
    return Opened(Frames(path, count, (photo.width, photo.height)), photo)


def watch_job(stage: Stage, wish: Wish, *, stops: bool, text: str = "") -> Job:
    """Go to a frame, or play from there to the end; partial results are the frames on the way.

    stops: an older job ends at once. text: for the status line, if the way is long.
    """
    how = wish.document.sequencing

    def run(tick: Tick) -> Moment:
        watch = stage.watch
        number = max(watch.number if wish.number == HERE else wish.number, 0)
        if not wish.plays:
            anew = watch.distance(number, how) > number  # frames long gone are not shown again
            if anew and (guess := watch.glance(number, how)) is not None:
                tick(0.0, _moment(stage, wish, guess, ends=False, exact=False))
            walked = _walked(stage, wish, tick, anew)
            return _moment(stage, wish, watch.go(number, how, walked, stays=wish.stays))
        seen = watch.go(number, how, tick, stays=False)
        while seen.number + 1 < watch.count:
            before = seen.number
            seen = watch.go(seen.number + 1, how, tick, stays=False)
            if seen.number <= before:
                break
            due = stage.pace.due()
            tick(seen.number / watch.count, _moment(stage, wish, seen, ends=False) if due else None)
        return _moment(stage, wish, seen)

    return Job("sequence", run, stops_older=stops, text=text)


def _walked(stage: Stage, wish: Wish, tick: Tick, anew: bool) -> Callable[[float], None]:
    """Return what is told on the way to a frame: it shows some of those that are passed."""

    def walked(fraction: float) -> None:
        seen = stage.watch.seen
        due = not anew and fraction > 0 and seen is not None and stage.pace.due()
        tick(fraction, _moment(stage, wish, seen, ends=False) if due and seen is not None else None)

    return walked


def _moment(stage: Stage, wish: Wish, seen: Seen, *, ends: bool = True, exact: bool = True) -> Moment:
    from palette_studio.core.tiles import pyramid

    watch = stage.watch
    photo = Photo(seen.pixels, watch.name(seen.number), Origin(path=watch.path(seen.number)))
    after = photo.levels if wish.view == "frame" else pyramid(_viewed(watch, wish, seen))
    value = gaussians = None
    if wish.pixel is not None and exact:
        x, y = wish.pixel
        r, g, b = (int(part) for part in seen.pixels[y, x])
        value, gaussians = (r, g, b), watch.gaussians(x, y)
    return Moment(
        frames=stage.frames,
        wish=wish,
        number=seen.number,
        count=watch.count,
        photo=photo,
        after=tuple(after),
        mask=seen.mask,
        share=float((seen.mask == 255).mean()),
        value=value,
        gaussians=gaussians,
        ends=ends,
        exact=exact,
    )


def _viewed(watch: Watch, wish: Wish, seen: Seen) -> np.ndarray:
    if wish.view == "background":
        return watch.background()
    return painted(wish.document, wish.view, seen.pixels, seen.mask, DRAG_NODES if wish.plays else None)


def sheet_of(document: Document, tick: Tick = no_tick) -> ContactSheet:
    """Return frames from all over the document's sequence, read the first time."""
    from palette_studio.core.contact_sheet import contact_sheet
    from palette_studio.core.files.sequence_io import read_sequence

    photo, frames = document.photo, document.frames
    assert photo is not None and frames is not None
    return photo.sketches.known(
        "contact sheet", lambda: contact_sheet(read_sequence(frames.path), frames.count, tick)
    )


def painted(
    document: Document, view: str, pixels: np.ndarray, mask: np.ndarray, table: int | None = None
) -> np.ndarray:
    """Return what a view other than the background makes of a frame and its mask.

    Recolored, a color has one result in all frames: what an engine has to know beside it, it learns of frames
    from all over the sequence.
    """
    from palette_studio.core.recolor import SCENIC
    from palette_studio.core.sequence_watch import cleaned, shown_mask

    if view == "mask":
        return shown_mask(mask)
    if view == "clean":
        return cleaned(pixels, mask)
    base = sheet_of(document) if document.method in SCENIC else None
    return rendered(replace(document, workspace="recolor", region=None), pixels, table, base=base)


def _photo(source: FrameSequence, number: int, pixels: np.ndarray) -> Photo:
    from palette_studio.core.files.sequence_io import FrameFiles

    files = isinstance(source, FrameFiles)
    path = source.paths[number] if files else source.path
    photo = Photo(pixels, shown(path) if files else source.name(number), Origin(path=path))
    assert photo.levels  # made here, not in the window's thread
    return photo


def rendering_of(moment: Moment, serial: int) -> Rendering:
    """Return what the canvas shows after a frame was judged."""
    from palette_studio.workbench.jobs.rendering import Patch

    patches = tuple(Patch(n, level) for n, level in enumerate(moment.after))
    return Rendering(serial, patches, exact=moment.exact, full=moment.after[0])
