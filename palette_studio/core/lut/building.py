"""An edit of a palette as a color table, and how far the table is from the edit itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from palette_studio.core.color_histogram import ColorHistogram
from palette_studio.core.lut.fitting import Samples, fitted
from palette_studio.core.lut.grading import graded
from palette_studio.core.lut.shaper import shaped_nodes, shaper_of
from palette_studio.core.lut.table import Lut, Stage, node_colors
from palette_studio.core.palette import Palette
from palette_studio.core.recolor import recolor
from palette_studio.core.recolor.exact import part as within
from palette_studio.core.scene import Part, Scene
from palette_studio.core.tick import Tick, no_tick
from palette_studio.core.trust import differences

LOOK_AT_PLACES = {"layers"}  # engines by which equal colors may become different ones
EVENLY = 1 << 16  # colors drawn from all of sRGB, where there is no photo
FAR = 1 << 20  # pixels: how far apart the corners of a picture are in which all nodes stand in the middle


@dataclass(frozen=True)
class PaletteEdit:
    """Swatch i of ``found`` becomes swatch i of ``edited``; the rest is as ``recolor`` has it."""

    found: Palette
    edited: Palette
    method: str = "rbf"
    strength: float = 1.0
    keep_light: float = 0.0

    def applied(
        self, pixels: np.ndarray, scene: Scene | None = None, part: Part | None = None, tick: Tick = no_tick
    ) -> np.ndarray:
        """Return the pixels recolored exactly; scene, part and errors as ``recolor`` has them."""
        return recolor(
            pixels,
            self.found,
            self.edited,
            method=self.method,
            strength=self.strength,
            keep_light=self.keep_light,
            scene=scene,
            part=part,
            tick=tick,
        )


class LutError(NamedTuple):
    """CIEDE2000 between a table and the exact result, over the pixels of a photo."""

    mean: float
    largest: float


def lut_of(
    edit: PaletteEdit,
    size: int = 33,
    scene: Scene | None = None,
    title: str = "",
    tick: Tick = no_tick,
    *,
    shaper: bool = False,
) -> Lut:
    """Return the edit as a cube of ``size`` nodes an axis.

    Every node is the exact result at its color. Given a scene, the nodes around the photo's colors are moved
    to where interpolation between them is nearest to the exact result on that photo, in least squares, which
    takes a third off the error; what the photo does not show stays as it is. An engine that looks at places
    needs the scene, and is caught as well as one result a color can: by the mean over the color's places.
    shaper: curves before the cube bring more nodes to the photo's colors, which takes another third off; for
    programs that read both (Resolve's .cube).
    An unchanged palette gives a cube that changes nothing.
    Raises ValueError for a size outside 2..256, a scene missing that is needed, and what ``recolor`` raises.
    """
    _check_scene(edit, scene)
    if shaper and scene is None:
        raise ValueError("a shaper is made for a photo, and there is none")
    samples = None if scene is None else samples_of(edit, scene, within(tick, 0.0, 0.4))
    if samples is not None and (np.array_equal(samples.before, samples.after) or not samples.weight.any()):
        samples = None  # nothing to be near to
    curves = shaper_of(samples.before, samples.weight) if shaper and samples else None
    nodes = node_colors(size) if curves is None else shaped_nodes(curves, size)
    values = _exact_nodes(edit, nodes, scene, within(tick, 0.4, 0.8))
    if samples is not None:
        values = fitted(values, samples, curves, within(tick, 0.8, 1.0))
    tick(1.0)
    return Lut(title, curves, Stage(values))


def _exact_nodes(edit: PaletteEdit, nodes: np.ndarray, scene: Scene | None, tick: Tick) -> np.ndarray:
    """Return the cube of the edit's results at the nodes, by 16-bit pixels in the middle of the picture."""
    size = len(nodes)
    pixels = np.rint(nodes.reshape(size * size, size, 3) * np.float32(65535)).astype(np.uint16)
    middle = Part(FAR // 2, FAR // 2, FAR, FAR)
    change = edit.applied(pixels, scene, middle, tick).astype(np.float32) - pixels
    return np.clip(nodes + change.reshape(nodes.shape) / np.float32(65535), 0, 1)


def _check_scene(edit: PaletteEdit, scene: Scene | None) -> None:
    if scene is None and edit.method in LOOK_AT_PLACES:
        raise ValueError(f"{edit.method} looks at places, so a table of it needs the photo")


def lut_error(lut: Lut, edit: PaletteEdit, scene: Scene | None = None, tick: Tick = no_tick) -> LutError:
    """Return how far the table is from the exact result on the photo, both worked out at 16 bits.

    Pixels count as much as they show. Without a photo it is over colors drawn evenly from all of sRGB, the
    same ones every time: far more than a photo has of those that tables get wrong.
    Raises what ``lut_of`` raises.
    """
    _check_scene(edit, scene)
    samples = samples_of(edit, scene, within(tick, 0.0, 0.9))
    total = samples.weight.sum()
    if total == 0:
        return LutError(0.0, 0.0)
    by_table = graded(samples.before[:, None], lut)[:, 0]
    off = differences(samples.after, by_table).astype(np.float64)
    tick(1.0)
    return LutError(float(off @ samples.weight / total), float(off[samples.weight > 0].max()))


def samples_of(edit: PaletteEdit, scene: Scene | None, tick: Tick = no_tick) -> Samples:
    """Return the photo's colors and what the edit makes of them exactly, at 16 bits.

    One sample for each distinct color, or for each pixel where places count.
    """
    if scene is None:
        before = np.random.default_rng(0).integers(0, 65536, (EVENLY, 1, 3), dtype=np.uint16)
        return Samples(before[:, 0], edit.applied(before, tick=tick)[:, 0], np.ones(EVENLY))
    if edit.method in LOOK_AT_PLACES:
        pixels, part = scene.pixels, Part.whole(scene.pixels)
        weight = pixels[..., 3].reshape(-1) / 255 if pixels.shape[2] == 4 else np.ones(pixels[..., 0].size)
    else:
        histogram = ColorHistogram.of(scene.pixels)
        pixels, weight, part = histogram.colors[:, None], histogram.weight, None
    before = np.ascontiguousarray(pixels[..., :3]) * np.uint16(257)
    after = edit.applied(before, scene, part, tick)
    return Samples(before.reshape(-1, 3), after.reshape(-1, 3), weight)
