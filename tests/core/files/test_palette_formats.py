"""Each format as its programs write it: what is in the wild and easily read wrongly."""

from __future__ import annotations

import json
import struct

import numpy as np
import pytest
from palette_bytes import (
    acb,
    aco,
    ase,
    ase_color,
    aseprite,
    aseprite_palette,
    clr,
    every_format,
    gpa,
    indexed,
    kpl,
    packed,
    png,
    read_only,
    wide,
)

from palette_studio.core.color_text import parse_color
from palette_studio.core.files import FileError
from palette_studio.core.files.palette_io import PaletteFile, conversion, parse_palette, parse_palette_file

RGB = ["#FF0000", "#008000", "#0000FF"]


def read(data: bytes | str, name: str = "x") -> PaletteFile:
    return parse_palette_file(data.encode() if isinstance(data, str) else data, name)


def hexes(file: PaletteFile) -> list[str]:
    return [swatch.hex for swatch in file.palette.swatches]


def names(file: PaletteFile) -> list[str]:
    return [swatch.name for swatch in file.palette.swatches]


def alphas(file: PaletteFile) -> list[int]:
    return [swatch.alpha for swatch in file.palette.swatches]


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
        "a:hover { color: #00f; background: linear-gradient(#0f0, #00F8) } b { color: #00f }", "x.css"
    )
    assert hexes(plain) == ["#0000FF", "#00FF00", "#0000FF"] and alphas(plain) == [255, 255, 136]
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
