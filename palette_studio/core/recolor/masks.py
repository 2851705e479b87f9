"""Where a change reaches a picture, and how much."""

from __future__ import annotations

import numpy as np

from palette_studio.core.tiles import each_block


def mask_share(mask: np.ndarray, pixels: np.ndarray) -> np.ndarray:
    """Return the mask, (h, w) uint8 or float 0..1, once it is known to fit the picture; else ValueError."""
    if mask.shape != pixels.shape[:2]:
        raise ValueError(f"the mask is {mask.shape}, the picture {pixels.shape[:2]}")
    if mask.dtype == np.uint8:
        return mask
    if not np.issubdtype(mask.dtype, np.floating):
        raise ValueError(f"a mask is uint8 or float, not {mask.dtype}")
    if mask.size and not (mask.min() >= 0 and mask.max() <= 1):
        raise ValueError("a float mask lies in 0..1")
    return mask


def keep_unmasked(pixels: np.ndarray, result: np.ndarray, mask: np.ndarray) -> None:
    """Mix the original back into ``result`` where the mask is below full: all of it, to the byte, at 0."""
    if mask.dtype != np.uint8:
        each_block(len(pixels), lambda a, b: _mix(pixels[a:b], result[a:b], mask[a:b]))
        return
    from palette_studio.core.kernels.masks import kept

    mask = np.ascontiguousarray(mask).view()
    mask.flags.writeable = False
    each_block(len(pixels), lambda a, b: kept(pixels[a:b], mask[a:b], result[a:b]))


def _mix(pixels: np.ndarray, result: np.ndarray, mask: np.ndarray) -> None:
    before = pixels[..., :3].astype(np.float32)
    mixed = before + mask[..., None].astype(np.float32) * (result[..., :3] - before)
    result[..., :3] = np.rint(mixed)
