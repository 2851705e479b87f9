"""What can be set on a background model, and what is usual for each kind of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

METHODS = ("stauffer-grimson", "mog2")
RHOS = ("weight", "alpha", "paper")
MOST_COMPONENTS = 12  # more than seven or so have no effect; it bounds the memory


@dataclass(frozen=True)
class BackgroundOptions:
    """Settings of a background model; the defaults are ours, and ``options`` knows what else is usual.

    components: K, the Gaussians of a pixel. alpha: what a frame counts, 1 over the frames remembered.
    threshold: T, the share of the weights that is background. match: deviations within which a pixel
    belongs to a component; the squared distance is summed over channels. variance: of a new component, and
    least: of any, squared gray levels. weight: of a new component.
    rho: how fast a matched mean moves: "paper" is alpha times the density (8), so slow that means hardly
    move; "alpha" is alpha; "weight" is alpha over the component's weight (KaewTraKulPong & Bowden 2001,
    Power & Schoonees 2002). The first two are the paper's model and nothing else, the last one has
    what follows, none of it the paper's:
    warm_up: the first frames count 1/n each. shadows: tell them, as 127 (Prati et al. 2003). spread: pixels
    that the background may move, as leaves or a shaken camera do (Elgammal et al. 2000). light: follow
    changes of the light of the whole picture.
    """

    method: str = "stauffer-grimson"
    rho: str = "weight"
    components: int = 3
    alpha: float = 0.005
    threshold: float = 0.7
    match: float = 4.0
    variance: float = 225.0
    least: float = 25.0
    weight: float = 0.05
    warm_up: bool = True
    shadows: bool = True
    spread: int = 0
    light: bool = True


OURS = BackgroundOptions()
PAPER = BackgroundOptions(
    rho="paper",
    alpha=0.02,
    match=2.5,
    variance=225.0,  # the paper has no numbers for this and the next two: OpenCV's MOG has 15 gray levels
    least=4.0,
    weight=0.05,
    warm_up=False,
    shadows=False,
    spread=0,
    light=False,
)
MOG2 = BackgroundOptions(  # bgfg_gaussmix2.cpp
    method="mog2",
    components=5,
    alpha=1 / 500,
    threshold=0.9,
    match=4.0,
    variance=15.0,
    least=4.0,
    spread=0,
    light=False,
)


def options_of(given: Mapping[str, Any]) -> BackgroundOptions:
    """Return the options given, and for the others what is usual for their method and rho.

    Raises ValueError for what has no meaning, naming the value and the limit; TypeError for another option.
    """
    method, rho = given.get("method", OURS.method), given.get("rho", OURS.rho)
    for name, value, known in (("method", method, METHODS), ("rho", rho, RHOS)):
        if value not in known:
            raise ValueError(f"{value!r} is no {name} of a background model; there are {', '.join(known)}")
    usual = MOG2 if method == "mog2" else OURS if rho == "weight" else PAPER
    options = replace(usual, **given)
    _check(options)
    return options


def _check(options: BackgroundOptions) -> None:
    limits = {
        "components": (1, MOST_COMPONENTS),
        "alpha": (0, 0.999),
        "threshold": (0, 1),
        "match": (0, 1e3),
        "variance": (1e-3, 1e6),
        "least": (1e-3, 1e6),
        "weight": (0, 1),
        "spread": (0, 8),
    }
    for name, (least, most) in limits.items():
        value = getattr(options, name)
        if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
            raise ValueError(f"{name} is a number from {least} to {most}, not {value!r}")
    for name in ("components", "spread"):
        if not isinstance(getattr(options, name), int):
            raise ValueError(f"{name} is a whole number, not {getattr(options, name)!r}")
