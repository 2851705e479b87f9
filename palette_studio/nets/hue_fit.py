"""Hue-Net's losses, minimized for one pair of pictures over a table of turns of hue: no weights, a second.

A color is looked up where it is in hue, saturation and value, and its hue turned by what stands there.
Colors of some chroma are looked up with their grain smoothed away, so that grain is not turned hither and
thither; pale ones as they are, so that their hues stay told apart.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

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
from palette_studio.nets.hue_net.start import transport_turns

NODES = (64, 5, 5)  # of hue, saturation, value
SIDE = 256  # pixels a side, about, of what is fitted
SAMPLES = 2400  # crosses of five pixels
STEPS, RATE, BETAS = 80, 0.02, (0.8, 0.99)
EMD, EMD_WEIGHTED, INFORMATION, GRAIN = 200.0, 300.0, 50.0, 20.0
CHROMA = 0.15  # saturation times value below which no grain is smoothed
RADIUS, FLAT = 4, 1e-3  # pixels of SIDE; variance of sRGB that is grain
REPORTS = 8  # previews
ALIKE = 1e-3  # cyclic distance of hues that need no turn
BINS = Bins()
CROSS = ((0, 0), (0, 1), (1, 0), (0, -1), (-1, 0))


@dataclass(frozen=True)
class HueFit:
    """What was fitted. turns: (hue, saturation, value) nodes, in turns of the circle."""

    turns: np.ndarray

    def apply(self, pixels: np.ndarray, *, strength: float = 1.0, tick: Tick = no_tick) -> np.ndarray:
        """Return the picture with its hues turned; alpha, saturation and value stay.

        pixels: (h, w, 3|4) uint8 or uint16. strength: 0, the same bytes, to 1.
        """
        if not 0 <= strength <= 1:
            raise ValueError(f"strength is 0 to 1, not {strength}")
        if strength == 0:
            return pixels
        from palette_studio.core.color import hsv_to_srgb, srgb_to_hsv
        from palette_studio.core.tiles import each_block

        top, out = float(np.iinfo(pixels.dtype).max), pixels.copy()
        seen = _smoothed((pixels[..., :3] / top).astype(np.float32))
        table = _tensor(self.turns.reshape(-1))

        def turn(start: int, stop: int) -> None:
            hsv = srgb_to_hsv(pixels[start:stop, :, :3] / top)
            places, shares = _corners(_hsv(seen[start:stop]).reshape(-1, 3))
            turned = (table[places] * shares).sum(1).numpy().reshape(hsv.shape[:2])
            hsv[..., 0] = (hsv[..., 0] + strength * 360 * turned) % 360
            out[start:stop, :, :3] = np.rint(hsv_to_srgb(hsv) * top).clip(0, top)

        each_block(pixels.shape[0], turn, tick)
        return out


def hue_fit(pixels: np.ndarray, reference: np.ndarray, *, seed: int = 0, tick: Tick = no_tick) -> HueFit:
    """Return the turns for a pair. tick gets a HueFit to preview, now and then.

    pixels, reference: (h, w, 3|4) uint8 or uint16, of any sizes. Deterministic for a seed.
    """
    runtime.calm()
    source, wanted = _small(pixels), _small(reference)
    own, other = _hsv(source).reshape(-1, 3), _hsv(wanted).reshape(-1, 3)
    goal, now = _Goal.of(other), _Goal.of(own)
    if now.far_from(goal) < ALIKE:
        return HueFit(np.zeros(NODES, np.float32))
    sample = _crosses(source.shape[:2], seed)
    seen = _hsv(_smoothed(source)).reshape(-1, 3)
    places, shares = _corners(seen[sample])
    hue, chroma = (_tensor(each.astype(np.float32)) for each in _hue_and_chroma(own[sample]))
    table = _tensor(_first(own, other)).requires_grad_()
    optimizer = torch.optim.Adam([table], RATE, BETAS)
    colored, rough = (chroma > GRAY).float(), _roughness(hue, chroma)
    for step in range(STEPS):
        told = (
            HueFit(table.detach().numpy().reshape(NODES).copy()) if step % (STEPS // REPORTS) == 0 else None
        )
        tick(step / STEPS, told)
        optimizer.param_groups[0]["lr"] = RATE * (1 - step / STEPS)
        made = (hue + (table[places] * shares).sum(1) * colored) % 1
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
        hue, chroma = (_tensor(each.astype(np.float32)) for each in _hue_and_chroma(hsv))
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

    rgb = (pixels[..., :3] / float(np.iinfo(pixels.dtype).max)).astype(np.float32)
    scale = SIDE / math.sqrt(rgb.shape[0] * rgb.shape[1])
    if scale >= 1:
        return rgb
    size = max(1, round(rgb.shape[1] * scale)), max(1, round(rgb.shape[0] * scale))
    return cv2.resize(rgb, size, interpolation=cv2.INTER_AREA)


def _smoothed(rgb: np.ndarray) -> np.ndarray:
    """Return colors without their grain, where they have some chroma."""
    import cv2

    side = math.sqrt(rgb.shape[0] * rgb.shape[1])
    radius = max(1, round(RADIUS * side / SIDE))
    smooth = cv2.ximgproc.guidedFilter(rgb, rgb, radius, FLAT, scale=1 / max(1.0, side / (2 * SIDE)))
    chroma = smooth.max(-1) - smooth.min(-1)
    share = np.clip(chroma / CHROMA - 1, 0, 1)[..., None]
    return np.clip(rgb + (smooth - rgb) * share, 0, 1)


def _hsv(rgb: np.ndarray) -> np.ndarray:
    from palette_studio.core.color import srgb_to_hsv

    hsv = srgb_to_hsv(rgb)
    hsv[..., 0] /= 360
    return hsv


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


def _corners(hsv: np.ndarray) -> tuple[Tensor, Tensor]:
    """Return (n, 8) nodes around colors and their shares: linear between them, around the circle in hue."""
    hues, saturations, values = NODES
    hue = (hsv[:, 0] * hues - 0.5) % hues
    lines = hsv[:, 1] * (saturations - 1), hsv[:, 2] * (values - 1)
    firsts = [np.floor(hue).astype(np.int64)]
    firsts += [
        np.minimum(line.astype(np.int64), count - 2) for line, count in zip(lines, NODES[1:], strict=True)
    ]
    rest = [place - first for place, first in zip((hue, *lines), firsts, strict=True)]
    nodes, shares = [], []
    for corner in range(8):
        bits = corner >> 2, corner >> 1 & 1, corner & 1
        h, s, v = (first + bit for first, bit in zip(firsts, bits, strict=True))
        nodes.append(((h % hues) * saturations + s) * values + v)
        each = [part if bit else 1 - part for part, bit in zip(rest, bits, strict=True)]
        shares.append(each[0] * each[1] * each[2])
    return _tensor(np.stack(nodes, 1)), _tensor(np.stack(shares, 1).astype(np.float32))


def _first(own: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Return the turns to begin with: the cheapest, for all pixels where colors are pale, else for chroma."""
    points = []
    for weighted in (False, True):
        one, two = (_shares(hsv, weighted) for hsv in (own, other))
        turns = np.exp(2j * np.pi * transport_turns(one, two))
        points.append(turns.reshape(NODES[0], -1).mean(1))
    share = np.sqrt(np.linspace(0, 1, NODES[1]))[None]
    mixed = points[0][:, None] * (1 - share) + points[1][:, None] * share
    turns = np.angle(mixed) / (2 * np.pi)
    return np.repeat(turns[..., None], NODES[2], axis=2).astype(np.float32).reshape(-1)


def _shares(hsv: np.ndarray, weighted: bool) -> np.ndarray:
    hue, chroma = _hue_and_chroma(hsv)
    bins = (hue * BINS.count).astype(np.int64) % BINS.count
    counts = np.bincount(bins, chroma if weighted else None, BINS.count) + 1e-3
    return counts / counts.sum()
