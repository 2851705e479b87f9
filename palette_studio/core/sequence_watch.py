"""A sequence under watch: a background model at any frame, as if it had run straight there."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import numpy as np

from palette_studio.core.files.apart.sequences import read_sequence_apart
from palette_studio.core.files.error import FileError, shown
from palette_studio.core.files.sequence_io import FrameFiles
from palette_studio.core.mixture.background import FOREGROUND, BackgroundMixture, PixelGaussians, despeckled
from palette_studio.core.sequencing import Frames, Sequencing

EVERY = 25  # frames from one kept model to the next, at first
MOST_KEPT, MOST_BYTES = 8, 96e6
DIMMED = 0.22  # of the light that the background keeps beside what moves
Progress = Callable[[float], None]


class Seen(NamedTuple):
    """A frame, (h, w, 3) uint8, and its mask, (h, w) uint8: 255 foreground, 127 shadow, 0 background."""

    number: int
    pixels: np.ndarray
    mask: np.ndarray


class Watch:
    """Walks through a sequence, forward by learning, back by beginning again at a model that was kept.

    Frames that cannot be read are told once, then passed over. count: of the frames there really are; a video
    may hold fewer than it says.
    """

    def __init__(self, frames: Frames) -> None:
        self.frames = frames
        self.count = frames.count
        self._source = read_sequence_apart(frames.path, frames.most_megapixels)
        self._how: Sequencing | None = None
        self._model: BackgroundMixture | None = None
        self.seen: Seen | None = None  # the last frame, unless the watch has gone back to one before it
        self.number = -1  # of the frame that was learned last
        self._kept: dict[int, BackgroundMixture] = {}
        self._before: tuple[int, BackgroundMixture] | None = None
        self._stood: tuple[Seen, BackgroundMixture] | None = None  # where, and the model before that frame
        self._every = EVERY
        self._bad: set[int] = set()

    def name(self, number: int) -> str:
        """Return what a frame is called, for people."""
        source = self._source
        return shown(source.paths[number]) if isinstance(source, FrameFiles) else source.name(number)

    def path(self, number: int) -> Path:
        """Return the file that a frame is in."""
        source = self._source
        return source.paths[number] if isinstance(source, FrameFiles) else source.path

    def distance(self, number: int, how: Sequencing) -> int:
        """Return how many frames are to be learned on the way to another one."""
        if self._how is None or how.past != self._how.past:
            return number + 1
        if number > self.number:
            return number - self.number
        if number == self.number and how == self._how:
            return 0
        return number - max((n for n in self._starts() if n < number), default=-1)

    def go(self, number: int, how: Sequencing, tick: Progress, *, stays: bool = True) -> Seen:
        """Return the frame ``number``, or the last one there is, and its mask.

        tick: is told how much of the way is done, before each frame; it may raise Canceled, and the watch
        stays where it is. stays: the same frame may be asked for again with other options.
        Raises FileError when a frame on the way cannot be read, the first time.
        """
        number = self._good(number)
        if self._how is None or how.past != self._how.past:
            self._forget()
        if number < self.number or (number == self.number and (self.seen is None or how != self._how)):
            self._go_back(number)
        self._how, first = how, self.number
        while self.number < number < self.count:
            tick((self.number - first) / (number - first))
            self._learn(self._good(self.number + 1), how, keep=stays and self.number + 1 >= number)
        if self.seen is None:
            raise FileError(f"{self.frames.name} has no frame that can be read. Open another sequence.")
        if self._before is not None and self._before[0] == self.number - 1:
            self._stood = self.seen, self._before[1]
        return self.seen

    def glance(self, number: int, how: Sequencing) -> Seen | None:
        """Return about how a frame will be judged, by the model as it was learned before; None: no idea."""
        if self._stood is None or self._stood[0].number != number:
            return None
        model = copy.deepcopy(self._stood[1])
        was = model.options.method, model.options.rho
        model.change(**how.options)
        if (model.options.method, model.options.rho) != was:
            return None
        return self._stood[0]._replace(mask=_filtered(model.apply(self._stood[0].pixels), how))

    def background(self) -> np.ndarray:
        """Return the picture of what stands behind, (h, w, 3) uint8. Raises ValueError before a frame."""
        assert self._model is not None
        return self._model.background()

    def gaussians(self, x: int, y: int) -> PixelGaussians:
        assert self._model is not None
        return self._model.gaussians(x, y)

    def _good(self, number: int) -> int:
        """Return the frame, the next that can be read after it, or the last one before it."""
        after = next((n for n in range(number, self.count) if n not in self._bad), None)
        if after is not None:
            return after
        return next((n for n in range(self.count - 1, -1, -1) if n not in self._bad), 0)

    def _learn(self, number: int, how: Sequencing, *, keep: bool) -> None:
        try:
            pixels = self._source.frame(number)
        except FileError:
            self._bad.add(number)
            raise
        except IndexError:
            self.count = number
            return
        if self._model is None:
            self._model = BackgroundMixture(**how.options)
        elif keep:
            self._before = number - 1, copy.deepcopy(self._model)
        self._model.change(**how.options)
        self.seen = Seen(number, pixels, _filtered(self._model.apply(pixels), how))
        self.number = number
        if (number + 1) % self._every == 0:
            self._keep(number)

    def _keep(self, number: int) -> None:
        """Keep the model, and of those that were kept only so many that memory stays bounded."""
        assert self._model is not None
        self._kept[number] = copy.deepcopy(self._model)
        size = self.frames.size[0] * self.frames.size[1] * 5 * 4 * self._model.options.components
        while len(self._kept) > max(2, min(MOST_KEPT, MOST_BYTES // size)):
            self._every *= 2
            self._kept = {n: model for n, model in self._kept.items() if (n + 1) % self._every == 0}

    def _starts(self) -> dict[int, BackgroundMixture]:
        return self._kept if self._before is None else self._kept | dict([self._before])

    def _go_back(self, number: int) -> None:
        starts = {n: model for n, model in self._starts().items() if n < number}
        self.number, self.seen = max(starts, default=-1), None
        self._model = copy.deepcopy(starts[self.number]) if starts else None

    def _forget(self) -> None:
        self._model = self.seen = self._before = None
        self.number, self._kept, self._every = -1, {}, EVERY


def _filtered(mask: np.ndarray, how: Sequencing) -> np.ndarray:
    mask = despeckled(mask, how.median) if how.median else mask
    mask.flags.writeable = False
    return mask


def shown_mask(mask: np.ndarray) -> np.ndarray:
    """Return a mask as a picture, (h, w, 3): white foreground, gray shadow, black background."""
    return np.repeat(mask[..., None], 3, axis=2)


def cleaned(pixels: np.ndarray, mask: np.ndarray) -> np.ndarray:
    """Return the frame with the background, and shadows on it, dimmed."""
    dark = (pixels * np.float32(DIMMED)).astype(np.uint8)
    return np.where((mask == FOREGROUND)[..., None], pixels, dark)
