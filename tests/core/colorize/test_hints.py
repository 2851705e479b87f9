"""Hints as values and as files, and the colors that are suggested for a place."""

import json

import numpy as np
import pytest

from palette_studio.core.color import srgb_to_lab
from palette_studio.core.colorize.hints import Hint, chroma_of, read_hints, write_hints
from palette_studio.core.colorize.suggestions import shown, suggestions
from palette_studio.core.files import FileError

HINTS = (Hint(10.5, 20.0, (200, 40, 30)), Hint(0.0, 99.5, (30, 60, 200), size=9))


def test_hints_are_read_as_they_were_written(tmp_path):
    path = tmp_path / "hints.json"
    path.write_text(write_hints(HINTS))
    assert read_hints(path) == HINTS


def test_colors_may_be_words_and_sizes_left_out(tmp_path):
    path = tmp_path / "hints.json"
    path.write_text('{"hints": [{"x": 1, "y": 2, "color": "crimson"}]}')
    assert read_hints(path) == (Hint(1.0, 2.0, (220, 20, 60), 3),)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"hints": 3}',
        '{"hints": [{"x": 1}]}',
        '{"hints": [{"x": 1, "y": 2, "color": "no color"}]}',
        '{"hints": [{"x": "left", "y": 2, "color": "red"}]}',
        '{"hints": [{"x": 1e999, "y": 2, "color": "red"}]}',
        '{"hints": [{"x": 1, "y": 2, "color": "red", "size": 400}]}',
        "[" * 100_000,
    ],
)
def test_a_file_without_hints_says_what_it_should_hold(text, tmp_path):
    path = tmp_path / "odd.json"
    path.write_text(text)
    with pytest.raises(FileError, match=r"odd\.json"):
        read_hints(path)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(FileError, match=r"none\.json"):
        read_hints(tmp_path / "none.json")


def test_a_hint_is_as_large_on_every_size_of_its_photo():
    hint = HINTS[1]
    assert hint.side_px((512, 800)) == 18
    assert hint.scaled(0.5).side_px((256, 400)) == 9
    assert Hint(0, 0, (1, 2, 3), 1).side_px((20, 20)) == 1
    assert json.loads(write_hints((hint,)))["hints"][0]["color"] == "#1E3CC8"


def test_the_chroma_of_a_hint_is_that_of_its_color():
    expected = srgb_to_lab(np.array([hint.color for hint in HINTS]) / 255)[:, 1:]
    assert np.allclose(chroma_of(HINTS), expected, atol=1e-4)


@pytest.mark.parametrize("light", [0.0, 3.0, 40.0, 75.0, 97.0, 100.0])
def test_suggestions_have_the_lightness_of_the_place_and_are_colors(light):
    found = suggestions(light, np.array([-30.0, 20.0]))
    assert [name for name, _ in found][:2] == ["As told", "Livelier"]
    lab = srgb_to_lab(np.array([color for _, color in found]) / 255)
    assert np.abs(lab[:, 0] - light).max() < 1.0


def test_a_color_that_does_not_fit_gives_up_chroma_and_keeps_its_hue():
    lab = srgb_to_lab(np.array(shown(50.0, np.array([200.0, 100.0]))) / 255)
    assert np.degrees(np.arctan2(lab[2], lab[1])) == pytest.approx(26.6, abs=2)


def test_nothing_told_still_suggests_what_photos_are_full_of():
    assert len(suggestions(50.0, None)) >= 5
