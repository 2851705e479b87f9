"""Contact sheets: frames from all over a sequence side by side, so that one palette is found in all of it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from palette_studio.core.photo import Photo
from palette_studio.core.scene import PREVIEW_PIXELS, Scene
from palette_studio.core.tick import Tick, no_tick

if TYPE_CHECKING:
    import numpy as np

    from palette_studio.core.files.sequence_io import FrameSequence

FRAMES = 24  # that stand for a sequence


class ContactSheet(Photo):
    """A picture of pictures: where a pixel stands in it means nothing, so that engines go by color alone.

    Recolored in its scene, a color of any frame has one result, in every frame.
    """

    @cached_property
    def scene(self) -> Scene:
        return Scene(self.pixels, placed=False)


def contact_sheet(source: FrameSequence, count: int, tick: Tick = no_tick) -> ContactSheet:
    """Return frames spread evenly over a sequence of ``count``, made smaller so that all fit a preview.

    Frames that cannot be read are left out. Raises FileError where none can.
    """
    import numpy as np

    from palette_studio.core.files.error import FileError

    wanted = np.unique(np.linspace(0, max(count - 1, 0), FRAMES).astype(int))
    frames: list[np.ndarray] = []
    for place, number in enumerate(wanted):
        tick(place / len(wanted))
        try:
            frames.append(_reduced(source.frame(int(number)), len(wanted)))
        except FileError:
            continue
        except IndexError:  # a video may hold fewer than it says
            break
    if not frames:
        raise FileError("None of the frames can be read. Open another sequence.")
    return ContactSheet(np.concatenate(frames), "Sequence")


def _reduced(frame: np.ndarray, count: int) -> np.ndarray:
    """Return a frame at its share of the preview."""
    import cv2

    height, width = frame.shape[:2]
    scale = min(1.0, (PREVIEW_PIXELS / count / (height * width)) ** 0.5)
    size = (max(1, int(width * scale)), max(1, int(height * scale)))
    return cv2.resize(frame, size, interpolation=cv2.INTER_AREA) if scale < 1 else frame
