"""Fits of mixtures for the window, and where a component is on the canvas."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from palette_studio.core.files.error import shown
from palette_studio.core.palette import Mixed, Palette, Swatch
from palette_studio.core.photo import Photo
from palette_studio.core.segmenting import Segmenting
from palette_studio.core.tick import Tick
from palette_studio.workbench.engine import Job
from palette_studio.workbench.words import job_words

if TYPE_CHECKING:
    import numpy as np

    from palette_studio.core.segmentation import Fit


@dataclass(frozen=True, eq=False)
class Fitted:
    """A fit, what it was made for, and the (k, 3) uint8 colors of the components of the iteration shown."""

    photo: Photo
    how: Segmenting
    fit: Fit
    colors: np.ndarray

    @classmethod
    def of(cls, photo: Photo, how: Segmenting, tick: Tick, *, exact: bool = True) -> Fitted:
        """Fit a mixture to all pixels; see core.segmentation.fitted."""
        from palette_studio.core.segmentation import colors_of, fitted, mixture_of

        fit = fitted(photo, how, lambda fraction, partial=None: tick(fraction), exact=exact)
        return cls(photo, how, fit, colors_of(photo, how, mixture_of(fit, how.iteration)))


def fit_job(photo: Photo, how: Segmenting) -> Job:
    """Fit a mixture at once; a newer wish stops an older one. The exact picture brings the exact fit.

    What a hand holds is only judged, not fitted, and soon done: stopped by the next move it would never be.
    """

    def run(tick: Tick) -> Fitted:
        return Fitted.of(photo, how, tick, exact=False)

    return Job("fit", run, stops_older=not how.held)


def component_palette_job(fitted: Fitted) -> Job:
    """Make a palette of the components, named, with what each covers."""

    def run(tick: Tick) -> tuple[Photo, Palette]:
        import numpy as np

        from palette_studio.core.names import named
        from palette_studio.core.segmentation import labels, mixture_of

        photo, how = fitted.photo, fitted.how
        mixture = mixture_of(fitted.fit, how.iteration)
        label = labels(photo.scene.pixels, how, mixture, photo.bits)
        count = np.bincount(label.ravel(), minlength=256)[: len(fitted.colors)]
        swatches = [
            Swatch((int(r), int(g), int(b)), coverage=float(share))
            for (r, g, b), share in zip(fitted.colors, count / max(1, label.size), strict=True)
        ]
        return photo, replace(named(Palette(tuple(swatches))), mixed=Mixed(how.channel, mixture))

    return Job("component palette", run)


def labels_export_job(fitted: Fitted, path: Path) -> Job:
    """Write the regions as a PNG of indices, the components' colors its palette."""

    def run(tick: Tick) -> Path:
        from palette_studio.core.files.atomic import write_atomically
        from palette_studio.core.files.encoding import encode_indexed
        from palette_studio.core.segmentation import indexed_labels, labels, mixture_of

        photo, how = fitted.photo, fitted.how
        label = labels(photo.pixels, how, mixture_of(fitted.fit, how.iteration), photo.bits, tick)
        tick(0.9)
        write_atomically(path, encode_indexed(*indexed_labels(label, fitted.colors)))
        return path

    return Job("export", run, text=job_words("Exporting %1", shown(path)))


def masks_export_job(fitted: Fitted, folder: Path) -> Job:
    """Write one PNG with alpha for each component: the photo, as much as it belongs to it."""

    def run(tick: Tick) -> Path:
        from palette_studio.core.files import ExportOptions, write_photo
        from palette_studio.core.mixture.segment import soft_mask
        from palette_studio.core.segmentation import masked, mixture_of

        photo, how = fitted.photo, fitted.how
        mixture = mixture_of(fitted.fit, how.iteration)
        options = ExportOptions(format="png")
        for index in range(len(mixture)):
            tick(index / len(mixture))
            share = soft_mask(photo.pixels, mixture, how.channel, [index], how.smooth)
            name = f"{Path(photo.name).stem}-component-{index + 1}.png"
            write_photo(folder / name, masked(photo.pixels, share), photo, options)
        return folder

    return Job("export", run, text=job_words("Exporting masks to %1", shown(folder)))
