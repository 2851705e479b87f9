"""Hue-Net's losses, minimized for one pair of pictures over a table of turns of hue: no weights, a second.

A color is looked up where it is in hue and chroma, and its hue turned by what stands there. The fit begins at
the cheapest transport of hues, eased where there are colors: a steep turn is what makes grain of noise. Where
a turn still differs so much from those around it that it would be seen, theirs is taken; smaller differences
stay, so that hues stay told apart.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from palette_studio.core.lut import Lut, Stage, node_colors
from palette_studio.core.tick import Tick, no_tick
from palette_studio.nets import runtime
from palette_studio.nets.histograms import (
    Bins,
    cyclic_emd,
    joint_histogram,
    mutual_information,
    soft_histogram,
)
from palette_studio.nets.hue_net.colors import GRAY
from palette_studio.nets.hue_net.start import even_around, transport_turns

NODES = (128, 3)  # of hue, and of chroma: saturation times value
SIDE = 256  # pixels a side, about, of what is fitted
SAMPLES = 1600  # crosses of five pixels
STEPS, RATE, BETAS = 32, 0.007, (0.8, 0.99)
EMD, EMD_WEIGHTED, INFORMATION, GRAIN = 220.0, 340.0, 110.0, 8.0
BLOCK = 128  # rows
REPORTS = 8  # previews
ALIKE = 1e-3  # cyclic distance of hues that need no turn
BINS = Bins()
CROSS = ((0, 0), (0, 1), (1, 0), (0, -1), (-1, 0))
RADIUS = 3  # of surroundings, pixels of SIDE
PASSES, EASE = 8, 300.0  # of the transport to begin with, and how gentle each is
EVEN = 0.01  # chroma that all surroundings count as having
SEEN = 0.0035  # chroma times turns, from which a difference to the surroundings is seen as grain


@dataclass(frozen=True)
class HueFit:
    """What was fitted. turns: (hue, chroma) nodes, in turns of the circle."""

    turns: np.ndarray

    def apply(self, pixels: np.ndarray, *, strength: float = 1.0, tick: Tick = no_tick) -> np.ndarray:
        """Return the picture with its hues turned; alpha, saturation and value stay.

        pixels: (h, w, 3|4) uint8 or uint16. strength: 0, the same bytes, to 1.
        """
        if not 0 <= strength <= 1:
            raise ValueError(f"strength is 0 to 1, not {strength}")
        if strength == 0:
            return pixels
        from palette_studio.core.tick import first_half, second_half
        from palette_studio.core.tiles import each_block
        from palette_studio.core.transfer.rows import resized

        top, out = float(np.iinfo(pixels.dtype).max), pixels.copy()
        means = _means(self._directions(pixels, first_half(tick)))

        def turn(start: int, stop: int) -> None:
            hsv = _hsv(_floats(pixels[start:stop]))
            turns = self._turns(hsv)
            rows = resized(lambda a, b: means[a:b], means.shape[:2], pixels.shape[:2], (start, stop))
            around = _angles(rows)
            made = _turned(hsv, strength * _settled(turns, around, hsv))
            out[start:stop, :, :3] = np.rint(made * top).clip(0, top)

        each_block(len(pixels), turn, second_half(tick), BLOCK)
        return out

    def _directions(self, pixels: np.ndarray, tick: Tick) -> np.ndarray:
        """Return (h, w, 2) turns as ``_weighted``, of a picture of about SIDE x SIDE."""
        import cv2

        from palette_studio.core.tiles import each_block

        height, (low_height, low_width) = len(pixels), _low(pixels.shape)
        # Across first, some rows at a time: all of a large picture is too much in floats
        planes = np.empty((height, low_width, 2), np.float32)

        def look(start: int, stop: int) -> None:
            hsv = _hsv(_floats(pixels[start:stop]))
            rows, size = _weighted(self._turns(hsv), hsv), (low_width, stop - start)
            planes[start:stop] = cv2.resize(rows, size, interpolation=cv2.INTER_AREA)

        each_block(height, look, tick, BLOCK)
        return cv2.resize(planes, (low_width, low_height), interpolation=cv2.INTER_AREA)

    def lut(self, size: int = 33, title: str = "") -> Lut:
        """Return the turns as a cube for other programs, which know no surroundings: grain may show more."""
        colors = node_colors(size)
        hsv = _hsv(colors.reshape(size * size, size, 3))
        turned = _turned(hsv, self._turns(hsv)).reshape(colors.shape)
        return Lut(title, cube=Stage(turned.clip(0, 1)))

    def _turns(self, hsv: np.ndarray) -> np.ndarray:
        """Return (h, w) turns of colors as they stand in the table."""
        places, shares = _corners(hsv.reshape(-1, 3))
        return (self.turns.reshape(-1)[places] * shares).sum(1).reshape(hsv.shape[:2])


def hue_fit(pixels: np.ndarray, reference: np.ndarray, *, seed: int = 0, tick: Tick = no_tick) -> HueFit:
    """Return the turns for a pair. tick gets a HueFit to preview, now and then.

    pixels, reference: (h, w, 3|4) uint8 or uint16, of any sizes. Deterministic for a seed.
    """
    runtime.calm()
    source, wanted = _small(pixels), _small(reference)
    seen = _hsv(source)
    own, other = seen.reshape(-1, 3), _hsv(wanted).reshape(-1, 3)
    goal, now = _Goal.of(other), _Goal.of(own)
    if now.far_from(goal) < ALIKE:
        return HueFit(np.zeros(NODES, np.float32))
    sample = _crosses(source.shape[:2], seed)
    places, shares = (_tensor(each) for each in _corners(own[sample]))
    hue, chroma = (_tensor(each) for each in _hue_and_chroma(own[sample]))
    table = _tensor(_first(own, other)).requires_grad_()
    optimizer = torch.optim.Adam([table], RATE, BETAS)
    colored, rough, away = (chroma > GRAY).float(), _roughness(hue, chroma), torch.zeros_like(hue)
    for step in range(STEPS):
        told = None
        if step % (STEPS // REPORTS) == 0:
            told = HueFit(table.detach().numpy().reshape(NODES).copy())
            turns = told._turns(seen)
            settled = _settled(turns, _angles(_means(_weighted(turns, seen))), seen) - turns
            away = _tensor(settled.reshape(-1)[sample])
        tick(step / STEPS, told)
        optimizer.param_groups[0]["lr"] = RATE * (1 - step / STEPS)
        made = (hue + ((table[places] * shares).sum(1) + away) * colored) % 1
        loss = goal.missed(hue, made, chroma) + GRAIN * torch.relu(_roughness(made, chroma) / rough - 1)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return HueFit(table.detach().numpy().reshape(NODES).copy())


@dataclass(frozen=True)
class _Goal:
    """The hues of the reference, and those weighted by their chroma."""

    plain: Tensor
    weighted: Tensor

    @classmethod
    def of(cls, hsv: np.ndarray) -> _Goal:
        hue, chroma = (_tensor(each) for each in _hue_and_chroma(hsv))
        return cls(soft_histogram(hue, BINS), soft_histogram(hue, BINS, chroma))

    def far_from(self, other: _Goal) -> float:
        plain, weighted = cyclic_emd(self.plain, other.plain), cyclic_emd(self.weighted, other.weighted)
        return float(torch.maximum(plain, weighted))

    def missed(self, hue: Tensor, made: Tensor, chroma: Tensor) -> Tensor:
        """Return the losses of Hue-Net: how far from the goal, and how much of the meaning went."""
        joint = joint_histogram(hue, made, BINS)
        loss = EMD * cyclic_emd(joint.sum(1), self.plain) + INFORMATION * (1 - mutual_information(joint))
        return (loss + EMD_WEIGHTED * cyclic_emd(soft_histogram(made, BINS, chroma), self.weighted)).sum()


def _tensor(array: np.ndarray) -> Tensor:
    """Return a copy: torch's own memory is aligned, and so all sums are always done in the same order."""
    return torch.from_numpy(array).clone()


def _small(pixels: np.ndarray) -> np.ndarray:
    """Return sRGB 0..1 of about SIDE x SIDE pixels."""
    import cv2

    return _floats(
        cv2.resize(
            np.ascontiguousarray(pixels[..., :3]), _low(pixels.shape)[::-1], interpolation=cv2.INTER_AREA
        )
    )


def _low(shape: tuple[int, ...]) -> tuple[int, int]:
    """Return the height and width, of about SIDE x SIDE pixels, at which surroundings are looked at."""
    scale = min(1.0, SIDE / math.sqrt(shape[0] * shape[1]))
    return max(1, round(shape[0] * scale)), max(1, round(shape[1] * scale))


def _floats(pixels: np.ndarray) -> np.ndarray:
    """Return sRGB 0..1, float32."""
    return np.ascontiguousarray(pixels[..., :3]).astype(np.float32) / np.float32(np.iinfo(pixels.dtype).max)


def _weighted(turns: np.ndarray, hsv: np.ndarray) -> np.ndarray:
    """Return (h, w, 2) cosines and sines of turns, weighted by chroma."""
    import cv2

    return np.dstack(cv2.polarToCart(hsv[..., 1] * hsv[..., 2] + EVEN, turns * np.float32(math.tau)))


def _means(directions: np.ndarray) -> np.ndarray:
    """Return what surroundings have in the mean. directions: see ``_weighted``, of about SIDE x SIDE."""
    import cv2

    radius = max(1, round(RADIUS * math.sqrt(directions.shape[0] * directions.shape[1]) / SIDE))
    window = (4 * radius + 1, 4 * radius + 1)
    return cv2.GaussianBlur(directions, window, radius, borderType=cv2.BORDER_REFLECT)


def _angles(directions: np.ndarray) -> np.ndarray:
    import cv2

    return cv2.phase(directions[..., 0], directions[..., 1]) / np.float32(math.tau)


def _settled(turns: np.ndarray, around: np.ndarray, hsv: np.ndarray) -> np.ndarray:
    """Return turns, but those of the surroundings where the difference would be seen as grain."""
    apart = (turns - around + 0.5) % 1 - 0.5
    return np.where(hsv[..., 1] * hsv[..., 2] * np.abs(apart) > SEEN, turns - apart, turns)


def _hsv(rgb: np.ndarray) -> np.ndarray:
    """Return (h, w, 3) float32 hue, saturation and value, all 0..1."""
    import cv2

    hsv = cv2.cvtColor(rgb, cv2.COLOR_RGB2HSV)
    hsv[..., 0] /= 360
    return hsv


def _turned(hsv: np.ndarray, turns: np.ndarray) -> np.ndarray:
    """Return sRGB 0..1 of colors whose hue is turned."""
    import cv2

    hue = (hsv[..., 0] + turns) % 1 * 360
    return cv2.cvtColor(np.dstack([hue, hsv[..., 1], hsv[..., 2]]).astype(np.float32), cv2.COLOR_HSV2RGB)


def _hue_and_chroma(hsv: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    return hsv[:, 0], hsv[:, 1] * hsv[:, 2]


def _crosses(shape: tuple[int, int], seed: int) -> np.ndarray:
    """Return places of pixels: all centers, then all their right neighbors, and so on; edges repeat."""
    rng = np.random.default_rng(seed)
    y, x = (rng.integers(0, length, SAMPLES) for length in shape)
    near = [
        np.clip(y + down, 0, shape[0] - 1) * shape[1] + np.clip(x + right, 0, shape[1] - 1)
        for down, right in CROSS
    ]
    return np.concatenate(near)


def _roughness(hue: Tensor, chroma: Tensor) -> Tensor:
    """Return how rough the colors of crosses are: the mean size of their Laplacian."""
    angle = hue * math.tau
    points = (chroma * torch.stack([angle.cos(), angle.sin()])).reshape(2, len(CROSS), -1)
    laplacian = 4 * points[:, 0] - points[:, 1:].sum(1)
    return (laplacian.square().sum(0) + 1e-6).sqrt().mean()


def _corners(hsv: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return (n, 4) nodes around colors and their shares: linear between them, around the circle in hue."""
    hues, levels = NODES
    hue, level = hsv[:, 0] * hues - 0.5, hsv[:, 1] * hsv[:, 2] * (levels - 1)
    left, low = np.floor(hue), np.minimum(np.floor(level), levels - 2)
    along, up = hue - left, level - low
    first, low = left.astype(np.int64) % hues, low.astype(np.int64)
    second = (first + 1) % hues
    nodes = [first * levels + low, first * levels + low + 1, second * levels + low, second * levels + low + 1]
    shares = [(1 - along) * (1 - up), (1 - along) * up, along * (1 - up), along * up]
    return np.stack(nodes, 1), np.stack(shares, 1).astype(np.float32)


def _first(own: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Return the turns to begin with: transport of the hues in gentle passes, the same for every chroma.

    Each pass goes part of the way that is left, for all pixels and for chroma alike.
    """
    bins = BINS.count
    masses, goals = ([_shares(hsv, weighted) for weighted in (False, True)] for hsv in (own, other))
    centers, turns = (np.arange(bins) + 0.5) / bins, np.zeros(bins)
    for _ in range(PASSES):
        places = ((centers + turns) * bins - 0.5) % bins
        left = np.floor(places).astype(np.int64) % bins
        right, part = (left + 1) % bins, places - np.floor(places)
        now = [
            np.bincount(left, mass * (1 - part), bins) + np.bincount(right, mass * part, bins)
            for mass in masses
        ]
        rest = [np.exp(2j * np.pi * transport_turns(one, two)) for one, two in zip(now, goals, strict=True)]
        eased = _eased(np.mean(now, 0), np.mean(rest, 0))
        turns += np.angle(eased[left] * (1 - part) + eased[right] * part) / math.tau
    nodes = turns.reshape(NODES[0], -1).mean(1)
    return np.repeat(nodes, NODES[1]).astype(np.float32)


def _eased(mass: np.ndarray, points: np.ndarray) -> np.ndarray:
    """Return (k,) points near those given that change little from hue to hue: least where most mass is."""
    even = mass + 0.1 / len(mass)  # some everywhere: a step costs something in gaps too
    return even_around(mass + 1e-6, EASE * (even + np.roll(even, -1)) / 2, points)


def _shares(hsv: np.ndarray, weighted: bool) -> np.ndarray:
    hue, chroma = _hue_and_chroma(hsv)
    bins = (hue * BINS.count).astype(np.int64) % BINS.count
    counts = np.bincount(bins, chroma if weighted else None, BINS.count) + 1e-3
    return counts / counts.sum()
