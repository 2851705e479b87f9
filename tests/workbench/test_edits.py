"""What an artist does to a palette, as values."""

from dataclasses import replace

import pytest

from palette_studio.core.document import Document
from palette_studio.core.palette import Palette, Swatch
from palette_studio.workbench import edits


@pytest.fixture
def document() -> Document:
    swatches = (
        Swatch((10, 20, 30), "Ink", 0.5),
        Swatch((200, 100, 50), "Rust", 0.3),
        Swatch((9, 200, 9), "Leaf", 0.2),
    )
    return Document(found=Palette(swatches), edited=Palette(swatches))


def test_the_history_says_what_a_swatch_became(document):
    text, new = edits.colored(document, 1, (59, 110, 165))
    assert text == "Rust → #3B6EA5"
    assert new.edited[1].color == (59, 110, 165)
    assert new.found is document.found


def test_reset_all_leaves_locked_swatches_alone(document):
    _, changed = edits.colored(document, 0, (1, 1, 1))
    _, changed = edits.colored(changed, 1, (2, 2, 2))
    _, changed = edits.locked(changed, [1], True)
    _, reset = edits.reset_all(changed)
    assert reset.edited[0].color == (10, 20, 30)
    assert reset.edited[1].color == (2, 2, 2)


def test_a_palette_found_anew_keeps_edited_and_locked_swatches(document):
    _, changed = edits.colored(document, 0, (1, 1, 1))
    _, changed = edits.locked(changed, [2], True)
    assert edits.kept_colors(changed) == ((10, 20, 30), (9, 200, 9))
    fresh = Palette(
        (Swatch((10, 20, 30), "Coal", 0.6), Swatch((9, 200, 9), "Moss", 0.1), Swatch((7, 7, 7), "Soot", 0.3))
    )
    text, new = edits.found_anew(changed, fresh)
    assert text == "Find 3 swatches"
    assert [s.color for s in new.edited.swatches] == [(1, 1, 1), (9, 200, 9), (7, 7, 7)]
    assert new.edited[0].name == "Ink"
    assert new.edited[1].locked
    assert new.edited[0].coverage == 0.6


def test_order_names_and_locks_do_not_change_the_look(document):
    _, changed = edits.colored(document, 0, (1, 1, 1))
    _, moved = edits.reordered(changed, [2, 0, 1])
    _, locked = edits.locked(moved, [0], True)
    assert edits.look(locked) == edits.look(changed)
    assert edits.look(replace(changed, strength=0.5)) != edits.look(changed)


def test_an_added_swatch_changes_no_color_and_brings_everyone_s_coverage(document):
    _, new = edits.added(document, (5, 5, 5), "Night", (0.4, 0.3, 0.2, 0.1))
    assert len(new.found) == len(new.edited) == 4
    assert not new.changed
    assert [s.coverage for s in new.edited.swatches] == [0.4, 0.3, 0.2, 0.1]
