"""Let there be color! at work: the chroma of a photo from its lightness, in its own style or another's."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import torch
from torch import Tensor

from palette_studio.nets import runtime
from palette_studio.nets.let_there_be_color.model import STEP, LetThereBeColor
from palette_studio.nets.let_there_be_color.recipe import Recipe
from palette_studio.nets.let_there_be_color.spaces import LARGEST, MEAN

MODEL = "let-there-be-color"


class Colorizer:
    """A trained network. Deterministic."""

    def __init__(self, net: LetThereBeColor) -> None:
        self.recipe, self.net = net.recipe, net.eval()

    @classmethod
    def load(cls, path: Path | None = None) -> Colorizer:
        """Return the network of a file, or the one that ships. Raises ``runtime.WeightsError``."""
        path = path or runtime.shipped(MODEL)
        return cls(runtime.network(path, MODEL, lambda told: LetThereBeColor(Recipe(**told))))

    def chroma(self, light: np.ndarray, style: np.ndarray | None = None) -> np.ndarray:
        """Return (h / 2, w / 2, 2) float32 a and b of CIELab.

        light: (h, w) L 0..100, at a size as in training. style: L of the photo whose global features are
        fused in (section 3.4 of the paper); None: its own.
        """
        runtime.calm()
        height, width = (-(-length // 2) for length in light.shape)
        side = (self.recipe.whole, self.recipe.whole)
        with torch.no_grad():
            made, _ = self.net(
                _padded(_planes(light)), _planes(_resized(light if style is None else style, side))
            )
        return to_chroma(made[0, :, :height, :width], self.recipe.space)


def to_chroma(made: Tensor, space: str) -> np.ndarray:
    """Return (h, w, 2) a and b of CIELab of the network's (2, h, w) output."""
    if space != "lab":
        raise ValueError(f"color comes out as lab, not {space}: other spaces are there to be compared")
    return ((made.float() - 0.5) * (2 * LARGEST["lab"])).permute(1, 2, 0).contiguous().numpy()


def _planes(light: np.ndarray) -> Tensor:
    return torch.from_numpy(light / 100 - MEAN)[None, None].float()


def _resized(light: np.ndarray, size: tuple[int, int]) -> np.ndarray:
    mode = cv2.INTER_AREA if size[0] < min(light.shape) else cv2.INTER_LINEAR
    return cv2.resize(light, size, interpolation=mode)


def _padded(light: Tensor) -> Tensor:
    """Return it with sides that are multiples of ``STEP``, repeated at the far edges."""
    down, right = (-length % STEP for length in light.shape[2:])
    return torch.nn.functional.pad(light, (0, right, 0, down), mode="replicate")
