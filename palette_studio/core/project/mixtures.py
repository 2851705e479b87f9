"""Mixtures, regions and how a photo is segmented, in a project. Numbers come back bit for bit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from palette_studio.core.palette import MOST as MOST_SWATCHES
from palette_studio.core.palette import hex_of
from palette_studio.core.project.colors import colors_of
from palette_studio.core.project.fields import Fields
from palette_studio.core.segmenting import COLORFUL, MOST, SMOOTHEST, Segmenting

if TYPE_CHECKING:
    from palette_studio.core.region import Region
    from palette_studio.core.segmenting import Mixture

LINE_CHANNELS = ("gray", "lightness", "hue")
LONGEST_PERIOD = 65536.0
DIMENSIONS = 3


def told_mixture(mixture: Mixture) -> dict[str, Any]:
    from palette_studio.core.mixture.line import LineMixture

    told: dict[str, Any] = {"weights": mixture.weights.tolist(), "means": mixture.means.ravel().tolist()}
    if isinstance(mixture, LineMixture):
        return told | {"variances": mixture.variances.tolist(), "period": mixture.period}
    return told | {"kind": mixture.kind, "factors": mixture.factors.ravel().tolist()}


def mixture_of(fields: Fields) -> Mixture:
    """Return a mixture on a line where there are variances, else one of colors."""
    import numpy as np

    from palette_studio.core.mixture.components import KINDS, Components
    from palette_studio.core.mixture.line import LineMixture, frozen

    listed = fields.raw("weights")
    k = len(listed) if isinstance(listed, list) else 0
    if not 1 <= k <= MOST_SWATCHES:
        raise fields.wrong("weights", f"a list of 1 to {MOST_SWATCHES} numbers")
    weights = np.array(fields.numbers("weights", k, 0, 1))
    if fields.raw("variances") is not None:
        means, variances = fields.numbers("means", k), fields.numbers("variances", k, np.finfo(float).tiny)
        return LineMixture.of(
            np.array([weights, means, variances]), fields.number("period", 0, LONGEST_PERIOD, 0.0)
        )
    kind = fields.choice("kind", KINDS, "full")
    means = np.array(fields.numbers("means", k * DIMENSIONS)).reshape(k, DIMENSIONS)
    factors = np.array(fields.numbers("factors", k * DIMENSIONS**2)).reshape(k, DIMENSIONS, DIMENSIONS)
    if np.triu(factors, 1).any() or (np.einsum("kii->ki", factors) <= 0).any():
        raise fields.wrong("factors", "lower triangles with positive diagonals")
    return Components(kind, frozen(weights), frozen(means), frozen(factors))


def channel_and_mixture(fields: Fields) -> tuple[str, Mixture]:
    """Return a mixture and what it is a mixture of."""
    mixture = fields.part("mixture", mixture_of)
    if mixture is None:
        raise fields.wrong("mixture", "a mixture")
    channel = fields.choice("channel", LINE_CHANNELS + COLORFUL, "")
    _check_channel(fields, channel, mixture)
    return channel, mixture


def told_region(region: Region) -> dict[str, Any]:
    return {
        "channel": region.channel,
        "mixture": told_mixture(region.mixture),
        "components": sorted(region.components),
        "smooth": region.smooth,
        "inverted": region.inverted,
        "colors": [hex_of(color) for color in region.colors],
    }


def region_of(fields: Fields) -> Region:
    from palette_studio.core.region import Region

    channel, mixture = channel_and_mixture(fields)
    components = frozenset(fields.wholes("components", MOST_SWATCHES, len(mixture)))
    colors = colors_of(fields, "colors", MOST_SWATCHES)
    if not components:
        raise fields.wrong("components", "the numbers of at least one component")
    if colors and len(colors) != len(mixture):
        raise fields.wrong("colors", f"a color for each of {len(mixture)} components")
    smooth = fields.whole("smooth", 0, SMOOTHEST, 8)
    return Region(channel, mixture, components, smooth, fields.flag("inverted"), colors)


def told_segmenting(how: Segmenting) -> dict[str, Any]:
    return {
        "channel": how.channel,
        "k": how.k,
        "start": how.start,
        "criterion": how.criterion,
        "ignore_ends": how.ignore_ends,
        "by_hand": None if how.by_hand is None else told_mixture(how.by_hand),
        "locked": list(how.locked),
        "held": how.held,
        "iteration": how.iteration,
        "smooth": how.smooth,
    }


def segmenting_of(fields: Fields) -> Segmenting:
    from palette_studio.core.mixture.criteria import CRITERIA
    from palette_studio.core.mixture.starts import STARTS

    by_hand = fields.part("by_hand", mixture_of)
    channel = fields.choice("channel", LINE_CHANNELS + COLORFUL, Segmenting.channel)
    if by_hand is not None:
        _check_channel(fields, channel, by_hand)
    k = fields.raw("k")
    iteration = fields.raw("iteration")
    return Segmenting(
        channel=channel,
        k="auto" if k == "auto" else fields.whole("k", 1, MOST, 3),
        start=fields.choice("start", (*STARTS, "search"), Segmenting.start),
        criterion=fields.choice("criterion", tuple(CRITERIA), Segmenting.criterion),
        ignore_ends=fields.flag("ignore_ends"),
        by_hand=by_hand,
        locked=fields.wholes("locked", MOST, len(by_hand) if by_hand is not None else 0),
        held=fields.flag("held"),
        iteration=None if iteration is None else fields.whole("iteration", 0, 1_000_000, 0),
        smooth=fields.whole("smooth", 0, SMOOTHEST, Segmenting.smooth),
    )


def _check_channel(fields: Fields, channel: str, mixture: Mixture) -> None:
    from palette_studio.core.mixture.line import LineMixture

    if (channel in LINE_CHANNELS) != isinstance(mixture, LineMixture):
        raise fields.wrong("channel", "one that the mixture is of")
