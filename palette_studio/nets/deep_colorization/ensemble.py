"""Groups of scenes that look alike, each with a network of its own, and how a photo finds its group.

Adaptive image clustering (section 3.3): the top holds all photos; those that its network colors well enough
leave, the rest is grouped, each group's network goes on learning from there, and so on, layer by layer. How
well a photo is colored is not known when a gray one comes: so a group stays where it was unless photos that
nothing was learned from are better off with its network as they would find it.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor

from palette_studio.core.tick import Tick, no_tick
from palette_studio.nets.deep_colorization.model import PixelNet
from palette_studio.nets.deep_colorization.recipe import Recipe
from palette_studio.nets.groups import grouped
from palette_studio.nets.study import pardoned

NEAREST = 5  # photos of a group that its likeness to a target is told by
CANDIDATES = 4  # groups that look most like it
ROUNDS, ROUND_STEPS, ROUND_RATE = 4, 0.05, 0.2  # that a group's network learns for; shares of the top's
HELD = 7  # one photo in so many tells whether a group's network is worth having
WORTH = 0.005  # dB, of all photos that judge
TOGETHER = 64  # pixels of a photo in a step


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
        return self.nets[self.number(look, histogram)]

    def number(self, look: np.ndarray, histogram: np.ndarray | None) -> int:
        """Return which of the networks that is."""
        if len(self.nets) == 1:
            return 0
        groups = np.unique(self.group)
        apart = [np.square(self.looks[self.group == each].mean(0) - look).sum() for each in groups]
        near = groups[np.argsort(apart)]
        if histogram is None:
            return int(near[0])
        candidates = near[:CANDIDATES]
        return int(candidates[np.argmin([self._unlike(each, histogram) for each in candidates])])

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
    """Return networks for all photos and for the groups that are better off with one of their own."""
    rng = np.random.default_rng(seed)
    everything = left = np.arange(len(samples.luma))
    group, judges = np.zeros(len(left), int), left[judging(left)]
    nets = [of_all(samples, recipe, rng, tick)]
    judged = [_quality(nets[0], samples, judges)]
    best = np.repeat(judged[0].mean(), 2)
    say(f"all {len(left)} photos: {best[0]:.2f} dB")
    for count in recipe.clusters:
        left = left[_qualities(nets, samples, left, group) < recipe.enough_db]
        if len(left) < recipe.fewest:
            break
        labels, _ = grouped(samples.looks[left], count, seed, tries=5, rounds=100)
        for rows in (left[labels == label] for label in range(count)):
            if len(rows) < recipe.fewest or not judging(rows).any():
                continue
            net, after = _specialist(nets[0], samples, rows, recipe, rng, tick)
            moved = np.where(np.isin(everything, rows), len(nets), group)
            qualities = [*judged, _quality(net, samples, judges)]
            found = _as_they_find(Ensemble([*nets, net], moved, samples.looks, samples.histograms), qualities)
            told = f"{after:.2f} dB by a network of its own; as photos find it,"
            say(f"a group of {len(rows)}: {told} all {found[0]:.3f} by look, {found[1]:.3f} by what is seen")
            if (found > best + WORTH).all():
                nets, judged, group, best = [*nets, net], qualities, moved, found
    return Ensemble(nets, group, samples.looks, samples.histograms)


def _as_they_find(ensemble: Ensemble, qualities: list[np.ndarray]) -> np.ndarray:
    """Return mean dB of the photos that judge, each by the network its look chooses, and by what is seen.

    qualities: network by network, dB of these photos. What they find is among the other photos alone.
    """
    apart = judging(np.arange(len(ensemble.group)))
    rest = Ensemble(
        ensemble.nets, *(each[~apart] for each in (ensemble.group, ensemble.looks, ensemble.histograms))
    )
    looks, histograms = ensemble.looks[apart], ensemble.histograms[apart]
    table, places = np.array(qualities), np.arange(len(looks))
    by_look = [rest.number(look, None) for look in looks]
    by_sight = [rest.number(look, histogram) for look, histogram in zip(looks, histograms, strict=True)]
    return np.array([table[by_look, places].mean(), table[by_sight, places].mean()])


def judging(rows: np.ndarray) -> np.ndarray:
    """Return which photos nothing is learned from: they tell how good a network is."""
    return rows % HELD == HELD - 1


def of_all(samples: Samples, recipe: Recipe, rng: np.random.Generator, tick: Tick = no_tick) -> PixelNet:
    """Return a network that has learned all photos but those that judge."""
    torch.manual_seed(int(rng.integers(2**31)))
    top, everything = PixelNet(recipe), np.arange(len(samples.luma))
    rows = everything[~judging(everything)]
    top.measure(torch.from_numpy(samples.features[rng.permutation(rows)[:300]]).float().flatten(0, 1))
    _fit(top, samples, rows, recipe.steps, recipe.rate, recipe, rng, tick)
    return top


def _specialist(
    top: PixelNet, samples: Samples, rows: np.ndarray, recipe: Recipe, rng: np.random.Generator, tick: Tick
) -> tuple[PixelNet, float]:
    """Return a network that goes on from the top's for as long as it gets better, and its dB."""
    own, judges = rows[~judging(rows)], rows[judging(rows)]
    net, best, most = copy.deepcopy(top), top, -np.inf
    steps, rate = round(recipe.steps * ROUND_STEPS), recipe.rate * ROUND_RATE
    for _ in range(ROUNDS):
        _fit(net, samples, own, steps, rate, recipe, rng, tick)
        now = _quality(net, samples, judges).mean()
        if now <= most:
            break
        best, most = copy.deepcopy(net), now
    return best, float(most)


def _fit(
    net: PixelNet,
    samples: Samples,
    rows: np.ndarray,
    steps: int,
    rate: float,
    recipe: Recipe,
    rng: np.random.Generator,
    tick: Tick,
) -> None:
    """Learn U and V of pixels of these photos by least squares (``study.pardoned``)."""
    optimizer = torch.optim.Adam(net.parameters(), rate)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, steps)
    width = samples.luma.shape[1]
    net.train()
    for step in range(steps):
        tick(step / steps)
        photos = rows[rng.integers(0, len(rows), (recipe.batch // TOGETHER, 1))]
        pixels = rng.integers(0, width, (len(photos), TOGETHER))
        features = torch.from_numpy(samples.features[photos, pixels]).float()
        squares = (net(features) - torch.from_numpy(samples.uv[photos, pixels])).square()
        loss = pardoned(squares.mean((1, 2)), recipe.pardon).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
    net.eval()


def _qualities(nets: list[PixelNet], samples: Samples, rows: np.ndarray, group: np.ndarray) -> np.ndarray:
    """Return dB of sRGB of each photo's sampled pixels, colored by the network of its group."""
    found = np.empty(len(rows))
    for number in np.unique(group[rows]):
        here = group[rows] == number
        found[here] = _quality(nets[number], samples, rows[here])
    return found


def _quality(net: PixelNet, samples: Samples, rows: np.ndarray) -> np.ndarray:
    found = []
    with torch.no_grad():
        for row in rows:
            uv = net(torch.from_numpy(samples.features[row]).float())
            error = _rgb(samples.luma[row], uv) - _rgb(samples.luma[row], torch.from_numpy(samples.uv[row]))
            found.append(-10 * torch.log10(error.square().mean()))
    return np.array(found)


def _rgb(luma: np.ndarray, uv: Tensor) -> Tensor:
    """Return sRGB 0..1 of luma and of U and V as OpenCV has them (BT.601), clipped."""
    y = torch.from_numpy(luma)
    u, v = uv[:, 0], uv[:, 1]
    return torch.stack([y + 1.140 * v, y - 0.395 * u - 0.581 * v, y + 2.032 * u], -1).clamp(0, 1)
