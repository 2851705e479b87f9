"""A color dropped on a region: taken as it is, or but for its light where the photo would lose its own."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from palette_studio.core.color import lab_to_srgb, srgb_to_lab, srgb_to_oklch
from palette_studio.core.craft.gamut import rgb_of
from palette_studio.core.craft.region_color import Engine, Found, region_mean, with_region
from palette_studio.core.palette import Palette, Rgb
from palette_studio.core.recolor import recolor
from palette_studio.core.scene import Scene
from palette_studio.core.tick import Tick, no_tick

HARM = 6.0  # mean change of CIELab L outside the region from which the photo loses its light


class Aim(NamedTuple):
    """found: the palette and how near it came. wanted: the color asked of it; keeps_light: of other light."""

    found: Found
    wanted: Rgb
    keeps_light: bool


def aimed(
    scene: Scene,
    palettes: tuple[Palette, Palette],
    wish: tuple[np.ndarray, Rgb],
    engine: Engine,
    *,
    exact: bool = False,
    tick: Tick = no_tick,
) -> Aim:
    """Return the palette by which a region becomes a color, see ``with_region``.

    Engines move lightness by one curve for all of the photo. Where a region that is to be much lighter or
    darker would take the rest along, by HARM on average, it takes hue and chroma alone, at its own lightness;
    not so where the color is to be ``exact``. Of the two the one that harms less counts.
    """
    mask, color = wish
    best = with_region(scene, palettes, wish, engine, tick)
    if exact:
        return Aim(best, color, False)
    inside = mask > 0
    harm = _harm(scene, palettes, best.edited, inside, engine)
    light = float(region_mean(scene.pixels, mask)[0])
    wanted = _at_lightness(color, light)
    if harm <= HARM or wanted == color:
        return Aim(best, color, False)
    kept = with_region(scene, palettes, (mask, wanted), engine, tick)
    if _harm(scene, palettes, kept.edited, inside, engine) >= harm:
        return Aim(best, color, False)
    return Aim(kept, wanted, True)


def _at_lightness(color: Rgb, lightness: float) -> Rgb:
    """Return the color of a CIELab lightness with the hue of another, and its chroma as far as there is."""
    lab = srgb_to_lab(np.array(color) / 255)
    return rgb_of(srgb_to_oklch(lab_to_srgb(np.array([lightness, *lab[1:]])))[None])[0]


def _harm(
    scene: Scene, palettes: tuple[Palette, Palette], edited: Palette, inside: np.ndarray, engine: Engine
) -> float:
    """Return the mean change of CIELab L that goes with another palette, outside of a region."""
    before, after = (
        recolor(
            scene.pixels,
            palettes[0],
            each,
            method=engine.method,
            strength=engine.strength,
            keep_light=engine.keep_light,
            mask=engine.within,
            table=33,
            scene=scene,
        )[~inside][:, :3]
        for each in (palettes[1], edited)
    )
    if not len(before):
        return 0.0
    light = [srgb_to_lab(pixels / np.float32(255))[..., 0] for pixels in (before, after)]
    return float(np.abs(light[1] - light[0]).mean())
