"""A training of the network of hints from folders of photos to weights."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import torch

from palette_studio.core.tick import Tick, no_tick
from palette_studio.nets import album, runtime
from palette_studio.nets.hints.recipe import RECIPES
from palette_studio.nets.hints.train import HintedColorist
from palette_studio.nets.let_there_be_color.run import Colorizer
from palette_studio.nets.study import Plan, Study

ROOM = 8 / 7  # of the size of training: room for crops


@dataclass(frozen=True)
class Wishes:
    """What is asked for; None: as the recipe has it. automatic: weights of let-there-be-color."""

    recipe: str = "studio"
    steps: int = 40_000
    batch: int | None = None
    every: int = 1000
    seed: int = 0
    device: str = "auto"
    threads: int = 1
    automatic: str | None = None


def trained(
    folders: list[Path],
    out: Path,
    wishes: Wishes,
    say: Callable[[str], None] = lambda _: None,
    tick: Tick = no_tick,
) -> None:
    """Train to the last step and write the weights that were best; goes on from a checkpoint beside them.

    Raises ValueError for a checkpoint of another recipe, and without photos; WeightsError without the
    automatic network.
    """
    torch.set_num_threads(wishes.threads)
    device = runtime.device_named(wishes.device)
    recipe = RECIPES[wishes.recipe]
    if wishes.batch is not None:
        recipe = replace(recipe, batch=wishes.batch)
    automatic = Colorizer.load(Path(wishes.automatic) if wishes.automatic else None).net
    side = round(recipe.size * ROOM)
    photos, judges = (album.read(folders, side, split, say, tick) for split in ("train", "val"))
    say(f"{len(photos)} photos, {recipe.batch} a step; {len(judges)} judge")
    pupil = HintedColorist(recipe, photos, judges, automatic, seed=wishes.seed, device=device)
    plan = Plan(wishes.steps, wishes.every, "adamw", recipe.rate, recipe.decay, recipe.average, device)
    Study(pupil, plan).run(out, say, tick)
