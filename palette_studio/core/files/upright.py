"""From decoded pixels to a Photo: RGB, sRGB, upright."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from palette_studio.core.files import profiles
from palette_studio.core.files.by_pillow import ROWS, Decoded
from palette_studio.core.photo import Origin, Photo


@dataclass(frozen=True, eq=False)
class _Colors:
    """Pixels on their way to sRGB. profile: the one to keep. known_as: for people."""

    pixels: np.ndarray
    profile: bytes | None
    converted: bool
    known_as: str


# EXIF 2.32, tag 0x0112. OpenCV, because numpy takes much longer to transpose a large picture.
TURNS: dict[int, Callable[[np.ndarray], np.ndarray]] = {
    2: lambda pixels: cv2.flip(pixels, 1),
    3: lambda pixels: cv2.rotate(pixels, cv2.ROTATE_180),
    4: lambda pixels: cv2.flip(pixels, 0),
    5: cv2.transpose,
    6: lambda pixels: cv2.rotate(pixels, cv2.ROTATE_90_CLOCKWISE),
    7: lambda pixels: cv2.rotate(cv2.transpose(pixels), cv2.ROTATE_180),
    8: lambda pixels: cv2.rotate(pixels, cv2.ROTATE_90_COUNTERCLOCKWISE),
}


def photo_of(decoded: Decoded, name: str, path: Path | None, kind: str, convert: bool) -> Photo:
    """Return the photo. Only profiles that fit RGB pixels are kept for the export: no other could be used."""
    colors = _colors(decoded, convert)
    origin = Origin(path, kind, colors.profile, colors.known_as, decoded.exif, colors.converted)
    return Photo(turned(colors.pixels, decoded.orientation), name, origin)


def _colors(decoded: Decoded, convert: bool) -> _Colors:
    profile = decoded.profile if profiles.usable(decoded.profile) else None
    space = profiles.space_of(profile) if profile else ""
    if decoded.inks:
        return _from_inks(decoded.pixels, profile if space == "cmyk" else None)
    pixels = decoded.pixels
    gray = pixels.ndim == 2 or pixels.shape[2] == 2
    if profile and space == "gray" and gray:
        pixels = profiles.convert(pixels, profile, profiles.srgb_profile())
        return _Colors(pixels, None, True, profiles.name_of_profile(profile))
    pixels = _expanded(pixels) if gray else pixels
    if profile and space == "rgb":
        return _from_rgb(pixels, profile, convert)
    ignored = decoded.profile is not None and not gray
    return _Colors(pixels, None, False, "sRGB, its own profile being damaged" if ignored else "sRGB")


def _from_rgb(pixels: np.ndarray, profile: bytes, convert: bool) -> _Colors:
    if profiles.is_srgb(profile):
        return _Colors(pixels, profile, False, "sRGB")
    if convert:
        # in place: the decoder's array is ours, and a photo may be a large part of the memory
        result = pixels if pixels.flags.writeable else None
        pixels = profiles.convert(pixels, profile, profiles.srgb_profile(), result=result)
    return _Colors(pixels, profile, convert, profiles.name_of_profile(profile))


def _from_inks(inks: np.ndarray, profile: bytes | None) -> _Colors:
    if profile:
        return _Colors(profiles.convert_inks(inks, profile), None, True, profiles.name_of_profile(profile))
    return _Colors(_inks_without_profile(inks), None, True, "CMYK without a profile")


def _expanded(pixels: np.ndarray) -> np.ndarray:
    """Return gray pixels as RGB, gray and alpha as RGBA."""
    if pixels.ndim == 2:
        return np.repeat(pixels[..., None], 3, axis=2)
    return pixels[..., [0, 0, 0, 1]]


def _inks_without_profile(inks: np.ndarray) -> np.ndarray:
    """Return (h, w, 3) RGB of CMYK inks: each takes its share of light away, (1 - ink)(1 - black)."""
    most = np.iinfo(inks.dtype).max
    result = np.empty((*inks.shape[:2], 3), inks.dtype)
    for top in range(0, len(inks), ROWS):
        light = most - inks[top : top + ROWS].astype(np.uint64)
        result[top : top + ROWS] = (light[..., :3] * light[..., 3:] + most // 2) // most
    return result


def turned(pixels: np.ndarray, orientation: int) -> np.ndarray:
    """Return the picture upright, C-contiguous. orientation: 1..8, as EXIF has it."""
    return np.ascontiguousarray(TURNS[orientation](pixels) if orientation != 1 else pixels)
