"""Each format as its programs write it: what is in the wild and easily read wrongly."""

from __future__ import annotations

import json
import struct

import numpy as np
import pytest
from palette_bytes import (
    RGB,
    alphas,
    ase,
    ase_color,
    every_format,
    hexes,
    indexed,
    names,
    png,
    read,
    read_only,
)

from palette_studio.core.color_text import parse_color
from palette_studio.core.files import FileError
from palette_studio.core.files.palette_io import conversion, parse_palette


@pytest.mark.parametrize("kind", every_format())
def test_every_format_is_known_by_its_content_alone(kind):
    also = {"gif": "indexed", "bmp": "indexed", "scheme": "kde", "tokens": "json", "sprite-old": "aseprite"}
    assert read(every_format()[kind]).format in (also.get(kind, kind), {"scss": "css"}.get(kind))


@pytest.mark.parametrize("kind", read_only())
def test_what_is_only_read_is_read_right(kind):
    file = read(read_only()[kind])
    if kind == "acb":  # Lab: near red and blue
        assert names(file) == ["Red C", "Blue C"] and file.name == "Book"
        assert np.abs(file.palette.colors - np.array([[255, 0, 0], [0, 0, 255]])).max() <= 8
        return
    assert hexes(file)[:3] == RGB
    if kind in ("clr", "gpa", "aseprite", "skencil"):
        assert names(file)[:2] == ["Red", "Grün"]
    if kind in ("clr", "aseprite", "sketch"):
        assert alphas(file) == [255, 128, 255]


# text


def test_gpl_takes_no_word_of_its_header_for_a_color_and_no_color_for_a_header():
    file = read(
        "GIMP Palette\nName: 1 2 3\nColumns: 16\n#\n# 4 5 6 no\n  7   8   9\t10 11 12\n1 2 3 Name: x\n"
    )
    assert (file.name, file.columns) == ("1 2 3", 16)
    assert names(file) == ["10 11 12", "Name: x"]


def test_gpl_has_alpha_only_where_its_header_says_so():
    assert alphas(read("GIMP Palette\nChannels: RGBA\n1 2 3 4 Name\n1 2 3 255\n")) == [4, 255]
    assert names(read("GIMP Palette\n1 2 3 4 Name\n")) == ["4 Name"]


def test_gpl_saved_as_pal_is_gpl():
    assert read("GIMP Palette\n1 2 3\n", "x.pal").format == "gpl"


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_jasc_has_any_line_ends_and_a_count_that_may_be_wrong(end):
    text = end.join(["JASC-PAL", "0100", "3", "255 0 0", "0 128 0", "0 0 255", ""])
    assert hexes(read(text)) == RGB and read(text).notes == ()
    assert "says “2”, but it has 3 colors" in read(text.replace(f"{end}3{end}", f"{end}2{end}")).notes[0]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("JASC-PAL\n0100\n1\n1 2\n", "line 4, “1 2”, is no color"),
        ("JASC-PAL\n0100\n1\n1 2 256\n", "line 4, “1 2 256”, has a number above 255"),
        ("##Sketch RGBPalette 0\n1 0\n", "line 2, “1 0”, is no color"),
        ("Palette\nVersion 4.0\n---\n1 2 300\n", "line 4, “1 2 300”, is no color"),
        (";x\nFF000000\nred\n", "line 3, “red”, is no color (AARRGGBB)"),
        ("KDE RGB Palette\nred\n", "line 2, “red”, is no color"),
    ],
)
def test_a_line_that_is_no_color_is_named(data, words):
    with pytest.raises(FileError) as caught:
        read(data)
    assert words in str(caught.value) and "Get another copy" in str(caught.value)


def test_eight_digits_are_argb_for_paint_net_and_rgba_in_hex():
    data = "80FF0000\n"
    assert (hexes(read(data, "x.txt")), alphas(read(data, "x.txt"))) == (["#FF0000"], [128])
    assert (hexes(read(data, "x.hex")), alphas(read(data, "x.hex"))) == (["#80FF00"], [0])
    lospec = ";paint.net Palette File\n;Palette Name: SLSO8\n;Colors: 1\nFF0d2b45\n"
    assert (read(lospec).name, hexes(read(lospec))) == ("SLSO8", ["#0D2B45"])


def test_style_sheets_have_colors_in_declarations_alone():
    sheet = """/* background: #111111 */ :root { --a: #fff; --b: url(#abcdef); --c: rgb(0 0 255 / 50%);
      --d: "#222222"; --e: var(--a); --f: 12px; --g: Red !important; --h: add }
      #333333 { color: #444444 }"""
    file = read(sheet, "x.css")
    assert hexes(file) == ["#FFFFFF", "#0000FF", "#FF0000"]
    assert names(file) == ["a", "c", "g"] and alphas(file) == [255, 128, 255]
    plain = read(
        "a:hover { color: #00f; background: linear-gradient(#0f0, #00F8) } b { color: teal }", "x.css"
    )
    assert hexes(plain) == ["#0000FF", "#00FF00", "#0000FF", "#008080"]
    assert alphas(plain) == [255, 255, 136, 255]
    assert "each once" in plain.notes[0]


def test_scss_and_less_variables_are_read_without_an_extension():
    assert names(read("$ink: #123;\n// $no: #456;\n$paper : #fefefe !default;\n")) == ["ink", "paper"]
    assert names(read("@ink: #123;", "x.less")) == ["ink"]


# JSON


@pytest.mark.parametrize(
    ("whole", "colors", "labels"),
    [
        ([["#000000", "#46522d"], ["#5c0506"]], ["#000000", "#46522D", "#5C0506"], ["", "", ""]),
        ({"blue": {"500": "#00f", "900": "#008"}}, ["#0000FF", "#000088"], ["500", "900"]),
        ([{"name": "Ink", "rgb": {"r": 18, "g": 52, "b": 86}}], ["#123456"], ["Ink"]),
        ({"x": {"color": {"red": 1, "green": 0, "blue": 0.5}}}, ["#FF0080"], ["x"]),
        ({"a": {"$value": {"colorSpace": "srgb", "components": [1, 0, 0]}}}, ["#FF0000"], ["a"]),
        ([{"hex": "123456", "name": "A", "cmyk": [1, 2, 3, 4]}], ["#123456"], ["A"]),
        ({"name": "Lospec", "author": "x", "colors": ["0d2b45", "ffecd6"]}, ["#0D2B45", "#FFECD6"], ["", ""]),
        ({"swatch": {"rgb": [1, 2, 3]}, "id": "#nothex"}, ["#010203"], ["swatch"]),
    ],
)
def test_any_json_gives_its_colors(whole, colors, labels):
    file = read(json.dumps(whole))
    assert hexes(file) == colors and names(file) == labels


def test_json_tells_groups_by_their_keys():
    file = read('{"blue": {"500": "#00f"}, "red": {"500": "#f00"}}')
    assert [swatch.group for swatch in file.palette.swatches] == ["blue", "red"]


def test_sketch_leaves_out_what_is_no_color_and_says_so():
    data = '{"pluginVersion": "1", "colors": [{"red": 1, "green": 0, "blue": 0}, 5], "gradients": [1]}'
    notes = " ".join(read(data).notes)
    assert len(read(data).palette) == 1 and "gradients are left out" in notes and "entry 2" in notes


# pictures


def test_indexed_pictures_give_their_tables_and_clear_colors():
    for kind in ("PNG", "GIF"):
        file = read(indexed(kind, transparency=1))
        assert hexes(file)[:3] == RGB and alphas(file)[:3] == [255, 0, 255]
    assert hexes(read(indexed("BMP")))[:3] == RGB
    with pytest.raises(FileError, match="is a picture of full color"):
        read(b"BM" + struct.pack("<I4x2I2i2H6I", 58, 54, 40, 1, 1, 1, 24, 0, 4, 0, 0, 0, 0) + bytes(4))


def test_a_strip_of_any_size_gives_its_squares_in_order():
    row = [(255, 0, 0), (255, 0, 0), (0, 128, 0)]
    assert hexes(read(png([row]))) == ["#FF0000", "#FF0000", "#008000"]
    large = [[color for color in row for _ in range(8)] for _ in range(8)]
    assert hexes(read(png(large))) == ["#FF0000", "#FF0000", "#008000"]
    two = [[(1, 2, 3), (4, 5, 6)], [(7, 8, 9), (4, 5, 6)]]
    assert hexes(read(png(two))) == ["#010203", "#040506", "#070809", "#040506"]
    assert alphas(read(png([[(1, 2, 3, 0), (1, 2, 3, 9)]], "RGBA"))) == [0, 9]


def test_a_picture_of_few_colors_gives_each_once_and_a_photo_none():
    sprite = [[(x // 5 * 40, 0, 0) for x in range(21)] for _ in range(19)]
    file = read(png(sprite))
    assert hexes(file) == ["#000000", "#280000", "#500000", "#780000", "#A00000"]
    assert "each once" in file.notes[0]
    photo = [[(x, y, 9) for x in range(40)] for y in range(40)]
    with pytest.raises(FileError, match=r"is a picture of 1,600 colors\. Open it as a photo"):
        read(png(photo))


# spaces


def test_conversions_agree_with_those_of_the_core():
    generator = np.random.default_rng(0)
    for _ in range(200):
        lightness, a, b = generator.uniform((40, -15, -15), (80, 15, 15))
        ours = np.array(conversion.lab((lightness, a, b)))
        css = parse_color(f"lab({lightness:.6f} {a:.6f} {b:.6f})")
        assert np.abs(ours * 255 - css).max() < 0.6
        hue, saturation, brightness = generator.uniform(0, 1, 3)
        share = brightness * (1 - saturation / 2)
        inside = 0.0 if share in (0, 1) else (brightness - share) / min(share, 1 - share)
        hsl = parse_color(f"hsl({hue * 360:.6f} {inside * 100:.6f}% {share * 100:.6f}%)")
        assert np.abs(np.array(conversion.hsb((hue, saturation, brightness))) * 255 - hsl).max() < 0.6
    assert np.allclose(conversion.lab((100, 0, 0)), 1, atol=1e-4) and np.allclose(
        conversion.xyz(conversion.D50), 1, atol=1e-4
    )
    assert conversion.cmyk((0.25, 0, 1, 0.5)) == (0.375, 0.5, 0.0)


def test_names_are_cut_and_cleaned_wherever_they_come_from():
    long = "x" * 500 + "\x1b"
    for data in (
        f"GIMP Palette\n1 2 3 {long}\n".encode(),
        ase(ase_color(long, b"RGB ", (0, 0, 0))),
        json.dumps([{"hex": "#123", "name": long}]).encode(),
    ):
        assert parse_palette(data)[0].name == "x" * 100
