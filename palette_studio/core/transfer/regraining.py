"""The grain put right again after a transfer (Pitié, Kokaram & Dahyot 2007, section 5), a strip at a time."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from palette_studio.core.tick import Tick, first_half, no_tick, second_half
from palette_studio.core.tiles import each_block
from palette_studio.core.transfer.colors import Colors, floats, shown
from palette_studio.core.transfer.given import Given, finished
from palette_studio.core.transfer.rows import Picture, resized
from palette_studio.core.transfer.transport import iterative

ROUNDS = (4, 16, 32, 64, 64, 64)  # of Jacobi, from the finest level on
DEEPEST_PX = 20
STRIP = 8  # rows a round: the more, the less is worked out twice where strips meet


def painted(given: Given, tick: Tick) -> np.ndarray:
    """Return what iterative transfer and regraining make of a picture; what does not show stays as it is."""
    pixels, own = given.pixels, Colors(given.pixels)
    recolor = iterative(own, Colors(given.reference), first_half(tick))

    def source(start: int, stop: int) -> np.ndarray:
        return floats(pixels[start:stop])

    def colored(start: int, stop: int) -> np.ndarray:
        rows, seen = source(start, stop), shown(pixels[start:stop])
        rows[seen] = np.clip(recolor(rows[seen]), 0, 1)
        return rows

    height, width = pixels.shape[:2]
    last = second_half(tick)
    made = regrained(Level(source, colored, (height, width)), first_half(last))
    return finished(given, lambda a, b: made(a, b)[shown(pixels[a:b])], second_half(last))


@dataclass(frozen=True)
class Level:
    """A picture, what it became, and their height and width."""

    source: Picture
    colored: Picture
    shape: tuple[int, int]

    @property
    def half(self) -> tuple[int, int]:
        return (self.shape[0] + 1) // 2, (self.shape[1] + 1) // 2

    def coarser(self) -> Level:
        """Return the level of half the size, in memory."""
        planes = [np.empty((*self.half, 3), np.float32) for _ in range(2)]

        def work(start: int, stop: int) -> None:
            for plane, rows in zip(planes, (self.source, self.colored), strict=True):
                plane[start:stop] = resized(rows, self.shape, self.half, (start, stop))

        each_block(self.half[0], work, block=STRIP)
        source, colored = planes
        return Level(lambda a, b: source[a:b], lambda a, b: colored[a:b], self.half)


def regrained(finest: Level, tick: Tick = no_tick) -> Picture:
    """Return what the finest level became with the gradients of its source.

    From coarse to fine, each level by a few rounds of Jacobi on: the result's gradients are the source's
    where it is flat, its colors the new ones at edges. The finest is worked out as it is asked for.
    """
    levels = [finest]
    while len(levels) < len(ROUNDS) and min(levels[-1].half) > DEEPEST_PX:
        levels.append(levels[-1].coarser())
    made = _relaxed(levels, len(levels) - 1, None)
    for number in range(len(levels) - 2, -1, -1):
        tick(1 - (number + 1) / len(levels))
        made = _relaxed(levels, number, _kept(made, levels[number + 1], STRIP * ROUNDS[number + 1]))
    return made


def _kept(made: Picture, level: Level, strip: int) -> Picture:
    """Return how far the colors of a level went, in memory."""
    moved = np.empty((*level.shape, 3), np.float32)

    def work(start: int, stop: int) -> None:
        moved[start:stop] = made(start, stop) - level.source(start, stop)

    each_block(level.shape[0], work, block=strip)
    return lambda a, b: moved[a:b]


def _relaxed(levels: list[Level], number: int, moved: Picture | None) -> Picture:
    """Return a level after its rounds. moved: of the coarser level, where there is one."""
    from palette_studio.core.kernels.regrain import relaxed

    level, rounds = levels[number], ROUNDS[number]
    height = level.shape[0]

    def rows(start: int, stop: int) -> np.ndarray:
        # What a strip does not see of its neighbors spoils one row a round, and one at once
        low, high = max(0, start - rounds - 1), min(height, stop + rounds + 1)
        source, colored = level.source(low, high), level.colored(low, high)
        first = colored
        if moved is not None:
            # What changed is made large, not the colors: those would come back without their edges
            first = source + resized(moved, levels[number + 1].shape, level.shape, (low, high))
        return relaxed(source, colored, first, rounds, number)[start - low : stop - low]

    return rows
