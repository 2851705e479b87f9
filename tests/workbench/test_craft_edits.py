"""What an artist does to many swatches, as values: words for the history, both palettes of one length."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from palette_studio.core.craft.matching import matched
from palette_studio.core.craft.relative import Shift
from palette_studio.core.document import BY_LUT, Document
from palette_studio.core.palette import Palette, Swatch
from palette_studio.workbench import craft_edits as edits

SWATCHES = (
    Swatch((30, 30, 32), "Coal", 0.4),
    Swatch((158, 59, 43), "Brick", 0.2, locked=True),
    Swatch((98, 112, 44), "Moss", 0.1),
    Swatch((132, 196, 240), "Sky", 0.3),
)
PARTS = Swatch((90, 110, 40), coverage=0.06), Swatch((110, 118, 52), coverage=0.04)
OTHER = Palette.from_colors([(250, 240, 230), (10, 40, 60), (200, 80, 20), (90, 20, 90)])


@pytest.fixture
def document() -> Document:
    return Document(found=Palette(SWATCHES), edited=Palette(SWATCHES))


COLORINGS = {
    "Move 3 swatches": lambda d: edits.shifted(d, Shift(0.05), [1, 2, 3]),
    "Move Moss and Sky": lambda d: edits.shifted(d, Shift(0.05), [2, 3]),
    "Harmonize: triad of Brick": lambda d: edits.harmonized(d, "triad", 1, "ryb", 1.0),
    "Harmonize: square of #6020C0": lambda d: edits.harmonized(d, "square", (96, 32, 192), "hsv", 0.5),
    "Turn all with Sky → #8470F0": lambda d: edits.linked(d, 3, (132, 112, 240), "oklch"),
    "Gradient from Coal to Sky": lambda d: edits.stepped(d, [3, 0]),
    "Shuffle hues": lambda d: edits.shuffled(d, "hues", 3),
    "Shuffle lightness and chroma": lambda d: edits.shuffled(d, "tones", 3),
    "Shuffle which swatch has which color": lambda d: edits.shuffled(d, "assignment", 3),
    "Variation 4": lambda d: edits.varied(d, OTHER, 4),
    "Colors of Dusk": lambda d: edits.dressed(d, OTHER, matched(d.found, d.edited, OTHER), "Dusk"),
    "Make the region #C06040": lambda d: edits.region_colored(d, OTHER, (192, 96, 64)),
}


@pytest.mark.parametrize("text", COLORINGS)
def test_colors_change_and_nothing_else(text, document):
    words, new = COLORINGS[text](document)
    assert words == text
    assert new.found is document.found
    assert new.edited[1] == document.edited[1]  # which is locked
    assert new.changed
    kept = [(s.name, s.coverage, s.locked) for s in new.edited.swatches]
    assert kept == [(s.name, s.coverage, s.locked) for s in SWATCHES]


@pytest.mark.parametrize("text", COLORINGS)
def test_swatches_take_over_from_a_color_table(text, document):
    _, new = COLORINGS[text](replace(document, method=BY_LUT))
    assert new.method == "rbf"


ORDERS = {
    "Sort by hue": lambda d: edits.sorted_by(d, "hue"),
    "Sort by coverage, descending": lambda d: edits.sorted_by(d, "coverage", descending=True),
    "Reverse the order": edits.back_to_front,
}


@pytest.mark.parametrize("text", ORDERS)
def test_an_order_is_that_of_both_palettes_and_changes_no_picture(text, document):
    document = document.with_color(3, (200, 20, 20))
    words, new = ORDERS[text](document)
    assert words == text and new.edited != document.edited
    assert new.edited[1] == document.edited[1]
    before = set(zip(document.found.swatches, document.edited.swatches, strict=True))
    assert set(zip(new.found.swatches, new.edited.swatches, strict=True)) == before


@pytest.mark.parametrize(
    ("text", "edit", "count"),
    [
        ("Split Moss", lambda d: edits.split(d, 2, PARTS), 5),
        ("Duplicate Moss", lambda d: edits.duplicated(d, [2]), 5),
        ("Merge Moss and Sky", lambda d: edits.merged(d, [2, 3]), 3),
        ("Merge 3 swatches", lambda d: edits.merged(d, [2, 3, 0]), 2),
    ],
)
def test_both_palettes_keep_one_length_and_nothing_is_edited_by_it(text, edit, count, document):
    words, new = edit(document)
    assert words == text
    assert len(new.found) == len(new.edited) == count
    assert not new.changed
    assert sum(s.coverage for s in new.edited.swatches) == pytest.approx(1)
    assert len({s.name for s in new.edited.swatches}) == count


def test_a_drag_back_to_its_start_is_the_document(document):
    assert edits.shifted(document, Shift(), [0, 2, 3])[1].edited == document.edited
    assert edits.linked(document, 3, document.edited[3].color, "ryb")[1].edited == document.edited


def test_a_swatch_locked_meanwhile_is_not_overwritten(document):
    swatch = replace(document.edited[3], locked=True, name="Heaven")
    later = replace(document, edited=document.edited.with_swatch(3, swatch))
    assert edits.varied(later, OTHER, 1)[1].edited[3] == swatch


def test_a_gradient_of_nothing_and_an_unknown_shuffle_are_refused(document):
    with pytest.raises(ValueError, match="0 is chosen"):
        edits.stepped(document, [])
    with pytest.raises(ValueError, match="there are hues, tones, assignment"):
        edits.shuffled(document, "deck", 0)


def test_colors_stay_what_a_palette_holds(document):
    for edit in COLORINGS.values():
        values = [v for s in edit(document)[1].edited.swatches for v in s.color]
        assert all(type(v) is int and 0 <= v <= 255 for v in values)
        assert np.array(values).shape == (12,)
