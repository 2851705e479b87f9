"""Others' transfers of color, as changes of (h, w, 3) uint8 sRGB; only those that are installed."""

from __future__ import annotations

import sys
from importlib.util import find_spec

import numpy as np

from palette_studio.core.evaluate.transfer import Change

IDT_REGRAIN, LINEAR = "python-color-transfer's IDT + regrain", "color-matcher's mkl"


def peers() -> dict[str, Change]:
    """Return those that are installed; say of each other one that it is left out."""
    known = {
        IDT_REGRAIN: ("python_color_transfer", by_python_color_transfer),
        LINEAR: ("color_matcher", by_color_matcher),
    }
    found = {}
    for name, (package, change) in known.items():
        if find_spec(package) is None:
            print(f"{package} is not installed; {name} is left out", file=sys.stderr)
        else:
            found[name] = change
    return found


def by_python_color_transfer(source: np.ndarray, reference: np.ndarray) -> np.ndarray:
    """Pitié, Kokaram & Dahyot 2007, as its authors' Matlab; it takes BGR."""
    from python_color_transfer.color_transfer import ColorTransfer

    one, two = (np.ascontiguousarray(each[..., ::-1]) for each in (source, reference))
    return ColorTransfer().pdf_transfer(img_arr_in=one, img_arr_ref=two, regrain=True)[..., ::-1]


def by_color_matcher(source: np.ndarray, reference: np.ndarray) -> np.ndarray:
    """Pitié & Kokaram 2007 in RGB. Clipped: its own Normalizer would stretch the result to its extremes."""
    from color_matcher import ColorMatcher

    found = ColorMatcher().transfer(src=source.astype(float), ref=reference.astype(float), method="mkl")
    return np.rint(np.clip(found, 0, 255)).astype(np.uint8)
