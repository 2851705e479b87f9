"""A training from folders of photos to weights."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import torch

from palette_studio.core.tick import Tick, no_tick
from palette_studio.nets import album, runtime
from palette_studio.nets.let_there_be_color.recipe import RECIPES, Recipe
from palette_studio.nets.let_there_be_color.train import Colorist
from palette_studio.nets.study import Plan, Study

ROOM = 8 / 7  # of the size of training: room for crops


@dataclass(frozen=True)
class Wishes:
    """What is asked for; None: as the recipe has it. begin: weights of that recipe to begin with."""

    recipe: str = "studio"
    steps: int = 60_000
    width: float | None = None
    space: str | None = None
    optimizer: str | None = None
    batch: int | None = None
    every: int = 1000
    seed: int = 0
    device: str = "auto"
    threads: int = 1
    begin: str | None = None


def trained(
    folders: list[Path],
    out: Path,
    wishes: Wishes,
    say: Callable[[str], None] = lambda _: None,
    tick: Tick = no_tick,
) -> None:
    """Train to the last step and write the weights that were best; goes on from a checkpoint beside them.

    Raises ValueError for a checkpoint of another recipe, and without photos.
    """
    torch.set_num_threads(wishes.threads)
    device = runtime.device_named(wishes.device)
    recipe = _recipe(wishes)
    side = round(recipe.size * ROOM)
    photos, judges = (album.read(folders, side, split, say, tick) for split in ("train", "val"))
    recipe = replace(recipe, classes=max(recipe.classes, len(photos.kinds)))
    say(f"{len(photos)} photos of {len(photos.kinds)} kinds, {recipe.batch} a step; {len(judges)} judge")
    pupil = Colorist(recipe, photos, judges, seed=wishes.seed, device=device)
    if wishes.begin is not None:
        pupil.net.load_state_dict(runtime.load(Path(wishes.begin)).tensors)
    plan = Plan(
        wishes.steps, wishes.every, recipe.optimizer, recipe.rate, recipe.decay, recipe.average, device
    )
    Study(pupil, plan).run(out, say, tick)


def _recipe(wishes: Wishes) -> Recipe:
    told = {name: getattr(wishes, name) for name in ("width", "space", "optimizer", "batch")}
    return replace(
        RECIPES[wishes.recipe], **{name: value for name, value in told.items() if value is not None}
    )
