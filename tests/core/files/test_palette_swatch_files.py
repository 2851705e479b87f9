"""Swatch files of Adobe, Apple, Krita and others: what is in the wild and easily read wrongly."""

from __future__ import annotations

import json
import struct

import numpy as np
import pytest
from palette_bytes import (
    RGB,
    acb,
    aco,
    alphas,
    ase,
    ase_color,
    aseprite,
    aseprite_palette,
    clr,
    gpa,
    hexes,
    kpl,
    names,
    packed,
    read,
    wide,
)

from palette_studio.core.files import FileError
from palette_studio.core.files.palette_io import parse_palette_file

# binary


def test_riff_passes_over_chunks_it_does_not_know():
    colors = struct.pack("<2H", 0x300, 1) + bytes((1, 2, 3, 0))
    inner = b"PAL offl" + struct.pack("<I", 3) + b"abc\0" + b"data" + struct.pack("<I", len(colors)) + colors
    assert hexes(read(b"RIFF" + struct.pack("<I", len(inner)) + inner)) == ["#010203"]
    with pytest.raises(FileError, match="the chunk at byte 12 has 8 bytes, too few for its 9 colors"):
        read(b"RIFF....PAL data" + struct.pack("<I2H", 8, 0x300, 9) + bytes(40))


@pytest.mark.parametrize(
    ("data", "count", "clear"),
    [
        (bytes(range(256)) * 3, 256, None),
        (bytes(range(256)) * 3 + b"\0\x02\xff\xff", 2, None),
        (bytes(range(256)) * 3 + b"\0\x05\0\x03", 5, 3),
        (bytes(range(256)) * 3 + bytes(240), 256, None),
        (bytes(range(256)) * 3 + b"\0\0\xff\xff", 256, None),
    ],
)
def test_act_has_768_bytes_and_maybe_more(data, count, clear):
    file = read(data, "x.act")
    assert len(file.palette) == count
    assert [n for n, alpha in enumerate(alphas(file)) if alpha == 0] == ([] if clear is None else [clear])
    assert read(data[:768]).format == read(data[:768], "x.pal").format == "act"


def test_aco_has_either_version_or_both():
    colors = [(0, 65535, 0, 0, 0), (0, 0, 0x8080, 0, 0)]
    named = aco(colors, ["Red", "Grün"])
    for data, labels in (
        (aco(colors), ["", ""]),
        (named, ["Red", "Grün"]),
        (aco(colors) + named, ["Red", "Grün"]),
    ):
        assert hexes(read(data)) == RGB[:2] and names(read(data)) == labels
    cut = read(aco(colors) + named[:-4])
    assert hexes(cut) == RGB[:2] and "Its part with names is damaged" in cut.notes[0]


def test_aco_has_seven_spaces_and_names_the_books_it_skips():
    spaces = [
        (1, 0, 65535, 65535, 0),  # HSB
        (2, 65535, 0, 0, 65535),  # CMYK, 0 is full ink
        (7, 5429, 8081, 6989, 0),  # Lab: red
        (8, 10_000, 0, 0, 0),
        (9, 10_000, 0, 0, 10_000),
        (3, 1, 0, 0, 0),
        (10, 1, 0, 0, 0),
        (77, 1, 0, 0, 0),
    ]
    file = read(aco(spaces), "x.aco")
    assert hexes(file)[:2] == ["#FF0000", "#FF0000"] and hexes(file)[3:] == ["#FFFFFF", "#FF0000"]
    assert np.abs(file.palette.colors[2].astype(int) - [255, 0, 0]).max() <= 2
    notes = " ".join(file.notes)
    assert all(word in notes for word in ("Pantone", "HKS", "color space 77", "Gray is taken as 0 for black"))


def test_ase_has_four_models_groups_and_kinds_of_ink():
    group = struct.pack(">HI", 0xC001, 8) + wide("abc"[:2], ">H")
    data = ase(
        ase_color("r", b"RGB ", (1, 0, 0)),
        group,
        ase_color("c", b"CMYK", (0, 1, 1, 0), 1),
        ase_color("l", b"LAB ", (0.5, 0, 0), 2),
        struct.pack(">HI", 0xC002, 0),
        struct.pack(">HI", 0x0007, 3) + b"new",
        ase_color("g", b"GRAY", (0.1,)),
        ase_color("x", b"HSB ", (0, 0, 0)),
        ase_color("n", b"RGB ", (float("nan"), 0, 0)),
        count=2,
    )
    file = read(data)
    assert hexes(file) == ["#FF0000", "#FF0000", "#777777", "#1A1A1A"]
    assert [(s.group, s.spot) for s in file.palette.swatches] == [
        ("", False),
        ("ab", True),
        ("ab", False),
        ("", False),
    ]
    notes = " ".join(file.notes)
    assert all(
        word in notes for word in ("says that it has 2 blocks", "Gray is taken as sRGB", "“HSB” is unknown")
    )


def test_gray_may_be_linear_light():
    data = ase(ase_color("g", b"Gray", (0.1,)))
    assert parse_palette_file(data, linear_gray=True).palette[0].hex == "#595959"


def test_a_sprite_called_ase_is_a_sprite():
    sprite = aseprite(aseprite_palette([(1, 2, 3, 255, "")]))
    assert read(sprite, "x.ase").format == "aseprite"
    with pytest.raises(FileError, match="is a sprite without a palette"):
        read(aseprite((0x2005, b"cel")))
    assert hexes(read(aseprite((0x0011, b"\1\0\1\1\x3f\0\x20")))) == ["#FF0081"]


def test_acb_puts_names_together_and_passes_over_padding():
    colors = [("1", bytes((255, 255, 255, 255))), ("", bytes(4)), ("2", bytes((0, 255, 255, 255)))]
    file = read(acb(2, colors, '"$$$/colorbook/x/title=Ink^R"', "PX ", b"spflspot"))
    assert (file.name, names(file), hexes(file)) == ("Ink®", ["PX 1 C", "PX 2 C"], ["#FFFFFF", "#00FFFF"])
    assert all(swatch.spot for swatch in file.palette.swatches)
    with pytest.raises(FileError, match=r"its color space at byte .* is 9"):
        read(acb(9, colors))


def test_clr_takes_the_numbers_of_the_own_space_and_skips_colors_of_the_system():
    own = {"NSRGB": b"0.1 0.1 0.1\0", "NSComponents": b"1 0 0 0.5", "NSColorSpace": 1}
    white = {"NSWhite": b"0.5\0", "NSColorSpace": 3}
    ink = {"NSCMYK": b"0 1 1 0 1", "NSColorSpace": 5}
    file = read(clr([("own", own), ("white", white), ("ink", ink), ("system", {"NSColorSpace": 6})]))
    assert hexes(file) == ["#FF0000", "#808080", "#FF0000"] and alphas(file) == [128, 255, 255]
    assert file.notes == ("1 color skipped: it is a color of the system, or a pattern.",)


def test_color_lists_of_other_kinds_say_what_to_do():
    for data in (
        b"\x04\x0bstreamtyped\x81\xe8",
        b'<?xml version="1.0"?><!DOCTYPE plist><plist version="1.0"/>',
    ):
        with pytest.raises(FileError, match="save it anew, or make it binary"):
            read(data)


def test_an_autocad_book_is_no_photoshop_book():
    entry = "<colorEntry><colorName>A</colorName>{}</colorEntry>"
    rgb = "<RGB8><red>1</red><green>2</green><blue>3</blue></RGB8>"
    entries = entry.format(rgb) + entry.format("<RGB8Encrypt/>") + entry.format("<RGB8/>")
    file = read(f"<colorBook><bookName>B</bookName><colorPage>{entries}</colorPage></colorBook>", "x.acb")
    assert (file.format, file.name, names(file), hexes(file)) == ("autocad", "B", ["A"], ["#010203"])
    assert len(file.notes) == 2


def test_gpa_with_damaged_values_says_where():
    with pytest.raises(FileError, match="of the unknown kind 9"):
        read(gpa([("a", (0, 0, 0))]).replace(b"\2\4\0\0\0name", b"\x09\4\0\0\0name"))


# XML and ZIP


@pytest.mark.parametrize(
    "namespaces",
    [
        'xmlns:office="http://openoffice.org/2000/office" xmlns:draw="http://openoffice.org/2000/drawing"',
        'xmlns:office="http://openoffice.org/2004/office" '
        'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"',
    ],
)
def test_soc_of_either_namespace_is_read(namespaces):
    inside = (
        '<draw:color draw:name="A &amp; B" draw:color="#ff0000"/><draw:color draw:name="x" draw:color="red"/>'
    )
    file = read(f"<office:color-table {namespaces}>{inside}</office:color-table>")
    assert (names(file), hexes(file)) == (["A & B"], ["#FF0000"])
    assert file.notes == ("1 color skipped: “red” is no #rrggbb.",)


def test_scribus_has_inks_of_old_and_new_files():
    file = read(
        '<SCRIBUSCOLORS Name="n"><COLOR NAME=" a" CMYK="#00ffff00" Spot="1"/>'
        '<COLOR NAME="b" SPACE="CMYK" C="0" M="100" Y="100" K="0"/>'
        '<COLOR NAME="c" SPACE="RGB" R="255" G="0" B="0"/><COLOR NAME="d" SPACE="Lab" L="100" A="0" B="0"/>'
        '<COLOR NAME="e" CMYK="#00"/><COLOR NAME="f"/></SCRIBUSCOLORS>'
    )
    assert hexes(file) == ["#FF0000"] * 3 + ["#FFFFFF"] and names(file) == [" a", "b", "c", "d"]
    assert [swatch.spot for swatch in file.palette.swatches] == [True, False, False, False]
    assert len(file.notes) == 2


def test_kpl_goes_by_positions_and_not_by_the_order_of_its_entries():
    def entry(name: str, row: int, column: int, inside: str) -> str:
        place = f'<Position row="{row}" column="{column}"/>'
        return f'<ColorSetEntry name="{name}" spot="true" bitdepth="F32">{inside}{place}</ColorSetEntry>'

    group = entry("g", 0, 0, '<CMYK c="0" m="1" y="1" k="0" space="x"/>')
    inside = (
        entry("third", 1, 0, '<Gray g="1" space="x"/>')
        + entry("second", 0, 3, '<RGB r="0.2158605" g="0" b="0" space="sRGB-elle-V2-g10.icc"/>')
        + entry("first", 0, 0, '<sRGB r="1" g="0" b="0"/>')
        + entry("odd", 9, 9, '<YCrCb Y="1" Cr="0" Cb="0" space="x"/>')
        + f'<Group name="Inks" rows="1">{group}</Group>'
    )
    file = read(kpl(inside))
    assert names(file) == ["first", "second", "third", "g"]
    assert hexes(file) == ["#FF0000", "#800000", "#FFFFFF", "#FF0000"]
    assert [s.group for s in file.palette.swatches] == ["", "", "", "Inks"]
    assert (file.name, file.columns) == ("Set", 8)
    assert file.notes == ("1 color skipped: the color model “YCrCb” is unknown.",)


def test_sbz_goes_by_its_book_and_takes_the_best_model():
    book = packed(
        swatchbook__xml="""<SwatchBook version="0.7" xmlns:dc="d">
        <metadata><dc:title>Book</dc:title></metadata>
        <materials>
          <color usage="spot"><metadata><dc:identifier>b </dc:identifier></metadata>
            <values model="CMYK" space="x">0 1 1 0</values></color>
          <color><metadata><dc:identifier>a</dc:identifier><dc:title>First</dc:title></metadata>
            <values model="Lab">50 0 0</values><values model="sRGB">1 0 0</values></color>
          <color><metadata><dc:identifier>c</dc:identifier></metadata>
            <values model="YIQ">1 0 0</values></color>
        </materials>
        <book><swatch material="a"/><group><metadata><dc:title>Inks</dc:title></metadata>
          <swatch material="b"/></group><swatch material="c"/><swatch material="gone"/></book></SwatchBook>"""
    )
    file = read(book)
    assert [(s.name, s.hex, s.spot, s.group) for s in file.palette.swatches] == [
        ("First", "#FF0000", False, ""),
        ("b", "#FF0000", True, "Inks"),
    ]
    assert file.name == "Book" and len(file.notes) == 2


def test_procreate_has_holes_several_palettes_and_colors_of_version_5():
    red = {"hue": 0, "saturation": 1, "brightness": 1}
    new = {**red, "alpha": 0.5, "colorSpace": 1, "colorModel": 0, "components": [1, 0, 0], "origin": 3}
    whole = [{"name": "A", "swatches": [None, red, None, new]}, {"name": "B", "swatches": [red, 7]}]
    file = read(packed(Swatches__json=json.dumps(whole)))
    assert hexes(file) == ["#FF0000"] * 3 and alphas(file) == [255, 128, 255]
    assert (file.name, [s.group for s in file.palette.swatches]) == ("A", ["", "", "B"])
    assert len(file.notes) == 2
    assert len(read(packed(Swatches__json=json.dumps(whole[0]))).palette) == 2
