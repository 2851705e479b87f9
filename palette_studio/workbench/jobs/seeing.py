"""What the screen shows to other eyes: only what is in sight, and only of what is painted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from palette_studio.core.craft.sight import Sight
from palette_studio.core.scene import PREVIEW_PIXELS
from palette_studio.core.tick import Tick
from palette_studio.workbench.engine import Job
from palette_studio.workbench.jobs.rendering import Patch, Rendering

if TYPE_CHECKING:
    import numpy as np

MARGIN = 32  # pixels around what is in sight
MOST = 0.6  # of a patch: where more of it is in sight, all of it is made
BASE_PIXELS = PREVIEW_PIXELS // 4  # what stands behind a sharp part until the view is at rest
Box = tuple[int, int, int, int]  # left, top, right, bottom
Wish = tuple[int, tuple[Patch, ...], Rendering | None]  # number of the photo, before, after


@dataclass(frozen=True, eq=False)
class Part:
    """A part of a patch, in the patch's own pixels; ``pixels`` are as they are seen."""

    patch: Patch
    box: Box
    pixels: np.ndarray | None = None

    def same(self, other: Part) -> bool:
        return self.patch.pixels is other.patch.pixels and self.box == other.box


@dataclass(frozen=True, eq=False)
class Seen:
    """Both sides of the canvas as they are seen. wish: what was asked for, given back as it came."""

    wish: Wish
    sight: Sight
    sides: tuple[tuple[Part, ...], ...]


def parts_in(
    patches: Sequence[Patch], view: tuple[float, float, float, float], sharp: int
) -> tuple[Part, ...]:
    """Return what has to be made of a side: the sharpest part that the screen can show, and one behind it.

    view: left, top, right, bottom of what is in sight, in photo pixels. sharp: the pyramid's level that has
    a pixel for every pixel of the screen.
    """
    ordered = sorted(patches, key=lambda patch: patch.level)
    if not ordered:
        return ()
    first = next((patch for patch in ordered if patch.level >= sharp), ordered[-1])
    part = Part(first, _box(first, view))
    whole = part.box == _whole(first)
    behind = [patch for patch in ordered if patch.level > first.level]
    if whole or not behind:
        return (part,)
    base = next((patch for patch in behind if _count(_whole(patch)) <= BASE_PIXELS), behind[-1])
    return Part(base, _whole(base)), part


def _box(patch: Patch, view: tuple[float, float, float, float]) -> Box:
    scale, (_, _, width, height) = 0.5**patch.level, _whole(patch)
    left, top = (int(view[n] * scale) - at - MARGIN for n, at in ((0, patch.x), (1, patch.y)))
    right, bottom = (ceil(view[n] * scale) - at + MARGIN for n, at in ((2, patch.x), (3, patch.y)))
    box = max(left, 0), max(top, 0), min(right, width), min(bottom, height)
    much = _count(box) >= MOST * _count(_whole(patch)) or _count(_whole(patch)) <= BASE_PIXELS
    return _whole(patch) if much or _count(box) <= 0 else box


def _whole(patch: Patch) -> Box:
    height, width = patch.pixels.shape[:2]
    return 0, 0, width, height


def _count(box: Box) -> int:
    return max(box[2] - box[0], 0) * max(box[3] - box[1], 0)


def see_job(
    sight: Sight, sides: tuple[tuple[Part, ...], ...], known: Sequence[Part], wish: Wish = (0, (), None)
) -> Job:
    """Have parts of both sides seen. known: parts that this sight has seen before; they come as they are."""

    def run(tick: Tick) -> Seen:
        import numpy as np

        made = list(known)

        def seen(part: Part) -> Part:
            there = next((one for one in made if one.same(part)), None)
            if there is None:
                left, top, right, bottom = part.box
                pixels = np.ascontiguousarray(part.patch.pixels[top:bottom, left:right])
                there = Part(part.patch, part.box, sight.picture(pixels))
                made.append(there)
            return Part(part.patch, part.box, there.pixels)

        return Seen(wish, sight, tuple(tuple(seen(part) for part in side) for side in sides))

    return Job("see", run)
