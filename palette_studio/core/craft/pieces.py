"""One swatch made two, several made one: in the found and the edited palette, which stay of one length.

Names, coverages and locks are those of the edited palette. Splitting, merging and duplicating end what the
palette knows of a mixture it came from, but for duplicates among components of whole colors, which share
what theirs had.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from palette_studio.core.color import lab_to_srgb, srgb_to_lab, srgb_to_oklab, srgb_to_oklch, to_polar
from palette_studio.core.color_histogram import ColorHistogram
from palette_studio.core.craft.gamut import rgb_of
from palette_studio.core.extract.clusters import clusters_of
from palette_studio.core.mixture.components import Components
from palette_studio.core.names import named
from palette_studio.core.palette import MOST, Mixed, Palette, Rgb, Swatch
from palette_studio.core.tick import Tick, no_tick

Pair = tuple[Palette, Palette]  # found and edited, of one length


def halves(
    histogram: ColorHistogram, found: Palette, row: int, tick: Tick = no_tick
) -> tuple[Swatch, Swatch]:
    """Return two nameless swatches in place of one: the two means of the pixels nearest to it.

    histogram: of the picture that ``found`` was found in. Nearest is meant in CIELab among all of ``found``,
    ties to the lower row, and so are the means, so that the halves lie as an extracted palette's swatches do;
    each color counts as many times as it occurs. Two means are begun across the longest axis, without chance:
    the same picture and palette give the same halves. The larger one comes first; their coverages sum to the
    share of the picture that the swatch has.
    Raises ValueError for a row that is not there, or where the pixels have but one color.
    """
    from palette_studio.core.kernels.labels import nearest_points

    _check(found, [row])
    label = np.empty(len(histogram), np.int64)
    nearest_points(histogram.lab, srgb_to_lab(found.colors / 255), label)
    alike = np.flatnonzero((found.colors == found.colors[row]).all(axis=1))  # they share one region
    mine = label == alike[0]
    if np.count_nonzero(mine) < 2:
        raise ValueError("The pixels of this swatch have one color; there is nothing to split.")
    region = ColorHistogram(histogram.colors[mine], histogram.weight[mine])
    _, clusters = clusters_of(region, histogram.lab[mine], 2, np.zeros((0, 3)), tick)
    colors = rgb_of(srgb_to_oklch(lab_to_srgb(clusters.centers)))
    if len(colors) < 2 or colors[0] == colors[1]:
        raise ValueError("The pixels of this swatch look all the same; there is nothing to split.")
    shares = clusters.weight / histogram.weight.sum() / len(alike)
    first, second = np.argsort(-shares, kind="stable").tolist()
    return Swatch(colors[first], coverage=float(shares[first])), Swatch(
        colors[second], coverage=float(shares[second])
    )


def split(found: Palette, edited: Palette, row: int, parts: tuple[Swatch, Swatch]) -> Pair:
    """Return both palettes with ``parts``, see ``halves``, in place of a swatch, named unlike all others.

    Each part is edited as the swatch was: moved by the same difference in OKLab, chroma given up where sRGB
    ends. Where the swatch was not edited, neither are they. The name stays with no part: both are new.
    Raises ValueError for a row that is not there, a locked swatch, or a palette that is full.
    """
    _check(found, [row])
    _check_room(edited)
    swatch = edited[row]
    if swatch.locked:
        raise ValueError(f"{swatch.name or swatch.hex} is locked; unlock it to split it.")
    before = srgb_to_oklab(np.array([found[row].color, swatch.color]) / 255)
    here = srgb_to_oklab(np.array([part.color for part in parts]) / 255)
    colors = [part.color for part in parts]
    if swatch.color != found[row].color:
        colors = rgb_of(to_polar(here + before[1] - before[0]))
    new = [replace(swatch, color=c, name="", coverage=p.coverage) for c, p in zip(colors, parts, strict=True)]
    edited = named(_spliced(edited, row, new))
    old = [
        replace(found[row], color=part.color, name=edited[row + i].name, coverage=part.coverage)
        for i, part in enumerate(parts)
    ]
    return _spliced(found, row, old), edited


def duplicated(found: Palette, edited: Palette, row: int) -> Pair:
    """Return both palettes with a swatch twice, side by side, each with half of its coverage.

    The copy has a name of its own. The picture stays the same, whatever is edited: engines take equal found
    colors as one.
    Raises ValueError for a row that is not there, or a palette that is full.
    """
    _check(found, [row])
    _check_room(edited)
    half = replace(edited[row], coverage=edited[row].coverage / 2)
    edited = named(_spliced(edited, row, [half, replace(half, name="")]))
    then = replace(found[row], coverage=found[row].coverage / 2)
    mixed = _mixed_twice(found.mixed, row)
    found = _spliced(found, row, [then, replace(then, name=edited[row + 1].name)])
    return replace(found, mixed=mixed), edited


def _mixed_twice(mixed: Mixed | None, row: int) -> Mixed | None:
    """Return the mixture in which a component stands twice, with half its weight each."""
    if mixed is None or not isinstance(mixed.mixture, Components):
        return None
    order = np.insert(np.arange(len(mixed.mixture.weights)), row, row)
    taken = mixed.mixture.taken(order)
    weights = taken.weights.copy()
    weights[row : row + 2] /= 2
    return replace(mixed, mixture=replace(taken, weights=weights))


def merged(found: Palette, edited: Palette, rows: Sequence[int]) -> Pair:
    """Return both palettes with one swatch in place of several, where ``rows[0]`` stood, with its name.

    Its color is the mean of theirs, each counting by its coverage (all alike where none is known), in OKLab:
    a swatch stands for how its pixels look, and the mean of light would look lighter than what lies between
    them; in CIELab, mixtures of blues turn purple. Coverages add up. Where one of them is locked the result
    has its color and lock; where none was edited, neither is the result.
    Raises ValueError for fewer than two rows, one that is not there, or two locked ones of different colors.
    """
    rows = list(dict.fromkeys(rows))
    _check(found, rows)
    if len(rows) < 2:
        raise ValueError("Choose at least two swatches to merge.")
    fixed = [edited[row] for row in rows if edited[row].locked]
    if len({swatch.color for swatch in fixed}) > 1:
        names = " and ".join(swatch.name or swatch.hex for swatch in fixed[:2])
        raise ValueError(f"{names} are both locked; unlock one of them to merge them.")
    shares = np.array([edited[row].coverage for row in rows])
    shares = shares / shares.sum() if shares.sum() > 0 else np.full(len(rows), 1 / len(rows))
    total = sum(edited[row].coverage for row in rows)
    color = fixed[0].color if fixed else _mean([edited[row].color for row in rows], shares)
    one = replace(edited[rows[0]], color=color, coverage=total, locked=bool(fixed))
    then = replace(found[rows[0]], color=_mean([found[row].color for row in rows], shares), coverage=total)
    return _melted(found, rows, then), _melted(edited, rows, one)


def _mean(colors: list[Rgb], shares: np.ndarray) -> Rgb:
    if len(set(colors)) == 1:
        return colors[0]
    return rgb_of(to_polar(shares @ srgb_to_oklab(np.array(colors) / 255))[None])[0]


def _melted(palette: Palette, rows: list[int], swatch: Swatch) -> Palette:
    kept = palette.with_swatch(rows[0], swatch)
    return Palette(tuple(s for i, s in enumerate(kept.swatches) if i not in rows[1:]))


def _spliced(palette: Palette, row: int, swatches: list[Swatch]) -> Palette:
    return Palette((*palette.swatches[:row], *swatches, *palette.swatches[row + 1 :]))


def _check(palette: Palette, rows: Sequence[int]) -> None:
    for row in rows:
        if not 0 <= row < len(palette):
            raise ValueError(f"there is no swatch {row} among {len(palette)}")


def _check_room(palette: Palette) -> None:
    if len(palette) >= MOST:
        raise ValueError(f"The palette has {len(palette)} swatches already; it holds at most {MOST}.")
