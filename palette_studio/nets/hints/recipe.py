"""What the network of hints is made of and trained with."""

from __future__ import annotations

from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Recipe:
    """Every choice by name.

    width: channels of the first layer; deeper ones have twice as many, at most 8 times. levels: halvings.
    size: pixels a side of a crop in training. heads: numbers by which places ask for swatches. most_points,
    most_colors: in training. bare, points, palette: shares of photos without hints, with points alone, and
    with a palette alone; the rest has both. largest: pixels a side of a hint's square. rate, decay, average,
    batch, least, pardon: as in let_there_be_color.
    """

    width: int = 24
    levels: int = 4
    size: int = 112
    heads: int = 24
    most_points: int = 160
    most_colors: int = 8
    bare: float = 0.05
    points: float = 0.5
    palette: float = 0.3
    largest: int = 7
    rate: float = 2e-3
    decay: float = 0.02
    average: float = 0.999
    batch: int = 24
    least: float = 0.75
    pardon: float = 0.15

    def as_dict(self) -> dict[str, object]:
        return asdict(self)


STUDIO = Recipe()
RECIPES = {"studio": STUDIO}
