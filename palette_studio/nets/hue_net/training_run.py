"""A training from photos to weights: goes on from a checkpoint beside the weights, and keeps a log there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from palette_studio.core.tick import Canceled, Tick, no_tick
from palette_studio.nets import pictures, runtime
from palette_studio.nets.hue_net.recipe import RECIPES
from palette_studio.nets.hue_net.run import HueNet
from palette_studio.nets.hue_net.train import Progress, Training
from palette_studio.nets.study import told

MARGIN = 9 / 8  # of the size of training: room for crops
KEPT_EVERY = 250  # steps


@dataclass(frozen=True)
class Wishes:
    """What is asked for; None: as the recipe has it."""

    recipe: str = "studio"
    steps: int = 1500
    width: int | None = None
    emd: float | None = None
    information: float | None = None
    seed: int = 0
    device: str = "auto"


def trained(
    folders: list[Path],
    out: Path,
    wishes: Wishes,
    say: Callable[[str], None] = lambda _: None,
    tick: Tick = no_tick,
) -> HueNet:
    """Train to the last step, write the weights, and return the network.

    A stop loses at most ``KEPT_EVERY`` steps: ``out`` with the ending .checkpoint holds all there is to go on
    with. Raises ValueError for a checkpoint of another recipe, and without photos.
    """
    runtime.calm()
    recipe = replace(RECIPES[wishes.recipe], **told(wishes, "width", "emd", "information"))
    checkpoint = out.with_suffix(".checkpoint")
    if checkpoint.is_file():
        training = Training.resumed(checkpoint, runtime.device_named(wishes.device))
        if training.recipe != recipe or training.seed != wishes.seed:
            raise ValueError(f"{checkpoint} is of another recipe or seed; remove it, or ask for those")
        training.steps = wishes.steps
        say(f"going on from step {training.step}")
    else:
        training = Training(recipe, wishes.steps, wishes.seed, runtime.device_named(wishes.device))
    photos = [photo for folder in folders for photo in pictures.read(folder, round(recipe.size * MARGIN))]
    photos = [photo for photo in photos if pictures.colorful(photo)] or photos
    say(f"{len(photos)} photos, {recipe.batch} a step")
    log = out.with_suffix(".log")

    def report(progress: Progress) -> None:
        with log.open("a") as file:
            file.write(progress.as_line() + "\n")
        if progress.step % KEPT_EVERY == 0:
            training.save(checkpoint)

    try:
        training.run(photos, report, every=min(50, wishes.steps), tick=tick)
    except (Canceled, KeyboardInterrupt):
        training.save(checkpoint)
        raise
    training.save(checkpoint)
    net = HueNet(training.generator.cpu())
    net.save(out)
    return net
