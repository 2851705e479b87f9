"""Colors are read as CSS reads them, and what is none is refused with words."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from palette_studio.core import color
from palette_studio.core.color_text import parse_color, parse_colors
from palette_studio.core.palette import hex_of

RGB = st.tuples(*(st.integers(0, 255) for _ in range(3)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("#a0c", "#AA00CC"),
        ("a0c", "#AA00CC"),
        ("#a0cf", "#AA00CC"),
        ("#A1b2C3", "#A1B2C3"),
        ("A1B2C3", "#A1B2C3"),
        ("a1b2c380", "#A1B2C3"),
        ("  #a1b2c3 ; ", "#A1B2C3"),
        ("RebeccaPurple", "#663399"),
        ("teal", "#008080"),
        ("1, 2, 255", "#0102FF"),
        ("(1 2 255)", "#0102FF"),
        ("rgb(255 0 128)", "#FF0080"),
        ("rgb(100%, 0%, 50%)", "#FF0080"),
        ("RGBA(10, 20, 30, .5)", "#0A141E"),
        ("rgb(10 20 30 / 50%)", "#0A141E"),
        ("rgb(300 -20 0)", "#FF0000"),
        ("hsl(120deg 100% 25%)", "#008000"),
        ("hsl(-240, 100%, 25%)", "#008000"),
        ("hsl(0.5turn 50% 50%)", "#40BFBF"),
        ("hsla(200grad, 50%, 50%, 1)", "#40BFBF"),
        ("hsl(3.14159265rad 50% 50%)", "#40BFBF"),
        ("hwb(120 20% 30%)", "#33B333"),
        ("hwb(0 80% 80%)", "#808080"),
        ("hsl(none 0% 50%)", "#808080"),
    ],
)
def test_a_color_is_read(text, expected):
    assert hex_of(parse_color(text)) == expected


# CSS Color 4, sections 9 and 10: the specification's own examples, white, and the primaries
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("lab(29.2345% 39.3825 20.0664)", (125, 35, 41)),
        ("lab(52.2345% 40.1645 59.9971)", (198, 93, 7)),
        ("lch(52.2345% 72.2 56.2)", (198, 93, 7)),
        ("lab(100 0 0)", (255, 255, 255)),
        ("lab(54.29 80.8 69.89)", (255, 0, 0)),
        ("oklab(40.101% 0.1147 0.0453)", (125, 35, 41)),
        ("oklch(59.69% 0.156 49.77)", (198, 93, 6)),
        ("oklab(0.628 0.2249 0.1258)", (255, 0, 0)),
        ("oklch(100% 0 0)", (255, 255, 255)),
        ("oklab(1.2 0.1 0)", (255, 255, 255)),
        ("oklch(-1 0.1 0)", (0, 0, 0)),
    ],
)
def test_perceptual_functions_agree_with_css(text, expected):
    assert np.abs(np.subtract(parse_color(text), expected)).max() <= 1


@given(st.floats(0.25, 0.95), st.floats(0, 0.4), st.floats(0, 360))
def test_a_color_outside_srgb_keeps_lightness_and_hue(lightness, chroma, hue_deg):
    rgb = parse_color(f"oklch({lightness:.4f} {chroma:.4f} {hue_deg:.3f})")
    seen = color.srgb_to_oklab(np.array(rgb) / 255)
    assert abs(seen[0] - lightness) < 0.02
    wished = color.from_polar([lightness, chroma, hue_deg])[1:]
    assert seen[1] * wished[1] - seen[2] * wished[0] == pytest.approx(0, abs=0.008)  # the same direction
    assert np.hypot(*seen[1:]) < chroma + 0.01


@given(RGB)
def test_every_color_comes_back_from_every_way_to_write_it(rgb):
    srgb = np.array(rgb) / 255
    hue, saturation, light = color.srgb_to_hsl(srgb)
    oklab = color.srgb_to_oklab(srgb)
    for text in (
        hex_of(rgb),
        "{}, {}, {}".format(*rgb),
        "rgb({} {} {})".format(*rgb),
        f"hsl({hue:.6f} {saturation:.6%} {light:.6%})",
        "oklab({:.8f} {:.8f} {:.8f})".format(*oklab),
        "oklch({:.8f} {:.8f} {:.8f})".format(*color.to_polar(oklab)),
    ):
        assert parse_color(text) == rgb


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no color in an empty text"),
        ("blurple", "“blurple” is no color. Write #rrggbb"),
        ("#12345", "“#12345” is no color"),
        ("#ggg", "is no color"),
        ("256, 0, 0", "has 256; red, green and blue are 0 to 255"),
        ("rgb(1, 2)", r"has 2 numbers; rgb\(\) has 3"),
        ("rgb(a b c)", "“a” is no number here"),
        ("hsl(10px 1% 2%)", "“10px” is no number here"),
        ("hsl(10% 1% 2%)", "“10%” is no number here"),
        ("rgb(1deg 2 3)", "“1deg” is no number here"),
        ("oklch(1e9 0 0)", "1e9 is too large"),
        ("rgb(1 2 3 / x)", "“x” is no number here"),
        ("transparent", "is no color"),
        ("x" * 500, "“x{39}…” is no color"),
    ],
)
def test_what_is_no_color_is_refused_with_what_was_read(text, words):
    with pytest.raises(ValueError, match=words):
        parse_color(text)


@given(st.text(max_size=60))
def test_no_text_raises_anything_else(text):
    for parse in (parse_color, parse_colors):
        try:
            parse(text)
        except ValueError as error:
            assert str(error)


def test_names_are_read_even_after_others_have_looked_them_up():
    from PIL import ImageColor

    ImageColor.getrgb("tomato")  # Pillow keeps what it finds in the same table, in another form
    assert parse_color("tomato") == (255, 99, 71)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("red", ["#FF0000"]),
        ("255, 0, 0", ["#FF0000"]),
        ("111,222,333", ["#111111", "#222222", "#333333"]),
        ("red, #fff; teal\nblack", ["#FF0000", "#FFFFFF", "#008080", "#000000"]),
        ("hsl(0, 100%, 50%), rgb(0 0 255 / 1), lime", ["#FF0000", "#0000FF", "#00FF00"]),
        ("a { color: #fa3; background: rgb(1, 2, 3) }", ["#FFAA33", "#010203"]),
        ('["#264653","#2a9d8f"]', ["#264653", "#2A9D8F"]),
        ("https://coolors.co/264653-2a9d8f", ["#264653", "#2A9D8F"]),
        ("GIMP Palette\nColumns: 2\n#\n255   0   0\tred\n  0 0 255", ["#FF0000", "#0000FF"]),
        ("the #12345 is no color, #123456 is", ["#123456"]),
    ],
)
def test_colors_are_found_in_lists_and_other_text(text, expected):
    assert [hex_of(rgb) for rgb in parse_colors(text)] == expected


def test_a_text_without_colors_and_one_too_long_are_refused():
    with pytest.raises(ValueError, match="There is no color in “a tan fox in red”"):
        parse_colors("a tan fox in red")
    for nothing in ("", " ", "\n", ",;"):
        with pytest.raises(ValueError, match="no color"):
            parse_colors(nothing)
    with pytest.raises(ValueError, match="2000000 characters"):
        parse_colors("#123456 " * 250000)
