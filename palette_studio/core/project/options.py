"""How a photo becomes another, in a project: the options of every workspace."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from palette_studio.core import sequencing
from palette_studio.core.coloring import MODELS, MOST_COLORS, Coloring
from palette_studio.core.mapping import Mapping
from palette_studio.core.palette import MOST, hex_of
from palette_studio.core.project.colors import color_of, colors_of
from palette_studio.core.project.fields import Fields
from palette_studio.core.project.pictures import LONGEST_SIDE, absolute, relative
from palette_studio.core.sequencing import MEDIANS, MOST_MEMORY, Frames, Sequencing
from palette_studio.core.transferring import WHOLE, Box, Transferring

if TYPE_CHECKING:
    from palette_studio.core.colorize.hints import Hint

SEARCHES = ("auto", "brute", "cube", "flann", "parallel")
MOST_FRAMES = 10_000_000
MOST_PAIRS = 64


def mapping_of(fields: Fields) -> Mapping:
    from palette_studio.core.dither import METHODS
    from palette_studio.core.nearest.metrics import METRICS

    return Mapping(
        fields.choice("metric", METRICS, Mapping.metric),
        fields.choice("method", SEARCHES, Mapping.method),
        fields.choice("dither", ("none", *METHODS), Mapping.dither),
        fields.number("strength", 0, 1, Mapping.strength),
        fields.flag("linear", Mapping.linear),
        fields.flag("serpentine", Mapping.serpentine),
    )


def told_coloring(how: Coloring) -> dict[str, Any]:
    """The style is told beside it."""
    return {
        "on": how.on,
        "model": how.model,
        "hints": [asdict(hint) | {"color": hex_of(hint.color)} for hint in how.hints],
        "palette": [hex_of(color) for color in how.palette],
        "strength": how.strength,
        "vividness": how.vividness,
    }


def coloring_of(fields: Fields) -> Coloring:
    from palette_studio.core.colorize.hints import HINTS

    return Coloring(
        on=fields.flag("on"),
        model=fields.choice("model", MODELS, Coloring.model),
        hints=fields.parts("hints", _hint, HINTS),
        palette=colors_of(fields, "palette", MOST_COLORS),
        strength=fields.number("strength", 0, 1, Coloring.strength),
        vividness=fields.number("vividness", 0, 1, Coloring.vividness),
    )


def _hint(fields: Fields) -> Hint:
    from palette_studio.core.colorize.hints import LARGEST, SMALLEST, Hint

    x, y = (fields.number(key, 0, LONGEST_SIDE, 0.0) for key in ("x", "y"))
    return Hint(x, y, color_of(fields, "color"), fields.whole("size", SMALLEST, LARGEST, 3))


def told_transferring(how: Transferring) -> dict[str, Any]:
    """The reference is told beside it."""
    return {
        "method": how.method,
        "strength": how.strength,
        "luminance": how.luminance,
        "intensity": how.intensity,
        "preserve_lightness": how.preserve_lightness,
        "box": list(how.box),
        "pairs": [list(pair) for pair in how.pairs],
    }


def transferring_of(fields: Fields) -> Transferring:
    from palette_studio.core.transfer import LEARNED, METHODS

    return Transferring(
        method=fields.choice("method", tuple(dict.fromkeys((*METHODS, *LEARNED))), Transferring.method),
        strength=fields.number("strength", 0, 1, Transferring.strength),
        luminance=fields.number("luminance", 0, 2, Transferring.luminance),
        intensity=fields.number("intensity", 0, 2, Transferring.intensity),
        preserve_lightness=fields.flag("preserve_lightness"),
        box=_box(fields),
        pairs=_pairs(fields),
    )


def _box(fields: Fields) -> Box:
    if fields.raw("box") is None:
        return WHOLE
    left, top, width, height = fields.numbers("box", 4, 0, 1)
    if width <= 0 or height <= 0 or left + width > 1 + 1e-9 or top + height > 1 + 1e-9:
        raise fields.wrong("box", "[left, top, width, height] inside the picture, as shares of it")
    return left, top, width, height


def _pairs(fields: Fields) -> tuple[tuple[int, int], ...]:
    value = [] if fields.raw("pairs") is None else fields.raw("pairs")
    if not isinstance(value, list) or len(value) > MOST_PAIRS or not all(map(_is_pair, value)):
        raise fields.wrong("pairs", f"a list of up to {MOST_PAIRS} pairs of swatches")
    return tuple((own, wanted) for own, wanted in value)


def _is_pair(value: object) -> bool:
    return (
        isinstance(value, list) and len(value) == 2 and all(type(n) is int and 0 <= n < MOST for n in value)
    )


def sequencing_of(fields: Fields) -> Sequencing:
    from palette_studio.core.mixture.background_options import MOST_COMPONENTS

    return Sequencing(
        fields.choice("method", sequencing.METHODS, Sequencing.method),
        fields.whole("components", 1, MOST_COMPONENTS, Sequencing.components),
        fields.whole("memory", 1, MOST_MEMORY, Sequencing.memory),
        fields.number("threshold", 0, 1, Sequencing.threshold),
        fields.number("match", 0, 100, Sequencing.match),
        fields.flag("shadows", Sequencing.shadows),
        _median(fields),
    )


def _median(fields: Fields) -> int:
    median = fields.whole("median", 0, max(MEDIANS), 0)
    if median not in MEDIANS:
        raise fields.wrong("median", f"one of {', '.join(map(str, MEDIANS))}")
    return median


def told_frames(frames: Frames, folder: Path) -> dict[str, Any]:
    return {"path": relative(frames.path, folder), "count": frames.count, "size": list(frames.size)}


def frames_of(fields: Fields, folder: Path) -> Frames:
    path = absolute(fields, fields.text("path"), folder)
    width, height = fields.numbers("size", 2, 1, LONGEST_SIDE)
    return Frames(path, fields.whole("count", 1, MOST_FRAMES, 1), (int(width), int(height)))
