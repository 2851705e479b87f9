"""What a network of "Let there be color!" is made of and trained with: the published one, and ours."""

from __future__ import annotations

from dataclasses import asdict, dataclass

SPACES = ("lab", "yuv", "rgb")


@dataclass(frozen=True)
class Recipe:
    """Every choice by name; the defaults are the paper's (Iizuka, Simo-Serra, Ishikawa 2016).

    width: share of the published channels. size: pixels a side of a crop in training. whole: of the square
    that the global features see; they take no other. classes: kinds of photos told apart. space: of the color
    that is made: chroma of "lab" or "yuv", or all of "rgb". alpha: weight of the cross-entropy beside the
    mean square of color in 0..1. optimizer: "adadelta", without a rate to choose, or "adamw", warmed up and
    cooled down. rate, decay: of the optimizer. average: share of the weights that a running mean keeps each
    step, which is what is judged and written; 0: the weights themselves. batch: photos a step. least: a
    crop's smallest share of a photo's shorter side. pardon: of a photo's mean square (``study.pardoned``);
    0: none, as published. tone, sharpness: how far the lightness that is learned from is another camera's:
    the deviation of the logarithm of its gamma, and how much fine detail is taken away, or twice that added.
    errors_in: "output", the color that is made, as published, or "srgb", what is seen of it on its lightness.
    """

    width: float = 1.0
    size: int = 224
    whole: int = 224
    classes: int = 205
    space: str = "lab"
    alpha: float = 1 / 300
    optimizer: str = "adadelta"
    rate: float = 1.0
    decay: float = 0.0
    average: float = 0.0
    batch: int = 128
    least: float = 0.875
    pardon: float = 0.0
    tone: float = 0.0
    sharpness: float = 0.0
    errors_in: str = "output"

    def as_dict(self) -> dict[str, object]:
        return asdict(self)


PUBLISHED = Recipe()
STUDIO = Recipe(
    width=0.5,
    size=112,
    whole=112,
    classes=0,
    optimizer="adamw",
    rate=2e-3,
    decay=0.05,
    average=0.999,
    batch=32,
    least=0.75,
    pardon=0.01,
    tone=0.25,
    sharpness=0.5,
    errors_in="srgb",
)
RECIPES = {"published": PUBLISHED, "studio": STUDIO}
