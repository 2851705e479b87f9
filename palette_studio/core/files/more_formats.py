"""Pictures of phones and cameras, by libraries that are not part of the base: ``palette-studio[formats]``."""

from __future__ import annotations

import importlib
from typing import Any, BinaryIO

import imagecodecs
import numpy as np

from palette_studio.core.files.by_pillow import Check, Decoded, with_pillow
from palette_studio.core.files.kinds import LIBRARIES

SRGB_CURVE = (2.4, 12.92)  # power and slope at black (IEC 61966-2-1)


def decode_more(file: BinaryIO, kind: str, check: Check) -> Decoded:
    """Return the first picture in a file of this kind, a key of kinds.MORE_KINDS whose library is installed.

    Raises whatever the decoders raise.
    """
    library = importlib.import_module(LIBRARIES[kind])
    file.seek(0)
    if kind == "raw":
        return _raw(library, file, check)
    if kind == "heic":
        library.register_heif_opener(thumbnails=False)
        return with_pillow(file, "heif", check)
    return _jxl(file, check)


def _jxl(file: BinaryIO, check: Check) -> Decoded:
    """Return a JPEG XL picture; Pillow has its profile, and halves its 16 bits."""
    plain = with_pillow(file, "jxl", check)
    file.seek(0)
    pixels = imagecodecs.jpegxl_decode(file.read())
    deep = pixels.dtype == np.uint16 and pixels.shape[:2] == plain.pixels.shape[:2]
    return Decoded(pixels if deep else plain.pixels, plain.profile, plain.orientation, plain.exif)


def _raw(rawpy: Any, file: BinaryIO, check: Check) -> Decoded:
    """Return what a camera's sensor saw, in sRGB of 16 bits: white as the camera had it, upright already."""
    with rawpy.imread(file) as raw:
        check(raw.sizes.iwidth, raw.sizes.iheight)
        return Decoded(raw.postprocess(use_camera_wb=True, output_bps=16, gamma=SRGB_CURVE))
