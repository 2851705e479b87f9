"""What Deep Colorization is made of (Cheng, Yang, Sheng 2015), every part of which can be left out."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace

import numpy as np

PATCH, DAISY = 49, 32
PARTS = ("daisy", "semantic", "clusters", "search", "refine")  # beside the patch, each built on those before


@dataclass(frozen=True)
class Recipe:
    """Every choice by name.

    daisy, semantic: whether these features count beside the patch. clusters: how many groups each layer below
    the top has; (): all photos together. enough_db: a photo colored so well leaves the layers below.
    fewest: photos of a group. search: whether a target's group is found by semantic histograms, or by its
    look alone. refine: whether chroma is smoothed along lightness. hidden, layers: of the networks. dropped:
    share of their hidden values that a step does without. samples: pixels of a photo that are learned from.
    steps: at the top; groups go on from there for a share of them. rate, batch (pixels), pardon: as in
    let_there_be_color.
    """

    daisy: bool = True
    semantic: bool = True
    clusters: tuple[int, ...] = (8, 6, 4)
    enough_db: float = 26.0
    fewest: int = 80
    search: bool = True
    refine: bool = True
    hidden: int = 64
    layers: int = 3
    dropped: float = 0.1
    samples: int = 300
    steps: int = 6000
    rate: float = 2e-3
    batch: int = 4096
    pardon: float = 0.0005
    classes: int = 26

    def without(self, *parts: str) -> Recipe:
        """Return the recipe with some of ``PARTS`` left out."""
        return replace(self, **{part: () if part == "clusters" else False for part in parts})

    @property
    def columns(self) -> np.ndarray:
        """Return which of all features a network of this recipe is given."""
        kept = np.repeat([True, self.daisy, self.semantic], [PATCH, DAISY, self.classes])
        return np.flatnonzero(kept)

    @property
    def features(self) -> int:
        return PATCH + (DAISY if self.daisy else 0) + (self.classes if self.semantic else 0)

    def as_dict(self) -> dict[str, object]:
        return asdict(self)
