"""A training of the network of hints from folders of photos to weights."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from palette_studio.core.tick import Tick, no_tick
from palette_studio.nets import album
from palette_studio.nets.hints.recipe import RECIPES
from palette_studio.nets.hints.train import HintedColorist
from palette_studio.nets.let_there_be_color.run import Colorizer
from palette_studio.nets.study import ColorCourse, Plan, Study, told


@dataclass(frozen=True, kw_only=True)
class Wishes(ColorCourse):
    """What is asked for. automatic: weights of let-there-be-color; None: those that ship."""

    steps: int = 40_000
    automatic: str | None = None


def trained(
    folders: list[Path],
    out: Path,
    wishes: Wishes,
    say: Callable[[str], None] = lambda _: None,
    tick: Tick = no_tick,
) -> None:
    """Train to the last step and write the weights that were best; goes on from a checkpoint beside them.

    Raises ValueError for a checkpoint or weights of another recipe, and without photos; WeightsError without
    the automatic network.
    """
    device = wishes.begin()
    recipe = replace(RECIPES[wishes.recipe], **told(wishes, "batch", "rate"))
    automatic = Colorizer.load(Path(wishes.automatic) if wishes.automatic else None).net
    photos, judges = album.pair(folders, recipe.size, say, tick)
    pupil = HintedColorist(recipe, photos, judges, automatic, seed=wishes.seed, device=device)
    wishes.begin_from(pupil)
    plan = Plan(wishes.steps, wishes.every, "adamw", recipe.rate, recipe.decay, recipe.average, device)
    Study(pupil, plan).run(out, say, tick)
