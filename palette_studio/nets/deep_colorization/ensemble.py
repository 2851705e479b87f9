"""Groups of scenes that look alike, each with a network of its own, and how a photo finds its group.

Adaptive image clustering (section 3.3): the top holds all photos; those that its network colors well enough
leave, the rest is grouped, each group's network goes on learning from there, and so on, layer by layer. A
group stays where it was unless its network is better on photos of the group that it has not learned from.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor

from palette_studio.core.tick import Tick, no_tick
from palette_studio.nets.deep_colorization.model import PixelNet
from palette_studio.nets.deep_colorization.recipe import Recipe
from palette_studio.nets.groups import grouped

NEAREST = 5  # photos of a group that its likeness to a target is told by
CANDIDATES = 4  # groups that look most like it
GROUP_STEPS, GROUP_RATE = 0.15, 0.25  # of those at the top
HELD = 4  # one photo of a group in so many tells whether its network is worth having
WORTH = 0.03  # dB


@dataclass(frozen=True)
class Samples:
    """Pixels of photos. features: (n, s, f) float16. luma: (n, s); uv: (n, s, 2), of sRGB 0..1 in BT.601.
    looks: (n, l), and histograms: (n, c), of each photo."""

    features: np.ndarray
    luma: np.ndarray
    uv: np.ndarray
    looks: np.ndarray
    histograms: np.ndarray

    def seen_by(self, recipe: Recipe) -> Samples:
        """Return them with those features alone that a recipe has; these are of all parts."""
        return replace(self, features=self.features[..., recipe.columns])


@dataclass(frozen=True)
class Ensemble:
    """nets: the top's, then the groups'. group: (n,) by which of them each photo learned from is colored.
    looks, histograms: of these photos."""

    nets: list[PixelNet]
    group: np.ndarray
    looks: np.ndarray
    histograms: np.ndarray

    def chosen(self, look: np.ndarray, histogram: np.ndarray | None) -> PixelNet:
        """Return the network for a photo. histogram: what is seen in it; None: its look alone decides."""
        if len(self.nets) == 1:
            return self.nets[0]
        groups = np.unique(self.group)
        apart = [np.square(self.looks[self.group == each].mean(0) - look).sum() for each in groups]
        near = groups[np.argsort(apart)]
        if histogram is None:
            return self.nets[near[0]]
        candidates = near[:CANDIDATES]
        return self.nets[candidates[np.argmin([self._unlike(each, histogram) for each in candidates])]]

    def _unlike(self, group: int, histogram: np.ndarray) -> float:
        apart = np.abs(self.histograms[self.group == group] - histogram).sum(1)
        return float(np.sort(apart)[:NEAREST].mean())


def learned(
    samples: Samples,
    recipe: Recipe,
    seed: int = 0,
    say: Callable[[str], None] = lambda _: None,
    tick: Tick = no_tick,
) -> Ensemble:
    """Return networks for all photos and for every group of them."""
    rng = np.random.default_rng(seed)
    top = of_all(samples, recipe, rng, tick)
    everything = np.arange(len(samples.luma))
    nets, left, group = [top], everything, np.zeros(len(everything), int)
    say(f"all {len(left)} photos: {_quality(nets, samples, left, group).mean():.2f} dB")
    for count in recipe.clusters:
        left = left[_quality(nets, samples, left, group) < recipe.enough_db]
        if len(left) < recipe.fewest:
            break
        labels, _ = grouped(samples.looks[left], count, seed, tries=5, rounds=100)
        for label in range(count):
            rows = left[labels == label]
            if len(rows) < recipe.fewest:
                continue
            held = rows[::HELD]
            net = PixelNet(recipe)
            net.load_state_dict(top.state_dict())
            own, steps = np.setdiff1d(rows, held), round(recipe.steps * GROUP_STEPS)
            _fit(net, samples, own, steps, recipe, rng, tick, GROUP_RATE)
            before = _quality(nets, samples, held, group).mean()
            after = _quality([net], samples, held, np.zeros_like(group)).mean()
            say(f"a group of {len(rows)}: {before:.2f} dB, by a network of its own {after:.2f}")
            if after > before + WORTH:
                group[rows] = len(nets)
                nets.append(net)
    return Ensemble(nets, group, samples.looks, samples.histograms)


def of_all(samples: Samples, recipe: Recipe, rng: np.random.Generator, tick: Tick = no_tick) -> PixelNet:
    """Return a network that has learned all photos."""
    torch.manual_seed(int(rng.integers(2**31)))
    top, everything = PixelNet(recipe), np.arange(len(samples.luma))
    top.measure(torch.from_numpy(samples.features[rng.permutation(everything)[:300]]).float().flatten(0, 1))
    _fit(top, samples, everything, recipe.steps, recipe, rng, tick)
    return top


def _fit(
    net: PixelNet,
    samples: Samples,
    rows: np.ndarray,
    steps: int,
    recipe: Recipe,
    rng: np.random.Generator,
    tick: Tick,
    share: float = 1.0,
) -> None:
    """Learn U and V of pixels of these photos by least squares."""
    optimizer = torch.optim.Adam(net.parameters(), recipe.rate * share)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, steps)
    width = samples.luma.shape[1]
    net.train()
    for step in range(steps):
        tick(step / steps)
        photos = rows[rng.integers(0, len(rows), recipe.batch)]
        pixels = rng.integers(0, width, recipe.batch)
        features = torch.from_numpy(samples.features[photos, pixels]).float()
        loss = (net(features) - torch.from_numpy(samples.uv[photos, pixels])).square().mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
    net.eval()


def _quality(nets: list[PixelNet], samples: Samples, rows: np.ndarray, group: np.ndarray) -> np.ndarray:
    """Return dB of sRGB of each photo's sampled pixels, colored by the network that it belongs to."""
    found = []
    with torch.no_grad():
        for row in rows:
            net = nets[group[row]]
            uv = net(torch.from_numpy(samples.features[row]).float())
            error = _rgb(samples.luma[row], uv) - _rgb(samples.luma[row], torch.from_numpy(samples.uv[row]))
            found.append(-10 * torch.log10(error.square().mean()))
    return np.array(found)


def _rgb(luma: np.ndarray, uv: Tensor) -> Tensor:
    """Return sRGB 0..1 of luma and of U and V as OpenCV has them (BT.601), clipped."""
    y = torch.from_numpy(luma)
    u, v = uv[:, 0], uv[:, 1]
    return torch.stack([y + 1.140 * v, y - 0.395 * u - 0.581 * v, y + 2.032 * u], -1).clamp(0, 1)
