"""Histograms with gradients beside the layout of the papers, every pixel by every bin, and beside kornia.

Run: python tests/benchmarks/bench_histograms.py. One picture of 256 x 256 hues, 256 bins, forward and
backward on one core. Errors are to the papers' layout in float64. Peaks are of a process each, over what it
held before.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import torch
from clock import Row, grown, milliseconds
from torch import Tensor

from palette_studio.nets import runtime
from palette_studio.nets.histograms import (
    HUE,
    cyclic_emd,
    joint_histogram,
    mutual_information,
    soft_histogram,
)

PIXELS = 256 * 256
WIDTH = 1 / (2.5 * HUE.count)  # of the kernel, as in the authors' code
SHIFTS = 16
RUNS = 3


def rows() -> list[Row]:
    runtime.calm()
    return [*_errors(), *_costs(), _shifts(), *_beside_kornia()]


def _pictures(dtype: torch.dtype = torch.float32) -> tuple[Tensor, Tensor, Tensor]:
    """Return hues of a source, of a result near it, and the histogram that is wanted; (1, n) and (1, k)."""
    seeded = torch.Generator().manual_seed(0)
    source = torch.rand(1, PIXELS, generator=seeded, dtype=torch.float64) ** 2
    result = (source + 0.1 + 0.02 * torch.randn(1, PIXELS, generator=seeded, dtype=torch.float64)) % 1
    wanted = torch.softmax(4 * torch.rand(1, HUE.count, generator=seeded, dtype=torch.float64), -1)
    return source.to(dtype), result.to(dtype), wanted.to(dtype)


def _naive(values: Tensor) -> Tensor:
    """Return (n, k), what every pixel gives every bin (eq. 6), around the circle."""
    middles = (torch.arange(HUE.count, dtype=values.dtype) + 0.5) / HUE.count
    z = values[0, :, None] - middles
    half = 0.5 / HUE.count
    return sum(
        torch.sigmoid((z + turn + half) / WIDTH) - torch.sigmoid((z + turn - half) / WIDTH)
        for turn in (-1, 0, 1)
    )


def naive(source: Tensor, result: Tensor) -> tuple[Tensor, Tensor]:
    """Return masses of the result and joint masses, (1, k) and (1, k, k), by matrices of pixels by bins."""
    one, two = _naive(source), _naive(result)
    return two.mean(0)[None], (one.T @ two / len(one))[None]


def ours(source: Tensor, result: Tensor) -> tuple[Tensor, Tensor]:
    return soft_histogram(result), joint_histogram(source, result)


LAYOUTS = {"ours": ours, "naive": naive}


def once(layout: Callable[[Tensor, Tensor], tuple[Tensor, Tensor]], dtype: torch.dtype = torch.float32):
    """Return masses, joint masses and the gradient of Hue-Net's losses by the hues of the result."""
    source, result, wanted = _pictures(dtype)
    result.requires_grad_()
    masses, joint = layout(source, result)
    loss = 100 * cyclic_emd(masses, wanted) + 25 * (1 - mutual_information(joint))
    loss.sum().backward()
    return masses.detach(), joint.detach(), result.grad


def _errors() -> list[Row]:
    exact, found = once(naive, torch.float64), once(ours)
    mass, joint = (float((a.double() - b).abs().sum()) for a, b in zip(found[:2], exact[:2], strict=True))
    gradient = float((found[2].double() - exact[2]).norm() / exact[2].norm())
    beside = "of 1; the papers' layout in float64"
    return [
        ("Soft histogram: mass in other bins", f"{mass:.0e}", beside),
        ("Joint soft histogram: mass in other bins", f"{joint:.0e}", beside),
        ("Gradient of Hue-Net's losses: relative error", f"{gradient:.0e}", "the papers' layout in float64"),
    ]


def _costs() -> list[Row]:
    own = milliseconds(lambda: once(ours), 9)
    single = milliseconds(lambda: once(naive), RUNS)
    double = milliseconds(lambda: once(naive, torch.float64), 1, warm=False)
    peaks = {name: _peak_elsewhere(name) for name in LAYOUTS}
    return [
        (
            "Hue-Net's losses, 256 × 256, forward and backward",
            f"{own:.1f} ms",
            f"the papers' layout {single / own:.0f} × in float32, {double / own:.0f} × in float64",
        ),
        (
            "The same: peak of memory",
            f"{peaks['ours'] / 2**20:.1f} MB",
            f"the papers' layout in float32 {peaks['naive'] / peaks['ours']:.0f} × "
            f"({peaks['naive'] / 2**20:.0f} MB)",
        ),
    ]


def _peak_elsewhere(name: str) -> int:
    done = subprocess.run(
        [sys.executable, str(Path(__file__)), "--peak", name], stdout=subprocess.PIPE, text=True, check=True
    )
    return max(1, int(done.stdout))


def peak(name: str) -> int:
    """Return how many bytes more than before one pass takes at its worst; what it compiles comes before."""
    runtime.calm()
    few = torch.rand(1, 64)
    for _ in range(2):
        LAYOUTS[name](few, few.clone().requires_grad_())[1].sum().backward()
    _pictures()
    return grown(lambda: once(LAYOUTS[name]))


def _shifts() -> Row:
    """Compare distances of two pictures with those when both are turned alike."""
    source, result, _ = _pictures()

    def distance(turn: float) -> float:
        return float(cyclic_emd(*(soft_histogram((each + turn) % 1) for each in (source, result))))

    still = distance(0.0)
    off = max(abs(distance(turn) - still) for turn in torch.linspace(0.01, 0.99, SHIFTS).tolist())
    return (
        f"Cyclic distance of two pictures, both turned alike, {SHIFTS} turns: most it changes",
        f"{off:.0e}",
        f"the distance is {still:.3f}",
    )


def _beside_kornia() -> list[Row]:
    if find_spec("kornia") is None:
        print("bench_histograms: kornia is not installed; its row is left out", file=sys.stderr)
        return []
    from kornia.enhance import histogram2d

    source, result, _ = _pictures()
    middles = (torch.arange(HUE.count) + 0.5) / HUE.count
    bandwidth = torch.tensor(WIDTH * 3.1416 / 3**0.5)  # the same deviation as that of our kernel

    def passed(joint: Callable[[Tensor, Tensor], Tensor]) -> None:
        moving = result.clone().requires_grad_()
        mutual_information(joint(source, moving)).sum().backward()

    own = milliseconds(lambda: passed(joint_histogram), 9)
    theirs = milliseconds(lambda: passed(lambda a, b: histogram2d(a, b, middles, bandwidth)), RUNS)
    return [
        (
            "Joint soft histogram and its information, forward and backward",
            f"{own:.1f} ms",
            f"kornia.enhance.histogram2d {theirs / own:.0f} × (not cyclic)",
        )
    ]


if __name__ == "__main__":
    if sys.argv[1:2] == ["--peak"]:
        print(peak(sys.argv[2]))
    else:
        for row in rows():
            print(" | ".join(row), flush=True)
