"""Palettes and the mixtures they come from, in a project."""

from __future__ import annotations

from typing import Any

from palette_studio.core.palette import MOST, Mixed, Palette, Swatch
from palette_studio.core.project.colors import color_of
from palette_studio.core.project.fields import Fields
from palette_studio.core.project.mixtures import channel_and_mixture, told_mixture

USUAL = Swatch((0, 0, 0))


def told_palette(palette: Palette) -> dict[str, Any]:
    told: dict[str, Any] = {"colors": [_told_swatch(swatch) for swatch in palette.swatches]}
    if palette.mixed is not None:
        told["mixed"] = {"channel": palette.mixed.channel, "mixture": told_mixture(palette.mixed.mixture)}
    return told


def palette_of(fields: Fields) -> Palette:
    swatches = fields.parts("colors", _swatch, MOST)
    mixed = fields.part("mixed", _mixed)
    if mixed is not None and len(mixed.mixture) != len(swatches):
        raise ValueError(f"a mixture of {len(mixed.mixture)} components makes no {len(swatches)} colors")
    return Palette(swatches, mixed)


def _told_swatch(swatch: Swatch) -> dict[str, Any]:
    rest = {
        "name": swatch.name,
        "coverage": swatch.coverage,
        "locked": swatch.locked,
        "alpha": swatch.alpha,
        "spot": swatch.spot,
        "group": swatch.group,
    }
    return {"hex": swatch.hex} | {key: value for key, value in rest.items() if value != getattr(USUAL, key)}


def _swatch(fields: Fields) -> Swatch:
    return Swatch(
        color_of(fields, "hex"),
        fields.text("name"),
        fields.number("coverage", 0, 1, 0.0),
        fields.flag("locked"),
        fields.whole("alpha", 0, 255, 255),
        fields.flag("spot"),
        fields.text("group"),
    )


def _mixed(fields: Fields) -> Mixed:
    return Mixed(*channel_and_mixture(fields))
