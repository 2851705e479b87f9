"""The reference of a transfer: find the swatches that can be paired, compare the hues."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from palette_studio.core.palette import Palette
from palette_studio.core.photo import Photo
from palette_studio.core.tick import Tick
from palette_studio.core.transferring import WHOLE, Box, Transferring, palettes, part
from palette_studio.workbench.engine import Job

if TYPE_CHECKING:
    import numpy as np

MEASURED_PX = 256  # the longer side of what is compared


def pairs_job(photo: Photo, how: Transferring) -> Job:
    """Find the swatches of the photo and of the reference that can be paired; whose they are comes too."""

    def run(tick: Tick) -> tuple[Photo, Transferring, tuple[Palette, Palette]]:
        return photo, how, palettes(photo, how)

    return Job("pairs", run)


@dataclass(frozen=True, eq=False)
class Hues:
    """Shares of hues, (256,) each, and how far the result is: distances to the reference, before and after,
    and how much of the photo's own hues can be told from the result's, 0..1."""

    own: np.ndarray
    wanted: np.ndarray
    made: np.ndarray
    before: float
    after: float
    information: float


def hues_job(photo: Photo, how: Transferring, made: np.ndarray) -> Job:
    """Compare the hues of a photo, its reference and what was made of it: (h, w, 3|4) at any size."""
    reference = how.reference
    assert reference is not None

    def run(tick: Tick) -> Hues:
        from palette_studio.core.transfer import distances

        own, wanted = _small(photo, WHOLE), _small(reference, how.box)
        result = distances.reduced(made, MEASURED_PX)
        if result.shape != own.shape:
            import cv2

            result = cv2.resize(result, own.shape[1::-1], interpolation=cv2.INTER_AREA)
        shares = [distances.hue_histogram(pixels, weighted=True) for pixels in (own, wanted, result)]
        return Hues(
            *shares,
            before=distances.hue_emd(own, wanted),
            after=distances.hue_emd(result, wanted),
            information=distances.hue_information(own, result),
        )

    return Job("hues", run)


def _small(photo: Photo, box: Box) -> np.ndarray:
    from palette_studio.core.transfer.distances import reduced

    return photo.scene.known(("hues", box), lambda: reduced(part(photo.scene.pixels, box), MEASURED_PX))
