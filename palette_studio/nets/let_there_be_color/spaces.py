"""What goes in and what comes out: lightness, and color as 0..1 in Lab, YUV or RGB."""

from __future__ import annotations

import cv2
import numpy as np
import torch
from torch import Tensor

from palette_studio.core.color import WHITE, XYZ_TO_RGB

MEAN = 0.5  # of lightness 0..1, about
LARGEST = {"lab": 100.0, "yuv": 0.5}  # chroma either side of gray, in the units of cv2's floats


def light_and_color(pixels: Tensor, space: str) -> tuple[Tensor, Tensor]:
    """Return (b, 1, h, w) lightness about 0 and (b, 2|3, h, w) color 0..1, of (b, h, w, 3) uint8 sRGB.

    Lightness is L of Lab / 100, in every space, so that a gray photo gives the same as a colored one.
    """
    pictures = pixels.cpu().numpy()
    lab = np.stack([cv2.cvtColor(each.astype(np.float32) / 255, cv2.COLOR_RGB2LAB) for each in pictures])
    light = torch.from_numpy(lab[..., 0] / 100 - MEAN)[:, None]
    if space == "rgb":
        color = pictures.astype(np.float32) / 255
    elif space == "yuv":
        color = _yuv(pictures)[..., 1:]
    else:
        color = lab[..., 1:] / (2 * LARGEST["lab"]) + 0.5
    color = torch.from_numpy(np.ascontiguousarray(color)).permute(0, 3, 1, 2)
    return light.to(pixels.device), color.to(pixels.device).clamp(0, 1)


def seen(light: Tensor, made: Tensor) -> Tensor:
    """Return (b, 3, h, w) sRGB about 0..1, not clipped, of lightness about 0 and of color made as "lab".

    What is outside the gamut goes on along the curve, so that errors there have a way back.
    """
    a, b = ((made - 0.5) * (2 * LARGEST["lab"])).unbind(1)
    y = ((light[:, 0] + MEAN) * 100 + 16) / 116
    roots = torch.stack([y + a / 500, y, y - b / 200], 1)
    cubes = torch.where(roots > 6 / 29, roots**3, (roots - 4 / 29) * (3 * (6 / 29) ** 2))
    linear = torch.einsum("rx,bxhw->brhw", torch.from_numpy(XYZ_TO_RGB * WHITE).to(cubes), cubes)
    bright = 1.055 * linear.clamp(min=0.0031308) ** (1 / 2.4) - 0.055
    return torch.where(linear > 0.0031308, bright, 12.92 * linear)


def _yuv(pictures: np.ndarray) -> np.ndarray:
    """Return Y, U and V, 0..1, of sRGB as it is coded (BT.601)."""
    return np.stack([cv2.cvtColor(each.astype(np.float32) / 255, cv2.COLOR_RGB2YUV) for each in pictures])


def painted(made: np.ndarray, pixels: np.ndarray, space: str) -> np.ndarray:
    """Return a photo with its own lightness and the color made for it, (h, w, 3) float32 sRGB, unclipped.

    made: (h', w', 2|3) 0..1. pixels: (h, w, 3) uint8 sRGB, colored or gray.
    """
    height, width = pixels.shape[:2]
    made = cv2.resize(np.ascontiguousarray(made), (width, height), interpolation=cv2.INTER_LINEAR)
    floats = pixels.astype(np.float32) / 255
    if space == "lab":
        light = cv2.cvtColor(floats, cv2.COLOR_RGB2LAB)[..., :1]
        lab = np.concatenate([light, (made - 0.5) * (2 * LARGEST["lab"])], -1)
        return cv2.cvtColor(lab.astype(np.float32), cv2.COLOR_LAB2RGB)
    luma = cv2.cvtColor(floats, cv2.COLOR_RGB2YUV)[..., :1]
    chroma = cv2.cvtColor(made.astype(np.float32), cv2.COLOR_RGB2YUV)[..., 1:] if space == "rgb" else made
    return cv2.cvtColor(np.concatenate([luma, chroma], -1).astype(np.float32), cv2.COLOR_YUV2RGB)


def psnr_of(made: Tensor, pixels: Tensor, space: str) -> list[float]:
    """Return dB of sRGB in 8 bits, picture by picture. made: (b, c, h', w'). pixels: (b, h, w, 3) uint8."""
    found = []
    for color, truth in zip(made.permute(0, 2, 3, 1).numpy(), pixels.numpy(), strict=True):
        seen = np.rint(painted(color, truth, space).clip(0, 1) * 255)
        error = float(np.square(seen - truth).mean())
        found.append(10 * np.log10(255**2 / max(error, 1e-3)))
    return found
