"""Mixtures of a picture's colors in CIELab, OKLab or sRGB."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from palette_studio.core.mixture.climbing import Round, rounds
from palette_studio.core.mixture.color_bins import ColorBins, doubled, space_number
from palette_studio.core.mixture.components import Components, Points
from palette_studio.core.mixture.criteria import CRITERIA, Measures
from palette_studio.core.mixture.line import frozen
from palette_studio.core.mixture.seeding import begun, plus_plus
from palette_studio.core.tick import Tick, no_tick
from palette_studio.core.tiles import each_block, to_8_bit

FLOOR = 0.1  # least variance in any direction, in Lab: that of values a step of 8 bits apart
TOLERANCE = 1e-7  # nats a pixel that a round must gain
STILL = 3  # rounds in a row that gain less end a fit
MOST = 500
GROWN = 10  # most components of an automatic number
INDEPENDENT = 300  # pixels, see criteria: colors follow normals less well than lightness does
TRIED, LOOK = 6, 10  # places where another component is put in, and rounds until they are compared
SHARE = 0.1  # of the picture that it is given at first
BEGINNING = 100.0  # its variance


@dataclass(frozen=True, eq=False)
class ColorFit:
    """Components fitted to the colors of a picture, and the way to them.

    trace: the components of every iteration, from the beginning on; log_likelihoods: of each, nats a pixel,
    never falling; where colors share a bin, that of the bins. scores: of 1, 2 ... components, less is
    better, where their number was found.
    """

    bins: ColorBins
    trace: tuple[Components, ...]
    log_likelihoods: np.ndarray
    converged: bool
    scores: np.ndarray | None = None

    @property
    def components(self) -> Components:
        return self.trace[-1]

    @property
    def log_likelihood(self) -> float:
        return float(self.log_likelihoods[-1])


def fit_colors(
    bins: ColorBins,
    k: int | str,
    *,
    start: Components | None = None,
    locked: Sequence[int] = (),
    criterion: str = "effective-bic",
    iterations: int = MOST,
    tolerance: float = TOLERANCE,
    accelerate: bool = True,
    seed: int = 0,
    tick: Tick = no_tick,
) -> ColorFit:
    """Return the mixture of ``k`` normals, with full covariances, that makes the colors likely.

    k: or "auto" for as many as the criterion likes best, up to GROWN. start: components to go on from, in
    their order; clusters of the colors by default, and then in the order of their lightness. locked:
    components of the start that stay as they are. tick gets the components on the way. Raises ValueError for
    another k or criterion.
    """
    if k == "auto":
        return _chosen(bins, criterion, tick)
    if not isinstance(k, int) or k < 1:
        raise ValueError(f'a mixture has at least 1 component, or "auto", not {k!r}')
    given = start is not None
    if start is None:
        random = np.random.RandomState(seed)
        start = begun(Points.of(bins.places, bins.shares), k, "kmeans", "full", FLOOR, random)
        start = _without_empty(start)
    stops = iterations, tolerance
    steps, converged = _run(bins, start, stops, locked, accelerate=accelerate, tick=tick)
    trace = [step.components for step in steps]
    if not given:
        order = np.lexsort(trace[-1].means.T[::-1])
        trace = [one.taken(order) for one in trace]
    heights = frozen(np.array([step.log_likelihood for step in steps]))
    return ColorFit(bins, tuple(trace), heights, converged)


def finished(fit: ColorFit, colors: ColorBins, locked: Sequence[int] = (), tick: Tick = no_tick) -> ColorFit:
    """Return the fit gone on with, in the order of its components, on the distinct colors of its pixels.

    What bins said of the likelihood is moved by one number, so as to meet what the colors say.
    """
    steps, converged = _run(colors, fit.components, (MOST, TOLERANCE), locked, accelerate=True, tick=tick)
    heights = np.array([step.log_likelihood for step in steps])
    before = fit.log_likelihoods - fit.log_likelihood + heights[0]
    return replace(
        fit,
        trace=(*fit.trace, *(step.components for step in steps[1:])),
        log_likelihoods=frozen(np.concatenate([before, heights[1:]])),
        converged=converged,
    )


def _run(
    bins: ColorBins,
    start: Components,
    stops: tuple[int, float],
    locked: Sequence[int] = (),
    *,
    accelerate: bool,
    tick: Tick,
) -> tuple[list[Round], bool]:
    """Return the rounds from ``start`` on: the last one's components are what the fit came to."""
    most, tolerance = stops
    steps: list[Round] = []
    still = 0
    for step in rounds(bins, start, FLOOR, accelerate=accelerate, locked=locked):
        steps.append(step)
        tick((len(steps) - 1) / max(1, most), step.components)
        if len(steps) > 1:
            still = still + 1 if step.log_likelihood - steps[-2].log_likelihood < tolerance else 0
        if still == STILL or len(steps) > most:
            break
    return steps, still == STILL


def _without_empty(components: Components) -> Components:
    """Return the components that anything belongs to: there are no more than different colors."""
    held = np.flatnonzero(components.weights > 0)
    return components if len(held) == len(components) else components.taken(held)


def _chosen(bins: ColorBins, criterion: str, tick: Tick) -> ColorFit:
    """Grow a mixture by one component after the other and return the one that the criterion likes best."""
    if criterion not in CRITERIA:
        raise ValueError(f"a number of components is found by {', '.join(CRITERIA)}, not {criterion!r}")
    fits = [fit_colors(bins, 1)]
    for k in range(2, GROWN + 1):
        tick((k - 1) / GROWN)
        grown = _grown(bins, fits[-1].components)
        best = max(
            (fit_colors(bins, k), fit_colors(bins, k, start=grown)), key=lambda fit: fit.log_likelihood
        )
        if len(best.components) < k:
            break
        fits.append(best)
    scores = np.array([CRITERIA[criterion](_measures(fit)) for fit in fits])
    best = fits[int(scores.argmin())]
    order = np.lexsort(best.components.means.T[::-1])
    tick(1.0)
    return replace(best, trace=tuple(one.taken(order) for one in best.trace), scores=frozen(scores))


def _grown(bins: ColorBins, components: Components) -> Components:
    """Return the components with one more, put in where it gains most of a few places that fit badly."""
    logs = components.logs(bins.places)
    ill = bins.shares * np.maximum(-np.logaddexp.reduce(logs, axis=1), 0)
    if not ill.any():
        return components
    points = Points.of(bins.places, ill)
    best, height = components, -np.inf
    for place in plus_plus(points, TRIED, np.random.RandomState(len(components))):
        new = Components.of(
            "full",
            np.append(components.weights * (1 - SHARE), SHARE),
            np.concatenate([components.means, bins.places[place][None]]),
            np.concatenate([components.covariances, BEGINNING * np.eye(3)[None]]),
        )
        steps, _ = _run(bins, new, (LOOK, 0.0), accelerate=False, tick=no_tick)
        if steps[-1].log_likelihood > height:
            best, height = steps[-1].components, steps[-1].log_likelihood
    return best


def _measures(fit: ColorFit) -> Measures:
    logs = fit.components.logs(fit.bins.places)
    shares = np.exp(logs - np.logaddexp.reduce(logs, axis=1)[:, None])
    entropy = -float((shares * np.log(np.maximum(shares, 1e-300))).sum(axis=1) @ fit.bins.shares)
    return Measures(fit.log_likelihood, fit.components.parameters, fit.bins.total, entropy, INDEPENDENT)


def labels_of(pixels: np.ndarray, components: Components, space: str = "lab") -> np.ndarray:
    """Return (h, w) uint8 the component that each of (h, w, 3|4) uint8 or uint16 pixels belongs to most.

    16-bit pixels are rounded to 8 bits first.
    """
    from palette_studio.core.kernels.color_bins import pixels_labeled

    out = np.empty(pixels.shape[:2], np.uint8)
    _each(pixels, components, space, pixels_labeled, out)
    return out


def posteriors_of(pixels: np.ndarray, components: Components, space: str = "lab") -> np.ndarray:
    """Return (h, w, k) float32 how much each pixel belongs to each component, see labels_of."""
    from palette_studio.core.kernels.color_bins import pixels_shared

    out = np.empty((*pixels.shape[:2], len(components)), np.float32)
    _each(pixels, components, space, pixels_shared, out)
    return out


def _each(
    pixels: np.ndarray, components: Components, space: str, kernel: Callable[..., None], out: np.ndarray
) -> None:
    from palette_studio.core.kernels.light import LINEAR_8

    pixels = to_8_bit(pixels)
    mixture, number = (components.heights, components.means, doubled(components)), space_number(space)

    def work(start: int, stop: int) -> None:
        kernel(pixels[start:stop], LINEAR_8, number, mixture, out[start:stop])

    each_block(len(pixels), work)
