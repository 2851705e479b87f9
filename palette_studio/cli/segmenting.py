"""What ``segment`` does: a mixture fitted to a photo, and the photo divided by it."""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import math
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from palette_studio.cli.streams import PIPE, Progress, check_output, deliver, put, say, the_photo, usage

if TYPE_CHECKING:
    import numpy as np

    from palette_studio.core.mixture.color import ColorFit
    from palette_studio.core.mixture.components import Components
    from palette_studio.core.mixture.histogram import HistogramFit
    from palette_studio.core.mixture.line import LineMixture
    from palette_studio.core.mixture.segment import Segments
    from palette_studio.core.photo import Photo

COLORS, VALUES = ("lab", "oklab", "rgb"), ("gray", "lightness", "hue")
CRITERION = "effective-bic"


@dataclass(frozen=True, eq=False)
class _Fitted:
    """A fit to the colors or the values of a photo, one or the other."""

    space: str
    fit: ColorFit | HistogramFit

    @property
    def mixture(self) -> Components | LineMixture:
        from palette_studio.core.mixture.color import ColorFit

        return self.fit.components if isinstance(self.fit, ColorFit) else self.fit.mixture

    def told(self) -> dict[str, Any]:
        """Return what --fit writes."""
        from palette_studio.core.mixture.components import Components

        mixture = self.mixture
        shape = "covariance" if isinstance(mixture, Components) else "variance"
        shapes = mixture.covariances if isinstance(mixture, Components) else mixture.variances
        choice = getattr(self.fit, "choice", None)
        scores = getattr(self.fit, "scores", None) if choice is None else choice.scores
        return {
            "space": self.space,
            "components": [
                {"weight": float(weight), "mean": mean.tolist(), shape: own.tolist()}
                for weight, mean, own in zip(mixture.weights, mixture.means, shapes, strict=True)
            ],
            "criterion": None if scores is None else CRITERION,
            "scores": None if scores is None else list(map(float, scores)),
            "log_likelihoods": self.fit.log_likelihoods.tolist(),
            "converged": self.fit.converged,
        }


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "-k", type=_components, default=10, metavar="N", help="components, 1 to 255, or auto (10)"
    )
    parser.add_argument("--space", choices=(*COLORS, *VALUES), default="lab", help="what is fitted (lab)")
    parser.add_argument(
        "--smooth",
        type=_whole,
        default=8,
        metavar="R",
        help="radius of smoothing, in pixels of the photo at 512 a side, 0 for none (8)",
    )
    parser.add_argument(
        "--rounds",
        type=_whole,
        default=0,
        metavar="N",
        help="in which components spread to where they are many (0)",
    )
    parser.add_argument(
        "--least",
        type=_share,
        default=0.0005,
        metavar="SHARE",
        help="of the photo: smaller regions become part of the most similar one beside them (0.0005)",
    )
    parser.add_argument(
        "--merge",
        type=_threshold,
        default=0.007,
        metavar="T",
        help="regions side by side that differ less become one; 0 for none (0.007)",
    )
    parser.add_argument(
        "-o", "--output", required=True, metavar="LABELS", help="an indexed PNG; - for stdout"
    )
    parser.add_argument("--regions", metavar="FILE", help="a 16-bit PNG of region numbers, 0 for none")
    parser.add_argument("--masks", metavar="DIR", help="a folder for a PNG of each component, softly cut out")
    parser.add_argument("--fit", metavar="FILE", help="the components and the way to them, as JSON")
    parser.add_argument("--json", action="store_true", help="colors and shares as JSON on stdout")
    parser.add_argument("--force", action="store_true", help="replace files that exist")


def _components(text: str) -> int | str:
    if text == "auto":
        return text
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 255:
        raise argparse.ArgumentTypeError(f"{text!r} is neither 1 to 255 nor auto")
    return int(text)


def _whole(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) > 999:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number from 0 to 999")
    return int(text)


def _threshold(text: str) -> float:
    with contextlib.suppress(ValueError):
        value = float(text)
        if 0 <= value < math.inf:
            return value
    raise argparse.ArgumentTypeError(f"{text!r} is no number of at least 0")


def _share(text: str) -> float:
    value = _threshold(text)
    if value > 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 0 to 1")
    return value


def segment(options: argparse.Namespace) -> None:
    from palette_studio.core.mixture.segment import RegionOptions, segmented

    how = RegionOptions(options.smooth, options.rounds, options.least, options.merge)
    if options.json and options.output == PIPE:
        usage("stdout can take the labels (-o -) or --json, not both")
    if PIPE in (options.regions, options.fit, options.masks):
        usage("only the labels (-o -) can go to stdout")
    _check(options, [options.output, options.regions, options.fit])
    photo = the_photo(options.photo, options)
    with Progress(options, "Fitting the mixture") as tick:
        fitted = _fitted(photo.pixels, options, tick)
    masks = _mask_names(options, len(fitted.mixture))
    with Progress(options, "Dividing the photo") as tick:
        segments = segmented(photo.pixels, fitted.mixture, fitted.space, how, tick)
    colors = _label_colors(photo, segments, len(fitted.mixture))
    deliver(_encoded_labels(segments, colors), photo, options)
    _write_others(photo, fitted, segments, masks, options)
    if options.json:
        put(json.dumps(_told(segments, colors, fitted)) + "\n")
    else:
        say(options, f"{len(fitted.mixture)} components, {segments.count} regions.")


def _fitted(pixels: np.ndarray, options: argparse.Namespace, tick: Any) -> _Fitted:
    from palette_studio.core.mixture.channels import bins, plane
    from palette_studio.core.mixture.histogram import fit_histogram
    from palette_studio.core.segmentation import colors_fitted

    if options.space in COLORS:
        return _Fitted(options.space, colors_fitted(pixels, options.k, options.space, tick))
    alpha = pixels[..., 3] if pixels.shape[2] == 4 else None
    counted = bins(plane(pixels, options.space), options.space, alpha)
    return _Fitted(options.space, fit_histogram(counted, options.k, start="search", tick=tick))


def _check(options: argparse.Namespace, names: list[str | Path | None]) -> None:
    """Raise ValueError when a file is there already, or two results would be one file."""
    named = [Path(name) for name in names if name not in (None, PIPE)]
    for path in named:
        check_output(argparse.Namespace(output=str(path), force=options.force))
    if len({path.resolve() for path in named}) < len(named):
        usage("two results cannot go into one file; give each a name of its own")


def _mask_names(options: argparse.Namespace, count: int) -> list[Path]:
    """Return a free name for each component's picture, in a folder that exists now."""
    if options.masks is None:
        return []
    folder = Path(options.masks)
    if folder.exists() and not folder.is_dir():
        raise ValueError(f"{folder} is a file; --masks wants a folder. Choose another name.")
    folder.mkdir(parents=True, exist_ok=True)
    names = [folder / f"component-{n + 1:0{len(str(count))}}.png" for n in range(count)]
    _check(options, [options.output, options.regions, options.fit, *names])
    return names


def _label_colors(photo: Photo, segments: Segments, count: int) -> np.ndarray:
    """Return (count, 3) uint8 the mean color of each label's pixels; black where it has none."""
    import numpy as np

    from palette_studio.core.mixture.segment import label_sums

    sums = label_sums(photo.pixels, segments.labels)[:count]
    return np.rint(sums[:, 1:] / np.maximum(sums[:, :1], 1)).astype(np.uint8)


def _encoded_labels(segments: Segments, colors: np.ndarray) -> bytes:
    """Return an indexed PNG; what belongs to no component gets a last, clear entry."""
    import numpy as np

    from palette_studio.core.files.encoding import encode_indexed

    none = segments.regions < 0
    if not none.any():
        return encode_indexed(segments.labels, colors)
    entries = np.full((len(colors) + 1, 4), 255, np.uint8)
    entries[:-1, :3], entries[-1] = colors, 0
    return encode_indexed(np.where(none, len(colors), segments.labels), entries)


def _write_others(
    photo: Photo, fitted: _Fitted, segments: Segments, masks: list[Path], options: argparse.Namespace
) -> None:
    from palette_studio.core.files.atomic import write_atomically

    if options.regions:
        write_atomically(options.regions, _encoded_regions(segments))
    if options.fit:
        write_atomically(options.fit, json.dumps(fitted.told(), indent=1).encode() + b"\n")
    with Progress(options, "Writing masks") as tick:
        for number, path in enumerate(masks):
            tick(number / len(masks))
            write_atomically(path, _encoded_mask(photo, segments.mask(number)))


def _encoded_regions(segments: Segments) -> bytes:
    """Return a 16-bit gray PNG of region numbers, 1 and on, 0 for pixels of none."""
    import numpy as np
    from PIL import Image

    if segments.count > 65535:
        raise ValueError(
            f"{segments.count} regions are more than a PNG can number; raise --least or --merge."
        )
    file = io.BytesIO()
    Image.fromarray((segments.regions + 1).astype(np.uint16)).save(file, "PNG")
    return file.getvalue()


def _encoded_mask(photo: Photo, mask: np.ndarray) -> bytes:
    """Return a PNG of the photo's colors in 8 bits, clear where the component is not."""
    import numpy as np

    from palette_studio.core.files import ExportOptions, encode_photo
    from palette_studio.core.tiles import to_8_bit

    pixels = to_8_bit(photo.pixels)
    alpha = mask if pixels.shape[2] == 3 else np.rint(mask / 255 * pixels[..., 3]).astype(np.uint8)
    whole = np.dstack([pixels[..., :3], alpha])
    return encode_photo(whole, photo, ExportOptions(format="png", bits=8))


def _told(segments: Segments, colors: np.ndarray, fitted: _Fitted) -> dict[str, Any]:
    import numpy as np

    counts = np.bincount(segments.labels[segments.regions >= 0], minlength=len(colors))
    shares = counts / max(1, counts.sum())
    return {
        "components": [
            {"hex": "#{:02X}{:02X}{:02X}".format(*color), "share": round(float(share), 6)}
            for color, share in zip(colors.tolist(), shares, strict=True)
        ],
        "regions": segments.count,
        "log_likelihood": fitted.fit.log_likelihood,
    }
