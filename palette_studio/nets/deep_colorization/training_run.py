"""A training from scenes with masks to weights: the parser, then the networks of pixels."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from palette_studio.core.tick import Tick, no_tick
from palette_studio.nets import runtime
from palette_studio.nets.deep_colorization import scenes as scene_files
from palette_studio.nets.deep_colorization.ensemble import learned, of_all
from palette_studio.nets.deep_colorization.parser import Parser, shares
from palette_studio.nets.deep_colorization.parser_training import SceneReader
from palette_studio.nets.deep_colorization.recipe import Recipe
from palette_studio.nets.deep_colorization.run import FEWER, DeepColorizer
from palette_studio.nets.deep_colorization.train import sampled
from palette_studio.nets.study import Course, Plan, Study

JUDGES = 10  # one scene in so many judges the parser, where all others teach


@dataclass(frozen=True, kw_only=True)
class Wishes(Course):
    """What is asked for. steps: of the parser. pixel_steps: of the network of pixels; None: the recipe's."""

    steps: int = 6000
    every: int = 250
    pixel_steps: int | None = None


def trained(
    folders: list[Path],
    out: Path,
    wishes: Wishes,
    say: Callable[[str], None] = lambda _: None,
    tick: Tick = no_tick,
) -> None:
    """Train and write the weights; a stop in the parser's training is gone on from.

    What the networks of pixels learn from must be seen as it will be seen in use: by a parser that was not
    taught these scenes. So two parsers learn a half each and look at the other, and a third learns all.
    Raises ValueError without scenes.
    """
    device = wishes.begin()
    recipe = Recipe()
    if wishes.pixel_steps is not None:
        recipe = replace(recipe, steps=wishes.pixel_steps)
    scenes = scene_files.read(folders[0], "train", tick)
    rows = np.arange(len(scenes))
    parsers = {}
    for name, taught, judges in (
        ("half-a", rows % 2 == 0, rows % 2 == 1),
        ("half-b", rows % 2 == 1, rows % 2 == 0),
        ("whole", rows % JUDGES != JUDGES - 1, rows % JUDGES == JUDGES - 1),
    ):
        say(f"the parser, {name}")
        path = out.with_name(f"{out.stem}-{name}.safetensors")
        pupil = SceneReader(
            scenes.part(taught), scenes.part(judges), recipe.classes, seed=wishes.seed, device=device
        )
        plan = Plan(wishes.steps, wishes.every, decay=0.05, average=0.998, device=device)
        Study(pupil, plan).run(path, say, tick)
        parsers[name] = runtime.network(path, "parser", lambda told: Parser(**told))
    colored = np.flatnonzero(scenes.colored)
    samples = sampled(scenes.part(colored), _unseen(parsers, colored), recipe, wishes.seed, tick)
    ensemble = learned(samples, recipe, wishes.seed, say, tick)
    lesser = {}
    for daisy, semantic in FEWER:
        less = replace(recipe, daisy=daisy, semantic=semantic)
        rng = np.random.default_rng(wishes.seed)
        lesser[daisy, semantic] = of_all(samples.seen_by(less), less, rng, tick)
    DeepColorizer(recipe, ensemble, parsers["whole"], lesser).save(out)


def _unseen(parsers: dict[str, Parser], rows: np.ndarray) -> Callable[[int, np.ndarray], np.ndarray]:
    """Return what tells what is seen in a scene, by the parser that was not taught it."""

    def seen(row: int, light: np.ndarray) -> np.ndarray:
        parser = parsers["half-b" if rows[row] % 2 == 0 else "half-a"]
        return shares(parser, light[None])[0]

    return seen
