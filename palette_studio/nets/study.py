"""A training from end to end: steps, rate, running means of weights, judging, a log, stops and resumes."""

from __future__ import annotations

import copy
import json
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from palette_studio.core.tick import Canceled, Tick, no_tick
from palette_studio.nets import checkpoint, runtime

WARM_UP = 300  # steps to the full rate, or a tenth of all


@dataclass(frozen=True)
class Plan:
    """How long and how fast to learn. steps: in all. every: steps between judgements, which are when the
    checkpoint is written too. optimizer, rate, decay, average: see the recipes."""

    steps: int
    every: int = 1000
    optimizer: str = "adamw"
    rate: float = 2e-3
    decay: float = 0.05
    average: float = 0.999
    device: str = "cpu"


@dataclass(frozen=True, kw_only=True)
class Course:
    """What is asked for, whatever is learned. device: auto, cpu or cuda. threads: cores to work on."""

    steps: int
    every: int = 1000
    seed: int = 0
    device: str = "auto"
    threads: int = 1

    def begin(self) -> str:
        """Have torch work on so many cores, and return the device. Raises ValueError for one not there."""
        torch.set_num_threads(self.threads)
        return runtime.device_named(self.device)


@dataclass(frozen=True, kw_only=True)
class ColorCourse(Course):
    """What is asked for of a network of color; None: as the recipe has it. begin_with: a file of weights."""

    recipe: str = "studio"
    batch: int | None = None
    rate: float | None = None
    begin_with: str | None = None

    def begin_from(self, pupil: Pupil) -> None:
        """Give a pupil the weights to begin with. Raises WeightsError for those of another network."""
        if self.begin_with is not None:
            pupil.net = runtime.network(Path(self.begin_with), "such recipe", lambda _: pupil.net)


def told(wishes: object, *names: str) -> dict[str, Any]:
    """Return what wishes ask for under these names; None is no wish."""
    return {name: value for name in names if (value := getattr(wishes, name)) is not None}


def pardoned(errors: Tensor, pardon: float) -> Tensor:
    """Return errors, photo by photo, of which what lies above ``pardon`` counts ever less; 0: all as much.

    Colors that nobody could tell do not outweigh the others then, and what is learned is nearer to what dB
    judge, the logarithm of each photo's error.
    """
    return pardon * torch.log1p(errors / pardon) if pardon else errors


class Pupil(ABC):
    """A network, what it learns in one step, and how well it does."""

    net: nn.Module

    @abstractmethod
    def learn(self, net: nn.Module, step: int) -> dict[str, Tensor]:
        """Return the losses of one step; the same for the same step."""

    @abstractmethod
    def judge(self, net: nn.Module) -> dict[str, float]:
        """Return measures on photos that it does not learn from; the first says which weights are best."""

    @abstractmethod
    def write(self, net: nn.Module, path: Path) -> None:
        """Write the weights as they ship."""

    @abstractmethod
    def about(self) -> dict[str, object]:
        """Return what must be the same for a checkpoint to be gone on with."""


class Study:
    """A pupil, its optimizer and the running mean of its weights, and how far they have come."""

    def __init__(self, pupil: Pupil, plan: Plan) -> None:
        self.pupil, self.plan, self.step, self.best = pupil, plan, 0, float("-inf")
        self.net = pupil.net.to(plan.device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        kind = torch.optim.Adadelta if plan.optimizer == "adadelta" else torch.optim.AdamW
        self.optimizer = kind(self.net.parameters(), lr=plan.rate, weight_decay=plan.decay)
        self.mean = copy.deepcopy(self.net) if plan.average else self.net

    def run(self, out: Path, say: Callable[[str], None] = lambda _: None, tick: Tick = no_tick) -> None:
        """Learn to the last step; ``out`` holds the best weights so far, its neighbors log and checkpoint.

        A stop loses nothing: the checkpoint is written then too, and the same command goes on from it.
        """
        kept = out.with_suffix(".checkpoint")
        if kept.is_file():
            self._resume(kept)
            say(f"going on from step {self.step}")
        log, start, begun = Log(out.with_suffix(".csv"), self.step), time.monotonic(), self.step
        try:
            while self.step < self.plan.steps:
                tick(self.step / self.plan.steps)
                log.add(self._one())
                if self.step % self.plan.every == 0 or self.step == self.plan.steps:
                    found = self.pupil.judge(self.mean.eval())
                    seconds = time.monotonic() - start
                    left = seconds / (self.step - begun) * (self.plan.steps - self.step)
                    say(log.write(self.step, seconds, found) + f", {_span(left)} left")
                    if (first := next(iter(found.values()))) > self.best:
                        self.best = first
                        self.pupil.write(self.mean, out)
                    self._keep(kept)
        except (Canceled, KeyboardInterrupt):
            self._keep(kept)
            raise

    def _one(self) -> dict[str, float]:
        """Learn one step."""
        for group in self.optimizer.param_groups:
            group["lr"] = self.plan.rate * self._share()
        self.net.train()
        found = self.pupil.learn(self.net, self.step)
        self.optimizer.zero_grad()
        torch.stack(list(found.values())).sum().backward()
        self.optimizer.step()
        self.step += 1
        self._average()
        return {name: float(each.detach()) for name, each in found.items()}

    def _share(self) -> float:
        """Return the share of the rate: up, level to the middle, down along a cosine; adadelta needs none."""
        if self.plan.optimizer == "adadelta":
            return 1.0
        done = self.step / self.plan.steps
        down = 1.0 if done < 0.5 else 0.5 * (1 + float(torch.cos(torch.tensor((done - 0.5) * 2 * torch.pi))))
        return min(1.0, (self.step + 1) / max(1, min(WARM_UP, self.plan.steps // 10))) * down

    def _average(self) -> None:
        """Move the running mean, of weights and of the norms' statistics; the first steps count less."""
        if self.mean is self.net:
            return
        share = min(self.plan.average, (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            states = self.mean.state_dict(), self.net.state_dict()
            for kept, new in zip(*(each.values() for each in states), strict=True):
                if kept.is_floating_point():
                    kept.lerp_(new, 1 - share)
                else:
                    kept.copy_(new)

    # A stop

    def _keep(self, path: Path) -> None:
        about = {"about": json.dumps(self.pupil.about()), "step": str(self.step), "best": repr(self.best)}
        checkpoint.save(path, self._parts(), about)

    def _resume(self, path: Path) -> None:
        about = checkpoint.words(path)
        if json.loads(about["about"]) != json.loads(json.dumps(self.pupil.about())):
            raise ValueError(f"{path} is of another recipe or seed; remove it, or ask for those")
        checkpoint.load(path, self._parts(), self.plan.device)
        self.step, self.best = int(about["step"]), float(about["best"])

    def _parts(self) -> checkpoint.Pairs:
        own: checkpoint.Pairs = [(self.net, self.optimizer)]
        return own if self.mean is self.net else [*own, (self.mean, None)]


class Log:
    """Curves as rows of a CSV: means of the losses since the last row, and what was judged."""

    def __init__(self, path: Path, step: int) -> None:
        self._path, self._sums, self._count = path, {}, 0
        if step == 0:
            path.unlink(missing_ok=True)

    def add(self, losses: dict[str, float]) -> None:
        for name, value in losses.items():
            self._sums[name] = self._sums.get(name, 0.0) + value
        self._count += 1

    def write(self, step: int, seconds: float, judged: dict[str, float]) -> str:
        """Write a row, and return it as words."""
        row = {name: value / self._count for name, value in self._sums.items()} | judged
        if not self._path.is_file():
            self._path.write_text(",".join(["step", "seconds", *row]) + "\n")
        with self._path.open("a") as file:
            file.write(
                ",".join([str(step), f"{seconds:.0f}", *(f"{each:.6g}" for each in row.values())]) + "\n"
            )
        self._sums, self._count = {}, 0
        return f"step {step}: " + ", ".join(f"{name} {value:.4g}" for name, value in row.items())


def _span(seconds: float) -> str:
    hours, minutes = divmod(round(seconds / 60), 60)
    return f"{hours} h {minutes:02} min" if hours else f"{minutes} min"
