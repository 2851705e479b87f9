"""The engines that follow from a color and the palette: frames of a drag, exports, and how exact they are.

Run: python tests/benchmarks/bench_engines.py
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from bench_core import drag, peer
from clock import Row, milliseconds
from photos import big_photo, distinct_colors
from PIL import Image

from palette_studio.core.color import ciede2000, srgb_to_lab
from palette_studio.core.extract import extract
from palette_studio.core.palette import Palette
from palette_studio.core.recolor import recolor
from palette_studio.core.scene import Scene
from palette_studio.core.warm import warm

ENGINES = {"rbf": "kmeans", "mean-value": "refined", "mixture": "kmeans"}  # with the palette of each
SAMPLES = sorted((Path(__file__).resolve().parents[2] / "resources" / "samples").glob("*.jpg"))
SIDE = 500  # px, the longer one, of photos on which exactness is measured
COLORS = 6


def rows() -> list[Row]:
    warm()
    return [*speed_rows(big_photo(1.5), big_photo(12)), *exactness_rows()]


def speed_rows(small: np.ndarray, large: np.ndarray) -> list[Row]:
    """Return a frame of a drag by tables and an export, per engine."""
    result, scene, pillow = [], Scene.of(large), peer(small)
    copy, count = milliseconds(large.copy), distinct_colors(large)
    for engine, palette in ENGINES.items():
        found = extract(scene.pixels, COLORS, method=palette)
        for size in (17, 33):
            taken = drag(small, found, method=engine, table=size, scene=scene)
            name = f"Preview frame, {engine}, {size} nodes, 1.5 MP"
            result.append((name, f"{taken:.1f} ms", f"{taken / pillow:.2f} × Pillow's Color3DLUT (17³)"))
        taken = export(large, found, engine, scene)
        beside = f"{count:,} distinct colors, {taken / copy:.0f} × a copy"
        result.append((f"Exact, {engine}, 12 MP", f"{taken:.0f} ms", beside))
    return result


def export(pixels: np.ndarray, found: Palette, engine: str, scene: Scene) -> float:
    edited = found.with_color(3, (40, 200, 60))
    return milliseconds(lambda: recolor(pixels, found, edited, method=engine, scene=scene), 3)


def exactness_rows() -> list[Row]:
    """Return how far tables are from exact and swatches from their targets, over the sample photos."""
    result = []
    for engine, palette in ENGINES.items():
        figures = [exactness(sample(path), engine, palette) for path in SAMPLES]
        coarse, fine, landing = np.array(figures).T
        for size, off in ((17, coarse), (33, fine)):
            name = f"Table of {size} nodes against exact, {engine}"
            result.append((name, f"{off.mean():.2f} mean CIEDE2000", f"{off.max():.2f} on the worst photo"))
        name = f"Swatches off their targets, {engine}"
        result.append(
            (name, f"{landing.max():.0f} of 255 at most", f"{len(SAMPLES)} photos, one swatch each")
        )
    return result


def sample(path: Path) -> np.ndarray:
    with Image.open(path) as image:
        image.thumbnail((SIDE, SIDE))
        pixels = np.asarray(image.convert("RGB")).copy()
    pixels.flags.writeable = False
    return pixels


def exactness(pixels: np.ndarray, engine: str, palette: str) -> tuple[float, float, float]:
    """Return the mean CIEDE2000 of tables of 17 and 33 nodes, and how far off their targets swatches are."""
    scene, found = Scene.of(pixels), extract(pixels, COLORS, method=palette)
    vivid = np.hypot(*srgb_to_lab(found.colors / 255)[:, 1:].T)
    edited = found.with_color(int(np.argmax(vivid)), (40, 120, 200))

    def result(table: int | None) -> np.ndarray:
        return recolor(pixels, found, edited, method=engine, table=table, scene=scene)

    exactly = srgb_to_lab(result(None) / 255)
    off = [float(ciede2000(exactly, srgb_to_lab(result(size) / 255)).mean()) for size in (17, 33)]
    landed = recolor(found.colors[None], found, edited, method=engine, scene=scene)[0].astype(int)
    return off[0], off[1], float(np.abs(landed - edited.colors).max())


if __name__ == "__main__":
    for row in rows():
        print(" | ".join(row))
