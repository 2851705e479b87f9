"""Recoloring by soft shares: each swatch has a Gaussian component of the picture's colors.

Where the palette is that of a mixture of whole colors, CIELab or OKLab, its components are those, and a color
has the shares that the mixture gives it: regions of the mixture move as their swatches do. Otherwise, and for
mixtures of gray, lightness or hue, components are fitted in Lab around the swatches.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from palette_studio.core.color_histogram import ColorHistogram
from palette_studio.core.extract.gaussians import apart, bins_of, fitted
from palette_studio.core.mixture.components import Components
from palette_studio.core.palette import Mixed, Palette
from palette_studio.core.recolor import exact
from palette_studio.core.recolor.swatches import Moves, color_error, placed
from palette_studio.core.recolor.table import apply_share, apply_table, node_colors
from palette_studio.core.scene import Scene, View
from palette_studio.core.segmenting import bytes_of
from palette_studio.core.tick import Tick, no_tick
from palette_studio.core.tiles import each_block

SOFTNESS = 0.5  # power of the densities: regions pass into each other over twice the squared width
NARROW, WIDE = 0.6, 1.6  # of half the way to other swatches: how narrow and how wide a component may be
SINGULAR = 1e-3  # of the largest: swatches whose components cannot be told apart share what they have
KNOWN = 1 << 22  # shares of nodes, size^3 times swatches, up to which they are kept: 16 MB


@dataclass(frozen=True, eq=False)
class Model:
    """Components of swatches, and what is known of the nodes of tables.

    Of components tied to (k, 3) Lab swatches, the posterior of number i at its swatch is not quite 1; blend,
    (k, k), makes posteriors into shares that are: the inverse of the posteriors at the swatches, as Chang
    2015 (eq. 5) has it for his functions. oklab: they are of 100 times OKLab, not of Lab.
    """

    means: np.ndarray
    factors: np.ndarray
    heights: np.ndarray
    blend: np.ndarray
    oklab: bool = False
    nodes: dict[int, tuple[np.ndarray, np.ndarray]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, swatches: np.ndarray, scene: Scene, tick: Tick = no_tick) -> Model:
        """Return the model of distinct swatches in a scene: expectation maximization, the means staying."""
        bins = scene.known(("mixture", "bins"), lambda: bins_of(ColorHistogram.of(scene.pixels)))
        found = fitted(bins, swatches, np.ones(len(swatches), bool), tick)
        factors, heights = _bounded(found)
        factors, heights = factors * np.sqrt(SOFTNESS), heights * SOFTNESS
        at = _posteriors(swatches, swatches, factors, heights)
        blend = np.linalg.pinv(at, rcond=SINGULAR)
        return cls(np.ascontiguousarray(swatches), factors, heights, np.ascontiguousarray(blend))

    @classmethod
    def of_mixture(cls, components: Components, place: np.ndarray, oklab: bool) -> Model:
        """Return the model in which components keep their own posteriors. place: (n,) the swatch of each.

        A swatch goes where it goes as far as its own color belongs to its component.
        """
        order = np.lexsort((components.weights, *components.means.T, place))  # whatever the artist's order
        taken, blend = components.taken(order), np.zeros((len(place), len(place)))
        blend[np.arange(len(place)), place[order]] = 1
        return cls(taken.means, taken.factors, taken.heights, blend, oklab)

    @property
    def values(self) -> tuple[np.ndarray | bool, ...]:
        return self.means, self.factors, self.heights, self.blend, self.oklab


def _bounded(found: Components) -> tuple[np.ndarray, np.ndarray]:
    """Return factors and heights of components neither much narrower nor wider than the way to others.

    Wider ones would take over wherever no other is near, narrower ones end in an edge that shows.
    """
    near = apart(found.means)
    width = np.sqrt(near * near.mean()) / 2
    covariances = np.empty_like(found.factors)
    for i, factor in enumerate(found.factors):
        precision, axes = np.linalg.eigh(factor.T @ factor)
        deviation = np.clip(1 / np.sqrt(precision), NARROW * width[i], WIDE * width[i])
        covariances[i] = (axes * deviation**2) @ axes.T
    bounded = Components.of("full", found.weights, found.means, covariances)
    return bounded.factors, bounded.heights


def _posteriors(lab: np.ndarray, means: np.ndarray, factors: np.ndarray, heights: np.ndarray) -> np.ndarray:
    """Return (n, k) posteriors of the components at (n, 3) Lab."""
    off = np.einsum("kij,nkj->nki", factors, lab[:, None] - means)
    log = heights - 0.5 * (off * off).sum(axis=2)
    density = np.exp(log - log.max(axis=1, keepdims=True))
    return density / density.sum(axis=1, keepdims=True)


def _model(
    swatches: np.ndarray, place: np.ndarray, mixed: Mixed | None, scene: Scene, tick: Tick = no_tick
) -> Model:
    """Return the model of (k, 3) distinct Lab swatches, or of what they are mixed of. place: see Moves."""
    if mixed is not None and isinstance(mixed.mixture, Components):
        components, oklab = mixed.mixture, mixed.channel == "oklab"
        key = "mixture", "own model", mixed.channel, bytes_of(components), place.tobytes()
        return scene.known(key, lambda: Model.of_mixture(components, place, oklab))
    return scene.known(("mixture", "model", swatches.tobytes()), lambda: Model.of(swatches, scene, tick))


def recolor(
    pixels: np.ndarray, moves: Moves, view: View, table: int | None, tick: Tick = no_tick
) -> np.ndarray:
    """Return the recolored picture: exact, or by a table of ``table`` nodes an axis.

    Each color goes in Lab as its swatches go, by their shares in it: in a and b by as much, in lightness by
    the curve that takes the swatch where it goes and leaves black and white. Colors that leave the gamut go
    toward the gray of their lightness until they fit. Swatches land where they go, but for those less than
    1 Lab from each other, which share their ways, and for components of a mixture, see Model.of_mixture.
    """
    model = _model(moves.found, moves.place, moves.mixed, view.scene, exact.part(tick, 0.0, 0.1))
    edit = moves.found, moves.edited, np.flatnonzero(moves.moved)
    tick = exact.part(tick, 0.1, 1.0)
    if table is None:
        return exact.recolored(pixels, lambda part: _evaluated(part, model, edit), 4 + len(moves.found), tick)
    nodes = _nodes(model, edit, table)
    return apply_table(pixels, nodes, table, tick)


def _evaluated(colors: np.ndarray, model: Model, edit: tuple[np.ndarray, ...]) -> np.ndarray:
    from palette_studio.core.kernels import light, mixture

    out = np.empty(colors.shape, colors.dtype)
    mixture.recolored(colors, light.linear_table(colors.dtype), model.values, edit, out)
    return out


def _nodes(model: Model, edit: tuple[np.ndarray, ...], size: int) -> np.ndarray:
    """Return (size^3, 3) recolored node colors, 0..255."""
    from palette_studio.core.kernels import mixture

    colors, (lab, shares) = node_colors(size), _known(model, size)
    out = np.empty(colors.shape)

    def work(start: int, stop: int) -> None:
        part = slice(start, stop)
        mixture.recolored_nodes(colors[part], lab[part], shares[part], edit, out[part])

    each_block(len(colors), work, block=4096)
    return out


def _known(model: Model, size: int) -> tuple[np.ndarray, np.ndarray]:
    """Return (n, 3) Lab and (n, k) shares of a table's nodes, kept while they are not too many."""
    if size in model.nodes:
        return model.nodes[size]
    known = _shares(node_colors(size), model)
    if size**3 * len(model.means) <= KNOWN:
        model.nodes[size] = known
    return known


def _shares(colors: np.ndarray, model: Model) -> tuple[np.ndarray, np.ndarray]:
    """Return (n, 3) Lab and (n, k) float32 shares of the swatches in colors."""
    from palette_studio.core.kernels import light, mixture

    lab, out = np.empty((len(colors), 3)), np.empty((len(colors), len(model.means)), np.float32)
    linear = light.linear_table(colors.dtype)

    def work(start: int, stop: int) -> None:
        mixture.shares(colors[start:stop], linear, model.values, lab[start:stop], out[start:stop])

    each_block(len(colors), work, block=4096)
    return lab, out


def weights(colors: np.ndarray, found: Palette, scene: Scene) -> np.ndarray:
    """Return (n, k) float32 shares of the swatches in (n, 3) uint8 colors; rows sum to 1.

    Swatches of one color share its weight equally.
    """
    swatches, place = placed(found)
    shares = _shares(colors, _model(swatches, place, found.mixed, scene))[1]
    return shares[:, place] / np.bincount(place).astype(np.float32)[place]


def membership(pixels: np.ndarray, found: Palette, index: int, view: View) -> np.ndarray:
    """Return (h, w) uint8, 255 where a pixel is all swatch ``index``; from a table of 33 nodes an axis."""
    swatches, place = placed(found)
    shares = _known(_model(swatches, place, found.mixed, view.scene), 33)[1][:, place[index]]
    shares = shares / np.count_nonzero(place == place[index])
    return apply_share(pixels, shares, 33)


def error(found: Palette, scene: Scene) -> float:
    """Return the root mean square of the scene minus the swatches mixed by their shares, 0..255."""
    return color_error(found, scene, weights)
