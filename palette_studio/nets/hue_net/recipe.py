"""What a Hue-Net is made of and trained with: the published one, and the one that ships."""

from __future__ import annotations

from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Recipe:
    """Every choice by name. The defaults are the paper's, or the authors' code's where the paper's are lost.

    width: channels of the first layer. size: pixels a side in training. channels: "hue", or "yuv" for the
    authors' later version, where all three are generated, and rotation, hint and the losses of hue have no
    place.
    rotation: hue is turned by atan2 of two channels that begin near no turn, instead of made by tanh, which
    cannot cross red. resize: layers up are resized and convolved, instead of transposed convolutions, which
    paint checkers. histograms: what the reference is like comes as histograms that scale and shift every
    layer (FiLM), instead of its picture of hues. hint: the turn that moves the histograms most cheaply,
    eased, is what the network starts from; it goes in for every pixel, and so does what easing took away.
    emd, information, adversarial, smooth, grain, structure: weights of the losses; smooth, that turns change
    little from pixel to pixel, weighted by saturation times value; grain, that color gets no rougher than it
    was; structure, that the picture's luma stays alike (1 - SSIM).
    squared: the distance of hues counts squared, as in eq. 13: what is far comes nearer first, and no picture
    is carried all the way. enough: a share of the distance before, at which a picture is near enough. rate,
    beta: of Adam. batch: pictures a step.
    """

    width: int = 64
    size: int = 256
    bins: int = 256
    channels: str = "hue"
    rotation: bool = False
    resize: bool = False
    histograms: bool = False
    hint: bool = False
    emd: float = 100.0
    squared: bool = False
    enough: float = 0.0
    information: float = 25.0
    adversarial: float = 1.0
    smooth: float = 0.0
    grain: float = 0.0
    structure: float = 0.0
    rate: float = 2e-4
    beta: float = 0.5
    batch: int = 4

    def as_dict(self) -> dict[str, object]:
        return asdict(self)


PUBLISHED = Recipe()
STUDIO = Recipe(
    width=16,
    size=128,
    rotation=True,
    resize=True,
    histograms=True,
    hint=True,
    emd=3000.0,
    squared=True,
    enough=0.35,
    information=60.0,
    adversarial=0.0,
    smooth=15.0,
    grain=10.0,
    structure=60.0,
    rate=6e-4,
    beta=0.9,
)
LATER = Recipe(channels="yuv", resize=True, histograms=True)
RECIPES = {"published": PUBLISHED, "later": LATER, "studio": STUDIO}
