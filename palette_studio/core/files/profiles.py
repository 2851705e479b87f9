"""Color profiles: what a file's colors mean, and the way to sRGB and back.

Conversions are relative colorimetric with black point compensation: white stays white, colors that sRGB
holds keep their look exactly, and the darkest ink of a printer's profile becomes black instead of clipping
the shadows. It is what photo editors do by default; for the matrix profiles of cameras and screens, whose
black is 0, compensation changes nothing.
"""

from __future__ import annotations

import io
from functools import cache

import imagecodecs
import numpy as np
from PIL import ImageCms

from palette_studio.core.tiles import each_block

_INTENT = imagecodecs.CMS.INTENT.RELATIVE_COLORIMETRIC
_COMPENSATED = int(imagecodecs.CMS.FLAGS.BLACKPOINTCOMPENSATION)
_UNOPTIMIZED = int(imagecodecs.CMS.FLAGS.NOOPTIMIZE)
SPACES = {b"RGB ": "rgb", b"GRAY": "gray", b"CMYK": "cmyk", b"Lab ": "lab"}
CHANNELS = {"rgb": 3, "gray": 1, "cmyk": 4}
MOST_BYTES = 16 << 20  # of a profile; the largest press profiles have 3 MB
LOOKS_SAME = 1  # 8-bit levels: the many profiles that are called sRGB differ by this much


@cache
def srgb_profile() -> bytes:
    """Return an sRGB profile (IEC 61966-2-1 primaries and curve), the same bytes in every run."""
    made = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    made[24:36] = bytes((7, 234, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))  # its date, else that of this run
    return bytes(made)


def space_of(profile: bytes) -> str:
    """Return the kind of pixels a profile speaks of: "rgb", "gray", "cmyk", "lab" or "" for others."""
    return SPACES.get(profile[16:20], "") if profile[36:40] == b"acsp" else ""


def name_of_profile(profile: bytes) -> str:
    """Return its description for people, "unnamed profile" when there is none."""
    try:
        text = ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(io.BytesIO(profile)))
    except Exception:  # a damaged description is no reason not to open a photo
        return "unnamed profile"
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:80] or "unnamed profile"


def usable(profile: bytes | None) -> bool:
    """Return whether the profile is whole enough to convert with, and of a kind that we know."""
    if not profile or len(profile) > MOST_BYTES or space_of(profile) not in CHANNELS:
        return False
    try:
        _converted(np.zeros((1, 1, CHANNELS[space_of(profile)]), np.uint8), profile, srgb_profile())
    except Exception:  # whatever the color engine says: it cannot be used
        return False
    return True


def leads_back(profile: bytes) -> bool:
    """Return whether sRGB pixels can be put into the colors of a profile; a scanner's often leads one way."""
    try:
        _converted(np.zeros((1, 1, 3), np.uint8), srgb_profile(), profile)
    except Exception:  # whatever the color engine says: there is no way back
        return False
    return True


@cache
def _color_grid() -> np.ndarray:
    axis = np.linspace(0, 255, 12).astype(np.uint8)
    return np.stack(np.meshgrid(axis, axis, axis), axis=-1).reshape(1, -1, 3)


def is_srgb(profile: bytes) -> bool:
    """Return whether an RGB profile means sRGB: 1,728 colors keep their 8-bit values, give or take one."""
    grid = _color_grid()
    moved = np.abs(_converted(grid, profile, srgb_profile()).astype(int) - grid)
    return space_of(profile) == "rgb" and int(moved.max()) <= LOOKS_SAME


def convert(pixels: np.ndarray, source: bytes, target: bytes, result: np.ndarray | None = None) -> np.ndarray:
    """Return (h, w, 3|4) RGB pixels in the colors of ``target``; alpha is copied.

    pixels: (h, w) gray, (h, w, 2) gray and alpha, (h, w, 3|4) RGB, as ``source`` has it; uint8 or uint16.
    result: where to put it, RGB pixels themselves included.
    The result has their depth. 8 bits are within 1 level of the exact result, 16 bits within 0.05 % of it.
    """
    colors = CHANNELS[space_of(source)]
    table = _gray_table(source, target, pixels.dtype) if colors == 1 else None
    pixels = pixels[..., None] if pixels.ndim == 2 else pixels
    alpha = pixels.shape[2] - colors
    if result is None:
        result = np.empty((*pixels.shape[:2], 3 + alpha), pixels.dtype)

    def work(start: int, stop: int) -> None:
        rows = np.ascontiguousarray(pixels[start:stop, :, :colors])
        result[start:stop, :, :3] = _converted(rows, source, target) if table is None else table[rows[..., 0]]
        result[start:stop, :, 3:] = pixels[start:stop, :, colors:]

    each_block(len(pixels), work, block=_rows(pixels))
    return result


def convert_inks(inks: np.ndarray, source: bytes) -> np.ndarray:
    """Return (h, w, 3) sRGB pixels of (h, w, 4) CMYK ones, 0 meaning no ink; uint8 or uint16."""
    result = np.empty((*inks.shape[:2], 3), inks.dtype)

    def work(start: int, stop: int) -> None:
        result[start:stop] = _converted(np.ascontiguousarray(inks[start:stop]), source, srgb_profile())

    each_block(len(inks), work, block=_rows(inks))
    return result


def _gray_table(source: bytes, target: bytes, dtype: np.dtype) -> np.ndarray:
    """Return (256 or 65,536, 3) values: every gray that there is, converted once."""
    grays = np.arange(np.iinfo(dtype).max + 1, dtype=dtype).reshape(1, -1, 1)
    return _converted(grays, source, target)[0]


def _rows(pixels: np.ndarray) -> int:
    return max(16, (1 << 20) // max(1, pixels.shape[1]))  # setting up costs 3 ms, so not too few


def _converted(rows: np.ndarray, source: bytes, target: bytes) -> np.ndarray:
    flags = _COMPENSATED
    space = space_of(source)
    if rows.dtype == np.uint16 or space == "gray":
        flags |= _UNOPTIMIZED  # else a 33-node table stands in for the curves, up to 8 % off in the dark
    if space == "gray":
        rows = rows[..., 0]
    return imagecodecs.cms_transform(
        rows, source, target, colorspace=space, outcolorspace="rgb", intent=_INTENT, flags=flags
    )
