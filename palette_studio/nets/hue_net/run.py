"""Hue-Net at work: a photo with the hues of another."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import save
from torch import Tensor
from torch.nn import functional

from palette_studio.core.files.atomic import write_atomically
from palette_studio.core.tick import Tick, no_tick
from palette_studio.nets import runtime
from palette_studio.nets.hue_net.colors import inputs, to_hsv, to_rgb
from palette_studio.nets.hue_net.loss import made_hue
from palette_studio.nets.hue_net.model import Generator
from palette_studio.nets.hue_net.recipe import STUDIO, Recipe
from palette_studio.nets.hue_net.start import looked_up, start
from palette_studio.nets.hue_net.yuv import from_yuv, yuv_inputs

BLOCK = 16  # rows that are painted at a time


class HueNet:
    """A trained generator. Deterministic: no dropout, no statistics of the batch."""

    def __init__(self, generator: Generator) -> None:
        self.recipe = generator.recipe
        self._generator = generator.eval()

    @classmethod
    def load(cls, path: Path | None = None) -> HueNet:
        """Return the network of a file, or the one that ships. Raises ``runtime.WeightsError``."""
        path = path or runtime.shipped("hue-net")
        return cls(runtime.network(path, "hue-net", lambda told: Generator(Recipe(**told))))

    def save(self, path: Path) -> None:
        """Write the network so that ``load`` has it again."""
        tensors = {name: each.contiguous().cpu() for name, each in self._generator.state_dict().items()}
        write_atomically(path, save(tensors, {"recipe": json.dumps(self.recipe.as_dict())}))

    def turns(self, pixels: np.ndarray, reference: np.ndarray, tick: Tick = no_tick) -> Turns:
        """Return how hues are to be turned.

        pixels, reference: (h, w, 3) uint8, uint16 or floats 0..1, of any sizes.
        """
        tick(0.0)
        source, wanted = self._pair(pixels, reference)
        with torch.no_grad():
            planes, histograms, begun = inputs(source, wanted, self.recipe)
            output = self._generator(planes, histograms)
            points = made_hue(source, output, begun, self.recipe).points
        tick(1.0)
        field = points[0].permute(1, 2, 0).contiguous().numpy()
        return Turns(field, None if begun is None else begun.tables[0])

    def transfer(
        self, pixels: np.ndarray, reference: np.ndarray, *, strength: float = 1.0, tick: Tick = no_tick
    ) -> np.ndarray:
        """Return the picture with its hues turned. strength: 0, the same bytes, to 1, as trained.

        pixels: (h, w, 3|4) uint8 or uint16; alpha, saturation and value stay.
        """
        if not 0 <= strength <= 1:
            raise ValueError(f"strength is 0 to 1, not {strength}")
        if strength == 0:
            return pixels
        if self.recipe.channels == "yuv":
            return shifted(pixels, self.shifts(pixels, reference, tick), strength, tick)
        return self.turns(pixels, reference, tick).apply(pixels, strength, tick)

    def shifts(self, pixels: np.ndarray, reference: np.ndarray, tick: Tick = no_tick) -> np.ndarray:
        """Return (h, w, 3) float32 what is to be added to sRGB 0..1, at the network's own size."""
        tick(0.0)
        source, wanted = self._pair(pixels, reference)
        with torch.no_grad():
            planes, histograms, _ = yuv_inputs(source, wanted, self.recipe)
            output = self._generator(planes, histograms)
            moved = from_yuv(output) - to_rgb(source)
        tick(1.0)
        return moved[0].permute(1, 2, 0).contiguous().numpy()

    def _pair(self, pixels: np.ndarray, reference: np.ndarray) -> tuple[Tensor, Tensor]:
        """Return both as (1, 3, h, w) HSV; of one size where the reference goes in as a picture."""
        runtime.calm()
        source, wanted = (
            to_hsv(_fitted(each, self.recipe.size, self._generator.step)) for each in (pixels, reference)
        )
        if not self.recipe.histograms and source.shape != wanted.shape:
            wanted = functional.interpolate(wanted, source.shape[2:], mode="nearest")
        return source, wanted


def _fitted(pixels: np.ndarray, size: int, step: int = 1) -> Tensor:
    """Return (1, 3, h, w) sRGB 0..1 scaled by ``runtime.scale_to``, both sides multiples of a step."""
    top = 1.0 if pixels.dtype.kind == "f" else float(np.iinfo(pixels.dtype).max)
    scale = runtime.scale_to(size, *pixels.shape[:2])
    height, width = (max(step, round(length * scale / step) * step) for length in pixels.shape[:2])

    def planes(low: int, high: int) -> Tensor:
        rgb = np.ascontiguousarray(pixels[low:high, :, :3]).astype(np.float32) / top
        return torch.from_numpy(rgb).permute(2, 0, 1)[None]

    if scale >= 1:
        return functional.interpolate(planes(0, len(pixels)), (height, width), mode="bilinear")
    # Each row by itself, from the rows it is the mean of: all of a large picture is too much in floats
    edges = [(row * len(pixels) // height, -(-(row + 1) * len(pixels) // height)) for row in range(height)]
    rows = [functional.interpolate(planes(*edge), (1, width), mode="area") for edge in edges]
    return torch.cat(rows, dim=2)


def started(pixels: np.ndarray, reference: np.ndarray) -> Turns:
    """Return the turns that a network of the recipe ``STUDIO`` goes on from."""
    source, wanted = (to_hsv(_fitted(each, STUDIO.size)) for each in (pixels, reference))
    still = np.array([[[1, 0]]], np.float32)
    return Turns(still, start(source, wanted, STUDIO.bins).tables[0])


def shifted(pixels: np.ndarray, shifts: np.ndarray, strength: float, tick: Tick = no_tick) -> np.ndarray:
    """Return the picture with something added to every color. shifts: (h, w, 3), of a smaller size."""
    from palette_studio.core.tiles import each_block

    top, out = float(np.iinfo(pixels.dtype).max), pixels.copy()

    def shift(start: int, stop: int) -> None:
        field = _large(shifts, pixels.shape, start, stop)
        rows = pixels[start:stop, :, :3] + strength * top * field
        out[start:stop, :, :3] = np.rint(rows).clip(0, top)

    each_block(len(pixels), shift, tick, BLOCK)
    return out


def _large(field: np.ndarray, shape: tuple[int, ...], start: int, stop: int) -> np.ndarray:
    """Return some rows of a field at the size of a picture."""
    from palette_studio.core.transfer.rows import resized

    return resized(lambda low, high: field[low:high], field.shape[:2], shape[:2], (start, stop))


@dataclass(frozen=True)
class Turns:
    """Turns of hue, as cosines and sines. field: (h, w, 2) float32 over the picture, of a smaller size.
    table: (k, 2) float32 by hue, which the field goes on from; None: from no turn."""

    field: np.ndarray
    table: np.ndarray | None = None

    def apply(self, pixels: np.ndarray, strength: float = 1.0, tick: Tick = no_tick) -> np.ndarray:
        """Return the picture with every hue turned; alpha, saturation and value stay."""
        from palette_studio.core.color import hsv_to_srgb, srgb_to_hsv
        from palette_studio.core.tiles import each_block

        top, out = float(np.iinfo(pixels.dtype).max), pixels.copy()

        def turn(start: int, stop: int) -> None:
            hsv = srgb_to_hsv(pixels[start:stop, :, :3] / top)
            field = _large(self.field, pixels.shape, start, stop)
            turns = field[..., 0] + 1j * field[..., 1]
            if self.table is not None:
                first = looked_up(self.table, (hsv[..., 0] / 360).astype(np.float32))
                turns = turns * (first[..., 0] + 1j * first[..., 1])
            hsv[..., 0] = (hsv[..., 0] + strength * np.angle(turns, deg=True)) % 360
            out[start:stop, :, :3] = np.rint(hsv_to_srgb(hsv) * top).clip(0, top)

        each_block(len(pixels), turn, tick, BLOCK)
        return out
