"""Hue-Net and its fit of one pair, as methods of transfer beside the classics."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import numpy as np

from palette_studio.core.tick import Tick, at
from palette_studio.core.transfer import METHODS, Method
from palette_studio.core.transfer.colors import Colors
from palette_studio.core.transfer.given import Given, finished


def join(weights: Path | None = None) -> None:
    """Add what is learned to the methods that there are to choose from. weights: of hue-net, if not ours."""
    for method in (
        Method("hue-net", partial(_by_network, weights), "hues alone, by a network that keeps meaning"),
        Method("hue-fit", _by_fit, "hues alone, fitted to this pair"),
    ):
        METHODS[method.name] = method


def _by_network(weights: Path | None, given: Given, tick: Tick) -> np.ndarray:
    from palette_studio.nets.hue_net import HueNet

    return _looked(given, HueNet.load(weights).transfer(given.pixels, given.reference, tick=tick), tick)


def _by_fit(given: Given, tick: Tick) -> np.ndarray:
    from palette_studio.nets.hue_fit import hue_fit

    return _looked(given, hue_fit(given.pixels, given.reference, tick=tick).apply(given.pixels), tick)


def _looked(given: Given, made: np.ndarray, tick: Tick) -> np.ndarray:
    return made if given.look.plain else finished(given, Colors(made).of, at(tick, 1.0))
