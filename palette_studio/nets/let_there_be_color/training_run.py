"""A training from folders of photos to weights."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from palette_studio.core.tick import Tick, no_tick
from palette_studio.nets import album
from palette_studio.nets.let_there_be_color.recipe import RECIPES
from palette_studio.nets.let_there_be_color.train import Colorist
from palette_studio.nets.study import ColorCourse, Plan, Study, told


@dataclass(frozen=True, kw_only=True)
class Wishes(ColorCourse):
    """What is asked for; None: as the recipe has it."""

    steps: int = 60_000
    width: float | None = None
    space: str | None = None
    optimizer: str | None = None


def trained(
    folders: list[Path],
    out: Path,
    wishes: Wishes,
    say: Callable[[str], None] = lambda _: None,
    tick: Tick = no_tick,
) -> None:
    """Train to the last step and write the weights that were best; goes on from a checkpoint beside them.

    Raises ValueError for a checkpoint or weights of another recipe, and without photos.
    """
    device = wishes.begin()
    recipe = replace(RECIPES[wishes.recipe], **told(wishes, "width", "space", "optimizer", "batch", "rate"))
    photos, judges = album.pair(folders, recipe.size, say, tick)
    recipe = replace(recipe, classes=max(recipe.classes, len(photos.kinds)))
    pupil = Colorist(recipe, photos, judges, seed=wishes.seed, device=device)
    wishes.begin_from(pupil)
    plan = Plan(
        wishes.steps, wishes.every, recipe.optimizer, recipe.rate, recipe.decay, recipe.average, device
    )
    Study(pupil, plan).run(out, say, tick)
