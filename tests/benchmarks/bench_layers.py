"""Recoloring by layers beside its parts done plainly: the palette, the weights, a frame, an export.

Run: python tests/benchmarks/bench_layers.py
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from pathlib import Path

import numpy as np
from clock import Row, milliseconds
from photos import SAMPLE, big_photo
from PIL import Image
from scipy.spatial import ConvexHull, Delaunay

from palette_studio.core.extract import extract
from palette_studio.core.hull.collapse import simplified
from palette_studio.core.palette import Palette
from palette_studio.core.recolor import error, recolor, weights
from palette_studio.core.recolor.layers import Mixer
from palette_studio.core.scene import Part, Scene
from palette_studio.core.tiles import each_block

HERE = Path(__file__).resolve()
sys.path.insert(0, str(HERE.parents[1] / "core"))
from reference_tan import plainly_simplified  # noqa: E402  beside the tests that hold us against it

SHARED = Path(os.environ.get("PALETTE_STUDIO_SHARED", HERE.parents[2].parent / "shared"))


def sample(megapixels: float) -> np.ndarray:
    with Image.open(SAMPLE) as image:
        scale = (megapixels * 1e6 / (image.width * image.height)) ** 0.5
        size = (round(image.width * scale), round(image.height * scale))
        pixels = np.asarray(image.convert("RGB").resize(size, Image.Resampling.BOX))
    pixels.flags.writeable = False
    return pixels


def rows() -> list[Row]:
    """Return the figures with their aims."""
    return [*frame_rows(), export_row(), palette_row(), weights_row(), *error_rows()]


def palette_row() -> Row:
    """Only the collapse to four corners; the hull that both begin with is not in it."""
    colors = np.unique(sample(0.3).reshape(-1, 3), axis=0) / 255
    corners = colors[ConvexHull(colors).vertices]
    ours = milliseconds(lambda: list(simplified(corners)))
    start = time.perf_counter()
    plainly_simplified(corners, 4)
    plain = (time.perf_counter() - start) * 1e3
    beside = f"{plain / ours:.0f} × faster than every edge by linprog each time (aim 5 ×)"
    return f"Hull of {len(corners)} corners simplified", f"{ours:.0f} ms", beside


def weights_row() -> Row:
    """All from the pixels to the shares, beside the tessellation alone of the corners of the full hull."""
    pixels = sample(0.3)
    found = extract(pixels, "auto", method="hull")
    height, width = pixels.shape[:2]
    y, x = np.divmod(np.arange(height * width), width)
    points = np.column_stack([pixels.reshape(-1, 3) / 255, (y + 0.5) / height, (x + 0.5) / width])
    corners = points[ConvexHull(points).vertices]
    ours = milliseconds(lambda: mixed(pixels, found), 3)
    peer = milliseconds(lambda: Delaunay(corners), 1)
    beside = f"{ours / peer:.2f} of SciPy's Delaunay of the full hull's {len(corners)} corners (aim 1.2)"
    return "Weights of 0.3 MP", f"{ours:.0f} ms", beside


def mixed(pixels: np.ndarray, found: Palette) -> np.ndarray:
    mixer = Mixer.of(found.colors, Scene(pixels))
    assert mixer.places is not None
    out = np.empty((pixels.shape[0], len(found), pixels.shape[1]), np.uint16)
    part = Part.whole(pixels)

    def work(start: int, stop: int) -> None:
        rows_of = Part(0, start, part.width, part.height)
        mixer.mix(pixels[start:stop], rows_of, out[start:stop])

    each_block(len(pixels), work)
    return out


def frame_rows() -> list[Row]:
    """A frame of a drag: the moved swatches, residual and 8 bits included, beside the bare product."""
    pixels = big_photo(1.5)
    found, scene = extract(pixels, "auto", method="hull"), Scene(pixels)
    share = weights(np.ascontiguousarray(pixels.reshape(-1, 3)), found, "layers", scene)
    points = found.colors.astype(np.float32)
    product = milliseconds(lambda: share @ points, 15)
    result = []
    for name, count in (("one swatch", 1), ("all swatches", len(found))):
        edits = iter(range(100))
        taken = milliseconds(lambda: frame(pixels, found, scene, count, next(edits)), 15)  # noqa: B023  called at once
        beside = f"{taken / product:.2f} of numpy's float32 product of {len(found)} weights (aim 1.5)"
        result.append((f"Drag frame, layers, 1.5 MP, {name}", f"{taken:.1f} ms", beside))
    return result


def frame(pixels: np.ndarray, found: Palette, scene: Scene, count: int, step: int) -> np.ndarray:
    edited = found
    for i in range(count):
        edited = edited.with_color(i, (40 + 5 * step, 200 - 4 * step, 60 + 3 * step))
    return recolor(pixels, found, edited, method="layers", table=33, scene=scene)


def error_rows() -> list[Row]:
    """How far the mixtures of the automatic palette are from clock import Row, milliseconds
    from photos, root mean square a channel."""
    photos = SHARED / "data" / "photos"
    misses = []
    for path in sorted([*photos.glob("kodak/*.webp"), *photos.glob("free/*.*")]):
        with Image.open(path) as image:
            pixels = np.asarray(image.convert("RGB"))
        scene = Scene.of(pixels)
        misses.append(error(extract(scene.pixels, "auto", method="hull"), scene, "layers"))
    if not misses:
        return []
    beside = f"worst {max(misses):.2f} of 255 (aim 2); {len(misses)} photos"
    return [("Layers miss the photo by, mean", f"{statistics.fmean(misses):.2f} of 255", beside)]


def export_row() -> Row:
    """Nothing known of the photo yet."""
    pixels = big_photo(12)
    small = Scene.of(pixels).pixels
    found = extract(small, "auto", method="hull")
    edited = found.with_color(1, (30, 90, 200))
    taken = milliseconds(lambda: recolor(pixels, found, edited, method="layers", scene=Scene(small)), 2)
    copy = milliseconds(pixels.copy)
    return "Exact, layers, 12 MP, all found out anew", f"{taken / 1e3:.2f} s", f"{taken / copy:.0f} × a copy"


if __name__ == "__main__":
    for name, figure, beside in rows():
        print(f"{name:<40} {figure:>12}   {beside}")
