"""The training of the parser: what is where in scenes, from their lightness."""

from __future__ import annotations

import json
from pathlib import Path

import cv2
import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from palette_studio.nets import runtime
from palette_studio.nets.deep_colorization.parser import Parser
from palette_studio.nets.deep_colorization.scenes import Scenes
from palette_studio.nets.study import Pupil

SIZE, BATCH, LEAST = 112, 16, 0.7
TONES = 0.15  # that lightness varies by, as gray photos differ in how they were made


class SceneReader(Pupil):
    """Learns some scenes, and is judged by others."""

    def __init__(self, scenes: Scenes, judges: Scenes, classes: int, *, seed: int = 0, device: str = "cpu"):
        torch.manual_seed(seed)
        self._light, self._masks = lights(scenes.pixels), scenes.masks
        self._judged, self._truth = lights(judges.pixels), judges.masks
        self._classes, self._seed, self._device = classes, seed, device
        self.net = Parser(classes)

    def about(self) -> dict[str, object]:
        return {"classes": self._classes, "seed": self._seed, "scenes": len(self._light)}

    def learn(self, net: nn.Module, step: int) -> dict[str, Tensor]:
        rng = np.random.default_rng((self._seed, step))
        epoch, place = divmod(step * BATCH, len(self._light))
        order = np.random.default_rng((self._seed, epoch)).permutation(len(self._light))
        rows = [order[(place + n) % len(order)] for n in range(BATCH)]
        pairs = [_crop(self._light[row], self._masks[row], rng) for row in rows]
        light, masks = (
            torch.from_numpy(np.stack(each)).to(self._device) for each in zip(*pairs, strict=True)
        )
        with runtime.quick(self._device):
            scores = net(light[:, None])
        scores = functional.interpolate(scores.float(), masks.shape[1:], mode="bilinear")
        return {"class": functional.cross_entropy(scores, masks.long(), ignore_index=0)}

    def judge(self, net: nn.Module) -> dict[str, float]:
        """Return the share of known pixels whose class is told."""
        right = known = 0
        for start in range(0, len(self._judged), BATCH):
            light = torch.from_numpy(self._judged[start : start + BATCH] / 100 - 0.5)[:, None]
            with torch.no_grad(), runtime.quick(self._device):
                scores = net(light.to(self._device)).float()
            scores = functional.interpolate(scores, light.shape[2:], mode="bilinear")
            told = (scores[:, 1:].argmax(1) + 1).cpu().numpy()
            truth = self._truth[start : start + BATCH]
            right += int(((told == truth) & (truth > 0)).sum())
            known += int((truth > 0).sum())
        return {"right": right / max(known, 1)}

    def write(self, net: nn.Module, path: Path) -> None:
        runtime.write(net, path, {"recipe": json.dumps({"classes": self._classes})})


def lights(pixels: np.ndarray) -> np.ndarray:
    """Return (n, h, w) float32, L 0..100 of (n, h, w, 3) uint8 sRGB."""
    return np.stack(
        [cv2.cvtColor(each.astype(np.float32) / 255, cv2.COLOR_RGB2LAB)[..., 0] for each in pixels]
    )


def _crop(light: np.ndarray, mask: np.ndarray, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Return a random square of both, flipped half of the time, lightness about 0 and a little off."""
    side = int(rng.integers(round(LEAST * len(light)), len(light) + 1))
    y, x = (int(each) for each in rng.integers(0, len(light) - side + 1, 2))
    small = cv2.resize(light[y : y + side, x : x + side], (SIZE, SIZE), interpolation=cv2.INTER_LINEAR)
    classes = cv2.resize(mask[y : y + side, x : x + side], (SIZE, SIZE), interpolation=cv2.INTER_NEAREST)
    tone = 1 + rng.uniform(-TONES, TONES)
    small = ((small / 100 - 0.5) * tone + rng.uniform(-TONES, TONES) / 2).astype(np.float32)
    if rng.random() < 0.5:
        small, classes = small[:, ::-1], classes[:, ::-1]
    return np.ascontiguousarray(small), np.ascontiguousarray(classes)
