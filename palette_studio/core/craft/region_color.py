"""A region of a photo made some color by its palette: the least change of swatches that does it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from palette_studio.core.color import ciede2000, lab_to_srgb, srgb_to_lab, srgb_to_oklch
from palette_studio.core.color_histogram import ColorHistogram
from palette_studio.core.craft.gamut import rgb_of
from palette_studio.core.craft.unlocked import with_colors
from palette_studio.core.palette import Palette, Rgb
from palette_studio.core.recolor import recolor, weights
from palette_studio.core.scene import Part, Scene
from palette_studio.core.tick import Tick, no_tick

ROUNDS = 16
EXACT = 1 << 17  # pixels around a region up to which rounds are exact; beyond, by tables, off by about 0.1
PATIENCE, WORTH = 4, 0.95  # rounds without one that leaves less than so much of the difference
GOOD = 0.25  # CIEDE2000: about what one step of a swatch's 8 bits does; a round that reaches it is the last
FAIR = 1.0  # CIEDE2000 from which no other beginning is tried
NEARER = (0.0, 0.25, 0.5, 1.0, 4.0)  # of the way to the color that a swatch of mean share begins at
LEAST_SHARE = 0.01  # of a region that unlocked swatches must have for it to follow them
FARTHEST = 60.0  # CIELab that the mean is asked to go in one round
TELLING = 2.0  # CIELab of a round from which its effect says more than the rounding of 8 bits
SLIPPED = 1.0  # CIELab from where a swatch was sent at which it stands at the gamut's edge


@dataclass(frozen=True)
class Engine:
    """How the photo is recolored. method, strength, keep_light: as core.recolor.recolor has them.

    within: (h, w) the mask to which recoloring is kept, None for all of the photo.
    """

    method: str = "rbf"
    strength: float = 1.0
    keep_light: float = 0.0
    within: np.ndarray | None = None


@dataclass(frozen=True, eq=False)
class Site:
    """A region in its photo: the rectangle around it, and how much each pixel in it counts.

    pixels: (h, w, 3|4) uint8. say: (h, w) uint8, the mask times alpha. part: where in the photo it lies.
    """

    pixels: np.ndarray
    say: np.ndarray
    part: Part
    box: tuple[slice, slice]

    @classmethod
    def of(cls, picture: np.ndarray, mask: np.ndarray) -> Site:
        """picture: (h, w, 3|4) uint8. mask: (h, w) bool, or uint8 to 255 where a pixel counts in full."""
        if mask.shape != picture.shape[:2] or mask.dtype not in (np.bool_, np.uint8):
            size = picture.shape[:2]
            raise ValueError(f"the mask is {mask.shape} {mask.dtype}; it is bool or uint8, {size}")
        say = mask.astype(np.uint16) * (255 if mask.dtype == np.bool_ else 1)
        if picture.shape[2] == 4:
            say = say * picture[..., 3] // 255
        rows, columns = np.flatnonzero(say.any(axis=1)), np.flatnonzero(say.any(axis=0))
        if not len(rows):
            raise ValueError("The region is empty; choose some of the photo.")
        box = slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1)
        part = Part(int(columns[0]), int(rows[0]), picture.shape[1], picture.shape[0])
        pixels = picture[box].copy()
        pixels.flags.writeable = False
        return cls(pixels, say[box].astype(np.uint8), part, box)

    def histogram(self, pixels: np.ndarray) -> ColorHistogram:
        """Return the colors of (h, w, 3|4) pixels of the site, each as much as it counts."""
        return ColorHistogram.of(np.dstack([pixels[..., :3], self.say]))


@dataclass(frozen=True, eq=False)
class Task:
    """What is to be done. share: (k,) of the region that swatches have. wanted: (3,) CIELab of its mean."""

    scene: Scene
    site: Site
    found: Palette
    share: np.ndarray
    wanted: np.ndarray
    engine: Engine

    @classmethod
    def of(
        cls, scene: Scene, palettes: tuple[Palette, Palette], wish: tuple[np.ndarray, Rgb], engine: Engine
    ) -> Task:
        site = Site.of(scene.pixels, wish[0])
        share = _shares(site, *palettes, engine, scene)
        return cls(scene, site, palettes[0], share, srgb_to_lab(np.array(wish[1]) / 255), engine)

    def mean(self, edited: Palette, tick: Tick) -> np.ndarray:
        """Return the mean CIELab of the region by an edited palette."""
        engine, site = self.engine, self.site
        result = recolor(
            site.pixels,
            self.found,
            edited,
            method=engine.method,
            strength=engine.strength,
            keep_light=engine.keep_light,
            mask=None if engine.within is None else engine.within[site.box],
            table=None if site.say.size <= EXACT else 33,
            scene=self.scene,
            part=site.part,
            tick=tick,
        )
        return _mean(site.histogram(result))


@dataclass(frozen=True)
class Found:
    """What came of it. mean: the region's, afterwards, as an 8-bit sRGB color.

    difference: CIEDE2000 between that mean, unrounded, and the color wanted.
    """

    edited: Palette
    mean: Rgb
    difference: float


def region_mean(picture: np.ndarray, mask: np.ndarray) -> np.ndarray:
    """Return (3,) the mean CIELab of a region: the mean of how its pixels look, where engines move them.

    picture, mask: see Site.of. Raises ValueError for an empty region, or a mask of another shape or dtype.
    """
    site = Site.of(picture, mask)
    return _mean(site.histogram(site.pixels))


def _mean(histogram: ColorHistogram) -> np.ndarray:
    return np.average(histogram.lab, axis=0, weights=histogram.weight)


def with_region(
    scene: Scene,
    palettes: tuple[Palette, Palette],
    wish: tuple[np.ndarray, Rgb],
    engine: Engine,
    tick: Tick = no_tick,
) -> Found:
    """Return the edited palette by which a region's mean becomes a color, its swatches changed least.

    scene: of the photo. palettes: found and edited, of one length. wish: the region's mask, (h, w) of the
    scene's pixels, bool or uint8, and the sRGB color 0..255 its mean is to be.

    By an engine whose swatches have the shares w (means over the region; core.recolor.weights), moves m of
    the swatches move the mean by sum(w m). Of all that move it by d, w d / sum(w^2) over the unlocked ones is
    least in the sum of squares: a swatch moves the farther, the more of the region it has. What engines do
    beside that (lightness by a curve, edges of the gamut) is met by rounds: recolor, look at the mean, go on
    from there by Broyden's method (1965); swatches that stand at the gamut's edge leave the rest of the way
    to others. Where that does not do, swatches begin some of the way to the color itself, those of large
    shares farther on: more change than least, but away from the edge. The best round counts, and
    ``difference`` says how near it came.
    Raises ValueError for an empty region, a mask of another shape or dtype, or a region that locked swatches
    have for themselves.
    """
    task = Task.of(scene, palettes, wish, engine)
    best: Found | None = None
    for number, nearer in enumerate(NEARER):
        now = number / len(NEARER)
        start = _contracted(palettes[1], task.share, task.wanted, nearer)
        here = _best_round(_rounds(task, start, _at(now, tick)), task)
        if best is None or here.difference < best.difference:
            best = here
        if best.difference <= FAIR:
            break
    tick(1.0)
    assert best is not None
    return best


def _at(now: float, tick: Tick) -> Tick:
    """Return a tick that can cancel, and shows what takes nobody knows how many rounds as a standstill."""
    return lambda fraction, partial=None: tick(now)


def _contracted(edited: Palette, share: np.ndarray, wanted: np.ndarray, nearer: float) -> Palette:
    """Return the palette whose swatches have come nearer to a color, those of small shares less so."""
    start = srgb_to_lab(edited.colors / 255)
    rows = np.flatnonzero(share > 0) if nearer else np.empty(0, np.intp)
    way = np.minimum(1, nearer * share / share[share > 0].mean())[:, None]
    return _sent(edited, start + way * (wanted - start), rows)[0]


def _best_round(rounds: Iterator[tuple[Palette, np.ndarray]], task: Task) -> Found:
    """Return the round that comes nearest; it is the last one looked at when that is near enough."""
    best, since = Found(Palette(), (0, 0, 0), np.inf), 0
    for palette, mean in rounds:
        since += 1
        difference = float(ciede2000(mean, task.wanted))
        if difference < best.difference:
            since = since if difference > WORTH * best.difference else 0
            best = Found(palette, rgb_of(srgb_to_oklch(lab_to_srgb(mean))[None])[0], difference)
        if best.difference <= GOOD or since == PATIENCE:
            break
    return best


def _shares(site: Site, found: Palette, edited: Palette, engine: Engine, scene: Scene) -> np.ndarray:
    """Return (k,) mean shares of the swatches in a region, 0 for locked ones."""
    histogram = site.histogram(site.pixels)
    share = np.average(
        weights(histogram.colors, found, engine.method, scene), axis=0, weights=histogram.weight
    )
    locked = [row for row in range(len(edited)) if edited[row].locked]
    share[locked] = 0
    if np.abs(share).sum() < LEAST_SHARE:
        raise ValueError("Only locked swatches have this region; unlock one of them to change it.")
    return share


def _rounds(task: Task, edited: Palette, tick: Tick) -> Iterator[tuple[Palette, np.ndarray]]:
    """Give each round's edited palette and the region's mean by it, the first as the palette was."""
    goal, share = srgb_to_lab(edited.colors / 255), task.share
    slope, before, step = np.eye(3) * max(task.engine.strength, 0.05), None, np.zeros(3)
    for _ in range(ROUNDS + 1):
        mean = task.mean(edited, tick)
        yield edited, mean
        length = np.linalg.norm(step)
        if before is not None and length > TELLING:
            slope += np.outer(mean - before - slope @ step, step) / length**2
        step = _solved(slope, task.wanted - mean)
        before = mean
        free = np.flatnonzero(share)
        goal[free] += np.outer(share[free] / (share[free] ** 2).sum(), step)
        edited, goal = _sent(edited, goal, free)


def _solved(slope: np.ndarray, way: np.ndarray) -> np.ndarray:
    """Return the step that goes ``way``, at most FARTHEST; where the slope is flat, the least such step."""
    step = np.linalg.pinv(slope, rcond=0.05) @ way
    return step * min(1.0, FARTHEST / max(1e-9, float(np.linalg.norm(step))))


def _sent(edited: Palette, goal: np.ndarray, rows: np.ndarray) -> tuple[Palette, np.ndarray]:
    """Return the palette whose swatches went to CIELab goals, and the goals, brought to the gamut's edge."""
    colors = rgb_of(srgb_to_oklch(lab_to_srgb(goal[rows])))
    edited = with_colors(edited, dict(zip(rows.tolist(), colors, strict=True)))
    there, goal = srgb_to_lab(edited.colors / 255), goal.copy()
    slipped = np.linalg.norm(there - goal, axis=1) > SLIPPED
    goal[slipped] = there[slipped]
    return edited, goal
