"""The network of hints at work: automatic color led by points and by a palette."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import torch

from palette_studio.core.colorize.levin import flow, kept
from palette_studio.nets import runtime
from palette_studio.nets.hints.model import HintNet
from palette_studio.nets.hints.planes import SCALE, known
from palette_studio.nets.hints.recipe import Recipe

SPREAD = 0.5  # of many hints: so much counts what Levin's method makes of them alone; of one, nothing


class HintColorizer:
    """A trained network. Deterministic."""

    def __init__(self, net: HintNet) -> None:
        self.recipe, self._net = net.recipe, net.eval()

    @classmethod
    def load(cls, path: Path | None = None) -> HintColorizer:
        """Return the network of a file, or the one that ships. Raises ``runtime.WeightsError``."""
        path = path or runtime.shipped("hints")
        return cls(runtime.network(path, "network of hints", lambda told: HintNet(Recipe(**told))))

    def chroma(
        self,
        light: np.ndarray,
        told: np.ndarray,
        hinted: np.ndarray,
        where: np.ndarray,
        swatches: np.ndarray,
    ) -> np.ndarray:
        """Return (h, w, 2) a and b of CIELab.

        light: (h, w) L 0..100. told: (h', w', 2) automatic chroma. hinted, where: (h, w, 2) and (h, w) bool,
        chroma that stays as it is. swatches: (k, 3) CIELab, those beyond the recipe's number are left out.
        """
        runtime.calm()
        height, width = light.shape
        step = 2**self.recipe.levels
        around = (0, -height % step, 0, -width % step)
        wide = [cv2.copyMakeBorder(each, *around, cv2.BORDER_REPLICATE) for each in (light, hinted)]
        there = cv2.copyMakeBorder(where.astype(np.uint8), *around, cv2.BORDER_CONSTANT).astype(bool)
        size = (width + around[3], height + around[1])
        begun = cv2.resize(np.ascontiguousarray(told), size, interpolation=cv2.INTER_LINEAR) / SCALE
        planes = torch.from_numpy(np.ascontiguousarray(begun, np.float32)).permute(2, 0, 1)[None]
        most = self.recipe.most_colors
        with torch.no_grad():
            made = self._net(known(wide[0], planes, wide[1], there, swatches[:most], most))
        found = made[0].permute(1, 2, 0).numpy()[:height, :width] * SCALE
        found = kept(light, found, hinted, where)
        if not where.any():
            return found
        hints = cv2.connectedComponents(where.astype(np.uint8))[0] - 1
        return found + SPREAD * (1 - 1 / hints) ** 2 * (flow(light / 100, hinted, where) - found)
