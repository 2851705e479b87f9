"""What a swatch holds beside its color outlives every operation, also what this package knows nothing of."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from craft_palettes import FIVE, random_palette

from palette_studio.core.craft.gradient import gradient
from palette_studio.core.craft.harmony import harmonized, linked
from palette_studio.core.craft.matching import applied
from palette_studio.core.craft.pieces import duplicated, merged, split
from palette_studio.core.craft.relative import Shift, shifted
from palette_studio.core.craft.shuffle import shuffled_assignment, shuffled_hues, shuffled_tones
from palette_studio.core.craft.variations import Chromas, variations
from palette_studio.core.craft.vision import seen_palette
from palette_studio.core.palette import Palette, Swatch


@dataclass(frozen=True)
class Marked(Swatch):
    mark: str = ""


MARKED = Palette(
    tuple(Marked(s.color, s.name, s.coverage, s.locked, mark=f"mark of {s.name}") for s in FIVE.swatches)
)
PARTS = Swatch((90, 110, 40), coverage=0.1), Swatch((110, 118, 52), coverage=0.1)

OPERATIONS = {
    "shifted": lambda p: shifted(p, Shift(0.1, 0.05, 40)),
    "harmonized": lambda p: harmonized(p, "triad", 3),
    "linked": lambda p: linked(p, 3, (200, 60, 90)),
    "gradient": lambda p: gradient(p, [0, 4]),
    "hues": lambda p: shuffled_hues(p, 0),
    "tones": lambda p: shuffled_tones(p, 0),
    "assignment": lambda p: shuffled_assignment(p, 0),
    "applied": lambda p: applied(p, random_palette(5), range(5)),
    "variations": lambda p: variations(p, Chromas.of_palette(p), 1)[0],
    "seen": lambda p: seen_palette(p, "deutan"),
}


@pytest.mark.parametrize("name", OPERATIONS)
def test_operations_on_many_change_colors_alone(name):
    after = OPERATIONS[name](MARKED)
    assert after != MARKED
    pairs = zip(MARKED.swatches, after.swatches, strict=True)
    assert all(replace(new, color=old.color) == old for old, new in pairs)


def test_split_duplicated_and_merged_swatches_keep_the_rest():
    for palette in split(MARKED, MARKED, 2, PARTS) + duplicated(MARKED, MARKED, 2):
        assert [swatch.mark for swatch in palette.swatches[2:4]] == ["mark of Moss"] * 2
    for palette in merged(MARKED, MARKED, [3, 1]):
        assert palette[2].mark == "mark of Sky"
