"""Small pictures of what was open last, kept in the cache."""

from __future__ import annotations

import contextlib
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from palette_studio.core.document import Document
from palette_studio.core.files.atomic import write_atomically
from palette_studio.core.files.error import FileError
from palette_studio.core.home import cache_folder
from palette_studio.core.tick import Tick
from palette_studio.workbench.engine import Job
from palette_studio.workbench.jobs.rendering import DRAG_NODES, rendered

if TYPE_CHECKING:
    import numpy as np

SIDE = 512  # px, the longer one
MOST_KEPT = 40


def place_of(path: Path) -> Path:
    """Return where the picture of a file is kept."""
    name = hashlib.sha256(str(path).encode("utf-8", "surrogatepass")).hexdigest()[:24]
    return cache_folder() / "thumbnails" / f"{name}.png"


def thumbnail_job(path: Path, document: Document) -> Job:
    """Keep a picture of a document as the one of a file. Without one an icon has to do."""
    photo = document.base
    assert photo is not None

    def run(tick: Tick) -> None:
        level = photo.levels[photo.level_within(SIDE * SIDE)]
        pixels = rendered(document, level, DRAG_NODES, tick=tick, base=photo)
        with contextlib.suppress(FileError, OSError):  # a full disk
            _write(place_of(path), pixels)

    return Job("thumbnail", run)


def _write(place: Path, pixels: np.ndarray) -> None:
    import cv2

    from palette_studio.core.files.encoding import encode_png
    from palette_studio.core.files.profiles import srgb_profile

    share = SIDE / max(pixels.shape[:2])
    if share < 1:
        height, width = (max(1, round(side * share)) for side in pixels.shape[:2])
        pixels = cv2.resize(pixels, (width, height), interpolation=cv2.INTER_AREA)
    place.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(place, encode_png(pixels, srgb_profile(), None, 0))
    old = sorted(place.parent.glob("*.png"), key=lambda one: one.stat().st_mtime_ns, reverse=True)
    for one in old[MOST_KEPT:]:
        one.unlink(missing_ok=True)
