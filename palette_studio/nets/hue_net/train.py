"""The training of Hue-Net: pairs shuffled anew every epoch, flips, Adam; stopped at any time and resumed."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from palette_studio.core.tick import Tick, no_tick
from palette_studio.nets import checkpoint
from palette_studio.nets.hue_net.colors import inputs, to_hsv, to_rgb
from palette_studio.nets.hue_net.loss import judged, losses, made_hue
from palette_studio.nets.hue_net.model import Discriminator, Generator
from palette_studio.nets.hue_net.recipe import Recipe
from palette_studio.nets.hue_net.yuv import to_yuv, yuv_inputs, yuv_losses

SMALLEST = 0.7  # of a picture's shorter side: a crop


@dataclass(frozen=True)
class Progress:
    """Where a training stands. losses: means since the last one."""

    step: int
    steps: int
    seconds: float
    losses: dict[str, float]

    def as_line(self) -> str:
        told = " ".join(f"{name} {value:.3f}" for name, value in self.losses.items())
        return f"step {self.step}/{self.steps} {self.seconds:.0f} s {told}"


class Training:
    """A generator and, where the recipe asks for it, a discriminator, and how far they have come."""

    def __init__(self, recipe: Recipe, steps: int, seed: int = 0, device: str = "cpu") -> None:
        torch.manual_seed(seed)
        self.recipe, self.steps, self.step, self.seed, self.device = recipe, steps, 0, seed, device
        self.generator = Generator(recipe).to(device)
        self.discriminator = Discriminator(recipe).to(device) if recipe.adversarial else None
        nets: list[nn.Module] = [self.generator]
        if self.discriminator is not None:
            nets.append(self.discriminator)
        self.optimizers = [
            torch.optim.Adam(net.parameters(), recipe.rate, (recipe.beta, 0.999)) for net in nets
        ]
        self.nets = nets
        for net in nets:
            net.to(memory_format=torch.channels_last)  # type: ignore[call-overload]

    def run(
        self,
        pictures: list[np.ndarray],
        report: Callable[[Progress], None] = lambda _: None,
        *,
        every: int = 100,
        tick: Tick = no_tick,
    ) -> None:
        """Go on to the last step. report is called every so many steps."""
        start, sums, count = time.monotonic(), {}, 0
        while self.step < self.steps:
            tick(self.step / self.steps)
            self._set_rate()
            source, reference = self._pair(pictures)
            for name, value in self._learn(source, reference).items():
                sums[name] = sums.get(name, 0.0) + value
            self.step, count = self.step + 1, count + 1
            if self.step % every == 0 or self.step == self.steps:
                means = {name: value / count for name, value in sums.items()}
                report(Progress(self.step, self.steps, time.monotonic() - start, means))
                sums, count = {}, 0

    def _set_rate(self) -> None:
        """Halve, from the middle on, what is learned a step, down to nothing along a cosine."""
        done = self.step / self.steps
        share = 1.0 if done < 0.5 else 0.5 * (1 + np.cos(np.pi * (done - 0.5) * 2))
        for optimizer in self.optimizers:
            for group in optimizer.param_groups:
                group["lr"] = self.recipe.rate * share

    def _pair(self, pictures: list[np.ndarray]) -> tuple[Tensor, Tensor]:
        """Return sources and references of one step: two shuffles of an epoch, side by side."""
        rng = np.random.default_rng((self.seed, self.step))
        batch, count = self.recipe.batch, len(pictures)
        epoch, place = divmod(self.step * batch, count)
        orders = [np.random.default_rng((self.seed, epoch, turn)).permutation(count) for turn in (0, 1)]
        found = []
        for order in orders:
            rows = [order[(place + n) % count] for n in range(batch)]
            crops = np.stack([self._crop(pictures[row], rng) for row in rows])
            rgb = torch.from_numpy(crops).to(self.device).permute(0, 3, 1, 2).float() / 255
            found.append(to_hsv(rgb))
        return found[0], found[1]

    def _crop(self, pixels: np.ndarray, rng: np.random.Generator) -> np.ndarray:
        """Return a random square, flipped half of the time."""
        import cv2

        size, least = self.recipe.size, min(pixels.shape[:2])
        side = int(rng.integers(round(SMALLEST * least), least + 1))
        y, x = (int(rng.integers(0, length - side + 1)) for length in pixels.shape[:2])
        square = pixels[y : y + side, x : x + side]
        if side != size:
            mode = cv2.INTER_AREA if side > size else cv2.INTER_LINEAR
            square = cv2.resize(square, (size, size), interpolation=mode)
        return np.ascontiguousarray(square[:, ::-1] if rng.random() < 0.5 else square)

    def _learn(self, source: Tensor, reference: Tensor) -> dict[str, float]:
        self.generator.train()
        later = self.recipe.channels == "yuv"
        planes, histograms, begun = (yuv_inputs if later else inputs)(source, reference, self.recipe)
        output = self.generator(planes, histograms)
        if later:
            found = yuv_losses(source, reference, output, self.recipe)
        else:
            found = losses(source, reference, output, begun, self.recipe)
        if self.discriminator is None:
            self._descend(0, sum(found.values(), torch.zeros((), device=source.device)))
        else:
            made = output if later else made_hue(source, output, begun, self.recipe).hue[:, None] * 2 - 1
            self._oppose(self.discriminator, torch.cat([planes, made], 1), source, reference, found)
        return {name: float(value.detach()) for name, value in found.items()}

    def _oppose(
        self, judge: Discriminator, made: Tensor, source: Tensor, reference: Tensor, found: dict[str, Tensor]
    ) -> None:
        """Learn both: to make hues that the judge takes for real ones, and to tell them."""
        found["adversarial"] = self.recipe.adversarial * judged(judge(made), real=True)
        self._descend(0, sum(found.values(), torch.zeros((), device=made.device)))
        if self.recipe.channels == "yuv":
            known, own = yuv_inputs(reference, source, self.recipe).planes, to_yuv(to_rgb(reference))
        else:
            known, own = inputs(reference, source, self.recipe).planes, reference[:, :1] * 2 - 1
        real = torch.cat([known, own], 1)
        found["discriminator"] = judged(judge(real), real=True) + judged(judge(made.detach()), real=False)
        self._descend(1, found["discriminator"])

    def _descend(self, which: int, loss: Tensor) -> None:
        self.optimizers[which].zero_grad()
        loss.backward()
        self.optimizers[which].step()

    # A checkpoint: everything to go on with, as plain tensors

    def save(self, path: Path) -> None:
        """Write where the training stands; the old file is there until the new one is whole."""
        about = {
            "step": str(self.step),
            "steps": str(self.steps),
            "seed": str(self.seed),
            "recipe": json.dumps(self.recipe.as_dict()),
        }
        checkpoint.save(path, self._kept(), about)

    @classmethod
    def resumed(cls, path: Path, device: str = "cpu") -> Training:
        """Return a training as ``save`` left it."""
        about = checkpoint.words(path)
        training = cls(Recipe(**json.loads(about["recipe"])), int(about["steps"]), int(about["seed"]), device)
        training.step = int(about["step"])
        checkpoint.load(path, training._kept(), device)
        return training

    def _kept(self) -> checkpoint.Pairs:
        return list(zip(self.nets, self.optimizers, strict=True))


def parameters(net: nn.Module) -> int:
    return sum(each.numel() for each in net.parameters())
