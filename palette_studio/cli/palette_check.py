"""``palette check``: the contrast of every pair of colors, and the pairs that some people cannot part."""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from palette_studio.cli.streams import put, the_palette

if TYPE_CHECKING:
    import numpy as np

    from palette_studio.core.craft.confusable import Confusable
    from palette_studio.core.palette import Palette

EXAMPLE = "palette check photo.gpl"


def add(group: Any, command: Callable[..., argparse.ArgumentParser], share: Callable[[str], float]) -> None:
    """Add the command to those of ``palette``. command, share: of the grammar."""
    parser = command(
        group, "check", check, "contrast of all pairs, and those that look alike to the color-blind", EXAMPLE
    )
    parser.add_argument("palette", metavar="P", help="a palette file, - for stdin, or colors: red,#0af")
    parser.add_argument(
        "--severity",
        type=share,
        default=1.0,
        metavar="S",
        help="0 to 1 of the color-vision deficiencies (1: one kind of cone is missing)",
    )
    parser.add_argument("--json", action="store_true", help="as JSON")


def check(options: argparse.Namespace) -> None:
    from palette_studio.core.craft.confusable import confusable
    from palette_studio.core.craft.contrast import contrast_matrix
    from palette_studio.core.names import named

    palette = named(the_palette(options.palette))
    matrix = contrast_matrix(palette.colors)
    pairs = confusable(palette, options.severity)
    if options.json:
        put(json.dumps(_as_json(palette, matrix, pairs), indent=2) + "\n")
    else:
        put("\n".join([*_table(palette, matrix), "", *_sentences(palette, pairs)]) + "\n")


def _as_json(palette: Palette, matrix: np.ndarray, pairs: tuple[Confusable, ...]) -> dict[str, Any]:
    from palette_studio.core.craft.contrast import luminance, verdict

    lights = luminance(palette.colors).tolist()
    return {
        "colors": [
            {"hex": swatch.hex, "name": swatch.name, "luminance": round(light, 5)}
            for swatch, light in zip(palette.swatches, lights, strict=True)
        ],
        "contrast": [[_ratio(ratio) for ratio in row] for row in matrix.tolist()],
        "verdicts": [[verdict(ratio) for ratio in row] for row in matrix.tolist()],
        "confusable": [
            {
                "first": pair.first,
                "second": pair.second,
                "deficiency": pair.deficiency,
                "severity": pair.severity,
                "ciede2000": round(pair.normal, 2),
                "ciede2000_seen": round(pair.seen, 2),
                "words": pair.words(palette),
            }
            for pair in pairs
        ],
    }


def _ratio(ratio: float) -> float:
    """Return two digits, cut: a ratio just below a limit must not look as if it met it."""
    return math.floor(ratio * 100 + 1e-9) / 100


def _table(palette: Palette, matrix: np.ndarray) -> list[str]:
    """Return a line for each swatch, with its contrast to all others; columns have the rows' numbers."""
    from palette_studio.core.craft.contrast import verdict

    lines = ["Contrast by WCAG 2: text needs 4.5 (AA), better 7 (AAA), large text 3 (AA large).", ""]
    lines.append(" " * 30 + "".join(f"{number:<15}" for number in range(1, len(palette) + 1)).rstrip())
    for i, (swatch, row) in enumerate(zip(palette.swatches, matrix.tolist(), strict=True)):
        cells = [
            f"{_ratio(ratio):5.2f} {verdict(ratio):9}" if i != j else f"{'-':^15}"
            for j, ratio in enumerate(row)
        ]
        lines.append(f"{i + 1:3}  {swatch.hex}  {swatch.name[:14]:14}  {''.join(cells)}".rstrip())
    return lines


def _sentences(palette: Palette, pairs: tuple[Confusable, ...]) -> list[str]:
    if not pairs:
        return ["No two colors look alike with protan, deutan or tritan deficiency that differ otherwise."]
    return [
        f"{pair.words(palette)} (CIEDE2000 {pair.seen:.1f}, otherwise {pair.normal:.1f})." for pair in pairs
    ]
